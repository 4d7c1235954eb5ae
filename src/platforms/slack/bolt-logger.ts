import { type Logger, LogLevel } from '@slack/web-api'
import type { Logger as Log } from 'pino'

/**
 * Creates a logger for Slack's libraries that writes to our log, with lower levels. The libraries also log whole deliveries, requests
 * and URLs, which contain texts of people and OAuth codes: each line is cut where such data begins.
 */
export function createBoltLogger(log: Log): Logger {
  const inner = log.child({ from: 'slack' })
  const words = (parts: readonly unknown[]): string =>
    parts
      .map((part) => withoutData(typeof part === 'string' ? part : part instanceof Error ? part.message : '{}'))
      .join(' ')
  return {
    debug: (...parts) => inner.trace(words(parts)),
    info: (...parts) => inner.debug(words(parts)),
    warn: (...parts) => inner.debug(words(parts)),
    error: (...parts) => inner.warn(words(parts)),
    setLevel: () => {},
    // The libraries build no lines below this level.
    getLevel: () => (inner.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => {},
  }
}

/** Cuts a line where data begins: an object or a list, the query of a URL, or a quotation. */
function withoutData(line: string): string {
  const at = line.search(/[{[?"\n]/u)
  return at < 0 ? line : `${line.slice(0, at)}…`
}
