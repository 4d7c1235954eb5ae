import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerCodes } from '../../../src/assessment/index.ts'
import { PROFICIENCIES, type Role } from '../../../src/catalog/index.ts'
import { linesBelow, type Message, plainText } from '../../../src/message/index.ts'
import type { AssessmentResult } from '../../../src/store/records.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { headings, inlines, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { type Answerer, answerAll, assessAs, openPlan, profile, questionIn, roleIn, start } from './drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'

// The plan of a result: three skills to work on, made of answers, which the person can replace.

const TITLES = { en: 'What to work on next', es: 'En qué trabajar ahora' }
const STEPS = {
  en: ['None yet', 'Awareness', 'Working', 'Advanced', 'Expert'],
  es: ['Todavía nada', 'Nociones', 'Competente', 'Avanzado', 'Experto'],
}
const EFFORT_WORDS = {
  en: { days: 'a few days', weeks: 'a few weeks', quarter: 'about three months' },
  es: { days: 'unos días', weeks: 'unas semanas', quarter: 'unos tres meses' },
}
const STEP_DAYS = { days: 7, weeks: 28, quarter: 91 }

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

/** The core of one level, the others of the one below. */
const deepInCore =
  (level: number): Answerer =>
  (row) =>
    profile(role, row.skill.domain.slug === 'machine-learning-ai' ? level : level - 1)(row)

async function only(user: TestUser): Promise<AssessmentResult> {
  const [result, ...others] = await user.results()
  if (!result || others.length > 0) throw new Error(`${others.length + (result ? 1 : 0)} results are kept`)
  return result
}

/** The skills of the plan with what is said of them, first to last. */
function focusIn(message: Message) {
  return message.blocks.flatMap((block) =>
    block.type === 'list' && block.title && Object.values(TITLES).includes(plainText(block.title))
      ? block.items.map((item) => {
          const { text } = item
          const below = linesBelow(item)
          const row = [...role.rows.values()].find(({ skill }) => plainText(text).startsWith(`${skill.name}: `))
          if (!row) throw new Error(`no skill is named: ${plainText(text)}`)
          return {
            skill: row.skill,
            text: plainText(text),
            detail: below.map(plainText).join('\n'),
            links: below.flat(),
          }
        })
      : [],
  )
}

const namesIn = (message: Message): string[] => focusIn(message).map(({ skill }) => skill.name)

/** Takes an assessment up to its result, with the questions for a plan if they are offered. */
async function planAs(user: TestUser, answerer: Answerer): Promise<Message> {
  const isSpanish = user.locale === 'es'
  await start(user)
  await answerAll(user, role, answerer)
  const offer = labels(user.last).find((label) => label.startsWith(isSpanish ? 'Hacer mi plan' : 'Make my plan'))
  if (offer !== undefined) {
    await user.press(offer)
    await answerAll(user, role, answerer)
  }
  await user.press(isSpanish ? 'Ver mi resultado' : 'Show my result')
  return openPlan(user)
}

describe('“Make my plan”', () => {
  test.each([1, 2, 3, 4])('asks on until the plan of a person at level %i consists of answers', async (level) => {
    const ana = harness.newUser()
    const answerer = profile(role, level)
    await start(ana)
    await answerAll(ana, role, answerer)
    const before = (await ana.openSession()).answers.length
    const title = headings(ana.last)
    const card = await ana.press('Make my plan')
    expect(await ana.openSession()).toMatchObject({ refine: true, plan: true })
    const progress = card.blocks.find((block) => block.type === 'progress')
    expect(progress).toMatchObject({
      label: expect.stringMatching(/^Question \d+ · for your plan · (?:up to \d+ more|almost done)$/u),
    })
    const row = questionIn(ana.last, role)
    const [explained = ''] = notes(await ana.press('Why this?'))
    const expected = row?.cells[level]?.proficiency
    expect(explained.toLowerCase()).toContain(
      `${role.levels[level]?.name} expects ${expected} in ${row?.skill.name}. `.toLowerCase(),
    )
    expect(explained).toMatch(/ the plan focuses on other skills\.$/u)
    await answerAll(ana, role, answerer)
    expect(headings(ana.last)).toEqual(title)
    expect(labels(ana.last).some((label) => label.startsWith('Make my plan'))).toBe(false)
    const { answers } = await ana.openSession()
    expect(answers.length).toBeGreaterThan(before)
    await ana.press('Show my result')
    const message = await openPlan(ana)
    const { ratings } = await only(ana)
    const focus = focusIn(message)
    expect(focus).toHaveLength(3)
    for (const { skill, text } of focus) {
      expect(ratings.find((entry) => entry.skill === skill.slug)?.rating).toEqual(expect.any(Number))
      expect(text).not.toContain('estimated')
    }
  })

  test.each([3, 4])('gives a plan of others, as answered, if the core is that of level %i already', async (level) => {
    const ana = harness.newUser()
    const message = await planAs(ana, deepInCore(level))
    const { ratings } = await only(ana)
    const focus = focusIn(message)
    expect(focus).toHaveLength(3)
    for (const { skill, text } of focus) {
      expect(skill.domain.slug).not.toBe('machine-learning-ai')
      expect(ratings.map((entry) => entry.skill)).toContain(skill.slug)
      expect(text).not.toContain('estimated')
    }
  })

  test('can be stopped, paused and gone on with like any other question', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 4))
    await ana.press('Make my plan')
    const question = questionIn(ana.last, role)
    expect(labels(ana.last)).toContain('Stop here')
    await ana.press('Pause')
    expect(questionIn(await ana.say('/assess resume'), role)).toBe(question)
    const message = await ana.press('Stop here')
    expect(headings(message)).toEqual(['ML Engineer: Lead / Staff'])
  })

  test('a second press of it asks the same question', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 1))
    const press = ana.payload('Make my plan')
    const question = questionIn(await ana.send(press), role)
    expect(question).toBeDefined()
    expect(questionIn(await ana.send(press), role)).toBe(question)
  })
})

describe('the plan', () => {
  test.each(['en', 'es'] as const)(
    'names three skills, each with step, exercise, evidence, links and effort (%s)',
    async (locale) => {
      const people: readonly Answerer[] = [
        () => 0,
        profile(role, 1),
        profile(role, 2),
        profile(role, 3),
        profile(role, 4),
        deepInCore(3),
      ]
      for (const answerer of people) {
        const ana = harness.newUser(locale)
        const message = await planAs(ana, answerer)
        const { ratings, gaps, finishedAt } = await only(ana)
        expect(listTitles(message)).toEqual([TITLES[locale]])
        const focus = focusIn(message)
        expect(focus).toHaveLength(3)
        const efforts = focus.map(({ skill, text, detail, links }) => {
          const rating = ratings.find((entry) => entry.skill === skill.slug)?.rating ?? 0
          const gap = gaps.find((entry) => entry.skill === skill.slug)
          expect(rating).toBeLessThan(gap?.required ?? 0)
          // One step at a time, not to the last one.
          const growth = skill.growth[PROFICIENCIES[rating] ?? 'expert']
          expect(text).toContain(`: ${STEPS[locale][rating]} → ${STEPS[locale][rating + 1]}`)
          expect(growth).toBeDefined()
          expect(detail).toContain(`${locale === 'en' ? 'Do' : 'Haz'}: ${growth?.exercise[locale]}`)
          expect(detail).toContain(`${locale === 'en' ? 'Show' : 'Muestra'}: ${growth?.evidence[locale]}`)
          const urls = links.flatMap((inline) => (inline.type === 'link' ? [inline.url] : []))
          expect(urls).toEqual(skill.links.map(({ url }) => url))
          expect(urls.length).toBeGreaterThan(0)
          const effort = growth?.effort ?? 'quarter'
          expect(text.endsWith(` · ${EFFORT_WORDS[locale][effort]}`), `of: ${text}`).toBe(true)
          return effort
        })
        // The next assessment makes sense when the steps can be done, one after another, and not before three weeks.
        const days = efforts.reduce((sum, effort) => sum + STEP_DAYS[effort], 0)
        const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
        expect(paragraphs(message).at(-1)).toContain(date.format(finishedAt + Math.max(21, days) * DAY))
      }
    },
  )

  test('says nothing twice: every exercise, evidence and link of it is there once', async () => {
    const ana = harness.newUser()
    const message = await planAs(ana, profile(role, 2))
    const texts = focusIn(message).flatMap(({ text, detail }) => [text, detail])
    expect(new Set(texts).size).toBe(6)
    const urls = inlines(message).flatMap((inline) => (inline.type === 'link' ? [inline.url] : []))
    expect(new Set(urls).size).toBe(urls.length)
  })

  test('begins with the mandatory skills of the level reached that are not met, and names them; the level stays', async () => {
    const unmet = [...role.rows.values()].find(
      ({ skill, cells }) => skill.domain.slug !== 'machine-learning-ai' && cells[1]?.mandatory === true,
    )
    expect(unmet).toBeDefined()
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer sheet')
    const [middle, junior] = [profile(role, 2), profile(role, 1)]
    for (const group of role.domains) {
      const form = await ana.open('Fill in this card')
      const values = group.rows.map((row, index) => [
        form.fields[index]?.name ?? '',
        String((row === unmet ? junior : middle)(row)),
      ])
      await ana.fill(form, Object.fromEntries(values))
    }
    const message = await ana.press('Show my result')
    expect(headings(message)).toEqual(['ML Engineer: Middle'])
    expect(notes(message)).toContain(
      `This is mandatory at Middle, and you don’t meet it yet: ${unmet?.skill.name}. It comes first in the plan.`,
    )
    expect(namesIn(message)[0]).toBe(unmet?.skill.name)
    // Put off, it is named still, and not said to be first.
    await openPlan(ana)
    await ana.press(`Not now: ${unmet?.skill.name}`)
    expect(notes(await ana.press('Back to the result'))).toContain(
      `This is mandatory at Middle, and you don’t meet it yet: ${unmet?.skill.name}.`,
    )
  })
})

describe('“Not now”', () => {
  test.each(['en', 'es'] as const)('replaces a skill of the plan by the next one (%s)', async (locale) => {
    const label = locale === 'en' ? 'Not now' : 'Ahora no'
    const ana = harness.newUser(locale)
    const message = await planAs(ana, profile(role, 1))
    const [first, second, third] = namesIn(message)
    expect(labels(message).filter((each) => each.startsWith(label))).toEqual(
      [first, second, third].map((name) => `${label}: ${name}`),
    )
    const swapped = await ana.press(`${label}: ${second}`)
    expect(headings(swapped)).toEqual(headings(message))
    expect(namesIn(swapped).slice(0, 2)).toEqual([first, third])
    expect(namesIn(swapped)).toHaveLength(3)
    expect([first, second, third]).not.toContain(namesIn(swapped)[2])
    expect(labels(swapped)).not.toContain(`${label}: ${second}`)
  })

  test('never drops what decides: of three core skills of which one is needed, the third comes up', async () => {
    const ana = harness.newUser()
    const core = [...role.rows.values()].filter(
      ({ skill, cells }) =>
        skill.domain.slug === 'machine-learning-ai' && cells[2]?.proficiency !== cells[1]?.proficiency,
    )
    const missed = new Set(core.slice(0, 3).map(({ skill }) => skill.name))
    const others = [...role.rows.values()].filter(({ skill }) => skill.domain.slug !== 'machine-learning-ai')
    const open = new Set(others.slice(0, 6))
    await ana.say('/assess ml-engineer senior sheet')
    for (const group of role.domains) {
      const form = await ana.open('Fill in this card')
      const values = group.rows.map((row, index) => [
        form.fields[index]?.name ?? '',
        String(profile(role, missed.has(row.skill.name) || open.has(row) ? 2 : 3)(row)),
      ])
      await ana.fill(form, Object.fromEntries(values))
    }
    await ana.press('Show my result')
    await openPlan(ana)
    const seen = new Set<string>()
    for (let press = 0; press < 3; press += 1) {
      const [first = ''] = namesIn(ana.last)
      expect(missed).toContain(first)
      seen.add(first)
      // Enough is the first step, so that its date is said beside that of all three.
      expect(paragraphs(ana.last).join('\n')).toMatch(
        /when the step you need for the level could be done; all 3 steps, one after another/u,
      )
      if (press < 2) await ana.press(`Not now: ${first}`)
    }
    expect(seen).toEqual(missed)
  })

  test('is remembered: in the history, on the other pages, and in the next result of the role', async () => {
    const ana = harness.newUser()
    const message = await planAs(ana, profile(role, 1))
    const [first = ''] = namesIn(message)
    const swapped = await ana.press(`Not now: ${first}`)
    await ana.press('All gaps')
    expect(await openPlan(ana)).toEqual(swapped)
    await ana.say('/profile')
    expect(namesIn(await ana.press('Result from'))).toEqual(namesIn(swapped))
    expect(await openPlan(ana)).toEqual(swapped)
    harness.clock.now += DAY
    const later = await planAs(ana, profile(role, 1))
    expect(namesIn(later)).toEqual(namesIn(swapped))
    harness.clock.now -= DAY
    // The list of all gaps still has it.
    const gaps = await ana.press('All gaps')
    expect(JSON.stringify(gaps)).toContain(first)
    // And nobody else is affected.
    expect(namesIn(await planAs(harness.newUser(), profile(role, 1)))).toEqual(namesIn(message))
  })

  test('of every gap in turn goes through all of them and begins again', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, () => 0)
    const message = await openPlan(ana)
    const gaps = (await only(ana)).gaps.length
    const order = namesIn(message)
    for (let press = 0; press < gaps - 1; press += 1) {
      const [current = ''] = namesIn(ana.last)
      await ana.press(`Not now: ${current}`)
      expect(namesIn(ana.last)).not.toContain(current)
      order.push(...namesIn(ana.last).filter((name) => !order.includes(name)))
    }
    expect(order).toHaveLength(gaps)
    const [last = ''] = namesIn(ana.last)
    expect(namesIn(ana.last)).toEqual([last])
    await ana.press(`Not now: ${last}`)
    // Everything was deferred, so the plan is as it was at first, without the one put off last.
    expect(namesIn(ana.last)).toEqual(order.filter((name) => name !== last).slice(0, 3))
  })

  test('pressed twice, or with a skill that the role no longer has, changes nothing more', async () => {
    const ana = harness.newUser()
    const message = await planAs(ana, profile(role, 1))
    const press = ana.payload(`Not now: ${namesIn(message)[0]}`)
    const swapped = await ana.send(press)
    expect(await ana.send(press)).toEqual(swapped)
    const { id } = await only(ana)
    expect(await ana.send(`1a:z:${id}:abcdefghij`)).toEqual(swapped)
    expect(ana.failed).toBeUndefined()
  })

  test('is not offered if there is nothing to put in its place', async () => {
    const ana = harness.newUser()
    const gaps = new Set(['pytorch', 'mlflow', 'model-serving'])
    await ana.say('/assess ml-engineer senior sheet')
    for (const group of role.domains) {
      const form = await ana.open('Fill in this card')
      const values = group.rows.map((row, index) => [
        form.fields[index]?.name ?? '',
        String(profile(role, gaps.has(row.skill.slug) ? 2 : 3)(row)),
      ])
      await ana.fill(form, Object.fromEntries(values))
    }
    const message = await ana.press('Show my result')
    expect(
      focusIn(message)
        .map(({ skill }) => skill.slug)
        .toSorted(),
    ).toEqual([...gaps].toSorted())
    expect(labels(message).filter((label) => label.startsWith('Not now'))).toEqual([])
  })

  test('for a result that was deleted says so', async () => {
    const ana = harness.newUser()
    await planAs(ana, profile(role, 1))
    const { id } = await only(ana)
    const code = answerCodes(role).bySkill.get('pytorch') ?? ''
    await ana.say('/profile delete')
    await ana.press('Delete everything')
    for (const payload of [`1a:z:${id}:${code}`, `1a:v:${id}:gaps`, `1a:v:${id}:summary`]) {
      const message = await ana.send(payload)
      expect(ana.failed).toBe('user')
      expect(notes(message)).toEqual(['That result no longer exists.'])
    }
    expect((await ana.storedData()).settings).not.toHaveProperty('deferredSkills')
  })
})

describe('“All gaps”', () => {
  test('tells what was answered, what is estimated and what was skipped apart', async () => {
    const ana = harness.newUser()
    const answerer = profile(role, 1)
    await start(ana)
    const skipped: string[] = []
    const answer = async () => {
      for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
        const isSkipped = row.skill.slug === 'mlflow'
        if (isSkipped) skipped.push(row.skill.name)
        await (isSkipped ? ana.press('Skip') : ana.pick(answerer(row) + 1))
      }
    }
    await answer()
    await ana.press('Make my plan')
    await answer()
    await ana.press('Show my result')
    const message = await ana.press('All gaps')
    const { ratings, gaps } = await only(ana)
    const lists = message.blocks.flatMap((block) =>
      block.type === 'list'
        ? [{ title: block.title ? plainText(block.title) : '', texts: block.items.map(({ text }) => plainText(text)) }]
        : [],
    )
    expect(lists.map(({ title }) => title)).toEqual([
      'Gaps at Middle, from your answers',
      'Estimated from your other answers; not asked',
    ])
    const namesOf = (texts: readonly string[] = []) => texts.map((text) => text.slice(0, text.indexOf(': '))).toSorted()
    const named = (estimated: boolean) => gaps.filter((gap) => gap.estimated === estimated).map(({ name }) => name)
    expect(namesOf(lists[0]?.texts)).toEqual(named(false).toSorted())
    expect(namesOf(lists[1]?.texts)).toEqual(named(true).toSorted())
    expect(skipped).toEqual(['MLflow'])
    expect(ratings.filter(({ rating }) => rating === null).map(({ name }) => name)).toEqual(skipped)
    expect(paragraphs(message)).toEqual([`Skipped, so not counted: ${skipped.join(', ')}.`])
    for (const name of skipped) expect(gaps.map((gap) => gap.name)).not.toContain(name)
    for (const text of lists[1]?.texts ?? []) expect(text).toMatch(/: \w+ expected/u)
  })
})
