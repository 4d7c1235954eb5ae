import { setImmediate as nextTick } from 'node:timers/promises'
import { type EventLog, LOG_PAGE, type LogEntry, type LogPage, MISSING_ENTRY, REWRITE_SLICE } from '../event-log.ts'
import { logKey } from '../keys.ts'
import type { StoreOptions } from '../store.ts'
import { validateLogEntries, validateName } from '../validation.ts'
import type { Write } from './commits.ts'
import type { Disk } from './disk.ts'

const POSITION_DIGITS = 15

/** A position is the number of an entry, padded with zeroes so that positions sort as texts. */
export function createEmbeddedEventLog(disk: Disk, { prefix }: StoreOptions): EventLog {
  /** Entries per log, as far as counted; forgotten before each write, so that a failed write leaves no wrong count. */
  const lengths = new Map<string, number>()

  async function lengthOf(beginning: string): Promise<number> {
    const cached = lengths.get(beginning)
    if (cached !== undefined) return cached
    let last = ''
    for await (const key of disk.keys(beginning)) last = key
    return Number(last.slice(beginning.length))
  }

  async function page(beginning: string, after: string): Promise<LogPage> {
    const stored = await disk.range(beginning, { after, limit: LOG_PAGE })
    const entries = stored.map(([key, text]) => ({ position: key.slice(beginning.length), mark: '', text }))
    return { entries, hasMore: entries.length === LOG_PAGE, isContinuous: true }
  }

  /** Whether a log holds an entry. One process has the folder, so the position alone identifies it. */
  async function holds(beginning: string, entry: LogEntry | null): Promise<boolean> {
    return entry === null || (await disk.get(`${beginning}${entry.position}`)) !== undefined
  }

  return {
    async append(name, entries, after) {
      validateName(name)
      validateLogEntries(entries)
      const beginning = `${logKey(prefix, name)}:`
      return disk.runExclusive(beginning, async () => {
        if (!(await holds(beginning, after))) return MISSING_ENTRY
        const length = await lengthOf(beginning)
        lengths.delete(beginning)
        await disk.write(putEntries(beginning, length, entries))
        lengths.set(beginning, length + entries.length)
        return page(beginning, after?.position ?? '')
      })
    },

    rewrite(name, rewriter, entries) {
      validateName(name)
      validateLogEntries(entries)
      const beginning = `${logKey(prefix, name)}:`
      // Entries are added at the end only, so those that exist are read without blocking appends.
      return disk.runExclusive(`${beginning}rewrite`, async () => {
        /** Calls back for each entry after a position, a slice at a time. Returns the position of the last one. */
        const forEach = async (visit: (key: string, text: string) => void, from = ''): Promise<string> => {
          for (let after = from; ; ) {
            const slice = await disk.range(beginning, { after, limit: REWRITE_SLICE })
            for (const [key, text] of slice) visit(key, text)
            after = slice.at(-1)?.[0].slice(beginning.length) ?? after
            if (slice.length < REWRITE_SLICE) return after
            await nextTick()
          }
        }
        let hasChanges = false
        const inspected = await forEach((_, text) => {
          hasChanges = rewriter.inspect(text) || hasChanges
        })
        if (!hasChanges) return 0
        const writes: Write[] = []
        const rewrite = (key: string, before: string): void => {
          if (key > `${beginning}${inspected}`) rewriter.inspect(before)
          const value = rewriter.rewrite(before)
          if (value !== before) writes.push({ type: 'put', key, value })
        }
        const after = await forEach(rewrite)
        return disk.runExclusive(beginning, async () => {
          const last = await forEach(rewrite, after)
          validateLogEntries(writes.map((write) => (write.type === 'put' ? write.value : '')))
          const changed = writes.length
          writes.push(...putEntries(beginning, Number(last), entries))
          lengths.delete(beginning)
          await disk.write(writes)
          return changed
        })
      })
    },

    async read(name, after) {
      validateName(name)
      const beginning = `${logKey(prefix, name)}:`
      return disk.runExclusive(beginning, async () => {
        // The usual case: nothing new since the last read.
        if (after !== null && Number(after.position) === lengths.get(beginning)) {
          return { entries: [], hasMore: false, isContinuous: true }
        }
        return (await holds(beginning, after)) ? page(beginning, after?.position ?? '') : MISSING_ENTRY
      })
    },
  }
}

/** Returns the writes that add entries to a log of the given length. */
function putEntries(beginning: string, length: number, entries: readonly string[]): readonly Write[] {
  return entries.map((value, index) => ({
    type: 'put',
    key: `${beginning}${String(length + index + 1).padStart(POSITION_DIGITS, '0')}`,
    value,
  }))
}
