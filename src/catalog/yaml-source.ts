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

/** A problem of a file: its position (line and column from 1) and a message that says what would be right. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Keys and indices that lead from the root of a document to a value in it. */
export type Path = readonly PropertyKey[]

/** A parsed file of the right shape that can tell the position of each of its values. */
export interface Source<T> {
  readonly file: string
  readonly value: T
  problemAt(path: Path, message: string): Problem
}

/** Receives a problem at a path of one file. */
export type Report = (path: Path, message: string) => void

/** Returns a function that adds problems of a file to a list. */
export function reporterFor(source: Source<unknown>, problems: Problem[]): Report {
  return (path, message) => void problems.push(source.problemAt(path, message))
}

/** Larger files are rejected unparsed: no catalog file comes near this size. */
const MAX_FILE_BYTES = 1024 * 1024

/** Limits nested YAML aliases, which can expand without bound. */
const MAX_ALIASES = 100

/** Limits what one broken file adds to the list of problems. */
const MAX_PROBLEMS_PER_FILE = 50

/** The source of a file, or every problem of the file. */
export type ParsedSource<T> = { readonly source: Source<T> } | { readonly problems: readonly Problem[] }

/** The text and the value of a file, or every problem of the file. */
export type ParsedText<T> = { readonly text: string; readonly value: T } | { readonly problems: readonly Problem[] }

/** Parses the bytes of one YAML file and checks its shape. */
export function parseSource<T>(file: string, bytes: Uint8Array, schema: z.ZodType<T>): ParsedText<T> {
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

  const problemAt = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return at(Math.max(line, 1), Math.max(col, 1), message)
  }
  const unusable = unusableKeys(document)
  if (unusable.length > 0) return { problems: unusable.map(({ offset, message }) => problemAt(offset, message)) }

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
        const position = positionOf(document, path)
        return problemAt(atKey ? position.key : position.value, message)
      })
    return { problems }
  }
  return { text: decoded, value: parsed.data }
}

interface Tree {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/**
 * Creates the source of a file from functions that return its text and its value. The parsed tree is only created for problems: the
 * trees of a thousand files would fill the memory.
 */
export function createSource<T>(file: string, readText: () => string, readValue: () => T): Source<T> {
  // Problems rarely come alone and parsing is slow, so the tree is kept until memory is needed.
  let cached: WeakRef<Tree> | undefined
  const tree = (): Tree => {
    const existing = cached?.deref()
    if (existing) return existing
    const lines = new LineCounter()
    const parsed = { lines, document: parseDocument(readText(), { lineCounter: lines }) }
    cached = new WeakRef(parsed)
    return parsed
  }
  return {
    file,
    get value() {
      return readValue()
    },
    problemAt(path, message) {
      const { document, lines } = tree()
      const { line, col } = lines.linePos(positionOf(document, path).value)
      return { file, line: Math.max(line, 1), column: Math.max(col, 1), message }
    },
  }
}

const NUL = String.fromCharCode(0)

/** The replacement character that the decoder writes for bytes that are not UTF-8. */
const REPLACEMENT_CHARACTER = '\uFFFD'

/** The text of a file, or why it is not UTF-8 text without NUL. */
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
      ...lineAndColumn(readable, readable.indexOf(REPLACEMENT_CHARACTER)),
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

/** Keys that cannot be used: a list or mapping, and `__proto__`, which JavaScript objects cannot have as a key. */
function unusableKeys(document: Document): readonly { offset: number; message: string }[] {
  const unusable: { offset: number; message: string }[] = []
  visit(document, {
    Pair(_, pair) {
      const key: unknown = pair.key
      if (isScalar(key) && key.value !== '__proto__') return
      const offset = isNode(key) ? startOf(key) : 0
      unusable.push({
        offset,
        message: isScalar(key) ? '"__proto__" cannot be a key' : 'a key must be a word, not a list or mapping',
      })
    },
  })
  return unusable
}

interface Position {
  /** Offset of the key if the last step is one, else of the value. */
  readonly key: number
  /** Offset of a scalar value; for a list or mapping, offset of its key. */
  readonly value: number
}

/** The position of the value at a path, or of its nearest parent if it does not exist. */
function positionOf(document: Document, path: Path): Position {
  let node: Node | null = document.contents
  let position: Position = { key: startOf(node), value: startOf(node) }
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyText(item.key) === String(step))
      if (!pair) return position
      const key = isNode(pair.key) ? startOf(pair.key) : position.key
      node = isNode(pair.value) ? pair.value : null
      position = { key, value: node === null || (last && !isScalar(node)) ? key : startOf(node) }
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (!isNode(item)) return position
      node = item
      position = { key: startOf(node), value: startOf(node) }
    } else return position
  }
  return position
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

/** What is wrong at a path. */
export interface Described {
  readonly path: Path
  readonly message: string
  /** The problem is the key itself, not its value. */
  readonly atKey?: boolean
}

/** Describes a zod issue to an author of YAML: what is wrong and what is allowed. */
export function describeIssue(issue: z.core.$ZodIssue, parents: Path): Described[] {
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

/** The issues of the only branch whose outer shape matches, else what the union as a whole allows. */
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
      return 'text'
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
