import { z } from 'zod'
import { parseValueKey, valueKey, valuePrefix } from '../keys.ts'
import type { KeyValueStore, StoreOptions } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { parseAs, validateName, validateValue, wholeMilliseconds } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { Unwrap } from './quarantine.ts'

/** From `until` on, the value counts as removed, and the sweeper may remove it. */
const StoredValue = z.strictObject({ version: z.string(), value: z.string(), until: z.number().optional() })
type StoredValue = z.infer<typeof StoredValue>

export function createEmbeddedKeyValues(disk: Disk, { prefix }: StoreOptions, unwrap: Unwrap): KeyValueStore {
  async function read(key: string): Promise<StoredValue | null> {
    const text = await disk.get(key)
    if (text === undefined) return null
    const stored = await unwrap(key, text, parseAs(StoredValue, text, 'it is not a value with a version'))
    return stored && (stored.until ?? Number.POSITIVE_INFINITY) > Date.now() ? stored : null
  }

  return {
    async read(name) {
      validateName(name)
      const key = valueKey(prefix, name)
      // Exclusive: an unreadable value is moved, and a change in progress must not be moved with it.
      const stored = await disk.runExclusive(key, () => read(key))
      return stored && { value: stored.value, version: stored.version }
    },

    async write(name, value, { ifVersion, ttlMs } = {}) {
      validateName(name)
      validateValue(value)
      const key = valueKey(prefix, name)
      return disk.runExclusive(key, async () => {
        if (ifVersion !== undefined && ((await read(key))?.version ?? null) !== ifVersion) return { status: 'stale' }
        const version = randomToken(9)
        const until = ttlMs === undefined ? {} : { until: Date.now() + wholeMilliseconds(ttlMs) }
        const stored: StoredValue = { version, value, ...until }
        await disk.write([{ type: 'put', key, value: JSON.stringify(stored) }])
        return { status: 'done', version }
      })
    },

    async *list(beginning) {
      for await (const key of disk.keys(valuePrefix(prefix, beginning))) {
        const name = parseValueKey(prefix, key)
        if (name !== undefined) yield name
      }
    },

    async remove(name, version) {
      validateName(name)
      const key = valueKey(prefix, name)
      return disk.runExclusive(key, async () => {
        const stored = await read(key)
        if (!stored || (version !== undefined && stored.version !== version)) return false
        await disk.write([{ type: 'del', key }])
        return true
      })
    },
  }
}
