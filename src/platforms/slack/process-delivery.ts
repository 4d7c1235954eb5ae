import type { App, ReceiverEvent } from '@slack/bolt'

/** A delivery failed, or another process handles it. It is not acknowledged, so Slack repeats it. Already reported. */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError'
  /** Bolt wraps errors without a code. */
  readonly code = 'undelivered'

  constructor() {
    super('the delivery was not handled')
  }
}

export interface ReceivedDelivery {
  readonly body: Readonly<Record<string, unknown>>
  readonly retry: Pick<ReceiverEvent, 'retryNum' | 'retryReason'>
  readonly ackTimeoutMs: number
  /** Called at most once. */
  readonly acknowledge: (answer: unknown) => Promise<void>
  /** Tells Slack that the delivery failed or is late. May be called more than once, and after `acknowledge`. */
  readonly fail: () => void
  readonly report: (problem: string, details?: object) => void
}

/** Lets Bolt handle a delivery. Never rejects. */
export async function processDelivery(
  app: App | undefined,
  { body, retry, ackTimeoutMs, acknowledge, fail, report }: ReceivedDelivery,
): Promise<void> {
  const isEvent = body['type'] === 'event_callback'
  let isAcknowledged = false
  const acknowledgeOnce = async (answer?: unknown): Promise<void> => {
    if (isAcknowledged) return
    isAcknowledged = true
    await acknowledge(answer)
  }
  const timer = setTimeout(() => {
    if (isAcknowledged) return
    // Slack repeats an event, and by then this one is done or failed. For a command or a button, Slack shows the person an error.
    if (!isEvent) report('a delivery was not acknowledged in time', { type: body['type'] ?? body['command'] })
    fail()
  }, ackTimeoutMs)
  try {
    await app?.processEvent({
      body,
      ...retry,
      // An event is acknowledged after its answer: if this process dies before that, Slack sends it to another one.
      ack: (answer?: unknown) => (isEvent ? Promise.resolve() : acknowledgeOnce(answer)),
    })
    // Also if there is no handler: Slack must not repeat it.
    await acknowledgeOnce()
  } catch (error) {
    if (!(error instanceof UndeliveredError)) report('a delivery failed', { err: error })
    fail()
  } finally {
    clearTimeout(timer)
  }
}
