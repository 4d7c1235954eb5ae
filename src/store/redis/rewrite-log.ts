import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LogEntry, type LogRewriter, REWRITE_SLICE, StoreUnavailable } from '../store.ts'
import { validateLogEntries } from '../validation.ts'
import type { Connection } from './connection.ts'

// A stream's entries cannot be changed. So the log is copied, a slice at a time, and the copy takes its place in one step once it holds
// all that the log does. One process at a time copies; if it dies, the lock and the copy expire.

/** How long the lock lasts after each slice, in milliseconds. */
const LEASE_MS = 5000
/** Wait for another process that is rewriting the log, and how often to look. */
const MOST_WAITS = 600
const WAIT_MS = 100
/** Copies that are begun again because the lock was lost. */
const MOST_TRIES = 3

export interface RewriteOptions {
  readonly key: string
  /** The next entries after a position ('': from the beginning); none at the end of the log. */
  readonly page: (after: string) => Promise<readonly LogEntry[]>
  readonly script: Connection['script']
  readonly rewriter: LogRewriter
  readonly entries: readonly string[]
}

/** Rewrites a log as `LogStore.rewrite` says. */
export async function rewriteLog(options: RewriteOptions): Promise<number> {
  const { page, rewriter } = options
  let last = ''
  let changes = false
  for (;;) {
    const found = await page(last)
    for (const { text } of found) changes = rewriter.inspect(text) || changes
    if (found.length === 0) break
    last = found.at(-1)?.position ?? last
  }
  if (!changes) return 0
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const changed = await copyLog(options, last)
    if (changed !== undefined) return changed
  }
  throw new StoreUnavailable('the log could not be rewritten: the lock for it was lost each time')
}

/** Makes the copy and puts it in place; `read` is up to where the texts have been read. Undefined if the lock was lost. */
async function copyLog(options: RewriteOptions, read: string): Promise<number | undefined> {
  const { key, script } = options
  const token = randomBytes(9).toString('base64url')
  const keys = [`${key}:rewriter`, `${key}:rewrite`] as const
  for (let waits = 0; (await script('rungLockLog', keys, [token, LEASE_MS])) !== 1; waits += 1) {
    if (waits === MOST_WAITS) throw new StoreUnavailable('another process is rewriting the log')
    await sleep(WAIT_MS)
  }
  try {
    return await copySlices(options, read, token, [key, ...keys])
  } finally {
    // If this fails, both expire.
    await script('rungUnlockLog', keys, [token]).catch(() => undefined)
  }
}

async function copySlices(
  { page, script, rewriter, entries }: RewriteOptions,
  read: string,
  token: string,
  keys: readonly string[],
): Promise<number | undefined> {
  let after = ''
  let isNew = false
  let changed = 0
  for (;;) {
    const found = await page(after)
    const next: string[] = []
    for (const { position, mark, text } of found) {
      if (isNew) rewriter.inspect(text)
      isNew ||= position === read
      const rewritten = rewriter.rewrite(text)
      if (rewritten !== text) next.push(position, mark, rewritten)
    }
    validateLogEntries(next)
    const end = found.at(-1)?.position
    if (end !== undefined) {
      const copied = await script('rungCopyLog', keys, [token, LEASE_MS, after, found.length, ...next])
      if (copied !== end) return undefined
      changed += next.length / 3
      after = end
    }
    if (found.length === REWRITE_SLICE) continue
    const replaced = await script('rungReplaceLog', keys, [token, after, newMark(), ...entries])
    if (replaced !== 'more') return replaced === 'done' ? changed : undefined
  }
}

function newMark(): string {
  return randomBytes(6).toString('base64url')
}
