/**
 * What can be wrong with what the engine is given. The words are the caller's to translate: a code says what
 * happened, `context` says to what.
 */
export type AssessmentErrorCode = 'bad-role' | 'unknown-skill' | 'already-answered' | 'bad-rating'

export class AssessmentError extends Error {
  override readonly name = 'AssessmentError'
  readonly code: AssessmentErrorCode
  readonly context: Readonly<Record<string, unknown>>

  constructor(code: AssessmentErrorCode, message: string, context: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.context = context
  }
}
