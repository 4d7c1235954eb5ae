import { z } from 'zod'
import type { CatalogSources } from '../build.ts'
import type { Catalog, Role } from '../model.ts'
import { changeInSources, changeToday } from './current-slugs.ts'
import { CELL_KINDS } from './kinds/cells.ts'
import type { ChangeKind, ChangeTarget, ChangeValue, WrittenFile } from './kinds/kind.ts'
import { NAME_KINDS } from './kinds/names.ts'
import { ROW_KINDS } from './kinds/rows.ts'
import { TEXT_KINDS } from './kinds/texts.ts'

const DEFINITIONS = { ...CELL_KINDS, ...ROW_KINDS, ...TEXT_KINDS, ...NAME_KINDS }
const { requirement, ...others } = DEFINITIONS

/** One change to one role or skill: what is changed, and its new value (`to`). */
export const CatalogChange = z.discriminatedUnion('kind', [
  requirement.schema,
  ...Object.values(others).map(({ schema }) => schema),
])
export type CatalogChange = z.infer<typeof CatalogChange>

const KINDS: { readonly [Kind in CatalogChange['kind']]: ChangeKind<Extract<CatalogChange, { kind: Kind }>> } =
  DEFINITIONS

/** The definition of a change's kind. Only pass it changes of that kind. */
function kindOf({ kind }: CatalogChange): ChangeKind<CatalogChange> {
  return KINDS[kind]
}

/** Reads what a change would replace in a catalog. Like everything here, it follows slugs that were renamed. */
export function readTarget(catalog: Catalog, change: CatalogChange): ChangeTarget {
  const today = changeToday(change, catalog)
  return kindOf(today).read(today, catalog)
}

/** The value a change proposes, comparable with the one that `readTarget` returns. */
export function proposedValue(change: CatalogChange): ChangeValue {
  return kindOf(change).proposed(change)
}

export function isSameValue(one: ChangeValue, other: ChangeValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whether two changes cannot be decided independently: they change the same value, or one changes a part of the other's. */
export function conflicts(one: CatalogChange, other: CatalogChange, catalog: Catalog): boolean {
  const [a, b] = [one, other].map((change) => {
    const today = changeToday(change, catalog)
    return `${kindOf(today).path(today)}/`
  })
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a))
}

/** Whether a change may take the place of another one when its author is asked for changes: it is about the same matter. */
export function isSameMatter(one: CatalogChange, other: CatalogChange, catalog: Catalog): boolean {
  if (conflicts(one, other, catalog)) return true
  const [a, b] = [one, other].map((change) => {
    const today = changeToday(change, catalog)
    return kindOf(today).matter?.(today)
  })
  return one.kind === other.kind && a !== undefined && a === b
}

/** Whether a change affects wording only and leaves the requirements as they are. */
export function isWording(change: CatalogChange): boolean {
  return kindOf(change).isWording === true
}

/** Whether a change adds something that must not exist yet. */
export function isAddition(change: CatalogChange): boolean {
  return kindOf(change).isAddition === true
}

/** Whether a change shows in a role: a change of the role itself or of a skill it requires. */
export function affectsRole(change: CatalogChange, role: Role): boolean {
  return kindOf(change).affects(change, role)
}

/** Makes a change. Returns equal sources if it has been made already or its target is missing. */
export function applyChange(sources: CatalogSources, change: CatalogChange): CatalogSources {
  const today = changeInSources(change, sources)
  return kindOf(today).apply(today, sources)
}

/**
 * Writes a change into the text of the file it belongs to; undefined if there is no such file. Comments, order and line
 * endings of the rest stay. The target of the change must exist in the sources.
 */
export function writeChange(
  change: CatalogChange,
  sources: CatalogSources,
  read: (file: string) => string | undefined,
): WrittenFile | undefined {
  const today = changeInSources(change, sources)
  return kindOf(today).write(today, { sources, read })
}

/** A change that was decided and written into the files, as `changes.yaml` records it. */
export const RecordedChange = z.strictObject({
  proposal: z.string().regex(/^[\w-]{6,16}$/u),
  number: z.int().positive(),
  date: z.iso.date(),
  reason: z.string().max(1000),
  change: CatalogChange,
})
export type RecordedChange = z.infer<typeof RecordedChange>

export const ChangesFile = z.strictObject({ changes: z.array(RecordedChange) })
