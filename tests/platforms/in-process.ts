import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Bot, COMMANDS, createBot, type Services } from '../../src/bot/index.ts'
import { LADDER_EMOJI } from '../../src/message/index.ts'
import { createPictureRenderer } from '../../src/pictures/index.ts'
import type { DiscordConfig } from '../../src/platforms/discord/config.ts'
import { NO_COMMUNITY, type PlatformContext } from '../../src/platforms/platform.ts'
import type { SlackConfig } from '../../src/platforms/slack/config.ts'
import { createCommunitySettings, createCommunityTracker } from '../../src/proposals/index.ts'
import { createHttpServer } from '../../src/runtime/http-server.ts'
import { createMetrics } from '../../src/runtime/metrics.ts'
import { openEmbeddedStore } from '../../src/store/embedded/index.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import type { FakeSlack } from '../fakes/slack/server.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'

// What a platform is opened with in the process of a test, which can slow down the bot or make it fail.

export interface OwnContext {
  readonly context: PlatformContext
  readonly close: () => Promise<void>
}

/** Opens an embedded store and a bot without proposals. `change` returns the bot that the platform gets. */
export async function openContext(platform: 'slack' | 'discord', change: (bot: Bot) => Bot): Promise<OwnContext> {
  const folder = await mkdtemp(join(tmpdir(), `rung-${platform}-`))
  const store = await openEmbeddedStore({ folder, prefix: 'rung', onQuarantine: () => undefined })
  const catalogIndex = await openCatalog(ownCatalog)
  const newId = (): string => randomBytes(6).toString('base64url')
  const services: Services = { store, now: Date.now, newId, sessionMs: 3_600_000 }
  const bot = createBot({ commands: COMMANDS, catalogIndex: () => catalogIndex, services, report: () => {} })
  const communitySettings = createCommunitySettings({
    keyValues: store.keyValues,
    platforms: [platform],
    logChange: () => {},
    report: () => {},
  })
  const failed = (reason: unknown): never => {
    throw new Error(String(reason))
  }
  return {
    context: {
      bot: change(bot),
      communities: [{ ladder: undefined, community: createCommunityTracker(), communitySettings }],
      nominateEmoji: LADDER_EMOJI,
      locale: 'en',
      store,
      catalogVersion: () => '1',
      ladderOf: () => Promise.resolve(undefined),
      about: () => Promise.resolve({ roles: 1, skills: 58, version: '1', store: 'embedded' }),
      listener: createHttpServer({ host: '127.0.0.1', port: 0, portVariable: 'PORT', report: failed }),
      metrics: createMetrics(),
      pictures: createPictureRenderer(),
      log: pino({ level: 'silent' }),
      now: Date.now,
      refused: failed,
    },
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The configuration for a double of Discord. */
export function discordConfig({ token, apiUrl }: FakeDiscord): DiscordConfig {
  return { community: NO_COMMUNITY, token, apiUrl, guildId: undefined, shards: undefined }
}

/** The configuration for a double of Slack: one workspace, over Socket Mode. */
export function slackConfig({ apiUrl, appToken }: FakeSlack, botToken: string): SlackConfig {
  return {
    community: NO_COMMUNITY,
    apiUrl,
    commandPrefix: '',
    publicUrl: undefined,
    transport: { type: 'socket', appToken },
    workspaces: { type: 'one', botToken },
  }
}
