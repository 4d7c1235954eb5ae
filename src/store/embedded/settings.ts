import { personKeys } from '../keys.ts'
import { DEFAULT_SETTINGS, SETTINGS_SCHEMA, Settings } from '../records.ts'
import type { SettingsStore, StoreOptions } from '../store.ts'
import { parseText, rejectNewer, validated } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { Unwrap } from './quarantine.ts'
import { changedNow } from './retention.ts'

export function createEmbeddedSettings(disk: Disk, { prefix }: StoreOptions, unwrap: Unwrap): SettingsStore {
  async function read(key: string): Promise<Settings> {
    const text = await disk.get(key)
    if (text === undefined) return DEFAULT_SETTINGS
    const settings = await unwrap(key, text, parseText(Settings, SETTINGS_SCHEMA, text), rejectNewer(key, 'settings'))
    return settings ?? DEFAULT_SETTINGS
  }

  return {
    read(person) {
      const keys = personKeys(prefix, person)
      return disk.runExclusive(keys.prefix, () => read(keys.settings))
    },
    async change(person, change) {
      const keys = personKeys(prefix, person)
      return disk.runExclusive(keys.prefix, async () => {
        const settings = validated(Settings, { ...(await read(keys.settings)), ...change })
        await disk.write([
          { type: 'put', key: keys.settings, value: JSON.stringify(settings) },
          changedNow(keys.settingsChanged),
        ])
        return settings
      })
    },
  }
}
