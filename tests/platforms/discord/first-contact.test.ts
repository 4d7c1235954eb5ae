import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SOURCE_QUESTIONS } from '../../contract/source-questions.ts'
import { type DiscordPerson, labelsOf, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, type PostedMessage, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type RungProcess, startRung } from '../rung.ts'

// What a person sees who meets Rung in Discord, and mentions of it in servers.

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

let discord: FakeDiscord
let rung: RungProcess
let people = 0

beforeAll(async () => {
  discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  discord.channels.set(HERE.channel, HERE.server)
  rung = await startRung({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0' })
})
afterAll(async () => {
  await rung?.stop()
  await discord?.close()
})

function someone(locale = 'en-US'): DiscordPerson {
  people += 1
  return personOf(discord, { id: `10000000000000${1000 + people}`, locale, where: HERE })
}

/** Waits for what the bot posts in the thread of a message, or below it. */
const answerTo = ({ id }: PostedMessage): Promise<PostedMessage> =>
  discord.until(`an answer to ${id}`, () =>
    discord.messages.find(({ fromBot, channel, replyTo }) => fromBot && (channel === id || replyTo === id)),
  )

describe('the first words in the direct messages', () => {
  test.each([
    ['hi', 'I’m Rung', 3],
    ['thanks', 'Anytime', 0],
    ['tell me a joke', 'I don’t understand “tell me a joke”', 3],
  ])('%s is answered as a person would', async (words, answer, buttons) => {
    const ana = someone()
    ana.say(words)
    expect(labelsOf(await ana.reads('direct', answer))).toHaveLength(buttons)
  })
})

describe('the language of a person who has never used a command', () => {
  test('is that of their words in the direct messages', async () => {
    const eva = someone('es-ES')
    eva.say('hola')
    await eva.reads('direct', 'Soy Rung')
    // Names alone tell no language.
    const ana = someone('es-ES')
    ana.say('docker')
    expect(readOf(await ana.reads('direct', 'Docker'))).toContain('In 1 role')
  })

  test('is that of their words in a mention', async () => {
    const question = someone('es-ES').mention(HERE, '¿qué se espera de un senior?')
    expect(readOf(await answerTo(question))).toContain('habilidades')
  })
})

describe('a mention in a server', () => {
  test('is answered in a thread of its own, with its words as the name', async () => {
    const question = someone().mention(HERE, 'do I need Docker as a senior?')
    const answer = await answerTo(question)
    expect(readOf(answer)).toContain('Docker')
    expect([answer.channel, answer.ephemeralTo]).toEqual([question.id, undefined])
    expect(discord.threads.get(question.id)).toBe('do I need Docker as a senior?')
  })

  test('in a thread is answered there', async () => {
    const ana = someone()
    const first = ana.mention(HERE, 'what is expected of a senior?')
    await answerTo(first)
    const second = ana.mention({ ...HERE, channel: first.id }, 'and hey @Rung, of a junior?')
    const answer = await answerTo(second)
    expect([answer.channel, answer.replyTo]).toEqual([first.id, second.id])
    expect(readOf(answer)).toContain('Junior')
  })

  test('is answered below it where the bot may make no thread', async () => {
    const channel = '810000000000000009'
    discord.channels.set(channel, HERE.server)
    discord.channelFields.set(channel, { mayCreateThreads: false })
    const question = someone().mention({ ...HERE, channel }, 'what is expected of a senior?')
    const answer = await answerTo(question)
    expect([answer.channel, answer.replyTo]).toEqual([channel, question.id])
  })

  test('is answered once although overlapping shards deliver it twice', async () => {
    const question = someone().mention(HERE, 'what is expected of a junior?')
    discord.repeat()
    await answerTo(question)
    await answerTo(someone().mention(HERE, 'thanks'))
    expect(discord.messages.filter(({ fromBot, channel }) => fromBot && channel === question.id)).toHaveLength(1)
  })

  test.each(['', 'hello there'])('is greeted: “%s”', async (words) => {
    expect(readOf(await answerTo(someone().mention(HERE, words)))).toContain('I’m Rung')
  })

  test('that nobody understands gets three things to do', async () => {
    expect(labelsOf(await answerTo(someone().mention(HERE, 'tell me a joke')))).toHaveLength(3)
  })

  test.each(['assess me', 'my profile', 'my settings', '/profile', 'what am I missing?'])(
    'that asks for something private is answered in the direct messages: %s',
    async (words) => {
      const ana = someone()
      const answer = await answerTo(ana.mention(HERE, words))
      expect(readOf(answer)).toContain('direct message')
      expect(answer.channel).toBe(HERE.channel)
      expect(ana.sees('direct').filter(({ fromBot }) => fromBot)).toHaveLength(1)
    },
  )

  test('that asks for something private says so if direct messages are closed', async () => {
    const ana = someone()
    discord.closed.add(ana.id)
    expect(readOf(await answerTo(ana.mention(HERE, 'my profile')))).toContain('can’t send you a direct message')
  })

  test('never answers the open question of an assessment', async () => {
    const ana = someone()
    await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads('direct', 'Question 1')
    expect(readOf(await answerTo(ana.mention(HERE, '3')))).not.toContain('Question')
    expect(readOf(await ana.reads('direct', 'Question 1'))).not.toContain('Question 2')
  })

  test('by a bot, by a webhook, or by a reply that does not name it, is left alone', async () => {
    const ana = someone()
    const author = { id: ana.id, username: 'robot', bot: true }
    const silent = [
      ana.mention(HERE, 'hi', { author }),
      ana.mention(HERE, 'hi', { webhook_id: '1' }),
      ana.mention(HERE, 'hi', { content: 'I think so too', type: 19 }),
    ]
    await answerTo(ana.mention(HERE, 'hi'))
    expect(
      discord.messages.filter(({ fromBot, channel }) => fromBot && silent.some(({ id }) => id === channel)),
    ).toEqual([])
  })
})

describe.each(SOURCE_QUESTIONS)('a question of the source (%s): %s', (locale, question, answer) => {
  /** A person whom Rung does not know, so their words tell the language. */
  const reader = (): DiscordPerson => someone(locale === 'es' ? 'es-ES' : 'en-US')

  test('is answered in the direct messages', async () => {
    const ana = reader()
    ana.say(question)
    expect(readOf(await ana.reads('direct', answer))).toMatch(answer)
  })

  test('is answered in the thread of a mention', async () => {
    const ana = reader()
    expect(readOf(await answerTo(ana.mention(HERE, question)))).toMatch(answer)
  })
})
