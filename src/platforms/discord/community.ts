import type { REST } from 'discord.js'
import type { Locale } from '../../i18n/index.ts'
import type { ChannelProblem } from '../../proposals/index.ts'
import type { CommunityConfig, PlatformCommunity, PlatformContext } from '../platform.ts'
import { readAdministration } from './administrators.ts'
import { ChannelError, checkChannel } from './channel-check.ts'
import { createMemberDirectory, type MemberDirectory } from './members.ts'

export interface CommunityDeps
  extends Pick<PlatformContext, 'nominateEmoji' | 'locale' | 'now'>,
    Omit<PlatformCommunity, 'ladder'> {
  /** What the operator has set. */
  readonly operator: CommunityConfig
  readonly rest: REST
  readonly report: (problem: string, details?: object) => void
  /** The bot's own user; undefined until it is connected. */
  readonly botId: () => string | undefined
}

/** The part of the community that is in Discord, as it is set now. */
export interface DiscordCommunity {
  /** Who decides, with the settings in use. */
  readonly directory: () => MemberDirectory
  readonly hasChannel: () => boolean
  /** The server of the channel; undefined until it has been read. */
  readonly workspace: () => string | undefined
  /** The language of the cards. */
  readonly locale: () => Locale
  /** Reads who decides, now and every five minutes. */
  readonly start: () => Promise<void>
  readonly stop: () => void
}

const CHANNEL_PROBLEMS = {
  invisible: { key: 'inDiscord.channel.invisible', isSolvable: false },
  type: { key: 'inDiscord.channel.type', isSolvable: false },
  archived: { key: 'inDiscord.channel.archived', isSolvable: false },
  other: { key: 'inDiscord.channel.type', isSolvable: false },
} as const

/** Reports who takes part in Discord, with the settings of the operator and of admins, also after they change. */
export function connectCommunity(deps: CommunityDeps): DiscordCommunity {
  const { operator, rest, communitySettings, nominateEmoji, botId } = deps
  /** The roles of the servers whose admins were looked up. */
  const roles = new Set<string>()
  let isStarted = false
  let isStopped = false

  const checkProposalsChannel = async (server: string, channel: string): Promise<ChannelProblem | undefined> => {
    if (nominateEmoji.sign === undefined) return { key: 'error.community.emoji', isSolvable: false }
    try {
      const { server: own, missingPermissions: names } = await checkChannel(rest, channel, botId())
      if (own !== server) return { key: 'inDiscord.channel.elsewhere', isSolvable: false }
      return names === undefined
        ? undefined
        : { key: 'inDiscord.channel.permissions', params: { names }, isSolvable: true }
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error
      return CHANNEL_PROBLEMS[error.kind]
    }
  }

  const createDirectory = (config: CommunityConfig): MemberDirectory => createMemberDirectory({ ...deps, config })

  let current: CommunityConfig = operator
  const settings = communitySettings.connect('discord', {
    operator,
    apply(config) {
      isRead = true
      current = config
      directory.stop()
      directory = createDirectory(config)
      if (isStarted && !isStopped) void directory.start()
    },
    workspace: () => directory.channel()?.server,
    choosesGroups: true,
    async isAdministrator({ workspace, user }) {
      // A person who writes directly may have used Rung in no server yet.
      if (!/^\d+$/u.test(workspace)) return false
      const administration = await readAdministration(rest, workspace, user)
      for (const role of administration.roles) roles.add(role)
      return administration.isAdministrator
    },
    isGroup: (id) => roles.has(id),
    checkChannel: checkProposalsChannel,
  })
  let isRead = settings !== undefined
  current = settings ?? operator
  let directory = createDirectory(current)

  return {
    directory: () => directory,
    hasChannel: () => current.channel !== undefined,
    workspace: () => directory.channel()?.server,
    locale: () => current.locale ?? deps.locale,
    start() {
      isStarted = true
      return isRead ? directory.start() : Promise.resolve()
    },
    stop() {
      isStopped = true
      directory.stop()
    },
  }
}
