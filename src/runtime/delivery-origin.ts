import { AsyncLocalStorage } from 'node:async_hooks'

/** Where a delivery came from: what an operator needs to find the person and the delivery again. */
export interface DeliveryOrigin {
  readonly platform: string
  readonly workspace: string | undefined
  readonly user: string | undefined
  /** The platform's id of the delivery. */
  readonly delivery: string | undefined
}

// Follows the work of a delivery through its promises, so that no line about it has to be handed its origin. Never stale: it ends
// with that work.
const origins = new AsyncLocalStorage<DeliveryOrigin>()

/** Does the work of a delivery. Every line that is logged meanwhile, however deep, names the origin. */
export function withOrigin<T>(origin: DeliveryOrigin, work: () => T): T {
  return origins.run(origin, work)
}

/** The origin of the delivery that is being worked on; undefined outside of one. */
export function currentOrigin(): DeliveryOrigin | undefined {
  return origins.getStore()
}
