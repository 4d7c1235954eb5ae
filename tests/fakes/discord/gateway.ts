import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { at, type Fields, parseJson, textAt } from '../../platforms/json.ts'

// The Gateway: identify, heartbeat, resume, reconnect and invalid sessions (discord.com/developers/docs/events/gateway).

/** Intents (events/gateway, list of intents), as bits. */
const INTENT = {
  guilds: 0,
  guildMembers: 1,
  guildMessages: 9,
  guildReactions: 10,
  directMessages: 12,
  directReactions: 13,
}

/** The intent that an event needs, in a server and outside; interactions need none. */
function intentFor(type: string, server: boolean): keyof typeof INTENT | undefined {
  if (type.startsWith('MESSAGE_REACTION')) return server ? 'guildReactions' : 'directReactions'
  if (type.startsWith('MESSAGE_')) return server ? 'guildMessages' : 'directMessages'
  if (type.startsWith('GUILD_MEMBER')) return 'guildMembers'
  return type.startsWith('GUILD_') ? 'guilds' : undefined
}

interface Session {
  readonly id: string
  readonly intents: number
  /** The id of the shard and the number of shards. */
  readonly shard: readonly [number, number]
  socket: WebSocket | undefined
  seq: number
  readonly sent: { readonly s: number; readonly text: string }[]
}

export interface Gateway {
  /** Sends an event to the sessions whose shard and intents match. Disconnected ones get it when they resume. */
  readonly dispatch: (type: string, data: Fields) => void
  /** Sends the last event again, as overlapping shards receive it twice. */
  readonly repeat: () => void
  /** Ends the connections. `resume`: the session may be resumed; `invalid`: it may not; `reset`: the socket is cut. */
  readonly drop: (how: 'resume' | 'invalid' | 'reset') => void
  /** The number of connected sessions. */
  readonly sessions: () => number
  readonly resumed: () => number
  readonly close: () => void
}

export interface GatewayOptions {
  readonly server: Server
  readonly token: string
  readonly applicationId: string
  readonly origin: () => string
  readonly changed: () => number
  /** The servers that the bot is in. */
  readonly guilds: () => Iterable<string>
  /** Whether the app has the privileged intent for members. */
  readonly mayListMembers: () => boolean
}

export function createGateway(options: GatewayOptions): Gateway {
  const { server, token, applicationId, origin, changed } = options
  const sessions = new Map<string, Session>()
  let resumes = 0
  let invalidate = false

  const send = (session: Session, type: string, data: unknown): void => {
    session.seq += 1
    const text = JSON.stringify({ op: 0, t: type, s: session.seq, d: data })
    session.sent.push({ s: session.seq, text })
    if (session.sent.length > 2000) session.sent.shift()
    if (session.socket?.readyState === 1) session.socket.send(text)
  }
  const hasShard = ({ shard: [shard, count] }: Session, server: string): boolean =>
    shard === (server === '' ? 0 : Number((BigInt(server) >> 22n) % BigInt(count)))
  const hasIntent = ({ intents }: Session, wanted: keyof typeof INTENT | undefined): boolean =>
    wanted === undefined || ((intents >> INTENT[wanted]) & 1) === 1
  let last: { readonly type: string; readonly data: Fields } | undefined
  /** Events of a server go to its shard, all others to shard 0 (topics/gateway, sharding), and only with their intent. */
  const dispatch = (type: string, data: Fields): void => {
    last = { type, data }
    const server = textAt(data, 'guild_id')
    for (const session of sessions.values()) {
      if (hasShard(session, server) && hasIntent(session, intentFor(type, server !== ''))) send(session, type, data)
    }
  }

  const gateway = new WebSocketServer({ server })
  gateway.on('connection', (socket) => {
    let own: Session | undefined
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 10_000 } }))
    socket.on('message', (data) => {
      const payload = parseJson(Buffer.isBuffer(data) ? data.toString('utf8') : '')
      switch (at(payload, 'op')) {
        case 1:
          socket.send(JSON.stringify({ op: 11 }))
          return
        case 2: {
          if (textAt(payload, 'd', 'token') !== token) {
            socket.close(4004, 'Authentication failed.')
            return
          }
          const intents = Number(at(payload, 'd', 'intents'))
          if (!Number.isInteger(intents)) {
            socket.close(4013, 'Invalid intent(s).')
            return
          }
          if (((intents >> INTENT.guildMembers) & 1) === 1 && !options.mayListMembers()) {
            socket.close(4014, 'Disallowed intent(s).')
            return
          }
          const shard = shardOf(at(payload, 'd', 'shard'))
          const session: Session = { id: randomBytes(8).toString('hex'), intents, shard, socket, seq: 0, sent: [] }
          own = session
          sessions.set(session.id, session)
          // Servers are listed as unavailable; their data follows for sessions with the intent.
          const guilds = [...options.guilds()].filter((id) => hasShard(session, id))
          const user = { id: applicationId, username: 'rung', discriminator: '0', avatar: null, bot: true }
          const application = { id: applicationId, flags: 0 }
          const url = origin().replace('http', 'ws')
          send(own, 'READY', {
            v: 10,
            user,
            guilds: guilds.map((id) => ({ id, unavailable: true })),
            session_id: own.id,
            resume_gateway_url: url,
            shard: at(payload, 'd', 'shard'),
            application,
          })
          if (hasIntent(session, 'guilds')) {
            for (const id of guilds)
              send(session, 'GUILD_CREATE', { id, name: `Server ${id}`, channels: [], roles: [], members: [] })
          }
          changed()
          return
        }
        case 6: {
          const session = sessions.get(textAt(payload, 'd', 'session_id'))
          if (!session || invalidate) {
            invalidate = false
            if (session) sessions.delete(session.id)
            socket.send(JSON.stringify({ op: 9, d: false }))
            return
          }
          own = session
          session.socket = socket
          const from = Number(at(payload, 'd', 'seq'))
          for (const { s, text } of session.sent) if (s > from) socket.send(text)
          send(session, 'RESUMED', {})
          resumes += 1
          changed()
          return
        }
        default:
      }
    })
    socket.on('close', () => {
      if (own?.socket === socket) own.socket = undefined
      changed()
    })
  })

  return {
    dispatch,
    repeat: () => last && dispatch(last.type, last.data),
    drop(how) {
      invalidate = how === 'invalid'
      for (const { socket } of sessions.values()) {
        if (how === 'reset') socket?.terminate()
        else {
          socket?.send(JSON.stringify({ op: 7, d: null }))
          setTimeout(() => socket?.close(4000), 20)
        }
      }
    },
    sessions: () => [...sessions.values()].filter(({ socket }) => socket?.readyState === 1).length,
    resumed: () => resumes,
    close() {
      for (const socket of gateway.clients) socket.terminate()
    },
  }
}

function shardOf(shard: unknown): readonly [number, number] {
  const [id, count] = Array.isArray(shard) ? shard.map(Number) : []
  return [id ?? 0, count ?? 1]
}
