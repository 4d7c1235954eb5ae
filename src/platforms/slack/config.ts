import { z } from 'zod'
import {
  appointmentList,
  ConfigError,
  httpUrl,
  optionalText,
  SECRET_REQUIREMENT,
  secret,
  secretList,
  textMatching,
  tokenWithPrefix,
} from '../../runtime/env.ts'
import { COMMAND_PREFIX, type CommunityConfig } from '../platform.ts'

/** Transport, credentials and community of Slack. */
export interface SlackConfig {
  readonly community: CommunityConfig
  /** Web API base, with a slash at the end. */
  readonly apiUrl: string
  /** Begins the names of commands; empty for none. */
  readonly commandPrefix: string
  /** Where the world reaches this process, without a slash at the end; undefined if it does not. */
  readonly publicUrl: string | undefined
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
        /** Encrypts the stored tokens; several secrets, separated by commas, while the secret is being changed. */
        readonly secret: string
        readonly publicUrl: string
      }
}

const USER_OR_GROUP = /^[UWS][A-Z0-9]{1,20}$/u
const USER_OR_GROUP_HINT = 'users (U…) or user groups (S…)'

/** The environment variables that Slack reads. */
export const SLACK_VARIABLES = {
  SLACK_BOT_TOKEN: tokenWithPrefix('xoxb-', 'a bot token: OAuth & Permissions > Bot User OAuth Token'),
  SLACK_SIGNING_SECRET: textMatching(
    /^[0-9a-f]{32,}$/iu,
    'must be the 32 hexadecimal digits of Basic Information > App Credentials > Signing Secret',
  ),
  SLACK_APP_TOKEN: tokenWithPrefix('xapp-', 'an app-level token: Basic Information > App-Level Tokens'),
  SLACK_CLIENT_ID: optionalText,
  SLACK_CLIENT_SECRET: optionalText,
  SLACK_STATE_SECRET: secret,
  SLACK_API_URL: httpUrl,
  SLACK_COMMAND_PREFIX: textMatching(
    COMMAND_PREFIX,
    'must be what the commands of the app begin with, such as rung-: lower-case letters, digits, - and _, 16 at most',
  ),
  SLACK_PROPOSALS_CHANNEL: textMatching(
    /^(?:T[A-Z0-9]{1,20}\/)?[CG][A-Z0-9]{1,20}$/u,
    'must be the id of a channel (C…); with many workspaces, the workspace before it (T…/C…)',
  ),
  SLACK_EXPERTS: appointmentList(USER_OR_GROUP, USER_OR_GROUP_HINT),
  SLACK_ADMINS: appointmentList(USER_OR_GROUP, USER_OR_GROUP_HINT),
  RUNG_SECRET: secretList,
  PUBLIC_URL: httpUrl,
}

const Variables = z.object(SLACK_VARIABLES)
type SlackVariables = z.infer<typeof Variables>

const SLACK_API_URL = 'https://slack.com/api/'

/** Reads Slack's settings; undefined if no credential is set. Throws a ConfigError if a setting needs another one. */
export function readSlackConfig(variables: SlackVariables): SlackConfig | undefined {
  const missing: string[] = []
  const need = (name: keyof SlackVariables, why: string): string => {
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
  const forMany = 'many workspaces need it'
  const workspaces: SlackConfig['workspaces'] = many
    ? {
        type: 'many',
        clientId: need('SLACK_CLIENT_ID', forMany),
        clientSecret: need('SLACK_CLIENT_SECRET', forMany),
        stateSecret: need('SLACK_STATE_SECRET', `${forMany}: ${SECRET_REQUIREMENT}`),
        secret: need('RUNG_SECRET', `the tokens of many workspaces are sealed with it: ${SECRET_REQUIREMENT}`),
        publicUrl: need(
          'PUBLIC_URL',
          `${forMany}: it is where a workspace is sent back to after it has installed Rung`,
        ),
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
    missing.push('SLACK_PROPOSALS_CHANNEL: must name the workspace too, because there are many: T…/C…')
  }
  if (missing.length > 0) throw new ConfigError(missing)
  return {
    apiUrl: (variables.SLACK_API_URL ?? SLACK_API_URL).replace(/\/*$/u, '/'),
    commandPrefix: variables.SLACK_COMMAND_PREFIX ?? '',
    publicUrl: variables.PUBLIC_URL?.replace(/\/+$/u, ''),
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
