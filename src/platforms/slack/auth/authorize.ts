import { textAt } from '../json.ts'
import type { WebApi } from '../web-api.ts'

/** What the app may do in a workspace. */
export interface BotAuthorization {
  readonly botToken: string
  readonly botId: string | undefined
  readonly botUserId: string | undefined
  readonly teamId: string | undefined
}

/** Where a delivery comes from, as Bolt read it. */
export interface InstallationQuery {
  readonly teamId: string | undefined
  readonly enterpriseId: string | undefined
  readonly isEnterpriseInstall: boolean
}

/** Stands for a token where nobody can say whether there is one, since the store is away. */
export const UNKNOWN_TOKEN = ''

/** Finds the app's authority in a workspace. */
export interface Authorizer {
  /**
   * Undefined where the app is not installed there (any more); its token is UNKNOWN_TOKEN where that cannot be told. Never
   * rejects: nobody would be told.
   */
  authorize(source: InstallationQuery): Promise<BotAuthorization | undefined>
  /** The app was removed from a workspace, or its tokens were, at that time (milliseconds since 1970). */
  revoke(source: InstallationQuery, at: number): Promise<void>
  /** Any token that holds, by workspace, to tell somebody something outside a conversation. */
  tokenFor(team: string): Promise<string | undefined>
  /**
   * The token to use after Slack has refused one as revoked or expired: another process may have stored a new one since. Undefined
   * if there is none. Never rejects.
   */
  replacementFor(token: string): Promise<string | undefined>
  /** The one workspace there is, where there is one only. */
  readonly team?: string
}

/** One workspace, by the token of the configuration. Asks Slack whose it is; rejects with what Slack says of a wrong one. */
export async function createSingleWorkspaceAuthorizer(
  botToken: string,
  calls: WebApi,
): Promise<Authorizer & { readonly team: string }> {
  const answer = await calls.call({
    token: botToken,
    method: 'auth.test',
    queueKey: 'auth',
    args: {},
    retry: 'harmless',
  })
  const team = textAt(answer, 'team_id') ?? ''
  const enterprise = textAt(answer, 'enterprise_id')
  const authority: BotAuthorization = {
    botToken,
    botId: textAt(answer, 'bot_id'),
    botUserId: textAt(answer, 'user_id'),
    teamId: team,
  }
  let gone = false
  /** A token of one workspace is no use in another one; in an organisation it may be for several. */
  const ours = (source: InstallationQuery): boolean =>
    source.teamId === team || (enterprise !== undefined && source.enterpriseId === enterprise)
  return {
    team,
    authorize: (source) =>
      Promise.resolve(!gone && ours(source) ? { ...authority, teamId: source.teamId ?? team } : undefined),
    revoke: (source) => {
      gone ||= ours(source)
      return Promise.resolve()
    },
    replacementFor: () => Promise.resolve(undefined),
    tokenFor: (wanted) =>
      Promise.resolve(!gone && (wanted === team || enterprise !== undefined) ? botToken : undefined),
  }
}
