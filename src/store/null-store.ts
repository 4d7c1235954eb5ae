import { type Store, StoreUnavailable } from './store.ts'

/** A store that keeps nothing: for answering questions where nobody's data is at hand. Every use of it says so. */
export function createNullStore(): Store {
  const refuse = (): Promise<never> => Promise.reject(new StoreUnavailable('this way of asking keeps nothing'))
  const refuseAll = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) })
  return {
    describe: () => Promise.resolve({ summary: 'nothing is kept', warnings: [] }),
    check: () => Promise.resolve('nothing is kept'),
    sessions: {
      read: refuse,
      list: refuse,
      listNewer: refuse,
      create: refuse,
      append: refuse,
      replace: refuse,
      end: refuse,
    },
    results: { list: refuse, countNewer: refuse },
    settings: { read: refuse, change: refuse },
    claims: { claim: refuse, complete: refuse, release: refuse },
    schedule: { put: refuse, cancel: refuse, platforms: refuse, claim: refuse, complete: refuse, reschedule: refuse },
    keyValues: { read: refuse, write: refuse, list: refuseAll, remove: refuse },
    eventLog: { append: refuse, rewrite: refuse, read: refuse },
    members: { recordActivity: refuse, activeSince: refuse },
    erase: refuse,
    compact: refuse,
    people: refuseAll,
    expire: refuse,
    close: () => Promise.resolve(),
  }
}
