import MiniSearch from 'minisearch'
import { type Catalog, CONTENT_LOCALES, type Domain, type Role, type Skill } from './model.ts'
import { normalize } from './names.ts'
import { PROFICIENCIES, type Proficiency } from './proficiency.ts'

/** One result of a search, best first in a list of them. */
export type Hit =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'skill'; readonly skill: Skill }
  | { readonly kind: 'statement'; readonly skill: Skill; readonly proficiency: Proficiency }

export interface CatalogSearch {
  /**
   * At most `most` hits. Those with every word come alone where there are any; else, unless `everyWord` is asked for, those
   * with some. `within` limits them to one role's domains, skills and statements.
   */
  find(text: string, most: number, options?: SearchOptions): readonly Hit[]
}

export interface SearchOptions {
  readonly within?: Role
  readonly everyWord?: boolean
}

interface Entry {
  readonly id: number
  readonly name: string
  readonly aliases: string
  readonly text: string
}

/** A name found counts more than the same word in an alias, and that more than in running text. */
const BOOST = { name: 4, aliases: 3, text: 1 }

/** More words than this are not a search; the first ones decide. */
const MAX_WORDS = 16
const MAX_SIGNS = 1000

/** No language's words are longer; matching one letter by letter would only cost time and memory. */
const MAX_WORD_LENGTH = 40

/** More slips than these make another word of a long one, and looking for them takes time with every one allowed. */
const MAX_SLIPS = 3

/** Full-text search over roles, domains, skills and statements in every language, tolerant of typos and unfinished words. */
export function buildSearch(catalog: Catalog): CatalogSearch {
  const hits: Hit[] = []
  const entries: Entry[] = []
  const byName = new Map<string, number[]>()
  const add = (hit: Hit, names: readonly string[], aliases: readonly string[], text: string): void => {
    const id = hits.length
    entries.push({ id, name: names.join(' '), aliases: aliases.join(' '), text })
    hits.push(hit)
    for (const key of new Set([...names, ...aliases].map(normalize))) byName.set(key, [...(byName.get(key) ?? []), id])
  }
  for (const role of catalog.roles.values()) {
    const texts = role.levels.flatMap((level) => [...Object.values(level.focus), ...Object.values(level.stack)])
    add(
      { kind: 'role', role },
      [role.name],
      role.aliases,
      [role.family, ...Object.values(role.description), ...texts].join(' '),
    )
  }
  for (const domain of catalog.domains.values()) {
    add(
      { kind: 'domain', domain },
      CONTENT_LOCALES.flatMap((locale) => domain.name[locale] ?? []),
      domain.aliases,
      '',
    )
  }
  for (const skill of catalog.skills.values()) {
    add({ kind: 'skill', skill }, [skill.name], skill.aliases, '')
    for (const proficiency of PROFICIENCIES) {
      const texts = CONTENT_LOCALES.map((locale) => skill.statements[proficiency][locale] ?? '')
      add({ kind: 'statement', skill, proficiency }, [], [], texts.join(' '))
    }
  }

  const index = new MiniSearch<Entry>({
    fields: ['name', 'aliases', 'text'],
    tokenize: (text) => normalize(text).split(' '),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: BOOST,
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
      maxFuzzy: MAX_SLIPS,
    },
  })
  index.addAll(entries)

  return {
    find(text, most, { within, everyWord = false } = {}) {
      const words = normalize(text.slice(0, MAX_SIGNS))
        .split(' ')
        .filter((word) => word.length <= MAX_WORD_LENGTH)
        .slice(0, MAX_WORDS)
        .join(' ')
      if (words === '') return []
      const filter = within ? (found: { id: number }) => belongsTo(hits[found.id], within) : () => true
      const all = index.search(words, { combineWith: 'AND', filter })
      const ranked = all.length > 0 || everyWord ? all : index.search(words, { combineWith: 'OR', filter })
      // What is called exactly this comes first, whatever the words weigh.
      const named = (byName.get(words) ?? []).filter((id) => filter({ id }))
      const ids = new Set([...named, ...ranked.map((found) => Number(found.id))])
      return [...ids].slice(0, most).flatMap((id) => hits[id] ?? [])
    },
  }
}

function belongsTo(hit: Hit | undefined, role: Role): boolean {
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
