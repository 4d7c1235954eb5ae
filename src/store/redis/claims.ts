import { z } from 'zod'
import { claimKey } from '../keys.ts'
import type { ClaimStore, StoreOptions } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { wholeMilliseconds } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Quarantine } from './quarantine.ts'

const ClaimReply = z.union([
  z.tuple([z.enum(['claimed', 'busy', 'done'])]),
  z.tuple([z.literal('unreadable'), z.string()]),
])

/** A Lua pattern that captures the claimant of a claim. */
const CLAIMANT = '^claimed %d+ (%S+)$'

/**
 * A claim is a text that holds the end of its lease in the caller's time, under a key that expires: it is free again when
 * either the caller's clock or the server's says so. It names the process that made it, so that a process whose lease ran
 * out does not release the claim of the one that took over.
 */
export function createRedisClaims({ call }: Connection, { prefix }: StoreOptions, quarantine: Quarantine): ClaimStore {
  const claimant = randomToken()

  return {
    claim(id, now, leaseMs) {
      const key = claimKey(prefix, id)
      const lease = wholeMilliseconds(leaseMs)
      return quarantine.change(key, async () => {
        const values = [now, lease, now + lease, claimant]
        const [status, text] = ClaimReply.parse(await quarantine.run('rungClaim', [[key, 'string']], values))
        return status === 'unreadable'
          ? { unreadable: { text }, reason: 'it is not the state of a delivery' }
          : { value: status }
      })
    },

    async complete(id, ttlMs) {
      await call((client) => client.set(claimKey(prefix, id), 'done', 'PX', wholeMilliseconds(ttlMs)))
    },

    async release(id) {
      await quarantine.run('rungDeleteIf', [[claimKey(prefix, id), 'string']], [CLAIMANT, claimant])
    },
  }
}
