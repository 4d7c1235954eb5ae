/** Errors in the engine's input. Callers translate them: the code says what is wrong, `context` with what. */
export type AssessmentErrorCode = 'bad-role' | 'bad-option' | 'unknown-skill' | 'already-answered' | 'bad-rating'

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
