import { type Fields, textAt } from '../../json.ts'
import type { Shown } from './server.ts'

// The servers of a Discord of our own, their members, channels and threads, and the messages that are there.

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export function error(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } }
}

export interface PlacesParts {
  /** The server of a channel. */
  readonly channels: ReadonlyMap<string, string>
  /** The roles of a server's members. */
  readonly servers: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  /** Names of threads by their message, whose id they have. */
  readonly threads: Map<string, string>
  readonly messages: readonly Shown[]
  asMessage(shown: Shown): Fields
  edit(shown: Shown, body: Fields, files: Shown['files']): void
  changed(): void
  check(route: string, body: Fields): void
  mayListMembers(): boolean
}

export function createPlaces(parts: PlacesParts) {
  const { channels, servers, threads, messages } = parts

  /** Channels, and messages in them that are there already. */
  const inChannel = (
    method: string,
    channel: string,
    what: string | undefined,
    rest: readonly string[],
    body: Fields,
    files: Shown['files'],
  ): Answer => {
    const server = channels.get(channel)
    if (server === undefined) return error(404, 10_003, 'Unknown Channel')
    if (what === undefined) return { status: 200, body: { id: channel, type: 0, guild_id: server, name: 'proposals' } }
    const [id, more] = rest
    if (id === undefined) {
      const found = messages.filter((shown) => shown.channel === channel && shown.ephemeralTo === undefined)
      return {
        status: 200,
        body: found
          .toReversed()
          .slice(0, 100)
          .map((each) => parts.asMessage(each)),
      }
    }
    const shown = messages.find((each) => each.id === id && each.channel === channel)
    if (!shown) return error(404, 10_008, 'Unknown Message')
    if (more === 'reactions') {
      const users = [...(shown.reactions.get(decodeURIComponent(rest[2] ?? '')) ?? [])]
      return { status: 200, body: users.map((user) => ({ id: user, username: user })) }
    }
    if (more === 'threads') {
      threads.set(id, textAt(body, 'name'))
      parts.changed()
      return { status: 201, body: { id, type: 11 } }
    }
    if (method === 'PATCH') {
      if (!shown.fromBot) return error(403, 50_005, 'Cannot edit a message authored by another user')
      parts.check('editMessage', body)
      parts.edit(shown, body, files)
    }
    // Without the intent for it, apps are not told what people write.
    return { status: 200, body: shown.fromBot ? parts.asMessage(shown) : { ...parts.asMessage(shown), content: '' } }
  }

  /** A server's roles and members. */
  const ofServer = (server: string, what: string | undefined, user: string | undefined): Answer => {
    const members = servers.get(server)
    if (!members) return error(404, 10_004, 'Unknown Guild')
    const asMember = (id: string, roles: readonly string[]) => ({ user: { id, username: id, bot: false }, roles })
    if (what === 'roles') {
      const all = new Set([server, ...[...members.values()].flat()])
      return { status: 200, body: [...all].map((id) => ({ id, name: id })) }
    }
    if (user !== undefined) {
      const roles = members.get(user)
      return roles ? { status: 200, body: asMember(user, roles) } : error(404, 10_007, 'Unknown Member')
    }
    if (!parts.mayListMembers()) return error(403, 50_001, 'Missing Access')
    return { status: 200, body: [...members].map(([id, roles]) => asMember(id, roles)) }
  }

  return { inChannel, ofServer }
}
