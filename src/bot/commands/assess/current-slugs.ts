import { findBySlug, type Role } from '../../../catalog/index.ts'
import type { AssessmentResult, Session, Settings } from '../../../store/records.ts'

// What is stored names levels, domains and skills as they were called then. These follow the slugs that were renamed since. A slug that
// the role neither has nor had stays as it is.

const skillIn = (role: Role, slug: string): string => role.rows.get(slug)?.skill.slug ?? slug
const levelIn = (role: Role, slug: string): string => findBySlug(role.levels, slug)?.slug ?? slug

function domainIn(role: Role, slug: string): string {
  const domains = role.domains.map(({ domain }) => domain)
  return findBySlug(domains, slug)?.slug ?? slug
}

function evidenceIn(role: Role, evidence: Session['evidence']): Session['evidence'] {
  return Object.fromEntries(Object.entries(evidence).map(([slug, text]) => [skillIn(role, slug), text]))
}

/** A session with the slugs of today. It keeps the role that it is stored under. */
export function sessionToday(session: Session, role: Role): Session {
  const { domain, target, track, evidence } = session
  return {
    ...session,
    domain: domain === null ? null : domainIn(role, domain),
    ...(target !== undefined && { target: levelIn(role, target) }),
    ...(track !== undefined && { track: levelIn(role, track) }),
    evidence: evidenceIn(role, evidence),
  }
}

/** A result with the slugs of today. */
export function resultToday(result: AssessmentResult, role: Role): AssessmentResult {
  const { domain, level, target, track, ratings, gaps, evidence } = result
  return {
    ...result,
    role: role.slug,
    domain: domain === null ? null : domainIn(role, domain),
    level: level === null ? null : levelIn(role, level),
    target: target === null ? null : levelIn(role, target),
    ...(track !== undefined && { track: levelIn(role, track) }),
    ratings: ratings.map((each) => ({ ...each, skill: skillIn(role, each.skill) })),
    gaps: gaps.map((each) => ({ ...each, skill: skillIn(role, each.skill) })),
    ...(evidence && { evidence: evidenceIn(role, evidence) }),
  }
}

/** The skills of a role that a person does not want to work on now. */
export function deferredIn({ deferredSkills = {} }: Pick<Settings, 'deferredSkills'>, role: Role): readonly string[] {
  const slugs = [role.slug, ...(role.formerly ?? [])]
  return [...new Set(slugs.flatMap((slug) => deferredSkills[slug] ?? []).map((slug) => skillIn(role, slug)))]
}
