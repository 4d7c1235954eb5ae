import { z } from 'zod'
import { personKeys } from '../keys.ts'
import { DEFAULT_SETTINGS, SETTINGS_SCHEMA, Settings } from '../records.ts'
import { NewerSchemaError, type SettingsStore, type StoreOptions } from '../store.ts'
import { parseText, validated } from '../validation.ts'
import type { Connection } from './connection.ts'
import { type Asides, MOST_CLEARINGS } from './quarantine.ts'

const BeforeAndAfter = z.tuple([z.string().nullable(), z.string().nullable()])

export function createRedisSettings(connection: Connection, { prefix }: StoreOptions, asides: Asides): SettingsStore {
  return {
    async read(person) {
      const { settings: key, quarantine: notes } = personKeys(prefix, person)
      const text = await asides.guarding([[key, 'string']], notes, () => connection.read((client) => client.get(key)))
      if (text === null) return DEFAULT_SETTINGS
      const read = parseText(Settings, SETTINGS_SCHEMA, text)
      if (read.ok) return read.value
      if (read.newer) throw new NewerSchemaError(key, read.reason, 'settings')
      await asides.text(key, notes, text, read.reason)
      return DEFAULT_SETTINGS
    },

    async change(person, change) {
      Settings.parse({ ...DEFAULT_SETTINGS, ...change })
      const { settings: key, quarantine: notes } = personKeys(prefix, person)
      const values = [SETTINGS_SCHEMA, JSON.stringify(DEFAULT_SETTINGS), JSON.stringify(change)]
      for (let clearing = 0; clearing < MOST_CLEARINGS; clearing++) {
        const reply = await asides.guarding([[key, 'string']], notes, () =>
          connection.script('rungChange', [key], values),
        )
        const [before, after] = BeforeAndAfter.parse(reply)
        // It is what lay there before that may be unreadable, so that is judged and, if so, kept.
        const read = parseText(Settings, SETTINGS_SCHEMA, before ?? JSON.stringify(DEFAULT_SETTINGS))
        if (read.ok && after !== null) return { ...read.value, ...change }
        if (!read.ok && read.newer) throw new NewerSchemaError(key, read.reason, 'settings')
        if (read.ok && before !== null) {
          // Fields of a later version are not for Lua, which would write an empty list as an object: they are merged here.
          const next = validated(Settings, { ...read.value, ...change })
          if ((await connection.script('rungReplaceText', [key], [before, JSON.stringify(next)])) === 1) return next
          continue
        }
        const reason = read.ok ? 'it is not as Rung writes it' : read.reason
        await asides.text(key, notes, after ?? before ?? '', reason, before ?? '')
      }
      throw new Error(`${key} keeps holding what cannot be read`)
    },
  }
}
