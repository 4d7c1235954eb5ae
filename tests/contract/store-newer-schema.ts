import { expect, test } from 'vitest'
import type { ContractContext, RecordKind } from './store.ts'
import { ada, append, bo, DAYS, result, scheduleEntry, session, sessionRef } from './store-fixtures.ts'

const role = 'ml-engineer'

/** Fields that a later version adds to a value. An inexact merge would change them. */
export const LATER = '"later":{"list":[],"exact":1234567890123456,"none":null}'

export function describeNewerSchema({ store, harness, prefix, quarantined, offline }: ContractContext): void {
  const newer = expect.objectContaining({
    name: 'NewerSchemaError',
    message: expect.stringMatching(/schema 99.*reads \d/u),
  })
  const contents = () => offline(() => harness().contents(prefix()))
  const corrupt = (kind: RecordKind, damage: 'schema' | 'fields') =>
    offline((each) => each.corrupt(prefix(), kind, damage))

  /** Returns all that is stored as one text, without the escapes of JSON within JSON. */
  const everything = async (): Promise<string> => [...(await contents())].join().replaceAll('\\', '')

  test('neither hides nor changes a session that it cannot read', async () => {
    await store().sessions.create(ada, session(), DAYS)
    await corrupt('session', 'schema')
    await store().sessions.create(ada, session({ role: 'other' }), DAYS)
    const before = await contents()
    const other = session({ version: 2 })
    const calls = {
      read: store().sessions.read(ada, role),
      create: store().sessions.create(ada, session({ id: 'session-2' }), DAYS),
      append: store().sessions.append(ada, role, append(session())),
      replace: store().sessions.replace(ada, sessionRef(session()), other, DAYS),
      end: store().sessions.end(ada, sessionRef(session()), result()),
    }
    for (const [name, call] of Object.entries(calls))
      expect({ name, call: await failure(call) }).toEqual({ name, call: newer })
    expect(await store().sessions.list(ada)).toEqual([session({ role: 'other' })])
    expect(await store().sessions.listNewer(ada)).toEqual([role])
    expect(await store().sessions.listNewer(bo)).toEqual([])
    expect(await contents()).toEqual(before)
    expect(quarantined()).toEqual([])
    await store().erase(ada)
    expect(await contents()).toEqual(new Map())
  })

  test('changes no settings that it cannot read', async () => {
    await store().settings.change(ada, { focus: role })
    await corrupt('settings', 'schema')
    const before = await contents()
    expect(await failure(store().settings.read(ada))).toEqual(newer)
    expect(await failure(store().settings.change(ada, { focus: null }))).toEqual(newer)
    expect(await contents()).toEqual(before)
    expect(quarantined()).toEqual([])
  })

  test('leaves a result that it cannot read in place', async () => {
    await store().sessions.create(ada, session(), DAYS)
    await store().sessions.end(ada, sessionRef(session()), result())
    await corrupt('result', 'schema')
    const before = await contents()
    expect(await store().results.list(ada)).toEqual([])
    expect([await store().results.countNewer(ada), await store().results.countNewer(bo)]).toEqual([1, 0])
    expect(await contents()).toEqual(before)
    expect(quarantined()).toEqual([])
  })

  test('claims no entry that it cannot read, and all others', async () => {
    await store().schedule.put(scheduleEntry('later', 1000))
    await corrupt('entry', 'schema')
    await store().schedule.put(scheduleEntry('a', 2000))
    expect((await store().schedule.claim('slack', 2000, 60_000, 1)).map(({ id }) => id)).toEqual(['a'])
    expect(await store().schedule.claim('slack', 2000, 60_000, 1)).toEqual([])
    expect(await everything()).toContain('"schema":99')
    expect(quarantined()).toEqual([])
    await store().erase(ada)
    expect(await contents()).toEqual(new Map())
  })

  test('keeps the fields of a later version when it writes back', async () => {
    await store().sessions.create(ada, session(), DAYS)
    await corrupt('session', 'fields')
    await store().sessions.append(ada, role, append(session()))
    const read = await store().sessions.read(ada, role)
    if (!read) throw new Error('the session is missing')
    const next = { ...read, version: 3, paused: true }
    expect(await store().sessions.replace(ada, sessionRef(read), next, DAYS)).toMatchObject({ status: 'done' })
    expect(await store().sessions.list(ada)).toMatchObject([
      { version: 3, paused: true, answers: append(session()).answers },
    ])
    expect(await everything()).toContain(LATER)
    await store().erase(ada)

    await store().settings.change(ada, { focus: role })
    await corrupt('settings', 'fields')
    await Promise.all([
      store().settings.change(ada, { reminders: false }),
      store().settings.change(ada, { lastRole: role }),
    ])
    expect(await store().settings.read(ada)).toMatchObject({ focus: role, reminders: false, lastRole: role })
    expect(await everything()).toContain(LATER)
    await store().erase(ada)

    await store().schedule.put(scheduleEntry('a', 1000))
    await corrupt('entry', 'fields')
    const [claimed] = await store().schedule.claim('slack', 1000, 60_000, 1)
    if (claimed) await store().schedule.reschedule(claimed, { at: 2000, kind: 'reminded' })
    expect(await store().schedule.claim('slack', 2000, 60_000, 1)).toMatchObject([
      scheduleEntry('a', 2000, { kind: 'reminded' }),
    ])
    expect(await everything()).toContain(LATER)
    await store().erase(ada)

    await store().sessions.create(ada, session(), DAYS)
    await store().sessions.end(ada, sessionRef(session()), result())
    await corrupt('result', 'fields')
    expect(await store().results.list(ada)).toMatchObject([result()])
    expect(quarantined()).toEqual([])
  })
}

function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  )
}
