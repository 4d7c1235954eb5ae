import { normalize } from '../../catalog/index.ts'
import type { Language, Languages } from '../../i18n/index.ts'
import { type Classifier, createClassifier, type Example } from './classifier.ts'
import { VIEWS } from './facts.ts'

// The examples that questions are read by, as a classifier learns them.

/** By their languages, so that all ladders of a process share one. Never stale: languages are immutable. */
const classifiers = new WeakMap<Languages['byLocale'], Classifier>()

/** The classifier of some languages; it learns when it is first needed, or before. */
export function classifierOf(byLocale: Languages['byLocale']): Classifier {
  const shared =
    classifiers.get(byLocale) ?? ofAll([...byLocale.values()].map((each) => createClassifier(examplesOf(each))))
  classifiers.set(byLocale, shared)
  return shared
}

/** One classifier of several: a question is read by the one whose examples have most of its words, so languages do not mix. */
function ofAll(all: readonly Classifier[]): Classifier {
  const nearest = (tokens: readonly string[]): Classifier | undefined =>
    all.toSorted((one, other) => other.knownPart(tokens) - one.knownPart(tokens))[0]
  return {
    learn: () => all.some((each) => each.learn()),
    knownPart: (tokens) => Math.max(0, ...all.map((each) => each.knownPart(tokens))),
    countIn: (view, token) => Math.max(0, ...all.map((each) => each.countIn(view, token))),
    sharesOf: (tokens) => nearest(tokens)?.sharesOf(tokens) ?? new Map(),
  }
}

/** The examples of a language, with its stems. */
function examplesOf({ examples, stem = (word) => word }: Language): readonly Example[] {
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
