import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type EventLog, LOG_PAGE, type LogEntry, type LogPage, MISSING_ENTRY, REWRITE_SLICE } from '../event-log.ts'
import { logKey } from '../keys.ts'
import type { StoreOptions } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { validateLogEntries, validateName } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Quarantine } from './quarantine.ts'
import { rewriteLog } from './rewrite-log.ts'

/** Entries of a stream: an id, then names and texts of fields in turn. Fields that this version does not know are ignored. */
const StreamEntries = z.array(z.tuple([z.string(), z.array(z.string())]))

/** A log is a stream. A position is the id that Redis gave an entry. */
export function createRedisEventLog(
  { read, script }: Connection,
  { prefix }: StoreOptions,
  quarantine: Quarantine,
): EventLog {
  async function range(key: string, from: string, count: number): Promise<readonly LogEntry[]> {
    const reply = await quarantine.guard([[key, 'stream']], () =>
      read((client) => client.xrange(key, from, '+', 'COUNT', count)),
    )
    return parseEntries(reply)
  }

  return {
    async append(name, entries, after) {
      validateName(name)
      validateLogEntries(entries)
      const mark = randomToken()
      const values = [after?.position ?? '', after?.mark ?? '', LOG_PAGE, mark, ...entries]
      const reply = await quarantine.run('rungAppendToLog', [[logKey(prefix, name), 'stream']], values)
      return reply === null ? MISSING_ENTRY : pageOf(parseEntries(reply))
    },

    rewrite(name, rewriter, entries) {
      validateName(name)
      validateLogEntries(entries)
      const key = logKey(prefix, name)
      const page = (after: string) => range(key, after === '' ? '-' : `(${after}`, REWRITE_SLICE)
      return rewriteLog({ key, page, script, rewriter, entries })
    },

    async read(name, after) {
      validateName(name)
      // Starts with the entry that the reader has: a log that no longer holds it is not a continuation.
      const entries = await range(logKey(prefix, name), after?.position ?? '-', LOG_PAGE + (after ? 1 : 0))
      if (after === null) return pageOf(entries)
      const [first] = entries
      return first?.position === after.position && first.mark === after.mark ? pageOf(entries.slice(1)) : MISSING_ENTRY
    },
  }
}

function parseEntries(reply: unknown): readonly LogEntry[] {
  return StreamEntries.parse(reply).map(([position, fields]) => {
    const text = fieldOf(fields, 'e') ?? ''
    return { position, mark: fieldOf(fields, 'm') ?? digestOf(text), text }
  })
}

function pageOf(entries: readonly LogEntry[]): LogPage {
  return { entries, hasMore: entries.length === LOG_PAGE, isContinuous: true }
}

function fieldOf(fields: readonly string[], name: string): string | undefined {
  for (let at = 0; at + 1 < fields.length; at += 2) if (fields[at] === name) return fields[at + 1]
  return undefined
}

/** Returns the mark of an entry from a version of Rung that wrote none. */
function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}
