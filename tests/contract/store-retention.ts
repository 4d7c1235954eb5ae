import { expect, test } from 'vitest'
import type { Person } from '../../src/store/person.ts'
import type { ContractContext } from './store.ts'
import { ada, bo, DAYS, result, session, sessionRef } from './store-fixtures.ts'

const cy: Person = { platform: 'slack', workspace: 'T2', user: 'U-ada' }
const dee: Person = { platform: 'discord', workspace: '8000', user: '42*/{}:[' }
const eve: Person = { platform: 'discord', workspace: '9000', user: '42*/{}:[' }

/** Limits that remove nothing. */
const NOTHING = { resultsBefore: 0, membersBefore: 0, settingsMs: 365 * DAYS }

export function describeRetention({ store, offline, harness, prefix }: ContractContext): void {
  const peopleLike = async (pattern: Partial<Person>): Promise<readonly Person[]> => {
    const all = new Map<string, Person>()
    for await (const person of store().people(pattern)) all.set(JSON.stringify(person), person)
    return [...all.values()].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }

  const finish = async (person: Person, finishedAt: number): Promise<void> => {
    const started = session({ id: `session-${finishedAt}` })
    await store().sessions.create(person, started, DAYS)
    const evidence = `they wrote "finishedAt":1, and "finishedAt":${finishedAt + 1}`
    const [rating] = result().ratings
    if (!rating) throw new Error('a result has ratings')
    const stored = result({ id: `r${finishedAt}`, finishedAt, ratings: [{ ...rating, evidence }] })
    await store().sessions.end(person, sessionRef(started), stored)
  }

  test('lists people with stored data, by platform, workspace or user', async () => {
    await store().sessions.create(ada, session(), DAYS)
    await store().settings.change(ada, { reminders: false })
    await finish(bo, 1000)
    await store().settings.change(cy, { reminders: false })
    await store().settings.change(dee, { reminders: false })
    await store().members.recordActivity(eve, 1000)
    await store().keyValues.write('slack/person/nobody', 'x')
    await store().claims.complete('delivery', DAYS)
    expect(await peopleLike({})).toEqual([dee, eve, ada, bo, cy])
    expect(await peopleLike({ platform: 'slack', workspace: 'T1' })).toEqual([ada, bo])
    expect(await peopleLike({ platform: 'discord', user: dee.user })).toEqual([dee, eve])
    expect(await peopleLike({ user: ada.user })).toEqual([ada, cy])
    expect(await peopleLike({ workspace: '*' })).toEqual([])
    await store().erase(dee)
    await store().erase(eve)
    expect(await peopleLike({ platform: 'discord' })).toEqual([])
  })

  test('lists named values with a prefix', async () => {
    for (const name of ['gone/slack/T1', 'gone/slack/T2', 'gone/discord/1', 'other'])
      await store().keyValues.write(name, '')
    const names: string[] = []
    for await (const name of store().keyValues.list('gone/slack/')) names.push(name)
    expect(names.toSorted()).toEqual(['gone/slack/T1', 'gone/slack/T2'])
  })

  test('removes results that are too old, and no others', async () => {
    for (const at of [1000, 2000, 3000]) await finish(ada, at)
    await finish(bo, 1500)
    expect(await store().expire({ ...NOTHING, resultsBefore: 2000 })).toEqual({
      results: 2,
      members: 0,
      quarantined: 0,
    })
    expect((await store().results.list(ada)).map(({ finishedAt }) => finishedAt)).toEqual([3000, 2000])
    expect(await store().results.list(bo)).toEqual([])
    expect(await store().expire({ ...NOTHING, resultsBefore: 2000 })).toEqual({
      results: 0,
      members: 0,
      quarantined: 0,
    })
  })

  test('removes members whose last activity is too old', async () => {
    await store().members.recordActivity(ada, 1000)
    await store().members.recordActivity(bo, 2000)
    expect(await store().expire({ ...NOTHING, membersBefore: 2000 })).toMatchObject({ members: 1 })
    expect(await store().members.activeSince(0)).toEqual(['slack/T1/U-bo'])
  })

  test('removes settings a while after their last change', async () => {
    await store().settings.change(ada, { reminders: false })
    await store().expire(NOTHING)
    expect((await store().settings.read(ada)).reminders).toBe(false)
    await store().settings.change(bo, { reminders: false })
    await expect
      .poll(async () => {
        await store().expire({ ...NOTHING, settingsMs: 1 })
        return (await store().settings.read(ada)).reminders && (await store().settings.read(bo)).reminders
      })
      .toBe(true)
    expect(await offline(() => harness().contents(prefix()))).toEqual(new Map())
  })

  test('removes quarantined values and their index', async () => {
    await store().settings.change(ada, { reminders: false })
    await offline((harness) => harness.corrupt(prefix(), 'settings', 'garbage'))
    await store().settings.read(ada)
    expect(await store().expire(NOTHING)).toMatchObject({ quarantined: 0 })
    expect(await store().expire({ ...NOTHING, resultsBefore: Date.now() + DAYS })).toMatchObject({ quarantined: 1 })
    await expect
      .poll(async () => {
        await store().expire({ ...NOTHING, settingsMs: 1 })
        return offline(() => harness().contents(prefix()))
      })
      .toEqual(new Map())
  })
}
