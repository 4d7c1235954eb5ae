import { StoreUnavailable } from '../store.ts'
import type { Connection } from './connection.ts'

/** Keys that one step of a scan examines. */
const KEYS_PER_STEP = 1000

/** Iterates over the keys that match a glob pattern, on every server. A key that exists throughout comes at least once. */
export async function* scanKeys(
  { call, servers, name }: Connection,
  pattern: string,
): AsyncGenerator<readonly string[], void> {
  // This call waits for the connection: the servers of a cluster are known only then.
  await call((client) => client.exists(pattern))
  const all = servers()
  if (all.length === 0) throw new StoreUnavailable(`${name}: no server is known`)
  for (const server of all) {
    let cursor = '0'
    do {
      const [next, keys] = await call(() => server.scan(cursor, 'MATCH', pattern, 'COUNT', KEYS_PER_STEP))
      cursor = next
      yield keys
    } while (cursor !== '0')
  }
}
