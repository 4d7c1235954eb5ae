import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { request, Agent as SecureAgent } from 'node:https'

// Answers to response addresses, one for nearly every press. Node's own client, kept alive: beside it undici's request took 1.6 to
// 1.8 times the processor time for such a post (Node 20).

export interface HttpResponse {
  readonly status: number
  /** What the header Retry-After says: seconds, where anything. */
  readonly retryAfter: string | undefined
  readonly text: string
}

/** The request has not been sent: no connection was made. */
export class NotSentError extends Error {
  override readonly name = 'NotSent'
}

export interface HttpClient {
  /**
   * Posts JSON. Rejects with a NotSent where nothing has arrived, and with another error where it is not known whether
   * anything has.
   */
  postJson(url: string, json: string): Promise<HttpResponse>
  /** Lets what is under way end. */
  close(): Promise<void>
}

const CALL_MS = 8000
const CONNECT_MS = 3000
const CONNECTIONS = 64

/** Errors of a connection that was never made. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
])

export function createHttpClient(): HttpClient {
  // A little more than a request's own time: an equal one is not set anew on a connection that was kept alive, whose time may
  // have been cut to what the other side keeps it (Keep-Alive).
  const options = { keepAlive: true, maxSockets: CONNECTIONS, timeout: CALL_MS + 1 }
  const plain = new PlainAgent(options)
  const secure = new SecureAgent(options)
  const underWay = new Set<Promise<HttpResponse>>()

  const send = (address: URL, json: string): Promise<HttpResponse> =>
    new Promise((resolve, reject) => {
      const isPlain = address.protocol === 'http:'
      const made = (isPlain ? plainRequest : request)(address, {
        method: 'POST',
        agent: isPlain ? plain : secure,
        timeout: CALL_MS,
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(json) },
      })
      made.on('socket', (socket) => {
        if (!socket.connecting) return
        const late = setTimeout(() => made.destroy(new NotSentError('no connection in time')), CONNECT_MS)
        const done = (): void => clearTimeout(late)
        socket.once(isPlain ? 'connect' : 'secureConnect', done).once('close', done)
      })
      made.on('timeout', () => made.destroy(new Error('no answer in time')))
      made.on('error', (error: NodeJS.ErrnoException) => {
        reject(UNCONNECTED.has(error.code ?? '') ? new NotSentError(error.message) : error)
      })
      made.on('response', (response) => {
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
      made.end(json)
    })

  return {
    async postJson(url, json) {
      const posting = send(new URL(url), json)
      underWay.add(posting)
      try {
        return await posting
      } finally {
        underWay.delete(posting)
      }
    },
    async close() {
      await Promise.allSettled(underWay)
      plain.destroy()
      secure.destroy()
    },
  }
}
