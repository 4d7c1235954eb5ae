import { LRUCache } from 'lru-cache'
import {
  type DomainPosterior,
  emptySums,
  type Ratings,
  ratingAt,
  readSums,
  SKIPPED,
  UNASKED,
  computeDomainPosterior as weigh,
} from './domain-posterior.ts'
import { at, entry, NO_TABLE, normalizeLogs } from './math.ts'
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
export interface Posterior {
  readonly tables: Tables
  readonly ratings: Ratings
  readonly domains: readonly DomainPosterior[]
  /** Those of all domains together. */
  readonly sums: Float64Array
  /** P(cell | ratings), summing to 1; 0 for what is as good as impossible. */
  readonly cells: Float64Array
  /** The other cells, in order. */
  readonly possible: readonly number[]
  /** By threshold. */
  readonly tallies: readonly Tally[]
  /** Answers given, skips among them. */
  readonly asked: number
  readonly skipped: number
}

/** The belief about somebody with these ratings. */
export function computePosterior(tables: Tables, ratings: Ratings): Posterior {
  const domains = tables.skillsOf.map((_, domain) => believe(tables, domain, ratings))
  const sums = emptySums(tables)
  for (const domain of domains) {
    for (let i = 0; i < sums.length; i++) sums[i] = at(sums, i) + at(domain.sums, i)
  }
  return combined(tables, ratings, domains, sums)
}

/** Bytes of domains kept for all roles together: some thousands of them, so that few are ever weighed twice. */
const MOST_BYTES = 32 * 1024 * 1024

const kept = new LRUCache<string, DomainPosterior>({ maxSize: MOST_BYTES, sizeCalculation: bytesOf })

/** What is believed in one domain. It follows from the domain's ratings alone, so people with the same ones share it. */
function believe(tables: Tables, domain: number, ratings: Ratings): DomainPosterior {
  let key = `${tables.id} ${domain} `
  for (const skill of tables.skillsOf[domain] ?? []) key += CODES[ratingAt(ratings, skill) - UNASKED]
  const before = kept.get(key)
  if (before) return before
  const weighed = weigh(tables, domain, ratings)
  kept.set(key, weighed)
  return weighed
}

/** A letter for each of UNASKED, SKIPPED and the ratings. */
const CODES = '?-01234'

/** Ratings as text: equal for equal ratings alone. */
export function ratingsKey(ratings: Ratings): string {
  let code = ''
  for (const rating of ratings) code += CODES[rating - UNASKED]
  return code
}

function bytesOf({ sums, deviations, expected }: DomainPosterior): number {
  return [sums, deviations, ...expected].reduce((sum, part) => sum + part.byteLength, 0)
}

/** The belief after `skill` is rated, skipped or (UNASKED) taken back. Only its domain is weighed anew. */
export function updatePosterior(
  { tables, ratings: before, domains, sums: old }: Posterior,
  skill: number,
  rating: number,
): Posterior {
  const ratings = before.slice()
  ratings[skill] = rating
  const changed = entry(tables.domainOf, skill)
  const weighed = believe(tables, changed, ratings)
  const replaced = domains[changed]?.sums ?? NO_TABLE
  const sums = emptySums(tables)
  const { length } = sums
  for (let i = 0; i < length; i++) sums[i] = at(old, i) - at(replaced, i) + at(weighed.sums, i)
  return combined(
    tables,
    ratings,
    domains.map((each, index) => (index === changed ? weighed : each)),
    sums,
  )
}

function combined(
  tables: Tables,
  ratings: Ratings,
  domains: readonly DomainPosterior[],
  sums: Float64Array,
): Posterior {
  const { logEvidence, moments } = readSums(tables, sums)
  const cells = logEvidence.slice()
  const possible = normalizeLogs(cells, LEAST_WEIGHT)
  let asked = 0
  let skipped = 0
  for (const rating of ratings) {
    if (rating !== UNASKED) asked++
    if (rating === SKIPPED) skipped++
  }
  return {
    tables,
    ratings,
    domains,
    sums,
    cells,
    possible,
    tallies: tables.thresholds.map((threshold, index) => ({
      ...tally(threshold.cells, ratings),
      need: threshold.need,
      mean: moments[index]?.mean ?? NO_TABLE,
      variance: moments[index]?.variance ?? NO_TABLE,
    })),
    asked,
    skipped,
  }
}

/** All that is less probable together weighs under a millionth. */
const LEAST_WEIGHT = 1e-9

/** Whether what is not asked yet can still decide it either way. */
export function isOpen({ met, left, need }: Pick<Tally, 'met' | 'left' | 'need'>): boolean {
  return met < need && met + left >= need
}

function tally(cells: readonly (number | null)[], ratings: Ratings): { readonly met: number; readonly left: number } {
  let met = 0
  let left = 0
  for (const [skill, cell] of cells.entries()) {
    if (cell === null) continue
    const rating = ratingAt(ratings, skill)
    if (rating === UNASKED) left++
    else if (rating >= cell) met++
  }
  return { met, left }
}
