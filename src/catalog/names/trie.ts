import type { NamedEntity } from './index-names.ts'

/**
 * Names spelt out, word by word. Some words have led here; others may lead on, and a place from which none does is what the words
 * mean. Most names have words of their own after the first few, so that a way on alone is held without a map: little is touched
 * on the way, which is what counts in a large catalogue.
 */
export type TrieNode = readonly NamedEntity[] | TrieBranch

interface TrieBranch {
  /** What is called just so; empty where more words are needed. */
  meanings: readonly NamedEntity[]
  /** The one word that leads on, and where; unless several do. */
  word: string
  only: TrieNode
  several: Map<string, TrieNode> | undefined
}

const NONE: readonly NamedEntity[] = []

/** Nothing spelt yet. */
export function createTrie(): TrieBranch {
  return { meanings: NONE, word: '', only: NONE, several: new Map() }
}

/** Where a word leads from here; undefined where no name goes on so. */
export function childOf(from: TrieNode, word: string): TrieNode | undefined {
  if (!isFork(from)) return undefined
  return from.several ? from.several.get(word) : from.word === word ? from.only : undefined
}

/** What is called just so; empty where more words are needed. */
export function meaningsOf(here: TrieNode): readonly NamedEntity[] {
  return isFork(here) ? here.meanings : here
}

/** Adds a name of one thing, by its words, of which there is one at least. */
export function insertName(root: TrieBranch, words: readonly string[], thing: readonly [NamedEntity]): void {
  let at = root
  for (const word of words.slice(0, -1)) {
    const there = childOf(at, word) ?? NONE
    const fork = isFork(there) ? there : { meanings: there, word: '', only: NONE, several: undefined }
    if (fork !== there) lead(at, word, fork)
    at = fork
  }
  const last = words.at(-1) ?? ''
  const there = childOf(at, last)
  if (there && isFork(there)) there.meanings = addMeaning(there.meanings, thing)
  else lead(at, last, addMeaning(there ?? NONE, thing))
}

function lead(from: TrieBranch, word: string, to: TrieNode): void {
  if (from.several) from.several.set(word, to)
  else if (from.word === '' || from.word === word) {
    from.word = word
    from.only = to
  } else {
    from.several = new Map([
      [from.word, from.only],
      [word, to],
    ])
  }
}

function isFork(spelling: TrieNode): spelling is TrieBranch {
  return 'several' in spelling
}

/** Meanings with one more. Names that mean one thing alone share its list: the fewer lists, the more of them are at hand. */
export function addMeaning(held: readonly NamedEntity[], thing: readonly [NamedEntity]): readonly NamedEntity[] {
  if (held.length === 0) return thing
  return held.includes(thing[0]) ? held : [...held, thing[0]]
}
