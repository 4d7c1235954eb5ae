import { answerCodes } from '../../../../assessment/index.ts'
import { rankOf, type Skill } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, type Block, type Form } from '../../../../message/index.ts'
import { payloadOf, press } from '../actions.ts'
import type { LoadedSession } from '../loaded-session.ts'
import { type CardCourse, coursesOf } from '../outlook.ts'
import { refOf } from '../session-ref.ts'
import { controlKeys } from './control-keys.ts'

/** A form for a note or link as evidence for a skill. */
export function evidenceForm(loaded: LoadedSession, skillSlug: string, code: string, t: Translator): Form {
  const name = loaded.role.rows.get(skillSlug)?.skill.name ?? skillSlug
  const initial = loaded.session.evidence[skillSlug]
  return {
    title: t('assess.evidence.title'),
    payload: payloadOf({ type: 'evidence', ref: refOf(loaded), code }),
    submit: t('assess.evidence.submit'),
    fields: [
      {
        type: 'text',
        name: 'evidence',
        label: t('assess.evidence.label', { skill: name }),
        hint: t('assess.evidence.hint'),
        optional: true,
        maxLength: MAX_EVIDENCE,
        ...(initial === undefined ? {} : { initial }),
      },
    ],
  }
}

/** Answers before the estimate is good enough to question one of them. */
const INVITE_FROM = 5
/** Evidence is invited from this share of the scale on: from Advanced on the default one. */
const INVITE_SHARE = 0.75

/** More invitations would sound like doubt. */
const MAX_INVITATIONS = 2

/**
 * The skill of the last answer if evidence is invited for it: the answer is more than the estimated level and the level of the gaps
 * expect, as only few before it were.
 */
export function invitedSkill(loaded: LoadedSession): Skill | undefined {
  const { role, session, answers } = loaded
  const row = role.rows.get(answers.at(-1)?.[0] ?? '')
  if (!row || session.evidence[row.skill.slug] !== undefined || !isHigh(loaded, answers.length)) return undefined
  const courses = coursesOf(loaded)
  if (!exceedsLevels(loaded, answers.length, courses)) return undefined
  const before = answers.filter((_, index) => exceedsLevels(loaded, index, courses)).length
  return before < MAX_INVITATIONS ? row.skill : undefined
}

/** Whether the last of the first `count` answers is so high that evidence may be invited for it. */
function isHigh({ role, answers }: LoadedSession, count: number): boolean {
  const [slug = '', rating = null] = answers[count - 1] ?? []
  const least = INVITE_SHARE * (role.rows.get(slug)?.skill.scale ?? role.scale).steps.length
  return count >= INVITE_FROM && rating !== null && rating >= least
}

/** Whether it is also more than the level that the answers point at, and the one after it or the target, expect. */
function exceedsLevels(loaded: LoadedSession, count: number, courses: readonly CardCourse[]): boolean {
  if (!isHigh(loaded, count)) return false
  const [slug = '', rating = 0] = loaded.answers[count - 1] ?? []
  const { grade = 0, targetLevel = grade } = courses[count] ?? {}
  const cells = loaded.role.rows.get(slug)?.cells ?? []
  return [Math.max(1, grade), targetLevel].every((level) => (rating ?? 0) > rankOf(cells[level - 1]))
}

/** Invites evidence for the last answer, in one line. */
export function evidenceInvitation(loaded: LoadedSession, t: Translator): readonly Block[] {
  const skill = invitedSkill(loaded)
  if (!skill) return []
  const code = answerCodes(loaded.role).bySkill.get(skill.slug) ?? ''
  const button = press(t('assess.evidence.for', { skill: skill.name }), { type: 'evidence', ref: refOf(loaded), code })
  return actions(
    [{ ...button, key: controlKeys(loaded.role).invitation }],
    t('assess.evidence.invite', { skill: skill.name }),
  )
}

/** Most characters of evidence: a link and a sentence. */
export const MAX_EVIDENCE = 500
