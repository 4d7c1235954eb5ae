import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { type Clock, openClock } from '../clock.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { type DiscordPerson, labelsOf, personOf, readOf } from './double/people.ts'
import { type DiscordDouble, type Interaction, type Shown, startDiscord } from './double/server.ts'

const DAY = 24 * 3_600_000

// A server that is on the second shard of two, so that it and the direct messages are with different processes.
const SERVER = String((5n << 22n) * 12_345_679n)
const shardOf = (server: string): bigint => (BigInt(server) >> 22n) % 2n
const TALK = { server: SERVER, channel: '600000000000000001' }
const CARDS = { server: SERVER, channel: '600000000000000002' }
const ROLE = '700000000000000001'
const MEMBERS = Array.from({ length: 8 }, (_, n) => `30000000000000000${n + 1}`)
const EXPERTS = ['400000000000000001', '400000000000000002', '400000000000000003']

describe.skipIf(!hasRedis())('proposals in Discord, on two shards', () => {
  let discord: DiscordDouble
  let redis: RedisServer
  let clock: Clock
  let processes: readonly RungProcess[] = []

  const person = (id: string | undefined): DiscordPerson =>
    personOf(discord, { id: id ?? '', where: TALK, ...(id === MEMBERS[6] && { locale: 'es-ES' }) })
  const member = (n: number): DiscordPerson => person(MEMBERS[n])
  const card = (text: RegExp, since = 0): Promise<Shown> => member(7).reads(CARDS, text, { since, ms: 10_000 })
  const queued = (id: string | undefined, text: RegExp): Promise<Shown> =>
    person(id).reads('direct', text, { ms: 10_000 })

  beforeAll(async () => {
    discord = await startDiscord()
    discord.channels.set(TALK.channel, SERVER)
    discord.channels.set(CARDS.channel, SERVER)
    discord.servers.set(
      SERVER,
      new Map<string, readonly string[]>([
        ...MEMBERS.map((id): [string, string[]] => [id, []]),
        ...EXPERTS.map((id, n): [string, string[]] => [id, n > 0 ? [ROLE] : []]),
      ]),
    )
    redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    clock = await openClock()
    const environment = {
      ...clock.environment,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_SHARD_COUNT: '2',
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      DISCORD_EXPERTS: `${EXPERTS[0]},${ROLE}`,
      REDIS_URL: redis.url,
      PORT: '0',
      RUNG_POLICY: 'startsPerDay=20, openPerAuthor=20',
    }
    processes = await Promise.all(['0', '1'].map((shard) => startRung({ ...environment, DISCORD_SHARDS: shard })))
    for (const id of [...MEMBERS, ...EXPERTS]) await person(id).command('skills', { skill: 'docker' })
  })
  afterAll(async () => {
    await Promise.all(processes.map((rung) => rung.stop()))
    await discord?.close()
    await redis?.stop()
    await clock?.remove()
  })

  async function voting(change: string): Promise<Shown> {
    const since = discord.seq()
    await member(0).command('propose', { change })
    const done = readOf(await member(0).reads(TALK, /this is proposal/u, { since }))
    const [, number = ''] = /proposal \*\*#(\d+)/u.exec(done) ?? []
    const posted = await card(new RegExp(`#${number} · `, 'u'))
    for (const n of [1, 2]) member(n).react(posted, '🪜')
    return card(new RegExp(`#${number} · [\\s\\S]*being voted on`, 'u'), since)
  }

  async function vote(shown: Shown, inFavour: number, against: number): Promise<void> {
    for (let n = 0; n < inFavour + against; n += 1) {
      const since = discord.seq()
      await member(n + 1).press(shown, n < inFavour ? 'For' : 'Against')
      await member(n + 1).reads(CARDS, /You have voted|Has votado/u, { since })
    }
  }

  /** The title of the proposal that a dialog is about. */
  function titleIn({ modal }: Interaction): string {
    return /#\d+ · [^"\\]*/u.exec(JSON.stringify(modal))?.[0] ?? ''
  }

  test('go from an emoji to a live change', async () => {
    expect(shardOf(SERVER)).toBe(1n)
    const said = member(0).write(TALK, 'PyTorch, Middle: Working → Advanced?')
    const bo = member(1)
    bo.react(said, '🪜')
    // Discord does not tell a bot what people write: the person says it.
    const idea = await bo.reads('direct', /You would climb this rung[\s\S]*could not read/u)
    const opened = await bo.press(idea, 'Complete and propose')
    const sent = await bo.submit(opened, {
      'Role, level and skill': 'ml engineer mid pytorch',
      'Should be': 'Advanced',
      'Why?': 'We ship models from the first month on',
    })
    expect(sent.acknowledged).toBe(true)
    const shown = await card(/#1 · PyTorch · ML Engineer · Middle[\s\S]*waiting for nominations/u)
    const thread = await discord.until('a thread for comments', () => discord.threads.get(shown.id))
    expect(thread).toContain('#1 · PyTorch')

    member(0).react(said, '🪜')
    await member(0).reads('direct', /you have nominated \*\*#1/u)
    member(5).react(shown, '🪜', { bot: true })
    member(5).react(shown, '🎉')
    bo.react(shown, '🪜')
    await bo.reads('direct', /This one is yours/u)
    await card(/1 of 2/u)
    member(0).react(said, '🪜', { off: true })
    await card(/0 of 2/u)
    member(0).react(said, '🪜')
    await member(2).press(shown, '🪜 Nominate')
    await card(/being voted on/u)
    await bo.reads('direct', /\*\*#1\*\* has been nominated/u)

    for (const n of [0, 2, 3, 4]) {
      await member(n).press(shown, 'For')
      await member(n).reads(CARDS, 'You have voted **for** it')
    }
    expect(readOf(await card(/Votes:[*\s]+4 so far/u))).not.toContain('against it')
    await clock.advance(3 * DAY)
    await card(/before the experts/u)
    for (const expert of [EXPERTS[0], EXPERTS[2]]) {
      await person(expert).press(await queued(expert, /#1\*\* waits for your decision/u), 'Approve')
      await person(expert).reads('direct', 'You have approved it')
    }
    await card(/Live since/u)
    await bo.reads('direct', /is accepted and live/u)
    // In the server and in the direct messages: two processes.
    for (const where of [TALK, 'direct'] as const) {
      const since = discord.seq()
      await member(3).command('skills', { role: 'ml-engineer', level: 'middle', skill: 'pytorch' }, where)
      expect(readOf(await member(3).reads(where, /PyTorch/u, { since }))).toMatch(/Middle\W+Advanced/u)
    }
  })

  test('are made from a message’s menu, with its words, and in words', async () => {
    const said = member(2).write(TALK, 'Docker at Senior should be Working')
    await member(2).menu(said, 'Propose this')
    const idea = await member(2).reads(TALK, /Docker · ML Engineer · Senior → Working/u)
    expect(idea.ephemeralTo).toBe(MEMBERS[2])
    const opened = await member(2).press(idea, 'Complete and propose')
    await member(2).submit(opened, { 'Why?': 'We only use it' })
    await member(2).reads(TALK, /this is proposal/u)
    await member(6).command('propose', { change: 'ml-engineer senior kubernetes trabajo porque basta' })
    expect(readOf(await member(6).reads(TALK, /Gracias: es la propuesta/u))).toContain('Kubernetes Core')
  })

  test('are cards that change in place', async () => {
    await card(/#3 · Kubernetes/u)
    const edits = discord.made.filter(({ route }) => route === 'editMessage')
    expect(edits.length).toBeGreaterThan(3)
    const cards = discord.messages.filter(
      ({ channel, fromBot, ephemeralTo }) => channel === CARDS.channel && fromBot && ephemeralTo === undefined,
    )
    expect(cards.map((shown) => /#(\d+)/u.exec(readOf(shown))?.[1])).toEqual(['1', '2', '3'])
  })

  describe('end in every way there is:', () => {
    test('rejected by the vote', async () => {
      await vote(await voting('ml-engineer senior aws working because we have none'), 2, 2)
      await clock.advance(7 * DAY)
      expect(readOf(await card(/#\d+ · AWS[\s\S]*rejected/u))).toContain('did not find a majority')
    })

    test('expired for want of voters, after one extension', async () => {
      await vote(await voting('ml-engineer senior terraform working because it is rare'), 1, 0)
      await clock.advance(7 * DAY)
      await member(0).reads('direct', /the vote goes on for another week/u, { ms: 8000 })
      await clock.advance(7 * DAY)
      expect(readOf(await card(/#\d+ · Terraform[\s\S]*expired/u))).toContain('Too few people voted')
    })

    test('contested, and then rejected by an objection that is upheld', async () => {
      await vote(await voting('ml-engineer senior redis advanced because we depend on it'), 3, 2)
      await clock.advance(7 * DAY)
      await card(/#\d+ · Redis[\s\S]*The vote was close/u)
      for (const expert of EXPERTS) {
        const opened = await person(expert).press(
          await queued(expert, /waits for your decision[\s\S]*Redis/u),
          'Object',
        )
        await person(expert).submit(opened, { [titleIn(opened)]: 'Not there yet' })
        await person(expert).reads('direct', 'Your objection is on record')
      }
      expect(readOf(await card(/#\d+ · Redis[\s\S]*rejected/u))).toContain('Not there yet')
      const told = await member(0).reads('direct', /is rejected[\s\S]*Redis/u)
      expect(labelsOf(told)).toContain('Appeal')
      const opened = await member(0).press(told, 'Appeal')
      await member(0).submit(opened, { [titleIn(opened)]: 'The team has doubled' })
      await card(/#\d+ · Redis[\s\S]*before the experts/u)
      await person(EXPERTS[1]).reads('direct', /appeals: The team has doubled/u, { ms: 8000 })
    })

    test('changed at the experts’ request, and voted on anew', async () => {
      await vote(await voting('ml-engineer senior postgresql working because analysts do the rest'), 4, 0)
      await clock.advance(3 * DAY)
      const asked = await person(EXPERTS[0]).press(
        await queued(EXPERTS[0], /waits for your decision[\s\S]*PostgreSQL/u),
        'Request changes',
      )
      await person(EXPERTS[0]).submit(asked, { [titleIn(asked)]: 'At Middle rather' })
      const told = await member(0).reads('direct', /ask you to change[\s\S]*At Middle rather/u, { ms: 8000 })
      const edit = await member(0).press(told, 'Make the changes')
      await member(0).submit(edit, { 'Why?': 'Senior is enough after all' })
      expect(readOf(await card(/#\d+ · PostgreSQL[\s\S]*being voted on/u))).toContain('0 so far')
    })

    test('expired where nobody nominates it', async () => {
      await member(4).command('propose', { change: 'ml-engineer senior opentelemetry working because it is new' })
      await card(/#\d+ · OpenTelemetry/u)
      await clock.advance(14 * DAY)
      expect(readOf(await card(/#\d+ · OpenTelemetry[\s\S]*expired/u))).toContain('Nobody took it further')
      await member(4).reads('direct', /has expired/u, { ms: 8000 })
    })

    test('withdrawn by the author', async () => {
      const shown = await voting('ml-engineer senior graphql-design working because nobody uses it')
      await member(0).press(shown, 'Details')
      await member(0).press(await member(0).reads(CARDS, /GraphQL[\s\S]*What has happened/u), 'Withdraw')
      await member(0).press(await member(0).reads(CARDS, /This cannot be undone/u), 'Withdraw')
      expect(labelsOf(await card(/#\d+ · GraphQL[\s\S]*withdrawn/u))).toEqual(['Details'])
    })
  })

  test('are within what Discord takes, and nothing goes wrong', () => {
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
    expect(processes.flatMap((rung) => rung.complaints())).toEqual([])
  })
})
