import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { CARD_KINDS, type CardKind } from '../assessment/index.ts'
import type { Person, Retention } from '../bot/index.ts'
import { type Locale, localeFrom } from '../i18n/index.ts'
import { type Emoji, LADDER_EMOJI, parseEmoji } from '../message/index.ts'
import type { ConfiguredPlatform, SharedSettings } from '../platforms/platform.ts'
import { PLATFORMS, TERMINAL } from '../platforms/registry.ts'
import { type Policy, readPolicy } from '../proposals/domain/index.ts'
import { ConfigError, type Environment, excerpt, httpUrl, MAX_LISTED, optionalText, wholeDays } from '../runtime/env.ts'
import { checkNames } from './unknown-variables.ts'

/** pino's levels, most verbose first. */
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export interface Config {
  /** The folder of the catalog. */
  readonly data: string
  /** The folder of the embedded store and of files exported in the terminal. */
  readonly home: string
  /** The URL of Redis; undefined for the embedded store. */
  readonly redisUrl: string | undefined
  /** The prefix of every Redis key. */
  readonly prefix: string
  /** Milliseconds after which an idle assessment expires. */
  readonly sessionMs: number
  /** The card of a question in an assessment. */
  readonly assessmentCard: CardKind
  /** Retention of personal data. */
  readonly retention: Retention
  /** Undefined for the default, which differs between the terminal and chat platforms. */
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined
  /** The language of the terminal. */
  readonly locale: Locale
  readonly color: boolean
  /** The chat platforms to run on. Without any, Rung answers in the terminal. */
  readonly platforms: readonly ConfiguredPlatform[]
  readonly terminal: ConfiguredTerminal
  /** Whether to open the terminal besides the chat platforms. */
  readonly opensTerminal: boolean
  readonly listener: ListenerConfig
  /** Undefined if `/readyz` and `/metrics` are served on the main port. */
  readonly operations: OperationsConfig | undefined
  /** Thresholds and durations of a proposal's stages. */
  readonly policy: Policy
  /** The emoji that nominates a message. */
  readonly nominateEmoji: Emoji
}

/** The terminal, and the person at it. */
export type ConfiguredTerminal = ConfiguredPlatform & { readonly localPerson: Person }

/** The HTTP server for platform deliveries, health and metrics. */
export interface ListenerConfig {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The public base URL, without a trailing slash. */
  readonly publicUrl: string | undefined
}

/** A second HTTP server for health and metrics. */
export type OperationsConfig = Pick<ListenerConfig, 'host' | 'port'>

/** The bundled catalog, independent of the working directory. */
const OWN_DATA = fileURLToPath(new URL('../../data', import.meta.url))

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_SESSION_DAYS = 14
const MAX_SESSION_DAYS = 365

/** Results: three years, for comparison over time. Removed: time to reinstall the app without losing data. */
const DEFAULT_DAYS = { result: 1095, setting: 365, removed: 30 }
const MAX_DAYS = 36_500

const LOOPBACK = '127.0.0.1'
const DEFAULT_PORT = 3000
const MAX_PORT = 65_535

const Port = optionalText.transform((text, context) => {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : MAX_PORT + 1
  if (port <= MAX_PORT) return port
  context.addIssue(`must be a port from 0 (any free port) to ${MAX_PORT}`)
  return z.NEVER
})

const PolicyNumbers = optionalText.transform((text, context) => {
  const read = readPolicy(text ?? '')
  if ('policy' in read) return read.policy
  for (const problem of read.problems.slice(0, MAX_LISTED)) context.addIssue(problem)
  const more = read.problems.length - MAX_LISTED
  if (more > 0) context.addIssue(`and ${more} more problems`)
  return z.NEVER
})

/** Parses RUNG_NOMINATE_EMOJI; a ladder by default. */
const NominateEmoji = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const emoji = text === undefined || text === '' ? LADDER_EMOJI : parseEmoji(text)
    if (!('problem' in emoji)) return emoji
    context.addIssue(emoji.problem)
    return z.NEVER
  })

const CORE_VARIABLES = {
  RUNG_DATA: optionalText,
  RUNG_HOME: optionalText,
  RUNG_PREFIX: optionalText.pipe(
    z
      .string()
      .regex(/^[\w:.-]{1,40}$/u, { error: 'must be 1 to 40 letters, digits or any of : . _ -' })
      .optional(),
  ),
  RUNG_SESSION_DAYS: wholeDays(DEFAULT_SESSION_DAYS, MAX_SESSION_DAYS),
  RUNG_ASSESSMENT_CARD: optionalText.pipe(
    z.enum(CARD_KINDS, { error: `must be ${CARD_KINDS.join(' or ')}` }).optional(),
  ),
  RUNG_RESULT_DAYS: wholeDays(DEFAULT_DAYS.result, MAX_DAYS),
  RUNG_SETTING_DAYS: wholeDays(DEFAULT_DAYS.setting, MAX_DAYS),
  RUNG_MEMBER_DAYS: wholeDays(undefined, MAX_DAYS),
  RUNG_REMOVED_DAYS: wholeDays(DEFAULT_DAYS.removed, MAX_DAYS),
  REDIS_URL: optionalText,
  LOG_LEVEL: optionalText.pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional()),
  LC_ALL: optionalText,
  LC_MESSAGES: optionalText,
  LANG: optionalText,
  NO_COLOR: optionalText,
  RUNG_POLICY: PolicyNumbers,
  RUNG_NOMINATE_EMOJI: NominateEmoji,
  RUNG_TERMINAL: optionalText.pipe(z.enum(['on', 'off'], { error: 'must be on or off' }).optional()),
  HOST: optionalText,
  PORT: Port,
  RUNG_OPS_HOST: optionalText,
  RUNG_OPS_PORT: Port,
  PUBLIC_URL: httpUrl,
}

const CoreVariables = z.object(CORE_VARIABLES)
type Variables = z.infer<typeof CoreVariables>

/** Every variable that Rung reads, with its parser. */
const AllVariables = z.object({
  ...Object.assign({}, ...[...PLATFORMS.values(), TERMINAL].map(({ variables }) => variables)),
  ...CORE_VARIABLES,
})

/** The names of all settings: every variable that Rung reads. */
export const SETTINGS: readonly string[] = Object.keys(AllVariables.shape)

/** Variables whose values never appear in messages. */
const SECRET = /TOKEN|SECRET|REDIS_URL/u

/**
 * Reads the configuration from environment variables. An empty variable counts as not set.
 * Throws a ConfigError that names every variable in error, a misspelled one included.
 */
export function readConfig(environment: Environment): Config {
  const parsed = AllVariables.safeParse(environment)
  const { errors } = checkNames(environment, SETTINGS)
  if (!parsed.success || errors.length > 0) {
    const wrong = parsed.error?.issues.map((issue) => {
      const name = String(issue.path[0])
      return SECRET.test(name)
        ? `${name}: ${issue.message}`
        : `${name}=${JSON.stringify(excerpt(environment[name] ?? ''))}: ${issue.message}`
    })
    throw new ConfigError([...errors, ...(wrong ?? [])])
  }
  const variables = CoreVariables.parse(environment)
  const shared: SharedSettings = {
    nominateEmoji: variables.RUNG_NOMINATE_EMOJI,
    home: variables.RUNG_HOME ?? '.rung',
    color: variables.NO_COLOR === undefined,
  }
  return {
    ...shared,
    data: variables.RUNG_DATA ?? OWN_DATA,
    redisUrl: variables.REDIS_URL,
    prefix: variables.RUNG_PREFIX ?? 'rung:',
    sessionMs: variables.RUNG_SESSION_DAYS * DAY_MS,
    assessmentCard: variables.RUNG_ASSESSMENT_CARD ?? 'full',
    retention: {
      resultMs: variables.RUNG_RESULT_DAYS * DAY_MS,
      settingMs: variables.RUNG_SETTING_DAYS * DAY_MS,
      memberMs: memberDays(variables) * DAY_MS,
      removedMs: variables.RUNG_REMOVED_DAYS * DAY_MS,
    },
    logLevel: variables.LOG_LEVEL,
    locale: localeFrom(variables.LC_ALL ?? variables.LC_MESSAGES ?? variables.LANG),
    platforms: configurePlatforms(environment, shared),
    terminal: configureTerminal(environment, shared),
    opensTerminal: variables.RUNG_TERMINAL === 'on',
    listener: {
      host: variables.HOST ?? LOOPBACK,
      port: variables.PORT ?? DEFAULT_PORT,
      publicUrl: variables.PUBLIC_URL?.replace(/\/+$/u, ''),
    },
    operations: operationsFrom(variables),
    policy: variables.RUNG_POLICY,
  }
}

/** The platforms whose credentials are set. Throws a ConfigError with the problems of all of them. */
function configurePlatforms(environment: Environment, shared: SharedSettings): readonly ConfiguredPlatform[] {
  const problems: string[] = []
  const platforms: ConfiguredPlatform[] = []
  for (const factory of PLATFORMS.values()) {
    try {
      const platform = factory.configure(environment, shared)
      if (platform) platforms.push(platform)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return platforms
}

function configureTerminal(environment: Environment, shared: SharedSettings): ConfiguredTerminal {
  const terminal = TERMINAL.configure(environment, shared)
  if (!terminal?.localPerson) throw new Error('the terminal has no person')
  return { ...terminal, localPerson: terminal.localPerson }
}

/** Throws a ConfigError if the host for operators is set without a port. */
function operationsFrom({ RUNG_OPS_HOST: host, RUNG_OPS_PORT: port }: Variables): OperationsConfig | undefined {
  if (port !== undefined) return { host: host ?? LOOPBACK, port }
  if (host === undefined) return undefined
  throw new ConfigError(['RUNG_OPS_PORT: is not set; RUNG_OPS_HOST needs it to serve /readyz and /metrics there'])
}

/** Milliseconds for which a member stays active. Throws a ConfigError if data is erased before that. */
function memberDays({ RUNG_MEMBER_DAYS: days, RUNG_POLICY: { activeDays } }: Variables): number {
  if (days === undefined || days >= activeDays) return days ?? activeDays
  const why = `must be at least the activeDays of RUNG_POLICY (${activeDays}), for which members count`
  throw new ConfigError([`RUNG_MEMBER_DAYS="${days}": ${why}`])
}
