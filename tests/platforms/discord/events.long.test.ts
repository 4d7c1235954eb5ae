import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordPerson, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { openClock } from '../clock.ts'
import { type RungProcess, startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

const SERVER = '800000000000000001'
const CHAT = { server: SERVER, channel: '810000000000000001' }
const CARDS = { server: SERVER, channel: '820000000000000001' }
const MEMBERS = Array.from({ length: 8 }, (_, n) => `30000000000000000${n + 1}`)

const FORWARDED = {
  content: '/skills ml-engineer senior',
  type: 0,
  flags: 0,
  attachments: [],
  embeds: [],
  mentions: [],
}
const snapshot = (message: object) => ({
  message_reference: { type: 1, channel_id: CHAT.channel, message_id: '830000000000000001' },
  message_snapshots: [{ message: { timestamp: new Date(0).toISOString(), edited_timestamp: null, ...message } }],
})
const FILE = { id: '840000000000000001', filename: 'notes.pdf', size: 10, url: 'https://cdn.example/a', proxy_url: '' }

describe('an event of Discord', () => {
  let discord: FakeDiscord
  let rung: RungProcess
  let clock: Awaited<ReturnType<typeof openClock>>
  let people = 0
  const someone = (): DiscordPerson =>
    personOf(discord, {
      id: `10000000000000${3000 + ++people}`,
      where: CHAT,
      ...(people % 2 === 0 && { locale: 'es-ES' }),
    })
  const member = (n: number): DiscordPerson => personOf(discord, { id: MEMBERS[n] ?? '', where: CHAT })
  const answers = (person: DiscordPerson) => person.sees('direct').filter(({ fromBot }) => fromBot)

  beforeAll(async () => {
    discord = await startFakeDiscord()
    for (const { channel } of [CHAT, CARDS]) discord.channels.set(channel, SERVER)
    discord.servers.set(SERVER, new Map(MEMBERS.map((id) => [id, []])))
    clock = await openClock()
    rung = await startRung({
      ...clock.environment,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      RUNG_POLICY: 'startsPerDay=20, openPerAuthor=20',
      PORT: '0',
    })
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
    await clock?.remove()
  })

  test.each([
    ['a file', { attachments: [FILE] }],
    ['a voice message', { attachments: [FILE], flags: 1 << 13 }],
    ['a sticker', { sticker_items: [{ id: '850000000000000001', name: 'wave', format_type: 1 }] }],
    ['a forwarded file', snapshot({ ...FORWARDED, content: '', attachments: [FILE] })],
  ])('in direct messages is answered: %s', async (_, more) => {
    const ana = someone()
    ana.say('', more)
    await ana.reads('direct', /I can only read text|Solo puedo leer texto/u)
    expect(answers(ana)).toHaveLength(1)
  })

  test('in direct messages is read: the text of a forwarded message', async () => {
    const ana = someone()
    ana.say('', snapshot(FORWARDED))
    expect(readOf(await ana.reads('direct', '58 skills'))).toContain('PyTorch')
  })

  test('in direct messages is answered: an edit, once; a preview that Discord adds is ignored', async () => {
    const ana = someone()
    const message = ana.say('/skills ml-engineer senior')
    await ana.reads('direct', '58 skills')
    ana.edit(message)
    ana.edit(message, '/skills ml-engineer junior')
    await ana.reads('direct', /I don’t read edited messages|No leo los mensajes editados/u)
    const since = discord.seq()
    ana.say('/skills docker')
    await ana.reads('direct', 'Docker', { since })
    expect(answers(ana)).toHaveLength(3)
  })

  test('in direct messages is read: a reply to an earlier message', async () => {
    const ana = someone()
    ana.say('/skills ml-engineer senior', { type: 19, message_reference: { channel_id: ana.direct } })
    expect(readOf(await ana.reads('direct', '58 skills'))).toContain('PyTorch')
  })

  test('is ignored if it was not sent to Rung, or is old', async () => {
    const ana = someone()
    const edit = (edited: object): void =>
      discord.dispatch('MESSAGE_UPDATE', {
        ...{ id: message.id, channel_id: ana.direct, channel_type: 1, type: 0, content: 'other words' },
        ...{ author: { id: ana.id, username: 'ana' }, edited_timestamp: new Date(Date.now()).toISOString() },
        ...edited,
      })
    const message = ana.say('/skills ml-engineer senior')
    await ana.reads('direct', '58 skills')
    // A pin and a call are Discord's own messages.
    for (const type of [6, 3]) ana.say('', { type })
    const bot = { id: '910000000000000009', username: 'other', bot: true }
    ana.say('/skills docker', { author: bot })
    ana.say('/skills docker', { guild_id: SERVER, channel_id: CHAT.channel, channel_type: 0 })
    edit({ author: bot })
    edit({ guild_id: SERVER, channel_id: CHAT.channel, channel_type: 0 })
    edit({ edited_timestamp: new Date(Date.now() - 2 * 3_600_000).toISOString() })
    edit({ edited_timestamp: null })
    const since = discord.seq()
    ana.say('/skills docker')
    await ana.reads('direct', 'Docker', { since })
    expect(answers(ana)).toHaveLength(2)
  })

  test('is answered once if an edit is delivered again, for a preview or much later', async () => {
    const ana = someone()
    const edit = {
      ...{ id: '860000000000000001', channel_id: ana.direct, channel_type: 1, type: 0, content: 'other words' },
      ...{ author: { id: ana.id, username: 'ana' }, edited_timestamp: new Date(Date.now()).toISOString() },
    }
    const sent = (): number => discord.made.filter(({ route }) => route === 'createMessage').length
    const finished = async (): Promise<number> => {
      const metrics = await (await fetch(`${rung.url}/metrics`)).text()
      return Number(/^rung_deliveries_total\{[^}]*kind="text",result="answered"\} (\d+)/mu.exec(metrics)?.[1] ?? 0)
    }
    const finishedBefore = await finished()
    discord.dispatch('MESSAGE_UPDATE', edit)
    await ana.reads('direct', /I don’t read edited messages|No leo los mensajes editados/u)
    // The event is marked as done after its answer was sent; until then the clock must not pass the end of its lease.
    await expect.poll(finished).toBe(finishedBefore + 1)
    const before = sent()
    discord.dispatch('MESSAGE_UPDATE', edit)
    await clock.advance(10 * 60_000)
    discord.dispatch('MESSAGE_UPDATE', edit)
    // Another edit of the same message is answered again.
    const next = new Date(Date.now()).toISOString()
    discord.dispatch('MESSAGE_UPDATE', { ...edit, edited_timestamp: next })
    await discord.until('an answer to the second edit', () => (answers(ana).length === 2 ? true : undefined))
    expect(sent()).toBe(before + 1)
  })

  test.each(['form~0~x', 'form~0~1s', 'part~0~x', 'pick~1', '~', '0~', `${SERVER}@`, 'page~1~p~'])(
    'in direct messages is answered: a press of %s',
    async (id) => {
      const ana = someone()
      const pressed = await ana.forge(id)
      expect(pressed.acknowledged).toBe(true)
      expect(readOf(await ana.reads('direct', /button|botón/u))).not.toContain('did not respond')
      const since = discord.seq()
      ana.say(id)
      await ana.reads('direct', /\S/u, { since })
    },
  )

  test.each(['all', '🪜'])(
    'a moderator removes reactions: the person is notified and the nomination ends: %s',
    async (removed) => {
      const n = removed === 'all' ? 0 : 1
      for (const id of MEMBERS) await personOf(discord, { id, where: CHAT }).command('skills', { skill: 'docker' })
      // Members are counted once a minute.
      await clock.advance(2 * 60_000)
      const skill = ['docker', 'kubernetes'][n]
      const since = discord.seq()
      await member(0).command('propose', changeOptions(`ml-engineer senior ${skill} working because we only use it`))
      await member(0).reads(CHAT, /This is proposal/u, { since })
      const card = await member(5).reads(CARDS, new RegExp(`#${n + 1} · [\\s\\S]*Waiting for nominations`, 'u'), {
        ms: 10_000,
      })
      member(1).react(card, '🎉')
      member(1).react(card, '🪜')
      await member(5).reads(CARDS, new RegExp(`#${n + 1} · [\\s\\S]*1 of 2`, 'u'))
      discord.clear(card, '🎉')
      discord.clear(card, removed === 'all' ? undefined : removed)
      await member(1).reads('direct', new RegExp(`removed all reactions[\\s\\S]*#${n + 1} · `, 'u'))
      await member(5).reads(CARDS, new RegExp(`#${n + 1} · [\\s\\S]*0 of 2`, 'u'))
      member(1).react(card, '🪜')
      expect(readOf(await member(5).reads(CARDS, new RegExp(`#${n + 1} · [\\s\\S]*1 of 2`, 'u')))).toContain(
        'Waiting for nominations',
      )
    },
  )

  test('leads to nothing that Discord refuses', () => {
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  })
})
