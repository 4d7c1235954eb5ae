import { EFFORTS, isCore, normalize, type Role, type Row, rankOf, stepAt } from '../catalog/index.ts'
import { roleData } from './answer-code.ts'
import { assessedRole } from './assessed-role.ts'
import { countedSkills, type Part } from './engine/index.ts'
import type { Gap } from './insight.ts'

// What to work on, and in which order. One step at a time: a plan names the next proficiency of a skill, not the last one.

/** The rank of the next step of a gap; the required one if the skill was not answered. */
export function nextStep({ required, rating }: Gap): number {
  return rating === undefined || rating === null ? required : Math.min(required, rating + 1)
}

/** How many steps a gap takes. An estimated one counts as required less what the level below requires, at least one. */
export function stepsOf({ row, required, rating }: Gap, level: number): number {
  const from = rating ?? rankOf(row.cells[level - 1])
  return Math.max(1, required - from)
}

/** How many more core skills, and about how many more others, a level takes; with the standard deviation of the latter. */
export interface PlanNeed {
  readonly core: number
  readonly others: number
  readonly sd: number
}

const PARTS: readonly (readonly [Part, 'core' | 'others'])[] = [
  ['core', 'core'],
  ['breadth', 'others'],
]

/**
 * Orders gaps for a plan: answered before estimated ones; then the mandatory skills of `mandatory` (slugs); then those that the level
 * (an index) needs, and the core that the level below expects already, before any that it has enough of without; then the core; then
 * what is one step away before what is more; then what the focus and stack of the level name, and the shortest step; then the role's
 * order.
 */
export function inPlanOrder(
  role: Role,
  level: number,
  gaps: readonly Gap[],
  mandatory: ReadonlySet<string>,
  need?: Pick<PlanNeed, 'core' | 'others'>,
): readonly Gap[] {
  const named = namedSkills(role, level)
  const order = new Map([...role.rows.keys()].map((slug, index) => [slug, index]))
  const keysOf = (gap: Gap): readonly number[] => [
    Number(gap.rating === undefined || gap.rating === null),
    Number(!mandatory.has(gap.row.skill.slug)),
    Number(!isCore(role, gap.row.skill)),
    stepsOf(gap, level),
    Number(!named.has(gap.row.skill.slug)),
    effortOf(gap),
    order.get(gap.row.skill.slug) ?? 0,
  ]
  const ordered = sortedBy(gaps, keysOf)
  if (need === undefined || need.core + need.others === 0) return ordered
  const needed = new Set(PARTS.flatMap(([part, key]) => neededGaps(role, level, ordered, part, need[key])))
  const missedBelow = coreMissedBelow(role, level, ordered)
  const [isEstimated, isNotMandatory] = [0, 1]
  return sortedBy(ordered, (gap) => {
    const keys = keysOf(gap)
    const isNeeded = needed.has(gap) || missedBelow.has(gap)
    return [keys[isEstimated] ?? 0, keys[isNotMandatory] ?? 0, Number(!isNeeded)]
  })
}

/** The skills that the focus or the stack of a level (an index) names, by slug. */
function namedSkills(role: Role, level: number): ReadonlySet<string> {
  const { named } = roleData(role)
  const computed = named.get(level)
  if (computed) return computed
  const { focus, stack } = role.levels[level] ?? {}
  const words = ` ${normalize([...Object.values(focus ?? {}), ...Object.values(stack ?? {})].join(' '))} `
  const isNamed = ({ skill: { name, aliases } }: Row): boolean =>
    [name, ...aliases].some((each) => words.includes(` ${normalize(each)} `))
  const slugs = new Set([...role.rows.values()].filter(isNamed).map(({ skill }) => skill.slug))
  named.set(level, slugs)
  return slugs
}

/**
 * The answered core skills that are not met at the level below a level either: that level is safer with them. None if they are too many
 * for that level to be reached.
 */
function coreMissedBelow(role: Role, level: number, gaps: readonly Gap[]): ReadonlySet<Gap> {
  const expectedBelow = ({ cells }: Row): number => rankOf(cells[level - 1])
  const missed = gaps.filter(
    ({ row, rating }) => isCore(role, row.skill) && typeof rating === 'number' && rating < expectedBelow(row),
  )
  const count = [...role.rows.values()].filter((row) => isCore(role, row.skill) && expectedBelow(row) > 0).length
  return new Set(4 * missed.length <= count ? missed : [])
}

/** The first gaps of a part, as many as the level needs of those that it counts. */
function neededGaps(role: Role, level: number, ordered: readonly Gap[], part: Part, need: number): readonly Gap[] {
  const counted = new Set(countedSkills(assessedRole(role), level, part))
  return ordered.filter(({ row }) => counted.has(row.skill.slug)).slice(0, need)
}

/** Sorts by the first key that differs; keeps the order of equal ones. */
function sortedBy(gaps: readonly Gap[], keysOf: (gap: Gap) => readonly number[]): readonly Gap[] {
  return gaps
    .map((gap) => ({ gap, keys: keysOf(gap) }))
    .toSorted((a, b) => a.keys.map((key, at) => key - (b.keys[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ gap }) => gap)
}

/** How long the next step takes, as an index in EFFORTS; the longest if the ladder does not say. */
function effortOf(gap: Gap): number {
  const { scale, growth } = gap.row.skill
  const step = stepAt(scale, nextStep(gap))
  const effort = step && growth[step.slug]?.effort
  return effort === undefined ? EFFORTS.length : EFFORTS.indexOf(effort)
}

/** The steps to a level: of the skills that it still needs, each step of each. */
export interface LevelSteps {
  readonly steps: number
  /** Which of the skills to work on first are among those that the level needs. */
  readonly leading: readonly Gap[]
  /** Of each part that has any of these: how many are needed, and which of the first ones do it as well, a step each. */
  readonly choices: readonly { readonly need: number; readonly gaps: readonly Gap[] }[]
  /** Whether some of it is estimated: skills that were not asked, or how many are needed. */
  readonly isEstimate: boolean
}

/**
 * Counts the steps to a level (an index) if the needed skills are taken in the order of the plan. Needed skills that are not among the
 * gaps count as estimated ones of the same part. `focus` are the gaps to work on first.
 */
export function stepsToLevel(
  role: Role,
  level: number,
  ordered: readonly Gap[],
  focus: readonly Gap[],
  need: PlanNeed,
): LevelSteps {
  const inOrder = [...focus, ...ordered.filter((gap) => !focus.includes(gap))]
  let steps = 0
  const leading: Gap[] = []
  const choices: { need: number; gaps: readonly Gap[] }[] = []
  let isEstimate = need.sd >= 1
  for (const [part, key] of PARTS) {
    const needed = neededGaps(role, level, inOrder, part, need[key])
    const missing = need[key] - needed.length
    steps += needed.reduce((sum, gap) => sum + stepsOf(gap, level), 0)
    if (missing > 0) steps += Math.round(missing * usualSteps(role, level, part))
    const first = needed.filter((gap) => focus.includes(gap))
    leading.push(...first)
    const isAsGood = (gap: Gap): boolean => first.includes(gap) || stepsOf(gap, level) === 1
    const gaps = neededGaps(role, level, focus, part, focus.length).filter(isAsGood)
    if (first.length > 0) choices.push({ need: first.length, gaps })
    isEstimate ||= missing > 0 || needed.some(({ rating }) => rating === undefined)
  }
  return { steps, leading, choices, isEstimate }
}

/** The mean of the steps from the level below, over the skills of a part that a level raises; 1 if it raises none. */
function usualSteps(role: Role, level: number, part: Part): number {
  const steps = countedSkills(assessedRole(role), level, part).flatMap((slug) => {
    const cells = role.rows.get(slug)?.cells ?? []
    const rise = rankOf(cells[level]) - rankOf(cells[level - 1])
    return rise > 0 ? [rise] : []
  })
  return steps.length === 0 ? 1 : steps.reduce((sum, each) => sum + each, 0) / steps.length
}

/** How many questions: four in five of simulated people need no fewer and no more (bench/assessment prints the share). */
export interface QuestionRange {
  readonly least: number
  readonly most: number
}

/** Many need far fewer than about `planLeft`: their first answers show that the plan is complete. */
const LEAST_SHARE = 1 / 8
const MOST_SHARE = 1.4
const MOST_SPARE = 2
/** Hardly anybody needs more than this share of all that were not asked. */
const MOST_OF_ALL = 0.65

/** The range of questions that a plan takes, from `Progress.planLeft` and the number of skills that were not asked. */
export function planQuestions(planLeft: number, unasked: number): QuestionRange {
  if (planLeft === 0) return { least: 0, most: 0 }
  const most = Math.ceil(Math.min(MOST_OF_ALL * unasked, MOST_SHARE * planLeft + MOST_SPARE))
  const least = Math.ceil(LEAST_SHARE * planLeft)
  return { least: Math.min(least, unasked), most: Math.min(unasked, Math.max(least, most)) }
}
