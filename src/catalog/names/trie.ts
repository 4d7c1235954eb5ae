import type { NamedEntity } from './index-names.ts'

/**
 * A node of the trie of all names, one word per edge. A node without children is the list of its meanings. Most names are alone
 * after their first words, so an only child is stored without a map: a look-up then touches little memory, which dominates its
 * cost in a large catalog.
 */
export type TrieNode = readonly NamedEntity[] | TrieBranch

export interface TrieBranch {
  /** What the words up to here name; empty if more words are needed. */
  meanings: readonly NamedEntity[]
  /** The only child and its word, unless `children` is set. */
  onlyWord: string
  onlyChild: TrieNode
  children: Map<string, TrieNode> | undefined
}

const NONE: readonly NamedEntity[] = []

export function createTrie(): TrieBranch {
  return { meanings: NONE, onlyWord: '', onlyChild: NONE, children: new Map() }
}

/** The node after one more word; undefined if no name continues with it. */
export function childOf(node: TrieNode, word: string): TrieNode | undefined {
  if (!isBranch(node)) return undefined
  return node.children ? node.children.get(word) : node.onlyWord === word ? node.onlyChild : undefined
}

/** What the words up to this node name; empty if more words are needed. */
export function meaningsOf(node: TrieNode): readonly NamedEntity[] {
  return isBranch(node) ? node.meanings : node
}

/** Adds a name of at least one word. */
export function insertName(root: TrieBranch, words: readonly string[], entity: readonly [NamedEntity]): void {
  let node = root
  for (const word of words.slice(0, -1)) {
    const child = childOf(node, word) ?? NONE
    const branch = isBranch(child) ? child : { meanings: child, onlyWord: '', onlyChild: NONE, children: undefined }
    if (branch !== child) setChild(node, word, branch)
    node = branch
  }
  const last = words.at(-1) ?? ''
  const child = childOf(node, last)
  if (child && isBranch(child)) child.meanings = addMeaning(child.meanings, entity)
  else setChild(node, last, addMeaning(child ?? NONE, entity))
}

function setChild(node: TrieBranch, word: string, child: TrieNode): void {
  if (node.children) node.children.set(word, child)
  else if (node.onlyWord === '' || node.onlyWord === word) {
    node.onlyWord = word
    node.onlyChild = child
  } else {
    node.children = new Map([
      [node.onlyWord, node.onlyChild],
      [word, child],
    ])
  }
}

function isBranch(node: TrieNode): node is TrieBranch {
  return 'children' in node
}

/** Meanings and one more. Names with a single meaning share its list, which saves memory. */
export function addMeaning(meanings: readonly NamedEntity[], entity: readonly [NamedEntity]): readonly NamedEntity[] {
  if (meanings.length === 0) return entity
  return meanings.includes(entity[0]) ? meanings : [...meanings, entity[0]]
}
