// All indices are computed, so an index out of range is a bug and yields NaN. There is one accessor per kind of table: a shared
// one becomes polymorphic and several times slower.

/** The entry of a table of weights, chances or counts. */
export const at = (table: Float64Array, index: number): number => table[index] ?? Number.NaN

/** The entry of a table of indices. */
export const indexAt = (table: Int32Array, index: number): number => table[index] ?? Number.NaN

/** The entry of a list of numbers. */
export const entry = (list: readonly number[], index: number): number => list[index] ?? Number.NaN

/** Stands in for a missing table. */
export const NO_TABLE = new Float64Array(0)

/** The logistic function, 1 / (1 + e^-x). */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/**
 * The standard normal distribution function, within 7.5e-8. Pass `density` if it is already computed
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17).
 */
export function normalCdf(x: number, density = normalDensity(x)): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = density * poly
  return x > 0 ? 1 - tail : tail
}

/** Weights that sum to 1, without the negligible ones. */
export interface Weights {
  /** In order. */
  readonly indices: Int32Array
  /** By position in `indices`. */
  readonly values: Float64Array
}

/** Turns log weights into weights. Those below `least` times the greatest are left out. */
export function normalizeLogs(logs: Float64Array, least: number): Weights {
  const { length } = logs
  let highest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < length; i++) highest = Math.max(highest, at(logs, i))
  const lowest = highest + Math.log(least)
  let count = 0
  for (let i = 0; i < length; i++) if (at(logs, i) >= lowest) count++
  const indices = new Int32Array(count)
  const values = new Float64Array(count)
  let total = 0
  let position = 0
  for (let i = 0; i < length; i++) {
    if (at(logs, i) < lowest) continue
    const weight = Math.exp(at(logs, i) - highest)
    indices[position] = i
    values[position] = weight
    total += weight
    position += 1
  }
  for (let i = 0; i < count; i++) values[i] = at(values, i) / total
  return { indices, values }
}

export const normalDensity = (x: number): number => 0.3989422804014327 * Math.exp(-0.5 * x * x)

/** The x with normalCdf(x) = p, within 0.01 for p from 0.01 to 0.99 (Shore 1982). */
export function normalQuantile(p: number): number {
  return p < 0.5 ? -normalQuantile(1 - p) : 5.5556 * (1 - ((1 - p) / p) ** 0.1186)
}
