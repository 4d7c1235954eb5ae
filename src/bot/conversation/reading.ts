import type { CatalogIndex, LevelLine, NamedEntity, Proficiency } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { CueMatches } from './phrases.ts'

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
