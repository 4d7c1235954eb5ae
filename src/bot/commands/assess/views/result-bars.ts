import { coverageByLevel } from '../../../../assessment/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import type { Block } from '../../../../message/index.ts'
import type { ResultDetails } from './result-details.ts'
import { coverageText } from './result-domains.ts'
import { pointsBar } from './result-points.ts'

/** More bars would not fit the first screen beside the rest of a result. */
const MAX_BARS = 6

/**
 * A bar a level: what is met of the answers that count there. What is only estimated is no part of a bar; its number stands beside the
 * level of the gaps. A check of one level has that level alone.
 */
export function levelBars(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, counts, target, grade, result, gaps, points } = details
  const indices = result.ready === undefined ? role.levels.keys() : [target ?? 0]
  const estimated = gaps.filter(({ rating }) => rating === undefined).length
  return around([...indices], Math.max(0, (grade ?? 1) - 1)).flatMap((index): Block[] => {
    const level = role.levels[index]
    if (role.points) return level && points ? [pointsBar(details, points, index, t)] : []
    const count = counts[index]
    if (!level || !count) return []
    const met = count.core.met + count.breadth.met
    const answered = count.core.answered + count.breadth.answered
    const words = {
      ...{ level: level.name, met, answered, estimated: index === target ? estimated : 0 },
      reached: grade !== null && index < grade ? 'yes' : 'no',
    }
    return [{ type: 'progress', done: met, total: Math.max(1, answered), label: t('result.bar', words) }]
  })
}

/**
 * A bar for each level that expects anything in the domain of a result: what is met of the answers there. None is marked as reached,
 * since one domain gives no level.
 */
export function domainBars({ role, domain, ratingOf, result, target }: ResultDetails, t: Translator): readonly Block[] {
  const levels = coverageByLevel(role, ratingOf, domain).flatMap((coverage, index) => {
    const { met, unmet, skipped, notAsked } = coverage
    const total = met + unmet + skipped + notAsked
    return total === 0 ? [] : [{ index, coverage, name: role.levels[index]?.name ?? '' }]
  })
  const middle = levels.findIndex(({ index }) => index === target)
  return around([...levels.keys()], Math.max(0, middle)).flatMap((at): Block[] => {
    const level = levels[at]
    if (!level) return []
    const { met, unmet } = level.coverage
    const label = `${level.name} · ${coverageText(level.coverage, result.mode, t)}`
    return [{ type: 'progress', done: met, total: Math.max(1, met + unmet), label }]
  })
}

/** As many levels as there are bars, with one in their middle. */
function around(indices: readonly number[], middle: number): readonly number[] {
  const first = Math.min(Math.max(0, middle - MAX_BARS / 2), Math.max(0, indices.length - MAX_BARS))
  return indices.slice(first, first + MAX_BARS)
}
