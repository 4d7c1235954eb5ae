import { z } from 'zod'
import { claimKey } from '../keys.ts'
import type { ClaimStore, StoreOptions } from '../store.ts'
import { parseJson, wholeMilliseconds } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'

/**
 * `until` is when the sweeper may remove it. A claim is free again when the caller's clock or our own says that its
 * lease is over, whichever comes first: so do the claims in Redis.
 */
const Delivery = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('claimed'), lease: z.number(), until: z.number() }),
  z.strictObject({ state: z.literal('done'), until: z.number() }),
])
type Delivery = z.infer<typeof Delivery>

export function createEmbeddedClaims(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): ClaimStore {
  async function find(key: string): Promise<Delivery | null> {
    const text = await disk.get(key)
    if (text === undefined) return null
    const delivery = Delivery.safeParse(parseJson(text))
    if (!delivery.success) {
      await setAside(key, text, 'it is no state of a delivery')
      return null
    }
    return delivery.data.until > Date.now() ? delivery.data : null
  }

  function put(key: string, delivery: Delivery): Promise<void> {
    return disk.write([{ type: 'put', key, value: JSON.stringify(delivery) }])
  }

  return {
    claim(id, now, leaseMs) {
      const key = claimKey(prefix, id)
      return disk.runExclusive(key, async () => {
        const delivery = await find(key)
        if (delivery?.state === 'done') return 'done'
        if (delivery && delivery.lease > now) return 'busy'
        await put(key, { state: 'claimed', lease: now + leaseMs, until: Date.now() + wholeMilliseconds(leaseMs) })
        return 'claimed'
      })
    },
    complete(id, keepMs) {
      const key = claimKey(prefix, id)
      return disk.runExclusive(key, () => put(key, { state: 'done', until: Date.now() + wholeMilliseconds(keepMs) }))
    },
    release(id) {
      const key = claimKey(prefix, id)
      return disk.runExclusive(key, async () => {
        const delivery = await find(key)
        if (delivery?.state === 'claimed') await disk.write([{ type: 'del', key }])
      })
    },
  }
}
