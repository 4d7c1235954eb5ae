import { join } from 'node:path'
import { openEmbeddedStore } from './embedded/index.ts'
import type { Store, StoreOptions } from './store.ts'

export { openEmbeddedStore, StoreInUse } from './embedded/index.ts'
export { repairStore } from './embedded/repair.ts'
export type { Store } from './store.ts'

/** Returns the folder of the embedded store, given RUNG_HOME. */
export function embeddedStoreFolder(home: string): string {
  return join(home, 'store')
}

/**
 * Opens the configured store: Redis if REDIS_URL is set, else the folder `store` in RUNG_HOME. Throws a RedisUrlError, StoreInUse or
 * StoreFolderUnusable; each says what to do.
 */
export async function openStore(
  options: StoreOptions & { readonly redisUrl: string | undefined; readonly home: string },
): Promise<Store> {
  const { redisUrl, home, ...storeOptions } = options
  if (redisUrl === undefined) return openEmbeddedStore({ ...storeOptions, folder: embeddedStoreFolder(home) })
  // The library is large, and most starts in a terminal do without it.
  const { openRedisStore } = await import('./redis/index.ts')
  return openRedisStore({ ...storeOptions, url: redisUrl })
}
