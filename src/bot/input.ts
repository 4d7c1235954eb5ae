import { type CatalogIndex, isDefaultScale, normalize, PROFICIENCIES, type Proficiency } from '../catalog/index.ts'
import type { Languages, WordList } from '../i18n/index.ts'
import type { ChoiceField, FieldOption } from '../message/index.ts'
import type { Classifier } from './conversation/classifier.ts'
import { classifierOf } from './conversation/examples.ts'
import { createPhrases, type Phrases } from './conversation/phrases.ts'
import { createSpelling, type Spelling } from './conversation/spelling.ts'
import { UserError } from './errors.ts'
import type { BotEvent } from './events.ts'

// Validates and normalizes typed text before a command reads it, on every platform: limits its length and replaces invisible
// characters.

/**
 * Most UTF-16 code units of a text; also the smallest limit of a platform on a form field. Parsing a text of this length takes
 * milliseconds (`npm run bench -- texts`).
 */
export const MAX_INPUT_LENGTH = 4000

/** Most words of a text; a ligature such as U+FDFA counts as its four words. */
export const MAX_INPUT_WORDS = 400

/** Names in a catalog are shorter, so longer text has no completion. */
const MAX_COMPLETED_LENGTH = 100

/** Zero-width spaces, the word joiner and the byte order mark: editors and web pages leave them between words. */
const ZERO_WIDTH_SPACE = /[\u180e\u200b\u2060-\u2064\ufeff]/gu

/** Makes text well-formed, with visible spaces. Keeps joiners, because emojis and many scripts need them. */
function normalizeInput(text: string): string {
  return text.toWellFormed().replace(ZERO_WIDTH_SPACE, ' ')
}

/** Normalizes the texts of an event. Throws a UserError, with the field of a form, if a text exceeds a limit. */
export function limitInput(incoming: BotEvent): BotEvent {
  switch (incoming.type) {
    case 'command':
    case 'text':
      return { ...incoming, text: bounded(incoming.text) }
    case 'form':
      return { ...incoming, values: mapValues(incoming.values, bounded) }
    case 'autocomplete': {
      const short = (value: string): string => normalizeInput(value.slice(0, MAX_COMPLETED_LENGTH))
      return { ...incoming, typed: short(incoming.typed), options: mapValues(incoming.options, short) }
    }
    case 'action':
    case 'home':
      return incoming
  }
}

function mapValues(
  values: Readonly<Record<string, string>>,
  change: (value: string, name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]))
}

function bounded(text: string, field?: string): string {
  if (text.length > MAX_INPUT_LENGTH) {
    throw new UserError('error.input.long', { length: text.length, most: MAX_INPUT_LENGTH }, [], field)
  }
  const input = normalizeInput(text)
  const words = normalize(input).split(' ').length
  if (words > MAX_INPUT_WORDS) throw new UserError('error.input.words', { words, most: MAX_INPUT_WORDS }, [], field)
  return input
}

/** Truncates a text to `most` UTF-16 code units, or one less to keep a surrogate pair whole, and says whether it was cut. */
export function truncateInput(text: string, most: number): { readonly text: string; readonly isCut: boolean } {
  const isCut = text.length > most
  return { text: normalizeInput(isCut ? text.slice(0, most).replace(/[\ud800-\udbff]$/u, '') : text), isCut }
}

/** A URL with the parentheses around it. */
const URL_PATTERN = /\(?\bhttps?:\/\/[^\s)]+\)?/giu

/** Removes URLs, which name nothing in a catalog. */
export function stripUrls(text: string): string {
  return text.replace(URL_PATTERN, ' ')
}

/** Whether a text asks for help: "help", "Help!", "--help", "—help", "-h", "?", "¿help?". */
export function isHelpRequest(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.words('help').has(normalize(text)) || /^\s*(?:-h|[?¿]{1,3})\s*$/u.test(text)
}

/**
 * Parses a whole number: `3`, `3.`, `3)`, `#3`, full-width, circled and keycap digits, and `:three:`. Undefined for any other text,
 * such as "-1" or "1/2", and for more than six digits.
 */
export function parseNumber(text: string): number | undefined {
  const plain =
    text.length > 40
      ? ''
      : text
          .normalize('NFKC')
          .replace(/[\ufe0f\u20e3\u200d]/gu, '')
          .trim()
          .toLowerCase()
  const named = EMOJI_NUMBERS.get(plain)
  if (named !== undefined) return named
  const digits = /^#?\s?(\d{1,6})[.)]?$/u.exec(plain)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The option of a choice that a text names: its number, its label or one of its words. */
export function optionNamed(text: string, { options }: ChoiceField): FieldOption | undefined {
  const number = parseNumber(text)
  if (number !== undefined) return options[number - 1]
  const word = normalize(text)
  return options.find(({ label, words }) => words?.has(word) || normalize(label) === word)
}

const EMOJI_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (name, number) => [`:${name}:`, number] as const,
  ),
  [':keycap_ten:', 10],
  ['🔟', 10],
])

/** The words that people type. They may be of any language, whatever language the answer has. */
export interface Vocabulary {
  /** The words of a list, normalized. */
  readonly words: (list: WordList) => ReadonlySet<string>
  /** The source of a regular expression that matches any word of a list. */
  readonly pattern: (list: WordList) => string
  /** The proficiencies by normalized name, in every language. */
  readonly proficiencies: ReadonlyMap<string, Proficiency>
  /** The normalized words that name nothing by themselves: fillers and connectives. */
  readonly fillers: ReadonlySet<string>
  /** Reads questions by examples of others. */
  readonly classifier: Classifier
  /** The phrases that questions are recognized by. */
  readonly phrases: Phrases
  /** Chat spellings and typos in words of questions. */
  readonly spelling: Spelling
  /** Whether a normalized word is an everyday word of a language. The first call reads the lists of words. */
  readonly isOrdinary: (word: string) => boolean
}

/** The lists of the words that nearly every question has. */
const BASIC_LISTS = [
  'connectives',
  'questionWords',
  'auxiliaries',
  'levelNouns',
  'questionNouns',
  'needVerbs',
  'prepositions',
] as const satisfies readonly WordList[]

/** The step that a normalized word names on the scale of the catalog, or of one of its skills. */
export function proficiencyNamed(
  word: string,
  catalogIndex: CatalogIndex,
  vocabulary: Pick<Vocabulary, 'proficiencies'>,
): Proficiency | undefined {
  const own = isDefaultScale(catalogIndex.catalog.scale) ? vocabulary.proficiencies.get(word) : undefined
  return own ?? catalogIndex.stepNames().get(word)
}

export function createVocabulary({ byLocale }: Pick<Languages, 'byLocale'>): Vocabulary {
  const written = (list: WordList): readonly string[] =>
    [...byLocale.values()].flatMap(({ vocabulary }) => vocabulary[list].split(',').map((word) => word.trim()))
  const normalized = new Map<WordList, ReadonlySet<string>>()
  let ordinary: ReadonlySet<string> | undefined
  const isOrdinary = (word: string): boolean => {
    ordinary ??= new Set([...byLocale.values()].flatMap(({ ordinaryWords }) => ordinaryWords?.() ?? []).map(normalize))
    return ordinary.has(word)
  }
  const fillers = new Set([...written('fillers'), ...written('connectives')].map(normalize))
  const proficiencies = new Map(
    PROFICIENCIES.flatMap((proficiency) => [
      [proficiency, proficiency] as const,
      ...[...byLocale.values()].map(
        ({ messages }) => [normalize(messages[`proficiency.${proficiency}`]), proficiency] as const,
      ),
    ]),
  )
  // Compiling the phrases takes longer than most answers, and only questions in plain words need them.
  let phrases: Phrases | undefined
  let spelling: Spelling | undefined
  return {
    fillers,
    get classifier() {
      return classifierOf(byLocale)
    },
    get phrases() {
      phrases ??= createPhrases(byLocale.values())
      return phrases
    },
    get spelling() {
      spelling ??= createSpelling({
        spellings: written('spellings'),
        articles: this.words('articles'),
        basic: new Set(BASIC_LISTS.flatMap((list) => [...this.words(list)])),
        words: [...this.phrases.words, ...fillers, ...proficiencies.keys()],
        isOrdinary,
      })
      return spelling
    },
    isOrdinary,
    words(list) {
      const words = normalized.get(list) ?? new Set(written(list).map(normalize))
      normalized.set(list, words)
      return words
    },
    pattern: (list) =>
      written(list)
        .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
        .join('|'),
    proficiencies,
  }
}
