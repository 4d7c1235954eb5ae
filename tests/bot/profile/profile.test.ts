import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, rankOf } from '../../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { type Answerer, answerAll, assessAs, profile, roleIn, start } from '../assess/drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from '../assess/harness.ts'
import { headings, items, labels, listTitles, notes, paragraphs, usages } from '../read-message.ts'

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

/** A whole assessment, a minute after whatever was before it. */
function assessLater(user: TestUser, answerer: Answerer): Promise<unknown> {
  harness.clock.now += 60_000
  return assessAs(user, role, answerer)
}

/** A profile with one skill that is asked at another rating. */
function except(level: number, ratings: Readonly<Record<string, 0 | 1 | 2 | 3 | 4>>): Answerer {
  const exact = profile(role, level)
  return (row) => ratings[row.skill.slug] ?? exact(row)
}

describe('the history', () => {
  test.each([
    [
      'en',
      'Your history',
      'No results yet. An assessment takes a few minutes, and only you can see the result.',
      'Assess yourself',
    ],
    [
      'es',
      'Tu historial',
      'Todavía no tienes resultados. Una evaluación lleva unos minutos y solo tú ves el resultado.',
      'Evaluarme',
    ],
  ] as const)('with no result says so and offers an assessment (%s)', async (locale, title, expected, button) => {
    const ana = harness.newUser(locale)
    const message = await ana.say('/profile')
    expect(headings(message)).toEqual([title])
    expect(paragraphs(message)).toEqual([expected])
    expect(labels(message)).toEqual([button])
  })

  test.each(['what am I missing?', '/profile gaps', '/perfil lagunas'])(
    'what is missing is told from the last result, and without one from an assessment: %s',
    async (words) => {
      const ana = harness.newUser()
      expect(labels(await ana.say(words))).toEqual(['Assess yourself'])
      await assessLater(ana, profile(role, 2))
      expect(listTitles(await ana.say(words))).toContain('What to work on next')
      await assessLater(ana, profile(role, 1))
      expect(headings(await ana.say(words))).toEqual([expect.stringContaining('ML Engineer: Junior')])
    },
  )

  test.each([
    [
      'en',
      'what am I missing for lead?',
      'What you’re missing for Lead / Staff · ML Engineer',
      'Am I ready for Lead / Staff?',
    ],
    [
      'en',
      'how do I get to lead?',
      'What you’re missing for Lead / Staff · ML Engineer',
      'Am I ready for Lead / Staff?',
    ],
    ['en', '/profile gaps lead', 'What you’re missing for Lead / Staff · ML Engineer', 'Am I ready for Lead / Staff?'],
    [
      'es',
      '¿qué me falta para lead?',
      'Lo que te falta para Lead / Staff · ML Engineer',
      '¿Estoy a la altura de Lead / Staff?',
    ],
    [
      'es',
      '/perfil lagunas lead',
      'Lo que te falta para Lead / Staff · ML Engineer',
      '¿Estoy a la altura de Lead / Staff?',
    ],
  ] as const)(
    'what is missing for a level is told from the last answers, at any level (%s: %s)',
    async (locale, words, title, check) => {
      const ana = harness.newUser(locale)
      // Without a result, the ladder answers.
      expect(headings(await ana.say(words))[0]).not.toBe(title)
      await assessLater(ana, profile(role, 3))
      const message = await ana.say(words)
      expect(headings(message)).toEqual([title])
      expect(labels(message)[0]).toBe(check)
      const index = role.levels.findIndex(({ name }) => name.startsWith('Lead'))
      const named = items(message).map(({ text }) => text.replace(/:[\s\S]*$/u, ''))
      expect(named.length).toBeGreaterThan(3)
      // Each is answered, expected at the level, and below what it expects.
      const exact = profile(role, 3)
      for (const name of named) {
        const row = [...role.rows.values()].find(({ skill }) => skill.name === name)
        expect([name, row && exact(row) < rankOf(row.cells[index] ?? null)]).toEqual([name, true])
      }
      expect(headings(await ana.press(check))).not.toEqual([title])
    },
  )

  test.each([
    ['en', 'All gaps', 'Show all '],
    ['es', 'Todo lo pendiente', 'Mostrar las '],
  ] as const)(
    'a long list of what is missing has a button to all of it, in one order (%s)',
    async (locale, all, more) => {
      const ana = harness.newUser(locale)
      // A lower answer here and there leaves mandatory skills of several levels open.
      await assessLater(ana, (row) => (row.skill.slug.length % 4 === 0 ? 1 : profile(role, 2)(row)))
      const [result] = await ana.results()
      const name = (text: string): string => text.replace(/:[\s\S]*$/u, '')
      const answered = new Set(result?.ratings.map((each) => each.name))
      const allGaps = items(await ana.press(all)).map(({ text }) => name(text))
      const first = items(await ana.say(`/profile gaps ${result?.target}`)).map(({ text }) => name(text))
      expect(first).toHaveLength(10)
      const message = await ana.press(more)
      const listed = items(message).map(({ text }) => name(text))
      expect(listed.length).toBeGreaterThan(10)
      expect(listed.slice(0, 10)).toEqual(first)
      expect(labels(message).some((label) => label.startsWith(more))).toBe(false)
      // The same skills in the same order as in the result, which adds the estimated ones.
      expect(listed).toEqual(allGaps.filter((each) => answered.has(each)))
    },
  )

  test('the name of a level, without a result, gets what the ladder says, and why', async () => {
    const ana = harness.newUser()
    const message = await ana.say('/profile gaps lead')
    expect(notes(message)[0]).toContain('You have no result to compare this with yet')
    expect(headings(message)[0]).toContain('Lead / Staff')
    // A question asks for the ladder, too.
    expect(notes(await ana.say('how do I get to lead?')).join()).not.toContain('no result')
  })

  test('words that have no part in what is missing for a level are named', async () => {
    const ana = harness.newUser()
    await assessLater(ana, profile(role, 3))
    const message = await ana.say('what am I missing for lead zyxwv?')
    expect([...headings(message), ...notes(message)].join()).toMatch(/zyxwv/u)
  })

  test('everyone in a channel gets what the ladder says about a level, not what one person lacks', async () => {
    const ana = harness.newUser()
    await assessLater(ana, profile(role, 3))
    expect(headings(await ana.mention('how do I get to lead?'))[0]).toContain('Lead')
    expect(headings(await ana.mention('how do I get to lead?'))[0]).not.toContain('you’re missing')
  })

  test('lists results newest first, each to be shown again', async () => {
    const ana = harness.newUser()
    const first = await assessAs(ana, role, profile(role, 1))
    harness.clock.now += DAY
    const second = await assessAs(ana, role, profile(role, 2))
    const history = await ana.say('/profile')
    expect(listTitles(history)).toEqual(['ML Engineer'])
    expect(items(history).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^January 6, 2026: Middle, \d+% sure$/u),
      expect.stringMatching(/^January 5, 2026: Junior, \d+% sure$/u),
    ])
    expect(labels(history)).toEqual([
      'Result from January 6, 2026',
      'Result from January 5, 2026',
      'Assess again',
      'Settings',
      'Export my data',
      'Delete my data',
    ])
    expect(await ana.press('Result from January 6')).toEqual(second)
    await ana.say('/profile')
    expect(await ana.press('Result from January 5')).toEqual(first)
    harness.clock.now -= DAY
  })

  test('tells a result of one domain apart', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer machine-learning-ai')
    await ana.press('Start')
    await answerAll(ana, role, profile(role, 2))
    await ana.press('Show my result')
    expect(items(await ana.say('/profile')).map(({ text }) => text)).toEqual([
      `January 5, 2026: ${role.domains.find(({ domain }) => domain.slug === 'machine-learning-ai')?.domain.name['en']} only`,
    ])
  })

  test('says “below Junior” of one below the first level', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, () => 0)
    expect(items(await ana.say('/profile'))[0]?.text).toMatch(
      /^January 5, 2026: below Junior, settled by your answers$/u,
    )
    ana.locale = 'es'
    expect(items(await ana.say('/profile'))[0]?.text).toMatch(
      /^5 de enero de 2026: por debajo de Junior, seguro según la regla$/u,
    )
  })

  test('shows ten results with a button each and lists them all', async () => {
    const ana = harness.newUser()
    for (let times = 0; times < 11; times += 1) await assessAs(ana, role, () => 0)
    const history = await ana.say('/profile')
    expect(items(history)).toHaveLength(11)
    expect(labels(history).filter((label) => label.startsWith('Result from'))).toHaveLength(10)
  })
})

describe('what changed since the one before', () => {
  test('a level gained and the skills that rose', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 1))
    harness.clock.now += DAY
    await assessAs(ana, role, profile(role, 2))
    harness.clock.now -= DAY
    const [changed] = paragraphs(await ana.say('/profile'))
    expect(changed).toMatch(/^Since January 5, 2026: from Junior to Middle(?: and |, )\d+ skills? higher \(.+\)\.$/u)
    const [newest, before] = await ana.results()
    const earlier = new Map(before?.ratings.map(({ skill, rating }) => [skill, rating]))
    const rose = newest?.ratings.filter(({ skill, rating }) => (rating ?? 0) > (earlier.get(skill) ?? 9)) ?? []
    expect(changed).toContain(`${rose.length} skill`)
    for (const { name } of rose.slice(0, 5)) expect(changed).toContain(name)
  })

  test('a level lost and the skills that fell, in Spanish', async () => {
    const ana = harness.newUser('es')
    await assessLater(ana, profile(role, 3))
    await assessLater(ana, profile(role, 2))
    expect(paragraphs(await ana.say('/profile'))[0]).toMatch(
      /^Desde el 5 de enero de 2026: has pasado de «Senior» a «Middle» y \d+ habilidad(?:es)? han? bajado \(.+\)\.$/u,
    )
  })

  test('one skill up and one down at the same level', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    const [first] = await ana.results()
    const slugs = first?.ratings.map(({ skill }) => skill) ?? []
    const up = slugs.at(-1) ?? ''
    const down = slugs.at(-2) ?? ''
    await assessLater(ana, except(2, { [up]: 4, [down]: 0 }))
    const [changed = ''] = paragraphs(await ana.say('/profile'))
    const [newest] = await ana.results()
    expect(newest?.level).toBe('middle')
    const name = (slug: string) => role.rows.get(slug)?.skill.name ?? slug
    expect(changed).toContain('the same level')
    expect(changed).toContain(`1 skill higher (${name(up)})`)
    expect(changed).toContain(`1 skill lower (${name(down)})`)
  })

  test('nothing, where nothing did', async () => {
    const ana = harness.newUser()
    await assessLater(ana, profile(role, 2))
    await assessLater(ana, profile(role, 2))
    expect(paragraphs(await ana.say('/profile'))[0]).toBe('Since January 5, 2026: the same level.')
  })

  test('a skill skipped or not asked then or now counts neither up nor down', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.press('Skip')
    await answerAll(ana, role, profile(role, 2))
    await ana.press('Show my result')
    await assessLater(ana, profile(role, 2))
    const [changed] = paragraphs(await ana.say('/profile'))
    expect(changed).not.toMatch(/higher|lower/u)
  })

  test('a result of one domain is not compared with one of the whole role', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    await ana.say('/assess ml-engineer machine-learning-ai')
    await ana.press('Start')
    await answerAll(ana, role, () => 0)
    await ana.press('Show my result')
    expect(paragraphs(await ana.say('/profile'))).toEqual([])
  })
})

describe('deleting', () => {
  test('asks first, saying what would go, and can be thought better of', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    await start(ana)
    await ana.pick(3)
    const before = await ana.storedData()
    const question = await ana.say('/profile delete')
    expect(headings(question)).toEqual(['Delete everything?'])
    expect(paragraphs(question)).toEqual([
      'This permanently deletes your settings, 1 result, 1 assessment in progress, and everything else stored about you.',
    ])
    expect(labels(question)).toEqual(['Delete everything', 'Cancel'])
    expect(await ana.storedData()).toEqual(before)
    expect(notes(await ana.press('Cancel'))).toEqual(['Nothing was deleted.'])
    expect(await ana.storedData()).toEqual(before)
  })

  test('erases results, sessions, settings and what is due, of that person alone', async () => {
    const ana = harness.newUser('es')
    const eva = harness.newUser()
    for (const user of [ana, eva]) {
      await assessAs(user, role, profile(role, 2))
      await start(user)
      await user.pick(3)
      await user.say('/assess reminders off')
    }
    const dataBefore = await eva.storedData()
    const question = await ana.say('/profile borrar')
    expect(paragraphs(question)).toEqual([
      'Se borrarán para siempre tus ajustes, 1 resultado, 1 evaluación en curso y todo lo demás que se guarda sobre ti.',
    ])
    const erase = ana.payload('Borrarlo todo')
    expect(notes(await ana.send(erase))).toEqual([expect.stringContaining('Se han borrado tus resultados')])
    expect(await ana.storedData()).toEqual({
      person: ana.person,
      results: [],
      sessions: [],
      settings: { schema: 1, reminders: true, lastRole: null, focus: null },
    })
    expect(paragraphs(await ana.say('/profile'))[0]).toMatch(/^Todavía no tienes resultados/u)
    expect(await eva.storedData()).toEqual(dataBefore)
    // A second press has the same answer.
    expect(notes(await ana.send(erase))).toEqual([expect.stringContaining('Se han borrado tus resultados')])
  })

  test('leaves no earlier button that works', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    await ana.say('/profile')
    const resultButton = ana.payload('Result from')
    await start(ana)
    const answer = ana.payloadOfKey(3)
    await ana.say('/profile delete')
    await ana.press('Delete everything')
    for (const payload of [resultButton, answer]) {
      await ana.send(payload)
      expect(ana.failed).toBe('user')
    }
    await ana.say('3')
    expect(await ana.session()).toBeNull()
  })
})

describe('words', () => {
  test('that mean nothing here are explained with what does', async () => {
    const ana = harness.newUser()
    expect(notes(await ana.say('/profile blorp <b>x</b>'))).toEqual([
      'I don’t know “blorp <b>x</b>” here. Try /profile, /profile gaps, /profile settings, /profile export, /profile link, or /profile delete.',
    ])
    expect(ana.failed).toBe('user')
  })

  test('help shows what can be typed', async () => {
    const ana = harness.newUser()
    expect(usages(await ana.say('/profile help')).map(({ typed }) => typed)).toEqual([
      '/profile show',
      '/profile gaps',
      '/profile gaps ml-engineer principal',
      '/profile settings',
      '/profile export',
      '/profile link',
      '/profile unlink',
      '/profile delete',
    ])
  })

  test('typed while an assessment goes on do not disturb it', async () => {
    const ana = harness.newUser()
    await start(ana)
    const before = await ana.openSession()
    await ana.say('/profile')
    await ana.say('/profile export')
    expect(await ana.openSession()).toEqual(before)
    await ana.say('3')
    expect((await ana.openSession()).answers).toHaveLength(1)
  })
})
