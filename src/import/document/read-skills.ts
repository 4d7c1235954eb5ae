import { DEFAULT_SCALE } from '../../catalog/index.ts'
import { ABSENT } from '../../catalog/schema.ts'
import type { Path } from '../../catalog/yaml-source.ts'
import { groupBy } from '../build-draft.ts'
import { isBlank, keyOf } from '../table.ts'
import { statementsOf } from './read-statements.ts'
import {
  type ColumnTarget,
  type Draft,
  entryFor,
  entryOf,
  type NamedEntry,
  slugFor,
  type TableContext,
  withSlug,
} from './table-context.ts'
import type { TableRow } from './table-reader.ts'

/** A skill as cells name it, with the steps that it is measured on. */
export interface SkillEntry extends NamedEntry {
  readonly steps: readonly NamedEntry[]
}

const STEP_COLUMNS: readonly ColumnTarget[] = [
  ['slug', 'slug'],
  ['name', 'name', 'local'],
  ['letter', 'letter', 'local'],
  ['description', 'description', 'local'],
  ['color', 'color'],
  ['formerly', 'formerly', 'list'],
]

const DEFAULT_STEPS: readonly NamedEntry[] = DEFAULT_SCALE.steps.map(({ slug }) => ({ slug, names: [] }))

/** The rows of the scale of a skill; of the ladder, if the skill is empty. */
export const scaleRows = ({ rows }: TableContext, isOwn: (skill: string) => boolean): readonly TableRow[] =>
  rows('Scales').filter((row) => isOwn(row.text('skill')))

/** The scale of rows; undefined without any. */
export function scaleOf(rows: readonly TableRow[], path: Path, { take }: TableContext): readonly Draft[] | undefined {
  if (rows.length === 0) return undefined
  return rows.map((row, index) => withSlug(take([...path, index], row, STEP_COLUMNS), 16, 'step'))
}

/** The slug of the step that a cell names: by slug, name or number. Another word stays, and is reported as no step. */
export function stepIn(text: string, steps: readonly NamedEntry[]): string {
  const named =
    steps.find(({ slug }) => slug === text) ??
    steps.find(({ slug, names }) => [slug, ...names].some((name) => keyOf(name) === keyOf(text)))
  if (named) return named.slug
  return isBlank(text) ? ABSENT : (steps[Number(text) - 1]?.slug ?? text)
}

export function readDomains({ rows, take }: TableContext): readonly Draft[] {
  return rows('Domains').map((row, index) =>
    withSlug(
      take(['domains', index], row, [
        ['slug', 'slug'],
        ['name', 'name', 'local'],
        ['aliases', 'aliases', 'list'],
        ['formerly', 'formerly', 'list'],
      ]),
      40,
      'domain',
    ),
  )
}

/** Reads the skills with everything that is about one of them. */
export function readSkills(
  context: TableContext,
  { domains, scale }: { readonly domains: readonly NamedEntry[]; readonly scale: readonly Draft[] | undefined },
): { readonly skills: readonly Draft[]; readonly entries: readonly SkillEntry[] } {
  const { rows, take } = context
  const bare = rows('Skills').map((row, index) =>
    withSlug(
      take(['skills', index], row, [
        ['slug', 'slug'],
        ['name', 'name'],
        ['domain', 'domain'],
        ['aliases', 'aliases', 'list'],
        ['formerly', 'formerly', 'list'],
      ]),
      40,
      'skill',
    ),
  )
  const names = bare.map(entryOf)
  const find = (row: TableRow): NamedEntry | undefined =>
    entryFor(row.cell('skill'), names, { kind: 'skill', table: 'Skills' }, context.findings)
  const ladderSteps = scale?.map(entryOf) ?? DEFAULT_STEPS
  const parts = {
    scales: bySkill(
      scaleRows(context, (skill) => skill !== ''),
      find,
    ),
    statements: bySkill(rows('Statements'), find),
    growth: bySkill(rows('Growth'), find),
    links: bySkill(rows('Links'), find),
  }
  const skills = bare.map((draft, index): { draft: Draft; entry: SkillEntry } => {
    const entry = entryOf(draft)
    const of = (part: keyof typeof parts): readonly TableRow[] => parts[part].get(entry.slug) ?? []
    const own = scaleOf(of('scales'), ['skills', index, 'scale'], context)
    const steps = own?.map(entryOf) ?? ladderSteps
    const statements = statementsOf(
      of('statements').map((row) => ({ row, step: stepIn(row.text('step'), steps) })),
      ['skills', index, 'statements'],
      context,
    )
    const growth = growthOf(of('growth'), index, steps, context)
    const links = of('links').map((row, at) =>
      take(['skills', index, 'links', at], row, [
        ['title', 'title'],
        ['url', 'url'],
      ]),
    )
    const domain = draft['domain']
    return {
      entry: { ...entry, steps },
      draft: {
        ...draft,
        ...(typeof domain === 'string' && { domain: slugFor(domain, domains) }),
        ...(own && { scale: own }),
        ...(Object.keys(statements).length > 0 && { statements }),
        ...(Object.keys(growth).length > 0 && { growth }),
        ...(links.length > 0 && { links }),
      },
    }
  })
  return { skills: skills.map(({ draft }) => draft), entries: skills.map(({ entry }) => entry) }
}

/** The rows of each skill, by its slug. */
function bySkill(
  rows: readonly TableRow[],
  find: (row: TableRow) => NamedEntry | undefined,
): ReadonlyMap<string, readonly TableRow[]> {
  const named = rows.flatMap((row) => {
    const skill = find(row)
    return skill ? [{ row, slug: skill.slug }] : []
  })
  return new Map(groupBy(named, ({ slug }) => slug).map((own) => [own[0]?.slug ?? '', own.map(({ row }) => row)]))
}

function growthOf(
  rows: readonly TableRow[],
  index: number,
  steps: readonly NamedEntry[],
  { take, findings }: TableContext,
): Draft {
  const growth: Record<string, Draft> = {}
  for (const row of rows) {
    const step = stepIn(row.text('step'), steps)
    if (growth[step]) findings.problem(row.place, `the growth of "${step}" appears twice`)
    growth[step] = take(['skills', index, 'growth', step], row, [
      ['effort', 'effort'],
      ['exercise', 'exercise', 'local'],
      ['evidence', 'evidence', 'local'],
    ])
  }
  return growth
}
