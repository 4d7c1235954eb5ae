import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isNode, isScalar, isSeq, type Node, parse } from 'yaml'
import { editYaml } from '../catalog/index.ts'
import { nodeOf } from './yaml-text.ts'

// A three-way merge of the files of a ladder: what the last import wrote, what is in the folder now, and what the new import says.
// What a person changed by hand stays.

/** A value of a file that the new import changes, or would change if a person had not changed it too. */
export interface MergedChange {
  readonly file: string
  /** Empty for a whole file. */
  readonly path: readonly (string | number)[]
  readonly from: unknown
  readonly to: unknown
  /** `unchanged`: a person changed it too, and their value stays. */
  readonly outcome: 'added' | 'removed' | 'changed' | 'unchanged'
}

export interface MergedFiles {
  readonly files: ReadonlyMap<string, string>
  readonly changes: readonly MergedChange[]
}

export type Files = ReadonlyMap<string, string>

/**
 * Merges all files of a ladder. A file that is not YAML any more stays as it is. `written` are the files of the folder, if `mine` says
 * the same in another spelling: they are what is edited.
 */
export function mergeFiles(base: Files, mine: Files, theirs: Files, written: Files = mine): MergedFiles {
  const files = new Map<string, string>()
  const changes: MergedChange[] = []
  for (const file of new Set([...mine.keys(), ...theirs.keys()])) {
    const texts = { base: base.get(file), mine: mine.get(file), theirs: theirs.get(file) }
    const text = mergeFile(file, texts, changes, written.get(file))
    if (text !== undefined) files.set(file, text)
  }
  return { files, changes }
}

interface Versions<T> {
  readonly base: T
  readonly mine: T
  readonly theirs: T
}

function mergeFile(
  file: string,
  { base, mine, theirs }: Versions<string | undefined>,
  changes: MergedChange[],
  written: string | undefined,
): string | undefined {
  if (theirs === base || mine === theirs) return written
  const whole = { file, path: [], from: mine, to: theirs }
  if (mine === undefined) {
    // A file that a person removed stays removed.
    changes.push({ ...whole, outcome: base === undefined ? 'added' : 'unchanged' })
    return base === undefined ? theirs : undefined
  }
  if (theirs === undefined || base === undefined) {
    const isUntouched = base !== undefined && isDeepStrictEqual(parsed(mine), parsed(base))
    if (theirs === undefined && base === undefined) return written
    changes.push({ ...whole, outcome: isUntouched ? 'removed' : 'unchanged' })
    return isUntouched ? undefined : written
  }
  const values = { base: parsed(base), mine: parsed(mine), theirs: parsed(theirs) }
  const before = changes.length
  const text = editYaml(written ?? mine, (document) => mergeValue({ document, file, changes }, [], values))
  return changes.slice(before).some(({ outcome }) => outcome !== 'unchanged') ? text : written
}

/** The value of a YAML text; the text itself if it is not YAML. */
function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return text
  }
}

interface MergeContext {
  readonly document: Document
  readonly file: string
  readonly changes: MergedChange[]
}

type Path = readonly (string | number)[]

function mergeValue(context: MergeContext, path: Path, { base, mine, theirs }: Versions<unknown>): void {
  if (hasSameText(base, theirs) || hasSameText(mine, theirs)) return
  const node: unknown = context.document.getIn(path, true)
  if (isRecord(base) && isRecord(mine) && isRecord(theirs) && isMap(node)) {
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      mergeValue(context, [...path, key], { base: base[key], mine: mine[key], theirs: theirs[key] })
    }
    if (path.at(-1) === ORDERED) orderKeys(context, path, { base, mine, theirs })
    return
  }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs) && isSeq(node)) {
    if (mergeList(context, path, { base, mine, theirs })) return
  }
  if (isDeepStrictEqual(base, theirs) || isDeepStrictEqual(mine, theirs)) return
  const isUntouched = isDeepStrictEqual(mine, base)
  const change = { file: context.file, path, from: mine, to: theirs }
  if (isUntouched && theirs === undefined) context.document.deleteIn(path)
  else if (isUntouched) context.document.setIn(path, nodeOf(context.document, theirs))
  const outcome = isUntouched
    ? mine === undefined
      ? 'added'
      : theirs === undefined
        ? 'removed'
        : 'changed'
    : 'unchanged'
  context.changes.push({ ...change, outcome })
}

/** Whether two values are equal, with their keys in the same order. */
const hasSameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The mapping whose keys have an order that counts: the rows of a domain. */
const ORDERED = 'skills'

/** Puts the keys of a mapping in their new order, unless a person changed the order too. Keys of a person's own come last. */
function orderKeys(
  { document, file, changes }: MergeContext,
  path: Path,
  { base, mine, theirs }: Versions<object>,
): void {
  const [former, own, next] = [base, mine, theirs].map((each) => Object.keys(each))
  const node: unknown = document.getIn(path, true)
  if (!former || !own || !next || !isMap(node)) return
  const sharedKeys = (keys: readonly string[]): string =>
    keys.filter((key) => former.includes(key) && own.includes(key) && next.includes(key)).join()
  if (sharedKeys(own) !== sharedKeys(former)) return
  const rank = ({ key }: { readonly key: unknown }): number => {
    const index = next.indexOf(isScalar(key) ? String(key.value) : '')
    return index < 0 ? next.length : index
  }
  node.items = node.items.toSorted((a, b) => rank(a) - rank(b))
  if (sharedKeys(own) === sharedKeys(next)) return
  changes.push({ file, path, from: own, to: next, outcome: 'changed' })
}

/** Merges lists of equal length by position, and lists whose items have a name by it. False if neither is possible. */
function mergeList(context: MergeContext, path: Path, { base, mine, theirs }: Versions<readonly unknown[]>): boolean {
  const names = { base: base.map(idOf), mine: mine.map(idOf), theirs: theirs.map(idOf) }
  const isNamed = Object.values(names).every((each) => each.every((id) => id !== undefined))
  if (!isNamed || isDeepStrictEqual(names.mine, names.theirs)) {
    if (base.length !== mine.length || mine.length !== theirs.length) return false
    for (const [index, item] of mine.entries()) {
      mergeValue(context, [...path, index], { base: base[index], mine: item, theirs: theirs[index] })
    }
    return true
  }
  // An order of its own, such as that of levels, is replaced as a whole.
  if (
    names.theirs.filter((id) => names.mine.includes(id)).join() !==
    names.mine.filter((id) => names.theirs.includes(id)).join()
  )
    return false
  const removed: number[] = []
  for (const [index, item] of mine.entries()) {
    const id = names.mine[index]
    const [former, next] = [base[names.base.indexOf(id)], theirs[names.theirs.indexOf(id)]]
    if (next !== undefined) mergeValue(context, [...path, index], { base: former, mine: item, theirs: next })
    else if (isDeepStrictEqual(item, former)) removed.unshift(index)
  }
  for (const index of removed) {
    context.document.deleteIn([...path, index])
    context.changes.push({
      file: context.file,
      path: [...path, names.mine[index] ?? index],
      from: mine[index],
      to: undefined,
      outcome: 'removed',
    })
  }
  for (const [index, item] of theirs.entries()) {
    const id = names.theirs[index]
    if (names.mine.includes(id) || names.base.includes(id)) continue
    insertAfter(context.document, path, names.theirs[index - 1], nodeOf(context.document, item))
    context.changes.push({
      file: context.file,
      path: [...path, id ?? index],
      from: undefined,
      to: item,
      outcome: 'added',
    })
  }
  return true
}

/** Adds an item to a list behind the item of this name: the order of levels counts. */
function insertAfter(document: Document, path: Path, name: string | undefined, item: Node): void {
  const list: unknown = document.getIn(path, true)
  if (!isSeq(list)) return
  const before = list.items.findIndex((each) => isNode(each) && idOf(each.toJS(document)) === name)
  list.items.splice(name === undefined ? 0 : before < 0 ? list.items.length : before + 1, 0, item)
}

/** The name of an item of a list: its slug, or its domain. */
function idOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  const id = item['slug'] ?? item['domain'] ?? (isRecord(item['skills']) ? '' : undefined)
  return typeof id === 'string' ? id : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A change in one line: `skills/testing.yaml: name: Testing → Test design`. */
export function formatChange({ file, path, from, to, outcome }: MergedChange): string {
  const at = path.length === 0 ? file : `${file}: ${path.join('.')}`
  if (outcome === 'unchanged')
    return `unchanged: ${at}${path.length === 0 ? '' : `: ${inLine(from)} (the import has ${inLine(to)})`}`
  if (path.length === 0 || outcome === 'removed') return `${outcome}: ${at}`
  return outcome === 'added' ? `added: ${at}: ${inLine(to)}` : `changed: ${at}: ${inLine(from)} → ${inLine(to)}`
}

const MAX_SHOWN = 80

function inLine(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}
