import type { ScheduleEntry } from '../records.ts'

/** An entry in a queue. `score` is the time at which it is due or, once claimed, at which the claim expires. */
export interface QueuedEntry {
  readonly score: number
  readonly token: string
  readonly entry: ScheduleEntry
}

/** The schedule in memory: entries by id, and per platform in the order in which they are due. */
export interface ScheduleQueue {
  get(id: string): QueuedEntry | null
  /** Replaces the entry with an id, or removes it. */
  set(id: string, next: QueuedEntry | null): void
  /** Returns up to `limit` entries of a platform with a score of at most `until`, the lowest first. */
  first(platform: string, until: number, limit: number): readonly QueuedEntry[]
  platforms(): readonly string[]
  values(): Iterable<QueuedEntry>
}

export function createScheduleQueue(): ScheduleQueue {
  const byId = new Map<string, QueuedEntry>()
  const byPlatform = new Map<string, QueuedEntry[]>()

  function remove(id: string): void {
    const queued = byId.get(id)
    if (!queued) return
    byId.delete(id)
    const { platform } = queued.entry.person
    const ordered = byPlatform.get(platform) ?? []
    ordered.splice(indexOf(ordered, queued), 1)
    if (ordered.length === 0) byPlatform.delete(platform)
  }

  return {
    get: (id) => byId.get(id) ?? null,
    set(id, next) {
      remove(id)
      if (!next) return
      byId.set(id, next)
      const { platform } = next.entry.person
      const ordered = byPlatform.get(platform) ?? []
      byPlatform.set(platform, ordered)
      ordered.splice(indexOf(ordered, next), 0, next)
    },
    first(platform, until, limit) {
      const ordered = byPlatform.get(platform) ?? []
      const due: QueuedEntry[] = []
      for (const queued of ordered) {
        if (queued.score > until || due.length >= limit) break
        due.push(queued)
      }
      return due
    },
    platforms: () => [...byPlatform.keys()],
    values: () => byId.values(),
  }
}

/** Returns the index of an entry in an ordered list, or the index at which to insert it. */
function indexOf(ordered: readonly QueuedEntry[], wanted: QueuedEntry): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = ordered[middle]
    if (at && isBefore(at, wanted)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(one: QueuedEntry, other: QueuedEntry): boolean {
  return one.score < other.score || (one.score === other.score && one.entry.id < other.entry.id)
}
