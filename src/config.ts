import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Locale, localeFrom } from './i18n/index.ts'

/** The levels pino knows, most talkative first. */
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export interface Config {
  /** Catalogue folder. */
  readonly data: string
  /** Folder of the embedded store, and of files written for a person at the terminal. */
  readonly home: string
  /** Redis instead of the embedded store. */
  readonly redisUrl: string | undefined
  /** Begins every key in Redis. */
  readonly prefix: string
  /** Idle life of an assessment, in milliseconds. */
  readonly sessionMs: number
  /** Undefined where nobody has set it: each way of running has a default of its own. */
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined
  /** The language of the terminal. */
  readonly locale: Locale
  readonly colour: boolean
}

/** The environment is wrong: one line a variable, each naming it and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** The errors as they are printed, a line each. */
export function configurationLines({ problems }: ConfigError): string {
  return `${problems.map((problem) => `configuration: ${problem}`).join('\n')}\n`
}

/** The catalogue that comes with the bot, wherever it is started from. */
const OWN_DATA = fileURLToPath(new URL('../data', import.meta.url))

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_SESSION_DAYS = 14
const MAX_SESSION_DAYS = 365

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const SESSION_DAYS_TAKES = `must be a whole number of days from 1 to ${MAX_SESSION_DAYS}`

const SessionDays = optional.transform((text, context) => {
  if (text === undefined) return DEFAULT_SESSION_DAYS
  const days = /^\d{1,3}$/u.test(text) ? Number(text) : 0
  if (days >= 1 && days <= MAX_SESSION_DAYS) return days
  context.addIssue(SESSION_DAYS_TAKES)
  return z.NEVER
})

const Environment = z.object({
  RUNG_DATA: optional,
  RUNG_HOME: optional,
  RUNG_PREFIX: optional.pipe(
    z
      .string()
      .regex(/^[\w:.-]{1,40}$/u, { error: 'must be 1 to 40 letters, digits or any of : . _ -' })
      .optional(),
  ),
  RUNG_SESSION_DAYS: SessionDays,
  REDIS_URL: optional,
  LOG_LEVEL: optional.pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional()),
  LC_ALL: optional,
  LC_MESSAGES: optional,
  LANG: optional,
  NO_COLOR: optional,
})

/** Variables whose values are not repeated in a message. */
const SECRET = /TOKEN|SECRET|REDIS_URL/u

/**
 * Reads the configuration from environment variables. An empty variable counts as not set.
 * Throws a ConfigError that names every variable in error.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0])
        return SECRET.test(name)
          ? `${name}: ${issue.message}`
          : `${name}=${JSON.stringify(environment[name] ?? '')}: ${issue.message}`
      }),
    )
  }
  const variables = parsed.data
  return {
    data: variables.RUNG_DATA ?? OWN_DATA,
    home: variables.RUNG_HOME ?? '.rung',
    redisUrl: variables.REDIS_URL,
    prefix: variables.RUNG_PREFIX ?? 'rung:',
    sessionMs: variables.RUNG_SESSION_DAYS * DAY_MS,
    logLevel: variables.LOG_LEVEL,
    locale: localeFrom(variables.LC_ALL ?? variables.LC_MESSAGES ?? variables.LANG),
    colour: variables.NO_COLOR === undefined,
  }
}
