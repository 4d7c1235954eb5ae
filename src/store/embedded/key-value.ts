import { z } from 'zod'
import { parseValueKey, valueKey } from '../keys.ts'
import type { KeyValueStore, StoreOptions } from '../store.ts'
import { newValueVersion, parseJson, validateName, validateValue, wholeMilliseconds } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'

/** `until` is when it is over, and the sweeper may remove it. */
const Kept = z.strictObject({ version: z.string(), value: z.string(), until: z.number().optional() })
type Kept = z.infer<typeof Kept>

export function createEmbeddedKeyValues(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): KeyValueStore {
  async function find(key: string): Promise<Kept | null> {
    const text = await disk.get(key)
    if (text === undefined) return null
    const kept = Kept.safeParse(parseJson(text))
    if (!kept.success) {
      await setAside(key, text, 'it is no thing')
      return null
    }
    return (kept.data.until ?? Number.POSITIVE_INFINITY) > Date.now() ? kept.data : null
  }

  return {
    async read(name) {
      validateName(name)
      const key = valueKey(prefix, name)
      // In turn: an unreadable value is moved, and a change under way must not be moved with it.
      const kept = await disk.runExclusive(key, () => find(key))
      return kept && { value: kept.value, version: kept.version }
    },

    async write(name, value, { ifVersion, ttlMs } = {}) {
      validateName(name)
      validateValue(value)
      const key = valueKey(prefix, name)
      return disk.runExclusive(key, async () => {
        if (ifVersion !== undefined && ((await find(key))?.version ?? null) !== ifVersion) return { status: 'stale' }
        const version = newValueVersion()
        const kept: Kept =
          ttlMs === undefined ? { version, value } : { version, value, until: Date.now() + wholeMilliseconds(ttlMs) }
        await disk.write([{ type: 'put', key, value: JSON.stringify(kept) }])
        return { status: 'done', version }
      })
    },

    async *list(beginning) {
      for await (const key of disk.keys(`${prefix}{thing:${encodeURIComponent(beginning)}`)) {
        const name = parseValueKey(prefix, key)
        if (name !== undefined) yield name
      }
    },

    async remove(name, version) {
      validateName(name)
      const key = valueKey(prefix, name)
      return disk.runExclusive(key, async () => {
        const kept = await find(key)
        if (!kept || (version !== undefined && kept.version !== version)) return false
        await disk.write([{ type: 'del', key }])
        return true
      })
    },
  }
}
