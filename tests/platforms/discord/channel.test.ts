import { REST } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LADDER } from '../../../src/message/index.ts'
import { checkChannel } from '../../../src/platforms/discord/channel-check.ts'
import { createShowcase } from '../../../src/platforms/discord/showcase.ts'
import { type DiscordDouble, startDiscord } from './double/server.ts'

const SERVER = '800000000000000001'
const CHANNEL = '820000000000000001'
const VIEW = String(1n << 10n)
const SEND = String(1n << 11n)
const THREADS = String((1n << 35n) | (1n << 38n))

describe('the channel of proposals', () => {
  let discord: DiscordDouble
  let rest: REST
  beforeAll(async () => {
    discord = await startDiscord()
    discord.channels.set(CHANNEL, SERVER)
    discord.servers.set(SERVER, new Map([['300000000000000001', ['700000000000000001']]]))
    rest = new REST({ api: discord.apiUrl }).setToken(discord.token)
  })
  afterAll(() => discord?.close())

  const check = (fields: Record<string, unknown> = {}, channel = CHANNEL) => {
    discord.channelFields.set(CHANNEL, fields)
    return checkChannel(rest, channel, discord.applicationId)
  }
  const overwrite = (id: string, deny: string, allow = '0') => ({ id, type: 0, allow, deny })

  test('may be a text channel, an announcement channel or an open thread', async () => {
    for (const fields of [{}, { type: 5 }, { type: 11, thread_metadata: { archived: false } }]) {
      expect(await check(fields)).toEqual({ server: SERVER, lacks: undefined })
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
    [{ type: 99 }, 'is no text channel: set it to'],
    [
      { type: 11, thread_metadata: { archived: true } },
      'is an archived thread: reopen it and keep it open, or set it to',
    ],
  ])('may not be %j', async (fields, advice) => {
    await expect(check(fields)).rejects.toThrow(advice)
  })

  test('must be there for Rung to see', async () => {
    await expect(check({}, '820000000000000009')).rejects.toThrow(
      'Rung cannot use DISCORD_PROPOSALS_CHANNEL (10003): the channel is gone or not visible',
    )
  })

  test.each([
    [[overwrite(SERVER, SEND)], 'Send Messages'],
    [[overwrite(SERVER, THREADS)], 'Create Public Threads, Send Messages in Threads'],
    [[overwrite(SERVER, VIEW), overwrite('900000000000000001', '0', VIEW)], undefined],
    [[overwrite(SERVER, '0'), overwrite('900000000000000001', SEND)], 'Send Messages'],
    // A role that Rung does not hold.
    [[overwrite('700000000000000001', SEND)], undefined],
  ])('is checked for permissions: %j', async (permission_overwrites, names) => {
    expect((await check({ permission_overwrites })).lacks).toBe(
      names &&
        `Rung lacks permissions in DISCORD_PROPOSALS_CHANNEL: ${names}. Allow them for its role (Edit Channel > Permissions)`,
    )
  })

  const showcase = () =>
    createShowcase({
      rest,
      home: () => ({ server: SERVER, channel: CHANNEL }),
      tell: () => Promise.resolve('told'),
      unlisted: () => [],
      nominateEmoji: LADDER,
      locale: 'en',
    })

  test.each([
    [{ type: 15 }, '(50008): the channel takes no plain messages, as a forum does not: set it to'],
    [{ type: 11, thread_metadata: { archived: true } }, '(50083): the thread is archived: reopen it'],
  ])('that takes no card is told with what to do: %j', async (fields, advice) => {
    discord.channelFields.set(CHANNEL, fields)
    await expect(showcase().post({ summary: 'a card', blocks: [] }, 'mark', false)).rejects.toThrow(advice)
  })

  test.each([50_001, 50_013, 50_083] as const)(
    'whose card cannot be changed is told with what to do: %d',
    async (code) => {
      discord.channelFields.delete(CHANNEL)
      const ref = await showcase().post({ summary: 'a card', blocks: [] }, `mark${code}`, false)
      discord.faults.add({ method: 'editMessage', kind: `error:${code}` })
      await expect(showcase().update(ref, { summary: 'the card', blocks: [] })).rejects.toThrow(
        new RegExp(`^Rung cannot use DISCORD_PROPOSALS_CHANNEL \\(${code}\\): `, 'u'),
      )
    },
  )
})
