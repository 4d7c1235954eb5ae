import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import {
  ANSWER_LENGTH,
  AnswerCode,
  type AssessmentResult,
  MAX_ANSWERS,
  ScheduleEntry,
  type Session,
} from './records.ts'
import type { AppendRequest, SessionRef } from './store.ts'

// What both stores check of a value on its way in and out.

/** `newer`: it has the shape of a later version of Rung, which will be able to read it. */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly newer?: boolean }

/** Reads stored text. The reason why it cannot be read never holds what was stored: it may be somebody's note. */
export function parseText<T>(shape: z.ZodType<T>, schema: number, text: string): ParseResult<T> {
  const parsed = parseJson(text)
  return parsed === undefined ? { ok: false, reason: 'it is no JSON' } : parseValue(shape, schema, parsed)
}

/** Reads a value of the given schema version. Fields that the shape does not name are passed through, at every depth. */
export function parseValue<T>(shape: z.ZodType<T>, schema: number, value: unknown): ParseResult<T> {
  const written = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  if (typeof written === 'number' && written !== schema) return schemaMismatch(written, schema)
  if (has(shape, value)) return { ok: true, value }
  const issue = shape.safeParse(value).error?.issues[0]
  return { ok: false, reason: `${issue?.path.join('.') || 'the value'} is wrong (${issue?.code ?? 'unknown'})` }
}

function has<T>(shape: z.ZodType<T>, value: unknown): value is T {
  return shape.safeParse(value).success
}

/** A value on its way in, as it is. Throws a ZodError where it could not be read again. */
export function validated<T>(shape: z.ZodType<T>, value: T): T {
  shape.parse(value)
  return value
}

/** A due entry on its way in, without the token that a claimed one brings along. Throws where it could not be read again. */
export function withoutToken(entry: ScheduleEntry): ScheduleEntry {
  const plain: ScheduleEntry & { token?: string } = { ...entry }
  delete plain.token
  return validated(ScheduleEntry, plain)
}

/** Why a value of another schema version cannot be read. */
export function schemaMismatch(written: number | null, known: number): ParseResult<never> {
  const reason = `it has schema ${written ?? 'no'}, and this version of Rung reads ${known}`
  return { ok: false, reason, newer: written !== null && written > known }
}

/** What JSON text says, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text of new answers as they are kept, one after another. Throws where one is no answer code. */
export function joinAnswerCodes(answers: AppendRequest['answers']): string {
  for (const answer of answers) AnswerCode.parse(answer)
  return answers.join('')
}

/** Answers as they are kept, one by one. */
export function splitAnswerCodes(text: string): string[] {
  const answers: string[] = []
  for (let at = 0; at < text.length; at += ANSWER_LENGTH) answers.push(text.slice(at, at + ANSWER_LENGTH))
  return answers
}

export function tooManyAnswersError(): RangeError {
  return new RangeError(`a session holds at most ${MAX_ANSWERS} answers`)
}

/** Throws a RangeError where `next` is not what follows on `from`. */
export function validateNextVersion(from: SessionRef, next: Session): void {
  if (next.id === from.id && next.role === from.role && next.version === from.version + 1) return
  throw new RangeError('the next version of a session has its id and role, and a version higher by one')
}

/** Touched last first; the role decides between equals, so that an order never changes by itself. */
export function latestFirst(a: Session, b: Session): number {
  return b.touchedAt - a.touchedAt || (a.role < b.role ? -1 : 1)
}

/** Whole milliseconds of at least one, as every clock of a store takes them. */
export function wholeMilliseconds(ms: number): number {
  return Math.max(1, Math.ceil(ms))
}

/** An error's message. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const MAX_THING_NAME = 200
const MAX_THING_LENGTH = 16_384

const THING_NAME = new RegExp(`^[\\w.:/-]{1,${MAX_THING_NAME}}$`, 'u')

/** Throws a RangeError where a thing may not be called so. */
export function validateName(name: string): void {
  if (THING_NAME.test(name)) return
  throw new RangeError(`a thing's name is 1 to ${MAX_THING_NAME} of A-Z a-z 0-9 . _ : / -`)
}

/** Throws a RangeError where a thing's value is too long. */
export function validateValue(value: string): void {
  if (value.length > MAX_THING_LENGTH) throw new RangeError(`a thing holds at most ${MAX_THING_LENGTH} characters`)
}

/** Throws a RangeError where an entry of a log is too long. */
export function validateLogEntries(entries: readonly string[]): void {
  if (entries.every((text) => text.length <= MAX_THING_LENGTH)) return
  throw new RangeError(`an entry of a log holds at most ${MAX_THING_LENGTH} characters`)
}

/** What tells one writing of a thing from every other. */
export function newValueVersion(): string {
  return randomBytes(9).toString('base64url')
}

export function newestFirst(a: AssessmentResult, b: AssessmentResult): number {
  return b.finishedAt - a.finishedAt || (a.id < b.id ? -1 : 1)
}
