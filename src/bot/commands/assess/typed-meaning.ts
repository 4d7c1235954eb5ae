import type { Rating } from '../../../assessment/index.ts'
import { closestNames, DEFAULT_SCALE, normalize, PROFICIENCIES, type Scale, type Step } from '../../../catalog/index.ts'
import type { CommandContext } from '../../command.ts'
import { isHelpRequest, parseNumber, type Vocabulary } from '../../input.ts'
import { asRating, firstNumber, ratingLabel, ratingsOn } from './views/ratings.ts'

// What words mean that are typed while a question of an assessment is open.

/** The meaning of typed words while a question is open. */
export type TypedMeaning =
  | { readonly type: 'rating'; readonly rating: Rating | null }
  | { readonly type: 'back' | 'why' | 'statements' | 'pause' | 'cancel' | 'help' | 'resume' | 'finish' }
  | { readonly type: 'evidence'; readonly text: string }

/** The words for each rating on a scale, normalized: of a step its name in every language, its slug and its letter. */
export function wordsByRating(
  scale: Scale,
  vocabulary: Vocabulary,
): readonly (readonly [ReadonlySet<string>, Rating | null])[] {
  return [
    [vocabulary.words('none'), 0],
    ...scale.steps.map((step) => [stepWords(step, vocabulary), asRating(step.rank)] as const),
    [vocabulary.words('skip'), null],
  ]
}

function stepWords({ slug, name, letter }: Step, vocabulary: Vocabulary): ReadonlySet<string> {
  const own = name === null ? PROFICIENCIES.find((each) => each === slug) : undefined
  if (own) return vocabulary.words(own)
  return new Set([slug, ...Object.values(name ?? {}), ...Object.values(letter ?? {})].map(normalize).filter(Boolean))
}

const COMMAND_WORDS = ['back', 'why', 'statements', 'pause', 'cancel', 'resume', 'finish'] as const

/**
 * Reads typed words; undefined if they are neither an answer nor a command of the assessment. Ratings are on the scale of the open
 * question.
 */
export function parseTypedAnswer(
  text: string,
  vocabulary: Vocabulary,
  scale: Scale = DEFAULT_SCALE,
): TypedMeaning | undefined {
  const evidence = new RegExp(`^\\s*(?:${vocabulary.pattern('evidence')})(?!\\w)[\\s:]*([\\s\\S]*)$`, 'iu').exec(text)
  if (evidence) return { type: 'evidence', text: (evidence[1] ?? '').trim() }
  if (isHelpRequest(text, vocabulary)) return { type: 'help' }
  const number = parseNumber(text)
  if (number !== undefined) {
    // "None yet" is 0, and so is 1 where the statements are numbered from 2.
    const rating = ratingsOn(scale)[Math.max(0, number - firstNumber(scale))]
    return rating === undefined ? undefined : { type: 'rating', rating }
  }
  // A button's label begins with the number of its statement.
  const [, own, label = text] = /^\s*([0-8])\s*·\s*(.+)$/u.exec(text) ?? []
  const word = normalize(label)
  const rated = wordsByRating(scale, vocabulary).find(([words]) => words.has(word))
  if (own !== undefined && rated?.[1] !== Number(own) - firstNumber(scale)) return undefined
  if (rated) return { type: 'rating', rating: rated[1] }
  const command = COMMAND_WORDS.find((list) => vocabulary.words(list).has(word))
  return command && { type: command }
}

/** The answer or command that a typed word is a misspelling of: its name, and what to type for it. */
export function similarWord(
  text: string,
  scale: Scale,
  { vocabulary, t }: CommandContext,
): { readonly name: string; readonly input: string } | undefined {
  const word = normalize(text.slice(0, MAX_SIMILAR_LENGTH))
  if (word.length < MIN_SIMILAR_LENGTH) return undefined
  const command = commandAmong(word.split(' '), vocabulary)
  if (command !== undefined) return { name: command, input: command }
  const ratings = wordsByRating(scale, vocabulary)
  const sets = [...ratings.map(([words]) => words), ...COMMAND_WORDS.map((list) => vocabulary.words(list))]
  const words = sets.flatMap(longWords)
  const closest = words.find((each) => each.startsWith(word)) ?? closestNames(word, words, 1)[0]
  if (closest === undefined) return undefined
  const rating = ratings.find(([each]) => each.has(closest))?.[1]
  if (rating === undefined) return { name: closest, input: closest }
  if (rating === null) return { name: t('assess.skip'), input: closest }
  return { name: ratingLabel(rating, scale, t), input: String(rating + firstNumber(scale)) }
}

/** The commands of an assessment that are understood among words that name nothing: "skip this one". */
const COMMANDS_AMONG_WORDS = ['skip', 'back', 'pause', 'cancel', 'finish'] as const

/** The word of the only command among some words, if the others name nothing. */
function commandAmong(words: readonly string[], vocabulary: Vocabulary): string | undefined {
  if (words.length < 2) return undefined
  const isCommand = (word: string): boolean =>
    word.length >= MIN_SIMILAR_LENGTH && COMMANDS_AMONG_WORDS.some((list) => vocabulary.words(list).has(word))
  const [only, ...more] = words.filter((word) => isCommand(word) || !vocabulary.fillers.has(word))
  return only !== undefined && more.length === 0 && isCommand(only) ? only : undefined
}

/** Shorter words are similar to too many. */
const MIN_SIMILAR_LENGTH = 4
const MAX_SIMILAR_LENGTH = 30

const longWords = (words: ReadonlySet<string>): readonly string[] =>
  [...words].filter((word) => word.length >= MIN_SIMILAR_LENGTH)
