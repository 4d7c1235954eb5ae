import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CatalogIndex } from '../../../src/catalog/index.ts'
import type { Person } from '../../../src/store/person.ts'
import { SCHEDULE_SCHEMA, SESSION_SCHEMA, type Session } from '../../../src/store/records.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { headings, labels, notes, paragraphs } from '../read-message.ts'
import { answerAll, profile, questionIn, roleIn, start } from './drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'

let catalogIndex: CatalogIndex
let harness: Harness

beforeAll(async () => {
  catalogIndex = await openCatalog(ownCatalog)
})
beforeEach(async () => {
  harness = await openHarness({ catalogIndex })
})
afterEach(() => harness.close())

/** A person with an assessment in progress and three answers. */
async function idle(locale: 'en' | 'es' = 'en'): Promise<TestUser> {
  const ana = harness.newUser(locale)
  await start(ana)
  await answerAll(ana, roleIn(catalogIndex), profile(roleIn(catalogIndex), 2), 3)
  return ana
}

let others = 0

/** A person on a platform with an assessment without answers, and nothing else stored. */
async function personWithSession(platform: string): Promise<Person> {
  others += 1
  const person = { platform, workspace: 'W1', user: `other${others}` }
  const { store, now } = harness.services
  const role = roleIn(catalogIndex)
  const session: Session = {
    ...{ schema: SESSION_SCHEMA, id: `other-${others}`, version: 1, role: role.slug, roleVersion: role.version },
    ...{ mode: 'guided', domain: null, refine: false, paused: false, locale: 'en' },
    ...{ startedAt: now(), touchedAt: now(), evidence: {}, answers: [] },
  }
  await store.sessions.create(person, session, 100 * DAY)
  const at = now() + 3 * DAY
  const id = `${platform}/${person.user}`
  await store.schedule.put({ schema: SCHEDULE_SCHEMA, id, at, kind: 'idle', person, role: role.slug })
  return person
}

describe('a reminder', () => {
  test('comes once, even if the process dies before it has recorded that', async () => {
    let failing = true
    const died = await openHarness({
      catalogIndex,
      between: (store) => ({
        ...store,
        schedule: {
          ...store.schedule,
          reschedule: (entry, to) =>
            failing ? Promise.reject(new Error('the process died here')) : store.schedule.reschedule(entry, to),
        },
      }),
    })
    try {
      const ana = died.newUser()
      await start(ana)
      died.clock.now += 3 * DAY
      expect(await died.sendReminders()).toHaveLength(1)
      failing = false
      died.clock.now += DAY / 24
      expect(await died.sendReminders()).toEqual([])
      died.clock.now += DAY
      expect(await died.sendReminders()).toEqual([])
    } finally {
      await died.close()
    }
  })

  test('comes once, after three days, with the way back and the way out', async () => {
    const ana = await idle()
    harness.clock.now += 3 * DAY - 1
    expect(await harness.sendReminders()).toEqual([])
    harness.clock.now += 1
    const [notice, ...more] = await harness.sendReminders()
    expect(more).toEqual([])
    expect(notice?.person).toEqual(ana.person)
    expect(paragraphs(notice?.message ?? ana.last)[0]).toMatch(
      /^Your ML Engineer assessment has been waiting since January 5, 2026: 3 answers saved, about \d+ questions to go\. It’s saved until January 19, 2026\.$/u,
    )
    expect(labels(notice?.message ?? ana.last)).toEqual(['Continue', 'No more reminders'])
    for (let day = 0; day < 10; day += 1) {
      harness.clock.now += DAY
      expect(await harness.sendReminders()).toEqual([])
    }
  })

  test('comes in the language of the session', async () => {
    await idle('es')
    harness.clock.now += 3 * DAY
    const [notice] = await harness.sendReminders()
    expect(notice?.message.summary).toMatch(
      /^Tu evaluación de ML Engineer te espera desde el 5 de enero de 2026: 3 respuestas guardadas; quedan unas \d+ preguntas\. Está guardada hasta el 19 de enero de 2026\.$/u,
    )
    expect(labels(notice?.message ?? { summary: '', blocks: [] })).toEqual(['Continuar', 'Desactivar recordatorios'])
  })

  test.each([3, 14])('after %i days comes in the language that the person has chosen since', async (days) => {
    const ana = await idle()
    await ana.say('/profile settings')
    await ana.press('Español')
    harness.clock.now += days * DAY
    const [notice] = await harness.sendReminders()
    expect(notice?.message.summary).toMatch(/^Tu evaluación de ML Engineer /u)
  })

  test('leads back to the card', async () => {
    const ana = await idle()
    harness.clock.now += 3 * DAY
    const [notice] = await harness.sendReminders()
    ana.last = notice?.message ?? ana.last
    await ana.press('Continue')
    expect(questionIn(ana.last, roleIn(catalogIndex))).toBeDefined()
    expect(notes(ana.last)).toEqual(['Welcome back. You’ve answered 3 questions so far.'])
  })

  test('does not make the last card stale', async () => {
    const ana = await idle()
    const payload = ana.payloadOfKey(3)
    harness.clock.now += 3 * DAY
    expect(await harness.sendReminders()).toHaveLength(1)
    await ana.send(payload)
    expect((await ana.openSession()).answers).toHaveLength(4)
  })

  test('is not sent while reminders are off, and is sent again when they are on', async () => {
    const ana = await idle()
    expect(notes(await ana.say('/assess reminders off'))).toEqual([
      'I won’t remind you about idle assessments anymore.',
    ])
    harness.clock.now += 3 * DAY
    expect(await harness.sendReminders()).toEqual([])
    expect((await ana.storedData()).settings).toMatchObject({ reminders: false })
    ana.locale = 'es'
    expect(notes(await ana.say('/assess recordatorios sí'))[0]).toMatch(/^Te enviaré un solo recordatorio/u)
    await ana.say('3')
    harness.clock.now += 3 * DAY
    expect(await harness.sendReminders()).toHaveLength(1)
  })

  test('the button of a reminder turns them off for good', async () => {
    const ana = await idle()
    harness.clock.now += 3 * DAY
    const [notice] = await harness.sendReminders()
    ana.last = notice?.message ?? ana.last
    await ana.press('No more reminders')
    expect((await ana.storedData()).settings.reminders).toBe(false)
    await ana.say('/assess cancel')
    await ana.press('Discard')
    await idle()
    await start(ana)
    harness.clock.now += 3 * DAY
    const people = (await harness.sendReminders()).map(({ person }) => person)
    expect(people).toHaveLength(1)
    expect(people).not.toContainEqual(ana.person)
  })

  test('is put off by every touch', async () => {
    const ana = await idle()
    harness.clock.now += 2 * DAY
    await ana.pick(3)
    harness.clock.now += 2 * DAY
    expect(await harness.sendReminders()).toEqual([])
    harness.clock.now += DAY - 1
    expect(await harness.sendReminders()).toEqual([])
    harness.clock.now += 1
    expect(await harness.sendReminders()).toHaveLength(1)
  })

  test('is not sent twice by two processes that check at the same moment', async () => {
    await idle()
    await idle()
    harness.clock.now += 3 * DAY
    const notices = (await Promise.all([harness.sendReminders(), harness.sendReminders()])).flat()
    expect(notices).toHaveLength(2)
    expect(new Set(notices.map(({ person }) => person.user)).size).toBe(2)
  })

  test('waits for a process that reaches the person', async () => {
    await idle()
    harness.clock.now += 3 * DAY
    expect(await harness.sendReminders(false)).toEqual([])
    expect(await harness.sendReminders(true)).toHaveLength(1)
  })

  test('reaches all people in one round, however many there are', async () => {
    const people = await Promise.all(Array.from({ length: 250 }, () => personWithSession('test')))
    harness.clock.now += 3 * DAY
    const notices = await harness.sendReminders()
    expect(new Set(notices.map(({ person }) => person.user))).toEqual(new Set(people.map(({ user }) => user)))
    expect(notices).toHaveLength(250)
    expect(harness.reports).toEqual([])
  })

  test('is not delayed by people who cannot be reached: on another platform, or by another process', async () => {
    await Promise.all(Array.from({ length: 150 }, () => personWithSession('elsewhere')))
    const away = await Promise.all(Array.from({ length: 150 }, () => personWithSession('test')))
    harness.clock.now += 1
    const ana = await idle()
    harness.clock.now += 3 * DAY
    const isHere = (person: Person): boolean => !away.some(({ user }) => user === person.user)
    for (const expected of [[ana.person.user], []]) {
      expect((await harness.sendReminders(isHere)).map(({ person }) => person.user)).toEqual(expected)
    }
    // The people out of reach stay scheduled.
    expect(await harness.sendReminders()).toHaveLength(150)
    expect(await harness.services.store.schedule.platforms()).toEqual(expect.arrayContaining(['elsewhere']))
  })

  test('leaves no entries of ended sessions, even on a platform that does not run here', async () => {
    const people = await Promise.all(['elsewhere', 'test', 'elsewhere'].map((platform) => personWithSession(platform)))
    const [first, , last] = people
    for (const person of people.filter((each) => each !== last)) {
      const [session] = await harness.services.store.sessions.list(person)
      if (session) await harness.services.store.sessions.end(person, session, null)
    }
    // Three days to the reminder, then the time that the store keeps an untouched session.
    harness.clock.now += 19 * DAY
    expect(await harness.sendReminders()).toEqual([])
    expect(await harness.services.store.schedule.claim('test', Number.MAX_SAFE_INTEGER, 1, 10)).toEqual([])
    const left = await harness.services.store.schedule.claim('elsewhere', harness.clock.now, 1, 10)
    expect(left.map(({ person }) => person.user)).toEqual([last?.user])
    expect(first?.platform).toBe('elsewhere')
  })

  test('is not sent for what is finished, dropped or erased', async () => {
    const ana = await idle()
    await ana.say('cancel')
    await ana.press('Discard')
    const eva = await idle()
    await answerAll(eva, roleIn(catalogIndex), profile(roleIn(catalogIndex), 2))
    await eva.press('Show my result')
    const leo = await idle()
    await leo.say('/profile delete')
    await leo.press('Delete everything')
    harness.clock.now += 30 * DAY
    expect(await harness.sendReminders()).toEqual([])
  })

  test('is sent for a paused assessment too', async () => {
    const ana = await idle()
    await ana.press('Pause')
    harness.clock.now += 3 * DAY
    expect(await harness.sendReminders()).toHaveLength(1)
  })

  test('names the role by its slug where the role is gone', async () => {
    await idle()
    const { fixtureCatalog } = await import('../../fixtures/catalog.ts')
    harness.catalogue.catalogIndex = await openCatalog(fixtureCatalog)
    harness.clock.now += 3 * DAY
    const [notice] = await harness.sendReminders()
    expect(notice?.message.summary).toContain('Your ml-engineer assessment')
  })
})

describe('an untouched assessment', () => {
  test('expires with a last notice, and is removed', async () => {
    const ana = await idle()
    harness.clock.now += 3 * DAY
    await harness.sendReminders()
    harness.clock.now += 11 * DAY - 1
    expect(await harness.sendReminders()).toEqual([])
    expect(await ana.session()).not.toBeNull()
    harness.clock.now += 1
    const [notice, ...more] = await harness.sendReminders()
    expect(more).toEqual([])
    expect(paragraphs(notice?.message ?? ana.last)).toEqual([
      'Your ML Engineer assessment has been deleted after 14 days without activity, along with its 3 answers. You can start a new one whenever you like.',
    ])
    expect(labels(notice?.message ?? ana.last)).toEqual(['Assess yourself'])
    expect(await ana.session()).toBeNull()
    harness.clock.now += 30 * DAY
    expect(await harness.sendReminders()).toEqual([])
    expect(headings(await ana.say('pytorch'))[0]).toContain('PyTorch')
  })

  test('has a last notice in the language of the session, with or without reminders', async () => {
    const ana = await idle('es')
    await ana.say('/assess recordatorios no')
    harness.clock.now += 14 * DAY
    const [notice] = await harness.sendReminders()
    expect(notice?.message.summary).toBe(
      'Tu evaluación de ML Engineer se ha borrado tras 14 días sin actividad, junto con sus 3 respuestas. Puedes empezar otra cuando quieras.',
    )
  })

  test('expires counted from its last touch', async () => {
    const ana = await idle()
    harness.clock.now += 13 * DAY
    await ana.pick(3)
    harness.clock.now += 13 * DAY
    await harness.sendReminders()
    expect(await ana.session()).not.toBeNull()
    harness.clock.now += DAY
    expect(await harness.sendReminders()).toHaveLength(1)
    expect(await ana.session()).toBeNull()
  })

  test('goes on, with its reminders, if its owner answers at the moment at which it expires', async () => {
    await harness.close()
    let beforeEnd = (): Promise<unknown> => Promise.resolve()
    harness = await openHarness({
      catalogIndex,
      between: (store) => ({
        ...store,
        sessions: {
          ...store.sessions,
          end: async (...args) => {
            await beforeEnd()
            return store.sessions.end(...args)
          },
        },
      }),
    })
    const ana = await idle()
    harness.clock.now += 14 * DAY
    beforeEnd = () => ana.pick(3)
    expect(await harness.sendReminders()).toEqual([])
    expect((await ana.openSession()).answers).toHaveLength(4)
    beforeEnd = () => Promise.resolve()
    harness.clock.now += 3 * DAY
    expect(await harness.sendReminders()).toHaveLength(1)
    harness.clock.now += 11 * DAY
    expect((await harness.sendReminders()).map(({ message }) => message.summary)).toEqual([
      expect.stringContaining('has been deleted after 14 days without activity'),
    ])
    expect(await ana.session()).toBeNull()
  })

  test('has one last notice from two processes that check at the same moment', async () => {
    await idle()
    harness.clock.now += 14 * DAY
    expect((await Promise.all([harness.sendReminders(), harness.sendReminders()])).flat()).toHaveLength(1)
  })

  test('with a life of one day has its last notice after that day', async () => {
    await harness.close()
    harness = await openHarness({ catalogIndex, sessionMs: DAY })
    const ana = await idle()
    harness.clock.now += DAY
    const notices = await harness.sendReminders()
    expect(notices.map(({ message }) => message.summary)).toEqual([
      expect.stringContaining('has been deleted after 1 day without activity,'),
    ])
    expect(await ana.session()).toBeNull()
  })

  test('without answers has a last notice without their count', async () => {
    const ana = harness.newUser()
    await start(ana)
    harness.clock.now += 14 * DAY
    const [notice] = await harness.sendReminders()
    expect(notice?.message.summary).not.toMatch(/\b0 answers\b/u)
  })
})
