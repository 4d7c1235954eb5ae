import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

// Experts are configured by roles, and Discord does not list the members with a role.

const SERVER = '500000000000000001'
const CHAT = { server: SERVER, channel: '600000000000000001' }
const CARDS = { server: SERVER, channel: '600000000000000002' }
const SECURITY = '700000000000000001'
const ALL = '700000000000000002'
const EXPERT = '400000000000000001'

let discord: FakeDiscord
let rung: RungProcess

beforeAll(async () => {
  discord = await startFakeDiscord()
  discord.channels.set(CHAT.channel, SERVER)
  discord.channels.set(CARDS.channel, SERVER)
  discord.servers.set(SERVER, new Map([[EXPERT, [ALL, SECURITY]]]))
  discord.membersIntent = false
  rung = await startRung({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
    DISCORD_EXPERTS: `${SECURITY}:security,${ALL}`,
    PORT: '0',
  })
})
afterAll(async () => {
  await rung?.stop()
  await discord?.close()
})

test('expert roles are mentioned once in the thread of a card, and their members may decide', async () => {
  const ana = personOf(discord, { id: '300000000000000001', where: CHAT })
  await ana.command('propose', changeOptions('ml-engineer middle pytorch advanced because we ship models'))
  const card = await ana.reads(CARDS, /#1 · PyTorch[\s\S]*With the experts/u, { ms: 10_000 })
  // By number or title, also in direct messages, which belong to no server.
  for (const where of [CHAT, 'direct'] as const) {
    expect(await ana.complete('proposals show', 'id', 'pytorch', {}, where)).toEqual([
      expect.stringMatching(/^#1 · PyTorch/u),
    ])
  }
  const thread = { server: SERVER, channel: card.id }
  const called = await ana.reads(thread, /waiting for your expert review/u, { ms: 10_000 })
  // The proposal is not in the security domain.
  expect(readOf(called)).toMatch(new RegExp(`^<@&${ALL}>\\s`, 'u'))
  expect(readOf(called)).toContain('#1')

  const expert = personOf(discord, { id: EXPERT, where: CHAT })
  await expert.command('proposals review')
  await expert.press(await expert.reads(CHAT, /For me to review/u), /^#1 · PyTorch/u)
  await expert.press(await expert.reads(CHAT, /History/u), 'Approve')
  await expert.reads(CARDS, /#1 · PyTorch[\s\S]*1 of 2 approvals/u, { ms: 10_000 })
  const [announced, ...mentions] = ana.sees(thread)
  expect(announced && readOf(announced)).toBe('The proposal is now with the experts: 2 of them must approve it.')
  expect(mentions).toEqual([called])
  expect(discord.violations).toEqual([])
})
