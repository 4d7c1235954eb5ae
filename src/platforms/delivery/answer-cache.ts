import { LRUCache } from 'lru-cache'
import type { Locale } from '../../i18n/index.ts'

/** Each answer takes some ten kilobytes. */
const MAX_ANSWERS = 500
/** Longer texts are rarely typed twice. */
const MAX_TEXT_LENGTH = 120

export interface AnswerKey {
  readonly command: string
  readonly text: string
  readonly locale: Locale
  /** What else the rendered answer depends on, such as whether it has a button to share it. */
  readonly variant: string
}

/** Rendered answers of public commands, the same for everyone. */
export interface AnswerCache<Answer> {
  get(key: AnswerKey): Answer | undefined
  set(key: AnswerKey, answer: Answer): void
}

/** Answers become stale when the catalog changes: its version is a part of each key. */
export function createAnswerCache<Answer extends object>(catalogVersion: () => string): AnswerCache<Answer> {
  const answers = new LRUCache<string, Answer>({ max: MAX_ANSWERS })
  const keyOf = ({ command, text, locale, variant }: AnswerKey): string =>
    `${catalogVersion()} ${locale} ${variant} ${command} ${text}`
  return {
    get: (key) => answers.get(keyOf(key)),
    set(key, answer) {
      if (key.text.length <= MAX_TEXT_LENGTH) answers.set(keyOf(key), answer)
    },
  }
}
