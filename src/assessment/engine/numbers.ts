/** The entry of a dense table. Indices here are computed, never typed in, so a miss is NaN and shows at once. */
export const at = (table: ArrayLike<number>, index: number): number => table[index] ?? Number.NaN

/** The logistic function, 1 / (1 + e^-x). */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/**
 * The standard normal distribution function, within 7.5e-8
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17).
 */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = 0.3989422804014327 * Math.exp(-0.5 * x * x) * poly
  return x > 0 ? 1 - tail : tail
}

/** Turns log weights into weights that sum to 1, in place. */
export function normaliseLogs(logs: Float64Array): Float64Array {
  const highest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let total = 0
  for (let i = 0; i < logs.length; i++) {
    const weight = Math.exp(at(logs, i) - highest)
    logs[i] = weight
    total += weight
  }
  for (let i = 0; i < logs.length; i++) logs[i] = at(logs, i) / total
  return logs
}

export const normalDensity = (x: number): number => 0.3989422804014327 * Math.exp(-0.5 * x * x)

/** The x with normalCdf(x) = p, within 0.01 for p from 0.01 to 0.99 (Shore 1982). */
export function normalQuantile(p: number): number {
  return p < 0.5 ? -normalQuantile(1 - p) : 5.5556 * (1 - ((1 - p) / p) ** 0.1186)
}
