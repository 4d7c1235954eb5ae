import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { QUARANTINE_MARK, scheduleKeys } from '../keys.ts'
import { personKey } from '../person.ts'
import { SCHEDULE_SCHEMA, ScheduleEntry } from '../records.ts'
import type { ClaimedEntry, ScheduleStore, StoreOptions } from '../store.ts'
import { type ParseResult, parseJson, parseValue, withoutToken } from '../validation.ts'
import type { Disk, Write } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'
import { createScheduleQueue, type QueuedEntry, type ScheduleQueue } from './schedule-queue.ts'

const Kept = z.object({ score: z.number(), token: z.string(), entry: z.unknown() })

export interface EmbeddedSchedule extends ScheduleStore {
  /** Removes all entries of a person (as in `personKey`), and makes more writes in the same step. */
  forget(person: string, more: readonly Write[]): Promise<void>
}

/**
 * Entries are few (one an open session) and asked for often, so they are held in memory too, read at the start. The
 * disk is written before anything is acknowledged; where that fails, memory goes back to what it was.
 */
export async function createEmbeddedSchedule(
  disk: Disk,
  { prefix }: StoreOptions,
  setAside: SetTextAside,
): Promise<EmbeddedSchedule> {
  const beginning = `${scheduleKeys(prefix).entries}:`
  const queue = createScheduleQueue()
  /** What only a later version of Rung can read: left for it, unless its owner is forgotten. */
  const newer: { readonly key: string; readonly owner: string | undefined }[] = []
  for (const [key, text] of await disk.range(beginning)) {
    if (key.includes(QUARANTINE_MARK)) continue
    const read = readQueued(text)
    if (read.ok) queue.set(read.value.entry.id, read.value)
    else if (read.newer) newer.push({ key, owner: ownerIn(text) })
    else await setAside(key, text, read.reason)
  }

  async function set(changes: ReadonlyMap<string, QueuedEntry | null>, more: readonly Write[] = []): Promise<void> {
    const before = new Map([...changes.keys()].map((id) => [id, queue.get(id)]))
    apply(queue, changes)
    try {
      const writes = [...changes].map(([id, next]) => writeOf(`${beginning}${encodeURIComponent(id)}`, next))
      await disk.write([...writes, ...more])
    } catch (error) {
      const untouched = [...before].filter(([id]) => queue.get(id) === changes.get(id))
      apply(queue, new Map(untouched))
      throw error
    }
  }

  /** Makes a change of a claimed entry, unless it was claimed or scheduled again since. */
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
      if (queue.get(id)) await set(new Map([[id, null]]))
    },

    platforms: async () => queue.platforms(),

    async claim(platform, now, leaseMs, limit) {
      const claimed = queue
        .first(platform, now, limit)
        .map((each): QueuedEntry => ({ ...each, score: now + leaseMs, token: newToken() }))
      await set(new Map(claimed.map((each) => [each.entry.id, each])))
      return claimed.map(({ entry, token }) => ({ ...entry, token }))
    },

    complete: (entry) => settle(entry, null),
    reschedule: (entry, to) => settle(entry, queuedOf({ ...entry, ...to })),

    async forget(person, more) {
      const theirs = [...queue.values()].filter(({ entry }) => personKey(entry.person) === person)
      const alsoTheirs = newer.filter(({ owner }) => owner === person).map(({ key }): Write => ({ type: 'del', key }))
      await set(new Map(theirs.map(({ entry }) => [entry.id, null])), [...more, ...alsoTheirs])
    },
  }
}

/** An entry as it is queued. Throws where it could not be read again. */
function queuedOf(entry: ScheduleEntry): QueuedEntry {
  return { score: entry.at, token: newToken(), entry: withoutToken(entry) }
}

function newToken(): string {
  return randomBytes(6).toString('base64url')
}

function readQueued(text: string): ParseResult<QueuedEntry> {
  const kept = Kept.safeParse(parseJson(text))
  if (!kept.success) return { ok: false, reason: 'it is no due entry' }
  const { score, token } = kept.data
  const read = parseValue(ScheduleEntry, SCHEDULE_SCHEMA, kept.data.entry)
  return read.ok ? { ok: true, value: { score, token, entry: read.value } } : read
}

/** Whose an entry is that cannot be read otherwise. */
function ownerIn(text: string): string | undefined {
  const kept = z.object({ entry: z.object({ person: ScheduleEntry.shape.person }) }).safeParse(parseJson(text))
  return kept.success ? personKey(kept.data.entry.person) : undefined
}

function apply(queue: ScheduleQueue, changes: ReadonlyMap<string, QueuedEntry | null>): void {
  for (const [id, next] of changes) queue.set(id, next)
}

function writeOf(key: string, next: QueuedEntry | null): Write {
  return next ? { type: 'put', key, value: JSON.stringify(next) } : { type: 'del', key }
}
