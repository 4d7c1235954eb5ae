import type { Catalog, Domain, Role, Skill } from './model.ts'
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
  startingWith(key: string): readonly Named[]
  misspelt(key: string): readonly Named[]
  /** What a word nobody recognises might have meant: up to `most`, nearest first. */
  near(key: string, most: number): readonly Named[]
  /** How many words the longest name has. */
  readonly longest: number
}

const NONE: readonly Named[] = []

export function buildNameIndex(catalog: Catalog): NameIndex {
  const exact = new Map<string, Named[]>()
  const inner = new Map<string, Named[]>()
  let longest = 1

  const add = (names: Iterable<string>, named: Named): void => {
    for (const name of names) {
      const key = normalize(name)
      const words = key.split(' ')
      longest = Math.max(longest, words.length)
      put(exact, key, named)
      if (words.length > 1) put(exact, words.join(''), named)
      for (let from = 1; from < words.length; from += 1) put(inner, words.slice(from).join(' '), named)
    }
  }

  const levels = new Map<string, Named>()
  for (const role of catalog.roles.values()) {
    add([role.slug, role.name, ...role.aliases], { kind: 'role', role })
    for (const level of role.levels) {
      const named = levels.get(level.slug) ?? { kind: 'level', slug: level.slug, name: level.name }
      levels.set(level.slug, named)
      add([level.slug, level.name, level.short, ...level.aliases], named)
    }
  }
  for (const domain of catalog.domains.values()) {
    add([domain.slug, ...Object.values(domain.name), ...domain.aliases], { kind: 'domain', domain })
  }
  for (const skill of catalog.skills.values()) {
    add([skill.slug, skill.name, ...skill.aliases], { kind: 'skill', skill })
  }

  const keys = [...exact.keys()].toSorted()
  const innerKeys = [...inner.keys()].toSorted()
  const byLength = groupByLength(keys)

  return {
    longest,
    exact: (key) => exact.get(key) ?? NONE,
    startingWith(key) {
      const heads = collect(prefixed(keys, key), exact)
      return heads.length > 0 ? heads : collect(prefixed(innerKeys, key), inner)
    },
    misspelt(key) {
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
      const reach = Math.max(2, Math.floor(key.length / 2))
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
