import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import type { Metrics } from '../../ops/metrics.ts'
import { at } from './reading.ts'

/** What becomes of an answer sent to a response address. `unsure`: it may have arrived or not. */
export type Responded = 'done' | 'expired' | 'refused' | 'unsure'

export interface Responder {
  /**
   * Sends an answer to where a press or command says it wants it. An answer that takes another one's place may be sent
   * twice and is tried again; one that adds a message is not, where it may have arrived.
   */
  respond(url: string, body: Readonly<Record<string, unknown>>): Promise<Responded>
  close(): Promise<void>
}

const CALL_MS = 8000
const MOST_RETRIES = 3
const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 60_000

/** Errors of a connection that was never made: nothing has arrived. */
const NOT_SENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

export function createResponder(metrics: Metrics): Responder {
  const dispatcher = new Agent({ connections: 64, headersTimeout: CALL_MS, bodyTimeout: CALL_MS, connectTimeout: 3000 })

  const attempt = async (url: string, json: string): Promise<{ result: Responded | 'again'; waitMs?: number }> => {
    try {
      const { statusCode, headers, body } = await request(url, {
        method: 'POST',
        dispatcher,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: json,
      })
      const answer = await body.text()
      if (statusCode < 300) return { result: resultOf(answer) }
      if (statusCode === 429) {
        const seconds = Number(headers['retry-after'])
        return { result: 'again', waitMs: (Number.isFinite(seconds) ? Math.max(1, seconds) : 1) * 1000 }
      }
      // Used five times or older than 30 minutes (docs.slack.dev/interactivity/handling-user-interaction).
      if (statusCode === 404 || statusCode === 410) return { result: 'expired' }
      return { result: statusCode >= 500 ? 'unsure' : 'refused' }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      return NOT_SENT.has(code) ? { result: 'again' } : { result: 'unsure' }
    }
  }

  return {
    async respond(url, body) {
      const json = JSON.stringify(body)
      const harmless = body['replace_original'] === true || body['delete_original'] === true
      let waited = 0
      for (let retries = 0; ; retries += 1) {
        const { result, waitMs } = await attempt(url, json)
        metrics.called({ platform: 'slack', method: 'response_url', result })
        const mayTryAgain = result === 'again' || (result === 'unsure' && harmless)
        if (!mayTryAgain) return result
        const wait = waitMs ?? FIRST_WAIT_MS * 2 ** retries
        waited += wait
        if ((waitMs === undefined && retries >= MOST_RETRIES) || waited > LONGEST_WAIT_MS) return 'unsure'
        await sleep(wait)
      }
    },
    close: () => dispatcher.close(),
  }
}

/** What an answer with a good status says: "ok", or JSON with `ok`. What is neither comes from something in between. */
function resultOf(answer: string): Responded {
  if (answer === '' || answer === 'ok') return 'done'
  try {
    const ok = at(JSON.parse(answer), 'ok')
    if (ok === true) return 'done'
    return ok === false ? 'refused' : 'unsure'
  } catch {
    return 'unsure'
  }
}
