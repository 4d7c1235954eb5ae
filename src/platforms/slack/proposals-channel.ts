import type { Locale } from '../../i18n/index.ts'
import type { Emoji, Message } from '../../message/index.ts'
import type { ProposalsChannel } from '../../proposals/index.ts'
import type { Authorizer } from './auth/authorize.ts'
import { listReactedUsers, messageRef, parseMessageRef, permalinkOf } from './messages.ts'
import { renderReply } from './render-reply.ts'
import type { UserInfo } from './sender.ts'
import { SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

/** The channel that proposals are posted in. */
export interface ChannelLocation {
  readonly team: string
  readonly channel: string
}

/** Rung cannot post in the proposals channel; the message says what to do. */
class ChannelError extends Error {
  override readonly name = 'ChannelError'
}

export interface ProposalsChannelDeps {
  readonly authorizer: Authorizer
  readonly webApi: WebApi
  readonly userInfo: UserInfo
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** The locale of what everyone reads. */
  readonly locale: () => Locale
}

/** The Slack channel that proposals are posted in. Cards that were posted in another one are updated there. */
export function createProposalsChannel(
  location: () => ChannelLocation | undefined,
  { authorizer, webApi, userInfo, nominateEmoji, locale }: ProposalsChannelDeps,
): ProposalsChannel {
  const locate = (): ChannelLocation => {
    const current = location()
    if (!current) throw new ChannelError('no proposals channel is set in Slack any more')
    return current
  }
  const tokenOf = async (team = locate().team): Promise<string> => {
    const token = await authorizer.tokenFor(team)
    if (token === undefined)
      throw new ChannelError(`Rung is not installed in ${team}, where SLACK_PROPOSALS_CHANNEL is`)
    return token
  }
  const replace = async (ref: string, message: Message, language: Locale): Promise<void> => {
    const place = parseMessageRef(ref)
    if (!place) return
    const args = { ...place, ...renderReply(message, { locale: language }) }
    const token = await tokenOf()
    try {
      await webApi.call({ token, method: 'chat.update', queueKey: `channel/${place.channel}`, args })
    } catch (error) {
      // The message was deleted; the proposal continues without it.
      if (!(error instanceof SlackApiError) || error.code !== 'message_not_found') throw error
    }
  }
  return {
    platform: 'slack',
    async post(message, mark, again) {
      const { team, channel } = locate()
      const token = await tokenOf(team)
      const rendered = renderReply(message, { locale: locale() })
      try {
        const ts = await webApi
          .postMessage(token, channel, rendered, { mark, repeated: again })
          .catch((error: unknown) => {
            // If Slack does not let us look for an earlier card, a second one is better than none.
            if (!again || !(error instanceof SlackUnreachableError) || !(error.cause instanceof SlackApiError))
              throw error
            return webApi.postMessage(token, channel, rendered, { mark, repeated: false })
          })
        return messageRef(team, { channel, ts })
      } catch (error) {
        if (!(error instanceof SlackApiError) || !NOT_IN_CHANNEL.has(error.code)) throw error
        throw new ChannelError(
          `Rung cannot post in SLACK_PROPOSALS_CHANNEL (${error.code}): invite it with /invite @Rung`,
          { cause: error },
        )
      }
    },
    async openThread(ref) {
      const place = parseMessageRef(ref)
      if (!place) return undefined
      const link = await permalinkOf(place, await tokenOf(), webApi)
      if (link === undefined || !URL.canParse(link)) return undefined
      const url = new URL(link)
      url.searchParams.set('thread_ts', place.ts)
      url.searchParams.set('cid', place.channel)
      return url.href
    },
    async postInThread(ref, message, mark, again) {
      const place = parseMessageRef(ref)
      if (!place) return
      const reply = { ...renderReply(message, { locale: locale() }), thread_ts: place.ts }
      try {
        await webApi.postMessage(await tokenOf(), place.channel, reply, { mark, repeated: again })
      } catch (error) {
        const cause = error instanceof SlackUnreachableError ? error.cause : error
        // The card was deleted, the channel is closed, or Slack does not let us look whether an earlier attempt arrived.
        if (!(cause instanceof SlackApiError)) throw error
      }
    },
    async listNominators(ref) {
      const place = parseMessageRef(ref)
      if (!place) return undefined
      const { team } = locate()
      const token = await tokenOf(team)
      const users = await listReactedUsers(place, nominateEmoji, token, webApi)
      if (users === undefined) return undefined
      // The list also has apps, guests, and people of another company in a shared channel. Users that cannot be read stay in the list:
      // removing them would withdraw their nominations.
      const statuses = await Promise.all(
        users.map((user) => userInfo.membershipStatusOf(token, team, user, MAX_LISTED_AGE_MS)),
      )
      const members = users.filter((_, index) => ['member', undefined].includes(statuses[index]))
      return members.map((user) => ({ platform: 'slack', workspace: team, user }))
    },
    update: (ref, message) => replace(ref, message, locale()),
    updateLine: replace,
  }
}

/** Maximum age of the membership of nominators, in milliseconds. It is read again before a person's vote counts. */
const MAX_LISTED_AGE_MS = 10 * 60 * 1000

/** Errors of chat.postMessage that mean that Rung is not in the channel. */
export const NOT_IN_CHANNEL: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'is_archived'])
