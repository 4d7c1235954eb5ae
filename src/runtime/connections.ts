import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The open connections of an HTTP server. */
export interface Connections {
  /** Closes the idle connections, and each of the others after its answer, which carries `Connection: close`. */
  drain(): void
}

interface Connection {
  /** The latest request, until its answer has been sent. */
  readonly exchange: { readonly request: IncomingMessage; readonly response: ServerResponse } | undefined
  /** Whether it has carried an answer before. */
  readonly served: boolean
}

/**
 * Limits the number of connections of a server. Above the limit, a new connection replaces the one that has been idle, or sending an
 * incomplete request, for longest: connections that never carried an answer go first. If there is none, the new one is closed. So a
 * client that opens many connections and sends nothing cannot lock others out.
 */
export function limitConnections(server: Server, limit: number): Connections {
  /** In the order in which they last started or ended a request. */
  const open = new Map<Socket, Connection>()
  let draining = false

  const record = (socket: Socket, connection: Connection): void => {
    open.delete(socket)
    open.set(socket, connection)
  }

  const longestIdle = (): Socket | undefined => {
    let served: Socket | undefined
    for (const [socket, connection] of open) {
      const { exchange } = connection
      if (exchange?.request.complete === true && !exchange.response.writableEnded) continue
      if (!connection.served) return socket
      served ??= socket
    }
    return served
  }

  server.on('connection', (socket: Socket) => {
    if (open.size >= limit) {
      const idle = longestIdle()
      if (!idle) {
        socket.destroy()
        return
      }
      open.delete(idle)
      idle.destroy()
    }
    record(socket, { exchange: undefined, served: false })
    socket.once('close', () => open.delete(socket))
  })

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    if (draining) response.shouldKeepAlive = false
    record(socket, { exchange: { request, response }, served: open.get(socket)?.served === true })
    response.once('close', () => {
      if (open.get(socket)?.exchange?.response !== response) return
      if (draining) socket.destroySoon()
      else record(socket, { exchange: undefined, served: true })
    })
  })

  return {
    drain() {
      draining = true
      for (const [socket, { exchange }] of open) {
        if (exchange) exchange.response.shouldKeepAlive = false
        else socket.destroy()
      }
    },
  }
}
