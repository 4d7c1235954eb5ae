import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
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

/** One broken file must not bury the problems of the others. */
const MAX_PROBLEMS_PER_FILE = 50

/**
 * Parses the bytes of one YAML file and checks its shape.
 * Returns the source, or every problem found in it.
 */
export function readSource<T>(
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
      return at(line, col, `not valid YAML: ${firstLine(error.message)}`)
    })
    return { problems }
  }

  const problemAt = (path: Path, message: string): Problem => {
    const { line, col } = lines.linePos(offsetOf(document, path))
    return at(Math.max(line, 1), Math.max(col, 1), message)
  }

  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { problems: [at(1, 1, `not valid YAML: ${firstLine(String(error))}`)] }
  }
  if (plain === null || plain === undefined) return { problems: [at(1, 1, 'the file is empty')] }

  const parsed = schema.safeParse(plain)
  if (!parsed.success) {
    const problems = parsed.error.issues
      .flatMap((issue) => describeIssue(issue, []))
      .slice(0, MAX_PROBLEMS_PER_FILE)
      .map(({ path, message }) => problemAt(path, message))
    return { problems }
  }
  return { source: { file, value: parsed.data, problemAt } }
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
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const broken = [NOT_DECODED, NUL].map((sign) => text.indexOf(sign)).filter((at) => at >= 0)
  if (broken.length > 0) {
    const at = Math.min(...broken)
    const before = text.slice(0, at).split('\n')
    const what = text[at] === NUL ? 'a NUL character' : 'a byte that is not UTF-8'
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `${what}; save the file as UTF-8 text`,
    }
  }
  return text
}

/** Where the value at a path starts; where it does not exist, the nearest thing around it. A key that should not be there is found as the key. */
function offsetOf(document: Document, path: Path): number {
  let node: Node | null = document.contents
  let offset = startOf(node)
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyText(item.key) === String(key))
      if (!pair) return offset
      offset = isNode(pair.key) ? startOf(pair.key) : offset
      node = isNode(pair.value) ? pair.value : null
      if (node !== null && !(last && !isScalar(node))) offset = startOf(node)
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)]
      if (!isNode(item)) return offset
      node = item
      offset = startOf(node)
    } else return offset
  }
  return offset
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
      return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" is not a known key here` }))
    case 'too_big':
      return [{ path, message: `${it} is too long: at most ${issue.maximum} ${unit(issue.origin)}` }]
    case 'too_small':
      return [{ path, message: `${it} is too short: at least ${issue.minimum} ${unit(issue.origin)}` }]
    case 'invalid_value':
      return [{ path, message: `${it} must be one of: ${issue.values.map(String).join(', ')}` }]
    case 'invalid_union':
      return describeUnion(issue, path, it)
    case 'invalid_key':
      return [{ path, message: `${it} is no allowed key: ${issue.issues.map((inner) => inner.message).join('; ')}` }]
    default:
      return [{ path, message: `${it} ${issue.message}` }]
  }
}

/** The issues of the one branch whose outer shape fits, else what the union as a whole allows. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, it: string): Described[] {
  const fitting = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
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

function unit(origin: string): string {
  return origin === 'string' ? 'characters' : 'entries'
}
