import { type Logger, LogLevel } from '@slack/web-api'
import type { Logger as Log } from 'pino'

/** Slack's libraries write to our log; what they call information is detail to an operator. */
export function boltLog(log: Log): Logger {
  const inner = log.child({ from: 'slack' })
  const words = (said: readonly unknown[]): string =>
    said
      .map((part) => (typeof part === 'string' ? part : part instanceof Error ? part.message : JSON.stringify(part)))
      .join(' ')
  return {
    debug: (...said) => inner.trace(words(said)),
    info: (...said) => inner.debug(words(said)),
    warn: (...said) => inner.debug(words(said)),
    error: (...said) => inner.warn(words(said)),
    setLevel: () => {},
    // Below this the libraries build no line at all.
    getLevel: () => (inner.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => {},
  }
}
