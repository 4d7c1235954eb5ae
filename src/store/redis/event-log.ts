import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
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
import type { Connection } from './connection.ts'
import type { Asides } from './quarantine.ts'
import { rewriteLog } from './rewrite-log.ts'

/** Entries of a stream: its id, then names and values in turn. Fields that this version does not know are ignored. */
const Entries = z.array(z.tuple([z.string(), z.array(z.string())]))

/** A log is a stream; a position is the id that Redis gave an entry. */
export function createRedisEventLog({ read, script }: Connection, { prefix }: StoreOptions, asides: Asides): EventLog {
  const entriesOf = (reply: unknown): readonly LogEntry[] =>
    Entries.parse(reply).map(([position, fields]) => {
      const text = fieldOf(fields, 'e') ?? ''
      return { position, mark: fieldOf(fields, 'm') ?? digestOf(text), text }
    })
  const pageOf = (entries: readonly LogEntry[]): LogPage => ({
    entries,
    hasMore: entries.length === LOG_PAGE,
    isContinuous: true,
  })
  return {
    async append(name, entries, after) {
      validateName(name)
      validateLogEntries(entries)
      const key = logKey(prefix, name)
      const mark = randomBytes(6).toString('base64url')
      const values = [after?.position ?? '', after?.mark ?? '', LOG_PAGE, mark, ...entries]
      const reply = await asides.guarding([[key, 'stream']], null, () => script('rungLog', [key], values))
      return reply === null ? LOST : pageOf(entriesOf(reply))
    },
    rewrite(name, rewriter, entries) {
      validateName(name)
      validateLogEntries(entries)
      const key = logKey(prefix, name)
      const page = async (after: string): Promise<readonly LogEntry[]> =>
        entriesOf(
          await asides.guarding([[key, 'stream']], null, () =>
            read((client) => client.xrange(key, after === '' ? '-' : `(${after}`, '+', 'COUNT', REWRITE_SLICE)),
          ),
        )
      return rewriteLog({ key, page, script, rewriter, entries })
    },
    async read(name, after) {
      validateName(name)
      const key = logKey(prefix, name)
      // The entry that the reader has comes first: a log that does not hold it any more is no continuation.
      const found = await asides.guarding([[key, 'stream']], null, () =>
        read((client) => client.xrange(key, after?.position ?? '-', '+', 'COUNT', LOG_PAGE + (after ? 1 : 0))),
      )
      const entries = entriesOf(found)
      if (after === null) return pageOf(entries)
      const [first] = entries
      return first?.position === after.position && first.mark === after.mark ? pageOf(entries.slice(1)) : LOST
    },
  }
}

const LOST: LogPage = { entries: [], hasMore: false, isContinuous: false }

function fieldOf(fields: readonly string[], name: string): string | undefined {
  for (let at = 0; at + 1 < fields.length; at += 2) if (fields[at] === name) return fields[at + 1]
  return undefined
}

/** The mark of an entry that was appended before entries had one. */
function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

export function createRedisMembers(
  { read, call }: Connection,
  { prefix }: StoreOptions,
  asides: Asides,
): MemberStore & { forget(person: string): Promise<void> } {
  const key = membersKey(prefix)
  return {
    async recordActivity(person, at) {
      await asides.guarding([[key, 'zset']], null, () =>
        call((client) => client.zadd(key, 'GT', at, personKey(person))),
      )
    },
    activeSince: (at) =>
      asides.guarding([[key, 'zset']], null, () => read((client) => client.zrange(key, at, '+inf', 'BYSCORE'))),
    async forget(person) {
      await asides.guarding([[key, 'zset']], null, () => call((client) => client.zrem(key, person)))
    },
  }
}
