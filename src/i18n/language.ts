import type { en } from './en/index.ts'
import type { VocabularyData } from './vocabulary.ts'

/** The code of a language, such as "en": the first part of a language tag. */
export type Locale = string

/** The name of a sentence. */
export type MessageKey = keyof typeof en

/** A language that Rung answers in. Plurals, numbers, lists and dates come from `Intl` by its code. */
export interface Language {
  readonly messages: Readonly<Record<MessageKey, string>>
  readonly vocabulary: VocabularyData
  /** The names of commands and their options, on platforms that translate them; one that is missing keeps its own name. */
  readonly commandNames: Readonly<Record<string, string>>
  /** The stem of a normalized word, so that a question is understood in other forms of its words; without it, only as they are. */
  readonly stem?: (word: string) => string
  /**
   * Loads questions as people ask them, by the view that answers them, one a line, with `{role}`, `{level}`, `{domain}`, `{skill}` or
   * `{proficiency}` for names. Without it, questions are read by the phrases of the vocabulary alone.
   */
  readonly examples?: () => Readonly<Partial<Record<string, string>>>
  /** Loads the words that are everyday words of the language, in any case: none of them is read as a misspelled name. */
  readonly ordinaryWords?: () => readonly string[]
}
