import { setTimeout as sleep } from 'node:timers/promises'
import { type DiscordPerson, personOf, readOf } from '../../../fakes/discord/people.ts'
import { type PostedMessage, startFakeDiscord } from '../../../fakes/discord/server.ts'
import { type RungProcess, startRung } from '../../rung.ts'
import { changeOptions } from '../change-options.ts'
import { botMessages, type Cell, type Check, FAULTS, faultOf, type Kind, reading, within } from './cells.ts'

// The calls at start: Rung connects, registers its commands, and reads the proposals channel, the experts and the admins. Each cell has
// its own Discord and process. A proposal then goes to the experts, who have a role.

const SERVER = '800000000000000005'
const CHAT = { server: SERVER, channel: '810000000000000005' }
const CARDS = { server: SERVER, channel: '820000000000000005' }
const ROLE = '700000000000000001'
const EXPERT = '400000000000000001'
const AUTHOR = '300000000000000001'

interface Scenario {
  readonly name: string
  readonly route: string
  /** Whether Discord does not list the role's members, so that the role is mentioned at the card. */
  readonly isUnlisted?: boolean
  /** The user in the route. */
  readonly channel?: string
  /** Whether the fault meets the mention in the thread, which then goes to the channel. */
  readonly inThread?: boolean
  /** How many parts of Rung make the call; all of them meet the fault. One by default. */
  readonly reads?: number
  /** The log line if the call fails; no person waits for it. */
  readonly logged?: string
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'the address of the gateway', route: 'gateway/bot' },
  { name: 'the registered commands', route: 'commands' },
  { name: 'the commands', route: 'register' },
  { name: 'the proposals channel', route: 'channel' },
  { name: 'the roles of the server', route: 'roles' },
  { name: 'the permissions of the bot', route: 'member', channel: 'bot' },
  { name: 'an expert who is named', route: 'member', channel: EXPERT },
  { name: 'the members with a role', route: 'members' },
  { name: 'the servers of the app', route: 'servers', reads: 2, logged: 'old data could not be removed' },
  { name: 'a call to the experts', route: 'createMessage', isUnlisted: true, inThread: true },
]

async function run({ route, channel, isUnlisted, inThread, reads, logged }: Scenario, kind: Kind): Promise<Check> {
  const discord = await startFakeDiscord()
  for (const each of [CHAT, CARDS]) discord.channels.set(each.channel, SERVER)
  discord.servers.set(SERVER, new Map([[EXPERT, [ROLE]]]))
  discord.membersIntent = isUnlisted !== true
  const target = channel === 'bot' ? discord.applicationId : channel
  const first =
    inThread === true ? undefined : discord.faults.add({ ...faultOf(route, kind, target), times: reads ?? 1 })
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
    const author = personOf(discord, { id: AUTHOR, where: CHAT })
    const expert = personOf(discord, { id: EXPERT, where: CHAT })
    const answers = (since = 0): readonly PostedMessage[] => botMessages(author, [CHAT, 'direct'], since)
    const propose = async (): Promise<string> => {
      const since = discord.seq()
      await author.command('propose', changeOptions('ml-engineer middle pytorch advanced because we ship models'))
      return answers(since).map(readOf).join()
    }
    // Until the members are counted, the author is asked to try again.
    for (let answer = await propose(); /try again in a minute/u.test(answer); answer = await propose())
      await sleep(1000)
    const cards = (): readonly PostedMessage[] => reading(botMessages(author, [CARDS]), /#1 · PyTorch/u)
    let fault = first
    if (inThread === true) {
      const thread = await discord.until('a thread', () => [...discord.threads.keys()].at(0), { ms: 30_000 })
      fault = discord.faults.add(faultOf(route, kind, thread))
    }
    const calls = (): readonly PostedMessage[] => [
      ...reading(botMessages(expert, ['direct']), /waiting for your expert review/u),
      ...[...discord.threads.keys()].flatMap((thread) =>
        reading(inPlace(expert, thread), /waiting for your expert review/u),
      ),
      ...reading(botMessages(expert, [CARDS]), /waiting for your expert review/u),
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

/** The cells of the start, each with its own process. */
export const startCells: readonly Cell[] = SCENARIOS.flatMap((scenario) =>
  FAULTS.map((kind) => ({ route: scenario.route, name: scenario.name, kind, run: () => run(scenario, kind) })),
)
