import { afterAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness, type TestUser } from '../bot/assess/harness.ts'
import { headings, items, labels, notes, paragraphs } from '../bot/read-message.ts'
import { ENGINEER, openBranching } from './ladder.ts'

// People on a ladder that branches, in both languages.

const harnesses: Harness[] = []
afterAll(() => Promise.all(harnesses.map((each) => each.close())))

async function open(files: Readonly<Record<string, string>> = {}): Promise<Harness> {
  const harness = await openHarness({ catalogIndex: await openBranching(files) })
  harnesses.push(harness)
  return harness
}

const all = ({ last }: TestUser): string =>
  [...paragraphs(last), ...items(last).map(({ text }) => text), ...notes(last)].join('\n')

/** Answers every question with the step of its skill. */
async function answer(user: TestUser, steps: Readonly<Record<string, number>>): Promise<void> {
  for (;;) {
    const skill = Object.keys(steps).find((name) => headings(user.last)[0]?.startsWith(name))
    if (!skill) return
    await user.say(String((steps[skill] ?? 0) + 1))
  }
}

const LEADER = { Coding: 2, Docs: 2, Hiring: 2, Coaching: 2 }

describe('look-ups', () => {
  test.each([
    ['en', '/skills engineer', 'Leading people: Junior → Senior → Manager → Director'],
    ['en', '/skills engineer', 'Manager · L3'],
    ['en', '/skills engineer senior', 'Senior leads to Staff or Manager.'],
    ['en', '/skills engineer principal', 'Principal is the last level of its track.'],
    ['en', '/skills engineer manager', 'Shared level: L3.'],
    ['es', '/skills engineer', 'Gestión: Junior → Senior → Manager → Director'],
    ['es', '/skills engineer senior', 'Senior lleva a Staff o Manager.'],
    ['es', '/skills engineer manager', 'Nivel común: L3.'],
  ] as const)('%s: %s', async (locale, line, expected) => {
    const ana = (await open()).newUser(locale)
    await ana.say(line)
    expect(all(ana)).toContain(expected)
  })

  test('a level is compared with the one below it on its track, not with the one before it in the list', async () => {
    const ana = (await open()).newUser()
    await ana.say('/skills engineer manager')
    expect(labels(ana.last)).toEqual(expect.arrayContaining(['Previous: Senior', 'Next: Director', 'Senior → Manager']))
    await ana.say('how do I get to manager')
    expect(headings(ana.last)).toContain('Engineer: Senior → Manager')
    await ana.say('how do I get to the next level as an engineer')
    expect(labels(ana.last)).toEqual(
      expect.arrayContaining(['Senior → Staff', 'Senior → Manager', 'Manager → Director']),
    )
    expect(labels(ana.last)).not.toContain('Principal → Manager')
  })

  test('levels of different tracks, and of roles by the level that they share, are compared', async () => {
    const ana = (await open()).newUser()
    await ana.say('/skills engineer staff manager')
    expect(headings(ana.last)).toEqual(['Engineer: Staff → Manager'])
    await ana.say('compare engineer and designer')
    expect(labels(ana.last)).toEqual(
      expect.arrayContaining(['Junior = Designer I', 'Staff = Designer III', 'Manager = Designer III']),
    )
    await ana.press('Manager = Designer III')
    expect(headings(ana.last)).toEqual(['Engineer / Designer · Manager = Designer III'])
    expect(items(ana.last).map(({ text }) => text)).toContain('Coding: Engineer Working · Designer Awareness')
  })
})

describe('an assessment', () => {
  test.each([
    [
      'en',
      'Leading people',
      'Find my level',
      'Show my result',
      'Track: Leading people (Junior → Senior → Manager → Director).',
    ],
    [
      'es',
      'Gestión',
      'Descubrir mi nivel',
      'Ver mi resultado',
      'Trayectoria: Gestión (Junior → Senior → Manager → Director).',
    ],
  ] as const)('is about one track, which is asked for first (%s)', async (locale, track, find, show, about) => {
    const ana = (await open()).newUser(locale)
    await ana.say('/assess engineer')
    expect(labels(ana.last)).toContain(track)
    await ana.press(track)
    expect(all(ana)).toContain(about)
    await ana.press(find)
    expect((await ana.openSession('engineer')).track).toBe('director')
    await answer(ana, LEADER)
    await ana.press(show)
    expect(ana.last.summary).toBe('Engineer: Manager')
    expect(all(ana)).toContain(about)
    expect((await ana.results())[0]).toMatchObject({
      level: 'manager',
      grade: 3,
      target: 'director',
      track: 'director',
    })
  })

  test.each([
    ['/assess engineer leading people guided', 'director'],
    ['/assess engineer individual contributor guided', 'principal'],
  ])('%s begins at once', async (line, end) => {
    const ana = (await open()).newUser()
    await ana.say(line)
    expect((await ana.openSession('engineer')).track).toBe(end)
  })

  test('asks nothing that only another track expects', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer individual contributor sheet')
    expect(items(ana.last).map(({ text }) => text)).toEqual(['Coding: not answered', 'Docs: not answered'])
    const form = await ana.open('Fill in this card')
    await ana.fill(form, Object.fromEntries(form.fields.map(({ name }) => [name, '4'])))
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: Principal')
  })

  test('of one level is on the track of that level', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer manager')
    await ana.press('Am I ready for Manager?')
    await answer(ana, LEADER)
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: ready for Manager')
  })

  test('what is missing for a level of another track is told from the same answers', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer leading people guided')
    await answer(ana, LEADER)
    await ana.press('Show my result')
    await ana.say('/profile gaps principal')
    expect(items(ana.last).map(({ text }) => text)).toEqual(['Coding: Working → Expert', 'Docs: Working → Expert'])
    await ana.say('/profile')
    expect(items(ana.last)[0]?.text).toContain('Manager')
  })

  test('goes on with its answers when the levels begin to branch, and the person is told the track', async () => {
    const plain = ENGINEER.replaceAll(/, leadsTo: \[[^\]]*\]|, track: \{[^}]*\}/gu, '')
    const harness = await open({ 'roles/engineer.yaml': plain })
    const ana = harness.newUser('es')
    await ana.say('/assess engineer')
    await ana.press('Descubrir mi nivel')
    await ana.say('3')
    harness.catalogue.catalogIndex = await openBranching()
    await ana.say('/assess resume engineer')
    expect(notes(ana.last).join(' ')).toContain('Esta evaluación sigue con Especialista')
    const session = await ana.openSession('engineer')
    expect(session.track).toBe('principal')
    expect(session.answers).toHaveLength(1)
    expect(harness.reports).toEqual([])
  })
})
