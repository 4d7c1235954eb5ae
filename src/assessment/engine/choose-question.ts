import { type CourseEvaluation, outlooksAt } from './course.ts'
import { gapsAreSettled } from './gap-list.ts'
import { entry } from './math.ts'
import { mostInformative, mostUncertain } from './next-question.ts'
import type { PartPosterior } from './posterior.ts'

/** The skill to ask next, by its index in the role; undefined at the end of the course. */
export function chooseQuestion(evaluation: CourseEvaluation): number | undefined {
  if (!evaluation.isSettled) return coreQuestion(evaluation) ?? decidingQuestion(evaluation)
  switch (evaluation.course.refine) {
    case 'nothing':
      return undefined
    case 'gaps':
      return gapsAreSettled(evaluation.gaps) ? undefined : evaluation.gaps.open[0]?.skill
    case 'plan':
      return evaluation.plan.confirmed ? undefined : evaluation.plan.candidates[0]?.skill
  }
}

const inRole = ({ tables }: PartPosterior, skill: number | undefined): number | undefined =>
  skill === undefined ? undefined : entry(tables.skills, skill)

/** The core of the deciding levels comes first, the most telling skill of the less certain of them before the others. */
function coreQuestion(evaluation: CourseEvaluation): number | undefined {
  if (evaluation.coreLeft === 0) return undefined
  const { forecast, decidingLevels: levels } = evaluation
  const { core } = evaluation.posterior
  const target = (evaluation.gapLevel ?? 1) - 1
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
function decidingQuestion(evaluation: CourseEvaluation): number | undefined {
  const target = (evaluation.gapLevel ?? 1) - 1
  for (const { part, index, outlook } of undecidedThresholds(evaluation)) {
    const skill = outlook.decided ? undefined : mostInformative(part, index, outlook, target)
    if (skill !== undefined) return inRole(part, skill)
  }
  return undefined
}

/** The thresholds that are not decided, the one to ask about first: of the most uncertain level, the most uncertain part. */
function undecidedThresholds({ posterior, forecast, course, decidingLevels: deciding }: CourseEvaluation) {
  const { core, breadth } = posterior
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
