import { en } from './en/index.ts'
import { english } from './en/vocabulary.ts'
import { SPANISH_COMMANDS } from './es/command-names.ts'
import { es } from './es/index.ts'
import { spanish } from './es/vocabulary.ts'
import type { Language, Locale } from './language.ts'

/** Every language of Rung, by its code. A new one is registered here and nowhere else. */
export const LANGUAGES: ReadonlyMap<Locale, Language> = new Map<Locale, Language>([
  ['en', { messages: en, vocabulary: english, commandNames: {} }],
  ['es', { messages: es, vocabulary: spanish, commandNames: SPANISH_COMMANDS }],
])
