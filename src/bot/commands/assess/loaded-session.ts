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
import type { CatalogIndex, Domain, Role, Row } from '../../../catalog/index.ts'
import type { Session } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'

/** A session with its answers evaluated against the current catalog. */
export interface LoadedSession {
  readonly session: Session
  readonly role: Role
  readonly domain: Domain | null
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
  const assessed = assessedRole(role, domain)
  const decoded = decodeAnswers(role, session.answers)
  const inDomain = decoded.answers.filter(([slug]) => domain === null || role.rows.get(slug)?.skill.domain === domain)
  const ratings = new Map<string, Rating | null>(inDomain)
  return {
    session,
    role,
    domain,
    assessedRole: assessed,
    decoded,
    assessment: assess(assessed, inDomain, { refineGaps: session.refine }),
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

/** The row of the open question; null if there is none. */
export function currentRow({ assessment, role }: LoadedSession): Row | null {
  return assessment.next === null ? null : (role.rows.get(assessment.next.skillId) ?? null)
}

/** Whether the role has changed since the answers were given. */
export function isOutdated({ session, role }: LoadedSession): boolean {
  return session.roleVersion !== role.version
}

/** The next version of the session, with the answers that still fit the current role. */
export function migratedSession({ session, role, decoded }: LoadedSession): Session {
  return { ...session, version: session.version + 1, roleVersion: role.version, answers: [...decoded.codes] }
}

/** The name of a grade's level; grade 0 is below the first level. */
export function gradeName(role: Role, grade: number, t: CommandContext['t']): string {
  return role.levels[grade - 1]?.name ?? t('assess.belowFirst', { level: role.levels[0]?.name ?? '' })
}

/** Converts 0..1 to a whole percentage; 100 only for certainty. */
export function wholePercent(probability: number): number {
  return probability >= 1 ? 100 : Math.min(99, Math.round(probability * 100))
}
