import {
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
  isDefaultScale,
  type Level,
  type Role,
  type Row,
} from '../../../catalog/index.ts'
import type { Session } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
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
  const decoded = decodeAnswers(role, session.answers, session.scale ?? DEFAULT_SCALE.key)
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

/** The scale of a role as sessions name it: not at all if it is the default one. */
export function scaleField({ scale }: Role): Pick<Session, 'scale'> {
  return isDefaultScale(scale) ? {} : { scale: scale.key }
}

/** The next version of the session, with the answers that still fit the current role. */
export function migratedSession({ session, role, decoded }: LoadedSession): Session {
  const answers = [...decoded.codes]
  const { scale: _, ...rest } = session
  return {
    ...rest,
    ...scaleField(role),
    version: session.version + 1,
    roleVersion: role.version,
    rule: ruleKey(role),
    answers,
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
