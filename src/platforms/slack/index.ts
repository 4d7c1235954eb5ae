import { App, type Receiver } from '@slack/bolt'
import { recordUninstall } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import type { Notifier } from '../../proposals/index.ts'
import { withOrigin } from '../../runtime/delivery-origin.ts'
import { createDeliverer } from '../delivery/deliver.ts'
import { createNominatorReader } from '../nominators.ts'
import type { Platform, PlatformContext } from '../platform.ts'
import { type Authorizer, createSingleWorkspaceAuthorizer } from './auth/authorize.ts'
import { createEncryption } from './auth/encryption.ts'
import { createInstallationStore } from './auth/installation-store.ts'
import { serveOAuth } from './auth/oauth.ts'
import { createBoltLogger } from './bolt-logger.ts'
import type { SlackConfig } from './config.ts'
import { createReplies } from './reply.ts'
import { createDesk } from './render-reply.ts'
import { dispatchDeliveries } from './dispatch.ts'
import { createFileUploader } from './files.ts'
import { createHttpReceiver } from './http-receiver.ts'
import { createProposalsChannel } from './proposals-channel.ts'
import { createResponseUrlClient } from './response-url.ts'
import { originOf } from './sender.ts'
import { createSocketReceiver } from './socket-receiver.ts'
import { startCommunitySync } from './user-groups.ts'
import { createUserInfo } from './user-info.ts'
import { createWebApi, SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

export interface SlackOptions extends PlatformContext {
  readonly config: SlackConfig
}

/** Slack cannot be used as it is configured; the message says what to do. */
class SlackSetupError extends Error {
  override readonly name = 'SlackSetupError'
}

/** Connects the bot with Slack. Throws a SlackSetupError where Slack refuses the token. */
export async function createSlack(parts: SlackOptions): Promise<Platform> {
  const { config, bot, store, listener, metrics, log, now } = parts
  const logger = createBoltLogger(log)
  const report = (problem: string, details: object = {}): void => log.warn(details, problem)
  let authorities: Authorizer | undefined
  const calls = createWebApi({
    apiUrl: config.apiUrl,
    logger,
    metrics,
    now,
    replacementFor: (token) => authorities?.replacementFor(token) ?? Promise.resolve(undefined),
  })
  const responder = createResponseUrlClient({ metrics, apiUrl: config.apiUrl, report })
  const { workspaces, transport } = config
  authorities =
    workspaces.type === 'one'
      ? await refusalsExplained(config.apiUrl, () => createSingleWorkspaceAuthorizer(workspaces.botToken, calls))
      : manyWorkspaces(workspaces, { ...parts, calls, report })

  const socket =
    transport.type === 'socket'
      ? createSocketReceiver({
          appToken: transport.appToken,
          apiUrl: config.apiUrl,
          logger,
          onConnectionsChange: (connections) => metrics.setConnections('slack', connections),
          report,
          onRefused: (error) => parts.refused(socketRefusal(error)),
        })
      : undefined
  const receiver: Receiver =
    socket ??
    createHttpReceiver({
      signingSecret: transport.type === 'http' ? transport.signingSecret : '',
      listener,
      now,
      report,
    })

  const app = new App({
    receiver,
    logger,
    // Neither is of use here, and both cost with every delivery: nothing is kept by conversation, and whose message it is
    // is checked where messages are read.
    convoStore: false,
    ignoreSelf: false,
    // What is thrown here would be acknowledged in silence; a listener with no token tells the person.
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) =>
      (await authorities.authorize({ teamId, enterpriseId, isEnterpriseInstall })) ?? {},
    // Calls go through our own client, which knows what may be asked twice.
    clientOptions: { slackApiUrl: config.apiUrl, retryConfig: { retries: 0 }, timeout: 8000 },
  })
  // First of all: whatever is logged about a delivery says whose it was.
  app.use(({ body, context, next }) => withOrigin(originOf(body, context.teamId), next))
  // The receiver does not acknowledge what has failed.
  app.error((error) => {
    throw error
  })

  const delivering = createReplies({ webApi: calls, responseUrls: responder, fileUploader: createFileUploader(calls) })
  const desk = createDesk(bot, parts.catalogVersion)
  const locales = createUserInfo({ webApi: calls, now, report })
  const deliverer = createDeliverer({ platform: 'slack', claims: store.claims, metrics, now, report })
  const member = startCommunitySync({
    config: config.community,
    authorizer: authorities,
    webApi: calls,
    userInfo: locales,
    community: parts.community,
    report,
  })

  const tell: Notifier['tell'] = async ({ workspace, user }, message, notice) => {
    const token = await authorities.tokenFor(workspace)
    if (token === undefined) return 'refused'
    try {
      const channel = await delivering.openDirectChannel(token, user)
      const locale = await locales.localeOf(token, workspace, user)
      const drawn = { ...desk.draw(message(translator(locale)), { locale }) }
      await calls.postMessage(token, channel, drawn, notice)
      return 'delivered'
    } catch (error) {
      report('a person could not be told something', { err: error })
      return error instanceof SlackApiError && NOBODY.has(error.code) ? 'refused' : 'later'
    }
  }

  const proposalsChannel =
    member &&
    createProposalsChannel(member.channel, {
      authorizer: authorities,
      webApi: calls,
      desk,
      userInfo: locales,
      nominateEmoji: parts.nominateEmoji,
      locale: parts.locale,
    })
  dispatchDeliveries({
    app,
    authorizer: authorities,
    responseUrls: responder,
    bot,
    nominateEmoji: parts.nominateEmoji,
    nominators: proposalsChannel && createNominatorReader(proposalsChannel, report),
    desk,
    webApi: calls,
    replies: delivering,
    userInfo: locales,
    deliverer,
    now,
    report,
    onUninstalled: (workspace, at) => recordUninstall({ platform: 'slack', workspace }, at, store),
  })

  return {
    installed: {
      platform: 'slack',
      isInstalled: async (workspace) => (await authorities.tokenFor(workspace)) !== undefined,
    },
    proposalsChannel,
    async start() {
      await app.start()
    },
    check: () =>
      Promise.resolve(
        socket && socket.openConnections() === 0 ? 'no connection to Slack is open; trying again' : undefined,
      ),
    async stop() {
      member?.stop()
      await app.stop()
      await deliverer.whenIdle()
      await calls.idle()
      await responder.close()
    },
    platforms: () => ['slack'],
    reaches: ({ platform }) => platform === 'slack',
    tell,
  }
}

type Many = Extract<SlackConfig['workspaces'], { type: 'many' }>

/** Workspaces that install the app by themselves, at a page of ours. */
function manyWorkspaces(
  { secret, ...own }: Many,
  { config, listener, store, calls, now, report }: SlackOptions & ManyParts,
): Authorizer {
  const installations = createInstallationStore({
    ...own,
    things: store.keyValues,
    encryption: createEncryption(secret),
    webApi: calls,
    now,
    report,
  })
  serveOAuth({
    ...own,
    listener,
    installations,
    webApi: calls,
    events: store.claims,
    apiUrl: config.apiUrl,
    now,
    report,
  })
  return installations
}

interface ManyParts {
  readonly calls: WebApi
  readonly report: (problem: string, details?: object) => void
}

async function refusalsExplained<T>(apiUrl: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SlackUnreachableError) {
      throw new SlackSetupError(`Slack does not answer at ${apiUrl} (${error.message}): is it reachable from here?`, {
        cause: error,
      })
    }
    if (!(error instanceof SlackApiError)) throw error
    throw new SlackSetupError(
      `Slack refuses SLACK_BOT_TOKEN (${error.code}): copy it again from OAuth & Permissions > Bot User OAuth Token, and install the app in the workspace if it is not`,
      { cause: error },
    )
  }
}

function socketRefusal(error: string): string {
  return error === 'missing_scope' || error === 'not_allowed_token_type'
    ? `Slack refuses SLACK_APP_TOKEN (${error}): it must be an app-level token with the scope connections:write (Basic Information > App-Level Tokens)`
    : `Slack refuses SLACK_APP_TOKEN (${error}): make a new one under Basic Information > App-Level Tokens with the scope connections:write`
}

/** There is nobody to tell, or they cannot be written to (docs.slack.dev, errors of conversations.open and chat.postMessage). */
const NOBODY: ReadonlySet<string> = new Set([
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'channel_not_found',
  'messages_tab_disabled',
  'is_archived',
])
