import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { decodeAnswers } from '../../../src/assessment/index.ts'
import type { CatalogIndex } from '../../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { headings, items, labels, notes, paragraphs } from '../read-message.ts'
import { answerAll, assessAs, profile, questionIn, roleIn, skillIn, start } from './drive.ts'
import { editedCatalog, type Harness, openHarness, type TestUser } from './harness.ts'

// The catalog is replaced during a conversation, as when its files change.

const ROLE = 'roles/ml-engineer.yaml'
/** The skill that is asked first. */
const FIRST_SKILL = 'skills/classical-ml-scikit-learn.yaml'

let harness: Harness
let before: CatalogIndex
/** PyTorch's third statement says something else. */
let reworded: CatalogIndex
/** Nothing is expected of Classical ML (scikit-learn) any more. */
let without: CatalogIndex
/** One more skill is expected. */
let more: CatalogIndex
/** What is expected of Classical ML (scikit-learn) is another thing. */
let required: CatalogIndex
/** Only the description of the role is new. */
let described: CatalogIndex
let others: CatalogIndex

beforeAll(async () => {
  before = await openCatalog(ownCatalog)
  const role = (edit: (text: string) => string) => (text: string) => edit(text).replace(/^stated:\n(?: {2}.+\n)+/mu, '')
  ;[reworded, without, more, required, described, others] = await Promise.all([
    editedCatalog(ownCatalog, {
      [FIRST_SKILL]: (text) => text.replace(/( {2}working:\n {4}en: ).+/u, '$1Quite another.'),
      'skills/gradient-boosting.yaml': (text) => text.replace(/( {2}expert:\n {4}en: ).+/u, '$1Something else.'),
    }),
    editedCatalog(ownCatalog, {
      [ROLE]: role((text) => text.replace(/^ {6}classical-ml-scikit-learn:\n(?: {8}.+\n)+/mu, '')),
      [FIRST_SKILL]: () => '',
    }),
    editedCatalog(ownCatalog, {
      [ROLE]: role((text) =>
        text.replace(/^( {6})opentelemetry: /mu, '$1feature-flags: [working, advanced, expert, expert, expert]\n$&'),
      ),
      'skills/feature-flags.yaml': [
        'slug: feature-flags',
        'name: Feature Flags',
        'domain: observability-monitoring',
        'statements:',
        ...['awareness', 'working', 'advanced', 'expert'].map(
          (step) => `  ${step}: { en: ${step} en, es: ${step} es }`,
        ),
        '',
      ].join('\n'),
    }),
    editedCatalog(ownCatalog, {
      [ROLE]: (text) =>
        text.replace(/^( {6}classical-ml-scikit-learn:\n {8}proficiency: )\[awareness, /mu, '$1[working, '),
    }),
    editedCatalog(ownCatalog, { [ROLE]: (text) => text.replace(/^ {2}en: Building, .+$/mu, '  en: Something new') }),
    openCatalog(fixtureCatalog),
  ])
  harness = await openHarness({ catalogIndex: before })
})

afterEach(() => {
  harness.catalogue.catalogIndex = before
})
afterAll(() => harness.close())

/** A person who has answered the first few questions; Classical ML (scikit-learn) and Gradient Boosting are among them. */
async function underWay(locale: 'en' | 'es' = 'en'): Promise<TestUser> {
  const ana = harness.newUser(locale)
  await start(ana)
  await answerAll(ana, roleIn(before), profile(roleIn(before), 2), 5)
  const skills = Object.keys(await ratings(ana, before))
  expect(skills).toEqual(expect.arrayContaining(['classical-ml-scikit-learn', 'gradient-boosting']))
  expect(skills).toHaveLength(5)
  return ana
}

async function ratings(user: TestUser, catalogIndex: CatalogIndex): Promise<Record<string, number | null>> {
  return Object.fromEntries(decodeAnswers(roleIn(catalogIndex), (await user.openSession()).answers).answers)
}

/** What a result says about how much of a role was asked. */
const askedOf = (count: number, all: number): string => `${count} skills asked about; ${all - count} not asked.`

describe('a statement that has changed', () => {
  const ROLE_CHANGED =
    'ML Engineer has changed since you started. I’ll ask about these skills again: Classical ML (scikit-learn) and Gradient Boosting. Your answers for the role’s other skills still count.'

  test('keeps the answers to all others and asks the changed ones again by name', async () => {
    const ana = await underWay()
    const ratingsBefore = await ratings(ana, before)
    harness.catalogue.catalogIndex = reworded
    const message = await ana.say('/assess resume')
    expect(notes(message)).toEqual(['Welcome back. You’ve answered 3 questions so far.', ROLE_CHANGED])
    const { 'classical-ml-scikit-learn': _, 'gradient-boosting': __, ...unchanged } = ratingsBefore
    expect(await ratings(ana, reworded)).toEqual(unchanged)
    expect(await ana.openSession()).toMatchObject({ roleVersion: roleIn(reworded).version })
    expect((await ana.openSession()).answers).toHaveLength(3)
    await answerAll(ana, roleIn(reworded), profile(roleIn(reworded), 2))
    expect(headings(await ana.press('Show my result'))).toEqual(['ML Engineer: Middle'])
  })

  test('is told in Spanish', async () => {
    const ana = await underWay('es')
    harness.catalogue.catalogIndex = reworded
    expect(notes(await ana.say('/assess continuar'))[1]).toMatch(
      /^ML Engineer ha cambiado desde que empezaste\. Volveré a preguntarte por estas habilidades: Classical ML \(scikit-learn\) y /u,
    )
  })

  test('is told once', async () => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = reworded
    await ana.say('/assess resume')
    expect(notes(await ana.say('/assess resume'))).toEqual(['Welcome back. You’ve answered 3 questions so far.'])
  })

  test.each([
    ['an answer by button', (ana: TestUser) => ana.pick(3)],
    ['a typed answer', (ana: TestUser) => ana.say('3')],
    ['words that are none', (ana: TestUser) => ana.say('hm')],
    ['Change', (ana: TestUser) => ana.press('Change')],
    ['“back” typed', (ana: TestUser) => ana.say('back')],
    ['Why this?', (ana: TestUser) => ana.press('Why this?')],
    ['“why” typed', (ana: TestUser) => ana.say('why')],
    ['“help” typed', (ana: TestUser) => ana.say('help')],
    ['evidence typed', (ana: TestUser) => ana.say('evidence: a note')],
    ['Add a note or link', (ana: TestUser) => ana.press('Add a note or link')],
  ] as const)('is told whatever comes next: %s', async (_, next) => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = reworded
    await next(ana)
    expect(notes(ana.last)).toContain(ROLE_CHANGED)
    expect(questionIn(ana.last, roleIn(reworded))).toBeDefined()
  })

  test('an answer to the very question that has changed is not taken', async () => {
    const ana = harness.newUser()
    await start(ana)
    expect(skillIn(ana.last, roleIn(before))).toBe('classical-ml-scikit-learn')
    harness.catalogue.catalogIndex = reworded
    await ana.pick(3)
    expect((await ana.openSession()).answers).toEqual([])
    expect(ana.failed).toBeUndefined()
    expect(items(ana.last).map(({ text }) => text)).toContain('Quite another.')
  })

  test('a finish that would leave answers out says so before it ends', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, roleIn(before), profile(roleIn(before), 2))
    const answerCount = (await ana.openSession()).answers.length
    harness.catalogue.catalogIndex = reworded
    await ana.press('Show my result')
    const isNotified = notes(ana.last).includes(ROLE_CHANGED)
    const [result] = await ana.results()
    // Whether it continues or ends, the person is told which answers were left out.
    expect(isNotified, `${answerCount} answers given, ${result?.ratings.length ?? 'no result'} in the result`).toBe(
      true,
    )
  })
})

describe('another requirement', () => {
  test('is another question: it is asked again', async () => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = required
    expect(notes(await ana.say('/assess resume'))[1]).toBe(
      'ML Engineer has changed since you started. I’ll ask about this skill again: Classical ML (scikit-learn). Your answers for the role’s other skills still count.',
    )
    expect(Object.keys(await ratings(ana, required))).toHaveLength(4)
  })
})

describe('a skill that was removed', () => {
  test('is named, and all other answers are kept', async () => {
    const ana = await underWay()
    const { 'classical-ml-scikit-learn': _, ...otherRatings } = await ratings(ana, before)
    harness.catalogue.catalogIndex = without
    expect(notes(await ana.say('/assess resume'))).toEqual([
      'Welcome back. You’ve answered 4 questions so far.',
      'ML Engineer has changed since you started. Your answers for its remaining skills still count.',
      '1 skill you rated is no longer part of the role. Your answer is saved and will count again if that skill returns.',
    ])
    expect(await ratings(ana, without)).toEqual(otherRatings)
  })

  test('is not in the result', async () => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = without
    await ana.say('/assess resume')
    await answerAll(ana, roleIn(without), profile(roleIn(without), 2))
    await ana.press('Show my result')
    const [result] = await ana.results()
    expect(paragraphs(ana.last).join('\n')).toContain(askedOf(result?.ratings.length ?? 0, 57))
    expect(result?.ratings.map(({ skill }) => skill)).not.toContain('classical-ml-scikit-learn')
  })

  test('a press that answers it changes nothing', async () => {
    const ana = harness.newUser()
    await start(ana)
    expect(skillIn(ana.last, roleIn(before))).toBe('classical-ml-scikit-learn')
    harness.catalogue.catalogIndex = without
    await ana.pick(3)
    expect(ana.failed).toBeUndefined()
    expect((await ana.openSession()).answers).toEqual([])
    expect(questionIn(ana.last, roleIn(without))).toBeDefined()
  })
})

describe('a change that does not affect the answers', () => {
  test('a new skill keeps all answers and may be asked', async () => {
    const ana = await underWay()
    const ratingsBefore = await ratings(ana, before)
    harness.catalogue.catalogIndex = more
    expect(notes(await ana.say('/assess resume'))).toEqual([
      'Welcome back. You’ve answered 5 questions so far.',
      'ML Engineer has changed since you started. All your answers still count.',
    ])
    expect(await ratings(ana, more)).toEqual(ratingsBefore)
    await answerAll(ana, roleIn(more), profile(roleIn(more), 2))
    const message = await ana.press('Show my result')
    const [result] = await ana.results()
    expect(paragraphs(message).join('\n')).toContain(askedOf(result?.ratings.length ?? 0, 59))
  })

  test('a new description keeps all answers', async () => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = described
    await ana.pick(3)
    expect((await ana.openSession()).answers).toHaveLength(6)
    expect(notes(ana.last)).toContain('ML Engineer has changed since you started. All your answers still count.')
  })
})

describe('a role that was removed', () => {
  test('says so, and its assessment can be listed and dropped', async () => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = others
    await ana.pick(3)
    expect(ana.failed).toBe('user')
    expect(notes(ana.last)).toEqual([
      'The role ml-engineer is no longer in the ladder, so this assessment can’t continue. Your answers are saved in case the role returns; /assess cancel discards them.',
    ])
    await ana.say('/assess resume')
    expect(notes(ana.last)[0]).toContain('is no longer in the ladder')
    const status = await ana.say('/assess status')
    expect(items(status).map(({ text }) => text)).toEqual(['ml-engineer'])
    expect(labels(status)).toEqual(['Cancel: ml-engineer'])
    await ana.say('/assess cancel')
    await ana.press('Discard')
    expect(await ana.session()).toBeNull()
  })

  test('keeps the answers, because it may be added again', async () => {
    const ana = await underWay()
    const sessionBefore = await ana.openSession()
    harness.catalogue.catalogIndex = others
    await ana.pick(3)
    await ana.say('3')
    await ana.say('/assess resume')
    expect(await ana.openSession()).toEqual(sessionBefore)
    harness.catalogue.catalogIndex = before
    await ana.say('/assess resume')
    expect(questionIn(ana.last, roleIn(before))).toBeDefined()
  })

  test('does not keep typed questions from being answered', async () => {
    const ana = await underWay()
    harness.catalogue.catalogIndex = others
    const message = await ana.say('python')
    expect(ana.failed).toBeUndefined()
    expect(headings(message)[0]).toContain('Python')
  })

  test('a result of it is still in the history and shown', async () => {
    const ana = harness.newUser()
    await assessAs(ana, roleIn(before), profile(roleIn(before), 3))
    harness.catalogue.catalogIndex = others
    const history = await ana.say('/profile')
    expect(JSON.stringify(history)).toContain('ML Engineer')
    await ana.press('Result from')
    expect(ana.failed).toBeUndefined()
    expect(headings(ana.last)[0]).toContain('ML Engineer')
  })
})

describe('a domain that is gone', () => {
  test('does not turn an assessment of it into one of the whole role', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer devops-ci-cd')
    await ana.press('Start')
    harness.catalogue.catalogIndex = await editedCatalog(ownCatalog, {
      [ROLE]: (text) =>
        text
          .replace(/^ {2}- domain: devops-ci-cd\n {4}skills:\n(?: {6}.+\n)+/mu, '')
          .replace(/^stated:\n(?: {2}.+\n)+/mu, ''),
      'skills/github-actions-gitlab-ci.yaml': () => '',
    })
    await ana.say('/assess resume')
    expect(questionIn(ana.last, roleIn(harness.catalogue.catalogIndex))).toBeUndefined()
  })
})

describe('a result of an older version of the role', () => {
  test('is still shown, with the answers as they were', async () => {
    const ana = harness.newUser()
    await assessAs(ana, roleIn(before), profile(roleIn(before), 3))
    const [result] = await ana.results()
    for (const catalogIndex of [reworded, without, more, required]) {
      harness.catalogue.catalogIndex = catalogIndex
      await ana.say('/profile')
      await ana.press('Result from')
      expect(ana.failed).toBeUndefined()
      expect(headings(ana.last)).toEqual(['ML Engineer: Senior'])
    }
    expect(await ana.results()).toEqual([result])
  })

  test('keeps its level where the role has a new one below it', async () => {
    const starter = (text: string) =>
      text
        .replace(/^stated:\n(?: {2}.+\n)+/mu, '')
        .replace(
          /^levels:\n/mu,
          'levels:\n  - { slug: starter, name: Starter, short: Sta, focus: Learns., stack: Any }\n',
        )
        .replace(/: \[(?=awareness|working|advanced|expert|absent)/gu, ': [awareness, ')
        .replace(/mandatory: \[/gu, 'mandatory: [unknown, ')
    harness.catalogue.catalogIndex = before
    const ana = harness.newUser()
    await assessAs(ana, roleIn(before), profile(roleIn(before), 3))
    harness.catalogue.catalogIndex = await editedCatalog(ownCatalog, { [ROLE]: starter })
    expect(
      roleIn(harness.catalogue.catalogIndex)
        .levels.map((level) => level.slug)
        .slice(0, 2),
    ).toEqual(['starter', 'junior'])
    const history = await ana.say('/profile')
    expect(items(history)[0]?.text).toContain('Senior')
    await ana.press('Result from')
    expect(headings(ana.last)).toEqual(['ML Engineer: Senior'])
  })
})
