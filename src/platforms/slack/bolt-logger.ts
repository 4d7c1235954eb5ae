import { type Logger, LogLevel } from '@slack/web-api'
import type { Logger as Log } from 'pino'

/**
 * Slack's libraries write to our log; what they call information is detail to an operator. They write whole deliveries, requests and
 * addresses too, with what people have written and OAuth codes: of these only the words before them are logged.
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
    // Below this the libraries build no line at all.
    getLevel: () => (inner.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => {},
  }
}

/** A line up to where data begins: an object or a list, the query of an address, or a quotation. */
function withoutData(line: string): string {
  const at = line.search(/[{[?"\n]/u)
  return at < 0 ? line : `${line.slice(0, at)}…`
}
