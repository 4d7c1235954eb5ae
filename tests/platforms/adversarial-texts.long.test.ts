import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS, type Command } from '../../src/bot/index.ts'
import { type AdversarialText, adversarialTexts } from '../adversarial-texts.ts'
import { type DiscordPerson, personOf as discordPerson } from '../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/server.ts'
import { type SlackPerson, personOf as slackPerson } from '../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts'
import { fullCounts, runSeed, sample } from '../full-counts.ts'
import { environmentFor, type RungProcess, startRung } from './rung.ts'

// Hostile texts to every command on both platforms, while someone else looks things up: everyone is answered, and the process stays
// small. How long the other person waits is printed, because a busy machine delays everyone; `npm run test:full` sends
// all texts.

const TEXTS = 2000
const SAMPLE = 30

/** Megabytes by which memory may grow, over what a process in use has. */
const MOST_GROWTH = 100

/** discord.com/developers/docs/interactions/application-commands: the longest value of an option. */
const MOST_OPTION = 6000
/** The longest message that anyone can write in Discord. */
const MOST_MESSAGE = 4000

/** Between two looks at how late the event loop of the test is; part of every value of the histogram. */
const RESOLUTION_MS = 5

/** People who send the texts, in turns: Slack takes one message a second for each conversation. */
const SENDERS = 60

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

let slack: FakeSlack
let discord: FakeDiscord
let rung: RungProcess

beforeAll(async () => {
  slack = await startFakeSlack()
  discord = await startFakeDiscord()
  const users = Array.from({ length: SENDERS + 1 }, (_, n) => ({ id: `U${n}` }))
  const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }] })
  rung = await startRung({
    ...environmentFor(slack, 'http', botToken),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  })
  slack.reach(rung.url)
  await discord.until('a session of Discord', () => (discord.sessions() > 0 ? true : undefined), { ms: 20_000 })
})
afterAll(async () => {
  await rung?.stop()
  await slack?.close()
  await discord?.close()
})

const inSlack = (n: number): SlackPerson => slackPerson(slack, 'T1', `U${n}`)
const inDiscord = (n: number): DiscordPerson => discordPerson(discord, { id: `10000000000000${1000 + n}`, where: HERE })

/** What the process holds in memory and has held at most, in megabytes. */
async function memory(): Promise<{ readonly now: number; readonly most: number }> {
  const status = await readFile(`/proc/${rung.pid}/status`, 'utf8')
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1]) / 1024
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** The last option of a command, or of each of its subcommands, that takes any text and can be used alone. */
function freeOptionsOf({ name, options, subcommands = [] }: Command): readonly { path: string; option: string }[] {
  const parts = subcommands.length > 0 ? subcommands : [{ name: '', options }]
  return parts.flatMap((part) => {
    const required = part.options.filter(({ isRequired }) => isRequired === true)
    const free = part.options.filter(({ choices }) => choices === undefined)
    const option = required.length > 0 ? required[0] : free.at(-1)
    return option && free.includes(option) && required.length <= 1
      ? [{ path: `${name} ${part.name}`.trim(), option: option.name }]
      : []
  })
}

/** Sends one text to every command and as a message, in Slack and in Discord; each is waited for. What was not answered. */
async function send({ kind, text }: AdversarialText, n: number): Promise<readonly string[]> {
  const silent: string[] = []
  const answered = (what: string, done: boolean): void => {
    if (!done) silent.push(`${what}: ${kind}, ${text.length} characters`)
  }
  const [ana, bo] = [inSlack(n % SENDERS), inDiscord(n % SENDERS)]
  for (const command of COMMANDS) {
    const { status } = await ana.command('C1', `/${command.name} ${text}`)
    answered(`/${command.name} in Slack`, status === 200)
    for (const { path, option } of freeOptionsOf(command)) {
      const interaction = await bo.command(path, { [option]: text.slice(0, MOST_OPTION) })
      answered(`/${path} in Discord`, interaction.acknowledged)
      discord.forget(interaction)
    }
  }
  await bo.complete('skills', 'skill', text.slice(0, MOST_OPTION))
  const since = slack.world.seq()
  await ana.say(text)
  await ana.reads(ana.direct, /\S/u, { since, ms: 20_000 })
  if (text.slice(0, MOST_MESSAGE).trim() !== '') {
    const before = discord.seq()
    bo.say(text.slice(0, MOST_MESSAGE))
    await bo.reads('direct', /\S/u, { since: before, ms: 20_000 })
  }
  return silent
}

test(
  'hostile texts to every command are answered, and memory stays bounded',
  async () => {
    const seed = runSeed('adversarial texts')
    const texts = sample(adversarialTexts(TEXTS, seed), SAMPLE, seed)
    const [eva, max] = [inSlack(SENDERS), inDiscord(SENDERS)]
    const lookUp = async (): Promise<number> => {
      const from = performance.now()
      const { status } = await eva.command('C1', '/skills docker')
      const interaction = await max.command('skills', { skill: 'docker' })
      expect(status).toBe(200)
      expect(interaction.acknowledged).toBe(true)
      discord.forget(interaction)
      return performance.now() - from
    }
    // A process in use has its indexes built, its connections open and its caches warm.
    for (const [n, warm] of ['flurble', 'mle senior docker', 'checkpoints'].entries())
      await send({ kind: 'warm', text: warm }, n)
    const alone: number[] = []
    for (let n = 0; n < 50; n += 1) alone.push(await lookUp())
    const before = await memory()

    // The test itself is one process on the same machine: what its own event loop was late by is no delay of the bot's.
    const own = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    own.enable()
    const waits: number[] = []
    let longestOfBot = 0
    const silent: string[] = []
    let isSending = true
    const bystander = (async () => {
      while (isSending) {
        own.reset()
        const wait = await lookUp()
        await nextTurn()
        waits.push(wait)
        longestOfBot = Math.max(longestOfBot, wait - Math.max(0, own.max / 1e6 - RESOLUTION_MS))
      }
    })()
    for (const [n, text] of texts.entries()) silent.push(...(await send(text, n)))
    isSending = false
    await bystander
    own.disable()

    const after = await memory()
    const grown = after.most - before.now
    const sorted = waits.toSorted((a, b) => a - b)
    const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0)
    console.info(
      `adversarial texts: ${texts.length} of ${TEXTS}${fullCounts ? ' (full)' : ''}, ${waits.length} pairs of look-ups by ` +
        `other people meanwhile: median ${at(0.5)} ms, 99% ${at(0.99)} ms, longest ${at(1)} ms ` +
        `(longest without hostile texts ${Math.max(...alone).toFixed(0)} ms), longest without what the test itself was ` +
        `late by ${longestOfBot.toFixed(0)} ms; ` +
        `memory ${before.now.toFixed(0)} MB, most ${after.most.toFixed(0)} MB: grew by ${grown.toFixed(0)} MB`,
    )
    expect(silent).toEqual([])
    expect([...slack.violations, ...discord.violations]).toEqual([])
    expect(rung.complaints()).toEqual([])
    expect(grown).toBeLessThan(MOST_GROWTH)
  },
  4 * 3600 * 1000,
)
