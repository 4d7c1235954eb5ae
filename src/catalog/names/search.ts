import type { Catalog, Domain, Role, Skill, Steps } from '../model.ts'
import type { Proficiency } from '../scale.ts'
import { bySlug } from '../version.ts'
import { normalize, normalizedWords } from './normalize.ts'
import { createTextIndex, openTextIndex, type TextIndexData } from './text-index.ts'

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

/** What a search is opened from: the same for the same content of a catalog. */
export interface SearchData {
  /** By skill, the steps that have a statement, separated by blanks. */
  readonly steps: readonly string[]
  /** The texts of the hits, in the order of `hitsOf`. */
  readonly texts: TextIndexData
}

/**
 * The full-text search over roles, domains, skills and statements in every language. It tolerates typos and unfinished words. Without
 * data from before, all texts are read.
 */
export function* buildSearch(catalog: Catalog, stored?: SearchData): Steps<CatalogSearch> {
  const data = stored ?? (yield* indexTexts(catalog))
  const hits = hitsOf(catalog, data.steps)
  yield
  const byName = new Map<string, number[]>()
  for (const [id, hit] of hits.entries()) {
    const { names, aliases } = namesOf(hit)
    if (names.length === 0) continue
    for (const key of new Set([...names, ...aliases].map(normalize))) byName.set(key, [...(byName.get(key) ?? []), id])
    yield
  }
  const index = yield* openTextIndex(data.texts)
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

/** Reads all texts of a catalog. */
export function* indexTexts(catalog: Catalog): Steps<SearchData> {
  const steps = [...catalog.skills.values()].map(({ statements }) => Object.keys(statements).join(' '))
  const builder = createTextIndex(BOOSTS)
  for (const hit of hitsOf(catalog, steps)) {
    const { names, aliases } = namesOf(hit)
    builder.add([names.join(' '), aliases.join(' '), textOf(hit)].map(normalizedWords))
    yield
  }
  return { steps, texts: yield* builder.build() }
}

/** All hits that a search can return; a document's number is its index here. */
function hitsOf({ roles, domains, skills }: Catalog, steps: readonly string[]): readonly SearchHit[] {
  return [
    ...[...roles.values()].map((role): SearchHit => ({ kind: 'role', role })),
    // In the order of the version, which is equal for domains in another order.
    ...bySlug(domains).map((domain): SearchHit => ({ kind: 'domain', domain })),
    ...[...skills.values()].flatMap((skill, at): SearchHit[] => {
      const proficiencies = steps[at]?.split(' ').filter((slug) => slug !== '') ?? []
      return [
        { kind: 'skill', skill },
        ...proficiencies.map((slug) => ({ kind: 'statement', skill, proficiency: slug }) as const),
      ]
    }),
  ]
}

function namesOf(hit: SearchHit): { readonly names: readonly string[]; readonly aliases: readonly string[] } {
  switch (hit.kind) {
    case 'role':
      return { names: [hit.role.name], aliases: hit.role.aliases }
    case 'domain':
      return { names: Object.values(hit.domain.name), aliases: hit.domain.aliases }
    case 'skill':
      return { names: [hit.skill.name], aliases: hit.skill.aliases }
    case 'statement':
      return { names: [], aliases: [] }
  }
}

function textOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'role': {
      const { family, description, levels } = hit.role
      const texts = levels.flatMap(({ focus, stack }) => [...Object.values(focus ?? {}), ...Object.values(stack ?? {})])
      return [family, ...Object.values(description ?? {}), ...texts].join(' ')
    }
    case 'domain':
    case 'skill':
      return ''
    case 'statement':
      return Object.values(hit.skill.statements[hit.proficiency] ?? {}).join(' ')
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
