import { caches } from './caches.ts'
import {
  computeDomainPosterior,
  type DomainPosterior,
  emptySums,
  type Ratings,
  ratingAt,
  readSums,
  SKIPPED,
  UNASKED,
} from './domain-posterior.ts'
import { at, entry, NO_TABLE, normalizeLogs } from './math.ts'
import type { Tables } from './tables.ts'

/** The state of one threshold. */
export interface Tally {
  readonly met: number
  /** Counted skills that were not asked yet. */
  readonly left: number
  readonly need: number
  /** By cell: mean and variance of the count that will be met among them. */
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** The posterior of one person. It depends on the ratings only, not on their order. */
export interface Posterior {
  readonly tables: Tables
  readonly ratings: Ratings
  readonly domains: readonly DomainPosterior[]
  /** The sums of all domains. */
  readonly sums: Float64Array
  /** P(cell | ratings), summing to 1; 0 for negligible cells. */
  readonly cells: Float64Array
  /** The cells that are not negligible, in order. */
  readonly possible: readonly number[]
  /** By threshold. */
  readonly tallies: readonly Tally[]
  /** Answers given, including skips. */
  readonly askedCount: number
  readonly skipped: number
}

/** Computes the posterior from ratings. */
export function computePosterior(tables: Tables, ratings: Ratings): Posterior {
  const domains = tables.skillsOf.map((_, domain) => domainPosterior(tables, domain, ratings))
  const sums = emptySums(tables)
  for (const domain of domains) {
    for (let i = 0; i < sums.length; i++) sums[i] = at(sums, i) + at(domain.sums, i)
  }
  return combineDomains(tables, ratings, domains, sums)
}

/** The posterior of one domain, cached: it depends on the domain's ratings only. */
function domainPosterior(tables: Tables, domain: number, ratings: Ratings): DomainPosterior {
  let key = `${tables.id} ${domain} `
  for (const skill of tables.skillsOf[domain] ?? []) key += CODES[ratingAt(ratings, skill) - UNASKED]
  const cached = caches.posteriors.get(key)
  if (cached) return cached
  const computed = computeDomainPosterior(tables, domain, ratings)
  caches.posteriors.set(key, computed)
  return computed
}

/** One letter each for UNASKED, SKIPPED and the ratings. */
const CODES = '?-01234'

/** Ratings as a text key, unique for each combination. */
export function ratingsKey(ratings: Ratings): string {
  let key = ''
  for (const rating of ratings) key += CODES[rating - UNASKED]
  return key
}

/** The posterior after `skill` is rated, skipped or (UNASKED) taken back. Recomputes only its domain. */
export function updatePosterior(
  { tables, ratings: before, domains, sums: old }: Posterior,
  skill: number,
  rating: number,
): Posterior {
  const ratings = before.slice()
  ratings[skill] = rating
  const changed = entry(tables.domainOf, skill)
  const current = domainPosterior(tables, changed, ratings)
  const replaced = domains[changed]?.sums ?? NO_TABLE
  const sums = emptySums(tables)
  const { length } = sums
  for (let i = 0; i < length; i++) sums[i] = at(old, i) - at(replaced, i) + at(current.sums, i)
  return combineDomains(
    tables,
    ratings,
    domains.map((each, index) => (index === changed ? current : each)),
    sums,
  )
}

function combineDomains(
  tables: Tables,
  ratings: Ratings,
  domains: readonly DomainPosterior[],
  sums: Float64Array,
): Posterior {
  const { logEvidence, moments } = readSums(tables, sums)
  const cells = logEvidence.slice()
  const possible = normalizeLogs(cells, LEAST_WEIGHT)
  let askedCount = 0
  let skipped = 0
  for (const rating of ratings) {
    if (rating !== UNASKED) askedCount++
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
    askedCount,
    skipped,
  }
}

/** Cells below this probability become 0; together they weigh under a millionth. */
const LEAST_WEIGHT = 1e-9

/** Whether the unasked skills can still decide the threshold either way. */
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
