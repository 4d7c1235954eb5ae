import { z } from 'zod'
import { logKey, membersKey } from '../keys.ts'
import { personKey } from '../person.ts'
import { LOG_PAGE, type LogPage, type LogStore, type MemberStore, type StoreOptions } from '../store.ts'
import { checkLogEntries, checkThingName } from '../stored.ts'
import type { Asides } from './asides.ts'
import type { Connection } from './connection.ts'

const Page = z.array(z.tuple([z.string(), z.tuple([z.literal('e'), z.string()])]))

/** A log is a stream; a position is the id that Redis gave an entry. */
export function redisLogs({ read, script }: Connection, { prefix }: StoreOptions, asides: Asides): LogStore {
  const pageOf = (reply: unknown): LogPage => {
    const entries = Page.parse(reply).map(([position, [, text]]) => ({ position, text }))
    return { entries, more: entries.length === LOG_PAGE }
  }
  const from = (after: string | null): string => (after === null ? '-' : `(${after}`)
  return {
    async append(name, entries, after) {
      checkThingName(name)
      checkLogEntries(entries)
      const key = logKey(prefix, name)
      const values = [from(after), LOG_PAGE, ...entries]
      return pageOf(await asides.guarding([[key, 'stream']], null, () => script('rungLog', [key], values)))
    },
    async read(name, after) {
      checkThingName(name)
      const key = logKey(prefix, name)
      return pageOf(
        await asides.guarding([[key, 'stream']], null, () =>
          read((client) => client.xrange(key, from(after), '+', 'COUNT', LOG_PAGE)),
        ),
      )
    },
  }
}

export function redisMembers(
  { read, call }: Connection,
  { prefix }: StoreOptions,
  asides: Asides,
): MemberStore & { forget(person: string): Promise<void> } {
  const key = membersKey(prefix)
  return {
    async seen(person, at) {
      await asides.guarding([[key, 'zset']], null, () =>
        call((client) => client.zadd(key, 'GT', at, personKey(person))),
      )
    },
    since: (at) =>
      asides.guarding([[key, 'zset']], null, () => read((client) => client.zrange(key, at, '+inf', 'BYSCORE'))),
    async forget(person) {
      await asides.guarding([[key, 'zset']], null, () => call((client) => client.zrem(key, person)))
    },
  }
}
