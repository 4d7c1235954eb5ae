import { REST } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/bot/index.ts'
import { LADDER_EMOJI } from '../../../src/message/index.ts'
import { checkChannel, permissionsProblem } from '../../../src/platforms/discord/channel-check.ts'
import { createCommandMentions } from '../../../src/platforms/discord/command-mentions.ts'
import { createProposalsChannel } from '../../../src/platforms/discord/proposals-channel.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'

const SERVER = '800000000000000001'
const CHANNEL = '820000000000000001'
const VIEW = String(1n << 10n)
const SEND = String(1n << 11n)
const HISTORY = String(1n << 16n)
const ADMINISTRATOR = String(1n << 3n)
const THREADS = String((1n << 35n) | (1n << 38n))
const ALL = String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n))
/** A role of a member, and one that some tests assign to Rung. */
const [OTHERS_ROLE, OWN_ROLE] = ['700000000000000001', '700000000000000002']

describe('the proposals channel', () => {
  let discord: FakeDiscord
  let rest: REST
  beforeAll(async () => {
    discord = await startFakeDiscord()
    discord.channels.set(CHANNEL, SERVER)
    discord.servers.set(SERVER, new Map([['300000000000000001', [OTHERS_ROLE]]]))
    rest = new REST({ api: discord.apiUrl }).setToken(discord.token)
  })
  afterAll(() => discord?.close())

  const check = (fields: Record<string, unknown> = {}, channel = CHANNEL) => {
    discord.channelFields.set(CHANNEL, fields)
    return checkChannel(rest, channel, discord.applicationId)
  }
  const overwrite = (id: string, deny: string, allow = '0') => ({ id, type: 0, allow, deny })

  test('may be a text channel, an announcement channel or an open thread', async () => {
    const threads = [10, 11, 12].map((type) => ({ type, thread_metadata: { archived: false } }))
    for (const fields of [{}, { type: 2 }, { type: 5 }, { type: 13 }, ...threads]) {
      expect(await check(fields)).toEqual({ server: SERVER, missingPermissions: undefined })
    }
  })

  test.each([
    [
      { type: 15 },
      'DISCORD_PROPOSALS_CHANNEL is a forum, which takes no plain messages: set it to the id of a text channel',
    ],
    [{ type: 16 }, 'is a media channel'],
    [{ type: 4 }, 'is a category: set it to'],
    [{ type: 1, guild_id: undefined }, 'is a direct message: set it to'],
    [{ type: 0, guild_id: undefined }, 'is not a text channel: set it to'],
    [{ type: 99 }, 'is not a text channel: set it to'],
    [
      { type: 11, thread_metadata: { archived: true } },
      'is an archived thread: reopen it and keep it open, or set it to',
    ],
  ])('may not be %j', async (fields, advice) => {
    await expect(check(fields)).rejects.toThrow(advice)
  })

  test('must be visible to Rung', async () => {
    await expect(check({}, '820000000000000009')).rejects.toThrow(
      'Rung cannot use DISCORD_PROPOSALS_CHANNEL (10003): the channel is gone or not visible',
    )
  })

  test('without permissions is reported with their names and the setting', () => {
    expect(permissionsProblem('Send Messages')).toBe(
      'Rung lacks permissions in DISCORD_PROPOSALS_CHANNEL: Send Messages. Allow them for its role (Edit Channel > Permissions)',
    )
  })

  test.each([
    [[overwrite(SERVER, SEND)], 'Send Messages'],
    [[overwrite(SERVER, VIEW)], 'View Channel'],
    [[overwrite(SERVER, HISTORY)], 'Read Message History'],
    [[overwrite(SERVER, THREADS)], 'Create Public Threads, Send Messages in Threads'],
    [[overwrite(SERVER, VIEW), overwrite('900000000000000001', '0', VIEW)], undefined],
    [[overwrite(SERVER, '0'), overwrite('900000000000000001', SEND)], 'Send Messages'],
    // A role that Rung does not have.
    [[overwrite(OTHERS_ROLE, SEND)], undefined],
  ])('is checked for permissions: %j', async (permission_overwrites, names) => {
    expect((await check({ permission_overwrites })).missingPermissions).toBe(names)
  })

  test('is checked for the permissions of Rung’s roles, from the most general to the most specific', async () => {
    const lacking = async (...permission_overwrites: object[]) =>
      (await check({ permission_overwrites })).missingPermissions
    discord.servers.get(SERVER)?.set(discord.applicationId, [OWN_ROLE])
    try {
      expect(await lacking(overwrite(OWN_ROLE, SEND))).toBe('Send Messages')
      expect(await lacking(overwrite(OWN_ROLE, '0', SEND), overwrite(SERVER, SEND))).toBeUndefined()
      expect(await lacking(overwrite(discord.applicationId, SEND), overwrite(OWN_ROLE, '0', SEND))).toBe(
        'Send Messages',
      )
      // A role of Rung's own allows what everyone is denied.
      discord.permissions.set(SERVER, '0').set(OTHERS_ROLE, ALL)
      expect(await lacking()).toContain('View Channel, Send Messages')
      discord.permissions.set(OWN_ROLE, ALL)
      expect(await lacking()).toBeUndefined()
      discord.permissions.set(OWN_ROLE, ADMINISTRATOR)
      expect(await lacking(overwrite(SERVER, VIEW))).toBeUndefined()
    } finally {
      discord.servers.get(SERVER)?.delete(discord.applicationId)
      discord.permissions.clear()
    }
  })

  test('that is a thread needs its own permission for messages', async () => {
    const thread = { type: 11, thread_metadata: { archived: false } }
    expect(
      (await check({ ...thread, permission_overwrites: [overwrite(SERVER, SEND)] })).missingPermissions,
    ).toBeUndefined()
    expect((await check({ ...thread, permission_overwrites: [overwrite(SERVER, THREADS)] })).missingPermissions).toBe(
      'Send Messages in Threads',
    )
  })

  test('is used unchecked if Discord does not list the permissions, or Rung does not know its own id yet', async () => {
    const fields = { permission_overwrites: [overwrite(SERVER, SEND)] }
    const fault = discord.faults.add({ method: 'member', kind: 'error:50001' })
    expect(await check(fields)).toEqual({ server: SERVER, missingPermissions: undefined })
    expect(fault.hits()).toBe(1)
    expect(await checkChannel(rest, CHANNEL, undefined)).toEqual({ server: SERVER, missingPermissions: undefined })
  })

  const proposalsChannel = () =>
    createProposalsChannel({
      rest,
      channel: () => ({ server: SERVER, channel: CHANNEL }),
      unlistedRoles: () => [OTHERS_ROLE],
      commandMentions: createCommandMentions(COMMANDS),
      nominateEmoji: LADDER_EMOJI,
      locale: () => 'en',
    })

  test.each([
    [{ type: 15 }, '(50008): the channel takes no plain messages, as a forum does not: set it to'],
    [{ type: 11, thread_metadata: { archived: true } }, '(50083): the thread is archived: reopen it'],
  ])('that accepts no card is reported with what to do: %j', async (fields, advice) => {
    discord.channelFields.set(CHANNEL, fields)
    await expect(proposalsChannel().post({ summary: 'a card', blocks: [] }, 'mark', false)).rejects.toThrow(advice)
  })

  test.each([50_001, 50_013, 50_024, 50_083, 160_005] as const)(
    'whose card cannot be edited is reported with what to do: %d',
    async (code) => {
      discord.channelFields.delete(CHANNEL)
      const ref = await proposalsChannel().post({ summary: 'a card', blocks: [] }, `mark${code}`, false)
      discord.faults.add({ method: 'editMessage', kind: `error:${code}` })
      await expect(proposalsChannel().update(ref, { summary: 'the card', blocks: [] })).rejects.toThrow(
        new RegExp(`^Rung cannot use DISCORD_PROPOSALS_CHANNEL \\(${code}\\): `, 'u'),
      )
    },
  )

  test.each([50_001, 50_013, 10_003, 50_083, 160_005] as const)(
    'has the messages of a card whose thread accepts none: reviewers are mentioned below the card: %d',
    async (code) => {
      discord.channelFields.delete(CHANNEL)
      const ref = await proposalsChannel().post({ summary: 'a card', blocks: [] }, `thread${code}`, false)
      const thread = ref.split('/').at(-1) ?? ''
      const refused = { method: 'createMessage', channel: thread, kind: `error:${code}` } as const
      const fault = discord.faults.add({ ...refused, times: 2 })
      await proposalsChannel().postInThread?.(ref, { summary: 'live', blocks: [] }, `note${code}`, false)
      const message = () => ({ summary: 'please review', blocks: [] })
      await proposalsChannel().mentionReviewers?.(ref, null, message, `ask${code}`)
      expect(fault.hits()).toBe(2)
      expect(discord.messages.at(-1)).toMatchObject({ channel: CHANNEL })
      expect(JSON.stringify(discord.messages.at(-1)?.components)).toContain(`<@&${OTHERS_ROLE}>`)
    },
  )
})
