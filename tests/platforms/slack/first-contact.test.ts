import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SOURCE_QUESTIONS } from '../../contract/source-questions.ts'
import { labelsOf, personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import type { Message } from '../../fakes/slack/state.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// What a person sees who meets Rung in Slack, and mentions of it in channels.

let slack: FakeSlack
let rung: RungProcess
let people = 0

beforeAll(async () => {
  slack = await startFakeSlack()
  const users = Array.from({ length: 120 }, (_, n) => ({ id: `U${n}`, locale: n % 2 ? 'es-ES' : 'en-US' }))
  const { botToken } = slack.world.addTeam({
    id: 'T1',
    users,
    channels: [{ id: 'C1' }, { id: 'C2', bot: false }],
  })
  rung = await startRung(environmentFor(slack, 'http', botToken))
  slack.reach(rung.url)
})
afterAll(async () => {
  await rung?.stop()
  await slack?.close()
})

/** A person who has never used the bot. */
function someone(locale: 'en' | 'es' = 'en'): SlackPerson {
  people += 1
  return personOf(slack, 'T1', `U${people * 2 - (locale === 'es' ? 1 : 0)}`)
}

/** What the bot has posted in a channel for everyone, as threads by their first message. */
const repliesTo = (first: Message): readonly Message[] =>
  slack.world
    .channelOf('T1', first.channel)
    .messages.filter(({ threadTs, fromBot }) => fromBot && threadTs === first.ts)

const lastIn = (channel: string, person: SlackPerson): Message => {
  const own = slack.world.channelOf('T1', channel).messages.filter(({ author }) => author === person.id)
  const last = own.at(-1)
  if (!last) throw new Error(`${person.id} has written nothing in ${channel}`)
  return last
}

/** Mentions the bot in C1 and resolves with its answers in the thread. */
async function mention(person: SlackPerson, text: string): Promise<readonly Message[]> {
  await person.mention('C1', text)
  return repliesTo(lastIn('C1', person))
}

describe('a person who opens the messages', () => {
  test.each([
    ['en', 'I’m Rung'],
    ['es', 'Soy Rung'],
  ] as const)('is greeted once, with things to do (%s)', async (locale, greeting) => {
    const ana = someone(locale)
    await ana.openMessages()
    await ana.openMessages()
    const greetings = ana.sees(ana.direct).filter((message) => readOf(message).includes(greeting))
    expect(greetings).toHaveLength(1)
    expect(labelsOf(greetings[0] as Message)).toHaveLength(3)
    expect(labelsOf(greetings[0] as Message)[0]).toBe('ML Engineer')
  })

  test('is greeted once although Slack delivers the event several times', async () => {
    const ana = someone()
    await Promise.all([ana.openMessages(), ana.openMessages(), ana.openMessages()])
    expect(ana.sees(ana.direct).filter((message) => readOf(message).includes('I’m Rung'))).toHaveLength(1)
  })

  test('finds the greeting on the home page, until the messages have been opened', async () => {
    const ana = someone()
    await ana.openHome()
    expect(readOf(await ana.home('I’m Rung'))).toContain('Assess yourself')
    await ana.openMessages()
    const since = slack.world.seq()
    await ana.openHome()
    expect(readOf(await ana.home('Assess yourself', { since }))).not.toContain('I’m Rung')
  })
})

describe('the first words in the direct message', () => {
  test.each([
    ['hi', 'I’m Rung'],
    ['hola', 'Soy Rung'],
    ['thanks!', 'Anytime'],
    ['gracias', 'De nada'],
  ])('%s is answered as a person would', async (words, answer) => {
    const ana = someone(/^[hg][or]/u.test(words) ? 'es' : 'en')
    await ana.say(words)
    expect(readOf(await ana.reads(ana.direct, answer))).toContain(answer)
  })

  test('what nobody understands gets three things to do', async () => {
    const ana = someone()
    await ana.say('tell me a joke')
    const answer = await ana.reads(ana.direct, 'I don’t understand “tell me a joke”')
    expect(labelsOf(answer)).toHaveLength(3)
  })

  test('help shows every command', async () => {
    const ana = someone()
    await ana.say('help')
    const answer = readOf(await ana.reads(ana.direct, 'What Rung can do'))
    for (const command of ['/skills', '/assess', '/profile', '/propose', '/proposals'])
      expect(answer).toContain(command)
  })
})

describe('a mention in a channel', () => {
  test('is answered in its thread, for everyone', async () => {
    const [answer, ...others] = await mention(someone(), 'do I need Docker as a senior?')
    expect(others).toEqual([])
    expect(readOf(answer as Message)).toContain('Docker')
    expect(answer?.ephemeralTo).toBeUndefined()
  })

  test('is answered in the thread that it is part of', async () => {
    const ana = someone()
    const topic = ana.write('C1', 'What do we expect of seniors?')
    await ana.mention('C1', 'hey @Rung what is expected of a senior?', { thread: topic })
    expect(repliesTo(topic).map(readOf)).toEqual([expect.stringContaining('ML Engineer · Senior')])
  })

  test('is answered once, however often Slack delivers it', async () => {
    const ana = someone()
    await ana.mention('C1', 'what is expected of a junior?', { twice: true })
    expect(repliesTo(lastIn('C1', ana))).toHaveLength(1)
  })

  test('without a question is greeted', async () => {
    const [answer] = await mention(someone(), '')
    expect(readOf(answer as Message)).toContain('I’m Rung')
  })

  test('that nobody understands gets three things to do', async () => {
    const [answer] = await mention(someone('es'), 'cuéntame un chiste')
    expect(readOf(answer as Message)).toContain('No entiendo «cuéntame un chiste»')
    expect(labelsOf(answer as Message)).toHaveLength(3)
  })

  test.each(['assess me', 'my profile', 'my settings', '/profile', 'what am I missing?'])(
    'that asks for something private is answered in the direct message: %s',
    async (words) => {
      const ana = someone()
      expect(await mention(ana, words)).toEqual([])
      const pointer = await ana.reads('C1', 'direct message')
      expect(pointer.ephemeralTo).toBe(ana.id)
      expect(readOf(pointer)).not.toContain('Senior')
      expect(ana.sees(ana.direct).filter(({ fromBot }) => fromBot)).toHaveLength(1)
    },
  )

  test('never answers the open question of an assessment', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    const [answer] = await mention(ana, '3')
    expect(readOf(answer as Message)).not.toContain('Question')
    const card = await ana.reads(ana.direct, 'Question 1')
    expect(readOf(card)).not.toContain('Question 2')
  })

  test('that is refused tells the person alone', async () => {
    const ana = someone()
    expect(await mention(ana, '/propose')).toEqual([])
    expect(await mention(ana, '/unheard-of')).toEqual([])
    expect((await ana.reads('C1', '/unheard-of')).ephemeralTo).toBe(ana.id)
  })

  test('of another app is ignored', async () => {
    const ana = someone()
    await ana.mention('C1', 'hi', { more: { bot_id: 'BOTHER', subtype: 'bot_message' } })
    expect(repliesTo(lastIn('C1', ana))).toEqual([])
  })
})

describe.each(SOURCE_QUESTIONS)('a question of the source (%s): %s', (locale, question, answer) => {
  test('is answered in the direct message', async () => {
    const ana = someone(locale)
    await ana.say(question)
    expect(readOf(await ana.reads(ana.direct, answer))).toMatch(answer)
  })

  test('is answered in the thread of a mention', async () => {
    const [reply] = await mention(someone(locale), question)
    expect(readOf(reply as Message)).toMatch(answer)
  })
})
