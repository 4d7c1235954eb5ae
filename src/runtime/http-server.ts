import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type ReadinessCheck, runChecks } from './checks.ts'
import type { Metrics } from './metrics.ts'

/** Answers a request. An error is answered with 500 and reported. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface HttpServerOptions {
  readonly host: string
  readonly port: number
  /** The environment variable that sets the port. */
  readonly portVariable: string
  readonly report: (error: unknown) => void
}

export interface OperationsOptions {
  readonly metrics: Metrics
  /** By name. The process is ready if all pass. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>
}

export interface HttpServer {
  /** Adds a handler for a method and path; a path that ends in `/*` is for every path with one more name. */
  route(method: 'GET' | 'POST', path: string, handler: RequestHandler): void
  /** Listens, and resolves with the address. Rejects with an Error for the operator if it cannot listen there. */
  start(): Promise<{ readonly host: string; readonly port: number }>
  /** Accepts no more connections, closes the idle ones and waits for requests in progress, for `graceMs` at most. */
  stop(graceMs: number): Promise<void>
}

/** The timeout for the head of a request, and for a whole request. Platforms give up after three seconds. */
const REQUEST_MS = 5000

/** How often connections are checked for these timeouts. */
const REQUEST_CHECK_MS = 1000

/** The most open connections: enough for 300 deliveries per second, each answered within three seconds. */
const MAX_CONNECTIONS = 1000

/** Creates an HTTP server with routes, and with `/healthz` (the process runs). */
export function createHttpServer({ host, port, portVariable, report }: HttpServerOptions): HttpServer {
  const routes = new Map<string, RequestHandler>()

  routes.set('GET /healthz', (_, response) => sendResponse(response, 200, 'ok'))

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const anyName = `${path.slice(0, path.lastIndexOf('/'))}/*`
    const handler = routes.get(`${method} ${path}`) ?? routes.get(`${method} ${anyName}`)
    if (handler) {
      await handler(request, response)
      return
    }
    const methods = [...routes.keys()]
      .filter((route) => route.endsWith(` ${path}`) || route.endsWith(` ${anyName}`))
      .map((route) => route.split(' ')[0])
    if (methods.length === 0) {
      sendResponse(response, 404, `nothing is at ${path}`)
      return
    }
    response.setHeader('allow', methods.join(', '))
    sendResponse(response, 405, `${path} takes ${methods.join(' or ')}`)
  }

  const limits = {
    headersTimeout: REQUEST_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: REQUEST_CHECK_MS,
    // Longer than load balancers and platforms keep idle connections, so that none is closed while a request is sent.
    keepAliveTimeout: 75_000,
  }
  const server = createServer(limits)
  // Registered before the request handler, so that answers during a stop carry `Connection: close`.
  const connections = limitConnections(server, MAX_CONNECTIONS)
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(error)
      if (!response.headersSent) sendResponse(response, 500, 'this went wrong')
      else response.destroy()
    })
  })

  return {
    route: (method, path, handler) => void routes.set(`${method} ${path}`, handler),
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => reject(listenError(error, { host, port, portVariable })))
        server.listen(port, host, () => {
          // For example a connection that could not be accepted; unhandled, it would end the process.
          server.on('error', report)
          const address = server.address()
          resolve({ host, port: isAddress(address) ? address.port : port })
        })
      }),
    stop(graceMs) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        connections.drain()
      })
    },
  }
}

/** Adds the routes for operators: `/readyz` (503 and the reasons if the process cannot work) and `/metrics`. */
export function serveOperations(server: HttpServer, { metrics, checks }: OperationsOptions): void {
  server.route('GET', '/readyz', async (_, response) => {
    const { problems, notes } = await runChecks(checks)
    const lines = problems.length === 0 ? ['ready', ...notes] : [...problems, ...notes]
    sendResponse(response, problems.length === 0 ? 200 : 503, lines.join('\n'))
  })
  server.route('GET', '/metrics', async (_, response) => {
    sendResponse(response, 200, await metrics.text(), metrics.contentType)
  })
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

export function sendResponse(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** The address of a server and the variable that sets its port. The variable of its host has the same prefix. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
  readonly portVariable: string
}

/** Explains why a server cannot listen on an address, and which variable to change. */
export function listenError(error: NodeJS.ErrnoException, { host, port, portVariable }: ListenAddress): Error {
  const hostVariable = portVariable.replace(/PORT$/u, 'HOST')
  const message = (): string => {
    switch (error.code) {
      case 'EADDRINUSE':
        return `${host}:${port} is taken by another process: set ${portVariable} to a free one`
      case 'EADDRNOTAVAIL':
        return `${hostVariable}=${host}: this machine does not have that address. Set one of its own, such as 127.0.0.1, or 0.0.0.0 for all`
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        return `${hostVariable}=${host}: is neither an address nor a name that can be looked up. Set an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all`
      case 'EACCES':
      case 'EPERM':
        return `${portVariable}=${port}: this user may not listen on that port. Set one of 1024 or higher`
      default:
        return `cannot listen on ${host}:${port} (${error.code ?? error.message}): set ${hostVariable} or ${portVariable} to another one`
    }
  }
  return new Error(message(), { cause: error })
}

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
