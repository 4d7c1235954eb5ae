import { newQuarantineKey } from '../keys.ts'
import type { StoreOptions } from '../store.ts'
import type { ParseResult } from '../validation.ts'
import type { Disk } from './disk.ts'

/**
 * Returns a parsed value. For one that cannot be parsed, returns null: a newer one is left to `onNewer`, others are moved to
 * another key and reported. Resolves when that is on disk.
 */
export type Unwrap = <T>(
  key: string,
  text: string,
  result: ParseResult<T>,
  onNewer?: (reason: string) => void,
) => Promise<T | null>

export function createQuarantine(disk: Disk, { onQuarantine }: StoreOptions): Unwrap {
  return async (key, text, result, onNewer) => {
    if (result.ok) return result.value
    if (result.isNewer) {
      onNewer?.(result.reason)
      return null
    }
    const quarantinedAs = newQuarantineKey(key)
    await disk.write([
      { type: 'put', key: quarantinedAs, value: text },
      { type: 'del', key },
    ])
    onQuarantine({ key, quarantinedAs, reason: result.reason })
    return null
  }
}
