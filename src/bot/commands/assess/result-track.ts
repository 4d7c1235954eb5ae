import { findBySlug, type Role, roleOnTrack, type Track, tracksOf, trackThrough } from '../../../catalog/index.ts'
import type { AssessmentResult, Session } from '../../../store/records.ts'

type Tracked = Pick<AssessmentResult | Session, 'domain' | 'track'> & { readonly target?: string | null | undefined }

/**
 * The track that a session or a result is about: the one that it names, or that the level it is about is on, or the first one. Undefined
 * for one domain, which gives no level.
 */
export function trackOf({ domain, track, target }: Tracked, role: Role): Track | undefined {
  if (domain !== null) return undefined
  const tracks = tracksOf(role)
  const end = findBySlug(role.levels, track)
  const level = findBySlug(role.levels, target)
  return tracks.find((each) => each.end === end) ?? (level && trackThrough(role, level)) ?? tracks[0]
}

/** The role of a result with the levels of its track alone. A role with those of one track stays as it is. */
export function roleOfResult(result: Tracked, role: Role): Role {
  return role.whole ? role : roleOnTrack(role, trackOf(result, role))
}
