import { z } from 'zod'
import { thingKey, thingOf } from '../keys.ts'
import type { KeyValueStore, StoreOptions } from '../store.ts'
import { checkThingName, checkThingValue, duration, newThingVersion, parseJson } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'

/** `until` is when it is over, and the sweeper may remove it. */
const Kept = z.strictObject({ version: z.string(), value: z.string(), until: z.number().optional() })
type Kept = z.infer<typeof Kept>

export function embeddedThings(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): KeyValueStore {
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
      checkThingName(name)
      const key = thingKey(prefix, name)
      // In turn: an unreadable value is moved, and a change under way must not be moved with it.
      const kept = await disk.alone(key, () => find(key))
      return kept && { value: kept.value, version: kept.version }
    },

    async write(name, value, { ifVersion, ttlMs } = {}) {
      checkThingName(name)
      checkThingValue(value)
      const key = thingKey(prefix, name)
      return disk.alone(key, async () => {
        if (ifVersion !== undefined && ((await find(key))?.version ?? null) !== ifVersion) return { status: 'stale' }
        const version = newThingVersion()
        const kept: Kept =
          ttlMs === undefined ? { version, value } : { version, value, until: Date.now() + duration(ttlMs) }
        await disk.write([{ type: 'put', key, value: JSON.stringify(kept) }])
        return { status: 'done', version }
      })
    },

    async *list(beginning) {
      for await (const key of disk.keys(`${prefix}{thing:${encodeURIComponent(beginning)}`)) {
        const name = thingOf(prefix, key)
        if (name !== undefined) yield name
      }
    },

    async remove(name, version) {
      checkThingName(name)
      const key = thingKey(prefix, name)
      return disk.alone(key, async () => {
        const kept = await find(key)
        if (!kept || (version !== undefined && kept.version !== version)) return false
        await disk.write([{ type: 'del', key }])
        return true
      })
    },
  }
}
