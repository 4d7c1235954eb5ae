import { LRUCache } from 'lru-cache'
import type { Translator } from '../../i18n/index.ts'
import { type Attachment, note } from '../../message/index.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import type { FileUploader } from './files.ts'
import { textAt } from './json.ts'
import type { ResponseUrlClient } from './response-url.ts'
import type { Sender } from './sender.ts'
import { SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

/** Where a press happened, and how an answer gets there. */
export interface ReplyTarget {
  readonly url: string | undefined
  readonly channel: string | undefined
  readonly ts: string | undefined
  readonly ephemeral: boolean
}

/** The ways an answer reaches somebody. All of them need a sender whose workspace has the app installed. */
export interface Replies {
  /** The direct message channel with a person. */
  openDirectChannel(token: string, user: string): Promise<string>
  /** Posts to the direct message; resolves with the channel. The files follow in one message. */
  sendDirect(
    sender: AuthorizedSender,
    message: SlackMessage,
    files: readonly Attachment[],
    t: Translator,
    once?: PostOnce,
  ): Promise<string>
  /** Puts a message in the place of the one that was pressed. */
  replaceMessage(sender: AuthorizedSender, spot: ReplyTarget, message: SlackMessage): Promise<void>
  /** Says something below where it was asked for, seen by the person alone unless it is shared. */
  reply(
    sender: AuthorizedSender,
    spot: ReplyTarget,
    message: SlackMessage,
    options: { readonly isPublic: boolean },
  ): Promise<void>
}

/** Marks a post as the answer to one delivery; `repeated` where that delivery came before. */
export interface PostOnce {
  readonly mark: string
  readonly repeated: boolean
}

export type AuthorizedSender = Sender & { readonly token: string }

const MOST_CHANNELS = 50_000

export interface RepliesDeps {
  readonly webApi: WebApi
  readonly responseUrls: ResponseUrlClient
  readonly fileUploader: FileUploader
}

export function createReplies({ webApi: calls, responseUrls: responder, fileUploader: uploads }: RepliesDeps): Replies {
  const channels = new LRUCache<string, string>({ max: MOST_CHANNELS })

  const directChannel = async (token: string, user: string): Promise<string> => {
    const key = `${token}/${user}`
    const known = channels.get(key)
    if (known !== undefined) return known
    const answer = await calls.call({
      token,
      method: 'conversations.open',
      queueKey: `open/${user}`,
      args: { users: user },
      retry: 'harmless',
    })
    const channel = textAt(answer, 'channel', 'id')
    if (channel === undefined) throw new SlackUnreachableError('conversations.open: the answer names no channel')
    channels.set(key, channel)
    return channel
  }

  const direct: Replies['sendDirect'] = async (sender, message, files, t, once) => {
    const channel = await directChannel(sender.token, sender.user)
    await calls.postMessage(sender.token, channel, { ...message }, once)
    try {
      await uploads.upload(sender.token, channel, files)
    } catch (error) {
      if (!(error instanceof SlackApiError) || error.code !== 'missing_scope') throw error
      await calls.postMessage(sender.token, channel, { ...renderSentence(t, 'slack.noFiles') })
    }
    return channel
  }

  /** Where an answer's own way is gone: in the channel for the person alone, or in the direct message. */
  const otherwise = async (
    { token, user }: AuthorizedSender,
    spot: ReplyTarget,
    message: SlackMessage,
  ): Promise<void> => {
    const isDirect = spot.channel?.startsWith('D') === true
    if (spot.channel !== undefined && !isDirect) {
      try {
        const args = { channel: spot.channel, user, ...message }
        await calls.call({ token, method: 'chat.postEphemeral', queueKey: `channel/${spot.channel}`, args })
        return
      } catch (error) {
        if (!(error instanceof SlackApiError)) throw error
      }
    }
    await calls.postMessage(token, await directChannel(token, user), { ...message })
  }

  return {
    openDirectChannel: directChannel,
    sendDirect: direct,
    async replaceMessage(sender, spot, message) {
      if (spot.url !== undefined) {
        const result = await responder.post(spot.url, { replace_original: true, ...message })
        if (result === 'done') return
      }
      if (spot.ephemeral || spot.channel === undefined || spot.ts === undefined) {
        await otherwise(sender, spot, message)
        return
      }
      const { channel, ts } = spot
      const { token } = sender
      const args = { channel, ts, ...message }
      await calls.call({ token, method: 'chat.update', queueKey: `channel/${channel}`, args, retry: 'harmless' })
    },
    async reply(sender, spot, message, { isPublic: shared }) {
      const isDirect = spot.channel?.startsWith('D') === true
      if (isDirect && !spot.ephemeral && spot.channel !== undefined) {
        await calls.postMessage(sender.token, spot.channel, { ...message })
        return
      }
      const type = shared ? 'in_channel' : 'ephemeral'
      const result =
        spot.url === undefined
          ? 'expired'
          : await responder.post(spot.url, { response_type: type, replace_original: false, ...message })
      if (result === 'done') return
      // It may have arrived: said again it would stand there twice.
      if (result === 'unsure') throw new SlackUnreachableError('response_url: whether the answer arrived is not known')
      await otherwise(sender, spot, message)
    },
  }
}

/** One sentence as a whole message. */
export function renderSentence(
  t: Translator,
  key:
    | 'slack.formBusy'
    | 'slack.edited'
    | 'slack.noFiles'
    | 'slack.onlyText'
    | 'slack.notAuthorised'
    | 'slack.storeAway'
    | 'slack.unsure'
    | 'direct.working'
    | 'slack.tooLate',
): SlackMessage {
  const rich = t.rich(key)
  const tone = key === 'direct.working' ? 'info' : 'warning'
  return renderMessage({ summary: t(key), blocks: [note(tone, rich)] }, { t })
}
