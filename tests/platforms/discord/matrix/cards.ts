import { type DiscordPerson, personOf, readOf } from '../../../fakes/discord/people.ts'
import type { FakeDiscord, PostedMessage } from '../../../fakes/discord/server.ts'
import { openClock } from '../../clock.ts'
import type { Fault } from '../../faults.ts'
import { type RungProcess, startRung } from '../../rung.ts'
import { changeOptions } from '../change-options.ts'
import { botMessages, type Check, FAULTS, faultOf, type Harness, type Kind, reading, within } from './cells.ts'

// The cards of proposals, in one channel. Rung repeats a failed call until the card is right.

const SERVER = '800000000000000003'
const CHAT = { server: SERVER, channel: '810000000000000003' }
const CARDS = { server: SERVER, channel: '820000000000000003' }
const MEMBERS = Array.from({ length: 8 }, (_, n) => `3100000000000${String(1000 + n)}`)
/** Longer than the interval at which Rung compares the emojis with the nominations. */
const RECONCILED_MS = 11 * 60_000
/** Changes to the expectation of the next level, so that each proposal differs from the others. */
const RISES = [
  ['junior', 'working'],
  ['middle', 'advanced'],
  ['senior', 'expert'],
]
const SKILLS = [
  ...['graphql-design', 'websocket-api-design', 'api-documentation', 'system-design-fundamentals', 'terraform'],
  ...['network-fundamentals', 'apache-spark', 'pandas-polars', 'sql-based-etl', 'data-quality'],
  // Senior expects no more than Lead in these.
  ...['docker', 'kubernetes-core', 'aws', 'postgresql', 'python-web-frameworks', 'rest-api-design'],
]
const CHANGES = RISES.flatMap(([level, value], nth) =>
  SKILLS.slice(0, nth < 2 ? SKILLS.length : 10).map(
    (skill) => `ml-engineer ${level} ${skill} ${value} because we need it`,
  ),
)

interface Scenario {
  readonly name: string
  readonly route: string
  /** Does what the card must show, and adds the fault. */
  act(propose: () => Promise<void>, meet: () => Fault, card: () => Promise<PostedMessage>): Promise<Fault>
  /** The final text of the card. */
  readonly shows: RegExp
  /** The fault after which there is no thread, because Discord refused it. */
  readonly threadless?: Kind
  /** Whether Rung retries only at the next comparison, so that the clock must advance. */
  readonly again?: boolean
}

const WAITING = /Waiting for nominations/u

function scenariosIn(discord: FakeDiscord, member: (n: number) => DiscordPerson): readonly Scenario[] {
  /** Adds a reaction without an event. */
  const putSilently = (card: PostedMessage): void => void card.reactions.set('🪜', new Set([member(5).id]))
  const proposing: Scenario['act'] = async (propose, meet) => {
    const fault = meet()
    await propose()
    return fault
  }
  return [
    {
      name: 'a card',
      route: 'createMessage',
      act: proposing,
      shows: WAITING,
    },
    {
      name: 'the thread of a card',
      route: 'createThread',
      act: proposing,
      shows: WAITING,
      threadless: 'error:50001',
    },
    {
      name: 'a card that may have been posted',
      route: 'messages',
      async act(propose, meet) {
        // Every attempt is posted and its answer lost, and the nonce has expired by the next retry.
        const lost = discord.faults.add({ method: 'createMessage', kind: 'lost', times: 4, channel: CARDS.channel })
        const fault = meet()
        await propose()
        await discord.until('the lost answers', () => (lost.hits() === 4 ? true : undefined), { ms: 30_000 })
        discord.forgetNonces()
        return fault
      },
      shows: WAITING,
    },
    {
      name: 'a card that changes',
      route: 'editMessage',
      async act(propose, meet, card) {
        await propose()
        const posted = await card()
        const fault = meet()
        await member(5).press(posted, /Nominate/u)
        return fault
      },
      shows: /1 of 50/u,
    },
    {
      name: 'the emojis on a card',
      route: 'message',
      async act(propose, meet, card) {
        await propose()
        putSilently(await card())
        return meet()
      },
      shows: /1 of 50/u,
      again: true,
    },
    {
      name: 'the users of an emoji on a card',
      route: 'reactions',
      async act(propose, meet, card) {
        await propose()
        putSilently(await card())
        return meet()
      },
      shows: /1 of 50/u,
      again: true,
    },
  ]
}

/** The cells of the channel of proposals. */
export function cardsHarness(discord: FakeDiscord): Harness {
  let rung: RungProcess
  let clock: Awaited<ReturnType<typeof openClock>>
  let proposals = 0
  const member = (n: number): DiscordPerson => personOf(discord, { id: MEMBERS[n] ?? '', where: CHAT })

  const run = async (scenario: Scenario, kind: Kind): Promise<Check> => {
    const change = CHANGES[proposals++] ?? ''
    const author = member(0)
    const since = discord.seq()
    const meet = (): Fault => discord.faults.add(faultOf(scenario.route, kind, CARDS.channel))
    let number = ''
    const cards = (): readonly PostedMessage[] =>
      reading(botMessages(author, [CARDS]), new RegExp(`#${number} · `, 'u'))
    const proposing = async (): Promise<void> => {
      await author.command('propose', changeOptions(change))
      const done = readOf(await author.reads(CHAT, /This is proposal/u, { since }))
      number = /proposal \*\*#(\d+)/u.exec(done)?.[1] ?? ''
    }
    const card = (): Promise<PostedMessage> =>
      author.reads(CARDS, new RegExp(`#${number} · [\\s\\S]*Comments`, 'u'), { ms: 30_000 })
    const fault = await scenario.act(proposing, meet, card)
    const isThere = (): boolean => reading(cards(), scenario.shows).length > 0
    const isThreaded = (): boolean => scenario.threadless === kind || cards().some(({ id }) => discord.threads.has(id))
    if (scenario.again === true) {
      await clock.advance(RECONCILED_MS)
      await discord.until('the fault', () => (fault.hits() > 0 || isThere() ? true : undefined), { ms: 30_000 })
      await clock.advance(RECONCILED_MS)
    }
    const silence = await within(
      discord,
      () => fault.hits() > 0 && isThere() && isThreaded(),
      () => `${fault.hits()} hits; ${cards().map(readOf).join('\n---\n')}`,
    )
    fault.remove()
    return () => ({
      ending: cards().length > 1 ? 'doubled' : silence === undefined ? 'answered' : 'silent',
      details: silence ?? cards().map(readOf).join('\n---\n'),
    })
  }

  return {
    discord,
    cells: scenariosIn(discord, member).flatMap((scenario) =>
      FAULTS.map((kind) => ({
        route: scenario.route,
        name: scenario.name,
        kind,
        alone: 'cards',
        run: () => run(scenario, kind),
      })),
    ),
    async open() {
      for (const { channel } of [CHAT, CARDS]) discord.channels.set(channel, SERVER)
      discord.servers.set(SERVER, new Map(MEMBERS.map((id) => [id, []])))
      clock = await openClock()
      rung = await startRung({
        ...clock.environment,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
        RUNG_POLICY: 'startsPerDay=100, openPerAuthor=100, minNominators=50',
        PORT: '0',
      })
      for (const [n] of MEMBERS.entries()) await member(n).command('skills', { skill: 'docker' })
      // Members are counted once a minute.
      await clock.advance(2 * 60_000)
    },
    async close() {
      await rung?.stop()
      await discord.close()
      await clock?.remove()
    },
  }
}
