import { AsyncLocalStorage } from 'node:async_hooks'

/** Where a delivery came from: what an operator needs to find the person and the delivery. */
export interface DeliveryOrigin {
  readonly platform: string
  readonly workspace: string | undefined
  readonly user: string | undefined
  /** The platform's id of the delivery. */
  readonly delivery: string | undefined
}

// Follows the work of a delivery through its promises, so that log calls need not pass the origin. Never stale: it ends with that
// work.
const origins = new AsyncLocalStorage<DeliveryOrigin>()

/** Runs the work of a delivery. Every line logged in it, however deep, names the origin. */
export function withOrigin<T>(origin: DeliveryOrigin, work: () => T): T {
  return origins.run(origin, work)
}

/** The origin of the current delivery; undefined outside of one. */
export function currentOrigin(): DeliveryOrigin | undefined {
  return origins.getStore()
}
