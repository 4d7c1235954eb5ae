import { isDeepStrictEqual } from 'node:util'
import {
  type AssessedRole,
  type AssessmentState,
  assess,
  assessedRole,
  type DecodedAnswers,
  decodeAnswers,
  planQuestions,
  type Rating,
  type RatingOf,
} from '../../../assessment/index.ts'
import type { CatalogIndex, Domain, Level, Role, Row } from '../../../catalog/index.ts'
import type { Session } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { RULE } from './rule.ts'

/** A session with its answers evaluated against the current catalog. */
export interface LoadedSession {
  readonly session: Session
  readonly role: Role
  readonly domain: Domain | null
  /** The level to be ready for; null to find the level. */
  readonly target: Level | null
  readonly assessedRole: AssessedRole
  readonly decoded: DecodedAnswers
  readonly assessment: AssessmentState
  readonly ratingOf: RatingOf
}

/** Throws a UserError if the catalog no longer has the session's role or domain. */
export function loadSession(session: Session, { catalogIndex }: Pick<CommandContext, 'catalogIndex'>): LoadedSession {
  const role = catalogIndex.catalog.roles.get(session.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: session.role })
  const domain = role.domains.find((group) => group.domain.slug === session.domain)?.domain ?? null
  if (session.domain !== null && !domain) {
    throw new UserError('error.assess.roleGone', { role: `${role.name} · ${session.domain}` })
  }
  const targetIndex = role.levels.findIndex((level) => level.slug === session.target)
  const assessed = assessedRole(role, domain)
  const decoded = decodeAnswers(role, session.answers)
  const inDomain = decoded.answers.filter(([slug]) => domain === null || role.rows.get(slug)?.skill.domain === domain)
  const ratings = new Map<string, Rating | null>(inDomain)
  return {
    session,
    role,
    domain,
    target: role.levels[targetIndex] ?? null,
    assessedRole: assessed,
    decoded,
    assessment: assess(assessed, inDomain, {
      refineGaps: session.refine && (session.plan === true ? 'plan' : true),
      ...(targetIndex >= 0 && { target: targetIndex }),
    }),
    ratingOf: (skillId) => ratings.get(skillId),
  }
}

/** The sessions whose roles are in the catalog, with their roles. */
export function sessionsWithRole(
  sessions: readonly Session[],
  { catalog }: CatalogIndex,
): readonly { readonly session: Session; readonly role: Role }[] {
  return sessions.flatMap((session) => {
    const role = catalog.roles.get(session.role)
    return role ? [{ session, role }] : []
  })
}

/** The row of the open question; null if there is none. A domain is asked to its end: it has few skills, and no level to settle. */
export function currentRow({ assessment, role, domain, assessedRole: assessed, ratingOf }: LoadedSession): Row | null {
  const next = assessment.next?.skillId
  if (next !== undefined) return role.rows.get(next) ?? null
  const open = domain && assessed.skills.find(({ id }) => ratingOf(id) === undefined)
  return open ? (role.rows.get(open.id) ?? null) : null
}

/** How much is left to ask, as a card shows it. */
export interface Outlook {
  /** Questions before the level, the plan or the list is settled: about, or for a plan at most. At most one more than a question before. */
  readonly left: number
  /**
   * Two neighboring grades that the person stands between, the lower one first; null if there are none, or few questions are left. With
   * a target, the grades below it and of it. Once there are two, there are until the level is settled, and they stay the same until
   * one of them is ruled out.
   */
  readonly between: readonly [number, number] | null
  /** Whether the last answer brought the person between them. */
  readonly isNewlyBetween: boolean
  /** Whether the others decide between them, and about half of the others are met, as far as enough answers tell. */
  readonly isNearHalf: boolean
  /** The most questions until it is clear: the number promised at the start while it holds, else all that are left. */
  readonly most: number
  /** The bar of the card. It does not shrink until the level is settled. */
  readonly bar: Bar
}

interface Bar {
  readonly done: number
  readonly total: number
}

const EMPTY_BAR: Bar = { done: 0, total: 1 }

/** A bar after some questions, not shorter than the one before. */
function barAfter(before: Bar, done: number, left: number): Bar {
  const total = done + Math.max(1, left)
  return { done, total: before.done === 0 ? total : Math.min(total, Math.floor((done * before.total) / before.done)) }
}

/** Evaluates an assessment answer by answer, so that what its card shows does not depend on the last answer alone. */
export function outlookOf(loaded: LoadedSession): Outlook {
  const { assessedRole: assessed, session, domain, decoded, assessment, target, role } = loaded
  const { askedCount } = assessment.progress
  const unasked = assessed.skills.length - askedCount
  if (domain) {
    const bar = barAfter(EMPTY_BAR, askedCount, unasked)
    return { left: unasked, most: unasked, bar, between: null, isNewlyBetween: false, isNearHalf: false }
  }
  const options = target ? { target: role.levels.indexOf(target) } : {}
  let left = Number.POSITIVE_INFINITY
  let bar = EMPTY_BAR
  let between: Outlook['between'] = null
  let betweenBefore: Outlook['between'] = null
  let wasSettled = false
  for (let count = 0; count <= decoded.answers.length; count += 1) {
    const state = assess(assessed, decoded.answers.slice(0, count), options)
    const { progress } = state
    // The questions for a plan or for the list are counted afresh.
    if (progress.settled && !wasSettled) {
      left = Number.POSITIVE_INFINITY
      bar = EMPTY_BAR
    }
    wasSettled ||= progress.settled
    left = Math.min(left + 1, progress.settled ? leftToRefine(state, loaded) : progress.left.likely)
    bar = barAfter(bar, count, left)
    betweenBefore = between
    between = betweenAfter(state, between, options.target)
  }
  const stated = assess(assessed, [], options).progress.left.most - askedCount
  const open = session.refine && wasSettled ? null : between
  return {
    left,
    most: stated >= Math.max(1, left) ? Math.min(stated, unasked) : unasked,
    bar,
    between: open,
    isNewlyBetween: open !== null && !isDeepStrictEqual(open, betweenBefore),
    isNearHalf: open !== null && isNearHalf(assessment, open[1], target !== null),
  }
}

/** The chances at one standard deviation below and above what is needed. */
const NEAR_CHANCE = 0.16
/** Fewer answers are not enough to speak of half of the others. */
const NEAR_ANSWERS = 5

/** Whether what is estimated of the others is within its deviation of what a grade takes. */
function isNearHalf({ result }: AssessmentState, grade: number, isTarget: boolean): boolean {
  const answered = result.levels.find(({ level }) => level === grade)?.breadth.answered ?? 0
  const atLeast = result.grades.slice(grade).reduce((sum, each) => sum + each, 0)
  const doubt = isTarget ? 1 - result.confidence : Math.min(atLeast, 1 - atLeast)
  return answered >= NEAR_ANSWERS && doubt >= NEAR_CHANCE
}

/** Least probability of each of two neighboring grades for a person to stand between them, and for them to be ruled out. */
const NEAR_SHARE = 0.25
const EXCLUDED_SHARE = 0.05
/** With fewer questions left, it is not worth a note. */
const NEAR_QUESTIONS = 5

function betweenAfter(
  { result, progress }: AssessmentState,
  before: Outlook['between'],
  target: number | undefined,
): Outlook['between'] {
  if (progress.settled || !progress.canStop) return null
  if (before === null && progress.left.likely < NEAR_QUESTIONS) return null
  const doubt = 1 - result.confidence
  if (target !== undefined) return before ?? (doubt >= NEAR_SHARE ? [target, target + 1] : null)
  const shareOf = (grade: number): number => result.grades[grade] ?? 0
  if (before?.every((grade) => shareOf(grade) >= EXCLUDED_SHARE)) return before
  const { grade } = result
  const other = shareOf(grade + 1) > shareOf(grade - 1) ? grade + 1 : grade - 1
  if (before === null && shareOf(other) < NEAR_SHARE) return null
  return [Math.min(grade, other), Math.max(grade, other)]
}

function leftToRefine({ progress }: AssessmentState, { session, assessedRole: assessed }: LoadedSession): number {
  const { planLeft, gapsLeft, askedCount } = progress
  if (!session.refine) return 0
  return session.plan === true ? planQuestions(planLeft, assessed.skills.length - askedCount).most : gapsLeft
}

/**
 * Whether the result says a level, or whether the person is ready for one. A person who skipped too much of the first level is below no
 * level: nothing can be said.
 */
export function isStated({ assessment: { result } }: Pick<LoadedSession, 'assessment'>): boolean {
  return result.stated && !(result.grade === 0 && result.open === 0)
}

/** Whether the person can stop here: a domain at any time; else once the level is settled, or an honest stop can be offered. */
export function canStop({ domain, assessment: { progress } }: Pick<LoadedSession, 'domain' | 'assessment'>): boolean {
  return domain ? progress.askedCount > 0 : progress.canStop || progress.settled
}

/** Whether the role, or the rule of the level, has changed since the answers were given. */
export function isOutdated(loaded: LoadedSession): boolean {
  return loaded.session.roleVersion !== loaded.role.version || followsFormerRule(loaded)
}

/** Whether the session was begun under a rule that no longer decides. A domain alone has no level and so no rule. */
export function followsFormerRule({ session }: Pick<LoadedSession, 'session'>): boolean {
  return session.domain === null && session.rule !== RULE
}

/** The next version of the session, with the answers that still fit the current role. */
export function migratedSession({ session, role, decoded }: LoadedSession): Session {
  const answers = [...decoded.codes]
  return { ...session, version: session.version + 1, roleVersion: role.version, rule: RULE, answers }
}

/** The name of a grade's level; grade 0 is below the first level. */
export function gradeName(role: Role, grade: number, t: CommandContext['t']): string {
  return role.levels[grade - 1]?.name ?? t('assess.belowFirst', { level: role.levels[0]?.name ?? '' })
}

/** Converts 0..1 to a whole percentage; 100 only for certainty. */
export function wholePercent(probability: number): number {
  return probability >= 1 ? 100 : Math.min(99, Math.round(probability * 100))
}
