import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { QuarantinedValue, Store } from '../../src/store/store.ts'
import { describeClaims } from './store-claims.ts'
import { describeEventLog } from './store-event-log.ts'
import { ada, answers, append, bo, DAYS, result, scheduleEntry, session, sessionRef } from './store-fixtures.ts'
import { describeKeyValues } from './store-key-value.ts'
import { describeLadders } from './store-ladders.ts'
import { describeNewerSchema } from './store-newer-schema.ts'
import { describeOutage } from './store-outage.ts'
import { describeQuarantine } from './store-quarantine.ts'
import { describeRetention } from './store-retention.ts'
import { describeSchedule } from './store-schedule.ts'
import { describeSessions } from './store-sessions.ts'

/** Opens stores under test, and reads and changes their data without them. */
export interface StoreHarness {
  /** Opens a store. If a folder serves only one store, closes the previous one first. */
  open(options: { readonly prefix: string; readonly onQuarantine: (value: QuarantinedValue) => void }): Promise<Store>
  /** Opens a second store on the same data, as another process would. Returns the first one if there can be no second. */
  second(first: Store, prefix: string): Promise<Store>
  /** Closes the open stores. */
  close(): Promise<void>
  /** Returns the values of all keys with a prefix, as text. Only while no store is open. */
  contents(prefix: string): Promise<ReadonlyMap<string, string>>
  /** Makes the only value of a kind unreadable, and returns a part of it. Only while no store is open. */
  corrupt(prefix: string, kind: RecordKind, how: Damage): Promise<string>
  /** The ways in which a server fails, if there is one. */
  readonly outage?: {
    freeze(): void
    thaw(): void
    kill(): Promise<void>
    restart(): Promise<void>
  }
  /** Stops what was started and removes all data. */
  remove(): Promise<void>
}

export type RecordKind = 'session' | 'result' | 'settings' | 'entry' | 'claim' | 'value'
/** `schema`: the schema of a later version. `fields`: a field of a later version. */
export type Damage = 'garbage' | 'truncated' | 'schema' | 'fields'

/** Shared by the tests of one store. Every test has its own prefix, so that none sees the data of another. */
export interface ContractContext {
  readonly harness: () => StoreHarness
  readonly store: () => Store
  readonly prefix: () => string
  readonly second: () => Promise<Store>
  /** The values that this test has quarantined. */
  readonly quarantined: () => readonly QuarantinedValue[]
  /** Closes the store, does some work on its data, and opens it again. */
  readonly offline: <T>(work: (harness: StoreHarness) => Promise<T>) => Promise<T>
}

let tests = 0

/** Describes the contract that every store passes. */
export function describeStore(name: string, open: () => Promise<StoreHarness>): void {
  describe(`the ${name} store`, () => {
    let harness: StoreHarness
    let store: Store
    let prefix: string
    let quarantined: QuarantinedValue[]

    async function openStore(): Promise<void> {
      store = await harness.open({ prefix, onQuarantine: (value) => quarantined.push(value) })
    }

    beforeAll(async () => {
      harness = await open()
    })
    afterAll(() => harness?.remove())
    beforeEach(async () => {
      prefix = `test${++tests}:`
      quarantined = []
      await openStore()
    })
    afterEach(() => harness.close())

    const bench: ContractContext = {
      harness: () => harness,
      store: () => store,
      prefix: () => prefix,
      second: () => harness.second(store, prefix),
      quarantined: () => quarantined,
      async offline(work) {
        await harness.close()
        const result = await work(harness)
        await openStore()
        return result
      },
    }

    describe('stores sessions', () => {
      describeSessions(bench)
    })
    describe('claims deliveries', () => {
      describeClaims(bench)
    })
    describe('schedules entries', () => {
      describeSchedule(bench)
    })
    describe('stores values by name', () => {
      describeKeyValues(bench)
    })
    describe('stores event logs and activity', () => {
      describeEventLog(bench)
    })
    describe('quarantines what it cannot read', () => {
      describeQuarantine(bench)
    })
    describe('shares data with a later version', () => {
      describeNewerSchema(bench)
    })
    describe('stores results and settings', () => {
      describeRest(bench)
    })
    describe('removes old data', () => {
      describeRetention(bench)
    })
    describe('has ladders', () => {
      describeLadders(bench)
    })
    describe('survives an outage', () => {
      describeOutage(bench)
    })
  })
}

function describeRest({ store, prefix, offline, harness }: ContractContext): void {
  test('lists results newest first', async () => {
    for (const finishedAt of [3000, 9000, 6000]) {
      const started = session({ id: `session-${finishedAt}` })
      await store().sessions.create(ada, started, DAYS)
      await store().sessions.end(ada, sessionRef(started), result({ id: `r${finishedAt}`, finishedAt }))
    }
    expect((await store().results.list(ada)).map(({ finishedAt }) => finishedAt)).toEqual([9000, 6000, 3000])
    expect(await store().results.list(bo)).toEqual([])
  })

  test('changes some settings and keeps the others', async () => {
    expect(await store().settings.read(ada)).toEqual({ schema: 1, reminders: true, lastRole: null, focus: null })
    await store().settings.change(ada, { lastRole: 'ml-engineer' })
    await store().settings.change(ada, { reminders: false })
    const expected = { schema: 1, reminders: false, lastRole: 'ml-engineer', focus: null }
    expect(await store().settings.change(ada, {})).toEqual(expected)
    expect(await store().settings.read(ada)).toEqual(expected)
    await store().settings.change(ada, { lastRole: null })
    expect(await store().settings.read(ada)).toEqual({ ...expected, lastRole: null })
  })

  test('loses no settings when several are changed at once', async () => {
    await Promise.all([
      store().settings.change(ada, { lastRole: 'a' }),
      store().settings.change(ada, { focus: 'b' }),
      store().settings.change(ada, { reminders: false }),
    ])
    expect(await store().settings.read(ada)).toEqual({ schema: 1, reminders: false, lastRole: 'a', focus: 'b' })
  })

  test('keeps everything over a restart', async () => {
    const started = session({ answers: answers(3), evidence: { redis: 'a note “with” odd\ncharacters 🪜' } })
    const other = session({ role: 'other', id: 'session-2', touchedAt: 2000 })
    await store().sessions.create(ada, started, DAYS)
    await store().sessions.append(ada, started.role, append(started, { deliveryId: 'delivery' }))
    await store().sessions.create(ada, other, DAYS)
    await store().sessions.create(bo, started, DAYS)
    await store().sessions.end(bo, sessionRef(started), result())
    await store().settings.change(ada, { focus: 'ml-engineer' })
    await store().claims.complete('settled', DAYS)
    await store().claims.claim('open', 1000, DAYS)
    await store().schedule.put(scheduleEntry('reminder', 5000))
    await offline(async () => undefined)
    expect(await store().sessions.list(ada)).toEqual([
      { ...started, version: 2, touchedAt: 2000, answers: [...started.answers, ...append(started).answers] },
      other,
    ])
    expect(await store().sessions.append(ada, started.role, append(started, { deliveryId: 'delivery' }))).toMatchObject(
      {
        status: 'repeated',
      },
    )
    expect(await store().results.list(bo)).toEqual([result()])
    expect((await store().settings.read(ada)).focus).toBe('ml-engineer')
    expect(await store().claims.claim('settled', 2000, 1000)).toBe('done')
    expect(await store().claims.claim('open', 2000, 1000)).toBe('busy')
    expect(await store().schedule.claim('slack', 5000, 1000, 10)).toMatchObject([scheduleEntry('reminder', 5000)])
  })

  test('erases a person without a trace, and nobody else', async () => {
    for (const person of [ada, bo]) {
      const first = session()
      const second = session({ role: 'other', id: 'session-2' })
      await store().sessions.create(person, first, DAYS)
      await store().sessions.append(person, first.role, append(first, { deliveryId: 'delivery' }))
      await store().sessions.create(person, second, DAYS)
      await store().sessions.end(person, sessionRef(second), result())
      await store().sessions.create(person, session({ role: 'third', id: 'session-3' }), DAYS)
      await store().settings.change(person, { reminders: false })
      await store().schedule.put(scheduleEntry(`of ${person.user}`, 5000, { person }))
    }
    await store().erase(ada)
    await store().erase(ada)
    expect(await store().sessions.list(ada)).toEqual([])
    expect(await store().results.list(ada)).toEqual([])
    expect((await store().settings.read(ada)).reminders).toBe(true)
    expect(await store().sessions.list(bo)).toHaveLength(2)
    expect(await store().results.list(bo)).toHaveLength(1)
    const left = await offline(() => harness().contents(prefix()))
    expect([...left].filter((entry) => entry.join(' ').includes(ada.user))).toEqual([])
    expect((await store().schedule.claim('slack', 9000, 1000, 10)).map(({ id }) => id)).toEqual(['of U-bo'])
    await store().erase(bo)
    const rest = await offline(() => harness().contents(prefix()))
    expect([...rest].filter((entry) => entry.join(' ').includes(bo.user))).toEqual([])
  })

  test('leaves no keys once all data is removed', async () => {
    const started = session()
    await store().sessions.create(ada, started, DAYS)
    await store().sessions.end(ada, sessionRef(started), null)
    await store().schedule.put(scheduleEntry('reminder', 5000))
    await store().schedule.cancel('reminder')
    await store().claims.claim('delivery', 1000, 1000)
    await store().claims.release('delivery')
    expect(await offline(() => harness().contents(prefix()))).toEqual(new Map())
  })

  test('isolates bots with different prefixes', async () => {
    await store().sessions.create(ada, session(), DAYS)
    await store().settings.change(ada, { focus: 'mine' })
    await store().schedule.put(scheduleEntry('reminder', 5000))
    await store().claims.complete('delivery', DAYS)
    await harness().close()
    const other = await harness().open({ prefix: `${prefix()}x:`, onQuarantine: () => undefined })
    expect(await other.sessions.list(ada)).toEqual([])
    expect((await other.settings.read(ada)).focus).toBeNull()
    expect(await other.schedule.claim('slack', 9000, 1000, 10)).toEqual([])
    expect(await other.claims.claim('delivery', 1000, 1000)).toBe('claimed')
    await other.erase(ada)
    await offline(async () => undefined)
    expect(await store().sessions.list(ada)).toHaveLength(1)
  })

  test('checks that it can be written to, and leaves no keys', async () => {
    expect(await store().check()).toBeUndefined()
    await store().close()
    expect(await store().check()).toMatch(/is closed$/u)
    expect(await offline(() => harness().contents(prefix()))).toEqual(new Map())
  })

  test('describes in one line where the data is', async () => {
    const { summary, warnings } = await store().describe()
    expect(summary).toMatch(/^(?:embedded store|Redis)\b[^\n]*$/u)
    expect(Array.isArray(warnings)).toBe(true)
  })

  test('rejects everything once closed, and may be closed twice', async () => {
    const closed = store()
    await closed.close()
    await closed.close()
    await expect(closed.sessions.read(ada, 'ml-engineer')).rejects.toThrow(
      expect.objectContaining({ name: 'StoreUnavailable' }),
    )
    await expect(closed.sessions.create(ada, session(), DAYS)).rejects.toThrow(
      expect.objectContaining({ name: 'StoreUnavailable' }),
    )
    await expect(closed.schedule.put(scheduleEntry('reminder', 1))).rejects.toThrow(
      expect.objectContaining({ name: 'StoreUnavailable' }),
    )
  })

  test('finishes pending work before it closes', async () => {
    const pending = Array.from({ length: 20 }, (_, n) =>
      store().sessions.create({ ...ada, user: `U${n}` }, session(), DAYS),
    )
    const settling = Promise.allSettled(pending)
    await store().close()
    const settled = await settling
    await offline(async () => undefined)
    for (const [n, { status }] of settled.entries()) {
      if (status !== 'fulfilled') continue
      expect(await store().sessions.read({ ...ada, user: `U${n}` }, 'ml-engineer')).not.toBeNull()
    }
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  })
}
