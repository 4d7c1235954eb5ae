import { logKey, membersKey } from '../keys.ts'
import { personKey } from '../person.ts'
import { LOG_PAGE, type LogEntry, type LogPage, type LogStore, type MemberStore, type StoreOptions } from '../store.ts'
import { checkLogEntries, checkThingName } from '../stored.ts'
import type { Disk, Write } from './disk.ts'

const DIGITS = 15

const LOST: LogPage = { entries: [], more: false, continues: false }

/** A position is the number of an entry, with zeroes before it so that positions are ordered as texts are. */
export function embeddedLogs(disk: Disk, { prefix }: StoreOptions): LogStore {
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
    return { entries, more: entries.length === LOG_PAGE, continues: true }
  }

  /** One process has the folder, so an entry that is there is the one that was read. */
  async function holds(beginning: string, after: LogEntry | null): Promise<boolean> {
    return after === null || (await disk.get(`${beginning}${after.position}`)) !== undefined
  }

  return {
    async append(name, entries, after) {
      checkThingName(name)
      checkLogEntries(entries)
      const beginning = `${logKey(prefix, name)}:`
      return disk.alone(beginning, async () => {
        if (!(await holds(beginning, after))) return LOST
        const length = await lengthOf(beginning)
        const writes = entries.map(
          (value, nth): Write => ({
            type: 'put',
            key: `${beginning}${String(length + nth + 1).padStart(DIGITS, '0')}`,
            value,
          }),
        )
        // Where a write fails, it is looked up anew what there is.
        lengths.delete(beginning)
        await disk.write(writes)
        lengths.set(beginning, length + entries.length)
        return page(beginning, after?.position ?? '')
      })
    },
    async rewrite(name, rewrite) {
      checkThingName(name)
      const beginning = `${logKey(prefix, name)}:`
      return disk.alone(beginning, async () => {
        const all = await disk.range(beginning)
        const texts = rewrite(all.map(([, text]) => text))
        checkLogEntries(texts)
        const writes = all.flatMap(([key, before], nth): Write[] => {
          const value = texts[nth] ?? before
          return value === before ? [] : [{ type: 'put', key, value }]
        })
        await disk.write(writes)
        return writes.length
      })
    },
    async read(name, after) {
      checkThingName(name)
      const beginning = `${logKey(prefix, name)}:`
      return disk.alone(beginning, async () => {
        // Asked for often, and as a rule there is nothing new.
        if (after !== null && Number(after.position) === lengths.get(beginning)) {
          return { entries: [], more: false, continues: true }
        }
        return (await holds(beginning, after)) ? page(beginning, after?.position ?? '') : LOST
      })
    },
  }
}

export function embeddedMembers(
  disk: Disk,
  { prefix }: StoreOptions,
): MemberStore & { readonly keyOf: (person: string) => string } {
  const beginning = `${membersKey(prefix)}:`
  const keyOf = (person: string): string => `${beginning}${person}`
  return {
    keyOf,
    async seen(person, at) {
      const key = keyOf(personKey(person))
      await disk.alone(beginning, async () => {
        if (Number((await disk.get(key)) ?? -1) < at) await disk.write([{ type: 'put', key, value: String(at) }])
      })
    },
    async since(at) {
      const all = await disk.range(beginning)
      return all.filter(([, seen]) => Number(seen) >= at).map(([key]) => key.slice(beginning.length))
    },
  }
}
