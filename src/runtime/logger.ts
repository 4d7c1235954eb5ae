import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, type Logger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'

/** Keys whose values are never logged, at any depth and in any spelling (botToken, X-Signature). */
const SECRET_KEY = /token|secret|password|authorization|cookie|signature/iu

/** Names of variables that hold secrets. */
const SECRET_VARIABLE = /TOKEN|SECRET|PASSWORD|REDIS_URL/u

/** Redacting shorter values would remove ordinary words. */
const MIN_SECRET_LENGTH = 6

/** pino's number for the level `debug`. */
const DEBUG = 20

const CENSOR = '[secret]'

/**
 * Keys whose values hold text of people or the bot. Errors of the platforms' libraries carry the whole request, for
 * example as `requestBody`.
 */
const CONTENT_KEY =
  /^(?:requestBody|request_body|body|json|content|text|title|blocks|attachments|components|embeds|view|values|typed|payload|args)$/u

const LEFT_OUT = '[content]'

export interface LoggerOptions {
  readonly level: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly destination: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** Whether lines are formatted for people if the destination is a terminal. True by default; otherwise JSON. */
  readonly readable?: boolean
}

/**
 * Creates a logger that writes JSON lines, or readable ones on a terminal, in color unless NO_COLOR is set. Each line names the origin
 * of its delivery. Values of secret keys and text of people are left out by key, and the values of secret variables are redacted
 * everywhere, also inside messages and error texts.
 */
export function createLogger({ level, environment, destination, readable = true }: LoggerOptions): Logger {
  const redact = createRedactor(secretsIn(environment))
  const draw =
    destination.isTTY && readable
      ? prettyFactory({ colorize: (environment['NO_COLOR'] ?? '').trim() === '', translateTime: 'SYS:HH:MM:ss' })
      : (line: string) => line
  const stream: DestinationStream = {
    // Redacted after serialization: however a secret got into the line, it is a string or a key by now.
    write(line: string) {
      destination.write(draw(`${JSON.stringify(redactValue(JSON.parse(line), redact))}\n`))
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
 * Whether a line is about a failure of the store. The store itself logs when it fails and when it recovers; failures in between are
 * logged at level `debug`.
 */
function isOutage(details: unknown): boolean {
  return isObject(details) && isObject(details['err']) && details['err']['name'] === 'StoreUnavailable'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => redactValue(entry, redact))
  const entries = Object.entries(value).map(([key, inner]) => [
    redact(key),
    SECRET_KEY.test(key) ? CENSOR : CONTENT_KEY.test(key) ? LEFT_OUT : redactValue(inner, redact),
  ])
  return Object.fromEntries(entries)
}

/** The token of a temporary address, after the id of its app. It allows anyone to answer as the bot until it expires. */
const ADDRESS_TOKEN = /(?<=\b\d{17,20}\/)[\w-]{20,}/gu

/** Creates a function that replaces every secret in a text: the longest first, so that no part of a longer one remains. */
function createRedactor(secrets: readonly string[]): (text: string) => string {
  const ordered = [...new Set(secrets)].toSorted((a, b) => b.length - a.length)
  return (text) =>
    ordered.reduce((rest, secret) => rest.replaceAll(secret, CENSOR), text).replaceAll(ADDRESS_TOKEN, CENSOR)
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

/** The passwords of all URLs in a text: between the colon and the next `@`. A regular expression for this takes quadratic time. */
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

/** Where a delivery came from: what an operator needs to find the person and the delivery. */
export interface DeliveryOrigin {
  readonly platform: string
  readonly workspace: string | undefined
  readonly user: string | undefined
  /** The platform's id of the delivery. */
  readonly delivery: string | undefined
}

// Follows the work of a delivery through its promises, so that log calls need not pass the origin. Never stale: it ends with that
// work.
const origins = new AsyncLocalStorage<DeliveryOrigin>()

/** Runs the work of a delivery. Every line logged in it, however deep, names the origin. */
export function withOrigin<T>(origin: DeliveryOrigin, work: () => T): T {
  return origins.run(origin, work)
}

/** The origin of the current delivery; undefined outside of one. */
function currentOrigin(): DeliveryOrigin | undefined {
  return origins.getStore()
}
