import { unknownName } from './build-context.ts'
import { rowsBySlug } from './former-slugs.ts'
import type { Level, LocalText, Role, RoleDomain } from './model.ts'
import type { Report } from './yaml-source.ts'

// Levels that branch. A level leads to others further up in the list; without a word about it, to the next one. A track is the way from
// a first level to one that leads on to none, and a person's level is decided on one: a level of another track is not below it.

/** A way up through the levels of a role. */
export interface Track {
  /** The last level, which no other track ends with: its slug stands for the track. */
  readonly end: Level
  /** What the ladder calls it; null if it does not. */
  readonly name: LocalText | null
  /** Lowest first. */
  readonly levels: readonly Level[]
}

type Branching = Pick<Level, 'slug'> & { readonly leadsTo?: readonly string[] | undefined; readonly track?: unknown }

const trackKey = ({ track }: Branching): string => JSON.stringify(track ?? null)

/** The indices of the levels that follow each level. */
function followers(levels: readonly Branching[]): readonly (readonly number[])[] {
  // A level further down is a problem of its own.
  const isAbove = (slug: string, index: number) => levels.findIndex((other) => other.slug === slug) > index
  const explicit = new Set(levels.flatMap(({ leadsTo = [] }, index) => leadsTo.filter((slug) => isAbove(slug, index))))
  return levels.map((level, index) => {
    if (level.leadsTo) {
      return level.leadsTo.map((slug) => levels.findIndex((other) => other.slug === slug)).filter((at) => at > index)
    }
    const next = levels[index + 1]
    if (!next || explicit.has(next.slug)) return []
    return level.track !== undefined && trackKey(next) !== trackKey(level) ? [] : [index + 1]
  })
}

/** The index of the level below each level: the first in the list that leads to it; undefined for one that a track begins with. */
function levelsBelow(levels: readonly Branching[]): readonly (number | undefined)[] {
  const after = followers(levels)
  return levels.map((_, index) => {
    const below = after.findIndex((each) => each.includes(index))
    return below < 0 ? undefined : below
  })
}

/** Checks what levels lead to. Levels only lead up the list, so that no way leads back to where it began. */
export function checkTracks(levels: readonly Branching[], report: Report): void {
  const bySlug = new Map(levels.map((level) => [level.slug, level]))
  for (const [index, { slug, leadsTo = [] }] of levels.entries()) {
    for (const [nth, other] of leadsTo.entries()) {
      const at = levels.findIndex((level) => level.slug === other)
      const path = ['levels', index, 'leadsTo', nth]
      if (at < 0) report(path, unknownName('level', other, bySlug))
      else if (at <= index) {
        const where = at === index ? 'is this level itself' : `stands before "${slug}"`
        report(path, `"${other}" ${where}; levels are listed lowest first, and lead to later ones`)
      } else if (leadsTo.indexOf(other) < nth) report(path, `"${other}" appears twice`)
    }
  }
  const below = levelsBelow(levels)
  for (const [index, { slug, track }] of levels.entries()) {
    if (index === 0 || below[index] !== undefined || track !== undefined) continue
    report(
      ['levels', index],
      `no level leads to "${slug}": name it in leadsTo of a level above it in this list, or give it a track to begin`,
    )
  }
}

/** Whether the levels of a role are more than one list. */
const branches = ({ levels }: Pick<Role, 'levels'>): boolean => levels.some(({ leadsTo, track }) => leadsTo ?? track)

/** The levels that a level leads to, in their order. */
export function nextLevels({ levels }: Pick<Role, 'levels'>, level: Level): readonly Level[] {
  return (followers(levels)[levels.indexOf(level)] ?? []).flatMap((index) => levels[index] ?? [])
}

/** The index of the level below one, by their indices; undefined for one that a track begins with. */
export function indexBelow({ levels }: Pick<Role, 'levels'>, index: number): number | undefined {
  return levelsBelow(levels)[index]
}

/**
 * The tracks of a role, in the order of the levels that they end with; one, if its levels do not branch. Where several levels lead to
 * one, the track goes through the first of them in the list.
 */
export function tracksOf({ levels }: Pick<Role, 'levels'>): readonly Track[] {
  const below = levelsBelow(levels)
  const isPassed = new Set(below)
  return levels.flatMap((end, index) => {
    if (isPassed.has(index)) return []
    const way: Level[] = []
    for (let at: number | undefined = index; at !== undefined; at = below[at]) {
      const level = levels[at]
      if (level) way.unshift(level)
    }
    const name = way.findLast(({ track }) => track)?.track ?? null
    return [{ end, name, levels: way }]
  })
}

/** The track that a level belongs to; of several, the first one. */
export function trackThrough(role: Pick<Role, 'levels'>, level: Level): Track | undefined {
  return tracksOf(role).find(({ levels }) => levels.includes(level))
}

const onTracks = new WeakMap<Role, Map<Level, Role>>()

/**
 * A role with the levels of one track alone, and without skills that none of them expects. Its levels, skills and answers are those of the
 * role. Returns the same object every time; the role itself if its levels do not branch.
 */
export function roleOnTrack(role: Role, track: Track | undefined): Role {
  if (!track || role.whole || !branches(role)) return role
  const cached = onTracks.get(role) ?? new Map<Level, Role>()
  onTracks.set(role, cached)
  const existing = cached.get(track.end)
  if (existing) return existing
  const at = track.levels.map((level) => role.levels.indexOf(level))
  const pick = <T>(entries: readonly T[]): readonly T[] => at.flatMap((index) => entries.slice(index, index + 1))
  const domains = role.domains.flatMap(({ domain, rows }): RoleDomain[] => {
    const own = rows.flatMap((row) => {
      const cells = pick(row.cells)
      const criteria = row.criteria && { criteria: pick(row.criteria) }
      return role.points || cells.some((cell) => cell !== null) ? [{ ...row, cells, ...criteria }] : []
    })
    return own.length > 0 ? [{ domain, rows: own }] : []
  })
  const points = role.points && { points: { ...role.points, thresholds: pick(role.points.thresholds) } }
  const rows = rowsBySlug(domains)
  const skillSlugs = [...rows.keys()]
  const own = Object.freeze({ ...role, ...points, whole: role, levels: track.levels, domains, skillSlugs, rows })
  cached.set(track.end, own)
  return own
}

/** A role with the levels on the way through a level alone. */
export function roleThrough(role: Role, level: Level): Role {
  return roleOnTrack(role, trackThrough(role, level))
}
