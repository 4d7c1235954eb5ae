import { LRUCache } from 'lru-cache'
import { type DomainBelief, type Ratings, SKIPPED, UNASKED, believe as weigh } from './domain-belief.ts'
import { at, normaliseLogs } from './numbers.ts'
import type { Tables } from './tables.ts'

/** How one threshold stands. */
export interface Tally {
  readonly met: number
  /** Skills counted and not asked yet. */
  readonly left: number
  readonly need: number
  /** By cell: mean and variance of the count that will be met among those left. */
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** What is believed of one person, from the ratings alone: not from the order in which they came. */
export interface Belief {
  readonly tables: Tables
  readonly ratings: Ratings
  readonly domains: readonly DomainBelief[]
  /** P(cell | ratings), summing to 1. */
  readonly cells: Float64Array
  /** By threshold. */
  readonly tallies: readonly Tally[]
  /** Answers given, skips among them. */
  readonly asked: number
  readonly skipped: number
}

/** The belief about somebody with these ratings. */
export function beliefOf(tables: Tables, ratings: Ratings): Belief {
  return combine(
    tables,
    ratings,
    tables.skillsOf.map((_, domain) => believe(tables, domain, ratings)),
  )
}

/** Bytes of domains kept for a role: some thousands of them, so that few are ever weighed twice. */
const MOST_BYTES = 32 * 1024 * 1024

const kept = new WeakMap<Tables, LRUCache<string, DomainBelief>>()

/** What is believed in one domain. It follows from the domain's ratings alone, so people with the same ones share it. */
function believe(tables: Tables, domain: number, ratings: Ratings): DomainBelief {
  const known =
    kept.get(tables) ?? new LRUCache<string, DomainBelief>({ maxSize: MOST_BYTES, sizeCalculation: bytesOf })
  kept.set(tables, known)
  const key = `${domain}:${(tables.skillsOf[domain] ?? []).map((skill) => at(ratings, skill)).join()}`
  const before = known.get(key)
  if (before) return before
  const weighed = weigh(tables, domain, ratings)
  known.set(key, weighed)
  return weighed
}

function bytesOf({ logEvidence, deviations, mean, variance, expected }: DomainBelief): number {
  return [logEvidence, deviations, ...mean, ...variance, ...expected].reduce((sum, part) => sum + part.byteLength, 0)
}

/** The belief after `skill` is rated, skipped or (UNASKED) taken back. Only its domain is weighed anew. */
export function rate(belief: Belief, skill: number, rating: number): Belief {
  const { tables } = belief
  const ratings = belief.ratings.slice()
  ratings[skill] = rating
  const domain = at(tables.domainOf, skill)
  const domains = belief.domains.map((each, index) => (index === domain ? believe(tables, domain, ratings) : each))
  return combine(tables, ratings, domains)
}

function combine(tables: Tables, ratings: Ratings, domains: readonly DomainBelief[]): Belief {
  const skipped = ratings.filter((rating) => rating === SKIPPED).length
  const asked = ratings.filter((rating) => rating !== UNASKED).length
  return {
    tables,
    ratings,
    domains,
    cells: normaliseLogs(
      total(
        tables.grid.cells,
        domains.map((each) => each.logEvidence),
      ),
    ),
    tallies: tables.thresholds.map((threshold, index) => ({
      ...tally(threshold.cells, ratings),
      need: threshold.need,
      mean: total(
        tables.grid.cells,
        domains.map((each) => each.mean[index] ?? []),
      ),
      variance: total(
        tables.grid.cells,
        domains.map((each) => each.variance[index] ?? []),
      ),
    })),
    asked,
    skipped,
  }
}

/** The sum of tables of one size, always in the same order, so that equal ratings give equal beliefs. */
function total(size: number, parts: readonly ArrayLike<number>[]): Float64Array {
  const sum = new Float64Array(size)
  for (const part of parts) {
    for (let i = 0; i < size; i++) sum[i] = at(sum, i) + at(part, i)
  }
  return sum
}

function tally(cells: readonly (number | null)[], ratings: Ratings): { readonly met: number; readonly left: number } {
  let met = 0
  let left = 0
  for (const [skill, cell] of cells.entries()) {
    if (cell === null) continue
    if (at(ratings, skill) === UNASKED) left++
    else if (at(ratings, skill) >= cell) met++
  }
  return { met, left }
}
