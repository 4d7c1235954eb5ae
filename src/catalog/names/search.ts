import type { Catalog, Domain, Role, Skill, Steps } from '../model.ts'
import type { Proficiency } from '../scale.ts'
import { normalize, normalizedWords } from './normalize.ts'
import { createTextIndex } from './text-index.ts'

/** One result of a search. Lists of hits are ordered best first. */
export type SearchHit =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'skill'; readonly skill: Skill }
  | { readonly kind: 'statement'; readonly skill: Skill; readonly proficiency: Proficiency }

export interface CatalogSearch {
  /**
   * Returns at most `limit` hits: those with every word or, if there are none and `everyWord` is not set, those with some of
   * the words. `within` limits the search to one role's domains, skills and statements.
   */
  find(text: string, limit: number, options?: SearchOptions): readonly SearchHit[]
  /** Whether a normalized word is in a name or a text as it is. */
  has(word: string): boolean
}

export interface SearchOptions {
  readonly within?: Role
  readonly everyWord?: boolean
}

/** Boosts of a match in a name, in an alias and in running text. */
const BOOSTS = [4, 3, 1]

/** Words and characters of a query that are used; the rest is ignored. */
const MAX_WORDS = 16
const MAX_CHARACTERS = 1000

/** Longer words are ignored: no language has them, and comparing them costs time and memory. */
const MAX_WORD_LENGTH = 40

/** Builds the full-text search over roles, domains, skills and statements in every language. It tolerates typos and unfinished words. */
export function* buildSearch(catalog: Catalog): Steps<CatalogSearch> {
  const hits: SearchHit[] = []
  const builder = createTextIndex(BOOSTS)
  const byName = new Map<string, number[]>()
  const add = (hit: SearchHit, names: readonly string[], aliases: readonly string[], text: string): void => {
    const id = hits.length
    builder.add([normalizedWords(names.join(' ')), normalizedWords(aliases.join(' ')), normalizedWords(text)])
    hits.push(hit)
    if (names.length === 0) return
    for (const key of new Set([...names, ...aliases].map(normalize))) byName.set(key, [...(byName.get(key) ?? []), id])
  }
  for (const role of catalog.roles.values()) {
    const texts = role.levels.flatMap((level) => [
      ...Object.values(level.focus ?? {}),
      ...Object.values(level.stack ?? {}),
    ])
    add(
      { kind: 'role', role },
      [role.name],
      role.aliases,
      [role.family, ...Object.values(role.description ?? {}), ...texts].join(' '),
    )
    yield
  }
  for (const domain of catalog.domains.values()) {
    add({ kind: 'domain', domain }, Object.values(domain.name), domain.aliases, '')
    yield
  }
  for (const skill of catalog.skills.values()) {
    add({ kind: 'skill', skill }, [skill.name], skill.aliases, '')
    for (const [proficiency, statement] of Object.entries(skill.statements)) {
      if (statement) add({ kind: 'statement', skill, proficiency }, [], [], Object.values(statement).join(' '))
    }
    yield
  }

  const index = yield* builder.build()

  return {
    has: (word) => index.has(word),
    find(text, limit, { within, everyWord = false } = {}) {
      const words = normalizedWords(text.slice(0, MAX_CHARACTERS))
        .filter((word) => word !== '' && word.length <= MAX_WORD_LENGTH)
        .slice(0, MAX_WORDS)
      if (words.length === 0) return []
      const accepts = within ? (id: number) => belongsTo(hits[id], within) : () => true
      const { ranked, hasEveryWord } = index.search(words)
      const all = ranked((id) => hasEveryWord(id) && accepts(id))
      const matches = all.length > 0 || everyWord ? all : ranked(accepts)
      // An exact name comes first, whatever its rank.
      const named = (byName.get(words.join(' ')) ?? []).filter(accepts)
      return [...new Set([...named, ...matches])].slice(0, limit).flatMap((id) => hits[id] ?? [])
    },
  }
}

function belongsTo(hit: SearchHit | undefined, role: Role): boolean {
  switch (hit?.kind) {
    case undefined:
    case 'role':
      return false
    case 'domain':
      return role.domains.some((group) => group.domain === hit.domain)
    case 'skill':
    case 'statement':
      return role.rows.has(hit.skill.slug)
  }
}
