import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import type { Person } from '../../src/store/person.ts'
import { MAX_ANSWERS } from '../../src/store/records.ts'
import type { ContractContext } from './store.ts'
import { ada, answer, answers, append, bo, DAYS, result, session, sessionRef } from './store-fixtures.ts'

const role = 'ml-engineer'

export function describeSessions({ store, second }: ContractContext): void {
  test('reads back what was created, else nothing', async () => {
    const started = session({ answers: answers(58), evidence: { redis: 'note', kafka: 'https://example.org/?a=b' } })
    expect(await store().sessions.read(ada, role)).toBeNull()
    expect(await store().sessions.create(ada, started, DAYS)).toEqual({ status: 'created' })
    expect(await store().sessions.read(ada, role)).toEqual(started)
    expect(await store().sessions.read(bo, role)).toBeNull()
  })

  test('creates no second session, and returns the existing one', async () => {
    await store().sessions.create(ada, session(), DAYS)
    const other = session({ id: 'session-2' })
    expect(await store().sessions.create(ada, other, DAYS)).toEqual({ status: 'exists', session: session() })
    expect(await store().sessions.read(ada, role)).toEqual(session())
  })

  test('creates one of many concurrent sessions', async () => {
    const other = await second()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? store() : other).sessions.create(ada, session({ id: `session-${n}` }), DAYS),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'created')).toHaveLength(1)
  })

  test('appends answers without reading, and returns the new state', async () => {
    await store().sessions.create(ada, session(), DAYS)
    const first = await store().sessions.append(ada, role, append(session(), { answers: [answer(1), answer(2)] }))
    const expected = session({ version: 2, touchedAt: 2000, answers: [answer(1), answer(2)] })
    expect(first).toEqual({ status: 'done', session: expected })
    expect(await store().sessions.read(ada, role)).toEqual(expected)
  })

  test('appends nothing from a stale state, and returns the current one', async () => {
    const started = session()
    await store().sessions.create(ada, started, DAYS)
    await store().sessions.append(ada, role, append(started))
    const now = await store().sessions.read(ada, role)
    const late = append(started, { answers: [answer(9)], deliveryId: 'late' })
    expect(await store().sessions.append(ada, role, late)).toEqual({ status: 'stale', session: now })
    expect(await store().sessions.append(ada, role, { ...late, version: 2, id: 'session-0' })).toEqual({
      status: 'stale',
      session: now,
    })
    expect(await store().sessions.append(bo, role, append(started))).toEqual({ status: 'missing' })
    expect(await store().sessions.append(ada, 'other', append(started))).toEqual({ status: 'missing' })
    expect(await store().sessions.read(ada, role)).toEqual(now)
  })

  test('lets exactly one of several concurrent answers to the same question win', async () => {
    await store().sessions.create(ada, session(), DAYS)
    const other = await second()
    for (let version = 1; version <= 5; version++) {
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          (n % 2 ? store() : other).sessions.append(ada, role, append(session({ version }), { answers: [answer(n)] })),
        ),
      )
      expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(1)
      expect(outcomes.filter(({ status }) => status === 'stale')).toHaveLength(15)
    }
    expect((await store().sessions.read(ada, role))?.answers).toHaveLength(5)
  })

  test('counts a repeated delivery once', async () => {
    const started = session()
    await store().sessions.create(ada, started, DAYS)
    const delivery = append(started, { deliveryId: 'Ev/{1}:🪜' })
    const outcomes = await Promise.all([1, 2, 3].map(() => store().sessions.append(ada, role, delivery)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'repeated', 'repeated'])
    const next = append(session({ version: 2 }), { deliveryId: 'another' })
    expect(await store().sessions.append(ada, role, next)).toMatchObject({ status: 'done', session: { version: 3 } })
    expect(await store().sessions.append(ada, role, delivery)).toMatchObject({
      status: 'repeated',
      session: { version: 3 },
    })
  })

  test('records how long cards were open, by kind, up to five minutes', async () => {
    const minute = 60_000
    await store().sessions.create(ada, session({ touchedAt: 0 }), DAYS)
    const answersAt = [
      { at: 12_900, card: 'full' },
      { at: 12_900 + 300_999, card: 'short' },
      { at: 6 * minute },
      { at: 12 * minute, card: 'full' },
      { at: 12 * minute - 1, card: 'full' },
      { at: 12 * minute, card: 'full' },
    ] as const
    for (const [index, changes] of answersAt.entries()) {
      await store().sessions.append(ada, role, append(session({ version: index + 1 }), changes))
    }
    const recorded = await store().sessions.read(ada, role)
    expect(recorded).toMatchObject({ answers: Array.from({ length: 6 }, () => answer(1)), cardTimes: 'f012s300f000' })
    if (!recorded) return
    const next = { ...recorded, version: 8, answers: recorded.answers.slice(0, -1) }
    await store().sessions.replace(ada, sessionRef(recorded), next, DAYS)
    expect(await store().sessions.list(ada)).toEqual([next])
    expect(await store().sessions.end(ada, sessionRef(next), null)).toEqual({ status: 'done', session: next })
  })

  test('replaces a session by its next version only', async () => {
    const started = session({ answers: answers(3) })
    await store().sessions.create(ada, started, DAYS)
    const next = session({ version: 2, answers: answers(2), paused: true, evidence: { redis: 'note' } })
    expect(await store().sessions.replace(ada, sessionRef(started), next, DAYS)).toEqual({
      status: 'done',
      session: next,
    })
    expect(await store().sessions.read(ada, role)).toEqual(next)
    expect(await store().sessions.replace(ada, sessionRef(started), next, DAYS)).toEqual({
      status: 'stale',
      session: next,
    })
    expect(await store().sessions.replace(bo, sessionRef(started), next, DAYS)).toEqual({ status: 'missing' })
    await expect(store().sessions.replace(ada, sessionRef(next), next, DAYS)).rejects.toThrow(RangeError)
    const otherRole = session({ version: 3, role: 'other' })
    await expect(store().sessions.replace(ada, sessionRef(next), otherRole, DAYS)).rejects.toThrow(RangeError)
  })

  test('ends a session and saves its result in one step', async () => {
    const started = session({ answers: answers(3) })
    await store().sessions.create(ada, started, DAYS)
    const late = { ...sessionRef(started), version: 7 }
    expect(await store().sessions.end(ada, late, result())).toEqual({ status: 'stale', session: started })
    expect(await store().results.list(ada)).toEqual([])
    expect(await store().sessions.end(ada, sessionRef(started), result())).toEqual({ status: 'done', session: started })
    expect(await store().sessions.read(ada, role)).toBeNull()
    expect(await store().sessions.list(ada)).toEqual([])
    expect(await store().results.list(ada)).toEqual([result()])
    expect(await store().sessions.end(ada, sessionRef(started), result({ id: 'again' }))).toEqual({ status: 'missing' })
    expect(await store().results.list(ada)).toEqual([result()])
  })

  test('ends a session once, with or without a result', async () => {
    const started = session()
    await store().sessions.create(ada, started, DAYS)
    const other = await second()
    const outcomes = await Promise.all(
      [store(), other, store(), other].map((each, n) =>
        each.sessions.end(ada, sessionRef(started), result({ id: `r${n}` })),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'missing', 'missing', 'missing'])
    expect(await store().results.list(ada)).toHaveLength(1)
    await store().sessions.create(ada, started, DAYS)
    expect(await store().sessions.end(ada, sessionRef(started), null)).toMatchObject({ status: 'done' })
    expect(await store().results.list(ada)).toHaveLength(1)
  })

  test('lists all sessions of a person, the one touched last first', async () => {
    for (const [n, touchedAt] of [3000, 9000, 6000].entries()) {
      await store().sessions.create(ada, session({ role: `role-${n}`, id: `session-${n}`, touchedAt }), DAYS)
    }
    await store().sessions.create(bo, session(), DAYS)
    const touched = async () => (await store().sessions.list(ada)).map(({ touchedAt }) => touchedAt)
    expect(await touched()).toEqual([9000, 6000, 3000])
    await store().sessions.append(ada, 'role-0', append(session({ id: 'session-0' }), { at: 9999 }))
    expect(await touched()).toEqual([9999, 9000, 6000])
  })

  test('removes an idle session', async () => {
    const idle = session({ role: 'idle' })
    const touched = session({ role: 'touched' })
    await store().sessions.create(ada, idle, 250)
    await store().sessions.create(ada, touched, 250)
    expect(await store().sessions.list(ada)).toHaveLength(2)
    await store().sessions.append(ada, 'touched', append(touched, { idleMs: DAYS }))
    await sleep(300)
    expect(await store().sessions.read(ada, 'idle')).toBeNull()
    expect(await store().sessions.append(ada, 'idle', append(idle))).toEqual({ status: 'missing' })
    expect(await store().sessions.end(ada, sessionRef(idle), result())).toEqual({ status: 'missing' })
    expect((await store().sessions.list(ada)).map(({ role }) => role)).toEqual(['touched'])
    expect(await store().sessions.create(ada, idle, DAYS)).toEqual({ status: 'created' })
    expect(await store().sessions.list(ada)).toHaveLength(2)
  })

  test('rejects what it could not read again, and keeps the old state', async () => {
    const started = session({ answers: answers(MAX_ANSWERS) })
    await store().sessions.create(ada, started, DAYS)
    await expect(store().sessions.append(ada, role, append(started))).rejects.toThrow(RangeError)
    await expect(store().sessions.append(ada, role, append(started, { answers: ['short'] }))).rejects.toThrow(ZodError)
    const long = session({ version: 2, evidence: { redis: 'x'.repeat(501) } })
    await expect(store().sessions.replace(ada, sessionRef(started), long, DAYS)).rejects.toThrow(ZodError)
    await expect(store().sessions.create(bo, { ...started, id: '' }, DAYS)).rejects.toThrow(ZodError)
    await expect(store().sessions.end(ada, sessionRef(started), result({ confidence: 2 }))).rejects.toThrow(ZodError)
    expect(await store().sessions.read(ada, role)).toEqual(started)
    expect(await store().sessions.read(bo, role)).toBeNull()
  })

  test('never mixes people, however unusual their ids', async () => {
    const parts = ['a', 'a}', '{a', '{}', 'a:b', 'a/b', 'a%2Fb', 'b', 'ä🪜', 'a b', '*', "'", '..', 'a:session:b']
    const persons: Person[] = parts.flatMap((part) => [
      { platform: 'slack', workspace: part, user: 'b' },
      { platform: 'slack', workspace: 'a', user: part },
    ])
    const different = [...new Map(persons.map((person) => [JSON.stringify(person), person])).values()]
    for (const [n, person] of different.entries()) {
      expect(await store().sessions.create(person, session({ id: `session-${n}` }), DAYS)).toEqual({
        status: 'created',
      })
      await store().settings.change(person, { focus: `focus-${n}` })
    }
    for (const [n, person] of different.entries()) {
      expect((await store().sessions.list(person)).map(({ id }) => id)).toEqual([`session-${n}`])
      expect((await store().settings.read(person)).focus).toBe(`focus-${n}`)
      await store().erase(person)
    }
  })

  test('never mixes roles, however unusual their names', async () => {
    const roles = ['a', 'a:aside:1', 'a}', '{a', 'a/b', 'ä🪜', 'sessions', ' ', '*']
    for (const each of roles) await store().sessions.create(ada, session({ role: each }), DAYS)
    expect((await store().sessions.list(ada)).map(({ role }) => role).sort()).toEqual([...roles].sort())
    for (const each of roles) expect((await store().sessions.read(ada, each))?.role).toBe(each)
  })
}
