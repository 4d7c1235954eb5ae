import { setImmediate as afterThisTick } from 'node:timers/promises'
import { logKey, membersKey } from '../keys.ts'
import { personKey } from '../person.ts'
import {
  type EventLog,
  LOG_PAGE,
  type LogEntry,
  type LogPage,
  type MemberStore,
  REWRITE_SLICE,
  type StoreOptions,
} from '../store.ts'
import { validateLogEntries, validateName } from '../validation.ts'
import type { Disk, Write } from './disk.ts'

const DIGITS = 15

const LOST: LogPage = { entries: [], hasMore: false, isContinuous: false }

/** A position is the number of an entry, with zeroes before it so that positions are ordered as texts are. */
export function createEmbeddedEventLog(disk: Disk, { prefix }: StoreOptions): EventLog {
  const lengths = new Map<string, number>()

  /** How many entries a log has. */
  async function lengthOf(beginning: string): Promise<number> {
    const known = lengths.get(beginning)
    if (known !== undefined) return known
    let last = ''
    for await (const key of disk.keys(beginning)) last = key
    return Number(last.slice(beginning.length))
  }

  async function page(beginning: string, after: string): Promise<LogPage> {
    const found = await disk.range(beginning, { after, most: LOG_PAGE })
    const entries = found.map(([key, text]) => ({ position: key.slice(beginning.length), mark: '', text }))
    return { entries, hasMore: entries.length === LOG_PAGE, isContinuous: true }
  }

  /** One process has the folder, so an entry that is there is the one that was read. */
  async function holds(beginning: string, after: LogEntry | null): Promise<boolean> {
    return after === null || (await disk.get(`${beginning}${after.position}`)) !== undefined
  }

  return {
    async append(name, entries, after) {
      validateName(name)
      validateLogEntries(entries)
      const beginning = `${logKey(prefix, name)}:`
      return disk.runExclusive(beginning, async () => {
        if (!(await holds(beginning, after))) return LOST
        const length = await lengthOf(beginning)
        const writes = puts(beginning, length, entries)
        // Where a write fails, it is looked up anew what there is.
        lengths.delete(beginning)
        await disk.write(writes)
        lengths.set(beginning, length + entries.length)
        return page(beginning, after?.position ?? '')
      })
    },
    rewrite(name, rewriter, entries) {
      validateName(name)
      validateLogEntries(entries)
      const beginning = `${logKey(prefix, name)}:`
      // Entries are added at the end only, so those that are there are read without holding up whoever appends.
      return disk.runExclusive(`${beginning}rewrite`, async () => {
        const slice = (after: string) => disk.range(beginning, { after, most: REWRITE_SLICE })
        const each = async (take: (key: string, text: string) => void, from = ''): Promise<string> => {
          for (let after = from; ; ) {
            const found = await slice(after)
            for (const [key, text] of found) take(key, text)
            after = found.at(-1)?.[0].slice(beginning.length) ?? after
            if (found.length < REWRITE_SLICE) return after
            await afterThisTick()
          }
        }
        let changes = false
        const read = await each((_, text) => {
          changes = rewriter.inspect(text) || changes
        })
        if (!changes) return 0
        const writes: Write[] = []
        const rewrite = (key: string, before: string): void => {
          if (key > `${beginning}${read}`) rewriter.inspect(before)
          const value = rewriter.rewrite(before)
          if (value !== before) writes.push({ type: 'put', key, value })
        }
        const after = await each(rewrite)
        return disk.runExclusive(beginning, async () => {
          const last = await each(rewrite, after)
          validateLogEntries(writes.map((write) => (write.type === 'put' ? write.value : '')))
          const changed = writes.length
          writes.push(...puts(beginning, Number(last), entries))
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
        // Asked for often, and as a rule there is nothing new.
        if (after !== null && Number(after.position) === lengths.get(beginning)) {
          return { entries: [], hasMore: false, isContinuous: true }
        }
        return (await holds(beginning, after)) ? page(beginning, after?.position ?? '') : LOST
      })
    },
  }
}

/** What adds entries to a log of so many. */
function puts(beginning: string, length: number, entries: readonly string[]): readonly Write[] {
  return entries.map((value, nth) => ({
    type: 'put',
    key: `${beginning}${String(length + nth + 1).padStart(DIGITS, '0')}`,
    value,
  }))
}

export function createEmbeddedMembers(
  disk: Disk,
  { prefix }: StoreOptions,
): MemberStore & { readonly keyOf: (person: string) => string } {
  const beginning = `${membersKey(prefix)}:`
  const keyOf = (person: string): string => `${beginning}${person}`
  return {
    keyOf,
    async recordActivity(person, at) {
      const key = keyOf(personKey(person))
      await disk.runExclusive(beginning, async () => {
        if (Number((await disk.get(key)) ?? -1) < at) await disk.write([{ type: 'put', key, value: String(at) }])
      })
    },
    async activeSince(at) {
      const all = await disk.range(beginning)
      return all.filter(([, seen]) => Number(seen) >= at).map(([key]) => key.slice(beginning.length))
    },
  }
}
