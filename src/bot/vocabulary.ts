import { normalize, PROFICIENCIES, type Proficiency } from '../catalog/index.ts'
import type { Languages, WordList } from '../i18n/index.ts'

/** The words that people type, of all languages together: a person may type those of any language. */
export interface Vocabulary {
  /** The words of a list, normalized. */
  readonly words: (list: WordList) => ReadonlySet<string>
  /** The words of a list as they are written, as the source of a regular expression that matches any of them. */
  readonly pattern: (list: WordList) => string
  /** The proficiencies by their normalized names in every language. */
  readonly proficiencies: ReadonlyMap<string, Proficiency>
}

export function createVocabulary({ byLocale }: Pick<Languages, 'byLocale'>): Vocabulary {
  const written = (list: WordList): readonly string[] =>
    [...byLocale.values()].flatMap(({ vocabulary }) => vocabulary[list].split(',').map((word) => word.trim()))
  const normalized = new Map<WordList, ReadonlySet<string>>()
  return {
    words(list) {
      const words = normalized.get(list) ?? new Set(written(list).map(normalize))
      normalized.set(list, words)
      return words
    },
    pattern: (list) =>
      written(list)
        .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
        .join('|'),
    proficiencies: new Map(
      PROFICIENCIES.flatMap((proficiency) => [
        [proficiency, proficiency] as const,
        ...[...byLocale.values()].map(
          ({ messages }) => [normalize(messages[`proficiency.${proficiency}`]), proficiency] as const,
        ),
      ]),
    ),
  }
}
