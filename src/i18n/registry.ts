import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { examplesEn } from './en/examples.ts'
import { en } from './en/index.ts'
import { english } from './en/vocabulary.ts'
import { SPANISH_COMMANDS } from './es/command-names.ts'
import { examplesEs } from './es/examples.ts'
import { es } from './es/index.ts'
import { spanish } from './es/vocabulary.ts'
import type { Language, Locale } from './language.ts'
import { englishWords, spanishWords } from './ordinary-words.ts'

const REGISTERED = {
  en: {
    messages: en,
    vocabulary: english,
    commandNames: {},
    stem: stemEnglish,
    ordinaryWords: englishWords,
    examples: () => examplesEn,
  },
  es: {
    messages: es,
    vocabulary: spanish,
    commandNames: SPANISH_COMMANDS,
    stem: stemSpanish,
    ordinaryWords: spanishWords,
    examples: () => examplesEs,
  },
} as const satisfies Readonly<Record<Locale, Language>>

/** The code of a language of Rung. Test data is keyed by it, so a new language fails the type check until its data is there. */
export type RegisteredLocale = keyof typeof REGISTERED

/** Every language of Rung, by its code. A new one is registered above and nowhere else. */
export const LANGUAGES: ReadonlyMap<Locale, Language> = new Map<Locale, Language>(Object.entries(REGISTERED))
