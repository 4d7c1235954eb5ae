import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { claimKey } from '../keys.ts'
import type { ClaimStore, StoreOptions } from '../store.ts'
import { wholeMilliseconds } from '../validation.ts'
import type { Connection } from './connection.ts'
import { type Asides, MOST_CLEARINGS } from './quarantine.ts'

const Claim = z.union([z.tuple([z.enum(['claimed', 'busy', 'done'])]), z.tuple([z.literal('odd'), z.string()])])

/**
 * A claim is a text with an end in the caller's time, under a key that expires: it is free again when the caller's clock
 * or the server's says so, whichever comes first. It names the process that made it, so that one whose lease ran out
 * does not release the claim of the process that took over.
 */
export function createRedisClaims({ call, script }: Connection, { prefix }: StoreOptions, asides: Asides): ClaimStore {
  const claimer = randomBytes(6).toString('base64url')

  return {
    async claim(id, now, leaseMs) {
      const key = claimKey(prefix, id)
      const lease = wholeMilliseconds(leaseMs)
      for (let clearing = 0; clearing < MOST_CLEARINGS; clearing++) {
        const reply = await asides.guarding([[key, 'string']], null, () =>
          script('rungClaimEvent', [key], [now, lease, now + lease, claimer]),
        )
        const [state, odd] = Claim.parse(reply)
        if (state !== 'odd') return state
        await asides.text(key, null, odd, 'it is no state of a delivery')
      }
      throw new Error(`${key} keeps holding what cannot be read`)
    },

    async complete(id, keepMs) {
      await call((client) => client.set(claimKey(prefix, id), 'done', 'PX', wholeMilliseconds(keepMs)))
    },

    async release(id) {
      const key = claimKey(prefix, id)
      await asides.guarding([[key, 'string']], null, () => script('rungReleaseEvent', [key], [claimer]))
    },
  }
}
