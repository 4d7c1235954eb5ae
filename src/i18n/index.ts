import type { Language, Locale } from './language.ts'
import { LANGUAGES } from './registry.ts'
import { createTranslator, type Translator } from './translator.ts'

export type { Language, Locale, MessageKey } from './language.ts'
export type { Params, Translator } from './translator.ts'
export type { VocabularyData, WordList } from './vocabulary.ts'

/** The language of people who use none of the others. */
const FALLBACK = 'en'

/** A set of languages to answer in. */
export interface Languages {
  readonly locales: readonly Locale[]
  /** The languages themselves, by code. */
  readonly byLocale: ReadonlyMap<Locale, Language>
  /** The locale for a language tag such as `es-419`, `es_ES` or `en-GB`; English for an unknown language or none. */
  readonly localeFrom: (tag: string | null | undefined) => Locale
  /** The translator of a locale, always the same one; that of English for an unknown locale. */
  readonly translator: (locale: Locale) => Translator
}

/** Creates a set of languages. English must be one of them. */
export function createLanguages(byLocale: ReadonlyMap<Locale, Language>): Languages {
  const translators = new Map([...byLocale].map(([locale, language]) => [locale, createTranslator(locale, language)]))
  const fallback = translators.get(FALLBACK)
  if (!fallback) throw new Error(`a set of languages needs ${FALLBACK}`)
  return {
    locales: [...byLocale.keys()],
    byLocale,
    localeFrom(tag) {
      const language = tag?.toLowerCase().split(/[-_.]/u, 1)[0] ?? ''
      return byLocale.has(language) ? language : FALLBACK
    },
    translator: (locale) => translators.get(locale) ?? fallback,
  }
}

/** The languages of Rung. */
export const languages = createLanguages(LANGUAGES)

export const { localeFrom, translator } = languages
export const LOCALES = languages.locales
