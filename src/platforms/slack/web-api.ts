import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import type { Metrics } from '../../runtime/metrics.ts'
import { createKeyedQueue } from '../delivery/keyed-queue.ts'
import { at, textAt } from './json.ts'
import type { SlackMethod } from './scopes.ts'

/** A call that Slack has not answered by then counts as lost. */
const CALL_MS = 8000

/** Tries after the first. */
const MOST_RETRIES = 3
const FIRST_WAIT_MS = 300

/** How long a call may wait in all where Slack asks for it (429): after that the person is told. */
const LONGEST_WAIT_MS = 120_000

/** Clients kept; each belongs to one token. */
const MOST_CLIENTS = 1000

/** Slack answers `ok: false`: its error code, and for a missing scope which one. */
export class SlackApiError extends Error {
  override readonly name = 'SlackRefusal'
  readonly method: string
  readonly code: string
  readonly neededScope: string | undefined

  constructor(method: string, code: string, needed: string | undefined) {
    super(needed === undefined ? `${method}: ${code}` : `${method}: ${code} (needs the scope ${needed})`)
    this.method = method
    this.code = code
    this.neededScope = needed
  }
}

/** Slack could not be reached, or it is not known whether what was asked for has happened. */
export class SlackUnreachableError extends Error {
  override readonly name = 'SlackUnreachable'
}

export interface ApiCall {
  readonly token: string
  readonly method: SlackMethod
  readonly args: Readonly<Record<string, unknown>>
  /** Calls with one key run one after the other; a pause that Slack asks for holds up these alone. */
  readonly queueKey: string
  /**
   * Whether asking again does no harm, or how to find out whether the effect of a lost answer is there: then that is the
   * answer. Where neither is said, a call whose answer is lost is not made again.
   */
  readonly retry?: 'harmless' | ((since: number) => Promise<unknown>)
  /** The refusal of a second try that means the first one, whose answer was lost, has taken effect. */
  readonly alreadyDoneCode?: string
}

export interface WebApi {
  /** Makes one call of the Web API. Rejects with a SlackRefusal or SlackUnreachable. */
  call(call: ApiCall): Promise<unknown>
  /** Posts a message once, whatever becomes of Slack's answers; resolves with its time stamp. */
  postMessage(
    token: string,
    channel: string,
    message: Readonly<Record<string, unknown>>,
    /** The mark of a post that may have been made by an earlier delivery of the same event: then it is looked for first. */
    once?: { readonly mark: string; readonly repeated: boolean },
  ): Promise<string>
  /** Resolves when all calls have ended. */
  idle(): Promise<void>
}

export interface WebApiDeps {
  readonly apiUrl: string
  readonly logger: Logger
  readonly metrics: Metrics
  readonly now: () => number
  /** The token to use instead of one that Slack refuses as revoked or expired; undefined if there is none. */
  readonly replacementFor: (token: string) => Promise<string | undefined>
}

/** Refusals of a token that another process may have replaced (docs.slack.dev/reference/methods/auth.test, errors). */
const REPLACED: ReadonlySet<string> = new Set(['token_revoked', 'token_expired', 'invalid_auth', 'account_inactive'])

/** The event type of the mark that our posts carry. */
const MARK = 'rung_message'

/** Slack sends an event again after up to five minutes. */
const EARLIER_MS = 10 * 60 * 1000

/** How far Slack's clock may be from ours, in milliseconds, when a post is looked for. */
const CLOCK_SLACK_MS = 120_000

/** Every call to Slack's Web API goes through here. */
export function createWebApi({ apiUrl, logger, metrics, now, replacementFor }: WebApiDeps): WebApi {
  const clients = new LRUCache<string, WebClient>({ max: MOST_CLIENTS })
  const queue = createKeyedQueue()

  const clientFor = (token: string): WebClient => {
    const known = clients.get(token)
    if (known) return known
    const made = new WebClient(token, {
      slackApiUrl: apiUrl,
      logger,
      timeout: CALL_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      maxRequestConcurrency: 200,
    })
    clients.set(token, made)
    return made
  }

  const attempt = async ({ token, method, args }: ApiCall): Promise<Attempt> => {
    try {
      const answer = await clientFor(token).apiCall(method, { ...args })
      metrics.recordApiCall({ platform: 'slack', method, result: 'ok' })
      return { type: 'done', answer }
    } catch (error) {
      const failed = failureOf(method, error)
      metrics.recordApiCall({ platform: 'slack', method, result: failed.type })
      return failed
    }
  }

  const make = async (call: ApiCall): Promise<unknown> => {
    const since = now()
    let { token } = call
    let waited = 0
    for (let retries = 0; ; ) {
      const ended = await attempt({ ...call, token })
      if (ended.type === 'done') return ended.answer
      if (ended.type === 'refused') {
        if (retries > 0 && ended.error.code === call.alreadyDoneCode) return undefined
        const replaced = token !== call.token || !REPLACED.has(ended.error.code)
        const replacement = replaced ? undefined : await replacementFor(token)
        if (replacement === undefined) throw ended.error
        token = replacement
        continue
      }
      if (ended.type === 'limited') {
        waited += ended.waitMs
        if (waited > LONGEST_WAIT_MS) throw new SlackUnreachableError(`${call.method}: Slack asks to wait too long`)
        await sleep(ended.waitMs)
        continue
      }
      if (call.retry === undefined || retries >= MOST_RETRIES) throw ended.error
      await sleep(FIRST_WAIT_MS * 2 ** retries)
      retries += 1
      if (typeof call.retry === 'function') {
        const found = await call.retry(since)
        if (found !== undefined) return found
      }
    }
  }

  const run = (call: ApiCall): Promise<unknown> => queue.run(call.queueKey, () => make(call))

  return {
    call: run,
    async postMessage(token, channel, message, once) {
      const mark = once?.mark ?? randomUUID()
      if (once?.repeated === true) {
        const there = await findPost(make, token, channel, mark, now() - EARLIER_MS)
        if (there !== undefined) return textAt(there, 'ts') ?? ''
      }
      const answer = await run({
        token,
        method: 'chat.postMessage',
        queueKey: `channel/${channel}`,
        args: {
          ...message,
          channel,
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: MARK, event_payload: { mark } },
        },
        retry: (since) => findPost(make, token, channel, mark, since),
      })
      return textAt(answer, 'ts') ?? ''
    },
    idle: () => queue.whenIdle(),
  }
}

/**
 * Looks for a post by its mark. Rejects with a SlackUnreachable where Slack does not let us look: the post is then not made
 * again, for it may be there.
 */
async function findPost(
  make: (call: ApiCall) => Promise<unknown>,
  token: string,
  channel: string,
  mark: string,
  since: number,
): Promise<unknown> {
  const args = {
    channel,
    oldest: String((since - CLOCK_SLACK_MS) / 1000),
    limit: 100,
    include_all_metadata: true,
  }
  let found: unknown
  try {
    found = await make({ token, method: 'conversations.history', queueKey: '', args, retry: 'harmless' })
  } catch (error) {
    throw new SlackUnreachableError('chat.postMessage: whether the message arrived is not known', { cause: error })
  }
  const messages = at(found, 'messages')
  if (!Array.isArray(messages)) return undefined
  return messages.find((message: unknown) => textAt(message, 'metadata', 'event_payload', 'mark') === mark)
}

type Attempt =
  | { readonly type: 'done'; readonly answer: unknown }
  | { readonly type: 'refused'; readonly error: SlackApiError }
  | { readonly type: 'limited'; readonly waitMs: number }
  | { readonly type: 'lost'; readonly error: SlackUnreachableError }

/** Errors that Slack answers with `ok: false` though they are its own trouble. */
const OWN_TROUBLE: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
])

function failureOf(method: string, error: unknown): Exclude<Attempt, { type: 'done' }> {
  if (error instanceof WebAPIRateLimitedError) return { type: 'limited', waitMs: Math.max(1, error.retryAfter) * 1000 }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    if (code === 'ratelimited') return { type: 'limited', waitMs: 1000 }
    // What is no code was said by something between Slack and us.
    if (!OWN_TROUBLE.has(code) && /^[a-z][\w:-]*$/u.test(code)) {
      return { type: 'refused', error: new SlackApiError(method, code, textAt(error.data, 'needed')) }
    }
  }
  const what = error instanceof WebAPIHTTPError ? `HTTP ${error.statusCode}` : causeOf(error)
  return { type: 'lost', error: new SlackUnreachableError(`${method}: ${what}`, { cause: error }) }
}

/** What is at the bottom of an error that wraps others: "connect ECONNREFUSED …" rather than "fetch failed". */
function causeOf(error: unknown): string {
  let inner = error
  for (let depth = 0; depth < 5; depth++) {
    const next: unknown =
      inner instanceof Error ? (inner.cause ?? ('original' in inner ? inner.original : undefined)) : undefined
    if (!(next instanceof Error) || next.message === '') break
    inner = next
  }
  return inner instanceof Error ? inner.message : String(inner)
}
