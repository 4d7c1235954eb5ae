import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../../../src/store/index.ts'
import { labelsOf, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { startServerGreeter } from './server-greeter.ts'

const OLD = '800000000000000011'
const OWN = '800000000000000012'
const CHANNEL = '810000000000000012'

let discord: FakeDiscord
let store: Store
let home: string
const problems: string[] = []
const running: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  discord = await startFakeDiscord()
  home = await mkdtemp(join(tmpdir(), 'rung-servers-'))
  store = await openStore({ redisUrl: undefined, home, prefix: 'rung:', onQuarantine: () => undefined })
  discord.servers.set(OLD, new Map())
  discord.systemChannels.set(OLD, CHANNEL)
  problems.length = 0
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()))
  await discord.close()
  await store.close()
  await rm(home, { recursive: true, force: true })
})

const start = (): void => void running.push(startServerGreeter(discord, store, problems))

/** Waits until the list of servers was read again, so that what it says was acted on. */
async function readTwice(): Promise<void> {
  const reads = (): number => discord.made.filter(({ route }) => route === 'servers').length
  const before = reads()
  await discord.until('the servers to be listed', () => (reads() > before + 1 ? true : undefined))
}

/** Adds the bot to a server. */
function addBot(by?: string): void {
  discord.servers.set(OWN, new Map())
  discord.channels.set(CHANNEL, OWN)
  discord.systemChannels.set(OWN, CHANNEL)
  discord.joinedAt.set(OWN, new Date().toISOString())
  if (by !== undefined) discord.installers.set(OWN, by)
}

const greetings = () => discord.messages.filter((message) => readOf(message).includes('Rung is installed'))

test('the person who adds the bot is greeted once, by the process that comes first', async () => {
  const ana = personOf(discord, { id: '100000000000002001', where: { server: OWN, channel: CHANNEL } })
  start()
  start()
  await readTwice()
  addBot(ana.id)
  expect(labelsOf(await ana.reads('direct', 'Rung is installed'))).toContain('What can I ask?')
  await readTwice()
  expect(greetings()).toHaveLength(1)
  expect(problems).toEqual([])
})

test('the channel of the system gets the greeting if nobody knows who added the bot', async () => {
  start()
  await readTwice()
  addBot()
  await discord.until('a greeting', () => greetings()[0])
  await readTwice()
  expect(greetings().map(({ channel }) => channel)).toEqual([CHANNEL])
})

test('the channel of the system gets the greeting if the person takes no direct messages', async () => {
  const ana = personOf(discord, { id: '100000000000002002', where: { server: OWN, channel: CHANNEL } })
  discord.closed.add(ana.id)
  start()
  await readTwice()
  addBot(ana.id)
  await discord.until('a greeting', () => greetings()[0])
  expect(greetings().map(({ channel }) => channel)).toEqual([CHANNEL])
})

test('a server that the bot was added to just before the start is greeted, one that it has long been in is not', async () => {
  addBot()
  start()
  await discord.until('a greeting', () => greetings()[0])
  await readTwice()
  expect(greetings()).toHaveLength(1)
})

test('a server that removes the bot and adds it again within a day is greeted once', async () => {
  start()
  await readTwice()
  addBot()
  await discord.until('a greeting', () => greetings()[0])
  discord.servers.delete(OWN)
  discord.channels.delete(CHANNEL)
  await readTwice()
  addBot()
  await readTwice()
  // Within a day it is the same occasion.
  expect(greetings()).toHaveLength(1)
  expect(problems).toEqual([])
})
