import { localized, type Skill, type Step } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { proficiencyName } from '../../../views/proficiency.ts'

// Many skills in one line: what most of them have in common, and the few that differ.

/** Most skills that are named in a line; of more, the number is given. */
const MAX_NAMED = 4
/** The longest line with names. */
const MAX_NAMES_LENGTH = 60
/** Most domains in a line of counts. */
const MAX_DOMAINS = 16

/** "Redis, Terraform and AWS", or "Redis, Terraform, AWS and 12 more". */
export function someOf(names: readonly string[], t: Translator, most = MAX_NAMED): string {
  if (names.length <= most) return t.all(names)
  const named = names.slice(0, most - 1)
  return t.all([...named, t('skills.more', { count: names.length - named.length })])
}

/** Entries by their step, the highest on its scale first. */
export function stepsIn<T extends { readonly step: Step }>(
  entries: readonly T[],
): readonly { readonly step: Step; readonly entries: readonly T[] }[] {
  const bySteps = new Map<Step, T[]>()
  for (const entry of entries) bySteps.set(entry.step, [...(bySteps.get(entry.step) ?? []), entry])
  return [...bySteps]
    .map(([step, some]) => ({ step, entries: some }))
    .toSorted((a, b) => b.step.rank / b.step.steps - a.step.rank / a.step.steps)
}

/** "all Advanced", "Advanced; Working: Redis", or "5 Advanced, 4 Working" if too many differ to name them. Highest first. */
export function spreadOf(entries: readonly { readonly skill: Skill; readonly step: Step }[], t: Translator): string {
  const steps = stepsIn(entries).map(({ step, entries: skills }) => ({ step, skills }))
  const [most, ...others] = steps.toSorted((a, b) => b.skills.length - a.skills.length)
  if (!most) return t('proficiency.absent')
  const name = proficiencyName(most.step, t)
  if (others.length === 0) return entries.length === 1 ? name : t('skills.spread.all', { proficiency: name })
  const exceptions = others.map(
    ({ step, skills }) => `${proficiencyName(step, t)}: ${skills.map(({ skill }) => skill.name).join(', ')}`,
  )
  const named = [name, ...exceptions].join('; ')
  const differ = entries.length - most.skills.length
  if (differ < MAX_NAMED && 2 * differ < entries.length && named.length <= MAX_NAMES_LENGTH) return named
  return steps.map(({ step, skills }) => `${skills.length} ${proficiencyName(step, t)}`).join(' · ')
}

/** "Security 3 · Testing & QA 3": how many skills of each domain, in their order. */
export function countsByDomain(skills: readonly Skill[], t: Translator): string {
  const counts = new Map<string, number>()
  for (const { domain } of skills) {
    const name = localized(domain.name, t.locale)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const all = [...counts].map(([name, count]) => `${name} ${count}`)
  const left = all.length - MAX_DOMAINS
  return [...all.slice(0, MAX_DOMAINS), ...(left > 0 ? [t('skills.moreDomains', { count: left })] : [])].join(' · ')
}
