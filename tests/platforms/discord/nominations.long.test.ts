import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { openClock } from '../clock.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

// The answers to the nominating emoji when it is added again within minutes, while Discord still compares the nonces of messages.

const SERVER = '800000000000000001'
const CHAT = { server: SERVER, channel: '810000000000000001' }
const CARDS = { server: SERVER, channel: '820000000000000001' }
const MEMBERS = Array.from({ length: 8 }, (_, n) => `30000000000000000${n + 1}`)
const IDEA = 'Turn this into a proposal'

describe.runIf(hasRedis())('the nominating emoji', () => {
  let discord: FakeDiscord
  let redis: RedisServer
  let rung: RungProcess
  let clock: Awaited<ReturnType<typeof openClock>>
  const member = (n: number) => personOf(discord, { id: MEMBERS[n] ?? '', where: CHAT })

  beforeAll(async () => {
    discord = await startFakeDiscord()
    for (const { channel } of [CHAT, CARDS]) discord.channels.set(channel, SERVER)
    discord.servers.set(SERVER, new Map(MEMBERS.map((id) => [id, []])))
    redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    clock = await openClock()
    rung = await startRung({
      ...clock.environment,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      REDIS_URL: redis.url,
      PORT: '0',
    })
    for (const id of MEMBERS) await personOf(discord, { id, where: CHAT }).command('skills', { skill: 'docker' })
    // Members are counted once a minute.
    await clock.advance(2 * 60_000)
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
    await redis?.stop()
    await clock?.remove()
  })

  test('is answered again after its idea was left', async () => {
    const bo = member(0)
    const message = bo.write(CHAT, 'PyTorch should be Advanced')
    bo.react(message, '🪜')
    const first = await bo.reads('direct', IDEA)
    await bo.press(first, /^Leave/u)
    await bo.reads('direct', 'Saved as an idea')
    bo.react(message, '🪜', { off: true })
    const since = discord.seq()
    bo.react(message, '🪜')
    await bo.reads('direct', IDEA, { since })
    expect(bo.sees('direct').filter(({ fromBot }) => fromBot)).toHaveLength(2)
  })

  test('is answered each time that a moderator removes it', async () => {
    const [ana, bo] = [member(1), member(2)]
    await ana.command('propose', changeOptions('ml-engineer senior docker working because we only use it'))
    const card = await bo.reads(CARDS, /Waiting for nominations/u, { ms: 10_000 })
    for (let times = 1; times <= 2; times += 1) {
      const since = discord.seq()
      bo.react(card, '🪜')
      await bo.reads('direct', 'counts', { since })
      discord.clear(card)
      await bo.reads('direct', 'removed all reactions', { since })
    }
    expect(bo.sees('direct')).toHaveLength(4)
  })

  test('is answered in the language that the person has chosen', async () => {
    const dan = member(4)
    await dan.command('profile settings')
    await dan.press(await dan.reads(CHAT, 'Español'), 'Español')
    await dan.reads(CHAT, 'Ajustes')
    dan.react(dan.write(CHAT, 'Python should be Advanced'), '🪜')
    await dan.reads('direct', '¿Convertir')
    const card = await dan.reads(CARDS, /Waiting for nominations/u)
    dan.react(card, '🪜')
    await dan.reads('direct', 'cuenta')
    discord.clear(card)
    expect(readOf(await dan.reads('direct', 'ha quitado todas'))).toContain('Docker')
  })

  test('is answered with the idea after an outage of the store, also if its removal was not delivered', async () => {
    const carla = member(3)
    const message = carla.write(CHAT, 'Docker should be Advanced')
    await redis.kill()
    carla.react(message, '🪜')
    await carla.reads('direct', /\S/u, { ms: 20_000 })
    expect(readOf(await carla.reads('direct', /\S/u))).not.toContain(IDEA)
    await redis.restart()
    await rung.logs('works again')
    carla.react(message, '🪜')
    await carla.reads('direct', IDEA, { ms: 20_000 })
  })

  test('leads to nothing that Discord refuses', () => {
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  })
})
