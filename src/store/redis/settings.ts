import { z } from 'zod'
import { personKeys } from '../keys.ts'
import { DEFAULT_SETTINGS, SETTINGS_SCHEMA, Settings } from '../records.ts'
import type { SettingsStore, StoreOptions } from '../store.ts'
import { parseText, rejectNewer, validated } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Quarantine } from './quarantine.ts'

const BeforeAndAfter = z.tuple([z.string().nullable(), z.string().nullable()])

export function createRedisSettings(
  { read, script }: Connection,
  { prefix }: StoreOptions,
  quarantine: Quarantine,
): SettingsStore {
  return {
    async read(person) {
      const { settings: key } = personKeys(prefix, person)
      const text = await quarantine.guard([[key, 'string']], () => read((client) => client.get(key)))
      if (text === null) return DEFAULT_SETTINGS
      const result = parseText(Settings, SETTINGS_SCHEMA, text)
      return (await quarantine.unwrap(key, { text }, result, rejectNewer(key, 'settings'))) ?? DEFAULT_SETTINGS
    },

    async change(person, change) {
      Settings.parse({ ...DEFAULT_SETTINGS, ...change })
      const { settings: key } = personKeys(prefix, person)
      const values = [SETTINGS_SCHEMA, JSON.stringify(DEFAULT_SETTINGS), JSON.stringify(change)]
      return quarantine.change(key, async () => {
        const reply = await quarantine.run('rungChangeSettings', [[key, 'string']], values)
        const [before, after] = BeforeAndAfter.parse(reply)
        // What was stored before may be unreadable, so that is checked and, if it is, moved.
        const result = parseText(Settings, SETTINGS_SCHEMA, before ?? JSON.stringify(DEFAULT_SETTINGS))
        if (result.ok && after !== null) return { value: { ...result.value, ...change } }
        if (!result.ok && result.isNewer) return rejectNewer(key, 'settings')(result.reason)
        if (result.ok && before !== null) {
          // Fields of a later version are merged here: Lua would write an empty list as an object.
          const next = validated(Settings, { ...result.value, ...change })
          const isReplaced = (await script('rungReplaceText', [key], [before, JSON.stringify(next)])) === 1
          return isReplaced ? { value: next } : undefined
        }
        const reason = result.ok ? 'it is not as Rung writes it' : result.reason
        return { unreadable: { text: after ?? before ?? '', keep: before ?? '' }, reason }
      })
    },
  }
}
