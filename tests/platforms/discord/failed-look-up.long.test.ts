import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { COMMANDS, createBot, type Services } from '../../../src/bot/index.ts'
import { LADDER_EMOJI } from '../../../src/message/index.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { createCommunityTracker } from '../../../src/proposals/index.ts'
import { createMetrics } from '../../../src/runtime/metrics.ts'
import { openEmbeddedStore } from '../../../src/store/embedded/index.ts'
import { personOf } from '../../fakes/discord/people.ts'
import { startFakeDiscord } from '../../fakes/discord/server.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

test('what fails before an answer is thought of is told, whether it was typed or a command', async () => {
  const discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  const folder = await mkdtemp(join(tmpdir(), 'rung-discord-'))
  const store = await openEmbeddedStore({ folder, prefix: 'rung', onQuarantine: () => {} })
  const catalogIndex = await openCatalog(ownCatalog)
  const keep: Services = { store, now: Date.now, newId: () => 'id', sessionMs: 1000 }
  const bot = createBot({ commands: COMMANDS, catalogIndex: () => catalogIndex, services: keep, report: () => {} })
  const nobody = { channel: undefined, workspace: undefined, experts: [], admins: [] }
  const platform = createDiscord({
    config: { community: nobody, token: discord.token, apiUrl: discord.apiUrl, guildId: undefined, shards: undefined },
    bot: {
      ...bot,
      scopeOf() {
        throw new Error('a part of the look-up fails')
      },
    },
    community: createCommunityTracker(),
    nominateEmoji: LADDER_EMOJI,
    locale: 'en',
    store,
    catalogVersion: () => '1',
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    now: Date.now,
    refused: (why) => {
      throw new Error(why)
    },
  })
  try {
    await platform.start()
    const ana = personOf(discord, { id: '300000000000000001', where: HERE })
    ana.say('/skills docker')
    await ana.reads('direct', /Discord did not confirm|could not finish/u)
    await ana.command('skills', { skill: 'docker' })
    await ana.reads(HERE, /Discord did not confirm|could not finish/u)
    expect([discord.violations, discord.unexpected]).toEqual([[], []])
  } finally {
    await platform.stop()
    await discord.close()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
})
