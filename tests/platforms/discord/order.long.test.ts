import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { type DiscordPerson, personOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { discordConfig, type OwnContext, openContext } from '../in-process.ts'

// A person continues conversations of two servers in the direct messages. What they do there is about the server whose conversation is
// open once everything before it is handled.

const FIRST = { server: '800000000000000001', channel: '810000000000000001' }
const SECOND = { server: '800000000000000002', channel: '810000000000000002' }

let discord: FakeDiscord
let own: OwnContext
let platform: Platform
let ana: DiscordPerson
/** The server and the words of what the bot has handled. */
let handled: string[]

beforeEach(async () => {
  discord = await startFakeDiscord()
  for (const { server } of [FIRST, SECOND]) discord.servers.set(server, new Map())
  handled = []
  own = await openContext('discord', (bot) => ({
    ...bot,
    // The conversation of the first server ends with the first words.
    conversations: ({ workspace }) =>
      Promise.resolve(
        workspace === (handled.length === 0 ? FIRST : SECOND).server
          ? [{ label: 'Assessment', payload: 'x', takesText: true }]
          : [],
      ),
    async handle(event) {
      if (event.type === 'command' && event.name === 'skills') return bot.handle(event)
      await sleep(300)
      handled.push(`${event.person.workspace}: ${'text' in event ? event.text : event.type}`)
      return bot.handle(event)
    },
  }))
  platform = createDiscord({ ...own.context, config: discordConfig(discord) })
  await platform.start()
  ana = personOf(discord, { id: '300000000000000001', where: FIRST })
  for (const where of [FIRST, SECOND]) await ana.command('skills', { skill: 'docker' }, where)
})
afterEach(async () => {
  await platform.stop()
  await discord.close()
  await own.close()
})

test('two texts', async () => {
  ana.say('one')
  ana.say('two')
  await expect.poll(() => handled).toEqual([`${FIRST.server}: one`, `${SECOND.server}: two`])
})

test('a text and a command', async () => {
  ana.say('one')
  await sleep(100)
  await ana.command('assess resume', {}, 'direct')
  await expect.poll(() => handled).toEqual([`${FIRST.server}: one`, `${SECOND.server}: resume`])
})

test('a command and a text', async () => {
  const command = ana.command('assess resume', {}, 'direct')
  ana.say('two')
  await command
  await expect.poll(() => handled).toEqual([`${FIRST.server}: resume`, `${SECOND.server}: two`])
})
