/** A delivery that failed or that another process handles: it is not acknowledged, so Slack repeats it. Already reported. */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError'
  /** Bolt wraps errors without a code. */
  readonly code = 'undelivered'

  constructor() {
    super('the delivery was not handled')
  }
}
