import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { buttons, headings, labels, notes, paragraphs } from '../read-message.ts'
import { answerAll, roleIn, skillIn, start } from './drive.ts'
import { type Harness, openHarness } from './harness.ts'

const catalogIndex = await openCatalog(ownCatalog)
const role = roleIn(catalogIndex)

let harness: Harness
beforeAll(async () => {
  harness = await openHarness({ catalogIndex })
})
afterAll(() => harness.close())

/** The titles of the rows of buttons of a message. */
const titles = (message: Awaited<ReturnType<typeof start>>): readonly string[] =>
  message.blocks.flatMap((block) => (block.type === 'actions' && block.title ? [block.title] : []))

const QUESTIONS = [
  'what does senior need?',
  'what does senior need',
  'do I need docker',
  'is docker mandatory for juniors',
  'thanks',
  'hello',
  'what can you do?',
  'who sees my answers?',
  'how is my level computed?',
  'compare middle and senior',
  'middle vs senior',
  'jr and sr side by side',
  'kubernetes',
  'k8s',
  'docker and kubernetes',
  'senior security',
  'senior stack',
  'jr expectations pls',
  'airflow',
  'should i know sql',
  'what does advanced mean?',
  'my results',
  'i want to become senior',
  'ok cool and what about oauth for a jr',
  'im new here, how does this bot work',
  'que necesita un senior',
  'necesito docker',
  'hace falta docker',
  'en qué se diferencia un mid de un senior',
  '¿quién ve mis respuestas?',
  'gracias',
] as const

const ANSWERS = [
  'maybe tomorrow',
  '3 or 4',
  'between 2 and 3',
  'is 3 ok?',
  'working, i think',
  'i am advanced',
  'i use docker daily at work',
  'docker daily',
  'we have kubernetes in prod',
  'used pytorch in two projects',
  'my team lead reviews it',
  'i think senior level',
  'like a senior',
  'testing is what i do',
  'what i do is mostly sql',
  'not sure',
  'i don’t know',
  'with help',
  'we have a rule for that',
  'docker compose only',
  'https://github.com/me/repo',
  'what does this mean?',
  'how many are left?',
  'can i skip this?',
  'stop the assessment',
  'uso docker a diario',
  'tengo experiencia con kubernetes',
  'se usar docker',
  'puedo hacerlo solo',
  'no estoy seguro',
  'es parte de mi trabajo',
  '¿puedo saltar esta?',
  'creo que 3',
] as const

describe('while a question is open', () => {
  test.each(QUESTIONS)('“%s” is answered, and the question stays open', async (text) => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    const skill = skillIn(ana.last, role)
    const before = await ana.openSession()
    const answer = await ana.say(text)
    expect(notes(answer).filter((note) => /isn’t one of the answers/u.test(note))).toEqual([])
    const name = role.rows.get(skill)?.skill.name
    expect(titles(answer).at(-1)).toBe(`Question 2 (${name}) is still open: type 1 to 5 to answer it.`)
    expect(labels(answer).at(-1)).toBe('Continue with ML Engineer')
    expect(await ana.openSession()).toEqual(before)
    // A number is an answer, whatever the last message has.
    expect(skillIn(await ana.say('4'), role)).not.toBe(skill)
    expect((await ana.openSession()).answers).toHaveLength(2)
  })

  test.each(ANSWERS)('“%s” is no question of its own', async (text) => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    const card = await ana.say(text)
    expect(skillIn(card, role)).toBe(skill)
    expect(notes(card)[0]).toMatch(/isn’t one of the answers/u)
    expect((await ana.openSession()).answers).toEqual([])
  })

  test('the answer is in the language of the person, and says what to type', async () => {
    const ana = harness.newUser('es')
    await start(ana)
    const answer = await ana.say('¿qué necesita un senior?')
    expect(headings(answer)[0]).toContain('Senior')
    expect(titles(answer).at(-1)).toMatch(
      /^La pregunta 1 \(.+\) sigue abierta: escribe un número del 1 al 5 para responderla\.$/u,
    )
    expect(paragraphs(await ana.say('gracias'))[0]).toContain('Aquí estoy')
  })

  test('the buttons of the card can be typed after another answer, and so can its own', async () => {
    const ana = harness.newUser()
    const card = await start(ana)
    const evidence = labels(card).find((label) => /note or link/u.test(label)) ?? ''
    const answer = await ana.say('kubernetes')
    const [other] = buttons(answer)
    if (!other) throw new Error('the answer has no button')
    expect((await ana.ask(evidence)).title).toBe('Evidence')
    const pressed = await ana.say(other.label)
    expect(headings(pressed)).toEqual(headings(await ana.send(other.payload)))
    expect(headings(await ana.say('Pause'))).toEqual(['Paused'])
  })

  test('“help” is that of the assessment, and says that questions are answered', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    const card = await ana.say('help')
    expect(skillIn(card, role)).toBe(skill)
    expect(notes(card)[0]).toContain('You can ask about the ladder along the way; /rung shows everything else.')
  })

  test('a command among words that name nothing is offered', async () => {
    const ana = harness.newUser()
    await start(ana)
    expect(notes(await ana.say('skip this one'))[0]).toContain('Did you mean skip?')
    expect(notes(await ana.say('please stop'))[0]).toContain('Did you mean stop?')
  })
})

test('a settled assessment and a sheet stay open beside a question too', async () => {
  const ana = harness.newUser()
  await start(ana)
  await answerAll(ana, role, () => 2)
  const answer = await ana.say('what does senior need')
  expect(titles(answer).at(-1)).toBe('Your ML Engineer assessment is still in progress.')
  expect(headings(await ana.press('Continue with'))).not.toEqual(headings(answer))

  const ben = harness.newUser()
  await ben.say('/assess ml-engineer sheet')
  expect(titles(await ben.say('do i need docker')).at(-1)).toBe('Your ML Engineer assessment is still in progress.')
})
