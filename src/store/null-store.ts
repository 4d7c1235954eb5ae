import { type Store, StoreUnavailable } from './store.ts'

/** A store that keeps nothing: for answering questions where nobody's data is at hand. Every use of it says so. */
export function noStore(): Store {
  const refuse = (): Promise<never> => Promise.reject(new StoreUnavailable('this way of asking keeps nothing'))
  const refuseAll = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) })
  return {
    describe: () => Promise.resolve({ summary: 'nothing is kept', warnings: [] }),
    check: () => Promise.resolve('nothing is kept'),
    sessions: {
      read: refuse,
      list: refuse,
      newer: refuse,
      create: refuse,
      append: refuse,
      replace: refuse,
      end: refuse,
    },
    results: { list: refuse, newer: refuse },
    settings: { read: refuse, change: refuse },
    events: { claim: refuse, done: refuse, release: refuse },
    due: { schedule: refuse, cancel: refuse, platforms: refuse, claim: refuse, complete: refuse, reschedule: refuse },
    things: { read: refuse, write: refuse, list: refuseAll, remove: refuse },
    logs: { append: refuse, rewrite: refuse, read: refuse },
    members: { seen: refuse, since: refuse },
    erase: refuse,
    compact: refuse,
    people: refuseAll,
    expire: refuse,
    close: () => Promise.resolve(),
  }
}
