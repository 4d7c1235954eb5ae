import { z } from 'zod'
import { collectResults, collectSessions } from '../collect.ts'
import { type PersonKeys, personKeys } from '../keys.ts'
import type { Person } from '../person.ts'
import {
  ANSWER_LENGTH,
  AssessmentResult,
  CARD_TIME_LENGTH,
  MAX_ANSWERS,
  MAX_CARD_SECONDS,
  SESSION_SCHEMA,
  Session,
} from '../records.ts'
import {
  DELIVERY_MEMORY_MS,
  type ResultStore,
  type SessionStore,
  type StoreOptions,
  type UpdateResult,
} from '../store.ts'
import {
  cardLetter,
  joinAnswerCodes,
  rejectNewer,
  tooManyAnswersError,
  validated,
  validateNextVersion,
  wholeMilliseconds,
} from '../validation.ts'
import type { Connection } from './connection.ts'
import type { HeldValue, Quarantine, TypedKey } from './quarantine.ts'
import type { ScriptName } from './scripts/index.ts'
import { SESSION_FIELDS } from './scripts/sessions.ts'
import { createSessionCodec } from './session-codec.ts'

const Field = z.string().nullable()
const Fields = z.array(Field).length(SESSION_FIELDS.length)
const ChangeReply = z.union([
  z.tuple([z.enum(['written', 'missing', 'full'])]),
  z.tuple([z.enum(['exists', 'done', 'stale', 'repeated', 'unreadable'])], Field),
])
const ListReply = z.array(z.tuple([z.string(), Fields.nullable()]))

/** What a script that changes a session replies, once parsed. */
type ScriptResult =
  | { readonly status: 'written' | 'missing' }
  | { readonly status: 'exists' | 'done' | 'stale' | 'repeated'; readonly session: Session }

export function createRedisSessions(
  connection: Connection,
  { prefix }: StoreOptions,
  quarantine: Quarantine,
): SessionStore {
  const codec = createSessionCodec()

  function parseFields(keys: PersonKeys, role: string, fields: readonly (string | null)[]): Promise<Session | null> {
    const key = keys.session(role)
    return quarantine.unwrap(key, heldFields(fields), codec.parse(fields, role), rejectNewer(key, 'session', role))
  }

  async function readAll(person: Person): ReturnType<typeof collectSessions> {
    const keys = personKeys(prefix, person)
    const reply = await quarantine.guard([[keys.index, 'set']], () =>
      connection.read((client) => client.rungListSessions(1, keys.index, keys.sessions)),
    )
    return collectSessions(
      ListReply.parse(reply).map(([encoded, fields]) => {
        const role = decodeURIComponent(encoded)
        return [role, () => (fields === null ? read(keys, role) : parseFields(keys, role, fields))]
      }),
    )
  }

  async function read(keys: PersonKeys, role: string): Promise<Session | null> {
    const key = keys.session(role)
    const fields = await quarantine.guard([[key, 'hash']], () => connection.read((client) => client.hgetall(key)))
    if (Object.keys(fields).length === 0) return null
    return parseFields(
      keys,
      role,
      SESSION_FIELDS.map((field) => fields[field] ?? null),
    )
  }

  /** Runs a script that changes a session, whose keys are the session, the index and `others`. */
  function change(
    script: ScriptName,
    keys: PersonKeys,
    role: string,
    values: readonly (string | number)[],
    others: readonly TypedKey[] = [],
  ): Promise<ScriptResult> {
    const key = keys.session(role)
    const typed: readonly TypedKey[] = [[key, 'hash'], [keys.index, 'set'], ...others]
    return quarantine.change<ScriptResult>(key, async () => {
      const [status, ...fields] = ChangeReply.parse(await quarantine.run(script, typed, values))
      if (status === 'full') throw tooManyAnswersError()
      if (status === 'written' || status === 'missing') return { value: { status } }
      const result = codec.parse(fields, role)
      if (result.ok && status !== 'unreadable') return { value: { status, session: result.value } }
      if (!result.ok && result.isNewer) return rejectNewer(key, 'session', role)(result.reason)
      const isRemoved = script === 'rungEndSession' && status === 'done'
      return {
        unreadable: { ...heldFields(fields), isRemoved },
        reason: result.ok ? 'its fields are not as Rung writes them' : result.reason,
      }
    })
  }

  return {
    read: (person, role) => read(personKeys(prefix, person), role),

    list: async (person) => (await readAll(person)).sessions,
    listNewer: async (person) => (await readAll(person)).newer,

    async create(person, session, idleMs) {
      const keys = personKeys(prefix, person)
      const { role } = session
      const fields = codec.format(validated(Session, session))
      const values = [encodeURIComponent(role), wholeMilliseconds(idleMs), '', '', SESSION_SCHEMA, ...fields]
      const result = await change('rungWriteSession', keys, role, values)
      return result.status === 'exists' ? { status: 'exists', session: result.session } : { status: 'created' }
    },

    async append(person, role, { id, version, answers, at, idleMs, card, deliveryId }) {
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
        deliveryId ?? '',
        DELIVERY_MEMORY_MS,
        cardLetter(card),
        MAX_CARD_SECONDS,
        MAX_ANSWERS * CARD_TIME_LENGTH,
      ]
      return updateResult(await change('rungAppendAnswers', keys, role, values, [[keys.deliveries, 'zset']]))
    },

    async replace(person, from, next, idleMs) {
      validateNextVersion(from, next)
      const keys = personKeys(prefix, person)
      const { role, id, version } = from
      const fields = codec.format(validated(Session, next))
      const values = [encodeURIComponent(role), wholeMilliseconds(idleMs), id, version, SESSION_SCHEMA, ...fields]
      const result = await change('rungWriteSession', keys, role, values)
      return result.status === 'written' ? { status: 'done', session: next } : updateResult(result)
    },

    async end(person, { role, id, version }, result) {
      const keys = personKeys(prefix, person)
      const saved = result === null ? ['', ''] : [result.id, JSON.stringify(validated(AssessmentResult, result))]
      const values = [encodeURIComponent(role), SESSION_SCHEMA, id, version, ...saved]
      return updateResult(await change('rungEndSession', keys, role, values, [[keys.results, 'hash']]))
    },
  }
}

/** The results of a person are the fields of one hash. */
export function createRedisResults(
  { read }: Connection,
  { prefix }: StoreOptions,
  quarantine: Quarantine,
): ResultStore {
  async function readAll(person: Person): ReturnType<typeof collectResults> {
    const { results: key } = personKeys(prefix, person)
    const texts = await quarantine.guard([[key, 'hash']], () => read((client) => client.hgetall(key)))
    return collectResults(Object.entries(texts), (field, text, parsed, onNewer) =>
      quarantine.unwrap(key, { field, text }, parsed, onNewer),
    )
  }

  return {
    list: async (person) => (await readAll(person)).results,
    countNewer: async (person) => (await readAll(person)).newer,
  }
}

function heldFields(fields: readonly (string | null)[]): Extract<HeldValue, { readonly fields: unknown }> {
  return { fields: Object.fromEntries(SESSION_FIELDS.map((name, index) => [name, fields[index] ?? null])) }
}

function updateResult(result: ScriptResult): UpdateResult {
  switch (result.status) {
    case 'missing':
      return { status: 'missing' }
    case 'done':
    case 'stale':
    case 'repeated':
      return { status: result.status, session: result.session }
    case 'written':
    case 'exists':
      throw new Error(`unexpected reply to a change of a session: ${result.status}`)
  }
}
