import { openStore, type Store } from '../../../src/store/index.ts'
import { type DiscordPerson, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, type Interaction, type PostedMessage, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type RedisServer, startRedis } from '../../redis-server.ts'
import { openClock } from '../clock.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

// A community in Discord that changes its ladder: members and experts of a server, and two Rung processes on one Redis, each with one
// shard.

export const DAY = 24 * 3_600_000

/** A server on the second of two shards, so that its events and direct messages reach different processes. */
export const SERVER = String((5n << 22n) * 12_345_679n)
export const CHAT = { server: SERVER, channel: '600000000000000001' }
export const CARDS = { server: SERVER, channel: '600000000000000002' }
export const OTHER_CARDS = { server: SERVER, channel: '600000000000000003' }
export const MEMBERS = Array.from({ length: 8 }, (_, n) => `30000000000000000${n + 1}`)
/** The first is configured by id, the others by their role. */
export const EXPERTS = ['400000000000000001', '400000000000000002', '400000000000000003']
export const ADMIN = '500000000000000009'
export const ROLE = '700000000000000001'
const SPANISH = 6

export interface DiscordHarness {
  readonly discord: FakeDiscord
  readonly processes: readonly RungProcess[]
  person(id: string | undefined): DiscordPerson
  member(n: number): DiscordPerson
  advance(ms: number): Promise<void>
  /** Starts a second process with the server's shard, as a rolling deploy does. */
  overlap(): Promise<RungProcess>
  /** Opens the store that the processes use. */
  store(): Promise<Store>
  /** Has everyone use Rung: people who have not for 90 days do not count as members. */
  activateMembers(): Promise<void>
  /** Waits for a card with this text. */
  card(text: RegExp, since?: number): Promise<PostedMessage>
  /** Waits for a direct message with this text. */
  directMessage(id: string | undefined, text: RegExp): Promise<PostedMessage>
  /** Proposes a change and gets it nominated. Resolves with the card on which people vote. */
  openVote(change: string, author?: number): Promise<PostedMessage>
  vote(posted: PostedMessage, inFavour: number, against: number): Promise<void>
  /** Has a proposal pass the vote and approved by two experts. */
  acceptProposal(posted: PostedMessage): Promise<void>
  close(): Promise<void>
}

/** Without `isSetInChat`, the operator has set the channel, the experts and the admins. */
export async function openDiscordHarness({ isSetInChat = false } = {}): Promise<DiscordHarness> {
  const discord = await startFakeDiscord()
  discord.channels.set(CHAT.channel, SERVER)
  discord.channels.set(CARDS.channel, SERVER)
  discord.channels.set(OTHER_CARDS.channel, SERVER)
  discord.servers.set(
    SERVER,
    new Map<string, readonly string[]>([
      ...MEMBERS.map((id): [string, string[]] => [id, []]),
      ...EXPERTS.map((id, n): [string, string[]] => [id, n > 0 ? [ROLE] : []]),
      [ADMIN, []],
    ]),
  )
  const redis: RedisServer = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
  const clock = await openClock()
  const environment = {
    ...clock.environment,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_SHARD_COUNT: '2',
    ...(!isSetInChat && {
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      DISCORD_EXPERTS: `${EXPERTS[0]},${ROLE}`,
      DISCORD_ADMINS: ADMIN,
    }),
    REDIS_URL: redis.url,
    PORT: '0',
    RUNG_POLICY: 'startsPerDay=20, openPerAuthor=20',
  }
  const start = (shard: string): Promise<RungProcess> => startRung({ ...environment, DISCORD_SHARDS: shard })
  const processes = await Promise.all(['0', '1'].map(start))

  const person = (id: string | undefined): DiscordPerson =>
    personOf(discord, { id: id ?? '', where: CHAT, ...(id === MEMBERS[SPANISH] && { locale: 'es-ES' }) })
  const member = (n: number): DiscordPerson => person(MEMBERS[n])
  const card = (text: RegExp, since = 0): Promise<PostedMessage> => member(7).reads(CARDS, text, { since, ms: 10_000 })
  const directMessage = (id: string | undefined, text: RegExp): Promise<PostedMessage> =>
    person(id).reads('direct', text, { ms: 10_000 })
  const activateMembers = async (): Promise<void> => {
    for (const id of [...MEMBERS, ...EXPERTS]) await person(id).command('skills', { skill: 'docker' })
  }
  const vote = async (posted: PostedMessage, inFavour: number, against: number): Promise<void> => {
    let cast = 0
    for (let n = 1; cast < inFavour + against; n += 1) {
      const since = discord.seq()
      await member(n).press(posted, cast < inFavour ? 'For' : 'Against')
      const answer = readOf(await member(n).reads(CARDS, /You voted|Has votado|This proposal is yours/u, { since }))
      // Authors cannot vote on their own proposals.
      if (!answer.includes('This proposal is yours')) cast += 1
    }
  }
  const advance = (ms: number): Promise<void> => clock.advance(ms)
  await activateMembers()

  return {
    discord,
    processes,
    person,
    member,
    advance,
    overlap: () => start('1'),
    store: () => openStore({ redisUrl: redis.url, home: '', prefix: 'rung:', onQuarantine: () => undefined }),
    activateMembers,
    card,
    directMessage,
    vote,
    async openVote(change, author = 0) {
      const since = discord.seq()
      await member(author).command('propose', changeOptions(change))
      const done = readOf(await member(author).reads(CHAT, /This is proposal/u, { since }))
      const [, number = ''] = /proposal \*\*#(\d+)/u.exec(done) ?? []
      const posted = await card(new RegExp(`#${number} · `, 'u'))
      for (const n of [1, 2, 3].filter((other) => other !== author).slice(0, 2)) member(n).react(posted, '🪜')
      return card(new RegExp(`#${number} · [\\s\\S]*Open for voting`, 'u'), since)
    },
    async acceptProposal(posted) {
      const [, number = ''] = /#(\d+) · /u.exec(readOf(posted)) ?? []
      await vote(posted, 5, 0)
      await advance(3 * DAY)
      for (const expert of EXPERTS.slice(0, 2)) {
        const own = await directMessage(expert, new RegExp(`#${number}\\*\\* is waiting for your expert review`, 'u'))
        await person(expert).press(own, 'Approve')
        await directMessage(expert, new RegExp(`You approved \\*\\*#${number}`, 'u'))
      }
      await card(new RegExp(`#${number} · [\\s\\S]*Live\\W`, 'u'))
    },
    async close() {
      await Promise.all(processes.map((rung) => rung.stop()))
      await discord.close()
      await redis.stop()
      await clock.remove()
    },
  }
}

/** The label of the first field of a modal. */
export function titleIn({ modal }: Interaction): string {
  return /"label":"([^"\\]*)"/u.exec(JSON.stringify(modal))?.[1] ?? ''
}
