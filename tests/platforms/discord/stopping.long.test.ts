import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { personOf, readOf } from '../../fakes/discord/people.ts'
import { startFakeDiscord } from '../../fakes/discord/server.ts'
import { discordConfig, openContext } from '../in-process.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

test('while stopping, a process answers what it has begun and takes no new delivery', async () => {
  const discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  discord.channels.set(HERE.channel, HERE.server)
  const reactions: string[] = []
  const { context, close } = await openContext('discord', (bot) => ({
    ...bot,
    async handle(event) {
      await sleep(1000)
      return bot.handle(event)
    },
    handleReaction(reaction) {
      reactions.push(reaction.id)
      return bot.handleReaction(reaction)
    },
    handleEmojiRemoval(removal) {
      reactions.push(removal.ref)
      return bot.handleEmojiRemoval(removal)
    },
  }))
  const platform = createDiscord({ ...context, config: discordConfig(discord) })
  try {
    await platform.start()
    const ana = personOf(discord, { id: '300000000000000001', where: HERE })
    const first = ana.say('/skills docker')
    await sleep(300)
    const stopped = platform.stop()
    ana.say('/skills kubernetes')
    ana.edit(first, '/skills python')
    const message = ana.mention(HERE, 'what is expected of a senior?')
    ana.react(message, '🪜')
    ana.react(message, '🪜', { off: true })
    discord.clear(message)
    await stopped
    await sleep(1500)
    const answers = discord.messages.filter(({ fromBot }) => fromBot).map(readOf)
    expect(answers).toEqual([expect.stringContaining('Docker')])
    expect(reactions).toEqual([])
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  } finally {
    await discord.close()
    await close()
  }
})
