import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { startFakeSlack } from '../../fakes/slack/server.ts'
import { spawnRung, startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

// Follows docs/discord.md: its commands run as written, and each message it explains is printed.

const guide = await readFile(join(import.meta.dirname, '../../../docs/discord.md'), 'utf8')
const trouble = guide.slice(guide.indexOf('## When something is wrong'))
const explained = [...trouble.matchAll(/^\| `(.+?)` \|/gmu)].map(([, text = '']) => text)
const seen = new Set<string>()

/** Expects a message in a text and in the guide, and marks it as seen. */
function appears(text: string, message: string): void {
  expect(explained).toContain(message)
  expect(text).toContain(message)
  seen.add(message)
}

const HERE = { server: '800000000000000001', channel: '810000000000000001' }
let discord: FakeDiscord

beforeAll(async () => {
  discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
})
afterAll(() => discord?.close())

/** The environment that a line of the guide sets, with the fake's token for the dots. */
function environmentOf(line: string): Readonly<Record<string, string>> {
  const set = [...line.matchAll(/([A-Z_]+)=(\S+)/gu)].map(([, name = '', value = '']) => [name, value] as const)
  const own = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0' }
  return { ...Object.fromEntries(set.filter(([, value]) => value !== '…')), ...own }
}

describe('the Discord guide', () => {
  const starts = [...guide.matchAll(/^ {4}(DISCORD_\S+ .*npm start)$/gmu)].map(([, line = '']) => line)

  test.each(starts)('%s starts Rung, and the first command is answered', async (line) => {
    const rung = await startRung(environmentOf(line))
    expect(guide).toContain('    ready in Discord\n')
    expect(await rung.logs('ready in Discord')).toContain('"msg":"ready in Discord"')
    const ana = personOf(discord, { id: '100000000000000001', where: HERE })
    const [, command = '', words = ''] = /^ {4}\/(\w+) (.*)$/mu.exec(guide) ?? []
    const options = [...words.matchAll(/(\w+): (\S+)/gu)].map(([, name = '', value = '']) => [name, value])
    await ana.command(command, Object.fromEntries(options))
    expect(readOf(await ana.reads(HERE, 'Senior'))).toContain('58 skills')
    expect(await rung.stop()).toBe(0)
  })

  test('starts Rung with and without shards', () => {
    expect(starts).toHaveLength(3)
  })

  test('explains what is printed if a setting is wrong', async () => {
    const own = environmentOf('')
    const words = async (more: Readonly<Record<string, string>>): Promise<string> => {
      const rung = await spawnRung({ ...own, ...more })
      expect(await rung.ended).toBe(1)
      return rung.lines.join('\n')
    }
    appears(await words({ DISCORD_TOKEN: 'aaaa.bbbb.cccc' }), 'Discord refuses DISCORD_TOKEN')
    appears(await words({ DISCORD_TOKEN: 'abc' }), 'DISCORD_TOKEN: must be a bot token of three parts')
    appears(await words({ DISCORD_SHARDS: '0' }), 'DISCORD_SHARD_COUNT: is not set')
    const slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    const slacks = { SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: slack.signingSecret }
    const both = await startRung({ ...own, ...slacks, DISCORD_TOKEN: 'aaaa.bbbb.cccc' })
    appears(await both.logs('continuing without'), 'continuing without Discord')
    await both.stop()
    await slack.close()
  })

  test('explains log lines and notices to people', async () => {
    const free = createServer()
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
    const address = free.address()
    await new Promise((resolve) => free.close(resolve))
    const port = typeof address === 'object' && address ? address.port : 0
    const lonely = await spawnRung({ ...environmentOf(''), DISCORD_API_URL: `http://127.0.0.1:${port}/api` })
    appears(await lonely.logs('trying again'), 'Discord cannot be reached; trying again')
    await lonely.kill()

    discord.faults.add({ method: 'commands', kind: 'error:50001' })
    const rung = await startRung(environmentOf(''))
    appears(await rung.logs('could not be registered'), 'the commands could not be registered in Discord')
    const ana = personOf(discord, { id: '100000000000000002', where: HERE })
    discord.faults.add({ method: 'callback', kind: 'error:50013' })
    const answer = await (async () => {
      await ana.command('skills', { role: 'ml-engineer' })
      return ana.reads(HERE, /./u)
    })()
    appears(readOf(answer), 'Discord refused my answer')
    discord.faults.add({ method: 'callback', kind: 'error:10062' })
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    appears(readOf(await ana.reads('direct', 'too long')), 'That took too long for Discord')
    discord.closed.add(ana.id)
    await ana.command('assess start', { role: 'ml-engineer' })
    await ana.press(await ana.reads(HERE, 'Assessment: ML Engineer'), 'Find my level')
    appears(readOf(await ana.reads(HERE, 'Question 1')), 'I can’t send you direct messages, so let’s continue here')
    discord.drop('resume')
    appears(await rung.logs('a shard connects again'), 'a shard connects again')
    expect(await rung.stop()).toBe(0)
  })

  test('explains a proposals channel that Rung cannot use, and unknown experts', async () => {
    const before = seen.size
    const blind = await startRung({ ...environmentOf(''), DISCORD_PROPOSALS_CHANNEL: '600000000000000009' })
    appears(await blind.logs('cannot use'), 'Rung cannot use DISCORD_PROPOSALS_CHANNEL')
    await blind.stop()
    discord.channels.set('600000000000000001', HERE.server)
    discord.servers.set(HERE.server, new Map([['100000000000000003', ['700000000000000001']]]))
    // Send Messages is denied to everyone.
    const permission_overwrites = [{ id: HERE.server, type: 0, allow: '0', deny: String(1n << 11n) }]
    discord.channelFields.set('600000000000000001', { permission_overwrites })
    discord.membersIntent = false
    discord.faults.add({ method: 'createMessage', kind: 'error:50013' })
    const rung = await startRung({
      ...environmentOf(''),
      DISCORD_PROPOSALS_CHANNEL: '600000000000000001',
      DISCORD_EXPERTS: '700000000000000001,400000000000000009',
    })
    appears(
      await rung.logs('who has the roles'),
      'Rung can’t see who has the roles in DISCORD_EXPERTS and DISCORD_ADMINS until they use it',
    )
    appears(
      await rung.logs('400000000000000009'),
      'DISCORD_EXPERTS or DISCORD_ADMINS names an id that is neither a role nor a member of the server',
    )
    const ana = personOf(discord, { id: '100000000000000004', where: HERE })
    await ana.command('propose', changeOptions('ml-engineer middle pytorch advanced because we ship models'))
    appears(await rung.logs('lacks permissions'), 'Rung lacks permissions in DISCORD_PROPOSALS_CHANNEL')
    await rung.stop()
    expect(seen.size).toBe(before + 4)
  })

  test('explains no other message', () => {
    expect(explained.length).toBeGreaterThan(8)
    expect(new Set(explained)).toEqual(seen)
  })
})
