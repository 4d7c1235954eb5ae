import { isDeepStrictEqual } from 'node:util'
import { Document, isCollection, isMap, isNode, isPair, isScalar, type Node, parse, Scalar } from 'yaml'

/** A comment above the value at a path. */
export interface Comment {
  readonly path: readonly (string | number)[]
  readonly text: string
}

export interface YamlLook {
  /** The comment at the top. */
  readonly head: string
  readonly comments?: readonly Comment[]
}

/** The longest list or mapping that stands on one line, in characters. */
const WIDTH = 110

/** Writes YAML as a person would: short lists and mappings on one line, longer ones below each other. */
export function yamlText(value: unknown, { head, comments = [] }: YamlLook): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  putOnLines(document.contents, WIDTH, 0)
  for (const { path, text } of comments) comment(document, path, text)
  document.commentBefore = ` ${head}`
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true }).replace(/^(#.*\n)\n/u, '$1')
  const unpadded = unpadLists(text)
  // A line of a text may look like a list.
  return isDeepStrictEqual(parse(unpadded), parse(text)) ? unpadded : text
}

/** `{ a: 1 }` has blanks inside, `[1, 2]` has none. */
const unpadLists = (text: string): string => text.replaceAll(/^( *(?:- )?[\w-]+: )\[ (.*) \]$/gmu, '$1[$2]')

/** A node for a value that an edit adds to a document, with short collections on one line. */
export function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value)
  putOnLines(node, WIDTH, 1)
  return node
}

/** Puts each collection whose text is short on one line, and each line of a text on its own. */
function putOnLines(node: unknown, width: number, depth: number): void {
  if (isPair(node)) putOnLines(node.value, width, depth)
  if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL
  if (!isCollection(node)) return
  const size = JSON.stringify(node.toJSON()).length
  if (
    depth > 0 &&
    size <= width &&
    (isFlat(node) || (isMap(node) && depth > 1 && node.items.length < 6 && isFlat(node)))
  ) {
    node.flow = true
    return
  }
  for (const item of node.items) putOnLines(item, width, depth + 1)
}

/** Whether a collection holds single values of one line only, and no list of sentences. */
function isFlat(node: unknown): boolean {
  if (!isCollection(node)) return false
  return node.items.every((item) =>
    isPair(item) ? isOneLine(item.value) : isOneLine(item) && isScalar(item) && !isSentence(item.value),
  )
}

/** Whether a node is a value that may stand within brackets. */
function isOneLine(node: unknown): boolean {
  return isScalar(node) && !(typeof node.value === 'string' && node.value.includes('\n'))
}

/** Puts a comment above the key, or the list item, at a path. */
function comment(document: Document, path: readonly (string | number)[], text: string): void {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const last = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last)
    if (pair && isNode(pair.key)) pair.key.commentBefore = ` ${text}`
  } else if (isCollection(parent) && typeof last === 'number') {
    const item = parent.items[last]
    if (isNode(item)) item.commentBefore = ` ${text}`
  }
}

const isSentence = (value: unknown): boolean => typeof value === 'string' && value.includes(' ')
