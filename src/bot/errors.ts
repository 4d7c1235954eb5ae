import type { MessageKey, Params } from '../i18n/index.ts'
import type { ActionButton } from '../message/index.ts'
import type { AnswerFacts } from './events.ts'

/**
 * An error that the person can correct: a message that says what is wrong, and buttons with likely remedies. Any other error is
 * internal and is logged with an id.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly key: MessageKey
  readonly params: Params
  readonly actions: readonly ActionButton[]
  /** The form field with the error. */
  readonly field: string | undefined

  /** `info` for a question back, where nothing is wrong. */
  readonly tone: 'error' | 'info'

  /** What a question without an answer is about, as data. */
  facts: AnswerFacts | undefined

  constructor(
    key: MessageKey,
    params: Params = {},
    actions: readonly ActionButton[] = [],
    field?: string,
    tone: 'error' | 'info' = 'error',
  ) {
    super(key)
    this.key = key
    this.params = params
    this.actions = actions
    this.field = field
    this.tone = tone
  }

  /** Adds what the question is about. Returns the same error. */
  withFacts(facts: AnswerFacts): this {
    this.facts = facts
    return this
  }
}
