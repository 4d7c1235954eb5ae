import type { View } from './facts.ts'

// What questions like one are answered by. Rules (./topics.ts) read the words they were written for; this reads the others, from examples
// of each view. It is an averaged perceptron with a margin (Collins 2002, doi.org/10.3115/1118693.1118694), which learns all
// examples in about half a second of processor time, always in the same order, so that every process gives the same answer.

/** A question as its stems in order, with `{role}`, `{level}`, `{domain}`, `{skill}` or `{proficiency}` for each name. */
export interface Example {
  readonly view: View
  readonly tokens: readonly string[]
}

export interface Classifier {
  /** Learns on; returns false once all is learned. Each step takes some milliseconds. */
  learn(): boolean
  /** The part of some tokens that examples have, from 0 to 1. Nothing needs to be learned for it. */
  knownPart(tokens: readonly string[]): number
  /** How many examples of a view have a token. */
  countIn(view: View, token: string): number
  /** The share of each view, from 0 to 1, that questions with these tokens are answered by. */
  sharesOf(tokens: readonly string[]): ReadonlyMap<View, number>
}

/** How often every example is learned. */
const EPOCHS = 10
/** From so many times the margin on, an example is clear; for so many epochs it is not met. */
const CLEAR = 1.5
const REST = 3
/** By how much the right view must lead the others, or the example is learned once more. */
const MARGIN = 50
/** Turns scores into shares: the higher, the surer. Chosen by the held-out questions (tests/conversation/questions-l.yaml). */
const SHARPNESS = 0.14
/** Steps through the examples; a prime, so that each is met once. */
const STRIDE = 7919
/** Examples that are learned in one step, which takes a few milliseconds. */
const STEP = 500

/** An example as the view that is right and its features. */
interface Lesson {
  readonly right: number
  readonly features: Int32Array
  /** It is not met before this epoch. */
  rests: number
}

/** Creates a classifier that has learned nothing yet. */
export function createClassifier(examples: readonly Example[]): Classifier {
  const views = [...new Set(examples.map(({ view }) => view))]
  const index = createFeatureIndex()
  const words = new Set(examples.flatMap(({ tokens }) => tokens))
  const counts = new Map<string, number>()
  const lessons: Lesson[] = []
  let weights = new Float32Array(0)
  /** What the weights differ by from their average, times the number of examples met. */
  let drift = new Float32Array(0)
  const scores = new Float64Array(views.length)
  const all = examples.length * EPOCHS
  let met = 0

  const score = (features: Iterable<number>): void => {
    scores.fill(0)
    const { length } = scores
    for (const feature of features) {
      const first = feature * length
      for (let view = 0; view < length; view++) scores[view] = at(scores, view) + weightAt(weights, first + view)
    }
  }
  const move = (feature: number, view: number, amount: number): void => {
    const place = feature * views.length + view
    add(weights, place, amount)
    add(drift, place, amount * met)
  }
  const meet = (lesson: Lesson, epoch: number): void => {
    met += 1
    if (epoch < lesson.rests) return
    const { right, features } = lesson
    score(features)
    const rival = bestExcept(right, scores)
    const lead = (scores[right] ?? 0) - (scores[rival] ?? 0)
    if (rival < 0 || lead >= MARGIN) {
      // What is clear need not be met each time.
      if (lead >= CLEAR * MARGIN) lesson.rests = epoch + REST
      return
    }
    for (const feature of features) {
      move(feature, right, 1)
      move(feature, rival, -1)
    }
  }
  /** Reads the next examples into features. */
  const read = (): void => {
    for (const { view, tokens } of examples.slice(lessons.length, lessons.length + STEP)) {
      for (const token of new Set(tokens)) counts.set(`${view} ${token}`, (counts.get(`${view} ${token}`) ?? 0) + 1)
      lessons.push({ right: views.indexOf(view), features: Int32Array.from(index.featuresOf(tokens, true)), rests: 0 })
    }
    if (lessons.length < examples.length) return
    weights = new Float32Array(index.size() * views.length)
    drift = new Float32Array(weights.length)
  }
  const finish = (): void => {
    for (let index = 0; index < weights.length; index++) add(weights, index, -(drift[index] ?? 0) / (met + 1))
    lessons.splice(0)
    drift = new Float32Array(0)
  }
  const learn = (): boolean => {
    if (met >= all) return false
    if (lessons.length < examples.length) {
      read()
      return true
    }
    const end = Math.min(all, met + STEP)
    while (met < end) {
      const epoch = Math.floor(met / examples.length)
      const next = lessons[(met * STRIDE + epoch) % examples.length]
      if (!next) break
      meet(next, epoch)
    }
    if (met >= all) finish()
    return met < all
  }
  return {
    learn,
    knownPart: (tokens) => tokens.filter((token) => words.has(token)).length / Math.max(1, tokens.length),
    countIn(view, token) {
      while (learn());
      return counts.get(`${view} ${token}`) ?? 0
    },
    sharesOf(tokens) {
      while (learn());
      score(index.featuresOf(tokens, false))
      const highest = Math.max(...scores)
      const shares = views.map((view, index) => [view, Math.exp(((scores[index] ?? 0) - highest) * SHARPNESS)] as const)
      const total = shares.reduce((sum, [, share]) => sum + share, 0)
      return new Map(shares.map(([view, share]) => [view, share / total]))
    },
  }
}

// One accessor for each kind of table: a shared one becomes polymorphic and several times slower.
const at = (table: Float64Array, index: number): number => table[index] ?? Number.NaN
const weightAt = (table: Float32Array, index: number): number => table[index] ?? Number.NaN

function add(table: Float32Array, index: number, amount: number): void {
  table[index] = (table[index] ?? 0) + amount
}

/** The index of the highest score except one; -1 if there is no other. */
function bestExcept(one: number, scores: Float64Array): number {
  let best = -1
  for (let index = 0; index < scores.length; index++) {
    if (index !== one && (best < 0 || at(scores, index) > at(scores, best))) best = index
  }
  return best
}

/** A text of fewer words has little but its names. */
const SHORT = 3
/** More than there are features, so that a pair of their numbers is one number. */
const MOST_FEATURES = 2 ** 24

/** Numbers the features of questions in the order in which they are first met. */
function createFeatureIndex() {
  const words = new Map<string, number>()
  /** What follows what: a word after a word, or after two. */
  const pairs = new Map<number, number>()
  let size = 0

  function numberOf<Key>(map: Map<Key, number>, key: Key, isNew: boolean): number | undefined {
    const number = map.get(key)
    if (number !== undefined || !isNew) return number
    map.set(key, size)
    size += 1
    return size - 1
  }
  return {
    size: (): number => size,
    /**
     * The numbers of what a question is compared by: its words, two and three in a row, how many names of each kind it has, and whether it
     * is short. With `isNew`, what was never met gets a number; else it is left out.
     */
    featuresOf(tokens: readonly string[], isNew: boolean): Set<number> {
      const features = new Set<number>()
      const include = (feature: number | undefined): number | undefined => {
        if (feature !== undefined) features.add(feature)
        return feature
      }
      const after = (before: number | undefined, word: number | undefined): number | undefined =>
        before === undefined || word === undefined
          ? undefined
          : include(numberOf(pairs, before * MOST_FEATURES + word, isNew))
      let last = include(numberOf(words, '', isNew))
      let lastTwo: number | undefined
      for (const token of [...tokens, '']) {
        const word = include(numberOf(words, token, isNew))
        after(lastTwo, word)
        lastTwo = after(last, word)
        last = word
      }
      const counts = new Map<string, number>()
      for (const token of tokens) if (token.startsWith('{')) counts.set(token, (counts.get(token) ?? 0) + 1)
      for (const [kind, count] of counts) include(numberOf(words, `${kind}${count}`, isNew))
      include(numberOf(words, `names ${[...counts.keys()].toSorted().join(' ')}`, isNew))
      if (tokens.length <= SHORT) include(numberOf(words, ' short', isNew))
      return features
    },
  }
}
