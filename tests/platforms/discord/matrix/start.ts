import { setTimeout as sleep } from 'node:timers/promises'
import { type DiscordPerson, personOf, readOf } from '../../../fakes/discord/people.ts'
import { type PostedMessage, startFakeDiscord } from '../../../fakes/discord/server.ts'
import { type RungProcess, startRung } from '../../rung.ts'
import { botMessages, type Cell, type Check, FAULTS, faultOf, type Kind, reading, within } from './cells.ts'

// What Rung does when it starts: it connects, registers its commands, and reads the channel of proposals and who decides. Each
// cell has a Discord and a process of its own; a proposal then goes to the experts, who hold a role.

const SERVER = '800000000000000005'
const TALK = { server: SERVER, channel: '810000000000000005' }
const CARDS = { server: SERVER, channel: '820000000000000005' }
const ROLE = '700000000000000001'
const EXPERT = '400000000000000001'
const AUTHOR = '300000000000000001'

interface Scenario {
  readonly name: string
  readonly route: string
  /** Discord tells nobody who holds the role: the role is called to the card. */
  readonly isUnlisted?: boolean
  /** Whom or what the request is about. */
  readonly channel?: string
  /** Refused here, the role is called in the channel itself. */
  readonly inThread?: boolean
  /** What the operator is told if it could not be done; nobody waits for it. */
  readonly logged?: string
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'where the gateway is', route: 'gateway/bot' },
  { name: 'which commands there are', route: 'commands' },
  { name: 'the commands', route: 'register' },
  { name: 'the channel of proposals', route: 'channel' },
  { name: 'the roles of the server', route: 'roles' },
  { name: 'the permissions of the bot', route: 'member', channel: 'bot' },
  { name: 'an expert who is named', route: 'member', channel: EXPERT },
  { name: 'who holds a role', route: 'members' },
  { name: 'where the app is installed', route: 'servers', logged: 'old data could not be removed' },
  { name: 'a call to the experts', route: 'createMessage', isUnlisted: true, inThread: true },
]

async function run({ route, channel, isUnlisted, inThread, logged }: Scenario, kind: Kind): Promise<Check> {
  const discord = await startFakeDiscord()
  for (const each of [TALK, CARDS]) discord.channels.set(each.channel, SERVER)
  discord.servers.set(SERVER, new Map([[EXPERT, [ROLE]]]))
  discord.membersIntent = isUnlisted !== true
  const about = channel === 'bot' ? discord.applicationId : channel
  const first = inThread === true ? undefined : discord.faults.add(faultOf(route, kind, about))
  let rung: RungProcess | undefined
  try {
    rung = await startRung({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      DISCORD_EXPERTS: channel === EXPERT ? EXPERT : ROLE,
      PORT: '0',
    })
    const process = rung
    await discord.until('the commands', () => (discord.commands.length > 0 ? true : undefined), { ms: 40_000 })
    const author = personOf(discord, { id: AUTHOR, where: TALK })
    const expert = personOf(discord, { id: EXPERT, where: TALK })
    const answers = (since = 0): readonly PostedMessage[] => botMessages(author, [TALK, 'direct'], since)
    const propose = async (): Promise<string> => {
      const since = discord.seq()
      await author.command('propose', { change: 'ml-engineer middle pytorch advanced because we ship models' })
      return answers(since).map(readOf).join()
    }
    // Until it is known who takes part, the author is told to try again; then that must work.
    for (let told = await propose(); /try again in a minute/u.test(told); told = await propose()) await sleep(1000)
    const cards = (): readonly PostedMessage[] => reading(botMessages(author, [CARDS]), /#1 · PyTorch/u)
    let fault = first
    if (inThread === true) {
      const thread = await discord.until('a thread', () => [...discord.threads.keys()].at(0), { ms: 30_000 })
      fault = discord.faults.add(faultOf(route, kind, thread))
    }
    const calls = (): readonly PostedMessage[] => [
      ...reading(botMessages(expert, ['direct']), /waits for your decision/u),
      ...[...discord.threads.keys()].flatMap((thread) => reading(inPlace(expert, thread), /waits for your decision/u)),
      ...reading(botMessages(expert, [CARDS]), /waits for your decision as an expert/u),
    ]
    const isLogged = (): boolean =>
      logged === undefined || kind !== 'error:50001' || process.lines.some((line) => line.includes(logged))
    const seen = (): string => [...answers(), ...cards(), ...calls()].map(readOf).join('\n---\n')
    const silence = await within(
      discord,
      () => (fault?.hits() ?? 0) > 0 && cards().length > 0 && calls().length > 0 && isLogged(),
      () => `${fault?.hits() ?? 0} hits, ${discord.violations.join()}\n${seen()}\n${process.complaints().join('\n')}`,
    )
    await process.stop()
    const wrong = [...discord.violations, ...discord.unexpected]
    const ending = cards().length > 1 || calls().length > 1 ? 'doubled' : silence === undefined ? 'answered' : 'silent'
    return () => ({ ending, details: [silence ?? seen(), ...wrong].join('\n') })
  } catch (error) {
    const details = `${error instanceof Error ? error.message : String(error)}\n${rung?.lines.join('\n') ?? ''}`
    return () => ({ ending: 'silent', details })
  } finally {
    await rung?.stop()
    await discord.close()
  }
}

function inPlace(person: DiscordPerson, channel: string): readonly PostedMessage[] {
  return botMessages(person, [{ server: SERVER, channel }])
}

/** The cells of a start, each with a process of its own. */
export const startCells: readonly Cell[] = SCENARIOS.flatMap((scenario) =>
  FAULTS.map((kind) => ({ route: scenario.route, name: scenario.name, kind, run: () => run(scenario, kind) })),
)
