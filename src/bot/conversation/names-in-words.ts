import { type CatalogIndex, normalize } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Vocabulary } from '../input.ts'
import type { LocatedPart } from './clauses.ts'
import { CUES } from './cues.ts'
import { nearLevel, nearRole, numberedLevel, roleJoined, roleOfDomain } from './near-names.ts'
import type { QuestionWords } from './question-words.ts'
import type { Understanding } from './understand.ts'

/** The names in a question and where they are among its words. Names that are only guessed count if no everyday word may be meant. */
export function namesIn(
  { words, located, isFiller }: QuestionWords,
  understanding: Understanding,
): readonly LocatedPart<NamedPart>[] {
  const { catalogIndex, vocabulary } = understanding
  const bare = vocabulary.phrases.match(words, [], isFiller)
  const inPhrases = new Set(words.filter((_, at) => CUES.some((cue) => bare.covers(cue, at))))
  const nouns = vocabulary.words('levelNouns')
  const levelWords = new Set(
    located.flatMap(({ part, from, to }) =>
      part.match === 'exact' && part.meanings.every(({ kind }) => kind === 'level') ? words.slice(from, to) : [],
    ),
  )
  const parts = located.map(({ part }) => part)
  const hasRole = parts.some(({ match, meanings }) => match === 'exact' && meanings.some(({ kind }) => kind === 'role'))
  const isOfLevels = (word: string): boolean => nouns.has(word) || levelWords.has(word)

  const isGuess = ({ text, match, meanings }: NamedPart, around: readonly string[]): boolean => {
    const keys = normalize(text).split(' ')
    if (match === 'exact') return false
    if (match === 'typo' && isLineWord(keys, catalogIndex)) return true
    // "Cursos" is no typo of Cursor.
    if (match === 'typo' && keys.every((key) => vocabulary.phrases.words.has(key))) return true
    const isLevel = meanings.every(({ kind }) => kind === 'level')
    if (isLevel && [...keys, ...around].some(isOfLevels)) return false
    if (keys.every((key) => isFiller(key) || inPhrases.has(key))) return true
    return (match === 'typo' || keys.length === 1) && keys.every(vocabulary.isOrdinary)
  }

  const nameOf = ({ part, from, to }: LocatedPart, index: number): NamedPart | undefined => {
    const [before, after] = [located[index - 1], located[index + 1]]
    const numbered = numberedLevel(part, before?.part)
    if (numbered) return numbered
    const isOfTools = from < to && words.slice(from, to + 1).every((_, at) => bare.covers('askStack', from + at))
    if (isOfTools && part.meanings.every(({ kind }) => kind === 'domain')) return undefined
    const joined = roleJoined({ part, from, to }, [before, after], words, understanding)
    if (joined) return joined
    const role = nearRole(part, [words.slice(0, from), words.slice(to)], catalogIndex, { levelWords, vocabulary })
    if (!hasRole && role && part.match === 'exact') return role
    const ofDomain = hasRole ? undefined : roleOfDomain(part, parts, catalogIndex)
    if (ofDomain) return ofDomain
    const around = [...words.slice(Math.max(0, from - 2), from), ...words.slice(to, to + 2)]
    if (part.match !== 'none' && !isGuess(part, around)) return part
    return role ?? (around.some(isOfLevels) ? nearLevel(part, catalogIndex) : undefined)
  }

  const names = located.flatMap((entry, index) => {
    const part = nameOf(entry, index)
    return part ? [{ ...entry, part }] : []
  })
  return withoutOwners(names, words, vocabulary)
}

/** Whether an item of a focus or stack has some words as they are. */
function isLineWord(keys: readonly string[], { lines }: CatalogIndex): boolean {
  return lines.find(keys).some((line) => keys.every((key) => line.words.has(key)))
}

/** Leaves out levels that are people ("my lead told me") if another level is named. */
function withoutOwners(
  names: readonly LocatedPart<NamedPart>[],
  words: readonly string[],
  vocabulary: Vocabulary,
): readonly LocatedPart<NamedPart>[] {
  const owners = vocabulary.words('possessives')
  const isLevel = ({ part }: LocatedPart<NamedPart>): boolean => part.meanings.every(({ kind }) => kind === 'level')
  const isOwned = (name: LocatedPart<NamedPart>): boolean => isLevel(name) && owners.has(words[name.from - 1] ?? '')
  const hasOther = names.some((name) => isLevel(name) && !isOwned(name))
  return hasOther ? names.filter((name) => !isOwned(name)) : names
}
