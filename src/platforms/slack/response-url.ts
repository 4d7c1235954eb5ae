import { setTimeout as sleep } from 'node:timers/promises'
import type { Metrics } from '../../runtime/metrics.ts'
import { createHttpClient, NotSentError } from './http-client.ts'
import { at } from './json.ts'

/** What becomes of an answer sent to a response address. `unsure`: it may have arrived or not. */
export type ResponseUrlResult = 'done' | 'expired' | 'refused' | 'unsure'

export interface ResponseUrlClient {
  /**
   * Sends an answer to where a press or command says it wants it. An answer that takes another one's place may be sent
   * twice and is tried again; one that adds a message is not, where it may have arrived.
   */
  post(url: string, body: Readonly<Record<string, unknown>>): Promise<ResponseUrlResult>
  close(): Promise<void>
}

const MOST_RETRIES = 3
const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 60_000

export interface ResponseUrlClientOptions {
  readonly metrics: Metrics
  /** Web API base: its origin may be posted to as well, as another Slack than the public one lies there. */
  readonly apiUrl: string
  readonly report: (problem: string, details: object) => void
}

/** Hosts of Slack and of GovSlack; response addresses lie at hooks.slack.com (docs.slack.dev/interactivity/handling-user-interaction). */
const SLACK_HOST = /^(?:[\w-]+\.)*slack(?:-gov)?\.com$/u

/** Whether an address is Slack's: answers hold what a person asked for, and a delivery must not send them elsewhere. */
export function isSlackUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, origin } = new URL(url)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && port === '' && SLACK_HOST.test(hostname))
}

export function createResponseUrlClient({ metrics, apiUrl, report }: ResponseUrlClientOptions): ResponseUrlClient {
  const poster = createHttpClient()

  const attempt = async (
    url: string,
    json: string,
  ): Promise<{ result: ResponseUrlResult | 'again'; waitMs?: number }> => {
    try {
      const { status, retryAfter, text } = await poster.postJson(url, json)
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
    async post(url, body) {
      if (!isSlackUrl(url, apiUrl)) {
        report('an answer was not sent to a response address that is not of Slack', { host: hostOf(url) })
        metrics.recordApiCall({ platform: 'slack', method: 'response_url', result: 'refused' })
        return 'refused'
      }
      const json = JSON.stringify(body)
      const harmless = body['replace_original'] === true || body['delete_original'] === true
      let waited = 0
      for (let retries = 0; ; retries += 1) {
        const { result, waitMs } = await attempt(url, json)
        metrics.recordApiCall({ platform: 'slack', method: 'response_url', result })
        const mayTryAgain = result === 'again' || (result === 'unsure' && harmless)
        if (!mayTryAgain) return result
        const wait = waitMs ?? FIRST_WAIT_MS * 2 ** retries
        waited += wait
        if ((waitMs === undefined && retries >= MOST_RETRIES) || waited > LONGEST_WAIT_MS) return 'unsure'
        await sleep(wait)
      }
    },
    close: () => poster.close(),
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'not an address'
}

/** What an answer with a good status says: "ok", or JSON with `ok`. What is neither comes from something in between. */
function resultOf(answer: string): ResponseUrlResult {
  if (answer === '' || answer === 'ok') return 'done'
  try {
    const ok = at(JSON.parse(answer), 'ok')
    if (ok === true) return 'done'
    return ok === false ? 'refused' : 'unsure'
  } catch {
    return 'unsure'
  }
}
