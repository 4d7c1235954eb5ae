import type { AssessedRole, Proficiency, RoleSkill } from '../../src/assessment/engine/index.ts'
import { mlEngineer } from '../../tests/assessment/engine/ml-engineer.ts'
import { percent } from './bars.ts'
import { runPopulations, type Summary, summarize } from './measure.ts'
import { POPULATIONS } from './populations.ts'

// ML Engineer on scales of other lengths, with rows that rise as they do, that fall at the top, and that have blanks.

const SEED = 120_961
const SCALES = [4, 2, 3, 5, 7] as const
/** How much less than on the default scale the engine may agree. */
const MOST_LESS = 0.02

/** The role with every cell at the same share of a scale of so many steps. */
function onScale(role: AssessedRole, steps: number): AssessedRole {
  const skills = role.skills.map((skill): RoleSkill => ({ ...skill, steps, required: moved(skill, steps) }))
  return { ...role, id: `${role.id}-${steps}`, skills }
}

function moved({ required }: RoleSkill, steps: number): RoleSkill['required'] {
  return required.map((cell) => cell && (Math.max(1, Math.round((cell * steps) / 4)) as Proficiency))
}

/** Every sixth row falls by a step at the top, and every seventh has a blank in the middle. */
function uneven(role: AssessedRole): AssessedRole {
  const skills = role.skills.map((skill, index): RoleSkill => {
    const top = skill.required.at(-1) ?? 1
    if (index % 6 === 5 && top > 1) return { ...skill, required: skill.required.with(-1, (top - 1) as Proficiency) }
    return index % 7 === 3 ? { ...skill, required: skill.required.with(2, null) } : skill
  })
  return { ...role, id: `${role.id}-uneven`, skills }
}

/** Simulates people on each scale and prints it. Returns whether the engine agrees nearly as much as on the default one. */
export function measureScales(people: number, print: (line: string) => void): boolean {
  const populations = POPULATIONS.filter((population) => population.hasBar)
  print('\nML Engineer on scales of other lengths, level')
  const measured = SCALES.flatMap((steps) =>
    [onScale(mlEngineer, steps), uneven(onScale(mlEngineer, steps))].map((role) => {
      const summary = summarize(runPopulations(role, populations, people, SEED, 'level'))
      print(line(role.id, summary))
      return { isUneven: role.id.endsWith('uneven'), agreement: summary.agreement }
    }),
  )
  return measured.every(({ isUneven, agreement }) => {
    const usual = measured.find((each) => each.isUneven === isUneven)?.agreement ?? 1
    return agreement >= usual - MOST_LESS
  })
}

const line = (name: string, { agreement, overGraded, medianAsked, meanAsked, precision }: Summary): string =>
  `  ${name.padEnd(22)} agrees ${percent(agreement)}, over ${percent(overGraded)}, median ${medianAsked},` +
  ` mean ${meanAsked.toFixed(1)}, list ${percent(precision)} right`
