import { afterAll, describe, expect, test } from 'vitest'
import { assessedRole, gradeOf } from '../../src/assessment/index.ts'
import type { Locale } from '../../src/i18n/index.ts'
import { type Harness, openHarness, type TestUser } from '../bot/assess/harness.ts'
import { fields, items, labels, notes, paragraphs } from '../bot/read-message.ts'
import { openMilestones, RULE, SCALE } from './ladder.ts'

// People on a ladder of points: what they are told, in both languages, and what happens if the rule changes meanwhile.

const harnesses: Harness[] = []
afterAll(() => Promise.all(harnesses.map((each) => each.close())))

async function open(files: Readonly<Record<string, string>> = {}): Promise<Harness> {
  const harness = await openHarness({ catalogIndex: await openMilestones(files) })
  harnesses.push(harness)
  return harness
}

/** The words of a message. */
const all = ({ last }: TestUser): string =>
  [...paragraphs(last), ...items(last).map(({ text }) => text), ...notes(last), ...Object.values(fields(last))].join(
    '\n',
  )

const WORDS = {
  en: {
    sheet: 'Open the sheet',
    fill: 'Fill in this card',
    next: 'Next card',
    result: 'Show my result',
    plan: 'Growth plan',
  },
  es: {
    sheet: 'Abrir la hoja',
    fill: 'Rellenar esta tarjeta',
    next: 'Tarjeta siguiente',
    result: 'Ver mi resultado',
    plan: 'Plan de crecimiento',
  },
} as const

/** Fills in the two cards with a rating for each skill, in their order; '' leaves one open. */
async function fill(user: TestUser, locale: 'en' | 'es', ratings: readonly string[]): Promise<void> {
  let given = 0
  for (const card of [0, 1]) {
    if (card > 0 && !user.last.summary.includes('2')) await user.press(WORDS[locale].next)
    const form = await user.open(WORDS[locale].fill)
    const values = form.fields.map(({ name }) => [name, ratings[given++] ?? ''] as const)
    await user.fill(form, Object.fromEntries(values))
  }
}

describe('a new assessment', () => {
  test.each([
    [
      'en',
      'Here, your level depends on your points across all skills, so there’s no shortcut',
      'Engineer I = 0, Engineer II = 6, Engineer III = 15, Staff = 40; 64 is the most you can earn.',
    ],
    [
      'es',
      'Aquí tu nivel depende de la suma de tus puntos en todas las habilidades, así que no hay atajo',
      'Engineer I = 0, Engineer II = 6, Engineer III = 15, Staff = 40; como máximo puedes sumar 64.',
    ],
  ] as const)('says that the level is a sum, and offers the sheet (%s)', async (locale, way, levels) => {
    const ana = (await open()).newUser(locale)
    await ana.say('/assess engineer')
    expect(all(ana)).toContain(way)
    expect(all(ana)).toContain(levels)
    expect(labels(ana.last)[0]).toBe(WORDS[locale].sheet)
    expect(labels(ana.last)).not.toContain(locale === 'en' ? 'Find my level' : 'Descubrir mi nivel')
  })

  test.each([
    ['en', '/assess engineer guided', 'across all skills, so I ask about all of them on a sheet'],
    ['es', '/assess engineer guided', 'así que te pregunto por todas en una hoja'],
  ] as const)('opens the sheet for the ways of one question at a time (%s)', async (locale, line, why) => {
    const ana = (await open()).newUser(locale)
    await ana.say(line)
    expect(notes(ana.last).join()).toContain(why)
    expect((await ana.openSession('engineer')).mode).toBe('sheet')
  })

  test('of one level says what it takes, and tells whether the answers bring it', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer three')
    expect(all(ana)).toContain('if your skills earn at least 15 points; 64 is the most')
    await ana.press('Open the sheet')
    await fill(ana, 'en', ['3', '3', '2', '0', '0'])
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: ready for Engineer III')
    expect(all(ana)).toContain('Engineer III takes 15 points; you have exactly that.')
  })
})

describe('a result', () => {
  test.each([
    [
      'en',
      'Engineer: Engineer II',
      [
        'Your answers earn 10 points, out of a possible 64 across all skills.',
        '5 more points to Engineer III, which takes 15.',
      ],
      [
        'Mentoring: Follows → Owns · +4 points · a few days',
        'Web: Owns → Leads · +3 points',
        'Mobile: Follows → Owns · +2 points',
      ],
      'These 3 steps earn 9 points: enough for Engineer III.',
    ],
    [
      'es',
      'Engineer: Engineer II',
      [
        'Tus respuestas suman 10 puntos; el máximo posible con todas las habilidades es 64.',
        'Faltan 5 puntos para Engineer III, que pide 15.',
      ],
      [
        'Mentoring: Sigue → Lleva · +4 puntos · unos días',
        'Web: Lleva → Dirige · +3 puntos',
        'Mobile: Sigue → Lleva · +2 puntos',
      ],
      'Estos 3 pasos dan 9 puntos y bastan para Engineer III.',
    ],
  ] as const)(
    'says the points, what the next level takes, and what brings them soonest (%s)',
    async (locale, title, sums, plan, enough) => {
      const harness = await open()
      const ana = harness.newUser(locale)
      await ana.say('/assess engineer')
      await ana.press(WORDS[locale].sheet)
      await fill(ana, locale, ['2', '1', '0', '1', '2'])
      await ana.press(WORDS[locale].result)
      expect(ana.last.summary).toBe(title)
      for (const sum of sums) expect(paragraphs(ana.last).join('\n')).toContain(sum)
      expect(items(ana.last).map(({ text }) => text)).toEqual(plan)
      await ana.press(WORDS[locale].plan)
      expect(all(ana)).toContain(enough)
      const [stored] = await ana.results()
      const role = harness.catalogue.catalogIndex.catalog.roles.get('engineer')
      if (!role || !stored) throw new Error('no result')
      const ratings = new Map(stored.ratings.map(({ skill, rating }) => [skill, rating as 0 | 1 | 2]))
      expect(stored.grade).toBe(gradeOf(assessedRole(role), ratings))
      expect(stored).toMatchObject({ confidence: 1, rule: `points-${role.points?.key}` })
    },
  )

  test('of a sheet that is not complete is the level so far, and says what could still change', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['2', '2', '-', '', '0'])
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: Engineer II so far')
    expect(all(ana)).toContain(
      'earn nothing so far and could earn up to 36 points: even then, your level would be Staff at most.',
    )
    await ana.say('/profile')
    expect(items(ana.last)[0]?.text).toMatch(/: Engineer II so far, with some skills skipped or left blank$/u)
    expect((await ana.results())[0]).toMatchObject({ grade: 2, confidence: 0 })
  })

  test('of the highest level says that it is the top', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['4', '4', '3', '3', '2'])
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: Staff')
    expect(all(ana)).toContain('This is the top of the ladder. Your plan covers what can still earn points.')
    expect(all(ana)).not.toMatch(/-\d+ (?:more )?points/u)
  })

  test('is what is missing for any level, in plain words or with the command', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['2', '1', '0', '1', '2'])
    await ana.press('Show my result')
    await ana.say('/profile gaps staff')
    expect(all(ana)).toContain('30 more points to Staff, which takes 40.')
    expect(items(ana.last)[0]?.text).toBe('Mentoring: Follows → Owns · +4 points')
    await ana.say('/profile gaps two')
    expect(all(ana)).toContain('Engineer II takes 6 points; you have 4 more than that.')
    await ana.say('By domain')
    await ana.say('/profile')
    await ana.press('Result from')
    await ana.press('By domain')
    expect(all(ana)).toContain('15 points; 5 to go')
    expect(all(ana)).toContain('4 of 36')
  })

  test('leaves out of the plan what is put off', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['2', '1', '0', '1', '1'])
    await ana.press('Show my result')
    await ana.press('Growth plan')
    await ana.press('Not now: Mentoring')
    expect(items(ana.last).map(({ text }) => text.split(':')[0])).not.toContain('Mentoring')
    expect(labels(ana.last)).toContain('Put Mentoring back')
  })
})

describe('one domain', () => {
  test('is asked question by question, and says what its skills bring', async () => {
    const ana = (await open()).newUser()
    await ana.say('/assess engineer craft')
    expect(all(ana)).toContain('shows the points its skills earn. It gives no overall level.')
    await ana.press('Start')
    for (const answer of ['2', '3', '4']) await ana.say(answer)
    await ana.press('Show my result')
    expect(all(ana)).toContain('Craft: 10 points; 36 is the most it can earn.')
  })
})

describe('look-ups', () => {
  test.each([
    [
      'en',
      'how is my level computed',
      'Points by proficiency: Follows = 1, Owns = 3, Leads = 6, Sets = 12. Exceptions: Mentoring (Follows = 2, Owns = 6, Leads = 12, Sets = 24); Writing (Drafts = 2, Edits = 4).',
    ],
    ['en', '/skills engineer two', 'Engineer II takes 6 points across all skills; 64 is the most they can earn.'],
    ['en', '/skills engineer', 'Engineer III · from 15 points'],
    ['en', '/skills engineer mentoring', 'Points by proficiency: Follows = 2, Owns = 6, Leads = 12, Sets = 24.'],
    ['en', '/skills engineer one three', 'Engineer I takes 0 points, and Engineer III takes 15 points.'],
    ['en', 'how do I get to staff', 'if your skills earn at least 40 points;'],
    ['es', '¿cómo se calcula mi nivel?', 'Puntos por grado: Sigue = 1, Lleva = 3, Dirige = 6, Define = 12.'],
    [
      'es',
      '/skills engineer two',
      'Engineer II pide 6 puntos entre todas las habilidades; como máximo pueden sumar 64.',
    ],
    ['es', '/skills engineer one three', 'Engineer I pide 0 puntos; Engineer III, 15 puntos.'],
  ] as const)('%s: %s', async (locale, line, expected) => {
    const ana = (await open()).newUser(locale satisfies Locale)
    await ana.say(line)
    expect(all(ana)).toContain(expected)
    expect(all(ana)).not.toMatch(/nothing (?:is )?expected|no se espera nada/iu)
  })
})

describe('the rule is edited while people answer', () => {
  const shares = { 'ladder.yaml': `${SCALE}levelRule: { share: 0.5 }\n` }
  const expecting = (points: string) => ({
    'roles/engineer.yaml': `slug: engineer
name: Engineer
family: Engineering
levels:
  - { slug: one, name: Engineer I, short: E1 }
  - { slug: two, name: Engineer II, short: E2 }
  - { slug: three, name: Engineer III, short: E3 }
  - { slug: four, name: Staff, short: Stf${points} }
requirements:
  - domain: craft
    skills: { web: [1, 2, 3, 4], mobile: [1, 2, 3, 4], servers: [1, 2, 3, 4] }
  - domain: people
    skills: { mentoring: [1, 2, 3, 4] }
`,
  })
  const pointed = {
    'ladder.yaml': `${SCALE}${RULE.replace(/ {4}skillSteps.*\n/u, '    skillSteps: { writing: [1, 2] }\n')}`,
    ...expecting(', points: 40'),
  }

  test('other points: the answers count, and the person is told the new rule', async () => {
    const harness = await open()
    const ana = harness.newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['2', '1', '0', '1', '2'])
    harness.catalogue.catalogIndex = await openMilestones({
      'ladder.yaml': `${SCALE}${RULE.replace('two: 6', 'two: 11')}`,
    })
    await ana.press('Show my result')
    expect(notes(ana.last).join(' ')).toContain(
      'The rule that decides your level has changed since you started. Your answers are saved',
    )
    expect(notes(ana.last).join(' ')).toContain('Engineer II = 11')
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: Engineer I')
    expect((await ana.results())[0]?.ratings).toHaveLength(5)
  })

  test('from shares to points: one question at a time becomes a sheet with the answers, and the reason', async () => {
    const harness = await open({ ...shares, ...expecting('') })
    const ana = harness.newUser('es')
    await ana.say('/assess engineer')
    await ana.press('Descubrir mi nivel')
    await ana.say('3')
    const { answers } = await ana.openSession('engineer')
    harness.catalogue.catalogIndex = await openMilestones(pointed)
    await ana.say('2')
    expect(notes(ana.last).join(' ')).toContain('La regla que decide tu nivel ha cambiado')
    expect(notes(ana.last).join(' ')).toContain('así que te pregunto por todas en una hoja')
    const after = await ana.openSession('engineer')
    expect(after.mode).toBe('sheet')
    expect(after.answers.slice(0, 1)).toEqual(answers)
    expect(after.answers).toHaveLength(2)
    expect(harness.reports).toEqual([])
  })

  test('from points to shares: the sheet goes on, and no answer is lost', async () => {
    const harness = await open(pointed)
    const ana = harness.newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['2', '1', '1', '1'])
    harness.catalogue.catalogIndex = await openMilestones({ ...shares, ...expecting('') })
    await ana.say('/assess resume engineer')
    expect(notes(ana.last).join(' ')).toContain('you meet at least 50% of the skills')
    await ana.press('Show my result')
    expect(ana.last.summary).toBe('Engineer: Engineer I')
    expect((await ana.results())[0]?.ratings).toHaveLength(4)
  })

  test('a result of an earlier rule keeps its level, and says so', async () => {
    const harness = await open()
    const ana = harness.newUser()
    await ana.say('/assess engineer sheet')
    await fill(ana, 'en', ['2', '1', '0', '1', '2'])
    await ana.press('Show my result')
    const rules = [`${SCALE}${RULE.replace('two: 6', 'two: 11')}`, `${SCALE}levelRule: core-and-breadth\n`]
    for (const [index, ladder] of rules.entries()) {
      const files = { 'ladder.yaml': ladder, ...(index === 1 && expecting('')) }
      harness.catalogue.catalogIndex = await openMilestones(files)
      await ana.say('/profile')
      await ana.press('Result from')
      expect(ana.last.summary).toBe('Engineer: Engineer II')
      expect(all(ana)).toContain('This result uses an earlier rule from the ladder.')
      expect(harness.reports).toEqual([])
    }
  })
})
