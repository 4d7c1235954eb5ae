import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { AnswerCodes, CardTimes, SESSION_SCHEMA, Session } from '../records.ts'
import { type ParseResult, parseJson, parseValue, schemaMismatch, splitAnswerCodes } from '../validation.ts'

const Head = Session.omit({ schema: true, id: true, version: true, touchedAt: true, answers: true, cardTimes: true })
type Head = Readonly<z.infer<typeof Head>>
const Identity = Session.pick({ id: true, version: true, touchedAt: true })

/**
 * Reads and writes a session as a hash of seven fields: schema, id, version, touchedAt, head (JSON of everything else), answers
 * (their codes, joined) and cardTimes. Adding an answer changes four of them and reads none.
 */
export interface SessionCodec {
  /** Returns the fields of a session, in the order of SESSION_FIELDS. */
  readonly format: (session: Session) => readonly (string | number)[]
  readonly parse: (fields: readonly (string | null)[], role: string) => ParseResult<Session>
}

export function createSessionCodec(): SessionCodec {
  /**
   * Parsed heads by their text, at most 2 MiB of it; never stale, because the text is the key. An answer leaves the head as
   * it is. Heads with evidence are not cached: that is a person's own text.
   */
  const heads = new LRUCache<string, Head>({ maxSize: 2 * 1024 * 1024, sizeCalculation: (_, text) => text.length + 1 })

  function parseHead(text: string): ParseResult<Head> {
    const cached = heads.get(text)
    if (cached) return { ok: true, value: cached }
    const parsed = parseJson(text)
    if (typeof parsed !== 'object' || parsed === null) return { ok: false, reason: 'head is not JSON' }
    const head = parseValue(Head, SESSION_SCHEMA, parsed)
    if (head.ok && Object.keys(head.value.evidence).length === 0) heads.set(text, head.value)
    return head
  }

  return {
    format({ schema, id, version, touchedAt, answers, cardTimes = '', ...head }) {
      return [schema, id, version, touchedAt, JSON.stringify(head), answers.join(''), cardTimes]
    },

    parse([schema = null, id, version = null, touchedAt = null, head = null, answers = null, cardTimes], role) {
      const written = parseInteger(schema)
      // A session of another schema may have other fields, so they are not looked at.
      if (written === undefined || written < 1 || written > SESSION_SCHEMA)
        return schemaMismatch(written ?? null, SESSION_SCHEMA)
      const codes = AnswerCodes.safeParse(answers)
      if (!codes.success) return { ok: false, reason: 'answers are not answer codes' }
      const times = CardTimes.safeParse(cardTimes ?? '')
      if (!times.success) return { ok: false, reason: 'cardTimes are not times of cards' }
      const identity = parseValue(Identity, SESSION_SCHEMA, {
        id,
        version: parseInteger(version),
        touchedAt: parseInteger(touchedAt),
      })
      if (!identity.ok) return identity
      const rest = parseHead(head ?? '')
      if (!rest.ok) return rest
      if (rest.value.role !== role) return { ok: false, reason: 'it is the session of another role' }
      const answered = splitAnswerCodes(codes.data)
      return {
        ok: true,
        value: {
          schema: written,
          ...identity.value,
          ...rest.value,
          answers: answered,
          ...(times.data !== '' && { cardTimes: times.data }),
        },
      }
    },
  }
}

function parseInteger(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : undefined
}
