import { z } from 'zod'
import { type PersonKeys, personKeys } from '../keys.ts'
import { ANSWER_LENGTH, AssessmentResult, MAX_ANSWERS, SESSION_SCHEMA, Session } from '../records.ts'
import { NewerSchemaError, type SessionStore, type StoreOptions, type UpdateResult } from '../store.ts'
import {
  joinAnswerCodes,
  latestFirst,
  tooManyAnswersError,
  validated,
  validateNextVersion,
  wholeMilliseconds,
} from '../validation.ts'
import type { Connection } from './connection.ts'
import { type Asides, MOST_CLEARINGS, type TypedKey } from './quarantine.ts'
import { SESSION_FIELDS } from './scripts/index.ts'
import { fieldsOf, sessionOf } from './session-codec.ts'

/** How long a delivery's id is remembered. */
const DAY = 86_400_000

const Field = z.string().nullable()
const Fields = z.array(Field).length(SESSION_FIELDS.length)
const Reply = z.union([
  z.tuple([z.enum(['created', 'missing', 'replaced', 'full'])]),
  z.tuple([z.enum(['exists', 'done', 'stale', 'repeated', 'odd'])], Field),
])
const Listed = z.array(z.tuple([z.string(), Fields.nullable()]))

/** What came of a script. */
type Outcome =
  | { readonly status: 'created' | 'missing' | 'replaced' }
  | { readonly status: 'exists' | 'done' | 'stale' | 'repeated'; readonly session: Session }

export function createRedisSessions(connection: Connection, { prefix }: StoreOptions, asides: Asides): SessionStore {
  const { script } = connection

  async function readFields(
    keys: PersonKeys,
    role: string,
    fields: readonly (string | null)[],
  ): Promise<Session | null> {
    const session = sessionOf(fields, role)
    if (session.ok) return session.value
    if (session.newer) throw new NewerSchemaError(keys.session(role), session.reason, 'session', role)
    await asides.session(keys.session(role), keys.quarantine, fields, session.reason)
    return null
  }

  /** The sessions of a person that can be read, and the roles of those that only a later version can. */
  async function all(
    keys: PersonKeys,
  ): Promise<{ readonly sessions: readonly Session[]; readonly newer: readonly string[] }> {
    const reply = await asides.guarding([[keys.index, 'set']], keys.quarantine, () =>
      connection.read((client) => client.rungList(1, keys.index, keys.sessions)),
    )
    const sessions: Session[] = []
    const newer: string[] = []
    for (const [encoded, fields] of Listed.parse(reply)) {
      const role = decodeURIComponent(encoded)
      try {
        const session = fields === null ? await read(keys, role) : await readFields(keys, role, fields)
        if (session) sessions.push(session)
      } catch (error) {
        if (!(error instanceof NewerSchemaError)) throw error
        newer.push(role)
      }
    }
    return { sessions: sessions.sort(latestFirst), newer }
  }

  async function read(keys: PersonKeys, role: string): Promise<Session | null> {
    const key = keys.session(role)
    const fields = await asides.guarding([[key, 'hash']], keys.quarantine, () =>
      connection.read((client) => client.hgetall(key)),
    )
    if (Object.keys(fields).length === 0) return null
    return readFields(
      keys,
      role,
      SESSION_FIELDS.map((field) => fields[field] ?? null),
    )
  }

  /** Runs a script that changes a session, and again where an unreadable value had to be cleared out of its way. */
  async function change(
    keys: PersonKeys,
    role: string,
    run: () => Promise<unknown>,
    { others = [], removes = false }: { readonly others?: readonly TypedKey[]; readonly removes?: boolean } = {},
  ): Promise<Outcome> {
    const key = keys.session(role)
    const typed: readonly TypedKey[] = [[key, 'hash'], [keys.index, 'set'], ...others]
    for (let clearing = 0; clearing < MOST_CLEARINGS; clearing++) {
      const [status, ...fields] = Reply.parse(await asides.guarding(typed, keys.quarantine, run))
      if (status === 'full') throw tooManyAnswersError()
      if (status === 'created' || status === 'missing' || status === 'replaced') return { status }
      const session = sessionOf(fields, role)
      if (session.ok && status !== 'odd') return { status, session: session.value }
      if (!session.ok && session.newer) throw new NewerSchemaError(key, session.reason, 'session', role)
      const reason = session.ok ? 'its fields are not as Rung writes them' : session.reason
      if (removes && status === 'done') await asides.ended(key, keys.quarantine, fields, reason)
      else await asides.session(key, keys.quarantine, fields, reason)
    }
    throw new Error(`${key} keeps holding what cannot be read`)
  }

  return {
    read: (person, role) => read(personKeys(prefix, person), role),

    list: async (person) => (await all(personKeys(prefix, person))).sessions,
    listNewer: async (person) => (await all(personKeys(prefix, person))).newer,

    async create(person, session, idleMs) {
      const keys = personKeys(prefix, person)
      const { role } = session
      const values = [encodeURIComponent(role), wholeMilliseconds(idleMs), ...fieldsOf(validated(Session, session))]
      const outcome = await change(keys, role, () => script('rungCreate', [keys.session(role), keys.index], values))
      return outcome.status === 'exists' ? { status: 'exists', session: outcome.session } : { status: 'created' }
    },

    async append(person, role, { id, version, answers, at, idleMs, deliveryId: event }) {
      const keys = personKeys(prefix, person)
      const values = [
        encodeURIComponent(role),
        wholeMilliseconds(idleMs),
        SESSION_SCHEMA,
        id,
        version,
        joinAnswerCodes(answers),
        at,
        MAX_ANSWERS * ANSWER_LENGTH,
        ANSWER_LENGTH,
        event ?? '',
        DAY,
      ]
      const run = () => script('rungAppend', [keys.session(role), keys.index, keys.deliveries], values)
      return changed(await change(keys, role, run, { others: [[keys.deliveries, 'zset']] }))
    },

    async replace(person, from, next, idleMs) {
      validateNextVersion(from, next)
      const keys = personKeys(prefix, person)
      const { role, id, version } = from
      const values = [
        encodeURIComponent(role),
        wholeMilliseconds(idleMs),
        id,
        version,
        ...fieldsOf(validated(Session, next)),
      ]
      const outcome = await change(keys, role, () => script('rungReplace', [keys.session(role), keys.index], values))
      return outcome.status === 'replaced' ? { status: 'done', session: next } : changed(outcome)
    },

    async end(person, { role, id, version }, result) {
      const keys = personKeys(prefix, person)
      const saved = result === null ? ['', ''] : [result.id, JSON.stringify(validated(AssessmentResult, result))]
      const values = [encodeURIComponent(role), SESSION_SCHEMA, id, version, ...saved]
      const run = () => script('rungEnd', [keys.session(role), keys.index, keys.results], values)
      return changed(await change(keys, role, run, { others: [[keys.results, 'hash']], removes: true }))
    },
  }
}

function changed(outcome: Outcome): UpdateResult {
  switch (outcome.status) {
    case 'missing':
      return { status: 'missing' }
    case 'done':
    case 'stale':
    case 'repeated':
      return { status: outcome.status, session: outcome.session }
    case 'created':
    case 'replaced':
    case 'exists':
      throw new Error(`no change of a session answers ${outcome.status}`)
  }
}
