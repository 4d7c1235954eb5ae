import { z } from 'zod'
import {
  appointmentList,
  ConfigError,
  httpUrl,
  optionalText,
  SECRET_REQUIREMENT,
  secret,
  secretList,
  setting,
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

const SLACK_API_URL = 'https://slack.com/api/'

/** The environment variables that Slack reads. */
export const SLACK_VARIABLES = {
  SLACK_BOT_TOKEN: setting(tokenWithPrefix('xoxb-', 'a bot token: OAuth & Permissions > Bot User OAuth Token'), {
    meaning: "The app's token in one workspace (**OAuth & Permissions**). If it is set, Rung runs in Slack.",
    example: 'xoxb-1-abc',
    unset: 'not in Slack',
  }),
  SLACK_APP_TOKEN: setting(tokenWithPrefix('xapp-', 'an app-level token: Basic Information > App-Level Tokens'), {
    meaning: 'Socket Mode: Rung opens the connection to Slack and needs no address of its own.',
    example: 'xapp-1-abc',
    unset: 'HTTP',
  }),
  SLACK_SIGNING_SECRET: setting(
    textMatching(
      /^[0-9a-f]{32,}$/iu,
      'must be the 32 hexadecimal digits of Basic Information > App Credentials > Signing Secret',
    ),
    {
      meaning: 'HTTP: Slack delivers to `POST /slack/events`, and Rung checks the signature with this secret.',
      example: '0123456789abcdef0123456789abcdef',
      unset: 'Socket Mode only',
    },
  ),
  SLACK_PROPOSALS_CHANNEL: setting(
    textMatching(
      /^(?:T[A-Z0-9]{1,20}\/)?[CG][A-Z0-9]{1,20}$/u,
      'must be the id of a channel (C…); with several workspaces, the workspace before it (T…/C…)',
    ),
    {
      meaning:
        'The channel in which proposals are posted; with several workspaces `T…/C…`. Its workspace owns the ladder.',
      example: 'C0123456789',
      unset: 'what an admin chooses with `/rung settings`',
    },
  ),
  SLACK_EXPERTS: setting(appointmentList(USER_OR_GROUP, USER_OR_GROUP_HINT), {
    meaning:
      'Who decides on proposals: users (`U…`) and user groups (`S…`), separated by commas; `U0ABC:security` limits one to that domain.',
    example: 'U0123456789,S0123456789,U0ABC:security',
    unset: 'no one',
  }),
  SLACK_ADMINS: setting(appointmentList(USER_OR_GROUP, USER_OR_GROUP_HINT), {
    meaning: "Who is asked when the experts don't decide in time; ids as above.",
    example: 'U0123456789',
    unset: 'no one',
  }),
  SLACK_COMMAND_PREFIX: setting(
    textMatching(
      COMMAND_PREFIX,
      'must be what the commands of the app begin with, such as rung-: lowercase letters, digits, - and _, at most 16',
    ),
    {
      meaning: 'What the commands of the app begin with, as in `manifest slack --prefix rung-`: `/rung-skills`.',
      example: 'rung-',
      unset: 'no prefix',
    },
  ),
  SLACK_CLIENT_ID: setting(optionalText, {
    meaning:
      'For several workspaces, instead of `SLACK_BOT_TOKEN`; each workspace installs Rung at `/slack/install`. Needs the next three and `PUBLIC_URL`.',
    example: '123.456',
    unset: 'one workspace',
  }),
  SLACK_CLIENT_SECRET: setting(optionalText, {
    meaning: 'The client secret of the app (**Basic Information** > *App Credentials*).',
    example: '0123456789abcdef0123456789abcdef',
    unset: 'one workspace',
  }),
  SLACK_STATE_SECRET: setting(secret, {
    meaning: 'Signs the state of an installation. At least 32 characters, such as from `openssl rand -hex 32`.',
    example: '00112233445566778899aabbccddeeff',
    unset: 'one workspace',
  }),
  RUNG_SECRET: setting(secretList, {
    meaning:
      "Encrypts the workspaces' tokens in the store. At least 32 characters. To change it, put the new one first, separated by a comma.",
    example: 'ffeeddccbbaa99887766554433221100',
    unset: 'one workspace',
  }),
  SLACK_API_URL: setting(httpUrl, {
    meaning: "Base address of Slack's Web API; for tests and proxies.",
    example: 'https://slack-proxy.example.com/api/',
    default: SLACK_API_URL,
  }),
  PUBLIC_URL: httpUrl,
}

const Variables = z.object(SLACK_VARIABLES)
type SlackVariables = z.infer<typeof Variables>

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
  const forMany = 'several workspaces need it'
  const workspaces: SlackConfig['workspaces'] = many
    ? {
        type: 'many',
        clientId: need('SLACK_CLIENT_ID', forMany),
        clientSecret: need('SLACK_CLIENT_SECRET', forMany),
        stateSecret: need('SLACK_STATE_SECRET', `${forMany}: ${SECRET_REQUIREMENT}`),
        secret: need('RUNG_SECRET', `the tokens of several workspaces are encrypted with it: ${SECRET_REQUIREMENT}`),
        publicUrl: need(
          'PUBLIC_URL',
          `${forMany}: it is where a workspace is sent back to after it has installed Rung`,
        ),
      }
    : {
        type: 'one',
        botToken: need(
          'SLACK_BOT_TOKEN',
          'one workspace needs it (OAuth & Permissions), or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for several',
        ),
      }
  if (many && bot !== undefined) {
    missing.push('SLACK_BOT_TOKEN: is for one workspace; it must not be set with SLACK_CLIENT_ID, which is for several')
  }
  const [channel, workspace] = (variables.SLACK_PROPOSALS_CHANNEL ?? '').split('/').reverse()
  if (many && channel && workspace === undefined) {
    missing.push('SLACK_PROPOSALS_CHANNEL: must name the workspace too, because there are several: T…/C…')
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
