import type { z } from 'zod'
import {
  ANSWER_LENGTH,
  AnswerCode,
  type AssessmentResult,
  CARD_TIME_LENGTH,
  MAX_ANSWERS,
  MAX_CARD_SECONDS,
  ScheduleEntry,
  type Session,
} from './records.ts'
import { type AppendRequest, NewerSchemaError, type SessionRef } from './store.ts'

// What both stores check of a value before they write it and after they read it.

/** `isNewer`: the value has the schema of a later version of Rung, which can read it. */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly isNewer?: boolean }

/** Parses stored JSON. The reason of a failure never quotes the text, which may be a person's note. */
export function parseText<T>(shape: z.ZodType<T>, schema: number, text: string): ParseResult<T> {
  const parsed = parseJson(text)
  return parsed === undefined ? { ok: false, reason: 'it is not JSON' } : parseValue(shape, schema, parsed)
}

/** Parses a value of a schema version, or of a lower one that the shape takes. Fields that the shape does not name stay, at every depth. */
export function parseValue<T>(shape: z.ZodType<T>, schema: number, value: unknown): ParseResult<T> {
  if (hasShape(shape, value)) return { ok: true, value }
  const written = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  if (typeof written === 'number' && written !== schema) return schemaMismatch(written, schema)
  const issue = shape.safeParse(value).error?.issues[0]
  return { ok: false, reason: `${issue?.path.join('.') || 'the value'} is invalid (${issue?.code ?? 'unknown'})` }
}

/** Parses stored JSON that has no schema version, with one reason for every failure. */
export function parseAs<T>(shape: z.ZodType<T>, text: string, reason: string): ParseResult<T> {
  const parsed = shape.safeParse(parseJson(text))
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason }
}

function hasShape<T>(shape: z.ZodType<T>, value: unknown): value is T {
  return shape.safeParse(value).success
}

/** Returns a value to be written, unchanged. Throws a ZodError if it could not be read again. */
export function validated<T>(shape: z.ZodType<T>, value: T): T {
  shape.parse(value)
  return value
}

/** Returns an entry to be written, without the token of a claimed one. Throws a ZodError if it could not be read again. */
export function withoutToken(entry: ScheduleEntry): ScheduleEntry {
  const plain: ScheduleEntry & { token?: string } = { ...entry }
  delete plain.token
  return validated(ScheduleEntry, plain)
}

/** Returns the failure for a value of another schema version. */
export function schemaMismatch(written: number | null, supported: number): ParseResult<never> {
  const reason = `it has schema ${written ?? 'no'}, and this version of Rung reads ${supported}`
  return { ok: false, reason, isNewer: written !== null && written > supported }
}

/** Returns a function that throws a NewerSchemaError with a given reason. */
export function rejectNewer(key: string, kind: NewerSchemaError['kind'], role?: string): (reason: string) => never {
  return (reason) => {
    throw new NewerSchemaError(key, reason, kind, role)
  }
}

/** Returns the value of JSON text, or undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Joins new answer codes as they are stored. Throws a ZodError if one is not an answer code. */
export function joinAnswerCodes(answers: AppendRequest['answers']): string {
  for (const answer of answers) AnswerCode.parse(answer)
  return answers.join('')
}

/** Splits stored answer codes. */
export function splitAnswerCodes(text: string): string[] {
  const answers: string[] = []
  for (let at = 0; at < text.length; at += ANSWER_LENGTH) answers.push(text.slice(at, at + ANSWER_LENGTH))
  return answers
}

/** The letter of a kind of card in stored times; empty if there is no card to time. */
export function cardLetter(card: AppendRequest['card']): 'f' | 's' | '' {
  if (card === undefined) return ''
  return card === 'full' ? 'f' : 's'
}

/** The stored times of cards with the one that an answer ends, unless the person paused or there is no room for it. */
export function withCardTime(
  { touchedAt, cardTimes = '' }: Pick<Session, 'touchedAt' | 'cardTimes'>,
  { at, card }: Pick<AppendRequest, 'at' | 'card'>,
): Pick<Session, 'cardTimes'> {
  const seconds = Math.floor((at - touchedAt) / 1000)
  const isTimed = card !== undefined && seconds >= 0 && seconds <= MAX_CARD_SECONDS
  const hasRoom = cardTimes.length + CARD_TIME_LENGTH <= MAX_ANSWERS * CARD_TIME_LENGTH
  const times = isTimed && hasRoom ? `${cardTimes}${cardLetter(card)}${String(seconds).padStart(3, '0')}` : cardTimes
  return times === '' ? {} : { cardTimes: times }
}

export function tooManyAnswersError(): RangeError {
  return new RangeError(`a session has at most ${MAX_ANSWERS} answers`)
}

/** Throws a RangeError if `next` is not the next version of the session that `from` names. */
export function validateNextVersion(from: SessionRef, next: Session): void {
  if (next.id === from.id && next.role === from.role && next.version === from.version + 1) return
  throw new RangeError('the next version of a session needs the same id and role, and the version plus one')
}

/** Sorts the session touched last first. The role decides between equals, so that the order is stable. */
export function latestFirst(a: Session, b: Session): number {
  return b.touchedAt - a.touchedAt || (a.role < b.role ? -1 : 1)
}

export function newestFirst(a: AssessmentResult, b: AssessmentResult): number {
  return b.finishedAt - a.finishedAt || (a.id < b.id ? -1 : 1)
}

/** Returns a whole number of milliseconds, at least one: Redis takes no other. */
export function wholeMilliseconds(ms: number): number {
  return Math.max(1, Math.ceil(ms))
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const MAX_NAME_LENGTH = 200
const MAX_TEXT_LENGTH = 16_384

const NAME = new RegExp(`^[\\w.:/-]{1,${MAX_NAME_LENGTH}}$`, 'u')

/** Throws a RangeError for a name that a value or a log must not have. */
export function validateName(name: string): void {
  if (NAME.test(name)) return
  throw new RangeError(`a name is 1 to ${MAX_NAME_LENGTH} of A-Z a-z 0-9 . _ : / -`)
}

/** Throws a RangeError if a value is too long. */
export function validateValue(value: string): void {
  if (value.length > MAX_TEXT_LENGTH) throw new RangeError(`a value has at most ${MAX_TEXT_LENGTH} characters`)
}

/** Throws a RangeError if an entry of a log is too long. */
export function validateLogEntries(entries: readonly string[]): void {
  if (entries.every((text) => text.length <= MAX_TEXT_LENGTH)) return
  throw new RangeError(`an entry of a log has at most ${MAX_TEXT_LENGTH} characters`)
}
