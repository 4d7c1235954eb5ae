import { createHash, randomBytes } from 'node:crypto'
import { type APIMessageTopLevelComponent, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Attachment } from '../../message/index.ts'
import type { Metrics } from '../../runtime/metrics.ts'
import { isRefusal } from './api-error.ts'
import { postMessage } from './channel-messages.ts'

/** The user does not accept direct messages from the bot. */
export class DirectMessagesClosedError extends Error {
  override readonly name = 'DirectMessagesClosedError'
}

export interface DirectMessages {
  /** Sends a direct message and resolves with its channel and id. Rejects with a DirectMessagesClosedError. */
  send(
    user: string,
    components: readonly APIMessageTopLevelComponent[],
    options?: { readonly files?: readonly Attachment[]; readonly nonce?: string },
  ): Promise<{ readonly channel: string; readonly id: string }>
  /** Whether Discord refused a direct message to this user in the last ten minutes. */
  isClosed(user: string): boolean
}

const MAX_CACHED = 50_000
const CLOSED_MS = 10 * 60 * 1000

/** The error code if the bot and the user share no server; discord.js has no name for it. */
const NO_MUTUAL_SERVER = 50_278

const Channel = z.object({ id: z.string() })

export function createDirectMessages(rest: REST, metrics: Metrics): DirectMessages {
  const channels = new LRUCache<string, string>({ max: MAX_CACHED })
  const closed = new LRUCache<string, true>({ max: MAX_CACHED, ttl: CLOSED_MS })

  const call = async <T>(method: string, request: () => Promise<T>): Promise<T> => {
    try {
      const response = await request()
      metrics.recordApiCall({ platform: 'discord', method, result: 'ok' })
      return response
    } catch (error) {
      const result = error instanceof DiscordAPIError ? 'refused' : 'lost'
      metrics.recordApiCall({ platform: 'discord', method, result })
      throw error
    }
  }

  const channelOf = async (user: string): Promise<string> => {
    const cached = channels.get(user)
    if (cached !== undefined) return cached
    const { id } = await call('createDM', async () =>
      Channel.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: user } })),
    )
    channels.set(user, id)
    return id
  }

  return {
    isClosed: (user) => closed.has(user),
    async send(user, components, { files = [], nonce = randomNonce() } = {}) {
      try {
        const channel = await channelOf(user)
        const id = await call('createMessage', () => postMessage(rest, channel, { components, files, nonce }))
        closed.delete(user)
        return { channel, id }
      } catch (error) {
        if (!isRefusal(error, RESTJSONErrorCodes.CannotSendMessagesToThisUser, NO_MUTUAL_SERVER)) throw error
        closed.set(user, true)
        throw new DirectMessagesClosedError('the user does not accept direct messages', { cause: error })
      }
    },
  }
}

/**
 * The nonce of a message that is sent once for an occasion, such as a user's reaction. Discord compares the nonces of all messages
 * of an author across channels (resources/message, create message), so the occasion must name the user.
 */
export function nonceFor(...occasion: readonly string[]): string {
  return createHash('sha256').update(occasion.join('/')).digest('base64url').slice(0, NONCE_LENGTH)
}

/** At most 25 characters (resources/message). */
const NONCE_LENGTH = 22

function randomNonce(): string {
  return randomBytes(15).toString('base64url')
}
