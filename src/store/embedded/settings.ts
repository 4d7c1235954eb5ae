import { personKeys } from '../keys.ts'
import { DEFAULT_SETTINGS, SETTINGS_SCHEMA, Settings } from '../records.ts'
import { NewerSchemaError, type SettingsStore, type StoreOptions } from '../store.ts'
import { parseText, validated } from '../validation.ts'
import type { Disk } from './disk.ts'
import type { SetTextAside } from './quarantine.ts'
import { changedNow } from './retention.ts'

export function createEmbeddedSettings(disk: Disk, { prefix }: StoreOptions, setAside: SetTextAside): SettingsStore {
  async function find(key: string): Promise<Settings> {
    const text = await disk.get(key)
    if (text === undefined) return DEFAULT_SETTINGS
    const read = parseText(Settings, SETTINGS_SCHEMA, text)
    if (read.ok) return read.value
    if (read.newer) throw new NewerSchemaError(key, read.reason, 'settings')
    await setAside(key, text, read.reason)
    return DEFAULT_SETTINGS
  }

  return {
    read(person) {
      const keys = personKeys(prefix, person)
      return disk.runExclusive(keys.prefix, () => find(keys.settings))
    },
    async change(person, change) {
      const keys = personKeys(prefix, person)
      return disk.runExclusive(keys.prefix, async () => {
        const settings = validated(Settings, { ...(await find(keys.settings)), ...change })
        await disk.write([
          { type: 'put', key: keys.settings, value: JSON.stringify(settings) },
          changedNow(keys.settingsChanged),
        ])
        return settings
      })
    },
  }
}
