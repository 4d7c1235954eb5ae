import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import type { z } from 'zod'

/** Something wrong with a file: where (line and column from 1), what, and what would be right. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Keys and indices that lead from the top of a document to a place in it. */
export type Path = readonly PropertyKey[]

/** A file that has been read and has the right shape, and still knows where each of its values stands. */
export interface Source<T> {
  readonly file: string
  readonly value: T
  problemAt(path: Path, message: string): Problem
}

/** No catalogue file is anywhere near this; a larger one is a mistake and is not parsed. */
const MAX_FILE_BYTES = 1024 * 1024

/** Aliases of aliases grow without bound; no catalogue file needs any. */
const MAX_ALIASES = 100

/** One broken file must not bury the problems of the others. */
const MAX_PROBLEMS_PER_FILE = 50

/**
 * Parses the bytes of one YAML file and checks its shape.
 * Returns the source, or every problem found in it.
 */
export function parseSource<T>(
  file: string,
  bytes: Uint8Array,
  schema: z.ZodType<T>,
): { readonly source: Source<T> } | { readonly problems: readonly Problem[] } {
  const at = (line: number, column: number, message: string): Problem => ({ file, line, column, message })
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return { problems: [at(1, 1, `the file has ${bytes.byteLength} bytes; at most ${MAX_FILE_BYTES} are read`)] }
  }
  const decoded = decode(bytes)
  if (typeof decoded !== 'string') return { problems: [at(decoded.line, decoded.column, decoded.message)] }

  const lines = new LineCounter()
  const document = parseDocument(decoded, { lineCounter: lines, prettyErrors: false, strict: true })
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, MAX_PROBLEMS_PER_FILE).map((error) => {
      const { line, col } = lines.linePos(error.pos[0])
      if (error.code === 'MULTIPLE_DOCS') return at(line, col, 'a second document starts here; a file holds one')
      return at(line, col, `not valid YAML: ${firstLine(error.message)}`)
    })
    return { problems }
  }

  const place = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return at(Math.max(line, 1), Math.max(col, 1), message)
  }
  const unusable = unusableKeys(document)
  if (unusable.length > 0) return { problems: unusable.map(({ offset, message }) => place(offset, message)) }

  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch {
    return { problems: [at(1, 1, `uses more than ${MAX_ALIASES} aliases (*name); write the values out`)] }
  }
  if (plain === null || plain === undefined) return { problems: [at(1, 1, 'the file is empty')] }

  const parsed = schema.safeParse(plain, { reportInput: true })
  if (!parsed.success) {
    const problems = parsed.error.issues
      .flatMap((issue) => describeIssue(issue, []))
      .slice(0, MAX_PROBLEMS_PER_FILE)
      .map(({ path, message, atKey }) => {
        const found = placeOf(document, path)
        return place(atKey ? found.key : found.value, message)
      })
    return { problems }
  }
  return { source: sourceOf(file, decoded, structuredClone(parsed.data)) }
}

interface Tree {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/**
 * Holds the text alone, not the tree parsed from it: a folder of a thousand files would fill the memory with trees that are
 * looked into only where there is a problem. (The value is a copy for the same reason: its strings were slices of the text.)
 */
function sourceOf<T>(file: string, text: string, value: T): Source<T> {
  // One problem rarely comes alone, and parsing takes long: the tree stays while there is room for it.
  let kept: WeakRef<Tree> | undefined
  const tree = (): Tree => {
    const known = kept?.deref()
    if (known) return known
    const lines = new LineCounter()
    const parsed = { lines, document: parseDocument(text, { lineCounter: lines }) }
    kept = new WeakRef(parsed)
    return parsed
  }
  return {
    file,
    value,
    problemAt(path, message) {
      const { document, lines } = tree()
      const { line, col } = lines.linePos(placeOf(document, path).value)
      return { file, line: Math.max(line, 1), column: Math.max(col, 1), message }
    },
  }
}

const NUL = String.fromCharCode(0)

/** What the decoder puts where bytes are not UTF-8. */
const NOT_DECODED = '\uFFFD'

/** The text of the file, or why it is not UTF-8 text that YAML can be read from. */
function decode(bytes: Uint8Array): string | { line: number; column: number; message: string } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { line: 1, column: 1, message: 'the file starts with a byte-order mark; save it as UTF-8 without one' }
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { line: 1, column: 1, message: 'the file is UTF-16; save it as UTF-8' }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  } catch {
    const readable = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    return {
      ...lineAndColumn(readable, readable.indexOf(NOT_DECODED)),
      message: 'a byte that is not UTF-8; save the file as UTF-8 text',
    }
  }
  const nul = text.indexOf(NUL)
  return nul < 0 ? text : { ...lineAndColumn(text, nul), message: 'a NUL character; save the file as UTF-8 text' }
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, at)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Keys that cannot be read: a list or mapping as a key, and the one name that JavaScript objects do not hold. */
function unusableKeys(document: Document): readonly { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = []
  visit(document, {
    Pair(_, pair) {
      const key: unknown = pair.key
      if (isScalar(key) && key.value !== '__proto__') return
      const offset = isNode(key) ? startOf(key) : 0
      found.push({
        offset,
        message: isScalar(key) ? '"__proto__" cannot be a key' : 'a key must be a word, not a list or mapping',
      })
    },
  })
  return found
}

interface Place {
  /** Offset of the key, where the last step is one; else of the value. */
  readonly key: number
  /** Offset of a plain value; of the key where the value is a list or mapping, whose start says little. */
  readonly value: number
}

/** Where the value at a path stands; where it does not exist, the nearest thing around it. */
function placeOf(document: Document, path: Path): Place {
  let node: Node | null = document.contents
  let place: Place = { key: startOf(node), value: startOf(node) }
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyText(item.key) === String(step))
      if (!pair) return place
      const key = isNode(pair.key) ? startOf(pair.key) : place.key
      node = isNode(pair.value) ? pair.value : null
      place = { key, value: node === null || (last && !isScalar(node)) ? key : startOf(node) }
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (!isNode(item)) return place
      node = item
      place = { key: startOf(node), value: startOf(node) }
    } else return place
  }
  return place
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}

interface Described {
  readonly path: Path
  readonly message: string
  /** The problem is the key itself, not what it holds. */
  readonly atKey?: boolean
}

/** A zod issue in words a person who writes YAML can act on: what is wrong and what is allowed. */
function describeIssue(issue: z.core.$ZodIssue, parents: Path): Described[] {
  const path = [...parents, ...issue.path]
  const name = path.at(-1)
  const it = name === undefined ? 'the file' : typeof name === 'number' ? `entry ${name + 1}` : `"${String(name)}"`
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? [{ path, message: `${it} is missing; it must be ${article(issue.expected)}` }]
        : [{ path, message: `${it} must be ${article(issue.expected)}` }]
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" ${issue.message}`, atKey: true }))
    case 'too_big':
      return [{ path, message: `${it} ${amount('too long: at most', Number(issue.maximum), issue.origin)}` }]
    case 'too_small':
      return [{ path, message: `${it} ${amount('too short: at least', Number(issue.minimum), issue.origin)}` }]
    case 'invalid_value':
      return [{ path, message: `${it} must be one of: ${issue.values.map(String).join(', ')}` }]
    case 'invalid_union':
      return describeUnion(issue, path, it)
    case 'invalid_key':
      return [{ path, message: `${it} ${issue.issues.map((inner) => inner.message).join('; ')}`, atKey: true }]
    default:
      return [{ path, message: `${it} ${issue.message}` }]
  }
}

/** The issues of the one branch whose outer shape fits, else what the union as a whole allows. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, it: string): Described[] {
  const misfit = new Set(['invalid_type', 'invalid_value'])
  const fitting = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 0 && misfit.has(inner.code)),
  )
  const [only] = fitting
  if (fitting.length === 1 && only) return only.flatMap((inner) => describeIssue(inner, path))
  return [
    { path, message: issue.input === undefined ? `${it} is missing; it ${issue.message}` : `${it} ${issue.message}` },
  ]
}

function article(expected: string): string {
  switch (expected) {
    case 'array':
      return 'a list'
    case 'object':
    case 'record':
      return 'a mapping'
    case 'string':
      return 'a text'
    case 'int':
    case 'number':
      return 'a whole number'
    default:
      return expected
  }
}

function amount(bound: 'too long: at most' | 'too short: at least', count: number, origin: string): string {
  if (origin !== 'string' && origin !== 'array') return `must be ${bound.replace(/^.*: /u, '')} ${count}`
  const one = origin === 'string' ? 'character' : 'entry'
  const many = origin === 'string' ? 'characters' : 'entries'
  return `is ${bound} ${count} ${count === 1 ? one : many}`
}
