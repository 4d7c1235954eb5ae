import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Locale, localeFrom } from './i18n/index.ts'

/** The levels pino knows, most talkative first. */
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export interface Config {
  /** Catalogue folder. */
  readonly data: string
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

/** The catalogue that comes with the bot, wherever it is started from. */
const OWN_DATA = fileURLToPath(new URL('../data', import.meta.url))

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const Environment = z.object({
  RUNG_DATA: optional,
  LOG_LEVEL: optional.pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional()),
  LC_ALL: optional,
  LC_MESSAGES: optional,
  LANG: optional,
  NO_COLOR: optional,
})

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
        return `${name}="${environment[name] ?? ''}": ${issue.message}`
      }),
    )
  }
  const variables = parsed.data
  return {
    data: variables.RUNG_DATA ?? OWN_DATA,
    logLevel: variables.LOG_LEVEL,
    locale: localeFrom(variables.LC_ALL ?? variables.LC_MESSAGES ?? variables.LANG),
    colour: variables.NO_COLOR === undefined,
  }
}
