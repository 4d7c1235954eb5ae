import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../../src/catalog/index.ts'
import { type Store, StoreUnavailable } from '../../../src/store/store.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { headings, labels, notes, payloads } from '../read-message.ts'
import { answerAll, assessAs, profile, questionIn, roleIn, skillIn, start } from './drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'

let harness: Harness
let role: Role
/** Whether the store can be reached, whether its answers are lost, and after how many more uses it no longer can be. */
const outage = { down: false, mute: false, after: Number.POSITIVE_INFINITY }

/** A part of the store whose methods reject while it is down. */
function failing<T extends object>(part: T): T {
  return new Proxy(part, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        outage.after -= 1
        if (outage.down || outage.after < 0) return Promise.reject(new StoreUnavailable('it is down for this test'))
        const answer = Reflect.apply(value, target, args) as unknown
        if (!outage.mute) return answer
        const lost = (): never => {
          throw new StoreUnavailable('its answer is lost for this test')
        }
        return Promise.resolve(answer).then(lost)
      }
    },
  })
}

function between(store: Store): Store {
  return {
    ...store,
    sessions: failing(store.sessions),
    results: failing(store.results),
    settings: failing(store.settings),
    claims: failing(store.claims),
    schedule: failing(store.schedule),
    keyValues: failing(store.keyValues),
    eventLog: failing(store.eventLog),
    members: failing(store.members),
    erase: (person) => (outage.down ? Promise.reject(new StoreUnavailable('down')) : store.erase(person)),
  }
}

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog), between })
  role = roleIn(harness.catalogue.catalogIndex)
})
beforeEach(() => {
  outage.down = false
  outage.mute = false
  outage.after = Number.POSITIVE_INFINITY
})
afterAll(() => harness.close())

const STORE_DOWN = {
  en: 'I can’t save right now. I don’t know whether what you just did was saved, so check before you try again.',
  es: 'Ahora mismo no puedo guardar nada. No sé si se ha guardado lo que acabas de hacer: compruébalo antes de volver a intentarlo.',
}

async function underWay(locale: 'en' | 'es' = 'en'): Promise<TestUser> {
  const ana = harness.newUser(locale)
  await start(ana)
  await answerAll(ana, role, () => 2, 3)
  return ana
}

describe('while the store is down', () => {
  test('look-ups are answered, by command, typed and pressed', async () => {
    const ana = await underWay()
    outage.down = true
    for (const line of ['/skills pytorch', '/skills ml-engineer senior', 'pytorch']) {
      await ana.say(line)
      expect(ana.failed, `asking ${line}`).toBeUndefined()
    }
    await ana.say('/skills ml-engineer')
    for (const payload of payloads(ana.last).filter((entry) => entry.startsWith('1s'))) {
      await ana.send(payload)
      expect(ana.failed, `pressing ${payload}`).toBeUndefined()
    }
  })

  test.each([
    ['en', 'Try again'],
    ['es', 'Intentar de nuevo'],
  ] as const)(
    'an answer says that it may not be taken, and can be tried again as it was (%s)',
    async (locale, again) => {
      const ana = await underWay(locale)
      const before = await ana.openSession()
      const question = skillIn(ana.last, role)
      const payload = ana.payloadOfKey(4)
      outage.down = true
      for (let tries = 0; tries < 2; tries += 1) {
        const message = await ana.send(payload)
        expect(ana.failed).toBe('internal')
        expect(notes(message)).toEqual([STORE_DOWN[locale]])
        expect(labels(message)).toEqual([again])
        expect(payloads(message)).toEqual([payload])
        expect(await ana.openSession()).toEqual(before)
      }
      outage.down = false
      await ana.press(again)
      expect(ana.failed).toBeUndefined()
      expect((await ana.openSession()).answers).toHaveLength(4)
      expect(skillIn(ana.last, role)).not.toBe(question)
    },
  )

  test('a typed answer says that it may not be taken', async () => {
    const ana = await underWay()
    const before = await ana.openSession()
    outage.down = true
    expect(notes(await ana.say('4'))).toEqual([STORE_DOWN.en])
    expect(ana.failed).toBe('internal')
    outage.down = false
    expect(await ana.openSession()).toEqual(before)
    await ana.say('4')
    expect((await ana.openSession()).answers).toHaveLength(4)
  })

  test('an answer whose save could not be confirmed is not called lost', async () => {
    const ana = await underWay()
    const payload = ana.payloadOfKey(4)
    outage.mute = true
    const [notice] = notes(await ana.send(payload))
    outage.mute = false
    expect((await ana.openSession()).answers).toHaveLength(4)
    expect(notice).toBe(STORE_DOWN.en)
    // Pressed again it counts once.
    await ana.send(payload)
    expect((await ana.openSession()).answers).toHaveLength(4)
  })

  test('a form says that it may not have been saved, and can be sent again', async () => {
    const ana = await underWay()
    const form = await ana.open('Add a note or link')
    outage.down = true
    await ana.fill(form, { evidence: 'a note' })
    expect(notes(ana.last)).toEqual([STORE_DOWN.en])
    outage.down = false
    await ana.fill(form, { evidence: 'a note' })
    expect(Object.values((await ana.openSession()).evidence)).toEqual(['a note'])
  })

  test('the operator is notified', async () => {
    const ana = await underWay()
    outage.down = true
    const reportCount = harness.reports.length
    await ana.pick(3)
    expect(harness.reports.slice(reportCount)).toMatchObject([{ id: 'store', incoming: 'action' }])
    expect(harness.reports.at(-1)?.error).toBeInstanceOf(StoreUnavailable)
  })

  test.each([
    ['Change', 'Change'],
    ['Pause', 'Pause'],
    ['Why this?', 'Why this?'],
  ] as const)('%s can be tried again', async (_, label) => {
    const ana = await underWay()
    const payload = ana.payload(label)
    outage.down = true
    await ana.send(payload)
    expect(payloads(ana.last)).toEqual([payload])
    outage.down = false
    await ana.press('Try again')
    expect(ana.failed).toBeUndefined()
    expect(headings(ana.last)).toHaveLength(1)
  })

  test('everything of one’s own says so and loses nothing', async () => {
    const ana = await underWay()
    const before = await ana.storedData()
    outage.down = true
    for (const line of [
      '/assess',
      '/assess ml-engineer',
      '/assess resume',
      '/assess status',
      '/assess cancel',
      '/assess reminders off',
      '/profile',
      '/profile export',
      '/profile delete',
    ]) {
      expect(notes(await ana.say(line)), `asking ${line}`).toEqual([STORE_DOWN.en])
    }
    expect(await ana.storedData()).toEqual(before)
  })

  test('nothing is erased, and it is not said to be', async () => {
    const ana = await underWay()
    await ana.say('/profile delete')
    outage.down = true
    await ana.press('Delete everything')
    expect(ana.failed).toBe('internal')
    expect(await ana.session()).not.toBeNull()
    outage.down = false
    await ana.press('Try again')
    expect(await ana.session()).toBeNull()
  })
})

describe('a store that goes down in the middle of something', () => {
  test('never costs an answer, a session or a result: what was asked for works when tried again', async () => {
    for (let after = 0; after < 4; after += 1) {
      const ana = await underWay()
      outage.after = after
      await ana.pick(3)
      outage.after = Number.POSITIVE_INFINITY
      if (ana.failed) await ana.press('Try again')
      expect((await ana.openSession()).answers.length, `down after ${after}`).toBe(4)
      expect(questionIn(ana.last, role), `down after ${after}`).toBeDefined()
    }
  })

  test('finishing tried again shows the one result', async () => {
    for (let after = 0; after < 5; after += 1) {
      const ana = harness.newUser()
      await start(ana)
      await answerAll(ana, role, profile(role, 2))
      outage.after = after
      await ana.press('Show my result')
      outage.after = Number.POSITIVE_INFINITY
      if (ana.failed) await ana.press('Try again')
      expect(headings(ana.last), `down after ${after}`).toEqual(['ML Engineer: Middle'])
      expect(await ana.results(), `down after ${after}`).toHaveLength(1)
      expect(await ana.session()).toBeNull()
    }
  })

  test('a start that broke off half-way leaves an assessment that can be gone on with and takes typed words', async () => {
    for (let after = 0; after < 5; after += 1) {
      const ana = harness.newUser()
      await ana.say('/assess ml-engineer')
      outage.after = after
      await ana.press('Find my level')
      outage.after = Number.POSITIVE_INFINITY
      if (ana.failed) {
        await ana.press('Try again')
        if (labels(ana.last).includes('Continue')) await ana.press('Continue')
      }
      await ana.say('3')
      expect((await ana.openSession()).answers, `down after ${after}`).toHaveLength(1)
    }
  })

  test('a start that failed half-way is reminded of like any other', async () => {
    const users: TestUser[] = []
    for (let after = 0; after < 5; after += 1) {
      const ana = harness.newUser()
      await ana.say('/assess ml-engineer')
      outage.after = after
      await ana.press('Find my level')
      outage.after = Number.POSITIVE_INFINITY
      if (ana.failed) await ana.press('Try again')
      if (labels(ana.last).includes('Continue')) await ana.press('Continue')
      users.push(ana)
    }
    harness.clock.now += 3 * DAY
    const reminded = new Set((await harness.sendReminders()).map(({ person }) => person.user))
    harness.clock.now -= 3 * DAY
    expect(users.map(({ person }) => reminded.has(person.user))).toEqual(users.map(() => true))
  })

  test('canceling again leaves nothing in progress, and typed words are look-ups', async () => {
    for (let after = 0; after < 5; after += 1) {
      const ana = await underWay()
      await ana.say('/assess cancel')
      outage.after = after
      await ana.press('Discard')
      outage.after = Number.POSITIVE_INFINITY
      if (ana.failed) await ana.press('Try again')
      expect(await ana.session(), `down after ${after}`).toBeNull()
      expect(headings(await ana.say('pytorch'))[0]).toContain('PyTorch')
    }
  })
})

test('a result is kept though the profile cannot be read just then', async () => {
  const ana = harness.newUser()
  await assessAs(ana, role, profile(role, 2))
  outage.down = true
  await ana.press('My history')
  expect(ana.failed).toBe('internal')
  outage.down = false
  await ana.press('Try again')
  expect(headings(ana.last)).toEqual(['Your history'])
})
