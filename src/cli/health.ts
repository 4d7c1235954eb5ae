import { readConfig } from '../app/config.ts'
import { UsageError } from './arguments.ts'

const HEALTH_MS = 4000

/**
 * Checks that the process at HOST and PORT is alive; 0 or 1. Without chat platforms there is no such process, and the catalog is
 * checked.
 */
export async function health(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new UsageError('health takes no arguments')
  const { platforms, listener } = readConfig(process.env)
  if (platforms.length === 0) return (await import('./validate.ts')).validate([])
  const host = listener.host === '0.0.0.0' || listener.host === '::' ? '127.0.0.1' : listener.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}/healthz`
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(HEALTH_MS) })
    if (response.ok) {
      process.stdout.write(`ok: ${address}\n`)
      return 0
    }
    process.stderr.write(`${address} answers ${response.status}\n`)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    process.stderr.write(`${address} does not answer: ${cause instanceof Error ? cause.message : String(cause)}\n`)
  }
  return 1
}
