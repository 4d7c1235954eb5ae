import type { Rating } from '../../../assessment/index.ts'
import { normalize } from '../../../catalog/index.ts'
import type { WordList } from '../../../i18n/index.ts'
import { isHelpRequest, parseNumber } from '../../input.ts'
import type { Vocabulary } from '../../vocabulary.ts'

/** What typed words mean while a question is open. */
export type TypedMeaning =
  | { readonly type: 'rating'; readonly rating: Rating | null }
  | { readonly type: 'back' | 'why' | 'pause' | 'cancel' | 'help' | 'resume' | 'finish' }
  | { readonly type: 'evidence'; readonly text: string }

/** Statements are numbered from 1, so 1 is "none yet", and so is 0. */
const NUMBERED: readonly Rating[] = [0, 0, 1, 2, 3, 4]

const RATING_WORDS: readonly (readonly [WordList, Rating | null])[] = [
  ['none', 0],
  ['awareness', 1],
  ['working', 2],
  ['advanced', 3],
  ['expert', 4],
  ['skip', null],
]

const COMMAND_WORDS = ['back', 'why', 'pause', 'cancel', 'resume', 'finish'] as const

/** Reads what was typed at an open question; undefined where it is neither an answer nor a command of the assessment. */
export function parseTypedAnswer(text: string, vocabulary: Vocabulary): TypedMeaning | undefined {
  const evidence = new RegExp(`^\\s*(?:${vocabulary.pattern('evidence')})(?!\\w)[\\s:]*([\\s\\S]*)$`, 'iu').exec(text)
  if (evidence) return { type: 'evidence', text: (evidence[1] ?? '').trim() }
  if (isHelpRequest(text, vocabulary)) return { type: 'help' }
  const number = parseNumber(text)
  if (number !== undefined) {
    const rating = NUMBERED[number]
    return rating === undefined ? undefined : { type: 'rating', rating }
  }
  const word = normalize(text)
  const rated = RATING_WORDS.find(([list]) => vocabulary.words(list).has(word))
  if (rated) return { type: 'rating', rating: rated[1] }
  const command = COMMAND_WORDS.find((list) => vocabulary.words(list).has(word))
  return command && { type: command }
}
