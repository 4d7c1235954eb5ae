import type { Redis } from 'ioredis'
import { type Store, StoreUnavailable } from '../store.ts'
import { errorMessage } from '../validation.ts'
import type { Connection } from './connection.ts'
import { classifyRedisError } from './errors.ts'

/** The settings of a server; null for those it does not reveal. */
interface ServerSettings {
  readonly appendonly: boolean
  readonly appendfsync: string | null
  readonly save: string | null
  readonly policy: string
  /** In bytes; 0 means no limit. */
  readonly maxmemory: number
}

/** Describes what the servers' settings mean for the data. Resolves even if they cannot be reached: an operator asks. */
export async function describeRedis({ name, read, servers, probe }: Connection): ReturnType<Store['describe']> {
  try {
    const settings = await read(() => Promise.all(servers().map(readSettings)))
    const refused = await probe().then(
      () => [],
      (error: unknown) => [`Redis takes no writes: ${errorMessage(error)}`],
    )
    const summaries = new Set(settings.map(summarize))
    return {
      summary: `${name}: ${[...summaries].join('; other nodes: ')}`,
      warnings: [...refused, ...new Set(settings.flatMap(warningsOf))],
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    return {
      summary: `${error.message}; trying again until it answers`,
      warnings: ['Redis does not answer: what needs stored data fails until it does'],
    }
  }
}

/** Returns null if the server reveals nothing: hosts and access lists may forbid or rename CONFIG and INFO. */
async function readSettings(server: Redis): Promise<ServerSettings | null> {
  return (await unlessRefused(() => readConfig(server))) ?? (await unlessRefused(() => readInfo(server)))
}

async function readConfig(server: Redis): Promise<ServerSettings> {
  const names = ['appendonly', 'appendfsync', 'save', 'maxmemory-policy', 'maxmemory'] as const
  const replies = await Promise.all(names.map((name) => server.config('GET', name)))
  const [appendonly, appendfsync, save, policy, maxmemory] = replies.map((reply) => secondOf(reply))
  return {
    appendonly: appendonly === 'yes',
    appendfsync: appendfsync ?? null,
    save: save ?? null,
    policy: policy ?? 'noeviction',
    maxmemory: Number(maxmemory ?? 0),
  }
}

async function readInfo(server: Redis): Promise<ServerSettings> {
  const info = `${await server.info('persistence')}\n${await server.info('memory')}`
  return {
    appendonly: fieldOf(info, 'aof_enabled') === '1',
    appendfsync: null,
    save: null,
    policy: fieldOf(info, 'maxmemory_policy') ?? 'noeviction',
    maxmemory: Number(fieldOf(info, 'maxmemory') ?? 0),
  }
}

/** Returns null if the server refuses a command, for whatever reason. */
async function unlessRefused(work: () => Promise<ServerSettings>): Promise<ServerSettings | null> {
  try {
    return await work()
  } catch (error) {
    const { kind, code } = classifyRedisError(error)
    if (kind === 'refused' || code === 'NOPERM') return null
    throw error
  }
}

function secondOf(reply: unknown): string | undefined {
  const second: unknown = Array.isArray(reply) ? reply[1] : undefined
  return typeof second === 'string' ? second : undefined
}

function fieldOf(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'mu').exec(info)?.[1]
}

function summarize(settings: ServerSettings | null): string {
  if (!settings) return 'settings unknown'
  const { appendonly, appendfsync, save, policy } = settings
  const log = appendonly ? `append-only file, ${syncOf(appendfsync)}` : 'no append-only file'
  return [log, snapshotsOf(save), `eviction ${policy}`].join(', ')
}

function syncOf(appendfsync: string | null): string {
  switch (appendfsync) {
    case 'always':
      return 'synced with every change'
    case 'everysec':
      return 'synced every second'
    case 'no':
      return 'synced by the system'
    default:
      return 'sync policy unknown'
  }
}

function snapshotsOf(save: string | null): string {
  if (save === null) return 'snapshots unknown'
  if (save === '') return 'no snapshots'
  const rules = [...save.matchAll(/(\d+) (\d+)/gu)].map(([, seconds, changes]) => `${changes} changes in ${seconds} s`)
  return `snapshots after ${rules.join(' or ')}`
}

function warningsOf(settings: ServerSettings | null): readonly string[] {
  if (!settings)
    return ['Redis does not reveal its settings. Check that appendonly is yes and maxmemory-policy noeviction']
  const { appendonly, appendfsync, save, policy, maxmemory } = settings
  const warnings: string[] = []
  if (!appendonly && save === '') {
    warnings.push('Redis stores nothing on disk: a restart loses everything. Set appendonly yes')
  } else if (!appendonly && save !== null) {
    warnings.push('Redis stores snapshots only: a crash loses all changes after the last one. Set appendonly yes')
  } else if (!appendonly) {
    warnings.push('Redis has no append-only file: a crash may lose what was acknowledged. Set appendonly yes')
  } else if (appendfsync === 'everysec') {
    warnings.push('Redis syncs every second: a crash may lose the last second. Set appendfsync always if that matters')
  } else if (appendfsync === 'no') {
    warnings.push(
      'Redis leaves syncing to the system: a crash may lose half a minute. Set appendfsync everysec or always',
    )
  }
  if (policy !== 'noeviction') {
    const when = maxmemory > 0 ? `when memory reaches ${maxmemory} bytes` : 'once a maxmemory is set'
    warnings.push(`Redis may drop sessions and results ${when} (maxmemory-policy ${policy}). Set noeviction`)
  }
  return warnings
}
