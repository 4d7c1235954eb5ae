import { isCore, localized, type Role, type Row } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Note, note } from '../../../../message/index.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { currentRow, type LoadedSession } from '../loaded-session.ts'
import { outlookOf } from '../outlook.ts'
import { ruleText } from '../rule.ts'

/** Explains why the open question is asked: what the answer can change. */
export function whyNote(loaded: LoadedSession, t: Translator): Note {
  const row = currentRow(loaded)
  const { role, domain, session, assessment } = loaded
  if (!row) return note('info', ruleText(role, t))
  const skill = row.skill.name
  if (domain) {
    return note(
      'info',
      t.rich('assess.why.domain', { skill, role: role.name, domain: localized(domain.name, t.locale) }),
    )
  }
  const step = requirementNear(row, decisiveIndex(loaded), role)
  const words = {
    ...{ skill, role: role.name, level: step.level },
    proficiency: step.cell ? proficiencyName(step.cell.step, t) : '',
  }
  if (assessment.progress.settled) {
    return note('info', t.rich(session.plan === true ? 'assess.why.plan' : 'assess.why.gaps', words))
  }
  return note('info', t.rich(isCore(role, row.skill) ? 'assess.why.core' : 'assess.why.text', words))
}

/**
 * The index of the level that an answer counts for: the one asked about, the upper one of two that the person stands between, the one
 * of the plan, or else the one above the likeliest grade.
 */
function decisiveIndex(loaded: LoadedSession): number {
  const { role, target, assessment } = loaded
  if (target) return role.levels.indexOf(target)
  const { result, progress } = assessment
  if (progress.settled) return (result.targetLevel ?? 1) - 1
  const upper = outlookOf(loaded).between?.[1]
  return Math.min(upper === undefined ? result.grade : upper - 1, role.levels.length - 1)
}

/** What a level expects of a skill; of one that it does not expect, what the first level does that expects it. */
function requirementNear({ cells }: Row, index: number, role: Role) {
  const at = cells[index] ? index : cells.findIndex((cell) => cell !== null)
  return { level: role.levels[at]?.name ?? '', cell: cells[at] ?? null }
}
