import { type Course, coreLeft, decidingLevels, gapLevel, isSettled, outlooksAt } from './course.ts'
import type { Forecast } from './forecast.ts'
import type { GapList } from './gap-list.ts'
import { gapsAreSettled } from './gap-list.ts'
import { entry } from './math.ts'
import { mostInformative, mostUncertain } from './next-question.ts'
import type { Plan } from './plan.ts'
import type { PartPosterior, Posterior } from './posterior.ts'

/** The skill to ask next, by its index in the role; undefined at the end of the course. */
export function chooseQuestion(
  posterior: Posterior,
  forecast: Forecast,
  course: Course,
  gaps: () => GapList,
  plan: () => Plan,
): number | undefined {
  if (!isSettled(posterior, forecast, course)) {
    return coreQuestion(posterior, forecast, course) ?? decidingQuestion(posterior, forecast, course)
  }
  switch (course.refine) {
    case 'nothing':
      return undefined
    case 'gaps':
      return gapsAreSettled(gaps()) ? undefined : gaps().open[0]?.skill
    case 'plan':
      return plan().confirmed ? undefined : plan().candidates[0]?.skill
  }
}

const inRole = ({ tables }: PartPosterior, skill: number | undefined): number | undefined =>
  skill === undefined ? undefined : entry(tables.skills, skill)

/** The core of the deciding levels comes first, the most telling skill of the less certain of them before the others. */
function coreQuestion(posterior: Posterior, forecast: Forecast, course: Course): number | undefined {
  const levels = decidingLevels(posterior, forecast, course)
  if (coreLeft(posterior, forecast, levels) === 0) return undefined
  const { core } = posterior
  const target = (gapLevel(posterior.tables, forecast, course) ?? 1) - 1
  const undecided = outlooksAt(core, forecast.core, levels)
    .filter(({ outlook }) => !outlook.decided)
    .toSorted((a, b) => doubt(b.outlook.probability) - doubt(a.outlook.probability) || a.index - b.index)
  for (const { index, outlook } of undecided) {
    const skill = outlook.decided ? undefined : mostInformative(core, index, outlook, target)
    if (skill !== undefined) return inRole(core, skill)
  }
  const rest = levels.map((level) => mostUncertain(core, level - 1)).find((skill) => skill !== undefined)
  return inRole(core, rest)
}

const doubt = (probability: number): number => probability * (1 - probability)

/**
 * What tells most about the most uncertain level: a skill of its less certain part. If every level is clear but more questions are
 * due, a skill of the breadth of the deciding levels.
 */
function decidingQuestion(posterior: Posterior, forecast: Forecast, course: Course): number | undefined {
  const target = (gapLevel(posterior.tables, forecast, course) ?? 1) - 1
  for (const { part, index, outlook } of undecidedThresholds(posterior, forecast, course)) {
    const skill = outlook.decided ? undefined : mostInformative(part, index, outlook, target)
    if (skill !== undefined) return inRole(part, skill)
  }
  return undefined
}

/** The thresholds that are not decided, the one to ask about first: of the most uncertain level, the most uncertain part. */
function undecidedThresholds(posterior: Posterior, forecast: Forecast, course: Course) {
  const { core, breadth } = posterior
  const deciding = decidingLevels(posterior, forecast, course)
  const isTargeted = course.target !== undefined
  const levels = forecast.levels
    .filter(({ level, atLeast }) => doubt(atLeast) > 0 && (!isTargeted || deciding.includes(level)))
    .toSorted((a, b) => doubt(b.atLeast) - doubt(a.atLeast) || a.level - b.level)
  return levels.flatMap(({ level }) => {
    const below = forecast.levels.map((each) => each.level).filter((each) => each <= level)
    return [
      { part: core, outlooks: forecast.core },
      { part: breadth, outlooks: forecast.breadth },
    ]
      .flatMap(({ part, outlooks }) => {
        // Of the thresholds of one part, the least probable one decides.
        const [least] = outlooksAt(part, outlooks, below)
          .filter(({ outlook }) => !outlook.decided)
          .toSorted((a, b) => a.outlook.probability - b.outlook.probability || a.index - b.index)
        return least ? [{ part, ...least }] : []
      })
      .toSorted((a, b) => doubt(b.outlook.probability) - doubt(a.outlook.probability))
  })
}
