import type { Catalog, Domain, LocalText, Role, Skill } from './model.ts'
import { misspelling, normalize, slips } from './names.ts'

/** A thing a name can lead to. A level is known by its slug, which many roles share. */
export type Named =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'level'; readonly slug: string; readonly name: string }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'skill'; readonly skill: Skill }

/** How a piece of typed text led to its meanings. */
export type Match = 'exact' | 'prefix' | 'typo'

/**
 * Names, slugs and aliases of a whole catalogue. Exact look-up is one map access however large the catalogue;
 * prefixes are a binary search; misspellings compare only names of about the same length.
 */
export interface NameIndex {
  exact(key: string): readonly Named[]
  /**
   * What begins with these letters; where no name does, the names with a later word that does. Where only an alias does, it
   * counts from its second word on: one unfinished word of an alias is too often another word ("json" for "json logs").
   */
  startingWith(key: string): readonly Named[]
  /**
   * What is wanted of everything whose name or alias begins with these letters; else a later word of either; else what they
   * nearly spell.
   */
  completing(key: string, wanted: (named: Named) => boolean): readonly Named[]
  misspelt(key: string): readonly Named[]
  /** What a word nobody recognises might have meant: up to `most`, nearest first. */
  near(key: string, most: number): readonly Named[]
  /** How many words the longest name has. */
  readonly longest: number
}

const NONE: readonly Named[] = []

/** No name is longer, misspelt or not; comparing whole paragraphs letter by letter would only cost time. */
const LONGEST_GUESSED = 80

/** Fewer letters begin too many words that stand inside a name. */
const MIN_LATER_WORD = 4

export function buildNameIndex(catalog: Catalog): NameIndex {
  const exact = new Map<string, Named[]>()
  const heads = new Map<string, Named[]>()
  const tails = new Map<string, Named[]>()
  const later = new Map<string, Named[]>()
  let longest = 1

  const add = (named: Named, names: Iterable<string>, aliases: readonly string[]): void => {
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
      if (words.length > 1) put(exact, words.join(''), named)
    }
  }

  const levels = new Map<string, Named>()
  for (const role of catalog.roles.values()) {
    add({ kind: 'role', role }, [role.slug, role.name], role.aliases)
    for (const level of role.levels) {
      const named = levels.get(level.slug) ?? { kind: 'level', slug: level.slug, name: level.name }
      levels.set(level.slug, named)
      add(named, [level.slug, level.name], [level.short, ...level.aliases])
    }
  }
  for (const domain of catalog.domains.values()) {
    add({ kind: 'domain', domain }, [domain.slug, ...namesIn(domain.name)], domain.aliases)
  }
  for (const skill of catalog.skills.values()) {
    add({ kind: 'skill', skill }, [skill.slug, skill.name], skill.aliases)
  }

  const keys = [...exact.keys()].toSorted()
  const headKeys = [...heads.keys()].toSorted()
  const tailKeys = [...tails.keys()].toSorted()
  const laterKeys = [...later.keys()].toSorted()
  const byLength = groupByLength(keys)

  return {
    longest,
    exact: (key) => exact.get(key) ?? NONE,
    startingWith(key) {
      const all = collect(prefixed(keys, key), exact)
      if (key.includes(' ') || prefixed(headKeys, key).length > 0) return all
      return key.length < MIN_LATER_WORD ? NONE : collect(prefixed(tailKeys, key), tails)
    },
    completing(key, wanted) {
      const tiers = [
        () => collect(prefixed(keys, key), exact),
        () => collect(prefixed(laterKeys, key), later),
        () => this.misspelt(key),
      ]
      for (const tier of tiers) {
        const found = tier().filter(wanted)
        if (found.length > 0) return found
      }
      return NONE
    },
    misspelt(key) {
      if (key.length > LONGEST_GUESSED) return NONE
      let best = Number.POSITIVE_INFINITY
      let found: string[] = []
      for (let length = key.length - 3; length <= key.length + 3; length += 1) {
        for (const name of byLength.get(length) ?? []) {
          const count = misspelling(key, name)
          if (count === undefined || count > best) continue
          if (count < best) found = []
          best = count
          found.push(name)
        }
      }
      return collect(found, exact)
    },
    near(key, most) {
      if (key.length > LONGEST_GUESSED) return NONE
      const reach = Math.max(2, Math.floor(key.length / 3))
      const near: { name: string; count: number }[] = []
      for (let length = Math.max(1, key.length - reach); length <= key.length + reach; length += 1) {
        for (const name of byLength.get(length) ?? []) {
          const count = slips(key, name)
          if (count <= reach && count < Math.max(key.length, name.length) - 1) near.push({ name, count })
        }
      }
      near.sort((a, b) => a.count - b.count || (a.name < b.name ? -1 : 1))
      return collect(
        near.map((entry) => entry.name),
        exact,
      ).slice(0, most)
    },
  }
}

function namesIn(text: LocalText): readonly string[] {
  return text.es === undefined ? [text.en] : [text.en, text.es]
}

function put(map: Map<string, Named[]>, key: string, named: Named): void {
  const held = map.get(key)
  if (!held) map.set(key, [named])
  else if (!held.includes(named)) held.push(named)
}

function groupByLength(keys: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>()
  for (const key of keys) {
    const group = groups.get(key.length)
    if (group) group.push(key)
    else groups.set(key.length, [key])
  }
  return groups
}

/** The keys of a sorted list that start with a text. */
function prefixed(keys: readonly string[], start: string): readonly string[] {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < keys.length && keys[end]?.startsWith(start)) end += 1
  return keys.slice(low, end)
}

function collect(keys: readonly string[], map: ReadonlyMap<string, readonly Named[]>): readonly Named[] {
  const found = new Set<Named>()
  for (const key of keys) for (const named of map.get(key) ?? NONE) found.add(named)
  return [...found]
}
