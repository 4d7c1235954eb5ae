import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metrics } from './metrics.ts'

/** Answers one request. What it throws is answered with 500 and reported. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** Why the process cannot work right now, in one line; undefined where it can. */
export type Check = () => Promise<string | undefined>

export interface ListenerParts {
  readonly host: string
  readonly port: number
  readonly metrics: Metrics
  /** By name; all must pass for the process to be ready. */
  readonly checks: Readonly<Record<string, Check>>
  readonly report: (error: unknown) => void
}

export interface Listener {
  /** Sends requests for a method and path to a handler. */
  route(method: 'GET' | 'POST', path: string, handler: Handler): void
  /** Listens; resolves with the address. Rejects where the port is taken. */
  start(): Promise<{ readonly host: string; readonly port: number }>
  /** Takes no more requests and lets those in hand end, for `graceMs` at most. */
  stop(graceMs: number): Promise<void>
}

/** A check that takes longer counts as failed. */
const CHECK_MS = 2000

/**
 * The one HTTP listener of the process: deliveries of the platforms, `/healthz` (the process lives), `/readyz` (it can
 * work; 503 and the reasons where it cannot) and `/metrics`.
 */
export function createListener({ host, port, metrics, checks, report }: ListenerParts): Listener {
  const routes = new Map<string, Handler>()
  let stopping = false

  routes.set('GET /healthz', (_, response) => send(response, 200, 'ok'))
  routes.set('GET /readyz', async (_, response) => {
    const problems = stopping ? ['stopping'] : await failing(checks)
    send(response, problems.length === 0 ? 200 : 503, problems.length === 0 ? 'ready' : problems.join('\n'))
  })
  routes.set('GET /metrics', async (_, response) => {
    send(response, 200, await metrics.text(), metrics.contentType)
  })

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
      send(response, 404, `nothing is at ${path}`)
      return
    }
    response.setHeader('allow', known.join(', '))
    send(response, 405, `${path} takes ${known.join(' or ')}`)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(error)
      if (!response.headersSent) send(response, 500, 'this went wrong')
      else response.destroy()
    })
  })
  // Longer than a load balancer or a platform keeps an idle connection, so that none is closed under a request.
  server.keepAliveTimeout = 75_000

  return {
    route: (method, path, handler) => void routes.set(`${method} ${path}`, handler),
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          reject(
            error.code === 'EADDRINUSE'
              ? new Error(`${host}:${port} is taken by another process: set PORT to a free one`)
              : error,
          )
        })
        server.listen(port, host, () => {
          const address = server.address()
          resolve({ host, port: isAddress(address) ? address.port : port })
        })
      }),
    stop(graceMs) {
      stopping = true
      return new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        server.closeIdleConnections()
      })
    },
  }
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

async function failing(checks: Readonly<Record<string, Check>>): Promise<readonly string[]> {
  const reasons = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const reason = await reasonOf(check)
      return reason === undefined ? [] : [`${name}: ${reason}`]
    }),
  )
  return reasons.flat()
}

async function reasonOf(check: Check): Promise<string | undefined> {
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
