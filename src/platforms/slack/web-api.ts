// WebClient's own retries are not used. Its retry policy belongs to a client, not to a call: it would repeat a chat.postMessage whose
// response was lost, and so post twice. Its handling of a 429 pauses all calls of a token, ours those of one channel or user. It can also
// not continue with the token that another process has stored meanwhile.

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import type { Metrics } from '../../runtime/metrics.ts'
import { createKeyedQueue } from '../delivery/deliver.ts'
import { listAt, textAt } from './json.ts'
import type { SlackMethod } from './scopes.ts'

/** After this time without a response, a call counts as lost. */
const CALL_MS = 8000

/** Attempts after the first. */
const MAX_RETRIES = 3
const FIRST_WAIT_MS = 300

/** How long a call waits in all if Slack asks it to (429). After that it fails. */
const MAX_WAIT_MS = 120_000

/** Each client belongs to one token. */
const MAX_CLIENTS = 1000

/** Slack responded `ok: false`, with an error code, and the scope if one is missing. */
export class SlackApiError extends Error {
  override readonly name = 'SlackApiError'
  readonly code: string
  readonly neededScope: string | undefined

  constructor(method: string, code: string, neededScope: string | undefined) {
    super(neededScope === undefined ? `${method}: ${code}` : `${method}: ${code} (needs the scope ${neededScope})`)
    this.code = code
    this.neededScope = neededScope
  }
}

/** Slack could not be reached, or its response was lost: the call may have taken effect. */
export class SlackUnreachableError extends Error {
  override readonly name = 'SlackUnreachableError'
}

export interface ApiCall {
  readonly token: string
  readonly method: SlackMethod
  readonly args: Readonly<Record<string, unknown>>
  /** Calls with the same key run one after the other; a pause that Slack asks for (429) delays only these. */
  readonly queueKey: string
  /**
   * How to retry a call whose response was lost. `idempotent`: repeat it, the default for the methods in IDEMPOTENT. A function: look
   * for the effect of the call, and return it as the response if it is there, else repeat the call.
   */
  readonly retry?: 'idempotent' | ((since: number) => Promise<unknown>)
}

/** Methods that only read, or that have no further effect when they are called again. */
const IDEMPOTENT: ReadonlySet<SlackMethod> = new Set([
  'auth.test',
  'chat.getPermalink',
  'chat.update',
  'conversations.history',
  'conversations.open',
  'conversations.replies',
  'files.getUploadURLExternal',
  'reactions.get',
  'usergroups.users.list',
  'users.info',
  'views.open',
  'views.publish',
  'views.update',
] as const)

/** The error of a repeated views.open if the first one opened the modal (docs.slack.dev/reference/methods/views.open). */
const ALREADY_OPEN = 'exchanged_trigger_id'

/** Marks a post, so that it is made once. */
export interface PostOnce {
  readonly mark: string
  /** Whether an earlier delivery of the same event may have made the post: then it is looked for first. */
  readonly repeated: boolean
}

export interface WebApi {
  /** Calls a method of the Web API. Rejects with a SlackApiError or SlackUnreachableError. */
  call(call: ApiCall): Promise<unknown>
  /** Posts a message exactly once, even if responses are lost; resolves with its timestamp. */
  postMessage(token: string, channel: string, message: object, once?: PostOnce): Promise<string>
  /** Resolves when no call is running or waiting. */
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

/** Errors of a token that another process may have replaced (docs.slack.dev/reference/methods/auth.test, errors). */
const REPLACED: ReadonlySet<string> = new Set(['token_revoked', 'token_expired', 'invalid_auth', 'account_inactive'])

/** The metadata event type of the mark in our posts. */
const MARK = 'rung_message'

/** How far back a post is looked for: Slack repeats an event after up to five minutes. */
const LOOK_BACK_MS = 10 * 60 * 1000

/** How far Slack's clock may be from ours, in milliseconds, when a post is looked for. */
const CLOCK_SLACK_MS = 120_000

/** Creates the client that makes every call to Slack's Web API. */
export function createWebApi({ apiUrl, logger, metrics, now, replacementFor }: WebApiDeps): WebApi {
  const clients = new LRUCache<string, WebClient>({ max: MAX_CLIENTS })
  const queue = createKeyedQueue()

  const clientFor = (token: string): WebClient => {
    const existing = clients.get(token)
    if (existing) return existing
    const client = new WebClient(token, {
      slackApiUrl: apiUrl,
      logger,
      timeout: CALL_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      maxRequestConcurrency: 200,
    })
    clients.set(token, client)
    return client
  }

  const attempt = async ({ token, method, args }: ApiCall): Promise<Attempt> => {
    try {
      const response = await clientFor(token).apiCall(method, { ...args })
      metrics.recordApiCall({ platform: 'slack', method, result: 'ok' })
      return { type: 'done', response }
    } catch (error) {
      const failure = failureOf(method, error)
      metrics.recordApiCall({ platform: 'slack', method, result: failure.type })
      return failure
    }
  }

  const callWithRetries = async (call: ApiCall): Promise<unknown> => {
    const { method, retry = IDEMPOTENT.has(method) ? 'idempotent' : undefined } = call
    const since = now()
    let { token } = call
    let waited = 0
    for (let retries = 0; ; ) {
      const outcome = await attempt({ ...call, token })
      switch (outcome.type) {
        case 'done':
          return outcome.response
        case 'refused': {
          if (retries > 0 && method === 'views.open' && outcome.error.code === ALREADY_OPEN) return undefined
          const mayReplace = token === call.token && REPLACED.has(outcome.error.code)
          const replacement = mayReplace ? await replacementFor(token) : undefined
          if (replacement === undefined) throw outcome.error
          token = replacement
          break
        }
        case 'limited':
          waited += outcome.waitMs
          if (waited > MAX_WAIT_MS) throw new SlackUnreachableError(`${method}: Slack asks to wait too long`)
          await sleep(outcome.waitMs)
          break
        case 'lost': {
          if (retry === undefined || retries >= MAX_RETRIES) throw outcome.error
          await sleep(FIRST_WAIT_MS * 2 ** retries)
          retries += 1
          const effect = typeof retry === 'function' ? await retry(since) : undefined
          if (effect !== undefined) return effect
        }
      }
    }
  }

  const call = (apiCall: ApiCall): Promise<unknown> => queue.run(apiCall.queueKey, () => callWithRetries(apiCall))

  /**
   * Looks for a post by its mark, in the thread if it names one: `conversations.history` has no replies. Rejects with a
   * SlackUnreachableError if the channel cannot be read: the post may be there, so it must not be repeated.
   */
  const findPost = async (
    token: string,
    { channel, thread }: { readonly channel: string; readonly thread: string | undefined },
    mark: string,
    since: number,
  ): Promise<unknown> => {
    const oldest = String((since - CLOCK_SLACK_MS) / 1000)
    const args = {
      channel,
      ...(thread !== undefined && { ts: thread }),
      oldest,
      limit: 100,
      include_all_metadata: true,
    }
    const method = thread === undefined ? 'conversations.history' : 'conversations.replies'
    try {
      // Not queued: the post that it looks for holds the queue of the channel.
      const history = await callWithRetries({ token, method, queueKey: '', args })
      return listAt(history, 'messages').find(
        (message) => textAt(message, 'metadata', 'event_payload', 'mark') === mark,
      )
    } catch (error) {
      throw new SlackUnreachableError('chat.postMessage: whether the message arrived is not known', { cause: error })
    }
  }

  return {
    call,
    async postMessage(token, channel, message, once) {
      const mark = once?.mark ?? randomUUID()
      const place = { channel, thread: textAt(message, 'thread_ts') }
      if (once?.repeated === true) {
        const post = await findPost(token, place, mark, now() - LOOK_BACK_MS)
        if (post !== undefined) return textAt(post, 'ts') ?? ''
      }
      const response = await call({
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
        retry: (since) => findPost(token, place, mark, since),
      })
      return textAt(response, 'ts') ?? ''
    },
    idle: () => queue.whenIdle(),
  }
}

type Attempt =
  | { readonly type: 'done'; readonly response: unknown }
  | { readonly type: 'refused'; readonly error: SlackApiError }
  | { readonly type: 'limited'; readonly waitMs: number }
  | { readonly type: 'lost'; readonly error: SlackUnreachableError }

/** Errors on Slack's side that come with `ok: false`. */
const SERVER_ERRORS: ReadonlySet<string> = new Set([
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
    // Text that is not an error code comes from a proxy between Slack and us.
    if (!SERVER_ERRORS.has(code) && /^[a-z][\w:-]*$/u.test(code)) {
      return { type: 'refused', error: new SlackApiError(method, code, textAt(error.data, 'needed')) }
    }
  }
  const what = error instanceof WebAPIHTTPError ? `HTTP ${error.statusCode}` : causeOf(error)
  return { type: 'lost', error: new SlackUnreachableError(`${method}: ${what}`, { cause: error }) }
}

/** The message of an error's innermost cause: "connect ECONNREFUSED …" rather than "fetch failed". */
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
