import { setTimeout as sleep } from 'node:timers/promises'
import type { Metrics } from '../../runtime/metrics.ts'
import { createHttpClient, NotSentError } from './http-client.ts'
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
