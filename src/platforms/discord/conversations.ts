import { type APIMessageTopLevelComponent, type REST, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Bot, Conversation, TypedInput } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import { plain, text } from '../../message/index.ts'
import { withServer } from './components/custom-id.ts'
import { LIMITS } from './components/limits.ts'
import { renderMessage } from './components/render.ts'
import type { UserProfile, UserProfiles } from './user-profiles.ts'

// A conversation, such as an assessment, belongs to the server it was started in, and is continued in the direct messages, which
// belong to none.

/** Where something belongs: in a server, or in one of several that the person is asked for. */
export type ServerChoice =
  | { readonly type: 'server'; readonly server: string | undefined }
  | { readonly type: 'ask'; readonly components: readonly APIMessageTopLevelComponent[] }

export interface Conversations {
  /**
   * Finds the server of the conversation that is continued or, in the direct messages, of the ladder that is asked about; `usual` is
   * the server it belongs to if there is none.
   */
  resolveServer(
    of: {
      readonly user: string
      readonly locale: Locale
      readonly usual: string | undefined
      /** In the direct messages; what is asked for in a server is about its own conversations first. */
      readonly direct: boolean
      /** What is known of the person; read if it is left out. */
      readonly origin?: UserProfile
    },
    incoming: TypedInput,
  ): Promise<ServerChoice>
}

export interface ConversationsDeps {
  readonly bot: Bot
  readonly userProfiles: UserProfiles
  readonly rest: REST
  /** The server that keeps the ladder; undefined if none does, or it is not known yet. */
  readonly ladderServer: () => string | undefined
  readonly report: (problem: string, details: object) => void
}

const Guild = z.object({ name: z.string() })
const MOST_NAMES = 5000
/** Servers rarely change their names. */
const NAME_MS = 60 * 60 * 1000

interface Open extends Conversation {
  readonly server: string
}

export function createConversations({
  bot,
  userProfiles: origins,
  rest,
  ladderServer: home,
  report,
}: ConversationsDeps): Conversations {
  const names = new LRUCache<string, string>({ max: MOST_NAMES, ttl: NAME_MS })

  /** The name of a server; undefined if the bot is not in it. */
  const nameOf = async (server: string): Promise<string | undefined> => {
    const name = names.get(server)
    if (name !== undefined) return name
    try {
      const guild = Guild.parse(await rest.get(Routes.guild(server), { signal: AbortSignal.timeout(NAME_WAIT_MS) }))
      names.set(server, guild.name)
      return guild.name
    } catch {
      return undefined
    }
  }

  const ask = async (open: readonly Open[], locale: Locale): Promise<readonly APIMessageTopLevelComponent[]> => {
    const t = translator(locale)
    const labels = await Promise.all(
      open.map(async ({ label, server }) => `${label} · ${(await nameOf(server)) ?? t('inDiscord.otherServer')}`),
    )
    const extra = open.map(({ payload, server }, nth) => ({
      label: labels[nth] ?? '',
      id: withServer(payload, server) ?? payload,
    }))
    const summary = t('inDiscord.whichServer')
    return renderMessage({ summary, blocks: [text(plain(summary))] }, { t, buttons: extra.slice(0, MOST_CHOICES) })
  }

  return {
    async resolveServer({ user, locale, usual, direct, origin }, incoming) {
      const place = { type: 'server', server: usual } as const
      const concerns = bot.scopeOf(incoming)
      if (concerns === 'other' || (concerns === 'community' && !direct)) return place
      const { servers, focus } = origin ?? (await origins.getLatest(user))
      if (concerns === 'community') {
        const keeper = home()
        return keeper !== undefined && servers.includes(keeper) ? { type: 'server', server: keeper } : place
      }
      if (servers.length === 0 || (servers.length === 1 && servers[0] === usual)) return place
      try {
        const lists = await Promise.all(
          servers.map(async (server) => {
            const own = await bot.conversations({ platform: 'discord', workspace: server, user }, locale)
            return own.map((conversation): Open => ({ ...conversation, server }))
          }),
        )
        const isWords = incoming.type === 'text' && !/^\s*\//u.test(incoming.text)
        const open = lists.flat().filter(({ takesText: listens }) => listens || !isWords)
        const places = new Set(open.map(({ server }) => server))
        if (places.size === 0 || (!direct && places.has(usual ?? ''))) return place
        const [only] = places
        if (places.size === 1) return { type: 'server', server: only }
        if (isWords && focus !== undefined && places.has(focus)) return { type: 'server', server: focus }
        return { type: 'ask', components: await ask(open, locale) }
      } catch (error) {
        report('the conversations that a person has open could not be read', { err: error })
        return place
      }
    },
  }
}

/** As many as are still told apart at a glance, in rows of five. */
const MOST_CHOICES = LIMITS.buttonsInARow * 2
const NAME_WAIT_MS = 1000
