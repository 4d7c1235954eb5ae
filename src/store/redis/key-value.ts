import { z } from 'zod'
import { parseValueKey, prefixPattern, valueKey } from '../keys.ts'
import type { KeyValueStore, StoreOptions } from '../store.ts'
import { newValueVersion, validateName, validateValue, wholeMilliseconds } from '../validation.ts'
import type { Connection } from './connection.ts'
import { type Asides, MOST_CLEARINGS } from './quarantine.ts'
import { scanKeys } from './scan.ts'

const Reply = z.union([
  z.tuple([z.literal('done')]),
  z.tuple([z.literal('stale')]),
  z.tuple([z.literal('odd'), z.string()]),
])

const ODD = 'it is no thing'

/** A thing is a text of its version, a blank and its value; Redis removes it when it is over. */
export function createRedisKeyValues(connection: Connection, { prefix }: StoreOptions, asides: Asides): KeyValueStore {
  const { read, script } = connection
  return {
    async read(name) {
      validateName(name)
      const key = valueKey(prefix, name)
      const text = await asides.guarding([[key, 'string']], null, () => read((client) => client.get(key)))
      if (text === null) return null
      const [, version, value] = /^([\w-]+) (.*)$/su.exec(text) ?? []
      if (version !== undefined && value !== undefined) return { value, version }
      await asides.text(key, null, text, ODD)
      return null
    },

    async write(name, value, { ifVersion, ttlMs } = {}) {
      validateName(name)
      validateValue(value)
      const key = valueKey(prefix, name)
      const version = newValueVersion()
      const from = ifVersion === undefined ? ['any', ''] : ifVersion === null ? ['none', ''] : ['version', ifVersion]
      for (let clearing = 0; clearing < MOST_CLEARINGS; clearing++) {
        const reply = await asides.guarding([[key, 'string']], null, () =>
          script(
            'rungWriteThing',
            [key],
            [...from, version, value, ttlMs === undefined ? 0 : wholeMilliseconds(ttlMs)],
          ),
        )
        const answer = Reply.parse(reply)
        if (answer[0] === 'done') return { status: 'done', version }
        if (answer[0] === 'stale') return { status: 'stale' }
        await asides.text(key, null, answer[1], ODD)
      }
      throw new Error(`${key} keeps holding what cannot be read`)
    },

    async *list(beginning) {
      const pattern = prefixPattern(`${prefix}{thing:${encodeURIComponent(beginning)}`)
      for await (const keys of scanKeys(connection, pattern)) {
        for (const key of keys) {
          const name = parseValueKey(prefix, key)
          if (name !== undefined) yield name
        }
      }
    },

    async remove(name, version) {
      validateName(name)
      const key = valueKey(prefix, name)
      return (
        (await asides.guarding([[key, 'string']], null, () => script('rungRemoveThing', [key], [version ?? '']))) === 1
      )
    },
  }
}
