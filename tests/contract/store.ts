import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { QuarantinedValue, Store } from '../../src/store/store.ts'
import { describeClaims } from './store-claims.ts'
import { describeEventLog } from './store-event-log.ts'
import { ada, answers, append, bo, DAYS, result, scheduleEntry, session, sessionRef } from './store-fixtures.ts'
import { describeKeyValues } from './store-key-value.ts'
import { describeNewerSchema } from './store-newer-schema.ts'
import { describeOutage } from './store-outage.ts'
import { describeQuarantine } from './store-quarantine.ts'
import { describeRetention } from './store-retention.ts'
import { describeSchedule } from './store-schedule.ts'
import { describeSessions } from './store-sessions.ts'

/** Where a store under test keeps its data, and how to get at that behind the store's back. */
export interface StoreHarness {
  /** Opens a store. Where a folder serves one store only, the one before is closed. */
  open(options: { readonly prefix: string; readonly onQuarantine: (value: QuarantinedValue) => void }): Promise<Store>
  /** Opens a second store on the same data, as another process would; the first one where there can be no second. */
  second(first: Store, prefix: string): Promise<Store>
  /** Closes the stores that are open. */
  close(): Promise<void>
  /** What lies under all keys that begin so, as text. Only while no store is open. */
  contents(prefix: string): Promise<ReadonlyMap<string, string>>
  /** Makes the one value of a kind unreadable; gives a part of what then lies there. Only while no store is open. */
  corrupt(prefix: string, kind: RecordKind, how: Damage): Promise<string>
  /** Where there is a server, ways in which it fails. */
  readonly outage?: {
    freeze(): void
    thaw(): void
    kill(): Promise<void>
    restart(): Promise<void>
  }
  /** Ends what was started, and removes all data. */
  remove(): Promise<void>
}

export type RecordKind = 'session' | 'result' | 'settings' | 'due' | 'event' | 'thing'
/** `schema`: of a later version that this one cannot read. `fields`: with a field of a later version. */
export type Damage = 'garbage' | 'truncated' | 'schema' | 'fields'

/** What the tests of one store share. Every test has a prefix of its own, so none sees what another left. */
export interface ContractContext {
  readonly harness: () => StoreHarness
  readonly store: () => Store
  readonly prefix: () => string
  readonly second: () => Promise<Store>
  /** What was reported as set aside in this test. */
  readonly quarantined: () => readonly QuarantinedValue[]
  /** Closes the store, does something behind its back, and opens it again. */
  readonly offline: <T>(work: (ground: StoreHarness) => Promise<T>) => Promise<T>
}

let tests = 0

/** The contract of every store. */
export function describeStore(name: string, open: () => Promise<StoreHarness>): void {
  describe(`the ${name} store`, () => {
    let ground: StoreHarness
    let store: Store
    let prefix: string
    let setAside: QuarantinedValue[]

    async function openStore(): Promise<void> {
      store = await ground.open({ prefix, onQuarantine: (value) => setAside.push(value) })
    }

    beforeAll(async () => {
      ground = await open()
    })
    afterAll(() => ground?.remove())
    beforeEach(async () => {
      prefix = `test${++tests}:`
      setAside = []
      await openStore()
    })
    afterEach(() => ground.close())

    const bench: ContractContext = {
      harness: () => ground,
      store: () => store,
      prefix: () => prefix,
      second: () => ground.second(store, prefix),
      quarantined: () => setAside,
      async offline(work) {
        await ground.close()
        const outcome = await work(ground)
        await openStore()
        return outcome
      },
    }

    describe('keeps sessions', () => {
      describeSessions(bench)
    })
    describe('knows deliveries', () => {
      describeClaims(bench)
    })
    describe('holds what falls due', () => {
      describeSchedule(bench)
    })
    describe('keeps things by name', () => {
      describeKeyValues(bench)
    })
    describe('keeps logs, and who was seen', () => {
      describeEventLog(bench)
    })
    describe('sets aside what it cannot read', () => {
      describeQuarantine(bench)
    })
    describe('is shared with a later version', () => {
      describeNewerSchema(bench)
    })
    describe('keeps results, settings and what it has promised', () => {
      describeRest(bench)
    })
    describe('keeps things no longer than it may', () => {
      describeRetention(bench)
    })
    describe('survives an outage', () => {
      describeOutage(bench)
    })
  })
}

function describeRest({ store, prefix, offline: behind, harness: ground }: ContractContext): void {
  test('gives results newest first', async () => {
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
    await behind(async () => undefined)
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

  test('forgets a person without a trace, and nobody else', async () => {
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
    const left = await behind(() => ground().contents(prefix()))
    expect([...left].filter((entry) => entry.join(' ').includes(ada.user))).toEqual([])
    expect((await store().schedule.claim('slack', 9000, 1000, 10)).map(({ id }) => id)).toEqual(['of U-bo'])
    await store().erase(bo)
    const rest = await behind(() => ground().contents(prefix()))
    expect([...rest].filter((entry) => entry.join(' ').includes(bo.user))).toEqual([])
  })

  test('leaves nothing at all once nobody has anything', async () => {
    const started = session()
    await store().sessions.create(ada, started, DAYS)
    await store().sessions.end(ada, sessionRef(started), null)
    await store().schedule.put(scheduleEntry('reminder', 5000))
    await store().schedule.cancel('reminder')
    await store().claims.claim('delivery', 1000, 1000)
    await store().claims.release('delivery')
    expect(await behind(() => ground().contents(prefix()))).toEqual(new Map())
  })

  test('keeps bots with different prefixes apart', async () => {
    await store().sessions.create(ada, session(), DAYS)
    await store().settings.change(ada, { focus: 'mine' })
    await store().schedule.put(scheduleEntry('reminder', 5000))
    await store().claims.complete('delivery', DAYS)
    await ground().close()
    const other = await ground().open({ prefix: `${prefix()}x:`, onQuarantine: () => undefined })
    expect(await other.sessions.list(ada)).toEqual([])
    expect((await other.settings.read(ada)).focus).toBeNull()
    expect(await other.schedule.claim('slack', 9000, 1000, 10)).toEqual([])
    expect(await other.claims.claim('delivery', 1000, 1000)).toBe('claimed')
    await other.erase(ada)
    await behind(async () => undefined)
    expect(await store().sessions.list(ada)).toHaveLength(1)
  })

  test('says by a check that it can be written to, and leaves nothing of that', async () => {
    expect(await store().check()).toBeUndefined()
    await store().close()
    expect(await store().check()).toMatch(/is closed$/u)
    expect(await behind(() => ground().contents(prefix()))).toEqual(new Map())
  })

  test('says in one line where the data lies', async () => {
    const { summary, warnings } = await store().describe()
    expect(summary).toMatch(/^(?:embedded store|Redis)\b[^\n]*$/u)
    expect(Array.isArray(warnings)).toBe(true)
  })

  test('refuses everything once closed, and closes twice in peace', async () => {
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

  test('has done what was asked for before it was closed', async () => {
    const pending = Array.from({ length: 20 }, (_, n) =>
      store().sessions.create({ ...ada, user: `U${n}` }, session(), DAYS),
    )
    const outcomes = Promise.allSettled(pending)
    await store().close()
    const settled = await outcomes
    await behind(async () => undefined)
    for (const [n, outcome] of settled.entries()) {
      if (outcome.status !== 'fulfilled') continue
      expect(await store().sessions.read({ ...ada, user: `U${n}` }, 'ml-engineer')).not.toBeNull()
    }
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  })
}
