import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type RungProcess, startRung } from '../rung.ts'

// Fifty thousand interactions of many people, with dropped gateway connections: memory stays flat and no delivery is lost.

const ALL = 50_000
const FIRST = 5000
const DROPS = 20
const AT_ONCE = 16
/** Wait before memory is measured: V8 returns memory when idle. */
const REST_MS = 2000
const WORDS = ['junior', 'middle', 'senior', 'lead-staff', 'principal']

let discord: FakeDiscord
let rung: RungProcess

beforeAll(async () => {
  discord = await startFakeDiscord()
  for (let n = 0; n < 500; n += 1) discord.servers.set(`80000000000000${1000 + n}`, new Map())
  rung = await startRung({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
  })
})
afterAll(async () => {
  await rung?.stop()
  await discord?.close()
})

/** Resident memory of the process, in megabytes. */
async function resident(): Promise<number> {
  const status = await readFile(`/proc/${rung.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1]) / 1024
}

test('fifty thousand interactions over many people', async () => {
  let sent = 0
  let lost = 0
  let after = 0
  const one = async (): Promise<void> => {
    sent += 1
    const n = sent
    const server = `80000000000000${1000 + (n % 500)}`
    const ana = personOf(discord, {
      id: `10000000000${100_000 + (n % 20_000)}`,
      locale: n % 3 ? 'en-US' : 'es-ES',
      where: { server, channel: `81${server.slice(2)}` },
    })
    const kind = n % 10
    const interaction =
      kind < 6
        ? await ana.command('skills', { role: 'ml-engineer', level: WORDS[n % 5] ?? '' })
        : kind < 8
          ? await ana.command('profile show', {}, 'direct')
          : await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    if (!interaction.acknowledged) lost += 1
    discord.forget(interaction)
  }
  const every = ALL / DROPS
  while (sent < ALL) {
    await Promise.all(Array.from({ length: AT_ONCE }, one))
    if (sent % every < AT_ONCE) discord.drop('resume')
    if (after === 0 && sent >= FIRST) {
      await sleep(REST_MS)
      after = await resident()
    }
  }
  await sleep(REST_MS)
  const end = await resident()
  process.stdout.write(
    `\nresident after ${FIRST}: ${after.toFixed(0)} MB, after ${sent}: ${end.toFixed(0)} MB (${(end / after).toFixed(2)}); resumed ${discord.resumed()} times, lost ${lost}\n`,
  )
  expect(lost).toBe(0)
  expect(discord.resumed()).toBeGreaterThanOrEqual(DROPS - 1)
  expect(end / after).toBeLessThanOrEqual(1.3)
  expect(discord.violations).toEqual([])
})
