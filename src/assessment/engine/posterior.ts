import { caches } from './caches.ts'
import {
  computeDomainPosterior,
  type DomainPosterior,
  emptySums,
  evidenceAt,
  type Ratings,
  ratingAt,
  SKIPPED,
  UNASKED,
} from './domain-posterior.ts'
import type { Part, Threshold } from './grade.ts'
import { at, entry, indexAt, NO_TABLE, normalizeLogs, type Weights } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import type { PartTables, Tables } from './tables.ts'

/** The state of one threshold. */
export interface Tally {
  readonly threshold: Threshold
  /** Its index among the thresholds of the part. */
  readonly index: number
  readonly met: number
  /** Answered and not skipped. */
  readonly answered: number
  /** Counted skills that were not asked yet. */
  readonly left: number
}

/** The posterior of one part. It depends only on the ratings of that part, not on their order. */
export interface PartEvidence {
  readonly tables: PartTables
  readonly ratings: Ratings
  readonly domains: readonly DomainPosterior[]
  /** The sums of all domains. */
  readonly sums: Float64Array
  /** By threshold of the part. */
  readonly tallies: readonly Tally[]
  /** Answers given, including skips. */
  readonly askedCount: number
  readonly skipped: number
}

/** The posterior of one part, given the answers to both. */
export interface PartPosterior extends PartEvidence {
  /** P(cell | all ratings), summing to 1; 0 for negligible cells. */
  readonly cells: Float64Array
  /** The cells that are not negligible, in order. */
  readonly possible: readonly number[]
  /** The expected share of the remaining skills that will be skipped, and the variance of that share. */
  readonly skipShare: number
  readonly skipVariance: number
}

/** The posterior of one person. It depends on the ratings only, not on their order. */
export interface Posterior {
  readonly tables: Tables
  readonly core: PartPosterior
  readonly breadth: PartPosterior
  /** P(pair of cells | ratings), without negligible pairs. */
  readonly pairs: Weights
  readonly askedCount: number
  readonly skipped: number
}

/** Computes the posterior from ratings, by skill index of the role. */
export function computePosterior(tables: Tables, ratings: Ratings): Posterior {
  const evidence = (part: PartTables): PartEvidence =>
    computeEvidence(
      part,
      Int8Array.from(part.skills, (skill) => ratingAt(ratings, skill)),
    )
  return combineParts(tables, evidence(tables.core), evidence(tables.breadth))
}

/** The posterior after `skill` is rated, skipped or (UNASKED) taken back. Recomputes only its domain in its part. */
export function updatePosterior(before: Posterior, skill: number, rating: number): Posterior {
  const { tables, core, breadth } = before
  const place = tables.places[skill]
  if (place === undefined) return before
  return place.part === 'core'
    ? combineParts(tables, updateEvidence(core, place.skill, rating), breadth)
    : combineParts(tables, core, updateEvidence(breadth, place.skill, rating))
}

export const partOf = ({ core, breadth }: Posterior, part: Part): PartPosterior => (part === 'core' ? core : breadth)

function computeEvidence(tables: PartTables, ratings: Ratings): PartEvidence {
  const domains = tables.skillsOf.map((_, domain) => domainPosterior(tables, domain, ratings))
  const sums = emptySums(tables)
  for (const domain of domains) {
    for (let i = 0; i < sums.length; i++) sums[i] = at(sums, i) + at(domain.sums, i)
  }
  return evidenceOf(tables, ratings, domains, sums)
}

function updateEvidence(
  { tables, ratings: before, domains, sums: old }: PartEvidence,
  skill: number,
  rating: number,
): PartEvidence {
  const ratings = before.slice()
  ratings[skill] = rating
  const changed = entry(tables.domainOf, skill)
  const current = domainPosterior(tables, changed, ratings)
  const replaced = domains[changed]?.sums ?? NO_TABLE
  const sums = emptySums(tables)
  const { length } = sums
  for (let i = 0; i < length; i++) sums[i] = at(old, i) - at(replaced, i) + at(current.sums, i)
  const others = domains.map((each, index) => (index === changed ? current : each))
  return evidenceOf(tables, ratings, others, sums)
}

/** The posterior of one domain, cached: it depends on the domain's ratings only. */
function domainPosterior(tables: PartTables, domain: number, ratings: Ratings): DomainPosterior {
  let key = `${tables.id} ${domain} `
  for (const skill of tables.skillsOf[domain] ?? []) key += CODES[ratingAt(ratings, skill) - UNASKED]
  const cached = caches.posteriors.get(key)
  if (cached) return cached
  const computed = computeDomainPosterior(tables, domain, ratings)
  caches.posteriors.set(key, computed)
  return computed
}

/** One letter each for UNASKED, SKIPPED and the ratings. */
const CODES = '?-01234567'

/** Ratings as a text key, unique for each combination. */
export function ratingsKey(ratings: Ratings): string {
  let key = ''
  for (let skill = 0; skill < ratings.length; skill++) key += CODES[ratingAt(ratings, skill) - UNASKED]
  return key
}

function evidenceOf(
  tables: PartTables,
  ratings: Ratings,
  domains: readonly DomainPosterior[],
  sums: Float64Array,
): PartEvidence {
  let askedCount = 0
  let skipped = 0
  for (let skill = 0; skill < ratings.length; skill++) {
    const rating = ratingAt(ratings, skill)
    if (rating !== UNASKED) askedCount++
    if (rating === SKIPPED) skipped++
  }
  const tallies = tables.thresholds.map((threshold, index) => ({ threshold, index, ...tally(tables, index, ratings) }))
  return { tables, ratings, domains, sums, tallies, askedCount, skipped }
}

function tally(
  { shapes, shapeOf }: PartTables,
  threshold: number,
  ratings: Ratings,
): { readonly met: number; readonly answered: number; readonly left: number } {
  let met = 0
  let answered = 0
  let left = 0
  for (let skill = 0; skill < ratings.length; skill++) {
    const cell = entry(shapes[entry(shapeOf, skill)]?.cells ?? [], threshold)
    if (cell === 0) continue
    const rating = ratingAt(ratings, skill)
    if (rating === UNASKED) left++
    else if (rating !== SKIPPED) answered++
    if (rating >= cell) met++
  }
  return { met, answered, left }
}

/** Pairs of less than this share of the most probable one are left out. */
const LEAST_WEIGHT = 1e-5

function combineParts(tables: Tables, core: PartEvidence, breadth: PartEvidence): Posterior {
  const { pairs } = tables
  const logs = pairs.logs
  for (let i = 0; i < logs.length; i++) {
    const ofCore = at(core.sums, evidenceAt(indexAt(pairs.core, i)))
    const ofBreadth = at(breadth.sums, evidenceAt(indexAt(pairs.breadth, i)))
    logs[i] = ofCore + ofBreadth + at(pairs.logPrior, i)
  }
  const weights = normalizeLogs(logs, LEAST_WEIGHT)
  const askedCount = core.askedCount + breadth.askedCount
  const skipped = core.skipped + breadth.skipped
  const { skips, answers } = PARAMETERS.skipPrior
  const usual = (skipped + skips) / (askedCount + answers)
  const posterior = (evidence: PartEvidence, cellOf: Int32Array): PartPosterior => ({
    ...evidence,
    ...marginal(evidence.tables.grid.cells, cellOf, weights),
    ...skipForecast(evidence, usual),
  })
  return {
    tables,
    core: posterior(core, pairs.core),
    breadth: posterior(breadth, pairs.breadth),
    pairs: weights,
    askedCount,
    skipped,
  }
}

function marginal(
  size: number,
  cellOf: Int32Array,
  { indices, values }: Weights,
): Pick<PartPosterior, 'cells' | 'possible'> {
  const cells = new Float64Array(size)
  for (let i = 0; i < indices.length; i++) {
    const cell = indexAt(cellOf, indexAt(indices, i))
    cells[cell] = at(cells, cell) + at(values, i)
  }
  const possible: number[] = []
  for (let cell = 0; cell < size; cell++) if (at(cells, cell) > 0) possible.push(cell)
  return { cells, possible }
}

/** Skips of a part, as a beta distribution around the share that is usual for the person. */
function skipForecast(
  { askedCount, skipped }: PartEvidence,
  usual: number,
): Pick<PartPosterior, 'skipShare' | 'skipVariance'> {
  const { skipPooling } = PARAMETERS
  const skipShare = (skipped + skipPooling * usual) / (askedCount + skipPooling)
  return { skipShare, skipVariance: (skipShare * (1 - skipShare)) / (askedCount + skipPooling + 1) }
}
