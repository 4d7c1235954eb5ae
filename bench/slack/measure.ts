import { Pool } from 'undici'
import { signed } from './sign.ts'

export interface Load {
  /** Deliveries answered a second. */
  readonly rate: number
  /** Milliseconds. */
  readonly median: number
  readonly p99: number
}

/** Sends a delivery over and over on a number of connections, each waiting for its answer, for a time in milliseconds. */
export async function load(url: string, body: () => string, connections: number, ms: number): Promise<Load> {
  const pool = new Pool(url, { connections, pipelining: 1 })
  const times: number[] = []
  const from = performance.now()
  const until = from + ms
  const send = async (): Promise<void> => {
    while (performance.now() < until) {
      const text = body()
      const at = performance.now()
      const { statusCode, body: answer } = await pool.request({
        path: '/slack/events',
        method: 'POST',
        headers: signed(text),
        body: text,
      })
      await answer.arrayBuffer()
      if (statusCode !== 200) throw new Error(`answered with ${statusCode}`)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: connections }, send))
  const took = performance.now() - from
  await pool.close()
  return { rate: (times.length / took) * 1000, median: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
