import { personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import type { Message } from '../../fakes/slack/state.ts'
import { type RedisServer, startRedis } from '../../redis-server.ts'
import { openClock } from '../clock.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// A community in Slack that changes its ladder: members, experts, an admin, and two processes of Rung on one Redis that handle
// deliveries alternately.

const HOUR = 3_600_000
export const DAY = 24 * HOUR

const MEMBERS = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8']
export const EXPERTS = ['UEXPERT1', 'UEXPERT2', 'UEXPERT3']
/** The channel that people talk in, and the one that proposals are posted in. */
export const GENERAL = 'C1'
export const CARDS = 'C2'
/** Another one, and one that the bot is not in. */
export const OTHER_CARDS = 'C3'
export const CLOSED = 'C4'

export interface SlackHarness {
  readonly slack: FakeSlack
  readonly processes: readonly RungProcess[]
  person(id: string): SlackPerson
  members(): readonly SlackPerson[]
  /** Sends the next deliveries to the other process. */
  turn(): void
  later(ms: number): Promise<void>
  /** Makes everyone active, so that they may vote: after 90 days without activity a person is no longer a member. */
  meet(): Promise<void>
  /** Waits until the card of a proposal matches, and returns it. */
  card(text: string | RegExp, since?: number): Promise<Message>
  /** Proposes a change and gets it nominated; resolves with the card on which people vote. */
  voting(words: string, author?: string): Promise<Message>
  vote(card: Message, inFavour: number, against: number): Promise<void>
  /** Gets a proposal accepted by vote and approved by two experts. */
  carry(card: Message): Promise<void>
  /** Waits for the card that was sent to a person. */
  queued(id: string, text: RegExp): Promise<Message>
  close(): Promise<void>
}

/** Administers the workspace. */
export const OWNER = 'UOWNER'

/** Without `isSetInChat`, the operator has set the channel, the experts and the admins. */
export async function openSlackHarness({ isSetInChat = false } = {}): Promise<SlackHarness> {
  const slack = await startFakeSlack()
  slack.world.addTeam({
    id: 'T1',
    users: [...MEMBERS, ...EXPERTS, 'UADMIN', 'UROBOT', OWNER].map((id) => ({
      id,
      isBot: id === 'UROBOT',
      ...(id === 'U7' && { locale: 'es-ES' }),
      ...(id === OWNER && { administers: 'owner' as const }),
    })),
    channels: [{ id: GENERAL }, { id: CARDS }, { id: OTHER_CARDS }, { id: CLOSED, bot: false }],
  })
  slack.world.team('T1').groups.set('SEXPERTS', EXPERTS.slice(1))
  const redis: RedisServer = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
  const clock = await openClock()
  const environment = {
    ...environmentFor(slack, 'http', slack.world.team('T1').botToken),
    ...clock.environment,
    REDIS_URL: redis.url,
    ...(!isSetInChat && {
      SLACK_PROPOSALS_CHANNEL: CARDS,
      SLACK_EXPERTS: `${EXPERTS[0]},SEXPERTS`,
      SLACK_ADMINS: 'UADMIN',
    }),
    RUNG_POLICY: 'startsPerDay=20, openPerAuthor=20',
  }
  const processes = [await startRung(environment), await startRung(environment)]
  let serving = 0

  const person = (id: string): SlackPerson => personOf(slack, 'T1', id)
  const members = (): readonly SlackPerson[] => MEMBERS.map(person)
  const turn = (): void => {
    serving += 1
    slack.reach(processes[serving % processes.length]?.url)
  }
  const card = (text: string | RegExp, since = 0): Promise<Message> =>
    person('U8').reads(CARDS, text, { since, ms: 10_000 })

  const meet = async (): Promise<void> => {
    for (const each of [...members(), ...EXPERTS.map(person)]) {
      turn()
      await each.command(GENERAL, '/skills docker')
    }
  }
  await meet()

  const queued = (id: string, text: RegExp): Promise<Message> =>
    person(id).reads(person(id).direct, text, { ms: 10_000 })
  const vote = async (card: Message, inFavour: number, against: number): Promise<void> => {
    const voters = [...members(), ...EXPERTS.map(person)].slice(1)
    let cast = 0
    for (const each of voters) {
      if (cast === inFavour + against) return
      turn()
      const since = slack.world.seq()
      await each.press(card, cast < inFavour ? 'For' : 'Against')
      const notice = readOf(
        await each.reads(CARDS, /You voted|Has votado|This proposal is yours|Esta propuesta es tuya/u, { since }),
      )
      // Authors have no vote on their own proposals.
      if (!/yours|tuya/u.test(notice)) cast += 1
    }
  }
  const later = async (ms: number): Promise<void> => {
    slack.world.advance(ms)
    await clock.advance(ms)
  }

  return {
    slack,
    processes,
    person,
    members,
    turn,
    card,
    later,
    meet,
    async voting(words, author = 'U1') {
      turn()
      const ana = person(author)
      const since = slack.world.seq()
      await ana.command(GENERAL, `/propose ${words}`)
      const done = readOf(await ana.reads(GENERAL, /This is proposal #\d+/u, { since }))
      const [, number = ''] = /proposal #(\d+)/u.exec(done) ?? []
      const posted = await card(new RegExp(`^#${number} · `, 'u'))
      for (const each of members()
        .filter(({ id }) => id !== author)
        .slice(0, 2)) {
        turn()
        await each.react(posted, 'ladder')
      }
      return card(new RegExp(`^#${number} · [\\s\\S]*Open for voting`, 'u'), since)
    },
    vote,
    async carry(message) {
      const [, number = ''] = /^#(\d+) · /u.exec(readOf(message)) ?? []
      await vote(message, 5, 0)
      await later(3 * DAY)
      for (const expert of EXPERTS.slice(0, 2)) {
        const own = await queued(expert, new RegExp(`#${number} is waiting for your expert review`, 'u'))
        turn()
        await person(expert).press(own, 'Approve')
        await person(expert).reads(person(expert).direct, new RegExp(`You approved #${number}`, 'u'))
      }
      await card(new RegExp(`^#${number} · [\\s\\S]*Live\\W`, 'u'))
    },
    queued,
    async close() {
      await Promise.all(processes.map((rung) => rung.stop()))
      await slack.close()
      await redis.stop()
      await clock.remove()
    },
  }
}
