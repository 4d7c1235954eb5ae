import type { HandlerContext } from './context.ts'

/** Longer than an answer usually takes. If a process dies meanwhile, the next delivery of the event goes to another one. */
const LEASE_MS = 30_000
/** Slack repeats an event three times within about six minutes (docs.slack.dev/apis/events-api). */
const DONE_MS = 60 * 60 * 1000

/** The id of an event, the same in each of its deliveries. */
export interface EventDelivery {
  readonly id: string
  /** Whether Slack delivers it again. */
  readonly isRetry: boolean
}

/** A delivery that failed, or is still being handled: it is not acknowledged, so Slack delivers it again. Already reported. */
export class UndeliveredError extends Error {
  override readonly name = 'Undelivered'
  /** Bolt passes on only errors that have a code as they are. */
  readonly code = 'undelivered'
}

/**
 * Handles an event once, however often Slack delivers it. Returns `ignored` for one that was handled before. Throws an Undelivered
 * while another delivery of it is being handled: if that one fails, a later one is handled.
 */
export async function handleOnce<T>(
  claim: string,
  { events, now, report }: Pick<HandlerContext, 'events' | 'now' | 'report'>,
  handle: () => Promise<T>,
): Promise<T | 'ignored'> {
  // Without the store nobody knows whether an event came before; the person is answered all the same.
  const claimed = await events.claim(claim, now(), LEASE_MS).catch((error: unknown) => {
    report('a delivery could not be claimed', { err: error })
    return 'unknown' as const
  })
  if (claimed === 'done') return 'ignored'
  if (claimed === 'busy') throw new UndeliveredError('another delivery of this event is being handled')
  try {
    const result = await handle()
    if (claimed === 'claimed') await events.complete(claim, DONE_MS).catch(() => {})
    return result
  } catch (error) {
    if (claimed === 'claimed') await events.release(claim).catch(() => {})
    throw error
  }
}
