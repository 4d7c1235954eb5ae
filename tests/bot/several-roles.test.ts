import { afterAll, expect, test } from 'vitest'
import { isCore } from '../../src/catalog/index.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { openHarness } from './assess/harness.ts'
import { headings, items, labels, listTitles, notes, paragraphs } from './read-message.ts'

// Questions that name no role, over the family of roles that comes with Rung.

const catalogIndex = await openCatalog(shippedCatalog)
const harness = await openHarness({ catalogIndex })
afterAll(() => harness.close())

const ROLES = ['AI Engineer', 'Data Engineer', 'ML Engineer', 'MLOps Engineer']

test.each([
  ['what is the stack?', (role: string) => `${role}: stack`],
  ['am I ready for senior?', (role: string) => `${role}: How to reach Senior`],
  ['how do I get to senior?', (role: string) => `${role}: How to reach Senior`],
])('“%s” is asked back, each role once', async (question, label) => {
  const message = await harness.newUser().say(question)
  expect(labels(message)).toEqual(ROLES.map(label))
  expect(JSON.stringify(message)).not.toContain('“”')
})

test.each(['core skills', 'what are the core skills of each role?'])(
  '“%s” is answered for every role',
  async (question) => {
    const message = await harness.newUser().say(question)
    const [heading, list] = message.blocks
    expect(heading).toMatchObject({ text: 'What counts the most in each role' })
    expect(JSON.stringify(list)).toContain('Machine Learning & AI')
    expect(labels(message)).toEqual(ROLES)
  },
)

test('a level to assess is asked back as a question, and the level stays', async () => {
  const ana = harness.newUser()
  const message = await ana.say('/assess senior')
  expect(labels(message)).toEqual(ROLES)
  expect(message.blocks[0]).toMatchObject({ tone: 'info' })
  const intro = await ana.press('Data Engineer')
  expect(JSON.stringify(intro)).toContain('Data Engineer: ready for Senior?')
})

test('what is missing for a role is told from the ladder', async () => {
  const message = await harness.newUser().say('what am I missing as a data engineer?')
  expect(labels(message)).toContain('Junior → Middle')
})

test('a comparison of two roles is of the two', async () => {
  const message = await harness.newUser().say('ml engineer vs mlops engineer senior')
  expect(notes(message)).toEqual([])
  expect(message.summary).toContain('ML Engineer and MLOps Engineer')
})

test('a comparison of two roles names what differs in the core of either first', async () => {
  const message = await harness.newUser().say('ml engineer vs mlops engineer senior')
  expect(listTitles(message)).toEqual(['The main differences, core skills first'])
  const { roles } = catalogIndex.catalog
  const [first, second] = [roles.get('ml-engineer'), roles.get('mlops-engineer')]
  if (!first || !second) throw new Error('two roles are expected')
  const rows = new Map([...first.rows.values(), ...second.rows.values()].map(({ skill }) => [skill.name, skill]))
  const named = items(message).flatMap(({ text }) => rows.get(text.split(':')[0] ?? '') ?? [])
  const core = named.map((skill) => isCore(first, skill) || isCore(second, skill))
  expect(core).toHaveLength(8)
  expect(core.toSorted((a, b) => Number(b) - Number(a))).toEqual(core)
  expect(core[0]).toBe(true)
})

const roleOf = (slug: string) => {
  const role = catalogIndex.catalog.roles.get(slug)
  if (!role) throw new Error(`there is no role ${slug}`)
  return role
}

test('the skills of a level at one proficiency are those of its cells', async () => {
  const message = await harness.newUser().say('skills at advanced for a senior ai engineer')
  const role = roleOf('ai-engineer')
  const at = role.levels.findIndex(({ slug }) => slug === 'senior')
  const expected = [...role.rows.values()]
    .filter(({ cells }) => cells[at]?.proficiency === 'advanced')
    .map(({ skill }) => skill.name)
  const answer = items(message)
    .map(({ text }) => text)
    .join('\n')
  expect(expected.length).toBeGreaterThan(5)
  expect(expected.filter((name) => !answer.includes(name))).toEqual([])
  expect(paragraphs(message)).toEqual([`Senior expects Advanced in ${expected.length} skills.`])
})

test('what two roles share, and what only the first has, is all of it', async () => {
  const [first, second] = [roleOf('mlops-engineer'), roleOf('data-engineer')]
  const names = [...first.rows.values()].map(({ skill }) => skill)
  const isShared = ({ slug }: { slug: string }): boolean => second.rows.has(slug)
  for (const [question, count] of [
    ['which skills do mlops and data engineers share', names.filter(isShared).length],
    ['what is in mlops that is not in data engineer', names.filter((skill) => !isShared(skill)).length],
  ] as const) {
    const message = await harness.newUser().say(question)
    expect(paragraphs(message)).toEqual([`${count} skills.`])
  }
})

test('a domain of two roles shows that domain alone', async () => {
  const message = await harness.newUser().say('data engineer vs ml engineer at senior in security')
  expect(headings(message)).toEqual(['Data Engineer / ML Engineer · Security · Senior'])
  expect(JSON.stringify(message)).toContain('OWASP')
  expect(JSON.stringify(message)).not.toContain('PyTorch')
})

test('how to learn a skill is an exercise a step and the official pages', async () => {
  const docker = catalogIndex.catalog.skills.get('docker')
  if (!docker) throw new Error('Docker is expected')
  const message = await harness.newUser().say('resources to learn docker')
  expect(items(message).map(({ detail }) => detail)).toEqual(
    docker.scale.steps.map(({ slug }) => docker.growth[slug]?.exercise['en']),
  )
  expect(paragraphs(message).join()).toContain(docker.links[0]?.title)
  const skill = await harness.newUser().say('docker')
  expect(labels(skill)).toContain('How to learn Docker')
})

test('whether a skill is mandatory is said, also if the ladder does not say', async () => {
  const ask = async (text: string) => notes(await harness.newUser().say(text))
  expect(await ask('is docker mandatory for a senior ml engineer')).toEqual([
    'The ladder doesn’t say whether this skill is mandatory.',
  ])
  expect(await ask('is pytorch mandatory')).toContain(
    'Mandatory: ML Engineer (Junior); not specified for 14 other levels.',
  )
  expect(await ask('is pytorch mandatory for a junior ml engineer')).toEqual(['Mandatory at this level.'])
  expect(await ask('does a senior ml engineer need docker')).toEqual([])
})

test('of two questions, the one that is not answered is named', async () => {
  const message = await harness.newUser().say('How is my level computed? Who can see it?')
  expect(headings(message)).toEqual(['How your level is worked out'])
  expect(notes(message)).toEqual(['“Who can see it?” is a separate question: ask it on its own.'])
  const single = await harness.newUser().say('Can you help? What does a senior ml engineer do?')
  expect(notes(single)).toEqual([])
  const whole = await harness.newUser().say('What does a senior need? As a data engineer?')
  expect(headings(whole)).toEqual(['Data Engineer · Senior'])
  expect(notes(whole)).toEqual([])
})

test('the choice of a role says how long an assessment takes', async () => {
  const message = await harness.newUser().say('how long does the assessment take?')
  expect(labels(message)).toEqual(ROLES)
  expect(paragraphs(message).join(' ')).toMatch(/About \d+ to \d+ questions, \d+ to \d+ minutes\./)
})

test('what a level needs and the ladder does not have is said, not left out', async () => {
  const message = await harness.newUser().say('is java required for senior data engineers')
  expect(notes(message)).toEqual(['Nothing in the ladder is called “java”.'])
})

test.each([
  ['one word beside a level', 'que debe dominar una junior de datos', 'Data Engineer · Junior'],
  ['a domain beside a level', 'describe what is expected of a lead in machine learning', 'ML Engineer · Lead / Staff'],
])('a role is named by %s', async (_, typed, heading) => {
  expect(headings(await harness.newUser().say(typed))[0]).toBe(heading)
})

test('a choice of roles says which words it leaves out', async () => {
  const message = await harness.newUser().say('which tools does a senior flurble with')
  expect(labels(message).length).toBe(ROLES.length)
  expect(notes(message).join(' ')).toContain('flurble')
})

test('a skill that is asked about for one role is answered for that role', async () => {
  const message = await harness.newUser().say('who uses kubernetes as a data engineer')
  expect(headings(message).join(' ')).toMatch(/Kubernetes Core · Data Engineer/u)
})

test.each([
  ['do I need LangChain?', 'en', 'Showing LLM Application Design for “LangChain”.'],
  ['who works with dbt?', 'en', 'Showing SQL-based ETL for “dbt”.'],
  ['Which engineers need Prometeus?', 'en', 'Showing Prometheus & Grafana for “Prometeus”.'],
  ['por qué no está Java?', 'es', 'En el marco de carrera no hay nada que se llame «Java».'],
  ['is model serving a core skill for ML engineers?', 'en', 'Model Serving is part of the core of ML Engineer.'],
  ['is docker a core skill for ML engineers?', 'en', 'Docker isn’t part of the core of ML Engineer.'],
  ['qué significa Working?', 'es', 'He interpretado «Working» como Competente.'],
])('“%s” is answered with a note of what that is', async (question, locale, line) => {
  const message = await harness.newUser(locale).say(question)
  expect(notes(message)).toContain(line)
})

test.each(['do I need k8s?', 'do I need docker?'])('“%s” needs no such note', async (question) => {
  expect(notes(await harness.newUser().say(question)).join(' ')).not.toContain('Showing')
})

test('two roles with a level each are compared at the level that is pressed', async () => {
  const ana = harness.newUser()
  const message = await ana.say('/skills ml-engineer senior ai-engineer middle')
  expect(labels(message)).toEqual(['Senior', 'Middle', 'ML Engineer / AI Engineer, all levels'])
  expect(headings(await ana.press('Middle'))).toEqual(['ML Engineer / AI Engineer · Middle'])
})

test('the way to a level has the check for it', async () => {
  const message = await harness.newUser().say('how do I get to senior as a data engineer?')
  expect(labels(message)).toContain('Am I ready for Senior?')
})

test('an unknown word beside a role to be assessed is named, with the ways to choose', async () => {
  const message = await harness.newUser().say('/assess ml-engineer wizard')
  expect(message.summary).toBe('ML Engineer has no level or domain called “wizard”.')
  expect(labels(message)).toEqual(['ML Engineer', 'Am I ready for…', 'One domain…'])
})

test('all skills of a role, or of one of its levels, are listed', async () => {
  const all = await harness.newUser().say('what are all the skills of a data engineer')
  expect(all.summary).toContain('Data Engineer')
  expect(all.blocks.some(({ type }) => type === 'matrix')).toBe(true)
  const ofLevel = await harness.newUser().say('list all skills a senior data engineer needs')
  expect(ofLevel.blocks.some(({ type }) => type === 'matrix')).toBe(true)
})

test('the mandatory skills come before the table of the core', async () => {
  const message = await harness.newUser().say('what is mandatory for a middle data engineer?')
  const at = (type: string): number => message.blocks.findIndex((block) => block.type === type)
  const text = message.blocks.findIndex((block) => JSON.stringify(block).includes('Mandatory:'))
  expect(text).toBeGreaterThan(0)
  expect(text).toBeLessThan(at('matrix'))
})

test('what the levels of several roles name is answered with each of them', async () => {
  const message = await harness.newUser().say('who works with Triton?')
  expect(headings(message)).toEqual(['Where the ladder names “Triton”'])
  expect(items(message).map(({ text }) => text)).toEqual([
    'ML Engineer · Senior: Triton Inference Server',
    'MLOps Engineer · Middle: KServe/Triton',
    'MLOps Engineer · Senior: Triton',
  ])
  expect(labels(message)).toEqual(['ML Engineer · Senior', 'MLOps Engineer · Middle', 'MLOps Engineer · Senior'])
})

test('an answer about roles without a skill notes that it lists those with it', async () => {
  const message = await harness.newUser().say('which roles don’t need Redis?')
  expect(notes(message)[0]).toContain('I can’t show what isn’t')
})

test('an item of a focus is the one that has all the words', async () => {
  const message = await harness.newUser().say('who is responsible for models in production?')
  expect(JSON.stringify(message)).not.toContain('A/B testing')
  const named = await harness.newUser().say('which level uses vLLM in production?')
  expect(headings(named)).toEqual(['Where the ladder names “vLLM”'])
})

test.each(['what is mandatory?', 'which skills are mandatory?'])(
  '“%s” asks for the role, whose answer says it',
  async (question) => {
    expect(labels(await harness.newUser().say(question))).toEqual(ROLES.map((role) => `${role}: core skills`))
  },
)

test('an answer that does not show a skill has no note that it does', async () => {
  const message = await harness.newUser().say('who here knows langchain?')
  expect(notes(message).join(' ')).not.toContain('Showing')
})

test('“stop the assessment” says what is open', async () => {
  const message = await harness.newUser().say('stop the assessment')
  expect(JSON.stringify(message).toLowerCase()).toContain('no assessment')
})

test.each(['I’ve done a sheet before but want to redo it', 'how many questions until the end?'])(
  '“%s” stops nothing',
  async (question) => {
    const message = await harness.newUser().say(question)
    expect(JSON.stringify(message).toLowerCase()).not.toContain('no assessment')
  },
)
