import { LRUCache } from 'lru-cache'
import type { AssessmentState } from './assessment.ts'
import type { DomainPosterior } from './domain-posterior.ts'
import type { Posterior } from './posterior.ts'
import type { Tables } from './tables.ts'
import type { AssessedRole } from './types.ts'

const MEBIBYTE = 1024 * 1024

/**
 * The caches of the engine, one of each for all roles, so that their sizes limit the process. None is ever stale: each entry is a
 * pure function of its key.
 */
export const caches = {
  /** An entry goes with its role. */
  tables: new WeakMap<AssessedRole, Tables>(),

  /** Posteriors by tables, domain and the domain's ratings: room for some thousands. People with equal ratings share them. */
  posteriors: new LRUCache<string, DomainPosterior>({
    maxSize: 32 * MEBIBYTE,
    sizeCalculation: ({ sums, deviations, expected }) => sums.byteLength + deviations.byteLength + expected.byteLength,
  }),

  /** States by tables and ratings, about 30 kB each for a role of 58 skills. Answering a question needs the state before it. */
  states: new LRUCache<string, { readonly posterior: Posterior; readonly state: AssessmentState }>({ max: 1000 }),
}

/** Computes a value on the first call and returns the same value afterwards. */
export function lazy<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}
