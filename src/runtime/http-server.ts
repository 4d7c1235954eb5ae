import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limitConnections } from './connections.ts'
import { listenError } from './listen-error.ts'
import type { Metrics } from './metrics.ts'

/** Answers one request. What it throws is answered with 500 and reported. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** Something an operator should know that does not keep the process from working, in one line. */
export interface ReadinessNote {
  readonly note: string
}

/** Why the process cannot work right now, in one line; a note, or undefined, if it can. */
export type ReadinessCheck = () => Promise<string | ReadinessNote | undefined>

export interface HttpServerOptions {
  readonly host: string
  readonly port: number
  /** The environment variable that sets the port. */
  readonly portVariable: string
  readonly report: (error: unknown) => void
}

export interface OperationsOptions {
  readonly metrics: Metrics
  /** By name; all must pass for the process to be ready. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>
}

export interface HttpServer {
  /** Sends requests for a method and path to a handler. */
  route(method: 'GET' | 'POST', path: string, handler: RequestHandler): void
  /** Listens; resolves with the address. Rejects where the port is taken. */
  start(): Promise<{ readonly host: string; readonly port: number }>
  /** Takes no more connections, closes the idle ones and lets the requests in hand end, for `graceMs` at most. */
  stop(graceMs: number): Promise<void>
}

/** A check that takes longer counts as failed. */
const CHECK_MS = 2000

/** How long a client may take to send the head of a request, and a whole request. Platforms give up after three seconds themselves. */
const REQUEST_MS = 5000

/** How often connections are checked for that. */
const REQUEST_CHECK_MS = 1000

/** Connections at a time. A platform that delivers 300 times a second, each answered within three seconds, needs no more. */
const MAX_CONNECTIONS = 1000

/** An HTTP listener: routes, and `/healthz` (the process lives). */
export function createHttpServer({ host, port, portVariable, report }: HttpServerOptions): HttpServer {
  const routes = new Map<string, RequestHandler>()

  routes.set('GET /healthz', (_, response) => sendResponse(response, 200, 'ok'))

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const handler = routes.get(`${method} ${path}`)
    if (handler) {
      await handler(request, response)
      return
    }
    const known = [...routes.keys()].filter((route) => route.endsWith(` ${path}`)).map((route) => route.split(' ')[0])
    if (known.length === 0) {
      sendResponse(response, 404, `nothing is at ${path}`)
      return
    }
    response.setHeader('allow', known.join(', '))
    sendResponse(response, 405, `${path} takes ${known.join(' or ')}`)
  }

  const limits = {
    headersTimeout: REQUEST_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: REQUEST_CHECK_MS,
    // Longer than a load balancer or a platform keeps an idle connection, so that none is closed under a request.
    keepAliveTimeout: 75_000,
  }
  const server = createServer(limits)
  // Before requests are answered, so that the answers of a listener that stops say so.
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
          // Of a connection that could not be taken; without a listener it would end the process.
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

/** Has a listener answer operators: `/readyz` (the process can work; if not, 503 and the reasons) and `/metrics`. */
export function serveOperations(listener: HttpServer, { metrics, checks }: OperationsOptions): void {
  listener.route('GET', '/readyz', async (_, response) => {
    const { problems, notes } = await run(checks)
    const lines = problems.length === 0 ? ['ready', ...notes] : [...problems, ...notes]
    sendResponse(response, problems.length === 0 ? 200 : 503, lines.join('\n'))
  })
  listener.route('GET', '/metrics', async (_, response) => {
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

/** Runs all checks; each problem and note begins with the name of its check. */
async function run(
  checks: Readonly<Record<string, ReadinessCheck>>,
): Promise<{ readonly problems: readonly string[]; readonly notes: readonly string[] }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, result: await resultOf(check) })),
  )
  return {
    problems: results.flatMap(({ name, result }) => (typeof result === 'string' ? [`${name}: ${result}`] : [])),
    notes: results.flatMap(({ name, result }) => (typeof result === 'object' ? [`${name}: ${result.note}`] : [])),
  }
}

async function resultOf(check: ReadinessCheck): ReturnType<ReadinessCheck> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${CHECK_MS / 1000} s`), CHECK_MS)
  })
  try {
    return await Promise.race([check(), late])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
  }
}
