import { textAt } from '../json.ts'
import type { WebApi } from '../web-api.ts'

/** What the app may do in a workspace. */
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

/** Takes the place of a token while the store is unavailable. */
export const UNKNOWN_TOKEN = ''

/** Knows the bot token of each workspace. */
export interface Authorizer {
  /**
   * Resolves with undefined if the app is not installed in the workspace, and with UNKNOWN_TOKEN as the token if the store is
   * unavailable. Never rejects: Bolt would acknowledge the delivery without an answer.
   */
  authorize(source: InstallationQuery): Promise<BotAuthorization | undefined>
  /** Forgets a workspace that removed the app or revoked its tokens at a time (milliseconds since 1970). */
  revoke(source: InstallationQuery, at: number): Promise<void>
  /** The bot token of a workspace, for messages outside a delivery. */
  tokenFor(team: string): Promise<string | undefined>
  /**
   * The token to use after Slack has refused one as revoked or expired: another process may have stored a new one since. Undefined
   * if there is none. Never rejects.
   */
  replacementFor(token: string): Promise<string | undefined>
  /** The workspace, if there is only one. */
  readonly team?: string
}

/** Authorizes one workspace with the token of the configuration. Rejects with Slack's error if the token is wrong. */
export async function createSingleWorkspaceAuthorizer(
  botToken: string,
  calls: WebApi,
): Promise<Authorizer & { readonly team: string }> {
  const answer = await calls.call({
    token: botToken,
    method: 'auth.test',
    queueKey: 'auth',
    args: {},
    retry: 'idempotent',
  })
  const team = textAt(answer, 'team_id') ?? ''
  const enterprise = textAt(answer, 'enterprise_id')
  const authority: BotAuthorization = {
    botToken,
    botId: textAt(answer, 'bot_id'),
    botUserId: textAt(answer, 'user_id'),
    teamId: team,
  }
  let isRevoked = false
  /** A token works in one workspace, or in several of one organization. */
  const ours = (source: InstallationQuery): boolean =>
    source.teamId === team || (enterprise !== undefined && source.enterpriseId === enterprise)
  return {
    team,
    authorize: (source) =>
      Promise.resolve(!isRevoked && ours(source) ? { ...authority, teamId: source.teamId ?? team } : undefined),
    revoke: (source) => {
      isRevoked ||= ours(source)
      return Promise.resolve()
    },
    replacementFor: () => Promise.resolve(undefined),
    tokenFor: (wanted) =>
      Promise.resolve(!isRevoked && (wanted === team || enterprise !== undefined) ? botToken : undefined),
  }
}
