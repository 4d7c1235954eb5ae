import { type DestinationStream, type Logger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'

/** Keys whose values never reach a log, however deep (two levels are what our own lines have). */
const SECRET_KEYS = ['token', 'secret', 'password', 'authorization', 'cookie', 'signature']

/** Variables whose values are secrets, by name. */
const SECRET_VARIABLE = /TOKEN|SECRET|PASSWORD|REDIS_URL/u

/** Shorter values would blank out ordinary words. */
const MIN_SECRET_LENGTH = 6

export interface LogOptions {
  readonly level: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly destination: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/**
 * A logger that writes JSON lines, or readable ones on a terminal. Values of secret keys are left out by name, and the
 * values of secret variables are blanked out wherever they occur, in a message or an error's text too.
 */
export function createLog({ level, environment, destination }: LogOptions): Logger {
  const draw = destination.isTTY
    ? prettyFactory({ colorize: true, translateTime: 'SYS:HH:MM:ss' })
    : (line: string) => line
  const secrets = secretsIn(environment)
  const stream: DestinationStream = {
    write(line: string) {
      destination.write(draw(secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)))
    },
  }
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  )
}

function secretsIn(environment: LogOptions['environment']): readonly string[] {
  const secrets: string[] = []
  for (const [name, value] of Object.entries(environment)) {
    if (!SECRET_VARIABLE.test(name) || value === undefined) continue
    const password = /:\/\/[^/@]*:([^/@]+)@/u.exec(value)?.[1]
    secrets.push(value, ...(password ? [password] : []))
  }
  return secrets.filter((secret) => secret.length >= MIN_SECRET_LENGTH)
}
