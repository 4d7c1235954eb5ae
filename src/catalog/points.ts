import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type BrokenFiles, unknownName } from './build-context.ts'
import { DEFAULT_LEVEL_RULE, type LevelRule, type PointsRule, type Role, type RolePoints, type Skill } from './model.ts'
import type { Scale } from './scale.ts'
import type { LadderFile, PointsShape, RoleFile } from './schema.ts'
import { indexBelow } from './tracks.ts'
import { type Path, type Problem, type Report, reporterFor, type Source } from './yaml-source.ts'

// The rule of points: each step of a skill is worth points, and a level takes a total.

/** The path of a value of the rule in `ladder.yaml`. */
const inRule = (...rest: readonly string[]): Path => ['levelRule', 'points', ...rest]

/** Builds the level rule of `ladder.yaml`. */
export function buildLevelRule(rule: LadderFile['levelRule'], report: Report): LevelRule {
  if (rule === undefined || rule === 'core-and-breadth') return DEFAULT_LEVEL_RULE
  if (rule === 'all-core') return Object.freeze({ kind: rule })
  if (rule === 'points') return pointsRule({}, report)
  return rule.share === undefined
    ? pointsRule(rule.points ?? {}, report)
    : Object.freeze({ kind: 'share', share: rule.share })
}

function pointsRule({ steps, skillSteps = {}, weights = {}, levels = {} }: PointsShape, report: Report): PointsRule {
  if (steps) checkRising(steps, inRule('steps'), report)
  for (const [slug, own] of Object.entries(skillSteps)) checkRising(own, inRule('skillSteps', slug), report)
  return Object.freeze({ kind: 'points', steps: steps ?? null, skillSteps, weights, levels })
}

/** A step that brings less than the one below it would lower a level as a person improves. */
function checkRising(points: readonly number[], at: Path, report: Report): void {
  for (const [index, each] of points.entries()) {
    const below = points[index - 1] ?? 0
    if (each < below) report([...at, index], `${each} points are fewer than the ${below} of the step below`)
  }
}

/** What each rating of a skill brings before its weight, from "none yet"; undefined if the list does not fit the scale. */
function ratingPoints({ steps, skillSteps }: PointsRule, { slug, scale }: Skill): readonly number[] | undefined {
  const count = scale.steps.length
  const list = skillSteps[slug] ?? steps
  if (list === null) return Array.from({ length: count + 1 }, (_, rating) => rating)
  if (list.length === count) return [0, ...list]
  return list.length === count + 1 && list[0] === 0 ? list : undefined
}

/** The points of a role; undefined under another rule. A level without points is never reached; `checkPoints` reports it. */
export function rolePoints(
  { levels }: Pick<RoleFile, 'levels'>,
  rows: ReadonlyMap<string, { readonly skill: Skill }>,
  rule: LevelRule,
  report: Report,
): RolePoints | undefined {
  if (rule.kind !== 'points') {
    for (const [index, { points }] of levels.entries()) {
      if (points === undefined) continue
      report(['levels', index, 'points'], 'counts only with the level rule "points"; ladder.yaml has another one')
    }
    return undefined
  }
  const skills = [...new Set([...rows.values()].map(({ skill }) => skill))]
  const thresholds = levels.map(({ slug, points }) => points ?? rule.levels[slug] ?? Number.MAX_SAFE_INTEGER)
  const bySkill = Object.fromEntries(
    skills.map((skill) => {
      const weight = rule.weights[skill.slug] ?? 1
      return [skill.slug, (ratingPoints(rule, skill) ?? [0]).map((points) => weight * points)]
    }),
  )
  const own = skills.map(({ slug }) => [slug, rule.skillSteps[slug], rule.weights[slug]] as const)
  const key = hash([thresholds, rule.steps, own.filter(([, steps, weight]) => steps ?? weight)])
  return Object.freeze({ thresholds, bySkill, key })
}

const hash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)

interface PointsContext {
  readonly ladder: { readonly levelRule: LevelRule; readonly scale: Scale }
  readonly skills: ReadonlyMap<string, Skill>
  readonly roles: ReadonlyMap<string, Role>
  readonly broken: BrokenFiles
}

interface PointsSources {
  readonly ladder?: Source<LadderFile> | undefined
  readonly roles: readonly Source<RoleFile>[]
}

/** Checks that the points fit the skills, the steps and the levels of a catalog. */
export function checkPoints(sources: PointsSources, context: PointsContext, problems: Problem[]): void {
  const { levelRule: rule } = context.ladder
  if (rule.kind !== 'points' || !sources.ladder) return
  const report = reporterFor(sources.ladder, problems)
  checkSkills(rule, context, report)
  const files = new Map(sources.roles.map((source) => [basename(source.file, '.yaml'), source]))
  for (const role of context.roles.values()) {
    const source = files.get(role.slug)
    if (source) checkLevels(role, rule, { inLadder: report, inRole: reporterFor(source, problems) }, context.broken)
  }
  const levels = new Map([...context.roles.values()].flatMap((role) => role.levels.map((level) => [level.slug, level])))
  // A role whose file has problems may have any level.
  if (context.broken.rolesLoaded === false) return
  for (const slug of Object.keys(rule.levels)) {
    if (!levels.has(slug)) report(inRule('levels', slug), unknownName('level', slug, levels))
  }
}

function checkSkills(rule: PointsRule, { ladder, skills, broken }: PointsContext, report: Report): void {
  for (const key of ['weights', 'skillSteps'] as const) {
    for (const slug of Object.keys(rule[key])) {
      const isUnknown = !skills.has(slug) && broken.brokenSkills?.has(slug) === false && broken.domainsLoaded
      if (isUnknown) report(inRule(key, slug), unknownName('skill', slug, skills))
    }
  }
  const unfit = [...skills.values()].filter((skill) => ratingPoints(rule, skill) === undefined)
  for (const { slug, scale } of unfit.filter((skill) => rule.skillSteps[skill.slug])) {
    report(inRule('skillSteps', slug), misfit(rule.skillSteps[slug] ?? [], `"${slug}"`, scale))
  }
  const others = unfit.filter(({ slug }) => !rule.skillSteps[slug])
  const onLadderScale = others.filter(({ scale }) => scale.key === ladder.scale.key)
  if (onLadderScale.length > 0) report(inRule('steps'), misfit(rule.steps ?? [], 'the scale', ladder.scale))
  for (const { slug, scale } of others.filter((skill) => !onLadderScale.includes(skill))) {
    const example = scale.steps.map(({ rank }) => rank).join(', ')
    const hint = `give it points of its own, such as skillSteps: { ${slug}: [${example}] }`
    report(inRule('steps'), `do not fit "${slug}", which has ${scale.steps.length} steps of its own; ${hint}`)
  }
}

function misfit(list: readonly number[], what: string, { steps }: Scale): string {
  const words = steps.map(({ slug }) => slug).join(', ')
  const count = steps.length
  return `has ${list.length} entries, but ${what} has ${count} steps (${words}): give ${count}, or ${count + 1} that begin with 0 for "none yet"`
}

interface LevelReports {
  readonly inLadder: Report
  readonly inRole: Report
}

/** Each level takes points, more than the one below, and no more than all skills can bring. */
function checkLevels(role: Role, rule: PointsRule, { inLadder, inRole }: LevelReports, broken: BrokenFiles): void {
  const { thresholds = [], bySkill = {} } = role.points ?? {}
  const most = Object.values(bySkill).reduce((sum, points) => sum + (points.at(-1) ?? 0), 0)
  const isComplete = broken.domainsLoaded && broken.brokenSkills?.size === 0
  for (const [index, { slug }] of role.levels.entries()) {
    const points = thresholds[index] ?? 0
    const under = indexBelow(role, index)
    const below = under === undefined ? -1 : (thresholds[under] ?? -1)
    const isFromLadder = rule.levels[slug] === points
    const report = (message: string): void =>
      isFromLadder ? inLadder(inRule('levels', slug), message) : inRole(['levels', index, 'points'], message)
    if (points === Number.MAX_SAFE_INTEGER) {
      inRole(['levels', index], missing(slug, most))
    } else if (points <= below && below !== Number.MAX_SAFE_INTEGER) {
      const lower = role.levels[under ?? 0]?.slug ?? ''
      report(
        `"${slug}" takes ${points} points, and "${lower}" below it takes ${below} (${role.slug}); each level must take more than the one below`,
      )
    } else if (points > most && isComplete) {
      report(`"${slug}" takes ${points} points, but all skills of ${role.slug} at their highest step are worth ${most}`)
    }
  }
}

const missing = (slug: string, most: number): string =>
  `"${slug}" has no points: say how many of ${most} it takes, here as points: … or in ladder.yaml under levelRule.points.levels`
