// Erases people from the log. Decisions stay: the same entries in the same order, each with the same effect. A pseudonym replaces a
// person's key, and the texts they wrote are removed.

/** The platform in the keys that stand for people who have been erased. */
export const ERASED_PLATFORM = 'forgotten'

/** Fields with values of the ladder, which never name a person. */
const RECORD: ReadonlySet<string> = new Set(['change', 'from'])

/** Rewrites the texts of a log's entries after it has read them; returns a text unchanged if it mentions none of the erased people. */
export interface LogEraser {
  /** Reads a text, the oldest first. Returns whether it must be rewritten. */
  inspect(text: string): boolean
  rewrite(text: string): string
}

/**
 * Creates an eraser. `newId` makes unused ids. Each account of a person gets its own pseudonym, so that links between them, and with
 * them every vote, count as before.
 */
export function createLogEraser(isErased: (key: string) => boolean, newId: () => string): LogEraser {
  const pseudonyms = new Map<string, string>()
  const pseudonymOf = (text: string): string => {
    if (!isErased(text)) return text
    const pseudonym = pseudonyms.get(text) ?? `${ERASED_PLATFORM}/person/${newId()}`
    pseudonyms.set(text, pseudonym)
    return pseudonym
  }

  const replaceKeys = (value: unknown): unknown => {
    if (typeof value === 'string') return pseudonymOf(value)
    if (Array.isArray(value)) return value.map(replaceKeys)
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, RECORD.has(key) ? inner : replaceKeys(inner)]),
    )
  }

  const mentions = (value: unknown): boolean => {
    if (typeof value === 'string') return isErased(value)
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([key, inner]) => !RECORD.has(key) && mentions(inner))
  }

  // A reason may be quoted by a later entry of its proposal: a rejection quotes the objection.
  const erasedReasons = new Set<string>()

  function isTheirs({ by }: Readonly<Record<string, unknown>>): boolean {
    return typeof by === 'string' && pseudonymOf(by) !== by
  }

  const rewritten = (text: string, entry: Readonly<Record<string, unknown>>): string => {
    const isQuoted = typeof entry['reason'] === 'string' && erasedReasons.size > 0 && erasedReasons.has(quoteOf(entry))
    // Fast path: most entries are of other people.
    if (!isQuoted && !mentions(entry)) return text
    const replaced = replaceKeys(entry)
    const next = isRecord(replaced) ? { ...replaced } : {}
    if (isQuoted) next['reason'] = ''
    // The address of the message that an idea comes from leads to its author.
    if (isTheirs(entry) && isRecord(next['source'])) next['source'] = { ...next['source'], link: null }
    const changed = JSON.stringify(next)
    return changed === JSON.stringify(entry) ? text : changed
  }

  return {
    inspect(text) {
      const entry = entryIn(text)
      if (!entry) return false
      if (isTheirs(entry) && typeof entry['reason'] === 'string') erasedReasons.add(quoteOf(entry))
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
