import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, Receiver } from '@slack/bolt'
import { type HttpServer, sendResponse } from '../../runtime/http-server.ts'
import { createReportLimiter } from '../../runtime/log-limit.ts'
import { createBodyReader, type UnreadReason } from '../../runtime/request-body.ts'
import { textAt } from './json.ts'
import { toJsonBuffer } from './preserialized.ts'
import { malformedReason, parsePayload, processDelivery, type ReceivedDelivery } from './process-delivery.ts'

// Bolt's isValidSlackRequest is not used: it needs the body before it can refuse a stale request, accepts timestamps any time in the
// future, and compares the body as decoded text instead of its bytes. Bolt's own receivers acknowledge an event before it is handled.

/** Slack's deliveries are far smaller: the largest is a view with every field filled in. */
const MAX_BODY_BYTES = 1024 * 1024

/** Limit on all bodies together that are being received and are not verified yet. */
const MAX_TOTAL_BYTES = 16 * MAX_BODY_BYTES

/** How far a signature's timestamp may be behind our clock (docs.slack.dev/authentication/verifying-requests-from-slack). */
const MAX_AGE_S = 5 * 60

/** How far it may be ahead: Slack signs when it sends, so the difference is that of two clocks. */
const MAX_AHEAD_S = 60

export interface HttpReceiverOptions {
  readonly signingSecret: string
  readonly listener: HttpServer
  readonly now: () => number
  /** Logs refused and failed deliveries. */
  readonly report: (problem: string, details?: object) => void
}

/** Receives Slack's deliveries over HTTP: each is a `POST /slack/events`. */
export function createHttpReceiver({ signingSecret, listener, now, report }: HttpReceiverOptions): Receiver {
  let app: App | undefined

  const bodies = createBodyReader({ maxBytes: MAX_BODY_BYTES, maxTotalBytes: MAX_TOTAL_BYTES })
  const refusals = createReportLimiter(report)

  /** Refuses a request from an unknown sender and closes the connection without reading the rest. */
  const refuse = (response: ServerResponse, { status, kind, reason }: Refusal): void => {
    refusals.write(kind, 'a delivery was refused', { reason })
    response.shouldKeepAlive = false
    sendResponse(response, status, reason)
  }

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signature = signatureOf(request, now())
    if ('reason' in signature) {
      refuse(response, signature)
      return
    }
    const body = await bodies.read(request)
    if (typeof body === 'string') {
      refuse(response, UNREAD[body])
      return
    }
    if (!isSigned(body, signature, signingSecret)) {
      refuse(response, MISMATCH)
      return
    }
    const parsed = parsePayload(body, request.headers['content-type'] ?? '')
    if (!parsed) {
      refuse(response, malformed('the body is neither a JSON object nor a form'))
      return
    }
    if (parsed['ssl_check'] !== undefined) {
      sendResponse(response, 200, '')
      return
    }
    if (parsed['type'] === 'url_verification') {
      sendResponse(response, 200, textAt(parsed, 'challenge') ?? '')
      return
    }
    const problem = malformedReason(parsed)
    if (problem !== undefined) {
      refuse(response, malformed(problem))
      return
    }
    await processDelivery(app, {
      body: parsed,
      retry: retryOf(request),
      acknowledge(answer) {
        if (!response.headersSent) acknowledge(response, answer)
        return Promise.resolve()
      },
      fail() {
        if (!response.headersSent) sendResponse(response, 500, '')
      },
      report,
    })
  }

  return {
    init(boltApp) {
      app = boltApp
      listener.route('POST', '/slack/events', receive)
    },
    start: () => Promise.resolve(),
    stop() {
      refusals.flush()
      return Promise.resolve()
    },
  }
}

function acknowledge(response: ServerResponse, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null)
    sendResponse(response, 200, typeof answer === 'string' ? answer : '')
  else sendResponse(response, 200, toJsonBuffer(answer), 'application/json; charset=utf-8')
}

function retryOf(request: IncomingMessage): ReceivedDelivery['retry'] {
  const { 'x-slack-retry-num': number, 'x-slack-retry-reason': reason } = request.headers
  return {
    ...(typeof number === 'string' && { retryNum: Number(number) }),
    ...(typeof reason === 'string' && { retryReason: reason }),
  }
}

interface Refusal {
  readonly status: number
  /** Refusals of one kind share a rate limit in the log. */
  readonly kind: string
  readonly reason: string
}

const UNREAD: Readonly<Record<UnreadReason, Refusal>> = {
  'too-large': { status: 413, kind: 'too-large', reason: `a delivery has at most ${MAX_BODY_BYTES} bytes` },
  'no-room': { status: 503, kind: 'no-room', reason: 'too many deliveries are being received at a time' },
  aborted: { status: 408, kind: 'aborted', reason: 'the delivery is incomplete' },
}

const MISMATCH: Refusal = {
  status: 401,
  kind: 'mismatch',
  reason:
    'the signature does not match: is SLACK_SIGNING_SECRET that of this app (Basic Information > App Credentials)?',
}

function malformed(reason: string): Refusal {
  return { status: 400, kind: 'malformed', reason: `the delivery cannot be read: ${reason}` }
}

interface Signature {
  readonly value: string
  readonly timestamp: string
}

/** Reads the signature from a request's headers, without the body. Returns a Refusal if Slack cannot have made it just now. */
function signatureOf(request: IncomingMessage, now: number): Signature | Refusal {
  const { 'x-slack-signature': value, 'x-slack-request-timestamp': timestamp } = request.headers
  if (typeof value !== 'string' || typeof timestamp !== 'string') {
    const reason = 'this is not signed as Slack signs: X-Slack-Signature or X-Slack-Request-Timestamp is missing'
    return { status: 401, kind: 'unsigned', reason }
  }
  if (!/^v0=[0-9a-f]{64}$/u.test(value) || !/^\d{1,12}$/u.test(timestamp)) {
    const reason =
      'this is not signed as Slack signs: X-Slack-Signature is v0= and 64 hexadecimal digits, X-Slack-Request-Timestamp is seconds'
    return { status: 401, kind: 'unsigned', reason }
  }
  const age = now / 1000 - Number(timestamp)
  if (age > MAX_AGE_S || age < -MAX_AHEAD_S) {
    const off = `${Math.round(Math.abs(age))} s ${age > 0 ? 'behind' : 'ahead of'} this machine's clock`
    const accepted = `at most ${MAX_AGE_S} s behind and ${MAX_AHEAD_S} s ahead are accepted`
    return { status: 401, kind: 'stale', reason: `the signature's time is ${off}; ${accepted}` }
  }
  return { value, timestamp }
}

function isSigned(body: Buffer, { value, timestamp }: Signature, secret: string): boolean {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
  const expected = Buffer.from(`v0=${digest}`)
  const received = Buffer.from(value)
  return expected.length === received.length && timingSafeEqual(expected, received)
}
