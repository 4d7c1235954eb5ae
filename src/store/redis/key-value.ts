import { z } from 'zod'
import { parseValueKey, prefixPattern, valueKey, valuePrefix } from '../keys.ts'
import type { KeyValueStore, StoreOptions, VersionedValue } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { type ParseResult, validateName, validateValue, wholeMilliseconds } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Quarantine } from './quarantine.ts'
import { scanKeys } from './scan.ts'

const WriteReply = z.union([z.tuple([z.enum(['done', 'stale'])]), z.tuple([z.literal('unreadable'), z.string()])])

/** A Lua pattern that captures the version of a stored value. */
const VERSION = '^([%w_-]+) '

const UNREADABLE = 'it is not a value with a version'

/** A value is stored as its version, a space and the value itself. Redis removes it when its time to live has passed. */
export function createRedisKeyValues(
  connection: Connection,
  { prefix }: StoreOptions,
  quarantine: Quarantine,
): KeyValueStore {
  const { read } = connection
  return {
    async read(name) {
      validateName(name)
      const key = valueKey(prefix, name)
      const text = await quarantine.guard([[key, 'string']], () => read((client) => client.get(key)))
      return text === null ? null : quarantine.unwrap(key, { text }, parseVersioned(text))
    },

    async write(name, value, { ifVersion, ttlMs } = {}) {
      validateName(name)
      validateValue(value)
      const key = valueKey(prefix, name)
      const version = randomToken(9)
      const condition =
        ifVersion === undefined ? ['any', ''] : ifVersion === null ? ['none', ''] : ['version', ifVersion]
      const values = [...condition, version, value, ttlMs === undefined ? 0 : wholeMilliseconds(ttlMs)]
      const status = await quarantine.change(key, async () => {
        const [status, text] = WriteReply.parse(await quarantine.run('rungWriteValue', [[key, 'string']], values))
        return status === 'unreadable' ? { unreadable: { text }, reason: UNREADABLE } : { value: status }
      })
      return status === 'done' ? { status, version } : { status }
    },

    async *list(beginning) {
      const pattern = prefixPattern(valuePrefix(prefix, beginning))
      for await (const keys of scanKeys(connection, pattern)) {
        for (const key of keys) {
          const name = parseValueKey(prefix, key)
          if (name !== undefined) yield name
        }
      }
    },

    async remove(name, version) {
      validateName(name)
      const condition = version === undefined ? ['', ''] : [VERSION, version]
      return (await quarantine.run('rungDeleteIf', [[valueKey(prefix, name), 'string']], condition)) === 1
    },
  }
}

function parseVersioned(text: string): ParseResult<VersionedValue> {
  const [, version, value] = /^([\w-]+) (.*)$/su.exec(text) ?? []
  return version === undefined || value === undefined
    ? { ok: false, reason: UNREADABLE }
    : { ok: true, value: { value, version } }
}
