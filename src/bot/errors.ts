import type { MessageKey, Params } from '../i18n/index.ts'
import type { ActionButton } from '../message/index.ts'

/**
 * Something a person can put right: what was wrong and what would be right, as a sentence of the catalogue with its
 * parameters, and the likely remedies as actions. Anything else that is thrown is our fault and is reported with an id.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly key: MessageKey
  readonly params: Params
  readonly actions: readonly ActionButton[]
  /** The field of the form that it is about. */
  readonly field: string | undefined

  constructor(key: MessageKey, params: Params = {}, actions: readonly ActionButton[] = [], field?: string) {
    super(key)
    this.key = key
    this.params = params
    this.actions = actions
    this.field = field
  }
}
