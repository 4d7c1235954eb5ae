import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessedRole, decodeAnswers, gradeOf, type Rating } from '../../../src/assessment/index.ts'
import { PROFICIENCIES, type Role, rankOf } from '../../../src/catalog/index.ts'
import { type Message, plainText } from '../../../src/message/index.ts'
import type { AssessmentResult } from '../../../src/store/records.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { fields, headings, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { type Answerer, answerAll, assessAs, profile, roleIn, start } from './drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

/** The items of the list with a title that begins so. */
function listed(message: Message, title: string): { text: string; detail: string }[] {
  return message.blocks.flatMap((block) =>
    block.type === 'list' && block.title && plainText(block.title).startsWith(title)
      ? block.items.map((item) => ({ text: plainText(item.text), detail: item.detail ? plainText(item.detail) : '' }))
      : [],
  )
}

async function only(user: TestUser): Promise<AssessmentResult> {
  const results = await user.results()
  const [result] = results
  if (!result || results.length > 1) throw new Error(`${results.length} results are kept`)
  return result
}

/** Between two levels: now like the lower one, now like the upper. */
function uneven(level: number): Answerer {
  const lower = profile(role, level)
  const upper = profile(role, level + 1)
  const order = [...role.rows.keys()]
  return (row) => (order.indexOf(row.skill.slug) % 3 === 0 ? lower(row) : upper(row))
}

describe('an exact profile', () => {
  test.each([
    [1, 'Junior'],
    [2, 'Middle'],
    [3, 'Senior'],
    [4, 'Lead / Staff'],
    [5, 'Principal'],
  ] as const)('of level %i is told %s, and the result takes the place of the session', async (level, name) => {
    const ana = harness.newUser()
    const startedAt = harness.clock.now
    await start(ana)
    await answerAll(ana, role, profile(role, level))
    const { answers, id } = await ana.openSession()
    harness.clock.now += 5 * 60_000
    const message = await ana.press('Show my result')

    expect(headings(message)).toEqual([`ML Engineer: ${name}`])
    expect(message.summary).toMatch(new RegExp(`^ML Engineer: ${name} \\(\\d+ % sure\\)$`, 'u'))
    expect(await ana.session()).toBeNull()
    const result = await only(ana)
    expect(result).toMatchObject({
      role: 'ml-engineer',
      roleName: 'ML Engineer',
      roleVersion: role.version,
      catalogVersion: harness.catalogue.catalogIndex.catalog.version,
      mode: 'guided',
      domain: null,
      grade: level,
      level: role.levels[level - 1]?.slug,
      startedAt,
      finishedAt: harness.clock.now,
    })
    expect(id).toBeTruthy()
    expect(result.ratings.map(({ skill, rating }) => [skill, rating])).toEqual(
      decodeAnswers(role, answers).answers.map((answer) => [...answer]),
    )
    expect((await ana.storedData()).settings).toMatchObject({ focus: null, lastRole: 'ml-engineer' })
  })

  test('of nobody at all is told “not yet Junior”, in words that encourage', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, () => 0)
    expect(headings(message)).toEqual(['ML Engineer: not yet Junior'])
    expect(paragraphs(message)).toContain('Everybody starts somewhere: the plan below leads to Junior.')
    expect(await only(ana)).toMatchObject({ grade: 0, level: null })
    const eva = harness.newUser('es')
    const spanish = await assessAs(eva, role, () => 0)
    expect(headings(spanish)).toEqual(['ML Engineer: todavía no Junior'])
    expect(paragraphs(spanish)).toContain('Por algo se empieza: el plan de abajo lleva a Junior.')
  })

  test('of a Principal leaves nothing answered to grow', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, profile(role, 5))
    const open = listed(message, 'Still open at Principal')
    expect(open.every((item) => item.text.includes('estimated'))).toBe(true)
  })
})

describe('a result', () => {
  test('says level, certainty, the rule, when to check again and what it is not', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, profile(role, 3))
    const { confidence, ratings } = await only(ana)
    expect(paragraphs(message)).toEqual(
      expect.arrayContaining([
        `${Math.round(confidence * 100)} % sure that answering all 58 questions would give the same level; you answered ${ratings.length}.`,
        'Your level is the highest one where, there and at every level below it, you meet at least four in five of the requirements.',
        expect.stringContaining('Check again around April'),
      ]),
    )
    const recheck = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
    expect(paragraphs(message).join('\n')).toContain(recheck.format(harness.clock.now + 90 * DAY))
    expect(notes(message)).toEqual([
      'This is a self-assessment. It says how you see your own work against this ladder, and is no basis for hiring or pay.',
      'Saved to your history; only you see it. /profile shows it again.',
    ])
    expect(labels(message)).toEqual(['ML Engineer · Lead / Staff', 'My history', 'Assess again'])
  })

  test('counts the expectations of every level, and of the domains at the next one', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, uneven(2))
    const result = await only(ana)
    const target = result.grade ?? 0
    const ratings = new Map(result.ratings.map(({ skill, rating }) => [skill, rating]))
    const fieldValues = fields(message)
    for (const [index, level] of role.levels.entries()) {
      const expecting = [...role.rows.values()].filter((row) => row.cells[index])
      const met = expecting.filter(
        (row) => (ratings.get(row.skill.slug) ?? 0) >= rankOf(row.cells[index]?.proficiency ?? null),
      )
      const notAsked = expecting.filter((row) => !ratings.has(row.skill.slug)).length
      expect(fieldValues[level.name]).toBe(
        `${met.length} of ${expecting.length} met${notAsked > 0 ? `, ${notAsked} not asked` : ''}`,
      )
    }
    const domains = role.domains.filter((group) => group.rows.some((row) => row.cells[target]))
    expect(Object.keys(fieldValues)).toEqual([
      ...role.levels.map((level) => level.name),
      ...domains.map(({ domain }) => domain.name.en),
    ])
    expect(paragraphs(message)).toContain(`By domain, at ${role.levels[target]?.name}`)
  })

  test('tells each gap with the statement of today and the target, and never an estimate as an answer', async () => {
    const ana = harness.newUser()
    const message = await assessAs(ana, role, uneven(1))
    const result = await only(ana)
    const target = role.levels[result.grade ?? 0]
    const gaps = listed(message, `To grow for ${target?.name}`)
    expect(gaps).toHaveLength(Math.min(8, result.gaps.length))
    const ratings = new Map(result.ratings.map(({ skill, rating }) => [skill, rating]))
    for (const gap of result.gaps) {
      expect(gap.estimated, `the gap ${gap.skill}`).toBe(!ratings.has(gap.skill))
      expect(ratings.get(gap.skill) ?? 0).toBeLessThan(gap.required)
    }
    for (const { text, detail } of gaps) {
      const gap = result.gaps.find((entry) => text.startsWith(`${entry.name}: `))
      const skill = role.rows.get(gap?.skill ?? '')?.skill
      const rating = ratings.get(gap?.skill ?? '')
      const statement = PROFICIENCIES[(gap?.required ?? 0) - 1] ?? 'awareness'
      expect(detail).toContain(`Target: ${skill?.statements[statement].en}`)
      const today = rating ? skill?.statements[PROFICIENCIES[rating - 1] ?? 'awareness'].en : undefined
      expect(text).toContain(
        rating === undefined
          ? ': estimated, you were not asked; '
          : `: from ${rating === 0 ? 'None yet' : ['', 'Awareness', 'Working', 'Advanced'][rating ?? 0]} to `,
      )
      expect(detail.includes('Today:')).toBe(today !== undefined)
      expect(detail).toContain(today ?? '')
    }
    const answered = gaps.findIndex((gap) => gap.text.includes('estimated'))
    const after = answered < 0 ? [] : gaps.slice(answered)
    expect(after.filter((gap) => !gap.text.includes('●')).every((gap) => gap.text.includes('estimated'))).toBe(true)
  })

  test('plans one step at a time in three to five goals', async () => {
    for (const level of [0, 1, 2, 3] as const) {
      const ana = harness.newUser()
      const message = await assessAs(ana, role, level === 0 ? () => 0 : uneven(level))
      const result = await only(ana)
      const goals = listed(message, 'Growth plan')
      expect(goals).toHaveLength(Math.min(5, result.gaps.length))
      expect(goals.length).toBeGreaterThanOrEqual(3)
      for (const { text, detail } of goals) {
        const gap = result.gaps.find((entry) => text.startsWith(`${entry.name}: to `))
        const rating = result.ratings.find((entry) => entry.skill === gap?.skill)?.rating
        const next = rating === undefined || rating === null ? (gap?.required ?? 0) : rating + 1
        const proficiency = PROFICIENCIES[next - 1] ?? 'awareness'
        expect(text.toLowerCase()).toBe(`${gap?.name}: to ${proficiency}`.toLowerCase())
        expect(detail).toContain('Practise: ')
        expect(detail).toContain(
          `What would show it: ${role.rows.get(gap?.skill ?? '')?.skill.statements[proficiency].en}`,
        )
      }
    }
  })

  test('“N more of these M” is true: with N of the gaps closed the level is reached, with one fewer it is not', async () => {
    let claims = 0
    for (const level of [1, 2, 3]) {
      const ana = harness.newUser()
      await start(ana)
      await answerAll(ana, role, uneven(level))
      while (labels(ana.last).some((label) => label.startsWith('Ask '))) {
        await ana.press('Ask ')
        await answerAll(ana, role, uneven(level))
      }
      const message = await ana.press('Show my result')
      const result = await only(ana)
      const claim = /^(One more|(\d+) more) of these (\d+) and the level is (.+?)\./u.exec(
        paragraphs(message).find((text) => / of these /u.test(text)) ?? '',
      )
      if (!claim) continue
      claims += 1
      const target = result.grade ?? 0
      expect(claim[4]).toBe(role.levels[target]?.name)
      expect(Number(claim[3])).toBe(result.gaps.length)
      const need = claim[2] === undefined ? 1 : Number(claim[2])
      // Everything that is no gap is met at the target.
      const open = new Set(result.gaps.map((gap) => gap.skill))
      const grade = (closed: number) => {
        const still = new Set([...open].slice(closed))
        const ratings = new Map<string, Rating>(
          [...role.rows.values()].map((row) => [
            row.skill.slug,
            still.has(row.skill.slug) ? profile(role, target)(row) : profile(role, target + 1)(row),
          ]),
        )
        return gradeOf(assessedRole(role), ratings)
      }
      expect(grade(need)).toBeGreaterThan(target)
      expect(grade(need - 1)).toBe(target)
    }
    expect(claims).toBeGreaterThan(0)
  })

  test('a skipped skill is called skipped, not unmet or estimated', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.press('Skip')
    await answerAll(ana, role, () => 0)
    const message = await ana.press('Show my result')
    const result = await only(ana)
    const skipped = result.ratings.find(({ rating }) => rating === null)
    expect(skipped).toBeDefined()
    expect(result.gaps.find((gap) => gap.skill === skipped?.skill)).toMatchObject({ estimated: false })
    const gapItem = listed(message, 'To grow').find((item) => item.text.startsWith(`${skipped?.name}: `))
    expect(gapItem?.text ?? 'skipped; ').toContain('skipped; ')
    expect(fields(message)['Junior']).toContain(', 1 skipped')
  })

  test('names strengths above the level', async () => {
    const ana = harness.newUser()
    const junior = profile(role, 1)
    const strong = new Set(['structured-logging', 'algorithms-complexity'])
    const message = await assessAs(ana, role, (row) => (strong.has(row.skill.slug) ? 4 : junior(row)))
    const result = await only(ana)
    const level = role.levels[Math.max(0, (result.grade ?? 0) - 1)]?.name
    const strengths = listed(message, 'Strengths')
    expect(strengths.length).toBeGreaterThan(0)
    for (const { text, detail } of strengths) {
      expect(text).toMatch(/: \w+$/u)
      expect(detail).toMatch(new RegExp(`^(?:one step|\\d steps) above what ${level} expects$`, 'u'))
    }
  })

  test('is entirely in Spanish', async () => {
    const ana = harness.newUser('es')
    const message = await assessAs(ana, role, uneven(2))
    const result = await only(ana)
    const target = role.levels[result.grade ?? 0]?.name
    expect(listTitles(message)).toEqual(
      expect.arrayContaining([`Qué desarrollar para ${target}`, 'Plan de desarrollo']),
    )
    expect(paragraphs(message)[0]).toMatch(
      /^\d+ % de certeza de que responder las 58 preguntas daría el mismo nivel; has respondido \d+\.$/u,
    )
    expect(paragraphs(message).join('\n')).toContain('Vuelve a evaluarte hacia el ')
    expect(notes(message)[0]).toMatch(/^Esto es una autoevaluación\./u)
    expect(fields(message)['Junior']).toMatch(/^\d+ de 58(?:, \d+ sin preguntar)?$/u)
    const [gap] = listed(message, 'Qué desarrollar')
    expect(gap?.detail).toContain('Meta: ')
  })

  test('an assessment with no answer has no result to show', async () => {
    const ana = harness.newUser()
    await start(ana)
    const { id, version } = await ana.openSession()
    const message = await ana.send(`1a:f:ml-engineer:${id}:${version}`)
    expect(ana.failed).toBe('user')
    expect(notes(message)[0]).toMatch(/^There is no answer yet to tell anything from\./u)
    expect(await ana.session()).not.toBeNull()
    expect(await ana.results()).toEqual([])
  })
})
