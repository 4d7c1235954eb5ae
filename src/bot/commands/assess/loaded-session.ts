import {
  type AnswerOrigin,
  type Answers,
  type AssessedRole,
  type AssessmentState,
  assess,
  assessedRole,
  type DecodedAnswers,
  decodeAnswers,
  type Rating,
  type RatingOf,
} from '../../../assessment/index.ts'
import {
  type CatalogIndex,
  DEFAULT_SCALE,
  type Domain,
  hasSlug,
  isDefaultScale,
  type Level,
  type Role,
  type Row,
  roleOnTrack,
  tracksOf,
} from '../../../catalog/index.ts'
import { MAX_ANSWERS, type Session, sessionSchema } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { sessionToday } from './current-slugs.ts'
import { trackOf } from './result-track.ts'
import { ruleKey } from './rule.ts'

/** A session with its answers evaluated against the current catalog. */
export interface LoadedSession {
  readonly session: Session
  readonly role: Role
  readonly domain: Domain | null
  /** The level to be ready for; null to find the level. */
  readonly target: Level | null
  readonly assessedRole: AssessedRole
  readonly decoded: DecodedAnswers
  /** Those of the decoded answers that the assessment is about: of the whole role, or of the domain. */
  readonly answers: Answers
  readonly assessment: AssessmentState
  readonly ratingOf: RatingOf
}

/** Throws a UserError if the catalog no longer has the session's role or domain. */
export function loadSession(session: Session, { catalogIndex }: Pick<CommandContext, 'catalogIndex'>): LoadedSession {
  const role = catalogIndex.catalog.roles.get(session.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: session.role })
  return loadWithRole(session, role)
}

/** Whether the catalog has the role and the domain of a session. */
export function hasScope(session: Session, { catalog }: CatalogIndex): boolean {
  const role = catalog.roles.get(session.role)
  if (!role) return false
  return session.domain === null || role.domains.some(({ domain }) => hasSlug(domain, session.domain ?? ''))
}

/**
 * A session as its person saw it last: with the role that its card was made from. Undefined if the role has changed since and this
 * process has not seen it as it was.
 */
export function loadAsSeen(
  session: Session,
  { catalogIndex, services }: Pick<CommandContext, 'catalogIndex' | 'services'>,
): LoadedSession | undefined {
  const role = catalogIndex.catalog.roles.get(session.role)
  const seen = role?.version === session.roleVersion ? role : services.formerRoles?.find(session.roleVersion)
  return seen && loadWithRole(session, seen)
}

function loadWithRole(stored: Session, whole: Role): LoadedSession {
  const session = sessionToday(stored, whole)
  const role = roleOnTrack(whole, trackOf(session, whole))
  const domain = role.domains.find((group) => group.domain.slug === session.domain)?.domain ?? null
  if (session.domain !== null && !domain) {
    throw new UserError('error.assess.roleGone', { role: `${role.name} · ${session.domain}` })
  }
  const targetIndex = role.levels.findIndex((level) => level.slug === session.target)
  const assessed = assessedRole(role, domain)
  const decoded = decodeAnswers(role, session.answers, originOf(session))
  const answers = domain
    ? decoded.answers.filter(([slug]) => role.rows.get(slug)?.skill.domain === domain)
    : decoded.answers
  const ratings = new Map<string, Rating | null>(answers)
  return {
    session,
    role,
    domain,
    target: role.levels[targetIndex] ?? null,
    assessedRole: assessed,
    decoded,
    answers,
    assessment: assess(assessed, answers, {
      refineGaps: session.refine && (session.plan === true ? 'plan' : true),
      ...(targetIndex >= 0 && { target: targetIndex }),
    }),
    ratingOf: (skillId) => ratings.get(skillId),
  }
}

/** The track of a role as sessions and results name it: not at all if its levels do not branch, or if the level asked about says it. */
export function trackField({ whole, levels }: Role, hasTarget: boolean): Pick<Session, 'track'> {
  const end = levels.at(-1)
  return whole && end && !hasTarget && tracksOf(whole).length > 1 ? { track: end.slug } : {}
}

/** How many answers would be lost with a session: also those that do not count now. */
export function storedAnswers({ answers, dormant = [] }: Session): number {
  return answers.length + dormant.length
}

/** Context for decoding the answers of a session that their codes do not carry. */
export function originOf({ scale = DEFAULT_SCALE.key, ownScales = {}, dormant = [] }: Session): AnswerOrigin {
  return { scaleKey: scale, ownScales, dormant }
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
  return loaded.session.roleVersion !== loaded.role.version || followsFormerRule(loaded) || hasOtherScale(loaded)
}

/** Whether the session was begun under a rule that no longer decides. A domain alone has no level and so no rule. */
export function followsFormerRule({ session, role }: Pick<LoadedSession, 'session' | 'role'>): boolean {
  return session.domain === null && session.rule !== ruleKey(role)
}

/** Whether the ratings of the session are on another scale than the role's. */
export function hasOtherScale({ session, role }: Pick<LoadedSession, 'session' | 'role'>): boolean {
  return (session.scale ?? DEFAULT_SCALE.key) !== role.scale.key
}

/** The scales of a role as sessions name them: not at all if they are the default one. */
export function scaleFields({ scale, rows }: Role): Pick<Session, 'schema' | 'scale' | 'ownScales'> {
  const own = [...rows.values()].flatMap(({ skill }) =>
    skill.scale.key === scale.key ? [] : [[skill.slug, skill.scale.key] as const],
  )
  const fields = {
    ...(!isDefaultScale(scale) && { scale: scale.key }),
    ...(own.length > 0 && { ownScales: Object.fromEntries(own) }),
  }
  return { schema: sessionSchema(fields), ...fields }
}

/** The answers of a session as they are stored: those that count, and the newest of those that do not. */
export function answerFields(
  { codes, dormant }: Pick<DecodedAnswers, 'codes' | 'dormant'>,
  { dormant: before }: Pick<Session, 'dormant'>,
): Pick<Session, 'answers' | 'dormant'> {
  const hasField = dormant.length > 0 || before !== undefined
  return { answers: [...codes], ...(hasField && { dormant: dormant.slice(-MAX_ANSWERS) }) }
}

/** Whether an assessment asks every skill: the level of a role with points is a sum, of which nothing can be estimated. */
export function needsSheet({ points }: Role, domain: Domain | null): boolean {
  return points !== undefined && domain === null
}

/** The next version of the session, for the current role. Answers that do not fit it stay, and do not count. */
export function migratedSession({ session, role, domain, decoded }: LoadedSession): Session {
  const { scale: _, ownScales: __, ...rest } = session
  return {
    ...rest,
    ...scaleFields(role),
    ...(needsSheet(role, domain) && { mode: 'sheet' }),
    ...trackField(role, session.target !== undefined),
    version: session.version + 1,
    roleVersion: role.version,
    rule: ruleKey(role),
    ...answerFields(decoded, session),
  }
}

/** The name of a grade's level; grade 0 is below the first level. */
export function gradeName(role: Role, grade: number, t: CommandContext['t']): string {
  return role.levels[grade - 1]?.name ?? t('assess.belowFirst', { level: role.levels[0]?.name ?? '' })
}

/** Converts 0..1 to a whole percentage; 100 only for certainty. */
export function wholePercent(probability: number): number {
  return probability >= 1 ? 100 : Math.min(99, Math.round(probability * 100))
}
