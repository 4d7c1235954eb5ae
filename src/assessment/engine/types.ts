import { AssessmentError } from './errors.ts'

/** The rank of a step of a scale: on the default one Awareness 1, Working 2, Advanced 3, Expert 4. */
export type Proficiency = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A person's rating of a skill: a proficiency, or 0 for "none yet". */
export type Rating = 0 | Proficiency

export interface RoleSkill {
  readonly id: string
  readonly name: string
  readonly domain: string
  /** The number of steps of the scale that the skill is rated on, 2 to 7; 4 if missing. */
  readonly steps?: number
  /** One cell per level, lowest level first; null if the level expects nothing of this skill. */
  readonly required: readonly (Proficiency | null)[]
  /** Whether the skill belongs to the role's core; false if missing. A role without a single core skill has no core. */
  readonly core?: boolean
  /** One flag per level; null, or no list at all, if unknown. Never changes a grade. */
  readonly mandatory?: readonly (boolean | null)[]
  /** In a role with `points`: what each rating brings, from 0, in integers that never fall; nothing if missing. */
  readonly points?: readonly number[]
}

/** A share of the answered skills: `numerator` of `denominator`. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** What share of each part reaches a level. */
export interface LevelShares {
  readonly core: Share
  /** Null if the others do not matter at a level that expects anything of the core. */
  readonly breadth: Share | null
  /** Of all skills: in a role without a core and, if the breadth does not matter, at a level without one. */
  readonly whole: Share
}

/** A role as the engine sees it. Treat it as frozen: its tables are cached by this object. */
export interface AssessedRole {
  readonly id: string
  /** Level names, lowest first. Grade g is `levels[g - 1]`; grade 0 is below the first. */
  readonly levels: readonly string[]
  /** Three in four of the core and half of the breadth if missing. */
  readonly shares?: LevelShares
  /**
   * The sum of points that reaches each level, lowest first, in integers that rise. With it a level is a sum over all skills, whatever
   * they are required at, and every skill is asked; an empty list if only the sum matters.
   */
  readonly points?: readonly number[]
  readonly skills: readonly RoleSkill[]
}

/** A skill's answer; null when it was skipped. */
export type Answer = readonly [skillId: string, rating: Rating | null]

/** The whole state of an assessment: its answers in the order they were given. */
export type Answers = readonly Answer[]

/** The steps of a skill that does not say. */
const DEFAULT_STEPS = 4
const MIN_STEPS = 2

/** Every rating of the longest scale. */
const RATINGS = [0, 1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Rating[]

export const stepsOfSkill = ({ steps = DEFAULT_STEPS }: Pick<RoleSkill, 'steps'>): number => steps

/** The proficiencies of a scale of so many steps, lowest first. */
export const proficienciesOf = (steps: number): readonly Proficiency[] =>
  RATINGS.filter((rating): rating is Proficiency => rating !== 0 && rating <= steps)

export const isRating = (value: unknown): value is Rating => RATINGS.some((rating) => rating === value)

const isProficiency = (value: unknown): value is Proficiency => isRating(value) && value !== 0

/** @throws AssessmentError `bad-role` naming the first fault: of the role, or of a skill whose row cannot be graded. */
export function checkRole(role: AssessedRole): void {
  if (!Array.isArray(role?.levels) || !Array.isArray(role.skills)) {
    throw new AssessmentError('bad-role', 'A role needs a list of levels and a list of skills')
  }
  const { id, points = [] } = role
  if ((points.length > 0 && points.length !== role.levels.length) || !areRising(points)) {
    throw new AssessmentError('bad-role', `Role ${id}: points are an integer for each level, each more than the last`)
  }
  const seen = new Set<string>()
  for (const [index, skill] of role.skills.entries()) {
    const fault = seen.has(skill?.id) ? 'appears twice' : faultIn(skill, role.levels.length)
    if (fault !== undefined) {
      const skillId = skill?.id ?? `number ${index + 1}`
      throw new AssessmentError('bad-role', `Role ${role.id}: skill ${skillId} ${fault}`, {
        roleId: role.id,
        skillId,
        fault,
      })
    }
    seen.add(skill.id)
  }
}

function faultIn(skill: RoleSkill, levels: number): string | undefined {
  if (typeof skill?.id !== 'string' || skill.id === '') return 'has no id'
  if (typeof skill.domain !== 'string') return 'has no domain'
  if (!Array.isArray(skill.required)) return 'has no list of required proficiencies'
  if (skill.required.length !== levels) return `has ${skill.required.length} cells for ${levels} levels`
  if (skill.core !== undefined && typeof skill.core !== 'boolean') return 'has a core flag that is not true or false'
  if (skill.mandatory !== undefined && skill.mandatory.length !== levels) {
    return `has ${skill.mandatory.length} mandatory flags for ${levels} levels`
  }
  const { points } = skill
  if (points && (points.length !== stepsOfSkill(skill) + 1 || !areRising(points, 0))) {
    return 'has points that are not an integer for each rating, none less than the last'
  }
  const steps = stepsOfSkill(skill)
  if (!isRating(steps) || steps < MIN_STEPS) return `has ${String(steps)} steps; a scale has 2 to 7`
  for (const cell of skill.required) {
    if (cell !== null && (!isProficiency(cell) || cell > steps)) {
      return `requires ${String(cell)}, which is not a proficiency from 1 to ${steps}`
    }
  }
  return undefined
}

/** Whether numbers are integers from 0, each more than the last by a step or more. */
function areRising(numbers: readonly number[], step = 1): boolean {
  return numbers.every(
    (each, index) => Number.isInteger(each) && each >= 0 && (index === 0 || each >= (numbers[index - 1] ?? 0) + step),
  )
}
