import { at, type Fields, textAt } from '../../platforms/json.ts'
import type { PostedMessage } from './server.ts'
import { memberFields, type SentFile, userFields } from './wire.ts'

// The servers of the fake Discord, with their members, channels, threads and messages.

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export function error(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } }
}

const INVALID = error(400, 50_035, 'Invalid Form Body')
/**
 * The permissions of every member unless a channel overrides them: view it, read its history, send messages, create public threads and
 * send messages in them (topics/permissions).
 */
const EVERYONE_MAY = String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n))

export interface PlacesOptions {
  /** The bot's own user. */
  readonly applicationId: string
  /** Fields of channels that are not plain text channels. */
  readonly channelFields: ReadonlyMap<string, Fields>
  /** The server of a channel. */
  readonly channels: ReadonlyMap<string, string>
  /** The roles of a server's members. */
  readonly servers: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  /** Users who are bots. */
  readonly bots: ReadonlySet<string>
  /** The permissions of roles, as decimal text; other roles have none. */
  readonly permissions: ReadonlyMap<string, string>
  /** The owners of servers. */
  readonly owners: ReadonlyMap<string, string>
  /** Names of threads by the id of their message, which is also the thread's. */
  readonly threads: Map<string, string>
  /** Who added the bot to a server, if it may read that. */
  readonly installers: ReadonlyMap<string, string>
  /** When the bot was added to a server. */
  readonly joinedAt: ReadonlyMap<string, string>
  readonly systemChannels: ReadonlyMap<string, string>
  readonly messages: readonly PostedMessage[]
  /** Users by their direct message channel. */
  readonly directs: ReadonlyMap<string, string>
  asMessage(message: PostedMessage): Fields
  /** The files of a message after a request, or Discord's refusal. */
  attached(
    before: PostedMessage | undefined,
    body: Fields,
    files: readonly SentFile[],
  ): { readonly files: PostedMessage['files'] } | { readonly refusal: Answer }
  edit(message: PostedMessage, body: Fields, files: PostedMessage['files']): void
  changed(): void
  check(route: string, body: Fields): void
  mayListMembers(): boolean
  /** Whether the bot has the privileged intent for message content. */
  mayReadContent(): boolean
}

/** A page of a list by its `limit` (by default `usual`) and `after`; undefined if the limit is invalid. */
function pageOf<T>(
  all: readonly T[],
  query: URLSearchParams,
  { usual, most, idOf }: { readonly usual: number; readonly most: number; readonly idOf: (one: T) => string },
): readonly T[] | undefined {
  const limit = Number(query.get('limit') ?? usual)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return undefined
  const after = BigInt(query.get('after') ?? 0)
  return all
    .filter((one) => BigInt(idOf(one)) > after)
    .toSorted((a, b) => (BigInt(idOf(a)) < BigInt(idOf(b)) ? -1 : 1))
    .slice(0, limit)
}

export function createPlaces(options: PlacesOptions) {
  const { channels, servers, bots, threads, messages } = options

  /** Answers requests for channels and existing messages. */
  const inChannel = (
    method: string,
    channel: string,
    what: string | undefined,
    rest: readonly string[],
    body: Fields,
    sent: readonly SentFile[],
    query: URLSearchParams,
  ): Answer => {
    const server = channels.get(channel)
    if (server === undefined && !options.directs.has(channel)) return error(404, 10_003, 'Unknown Channel')
    if (what === undefined) {
      const body = { id: channel, type: 0, guild_id: server, name: 'proposals', permission_overwrites: [] }
      return { status: 200, body: { ...body, ...options.channelFields.get(channel) } }
    }
    const [id, more] = rest
    if (id === undefined) {
      const posted = messages.filter((message) => message.channel === channel && message.ephemeralTo === undefined)
      const limit = Number(query.get('limit') ?? 50)
      if (!(limit >= 1 && limit <= 100)) return INVALID
      return { status: 200, body: posted.slice(-limit).toReversed().map(seenByApp) }
    }
    // Ephemeral messages are not messages of the channel.
    const message = messages.find(
      (each) => each.id === id && each.channel === channel && each.ephemeralTo === undefined,
    )
    if (!message) return error(404, 10_008, 'Unknown Message')
    if (more === 'reactions') {
      const emoji = decodeURIComponent(rest[2] ?? '')
      // Discord does not know a custom emoji by its name alone.
      if (!/^\w{2,32}:\d{15,22}$/u.test(emoji) && !/\p{Extended_Pictographic}/u.test(emoji)) {
        return error(400, 10_014, 'Unknown Emoji')
      }
      const users = [...(message.reactions.get(emoji) ?? [])]
      const page = pageOf(users, query, { usual: 25, most: 100, idOf: (user) => user })
      return page ? { status: 200, body: page.map((user) => userFields(user, bots.has(user))) } : INVALID
    }
    if (more === 'threads') {
      // A thread needs a permission of its own, and a thread has no threads.
      if (options.channelFields.get(channel)?.['mayCreateThreads'] === false)
        return error(403, 50_013, 'Missing Permissions')
      if (threads.has(channel)) return error(400, 50_024, 'Cannot execute action on this channel type')
      if (threads.has(id)) return error(400, 160_004, 'A thread has already been created for this message')
      threads.set(id, textAt(body, 'name'))
      options.changed()
      return { status: 201, body: { id, type: 11 } }
    }
    if (method === 'PATCH') {
      if (!message.fromBot) return error(403, 50_005, 'Cannot edit a message authored by another user')
      options.check('editMessage', body)
      const result = options.attached(message, body, sent)
      if ('refusal' in result) return result.refusal
      options.edit(message, body, result.files)
    }
    return { status: 200, body: seenByApp(message) }
  }

  /** A message as the app sees it: without the intent, the content of other people's messages is empty. */
  function seenByApp(message: PostedMessage): Fields {
    return message.fromBot || options.mayReadContent()
      ? options.asMessage(message)
      : { ...options.asMessage(message), content: '' }
  }

  /** Answers requests for servers, their roles and members. */
  const ofServer = (
    server: string,
    what: string | undefined,
    user: string | undefined,
    query: URLSearchParams,
  ): Answer => {
    const members = servers.get(server)
    if (!members) return error(404, 10_004, 'Unknown Guild')
    const asMember = (id: string, roles: readonly string[]) => memberFields(userFields(id, bots.has(id)), roles)
    const permissionsOf = (id: string): string => options.permissions.get(id) ?? (id === server ? EVERYONE_MAY : '0')
    const allRoles = [...new Set([server, ...[...members.values()].flat()])].map((id) => ({
      id,
      name: id,
      permissions: permissionsOf(id),
    }))
    if (what === undefined) {
      const systemChannel = options.systemChannels.get(server) ?? null
      const body = { id: server, name: `Server ${server}`, preferred_locale: 'en-US', system_channel_id: systemChannel }
      return { status: 200, body: { ...body, owner_id: options.owners.get(server) ?? '1', roles: allRoles } }
    }
    if (what === 'audit-logs') {
      const installer = options.installers.get(server)
      if (installer === undefined) return error(403, 50_013, 'Missing Permissions')
      const entry = { id: '1', action_type: 28, user_id: installer, target_id: options.applicationId, changes: [] }
      return { status: 200, body: { audit_log_entries: [entry], users: [userFields(installer)] } }
    }
    if (what === 'roles') {
      return { status: 200, body: allRoles }
    }
    if (user === options.applicationId) {
      const own = memberFields({ ...userFields(user, true), username: 'rung' }, members.get(user) ?? [])
      return {
        status: 200,
        body: { ...own, ...(options.joinedAt.has(server) && { joined_at: options.joinedAt.get(server) }) },
      }
    }
    if (user !== undefined) {
      const roles = members.get(user)
      return roles ? { status: 200, body: asMember(user, roles) } : error(404, 10_007, 'Unknown Member')
    }
    if (!options.mayListMembers()) return error(403, 50_001, 'Missing Access')
    const page = pageOf([...members], query, { usual: 1, most: 1000, idOf: ([id]) => id })
    return page ? { status: 200, body: page.map(([id, roles]) => asMember(id, roles)) } : INVALID
  }

  /** The error if a channel accepts no messages (topics/opcodes-and-status-codes, JSON error codes). */
  const refusalIn = (channel: string): Answer | undefined => {
    const fields = options.channelFields.get(channel)
    if (fields === undefined) return undefined
    if (at(fields, 'type') === 15) return error(400, 50_008, 'Cannot send messages in a non-text channel')
    if (at(fields, 'thread_metadata', 'archived') === true) return error(400, 50_083, 'Thread is archived')
    return undefined
  }

  return { inChannel, ofServer, refusalIn }
}
