import { z } from 'zod'
import { type PersonKeys, personKeys, QUARANTINE_MARK } from '../keys.ts'
import type { Person } from '../person.ts'
import { AssessmentResult, MAX_ANSWERS, SESSION_SCHEMA, Session } from '../records.ts'
import {
  type AppendRequest,
  NewerSchemaError,
  type SessionRef,
  type SessionStore,
  type StoreOptions,
  type UpdateResult,
} from '../store.ts'
import {
  joinAnswerCodes,
  latestFirst,
  type ParseResult,
  parseJson,
  parseValue,
  tooManyAnswersError,
  validated,
  validateNextVersion,
  wholeMilliseconds,
} from '../validation.ts'
import type { Disk, Write } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'

/** How long a delivery's id is remembered. */
const DAY = 86_400_000

/** A session as it is kept: with the time it is idle from. */
const Kept = z.object({ until: z.number(), session: z.unknown() })

/** When something that is kept for a time goes. */
export const Until = z.looseObject({ until: z.number() })

export function createEmbeddedSessions(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): SessionStore {
  /** The session under a key, unless it is none, idle for too long, or unreadable and hence set aside. */
  async function held(key: string, text: string | undefined, role: string): Promise<Session | null> {
    if (text === undefined) return null
    const kept = readKept(text, role)
    if (!kept.ok) {
      if (kept.newer) throw new NewerSchemaError(key, kept.reason, 'session', role)
      await setAside(key, text, kept.reason)
      return null
    }
    return kept.value.until > Date.now() ? kept.value.session : null
  }

  async function find(keys: PersonKeys, role: string): Promise<Session | null> {
    const key = keys.session(role)
    return held(key, await disk.get(key), role)
  }

  /** The sessions of a person that can be read, and the roles of those that only a later version can. */
  function all(
    keys: PersonKeys,
  ): Promise<{ readonly sessions: readonly Session[]; readonly newer: readonly string[] }> {
    return disk.runExclusive(keys.prefix, async () => {
      const sessions: Session[] = []
      const newer: string[] = []
      for (const [key, text] of await disk.range(keys.sessions)) {
        if (key.includes(QUARANTINE_MARK)) continue
        const role = decodeURIComponent(key.slice(keys.sessions.length))
        try {
          const session = await held(key, text, role)
          if (session) sessions.push(session)
        } catch (error) {
          if (!(error instanceof NewerSchemaError)) throw error
          newer.push(role)
        }
      }
      return { sessions: sessions.sort(latestFirst), newer }
    })
  }

  /** Makes a change of one session while nobody else makes one, unless it has moved on since `from`. */
  function change(
    person: Person,
    from: SessionRef,
    make: (session: Session, keys: PersonKeys) => Promise<Session>,
    event?: string,
  ): Promise<UpdateResult> {
    const keys = personKeys(prefix, person)
    return disk.runExclusive(keys.prefix, async () => {
      const session = await find(keys, from.role)
      if (session === null) return { status: 'missing' }
      if (event !== undefined && (await isRemembered(disk, eventOf(keys, event))))
        return { status: 'repeated', session }
      if (session.id !== from.id || session.version !== from.version) return { status: 'stale', session }
      return { status: 'done', session: await make(session, keys) }
    })
  }

  return {
    async read(person, role) {
      const keys = personKeys(prefix, person)
      const key = keys.session(role)
      const text = await disk.get(key)
      // Only what has to be set aside waits for its turn.
      if (text === undefined) return null
      const kept = readKept(text, role)
      if (!kept.ok) return disk.runExclusive(keys.prefix, () => find(keys, role))
      return kept.value.until > Date.now() ? kept.value.session : null
    },

    list: async (person) => (await all(personKeys(prefix, person))).sessions,
    listNewer: async (person) => (await all(personKeys(prefix, person))).newer,

    async create(person, session, idleMs) {
      const keys = personKeys(prefix, person)
      const put = putSession(keys, session, idleMs)
      return disk.runExclusive(keys.prefix, async () => {
        const existing = await find(keys, session.role)
        if (existing) return { status: 'exists', session: existing }
        await disk.write([put])
        return { status: 'created' }
      })
    },

    async append(person, role, { id, version, answers, at, idleMs, deliveryId: event }: AppendRequest) {
      joinAnswerCodes(answers)
      return change(
        person,
        { role, id, version },
        async (session, keys) => {
          if (session.answers.length + answers.length > MAX_ANSWERS) throw tooManyAnswersError()
          const next = { ...session, version: version + 1, touchedAt: at, answers: [...session.answers, ...answers] }
          const writes: Write[] = [putSession(keys, next, idleMs)]
          if (event !== undefined) {
            writes.push({ type: 'put', key: eventOf(keys, event), value: JSON.stringify({ until: Date.now() + DAY }) })
          }
          await disk.write(writes)
          return next
        },
        event,
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

function readKept(text: string, role: string): ParseResult<{ readonly until: number; readonly session: Session }> {
  const kept = Kept.safeParse(parseJson(text))
  if (!kept.success) return { ok: false, reason: 'it is no session' }
  const read = parseValue(Session, SESSION_SCHEMA, kept.data.session)
  if (!read.ok) return read
  if (read.value.role !== role) return { ok: false, reason: 'it is the session of another role' }
  return { ok: true, value: { until: kept.data.until, session: read.value } }
}

/** Throws where the session does not have the shape that could be read again. */
function putSession(keys: PersonKeys, session: Session, idleMs: number): Write {
  const value = JSON.stringify({ until: Date.now() + wholeMilliseconds(idleMs), session: validated(Session, session) })
  return { type: 'put', key: keys.session(session.role), value }
}

function eventOf(keys: PersonKeys, event: string): string {
  return `${keys.deliveries}:${encodeURIComponent(event)}`
}

async function isRemembered(disk: Disk, key: string): Promise<boolean> {
  const text = await disk.get(key)
  const mark = Until.safeParse(text === undefined ? undefined : parseJson(text))
  return mark.success && mark.data.until > Date.now()
}
