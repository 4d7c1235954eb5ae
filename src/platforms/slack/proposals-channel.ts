import type { Locale } from '../../i18n/index.ts'
import type { Emoji } from '../../message/index.ts'
import type { ProposalsChannel } from '../../proposals/index.ts'
import type { Authorizer } from './auth/authorize.ts'
import type { Desk } from './render-reply.ts'
import { messageRef, parseMessageRef } from './handlers/reaction.ts'
import { textAt } from './json.ts'
import { listReactedUsers } from './reactions.ts'
import type { ChannelLocation } from './user-groups.ts'
import type { UserInfo } from './user-info.ts'
import { SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

/** The channel of proposals is not one that Rung can post in; the message says what to do. */
class ChannelError extends Error {
  override readonly name = 'ChannelError'
}

export interface ProposalsChannelDeps {
  readonly authorizer: Authorizer
  readonly webApi: WebApi
  readonly desk: Desk
  readonly userInfo: UserInfo
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** The language of what everybody reads. */
  readonly locale: Locale
}

/** The channel in Slack that proposals are shown in. */
export function createProposalsChannel(
  { team, channel }: ChannelLocation,
  { authorizer: authorities, webApi: calls, desk, userInfo: locales, nominateEmoji, locale }: ProposalsChannelDeps,
): ProposalsChannel {
  const tokenOf = async (): Promise<string> => {
    const token = await authorities.tokenFor(team)
    if (token === undefined)
      throw new ChannelError(`Rung is not installed in ${team}, where SLACK_PROPOSALS_CHANNEL is`)
    return token
  }
  return {
    platform: 'slack',
    async post(message, mark, again) {
      const token = await tokenOf()
      const drawn = { ...desk.draw(message, { locale }) }
      try {
        const ts = await calls.postMessage(token, channel, drawn, { mark, repeated: again }).catch((error: unknown) => {
          // Where Slack does not let us look for an earlier one, a second card is better than none.
          if (!again || !(error instanceof SlackUnreachableError) || !(error.cause instanceof SlackApiError))
            throw error
          return calls.postMessage(token, channel, drawn, { mark, repeated: false })
        })
        return messageRef(team, channel, ts)
      } catch (error) {
        if (!(error instanceof SlackApiError) || !UNREACHED.has(error.code)) throw error
        throw new ChannelError(
          `Rung cannot post in SLACK_PROPOSALS_CHANNEL (${error.code}): invite it with /invite @Rung`,
          {
            cause: error,
          },
        )
      }
    },
    async openThread(ref) {
      const place = parseMessageRef(ref)
      if (!place) return undefined
      const args = { channel: place.channel, message_ts: place.ts }
      const token = await tokenOf()
      const answer = await calls.call({ token, method: 'chat.getPermalink', queueKey: '', args, retry: 'harmless' })
      const link = textAt(answer, 'permalink')
      if (link === undefined || !URL.canParse(link)) return undefined
      const address = new URL(link)
      address.searchParams.set('thread_ts', place.ts)
      address.searchParams.set('cid', place.channel)
      return address.href
    },
    async listNominators(ref) {
      const place = parseMessageRef(ref)
      if (!place) return undefined
      const token = await tokenOf()
      const users = await listReactedUsers(place, nominateEmoji, token, calls)
      if (users === undefined) return undefined
      // The list also has apps, guests, and people of another company in a shared channel. Who cannot be read is left in: taken out,
      // what they have given would be taken back.
      const standings = await Promise.all(users.map((user) => locales.membershipStatusOf(token, team, user, LISTED_MS)))
      const members = users.filter((_, nth) => ['member', undefined].includes(standings[nth]))
      return members.map((user) => ({ platform: 'slack', workspace: team, user }))
    },
    async update(ref, message) {
      const place = parseMessageRef(ref)
      if (!place) return
      const args = { ...place, ...desk.draw(message, { locale }) }
      await calls
        .call({
          token: await tokenOf(),
          method: 'chat.update',
          queueKey: `channel/${place.channel}`,
          args,
          retry: 'harmless',
        })
        .catch((error: unknown) => {
          // Whoever removes a card has a reason; the proposal goes on without it.
          if (!(error instanceof SlackApiError) || error.code !== 'message_not_found') throw error
        })
    },
  }
}

/** How old what is read of the people in a list may be, in milliseconds. Whoever is to count is read again. */
const LISTED_MS = 10 * 60 * 1000

const UNREACHED: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'is_archived'])
