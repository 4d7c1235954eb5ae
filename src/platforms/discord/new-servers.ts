import { setTimeout as sleep } from 'node:timers/promises'
import { AuditLogEvent, DiscordAPIError, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Bot, Person } from '../../bot/index.ts'
import { type Locale, localeFrom, translator } from '../../i18n/index.ts'
import type { ClaimStore, KeyValueStore } from '../../store/store.ts'
import { postMessage } from './channel-messages.ts'
import type { CommandMentions } from './command-mentions.ts'
import { renderMessage } from './components/render.ts'
import { type DirectMessages, DirectMessagesClosedError } from './direct-messages.ts'
import { listServers } from './servers.ts'

// Greets the person who has added the bot to a server. The gateway reports that only with the intent Guilds, which also sends every
// server's roles and channels, so the list of servers is read instead.

export interface NewServersDeps {
  readonly rest: REST
  readonly bot: Bot
  readonly botId: () => string | undefined
  readonly keyValues: KeyValueStore
  readonly claims: ClaimStore
  readonly directMessages: DirectMessages
  readonly commandMentions: CommandMentions
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Milliseconds between two reads of the list. */
  readonly intervalMs?: number
}

const INTERVAL_MS = 60_000
/** A server that the bot has been in for longer needs no greeting: the list is read for the first time, or could not be read for long. */
const NEW_MS = 24 * 60 * 60 * 1000
/** Servers greeted after one read of the list. A bot that joins more at once, or starts with more, greets none of the others. */
const MAX_GREETED = 20
const CLAIM_MS = 2 * NEW_MS

const KEY = 'discord/servers'
const ServerIds = z.array(z.string())
const Guild = z.object({ system_channel_id: z.string().nullish(), preferred_locale: z.string().optional() })
const OwnMember = z.object({ joined_at: z.string() })
const AuditLog = z.object({
  audit_log_entries: z.array(z.object({ user_id: z.string().nullable(), target_id: z.string().nullable() })),
})

/** Starts to greet the people who add the bot to a server: in a direct message, or in the server's channel for such messages. */
export function welcomeNewServers(deps: NewServersDeps): { stop(): Promise<void> } {
  const { rest, keyValues, claims, now, report, intervalMs = INTERVAL_MS } = deps
  const stopping = new AbortController()

  /** Greets in a server, at most once; resolves with false if that could not be determined and should be tried again. */
  const welcome = async (server: string, own: string): Promise<boolean> => {
    try {
      const greeting = await readGreeting(server, own, deps)
      if (!greeting || (await claims.claim(`discord/welcome/${server}`, now(), CLAIM_MS)) !== 'claimed') return true
      await greeting.send()
      return true
    } catch (error) {
      report('a new server could not be greeted', { server, err: error })
      return error instanceof DiscordAPIError
    }
  }

  const round = async (): Promise<void> => {
    const own = deps.botId()
    if (own === undefined) return
    const stored = await keyValues.read(KEY)
    const before = new Set(stored ? ServerIds.parse(JSON.parse(stored.value)) : [])
    const all = await listServers(rest)
    const added = [...all].filter((server) => !before.has(server))
    if (added.length === 0 && all.size === before.size) return
    const done = new Set(all)
    for (const server of added.slice(0, MAX_GREETED)) {
      if (!(await welcome(server, own))) done.delete(server)
    }
    // Another process may have been faster: it has greeted the same servers.
    await keyValues.write(KEY, JSON.stringify([...done]), { ifVersion: stored?.version ?? null })
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch((error: unknown) => report('the list of servers could not be read', { err: error }))
      await sleep(intervalMs, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined)
    }
  }
  const done = loop()

  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

/** Reads all that a greeting needs, so that nothing but sending it is left; resolves with undefined in a server that is not new. */
async function readGreeting(
  server: string,
  own: string,
  deps: NewServersDeps,
): Promise<{ send(): Promise<void> } | undefined> {
  const { rest, now } = deps
  const { joined_at: joined } = OwnMember.parse(await rest.get(Routes.guildMember(server, own)))
  if (now() - Date.parse(joined) >= NEW_MS) return undefined
  const guild = Guild.parse(await rest.get(Routes.guild(server)))
  const installer = await readInstaller(server, own, rest)
  return { send: () => greet(server, own, guild, installer, deps) }
}

async function greet(
  server: string,
  own: string,
  { system_channel_id: systemChannel, preferred_locale: preferred }: z.infer<typeof Guild>,
  installer: string | undefined,
  { rest, bot, directMessages, commandMentions }: NewServersDeps,
): Promise<void> {
  const render = async (person: Person, locale: Locale, isDirect: boolean) => {
    const t = translator(locale)
    const event = { type: 'welcome', id: `welcome/${server}`, occasion: 'installed', person, locale } as const
    const response = await bot.handleWelcome(event)
    const nativeForm = commandMentions.formsIn(isDirect ? undefined : server, t)
    return response?.type === 'reply'
      ? renderMessage(response.message, { t, nativeForm, ...(isDirect && { server }) })
      : undefined
  }
  const locale = localeFrom(preferred)
  if (installer !== undefined) {
    try {
      const person = { platform: 'discord', workspace: server, user: installer }
      const components = await render(person, (await bot.languageOf(person)) ?? locale, true)
      if (components) await directMessages.send(installer, components, { nonce: `w${server}` })
      return
    } catch (error) {
      if (!(error instanceof DirectMessagesClosedError)) throw error
    }
  }
  if (!systemChannel) return
  const components = await render({ platform: 'discord', workspace: server, user: own }, locale, false)
  try {
    if (components) await postMessage(rest, systemChannel, { components, nonce: `w${server}` })
  } catch (error) {
    // The bot may not write there: then nobody is greeted.
    if (!(error instanceof DiscordAPIError)) throw error
  }
}

/** The user who added the bot; undefined if the bot may not read the server's log, which takes a permission that few give it. */
async function readInstaller(server: string, own: string, rest: REST): Promise<string | undefined> {
  try {
    const query = new URLSearchParams({ action_type: String(AuditLogEvent.BotAdd), limit: '50' })
    const log = AuditLog.parse(await rest.get(Routes.guildAuditLog(server), { query }))
    return log.audit_log_entries.find(({ target_id: target }) => target === own)?.user_id ?? undefined
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error
    return undefined
  }
}
