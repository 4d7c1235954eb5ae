import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordPerson, personOf as discordPerson, readOf as readInDiscord } from '../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/server.ts'
import { readOf as readInSlack, personOf as slackPerson } from '../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts'
import { environmentFor, type RungProcess, startRung } from './rung.ts'

// One person in Slack and in Discord, with one process for both.

const SERVER = '800000000000000001'
const HERE = { server: SERVER, channel: '810000000000000001' }
const ID = '100000000000000007'

let slack: FakeSlack
let discord: FakeDiscord
let rung: RungProcess

beforeAll(async () => {
  slack = await startFakeSlack()
  discord = await startFakeDiscord()
  discord.channels.set(HERE.channel, SERVER)
  discord.servers.set(SERVER, new Map([[ID, []]]))
  const { botToken } = slack.world.addTeam({ id: 'T1', users: [{ id: 'U1' }], channels: [{ id: 'C1' }] })
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

/** Does something in Discord; what the person reads in the direct messages after it. */
async function inDiscord(bo: DiscordPerson, text: RegExp, work: () => Promise<unknown>) {
  const since = discord.seq()
  await work()
  return bo.reads('direct', text, { since, ms: 20_000 })
}

test('accounts in Slack and in Discord become one person, who is told in both, and can undo it', async () => {
  const ana = slackPerson(slack, 'T1', 'U1')
  const bo = discordPerson(discord, { id: ID, where: HERE })

  await ana.command('C1', '/assess ml-engineer guided')
  const first = await ana.reads(ana.direct, /Working/u, { ms: 20_000 })
  let since = slack.world.seq()
  await ana.press(first, /Working/u)
  await ana.reads(ana.direct, /Question 2/u, { since, ms: 20_000 })

  since = slack.world.seq()
  await ana.command('C1', '/profile link')
  const offer = readInSlack(await ana.reads(ana.direct, /\/profile link [\w-]{6,16}/u, { since, ms: 20_000 }))
  const [, code = ''] = /\/profile link ([\w-]{6,16})/u.exec(offer) ?? []

  const question = await inDiscord(bo, /Link these two accounts/u, () => bo.command('profile link', { code }))
  expect(readInDiscord(question)).toContain('The account the code came from: **u1 (U1) on Slack**')
  expect(readInDiscord(question)).toContain(`(${ID}) on Discord`)

  since = slack.world.seq()
  const linked = await inDiscord(bo, /Linked\. Both accounts/u, () => bo.press(question, 'Link them'))
  expect(readInDiscord(linked)).toContain('[Undo the link]')
  const notice = await ana.reads(ana.direct, /An account was linked to this one/u, { since, ms: 30_000 })

  // The assessment from Slack goes on in Discord.
  const card = await inDiscord(bo, /Question 2/u, () => bo.command('assess resume'))
  expect(readInDiscord(card)).toContain('answered 1 question')

  since = slack.world.seq()
  await ana.press(notice, 'Undo the link')
  await ana.reads(ana.direct, /Unlinked/u, { since, ms: 20_000 })
  const none = await inDiscord(bo, /./u, () => bo.command('assess status', {}, 'direct'))
  expect(readInDiscord(none)).not.toContain('ML Engineer: ')
  expect([...slack.violations, ...discord.violations]).toEqual([])
  expect(rung.complaints()).toEqual([])
})
