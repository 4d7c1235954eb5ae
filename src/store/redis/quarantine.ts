import { z } from 'zod'
import { newQuarantineSuffix, QUARANTINE_MARK } from '../keys.ts'
import type { StoreOptions } from '../store.ts'
import type { Connection } from './connection.ts'
import { RedisRefusal } from './errors.ts'

const Moved = z.array(z.tuple([z.string(), z.string(), z.string()]))

/** How often a change clears an unreadable value out of its way before it gives up: another one lies there each time. */
export const MOST_CLEARINGS = 3

/** A key and the type that Redis should hold under it. */
export type TypedKey = readonly [key: string, type: 'hash' | 'set' | 'zset' | 'string' | 'stream']

/**
 * Moves what cannot be read to another key of the same tag, and reports it. Each looks first whether the value is still
 * the one that was read: another process may have been quicker. `notes` is the set in which the new key is noted, so
 * that erasing a person finds it.
 */
export interface Asides {
  session(key: string, notes: string, fields: readonly (string | null)[], reason: string): Promise<void>
  /** For a session that turned out unreadable when it had just been removed. */
  ended(key: string, notes: string, fields: readonly (string | null)[], reason: string): Promise<void>
  /** `keep` where the text has been changed from what it was before it proved unreadable. */
  text(key: string, notes: string | null, text: string, reason: string, keep?: string): Promise<void>
  field(key: string, notes: string | null, field: string, text: string, reason: string): Promise<void>
  /** Does some work; where a key turns out to hold another type, moves that away and does the work once more. */
  guarding<T>(keys: readonly TypedKey[], notes: string | null, work: () => Promise<T>): Promise<T>
}

export function openAsides({ script }: Connection, { onQuarantine }: StoreOptions): Asides {
  return {
    async session(key, notes, fields, reason) {
      const keptAs = `${key}${QUARANTINE_MARK}${newQuarantineSuffix()}`
      const moved = await script('rungAsideSession', [key], [keptAs, notes, ...fields.map((field) => field ?? '')])
      if (moved === 1) onQuarantine({ key, quarantinedAs: keptAs, reason })
    },

    async ended(key, notes, fields, reason) {
      const keptAs = `${key}${QUARANTINE_MARK}${newQuarantineSuffix()}`
      await script('rungAsideEnded', [keptAs], [notes, ...fields.map((field) => field ?? '')])
      onQuarantine({ key, quarantinedAs: keptAs, reason })
    },

    async text(key, notes, text, reason, keep = text) {
      const keptAs = `${key}${QUARANTINE_MARK}${newQuarantineSuffix()}`
      const moved = await script('rungAsideText', [key], [keptAs, notes ?? '', text, keep])
      if (moved === 1) onQuarantine({ key, quarantinedAs: keptAs, reason })
    },

    async field(key, notes, field, text, reason) {
      const keptAs = `${key}${QUARANTINE_MARK}${newQuarantineSuffix()}`
      const moved = await script('rungAsideField', [key], [keptAs, notes ?? '', field, text])
      if (moved === 1) onQuarantine({ key: `${key} ${field}`, quarantinedAs: keptAs, reason })
    },

    async guarding(keys, notes, work) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof RedisRefusal) || error.code !== 'WRONGTYPE') throw error
        const all: readonly TypedKey[] = notes === null ? keys : [[notes, 'set'], ...keys]
        const mark = `${QUARANTINE_MARK}${newQuarantineSuffix()}`
        const moved = await script(
          'rungAsideTypes',
          all.map(([key]) => key),
          [mark, notes ?? '', ...all.map(([, type]) => type)],
        )
        for (const [key, held, expected] of Moved.parse(moved)) {
          onQuarantine({ key, quarantinedAs: `${key}${mark}`, reason: `it is a ${held}, not a ${expected}` })
        }
        return work()
      }
    },
  }
}
