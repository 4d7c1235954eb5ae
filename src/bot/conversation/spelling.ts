import {
  type CatalogIndex,
  countTypos,
  createFuzzyIndex,
  type FuzzyIndex,
  type NamedEntity,
  normalize,
} from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'

// Reads the spelling of chats as the words it stands for, so that phrases and names need to know one spelling only.

/** What tells words from misspelled ones. */
export interface Spelling {
  /**
   * A text with the words that chat spellings ("whats", "u", "xq") and typos in words of questions ("diffrence") stand for. Other words
   * stay as they are typed. `typedAs` has what was typed for each normalized word that stands for another spelling. A word that may be a misspelled name of the catalog is left alone if the name is as near.
   */
  rewrite(
    text: string,
    catalogIndex: CatalogIndex,
  ): { readonly text: string; readonly typedAs: ReadonlyMap<string, string> }
}

export interface SpellingOptions {
  /** The words that a short word may be a typo of: a short typo of any other word may be a name that the catalog does not have. */
  readonly basic: ReadonlySet<string>
  /** Indefinite articles. */
  readonly articles: ReadonlySet<string>
  /** Pairs "spelling = words", the pairs with commas between them. */
  readonly spellings: readonly string[]
  /** The words of questions: of phrases, and those that name nothing. */
  readonly words: Iterable<string>
  readonly isOrdinary: (word: string) => boolean
}

/** Longer texts are left as they are: they are no questions, and each unknown word costs a search. */
const MAX_WORDS = 40
const MAX_WORD_LENGTH = 60

/** The most letters of a short word. */
const MAX_SHORT = 6
/** Shorter words have too many neighbors. */
const MIN_LENGTH = 4

/** The most letters before a slash that are another word: "w/docker". */
const MAX_OPENING = 2

/** What stands for "versus" between two names. */
const ARROW = /[-=–—]{1,3}>{1,2}|→|⇒/gu
const VERSUS = 'versus'

const TOKEN = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}+#]*)$/su

export function createSpelling({ spellings, words, basic, articles, isOrdinary }: SpellingOptions): Spelling {
  const forms = new Map(
    spellings.map((pair) => {
      const [form = '', meaning = ''] = pair.split('=').map((side) => side.trim())
      return [normalize(form), meaning] as const
    }),
  )
  const vocabulary = new Set([...words].flatMap((word) => word.split(' ')))
  let fuzzy: FuzzyIndex | undefined
  const isWord = (key: string): boolean => vocabulary.has(key) || isOrdinary(key)

  /** A word of questions without its last letter if that is typed twice: "holaa". */
  const withoutEcho = (key: string): string | undefined => {
    const single = /(\p{L})\1$/u.test(key) ? key.slice(0, -1) : key
    return single !== key && !isWord(key) && vocabulary.has(single) ? single : undefined
  }

  /** The nearest word of questions, if the typed one is no other word and no nearer name. */
  const corrected = (key: string, catalogIndex: CatalogIndex): string | undefined => {
    if (key.length < MIN_LENGTH || key.includes(' ') || isWord(key) || catalogIndex.search.has(key)) return undefined
    fuzzy ??= createFuzzyIndex([...vocabulary].filter(({ length }) => length >= MIN_LENGTH))
    const candidates = fuzzy
      .search(key, 2)
      .flatMap(({ name }) => ({ name, typos: countTypos(key, name) ?? Number.POSITIVE_INFINITY }))
      .filter(({ name, typos }) => Number.isFinite(typos) && (key.length > MAX_SHORT || basic.has(name)))
      .toSorted((a, b) => a.typos - b.typos || Number(b.name[0] === key[0]) - Number(a.name[0] === key[0]))
    const [nearest] = candidates
    if (!nearest) return undefined
    const [part] = catalogIndex.parse(key, NO_WORDS, isOrdinary)
    if (part === undefined || part.match === 'none') return nearest.name
    return part.match === 'typo' && typosIn(key, part) > nearest.typos ? nearest.name : undefined
  }

  const rewriteWord = (typed: string, catalogIndex: CatalogIndex): string => {
    const [, before = '', body = '', after = ''] = TOKEN.exec(typed) ?? []
    const key = normalize(body)
    // A single capital letter is a letter: "R", or one of a matrix.
    const form = /^\p{Lu}$/u.test(body) ? undefined : forms.get(key)
    if (form !== undefined) return `${before}${form}${after}`
    const owner = /^(.+)['’´`]s$/iu.exec(body)?.[1]
    if (owner !== undefined) return `${before}${owner}${after}`
    const [start = '', rest, ...others] = body.split('/')
    const opening = start.length <= MAX_OPENING ? forms.get(normalize(start)) : undefined
    if (opening !== undefined && rest && others.length === 0) return `${before}${opening} ${rest}${after}`
    if (!isWord(key) && key.endsWith('s') && isName(key.slice(0, -1), catalogIndex) && !isName(key, catalogIndex))
      return `${before}${body.slice(0, -1)}${after}`
    const squeezed = squeeze(key, isWord) ?? withoutEcho(key)
    const word = squeezed ?? corrected(key, catalogIndex)
    return word === undefined ? typed : `${before}${word}${after}`
  }

  return {
    rewrite(text, catalogIndex) {
      const tokens = text.replaceAll(ARROW, ` ${VERSUS} `).split(/(\s+)/u)
      const typedAs = new Map<string, string>()
      if (tokens.length > 2 * MAX_WORDS) return { text, typedAs }
      const isShouted = text === text.toUpperCase()
      const rewrite = (token: string, at: number): string => {
        if (token.trim() === '' || token.length > MAX_WORD_LENGTH) return token
        const key = normalize(token)
        // "DE" may be a Data Engineer, and "de" is "of": then a level or an article stands beside it.
        const isRole =
          !isShouted && (!isWord(key) || isBesideLevel([tokens[at - 2], tokens[at + 2]], catalogIndex, articles))
        const rewritten = (isRole ? roleByInitials(token, catalogIndex) : undefined) ?? rewriteWord(token, catalogIndex)
        if (rewritten !== token) typedAs.set(normalize(rewritten), TOKEN.exec(token)?.[2] ?? token)
        return rewritten
      }
      const words = tokens
        .map(rewrite)
        .map((token, at, all) => (isPluralName(all, at, catalogIndex) ? token.replace(PLURAL, '') : token))
      return { text: words.join(''), typedAs }
    },
  }
}

/** The name of the only role with some initials: "DE". They are capitals in a text that is not all capitals. */
function roleByInitials(token: string, catalogIndex: CatalogIndex): string | undefined {
  const [, before = '', body = '', after = ''] = TOKEN.exec(token) ?? []
  if (!/^\p{Lu}{2,4}$/u.test(body) || isName(normalize(body), catalogIndex)) return undefined
  const [role, ...others] = [...catalogIndex.catalog.roles.values()].filter(
    ({ name }) =>
      name
        .split(/[\s/-]+/u)
        .map(([initial = '']) => initial.toUpperCase())
        .join('') === body,
  )
  return role && others.length === 0 ? `${before}${role.name}${after}` : undefined
}

/** Whether a level stands before or after a word, or an article before it. */
function isBesideLevel(
  [before = '', after = '']: readonly (string | undefined)[],
  catalogIndex: CatalogIndex,
  articles: ReadonlySet<string>,
): boolean {
  const isLevel = (word: string): boolean => {
    const [part] = catalogIndex.parse(word, NO_WORDS)
    return part?.match === 'exact' && part.meanings.every(({ kind }) => kind === 'level')
  }
  return articles.has(normalize(before)) || [before, after].some((word) => word.trim() !== '' && isLevel(word))
}

function isName(key: string, catalogIndex: CatalogIndex): boolean {
  const [part, ...others] = catalogIndex.parse(key, NO_WORDS)
  return part?.match === 'exact' && others.length === 0
}

const NO_WORDS: ReadonlySet<string> = new Set()

/** The ending of a plural, before punctuation. */
const PLURAL = /s(?=[^\p{L}\p{N}]*$)/iu
/** The most words of a name that is looked for in the plural. */
const MAX_NAME_WORDS = 4

/** Whether a token ends a name of several words that is in the plural: "machine learning engineers". Blanks are tokens too. */
function isPluralName(tokens: readonly string[], at: number, catalogIndex: CatalogIndex): boolean {
  const token = tokens[at] ?? ''
  if (token.length <= MIN_LENGTH || token.length > MAX_WORD_LENGTH || !PLURAL.test(token)) return false
  for (let words = 2; words <= MAX_NAME_WORDS && at >= 2 * (words - 1); words += 1) {
    const name = tokens.slice(at - 2 * (words - 1), at + 1).join('')
    if (isName(name, catalogIndex)) return false
    if (isName(name.replace(PLURAL, ''), catalogIndex)) return true
  }
  return false
}

/** A word without letters that are repeated for emphasis ("holaaa", "soooo"); undefined if it has none. */
function squeeze(key: string, isWord: (key: string) => boolean): string | undefined {
  if (!/(\p{L})\1\1/u.test(key)) return undefined
  const ways = ['$1', '$1$1'].map((letters) => key.replaceAll(/(\p{L})\1{2,}/gu, letters))
  return ways.find(isWord) ?? undefined
}

/** The fewest typos that make a typed word a name. */
function typosIn(key: string, { meanings }: NamedPart): number {
  const names = meanings.flatMap(namesOf)
  return Math.min(...names.map((name) => countTypos(key, normalize(name)) ?? Number.POSITIVE_INFINITY))
}

/** All that a thing is called. */
export function namesOf(named: NamedEntity): readonly string[] {
  switch (named.kind) {
    case 'role':
      return [named.role.name, named.role.slug, ...named.role.aliases]
    case 'level':
      return [named.slug, named.name]
    case 'domain':
      return [named.domain.slug, ...Object.values(named.domain.name), ...named.domain.aliases]
    case 'skill':
      return [named.skill.slug, named.skill.name, ...named.skill.aliases]
  }
}
