import { LRUCache } from 'lru-cache'
import type { Locale } from '../../i18n/index.ts'

/** Each answer takes some ten kilobytes. */
const MAX_ANSWERS = 500
/** Longer texts are rarely typed twice. */
const MAX_TEXT_LENGTH = 120

export interface AnswerKey {
  /** The version of the catalog; undefined if it is not known, and then nothing is cached. */
  readonly version: string | undefined
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
export function createAnswerCache<Answer extends object>(): AnswerCache<Answer> {
  const answers = new LRUCache<string, Answer>({ max: MAX_ANSWERS })
  const keyOf = ({ version, command, text, locale, variant }: AnswerKey): string =>
    `${version} ${locale} ${variant} ${command} ${text}`
  return {
    get: (key) => (key.version === undefined ? undefined : answers.get(keyOf(key))),
    set(key, answer) {
      if (key.version !== undefined && key.text.length <= MAX_TEXT_LENGTH) answers.set(keyOf(key), answer)
    },
  }
}
