import { at, type Fields, textAt } from '../../platforms/json.ts'
import type { PostedMessage } from './server.ts'
import { memberFields, userFields } from './wire.ts'

// The servers of a Discord of our own, their members, channels and threads, and the messages that are there.

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export function error(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } }
}

const INVALID = error(400, 50_035, 'Invalid Form Body')
/**
 * What every member may do unless a channel says otherwise: view it, read its history, send messages, begin public threads and send
 * messages in them (topics/permissions).
 */
const EVERYONE_MAY = String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n))

export interface PlacesParts {
  /** The bot's own user. */
  readonly applicationId: string
  /** What a channel is beside a text channel. */
  readonly channelFields: ReadonlyMap<string, Fields>
  /** The server of a channel. */
  readonly channels: ReadonlyMap<string, string>
  /** The roles of a server's members. */
  readonly servers: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  /** Users who are bots. */
  readonly bots: ReadonlySet<string>
  /** What roles allow in their server, as a number in text; a role that is not here allows nothing. */
  readonly permissions: ReadonlyMap<string, string>
  /** Names of threads by their message, whose id they have. */
  readonly threads: Map<string, string>
  readonly messages: readonly PostedMessage[]
  asMessage(shown: PostedMessage): Fields
  edit(shown: PostedMessage, body: Fields, files: PostedMessage['files']): void
  changed(): void
  check(route: string, body: Fields): void
  mayListMembers(): boolean
  /** Whether the bot has the privileged intent for what people write. */
  mayReadContent(): boolean
}

/** A page of a list, as its `limit` and `after` ask for it (`usual` where they do not). */
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

export function createPlaces(parts: PlacesParts) {
  const { channels, servers, bots, threads, messages } = parts

  /** Channels, and messages in them that are there already. */
  const inChannel = (
    method: string,
    channel: string,
    what: string | undefined,
    rest: readonly string[],
    body: Fields,
    files: PostedMessage['files'],
    query: URLSearchParams,
  ): Answer => {
    const server = channels.get(channel)
    if (server === undefined) return error(404, 10_003, 'Unknown Channel')
    if (what === undefined) {
      const body = { id: channel, type: 0, guild_id: server, name: 'proposals', permission_overwrites: [] }
      return { status: 200, body: { ...body, ...parts.channelFields.get(channel) } }
    }
    const [id, more] = rest
    if (id === undefined) {
      const found = messages.filter((shown) => shown.channel === channel && shown.ephemeralTo === undefined)
      const limit = Number(query.get('limit') ?? 50)
      if (!(limit >= 1 && limit <= 100)) return INVALID
      return { status: 200, body: found.slice(-limit).toReversed().map(seenByApp) }
    }
    // What one person sees is no message of the channel.
    const shown = messages.find((each) => each.id === id && each.channel === channel && each.ephemeralTo === undefined)
    if (!shown) return error(404, 10_008, 'Unknown Message')
    if (more === 'reactions') {
      const emoji = decodeURIComponent(rest[2] ?? '')
      // A name without its id is none that Discord knows.
      if (!/^\w{2,32}:\d{15,22}$/u.test(emoji) && !/\p{Extended_Pictographic}/u.test(emoji)) {
        return error(400, 10_014, 'Unknown Emoji')
      }
      const users = [...(shown.reactions.get(emoji) ?? [])]
      const page = pageOf(users, query, { usual: 25, most: 100, idOf: (user) => user })
      return page ? { status: 200, body: page.map((user) => userFields(user, bots.has(user))) } : INVALID
    }
    if (more === 'threads') {
      if (threads.has(id)) return error(400, 160_004, 'A thread has already been created for this message')
      threads.set(id, textAt(body, 'name'))
      parts.changed()
      return { status: 201, body: { id, type: 11 } }
    }
    if (method === 'PATCH') {
      if (!shown.fromBot) return error(403, 50_005, 'Cannot edit a message authored by another user')
      parts.check('editMessage', body)
      parts.edit(shown, body, files)
    }
    return { status: 200, body: seenByApp(shown) }
  }

  /** Without the intent for it, apps are not told what people write. */
  function seenByApp(shown: PostedMessage): Fields {
    return shown.fromBot || parts.mayReadContent() ? parts.asMessage(shown) : { ...parts.asMessage(shown), content: '' }
  }

  /** A server's roles and members. */
  const ofServer = (
    server: string,
    what: string | undefined,
    user: string | undefined,
    query: URLSearchParams,
  ): Answer => {
    const members = servers.get(server)
    if (!members) return error(404, 10_004, 'Unknown Guild')
    const asMember = (id: string, roles: readonly string[]) => memberFields(userFields(id, bots.has(id)), roles)
    if (what === undefined) return { status: 200, body: { id: server, name: `Server ${server}` } }
    if (what === 'roles') {
      const all = new Set([server, ...[...members.values()].flat()])
      const permissionsOf = (id: string): string => parts.permissions.get(id) ?? (id === server ? EVERYONE_MAY : '0')
      return { status: 200, body: [...all].map((id) => ({ id, name: id, permissions: permissionsOf(id) })) }
    }
    if (user === parts.applicationId) {
      return { status: 200, body: { user: { id: user, username: 'rung', bot: true }, roles: members.get(user) ?? [] } }
    }
    if (user !== undefined) {
      const roles = members.get(user)
      return roles ? { status: 200, body: asMember(user, roles) } : error(404, 10_007, 'Unknown Member')
    }
    if (!parts.mayListMembers()) return error(403, 50_001, 'Missing Access')
    const page = pageOf([...members], query, { usual: 1, most: 1000, idOf: ([id]) => id })
    return page ? { status: 200, body: page.map(([id, roles]) => asMember(id, roles)) } : INVALID
  }

  /** Why a channel takes no message (topics/opcodes-and-status-codes, JSON error codes). */
  const refusalIn = (channel: string): Answer | undefined => {
    const fields = parts.channelFields.get(channel)
    if (fields === undefined) return undefined
    if (at(fields, 'type') === 15) return error(400, 50_008, 'Cannot send messages in a non-text channel')
    if (at(fields, 'thread_metadata', 'archived') === true) return error(400, 50_083, 'Thread is archived')
    return undefined
  }

  return { inChannel, ofServer, refusalIn }
}
