import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { personOf as personInSlack, readOf as readInSlack } from '../../fakes/slack/people.ts'
import { startFakeSlack } from '../../fakes/slack/server.ts'
import type { FaultOptions } from '../faults.ts'
import { environmentFor, type RungProcess, spawnRung, startRung } from '../rung.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

const environmentOf = (discord: FakeDiscord): Readonly<Record<string, string>> => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  PORT: '0',
})

describe('a wrong setting is reported', () => {
  let discord: FakeDiscord
  beforeAll(async () => {
    discord = await startFakeDiscord()
  })
  afterAll(() => discord?.close())

  test.each([
    [{ DISCORD_TOKEN: 'aaaa.bbbb.cccc' }, 'Discord refuses DISCORD_TOKEN'],
    [{ DISCORD_TOKEN: 'short' }, 'DISCORD_TOKEN: must be a bot token of three parts'],
    [{ DISCORD_GUILD_ID: 'general' }, 'DISCORD_GUILD_ID="general": must be the id of a server'],
    [{ DISCORD_SHARDS: '0-3' }, 'DISCORD_SHARD_COUNT: is not set'],
    [{ DISCORD_SHARDS: '4', DISCORD_SHARD_COUNT: '4' }, 'must lie between 0 and 3'],
  ])('%j', async (wrong, problem) => {
    const rung = await spawnRung({ ...environmentOf(discord), ...wrong })
    expect(await rung.ended).toBe(1)
    expect(rung.lines.join('\n')).toContain(problem)
  })
})

describe('Slack, Discord and the terminal in one process', () => {
  test('answer side by side, each with its own history', async () => {
    const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()])
    discord.servers.set(HERE.server, new Map())
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    const rung = await startRung({
      ...environmentFor(slack, 'http', botToken),
      ...environmentOf(discord),
      RUNG_TERMINAL: 'on',
      LANG: 'en',
    })
    await rung.logs('ready in Slack')
    await rung.logs('ready in Discord')
    slack.reach(rung.url)
    const ana = personOf(discord, { id: '100000000000000001', where: HERE })
    const bo = personInSlack(slack, 'T1', 'U1')
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    await bo.command('C1', '/skills ml-engineer senior')
    rung.type('/skills ml-engineer senior')
    expect(readOf(await ana.reads(HERE, 'Senior'))).toContain('58 skills')
    expect(readInSlack(await bo.reads('C1', 'Senior'))).toContain('58 skills')
    expect(await rung.logs('58 skills')).toContain('ML Engineer · Senior')
    await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads('direct', 'Question 1')
    await bo.openHome()
    expect(readInSlack(await bo.home('What a role expects'))).not.toContain('Continue with')
    expect((await fetch(`${rung.url}/readyz`)).status).toBe(200)
    expect(await rung.stop()).toBe(0)
    await Promise.all([discord.close(), slack.close()])
  })

  test('continue if one of them is refused', async () => {
    const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()])
    discord.servers.set(HERE.server, new Map())
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    const both = { ...environmentFor(slack, 'http', botToken), ...environmentOf(discord) }

    const withoutDiscord = await startRung({ ...both, DISCORD_TOKEN: 'aaaa.bbbb.cccc' })
    expect(await withoutDiscord.logs('continuing without Discord')).toContain('Discord refuses DISCORD_TOKEN')
    slack.reach(withoutDiscord.url)
    const bo = personInSlack(slack, 'T1', 'U1')
    await bo.command('C1', '/skills ml-engineer senior')
    await bo.reads('C1', '58 skills')
    expect(await withoutDiscord.stop()).toBe(0)

    const withoutSlack = await startRung({ ...both, SLACK_BOT_TOKEN: 'xoxb-wrong' })
    expect(await withoutSlack.logs('continuing without Slack')).toContain('Slack refuses SLACK_BOT_TOKEN')
    const ana = personOf(discord, { id: '100000000000000001', where: HERE })
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    await ana.reads(HERE, '58 skills')
    expect((await fetch(`${withoutSlack.url}/readyz`)).status).toBe(200)
    expect(await withoutSlack.stop()).toBe(0)
    await Promise.all([discord.close(), slack.close()])
  })
})

describe('running', () => {
  let discord: FakeDiscord
  let rung: RungProcess
  let people = 0
  const someone = () => personOf(discord, { id: `10000000000000${2000 + ++people}`, where: HERE })

  beforeAll(async () => {
    discord = await startFakeDiscord()
    discord.servers.set(HERE.server, new Map())
    rung = await startRung(environmentOf(discord))
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
  })

  test('registers the commands only when they differ', async () => {
    const registered = (): number => discord.made.filter(({ route }) => route === 'register').length
    expect(registered()).toBe(1)
    const again = await startRung(environmentOf(discord))
    expect(await again.stop()).toBe(0)
    expect(registered()).toBe(1)
  })

  test('reports its state', async () => {
    const metrics = await (await fetch(`${rung.url}/metrics`)).text()
    expect(metrics).toMatch(/rung_platform_connections\{platform="discord"\} 1\n/u)
    expect((await fetch(`${rung.url}/readyz`)).status).toBe(200)
  })

  test.each(['resume', 'reset', 'invalid'] as const)(
    'loses nothing if the gateway drops the connection: %s',
    async (how) => {
      const ana = someone()
      discord.drop(how)
      await discord.until('the drop', () => (discord.sessions() === 0 ? true : undefined))
      if (how === 'invalid')
        await discord.until('a new session', () => (discord.sessions() > 0 ? true : undefined), { ms: 20_000 })
      await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
      await ana.reads(HERE, '58 skills', { ms: 20_000 })
      await discord.until('a session', () => (discord.sessions() > 0 ? true : undefined), { ms: 20_000 })
      expect(readOf(await ana.reads(HERE, '58 skills'))).toContain('PyTorch')
    },
  )

  const KINDS: readonly FaultOptions['kind'][] = ['429', '500', 'reset', 'lost', 'error:50013']

  test.each(KINDS)('answers or notifies the person if the answer meets %s', async (kind) => {
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer', level: 'junior' })
    const answer = await ana.reads(HERE, 'ML Engineer · Junior')
    const since = discord.seq()
    const fault = discord.faults.add({ method: 'callback', kind })
    await ana.press(answer, /^Next/u)
    const reaction = await ana
      .reads(HERE, /ML Engineer · Middle|Discord refused my answer|stopped waiting/u, { since, ms: 10_000 })
      .catch(() => ana.reads('direct', /stopped waiting/u, { since }))
    expect(fault.hits()).toBe(1)
    await sleep(300)
    const same = [...ana.sees(HERE), ...ana.sees('direct')].filter(
      (each) => each.seq > since && readOf(each) === readOf(reaction),
    )
    expect(same).toHaveLength(1)
  })

  test.each(['429', '500', 'reset', 'lost'] as const)('posts once if a post meets %s', async (kind) => {
    const ana = someone()
    const fault = discord.faults.add({ method: 'createMessage', kind })
    ana.say('/skills ml-engineer senior')
    await ana.reads('direct', '58 skills', { ms: 10_000 })
    await sleep(300)
    expect(fault.hits()).toBe(1)
    expect(ana.sees('direct').filter((message) => message.fromBot)).toHaveLength(1)
  })

  test('answers in direct messages if Discord has stopped waiting', async () => {
    const ana = someone()
    discord.faults.add({ method: 'callback', kind: 'error:10062' })
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    expect(readOf(await ana.reads('direct', 'That took too long for Discord'))).toContain('58 skills')
  })

  test('stops cleanly, with nothing sent that Discord refuses', async () => {
    expect(await rung.stop()).toBe(0)
    expect(discord.violations).toEqual([])
    expect(discord.unexpected).toEqual([])
  })
})
