import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Retention } from './bot/index.ts'
import { appointed, excerpt, MAX_NAMED, optional, token, webAddress, wholeDays } from './config-fields.ts'
import { type Locale, localeFrom } from './i18n/index.ts'
import type { Emoji } from './message/index.ts'
import { NominateEmoji, unmatchedEmoji } from './nominate-emoji.ts'
import { type Policy, readPolicy } from './proposals/domain/index.ts'
import { checkNames } from './settings.ts'
import { MAX_SHARDS, parseShards } from './shards.ts'

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
  /** How long what is stored of people is kept. */
  readonly retention: Retention
  /** Undefined where nobody has set it: each way of running has a default of its own. */
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined
  /** Who sits at the terminal; undefined for the user of this machine. */
  readonly user: string | undefined
  /** The language of the terminal. */
  readonly locale: Locale
  readonly colour: boolean
  /** Undefined where no Slack variable is set. */
  readonly slack: SlackConfig | undefined
  /** Undefined where DISCORD_TOKEN is not set. */
  readonly discord: DiscordConfig | undefined
  /** Whether to answer in this terminal beside the chat platforms. */
  readonly terminal: boolean
  readonly listener: ListenerConfig
  /** Undefined if `/readyz` and `/metrics` are served beside the deliveries. */
  readonly operations: OperationsConfig | undefined
  /** The numbers of the way that proposals take. */
  readonly policy: Policy
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
}

/** Who takes part in changing the ladder on a platform, and where it is done. */
export interface CommunityConfig {
  /** The channel that proposals are posted in; without one none are taken there. */
  readonly channel: string | undefined
  /** The workspace that the channel is in, where it is said with it. */
  readonly workspace: string | undefined
  readonly experts: readonly Appointed[]
  readonly admins: readonly Appointed[]
}

/** A user, a group or a role, by the platform's id; and the domain that it is limited to. */
export interface Appointed {
  readonly id: string
  readonly domain: string | null
}

/** Where the process listens: deliveries of the platforms, health and metrics. */
export interface ListenerConfig {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Where the listener is reached from outside, with no slash at the end. */
  readonly publicUrl: string | undefined
}

/** Where operators reach the process, if not where platforms do. */
export type OperationsConfig = Pick<ListenerConfig, 'host' | 'port'>

/** How Slack is reached, and as whom. */
export interface SlackConfig {
  readonly community: CommunityConfig
  /** Web API base, with a slash at the end. */
  readonly apiUrl: string
  readonly transport:
    | { readonly type: 'http'; readonly signingSecret: string }
    | { readonly type: 'socket'; readonly appToken: string }
  readonly workspaces:
    | { readonly type: 'one'; readonly botToken: string }
    | {
        readonly type: 'many'
        readonly clientId: string
        readonly clientSecret: string
        readonly stateSecret: string
        /** Seals the tokens kept; several, separated by commas, while a key is being changed. */
        readonly secret: string
        readonly publicUrl: string
      }
}

/** How Discord is reached, and as whom. */
export interface DiscordConfig {
  readonly community: CommunityConfig
  readonly token: string
  /** REST base without the version. */
  readonly apiUrl: string
  /** Registers the commands in this server alone, where they change at once. */
  readonly guildId: string | undefined
  /** Which shards this process holds, of how many; undefined leaves all of them to it. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number } | undefined
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

/** Results: three years, to compare with those of the years before. Removed: time to install the app again without a loss. */
const DEFAULT_DAYS = { result: 1095, setting: 365, removed: 30 }
const MAX_DAYS = 36_500

const LOOPBACK = '127.0.0.1'
const DEFAULT_PORT = 3000
const MAX_PORT = 65_535

const Port = optional.transform((text, context) => {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : MAX_PORT + 1
  if (port <= MAX_PORT) return port
  context.addIssue(`must be a port from 0 (any that is free) to ${MAX_PORT}`)
  return z.NEVER
})

/** Shorter ones can be guessed. */
const MIN_SECRET_LENGTH = 32
const SECRET_TAKES = `must have at least ${MIN_SECRET_LENGTH} characters (\`openssl rand -hex 32\` makes one)`

const SLACK_PEOPLE = ['users (U…) or user groups (S…)', /^[UWS][A-Z0-9]{1,20}$/u] as const
const DISCORD_PEOPLE = ['ids of users or roles, digits only', /^\d{15,22}$/u] as const

const PolicyNumbers = optional.transform((text, context) => {
  const read = readPolicy(text ?? '')
  if ('policy' in read) return read.policy
  for (const problem of read.problems.slice(0, MAX_NAMED)) context.addIssue(problem)
  const more = read.problems.length - MAX_NAMED
  if (more > 0) context.addIssue(`and ${more} more problems`)
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
  RUNG_SESSION_DAYS: wholeDays(DEFAULT_SESSION_DAYS, MAX_SESSION_DAYS),
  RUNG_RESULT_DAYS: wholeDays(DEFAULT_DAYS.result, MAX_DAYS),
  RUNG_SETTING_DAYS: wholeDays(DEFAULT_DAYS.setting, MAX_DAYS),
  RUNG_MEMBER_DAYS: wholeDays(undefined, MAX_DAYS),
  RUNG_REMOVED_DAYS: wholeDays(DEFAULT_DAYS.removed, MAX_DAYS),
  RUNG_USER: optional.pipe(
    z
      .string()
      .regex(/^[\w.-]{1,40}$/u, { error: 'must be 1 to 40 letters, digits or any of . _ -' })
      .optional(),
  ),
  REDIS_URL: optional,
  LOG_LEVEL: optional.pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional()),
  LC_ALL: optional,
  LC_MESSAGES: optional,
  LANG: optional,
  NO_COLOR: optional,
  SLACK_BOT_TOKEN: token('xoxb-', 'a bot token: OAuth & Permissions > Bot User OAuth Token'),
  SLACK_SIGNING_SECRET: optional.pipe(
    z
      .string()
      .regex(/^[0-9a-f]{32,}$/iu, {
        error: 'must be the 32 hexadecimal digits of Basic Information > App Credentials > Signing Secret',
      })
      .optional(),
  ),
  SLACK_APP_TOKEN: token('xapp-', 'an app-level token: Basic Information > App-Level Tokens'),
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  SLACK_STATE_SECRET: optional.pipe(z.string().min(MIN_SECRET_LENGTH, { error: SECRET_TAKES }).optional()),
  SLACK_API_URL: webAddress,
  RUNG_SECRET: optional.pipe(
    z
      .string()
      .refine((text) => text.split(',').every((secret) => secret.trim().length >= MIN_SECRET_LENGTH), {
        error: `${SECRET_TAKES}; several, the one in use first, are separated by commas`,
      })
      .optional(),
  ),
  DISCORD_TOKEN: optional.pipe(
    z
      .string()
      .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u, { error: 'must be a bot token of three parts (Bot > Reset Token)' })
      .optional(),
  ),
  DISCORD_API_URL: webAddress,
  DISCORD_GUILD_ID: optional.pipe(
    z
      .string()
      .regex(/^\d{15,22}$/u, { error: 'must be the id of a server, digits only (Copy Server ID)' })
      .optional(),
  ),
  DISCORD_SHARDS: optional.pipe(
    z
      .string()
      .regex(/^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/u, {
        error: `must be shards such as 0,1 or 0-3, below ${MAX_SHARDS}`,
      })
      .optional(),
  ),
  DISCORD_SHARD_COUNT: optional.pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/u, { error: `must be a number of shards from 1 to ${MAX_SHARDS}` })
      .optional(),
  ),
  SLACK_PROPOSALS_CHANNEL: optional.pipe(
    z
      .string()
      .regex(/^(?:T[A-Z0-9]{1,20}\/)?[CG][A-Z0-9]{1,20}$/u, {
        error: 'must be the id of a channel (C…); with many workspaces, the workspace before it (T…/C…)',
      })
      .optional(),
  ),
  SLACK_EXPERTS: appointed(SLACK_PEOPLE[1], SLACK_PEOPLE[0]),
  SLACK_ADMINS: appointed(SLACK_PEOPLE[1], SLACK_PEOPLE[0]),
  DISCORD_PROPOSALS_CHANNEL: optional.pipe(
    z
      .string()
      .regex(/^\d{15,22}$/u, { error: 'must be the id of a channel, digits only (Copy Channel ID)' })
      .optional(),
  ),
  DISCORD_EXPERTS: appointed(DISCORD_PEOPLE[1], DISCORD_PEOPLE[0]),
  DISCORD_ADMINS: appointed(DISCORD_PEOPLE[1], DISCORD_PEOPLE[0]),
  RUNG_POLICY: PolicyNumbers,
  RUNG_NOMINATE_EMOJI: NominateEmoji,
  RUNG_TERMINAL: optional.pipe(z.enum(['on', 'off'], { error: 'must be on or off' }).optional()),
  HOST: optional,
  PORT: Port,
  RUNG_OPS_HOST: optional,
  RUNG_OPS_PORT: Port,
  PUBLIC_URL: webAddress,
})

type Variables = z.infer<typeof Environment>

/** The names of all settings: every variable that Rung reads. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape)

/** Variables whose values are not repeated in a message. */
const SECRET = /TOKEN|SECRET|REDIS_URL/u

/**
 * Reads the configuration from environment variables. An empty variable counts as not set.
 * Throws a ConfigError that names every variable in error, a misspelt one included.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
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
  const variables = parsed.data
  const unmatched = unmatchedEmoji(variables, environment)
  if (unmatched.length > 0) throw new ConfigError(unmatched)
  return {
    data: variables.RUNG_DATA ?? OWN_DATA,
    home: variables.RUNG_HOME ?? '.rung',
    redisUrl: variables.REDIS_URL,
    prefix: variables.RUNG_PREFIX ?? 'rung:',
    sessionMs: variables.RUNG_SESSION_DAYS * DAY_MS,
    retention: {
      resultMs: variables.RUNG_RESULT_DAYS * DAY_MS,
      settingMs: variables.RUNG_SETTING_DAYS * DAY_MS,
      memberMs: memberDays(variables) * DAY_MS,
      removedMs: variables.RUNG_REMOVED_DAYS * DAY_MS,
    },
    logLevel: variables.LOG_LEVEL,
    user: variables.RUNG_USER,
    locale: localeFrom(variables.LC_ALL ?? variables.LC_MESSAGES ?? variables.LANG),
    colour: variables.NO_COLOR === undefined,
    slack: slackFrom(variables),
    discord: discordFrom(variables),
    terminal: variables.RUNG_TERMINAL === 'on',
    listener: {
      host: variables.HOST ?? LOOPBACK,
      port: variables.PORT ?? DEFAULT_PORT,
      publicUrl: variables.PUBLIC_URL?.replace(/\/+$/u, ''),
    },
    operations: operationsFrom(variables),
    policy: variables.RUNG_POLICY,
    nominateEmoji: variables.RUNG_NOMINATE_EMOJI,
  }
}

/** Throws a ConfigError where there is a host for operators and no port. */
function operationsFrom({ RUNG_OPS_HOST: host, RUNG_OPS_PORT: port }: Variables): OperationsConfig | undefined {
  if (port !== undefined) return { host: host ?? LOOPBACK, port }
  if (host === undefined) return undefined
  throw new ConfigError(['RUNG_OPS_PORT: is not set; RUNG_OPS_HOST needs it to serve /readyz and /metrics there'])
}

/** How long members are kept who were seen; throws a ConfigError if they would be forgotten while they still count. */
function memberDays({ RUNG_MEMBER_DAYS: days, RUNG_POLICY: { activeDays } }: Variables): number {
  if (days === undefined || days >= activeDays) return days ?? activeDays
  const why = `must be at least the activeDays of RUNG_POLICY (${activeDays}), for which members count`
  throw new ConfigError([`RUNG_MEMBER_DAYS="${days}": ${why}`])
}

const SLACK_API_URL = 'https://slack.com/api/'

/** Slack's part. Throws a ConfigError where some of what belongs together is missing. */
function slackFrom(variables: Variables): SlackConfig | undefined {
  const missing: string[] = []
  const need = (name: keyof Variables, why: string): string => {
    const value = variables[name]
    if (typeof value === 'string') return value
    missing.push(`${name}: is not set; ${why}`)
    return ''
  }
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = variables
  const many = variables.SLACK_CLIENT_ID !== undefined || variables.SLACK_CLIENT_SECRET !== undefined
  if (bot === undefined && app === undefined && signing === undefined && !many) return undefined

  const transport: SlackConfig['transport'] =
    app === undefined
      ? {
          type: 'http',
          signingSecret: need(
            'SLACK_SIGNING_SECRET',
            'Slack over HTTP needs it (Basic Information > App Credentials), or set SLACK_APP_TOKEN for Socket Mode',
          ),
        }
      : { type: 'socket', appToken: app }
  const apart = 'many workspaces need it'
  const workspaces: SlackConfig['workspaces'] = many
    ? {
        type: 'many',
        clientId: need('SLACK_CLIENT_ID', apart),
        clientSecret: need('SLACK_CLIENT_SECRET', apart),
        stateSecret: need('SLACK_STATE_SECRET', `${apart}: ${SECRET_TAKES}`),
        secret: need(
          'RUNG_SECRET',
          `the tokens of ${apart.replace(' need it', '')} are sealed with it: ${SECRET_TAKES}`,
        ),
        publicUrl: need('PUBLIC_URL', `${apart}: it is where a workspace is sent back to after it has installed Rung`),
      }
    : {
        type: 'one',
        botToken: need(
          'SLACK_BOT_TOKEN',
          'one workspace needs it (OAuth & Permissions), or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many',
        ),
      }
  if (many && bot !== undefined) {
    missing.push('SLACK_BOT_TOKEN: is for one workspace; with SLACK_CLIENT_ID, for many, it must not be set')
  }
  const [channel, workspace] = (variables.SLACK_PROPOSALS_CHANNEL ?? '').split('/').reverse()
  if (many && channel && workspace === undefined) {
    missing.push('SLACK_PROPOSALS_CHANNEL: must name the workspace too where there are many: T…/C…')
  }
  if (missing.length > 0) throw new ConfigError(missing)
  return {
    apiUrl: (variables.SLACK_API_URL ?? SLACK_API_URL).replace(/\/*$/u, '/'),
    transport,
    workspaces,
    community: {
      channel: channel || undefined,
      workspace,
      experts: variables.SLACK_EXPERTS,
      admins: variables.SLACK_ADMINS,
    },
  }
}

const DISCORD_API_URL = 'https://discord.com/api'

function shardsOf(shards: string | undefined, count: string | undefined): DiscordConfig['shards'] {
  const parsed = parseShards(shards, count)
  if (typeof parsed === 'string') throw new ConfigError([parsed])
  return parsed
}

/** Discord's part. Throws a ConfigError where the shards do not fit together. */
function discordFrom(variables: Variables): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_SHARDS: shards, DISCORD_SHARD_COUNT: count } = variables
  if (token === undefined) return undefined
  return {
    token,
    apiUrl: (variables.DISCORD_API_URL ?? DISCORD_API_URL).replace(/\/+$/u, ''),
    guildId: variables.DISCORD_GUILD_ID,
    shards: shardsOf(shards, count),
    community: {
      channel: variables.DISCORD_PROPOSALS_CHANNEL,
      workspace: undefined,
      experts: variables.DISCORD_EXPERTS,
      admins: variables.DISCORD_ADMINS,
    },
  }
}
