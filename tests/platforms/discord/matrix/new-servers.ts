import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../../src/store/index.ts'
import { personOf, readOf } from '../../../fakes/discord/people.ts'
import { startFakeDiscord } from '../../../fakes/discord/server.ts'
import { startServerGreeter } from '../server-greeter.ts'
import { type Cell, type Check, FAULTS, faultOf, type Kind, reading, within } from './cells.ts'

// A server that the bot was just added to: what Rung reads before it greets the person who added it.

const SERVER = '800000000000000006'
const CHANNEL = '810000000000000006'
const INSTALLER = '300000000000000006'

interface Scenario {
  readonly name: string
  readonly route: string
  /** Whether the bot's own user is in the route, instead of the server. */
  readonly isOwnMember?: boolean
  /** Whether a refusal leaves nobody to greet, which is logged. */
  readonly isGivenUp?: boolean
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'when the bot joined a server', route: 'member', isOwnMember: true, isGivenUp: true },
  { name: 'the channel for messages of the system', route: 'guild', isGivenUp: true },
  { name: 'who added the bot', route: 'audit-logs' },
]

async function run({ route, isOwnMember, isGivenUp }: Scenario, kind: Kind): Promise<Check> {
  const discord = await startFakeDiscord()
  const home = await mkdtemp(join(tmpdir(), 'rung-joined-'))
  const store = await openStore({ redisUrl: undefined, home, prefix: 'rung:', onQuarantine: () => undefined })
  discord.servers.set(SERVER, new Map())
  discord.channels.set(CHANNEL, SERVER)
  discord.systemChannels.set(SERVER, CHANNEL)
  discord.joinedAt.set(SERVER, new Date().toISOString())
  discord.installers.set(SERVER, INSTALLER)
  personOf(discord, { id: INSTALLER, where: { server: SERVER, channel: CHANNEL } })
  const fault = discord.faults.add(faultOf(route, kind, isOwnMember === true ? discord.applicationId : SERVER))
  const problems: string[] = []
  const greeter = startServerGreeter(discord, store, problems)
  try {
    const greetings = () => reading(discord.messages, /Rung is installed/u)
    const isReported = (): boolean =>
      isGivenUp === true && kind === 'error:50001' && problems.some((line) => line.includes('could not be greeted'))
    const silence = await within(
      discord,
      () => fault.hits() > 0 && (greetings().length > 0 || isReported()),
      () => [...discord.messages.map(readOf), ...problems].join('\n---\n'),
    )
    // The list is read again: who was greeted is not greeted twice.
    const reads = (): number => discord.made.filter((call) => call.route === 'servers').length
    const before = reads()
    await discord.until('the servers to be listed', () => (reads() > before + 1 ? true : undefined))
    const count = greetings().length
    const ending = silence !== undefined ? 'silent' : count > 1 ? 'doubled' : count === 1 ? 'answered' : 'unreachable'
    return () => ({ ending, details: silence ?? problems.join('\n') })
  } finally {
    await greeter.stop()
    await discord.close()
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
}

/** The cells of a server that the bot was added to. */
export const newServerCells: readonly Cell[] = SCENARIOS.flatMap((scenario) =>
  FAULTS.map((kind) => ({ route: scenario.route, name: scenario.name, kind, run: () => run(scenario, kind) })),
)
