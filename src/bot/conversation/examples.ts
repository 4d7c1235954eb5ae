import { normalize } from '../../catalog/index.ts'
import type { Language, Languages } from '../../i18n/index.ts'
import { type Classifier, createClassifier, type Example } from './classifier.ts'
import { VIEWS } from './facts.ts'

// The examples that questions are read by, as a classifier learns them.

/** By their languages, so that all ladders of a process share one. Never stale: languages are immutable. */
const classifiers = new WeakMap<Languages['byLocale'], Classifier>()

/** The classifier of some languages; it learns when it is first needed, or before. */
export function classifierOf(byLocale: Languages['byLocale']): Classifier {
  const shared = classifiers.get(byLocale) ?? createClassifier(examplesOf(byLocale.values()))
  classifiers.set(byLocale, shared)
  return shared
}

/** The examples of some languages, each with the stems of its own. */
function examplesOf(languages: Iterable<Language>): readonly Example[] {
  return [...languages].flatMap(({ examples, stem = (word: string) => word }) => {
    const written = examples?.() ?? {}
    const stems = new Map<string, string>()
    const stemOf = (word: string): string => {
      const cached = stems.get(word) ?? stem(word)
      stems.set(word, cached)
      return cached
    }
    return VIEWS.flatMap((view) =>
      (written[view] ?? '')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): Example => ({ view, tokens: tokensOf(line, stemOf) })),
    )
  })
}

/** A text that is normalized as it is. */
const PLAIN = /^[a-z0-9 ]*$/u

/** The words of an example as stems, and its names as they are written: `{role}`. */
function tokensOf(line: string, stem: (word: string) => string): readonly string[] {
  return line
    .trim()
    .split(/(\{\w+\})/u)
    .flatMap((part) =>
      /^\{\w+\}$/u.test(part)
        ? [part]
        : (PLAIN.test(part) ? part : normalize(part))
            .split(' ')
            .filter(Boolean)
            .map((word) => stem(word)),
    )
}
