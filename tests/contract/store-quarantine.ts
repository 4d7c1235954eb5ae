import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import type { ContractContext, Damage, RecordKind } from './store.ts'
import { ada, append, DAYS, result, scheduleEntry, session, sessionRef } from './store-fixtures.ts'

const role = 'ml-engineer'

/** How to store and read a value of each kind, and what a store returns when it has none. */
const KINDS: Record<
  RecordKind,
  {
    readonly damages: readonly Damage[]
    readonly put: (store: Store) => Promise<unknown>
    readonly ask: (store: Store) => Promise<unknown>
    readonly none: unknown
  }
> = {
  session: {
    damages: ['garbage', 'truncated'],
    put: (store) => store.sessions.create(ada, session(), DAYS),
    ask: async (store) => [await store.sessions.read(ada, role), await store.sessions.list(ada)],
    none: [null, []],
  },
  result: {
    damages: ['garbage', 'truncated'],
    async put(store) {
      await store.sessions.create(ada, session(), DAYS)
      await store.sessions.end(ada, sessionRef(session()), result())
    },
    ask: (store) => store.results.list(ada),
    none: [],
  },
  settings: {
    damages: ['garbage', 'truncated'],
    put: (store) => store.settings.change(ada, { focus: role }),
    ask: (store) => store.settings.read(ada),
    none: { schema: 1, reminders: true, lastRole: null, focus: null },
  },
  entry: {
    damages: ['garbage', 'truncated'],
    put: (store) => store.schedule.put(scheduleEntry('reminder', 1000)),
    ask: (store) => store.schedule.claim('slack', 1000, 1000, 10),
    none: [],
  },
  claim: {
    damages: ['garbage'],
    put: (store) => store.claims.claim('Ev1', 1000, DAYS),
    ask: (store) => store.claims.claim('Ev1', 1000, DAYS),
    none: 'claimed',
  },
  value: {
    damages: ['garbage'],
    put: (store) => store.keyValues.write('team/T1', 'value'),
    ask: (store) => store.keyValues.read('team/T1'),
    none: null,
  },
}

const CASES = Object.entries(KINDS).flatMap(([kind, { damages }]) =>
  damages.map((damage) => ({ kind: kind as RecordKind, damage })),
)

export function describeQuarantine({ store, harness, prefix, quarantined, offline }: ContractContext): void {
  test.each(CASES)('$kind: $damage', async ({ kind, damage }) => {
    await KINDS[kind].put(store())
    const stored = await offline((harness) => harness.corrupt(prefix(), kind, damage))
    expect(await KINDS[kind].ask(store())).toEqual(KINDS[kind].none)
    expect(quarantined()).toHaveLength(1)
    const { key, quarantinedAs, reason } = quarantined()[0] ?? { key: '', quarantinedAs: '', reason: '' }
    expect(key).not.toBe(quarantinedAs)
    expect(quarantinedAs).toMatch(/:aside:/u)
    expect(reason).toMatch(/./u)
    // The key is free for a new value, and the old one is still stored.
    await KINDS[kind].put(store())
    expect(quarantined()).toHaveLength(1)
    const contents = await offline((harness) => harness.contents(prefix()))
    expect(contents.get(quarantinedAs)).toContain(stored)
    // Erasing a person removes the person's quarantined values. Claims, named values and entries belong to nobody by then.
    if (kind === 'entry' || kind === 'claim' || kind === 'value') return
    await store().erase(ada)
    expect(await offline(() => harness().contents(prefix()))).toEqual(new Map())
  })

  describe.each(['garbage', 'truncated'] as const)('a session that is %s', (damage) => {
    const changes: Record<string, (store: Store) => Promise<unknown>> = {
      append: (store) => store.sessions.append(ada, role, append(session())),
      replace: (store) =>
        store.sessions.replace(ada, sessionRef(session({ version: 7 })), session({ version: 8 }), DAYS),
      end: (store) => store.sessions.end(ada, sessionRef(session({ version: 7 })), null),
      create: (store) => store.sessions.create(ada, session(), DAYS),
    }
    test.each(Object.entries(changes))('does not prevent %s', async (name, change) => {
      await store().sessions.create(ada, session(), DAYS)
      const stored = await offline((harness) => harness.corrupt(prefix(), 'session', damage))
      expect(await change(store())).toEqual({ status: name === 'create' ? 'created' : 'missing' })
      expect(quarantined()).toHaveLength(1)
      expect(await store().sessions.read(ada, role)).toEqual(name === 'create' ? session() : null)
      const contents = await offline((harness) => harness.contents(prefix()))
      expect(contents.get(quarantined()[0]?.quarantinedAs ?? '')).toContain(stored)
    })
  })

  test.each(['garbage', 'truncated'] as const)('changes no settings that are %s', async (damage) => {
    await store().settings.change(ada, { focus: 'before' })
    const stored = await offline((harness) => harness.corrupt(prefix(), 'settings', damage))
    const expected = { schema: 1, reminders: false, lastRole: null, focus: null }
    expect(await store().settings.change(ada, { reminders: false })).toEqual(expected)
    expect(await store().settings.read(ada)).toEqual(expected)
    const contents = await offline((harness) => harness.contents(prefix()))
    expect(contents.get(quarantined()[0]?.quarantinedAs ?? '')).toBe(stored)
  })

  test('saves a result beside one that cannot be read', async () => {
    await KINDS.result.put(store())
    await offline((harness) => harness.corrupt(prefix(), 'result', 'garbage'))
    await store().sessions.create(ada, session(), DAYS)
    expect(await store().sessions.end(ada, sessionRef(session()), result({ id: 'result-2' }))).toMatchObject({
      status: 'done',
    })
    expect(await store().results.list(ada)).toEqual([result({ id: 'result-2' })])
    expect(quarantined()).toHaveLength(1)
  })
}
