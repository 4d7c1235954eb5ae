import { setTimeout as sleep } from 'node:timers/promises'
import type { DeliveryResult, Metrics } from '../../runtime/metrics.ts'
import type { ClaimStore } from '../../store/store.ts'

/** Longer than an answer usually takes. If a process dies meanwhile, the next delivery of the event goes to another one. */
const LEASE_MS = 30_000
/** Longer than any platform repeats an event, which one does for about six minutes (docs.slack.dev/apis/events-api). */
const DONE_MS = 60 * 60 * 1000
/** How often a claim is tried again while another delivery holds it. */
const BUSY_POLL_MS = 100

export interface DelivererDeps {
  /** The platform's id, for the metrics. */
  readonly platform: string
  readonly claims: ClaimStore
  readonly metrics: Pick<Metrics, 'recordDelivery'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

export interface Delivery {
  /** What was delivered, for the metrics: "command", "reaction". */
  readonly kind: string
  /**
   * The same each time the platform delivers this event, and different from the ids of all other platforms: "platform/T1/Ev1". Left out
   * if the platform never repeats it.
   */
  readonly id?: string | undefined
}

/** Handles the deliveries of one platform. */
export interface Deliverer {
  /**
   * Handles a delivery: claims its id, does the work, counts the result with its duration, and marks the id as done. `work` tells the
   * person of its own failures and returns how it ended; if it throws, the claim is released and the error reported.
   *
   * Never rejects. Resolves with `redeliver` if the platform should deliver the event again: the work threw, or another process has
   * claimed the event and may still fail. An event that is done already counts as ignored.
   */
  deliver(delivery: Delivery, work: () => Promise<DeliveryResult>): Promise<'handled' | 'redeliver'>
  /**
   * Claims an event for work that decides by itself what counts as handled, such as a form that may be refused. While another delivery
   * holds it, tries again for `waitMs`. If the store is unavailable, counts as claimed: the person is answered, perhaps twice. Never
   * rejects.
   */
  claim(id: string, waitMs?: number): Promise<Claim>
  /**
   * Runs the tasks of one user one after the other, in the order of the calls. Meant for the bot's part of a delivery: sending the
   * answer is left out of it, so that a slow platform does not hold up the user's next button.
   */
  inOrder<T>(user: string, task: () => Promise<T>): Promise<T>
  /** Resolves when no user has a task left. */
  whenIdle(): Promise<void>
}

export function createDeliverer({ platform, claims, metrics, now, report }: DelivererDeps): Deliverer {
  const queue = createKeyedQueue()

  const claimEvent = async (id: string, waitMs = 0): Promise<Claim> => {
    for (const start = now(); ; await sleep(BUSY_POLL_MS)) {
      try {
        const status = await claims.claim(id, now(), LEASE_MS)
        if (status === 'busy' && now() - start < waitMs) continue
        return {
          status,
          // If the store fails here, the lease ends by itself.
          complete: () => claims.complete(id, DONE_MS).catch(() => undefined),
          release: () => claims.release(id).catch(() => undefined),
        }
      } catch (error) {
        report('a delivery could not be claimed', { err: error })
        return UNCLAIMED
      }
    }
  }

  return {
    async deliver({ kind, id }, work) {
      const start = now()
      const count = (result: DeliveryResult): void =>
        metrics.recordDelivery({ platform, kind, result, seconds: (now() - start) / 1000 })
      const claim = id === undefined ? UNCLAIMED : await claimEvent(id)
      if (claim.status !== 'claimed') {
        count('ignored')
        return claim.status === 'done' ? 'handled' : 'redeliver'
      }
      try {
        const result = await work()
        await claim.complete()
        count(result)
        return 'handled'
      } catch (error) {
        await claim.release()
        count('failed')
        report('a person could not be answered', { kind, err: error })
        return 'redeliver'
      }
    },
    claim: claimEvent,
    inOrder: (user, task) => queue.run(user, task),
    whenIdle: () => queue.whenIdle(),
  }
}

/** The claim of one delivery on its event. */
export interface Claim {
  /** `busy`: another delivery of the event is being handled. `done`: one has been handled. */
  readonly status: 'claimed' | 'busy' | 'done'
  /** Marks the event as handled. Never rejects. */
  complete(): Promise<void>
  /** Lets another delivery of the event be handled. Never rejects. */
  release(): Promise<void>
}

const UNCLAIMED: Claim = { status: 'claimed', complete: () => Promise.resolve(), release: () => Promise.resolve() }

/** Resolves as the promise does, or with undefined after `timeoutMs`. */
export function withTimeout<T extends object>(promise: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), timeoutMs)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}

/** Runs the tasks of one key in order, and those of different keys in parallel. */
export interface KeyedQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting or running. */
  whenIdle(): Promise<void>
}

export function createKeyedQueue(): KeyedQueue {
  const lastByKey = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const previous = lastByKey.get(key) ?? Promise.resolve()
      const result = previous.then(task, task)
      lastByKey.set(key, result)
      const forget = (): void => {
        if (lastByKey.get(key) === result) lastByKey.delete(key)
      }
      result.then(forget, forget)
      return result
    },
    async whenIdle() {
      while (lastByKey.size > 0) await Promise.allSettled(lastByKey.values())
    },
  }
}
