import type { DeliveryResult } from '../../../runtime/metrics.ts'
import type { HandlerDeps } from './deps.ts'

/** Longer than any answer takes. If a process dies meanwhile, the next delivery of the event is handled. */
const LEASE_MS = 30_000
/** Discord repeats events within minutes. */
export const DONE_MS = 60 * 60 * 1000

interface Delivery {
  /** The kind in the metrics. */
  readonly kind: string
  /** What the log says if the work rejects, and its details. */
  readonly problem: string
  readonly details?: object
}

/** Does the work of a delivery and counts it. Never rejects: an error is reported. */
export async function recordDelivery(
  { metrics, now, report }: Pick<HandlerDeps, 'metrics' | 'now' | 'report'>,
  { kind, problem, details }: Delivery,
  work: () => Promise<DeliveryResult>,
): Promise<void> {
  const from = now()
  let result: DeliveryResult = 'failed'
  try {
    result = await work()
  } catch (error) {
    report(problem, { ...details, err: error })
  }
  metrics.recordDelivery({ platform: 'discord', kind, result, seconds: (now() - from) / 1000 })
}

/**
 * Handles an event once, although overlapping shards may both deliver it. Returns `ignored` if it was handled before or is being
 * handled. Without the store the event is handled all the same: an answer too many is better than none.
 */
export async function handleOnce(
  { claims, now, report }: Pick<HandlerDeps, 'claims' | 'now' | 'report'>,
  id: string,
  handle: () => Promise<DeliveryResult>,
): Promise<DeliveryResult> {
  const claim = `discord/${id}`
  const claimed = await claims.claim(claim, now(), LEASE_MS).catch((error: unknown) => {
    report('a delivery could not be claimed', { err: error })
    return 'unknown' as const
  })
  if (claimed === 'busy' || claimed === 'done') return 'ignored'
  try {
    const result = await handle()
    if (claimed === 'claimed') await claims.complete(claim, DONE_MS).catch(() => undefined)
    return result
  } catch (error) {
    if (claimed === 'claimed') await claims.release(claim).catch(() => undefined)
    throw error
  }
}
