import { setTimeout as sleep } from 'node:timers/promises'
import { type LogEntry, type LogRewriter, REWRITE_SLICE } from '../event-log.ts'
import { StoreUnavailable } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { validateLogEntries } from '../validation.ts'
import type { Connection } from './connection.ts'

// Entries of a stream cannot be changed. So the log is copied, a slice at a time, and the copy replaces it in one step once it
// holds all entries of the log. A lock lets one process copy at a time; if that process dies, the lock and the copy expire.

/** How long the lock lasts after each slice, in milliseconds. */
const LEASE_MS = 5000
/** How often to try for a lock that another process holds, and the pause between attempts: a minute in all. */
const MAX_LOCK_ATTEMPTS = 600
const LOCK_RETRY_MS = 100
/** How many copies are started over because the lock was lost. */
const MAX_COPIES = 3

export interface RewriteOptions {
  readonly key: string
  /** Returns the next entries after a position ('': from the beginning); none at the end of the log. */
  readonly page: (after: string) => Promise<readonly LogEntry[]>
  readonly script: Connection['script']
  readonly rewriter: LogRewriter
  readonly entries: readonly string[]
}

/** Rewrites a log as `EventLog.rewrite` says. */
export async function rewriteLog(options: RewriteOptions): Promise<number> {
  const { page, rewriter } = options
  let last = ''
  let hasChanges = false
  for (;;) {
    const slice = await page(last)
    for (const { text } of slice) hasChanges = rewriter.inspect(text) || hasChanges
    if (slice.length === 0) break
    last = slice.at(-1)?.position ?? last
  }
  if (!hasChanges) return 0
  for (let copies = 0; copies < MAX_COPIES; copies += 1) {
    const changed = await copyLog(options, last)
    if (changed !== undefined) return changed
  }
  throw new StoreUnavailable('the log could not be rewritten: its lock was lost each time')
}

/** Copies the log under its lock and replaces it. `inspected` is the last inspected position. Undefined if the lock was lost. */
async function copyLog(options: RewriteOptions, inspected: string): Promise<number | undefined> {
  const { key, script } = options
  const token = randomToken(9)
  const keys = [`${key}:rewriter`, `${key}:rewrite`] as const
  for (let attempts = 0; (await script('rungLockLog', keys, [token, LEASE_MS])) !== 1; attempts += 1) {
    if (attempts === MAX_LOCK_ATTEMPTS) throw new StoreUnavailable('another process is rewriting the log')
    await sleep(LOCK_RETRY_MS)
  }
  try {
    return await copySlices(options, inspected, token, [key, ...keys])
  } finally {
    // If this fails, both expire.
    await script('rungDeleteIf', keys, ['^(.*)$', token]).catch(() => undefined)
  }
}

async function copySlices(
  { page, script, rewriter, entries }: RewriteOptions,
  inspected: string,
  token: string,
  keys: readonly string[],
): Promise<number | undefined> {
  let after = ''
  let isNew = false
  let changed = 0
  for (;;) {
    const slice = await page(after)
    const rewritten: string[] = []
    for (const { position, mark, text } of slice) {
      if (isNew) rewriter.inspect(text)
      isNew ||= position === inspected
      const next = rewriter.rewrite(text)
      if (next !== text) rewritten.push(position, mark, next)
    }
    validateLogEntries(rewritten)
    const end = slice.at(-1)?.position
    if (end !== undefined) {
      const copied = await script('rungCopyLog', keys, [token, LEASE_MS, after, slice.length, ...rewritten])
      if (copied !== end) return undefined
      changed += rewritten.length / 3
      after = end
    }
    if (slice.length === REWRITE_SLICE) continue
    const replaced = await script('rungReplaceLog', keys, [token, after, randomToken(), ...entries])
    if (replaced !== 'more') return replaced === 'done' ? changed : undefined
  }
}
