import { MAX_LEVELS } from '../catalog/schema.ts'
import type {
  Draft,
  DraftRole,
  DraftRow,
  DraftSkill,
  DraftStatement,
  Entry,
  Findings,
  Place,
  StepText,
} from './draft.ts'
import type { LegendStep } from './legend.ts'
import { type ReadScale, readScale } from './proficiencies.ts'
import { readStatement } from './statement-text.ts'
import { isBlank, keyOf } from './table.ts'

export interface DraftOptions {
  readonly name: string | null
  /** The family of roles without one. */
  readonly family: string
  /** The names of the steps, lowest first, if the user gave them. */
  readonly scale?: readonly string[] | undefined
  /** The names of columns that are steps, lowest first. */
  readonly columns?: readonly string[]
  /** What the numbers of the steps mean, if a table says so. */
  readonly legend?: readonly LegendStep[]
}

/** Builds a ladder whose levels expect a proficiency of each skill. */
export function draftOfProficiencies(
  entries: readonly Entry[],
  texts: readonly StepText[],
  { name, family, scale: names, columns = [], legend = [] }: DraftOptions,
  findings: Findings,
): Draft {
  const scale = readScale(entries, texts, { names, columns, legend }, findings)
  const roles = groupBy(entries, ({ role }) => keyOf(role)).map((own) => roleOf(own, scale, family, findings))
  const inUse = new Set(roles.flatMap(({ rows }) => rows.map(({ skill }) => keyOf(skill))))
  return {
    name,
    scale: scale.steps,
    ...(scale.comment !== undefined && { scaleComment: scale.comment }),
    skills: skillsOf(entries, texts, scale, findings).filter(({ name: skill }) => inUse.has(keyOf(skill))),
    roles: roles.filter(({ rows }) => rows.length > 0),
  }
}

/** Groups in the order of their first items. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups.values()]
}

/** Stands for the place of what no file has. */
export const NOWHERE: Place = { file: '', line: 1, column: 1 }

function roleOf(entries: readonly Entry[], scale: ReadScale, family: string, findings: Findings): DraftRole {
  const place = entries[0]?.place ?? NOWHERE
  const name = entries[0]?.role ?? ''
  const all = levelsOf(entries)
  const ranks = groupBy(entries, ({ skill }) => keyOf(skill)).map((own) => ({
    own,
    cells: cellsOf(own, all, scale, findings),
  }))
  const isUsed = (index: number): boolean => ranks.some(({ cells }) => (cells[index] ?? 0) > 0)
  const used = all.map((_, index) => index).filter(isUsed)
  const [first = 0, last = -1] = [used[0], used.at(-1)]
  const levels = all.slice(first, last + 1)
  if (levels.length > 0 && levels.length < all.length) {
    findings.guess(place, `${name} has the levels ${levels[0]} to ${levels.at(-1)}: the others expect nothing`)
  }
  if (levels.length === 0) findings.problem(place, `no level of "${name}" expects anything`)
  if (levels.length > MAX_LEVELS) {
    findings.problem(place, `"${name}" has ${levels.length} levels; a role has at most ${MAX_LEVELS}`)
  }
  const rows = ranks.flatMap(({ own, cells }): DraftRow[] => {
    const [entry] = own
    if (!entry) return []
    if (cells.every((rank) => rank === 0)) {
      findings.guess(entry.place, `"${entry.skill}" is left out of ${name}: no level expects it`)
      return []
    }
    return [{ skill: entry.skill, cells: cells.slice(first, last + 1), place: entry.place }]
  })
  const own = entries.find((entry) => entry.family !== null)?.family
  return { name, family: own ?? family, levels: levels.map((level) => ({ name: level })), rows, place }
}

/** The names of the levels in the order of the input. */
export function levelsOf(entries: readonly { readonly level: string }[]): readonly string[] {
  return groupBy(entries, ({ level }) => keyOf(level)).map(([entry]) => entry?.level ?? '')
}

function cellsOf(
  entries: readonly Entry[],
  levels: readonly string[],
  scale: ReadScale,
  findings: Findings,
): readonly number[] {
  const byLevel = new Map<string, number>()
  for (const { level, value, skill, role, place } of entries) {
    const key = keyOf(level)
    // What is no step has been reported, and expects something.
    const rank = scale.rankOf(value) ?? 1
    const earlier = byLevel.get(key)
    if (earlier === undefined || earlier === rank) byLevel.set(key, rank)
    else findings.problem(place, `"${skill}" appears twice for ${role} at ${level}, with different proficiencies`)
  }
  return levels.map((level) => byLevel.get(keyOf(level)) ?? 0)
}

function skillsOf(
  entries: readonly Entry[],
  texts: readonly StepText[],
  scale: ReadScale,
  findings: Findings,
): DraftSkill[] {
  const statements = new Map(
    groupBy(texts, ({ skill }) => keyOf(skill)).map((own) => [keyOf(own[0]?.skill ?? ''), own]),
  )
  return groupBy<Entry | StepText>([...entries, ...texts], ({ skill }) => keyOf(skill)).map((own): DraftSkill => {
    const [first] = own
    const name = first?.skill ?? ''
    const place = first?.place ?? NOWHERE
    const domains = own.flatMap((each) => (each.domain === null ? [] : [{ name: each.domain, place: each.place }]))
    const domain = domains[0]?.name ?? null
    const other = domains.find((each) => keyOf(each.name) !== keyOf(domain ?? ''))
    if (other)
      findings.guess(other.place, `"${name}" is in "${domain}", not in "${other.name}": a skill has one domain`)
    return { name, domain, statements: statementsOf(statements.get(keyOf(name)) ?? [], scale, findings), place }
  })
}

function statementsOf(
  texts: readonly StepText[],
  scale: ReadScale,
  findings: Findings,
): readonly (DraftStatement | null)[] {
  const statements: (DraftStatement | null)[] = scale.steps.map(() => null)
  const seen = new Map<string, string>()
  for (const { step, text, place } of texts) {
    const rank = scale.rankOf(step) ?? 0
    if (rank === 0 || isBlank(text)) continue
    const key = keyOf(text)
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      if (keyOf(earlier) !== keyOf(step))
        findings.guess(place, `"${step}" says the same as "${earlier}" and is left out`)
      continue
    }
    seen.set(key, step)
    if (statements[rank - 1] === null) statements[rank - 1] = readStatement(text, place, findings)
    else findings.guess(place, `a second statement for "${step}" is left out`)
  }
  return statements
}
