import { setTimeout as sleep } from 'node:timers/promises'
import type { App, Receiver } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import type { Logger } from '@slack/web-api'
import { malformedReason } from './payload.ts'
import { at, isRecord } from './json.ts'
import { UndeliveredError } from './undelivered-error.ts'

/** While one connection is being renewed the others take the deliveries. */
const CONNECTIONS = 2

/** A connection that has not said hello by then is given up. */
const HELLO_MS = 15_000
const CALL_MS = 10_000

/** Slack waits three seconds for an acknowledgement. */
const ACK_MS = 2500

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** Answers to `apps.connections.open` after which trying again is no use (docs.slack.dev/reference/methods/apps.connections.open). */
const HOPELESS: ReadonlySet<string> = new Set([
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
  /** Told how many connections are open, whenever that changes. */
  readonly onConnectionsChange: (connections: number) => void
  readonly report: (problem: string, details?: object) => void
  /** Slack refuses the app's token for good. Called once. */
  readonly onRefused: (error: string) => void
}

/**
 * Slack's deliveries over WebSockets that this process opens. Each is replaced as soon as it closes; a delivery goes to any
 * one of them. `start` resolves once the first is open.
 */
export function createSocketReceiver(
  parts: SocketReceiverOptions,
): Receiver & { readonly openConnections: () => number } {
  const { report, onConnectionsChange: connected, onRefused: refused } = parts
  const stopped = new AbortController()
  const clients = new Set<SocketModeClient>()
  let app: App | undefined
  let slots: readonly Promise<void>[] = []
  let firstOpen: () => void = () => {}
  let givenUp = false

  const giveUp = (error: string): void => {
    if (givenUp) return
    givenUp = true
    stopped.abort()
    refused(error)
  }

  /** Holds one connection, and the next after it, until told to stop. */
  const hold = async (): Promise<void> => {
    let wait = 0
    while (!stopped.signal.aborted) {
      const ended = await connect()
      if (ended === 'closed') {
        // Slack renews its connections from time to time: the next one at once.
        wait = 0
        continue
      }
      if (HOPELESS.has(ended)) {
        giveUp(ended)
        return
      }
      wait = Math.min(LONGEST_WAIT_MS, wait === 0 ? FIRST_WAIT_MS : wait * 2)
      report('a connection to Slack could not be opened', { reason: ended, againInMs: wait })
      await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  /** Opens a connection and waits for its end: `closed` where it was open, else why it was not. */
  const connect = async (): Promise<string> => {
    const client = new SocketModeClient({
      appToken: parts.appToken,
      // Reconnecting is done here: at once, and without an end of the process where it fails.
      autoReconnectEnabled: false,
      clientOptions: { slackApiUrl: parts.apiUrl, retryConfig: { retries: 0 }, timeout: CALL_MS },
      logger: parts.logger,
    })
    client.on('slack_event', (event: unknown) => void deliver(event))
    const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
    const opened = client.start().then(
      () => 'open' as const,
      (error: unknown) => reasonOf(error),
    )
    const outcome = await Promise.race([
      opened,
      sleep(HELLO_MS, `no hello within ${HELLO_MS / 1000} s`, { ref: false }),
      stopping(stopped.signal),
    ])
    if (outcome !== 'open') {
      client.disconnect().catch(() => {})
      return outcome
    }
    clients.add(client)
    connected(clients.size)
    firstOpen()
    await closed
    clients.delete(client)
    connected(clients.size)
    return 'closed'
  }

  const deliver = async (event: unknown): Promise<void> => {
    const body = at(event, 'body')
    const ack = at(event, 'ack')
    if (!isRecord(body) || typeof ack !== 'function') return
    let acknowledged = false
    const acknowledge = async (answer?: unknown): Promise<void> => {
      if (acknowledged) return
      acknowledged = true
      await ack(answer)
    }
    const wrong = malformedReason(body)
    if (wrong !== undefined) {
      report('a delivery was refused', { reason: `the delivery cannot be read: ${wrong}` })
      await acknowledge().catch(() => undefined)
      return
    }
    // An event is acknowledged once it is answered: if this process dies before, Slack sends it to another one.
    const isEvent = body['type'] === 'event_callback'
    const timer = setTimeout(() => {
      // An event that is not acknowledged comes again, and finds this one done or failed.
      if (!isEvent && !acknowledged)
        report('a delivery was not acknowledged in time', { type: body['type'] ?? body['command'] })
    }, ACK_MS)
    const retryNum = at(event, 'retry_num')
    const retryReason = at(event, 'retry_reason')
    try {
      await app?.processEvent({
        body,
        ack: (answer?: unknown) => (isEvent ? Promise.resolve() : acknowledge(answer)),
        ...(typeof retryNum === 'number' && { retryNum }),
        ...(typeof retryReason === 'string' && { retryReason }),
      })
      await acknowledge()
    } catch (error) {
      if (!(error instanceof UndeliveredError)) report('a delivery failed', { err: error })
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    openConnections: () => clients.size,
    init(made) {
      app = made
    },
    start() {
      const first = new Promise<void>((resolve) => {
        firstOpen = resolve
      })
      slots = Array.from({ length: CONNECTIONS }, hold)
      return Promise.race([first, Promise.all(slots)])
    },
    async stop() {
      stopped.abort()
      await Promise.allSettled([...clients].map((client) => client.disconnect()))
      await Promise.allSettled(slots)
    },
  }
}

function stopping(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stopping')
    else signal.addEventListener('abort', () => resolve('stopping'), { once: true })
  })
}

/** Slack's error code where it gave one, else what the client says. */
function reasonOf(error: unknown): string {
  const code = at(error instanceof Error ? Object.assign({}, error) : error, 'data', 'error')
  if (typeof code === 'string') return code
  return error instanceof Error ? error.message : 'closed before it was open'
}
