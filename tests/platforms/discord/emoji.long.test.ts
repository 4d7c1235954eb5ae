import { describe, expect, test } from 'vitest'
import { personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { openClock } from '../clock.ts'
import { startRung } from '../rung.ts'
import { changeOptions } from './change-options.ts'

const SERVER = '800000000000000001'
const CHAT = { server: SERVER, channel: '810000000000000001' }
const CARDS = { server: SERVER, channel: '820000000000000001' }
const MEMBERS = Array.from({ length: 8 }, (_, n) => `30000000000000000${n + 1}`)
const OWN = 'partyblob:900000000000000777'

async function openDiscord(): Promise<FakeDiscord> {
  const discord = await startFakeDiscord()
  for (const { channel } of [CHAT, CARDS]) discord.channels.set(channel, SERVER)
  discord.servers.set(SERVER, new Map(MEMBERS.map((id) => [id, []])))
  return discord
}

describe('the nomination emoji in Discord', () => {
  test.each([
    {
      set: 'thumbsup',
      put: '👍🏽',
      other: '👍🏿',
      missed: '👍',
      sentence: 'Your 👍 counts',
      button: { label: '👍 Nominate' },
    },
    {
      set: OWN,
      put: OWN,
      other: undefined,
      missed: OWN,
      sentence: `Your <:${OWN}> counts`,
      button: { emoji: { name: 'partyblob', id: '900000000000000777' } },
    },
  ])('is $set', async ({ set, put, other, missed, sentence, button }) => {
    const discord = await openDiscord()
    const clock = await openClock()
    const rung = await startRung({
      ...clock.environment,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PROPOSALS_CHANNEL: CARDS.channel,
      RUNG_NOMINATE_EMOJI: set,
      PORT: '0',
    })
    const [ana, bo, carla, dan] = MEMBERS.map((id) => personOf(discord, { id, where: CHAT }))
    if (!ana || !bo || !carla || !dan) throw new Error('too few members')
    for (const id of MEMBERS) await personOf(discord, { id, where: CHAT }).command('skills', { skill: 'docker' })
    // Members are counted once a minute.
    await clock.advance(2 * 60_000)
    await ana.command('propose', changeOptions('ml-engineer senior docker working because we only use it'))
    const card = await dan.reads(CARDS, /Waiting for nominations/u, { ms: 10_000 })
    expect(JSON.stringify(card.components)).toContain(JSON.stringify(button).slice(1, -1))
    bo.react(card, '🪜')
    bo.react(card, put)
    expect(readOf(await bo.reads('direct', 'counts', { ms: 10_000 }))).toContain(sentence)
    await dan.reads(CARDS, /1 of 2/u)
    const lists = (): number => discord.made.filter(({ route }) => route === 'reactions').length
    /** Waits until Rung has read the remaining reactions. */
    const compared = (before: number) =>
      discord.until('the remaining reactions', () => (lists() > before ? true : undefined), { ms: 10_000 })
    if (other !== undefined) {
      // Two skin tones are two reactions of one person, who removes one.
      bo.react(card, other)
      const before = lists()
      bo.react(card, put, { off: true })
      await compared(before)
    }
    // This reaction has no event: Rung finds it when it compares the cards with the reactions on them.
    card.reactions.set(missed, new Set([...(card.reactions.get(missed) ?? []), carla.id]))
    await clock.advance(11 * 60_000)
    await dan.reads(CARDS, /Open for voting/u, { ms: 15_000 })

    // Two messages belong to one proposal: the one it comes from, and its card.
    const idea = ana.write(CHAT, 'PyTorch, Middle: Working → Advanced?')
    bo.react(idea, put)
    const opened = await bo.press(await bo.reads('direct', /Turn this into a proposal/u), 'Complete and propose')
    await bo.submit(opened, {
      'Role, level, and skill': 'ml engineer mid pytorch',
      'Change to': 'Advanced',
      'Why?': 'We ship models from the first month on',
    })
    const second = await dan.reads(CARDS, /#2 · [\s\S]*Waiting for nominations/u, { ms: 10_000 })
    carla.react(idea, put)
    // Bo was notified of the same message separately.
    await carla.reads('direct', /you’ve nominated \*\*#2/u, { ms: 10_000 })
    await dan.reads(CARDS, /#2 · [\s\S]*1 of 2/u, { ms: 10_000 })
    carla.react(second, put)
    await carla.reads('direct', /#2/u)
    const before = lists()
    discord.clear(second)
    await compared(before)
    await dan.press(second, /Nominate$/u)
    await dan.reads(CARDS, /#2 · [\s\S]*Open for voting/u, { ms: 10_000 })
    expect(carla.sees('direct').filter((message) => readOf(message).includes('removed all reactions'))).toEqual([])

    discord.contentIntent = true
    dan.react(ana.write(CHAT, 'R&D asks in <#810000000000000001>'), put)
    expect(readOf(await dan.reads('direct', 'R&D asks'))).toContain('in #810000000000000001')
    expect(await rung.stop()).toBe(0)
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
    await discord.close()
    await clock.remove()
  })
})
