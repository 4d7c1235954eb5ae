import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fields, isFields, parseJson } from '../../platforms/json.ts'
import type { PostedMessage } from './server.ts'

// Requests and messages in the format of Discord's API.

/** A user. Only bots have the field `bot` (discord-openapi, UserResponse). */
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

/** A message as the gateway sends it: with the type of its channel and, unless it is ephemeral, its server. */
export function sentFields(message: PostedMessage, applicationId: string): Fields {
  const inServer = message.server !== undefined
  return {
    ...messageFields(message, applicationId),
    channel_type: inServer ? 0 : 1,
    ...(inServer && message.ephemeralTo === undefined && { guild_id: message.server }),
  }
}

/** A message as the API returns it. */
export function messageFields(message: PostedMessage, applicationId: string): Fields {
  const author =
    message.by === undefined ? { ...userFields(applicationId, true), username: 'rung' } : userFields(message.by)
  return {
    id: message.id,
    channel_id: message.channel,
    author,
    content: message.content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: message.files.map(({ id, name, data, description }) => ({
      id,
      filename: name,
      size: data.length,
      url: `https://cdn.discordapp.com/attachments/${message.channel}/${id}/${name}`,
      proxy_url: `https://media.discordapp.net/attachments/${message.channel}/${id}/${name}`,
      ...(description !== undefined && { description }),
    })),
    embeds: [],
    pinned: false,
    type: 0,
    flags: (message.by === undefined ? 1 << 15 : 0) | (message.ephemeralTo === undefined ? 0 : 64),
    components: message.components,
    ...(message.reactions.size > 0 && {
      reactions: [...message.reactions]
        .filter(([, users]) => users.size > 0)
        .map(([emoji, users]) => ({ emoji: emojiFields(emoji), count: users.size, me: false })),
    }),
  }
}

/** An emoji in events and messages: a sign, or `name:id` for a custom one (resources/emoji). */
export function emojiFields(emoji: string): { readonly id: string | null; readonly name: string } {
  const [, name, id] = /^(\w{2,32}):(\d{15,22})$/u.exec(emoji) ?? []
  return name !== undefined && id !== undefined ? { id, name } : { id: null, name: emoji }
}

/** A command without its localizations. */
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

/** A file of a request. */
export interface SentFile {
  /** The name of its part: `files[n]`. */
  readonly field: string
  readonly name: string
  readonly content: string
  readonly data: Buffer
}

/** Reads the JSON and the files of a request. */
export async function bodyOf(
  request: IncomingMessage,
): Promise<{ readonly body: Fields; readonly files: readonly SentFile[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const value = parseJson(whole.toString('utf8'))
    return { body: isFields(value) ? value : { list: value }, files: [] }
  }
  const form = await new Response(whole, { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  let body: Fields = {}
  for (const [name, value] of form) {
    if (name === 'payload_json') {
      const parsed = parseJson(typeof value === 'string' ? value : await value.text())
      body = isFields(parsed) ? parsed : {}
    } else if (typeof value !== 'string') {
      const data = Buffer.from(await value.arrayBuffer())
      files.push({ field: name, name: value.name, content: data.toString('utf8'), data })
    }
  }
  return { body, files }
}
