import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fields, isFields, parseJson } from '../../platforms/json.ts'
import type { PostedMessage } from './server.ts'

// How requests and messages look on the wire.

/** A user as the API gives one: only bots have the field that says so (discord-openapi, UserResponse). */
export function userFields(id: string, bot = false): Fields {
  return {
    id,
    username: `user${id}`,
    avatar: null,
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    global_name: null,
    primary_guild: null,
    ...(bot && { bot: true }),
  }
}

/** A member of a server (GuildMemberResponse). */
export function memberFields(user: Fields, roles: readonly string[]): Fields {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    nick: null,
    pending: false,
    premium_since: null,
    roles,
    user,
    mute: false,
    deaf: false,
  }
}

/**
 * What the gateway adds to a message, which the API does not have: the kind of channel and, unless only one person sees it, the server.
 */
export function sentFields(shown: PostedMessage, applicationId: string): Fields {
  const inServer = shown.server !== undefined
  return {
    ...messageFields(shown, applicationId),
    channel_type: inServer ? 0 : 1,
    ...(inServer && shown.ephemeralTo === undefined && { guild_id: shown.server }),
  }
}

/** A message as Discord shows it to apps. */
export function messageFields(shown: PostedMessage, applicationId: string): Fields {
  const author =
    shown.by === undefined ? { ...userFields(applicationId, true), username: 'rung' } : userFields(shown.by)
  return {
    id: shown.id,
    channel_id: shown.channel,
    author,
    content: shown.content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    flags: (shown.by === undefined ? 1 << 15 : 0) | (shown.ephemeralTo === undefined ? 0 : 64),
    components: shown.components,
    ...(shown.reactions.size > 0 && {
      reactions: [...shown.reactions]
        .filter(([, users]) => users.size > 0)
        .map(([emoji, users]) => ({ emoji: emojiFields(emoji), count: users.size, me: false })),
    }),
  }
}

/** An emoji as events and messages hold it: a sign, or `name:id` for a server's own (resources/emoji). */
export function emojiFields(emoji: string): { readonly id: string | null; readonly name: string } {
  const [, name, id] = /^(\w{2,32}):(\d{15,22})$/u.exec(emoji) ?? []
  return name !== undefined && id !== undefined ? { id, name } : { id: null, name: emoji }
}

/** A command as Discord lists it without its texts in all languages. */
export function withoutLocalizations(command: Fields): Fields {
  const { name_localizations: _, description_localizations: __, options, ...rest } = command
  return Array.isArray(options) ? { ...rest, options: options.filter(isFields).map(withoutLocalizations) } : rest
}

export function write(
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body?: unknown },
): void {
  if (body === undefined) {
    response.writeHead(status)
    response.end()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** The JSON of a request, and the files that came with it. */
export async function bodyOf(
  request: IncomingMessage,
): Promise<{ readonly body: Fields; readonly files: PostedMessage['files'] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const value = parseJson(whole.toString('utf8'))
    return { body: isFields(value) ? value : { list: value }, files: [] }
  }
  const form = await new Response(whole, { headers: { 'content-type': type } }).formData()
  const files: { name: string; content: string }[] = []
  let body: Fields = {}
  for (const [name, value] of form) {
    if (name === 'payload_json') {
      const parsed = parseJson(typeof value === 'string' ? value : await value.text())
      body = isFields(parsed) ? parsed : {}
    } else if (typeof value !== 'string') files.push({ name: value.name, content: await value.text() })
  }
  return { body, files }
}
