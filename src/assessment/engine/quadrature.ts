import type { AnswerStyle } from './parameters.ts'

/**
 * The points at which the posterior of one part is computed. A person is a cell: an answer style and an ability. Ability is
 * measured in levels: a person exactly at level L has ability L. In each domain the person deviates, so their place there is
 * ability + deviation. Both use the same step, so places form a grid too, and `place = abilityIndex + deviationIndex`.
 */
export interface QuadratureGrid {
  readonly styles: readonly AnswerStyle[]
  readonly abilities: number
  /** Between neighboring abilities, in levels. */
  readonly step: number
  readonly deviations: number
  readonly places: number
  /** styles × abilities; cell = style · abilities + ability */
  readonly cells: number
  /** In levels, by place index. */
  readonly placeValues: readonly number[]
  /** By cell: the first of the points (style · places + place) that its deviations reach. */
  readonly firstPoint: readonly number[]
  /** By style · deviations + deviation: normal with the style's domain spread, summing to 1 per style. */
  readonly deviationWeights: Float64Array
}

const STEP = 0.5
const LOWEST_ABILITY = -0.5
const FARTHEST_DEVIATION = 2

/** The grid for a role of `levels` levels: ability from half a level below zero to one above the top. Its prior is flat, so it has no weights. */
export function quadratureGrid(levels: number, styles: readonly AnswerStyle[]): QuadratureGrid {
  const abilities = Math.round((levels + 1 - LOWEST_ABILITY) / STEP) + 1
  const deviations = Math.round((2 * FARTHEST_DEVIATION) / STEP) + 1
  const places = abilities + deviations - 1
  const lowestPlace = LOWEST_ABILITY - FARTHEST_DEVIATION
  return {
    styles,
    abilities,
    step: STEP,
    deviations,
    places,
    cells: styles.length * abilities,
    placeValues: Array.from({ length: places }, (_, i) => lowestPlace + i * STEP),
    firstPoint: styles.flatMap((_, style) =>
      Array.from({ length: abilities }, (_, ability) => style * places + ability),
    ),
    deviationWeights: Float64Array.from(styles.flatMap((style) => normalWeights(deviations, style.domainSpread))),
  }
}

function normalWeights(count: number, deviation: number): readonly number[] {
  const heights = Array.from({ length: count }, (_, i) => {
    const z = (i * STEP - FARTHEST_DEVIATION) / deviation
    return Math.exp(-0.5 * z * z)
  })
  const total = heights.reduce((a, b) => a + b, 0)
  return heights.map((height) => height / total)
}
