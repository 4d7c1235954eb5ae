import { z } from 'zod'
import { claimKey } from '../keys.ts'
import type { ClaimStore, StoreOptions } from '../store.ts'
import { parseAs, wholeMilliseconds } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { Unwrap } from './quarantine.ts'

/**
 * The state of a delivery. From `until` on, the sweeper may remove it. A claim is free again when either the caller's clock
 * (`lease`) or our own (`until`) says that its lease is over, as in Redis.
 */
const Delivery = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('claimed'), lease: z.number(), until: z.number() }),
  z.strictObject({ state: z.literal('done'), until: z.number() }),
])
type Delivery = z.infer<typeof Delivery>

export function createEmbeddedClaims(disk: Disk, { prefix }: StoreOptions, unwrap: Unwrap): ClaimStore {
  async function read(key: string): Promise<Delivery | null> {
    const text = await disk.get(key)
    if (text === undefined) return null
    const delivery = await unwrap(key, text, parseAs(Delivery, text, 'it is not the state of a delivery'))
    return delivery && delivery.until > Date.now() ? delivery : null
  }

  function put(key: string, delivery: Delivery): Promise<void> {
    return disk.write([{ type: 'put', key, value: JSON.stringify(delivery) }])
  }

  return {
    claim(id, now, leaseMs) {
      const key = claimKey(prefix, id)
      return disk.runExclusive(key, async () => {
        const delivery = await read(key)
        if (delivery?.state === 'done') return 'done'
        if (delivery && delivery.lease > now) return 'busy'
        await put(key, { state: 'claimed', lease: now + leaseMs, until: Date.now() + wholeMilliseconds(leaseMs) })
        return 'claimed'
      })
    },
    complete(id, ttlMs) {
      const key = claimKey(prefix, id)
      return disk.runExclusive(key, () => put(key, { state: 'done', until: Date.now() + wholeMilliseconds(ttlMs) }))
    },
    release(id) {
      const key = claimKey(prefix, id)
      return disk.runExclusive(key, async () => {
        const delivery = await read(key)
        if (delivery?.state === 'claimed') await disk.write([{ type: 'del', key }])
      })
    },
  }
}
