import { createHash, randomBytes } from 'node:crypto'
import {
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Attachment } from '../../message/index.ts'
import type { Metrics } from '../../runtime/metrics.ts'
import { withRetries } from './retry.ts'

/** The person takes no direct messages from the bot. */
export class DirectMessagesClosedError extends Error {
  override readonly name = 'DirectClosed'
}

export interface DirectMessages {
  /** Sends a direct message; resolves with its channel. Rejects with a DirectClosed. */
  send(
    user: string,
    components: readonly APIMessageTopLevelComponent[],
    options?: { readonly files?: readonly Attachment[]; readonly nonce?: string },
  ): Promise<string>
  /** Whether a person's direct messages were closed a moment ago. */
  isClosed(user: string): boolean
}

const MOST_CHANNELS = 50_000
/** Somebody who opens their direct messages is written to again after this. */
const CLOSED_MS = 10 * 60 * 1000

const Channel = z.object({ id: z.string() })

export function createDirectMessages(rest: REST, metrics: Metrics): DirectMessages {
  const channels = new LRUCache<string, string>({ max: MOST_CHANNELS })
  const closed = new LRUCache<string, true>({ max: MOST_CHANNELS, ttl: CLOSED_MS })

  const counted = async <T>(method: string, call: () => Promise<T>): Promise<T> => {
    try {
      const answer = await withRetries(call)
      metrics.recordApiCall({ platform: 'discord', method, result: 'ok' })
      return answer
    } catch (error) {
      metrics.recordApiCall({
        platform: 'discord',
        method,
        result: error instanceof DiscordAPIError ? 'refused' : 'lost',
      })
      throw error
    }
  }

  const channelOf = async (user: string): Promise<string> => {
    const known = channels.get(user)
    if (known !== undefined) return known
    const { id } = await counted('createDM', async () =>
      Channel.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: user } })),
    )
    channels.set(user, id)
    return id
  }

  return {
    isClosed: (user) => closed.has(user),
    async send(user, components, { files = [], nonce = newNonce() } = {}) {
      try {
        const channel = await channelOf(user)
        await counted('createMessage', () =>
          rest.post(Routes.channelMessages(channel), {
            body: {
              flags: MessageFlags.IsComponentsV2,
              components,
              allowed_mentions: { parse: [] },
              // Sent again after a lost answer, it is not posted again.
              nonce,
              enforce_nonce: true,
            },
            ...(files.length > 0 && {
              files: files.map(({ name, content }) => ({ name, data: Buffer.from(content) })),
            }),
          }),
        )
        closed.delete(user)
        return channel
      } catch (error) {
        if (!isClosedError(error)) throw error
        closed.set(user, true)
        throw new DirectMessagesClosedError('the person takes no direct messages', { cause: error })
      }
    },
  }
}

/**
 * The nonce of a message that is sent once for an occasion, such as a reaction of a person. Discord compares the nonces of all messages
 * of an author, whatever their channel (resources/message, create message): each person’s must differ.
 */
export function nonceFor(...occasion: readonly string[]): string {
  return createHash('sha256').update(occasion.join('/')).digest('base64url').slice(0, NONCE_LENGTH)
}

/** At most 25 characters (resources/message). */
const NONCE_LENGTH = 22

function newNonce(): string {
  return randomBytes(15).toString('base64url')
}

function isClosedError(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.CannotSendMessagesToThisUser || error.code === 50_278)
  )
}
