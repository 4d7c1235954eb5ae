import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, Receiver } from '@slack/bolt'
import { type Listener, send } from '../../ops/listener.ts'
import { jsonOf } from './prepared.ts'
import { isRecord, textAt } from './reading.ts'

/** Slack's deliveries are far smaller; a view with everything filled in is the largest. */
const MAX_BODY_BYTES = 1024 * 1024

/** How far a signature's time may lie from ours, before or after (docs.slack.dev/authentication/verifying-requests-from-slack). */
const MAX_AGE_S = 5 * 60

/** Slack waits three seconds for an acknowledgement; whoever has not given one by then has a fault. */
const ACK_MS = 2900

export interface OverHttpParts {
  readonly signingSecret: string
  readonly listener: Listener
  readonly now: () => number
  /** Told of deliveries that are refused, and of what broke. */
  readonly report: (problem: string, details?: object) => void
}

/** Slack's deliveries over HTTP: all of them are a `POST /slack/events`. */
export function overHttp({ signingSecret, listener, now, report }: OverHttpParts): Receiver {
  let app: App | undefined

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request)
    if (body === undefined) {
      // The rest of it is not read, so nothing can follow on this connection.
      response.setHeader('connection', 'close')
      send(response, 413, `a delivery has at most ${MAX_BODY_BYTES} bytes`)
      return
    }
    const refused = whyRefused(request, body, signingSecret, now())
    if (refused !== undefined) {
      report('a delivery was refused', { reason: refused })
      send(response, 401, refused)
      return
    }
    const parsed = parse(body, request.headers['content-type'] ?? '')
    if (!parsed) {
      send(response, 400, 'the body is neither JSON nor a form')
      return
    }
    if (parsed['ssl_check'] !== undefined) {
      send(response, 200, '')
      return
    }
    if (parsed['type'] === 'url_verification') {
      send(response, 200, textAt(parsed, 'challenge') ?? '')
      return
    }
    await process(parsed, request, response)
  }

  const process = async (
    body: Record<string, unknown>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const isEvent = body['type'] === 'event_callback'
    const timer = setTimeout(() => {
      if (isEvent) {
        // It is being worked on and claimed; sent again it would be answered as a repetition.
        if (!response.headersSent) acknowledge(response, undefined)
        return
      }
      report('a delivery was not acknowledged in time', { type: body['type'] ?? body['command'] })
      // Answered with 500, an event comes again; what a person pressed or typed says that it went wrong.
      if (!response.headersSent) send(response, 500, '')
    }, ACK_MS)
    try {
      await app?.processEvent({
        body,
        ...retryOf(request),
        ack: (answer?: unknown) => {
          // An event is acknowledged once it is answered: if this process dies before, Slack sends it to another one.
          if (isEvent) return Promise.resolve()
          clearTimeout(timer)
          if (!response.headersSent) acknowledge(response, answer)
          return Promise.resolve()
        },
      })
      // Nothing is interested in it: Slack is not to send it again.
      if (!response.headersSent) acknowledge(response, undefined)
    } catch (error) {
      report('a delivery failed', { err: error })
      if (!response.headersSent) send(response, 500, '')
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    init(made) {
      app = made
      listener.route('POST', '/slack/events', receive)
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}

function acknowledge(response: ServerResponse, answer: unknown): void {
  if (answer === undefined || answer === '') send(response, 200, '')
  else if (typeof answer === 'string') send(response, 200, answer)
  else send(response, 200, jsonOf(answer), 'application/json; charset=utf-8')
}

function retryOf(request: IncomingMessage): { readonly retryNum?: number; readonly retryReason?: string } {
  const { 'x-slack-retry-num': number, 'x-slack-retry-reason': reason } = request.headers
  return {
    ...(typeof number === 'string' && { retryNum: Number(number) }),
    ...(typeof reason === 'string' && { retryReason: reason }),
  }
}

/** The whole body, or undefined where it is too large. Rejects where the other side breaks off. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  // Listened to rather than iterated over: nearly every body is a single piece, and an iterator costs more than reading it.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY_BYTES) {
        chunks.push(chunk)
        return
      }
      request.pause()
      resolve(undefined)
    })
    request.on('end', () => {
      const [only] = chunks
      resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}

/** What is wrong with a delivery's signature; undefined where it is Slack's and fresh. */
function whyRefused(request: IncomingMessage, body: Buffer, secret: string, now: number): string | undefined {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = request.headers
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/u.test(timestamp)) {
    return 'this is not signed as Slack signs: X-Slack-Signature or X-Slack-Request-Timestamp is missing'
  }
  const age = now / 1000 - Number(timestamp)
  if (Math.abs(age) > MAX_AGE_S) {
    return `the signature's time is ${Math.round(Math.abs(age))} s ${age > 0 ? 'behind' : 'ahead of'} this machine's clock; at most ${MAX_AGE_S} s are accepted`
  }
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  )
  const given = Buffer.from(signature)
  if (expected.length === given.length && timingSafeEqual(expected, given)) return undefined
  return 'the signature does not match: is SLACK_SIGNING_SECRET that of this app (Basic Information > App Credentials)?'
}

function parse(body: Buffer, contentType: string): Record<string, unknown> | undefined {
  const text = body.toString('utf8')
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return recordIn(text)
  const form = new URLSearchParams(text)
  const payload = form.get('payload')
  return payload === null ? Object.fromEntries(form) : recordIn(payload)
}

function recordIn(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
