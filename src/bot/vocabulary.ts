import { normalize, PROFICIENCIES, type Proficiency } from '../catalog/index.ts'
import type { Languages, WordList } from '../i18n/index.ts'

/** The words that people type. They may be of any language, whatever language the answer has. */
export interface Vocabulary {
  /** The words of a list, normalized. */
  readonly words: (list: WordList) => ReadonlySet<string>
  /** The source of a regular expression that matches any word of a list. */
  readonly pattern: (list: WordList) => string
  /** The proficiencies by normalized name, in every language. */
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
