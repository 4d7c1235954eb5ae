import type { Catalog, Domain, LocalText, Role, Skill, Steps } from '../model.ts'
import { createFuzzyIndex } from './fuzzy.ts'
import { countTypos, maxTypos, normalize } from './normalize.ts'
import { withPrefix } from './prefix.ts'
import { addMeaning, createTrie, insertName, type TrieNode } from './trie.ts'

/** What a name can stand for. A level is identified by its slug, which many roles share. */
export type NamedEntity =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'level'; readonly slug: string; readonly name: string }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'skill'; readonly skill: Skill }

/** How typed text matched a name. */
export type MatchKind = 'exact' | 'prefix' | 'typo'

/**
 * Names, slugs and aliases of a catalog. An exact name costs one map access per word at any catalog size, a prefix a binary
 * search, and a typo a scan of the names of similar length.
 */
export interface NameIndex {
  /** All names, word by word. */
  readonly trie: TrieNode
  /**
   * What starts with these letters; if no name does, names with a later word that does. An alias counts only if a name starts
   * with them too, or if they go beyond its first word: that is too often a different word ("json" for "json logs").
   */
  prefixMatches(key: string): readonly NamedEntity[]
  /**
   * Accepted entities with a name or alias that starts with these letters; if there are none, those with a later word that
   * does; if there are none, those these letters are a typo of.
   */
  completions(key: string, accepts: (named: NamedEntity) => boolean): readonly NamedEntity[]
  typoMatches(key: string): readonly NamedEntity[]
  /** Up to `limit` entities that an unknown word may have meant, nearest first. */
  suggest(key: string, limit: number): readonly NamedEntity[]
  /** The number of words of the longest name. */
  readonly maxWords: number
}

const NONE: readonly NamedEntity[] = []

/** No name is longer, even with typos; longer texts are not compared. */
const MAX_TYPO_LENGTH = 80

/** A suggestion may have one typo more than a name that is recognized; beyond that names are alike by chance, such as "flurbl" and "Flux". */
const MORE_TYPOS = 1
/** Shorter words may not. */
const MIN_MORE = 6

/** Letters that are only left out may be this part of what is typed: "kubrnt" for "Kubernetes". */
const MOST_LEFT_OUT = 0.7

/** Fewer letters start too many of the later words of names. */
const MIN_LATER_WORD = 4

export function* buildNameIndex(catalog: Catalog): Steps<NameIndex> {
  const exact: Meanings = new Map()
  const trie = createTrie()
  const heads: Meanings = new Map()
  const tails: Meanings = new Map()
  const later: Meanings = new Map()
  let maxWords = 1

  const add = (entity: NamedEntity, names: Iterable<string>, aliases: readonly string[]): void => {
    const named = [entity] as const
    let isName = true
    const addKey = (key: string): void => {
      const words = key.split(' ')
      if (isName) put(heads, key, named)
      for (let from = 1; from < words.length; from += 1) {
        const tail = words.slice(from).join(' ')
        if (isName) put(tails, tail, named)
        put(later, tail, named)
      }
      maxWords = Math.max(maxWords, words.length)
      put(exact, key, named)
      insertName(trie, words, named)
      if (words.length === 1) return
      put(exact, words.join(''), named)
      insertName(trie, [words.join('')], named)
    }
    // A slug often is its name in other signs.
    const keys = new Set<string>()
    for (const list of [names, aliases]) {
      for (const name of list) {
        const key = normalize(name)
        if (keys.has(key)) continue
        keys.add(key)
        addKey(key)
      }
      isName = false
    }
  }

  const levels = new Map<string, NamedEntity>()
  /** Names of levels that are added, which roles share. */
  const levelNames = new Set<string>()
  for (const role of catalog.roles.values()) {
    add({ kind: 'role', role }, [role.slug, role.name], [...role.aliases, ...pluralsOf([role.name])])
    for (const level of role.levels) {
      const named = levels.get(level.slug) ?? { kind: 'level', slug: level.slug, name: level.name }
      levels.set(level.slug, named)
      const aliases = [level.short, ...level.aliases]
      const key = JSON.stringify([level.slug, level.name, ...aliases])
      if (levelNames.has(key)) continue
      levelNames.add(key)
      add(named, [level.slug, level.name], [...aliases, ...pluralsOf([level.name, ...aliases])])
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

  addFormerSlugs(catalog, levels, exact, add)
  const keys = [...exact.keys()].toSorted()
  yield
  const headKeys = [...heads.keys()].toSorted()
  yield
  const tailKeys = [...tails.keys()].toSorted()
  yield
  const laterKeys = [...later.keys()].toSorted()
  yield
  const fuzzy = createFuzzyIndex(keys)
  let words: ReturnType<typeof wordsOfNames> | undefined

  return {
    maxWords,
    trie,
    prefixMatches(key) {
      const all = collect(withPrefix(keys, key), exact)
      if (key.includes(' ') || withPrefix(headKeys, key).length > 0) return all
      return key.length < MIN_LATER_WORD ? NONE : collect(withPrefix(tailKeys, key), tails)
    },
    completions(key, accepts) {
      const tiers = [
        () => collect(withPrefix(keys, key), exact),
        () => collect(withPrefix(laterKeys, key), later),
        () => this.typoMatches(key),
      ]
      for (const tier of tiers) {
        const matches = tier().filter(accepts)
        if (matches.length > 0) return matches
      }
      return NONE
    },
    typoMatches(key) {
      if (key.length > MAX_TYPO_LENGTH) return NONE
      const candidates = fuzzy
        .search(key, maxTypos(key.length))
        .flatMap(({ name }) => ({ name, typos: countTypos(key, name) ?? Number.POSITIVE_INFINITY }))
      const least = Math.min(...candidates.map(({ typos }) => typos))
      const nearest = candidates.filter(({ typos }) => typos === least && Number.isFinite(typos))
      return collect(
        nearest.map(({ name }) => name),
        exact,
      )
    },
    suggest(key, limit) {
      if (key.length > MAX_TYPO_LENGTH) return NONE
      words ??= wordsOfNames(exact)
      const inNames = words.fuzzy
        .search(key, maxTypos(key.length))
        .flatMap(({ name }) => (name === key || countTypos(key, name) !== undefined ? [name] : []))
      if (inNames.length > 0) return collect(inNames, words.named).slice(0, limit)
      // A short word with another letter is another word: "rust" is no "REST".
      if (key.length < MIN_MORE) return this.typoMatches(key).slice(0, limit)
      const most = maxTypos(key.length) + MORE_TYPOS
      const candidates = fuzzy
        .search(key, Math.max(most, Math.floor(key.length * MOST_LEFT_OUT)))
        .filter(({ name, distance }) => distance <= most || isShortFor(key, name))
        // Few people mistype the first letter, and a word of another language that only ends alike is no typo: "omitir", Mimir.
        .filter(({ name, distance }) => distance <= 1 || name[0] === key[0])
        .filter(({ name, distance }) => distance < Math.max(key.length, name.length) - 1)
        .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
      return collect(
        candidates.map(({ name }) => name),
        exact,
      ).slice(0, limit)
    },
  }
}

/** Former slugs are typed like aliases, but never instead of a name. */
function addFormerSlugs(
  { roles, skills, domains }: Catalog,
  levels: ReadonlyMap<string, NamedEntity>,
  exact: Meanings,
  add: (entity: NamedEntity, names: Iterable<string>, aliases: readonly string[]) => void,
): void {
  const addAll = (entity: NamedEntity, formerly: readonly string[] = []): void => {
    const free = formerly.filter((slug) => !exact.has(normalize(slug)))
    if (free.length > 0) add(entity, [], free)
  }
  for (const skill of skills.values()) addAll({ kind: 'skill', skill }, skill.formerly)
  for (const domain of domains.values()) addAll({ kind: 'domain', domain }, domain.formerly)
  for (const role of roles.values()) {
    addAll({ kind: 'role', role }, role.formerly)
    for (const { slug, formerly } of role.levels) {
      const named = levels.get(slug)
      if (named) addAll(named, formerly)
    }
  }
}

/** Whether a name has all letters of a word, in the same order. */
function isShortFor(word: string, name: string): boolean {
  let at = 0
  for (const letter of name) if (letter === word[at]) at += 1
  return at === word.length
}

/** The single words of names of several words, for a misspelled one: "pyhton" for Python Web Frameworks. */
function wordsOfNames(exact: Meanings) {
  const named: Meanings = new Map()
  for (const [key, entities] of exact) {
    const parts = key.split(' ')
    if (parts.length === 1) continue
    for (const word of parts.filter(({ length }) => length >= MIN_LATER_WORD)) {
      for (const entity of entities) put(named, word, [entity])
    }
  }
  return { named, fuzzy: createFuzzyIndex(named.keys()) }
}

/** "Seniors" for "Senior": people of a level or a role are named in the plural too. */
function pluralsOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => /\p{L}{3}$/u.test(name) && !name.endsWith('s')).map((name) => `${name}s`)
}

function namesIn(text: LocalText): readonly string[] {
  return Object.values(text)
}

type Meanings = Map<string, readonly NamedEntity[]>

function put(map: Meanings, key: string, entity: readonly [NamedEntity]): void {
  map.set(key, addMeaning(map.get(key) ?? NONE, entity))
}

function collect(keys: readonly string[], map: ReadonlyMap<string, readonly NamedEntity[]>): readonly NamedEntity[] {
  const entities = new Set<NamedEntity>()
  for (const key of keys) for (const named of map.get(key) ?? NONE) entities.add(named)
  return [...entities]
}
