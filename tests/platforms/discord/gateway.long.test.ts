import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordPerson, personOf, readOf, type Where } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type RungProcess, startRung } from '../rung.ts'

const SERVER = '800000000000000001'
const CHAT = { server: SERVER, channel: '810000000000000001' }
const CARDS = { server: SERVER, channel: '820000000000000001' }

describe('an event of the gateway', () => {
  let discord: FakeDiscord
  let rung: RungProcess
  let people = 0
  const someone = (): DiscordPerson => personOf(discord, { id: `10000000000000${3000 + ++people}`, where: CHAT })
  const reading = (person: DiscordPerson, where: Where, text: string) =>
    person.sees(where).filter((message) => message.fromBot && readOf(message).includes(text))
  /** Waits for another answer. Answers to one person come in order, so this one shows that the repeated delivery had none. */
  const answerOneMore = async (person: DiscordPerson): Promise<void> => {
    person.say('/skills kubernetes')
    await person.reads('direct', 'Kubernetes', { ms: 20_000 })
  }

  beforeAll(async () => {
    discord = await startFakeDiscord()
    for (const { channel } of [CHAT, CARDS]) discord.channels.set(channel, SERVER)
    discord.servers.set(SERVER, new Map())
    rung = await startRung({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      PORT: '0',
    })
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
  })

  test('is answered once if it is delivered twice', async () => {
    const [ana, bo, carla] = [someone(), someone(), someone()]
    ana.say('/skills ml-engineer senior')
    discord.repeat()
    await ana.reads('direct', '58 skills')
    bo.react(bo.write(CHAT, 'PyTorch should be Advanced'), '🪜')
    discord.repeat()
    await bo.reads('direct', 'Turn this into a proposal')
    const interaction = carla.command('assess start', { role: 'ml-engineer' }, 'direct')
    discord.repeat()
    await interaction
    await carla.reads('direct', 'Assessment: ML Engineer')
    for (const person of [ana, bo, carla]) await answerOneMore(person)
    expect(reading(ana, 'direct', '58 skills')).toHaveLength(1)
    expect(reading(bo, 'direct', 'Turn this into a proposal')).toHaveLength(1)
    expect(reading(carla, 'direct', 'Assessment: ML Engineer')).toHaveLength(1)
  })

  test('is answered once if it is delivered on resuming the session', async () => {
    const [ana, bo] = [someone(), someone()]
    const before = discord.resumed()
    discord.drop('resume')
    await discord.until('the drop', () => (discord.sessions() === 0 ? true : undefined))
    ana.say('/skills ml-engineer senior')
    bo.react(bo.write(CHAT, 'PyTorch should be Advanced'), '🪜')
    await ana.reads('direct', '58 skills', { ms: 20_000 })
    await bo.reads('direct', 'Turn this into a proposal', { ms: 20_000 })
    expect(discord.resumed()).toBe(before + 1)
    for (const person of [ana, bo]) await answerOneMore(person)
    expect(reading(ana, 'direct', '58 skills')).toHaveLength(1)
    expect(reading(bo, 'direct', 'Turn this into a proposal')).toHaveLength(1)
  })

  test('is answered once in the session after an invalid one', async () => {
    const ana = someone()
    discord.drop('invalid')
    await discord.until('the drop', () => (discord.sessions() === 0 ? true : undefined))
    await discord.until('a session', () => (discord.sessions() > 0 ? true : undefined), { ms: 30_000 })
    ana.say('/skills ml-engineer senior')
    await ana.reads('direct', '58 skills', { ms: 20_000 })
    await answerOneMore(ana)
    expect(reading(ana, 'direct', '58 skills')).toHaveLength(1)
  })

  test('leads to nothing that Discord refuses', () => {
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  })
})
