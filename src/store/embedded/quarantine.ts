import { newQuarantineSuffix, QUARANTINE_MARK } from '../keys.ts'
import type { StoreOptions } from '../store.ts'
import type { Disk } from './disk.ts'

/** Moves a stored text that cannot be read to another key, and reports it. Resolves when that is on disk. */
export type SetTextAside = (key: string, text: string, reason: string) => Promise<void>

export function openAsides(disk: Disk, { onQuarantine }: StoreOptions): SetTextAside {
  return async (key, text, reason) => {
    const keptAs = `${key}${QUARANTINE_MARK}${newQuarantineSuffix()}`
    await disk.write([
      { type: 'put', key: keptAs, value: text },
      { type: 'del', key },
    ])
    onQuarantine({ key, quarantinedAs: keptAs, reason })
  }
}
