import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCatalogIndex } from '../../../src/catalog/index.ts'
import type { Session } from '../../../src/store/records.ts'
import { type EditName, edit, type LadderDraft, loadLadder, newLadder } from '../../catalog/edited-ladder.ts'
import { seededRandom } from '../../seeded-random.ts'
import { buttons, headings, notes } from '../read-message.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'
import {
  askedSkill,
  begin as beginIn,
  liveUnderEdits,
  QUESTION_GONE,
  sessionOf as storedSession,
  useLadder,
} from './random-edits.ts'

// The files of a ladder are edited between any two answers of an assessment.

let harness: Harness

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: createCatalogIndex(loadLadder(newLadder()).catalog) })
})
afterAll(() => harness.close())

const use = (ladder: LadderDraft): void => useLadder(harness, ladder)
const begin = (ladder = newLadder()): Promise<TestUser> => beginIn(harness, ladder)
const sessionOf = (ana: TestUser): Promise<Session | undefined> => storedSession(harness, ana)

const apply = (ladder: LadderDraft, ...names: readonly EditName[]): LadderDraft => {
  const random = seededRandom(1)
  const edited = names.reduce((each, name) => edit(each, name, random), ladder)
  use(edited)
  return edited
}

/** The ladder without the skill of a name, or with other statements of it. */
const withSkill = (ladder: LadderDraft, name: string, change: 'remove' | 'reword' | 'rename' | 'slug'): LadderDraft => {
  const skills = ladder.skills.flatMap((skill) => {
    if (skill.name !== name) return [skill]
    if (change === 'remove') return []
    if (change === 'reword') return [{ ...skill, wording: skill.wording + 1 }]
    if (change === 'rename') return [{ ...skill, name: 'Another name' }]
    return [{ ...skill, slug: 'another-slug', formerly: [skill.slug] }]
  })
  return { ...ladder, skills }
}

describe('a number typed after the ladder changed', () => {
  test('is the answer to the question that the person saw, not to the one chosen now', async () => {
    const ana = await begin()
    const before = askedSkill(ana) ?? ''
    // Another skill comes first now.
    use({ ...newLadder(), skills: newLadder().skills.toReversed() })
    await ana.say('3')
    const session = await sessionOf(ana)
    expect(session?.answers).toHaveLength(1)
    expect(buttons(ana.last).map(({ label }) => label)).toContain('Change')
    expect(JSON.stringify(ana.last)).toContain(`✓ ${before}: Working`)
  })

  test.each([
    ['its name', 'rename', 'Another name'],
    ['its slug', 'slug', undefined],
  ] as const)('counts although the skill has changed %s', async (_, change, name) => {
    const ana = await begin()
    const before = askedSkill(ana) ?? ''
    use(withSkill(newLadder(), before, change))
    await ana.say('3')
    expect((await sessionOf(ana))?.answers).toHaveLength(1)
    expect(JSON.stringify(ana.last)).toContain(`✓ ${name ?? before}: Working`)
  })

  test.each(['remove', 'reword'] as const)(
    'is not recorded if the question is gone (%s), and the person is told',
    async (change) => {
      for (const answer of ['typed', 'pressed']) {
        const ana = await begin()
        const before = askedSkill(ana) ?? ''
        use(withSkill(newLadder(), before, change))
        if (answer === 'typed') await ana.say('3')
        else await ana.pick(3)
        expect(notes(ana.last)).toContain(QUESTION_GONE)
        expect((await sessionOf(ana))?.answers).toEqual([])
        expect(askedSkill(ana)).toBeDefined()
      }
    },
  )

  test('is not recorded if the scale is another one', async () => {
    const ana = await begin()
    apply(newLadder(), 'changeScale')
    await ana.say('3')
    expect(notes(ana.last)).toContain(QUESTION_GONE)
    expect((await sessionOf(ana))?.answers).toEqual([])
  })

  test('is not recorded by a process that never saw that question', async () => {
    const ana = await begin()
    const session = await sessionOf(ana)
    const edited = { ...newLadder(), skills: newLadder().skills.toReversed() }
    const other = await openHarness({
      catalogIndex: createCatalogIndex(loadLadder(edited).catalog),
    })
    try {
      const bo = other.newUser()
      if (session) await other.services.store.sessions.create(bo.person, session, 1e9)
      await other.services.store.settings.change(bo.person, { focus: 'maker' })
      await bo.say('3')
      expect(notes(bo.last)).toContain(QUESTION_GONE)
      expect((await other.services.store.sessions.read(bo.person, 'maker'))?.answers).toEqual([])
    } finally {
      await other.close()
    }
  })

  test('says that the role is missing, until it is back', async () => {
    const ana = await begin()
    await ana.say('3')
    use({ ...newLadder(), isRolePresent: false })
    await ana.say('3')
    expect(notes(ana.last)[0]).toContain('is no longer in the ladder')
    expect((await sessionOf(ana))?.answers).toHaveLength(1)
    use(newLadder())
    await ana.say('/assess resume')
    expect(notes(ana.last)[0]).toContain('You’ve answered 1 question so far')
  })
})

describe('a note, and Change, after the ladder changed', () => {
  test('a note is for the skill that the person saw', async () => {
    const ana = await begin()
    const before = newLadder().skills.find(({ name }) => name === askedSkill(ana))
    use({ ...newLadder(), skills: newLadder().skills.toReversed() })
    await ana.say('evidence: a link')
    expect((await sessionOf(ana))?.evidence).toEqual({ [before?.slug ?? '']: 'a link' })
  })

  test('Change removes no answer but the one that the person saw', async () => {
    for (const how of ['typed', 'pressed']) {
      const ana = await begin()
      await ana.say('3')
      const second = askedSkill(ana) ?? ''
      await ana.say('3')
      use(withSkill(newLadder(), second, 'remove'))
      if (how === 'typed') await ana.say('back')
      else await ana.press('Change')
      expect((await sessionOf(ana))?.answers).toHaveLength(1)
      expect(notes(ana.last)).toContain('Your last answer no longer counts, so there’s nothing to undo.')
    }
  })
})

describe('an answer to a skill that is removed', () => {
  test('is kept, does not count, and counts again when the skill is back', async () => {
    const ana = await begin()
    const first = askedSkill(ana) ?? ''
    await ana.say('3')
    await ana.say('3')
    use(withSkill(newLadder(), first, 'remove'))
    await ana.say('/assess resume')
    expect(await sessionOf(ana)).toMatchObject({ answers: { length: 1 }, dormant: { length: 1 } })
    expect(notes(ana.last)).toContain(
      '1 skill you rated is no longer part of the role. Your answer is saved and will count again if that skill returns.',
    )
    use(newLadder())
    await ana.say('/assess resume')
    expect(await sessionOf(ana)).toMatchObject({ answers: { length: 2 }, dormant: { length: 0 } })
    expect(notes(ana.last)).toContain(`Your earlier answer counts again: ${first}.`)
  })

  test('is kept in a result, for an assessment that goes on from it', async () => {
    const ana = await begin()
    const first = askedSkill(ana) ?? ''
    await ana.say('3')
    await ana.say('3')
    use(withSkill(newLadder(), first, 'remove'))
    for (let nth = 0; nth < 20 && !buttons(ana.last).some(({ label }) => label === 'Show my result'); nth += 1)
      await ana.say('3')
    await ana.press('Show my result')
    const [result] = await ana.results()
    expect(result?.ratings.map(({ name }) => name)).not.toContain(first)
    expect(result?.dormant).toHaveLength(1)
  })
})

test('an assessment, its result and its profile follow a role, a level and a skill that are renamed', async () => {
  const ana = await begin()
  await ana.say('3')
  let ladder = newLadder()
  for (const name of ['renameRole', 'renameSkill', 'renameLevel', 'renameDomain', 'renameRole'] as const)
    ladder = apply(ladder, name)
  await ana.say('3')
  expect((await sessionOf(ana))?.answers).toHaveLength(2)
  await ana.say(`/assess ${ladder.role.slug} guided`)
  expect(headings(ana.last)).toEqual(['Maker: already started'])
  await ana.press('Continue')
  for (let nth = 0; nth < 20 && !buttons(ana.last).some(({ label }) => label === 'Show my result'); nth += 1)
    await ana.say('3')
  await ana.press('Show my result')
  const [result] = await ana.results()
  expect(result).toMatchObject({ role: ladder.role.slug })
  expect(await sessionOf(ana)).toBeUndefined()
  ladder = apply(ladder, 'renameRole', 'renameLevel', 'renameSkill')
  const history = await ana.say('/profile')
  expect(JSON.stringify(history)).toContain('Maker')
  await ana.press('Result from')
  expect(ana.failed).toBeUndefined()
  expect(headings(ana.last)[0]).toContain('Level ')
})

test.each([
  ['level', 'senior', (ladder: LadderDraft) => ({ ...ladder, levels: ladder.levels.slice(0, -1) })],
  [
    'domain',
    'people',
    (ladder: LadderDraft) => ({ ...ladder, skills: ladder.skills.filter(({ domain }) => domain !== 'people') }),
  ],
])('Start over for a %s that the ladder no longer has loses no answers', async (_, scope, without) => {
  const ana = await begin()
  await ana.say('3')
  await ana.say(`/assess maker ${scope}`)
  expect(headings(ana.last)).toEqual(['Maker: already started'])
  use(without(newLadder()))
  await ana.press('Start over')
  expect(notes(ana.last)[0]).toContain('is no longer in the ladder')
  expect((await sessionOf(ana))?.answers).toHaveLength(1)
})

test.each(['guided', 'sheet'])('an answer counts in no other domain than that of its skill (%s)', async (mode) => {
  use(newLadder())
  const ana = harness.newUser()
  await ana.say(`/assess maker craft ${mode}`)
  const [field] = mode === 'sheet' ? (await ana.open('Fill in this card')).fields : []
  const answered = field?.label ?? askedSkill(ana)
  if (field) await ana.fill(await ana.open('Fill in this card'), { [field.name]: '1' })
  else await ana.say('1')
  expect((await sessionOf(ana))?.answers).toHaveLength(1)
  const skills = newLadder().skills.map((skill) => (skill.name === answered ? { ...skill, domain: 'people' } : skill))
  use({ ...newLadder(), skills })
  const home = await harness.bot.handle({ type: 'home', id: 'home', person: ana.person, locale: 'en' })
  expect(JSON.stringify(home)).toContain('0 answered, about 2 to go')
  await ana.say('/assess resume')
  expect(notes(ana.last)[0]).toContain('You haven’t answered anything yet')
  expect(ana.last.blocks.find((block) => block.type === 'progress')).toMatchObject({ done: 0, total: 2 })
  harness.clock.now += 3 * DAY
  const notice = (await harness.sendReminders()).find(({ person }) => person.user === ana.person.user)
  expect(notice?.message.summary).toContain('about 2 questions to go')
  await ana.say('/assess cancel')
  await ana.press('Discard')
})

test('a note of a sheet says which answers were not recorded', async () => {
  use(newLadder())
  const ana = harness.newUser()
  await ana.say('/assess maker sheet')
  const form = await ana.open('Fill in this card')
  const fields = form.fields.filter((field) => field.type === 'choice')
  use(withSkill(newLadder(), fields[0]?.label ?? '', 'reword'))
  await ana.fill(form, Object.fromEntries(fields.map(({ name }) => [name, '2'])))
  expect(notes(ana.last)).toContain(
    '1 answer wasn’t recorded, because its question has changed since you opened the card.',
  )
  expect((await sessionOf(ana))?.answers).toHaveLength(fields.length - 1)
})

test('a session and a result on another scale have a version that an older reader leaves alone', async () => {
  const ladder = apply(newLadder(), 'changeScale')
  const ana = await begin(ladder)
  expect(await sessionOf(ana)).toMatchObject({ schema: 2, scale: 'awareness working advanced' })
  for (let nth = 0; nth < 20 && !buttons(ana.last).some(({ label }) => label === 'Show my result'); nth += 1)
    await ana.say('2')
  await ana.press('Show my result')
  expect((await ana.results())[0]).toMatchObject({ schema: 3 })
  const bo = await begin()
  expect((await sessionOf(bo))?.schema).toBe(1)
  use(ladder)
  await bo.say('/assess resume')
  expect((await sessionOf(bo))?.schema).toBe(2)
  use(newLadder())
  await bo.say('/assess resume')
  expect((await sessionOf(bo))?.schema).toBe(1)
})

test('random edits between any two answers lose none of them', async () => {
  const counts = { answers: 0, refused: 0, results: 0, dormant: 0 }
  for (let seed = 0; seed < 25; seed += 1) await liveUnderEdits(harness, seed, counts)
  expect(harness.reports).toEqual([])
  for (const [what, count] of Object.entries(counts))
    expect({ what, isThere: count > 3 }).toEqual({ what, isThere: true })
})
