import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ASIDE, dueKeys } from '../keys.ts'
import { personKey } from '../person.ts'
import type { DueStore, StoreOptions } from '../store.ts'
import { parseJson, readValue } from '../stored.ts'
import { DUE_SCHEMA, DueEntry } from '../values.ts'
import type { SetTextAside } from './asides.ts'
import type { Disk, Write } from './disk.ts'

/** `score` is when it falls due or, once claimed, when the claim runs out. */
interface Waiting {
  readonly score: number
  readonly token: string
  readonly entry: DueEntry
}

const Kept = z.strictObject({ score: z.number(), token: z.string(), entry: z.unknown() })

export interface EmbeddedDue extends DueStore {
  /** Removes all entries of a person (as in `personKey`), and makes more writes in the same step. */
  forget(person: string, more: readonly Write[]): Promise<void>
}

/**
 * Entries are few (one an open session) and asked for often, so they are held in memory too, read at the start. The
 * disk is written before anything is acknowledged; where that fails, memory goes back to what it was.
 */
export async function embeddedDue(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): Promise<EmbeddedDue> {
  const beginning = `${dueKeys(prefix).entries}:`
  const waiting = new Map<string, Waiting>()
  for (const [key, text] of await disk.range(beginning)) {
    if (key.includes(ASIDE)) continue
    const read = readWaiting(text)
    if (read.ok) waiting.set(read.value.entry.id, read.value)
    else await setAside(key, text, read.reason)
  }

  async function set(changes: ReadonlyMap<string, Waiting | null>, more: readonly Write[] = []): Promise<void> {
    const before = new Map([...changes.keys()].map((id) => [id, waiting.get(id) ?? null]))
    apply(waiting, changes)
    try {
      const writes = [...changes].map(([id, next]) => writeOf(`${beginning}${encodeURIComponent(id)}`, next))
      await disk.write([...writes, ...more])
    } catch (error) {
      const untouched = [...before].filter(([id]) => (waiting.get(id) ?? null) === changes.get(id))
      apply(waiting, new Map(untouched))
      throw error
    }
  }

  return {
    async schedule({ schema, id, at, kind, person, role }) {
      // Field by field: a claimed entry that is scheduled again brings its token along.
      const entry = DueEntry.parse({ schema, id, at, kind, person, role })
      await set(new Map([[id, { score: at, token: randomBytes(6).toString('base64url'), entry }]]))
    },

    async cancel(id) {
      if (waiting.has(id)) await set(new Map([[id, null]]))
    },

    async claim(now, leaseMs, most) {
      const due = [...waiting.values()].filter(({ score }) => score <= now)
      due.sort((a, b) => a.score - b.score || (a.entry.id < b.entry.id ? -1 : 1))
      const claimed = due.slice(0, Math.max(0, most))
      await set(new Map(claimed.map((each) => [each.entry.id, { ...each, score: now + leaseMs }])))
      return claimed.map(({ entry, token }) => ({ ...entry, token }))
    },

    async complete({ id, token }) {
      if (waiting.get(id)?.token === token) await set(new Map([[id, null]]))
    },

    async forget(person, more) {
      const theirs = [...waiting.values()].filter(({ entry }) => personKey(entry.person) === person)
      await set(new Map(theirs.map(({ entry }) => [entry.id, null])), more)
    },
  }
}

function readWaiting(text: string) {
  const kept = Kept.safeParse(parseJson(text))
  if (!kept.success) return { ok: false, reason: 'it is no due entry' } as const
  const { score, token } = kept.data
  const read = readValue(DueEntry, DUE_SCHEMA, kept.data.entry)
  return read.ok ? ({ ok: true, value: { score, token, entry: read.value } } as const) : read
}

function apply(waiting: Map<string, Waiting>, changes: ReadonlyMap<string, Waiting | null>): void {
  for (const [id, next] of changes) {
    if (next) waiting.set(id, next)
    else waiting.delete(id)
  }
}

function writeOf(key: string, next: Waiting | null): Write {
  return next ? { type: 'put', key, value: JSON.stringify(next) } : { type: 'del', key }
}
