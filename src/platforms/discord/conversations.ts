import { type APIMessageTopLevelComponent, type REST, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Bot, Conversation, Person, TypedInput } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import { plain, text } from '../../message/index.ts'
import { withServer } from './components/custom-id.ts'
import { LIMITS } from './components/limits.ts'
import { renderMessage } from './components/render.ts'
import { NO_SERVER, type UserProfile, type UserProfiles } from './user-profiles.ts'

// A conversation, such as an assessment, belongs to the server in which it was started. It is continued in direct messages, which
// belong to no server.

/** The server that a request is about, or a question to the user if there are several. */
export type ServerChoice =
  | { readonly type: 'server'; readonly server: string | undefined }
  | { readonly type: 'ask'; readonly components: readonly APIMessageTopLevelComponent[] }

export interface Conversations {
  /**
   * Finds the server of the conversation that a request continues or, in direct messages, of the ladder it is about. Falls back to
   * `usual`.
   */
  resolveServer(
    request: {
      readonly user: string
      readonly locale: Locale
      readonly usual: string | undefined
      /** In direct messages. In a server, a request is about that server's own conversations first. */
      readonly isDirect: boolean
      /** The user's profile; read if left out. */
      readonly profile?: UserProfile
    },
    incoming: TypedInput,
  ): Promise<ServerChoice>
}

export interface ConversationsDeps {
  readonly bot: Bot
  readonly userProfiles: UserProfiles
  readonly rest: REST
  /** The server whose members change the ladder of a person's server; undefined if there is none, or it is not known yet. */
  readonly ladderServer: (person: Person) => Promise<string | undefined>
  readonly report: (problem: string, details: object) => void
}

const Guild = z.object({ name: z.string() })
const MAX_NAMES = 5000
const NAME_TTL_MS = 60 * 60 * 1000
const NAME_TIMEOUT_MS = 1000

/** Two rows of buttons. */
const MAX_CHOICES = LIMITS.buttonsInARow * 2

interface ServerConversation extends Conversation {
  readonly server: string
}

export function createConversations(deps: ConversationsDeps): Conversations {
  const { bot, userProfiles, rest, ladderServer, report } = deps
  const names = new LRUCache<string, string>({ max: MAX_NAMES, ttl: NAME_TTL_MS })

  /** The name of a server; undefined if the bot is not in it. */
  const nameOf = async (server: string): Promise<string | undefined> => {
    const cached = names.get(server)
    if (cached !== undefined) return cached
    try {
      const guild = Guild.parse(await rest.get(Routes.guild(server), { signal: AbortSignal.timeout(NAME_TIMEOUT_MS) }))
      names.set(server, guild.name)
      return guild.name
    } catch {
      return undefined
    }
  }

  const renderChoice = async (
    open: readonly ServerConversation[],
    locale: Locale,
  ): Promise<readonly APIMessageTopLevelComponent[]> => {
    const t = translator(locale)
    const buttons = await Promise.all(
      open.slice(0, MAX_CHOICES).map(async ({ label, payload, server }) => ({
        label: `${label} · ${(await nameOf(server)) ?? t('inDiscord.otherServer')}`,
        id: withServer(payload, server) ?? payload,
      })),
    )
    const summary = t('inDiscord.whichServer')
    return renderMessage({ summary, blocks: [text(plain(summary))] }, { t, buttons })
  }

  return {
    async resolveServer({ user, locale, usual, isDirect, profile }, incoming) {
      const fallback = { type: 'server', server: usual } as const
      const scope = bot.scopeOf(incoming)
      if (scope === 'other' || (scope === 'community' && !isDirect)) return fallback
      const { servers, focus } = profile ?? (await userProfiles.getLatest(user))
      if (scope === 'community') {
        const person = { platform: 'discord', workspace: usual ?? NO_SERVER, user }
        const server = await ladderServer(person).catch(() => undefined)
        return server !== undefined && servers.includes(server) ? { type: 'server', server } : fallback
      }
      if (servers.length === 0 || (servers.length === 1 && servers[0] === usual)) return fallback
      try {
        const lists = await Promise.all(
          servers.map(async (server) => {
            const own = await bot.conversations({ platform: 'discord', workspace: server, user }, locale)
            return own.map((conversation): ServerConversation => ({ ...conversation, server }))
          }),
        )
        const isAnswer = incoming.type === 'text' && !/^\s*\//u.test(incoming.text)
        const open = lists.flat().filter(({ takesText }) => takesText || !isAnswer)
        const candidates = new Set(open.map(({ server }) => server))
        if (candidates.size === 0 || (!isDirect && candidates.has(usual ?? ''))) return fallback
        const [only] = candidates
        if (candidates.size === 1) return { type: 'server', server: only }
        if (isAnswer && focus !== undefined && candidates.has(focus)) return { type: 'server', server: focus }
        return { type: 'ask', components: await renderChoice(open, locale) }
      } catch (error) {
        report('the open conversations of a user could not be read', { err: error })
        return fallback
      }
    },
  }
}
