import { z } from 'zod'
import { type PersonKeys, personKeys, QUARANTINE_MARK } from '../keys.ts'
import type { Person } from '../person.ts'
import { AssessmentResult, MAX_ANSWERS, RESULT_SCHEMA, SESSION_SCHEMA, Session } from '../records.ts'
import {
  DELIVERY_MEMORY_MS,
  NewerSchemaError,
  type ResultStore,
  type SessionRef,
  type SessionStore,
  type StoreOptions,
  type UpdateResult,
} from '../store.ts'
import {
  joinAnswerCodes,
  latestFirst,
  newestFirst,
  type ParseResult,
  parseAs,
  parseJson,
  parseText,
  parseValue,
  rejectNewer,
  tooManyAnswersError,
  validated,
  validateNextVersion,
  wholeMilliseconds,
} from '../validation.ts'
import type { Disk, Write } from './disk.ts'
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

  /** Returns the sessions of a person that can be read, and the roles of those with a newer schema. */
  function readAll(
    keys: PersonKeys,
  ): Promise<{ readonly sessions: readonly Session[]; readonly newer: readonly string[] }> {
    return disk.runExclusive(keys.prefix, async () => {
      const sessions: Session[] = []
      const newer: string[] = []
      for (const [key, text] of await disk.range(keys.sessions)) {
        if (key.includes(QUARANTINE_MARK)) continue
        const role = decodeURIComponent(key.slice(keys.sessions.length))
        try {
          const session = await parse(key, text, role)
          if (session) sessions.push(session)
        } catch (error) {
          if (!(error instanceof NewerSchemaError)) throw error
          newer.push(role)
        }
      }
      return { sessions: sessions.sort(latestFirst), newer }
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

    list: async (person) => (await readAll(personKeys(prefix, person))).sessions,
    listNewer: async (person) => (await readAll(personKeys(prefix, person))).newer,

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

    async append(person, role, { id, version, answers, at, idleMs, deliveryId }) {
      joinAnswerCodes(answers)
      return change(
        person,
        { role, id, version },
        async (session, keys) => {
          if (session.answers.length + answers.length > MAX_ANSWERS) throw tooManyAnswersError()
          const next = { ...session, version: version + 1, touchedAt: at, answers: [...session.answers, ...answers] }
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
  /** Returns the results of a person that can be read, and how many have a newer schema. */
  function readAll(person: Person): Promise<{ readonly results: AssessmentResult[]; readonly newer: number }> {
    const keys = personKeys(prefix, person)
    return disk.runExclusive(keys.prefix, async () => {
      const results: AssessmentResult[] = []
      let newer = 0
      const countNewer = (): void => {
        newer += 1
      }
      for (const [key, text] of await disk.range(`${keys.results}:`)) {
        if (key.includes(QUARANTINE_MARK)) continue
        const result = await unwrap(key, text, parseText(AssessmentResult, RESULT_SCHEMA, text), countNewer)
        if (result) results.push(result)
      }
      return { results: results.sort(newestFirst), newer }
    })
  }

  return {
    list: async (person) => (await readAll(person)).results,
    countNewer: async (person) => (await readAll(person)).newer,
  }
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
