import { type Locale, translator } from '../../i18n/index.ts'
import { text } from '../../message/index.ts'
import type { ChannelProblem } from '../../proposals/index.ts'
import type { CommunityConfig, PlatformCommunity, PlatformContext } from '../platform.ts'
import type { Authorizer } from './auth/authorize.ts'
import { type ChannelLocation, NOT_IN_CHANNEL } from './proposals-channel.ts'
import { renderReply } from './render-reply.ts'
import type { UserInfo } from './sender.ts'
import { isGroup, startCommunitySync } from './user-groups.ts'
import { SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

export interface CommunityDeps
  extends Pick<PlatformContext, 'nominateEmoji' | 'locale'>,
    Omit<PlatformCommunity, 'ladder'> {
  /** What the operator has set. */
  readonly operator: CommunityConfig
  readonly authorizer: Authorizer
  readonly webApi: WebApi
  readonly userInfo: UserInfo
  readonly report: (problem: string, details: object) => void
}

/** The part of the community that is in Slack, as it is set now. */
export interface SlackCommunity {
  /** Where proposals are posted; undefined if they are not posted in Slack. */
  readonly channel: () => ChannelLocation | undefined
  /** The workspace of that channel. */
  readonly workspace: () => string | undefined
  /** The language of the cards. */
  readonly locale: () => Locale
  readonly stop: () => void
}

/** Reports who takes part in Slack, with the settings of the operator and of admins, also after they change. */
export function connectCommunity(deps: CommunityDeps): SlackCommunity {
  const { operator, authorizer, webApi, userInfo, communitySettings, nominateEmoji, report } = deps
  let current: CommunityConfig = operator

  const channel = (): ChannelLocation | undefined => {
    const team = current.workspace ?? authorizer.team
    return current.channel === undefined || team === undefined ? undefined : { team, channel: current.channel }
  }
  const locale = (): Locale => current.locale ?? deps.locale
  const startSync = () => startCommunitySync({ ...deps, config: current, team: channel()?.team })
  let sync: ReturnType<typeof startSync> | undefined

  const tokenFor = async (team: string): Promise<string> => {
    const token = await authorizer.tokenFor(team)
    if (token === undefined) throw new SlackUnreachableError(`the app is not installed in ${team}`)
    return token
  }

  /** Posts a line in the channel: the scopes of the app allow no other check, and its members see what it is for. */
  const checkChannel = async (team: string, id: string, mark: string): Promise<ChannelProblem | undefined> => {
    if (nominateEmoji.shortName === undefined) return { key: 'error.community.emoji', isSolvable: false }
    const t = translator(locale())
    const announcement = { summary: t('community.channel.here'), blocks: [text(t.rich('community.channel.here'))] }
    try {
      await webApi.postMessage(await tokenFor(team), id, renderReply(announcement, { locale: locale() }), {
        mark,
        repeated: false,
      })
      return undefined
    } catch (error) {
      if (!(error instanceof SlackApiError)) throw error
      report('the proposals channel that an admin has chosen cannot be used', { channel: id, err: error })
      if (error.code === 'is_archived') return { key: 'slack.channel.archived', isSolvable: false }
      return NOT_IN_CHANNEL.has(error.code)
        ? { key: 'slack.channel.invite', isSolvable: true }
        : { key: 'slack.channel.refused', params: { code: error.code }, isSolvable: false }
    }
  }

  const settings = communitySettings.connect('slack', {
    operator,
    apply(config) {
      sync?.stop()
      current = config
      sync = startSync()
    },
    workspace: () => channel()?.team,
    async isAdministrator({ workspace, user }) {
      const isAdministrator = await userInfo.isAdministrator(await tokenFor(workspace), workspace, user)
      if (isAdministrator === undefined) throw new SlackUnreachableError('users.info: the profile could not be read')
      return isAdministrator
    },
    choosesGroups: false,
    isGroup,
    checkChannel,
  })
  if (settings) {
    current = settings
    sync = startSync()
  }

  return { channel, workspace: () => channel()?.team, locale, stop: () => sync?.stop() }
}
