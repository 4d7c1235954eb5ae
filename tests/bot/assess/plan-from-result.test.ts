import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, rankOf } from '../../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { seededRandom } from '../../seeded-random.ts'
import { headings, items, labels, notes, paragraphs } from '../read-message.ts'
import { answerAll, assessAs, openPlan, profile, questionIn, roleIn, start } from './drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'

// The plan of a result can still be made after the result is shown, and says what its three steps lead to.

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

const offers = (user: TestUser): string[] =>
  labels(user.last).filter((label) => /^(?:Make my|Hacer mi) plan/u.test(label))

/** The skills of the plan, as the message names them. */
const namesIn = (user: TestUser): string[] => items(user.last).map(({ text }) => text.slice(0, text.indexOf(': ')))

describe('“Make my plan” of a result', () => {
  test.each(['en', 'es'] as const)(
    'asks only what is missing, from the answers that are saved (%s)',
    async (locale) => {
      const ana = harness.newUser(locale)
      const answerer = profile(role, 2)
      await assessAs(ana, role, answerer)
      await openPlan(ana)
      expect(offers(ana)).toHaveLength(1)
      const [first] = await ana.results()
      const answers = new Set(first?.ratings.map(({ skill }) => skill))
      await ana.press(offers(ana)[0] ?? '')
      expect(await ana.openSession()).toMatchObject({ refine: true, plan: true, mode: 'guided' })
      expect((await ana.openSession()).answers).toHaveLength(answers.size)
      for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
        expect(answers).not.toContain(row.skill.slug)
        answers.add(row.skill.slug)
        await ana.pick(answerer(row) + 1)
      }
      harness.clock.now += 1
      const message = await ana.press(locale === 'es' ? 'Ver mi resultado' : 'Show my result')
      expect(headings(message)).toEqual(['ML Engineer: Middle'])
      await openPlan(ana)
      expect(offers(ana)).toEqual([])
      expect(await ana.results()).toHaveLength(2)
      expect((await ana.results())[0]?.ratings.map(({ skill }) => skill).toSorted()).toEqual([...answers].toSorted())
    },
  )

  test('is the same with a result of the history, and of “ready for Senior”', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior guided')
    const answerer = profile(role, 2)
    await answerAll(ana, role, (row) => (row.skill.domain.slug === 'machine-learning-ai' ? 3 : answerer(row)))
    await ana.press('Show my result')
    await ana.say('/profile')
    await ana.press('Result from')
    await openPlan(ana)
    expect(offers(ana)).toHaveLength(1)
    await ana.press('Make my plan')
    expect(await ana.openSession()).toMatchObject({ target: 'senior', refine: true, plan: true })
  })

  test('keeps evidence, and does not touch an assessment that is in progress', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.say('evidence: seen by all')
    await answerAll(ana, role, profile(role, 2))
    await ana.press('Show my result')
    await openPlan(ana)
    const press = ana.payload('Make my plan')
    await ana.send(press)
    expect(Object.values((await ana.openSession()).evidence)).toEqual(['seen by all'])
    const before = await ana.openSession()
    expect(headings(await ana.send(press))).toEqual(['ML Engineer: already started'])
    expect(await ana.openSession()).toEqual(before)
  })

  test('is not offered once the answers are older than an assessment is kept, nor of a role that has changed', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    await openPlan(ana)
    const press = ana.payload('Make my plan')
    harness.clock.now += 15 * DAY
    await ana.press('All gaps')
    await openPlan(ana)
    expect(offers(ana)).toEqual([])
    expect(headings(await ana.send(press))).toEqual(['ML Engineer: Middle'])
    expect(await ana.session()).toBeNull()
  })

  test('says so if its questions leave the three skills as they were', async () => {
    const now = 'Your plan keeps its 3 skills; it now rests on your answers.'
    const since = 'Your plan keeps its 3 skills; your new answers were about other skills.'
    let stays = 0
    for (const level of [1, 2, 3, 4]) {
      const ana = harness.newUser()
      await assessAs(ana, role, profile(role, level))
      await openPlan(ana)
      const before = namesIn(ana)
      expect(notes(ana.last)).not.toContain(now)
      // What more answers change is said if the three are answered.
      const answered = new Set((await ana.results())[0]?.ratings.map(({ name }) => name))
      const isAnswered = before.every((name) => answered.has(name))
      expect(paragraphs(ana.last).some((text) => text.startsWith('You’ve already rated these 3 skills.'))).toBe(
        isAnswered,
      )
      const sentence = isAnswered ? since : now
      await ana.press('Make my plan')
      await answerAll(ana, role, profile(role, level))
      await ana.press('Show my result')
      await openPlan(ana)
      const isSame = namesIn(ana).toSorted().join() === before.toSorted().join()
      expect(notes(ana.last).includes(sentence), `level ${level}`).toBe(isSame)
      stays += Number(isSame)
    }
    expect(stays).toBeGreaterThan(0)
  })
})

describe('“Answer the rest”', () => {
  test('asks about the estimated gaps of a result, on its page of all gaps and, without a plan to make, on that of the plan', async () => {
    let offered = 0
    for (const level of [0, 2, 3, 4]) {
      const ana = harness.newUser()
      const answerer = profile(role, level)
      await assessAs(ana, role, answerer)
      const [before] = await ana.results()
      await openPlan(ana)
      const isOffered = labels(ana.last).some((label) => label.startsWith('Answer the rest'))
      // One of the two at a time.
      expect(isOffered && offers(ana).length > 0).toBe(false)
      offered += Number(isOffered)
      await ana.press('All gaps')
      if (!labels(ana.last).some((label) => label.startsWith('Answer the rest'))) continue
      await ana.press('Answer the rest')
      expect(await ana.openSession()).toMatchObject({ refine: true, plan: false })
      expect(questionIn(ana.last, role)).toBeDefined()
      await answerAll(ana, role, answerer)
      harness.clock.now += 1
      await ana.press('Show my result')
      const [after] = await ana.results()
      expect(after?.ratings.length).toBeGreaterThan(before?.ratings.length ?? 0)
      expect(labels(await ana.press('All gaps')).filter((label) => label.startsWith('Answer the rest'))).toEqual([])
      offered += 1
    }
    expect(offered).toBeGreaterThan(0)
  })
})

describe('what the three steps lead to', () => {
  test.each(['en', 'es'] as const)('is said with the number of steps to the level (%s)', async (locale) => {
    const sentence =
      locale === 'es'
        ? /^Estos son los 3 primeros de (?:unos )?(\d+) pasos hasta Lead \/ Staff(?:, repartidos en (?:unas )?(\d+) habilidades)?\./mu
        : /^These are the first 3 of (?:about )?(\d+) steps to Lead \/ Staff(?:, in (?:about )?(\d+) skills)?\./mu
    const ana = harness.newUser(locale)
    const answerer = profile(role, 3)
    await assessAs(ana, role, answerer)
    await openPlan(ana)
    await ana.press(offers(ana)[0] ?? '')
    await answerAll(ana, role, answerer)
    await ana.press(locale === 'es' ? 'Ver mi resultado' : 'Show my result')
    const message = await openPlan(ana)
    const [result] = (await ana.results()).toSorted((a, b) => b.ratings.length - a.ratings.length)
    const need = (result?.need?.core ?? 0) + (result?.need?.others ?? 0)
    // Each needed skill is at least a step; more steps than the result counts skills are told apart from them.
    const [, steps, skills = steps] = sentence.exec(paragraphs(message).join('\n')) ?? []
    expect(Number(steps)).toBeGreaterThanOrEqual(need)
    expect(Number(skills)).toBe(need)
  })

  test('is true by count: with every needed step made the level is reached', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer sheet')
    const gaps = new Set(['pytorch', 'mlflow', 'model-serving'])
    for (const group of role.domains) {
      const form = await ana.open('Fill in this card')
      const values = group.rows.map((row, index) => [
        form.fields[index]?.name ?? '',
        String(profile(role, gaps.has(row.skill.slug) ? 2 : 3)(row)),
      ])
      await ana.fill(form, Object.fromEntries(values))
    }
    await ana.press('Show my result')
    // Six of nine are met, and seven are needed.
    expect(headings(ana.last)).toEqual(['ML Engineer: Middle'])
    expect(paragraphs(await openPlan(ana))).toContain('Senior takes only one of these steps: any of them.')
  })

  test('names those that are enough for the level, if not all are needed', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const random = seededRandom(seed)
      const ana = harness.newUser(seed % 2 === 0 ? 'es' : 'en')
      await assessAs(ana, role, (row) => {
        const rating = profile(role, 2)(row) - (random.next() < 0.35 ? 1 : 0)
        return rating < 1 ? 0 : rating > 2 ? 3 : rating > 1 ? 2 : 1
      })
      const sentence = paragraphs(await openPlan(ana)).find((each) => /takes only|basta con/u.test(each))
      const names = namesIn(ana)
      if (sentence === undefined) continue
      const [, list = ''] = /: (.+?)\.(?: (?:That|Eso)|$)/u.exec(sentence) ?? []
      expect(names.some((name) => list.includes(name)) || /of them|de ellos/u.test(list), `of: ${sentence}`).toBe(true)
    }
  })

  test.each(['en', 'es'] as const)(
    'agrees with the counts, and names what is assumed to be met (%s)',
    async (locale) => {
      const sentence =
        locale === 'en'
          ? /(?:That|The count for [\w /]+) assumes you meet (?:about )?(\w+) of the (\d+) skills I didn’t ask about\./u
          : /(?:Eso|La cuenta para [\w /]+) supone que cumples (?:unas )?(\w+) de las (\d+) habilidades que faltan por preguntar\./u
      let counted = 0
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        const random = seededRandom(seed)
        const ana = harness.newUser(locale)
        await assessAs(ana, role, (row) => {
          const rating = profile(role, 2)(row) - (random.next() < 0.3 ? 1 : 0)
          return rating < 1 ? 0 : rating > 2 ? 3 : rating > 1 ? 2 : 1
        })
        const [result] = await ana.results()
        const target = role.levels.findIndex(({ slug }) => slug === result?.target)
        const { need } = result ?? {}
        const [, assumed, unasked] = sentence.exec(paragraphs(ana.last).join('\n')) ?? []
        if (!need || assumed === undefined) continue
        counted += 1
        const ratings = new Map(result?.ratings.map(({ skill, rating }) => [skill, rating]))
        const cells = [...role.rows.values()].filter(({ cells: own }) => own[target])
        const met = cells.filter(
          ({ skill, cells: own }) => (ratings.get(skill.slug) ?? -1) >= rankOf(own[target] ?? null),
        )
        const others = met.filter(({ skill }) => skill.domain.slug !== 'machine-learning-ai')
        // Met, assumed and still needed make up the 25 others that the level takes.
        expect(others.length + Number(assumed) + need.others).toBe(25)
        expect(Number(unasked)).toBe(58 - ratings.size)
        // The plan, the domains and the gaps of that level say the same.
        for (const section of locale === 'en' ? ['Growth plan', 'By domain'] : ['Plan de crecimiento', 'Por dominio']) {
          expect(sentence.exec(paragraphs(await ana.press(section)).join('\n'))?.[1]).toBe(assumed)
        }
        expect(sentence.exec(paragraphs(await ana.say(`/profile gaps ${result?.target}`)).join('\n'))?.[1]).toBe(
          assumed,
        )
      }
      expect(counted).toBeGreaterThan(0)
    },
  )

  test('marks a skill that takes more than one step', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer middle guided')
    await answerAll(ana, role, () => 0)
    await ana.press('Show my result')
    const far = items(ana.last).filter(({ text }) => {
      const row = [...role.rows.values()].find(({ skill }) => text.startsWith(`${skill.name}: `))
      return rankOf(row?.cells[1]) === 2
    })
    expect(far.length).toBeGreaterThan(0)
    for (const { text } of far) expect(text).toContain('None yet → Awareness · first of two steps')
  })
})

describe('“Put back”', () => {
  test.each([
    ['en', 'Not now', 'Put', 'back'],
    ['es', 'Ahora no', 'Recuperar', ''],
  ] as const)('undoes “Not now” (%s)', async (locale, not, put, back) => {
    const ana = harness.newUser(locale)
    await assessAs(ana, role, profile(role, 1))
    const before = await openPlan(ana)
    const [first = ''] = namesIn(ana)
    await ana.press(`${not}: ${first}`)
    expect(namesIn(ana)).not.toContain(first)
    const label = `${put} ${first} ${back}`.trim()
    expect(labels(ana.last)).toContain(label)
    expect(await ana.press(label)).toEqual(before)
    expect((await ana.storedData()).settings.deferredSkills).toEqual({ 'ml-engineer': [] })
  })

  test('offers the last one first', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 1))
    await openPlan(ana)
    const [first = '', second = ''] = namesIn(ana)
    await ana.press(`Not now: ${first}`)
    await ana.press(`Not now: ${second}`)
    expect(labels(ana.last).filter((label) => label.startsWith('Put '))).toEqual([`Put ${second} back`])
    await ana.press(`Put ${second} back`)
    expect(labels(ana.last).filter((label) => label.startsWith('Put '))).toEqual([`Put ${first} back`])
  })
})

describe('“ready for” a level', () => {
  test('names its unmet mandatory skills and puts them first', async () => {
    const mandatory = [...role.rows.values()].find(
      ({ skill, cells }) => skill.domain.slug !== 'machine-learning-ai' && cells[2]?.mandatory === true,
    )
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior sheet')
    for (const group of role.domains) {
      const form = await ana.open('Fill in this card')
      const values = group.rows.map((row, index) => [
        form.fields[index]?.name ?? '',
        String(profile(role, row === mandatory || row.skill.slug === 'pytorch' ? 1 : 3)(row)),
      ])
      await ana.fill(form, Object.fromEntries(values))
    }
    await ana.press('Show my result')
    expect(headings(ana.last)).toEqual(['ML Engineer: ready for Senior'])
    expect(notes(ana.last)).toContain(
      `This is mandatory at Senior, and you don’t meet it yet: ${mandatory?.skill.name}. It comes first in the plan.`,
    )
    expect(namesIn(ana)[0]).toBe(mandatory?.skill.name)
  })

  test('tells the level of an earlier assessment, or that it was not asked for', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior guided')
    await answerAll(ana, role, profile(role, 3))
    expect(paragraphs(await ana.press('Show my result'))).toContain(
      'This check covers only Senior; it doesn’t tell you your own level.',
    )
    harness.clock.now += 1
    await assessAs(ana, role, profile(role, 2))
    harness.clock.now += 1
    await ana.say('/assess ml-engineer senior guided')
    await answerAll(ana, role, profile(role, 3))
    const message = await ana.press('Show my result')
    expect(paragraphs(message).some((text) => /^Your level, as of .+: Middle\.$/u.test(text))).toBe(true)
    await ana.press('By domain')
    expect(await ana.press('Back to the result')).toEqual(message)
  })

  test('compares strengths with that level', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer middle guided')
    await answerAll(ana, role, profile(role, 4))
    await ana.press('Show my result')
    await ana.press('By domain')
    const strengths = items(ana.last).filter(({ detail }) => detail.includes('above what'))
    expect(strengths.length).toBeGreaterThan(0)
    for (const { detail } of strengths) expect(detail).toMatch(/above what Middle expects$/u)
  })
})
