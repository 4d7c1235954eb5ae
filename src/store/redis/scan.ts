import { StoreUnavailable } from '../store.ts'
import type { Connection } from './connection.ts'

/** Keys that one step of a scan looks at. */
const STEP = 1000

/** Steps through the keys that match a glob pattern, on every server. A key that is there all the while comes, perhaps twice. */
export async function* scanKeys(
  { call, servers, name }: Connection,
  pattern: string,
): AsyncGenerator<readonly string[], void> {
  // The first call waits for the connection; only then are the servers of a cluster known.
  await call((client) => client.exists(pattern))
  const all = servers()
  if (all.length === 0) throw new StoreUnavailable(`${name}: no server is known`)
  for (const server of all) {
    let cursor = '0'
    do {
      const [next, keys] = await call(() => server.scan(cursor, 'MATCH', pattern, 'COUNT', STEP))
      cursor = next
      yield keys
    } while (cursor !== '0')
  }
}
