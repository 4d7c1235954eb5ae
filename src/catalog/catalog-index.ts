import type { BuiltEntries } from './build-context.ts'
import { type Catalog, type Cell, type Level, type Role, type Row, rankOf, type Skill, stepwise } from './model.ts'
import { buildNameIndex, type NamedEntity } from './names/index-names.ts'
import { buildLines, type LineIndex } from './names/lines.ts'
import { normalize } from './names/normalize.ts'
import { type ParsedPart, parseNames } from './names/parse.ts'
import { buildSearch, type CatalogSearch } from './names/search.ts'
import { DEFAULT_SCALE, type Proficiency } from './scale.ts'

/** A catalog with its in-memory indexes: everything a look-up needs. Immutable; a changed catalog gets a new index. */
export interface CatalogIndex {
  readonly catalog: Catalog
  /**
   * Parses typed words as names. `connectives` are normalized words that mean nothing by themselves. A single word that
   * `isOrdinary` is no misspelled name, except of a level.
   */
  parse(text: string, connectives: ReadonlySet<string>, isOrdinary?: (word: string) => boolean): readonly ParsedPart[]
  /** What an unknown word may have meant, nearest first. */
  suggest(text: string, limit: number): readonly NamedEntity[]
  /** Completes a text that is being typed: names that start with it, else that contain it, else that it is a typo of. */
  complete(text: string, kind?: NamedEntity['kind']): readonly NamedEntity[]
  readonly search: CatalogSearch
  /** Whether the stack of a level names a normalized word. */
  isInStack(word: string): boolean
  /** The steps of scales that the catalog defines, by their normalized names and slugs. */
  stepNames(): ReadonlyMap<string, Proficiency>
  /** Items of the focus and of the stack of levels. */
  readonly lines: LineIndex
  /**
   * Builds the indexes in short steps and awaits `pause` after each, so the process can serve requests meanwhile. A look-up
   * during that builds the rest at once.
   */
  prepare(pause: () => Promise<unknown>): Promise<void>
  /** Like `prepare`, for the names alone, which is all that most commands need. */
  prepareNames(pause: () => Promise<unknown>): Promise<void>
}

/**
 * Creates an index that is built on first use or by `prepare`, so a process is ready as soon as its content is loaded. What was built
 * of the same content before is used.
 */
export function createCatalogIndex(catalog: Catalog, built?: Partial<BuiltEntries>): CatalogIndex {
  const names = stepwise(() => buildNameIndex(catalog))
  const search = stepwise(() => buildSearch(catalog, built?.search?.(catalog.version)))
  const lines = stepwise(() => buildLines(catalog))
  let stackWords: ReadonlySet<string> | undefined
  let stepNames: ReadonlyMap<string, Proficiency> | undefined
  return {
    catalog,
    parse: (text, connectives, isOrdinary) => parseNames(names.result(), text, connectives, isOrdinary),
    suggest: (text, most) => names.result().suggest(normalize(text), most),
    complete(text, kind) {
      const key = normalize(text)
      return names.result().completions(key, (named) => kind === undefined || named.kind === kind)
    },
    search: {
      find: (text, limit, options) => search.result().find(text, limit, options),
      has: (word) => search.result().has(word),
    },
    isInStack(word) {
      stackWords ??= stackWordsOf(catalog)
      return stackWords.has(word)
    },
    stepNames() {
      stepNames ??= stepNamesOf(catalog)
      return stepNames
    },
    lines: { find: (words) => lines.result().find(words) },
    prepareNames: (pause) => names.prepare(pause),
    async prepare(pause) {
      await names.prepare(pause)
      await search.prepare(pause)
      await lines.prepare(pause)
    },
  }
}

function stepNamesOf({ scale, skills }: Catalog): ReadonlyMap<string, Proficiency> {
  const scales = new Set([scale, ...[...skills.values()].map((skill) => skill.scale)])
  const steps = [...scales].filter((each) => each !== DEFAULT_SCALE).flatMap((each) => each.steps)
  return new Map(
    steps.flatMap(({ slug, name }) =>
      [slug, ...Object.values(name ?? {})].map((own) => [normalize(own), slug] as const),
    ),
  )
}

function stackWordsOf({ roles }: Catalog): ReadonlySet<string> {
  const lines = [...roles.values()].flatMap(({ levels }) => levels.flatMap(({ stack }) => Object.values(stack ?? {})))
  return new Set(lines.flatMap((line) => normalize(line).split(' ')))
}

/** How an expectation differs from one cell to another. */
export type RequirementChange = 'gained' | 'raised' | 'lowered' | 'dropped' | 'same'

/** How an expectation changes between two cells; null if neither expects anything. */
export function compareCells(from: Cell, to: Cell): RequirementChange | null {
  if (from === null && to === null) return null
  if (from === null) return 'gained'
  if (to === null) return 'dropped'
  const step = rankOf(to) - rankOf(from)
  if (step === 0) return 'same'
  return step > 0 ? 'raised' : 'lowered'
}

export interface LevelChange {
  readonly row: Row
  readonly from: Cell
  readonly to: Cell
  readonly change: RequirementChange
}

/** All expectations of two levels of a role, in the role's order, and how each changes between them. */
export function compareLevels(role: Role, from: Level, to: Level): readonly LevelChange[] {
  const a = role.levels.indexOf(from)
  const b = role.levels.indexOf(to)
  return [...role.rows.values()].flatMap((row) => {
    const before = row.cells[a] ?? null
    const after = row.cells[b] ?? null
    const change = compareCells(before, after)
    return change === null ? [] : [{ row, from: before, to: after, change }]
  })
}

/**
 * How one role's expectations of a skill compare with another's: `same`, `higher` (the first role expects more at every level
 * that differs), `lower`, `mixed` (more at one level, less at another), or expected by one role only.
 */
export type RequirementRelation = 'same' | 'higher' | 'lower' | 'mixed' | 'onlyFirst' | 'onlySecond'

export interface RoleDifference {
  readonly skill: Skill
  /** One pair of cells for each compared level. */
  readonly cells: readonly (readonly [Cell, Cell])[]
  readonly relation: RequirementRelation
}

/**
 * Compares two roles skill by skill at pairs of levels (an index into each role's levels). Skills of the first role come
 * first, in its order. Skills that neither role expects at these levels are left out.
 */
export function compareRoles(
  first: Role,
  second: Role,
  levelPairs: readonly (readonly [number, number])[],
): readonly RoleDifference[] {
  const slugs = new Set([...first.rows.keys(), ...second.rows.keys()])
  return [...slugs].flatMap((slug) => {
    const a = first.rows.get(slug)
    const b = second.rows.get(slug)
    const skill = (a ?? b)?.skill
    if (!skill) return []
    const cells = levelPairs.map(([i, j]) => [a?.cells[i] ?? null, b?.cells[j] ?? null] as const)
    const relation = relationOf(cells)
    return relation === null ? [] : [{ skill, cells, relation }]
  })
}

function relationOf(cells: readonly (readonly [Cell, Cell])[]): RequirementRelation | null {
  const inFirst = cells.some(([a]) => a !== null)
  const inSecond = cells.some(([, b]) => b !== null)
  if (!inFirst && !inSecond) return null
  if (!inSecond) return 'onlyFirst'
  if (!inFirst) return 'onlySecond'
  const steps = cells.map(([a, b]) => rankOf(a) - rankOf(b))
  const more = steps.some((step) => step > 0)
  const less = steps.some((step) => step < 0)
  if (more && less) return 'mixed'
  if (more) return 'higher'
  return less ? 'lower' : 'same'
}

/** The levels that two roles share, by the shared level that they name or else by slug, as pairs of indices in the first role's order. */
export function sharedLevels(first: Role, second: Role): readonly (readonly [number, number])[] {
  return first.levels.flatMap((level, i) => {
    const j = second.levels.findIndex((other) =>
      level.sharedLevel !== undefined && other.sharedLevel !== undefined
        ? other.sharedLevel === level.sharedLevel
        : other.slug === level.slug,
    )
    return j < 0 ? [] : [[i, j] as const]
  })
}
