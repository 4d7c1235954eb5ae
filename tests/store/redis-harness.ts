import type { Redis } from 'ioredis'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import type { Damage, RecordKind, StoreHarness } from '../contract/store.ts'
import { LATER } from '../contract/store-newer-schema.ts'
import type { RedisServer } from '../redis-server.ts'

/** Creates a harness over one Redis server or those of a cluster. */
export function createRedisHarness(
  servers: readonly RedisServer[],
  url: string,
  outage: NonNullable<StoreHarness['outage']>,
): StoreHarness {
  const open = new Set<Store>()
  const clients = servers.map((server) => server.client())

  async function openStore(options: Parameters<StoreHarness['open']>[0]): Promise<Store> {
    const store = await openRedisStore({ url, ...options })
    open.add(store)
    return store
  }

  async function findKeys(prefix: string): Promise<readonly { readonly client: Redis; readonly key: string }[]> {
    const lists = await Promise.all(
      clients.map(async (client) => (await client.keys(`${prefix}*`)).map((key) => ({ client, key }))),
    )
    return lists.flat()
  }

  return {
    open: openStore,
    second: (_, prefix) => openStore({ prefix, onQuarantine: () => undefined }),
    async close() {
      await Promise.all([...open].map((store) => store.close()))
      open.clear()
    },
    async contents(prefix) {
      const keys = await findKeys(prefix)
      return new Map(await Promise.all(keys.map(async ({ client, key }) => [key, await textOf(client, key)] as const)))
    },
    async corrupt(prefix, kind, damage) {
      const at = (await findKeys(prefix)).find(({ key }) => KEYS[kind].test(key))
      if (!at) throw new Error(`there is no ${kind}`)
      return corrupt(at.client, at.key, kind, damage)
    },
    outage,
    remove: async () => {
      await Promise.all(servers.map((server) => server.stop()))
    },
  }
}

const KEYS: Record<RecordKind, RegExp> = {
  session: /\}:session:/u,
  result: /\}:results$/u,
  settings: /\}:settings$/u,
  entry: /\{due\}:entries$/u,
  claim: /\{event:/u,
  value: /\{thing:/u,
}

async function textOf(client: Redis, key: string): Promise<string> {
  switch (await client.type(key)) {
    case 'hash':
      // Redis returns fields and members in any order.
      return JSON.stringify(
        Object.fromEntries(Object.entries(await client.hgetall(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      )
    case 'set':
      return JSON.stringify((await client.smembers(key)).toSorted())
    case 'zset':
      return JSON.stringify(await client.zrange(key, '0', '-1'))
    default:
      return (await client.get(key)) ?? ''
  }
}

async function corrupt(client: Redis, key: string, kind: RecordKind, damage: Damage): Promise<string> {
  const isHash = (await client.type(key)) === 'hash'
  if (damage === 'garbage' && kind !== 'entry') {
    await client.set(key, 'garbage')
    return 'garbage'
  }
  if (kind === 'session' && damage === 'schema') {
    await client.hset(key, 'schema', '99')
    return '99'
  }
  if (!isHash) {
    const text = DAMAGES[damage]((await client.get(key)) ?? '')
    await client.set(key, text)
    return text
  }
  const field = kind === 'session' ? 'head' : ((await client.hkeys(key))[0] ?? '')
  const text = DAMAGES[damage]((await client.hget(key, field)) ?? '')
  await client.hset(key, field, text)
  // The token before an entry changes when it is claimed, so before it is quarantined.
  if (kind === 'entry') return text.replace(/^\S+ /u, '')
  return kind === 'session' ? JSON.stringify(text) : text
}

const DAMAGES: Record<Damage, (text: string) => string> = {
  garbage: () => 'garbage',
  truncated: (text) => text.slice(0, text.length / 2),
  schema: (text) => text.replace('"schema":1', '"schema":99'),
  fields: (text) =>
    text.includes('"schema":1') ? text.replace('"schema":1', `"schema":1,${LATER}`) : text.replace('{', `{${LATER},`),
}
