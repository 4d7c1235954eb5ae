import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { personOf } from '../../tests/fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../tests/fakes/discord/server.ts'
import { quantile } from '../slack/measure.ts'

// Measures a look-up in Discord against a bot that replies one word: processor time per interaction, and time from the delivery to the
// answer. Each bot has its own fake Discord on this machine; they are measured alternately.

const CONCURRENCY = [1, 16]
const ROUNDS = 7
const ROUND_MS = 1500
const WARM_MS = 3000

const MOST_CPU = 1.6
const MOST_P50 = 1.6

/** Clock ticks per second in /proc (man 5 proc). */
const TICKS = 100

interface Bot {
  readonly discord: FakeDiscord
  readonly process: ChildProcess
}

interface Load {
  /** Processor time per interaction, in milliseconds. */
  readonly cpu: number
  /** Milliseconds. */
  readonly p50: number
}

export async function measureDiscord(): Promise<boolean> {
  const home = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const bare = await start('./bare.js', {})
  const rung = await start('../../src/main.js', {
    PORT: '0',
    RUNG_HOME: home,
    RUNG_DATA: join(process.cwd(), 'data'),
    LOG_LEVEL: 'warn',
  })
  try {
    process.stdout.write(
      '\n/skills ml-engineer senior in Discord, against a bare discord.js bot that replies one word\n\n',
    )
    process.stdout.write('concurrency   cpu bare   cpu rung   cpu   p50 bare   p50 rung   p50\n')
    for (const bot of [bare, rung]) await load(bot, 16, WARM_MS)
    let within = true
    for (const concurrency of CONCURRENCY) {
      const pairs: { bare: Load; rung: Load }[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const first = await load(round % 2 === 0 ? bare : rung, concurrency, ROUND_MS)
        const second = await load(round % 2 === 0 ? rung : bare, concurrency, ROUND_MS)
        pairs.push(round % 2 === 0 ? { bare: first, rung: second } : { bare: second, rung: first })
      }
      const middle = (pick: (pair: { bare: Load; rung: Load }) => number): number => quantile(pairs.map(pick), 0.5)
      const cpu = middle((pair) => pair.rung.cpu / pair.bare.cpu)
      const p50 = middle((pair) => pair.rung.p50 / pair.bare.p50)
      const figures: readonly (readonly [value: number, digits: number, width: number])[] = [
        [concurrency, 0, 11],
        [middle((pair) => pair.bare.cpu), 2, 10],
        [middle((pair) => pair.rung.cpu), 2, 10],
        [cpu, 2, 5],
        [middle((pair) => pair.bare.p50), 2, 10],
        [middle((pair) => pair.rung.p50), 2, 10],
        [p50, 2, 5],
      ]
      const ok = cpu <= MOST_CPU && p50 <= MOST_P50
      const line = figures.map(([value, digits, width]) => value.toFixed(digits).padStart(width)).join(' ')
      process.stdout.write(`${line}${ok ? '' : `   (bounds: cpu ${MOST_CPU}, p50 ${MOST_P50})`}\n`)
      within &&= ok
    }
    return within
  } finally {
    for (const { process: child, discord } of [bare, rung]) {
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await exited
      await discord.close()
    }
    await rm(home, { recursive: true, force: true })
  }
}

const OPTIONS = ['role', 'level'].map((name) => ({ type: 3, name, description: name }))
/** The command of the baseline, with the options that are sent to it. */
const BARE_COMMAND = { type: 1, name: 'skills', description: 'skills', options: OPTIONS }

async function start(file: string, environment: Readonly<Record<string, string>>): Promise<Bot> {
  const discord = await startFakeDiscord({ checks: false })
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await discord.until('the bot', () => (discord.sessions() > 0 ? true : undefined), { ms: 20_000 })
  // The commands are registered after the connection.
  await sleep(500)
  // The baseline registers nothing, and people cannot use a command that is not registered.
  if (discord.commands.length === 0) discord.commands = [BARE_COMMAND]
  return { discord, process: child }
}

async function load({ discord, process: child }: Bot, concurrency: number, ms: number): Promise<Load> {
  const times: number[] = []
  const before = await cpuOf(child)
  const until = performance.now() + ms
  await Promise.all(
    Array.from({ length: concurrency }, async (_, n) => {
      const where = { server: '800000000000000001', channel: '810000000000000001' }
      const person = personOf(discord, { id: `1000000000000000${10 + n}`, where })
      while (performance.now() < until) {
        const from = performance.now()
        const interaction = await person.command('skills', { role: 'ml-engineer', level: 'senior' })
        if (interaction.type !== 4) throw new Error('the bot gave no answer')
        times.push(performance.now() - from)
        discord.forget(interaction)
      }
    }),
  )
  return { cpu: ((await cpuOf(child)) - before) / times.length, p50: quantile(times, 0.5) }
}

/** The processor time of a process, in milliseconds. */
async function cpuOf({ pid }: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000
}
