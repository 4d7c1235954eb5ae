import { otherSchema, parseJson, type Reading, readValue, splitAnswers } from '../stored.ts'
import { AnswerCodes, SESSION_SCHEMA, Session } from '../values.ts'

// A session is a hash of six fields, so that adding an answer touches three of them and reads none: schema, id, version,
// touchedAt, head (JSON of everything else) and answers (their codes, one after another).

const SessionHead = Session.omit({ answers: true })

/** The fields of a session, in the order of SESSION_FIELDS. */
export function fieldsOf(session: Session): readonly (string | number)[] {
  const { schema, id, version, touchedAt, answers, ...head } = session
  return [schema, id, version, touchedAt, JSON.stringify(head), answers.join('')]
}

/** The session that fields stand for. */
export function sessionOf(fields: readonly (string | null)[], role: string): Reading<Session> {
  const [schema = null, id, version = null, touchedAt = null, head = null, answers = null] = fields
  const written = numberOf(schema)
  // A session of another schema may have other fields, so they are not looked at.
  if (written !== SESSION_SCHEMA) return { ok: false, reason: otherSchema(schema ?? 'no', SESSION_SCHEMA) }
  const codes = AnswerCodes.safeParse(answers)
  if (!codes.success) return { ok: false, reason: 'answers are no answer codes' }
  const rest = parseJson(head ?? '')
  if (typeof rest !== 'object' || rest === null) return { ok: false, reason: 'head is no JSON' }
  // Assigned rather than spread: a copy of what JSON.parse made takes ten times as long.
  const whole = Object.assign(rest, { schema: written, id, version: numberOf(version), touchedAt: numberOf(touchedAt) })
  const read = readValue(SessionHead, SESSION_SCHEMA, whole)
  if (!read.ok) return read
  if (read.value.role !== role) return { ok: false, reason: 'it is the session of another role' }
  return { ok: true, value: Object.assign(read.value, { answers: splitAnswers(codes.data) }) }
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : undefined
}
