import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { waitUntil } from '../redis-server.ts'
import type { ContractContext, StoreHarness } from './store.ts'
import { ada, append, DAYS, scheduleEntry, session, sessionRef } from './store-fixtures.ts'

const role = 'ml-engineer'

/** A call of every method that changes nothing a test has stored. */
const METHODS: Record<string, (store: Store) => Promise<unknown>> = {
  'sessions.read': (store) => store.sessions.read(ada, role),
  'sessions.list': (store) => store.sessions.list(ada),
  'sessions.create': (store) => store.sessions.create(ada, session(), DAYS),
  'sessions.append': (store) => store.sessions.append(ada, role, append(session({ version: 9 }))),
  'sessions.replace': (store) =>
    store.sessions.replace(ada, sessionRef(session({ version: 9 })), session({ version: 10 }), DAYS),
  'sessions.end': (store) => store.sessions.end(ada, sessionRef(session({ version: 9 })), null),
  'results.list': (store) => store.results.list(ada),
  'settings.read': (store) => store.settings.read(ada),
  'settings.change': (store) => store.settings.change(ada, {}),
  'events.claim': (store) => store.claims.claim('Ev1', 1000, 10),
  'events.done': (store) => store.claims.complete('Ev1', 10),
  'events.release': (store) => store.claims.release('Ev1'),
  'due.schedule': (store) => store.schedule.put(scheduleEntry('a', 1000)),
  'due.cancel': (store) => store.schedule.cancel('a'),
  'due.claim': (store) => store.schedule.claim('slack', 0, 1000, 10),
  'due.complete': (store) => store.schedule.complete({ ...scheduleEntry('a', 1000), token: 'none' }),
}

const WITHIN_MS = 2500

export function describeOutage({ harness, store }: ContractContext): void {
  async function failsInTime(): Promise<void> {
    const outcomes = await Promise.all(
      Object.entries(METHODS).map(async ([name, method]) => {
        const start = performance.now()
        const error = await method(store()).then(
          () => 'it answered',
          (error: unknown) => (error instanceof Error ? error.name : 'no error'),
        )
        return { name, error, inTime: performance.now() - start < WITHIN_MS }
      }),
    )
    expect(await store().check()).toMatch(/./u)
    expect(outcomes).toEqual(Object.keys(METHODS).map((name) => ({ name, error: 'StoreUnavailable', inTime: true })))
    const { summary, warnings } = await store().describe()
    expect(`${summary} ${warnings.join()}`).toMatch(/does not answer/u)
  }

  function outage(): NonNullable<StoreHarness['outage']> | undefined {
    return harness().outage
  }

  describe('of its server', () => {
    test('that does not answer', async ({ skip }) => {
      const server = outage()
      if (!server) return skip()
      await store().sessions.create(ada, session(), DAYS)
      server.freeze()
      try {
        await failsInTime()
      } finally {
        server.thaw()
      }
      await waitUntil(async () => (await store().sessions.read(ada, role))?.id === session().id)
      expect(await store().sessions.append(ada, role, append(session()))).toMatchObject({ status: 'done' })
    })

    test('that has stopped', async ({ skip }) => {
      const server = outage()
      if (!server) return skip()
      await store().sessions.create(ada, session(), DAYS)
      const cut = [1, 2, 3].map(() =>
        store()
          .sessions.read(ada, role)
          .catch((error: Error) => error.name),
      )
      await server.kill()
      expect(await Promise.all(cut)).toEqual([1, 2, 3].map(() => expect.anything()))
      await failsInTime()
      await server.restart()
      await waitUntil(async () => (await store().sessions.read(ada, role))?.id === session().id)
      expect(await store().sessions.append(ada, role, append(session()))).toMatchObject({ status: 'done' })
    })
  })
}
