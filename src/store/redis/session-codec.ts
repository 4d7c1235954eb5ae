import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { AnswerCodes, SESSION_SCHEMA, Session } from '../records.ts'
import { type ParseResult, parseJson, parseValue, schemaMismatch, splitAnswerCodes } from '../validation.ts'

// A session is a hash of six fields, so that adding an answer touches three of them and reads none: schema, id, version,
// touchedAt, head (JSON of everything else) and answers (their codes, one after another).

const Head = Session.omit({ schema: true, id: true, version: true, touchedAt: true, answers: true })
type Head = Readonly<z.infer<typeof Head>>
const Own = Session.pick({ id: true, version: true, touchedAt: true })

/** Heads as they were read, since an answer leaves the head as it is. Those with evidence are not kept: that is somebody's. */
const heads = new LRUCache<string, Head>({ maxSize: 2 * 1024 * 1024, sizeCalculation: (_, text) => text.length + 1 })

/** The fields of a session, in the order of SESSION_FIELDS. */
export function fieldsOf(session: Session): readonly (string | number)[] {
  const { schema, id, version, touchedAt, answers, ...head } = session
  return [schema, id, version, touchedAt, JSON.stringify(head), answers.join('')]
}

/** The session that fields stand for. */
export function sessionOf(fields: readonly (string | null)[], role: string): ParseResult<Session> {
  const [schema = null, id, version = null, touchedAt = null, head = null, answers = null] = fields
  const written = numberOf(schema)
  // A session of another schema may have other fields, so they are not looked at.
  if (written !== SESSION_SCHEMA) return schemaMismatch(written ?? null, SESSION_SCHEMA)
  const codes = AnswerCodes.safeParse(answers)
  if (!codes.success) return { ok: false, reason: 'answers are no answer codes' }
  const own = parseValue(Own, SESSION_SCHEMA, { id, version: numberOf(version), touchedAt: numberOf(touchedAt) })
  if (!own.ok) return own
  const rest = headOf(head ?? '')
  if (!rest.ok) return rest
  if (rest.value.role !== role) return { ok: false, reason: 'it is the session of another role' }
  const { id: name, version: nth, touchedAt: when } = own.value
  const answered = splitAnswerCodes(codes.data)
  return {
    ok: true,
    value: { schema: SESSION_SCHEMA, id: name, version: nth, touchedAt: when, ...rest.value, answers: answered },
  }
}

function headOf(text: string): ParseResult<Head> {
  const known = heads.get(text)
  if (known) return { ok: true, value: known }
  const parsed = parseJson(text)
  if (typeof parsed !== 'object' || parsed === null) return { ok: false, reason: 'head is no JSON' }
  const read = parseValue(Head, SESSION_SCHEMA, parsed)
  if (read.ok && Object.keys(read.value.evidence).length === 0) heads.set(text, read.value)
  return read
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : undefined
}
