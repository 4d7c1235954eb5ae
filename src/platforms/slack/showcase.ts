import type { Showcase } from '../../bot/index.ts'
import type { Locale } from '../../i18n/index.ts'
import type { Authorities } from './authority.ts'
import { type SlackCalls, SlackRefusal, SlackUnreachable } from './calls.ts'
import type { Home } from './community.ts'
import type { Desk } from './desk.ts'
import { messageRef, placeOf } from './on-reaction.ts'

/** The channel of proposals is not one that Rung can post in; the message says what to do. */
class ChannelError extends Error {
  override readonly name = 'ChannelError'
}

export interface ShowcaseParts {
  readonly authorities: Authorities
  readonly calls: SlackCalls
  readonly desk: Desk
  readonly tell: Showcase['tell']
  /** The language of what everybody reads. */
  readonly locale: Locale
}

/** The channel in Slack that proposals are shown in. */
export function createShowcase(
  { team, channel }: Home,
  { authorities, calls, desk, tell, locale }: ShowcaseParts,
): Showcase {
  const tokenOf = async (): Promise<string> => {
    const token = await authorities.tokenFor(team)
    if (token === undefined)
      throw new ChannelError(`Rung is not installed in ${team}, where SLACK_PROPOSALS_CHANNEL is`)
    return token
  }
  return {
    platform: 'slack',
    tell,
    async post(message, mark, again) {
      const token = await tokenOf()
      const drawn = { ...desk.draw(message, { locale }) }
      try {
        const ts = await calls.post(token, channel, drawn, { mark, repeated: again }).catch((error: unknown) => {
          // Where Slack does not let us look for an earlier one, a second card is better than none.
          if (!again || !(error instanceof SlackUnreachable) || !(error.cause instanceof SlackRefusal)) throw error
          return calls.post(token, channel, drawn, { mark, repeated: false })
        })
        return messageRef(team, channel, ts)
      } catch (error) {
        if (!(error instanceof SlackRefusal) || !UNREACHED.has(error.code)) throw error
        throw new ChannelError(
          `Rung cannot post in SLACK_PROPOSALS_CHANNEL (${error.code}): invite it with /invite @Rung`,
          {
            cause: error,
          },
        )
      }
    },
    async update(ref, message) {
      const place = placeOf(ref)
      if (!place) return
      const args = { ...place, ...desk.draw(message, { locale }) }
      await calls.call({
        token: await tokenOf(),
        method: 'chat.update',
        key: `channel/${place.channel}`,
        args,
        again: 'harmless',
      })
    },
  }
}

const UNREACHED: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'is_archived'])
