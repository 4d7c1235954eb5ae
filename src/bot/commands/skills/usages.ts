import type { Catalog } from '../../../catalog/index.ts'
import type { Usage } from '../../command.ts'

/** The ways to ask, each with an example that works on the current catalog. */
export const SKILLS_USAGES: readonly Usage[] = [
  { input: 'usage.nothing', answer: 'usage.nothing.answer', example: () => '' },
  { input: 'usage.role', answer: 'usage.role.answer', example: (catalog) => pick(catalog)?.role },
  { input: 'usage.level', answer: 'usage.level.answer', example: words('role', 'level') },
  { input: 'usage.levelDomain', answer: 'usage.levelDomain.answer', example: words('role', 'level', 'domain') },
  { input: 'usage.levels', answer: 'usage.levels.answer', example: words('role', 'below', 'level') },
  { input: 'usage.cell', answer: 'usage.cell.answer', example: words('role', 'level', 'skill') },
  { input: 'usage.skill', answer: 'usage.skill.answer', example: words('skill') },
  { input: 'usage.twoRoles', answer: 'usage.twoRoles.answer', example: words('role', 'otherRole', 'level') },
  {
    input: 'usage.changes',
    answer: 'usage.changes.answer',
    example: (catalog) => {
      const role = pick(catalog)?.role
      return role && `${role} changes`
    },
  },
  { input: 'usage.search', answer: 'usage.search.answer', example: (catalog) => pick(catalog)?.words },
  { input: 'usage.help', answer: 'usage.help.answer', example: () => 'help' },
]

interface Examples {
  readonly role: string
  readonly otherRole: string | undefined
  readonly level: string | undefined
  readonly below: string | undefined
  readonly domain: string | undefined
  readonly skill: string | undefined
  readonly words: string | undefined
}

/** Example names from the first role: its middle level, a skill of its largest domain. */
function pick({ roles }: Catalog): Examples | undefined {
  const [role, ...others] = roles.values()
  if (!role) return undefined
  const middle = Math.floor(role.levels.length / 2)
  const level = role.levels[middle]
  const [group] = role.domains.toSorted((a, b) => b.rows.length - a.rows.length)
  const skill = (group?.rows[2] ?? group?.rows[0])?.skill
  const other = others.find((entry) => entry.levels.some(({ slug }) => slug === level?.slug))
  return {
    role: role.slug,
    otherRole: other?.slug,
    level: level?.slug,
    below: role.levels[middle - 1]?.slug,
    domain: group?.domain.slug,
    skill: skill?.slug,
    words: skill && longestWords(skill.statements.advanced.en),
  }
}

function words(...parts: readonly Exclude<keyof Examples, 'words'>[]): Usage['example'] {
  return (catalog) => {
    const examples = pick(catalog)
    const names = parts.flatMap((part) => examples?.[part] ?? [])
    return names.length === parts.length ? names.join(' ') : undefined
  }
}

/** The two longest words of a text, in order: another text is unlikely to have both. */
function longestWords(text: string): string {
  const all = text.match(/\p{L}+/gu) ?? []
  const longest = all.toSorted((a, b) => b.length - a.length).slice(0, 2)
  return all
    .filter((word) => longest.includes(word))
    .join(' ')
    .toLowerCase()
}
