import type { Rating } from '../../../assessment/index.ts'
import { normalize } from '../../../catalog/index.ts'
import { isHelpRequest, parseNumber } from '../../input.ts'

/** What typed words mean while a question is open. */
export type Typed =
  | { readonly type: 'rating'; readonly rating: Rating | null }
  | { readonly type: 'back' | 'why' | 'pause' | 'cancel' | 'help' | 'resume' | 'finish' }
  | { readonly type: 'evidence'; readonly text: string }

/** Statements are numbered from 1, so 1 is "none yet", and so is 0. */
const NUMBERED: readonly Rating[] = [0, 0, 1, 2, 3, 4]

// Both languages are always taken: people mix them.
const RATING_WORDS: readonly (readonly [Rating, string])[] = [
  [0, 'none|none yet|not yet|never|n|no|nada|ninguno|ninguna|todavia nada|aun nada|nunca'],
  [1, 'awareness|aware|a|nociones|conocimiento|basico'],
  [2, 'working|work|w|trabajo|practica|practico'],
  [3, 'advanced|adv|v|avanzado|avanzada'],
  [4, 'expert|e|experto|experta'],
]

const COMMAND_WORDS = {
  back: 'back|undo|previous|b|atras|anterior|volver|deshacer',
  why: 'why|why this|por que|por que esta',
  pause: 'pause|stop for now|later|pausa|pausar|luego|mas tarde',
  cancel: 'cancel|abort|drop|cancelar|descartar',
  resume: 'resume|continue|go on|continuar|seguir|reanudar',
  finish: 'stop|stop here|finish|done|end|result|parar|parar aqui|terminar|fin|resultado',
} as const

const SKIP_WORDS = 'skip|s|pass|saltar|salta|omitir|paso'

const MEANINGS: ReadonlyMap<string, Typed> = new Map<string, Typed>([
  ...RATING_WORDS.flatMap(([rating, words]) =>
    words.split('|').map((word) => [word, { type: 'rating', rating }] as const),
  ),
  ...SKIP_WORDS.split('|').map((word) => [word, { type: 'rating', rating: null }] as const),
  ...(['back', 'why', 'pause', 'cancel', 'resume', 'finish'] as const).flatMap((type) =>
    COMMAND_WORDS[type].split('|').map((word) => [word, { type }] as const),
  ),
])

/** Reads what was typed at an open question; undefined where it is neither an answer nor a command of the assessment. */
export function typedMeaning(text: string): Typed | undefined {
  const evidence = /^\s*(?:evidence|evidencia)\b[\s:]*([\s\S]*)$/iu.exec(text)
  if (evidence) return { type: 'evidence', text: (evidence[1] ?? '').trim() }
  if (isHelpRequest(text)) return { type: 'help' }
  const number = parseNumber(text)
  if (number === undefined) return MEANINGS.get(normalize(text))
  const rating = NUMBERED[number]
  return rating === undefined ? undefined : { type: 'rating', rating }
}
