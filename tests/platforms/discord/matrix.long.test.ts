import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSeed, sample } from '../../full-counts.ts'
import { openClock } from '../clock.ts'
import type { FaultOptions } from '../faults.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { type DiscordPerson, personOf, readOf, type Where } from './double/people.ts'
import { type DiscordDouble, type Shown, startDiscord } from './double/server.ts'

// The routes of Discord on which a person waits, with each fault once: the person is answered, or told that they may not have been,
// and nothing arrives twice. A sample of the cells unless the full counts are asked for.

const SERVER = '800000000000000001'
const TALK = { server: SERVER, channel: '810000000000000001' }
const CARDS = { server: SERVER, channel: '820000000000000001' }
const MEMBERS = Array.from({ length: 60 }, (_, n) => `3000000000000${String(1000 + n)}`)

/** `lost`: the request is processed and its answer cut; `garbage`: processed, and answered with what is no JSON. */
const FAULTS = ['500', '429', 'hang', 'lost', 'error:50001', 'garbage'] as const
type Kind = (typeof FAULTS)[number]

/** What a person is told if Discord refused an answer or did not confirm it, or did not show one in time. */
const NOTICE =
  /Discord refused my answer|Discord did not confirm|Discord had stopped waiting|could not finish with your/u
const ROOM_MS = 60_000

interface Scenario {
  readonly name: string
  /** The route that meets the fault, and for whom: the person unless told. */
  readonly route: string
  readonly channel?: string
  /** What is there before. */
  prepare?(person: DiscordPerson): Promise<unknown>
  act(person: DiscordPerson, prepared: unknown): unknown
  /** What the person reads, and where; the answer that must come once. */
  readonly reads: readonly [Where, RegExp]
  /** Whether it has come to where the person sees it without a message: a dialog. */
  isShown?(acted: unknown): boolean
}

let discord: DiscordDouble

const slowDirect = (person: DiscordPerson): void =>
  void discord.faults.add({ method: 'createMessage', kind: 'slow', ms: 2300, channel: person.direct })

async function openAssessment(person: DiscordPerson): Promise<Shown> {
  await person.command('assess', { role: 'ml-engineer' })
  return person.reads(TALK, 'Assessment: ML Engineer')
}

const isShownMessage = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && 'components' in value

const PEOPLE: readonly Scenario[] = [
  {
    name: 'a command’s answer',
    route: 'callback',
    act: (person) => person.command('skills', { role: 'ml-engineer', level: 'senior' }),
    reads: [TALK, /58 expectations/u],
  },
  {
    name: 'an answer in place',
    route: 'callback',
    async prepare(person) {
      await person.command('skills', { role: 'ml-engineer', level: 'junior' })
      return person.reads(TALK, 'ML Engineer · Junior')
    },
    act: (person, shown) => (isShownMessage(shown) ? person.press(shown, /^Next/u) : undefined),
    reads: [TALK, /ML Engineer · Middle/u],
  },
  {
    name: 'a dialog',
    route: 'callback',
    async prepare(person) {
      await person.command('assess', { role: 'ml-engineer' }, 'direct')
      await person.press(await person.reads('direct', 'Assessment: ML Engineer'), 'Show all on a sheet')
      return person.reads('direct', 'Card 1 of 14')
    },
    act: (person, shown) => (isShownMessage(shown) ? person.press(shown, 'Fill in this card') : undefined),
    reads: ['direct', /never/u],
    isShown: (acted) => typeof acted === 'object' && acted !== null && 'type' in acted && acted.type === 9,
  },
  {
    name: 'a deferral',
    route: 'callback',
    prepare: openAssessment,
    act(person, shown) {
      slowDirect(person)
      return isShownMessage(shown) ? person.press(shown, 'Start') : undefined
    },
    reads: [TALK, /I have sent it to our direct messages/u],
  },
  {
    name: 'an answer after a deferral',
    route: 'editOriginal',
    prepare: openAssessment,
    act(person, shown) {
      slowDirect(person)
      return isShownMessage(shown) ? person.press(shown, 'Start') : undefined
    },
    reads: [TALK, /I have sent it to our direct messages/u],
  },
  {
    name: 'a first direct message',
    route: 'createDM',
    act: (person) => void person.say('/skills ml-engineer senior'),
    reads: ['direct', /58 expectations/u],
  },
  {
    name: 'a direct message',
    route: 'createMessage',
    act: (person) => void person.say('/skills ml-engineer senior'),
    reads: ['direct', /58 expectations/u],
  },
  {
    name: 'the words of a message',
    route: 'message',
    channel: TALK.channel,
    act: (person) => person.react(person.write(TALK, 'PyTorch should be Advanced'), '🪜'),
    reads: ['direct', /You would climb this rung/u],
  },
  {
    name: 'the answer to an emoji',
    route: 'createMessage',
    act: (person) => person.react(person.write(TALK, 'PyTorch should be Advanced'), '🪜'),
    reads: ['direct', /You would climb this rung/u],
  },
]

describe('with a fault of Discord', () => {
  const seed = runSeed('Discord matrix')
  let rung: RungProcess
  let clock: Awaited<ReturnType<typeof openClock>>
  let people = 0
  const someone = (): DiscordPerson => personOf(discord, { id: MEMBERS[people++] ?? '', where: TALK })
  const outcomes: string[] = []

  beforeAll(async () => {
    discord = await startDiscord()
    for (const { channel } of [TALK, CARDS]) discord.channels.set(channel, SERVER)
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
    for (const id of MEMBERS.slice(-8))
      await personOf(discord, { id, where: TALK }).command('skills', { skill: 'docker' })
    await clock.advance(2 * 60_000)
    await personOf(discord, { id: MEMBERS.at(-1) ?? '', where: TALK }).command('propose', {
      change: 'ml-engineer senior docker working because we only use it',
    })
    await personOf(discord, { id: MEMBERS.at(-2) ?? '', where: TALK }).reads(CARDS, /waiting for nominations/u, {
      ms: 20_000,
    })
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
    await clock?.remove()
  })

  const optionsOf = (method: string, kind: Kind, channel: string): FaultOptions => ({
    method,
    kind,
    channel,
    retryAfter: 0.3,
  })

  /** All that a person saw of the bot since, in the server and in their direct messages. */
  const seenBy = (person: DiscordPerson, since: number): readonly string[] =>
    [...person.sees(TALK), ...person.sees(CARDS), ...person.sees('direct')]
      .filter((shown) => shown.fromBot && shown.seq > since)
      .map(readOf)

  /** Runs one cell; resolves with a check of what arrived, for when nothing is under way any more. */
  const run = async (scenario: Scenario, kind: Kind): Promise<() => void> => {
    const person = someone()
    const cell = `${scenario.name} (${scenario.route}) × ${kind}`
    const prepared = await scenario.prepare?.(person)
    const since = discord.seq()
    const channel = scenario.channel ?? (scenario.route === 'createMessage' ? person.direct : person.id)
    const fault = discord.faults.add(optionsOf(scenario.route, kind, channel))
    const acted = await scenario.act(person, prepared)
    const [where, answer] = scenario.reads
    const answers = (): number =>
      person.sees(where).filter((shown) => shown.fromBot && shown.seq > since && answer.test(readOf(shown))).length
    const isTold = (): boolean => seenBy(person, since).some((text) => NOTICE.test(text))
    await discord.until(
      `an answer or a notice: ${cell}`,
      () => ((answers() > 0 || isTold() || scenario.isShown?.(acted) === true) && fault.hits() > 0 ? true : undefined),
      { ms: ROOM_MS, seen: () => seenBy(person, since).join('\n---\n') },
    )
    return () => {
      outcomes.push(`${cell}: ${answers() > 0 || scenario.isShown?.(acted) === true ? 'answered' : 'told'}`)
      expect(answers(), `${cell} arrives at most once`).toBeLessThanOrEqual(1)
    }
  }

  test('a person is answered once, or told that they may not have been', { timeout: 900_000 }, async () => {
    const cells = PEOPLE.flatMap((scenario) => FAULTS.map((kind) => ({ scenario, kind })))
    const picked = sample(cells, 30, seed)
    const checks: (() => void)[] = []
    const shared = (channel: string | undefined): boolean => channel !== undefined
    // Those that share a channel must not meet each other’s faults.
    const alone = picked.filter(({ scenario }) => shared(scenario.channel))
    const waiting = picked.filter(({ scenario }) => !shared(scenario.channel))
    const lane = async (next: () => (typeof picked)[number] | undefined): Promise<void> => {
      for (let cell = next(); cell; cell = next()) checks.push(await run(cell.scenario, cell.kind))
    }
    const queue = [...waiting]
    const single = [...alone]
    await Promise.all([lane(() => single.shift()), ...Array.from({ length: 4 }, () => lane(() => queue.shift()))])
    discord.faults.clear()
    expect(checks).toHaveLength(picked.length)
    for (const check of checks) check()
    console.info(`${checks.length} cells of ${cells.length}: 0 silent, 0 doubled\n${outcomes.join('\n')}`)
  })

  test('nothing was sent that Discord refuses', () => {
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  })
})
