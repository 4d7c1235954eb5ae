import type { Path } from '../../catalog/yaml-source.ts'
import { entryOf, type NamedEntry, slugFor, type TableContext } from './table-context.ts'
import type { TableRow } from './table-reader.ts'

// Reads the table `Points`.

/** A number in a cell; another text stays, and is reported when the document is checked. */
const numberIn = (text: string): unknown => (/^\d+$/u.test(text) ? Number(text) : text)

interface PointsNames {
  readonly skills: readonly NamedEntry[]
  /** Of all roles. */
  readonly levels: readonly NamedEntry[]
}

/** The points of the ladder. Rows of a role are its levels': `levelPoints` reads them. */
export function readPointsRule(context: TableContext, { skills, levels }: PointsNames): unknown {
  const { rows, place, findings } = context
  const at: Path = ['ladder', 'levelRule', 'points']
  const steps: unknown[] = []
  const skillSteps = new Map<string, unknown[]>()
  const weights = new Map<string, unknown>()
  const ofLevels = new Map<string, unknown>()
  const set = (into: Map<string, unknown>, key: string, slug: string, row: TableRow, column: string): void => {
    place([...at, key, slug], row.cell(column))
    into.set(slug, numberIn(row.text(column)))
  }
  for (const row of rows('Points')) {
    if (row.text('role') !== '') continue
    const [level, skill] = [row.text('level'), row.text('skill')]
    if (level !== '') {
      set(ofLevels, 'levels', slugFor(level, levels), row, 'points')
    } else if (row.text('step') !== '') {
      const slug = slugFor(skill, skills)
      const list = skill === '' ? steps : (skillSteps.get(slug) ?? [])
      if (skill !== '') skillSteps.set(slug, list)
      place([...at, ...(skill === '' ? ['steps'] : ['skillSteps', slug]), list.length], row.cell('points'))
      list.push(numberIn(row.text('points')))
    } else if (skill === '') {
      findings.problem(row.place, 'a row of Points must name a level, a step, or a skill with its weight')
    } else {
      set(weights, 'weights', slugFor(skill, skills), row, 'weight')
    }
  }
  const own = {
    ...(steps.length > 0 && { steps }),
    ...(skillSteps.size > 0 && { skillSteps: Object.fromEntries(skillSteps) }),
    ...(weights.size > 0 && { weights: Object.fromEntries(weights) }),
    ...(ofLevels.size > 0 && { levels: Object.fromEntries(ofLevels) }),
  }
  return Object.keys(own).length > 0 ? { points: own } : 'points'
}

/** The levels of all roles, as the table `Levels` names them. */
export function levelEntries({ rows }: TableContext): readonly NamedEntry[] {
  return rows('Levels').map((row) =>
    entryOf({ slug: row.text('slug'), name: row.text('name'), short: row.text('short') }),
  )
}

/** What a level of a role takes by the rows of that role; undefined if none names it. */
export function levelPoints(level: NamedEntry, own: readonly TableRow[], path: Path, { place }: TableContext): unknown {
  const row = own.find((each) => slugFor(each.text('level'), [level]) === level.slug)
  if (!row) return undefined
  place([...path, 'points'], row.cell('points'))
  return numberIn(row.text('points'))
}
