import { DEFAULT_SCALE } from '../../catalog/index.ts'
import type { DocumentInFile } from './schema.ts'

// The rule of points as the table `Points`: a row for each step, skill or level that is worth or takes points.

type RuleInFile = NonNullable<DocumentInFile['ladder']>['levelRule']
type Rows = readonly (readonly (string | number | undefined)[])[]

/** The points of a rule that has any. */
const pointsIn = (rule: RuleInFile) => (typeof rule === 'object' ? rule.points : undefined)

/** The rule in one spelling: what has its default is absent. */
export function canonicalRule(rule: NonNullable<RuleInFile>): NonNullable<RuleInFile> {
  const points = pointsIn(rule)
  if (!points) return rule
  const { steps, skillSteps = {}, weights = {}, levels = {} } = points
  const own = {
    ...(steps && { steps }),
    ...(Object.keys(skillSteps).length > 0 && { skillSteps }),
    ...(Object.keys(weights).length > 0 && { weights }),
    ...(Object.keys(levels).length > 0 && { levels }),
  }
  return Object.keys(own).length > 0 ? { points: own } : 'points'
}

/** The word of a rule in the table `Ladder`. */
export function ruleWord(rule: RuleInFile): string | number | undefined {
  return typeof rule === 'object' ? (rule.share ?? 'points') : rule
}

/** The rows of the table `Points`; none if nothing is written about points. */
export function pointsRows({ ladder, skills, roles }: DocumentInFile): Rows {
  const { steps = [], skillSteps = {}, weights = {}, levels = {} } = pointsIn(ladder?.levelRule) ?? {}
  const usual = ladder?.scale?.length ?? DEFAULT_SCALE.steps.length
  const stepRows = (skill: string, points: readonly number[]): Rows => {
    const count = skills.find(({ slug }) => slug === skill)?.scale?.length ?? usual
    // A list with one more entry begins with "none yet".
    return points.map((each, index) => ['', '', skill, points.length > count ? index : index + 1, each, ''])
  }
  return [
    ...stepRows('', steps),
    ...Object.entries(skillSteps).flatMap(([skill, points]) => stepRows(skill, points)),
    ...Object.entries(weights).map(([skill, weight]) => ['', '', skill, '', '', weight]),
    ...Object.entries(levels).map(([level, points]) => ['', level, '', '', points, '']),
    ...roles.flatMap((role) =>
      role.levels.flatMap(({ slug, points }) => (points === undefined ? [] : [[role.slug, slug, '', '', points, '']])),
    ),
  ]
}
