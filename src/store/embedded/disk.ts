import { access, chmod, constants, mkdir, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Level } from 'level'
import { probeKeys } from '../keys.ts'
import { watchOutages } from '../outage.ts'
import { type StoreOptions, StoreUnavailable } from '../store.ts'
import { errorMessage } from '../validation.ts'
import { openCommits, type Write } from './commits.ts'

/** Another process has the folder open, or this one has it open twice. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse'
}

/** The files in the folder are damaged. */
class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged'
}

/** The folder cannot be created, written to or read as a store. */
class StoreFolderUnusable extends Error {
  override readonly name = 'StoreFolderUnusable'
}

/** Keys and values in a folder. Every method rejects with a StoreUnavailable if the disk fails, or once it is closed. */
export interface Disk {
  /** The absolute path. */
  readonly folder: string
  get(key: string): Promise<string | undefined>
  /** Returns the entries whose keys have a prefix, in order; with a page, at most `limit` that follow the key `prefix + after`. */
  range(
    prefix: string,
    page?: { readonly after: string; readonly limit: number },
  ): Promise<readonly (readonly [key: string, value: string])[]>
  /** Iterates over the keys with a prefix, without reading the values. */
  keys(prefix: string): AsyncIterable<string>
  /** Makes all of the writes or none. Resolves when they would survive a power cut. */
  write(writes: readonly Write[]): Promise<void>
  /** Writes and removes a value. */
  probe(): Promise<void>
  /** Runs work under the same name one at a time, in order. */
  runExclusive<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Rewrites the files without removed and overwritten values. Takes time in proportion to their size. */
  compact(): Promise<void>
  /** Waits for pending work, then closes the folder. */
  close(): Promise<void>
}

/** Keys that are read at once. */
const KEYS_PER_READ = 1000

/** Opens a folder, and creates it if it is missing. Throws StoreInUse, StoreDamaged or StoreFolderUnusable. */
export async function openDisk(path: string, { prefix, onOutage }: StoreOptions): Promise<Disk> {
  const folder = resolve(path)
  const database = await openDatabase(folder)
  const queues = openQueues()
  const watch = watchOutages({ name: `the store in ${folder}`, probe, onOutage })
  const commit = openCommits(database, {
    onFailedWrite: (error) => watch.reportFailure('readonly', `takes no writes: ${errorMessage(error)}`),
    toStoreError: (error) => unavailable(folder, error),
  })
  let closing: Promise<void> | undefined
  let isClosed = false

  /** Reads. Reopens the database first if a failed write has left it closed. */
  async function read<T>(work: () => T | Promise<T>): Promise<T> {
    if (isClosed) throw closedError(folder)
    try {
      if (database.status !== 'open') await database.open()
      return await work()
    } catch (error) {
      watch.reportFailure('unreachable', `cannot be read: ${unavailable(folder, error).message}`)
      throw unavailable(folder, error)
    }
  }

  async function write(writes: readonly Write[]): Promise<void> {
    if (isClosed) throw closedError(folder)
    if (writes.length > 0) await commit.write(writes)
  }

  async function probe(): Promise<void> {
    const [key = ''] = probeKeys(prefix, 1)
    await write([
      { type: 'put', key, value: '' },
      { type: 'del', key },
    ])
    await read(() => database.getSync(key))
  }

  async function* keys(prefix: string): AsyncGenerator<string> {
    const iterator = await read(() => database.keys(withPrefix(prefix)))
    try {
      for (;;) {
        const page = await read(() => iterator.nextv(KEYS_PER_READ))
        if (page.length === 0) return
        yield* page
      }
    } finally {
      await iterator.close()
    }
  }

  return {
    folder,
    // Synchronous: the value is usually in memory, and a switch to another thread takes longer than the read.
    get: (key) => read(() => database.getSync(key)),
    range: (prefix, page) =>
      read(() =>
        database
          .iterator(
            page ? { gt: `${prefix}${page.after}`, lt: withPrefix(prefix).lt, limit: page.limit } : withPrefix(prefix),
          )
          .all(),
      ),
    keys,
    write,
    probe,
    async runExclusive(name, work) {
      if (closing) throw closedError(folder)
      return queues.run(name, work)
    },
    async compact() {
      if (isClosed) throw closedError(folder)
      await commit.compact()
    },
    close() {
      closing ??= queues
        .idle()
        .then(() => {
          isClosed = true
          watch.stop()
          return commit.idle()
        })
        .then(() => database.close())
      return closing
    },
  }
}

/** The store holds people's answers about themselves, so no other user of the machine may read it. */
const OWNER_ONLY = 0o700

/** Returns the range of all keys with a prefix. No key contains U+FFFF. */
function withPrefix(prefix: string): { readonly gte: string; readonly lt: string } {
  return { gte: prefix, lt: `${prefix}\uFFFF` }
}

async function openDatabase(folder: string): Promise<Level> {
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY })
    // A folder from an earlier version or an operator may be open to others. One that another user owns stays as it is.
    await chmod(folder, OWNER_ONLY).catch(() => undefined)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const names = await readdir(folder)
    // LevelDB would take such a folder for an empty one and remove its files.
    if (names.some((name) => DATA_FILE.test(name)) && !names.includes('CURRENT')) {
      throw new StoreDamaged(adviceFor(folder, 'its file CURRENT is missing'))
    }
    const database = new Level(folder, { keyEncoding: 'utf8', valueEncoding: 'utf8' })
    await database.open()
    return database
  } catch (error) {
    throw openingFailed(folder, error)
  }
}

/** Matches files that hold values: tables, and the log of values that are in no table yet. */
const DATA_FILE = /^\d+\.(?:ldb|sst|log)$/u

/** Whether an error means damaged files: wrong content, or a file missing that another one names. */
function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'LEVEL_CORRUPTION' || (code === 'LEVEL_IO_ERROR' && /No such file/u.test(errorMessage(error)))
}

function adviceFor(folder: string, problem: string): string {
  return (
    `${folder} is damaged: ${problem}. Stop Rung, then run "npm run -s cli -- store repair": it keeps a copy of the folder ` +
    'and saves what can still be read. Or restore a backup of the folder.'
  )
}

function openingFailed(folder: string, error: unknown): Error {
  if (error instanceof StoreDamaged) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (codeOf(cause) === 'LEVEL_LOCKED') {
    return new StoreInUse(
      `${folder} is in use by another process, and this store serves only one. Set REDIS_URL to run several, ` +
        'or RUNG_HOME to another folder.',
      { cause },
    )
  }
  if (isDamage(cause)) return new StoreDamaged(adviceFor(folder, errorMessage(cause)), { cause })
  return new StoreFolderUnusable(
    `${folder} cannot hold the data: ${errorMessage(cause)}. Make it a folder this process may write to, ` +
      'or set RUNG_HOME to another one.',
    { cause },
  )
}

function closedError(folder: string): StoreUnavailable {
  return new StoreUnavailable(`the store in ${folder} is closed`)
}

function unavailable(folder: string, error: unknown): StoreUnavailable {
  const problem = isDamage(error)
    ? adviceFor(folder, errorMessage(error))
    : `the store in ${folder} failed: ${errorMessage(error)}`
  return new StoreUnavailable(problem, { cause: error })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Creates queues of work by name. An empty queue is removed. */
function openQueues(): {
  readonly run: <T>(name: string, work: () => Promise<T>) => Promise<T>
  readonly idle: () => Promise<void>
} {
  const ends = new Map<string, Promise<void>>()
  return {
    run(name, work) {
      const result = (ends.get(name) ?? Promise.resolve()).then(work)
      const end: Promise<void> = result.then(
        () => undefined,
        () => undefined,
      )
      ends.set(name, end)
      void end.then(() => {
        if (ends.get(name) === end) ends.delete(name)
      })
      return result
    },
    async idle() {
      while (ends.size > 0) await Promise.all(ends.values())
    },
  }
}
