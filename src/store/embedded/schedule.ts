import { z } from 'zod'
import { QUARANTINE_MARK, scheduleKeys } from '../keys.ts'
import { personKey } from '../person.ts'
import { SCHEDULE_SCHEMA, ScheduleEntry } from '../records.ts'
import type { ClaimedEntry, ScheduleStore, StoreOptions } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { type ParseResult, parseAs, parseValue, withoutToken } from '../validation.ts'
import type { Write } from './commits.ts'
import type { Disk } from './disk.ts'
import type { Unwrap } from './quarantine.ts'

const StoredEntry = z.object({ score: z.number(), token: z.string(), entry: z.unknown() })
/** An entry in the queue. `score` is the time at which it is due or, once claimed, at which the claim expires. */
interface QueuedEntry {
  readonly score: number
  readonly token: string
  readonly entry: ScheduleEntry
}

const Owned = z.object({ entry: z.object({ person: ScheduleEntry.shape.person }) })

export interface EmbeddedSchedule extends ScheduleStore {
  /** Removes all entries of a person (as in `personKey`), and makes the given writes in the same step. */
  forget(person: string, writes: readonly Write[]): Promise<void>
}

/**
 * Entries are few (one per open session) and read often, so all are also held in memory, loaded at the start. The disk is
 * written before anything is acknowledged. If that fails, memory returns to its state before.
 */
export async function createEmbeddedSchedule(
  disk: Disk,
  { prefix }: StoreOptions,
  unwrap: Unwrap,
): Promise<EmbeddedSchedule> {
  const beginning = `${scheduleKeys(prefix).entries}:`
  const queue = new Map<string, QueuedEntry>()
  /** Entries with a newer schema: they stay for a later version of Rung, unless their owner is erased. */
  const newer: { readonly key: string; readonly owner: string | undefined }[] = []
  for (const [key, text] of await disk.range(beginning)) {
    if (key.includes(QUARANTINE_MARK)) continue
    const queued = await unwrap(key, text, parseQueued(text), () => newer.push({ key, owner: ownerOf(text) }))
    if (queued) queue.set(queued.entry.id, queued)
  }

  async function set(changes: ReadonlyMap<string, QueuedEntry | null>, others: readonly Write[] = []): Promise<void> {
    const before = new Map([...changes.keys()].map((id) => [id, queue.get(id) ?? null]))
    apply(queue, changes)
    try {
      const writes = [...changes].map(([id, next]) => writeOf(`${beginning}${encodeURIComponent(id)}`, next))
      await disk.write([...writes, ...others])
    } catch (error) {
      const untouched = [...before].filter(([id]) => (queue.get(id) ?? null) === changes.get(id))
      apply(queue, new Map(untouched))
      throw error
    }
  }

  /** Changes a claimed entry, unless it has been claimed or scheduled again. Returns whether it did. */
  async function settle({ id, token }: ClaimedEntry, next: QueuedEntry | null): Promise<boolean> {
    if (queue.get(id)?.token !== token) return false
    await set(new Map([[id, next]]))
    return true
  }

  return {
    async put(entry) {
      await set(new Map([[entry.id, queuedOf(entry)]]))
    },

    async cancel(id) {
      if (queue.has(id)) await set(new Map([[id, null]]))
    },

    platforms: async () => [...new Set([...queue.values()].map(({ entry }) => entry.person.platform))],

    async claim(platform, now, leaseMs, limit) {
      const claimed = [...queue.values()]
        .filter(({ score, entry }) => entry.person.platform === platform && score <= now)
        .sort((a, b) => a.score - b.score || (a.entry.id < b.entry.id ? -1 : 1))
        .slice(0, Math.max(0, limit))
        .map((each): QueuedEntry => ({ ...each, score: now + leaseMs, token: randomToken() }))
      await set(new Map(claimed.map((each) => [each.entry.id, each])))
      return claimed.map(({ entry, token }) => ({ ...entry, token }))
    },

    complete: (entry) => settle(entry, null),
    reschedule: (entry, to) => settle(entry, queuedOf({ ...entry, ...to })),

    async forget(person, writes) {
      const own = [...queue.values()].filter(({ entry }) => personKey(entry.person) === person)
      const ownNewer = newer.filter(({ owner }) => owner === person).map(({ key }): Write => ({ type: 'del', key }))
      await set(new Map(own.map(({ entry }) => [entry.id, null])), [...writes, ...ownNewer])
    },
  }
}

/** Returns an entry as it is queued. Throws a ZodError if it could not be read again. */
function queuedOf(entry: ScheduleEntry): QueuedEntry {
  return { score: entry.at, token: randomToken(), entry: withoutToken(entry) }
}

function parseQueued(text: string): ParseResult<QueuedEntry> {
  const stored = parseAs(StoredEntry, text, 'it is not an entry of the schedule')
  if (!stored.ok) return stored
  const { score, token } = stored.value
  const entry = parseValue(ScheduleEntry, SCHEDULE_SCHEMA, stored.value.entry)
  return entry.ok ? { ok: true, value: { score, token, entry: entry.value } } : entry
}

/** Returns the owner of an entry with a newer schema. */
function ownerOf(text: string): string | undefined {
  const owned = parseAs(Owned, text, '')
  return owned.ok ? personKey(owned.value.entry.person) : undefined
}

function apply(queue: Map<string, QueuedEntry>, changes: ReadonlyMap<string, QueuedEntry | null>): void {
  for (const [id, next] of changes) {
    if (next) queue.set(id, next)
    else queue.delete(id)
  }
}

function writeOf(key: string, next: QueuedEntry | null): Write {
  return next ? { type: 'put', key, value: JSON.stringify(next) } : { type: 'del', key }
}
