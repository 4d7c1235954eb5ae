import { textAt } from '../json.ts'
import type { WebApi } from '../web-api.ts'

/** The bot's token and ids in a workspace, as Bolt expects them. */
export interface BotAuthorization {
  readonly botToken: string
  readonly botId: string | undefined
  readonly botUserId: string | undefined
  readonly teamId: string | undefined
}

/** The workspace of a delivery, as Bolt reads it. */
export interface InstallationQuery {
  readonly teamId: string | undefined
  readonly enterpriseId: string | undefined
  readonly isEnterpriseInstall: boolean
}

/** The token of a delivery while the store is unavailable. */
export const UNKNOWN_TOKEN = ''

/** Finds the bot token of each workspace. */
export interface Authorizer {
  /**
   * Resolves with undefined if the app is not installed in the workspace, and with UNKNOWN_TOKEN as the token if the store is
   * unavailable. Never rejects: Bolt would acknowledge the delivery without an answer.
   */
  authorize(source: InstallationQuery): Promise<BotAuthorization | undefined>
  /** Forgets a workspace that removed the app or revoked its tokens at a time (milliseconds since 1970). */
  revoke(source: InstallationQuery, at: number): Promise<void>
  /** Resolves with the bot token of a workspace, for messages outside a delivery. */
  tokenFor(team: string): Promise<string | undefined>
  /**
   * Resolves with the token to use after Slack has refused one as revoked or expired: another process may have stored a new one.
   * Undefined if there is none. Never rejects.
   */
  replacementFor(token: string): Promise<string | undefined>
  /** The workspace, if there is only one. */
  readonly team?: string
}

/** Authorizes one workspace with the token of the configuration. Rejects with Slack's error if the token is wrong. */
export async function createSingleWorkspaceAuthorizer(botToken: string, webApi: WebApi): Promise<Authorizer> {
  const response = await webApi.call({ token: botToken, method: 'auth.test', queueKey: 'auth', args: {} })
  const team = textAt(response, 'team_id') ?? ''
  const enterprise = textAt(response, 'enterprise_id')
  const botId = textAt(response, 'bot_id')
  const botUserId = textAt(response, 'user_id')
  let isRevoked = false
  /** A token works in one workspace, or in several of one organization. */
  const matches = (source: InstallationQuery): boolean =>
    source.teamId === team || (enterprise !== undefined && source.enterpriseId === enterprise)
  return {
    team,
    authorize: (source) =>
      Promise.resolve(
        !isRevoked && matches(source) ? { botToken, botId, botUserId, teamId: source.teamId ?? team } : undefined,
      ),
    revoke: (source) => {
      isRevoked ||= matches(source)
      return Promise.resolve()
    },
    replacementFor: () => Promise.resolve(undefined),
    tokenFor: (workspace) =>
      Promise.resolve(!isRevoked && (workspace === team || enterprise !== undefined) ? botToken : undefined),
  }
}
