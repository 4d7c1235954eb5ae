import { z } from 'zod'
import { newQuarantineKey, parsePersonalKey, personKeys } from '../keys.ts'
import type { StoreOptions } from '../store.ts'
import type { ParseResult } from '../validation.ts'
import type { Connection } from './connection.ts'
import { RedisRefusal } from './errors.ts'
import type { ScriptName } from './scripts/index.ts'

/** How many unreadable values one change moves out of its way before it gives up; each attempt met a new one. */
const MAX_ATTEMPTS = 3

const MoveReply = z.string().nullable()

/** A key and the type that Redis should hold under it. */
export type TypedKey = readonly [key: string, type: 'hash' | 'set' | 'zset' | 'string' | 'stream']

/** A value as it was read. It is moved only while the key still holds it: another process may have been faster. */
export type HeldValue =
  /** `keep` is set if the text was overwritten before it proved unreadable: what it was before. */
  | { readonly text: string; readonly keep?: string }
  /** One field of a hash; the other fields stay. */
  | { readonly field: string; readonly text: string }
  /** A whole hash, by some of its fields. `isRemoved` if the change that read it has removed it. */
  | { readonly fields: Readonly<Record<string, string | null>>; readonly isRemoved?: boolean }

/** One attempt at a change: its result, the unreadable value in its way, or undefined to try again. */
export type Attempt<T> = { readonly value: T } | { readonly unreadable: HeldValue; readonly reason: string } | undefined

/**
 * Deals with values that cannot be read, for every part of the store: each is moved to another key with the same hash tag and
 * reported. The new keys of a person's values are listed in a set of that person, so that `erase` finds them.
 */
export interface Quarantine {
  /** Does some work. Moves a key that turns out to hold another type than it should, and does the work again. */
  readonly guard: <T>(keys: readonly TypedKey[], work: () => Promise<T>) => Promise<T>
  /** Runs a script under `guard`. */
  readonly run: (
    script: ScriptName,
    keys: readonly TypedKey[],
    values: readonly (string | number)[],
  ) => Promise<unknown>
  /** Returns a parsed value. For one that cannot be parsed, returns null: a newer one is left to `onNewer`, others are moved. */
  readonly unwrap: <T>(
    key: string,
    value: HeldValue,
    result: ParseResult<T>,
    onNewer?: (reason: string) => void,
  ) => Promise<T | null>
  /** Repeats a change until no unreadable value under the key is in its way. */
  readonly change: <T>(key: string, attempt: () => Promise<Attempt<T>>) => Promise<T>
}

export function createQuarantine({ script }: Connection, { prefix, onQuarantine }: StoreOptions): Quarantine {
  /** The set that lists the quarantined values of the person whose key this is; an empty text if it is nobody's. */
  function indexOf(key: string): string {
    const owner = parsePersonalKey(prefix, key)
    return owner ? personKeys(prefix, owner.person).quarantine : ''
  }

  /** Moves what a key holds. Returns the type that it held, or null if it no longer holds that. */
  async function move(key: string, quarantinedAs: string, values: readonly string[]): Promise<string | null> {
    const index = indexOf(key)
    const typed: readonly TypedKey[] = index === '' || index === key ? [] : [[index, 'set']]
    return MoveReply.parse(await guard(typed, () => script('rungQuarantine', [key], [quarantinedAs, index, ...values])))
  }

  async function moveOfType(key: string, type: string): Promise<void> {
    const quarantinedAs = newQuarantineKey(key)
    const actualType = await move(key, quarantinedAs, ['type', type])
    if (actualType !== null) onQuarantine({ key, quarantinedAs, reason: `it is a ${actualType}, not a ${type}` })
  }

  async function moveUnreadable(key: string, value: HeldValue, reason: string): Promise<void> {
    const quarantinedAs = newQuarantineKey(key)
    if ((await move(key, quarantinedAs, valuesOf(value))) === null) return
    onQuarantine({ key: 'field' in value ? `${key} ${value.field}` : key, quarantinedAs, reason })
  }

  async function guard<T>(keys: readonly TypedKey[], work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RedisRefusal) || error.code !== 'WRONGTYPE') throw error
      // The index first: it lists what is moved next.
      const index = keys.map(([key]) => indexOf(key)).find((key) => key !== '')
      if (index !== undefined) await moveOfType(index, 'set')
      for (const [key, type] of keys) if (key !== index) await moveOfType(key, type)
      return work()
    }
  }

  return {
    guard,
    run: (name, keys, values) =>
      guard(keys, () =>
        script(
          name,
          keys.map(([key]) => key),
          values,
        ),
      ),
    async unwrap(key, value, result, onNewer) {
      if (result.ok) return result.value
      if (result.isNewer) onNewer?.(result.reason)
      else await moveUnreadable(key, value, result.reason)
      return null
    },
    async change(key, attempt) {
      for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
        const outcome = await attempt()
        if (outcome && 'value' in outcome) return outcome.value
        if (outcome) await moveUnreadable(key, outcome.unreadable, outcome.reason)
      }
      throw new Error(`${key} holds an unreadable value again after each of ${MAX_ATTEMPTS} was moved`)
    },
  }
}

/** A held value as `rungQuarantine` takes it. */
function valuesOf(value: HeldValue): readonly string[] {
  if ('field' in value) return ['field', value.field, value.text]
  if ('text' in value) return ['text', value.text, value.keep ?? value.text]
  const fields = Object.entries(value.fields).flatMap(([name, value]) => [name, value ?? ''])
  return [value.isRemoved ? 'removed' : 'hash', ...fields]
}
