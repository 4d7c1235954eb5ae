import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CardKind } from '../assessment/index.ts'
import type { Person, Retention } from '../bot/index.ts'
import { type Locale, localeFrom } from '../i18n/index.ts'
import type { Emoji } from '../message/index.ts'
import type { ConfiguredPlatform, SharedSettings } from '../platforms/platform.ts'
import { PLATFORMS, TERMINAL } from '../platforms/registry.ts'
import type { Policy } from '../proposals/domain/index.ts'
import { ConfigError, type Environment, excerpt } from '../runtime/env.ts'
import {
  CORE_VARIABLES,
  DEFAULT_CARD,
  DEFAULT_HOME,
  DEFAULT_PORT,
  DEFAULT_PREFIX,
  type LOG_LEVELS,
  LOOPBACK,
} from './core-variables.ts'
import type { LadderFolder } from './ladder-variables.ts'
import { checkNames } from './unknown-variables.ts'

export interface Config {
  /** The ladders, at least one; the first one counts where no other is chosen. Either all have an id, or it is the only one. */
  readonly ladders: readonly [LadderFolder, ...LadderFolder[]]
  /** The ids of the ladders that workspaces use, by `workspaceKey`. */
  readonly workspaceLadders: ReadonlyMap<string, string>
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

const CoreVariables = z.object(CORE_VARIABLES)
type Variables = z.infer<typeof CoreVariables>

/** Every variable that Rung reads, with its parser. */
const AllVariables = z.object({
  ...Object.assign({}, ...[...PLATFORMS.values(), TERMINAL].map(({ variables }) => variables)),
  ...CORE_VARIABLES,
})

/** The parsers of all settings, by name. */
export const SETTING_PARSERS: Readonly<Record<string, z.core.$ZodType>> = AllVariables.shape

/** The names of all settings: every variable that Rung reads. */
export const SETTINGS: readonly string[] = Object.keys(SETTING_PARSERS)

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
    home: variables.RUNG_HOME ?? DEFAULT_HOME,
    color: variables.NO_COLOR === undefined,
  }
  return {
    ...shared,
    ...laddersFrom(variables),
    redisUrl: variables.REDIS_URL,
    prefix: variables.RUNG_PREFIX ?? DEFAULT_PREFIX,
    sessionMs: variables.RUNG_SESSION_DAYS * DAY_MS,
    assessmentCard: variables.RUNG_ASSESSMENT_CARD ?? DEFAULT_CARD,
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

/** Throws a ConfigError if a workspace is to use a ladder that is not there. */
function laddersFrom({
  RUNG_DATA: folders,
  RUNG_WORKSPACE_LADDERS: workspaceLadders,
}: Variables): Pick<Config, 'ladders' | 'workspaceLadders'> {
  const [first = { id: undefined, folder: OWN_DATA }, ...others] = folders ?? []
  const ids = [first, ...others].flatMap(({ id }) => id ?? [])
  const unknown = [...workspaceLadders].filter(([, id]) => !ids.includes(id))
  if (unknown.length > 0) {
    const there = ids.length > 0 ? `RUNG_DATA has ${ids.join(', ')}` : 'RUNG_DATA has no ids: write id=folder there'
    throw new ConfigError(
      unknown.map(([place, id]) => `RUNG_WORKSPACE_LADDERS="${place}=${id}": there is no ladder "${id}"; ${there}`),
    )
  }
  return { ladders: [first, ...others], workspaceLadders }
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
  const why = `must be at least the activeDays of RUNG_POLICY (${activeDays}): members count for that long`
  throw new ConfigError([`RUNG_MEMBER_DAYS="${days}": ${why}`])
}
