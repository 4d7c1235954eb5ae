import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { COMMANDS, createBot, type Services } from '../../../src/bot/index.ts'
import { LADDER_EMOJI } from '../../../src/message/index.ts'
import { createPictureRenderer } from '../../../src/pictures/index.ts'
import { createDiscord } from '../../../src/platforms/discord/index.ts'
import { createCommunitySettings, createCommunityTracker } from '../../../src/proposals/index.ts'
import { createMetrics } from '../../../src/runtime/metrics.ts'
import { openEmbeddedStore } from '../../../src/store/embedded/index.ts'
import { personOf } from '../../fakes/discord/people.ts'
import { startFakeDiscord } from '../../fakes/discord/server.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

test('a failure before the bot answers is reported to the person, for typed text and commands', async () => {
  const discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  const folder = await mkdtemp(join(tmpdir(), 'rung-discord-'))
  const store = await openEmbeddedStore({ folder, prefix: 'rung', onQuarantine: () => {} })
  const catalogIndex = await openCatalog(ownCatalog)
  const services: Services = { store, now: Date.now, newId: () => 'id', sessionMs: 1000 }
  const bot = createBot({ commands: COMMANDS, catalogIndex: () => catalogIndex, services, report: () => {} })
  const community = { channel: undefined, workspace: undefined, experts: [], admins: [] }
  const platform = createDiscord({
    config: { community, token: discord.token, apiUrl: discord.apiUrl, guildId: undefined, shards: undefined },
    bot: {
      ...bot,
      scopeOf() {
        throw new Error('a part of the look-up fails')
      },
    },
    communities: [
      {
        ladder: undefined,
        community: createCommunityTracker(),
        communitySettings: createCommunitySettings({
          keyValues: store.keyValues,
          platforms: ['discord'],
          logChange: () => {},
          report: () => {},
        }),
      },
    ],
    nominateEmoji: LADDER_EMOJI,
    locale: 'en',
    store,
    catalogVersion: () => '1',
    ladderOf: () => Promise.resolve(undefined),
    about: () => Promise.resolve({ roles: 1, skills: 58, version: '1', store: 'embedded' }),
    metrics: createMetrics(),
    pictures: createPictureRenderer(),
    log: pino({ level: 'silent' }),
    now: Date.now,
    refused: (reason) => {
      throw new Error(reason)
    },
  })
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
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
})
