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
import type { Domain, Role, Row } from '../../../catalog/index.ts'
import type { Session } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'

/** A session read against the catalogue as it is now: what has been said, and where that leads. */
export interface LoadedSession {
  readonly session: Session
  readonly role: Role
  readonly domain: Domain | null
  readonly assessedRole: AssessedRole
  readonly decoded: DecodedAnswers
  readonly assessment: AssessmentState
  readonly ratingOf: RatingOf
}

/** Throws a UserError where the catalogue no longer has the session's role. */
export function loadSession(session: Session, { catalogIndex }: Pick<CommandContext, 'catalogIndex'>): LoadedSession {
  const role = catalogIndex.catalog.roles.get(session.role)
  if (!role) throw new UserError('error.assess.roleGone', { role: session.role })
  const domain = domainIn(role, session.domain)
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

function domainIn(role: Role, slug: string | null): Domain | null {
  return role.domains.find((group) => group.domain.slug === slug)?.domain ?? null
}

/** The row of the question that is open; null where nothing is left to ask. */
export function currentRow({ assessment, role }: LoadedSession): Row | null {
  return assessment.next === null ? null : (role.rows.get(assessment.next.skillId) ?? null)
}

/** Whether the role has changed since the session's answers were given. */
export function isOutdated({ session, role }: LoadedSession): boolean {
  return session.roleVersion !== role.version
}

/** The session with its answers brought to the role as it is now, one version on. */
export function migratedSession({ session, role, decoded }: LoadedSession): Session {
  return { ...session, version: session.version + 1, roleVersion: role.version, answers: [...decoded.codes] }
}

/** A grade in words: the level's name, or that it is not yet the first. */
export function gradeName(role: Role, grade: number, t: CommandContext['t']): string {
  return role.levels[grade - 1]?.name ?? t('assess.belowFirst', { level: role.levels[0]?.name ?? '' })
}

/** 0..1 as whole percent, never saying 100 of what is not certain. */
export function wholePercent(probability: number): number {
  return probability >= 1 ? 100 : Math.min(99, Math.round(probability * 100))
}
