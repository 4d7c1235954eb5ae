import { expect, test } from 'vitest'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { personOf } from '../../fakes/discord/people.ts'
import { startFakeDiscord } from '../../fakes/discord/server.ts'
import { discordConfig, openContext } from '../in-process.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

test('a failure before the bot answers is reported to the person, for typed text and commands', async () => {
  const discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  const { context, close } = await openContext('discord', (bot) => ({
    ...bot,
    scopeOf() {
      throw new Error('a part of the look-up fails')
    },
  }))
  const platform = createDiscord({ ...context, config: discordConfig(discord) })
  try {
    await platform.start()
    const ana = personOf(discord, { id: '300000000000000001', where: HERE })
    ana.say('/skills docker')
    await ana.reads('direct', /Discord didn’t confirm|couldn’t finish/u)
    await ana.command('skills', { skill: 'docker' })
    await ana.reads(HERE, /Discord didn’t confirm|couldn’t finish/u)
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  } finally {
    await platform.stop()
    await discord.close()
    await close()
  }
})
