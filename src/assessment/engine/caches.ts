import { LRUCache } from 'lru-cache'
import type { AssessmentState } from './assessment.ts'
import type { LevelLists } from './course.ts'
import type { DomainPosterior } from './domain-posterior.ts'
import type { Forecast } from './forecast.ts'
import type { Threshold } from './grade.ts'
import type { Posterior } from './posterior.ts'
import type { Tables } from './tables.ts'
import type { AssessedRole } from './types.ts'

/** What ratings come to. Only the states depend on the course: an assessment beyond the level has one for the level, and its own. */
export interface Evaluation {
  readonly posterior: Posterior
  readonly forecast: Forecast
  /** By course: at most three for each level, and for none. */
  readonly states: Map<string, AssessmentState>
  /** By level, from 1; undefined for a role that expects nothing. */
  readonly lists: Map<number | undefined, LevelLists>
}

const MEBIBYTE = 1024 * 1024

/**
 * The caches of the engine, one of each for all roles, so that their sizes limit the process. None is ever stale: each entry is a
 * pure function of its key.
 */
export const caches = {
  /** An entry goes with its role. */
  tables: new WeakMap<AssessedRole, Tables>(),
  thresholds: new WeakMap<AssessedRole, readonly Threshold[]>(),

  /** Posteriors by tables, domain and the domain's ratings: room for about a thousand. People with equal ratings share them. */
  posteriors: new LRUCache<string, DomainPosterior>({
    maxSize: 48 * MEBIBYTE,
    // Its effects are computed later, and are about as large again.
    sizeCalculation: ({ sums, deviations, expected }) =>
      2 * (sums.byteLength + deviations.byteLength + expected.byteLength),
  }),

  /**
   * Evaluations by tables and ratings, about 30 kB each for a role of 58 skills. Answering a question needs the one before it; the
   * cards of an assessment drop older ones: see `forgetEvaluation`.
   */
  evaluations: new LRUCache<string, Evaluation>({ max: 1000 }),
}

/** Computes a value on the first call and returns the same value afterwards. */
export function lazy<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}
