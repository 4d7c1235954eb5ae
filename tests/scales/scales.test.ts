import { describe, expect, test } from 'vitest'
import { assess, assessedRole, gradeOf, profileOf, type Rating } from '../../src/assessment/index.ts'
import { loadCatalog } from '../../src/catalog/index.ts'
import { openHarness, type TestUser } from '../bot/assess/harness.ts'
import { openConversation } from '../bot/conversation.ts'
import { reachableMessages } from '../bot/crawl.ts'
import { buttons, headings, items, notes, strings } from '../bot/read-message.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { openScale, STEP_COUNTS, scaleFiles, scaleLines } from './catalog.ts'

const roleOf = async (steps: number) => {
  const catalogIndex = await openScale(steps)
  const role = catalogIndex.catalog.roles.get('maker')
  if (!role) throw new Error('no role')
  return { catalogIndex, role }
}

describe.each(STEP_COUNTS)('a scale of %i steps', (steps) => {
  test('is in the cells of rows, with rows that fall and blanks', async () => {
    const { role } = await roleOf(steps)
    const cells = [...role.rows.values()].flatMap((row) => row.cells)
    expect(new Set(cells.map((cell) => cell?.step.rank))).toContain(steps)
    expect(cells).toContain(null)
    const rows = [...role.rows.values()].map((row) => row.cells.map((cell) => cell?.step.rank ?? 0))
    expect(rows.some((ranks) => (ranks[3] ?? 0) < (ranks[2] ?? 0))).toBe(true)
  })

  test('is looked up without a word of the default scale', async () => {
    const { catalogIndex } = await roleOf(steps)
    const conversation = openConversation(catalogIndex)
    const messages = await reachableMessages(conversation, 'en')
    expect(messages.length).toBeGreaterThan(100)
    for (const message of messages) {
      const text = strings(message.blocks).join('\n')
      expect(text).not.toMatch(/\b(?:Awareness|Working|Advanced|Expert|undefined)\b/u)
    }
    expect(conversation.reports).toEqual([])
  })

  test('is assessed to the end by the engine, with the grade of the full sheet', async () => {
    const { role } = await roleOf(steps)
    const assessed = assessedRole(role)
    for (const level of [0, 1, 2, 3, 4]) {
      const ratings = profileOf(assessed, level)
      let answers: readonly (readonly [string, Rating | null])[] = []
      for (let next = assess(assessed, answers).next; next; next = assess(assessed, answers).next) {
        answers = [...answers, [next.skillId, ratings.get(next.skillId) ?? 0]]
      }
      expect(answers.length).toBeLessThanOrEqual(assessed.skills.length)
      expect(assess(assessed, answers).result.grade).toBe(gradeOf(assessed, ratings))
    }
  })

  test('is assessed to the end in the bot, by buttons and by typed numbers, names and letters', async () => {
    const { catalogIndex, role } = await roleOf(steps)
    const harness = await openHarness({ catalogIndex })
    const ana = harness.newUser()
    await ana.say('/assess maker')
    await ana.press('Find my level')
    const assessed = assessedRole(role)
    const sheet = profileOf(assessed, 2)
    const open = () =>
      [...role.rows.values()].find(({ skill }) => headings(ana.last)[0]?.startsWith(`${skill.name} · `))
    let count = 0
    for (let row = open(); row; row = open()) {
      const rating = sheet.get(row.skill.slug) ?? 0
      const step = row.skill.scale.steps[rating - 1]
      const keys = buttons(ana.last).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).toContain(steps + 1)
      const word = [String(rating + 1), step?.name?.['en'], step?.letter?.['en'], step?.name?.['es']][count % 4]
      if (count % 5 === 0 || word === undefined) await ana.pick(rating + 1)
      else await ana.say(word)
      count += 1
      expect((await answersOf(ana)).length).toBe(count)
    }
    expect(count).toBeGreaterThan(3)
    const result = await ana.press('Show my result')
    const grade = gradeOf(assessed, sheet)
    expect(headings(result)[0]).toBe(`Maker: Level ${grade}`)
    await ana.press('Growth plan')
    expect(items(ana.last).length).toBeGreaterThan(0)
    // The ladder does not say how long a step takes.
    expect(strings(ana.last).join('\n')).not.toContain('Assess yourself again')
    await harness.close()
  })
})

const answersOf = async (user: TestUser) => (await user.openSession('maker')).answers

describe('another scale', () => {
  test('keeps the answers whose step it has, asks the others again, and says so', async () => {
    const [five, three] = [
      await openScale(5),
      await openScale(5, { 'ladder.yaml': `scale:\n${threeOfFive()}`, ...rows() }),
    ]
    const harness = await openHarness({ catalogIndex: five })
    const ana = harness.newUser()
    await ana.say('/assess maker')
    await ana.press('Find my level')
    for (const word of ['Novice', 'Lead', 'Able', 'none yet']) await ana.say(word)
    harness.catalogue.catalogIndex = three
    const message = await ana.say('/assess resume')
    expect(notes(message).join(' ')).toContain('The ladder now uses different proficiencies: Novice, Able, Fluent.')
    const session = await ana.openSession('maker')
    expect(session.scale).toBe('novice able fluent')
    expect(session.answers.map((code) => code.at(-1))).toEqual(['1', '2', '0'])
    await harness.close()
  })

  test('of one skill is its own in its rows, its card and its statements', async () => {
    const skill = `slug: skill-3\nname: Skill 3\ndomain: area-0\nscale:\n  - { slug: no, name: Cannot, letter: C }\n  - { slug: yes, name: Can, letter: K }\nstatements: { yes: Does it. }\n`
    const files = scaleFiles(5)
    const role = (files['roles/maker.yaml'] ?? '').replace(/skill-3: .*/u, 'skill-3: [1, 1, yes, 2]')
    const catalogIndex = await openScale(5, { 'skills/skill-3.yaml': skill, 'roles/maker.yaml': role })
    const conversation = openConversation(catalogIndex)
    expect(strings((await conversation.ask('maker skill-3')).message.blocks)).toContain(': Can')
    const assessed = assessedRole(catalogIndex.catalog.roles.get('maker') ?? never())
    expect(assessed.skills.find(({ id }) => id === 'skill-3')).toMatchObject({ steps: 2, required: [1, 1, 2, 2] })
  })

  test('with the slugs of the default one keeps stored answers as they are', async () => {
    const own = await openCatalog(ownCatalog)
    expect(own.catalog.scale.key).toBe('awareness working advanced expert')
    expect(own.catalog.version).toMatch(/^[0-9a-f]{12}$/u)
  })
})

function never(): never {
  throw new Error('missing')
}

const threeOfFive = () =>
  scaleLines(5)
    .split('\n')
    .filter((line) => /novice|able|fluent/u.test(line.slice(0, 20)))
    .join('\n')

/** The same role with every row on the three steps. */
function rows(): Readonly<Record<string, string>> {
  const files = scaleFiles(5)
  return {
    'roles/maker.yaml': (files['roles/maker.yaml'] ?? '').replace(
      /(skill-\d+): .*/gu,
      '$1: [novice, able, fluent, fluent]',
    ),
    ...Object.fromEntries(
      Object.entries(files)
        .filter(([file]) => file.startsWith('skills/'))
        .map(([file, text]) => [file, text.replace(/statements:[\s\S]*/u, '')]),
    ),
  }
}

describe('a wrong scale is refused with the place and what would be right', () => {
  test.each([
    ['one step', 'scale:\n  - { slug: a, name: A, letter: A }\n', /2/u],
    ['eight steps', `scale:\n${scaleLines(7)}  - { slug: z, name: Z, letter: Z }\n`, /7/u],
    [
      'two steps of one name',
      'scale:\n  - { slug: a, name: Same, letter: A }\n  - { slug: b, name: same, letter: B }\n',
      /already/u,
    ],
    [
      'two steps of one letter',
      'scale:\n  - { slug: a, name: A, letter: X }\n  - { slug: b, name: B, letter: X }\n',
      /already/u,
    ],
    [
      'a step called absent',
      'scale:\n  - { slug: absent, name: A, letter: A }\n  - { slug: b, name: B, letter: B }\n',
      /absent/u,
    ],
    [
      'a color in words',
      'scale:\n  - { slug: a, name: A, letter: A, color: red }\n  - { slug: b, name: B, letter: B }\n',
      /#1c7699/u,
    ],
  ])('%s', async (_, text, says) => {
    const loaded = await loadCatalog(await writeCatalog({ ...scaleFiles(5), 'ladder.yaml': text }))
    expect(loaded.ok).toBe(false)
    const problems = loaded.ok ? [] : loaded.problems
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ file: 'ladder.yaml', message: expect.stringMatching(says) })
  })

  test('a cell above the scale, and a statement for a step of another scale', async () => {
    const files = scaleFiles(3)
    const loaded = await loadCatalog(
      await writeCatalog({
        ...files,
        'roles/maker.yaml': (files['roles/maker.yaml'] ?? '').replace(/skill-3: .*/u, 'skill-3: [1, 2, 3, 4]'),
        'skills/skill-1.yaml': 'slug: skill-1\nname: Skill 1\ndomain: area-1\nstatements: { working: Does it. }\n',
      }),
    )
    const messages = loaded.ok ? [] : loaded.problems.map(({ message }) => message)
    expect(messages).toEqual([
      '"4" must be one of: novice, starter, able, absent; or a number from 1 to 3',
      '"working" is not a step of the scale; the steps are: novice, starter, able',
    ])
  })
})
