import type { english } from './en/vocabulary.ts'

/** The name of a list of words that people type. */
export type WordList = keyof typeof english

/**
 * The words that people type in one language: each list as words or phrases with commas between them, in any case, with or without
 * accents. A person may type the words of every language, whatever theirs is, so a word must not stand for two things that can be
 * typed in the same place.
 */
export type VocabularyData = Readonly<Record<WordList, string>>
