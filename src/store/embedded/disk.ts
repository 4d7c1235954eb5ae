import { access, chmod, constants, mkdir, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setImmediate as afterThisTick } from 'node:timers/promises'
import { Level } from 'level'
import { probeKeys } from '../keys.ts'
import { watchOutages } from '../outage.ts'
import { type StoreOptions, StoreUnavailable } from '../store.ts'

/** The folder is held by another process (or opened twice in this one). */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse'
}

/** The files in the folder are damaged. */
class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged'
}

/** The folder cannot be made, written to or read as a store. */
class StoreFolderUnusable extends Error {
  override readonly name = 'StoreFolderUnusable'
}

export type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string }

/** Keys and values in a folder. Everything rejects with a StoreUnavailable where the disk fails, or once it is closed. */
export interface Disk {
  /** Absolute. */
  readonly folder: string
  get(key: string): Promise<string | undefined>
  /** All entries whose key begins so, in the order of their keys; or some of them, after what else a key holds. */
  range(
    beginning: string,
    part?: { readonly after: string; readonly most: number },
  ): Promise<readonly (readonly [key: string, value: string])[]>
  /** The keys only: for going over a lot. */
  keys(beginning: string): AsyncIterable<string>
  /** Makes all of the writes or none. Resolves when they will outlive a loss of power. */
  write(writes: readonly Write[]): Promise<void>
  /** Writes and removes a value. */
  probe(): Promise<void>
  /** Does what is asked for under one name one after another. */
  runExclusive<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Rewrites the files without the values that were removed or overwritten. Takes a time proportional to their size. */
  compact(): Promise<void>
  /** Waits for what is in hand. */
  close(): Promise<void>
}

/** Opens a folder, made if missing. Throws StoreInUse or StoreFolderUnusable. */
export async function openDisk(path: string, { prefix, onOutage }: StoreOptions): Promise<Disk> {
  const folder = resolve(path)
  const database = await openDatabase(folder)
  const queues = openQueues()
  const watch = watchOutages({ name: `the store in ${folder}`, probe, onOutage })
  const commit = openCommits(database, (problem) => watch.reportFailure('readonly', `takes no writes: ${problem}`))
  let closing: Promise<void> | undefined
  let closed = false

  /** Reads, opening the database anew where a failed write closed it and it could not be opened at once. */
  async function reading<T>(read: () => T | Promise<T>): Promise<T> {
    if (closed) throw closedError(folder)
    try {
      if (database.status !== 'open') await database.open()
      return await read()
    } catch (error) {
      watch.reportFailure('away', `cannot be read: ${unavailable(folder, error).message}`)
      throw unavailable(folder, error)
    }
  }

  async function write(writes: readonly Write[]): Promise<void> {
    if (closed) throw closedError(folder)
    if (writes.length > 0) await commit.write(writes)
  }

  async function probe(): Promise<void> {
    const [key = ''] = probeKeys(prefix, 1)
    await write([
      { type: 'put', key, value: '' },
      { type: 'del', key },
    ])
    await reading(() => database.getSync(key))
  }

  return {
    folder,
    // At once: what is asked for lies in memory as a rule, and a trip to another thread takes longer than the reading.
    get: (key) => reading(() => database.getSync(key)),
    range: (beginning, part) =>
      reading(() =>
        database
          .iterator(
            part ? { gt: `${beginning}${part.after}`, lt: span(beginning).lt, limit: part.most } : span(beginning),
          )
          .all(),
      ),
    keys: (beginning) => database.keys(span(beginning)),
    write,
    probe,
    async runExclusive(name, work) {
      if (closing) throw closedError(folder)
      return queues.alone(name, work)
    },
    async compact() {
      if (closed) throw closedError(folder)
      await commit.exclusively(() => compactAll(database))
    },
    close() {
      closing ??= queues
        .idle()
        .then(() => {
          closed = true
          watch.stop()
          return commit.idle()
        })
        .then(() => database.close())
      return closing
    },
  }
}

type Database = Level

/** The store holds what people think of themselves: nobody else on the machine reads it. */
const OWNER_ONLY = 0o700

/** All keys with a beginning: no key holds a character as high as the end. */
function span(beginning: string): { readonly gte: string; readonly lt: string } {
  return { gte: beginning, lt: `${beginning}\uFFFF` }
}

async function openDatabase(folder: string): Promise<Database> {
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY })
    // A folder of an earlier version, or of an operator, may be open to others. Where it belongs to someone else it stays.
    await chmod(folder, OWNER_ONLY).catch(() => undefined)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const names = await readdir(folder)
    // LevelDB would take such a folder for an empty one, and remove what lies there.
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

/** Files that hold values: tables, and the log of what is in no table yet. */
const DATA_FILE = /^\d+\.(?:ldb|sst|log)$/u

/** Whether an error says that files are damaged: what they hold is wrong, or one that another one names is not there. */
function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'LEVEL_CORRUPTION' || (code === 'LEVEL_IO_ERROR' && /No such file/u.test(messageOf(error)))
}

function adviceFor(folder: string, problem: string): string {
  return (
    `${folder} is damaged: ${problem}. Stop Rung, then run "npm run -s cli -- store repair": it keeps a copy of the folder ` +
    'and saves what can still be read. Or put back a backup of the folder.'
  )
}

function openingFailed(folder: string, error: unknown): Error {
  if (error instanceof StoreDamaged) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (codeOf(cause) === 'LEVEL_LOCKED') {
    return new StoreInUse(
      `${folder} is in use by another process, and this store serves one only. Set REDIS_URL to run several, ` +
        'or RUNG_HOME to another folder.',
      { cause },
    )
  }
  if (isDamage(cause)) return new StoreDamaged(adviceFor(folder, messageOf(cause)), { cause })
  return new StoreFolderUnusable(
    `${folder} cannot hold the data: ${messageOf(cause)}. Make it a folder this process may write to, ` +
      'or set RUNG_HOME to another one.',
    { cause },
  )
}

function closedError(folder: string): StoreUnavailable {
  return new StoreUnavailable(`the store in ${folder} is closed`)
}

function unavailable(folder: string, error: unknown): StoreUnavailable {
  const problem = isDamage(error)
    ? adviceFor(folder, messageOf(error))
    : `the store in ${folder} failed: ${messageOf(error)}`
  return new StoreUnavailable(problem, { cause: error })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Lines of work by name; a line that has run dry is forgotten. */
function openQueues(): {
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>
  readonly idle: () => Promise<void>
} {
  const ends = new Map<string, Promise<void>>()
  return {
    alone(name, work) {
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

interface Waiting {
  readonly writes: readonly Write[]
  readonly done: () => void
  readonly failed: (error: StoreUnavailable) => void
}

/**
 * Group commit: what comes together in one tick, or while the disk is busy, is synced together, so that writers wait for
 * two syncs at most, however many they are.
 */
function openCommits(
  database: Database,
  onFailure: (problem: string) => void,
): {
  readonly write: (writes: readonly Write[]) => Promise<void>
  /** Does some work while no write is under way. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>
  readonly idle: () => Promise<void>
} {
  let waiting: Waiting[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    await afterThisTick()
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        await commitGroup(
          database,
          group.flatMap(({ writes }) => writes),
        )
        for (const { done } of group) done()
      } catch (error) {
        onFailure(messageOf(error))
        const problem = unavailable(database.location, error)
        for (const { failed } of group) failed(problem)
      }
      await afterThisTick()
    }
    running = undefined
  }

  return {
    write: (writes) =>
      new Promise<void>((done, failed) => {
        waiting.push({ writes, done, failed })
        running ??= run()
      }),
    async exclusively(work) {
      while (running) await running
      let failure: unknown
      running = work()
        .catch((error: unknown) => {
          failure = error
        })
        .then(() => {
          running = waiting.length > 0 ? run() : undefined
        })
      await running
      if (failure !== undefined) throw unavailable(database.location, failure)
    },
    async idle() {
      while (running) await running
    },
  }
}

/**
 * Rewrites every file of the database. LevelDB leaves alone what lies in its deepest level, so a pair of keys around all
 * others is written first: what then has to be merged reaches over everything.
 */
async function compactAll(database: Database): Promise<void> {
  if (database.status !== 'open') await database.open()
  const [first, last] = ['\u0000', '\uFFFF']
  // The first pass writes what is in memory to a file, the second merges it with all the others.
  for (let pass = 0; pass < 2; pass++) {
    await database.batch(
      [first, last].map((key) => ({ type: 'put', key, value: '' })),
      { sync: true },
    )
    await database.compactRange(first, last)
  }
  await database.batch(
    [first, last].map((key) => ({ type: 'del', key })),
    { sync: true },
  )
}

/**
 * LevelDB takes no more writes after one that failed (a full disk, say) until it is opened anew. So it is opened anew,
 * at once and, where that fails too, before the next write.
 */
async function commitGroup(database: Database, writes: readonly Write[]): Promise<void> {
  if (database.status !== 'open') await database.open()
  try {
    await database.batch([...writes], { sync: true })
  } catch (error) {
    await database.close()
    await database.open().catch(() => undefined)
    throw error
  }
}

// What LevelDB does beyond the types of `level`, which also serves browsers.
declare module 'level' {
  interface Level<KDefault = string, VDefault = string> {
    compactRange(start: KDefault, end: KDefault): Promise<void>
  }
  namespace Level {
    function repair(location: string): Promise<void>
  }
}
