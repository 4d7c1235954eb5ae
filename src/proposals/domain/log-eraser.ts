// How people leave the log. What was decided stays: the same entries in the same order, each with the same effect. Another key takes the
// place of a person's, and what they wrote is removed.

/** The platform in the keys that stand for people who have been erased. */
export const ERASED_PLATFORM = 'forgotten'

/** Fields that hold what the ladder says, or is to say: part of the record, never a person. */
const RECORD: ReadonlySet<string> = new Set(['change', 'from'])

/** Rewrites the texts of a log's entries, once it has read them; each is given back as it is if nothing in it is of the people to forget. */
export interface LogEraser {
  /** Reads a text, the oldest first. Returns whether it is to be rewritten. */
  inspect(text: string): boolean
  rewrite(text: string): string
}

/**
 * Prepares to remove people from a log. `newId` makes ids that nobody has used. A person's accounts keep a key each, so that links
 * between them, and with them every vote, count as before.
 */
export function createLogEraser(isForgotten: (key: string) => boolean, newId: () => string): LogEraser {
  const pseudonyms = new Map<string, string>()
  const pseudonymOf = (text: string): string => {
    if (!isForgotten(text)) return text
    const pseudonym = pseudonyms.get(text) ?? `${ERASED_PLATFORM}/person/${newId()}`
    pseudonyms.set(text, pseudonym)
    return pseudonym
  }

  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return pseudonymOf(value)
    if (Array.isArray(value)) return value.map(walk)
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, RECORD.has(key) ? inner : walk(inner)]))
  }

  const names = (value: unknown): boolean => {
    if (typeof value === 'string') return isForgotten(value)
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([key, inner]) => !RECORD.has(key) && names(inner))
  }

  // A reason may be quoted by a later entry of its proposal: a rejection quotes the objection.
  const words = new Set<string>()

  function isTheirs({ by }: Readonly<Record<string, unknown>>): boolean {
    return typeof by === 'string' && pseudonymOf(by) !== by
  }

  const rewritten = (text: string, entry: Readonly<Record<string, unknown>>): string => {
    const isQuoted = typeof entry['reason'] === 'string' && words.size > 0 && words.has(quoteOf(entry))
    // Most entries are of others, and a log may have very many.
    if (!isQuoted && !names(entry)) return text
    const walked = walk(entry)
    const next = isRecord(walked) ? { ...walked } : {}
    if (isQuoted) next['reason'] = ''
    // The message that an idea comes from is theirs, too: its address leads to them.
    if (isTheirs(entry) && isRecord(next['source'])) next['source'] = { ...next['source'], link: null }
    const changed = JSON.stringify(next)
    return changed === JSON.stringify(entry) ? text : changed
  }

  return {
    inspect(text) {
      const entry = entryIn(text)
      if (!entry) return false
      if (isTheirs(entry) && typeof entry['reason'] === 'string') words.add(quoteOf(entry))
      return rewritten(text, entry) !== text
    },
    rewrite(text) {
      const entry = entryIn(text)
      return entry ? rewritten(text, entry) : text
    },
  }
}

function quoteOf({ id, reason }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([id, reason])
}

function entryIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
