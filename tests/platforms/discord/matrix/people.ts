import { type DiscordPerson, personOf, readOf, type Where } from '../../../fakes/discord/people.ts'
import type { FakeDiscord, PostedMessage } from '../../../fakes/discord/server.ts'
import { openClock } from '../../clock.ts'
import { type RungProcess, startRung } from '../../rung.ts'
import { changeOptions } from '../change-options.ts'
import { botMessages, type Check, FAULTS, faultOf, type Harness, type Kind, NOTICE, reading, within } from './cells.ts'

// Requests that one person waits for.

const SERVER = '800000000000000001'
const CHAT = { server: SERVER, channel: '810000000000000001' }
const CARDS = { server: SERVER, channel: '820000000000000001' }
const MEMBERS = Array.from({ length: 170 }, (_, n) => `3000000000000${String(1000 + n)}`)
/** Two servers for each cell that reads server names, because Rung caches them. */
const OTHERS = FAULTS.map((_, n): readonly [string, string] => [`80000000000000010${n}`, `80000000000000020${n}`])

/** Reads of members of a server wait for each other in discord.js: behind one that hangs, another one would not be sent in time. */
const READS_MEMBERS = 'reads of members'

interface Scenario {
  readonly name: string
  readonly route: string
  /** The channel or server in the route; by default the person. */
  readonly channel?: (person: DiscordPerson, kind: Kind) => string
  /** Sets up the cell before the fault. */
  prepare?(person: DiscordPerson, kind: Kind): Promise<unknown>
  act(person: DiscordPerson, prepared: unknown): unknown
  /** Where the person reads the answer (`own`: in their channel, or in the thread of what they wrote), and its text, exactly once. */
  readonly reads: readonly [Where | 'own', RegExp]
  /** Whether the answer is visible without a message: a modal, choices. */
  isVisible?(acted: unknown): boolean
  /** Whether Discord itself shows the person that the bot did not respond. */
  readonly isNoticed?: boolean
  /** As in `Cell`. */
  readonly alone?: string
  /** The fault after which Discord offers no way to reach the person. */
  readonly unreachable?: Kind
}

const isPostedMessage = (value: unknown): value is PostedMessage =>
  typeof value === 'object' && value !== null && 'components' in value

const pressing = (label: string | RegExp) => (person: DiscordPerson, message: unknown) =>
  isPostedMessage(message) ? person.press(message, label) : undefined

/** A channel for each person, so that cells do not meet each other's faults. */
const channelOf = ({ id }: Pick<DiscordPerson, 'id'>) => ({ server: SERVER, channel: `81${id.slice(2)}` })

const reacting = (person: DiscordPerson): void =>
  person.react(person.write(channelOf(person), 'PyTorch should be Advanced'), '🪜')

function scenariosIn(discord: FakeDiscord, later: (ms: number) => Promise<void>): readonly Scenario[] {
  /** Makes a call slower than an interaction may be. */
  const slow = (method: string, channel: string): void =>
    void discord.faults.add({ method, kind: 'slow', ms: 2300, channel })
  const openAssessment = async (person: DiscordPerson): Promise<PostedMessage> => {
    await person.command('assess start', { role: 'ml-engineer' })
    return person.reads(CHAT, 'Assessment: ML Engineer')
  }
  const startSlowly = (person: DiscordPerson, message: unknown) => {
    slow('createMessage', person.direct)
    return pressing('Find my level')(person, message)
  }
  /** Opens the proposal in direct messages, where Rung must read the person's membership. */
  const openProposal = async (person: DiscordPerson): Promise<PostedMessage> => {
    await person.command('skills', { skill: 'docker' })
    await person.command('proposals show', { id: '1' }, 'direct')
    const card = await person.reads('direct', /#1 · Docker/u)
    await later(2000)
    return card
  }
  /** Opens the list of proposals in direct messages: a press in it is answered below it. */
  const openList = async (person: DiscordPerson): Promise<PostedMessage> => {
    await person.command('skills', { skill: 'docker' })
    await person.command('proposals open', {}, 'direct')
    const list = await person.reads('direct', /Open proposals/u)
    await later(2000)
    return list
  }
  return [
    {
      name: 'a command’s answer',
      route: 'callback',
      act: (person) => person.command('skills', { role: 'ml-engineer', level: 'senior' }),
      reads: [CHAT, /58 skills/u],
    },
    {
      name: 'an answer in place',
      route: 'callback',
      async prepare(person) {
        await person.command('skills', { role: 'ml-engineer', level: 'junior' })
        return person.reads(CHAT, 'ML Engineer · Junior')
      },
      act: pressing(/^Next/u),
      reads: [CHAT, /ML Engineer · Middle/u],
    },
    {
      name: 'a modal',
      route: 'callback',
      async prepare(person) {
        await person.command('assess start', { role: 'ml-engineer' }, 'direct')
        await person.press(await person.reads('direct', 'Assessment: ML Engineer'), 'Fill in a sheet')
        return person.reads('direct', 'Card 1 of 14')
      },
      act: pressing('Fill in this card'),
      reads: ['direct', /never/u],
      isVisible: (acted) => typeof acted === 'object' && acted !== null && 'type' in acted && acted.type === 9,
    },
    {
      name: 'choices while typing',
      route: 'callback',
      act: (person) => person.complete('skills', 'skill', 'dock'),
      reads: [CHAT, /never/u],
      isVisible: (acted) => Array.isArray(acted) && acted.includes('Docker'),
      isNoticed: true,
    },
    {
      name: 'a deferral',
      route: 'callback',
      prepare: openAssessment,
      act: startSlowly,
      reads: [CHAT, /I’ve sent this to you in a direct message/u],
    },
    {
      name: 'a deferral of a command',
      route: 'callback',
      prepare: openAssessment,
      act(person) {
        slow('createMessage', person.direct)
        return person.command('profile export')
      },
      reads: [CHAT, /I’ve sent this to you in a direct message/u],
    },
    {
      name: 'an answer after a deferral',
      route: 'editOriginal',
      prepare: openAssessment,
      act: startSlowly,
      reads: [CHAT, /I’ve sent this to you in a direct message/u],
    },
    // The text is there before the picture, whatever becomes of it.
    {
      name: 'the message that a picture belongs to',
      route: 'readOriginal',
      act: (person) => person.command('skills', { role: 'ml-engineer', level: 'middle' }),
      reads: [CHAT, /Changes from Junior/u],
    },
    {
      name: 'a picture',
      route: 'editOriginal',
      act: (person) => person.command('skills', { role: 'ml-engineer', level: 'middle' }),
      reads: [CHAT, /Changes from Junior/u],
    },
    {
      name: 'an answer below a message after a deferral',
      route: 'followUp',
      alone: READS_MEMBERS,
      prepare: openList,
      act(person, message) {
        slow('member', person.id)
        return pressing(/Docker/u)(person, message)
      },
      reads: ['direct', /Proposed by/u],
    },
    {
      name: 'the membership of the person who acts',
      route: 'member',
      alone: READS_MEMBERS,
      prepare: openProposal,
      act: pressing(/Nominate/u),
      reads: ['direct', /You nominated/u],
    },
    ...[
      { name: 'the roles and the owner of the server', route: 'guild', channel: () => SERVER },
      { name: 'the roles of the person who changes settings', route: 'member' },
    ].map(
      (call): Scenario => ({
        ...call,
        alone: READS_MEMBERS,
        act: (person) => person.command('rung channel', { channel: `<#${CHAT.channel}>` }),
        reads: [CHAT, /Only admins can change this|couldn’t check just now whether that’s allowed/u],
      }),
    ),
    {
      name: 'the names of servers to choose from',
      route: 'guild',
      channel: (_, kind) => OTHERS[FAULTS.indexOf(kind)]?.[0] ?? '',
      async prepare(person, kind) {
        for (const server of OTHERS[FAULTS.indexOf(kind)] ?? []) {
          const where = { server, channel: `9${server.slice(1)}` }
          const there = personOf(discord, { id: person.id, where })
          await there.command('assess start', { role: 'ml-engineer' })
          await there.press(await there.reads(where, 'Assessment: ML Engineer'), 'Find my level')
          await there.reads('direct', 'Question 1')
        }
      },
      act: (person) => void person.say('/assess resume'),
      reads: ['direct', /Which/u],
    },
    {
      name: 'a first direct message',
      route: 'createDM',
      act: (person) => void person.say('/skills ml-engineer senior'),
      reads: ['direct', /58 skills/u],
    },
    {
      name: 'a direct message',
      route: 'createMessage',
      channel: ({ direct }) => direct,
      act: (person) => void person.say('/skills ml-engineer senior'),
      reads: ['direct', /58 skills/u],
    },
    {
      name: 'the answer to a press that belongs in the direct messages',
      route: 'createMessage',
      channel: ({ direct }) => direct,
      prepare: openAssessment,
      act: pressing('Find my level'),
      reads: ['direct', /Question 1/u],
    },
    {
      name: 'the thread of a mention',
      route: 'createThread',
      channel: (person) => channelOf(person).channel,
      act: (person) => person.mention(channelOf(person), 'what does Middle expect?'),
      reads: ['own', /Middle/u],
    },
    {
      name: 'the text of a message',
      route: 'message',
      channel: (person) => channelOf(person).channel,
      act: reacting,
      reads: ['direct', /Turn this into a proposal/u],
    },
    {
      name: 'the answer to an emoji',
      route: 'createMessage',
      channel: ({ direct }) => direct,
      act: reacting,
      reads: ['direct', /Turn this into a proposal/u],
    },
    {
      name: 'the answer to an emoji, without direct messages',
      route: 'createMessage',
      channel: (person) => channelOf(person).channel,
      async prepare(person) {
        discord.closed.add(person.id)
        await Promise.resolve()
      },
      act: reacting,
      reads: ['own', /I can’t send you direct messages/u],
      unreachable: 'error:50001',
    },
  ]
}

/** The cells of requests that one person makes, in one server. */
export function peopleHarness(discord: FakeDiscord): Harness {
  let rung: RungProcess
  let clock: Awaited<ReturnType<typeof openClock>>
  let people = 0
  const someone = (): DiscordPerson => personOf(discord, { id: MEMBERS[people++] ?? '', where: CHAT })

  const run = async (scenario: Scenario, kind: Kind): Promise<Check> => {
    const person = someone()
    const prepared = await scenario.prepare?.(person, kind)
    const since = discord.seq()
    const fault = discord.faults.add(faultOf(scenario.route, kind, scenario.channel?.(person, kind) ?? person.id))
    const acted = await scenario.act(person, prepared)
    const [spot, answer] = scenario.reads
    const thread = isPostedMessage(acted) ? [{ server: SERVER, channel: acted.id }] : []
    const own: readonly Where[] = [channelOf(person), ...thread]
    const places: readonly Where[] = [CHAT, CARDS, ...own, 'direct']
    const answers = (): number => reading(botMessages(person, spot === 'own' ? own : [spot], since), answer).length
    const isAnswered = (): boolean => answers() > 0 || scenario.isVisible?.(acted) === true
    const isNotified = (): boolean => reading(botMessages(person, places, since), NOTICE).length > 0
    const isNoticed = (): boolean =>
      scenario.isNoticed === true &&
      places.flatMap((place) => person.sees(place)).some((message) => message.content.includes('did not respond'))
    const isLogged = (): boolean =>
      scenario.unreachable === kind && rung.lines.some((line) => line.includes('a person could not be answered'))
    const silence = await within(
      discord,
      () => fault.hits() > 0 && (isAnswered() || isNotified() || isNoticed() || isLogged()),
      () => botMessages(person, places, since).map(readOf).join('\n---\n'),
    )
    fault.remove()
    return () => {
      const otherwise = isNotified() || isNoticed() ? 'told' : 'unreachable'
      const ending =
        answers() > 1 ? 'doubled' : silence !== undefined ? 'silent' : isAnswered() ? 'answered' : otherwise
      return { ending, details: silence ?? botMessages(person, places, since).map(readOf).join('\n---\n') }
    }
  }

  return {
    discord,
    cells: scenariosIn(discord, (ms) => clock.advance(ms)).flatMap((scenario) =>
      FAULTS.map((kind) => ({
        route: scenario.route,
        name: scenario.name,
        kind,
        ...(scenario.alone !== undefined && { alone: scenario.alone }),
        run: () => run(scenario, kind),
      })),
    ),
    async open() {
      const own = MEMBERS.map((id) => channelOf({ id }))
      for (const { channel } of [CHAT, CARDS, ...own]) discord.channels.set(channel, SERVER)
      discord.servers.set(SERVER, new Map(MEMBERS.map((id) => [id, []])))
      for (const server of OTHERS.flat()) discord.servers.set(server, new Map())
      clock = await openClock()
      rung = await startRung({
        ...clock.environment,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
        RUNG_POLICY: 'startsPerDay=100, openPerAuthor=100, minNominators=140',
        PORT: '0',
      })
      for (const id of MEMBERS.slice(-8)) {
        await personOf(discord, { id, where: CHAT }).command('skills', { skill: 'docker' })
      }
      // Members are counted once a minute.
      await clock.advance(2 * 60_000)
      await personOf(discord, { id: MEMBERS.at(-1) ?? '', where: CHAT }).command(
        'propose',
        changeOptions('ml-engineer senior docker working because we only use it'),
      )
      await personOf(discord, { id: MEMBERS.at(-2) ?? '', where: CHAT }).reads(CARDS, /Waiting for nominations/u, {
        ms: 20_000,
      })
    },
    async close() {
      await rung?.stop()
      await discord.close()
      await clock?.remove()
    },
  }
}
