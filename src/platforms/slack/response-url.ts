import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Metrics } from '../../runtime/metrics.ts'
import { at, parseJson } from './json.ts'

/** How sending an answer to a response_url ended. `unsure`: it may have arrived or not. */
export type ResponseUrlResult = 'done' | 'expired' | 'refused' | 'unsure'

const MAX_RETRIES = 3
const FIRST_WAIT_MS = 200
const MAX_WAIT_MS = 60_000

export interface ResponseUrlClientOptions {
  readonly metrics: Metrics
  /** Web API base. Its origin is accepted too, for a Slack other than the public one. */
  readonly apiUrl: string
  readonly report: (problem: string, details: object) => void
}

/** Hosts of Slack and GovSlack; response URLs are at hooks.slack.com (docs.slack.dev/interactivity/handling-user-interaction). */
const SLACK_HOST = /^(?:[\w-]+\.)*slack(?:-gov)?\.com$/u

/** Whether a URL is Slack's. Answers contain what a person asked for, and a forged delivery must not send them elsewhere. */
export function isSlackUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, origin } = new URL(url)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && port === '' && SLACK_HOST.test(hostname))
}

export type ResponseUrlClient = ReturnType<typeof createResponseUrlClient>

export function createResponseUrlClient({ metrics, apiUrl, report }: ResponseUrlClientOptions) {
  const client = createHttpClient()

  const attempt = async (
    url: string,
    json: string,
  ): Promise<{ readonly result: ResponseUrlResult | 'again'; readonly waitMs?: number }> => {
    try {
      const { status, retryAfter, text } = await client.postJson(url, json)
      if (status < 300) return { result: resultOf(text) }
      if (status === 429) {
        const seconds = Number(retryAfter)
        return { result: 'again', waitMs: (Number.isFinite(seconds) ? Math.max(1, seconds) : 1) * 1000 }
      }
      // Used five times or older than 30 minutes (docs.slack.dev/interactivity/handling-user-interaction).
      if (status === 404 || status === 410) return { result: 'expired' }
      return { result: status >= 500 ? 'unsure' : 'refused' }
    } catch (error) {
      return { result: error instanceof NotSentError ? 'again' : 'unsure' }
    }
  }

  return {
    /**
     * Sends an answer to the response_url of a press or command. An answer that replaces another one is sent again if it may not have
     * arrived; one that adds a message is not.
     */
    async post(url: string, body: Readonly<Record<string, unknown>>): Promise<ResponseUrlResult> {
      if (!isSlackUrl(url, apiUrl)) {
        const host = URL.canParse(url) ? new URL(url).host : 'not an address'
        report("an answer was not sent to a response address that is not one of Slack's", { host })
        metrics.recordApiCall({ platform: 'slack', method: 'response_url', result: 'refused' })
        return 'refused'
      }
      const json = JSON.stringify(body)
      const isIdempotent = body['replace_original'] === true
      let waited = 0
      for (let retries = 0; ; retries += 1) {
        const { result, waitMs } = await attempt(url, json)
        metrics.recordApiCall({ platform: 'slack', method: 'response_url', result })
        if (result !== 'again' && !(result === 'unsure' && isIdempotent)) return result
        const wait = waitMs ?? FIRST_WAIT_MS * 2 ** retries
        waited += wait
        if ((waitMs === undefined && retries >= MAX_RETRIES) || waited > MAX_WAIT_MS) return 'unsure'
        await sleep(wait)
      }
    },
    close: (): Promise<void> => client.close(),
  }
}

/** Reads a response with a good status: "ok", or JSON with `ok`. Anything else comes from a proxy. */
function resultOf(text: string): ResponseUrlResult {
  if (text === '' || text === 'ok') return 'done'
  const ok = at(parseJson(text), 'ok')
  if (ok === true) return 'done'
  return ok === false ? 'refused' : 'unsure'
}

// Posts answers to response URLs, one for nearly every press. Uses Node's own client with keep-alive: undici's request took 1.6 to 1.8
// times its processor time for such a post (Node 20).

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
