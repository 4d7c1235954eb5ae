import { REST } from 'discord.js'
import { COMMANDS, createBot } from '../../../src/bot/index.ts'
import { createCommandMentions } from '../../../src/platforms/discord/command-mentions.ts'
import { createDirectMessages } from '../../../src/platforms/discord/direct-messages.ts'
import { welcomeNewServers } from '../../../src/platforms/discord/new-servers.ts'
import { createMetrics } from '../../../src/runtime/metrics.ts'
import type { Store } from '../../../src/store/index.ts'
import type { FakeDiscord } from '../../fakes/discord/server.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'

const catalogIndex = await openCatalog(ownCatalog)

/** Starts what a process of Rung does about new servers, with the list read often. Adds what it reports to `problems`. */
export function startServerGreeter(discord: FakeDiscord, store: Store, problems: string[]): { stop(): Promise<void> } {
  const rest = new REST({ api: discord.apiUrl, retries: 0, timeout: 2000 }).setToken(discord.token)
  const bot = createBot({
    commands: COMMANDS,
    catalogIndex: () => catalogIndex,
    services: { store, now: Date.now, newId: () => 'id', sessionMs: 1000 },
    report: ({ error }) => problems.push(String(error)),
  })
  return welcomeNewServers({
    rest,
    bot,
    botId: () => discord.applicationId,
    keyValues: store.keyValues,
    claims: store.claims,
    directMessages: createDirectMessages(rest, createMetrics()),
    commandMentions: createCommandMentions(COMMANDS, undefined),
    now: Date.now,
    report: (problem, details) => problems.push(`${problem} ${JSON.stringify(details)}`),
    intervalMs: 30,
  })
}
