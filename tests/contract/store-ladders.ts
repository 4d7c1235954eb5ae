import { expect, test } from 'vitest'
import type { Person } from '../../src/store/person.ts'
import type { Store } from '../../src/store/store.ts'
import type { ContractContext } from './store.ts'
import { ada, DAYS, result, scheduleEntry, session, sessionRef } from './store-fixtures.ts'

/** Stores one of everything about a person. */
async function fill(store: Store, name: string): Promise<void> {
  const started = session({ id: `done-${name}` })
  await store.sessions.create(ada, started, DAYS)
  await store.sessions.end(ada, sessionRef(started), result({ id: `r-${name}` }))
  await store.sessions.create(ada, session({ id: `open-${name}` }), DAYS)
  await store.settings.change(ada, { lastRole: name })
  await store.schedule.put(scheduleEntry('entry', 1))
  await store.keyValues.write('value', name)
  await store.claims.complete('delivery', DAYS)
  await store.eventLog.append('ladder', [name], null)
  await store.members.recordActivity(ada, 1000)
}

/** What is stored, for a comparison. */
async function contentsOf(store: Store) {
  const people: Person[] = []
  for await (const person of store.people({})) people.push(person)
  const names: string[] = []
  for await (const name of store.keyValues.list('')) names.push(name)
  return {
    people: new Set(people.map(({ user }) => user)),
    names,
    sessions: (await store.sessions.list(ada)).map(({ id }) => id),
    results: (await store.results.list(ada)).map(({ id }) => id),
    lastRole: (await store.settings.read(ada)).lastRole,
    value: (await store.keyValues.read('value'))?.value,
    log: (await store.eventLog.read('ladder', null)).entries.map(({ text }) => text),
    members: await store.members.activeSince(0),
  }
}

export function describeLadders({ store, second, offline }: ContractContext): void {
  test('a ladder’s store sees nothing of the deployment’s, nor of another ladder’s', async () => {
    const [one, two] = [await store().ofLadder('one'), await store().ofLadder('two')]
    const empty = await contentsOf(store())
    await fill(one, 'one')
    expect(await contentsOf(store())).toEqual(empty)
    expect(await contentsOf(two)).toEqual(empty)
    expect(await two.claims.claim('delivery', 1, DAYS)).toBe('claimed')
    expect(await two.schedule.claim('slack', 5, 1000, 10)).toEqual([])
    await fill(store(), 'root')
    expect(await contentsOf(one)).toMatchObject({ sessions: ['open-one'], results: ['r-one'], log: ['one'] })
    expect(await contentsOf(store())).toMatchObject({ sessions: ['open-root'], results: ['r-root'], log: ['root'] })
    expect(await one.schedule.claim('slack', 5, 1000, 10)).toHaveLength(1)
  })

  test('erasing and expiring in one leaves the others as they are', async () => {
    const [one, two] = [await store().ofLadder('one'), await store().ofLadder('two')]
    for (const [name, each] of [
      ['one', one],
      ['two', two],
      ['root', store()],
    ] as const)
      await fill(each, name)
    const before = await contentsOf(two)
    const root = await contentsOf(store())
    await one.erase(ada)
    await one.expire({
      resultsBefore: Number.MAX_SAFE_INTEGER,
      membersBefore: Number.MAX_SAFE_INTEGER,
      settingsMs: DAYS,
    })
    expect(await contentsOf(one)).toMatchObject({ people: new Set(), sessions: [], results: [], log: ['one'] })
    expect(await contentsOf(two)).toEqual(before)
    expect(await contentsOf(store())).toEqual(root)
  })

  test('is the same in another process, and after it is opened again', async () => {
    const one = await store().ofLadder('one')
    await fill(one, 'one')
    const before = await contentsOf(one)
    expect(await contentsOf(await (await second()).ofLadder('one'))).toEqual(before)
    await offline(() => Promise.resolve())
    expect(await contentsOf(await store().ofLadder('one'))).toEqual(before)
  })

  test.each(['', 'Design', 'a/b', 'a:b', '@', 'a'.repeat(41)])('takes no ladder called %j', async (id) => {
    await expect(store().ofLadder(id)).rejects.toThrow(RangeError)
  })
}
