import { IntlMessageFormat } from 'intl-messageformat'
import { LRUCache } from 'lru-cache'
import type { Inline, RichText, UsageInline } from '../message/index.ts'
import type { Language, Locale, MessageKey } from './language.ts'

/** What a sentence takes: words and figures, and inline text of which plain text shows the words. */
export type Params = Readonly<Record<string, string | number | Date | Inline>>

/** Formats sentences in one language. */
export interface Translator {
  readonly locale: Locale
  /** As plain text. */
  (key: MessageKey, params?: Params): string
  /** With the emphasis its translation marks. Parameters stay plain text whatever is in them. */
  rich(key: MessageKey, params?: Params): RichText
  /**
   * Joins items as the language does: "a, b, and c". `decorate` adds marks such as quotes, which do not change the word between: in Spanish,
   * "«datos» e «infra»".
   */
  all(items: readonly string[], decorate?: (item: string) => string): string
  /** "a, b, or c". */
  any(items: readonly string[], decorate?: (item: string) => string): string
  /** The day (UTC) of a time in milliseconds, written out. */
  date(millis: number): string
  /** A number with one decimal, as the language writes it: "2.5", "2,5". */
  decimal(value: number): string
  /** The name of a command, subcommand or option where names are translated. */
  commandName(name: string): string
}

/** Tags of emphasis that translations may use, and the kind of inline text each makes; `<u>` is a command to use. */
const TAGS = { b: 'strong', i: 'emphasis', c: 'code' } as const satisfies Record<string, Inline['type']>

/** The most sentences with numbers that one cache holds. */
const MAX_CACHED = 3000

/** Formatted sentences of one language. They depend on nothing else, so no entry becomes stale. */
interface SentenceCache<T extends string | RichText> {
  /** Sentences without parameters. */
  readonly plain: Map<MessageKey, T>
  /** Sentences whose parameters are all numbers. Text parameters are not cached: they may be personal data. */
  readonly numeric: LRUCache<string, T>
}

function sentenceCache<T extends string | RichText>(): SentenceCache<T> {
  return { plain: new Map(), numeric: new LRUCache({ max: MAX_CACHED }) }
}

const NO_PARAMS: Params = {}

/** Formats a sentence, or returns it from the cache. */
function cached<T extends string | RichText>(
  { plain, numeric }: SentenceCache<T>,
  key: MessageKey,
  params: Params,
  make: (key: MessageKey, params: Params) => T,
): T {
  if (params === NO_PARAMS) {
    const sentence = plain.get(key) ?? make(key, params)
    plain.set(key, sentence)
    return sentence
  }
  let name: string = key
  for (const [param, value] of Object.entries(params)) {
    if (typeof value !== 'number') return make(key, params)
    name += ` ${param}=${value}`
  }
  const hit = numeric.get(name)
  if (hit !== undefined) return hit
  const sentence = make(key, params)
  numeric.set(name, sentence)
  return sentence
}

function plainParams(params: Params): Readonly<Record<string, string | number | Date>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' && 'text' in value ? value.text : value,
    ]),
  )
}

/**
 * Parses a command to use, as sentences write it: `skills role:mle level:senior` or `profile link code:{code}`, with the names of the
 * declaration. Its text is what to type, with the subcommand in the language.
 */
function parseUsage(content: string, commandName: (name: string) => string): UsageInline {
  // A value ends where the next option begins, so it may have spaces.
  const [words = '', ...rest] = content.split(/ ([a-z]+):/u)
  const [command = '', subcommand] = words.trim().split(' ')
  const options: Record<string, string> = {}
  for (let at = 0; at < rest.length; at += 2) options[rest[at] ?? ''] = rest[at + 1] ?? ''
  const typed = [...(subcommand === undefined ? [] : [commandName(subcommand)]), ...Object.values(options)]
  return { type: 'usage', text: [`/${command}`, ...typed].join(' '), command, subcommand, options }
}

/** Creates the translator of a language, given its sentences and its names of commands. */
export function createTranslator(
  locale: Locale,
  { messages, commandNames }: Pick<Language, 'messages' | 'commandNames'>,
): Translator {
  const formats = new Map<MessageKey, IntlMessageFormat>()
  const format = (key: MessageKey): IntlMessageFormat => {
    const parsed = formats.get(key) ?? new IntlMessageFormat(messages[key], locale)
    formats.set(key, parsed)
    return parsed
  }
  const commandName = (name: string): string => commandNames[name] ?? name
  const textOf = (chunks: (string | Inline)[]): string =>
    chunks.map((chunk) => (typeof chunk === 'string' ? chunk : chunk.text)).join('')
  const mark = (type: 'strong' | 'emphasis' | 'code') => (chunks: (string | Inline)[]) =>
    ({ type, text: textOf(chunks) }) as const
  const tags = {
    b: mark(TAGS.b),
    i: mark(TAGS.i),
    c: mark(TAGS.c),
    u: (chunks: (string | Inline)[]) => parseUsage(textOf(chunks), commandName),
  }
  const unmarked = (chunks: string[]): string => chunks.join('')
  const plainTags = {
    b: unmarked,
    i: unmarked,
    c: unmarked,
    u: (chunks: string[]) => parseUsage(chunks.join(''), commandName).text,
  }
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' })

  // Most sentences are repeated, and a look-up takes a tenth of the time of formatting.
  const texts = sentenceCache<string>()
  const richTexts = sentenceCache<RichText>()

  const makeText = (key: MessageKey, params: Params): string =>
    String(format(key).format({ ...plainParams(params), ...plainTags }))
  const makeRichText = (key: MessageKey, params: Params): RichText => {
    const formatted = format(key).format<Inline>({ ...params, ...tags })
    const parts = Array.isArray(formatted) ? formatted : [formatted]
    return parts.map((part) => (typeof part === 'object' ? part : { type: 'text', text: part }))
  }
  return Object.assign((key: MessageKey, params = NO_PARAMS): string => cached(texts, key, params, makeText), {
    locale,
    rich: (key: MessageKey, params = NO_PARAMS): RichText => cached(richTexts, key, params, makeRichText),
    all: (items: readonly string[], decorate?: (item: string) => string) => join(conjunction, items, decorate),
    any: (items: readonly string[], decorate?: (item: string) => string) => join(disjunction, items, decorate),
    date: (millis: number) => days.format(millis),
    decimal: (value: number) => decimals.format(value),
    commandName,
  })
}

/** A list in words, each item as `decorate` writes it. */
function join(format: Intl.ListFormat, items: readonly string[], decorate = (item: string) => item): string {
  return format
    .formatToParts(items)
    .map(({ type, value }) => (type === 'element' ? decorate(value) : value))
    .join('')
}
