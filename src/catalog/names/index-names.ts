import type { Catalog, Domain, LocalText, Role, Skill } from '../model.ts'
import type { Steps } from '../steps.ts'
import { createFuzzyIndex } from './fuzzy.ts'
import { countTypos, maxTypos, normalize } from './normalize.ts'
import { withPrefix } from './prefix.ts'
import { addMeaning, createTrie, insertName, type TrieNode } from './trie.ts'

/** A thing a name can lead to. A level is known by its slug, which many roles share. */
export type NamedEntity =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'level'; readonly slug: string; readonly name: string }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'skill'; readonly skill: Skill }

/** How a piece of typed text led to its meanings. */
export type MatchKind = 'exact' | 'prefix' | 'typo'

/**
 * Names, slugs and aliases of a whole catalogue. A name spelt out is one map access a word however large the catalogue;
 * prefixes are a binary search; misspellings compare only names of about the same length.
 */
export interface NameIndex {
  /** The names spelt out, word by word. */
  readonly trie: TrieNode
  /**
   * What begins with these letters; where no name does, the names with a later word that does. Where only an alias does, it
   * counts from its second word on: one unfinished word of an alias is too often another word ("json" for "json logs").
   */
  prefixMatches(key: string): readonly NamedEntity[]
  /**
   * What is wanted of everything whose name or alias begins with these letters; else a later word of either; else what they
   * nearly spell.
   */
  completions(key: string, wanted: (named: NamedEntity) => boolean): readonly NamedEntity[]
  typoMatches(key: string): readonly NamedEntity[]
  /** What a word nobody recognises might have meant: up to `most`, nearest first. */
  suggest(key: string, most: number): readonly NamedEntity[]
  /** How many words the longest name has. */
  readonly maxWords: number
}

const NONE: readonly NamedEntity[] = []

/** No name is longer, misspelt or not; comparing whole paragraphs letter by letter would only cost time. */
const LONGEST_GUESSED = 80

/**
 * Slips beyond which no name is suggested, however long the word: with thirty of sixty letters wrong nearly every name is near, and has to be
 * compared.
 */
const MOST_SLIPS = 12

/** Fewer letters begin too many words that stand inside a name. */
const MIN_LATER_WORD = 4

export function* buildNameIndex(catalog: Catalog): Steps<NameIndex> {
  const exact: Meanings = new Map()
  const spelt = createTrie()
  const heads: Meanings = new Map()
  const tails: Meanings = new Map()
  const later: Meanings = new Map()
  let longest = 1

  const add = (thing: NamedEntity, names: Iterable<string>, aliases: readonly string[]): void => {
    const named = [thing] as const
    for (const name of names) {
      const key = normalize(name)
      const words = key.split(' ')
      put(heads, key, named)
      for (let from = 1; from < words.length; from += 1) put(tails, words.slice(from).join(' '), named)
    }
    for (const name of [...names, ...aliases]) {
      const key = normalize(name)
      const words = key.split(' ')
      for (let from = 1; from < words.length; from += 1) put(later, words.slice(from).join(' '), named)
      longest = Math.max(longest, words.length)
      put(exact, key, named)
      insertName(spelt, words, named)
      if (words.length === 1) continue
      put(exact, words.join(''), named)
      insertName(spelt, [words.join('')], named)
    }
  }

  const levels = new Map<string, NamedEntity>()
  for (const role of catalog.roles.values()) {
    add({ kind: 'role', role }, [role.slug, role.name], role.aliases)
    for (const level of role.levels) {
      const named = levels.get(level.slug) ?? { kind: 'level', slug: level.slug, name: level.name }
      levels.set(level.slug, named)
      add(named, [level.slug, level.name], [level.short, ...level.aliases])
    }
    yield
  }
  for (const domain of catalog.domains.values()) {
    add({ kind: 'domain', domain }, [domain.slug, ...namesIn(domain.name)], domain.aliases)
    yield
  }
  for (const skill of catalog.skills.values()) {
    add({ kind: 'skill', skill }, [skill.slug, skill.name], skill.aliases)
    yield
  }

  const keys = [...exact.keys()].toSorted()
  yield
  const headKeys = [...heads.keys()].toSorted()
  yield
  const tailKeys = [...tails.keys()].toSorted()
  yield
  const laterKeys = [...later.keys()].toSorted()
  yield
  const near = createFuzzyIndex(keys)

  return {
    maxWords: longest,
    trie: spelt,
    prefixMatches(key) {
      const all = collect(withPrefix(keys, key), exact)
      if (key.includes(' ') || withPrefix(headKeys, key).length > 0) return all
      return key.length < MIN_LATER_WORD ? NONE : collect(withPrefix(tailKeys, key), tails)
    },
    completions(key, wanted) {
      const tiers = [
        () => collect(withPrefix(keys, key), exact),
        () => collect(withPrefix(laterKeys, key), later),
        () => this.typoMatches(key),
      ]
      for (const tier of tiers) {
        const found = tier().filter(wanted)
        if (found.length > 0) return found
      }
      return NONE
    },
    typoMatches(key) {
      if (key.length > LONGEST_GUESSED) return NONE
      const found = near
        .search(key, maxTypos(key.length))
        .flatMap(({ name }) => ({ name, count: countTypos(key, name) ?? Number.POSITIVE_INFINITY }))
      const best = Math.min(...found.map(({ count }) => count))
      const nearest = found.filter(({ count }) => count === best && Number.isFinite(count))
      return collect(
        nearest.map(({ name }) => name),
        exact,
      )
    },
    suggest(key, most) {
      if (key.length > LONGEST_GUESSED) return NONE
      const found = near
        .search(key, Math.min(MOST_SLIPS, Math.max(2, Math.floor(key.length / 2))))
        .filter(({ name, count }) => count <= Math.max(2, key.length / 3) || name[0] === key[0])
        .filter(({ name, count }) => count < Math.max(key.length, name.length) - 1)
        .toSorted((a, b) => a.count - b.count || (a.name < b.name ? -1 : 1))
      return collect(
        found.map(({ name }) => name),
        exact,
      ).slice(0, most)
    },
  }
}

function namesIn(text: LocalText): readonly string[] {
  return text.es === undefined ? [text.en] : [text.en, text.es]
}

type Meanings = Map<string, readonly NamedEntity[]>

function put(map: Meanings, key: string, alone: readonly [NamedEntity]): void {
  map.set(key, addMeaning(map.get(key) ?? NONE, alone))
}

function collect(keys: readonly string[], map: ReadonlyMap<string, readonly NamedEntity[]>): readonly NamedEntity[] {
  const found = new Set<NamedEntity>()
  for (const key of keys) for (const named of map.get(key) ?? NONE) found.add(named)
  return [...found]
}
