// Posts answers to response URLs, one for nearly every press. Uses Node's own client with keep-alive: undici's request took 1.6 to 1.8
// times its processor time for such a post (Node 20).

import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'

export interface HttpResponse {
  readonly status: number
  /** The header Retry-After, in seconds. */
  readonly retryAfter: string | undefined
  readonly text: string
}

/** No connection was made, so the request was not sent. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
}

export interface HttpClient {
  /** Posts JSON. Rejects with a NotSentError if nothing was sent, and with another error if the request may have arrived. */
  postJson(url: string, json: string): Promise<HttpResponse>
  /** Resolves when the current requests have ended. */
  close(): Promise<void>
}

const REQUEST_TIMEOUT_MS = 8000
const CONNECT_TIMEOUT_MS = 3000
const MAX_CONNECTIONS = 64

/** Errors of a connection that was never made. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
])

export function createHttpClient(): HttpClient {
  // One millisecond more than the timeout of a request: Node does not set an equal one again on a reused socket, whose own timeout the
  // Keep-Alive header of the other side may have shortened.
  const options = { keepAlive: true, maxSockets: MAX_CONNECTIONS, timeout: REQUEST_TIMEOUT_MS + 1 }
  const httpAgent = new HttpAgent(options)
  const httpsAgent = new HttpsAgent(options)
  const pending = new Set<Promise<HttpResponse>>()

  const send = (url: URL, json: string): Promise<HttpResponse> =>
    new Promise((resolve, reject) => {
      const isPlain = url.protocol === 'http:'
      const request = (isPlain ? requestHttp : requestHttps)(url, {
        method: 'POST',
        agent: isPlain ? httpAgent : httpsAgent,
        timeout: REQUEST_TIMEOUT_MS,
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(json) },
      })
      request.on('socket', (socket) => {
        if (!socket.connecting) return
        const timer = setTimeout(() => request.destroy(new NotSentError('no connection in time')), CONNECT_TIMEOUT_MS)
        const stopTimer = (): void => clearTimeout(timer)
        socket.once(isPlain ? 'connect' : 'secureConnect', stopTimer).once('close', stopTimer)
      })
      request.on('timeout', () => request.destroy(new Error('no answer in time')))
      request.on('error', (error: NodeJS.ErrnoException) => {
        reject(UNCONNECTED.has(error.code ?? '') ? new NotSentError(error.message) : error)
      })
      request.on('response', (response) => {
        response.setEncoding('utf8')
        let text = ''
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text })
        })
        response.on('error', reject)
      })
      request.end(json)
    })

  return {
    postJson(url, json) {
      const response = send(new URL(url), json)
      const forget = (): boolean => pending.delete(response)
      pending.add(response)
      response.then(forget, forget)
      return response
    },
    async close() {
      await Promise.allSettled(pending)
      httpAgent.destroy()
      httpsAgent.destroy()
    },
  }
}
