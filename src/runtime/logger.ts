import { type DestinationStream, type Logger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'
import { currentOrigin } from './delivery-origin.ts'

/** Keys whose values never reach a log, at any depth and in any spelling (botToken, X-Signature). */
const SECRET_KEY = /token|secret|password|authorization|cookie|signature/iu

/** Variables whose values are secrets, by name. */
const SECRET_VARIABLE = /TOKEN|SECRET|PASSWORD|REDIS_URL/u

/** Shorter values would blank out ordinary words. */
const MIN_SECRET_LENGTH = 6

/** What pino calls the level `debug`. */
const DEBUG = 20

const CENSOR = '[secret]'

/**
 * Keys whose values hold what people or the bot have written. Errors of the platforms' libraries carry the whole request, for
 * example as `requestBody`.
 */
const CONTENT_KEY =
  /^(?:requestBody|request_body|body|json|content|text|title|blocks|attachments|components|embeds|view|values|typed|payload|args)$/u

const LEFT_OUT = '[content]'

export interface LoggerOptions {
  readonly level: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly destination: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** Whether lines are drawn for people if the destination is a terminal; JSON otherwise. On unless set. */
  readonly readable?: boolean
}

/**
 * A logger that writes JSON lines, or readable ones on a terminal, in color unless NO_COLOR is set. A line names the origin of the
 * delivery it is about. Values of secret keys and what people have written are left out by name, and the values of secret
 * variables are blanked out wherever they occur, in a message or an error's text too.
 */
export function createLogger({ level, environment, destination, readable = true }: LoggerOptions): Logger {
  const blank = blanker(secretsIn(environment))
  const draw =
    destination.isTTY && readable
      ? prettyFactory({ colorize: (environment['NO_COLOR'] ?? '').trim() === '', translateTime: 'SYS:HH:MM:ss' })
      : (line: string) => line
  const stream: DestinationStream = {
    // Looked through once it is data again: whatever way a secret took into the line, it is a string or a key by now.
    write(line: string) {
      destination.write(draw(`${JSON.stringify(censored(JSON.parse(line), blank))}\n`))
    },
  }
  return pino(
    {
      level,
      base: null,
      mixin: () => ({ ...currentOrigin() }),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method, level) {
          if (level > DEBUG && isOutage(args[0])) this.debug(...args)
          else method.apply(this, args)
        },
      },
    },
    stream,
  )
}

/**
 * Whether a line is about something that failed because the store did. The store writes one line when it fails and one
 * when it works again; what fails meanwhile is of interest to who debugs it.
 */
function isOutage(details: unknown): boolean {
  return isObject(details) && isObject(details['err']) && details['err']['name'] === 'StoreUnavailable'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function censored(value: unknown, blank: (text: string) => string): unknown {
  if (typeof value === 'string') return blank(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => censored(entry, blank))
  const entries = Object.entries(value).map(([key, inner]) => [
    blank(key),
    SECRET_KEY.test(key) ? CENSOR : CONTENT_KEY.test(key) ? LEFT_OUT : censored(inner, blank),
  ])
  return Object.fromEntries(entries)
}

/** Replaces every secret in a text, the longest first, so that none is left over as the rest of another. */
function blanker(secrets: readonly string[]): (text: string) => string {
  const ordered = [...new Set(secrets)].toSorted((a, b) => b.length - a.length)
  return (text) => ordered.reduce((left, secret) => left.replaceAll(secret, CENSOR), text)
}

/** The values of secret variables, and the passwords in their URLs, as written and decoded. */
function secretsIn(environment: LoggerOptions['environment']): readonly string[] {
  const secrets: string[] = []
  for (const [name, value] of Object.entries(environment)) {
    if (!SECRET_VARIABLE.test(name) || value === undefined) continue
    const passwords = value.split(',').flatMap(passwordsIn)
    secrets.push(value, ...passwords, ...passwords.map(decoded))
  }
  return secrets.filter((secret) => secret.length >= MIN_SECRET_LENGTH)
}

/** What stands between a colon and the next `@` in the user's place of each URL in a text. A pattern for it takes quadratic time. */
function passwordsIn(text: string): readonly string[] {
  const parts = text.split('@')
  return parts.slice(0, -1).flatMap((part) => {
    return [part.indexOf('://'), part.lastIndexOf('://')].flatMap((start) => {
      if (start < 0) return []
      const login = part.slice(start + '://'.length)
      const slash = login.indexOf('/')
      const colon = (slash < 0 ? login : login.slice(0, slash)).lastIndexOf(':')
      return colon < 0 ? [] : [login.slice(colon + 1)]
    })
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
