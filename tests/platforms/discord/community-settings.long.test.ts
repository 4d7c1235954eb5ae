import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordPerson, readOf } from '../../fakes/discord/people.ts'
import {
  ADMIN,
  CARDS,
  CHAT,
  type DiscordHarness,
  EXPERTS,
  OTHER_CARDS,
  openDiscordHarness,
  ROLE,
  SERVER,
} from './harness.ts'

// An admin of a server sets in chat where proposals are posted and who decides. The operator has set nothing; two processes, each with
// one shard.

const MANAGERS = '700000000000000009'
const MANAGE_SERVER = String(1n << 5n)

let harness: DiscordHarness

beforeAll(async () => {
  harness = await openDiscordHarness({ isSetInChat: true })
  harness.discord.servers.get(SERVER)?.set(ADMIN, [MANAGERS])
  harness.discord.permissions.set(MANAGERS, MANAGE_SERVER)
})
afterAll(() => harness?.close())

async function answerTo(
  person: DiscordPerson,
  command: string,
  options: Readonly<Record<string, string>>,
  text: RegExp,
): Promise<string> {
  const since = harness.discord.seq()
  await person.command(command, options)
  return readOf(await person.reads(CHAT, text, { since }))
}

test('a member who is no admin is led to those who are, and refused', async () => {
  const ana = harness.member(0)
  expect(await answerTo(ana, 'proposals open', {}, /set up/u)).toContain('An admin can choose a channel for them')
  await answerTo(ana, 'rung channel', { channel: `<#${CARDS.channel}>` }, /Only admins can change this/u)
  expect(await answerTo(ana, 'rung settings', {}, /Settings/u)).not.toContain('Proposals channel')
})

test('an admin sets the channel and the experts in the form, and a proposal goes its way', {
  timeout: 240_000,
}, async () => {
  const admin = harness.person(ADMIN)
  await admin.command('rung settings')
  const page = await admin.reads(CHAT, /Proposals channel\*\*: not set/u)
  const opened = await admin.press(page, 'Change these settings')
  await admin.submit(opened, { 'Proposals channel': CARDS.channel, Experts: `${EXPERTS[0]} ${ROLE}` })
  const saved = readOf(await admin.reads(CHAT, /Saved/u))
  expect(saved).toContain(`<#${CARDS.channel}>`)
  expect(saved).toContain(`<@&${ROLE}>`)
  await expect
    .poll(() => harness.processes.flatMap(({ lines }) => lines).join('\n'), { timeout: 20_000 })
    .toContain('this process now updates the proposal cards')
  // Direct messages reach the other process.
  await expect
    .poll(
      async () => {
        const since = harness.discord.seq()
        harness.member(1).say('/proposals')
        return readOf(await harness.member(1).reads('direct', /./u, { since }))
      },
      { timeout: 20_000, interval: 1000 },
    )
    .not.toContain('set up here yet')
  // Only activity in the server of the ladder counts, and members are counted once a minute.
  await harness.activateMembers()
  await harness.advance(120_000)
  await harness.acceptProposal(await harness.openVote('ml-engineer middle pytorch advanced because we ship models'))

  await answerTo(admin, 'rung experts', { people: `<@${EXPERTS[1]}>`, domain: 'security' }, /Experts in/u)
  await answerTo(admin, 'rung channel', { channel: `<#${OTHER_CARDS.channel}>` }, /Saved/u)
  await answerTo(admin, 'rung language', { language: 'español' }, /Español · set here/u)
  // The process that publishes the cards may be the other one.
  await new Promise((resolve) => setTimeout(resolve, 12_000))
  await harness.member(1).command('propose', {
    role: 'ml-engineer',
    level: 'senior',
    skill: 'docker',
    to: 'expert',
    reason: 'of incidents',
  })
  expect(readOf(await harness.member(7).reads(OTHER_CARDS, /Docker/u, { ms: 20_000 }))).toContain('Experto')
})

test('a channel in which Rung lacks permissions is saved with a warning, a forum is not', async () => {
  const admin = harness.person(ADMIN)
  const set = (text: RegExp) => answerTo(admin, 'rung channel', { channel: `<#${CARDS.channel}>` }, text)
  harness.discord.channelFields.set(CARDS.channel, { type: 15 })
  await set(/Choose a text channel/u)
  const overwrites = [{ id: SERVER, type: 0, allow: '0', deny: String(1n << 11n) }]
  harness.discord.channelFields.set(CARDS.channel, { permission_overwrites: overwrites })
  expect(await set(/Saved/u)).toContain('To post there, my role needs **Send Messages**')
  harness.discord.channelFields.delete(CARDS.channel)
})

test('in direct messages the form is refused, words work, and the owner of the server is an admin', async () => {
  const owner = harness.person('500000000000000010')
  harness.discord.owners.set(SERVER, owner.id)
  await owner.command('skills', { skill: 'docker' })
  // The process that answers direct messages learns from the store which server it is about.
  await expect
    .poll(
      async () => {
        const since = harness.discord.seq()
        owner.say('/rung ajustes')
        return readOf(await owner.reads('direct', /Settings/u, { since }))
      },
      { interval: 500 },
    )
    .toContain('Proposal settings')
  const page = await owner.reads('direct', /Proposal settings/u)
  await owner.press(page, 'Change these settings')
  await owner.reads('direct', /Use .*rung settings.* in one of the server’s channels/u)
  owner.say('/rung canal restablecer')
  await owner.reads('direct', /Proposals channel\*\*: not set/u)
})

test('nothing was sent that the platform refuses', () => {
  expect([harness.discord.violations, harness.discord.unexpected]).toEqual([[], []])
})
