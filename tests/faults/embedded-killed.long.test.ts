import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fullCounts } from '../full-counts.ts'
import { seededRandom, seedOf } from '../seeded-random.ts'
import { type Complaints, startBot } from './bot.ts'
import { killWhilePeopleAnswer } from './killing.ts'
import { newAccounts } from './load-driver.ts'

/** Each takes seconds: 200 in a full run. */
const KILLS = fullCounts ? 200 : 60
const PEOPLE = 12

test('on disk, nothing acknowledged is lost or doubled when the bot is killed while people answer', async () => {
  const chance = seededRandom(seedOf('the bot on its own disk, killed', 20_261))
  const home = await mkdtemp(join(tmpdir(), 'rung-faults-'))
  const complaints: Complaints = []
  const accounts = newAccounts()
  const start = () => startBot({ RUNG_HOME: home }, complaints)
  const { kills } = await killWhilePeopleAnswer({ start, people: PEOPLE, kills: KILLS, chance, accounts })
  expect(accounts).toMatchObject({ wrong: [], lost: 0, doubled: 0 })
  expect(complaints).toEqual([])
  expect(kills).toBe(KILLS)
  expect(accounts.acknowledged).toBeGreaterThan(KILLS)
  await rm(home, { recursive: true, force: true })
})
