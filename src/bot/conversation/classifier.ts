import type { View } from './facts.ts'

// What questions like one are answered by. Rules (./topics.ts) read the words they were written for; this reads the others, from examples
// of each view. It is an averaged perceptron with a margin (Collins 2002, doi.org/10.3115/1118693.1118694), which learns a few thousand
// examples in about a tenth of a second, always in the same order, so that the same question has the same answer in every process.

/** A question as its stems in order, with `{role}`, `{level}`, `{domain}`, `{skill}` or `{proficiency}` for each name. */
export interface Example {
  readonly view: View
  readonly tokens: readonly string[]
}

export interface Classifier {
  /** Learns on; returns false once all is learned. Each step takes some milliseconds. */
  learn(): boolean
  /** The part of some tokens that examples have, from 0 to 1. */
  knownPart(tokens: readonly string[]): number
  /** How many examples of a view have a token. */
  countIn(view: View, token: string): number
  /** The share of each view, from 0 to 1, that questions with these tokens are answered by. */
  sharesOf(tokens: readonly string[]): ReadonlyMap<View, number>
}

/** How often every example is learned. */
const EPOCHS = 12
/** By how much the right view must lead the others, or the example is learned once more. */
const MARGIN = 50
/** Turns scores into shares: fitted so that of those about 0.9, about nine in ten are right. */
const SHARPNESS = 0.12
/** Steps through the examples; a prime, so that each is met once. */
const STRIDE = 7919
/** Examples that are learned in one step, which takes a few milliseconds. */
const STEP = 500

/** Creates a classifier that has learned nothing yet. */
export function createClassifier(examples: readonly Example[]): Classifier {
  const views = [...new Set(examples.map(({ view }) => view))]
  const ids = new Map<string, number>()
  const counts = new Map<string, number>()
  const lessons: { readonly right: number; readonly features: readonly number[] }[] = []
  let weights = new Float32Array(0)
  /** What the weights differ by from their average, times the number of examples met. */
  let drift = new Float32Array(0)
  const scores = new Float64Array(views.length)
  const all = examples.length * EPOCHS
  let met = 0

  const score = (features: readonly number[]): void => {
    scores.fill(0)
    for (const feature of features) {
      const first = feature * views.length
      for (let view = 0; view < views.length; view++) add(scores, view, weights[first + view] ?? 0)
    }
  }
  const move = (feature: number, view: number, amount: number): void => {
    const index = feature * views.length + view
    add(weights, index, amount)
    add(drift, index, amount * met)
  }
  const meet = ({ right, features }: (typeof lessons)[number]): void => {
    score(features)
    const rival = bestExcept(right, scores)
    met += 1
    if (rival < 0 || (scores[right] ?? 0) - (scores[rival] ?? 0) >= MARGIN) return
    for (const feature of features) {
      move(feature, right, 1)
      move(feature, rival, -1)
    }
  }
  /** Reads the next examples into features. */
  const read = (): void => {
    for (const { view, tokens } of examples.slice(lessons.length, lessons.length + STEP)) {
      const features = featuresOf(tokens).map((feature) => {
        const id = ids.get(feature) ?? ids.size
        ids.set(feature, id)
        return id
      })
      for (const token of new Set(tokens)) counts.set(`${view} ${token}`, (counts.get(`${view} ${token}`) ?? 0) + 1)
      lessons.push({ right: views.indexOf(view), features })
    }
    if (lessons.length < examples.length) return
    weights = new Float32Array(ids.size * views.length)
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
      meet(next)
    }
    if (met >= all) finish()
    return met < all
  }
  return {
    learn,
    knownPart(tokens) {
      while (learn());
      return tokens.filter((token) => ids.has(token)).length / Math.max(1, tokens.length)
    },
    countIn(view, token) {
      while (learn());
      return counts.get(`${view} ${token}`) ?? 0
    },
    sharesOf(tokens) {
      while (learn());
      score(featuresOf(tokens).flatMap((feature) => ids.get(feature) ?? []))
      const highest = Math.max(...scores)
      const shares = views.map((view, index) => [view, Math.exp(((scores[index] ?? 0) - highest) * SHARPNESS)] as const)
      const total = shares.reduce((sum, [, share]) => sum + share, 0)
      return new Map(shares.map(([view, share]) => [view, share / total]))
    },
  }
}

function add(table: Float32Array | Float64Array, index: number, amount: number): void {
  table[index] = (table[index] ?? 0) + amount
}

/** The index of the highest score except one; -1 if there is no other. */
function bestExcept(one: number, scores: Float64Array): number {
  let best = -1
  for (let index = 0; index < scores.length; index++) {
    if (index !== one && (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0))) best = index
  }
  return best
}

/** A text of fewer words has little but its names. */
const SHORT = 3

/** What a question is compared by: its words, two and three in a row, how many names of each kind it has, and whether it is short. */
function featuresOf(tokens: readonly string[]): readonly string[] {
  const all = ['', ...tokens, '']
  const features = new Set<string>(['any'])
  for (const [at, token] of all.entries()) {
    features.add(token)
    if (at > 0) features.add(`${all[at - 1]} ${token}`)
    if (at > 1) features.add(`${all[at - 2]} ${all[at - 1]} ${token}`)
  }
  const counts = new Map<string, number>()
  for (const token of tokens) if (token.startsWith('{')) counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const [kind, count] of counts) features.add(`${kind}${count}`)
  features.add(`names ${[...counts.keys()].toSorted().join(' ')}`)
  if (tokens.length <= SHORT) features.add('short')
  return [...features]
}
