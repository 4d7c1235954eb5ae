import { type Store, StoreUnavailable } from './store.ts'

/** Creates a store that holds nothing, for questions asked without stored data. Every use of it rejects and says so. */
export function createNullStore(): Store {
  const reject = (): Promise<never> => Promise.reject(new StoreUnavailable('this bot runs without a store'))
  const rejectAll = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: reject }) })
  const store: Store = {
    describe: () => Promise.resolve({ summary: 'nothing is stored', warnings: [] }),
    check: () => Promise.resolve('nothing is stored'),
    sessions: {
      read: reject,
      list: reject,
      listNewer: reject,
      create: reject,
      append: reject,
      replace: reject,
      end: reject,
    },
    results: { list: reject, countNewer: reject },
    settings: { read: reject, change: reject },
    claims: { claim: reject, complete: reject, release: reject },
    schedule: { put: reject, cancel: reject, platforms: reject, claim: reject, complete: reject, reschedule: reject },
    keyValues: { read: reject, write: reject, list: rejectAll, remove: reject },
    eventLog: { append: reject, rewrite: reject, read: reject },
    members: { recordActivity: reject, activeSince: reject },
    erase: reject,
    compact: reject,
    people: rejectAll,
    expire: reject,
    ofLadder: () => Promise.resolve(store),
    close: () => Promise.resolve(),
  }
  return store
}
