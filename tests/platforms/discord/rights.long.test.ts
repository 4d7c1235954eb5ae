import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordPerson, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, type PostedMessage, startFakeDiscord } from '../../fakes/discord/server.ts'
import { type Clock, openClock } from '../clock.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

// Membership and roles are checked when a person acts, also for buttons that were sent before.

const DAY = 24 * 3_600_000
const SERVER = '500000000000000001'
const CHAT = { server: SERVER, channel: '600000000000000001' }
const CARDS = { server: SERVER, channel: '600000000000000002' }
const ROLE = '700000000000000001'
const EXPERT = '400000000000000001'
const BOT = '400000000000000002'
const EXPERT_BOT = '400000000000000003'
const UNKNOWN_USER = '400000000000000009'
const ADMIN = '400000000000000004'
const MEMBERS = [1, 2, 3, 4, 5].map((n) => `30000000000000000${n}`)

let discord: FakeDiscord
let clock: Clock
let rung: RungProcess

beforeAll(async () => {
  discord = await startFakeDiscord()
  clock = await openClock()
  discord.channels.set(CHAT.channel, SERVER)
  discord.channels.set(CARDS.channel, SERVER)
  discord.servers.set(
    SERVER,
    new Map<string, readonly string[]>([
      [EXPERT, [ROLE]],
      [BOT, [ROLE]],
      [EXPERT_BOT, []],
      [ADMIN, []],
      ...MEMBERS.map((id): [string, string[]] => [id, []]),
    ]),
  )
  discord.bots.add(BOT).add(EXPERT_BOT)
  rung = await startRung({
    ...clock.environment,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
    DISCORD_EXPERTS: `${ROLE},${EXPERT_BOT},${UNKNOWN_USER}`,
    DISCORD_ADMINS: ADMIN,
    PORT: '0',
  })
  for (const id of [...MEMBERS, EXPERT]) await someone(id).command('skills', { skill: 'docker' })
})
afterAll(async () => {
  await rung?.stop()
  await clock?.remove()
  await discord?.close()
})

const someone = (id: string | undefined): DiscordPerson => personOf(discord, { id: id ?? '', where: CHAT })
const member = (n: number): DiscordPerson => someone(MEMBERS[n])
const card = (text: RegExp): Promise<PostedMessage> => member(0).reads(CARDS, text, { ms: 10_000 })

/** Presses a button in a direct message. Resolves with the text of the answer. */
async function press(person: DiscordPerson, message: PostedMessage, label: string): Promise<string> {
  const since = discord.seq()
  await person.press(message, label)
  return readOf(await person.reads('direct', /./u, { since, ms: 10_000 }))
}

test('in direct messages, the ladder is the one of its own server, whichever server was used last', async () => {
  const elsewhere = { server: '500000000000000002', channel: '600000000000000009' }
  const bo = member(4)
  await personOf(discord, { id: bo.id, where: elsewhere }).command('skills', { skill: 'docker' })
  let since = discord.seq()
  await bo.command('proposals open', {}, 'direct')
  await bo.reads('direct', /Open proposals/u, { since })
  since = discord.seq()
  bo.say('/proposals')
  await bo.reads('direct', /Open proposals/u, { since })
  // A member of another server only cannot take part.
  const stranger = personOf(discord, { id: '300000000000000099', where: elsewhere })
  await stranger.command('skills', { skill: 'docker' })
  await stranger.command('proposals open', {}, 'direct')
  expect(readOf(await stranger.reads('direct', /./u))).toContain('Another community maintains this ladder')
})

const NO_MEMBER = 'Only members of this community can do that'
const UNCHECKED = 'I couldn’t check whether you’re a member right now'

test('from the vote to the decision, people who have lost the right cannot act', async () => {
  await member(0).command('propose', changeOptions('ml-engineer middle pytorch advanced because we ship models'))
  const proposed = await card(/#1 · PyTorch[\s\S]*Waiting for nominations/u)
  for (const n of [1, 2]) member(n).react(proposed, '🪜')
  await card(/#1 · [\s\S]*Open for voting/u)

  // A member opens the proposal in direct messages, leaves the server, and presses the old buttons.
  const [ana, bo] = [member(3), member(4)]
  for (const person of [ana, bo]) await person.command('proposals show', { id: '1' }, 'direct')
  const [anas, bos] = [await ana.reads('direct', /#1 · PyTorch/u), await bo.reads('direct', /#1 · PyTorch/u)]
  await clock.advance(10_000)
  discord.kick(SERVER, ana.id)
  expect(await press(ana, anas, 'For')).toContain(NO_MEMBER)
  const away = discord.faults.add({ method: 'member', kind: '500', times: 100 })
  expect(await press(bo, bos, 'For')).toContain(UNCHECKED)
  away.remove()
  expect(await press(bo, bos, 'For')).toContain('You voted **for**')
  for (const n of [1, 2]) await member(n).press(await card(/#1 · /u), 'For')
  await card(/#1 · [\s\S]*3 of \d votes/u)
  await clock.advance(3 * DAY)

  // Only one of the configured experts is a person in the server: bots and unknown ids do not count.
  const reviewed = await card(/#1 · [\s\S]*With the experts[\s\S]*of 1 approval/u)
  const expert = someone(EXPERT)
  const queued = await expert.reads('direct', /#1\*\* is waiting for your expert review/u, { ms: 10_000 })
  await expert.command('skills', { skill: 'docker' })
  await clock.advance(10_000)
  discord.kick(SERVER, EXPERT)
  expect(await press(expert, queued, 'Approve')).toContain(NO_MEMBER)
  await clock.advance(10_000)
  discord.servers.get(SERVER)?.set(EXPERT, [])
  expect(await press(expert, queued, 'Approve')).toContain('Only the experts for this proposal can decide on it')
  expect(readOf(reviewed)).toContain('0 of 1 approval')
  await clock.advance(10_000)
  discord.servers.get(SERVER)?.set(EXPERT, [ROLE])
  expect(await press(expert, queued, 'Approve')).toContain('You approved')
  await card(/#1 · [\s\S]*Live\W/u)
})

test('an unknown id and a bot among the experts are reported once each', () => {
  const lines = rung.complaints().filter((line) => line.includes('neither a role nor a member of the server'))
  expect(lines.map((line) => /"id":"(\d+)"/u.exec(line)?.[1])).toEqual([EXPERT_BOT, UNKNOWN_USER])
})

test('nothing was sent that Discord refuses', () => {
  expect([discord.violations, discord.unexpected]).toEqual([[], []])
})
