import { setTimeout as sleep } from 'node:timers/promises'
import type { App, Receiver } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import type { Logger } from '@slack/web-api'
import { at, isRecord } from './json.ts'
import { malformedReason, processDelivery } from './process-delivery.ts'

// Bolt's SocketModeReceiver is not used: on a `disconnect`, socket-mode 3.1 has no connection for 5 to 12 seconds, and a refused token
// ends the process. Two connections that are renewed here close the gap.

/** While one connection is renewed, the other takes the deliveries. */
const CONNECTIONS = 2

/** Timeout of a new connection until its hello message. */
const HELLO_TIMEOUT_MS = 15_000
const CALL_TIMEOUT_MS = 10_000

/** A connection that Slack closes sooner is not replaced at once: with too many of them, Slack closes each right after its hello. */
const MIN_UPTIME_MS = 2000

const FIRST_WAIT_MS = 500
const MAX_WAIT_MS = 30_000

/** Permanent errors of `apps.connections.open` (docs.slack.dev/reference/methods/apps.connections.open). */
const PERMANENT_ERRORS: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'not_allowed_token_type',
  'token_revoked',
  'token_expired',
  'no_permission',
  'org_login_required',
  'missing_scope',
])

export interface SocketReceiverOptions {
  readonly appToken: string
  readonly apiUrl: string
  readonly logger: Logger
  /** Called with the number of open connections when it changes. */
  readonly onConnectionsChange: (connections: number) => void
  readonly report: (problem: string, details?: object) => void
  /** Called once if Slack refuses the app's token permanently. */
  readonly onRefused: (error: string) => void
}

/**
 * Receives Slack's deliveries over WebSockets. Each connection is replaced when it closes; a delivery arrives on any one of them.
 * `start` resolves when the first is open.
 */
export function createSocketReceiver({
  appToken,
  apiUrl,
  logger,
  onConnectionsChange,
  report,
  onRefused,
}: SocketReceiverOptions): Receiver & { readonly openConnections: () => number } {
  const stopped = new AbortController()
  const clients = new Set<SocketModeClient>()
  let app: App | undefined
  let slots: readonly Promise<void>[] = []
  let firstOpen: () => void = () => {}
  let isRefused = false

  const refuse = (error: string): void => {
    if (isRefused) return
    isRefused = true
    stopped.abort()
    onRefused(error)
  }

  /** Keeps one connection open, replacing it until the receiver stops. */
  const keepOpen = async (): Promise<void> => {
    let wait = 0
    while (!stopped.signal.aborted) {
      const outcome = await connect()
      if (stopped.signal.aborted) return
      if (outcome === 'closed') {
        // Slack regularly closes connections: open the next one at once.
        wait = 0
        continue
      }
      if (PERMANENT_ERRORS.has(outcome)) {
        refuse(outcome)
        return
      }
      wait = Math.min(MAX_WAIT_MS, wait === 0 ? FIRST_WAIT_MS : wait * 2)
      report('a connection to Slack could not be opened', { reason: outcome, againInMs: wait })
      await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  /** Opens a connection and waits for its end. Resolves with `closed`, or with the reason if it did not open or stay open. */
  const connect = async (): Promise<string> => {
    const client = new SocketModeClient({
      appToken,
      // Reconnecting is done here: at once, and without ending the process if it fails.
      autoReconnectEnabled: false,
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: CALL_TIMEOUT_MS },
      logger,
    })
    client.on('slack_event', (event: unknown) => void deliver(event))
    const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
    const opened = client.start().then(
      () => 'open' as const,
      (error: unknown) => reasonOf(error),
    )
    const outcome = await inTime(opened, stopped.signal)
    if (outcome !== 'open') {
      client.disconnect().catch(() => {})
      return outcome
    }
    const openSince = performance.now()
    clients.add(client)
    onConnectionsChange(clients.size)
    firstOpen()
    await closed
    clients.delete(client)
    onConnectionsChange(clients.size)
    return performance.now() - openSince < MIN_UPTIME_MS ? 'closed right after it was open' : 'closed'
  }

  const deliver = async (event: unknown): Promise<void> => {
    const body = at(event, 'body')
    const ack = at(event, 'ack')
    if (!isRecord(body) || typeof ack !== 'function') return
    const acknowledge = async (answer?: unknown): Promise<void> => {
      await ack(answer)
    }
    const problem = malformedReason(body)
    if (problem !== undefined) {
      report('a delivery was refused', { reason: `the delivery cannot be read: ${problem}` })
      await acknowledge().catch(() => undefined)
      return
    }
    const retryNum = at(event, 'retry_num')
    const retryReason = at(event, 'retry_reason')
    await processDelivery(app, {
      body,
      retry: {
        ...(typeof retryNum === 'number' && { retryNum }),
        ...(typeof retryReason === 'string' && { retryReason }),
      },
      acknowledge,
      // Slack repeats what is not acknowledged.
      fail: () => {},
      report,
    })
  }

  return {
    openConnections: () => clients.size,
    init(boltApp) {
      app = boltApp
    },
    start() {
      const first = new Promise<void>((resolve) => {
        firstOpen = resolve
      })
      slots = Array.from({ length: CONNECTIONS }, keepOpen)
      return Promise.race([first, Promise.all(slots)])
    },
    async stop() {
      stopped.abort()
      await Promise.allSettled([...clients].map((client) => client.disconnect()))
      await Promise.allSettled(slots)
    },
  }
}

/** Resolves as `opened` does, or with the reason if its time is over or the receiver stops before. Leaves no listener behind. */
async function inTime(opened: Promise<string>, stop: AbortSignal): Promise<string> {
  const ended = new AbortController()
  const end = (): void => ended.abort()
  if (stop.aborted) end()
  stop.addEventListener('abort', end)
  const late = `no hello within ${HELLO_TIMEOUT_MS / 1000} s`
  const waiting = sleep(HELLO_TIMEOUT_MS, late, { ref: false, signal: ended.signal }).catch(() => 'stopping')
  try {
    return await Promise.race([opened, waiting])
  } finally {
    stop.removeEventListener('abort', end)
    end()
  }
}

/** Slack's error code if there is one, else the client's message. */
function reasonOf(error: unknown): string {
  const code = at(error instanceof Error ? Object.assign({}, error) : error, 'data', 'error')
  if (typeof code === 'string') return code
  return error instanceof Error ? error.message : 'closed before it was open'
}
