import { z } from 'zod'
import { collectResults, collectSessions } from '../collect.ts'
import { type PersonKeys, personKeys, QUARANTINE_MARK } from '../keys.ts'
import type { Person } from '../person.ts'
import { AssessmentResult, MAX_ANSWERS, SESSION_SCHEMA, Session } from '../records.ts'
import {
  DELIVERY_MEMORY_MS,
  type ResultStore,
  type SessionRef,
  type SessionStore,
  type StoreOptions,
  type UpdateResult,
} from '../store.ts'
import {
  joinAnswerCodes,
  type ParseResult,
  parseAs,
  parseJson,
  parseValue,
  rejectNewer,
  tooManyAnswersError,
  validated,
  validateNextVersion,
  wholeMilliseconds,
  withCardTime,
} from '../validation.ts'
import type { Write } from './commits.ts'
import type { Disk } from './disk.ts'
import type { Unwrap } from './quarantine.ts'

/** A session as it is stored. From `until` on, it has been idle for too long and counts as removed. */
const StoredSession = z.object({ until: z.number(), session: z.unknown() })

/** Any value that is stored for a limited time. */
export const Until = z.looseObject({ until: z.number() })

export function createEmbeddedSessions(disk: Disk, { prefix }: StoreOptions, unwrap: Unwrap): SessionStore {
  /** Returns a session from its stored text; null if there is none, or it is idle for too long or unreadable. */
  async function parse(key: string, text: string | undefined, role: string): Promise<Session | null> {
    if (text === undefined) return null
    const stored = await unwrap(key, text, parseStored(text, role), rejectNewer(key, 'session', role))
    return stored && stored.until > Date.now() ? stored.session : null
  }

  async function read(keys: PersonKeys, role: string): Promise<Session | null> {
    const key = keys.session(role)
    return parse(key, await disk.get(key), role)
  }

  function readAll(person: Person): ReturnType<typeof collectSessions> {
    const keys = personKeys(prefix, person)
    return disk.runExclusive(keys.prefix, async () => {
      const stored = await readable(disk, keys.sessions)
      return collectSessions(
        stored.map(([key, text]) => {
          const role = decodeURIComponent(key.slice(keys.sessions.length))
          return [role, () => parse(key, text, role)]
        }),
      )
    })
  }

  /** Changes one session while nothing else changes it, unless it is no longer in the state that `from` names. */
  function change(
    person: Person,
    from: SessionRef,
    make: (session: Session, keys: PersonKeys) => Promise<Session>,
    deliveryId?: string,
  ): Promise<UpdateResult> {
    const keys = personKeys(prefix, person)
    return disk.runExclusive(keys.prefix, async () => {
      const session = await read(keys, from.role)
      if (session === null) return { status: 'missing' }
      if (deliveryId !== undefined && (await isRemembered(disk, deliveryKey(keys, deliveryId))))
        return { status: 'repeated', session }
      if (session.id !== from.id || session.version !== from.version) return { status: 'stale', session }
      return { status: 'done', session: await make(session, keys) }
    })
  }

  return {
    async read(person, role) {
      const keys = personKeys(prefix, person)
      const text = await disk.get(keys.session(role))
      if (text === undefined) return null
      const result = parseStored(text, role)
      // Only an unreadable session, which is moved, has to wait for other changes.
      if (!result.ok) return disk.runExclusive(keys.prefix, () => read(keys, role))
      return result.value.until > Date.now() ? result.value.session : null
    },

    list: async (person) => (await readAll(person)).sessions,
    listNewer: async (person) => (await readAll(person)).newer,

    async create(person, session, idleMs) {
      const keys = personKeys(prefix, person)
      const put = putSession(keys, session, idleMs)
      return disk.runExclusive(keys.prefix, async () => {
        const existing = await read(keys, session.role)
        if (existing) return { status: 'exists', session: existing }
        await disk.write([put])
        return { status: 'created' }
      })
    },

    async append(person, role, { id, version, answers, at, idleMs, card, deliveryId }) {
      joinAnswerCodes(answers)
      return change(
        person,
        { role, id, version },
        async (session, keys) => {
          if (session.answers.length + answers.length > MAX_ANSWERS) throw tooManyAnswersError()
          const next = {
            ...session,
            version: version + 1,
            touchedAt: at,
            answers: [...session.answers, ...answers],
            ...withCardTime(session, { at, ...(card && { card }) }),
          }
          const writes: Write[] = [putSession(keys, next, idleMs)]
          if (deliveryId !== undefined) {
            const value = JSON.stringify({ until: Date.now() + DELIVERY_MEMORY_MS })
            writes.push({ type: 'put', key: deliveryKey(keys, deliveryId), value })
          }
          await disk.write(writes)
          return next
        },
        deliveryId,
      )
    },

    async replace(person, from, next, idleMs) {
      validateNextVersion(from, next)
      validated(Session, next)
      return change(person, from, async (_, keys) => {
        await disk.write([putSession(keys, next, idleMs)])
        return next
      })
    },

    async end(person, from, result) {
      if (result !== null) validated(AssessmentResult, result)
      return change(person, from, async (session, keys) => {
        const writes: Write[] = [{ type: 'del', key: keys.session(from.role) }]
        if (result !== null) {
          const key = `${keys.results}:${encodeURIComponent(result.id)}`
          writes.push({ type: 'put', key, value: JSON.stringify(result) })
        }
        await disk.write(writes)
        return session
      })
    },
  }
}

export function createEmbeddedResults(disk: Disk, { prefix }: StoreOptions, unwrap: Unwrap): ResultStore {
  function readAll(person: Person): ReturnType<typeof collectResults> {
    const keys = personKeys(prefix, person)
    return disk.runExclusive(keys.prefix, async () => {
      return collectResults(await readable(disk, `${keys.results}:`), unwrap)
    })
  }

  return {
    list: async (person) => (await readAll(person)).results,
    countNewer: async (person) => (await readAll(person)).newer,
  }
}

/** Returns the entries under a prefix that are not in quarantine. */
async function readable(disk: Disk, prefix: string): Promise<readonly (readonly [key: string, text: string])[]> {
  return (await disk.range(prefix)).filter(([key]) => !key.includes(QUARANTINE_MARK))
}

function parseStored(text: string, role: string): ParseResult<{ readonly until: number; readonly session: Session }> {
  const stored = parseAs(StoredSession, text, 'it is not a session')
  if (!stored.ok) return stored
  const session = parseValue(Session, SESSION_SCHEMA, stored.value.session)
  if (!session.ok) return session
  if (session.value.role !== role) return { ok: false, reason: 'it is the session of another role' }
  return { ok: true, value: { until: stored.value.until, session: session.value } }
}

/** Returns the write that stores a session. Throws a ZodError if it could not be read again. */
function putSession(keys: PersonKeys, session: Session, idleMs: number): Write {
  const value = JSON.stringify({ until: Date.now() + wholeMilliseconds(idleMs), session: validated(Session, session) })
  return { type: 'put', key: keys.session(session.role), value }
}

function deliveryKey(keys: PersonKeys, id: string): string {
  return `${keys.deliveries}:${encodeURIComponent(id)}`
}

async function isRemembered(disk: Disk, key: string): Promise<boolean> {
  const text = await disk.get(key)
  const stored = Until.safeParse(text === undefined ? undefined : parseJson(text))
  return stored.success && stored.data.until > Date.now()
}
