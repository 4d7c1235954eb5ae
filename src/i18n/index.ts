import { IntlMessageFormat } from 'intl-messageformat'
import { LRUCache } from 'lru-cache'
import type { Inline, RichText } from '../message/index.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'

/** The languages the bot speaks. */
export const LOCALES = ['en', 'es'] as const

export type Locale = (typeof LOCALES)[number]

/** The name of a sentence the bot can say. */
export type MessageKey = keyof typeof en

/** What a sentence takes: words and figures, and inline text of which plain text shows the words. */
export type Params = Readonly<Record<string, string | number | Date | Inline>>

export const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, es }

/** The bot's locale for a language tag such as `es-419`, `es_ES` or `en-GB`; English for any other or none. */
export function localeFrom(tag: string | null | undefined): Locale {
  const language = tag?.toLowerCase().split(/[-_.]/u, 1)[0]
  return LOCALES.find((locale) => locale === language) ?? 'en'
}

/** Says a sentence of the catalogue in one language. */
export interface Translator {
  readonly locale: Locale
  /** As plain text. */
  (key: MessageKey, params?: Params): string
  /** With the emphasis its translation marks. Parameters stay plain text whatever is in them. */
  rich(key: MessageKey, params?: Params): RichText
  /** Items as the language joins them: "a, b and c". */
  all(items: readonly string[]): string
  any(items: readonly string[]): string
  /** The day (UTC) of a time in milliseconds, written out. */
  date(millis: number): string
}

const translators = new Map<Locale, Translator>()

export function translator(locale: Locale): Translator {
  const known = translators.get(locale)
  if (known) return known
  const made = makeTranslator(locale)
  translators.set(locale, made)
  return made
}

/** Tags that translations may use, and the kind of inline text each makes. */
const TAGS = { b: 'strong', i: 'emphasis', c: 'code' } as const satisfies Record<string, Inline['type']>

/** Sentences with figures that are kept in each language. */
const MOST_KEPT = 3000

interface Kept<T extends string | RichText> {
  /** Those that take no parameters. */
  readonly plain: Map<MessageKey, T>
  /** Those whose parameters are numbers. Words are not kept: they may be somebody's. */
  readonly figures: LRUCache<string, T>
}

function kept<T extends string | RichText>(): Kept<T> {
  return { plain: new Map(), figures: new LRUCache({ max: MOST_KEPT }) }
}

const NO_PARAMS: Params = {}

/** Makes a sentence, or gives the one made before of the same parameters. */
function remembered<T extends string | RichText>(
  { plain, figures }: Kept<T>,
  key: MessageKey,
  params: Params,
  make: (key: MessageKey, params: Params) => T,
): T {
  if (params === NO_PARAMS) {
    const made = plain.get(key) ?? make(key, params)
    plain.set(key, made)
    return made
  }
  let name: string = key
  for (const [param, value] of Object.entries(params)) {
    if (typeof value !== 'number') return make(key, params)
    name += ` ${param}=${value}`
  }
  const before = figures.get(name)
  if (before !== undefined) return before
  const made = make(key, params)
  figures.set(name, made)
  return made
}

function plainParams(params: Params): Readonly<Record<string, string | number | Date>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' && 'text' in value ? value.text : value,
    ]),
  )
}

function makeTranslator(locale: Locale): Translator {
  const formats = new Map<MessageKey, IntlMessageFormat>()
  const format = (key: MessageKey): IntlMessageFormat => {
    let known = formats.get(key)
    if (!known) {
      known = new IntlMessageFormat(MESSAGES[locale][key], locale)
      formats.set(key, known)
    }
    return known
  }
  const mark = (type: 'strong' | 'emphasis' | 'code') => (chunks: (string | Inline)[]) =>
    ({ type, text: chunks.map((chunk) => (typeof chunk === 'string' ? chunk : chunk.text)).join('') }) as const
  const tags = { b: mark(TAGS.b), i: mark(TAGS.i), c: mark(TAGS.c) }
  const bare = (chunks: string[]): string => chunks.join('')
  const bareTags = { b: bare, i: bare, c: bare }
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' })

  // Most of what is said has been said before, and to look it up takes a tenth of the time of making it.
  const texts = kept<string>()
  const richTexts = kept<RichText>()

  const makeText = (key: MessageKey, params: Params): string =>
    String(format(key).format({ ...plainParams(params), ...bareTags }))
  const makeRichText = (key: MessageKey, params: Params): RichText => {
    const made = format(key).format<Inline>({ ...params, ...tags })
    const parts = Array.isArray(made) ? made : [made]
    return parts.map((part) => (typeof part === 'object' ? part : { type: 'text', text: part }))
  }
  return Object.assign((key: MessageKey, params = NO_PARAMS): string => remembered(texts, key, params, makeText), {
    locale,
    rich: (key: MessageKey, params = NO_PARAMS): RichText => remembered(richTexts, key, params, makeRichText),
    all: (items: readonly string[]) => conjunction.format(items),
    any: (items: readonly string[]) => disjunction.format(items),
    date: (millis: number) => days.format(millis),
  })
}
