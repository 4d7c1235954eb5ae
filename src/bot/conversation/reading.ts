import {
  type CatalogIndex,
  type LevelLine,
  type NamedEntity,
  normalize,
  type Proficiency,
} from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import { proficiencyNamed } from '../input.ts'
import type { LocatedPart } from './clauses.ts'
import { CUES } from './cues.ts'
import { linesOf, linesOfAlias, pairsOfLetters } from './line-words.ts'
import type { CueMatches, NamedWords } from './phrases.ts'
import type { QuestionWords } from './question-words.ts'
import type { Understanding } from './understand.ts'

/** A question as its words, phrases and names, from which the rules tell what it asks for. */
export interface Reading {
  readonly cues: CueMatches
  readonly words: readonly string[]
  readonly named: readonly NamedPart[]
  readonly proficiencies: readonly Proficiency[]
  /** Words that are no names, no part of a phrase and no fillers, as typed. */
  readonly content: readonly string[]
  /** Whether a word names nothing by itself or is part of a phrase. */
  readonly isNoName: (word: string) => boolean
  readonly isOrdinary: (raw: string) => boolean
  /** Whether a word, as typed, is what someone needs or knows: it stands beside such a verb. */
  readonly isObject: (raw: string) => boolean
  /** The words for roles: "jobs", "who". */
  readonly roleWords: ReadonlySet<string>
  /** Whether it asks who uses something, rather than who is good at it. */
  readonly isUsed: boolean
  /** Words that name a proficiency and are used of work in general. */
  readonly workWords: ReadonlySet<string>
  /** Whether it begins as a question does that is answered by yes or no: "do", "must". */
  readonly isYesOrNo: boolean
  /** Whether the text asks or demands anything. */
  readonly isQuestion: boolean
  /** Whether it has a word such as "what" or "how". */
  readonly hasQuestionWord: boolean
  /** The items of focus and stack that have the words that are no names. */
  readonly lines: readonly LevelLine[]
  /** The items that have the word for the only name, which is another word for a skill: "qdrant". */
  readonly aliasLines: readonly LevelLine[]
  readonly catalogIndex: CatalogIndex
}

/** What a reading has, for the rules. */
export interface Case extends Reading {
  readonly kinds: ReadonlySet<NamedEntity['kind']>
  readonly hasSubject: boolean
  /** How many levels are named. */
  readonly levels: number
  readonly isBusy: boolean
  readonly isInCatalog: boolean
}

/** Reads the phrases of a question beside its names. `tokens` are what examples are compared with. */
export function readingOf(
  question: QuestionWords,
  names: readonly LocatedPart<NamedPart>[],
  understanding: Understanding,
): { readonly reading: Reading; readonly tokens: readonly string[] } {
  const { words, asks, isFiller } = question
  const { catalogIndex, vocabulary } = understanding
  const named = names.map(({ part }) => part)
  const spans = spansOf(names, words, understanding)
  const cues = vocabulary.phrases.match(words, spans, isFiller)
  // A role that the ladder may not have is no phrase: its words are left out like other names that nobody knows.
  const inAnyPhrase = (at: number): boolean => CUES.some((cue) => cue !== 'askOtherRole' && cues.covers(cue, at))
  const covered = new Set(words.filter((_, at) => inAnyPhrase(at)))
  const isNoName = (word: string): boolean => isFiller(word) || covered.has(word)
  const isOrdinary = (raw: string): boolean => vocabulary.isOrdinary(normalize(raw))
  const content = contentOf(question, names, { isNoName, isOrdinary }, understanding)
  const needVerbs = vocabulary.words('needVerbs')
  return {
    tokens: vocabulary.phrases.tokensOf(words, spans),
    reading: {
      cues,
      words,
      named,
      proficiencies: words.flatMap((word) => proficiencyNamed(word, catalogIndex, vocabulary) ?? []),
      content,
      isNoName,
      isOrdinary,
      isObject(raw) {
        const at = words.indexOf(normalize(raw).split(' ')[0] ?? '')
        return at >= 0 && [words[at - 1], words[at + 1]].some((word) => word !== undefined && needVerbs.has(word))
      },
      roleWords: vocabulary.words('roleWords'),
      isUsed: words.some((word) => vocabulary.words('useVerbs').has(word)),
      workWords: vocabulary.words('workWords'),
      isYesOrNo: vocabulary.words('auxiliaries').has(words[0] ?? ''),
      isQuestion: asks,
      hasQuestionWord: words.some((word) => vocabulary.words('questionWords').has(word)),
      lines: linesOf(content, named, catalogIndex),
      aliasLines: linesOfAlias(named, catalogIndex),
      catalogIndex,
    },
  }
}

/** The words, as typed, that are no names, no part of a phrase and no fillers. */
function contentOf(
  { text, words, clauses, asks }: QuestionWords,
  names: readonly LocatedPart<NamedPart>[],
  { isNoName, isOrdinary }: Pick<Reading, 'isNoName' | 'isOrdinary'>,
  { catalogIndex, vocabulary }: Understanding,
): readonly string[] {
  const inNames = new Set(names.flatMap(({ from, to }) => words.slice(from, to)))
  const isContent = (raw: string): boolean =>
    !normalize(raw)
      .split(' ')
      .every(
        (word) => isNoName(word) || inNames.has(word) || proficiencyNamed(word, catalogIndex, vocabulary) !== undefined,
      )
  // Words that the texts of the ladder have may be what a question with no names is about.
  const isChatter = (raw: string): boolean =>
    isOrdinary(raw) && (names.length > 0 || !catalogIndex.search.has(normalize(raw)))
  const singles = clauses.flatMap(({ parts, isQuestion }) =>
    parts.flatMap((part) => {
      const raw = part.text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '')
      // Everyday words of a sentence that asks nothing are no part of the question.
      return !isContent(raw) || (asks && !isQuestion && isChatter(raw)) ? [] : [raw]
    }),
  )
  return [...singles, ...pairsOfLetters(text, catalogIndex)]
}

function spansOf(
  names: readonly LocatedPart<NamedPart>[],
  words: readonly string[],
  { catalogIndex, vocabulary }: Understanding,
): readonly NamedWords[] {
  const spans = names.map(
    ({ part, from, to }): NamedWords => ({ from, to, kinds: new Set(part.meanings.map(({ kind }) => kind)) }),
  )
  const starts = new Set(spans.map(({ from }) => from))
  const steps = words.flatMap((word, from): readonly NamedWords[] =>
    proficiencyNamed(word, catalogIndex, vocabulary) !== undefined && !starts.has(from)
      ? [{ from, to: from + 1, kinds: new Set(['proficiency']) }]
      : [],
  )
  return [...spans, ...steps]
}
