import { type APIMessageTopLevelComponent, MessageFlags, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Attachment } from '../../message/index.ts'

/** resources/message: a nonce has at most 25 characters. */
const MAX_NONCE = 25

const PostedMessage = z.object({ id: z.string() })

interface NewMessage {
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files?: readonly Attachment[]
  /** The users or roles that the message pings; none by default. */
  readonly mentions?: { readonly users: readonly string[] } | { readonly roles: readonly string[] }
  /** The message in the channel that this one answers. */
  readonly replyTo?: string
  /** The same for each attempt to post this message; only the last 25 characters count. */
  readonly nonce: string
}

/** Posts a message in a channel and resolves with its id. A retry after a lost response does not post it twice. */
export async function postMessage(
  rest: REST,
  channel: string,
  { files, nonce, replyTo, ...content }: NewMessage,
): Promise<string> {
  // A message that was deleted meanwhile is still answered.
  const reference = replyTo !== undefined && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
  const body = { ...messageBody(content), ...reference, nonce: nonce.slice(-MAX_NONCE), enforce_nonce: true }
  return PostedMessage.parse(await rest.post(Routes.channelMessages(channel), { body, ...uploadsOf(files) })).id
}

/** The body of a message with components. */
export function messageBody(
  { components, mentions }: Pick<NewMessage, 'components' | 'mentions'>,
  isEphemeral = false,
) {
  return {
    flags: MessageFlags.IsComponentsV2 | (isEphemeral ? MessageFlags.Ephemeral : 0),
    components,
    allowed_mentions: mentions ?? { parse: [] },
  }
}

/** The files of a request; nothing if there are none. */
export function uploadsOf(files: readonly Attachment[] = []) {
  if (files.length === 0) return {}
  return { files: files.map(({ name, content }) => ({ name, data: Buffer.from(content) })) }
}
