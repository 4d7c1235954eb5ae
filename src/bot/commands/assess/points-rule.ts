import type { Level, Role, RolePoints, Skill } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import { plain, type RichText } from '../../../message/index.ts'
import { proficiencyName } from '../../views/proficiency.ts'

// The rule of points in words: what steps bring, and what levels take.

/** The most points that all skills of a role can bring. */
export function mostPoints({ bySkill }: RolePoints): number {
  return Object.values(bySkill).reduce((sum, points) => sum + (points.at(-1) ?? 0), 0)
}

/** What a level of a role takes; undefined under a rule without points. */
export function pointsOfLevel({ levels, points }: Role, level: Level): number | undefined {
  return points?.thresholds[levels.indexOf(level)]
}

/** What each step of a skill brings: "Awareness = 1, Working = 3". */
export function stepsInPoints({ scale, slug }: Skill, { bySkill }: RolePoints, t: Translator): string {
  return scale.steps.map((step) => `${proficiencyName(step, t)} = ${bySkill[slug]?.[step.rank] ?? 0}`).join(', ')
}

/** The rule of a role: in general, what a step usually brings, in which skills it differs, and what each level takes; or what one takes. */
export function pointsRuleText(role: Role, points: RolePoints, t: Translator, target: Level | null): RichText {
  const most = mostPoints(points)
  if (target) {
    return t.rich('points.rule.target', { level: target.name, points: pointsOfLevel(role, target) ?? 0, most })
  }
  const levels = role.levels.map(({ name }, index) => `${name} = ${points.thresholds[index] ?? 0}`).join(', ')
  return [
    ...t.rich('points.rule'),
    ...plain(' '),
    ...stepsText(role, points, t),
    ...plain(' '),
    ...t.rich('points.rule.levels', { role: role.name, levels, most }),
  ]
}

/** More names would hide what a step usually brings. */
const MAX_NAMES = 6

/** What most skills bring, and the names of the others. */
function stepsText(role: Role, points: RolePoints, t: Translator): RichText {
  const skills = [...role.rows.values()].map(({ skill }) => skill)
  const counts = new Map<string, number>()
  for (const skill of skills) {
    const own = stepsInPoints(skill, points, t)
    counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const [[steps] = ['']] = [...counts].toSorted(([, a], [, b]) => b - a)
  const others = skills.filter((skill) => stepsInPoints(skill, points, t) !== steps)
  const names = others.slice(0, MAX_NAMES).map((skill) => `${skill.name} (${stepsInPoints(skill, points, t)})`)
  return [
    ...t.rich('points.rule.steps', { steps }),
    ...(others.length > 0
      ? [
          ...plain(' '),
          ...t.rich('points.rule.own', {
            skills: others.length > MAX_NAMES ? `${names.join('; ')} …` : names.join('; '),
          }),
        ]
      : []),
  ]
}
