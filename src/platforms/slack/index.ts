import { App, type Receiver } from '@slack/bolt'
import { type Logger, LogLevel } from '@slack/web-api'
import type { Logger as Log } from 'pino'
import { isPublicRequest, recordUninstall } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import type { Notifier } from '../../proposals/index.ts'
import { withOrigin } from '../../runtime/logger.ts'
import { createAnswerCache } from '../delivery/answer-cache.ts'
import { createDeliverer } from '../delivery/deliver.ts'
import { createOpenCards } from '../delivery/open-cards.ts'
import { createOutcomeLines } from '../delivery/outcome-lines.ts'
import { createPictureQueue } from '../delivery/picture-queue.ts'
import { servePublicPictures } from '../delivery/public-pictures.ts'
import { createNominatorReader } from '../nominators.ts'
import { NO_COMMUNITY, type Platform, type PlatformContext } from '../platform.ts'
import { type Authorizer, createSingleWorkspaceAuthorizer } from './auth/authorize.ts'
import { createEncryption } from './auth/encryption.ts'
import { createInstallationStore } from './auth/installation-store.ts'
import { type OAuthDeps, serveOAuth } from './auth/oauth.ts'
import { createCommandNames, withCommandPrefix, withUsages } from './command-prefix.ts'
import { connectCommunity } from './community.ts'
import type { SlackConfig } from './config.ts'
import type { CardPlace, HandlerContext } from './context.ts'
import { dispatchDeliveries } from './dispatch.ts'
import { welcomeInDirectMessage } from './handlers/welcome.ts'
import { createHttpReceiver } from './http-receiver.ts'
import { textAt } from './json.ts'
import { createPictureFiles } from './picture-files.ts'
import { createPictures } from './pictures.ts'
import { createProposalsChannel } from './proposals-channel.ts'
import { renderReply } from './render-reply.ts'
import { createReplies } from './reply.ts'
import { createResponseUrlClient } from './response-url.ts'
import { createUserInfo, languageOf, originOf } from './sender.ts'
import { createSocketReceiver } from './socket-receiver.ts'
import { createWebApi, SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

export interface SlackOptions extends PlatformContext {
  readonly config: SlackConfig
}

/** Slack cannot be used as it is configured; the message says what to do. */
class SlackSetupError extends Error {
  override readonly name = 'SlackSetupError'
}

/** Connects the bot with Slack. Throws a SlackSetupError if Slack refuses the token. */
export async function createSlack(options: SlackOptions): Promise<Platform> {
  const { config, store, listener, metrics, log, now } = options
  const commandNames = createCommandNames(config.commandPrefix, options.bot.commands)
  const bot = config.commandPrefix === '' ? options.bot : withCommandPrefix(options.bot, commandNames)
  const logger = createBoltLogger(log)
  const report = (problem: string, details: object = {}): void => log.warn(details, problem)
  let authorizer: Authorizer | undefined
  let welcomeInstaller: (granted: unknown) => Promise<void> = () => Promise.resolve()
  const webApi = createWebApi({
    apiUrl: config.apiUrl,
    logger,
    metrics,
    now,
    replacementFor: (token) => authorizer?.replacementFor(token) ?? Promise.resolve(undefined),
  })
  const responseUrls = createResponseUrlClient({ metrics, apiUrl: config.apiUrl, report })
  const { workspaces, transport } = config
  authorizer =
    workspaces.type === 'one'
      ? await createSingleWorkspaceAuthorizer(workspaces.botToken, webApi).catch((error: unknown) => {
          throw explainTokenRefusal(error, config.apiUrl)
        })
      : createManyWorkspacesAuthorizer(workspaces, webApi, report, {
          ...options,
          onInstalled: (granted) => welcomeInstaller(granted),
        })

  const receiver: Receiver & { readonly openConnections?: () => number } =
    transport.type === 'socket'
      ? createSocketReceiver({
          appToken: transport.appToken,
          apiUrl: config.apiUrl,
          logger,
          onConnectionsChange: (connections) => metrics.setConnections('slack', connections),
          report,
          onRefused: (error) => options.refused(explainAppTokenRefusal(error)),
        })
      : createHttpReceiver({ signingSecret: transport.signingSecret, listener, now, report })

  const app = new App({
    receiver,
    logger,
    // Both take time for each delivery and neither is needed: nothing is stored by conversation, and handlers check the author.
    convoStore: false,
    ignoreSelf: false,
    // If this threw, Bolt would acknowledge the delivery without an answer. A handler without a token tells the person.
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) =>
      (await authorizer.authorize({ teamId, enterpriseId, isEnterpriseInstall })) ?? {},
    // Calls go through our own client, which knows which of them may be repeated.
    clientOptions: { slackApiUrl: config.apiUrl, retryConfig: { retries: 0 }, timeout: 8000 },
  })
  // Must come first, so that each line that is logged about a delivery has its origin.
  app.use(({ body, context, next }) => withOrigin(originOf(body, context.teamId), next))
  // The receiver does not acknowledge a delivery that failed.
  app.error((error) => {
    throw error
  })

  const pictureQueue = createPictureQueue({ platform: 'slack', metrics, report })
  const publicPictures =
    config.publicUrl === undefined
      ? undefined
      : servePublicPictures({
          publicUrl: config.publicUrl,
          listener,
          renderer: options.pictures,
          keyValues: store.keyValues,
        })
  const replies = createReplies(webApi, responseUrls)
  const openCards = createOpenCards<CardPlace>({
    idOf: ({ channel, ts }) => `${channel}/${ts}`,
    edit: async ({ token, channel, ts, locale }, message) => {
      const args = { channel, ts, ...renderReply(message, { locale }) }
      // In a queue of its own: it holds up no answer in the channel.
      await webApi.call({ token, method: 'chat.update', queueKey: `card/${channel}`, args })
    },
    report,
  })
  const outcomeLines = createOutcomeLines({ keyValues: store.keyValues, report })
  const userInfo = createUserInfo({ webApi, now, report })
  const deliverer = createDeliverer({ platform: 'slack', claims: store.claims, metrics, now, report })
  const communities = options.communities.map((ladder, nth) => {
    const operator = nth === 0 ? config.community : NO_COMMUNITY
    const community = connectCommunity({ ...options, ...ladder, operator, authorizer, webApi, userInfo, report })
    const proposalsChannel = createProposalsChannel(community.channel, {
      authorizer,
      webApi,
      userInfo,
      nominateEmoji: options.nominateEmoji,
      locale: community.locale,
    })
    return { ...community, ladder: ladder.ladder, proposalsChannel }
  })

  const tell: Notifier['tell'] = async (person, message, notice) => {
    const { workspace, user } = person
    const token = await authorizer.tokenFor(workspace)
    if (token === undefined) return 'refused'
    try {
      const channel = await replies.openDirectChannel(token, user)
      const locale = await languageOf({ token, person }, { userInfo, bot })
      const rendered = renderReply(withUsages(message(translator(locale)), commandNames), { locale })
      await webApi.postMessage(token, channel, rendered, notice)
      return 'delivered'
    } catch (error) {
      report('a notice could not be sent to a person', { err: error })
      return error instanceof SlackApiError && UNREACHABLE_USER.has(error.code) ? 'refused' : 'later'
    }
  }

  const handlerContext: HandlerContext = {
    responseUrls,
    bot,
    commandNames,
    answers: createAnswerCache(),
    catalogVersion: options.catalogVersion,
    isPublic: (request) => isPublicRequest(bot.commands, request),
    webApi,
    replies,
    userInfo,
    pictures: createPictures({
      publicPictures,
      files: createPictureFiles({ webApi, renderer: options.pictures, keyValues: store.keyValues }),
      queue: pictureQueue,
    }),
    openCards,
    outcomeLines,
    deliverer,
    now,
    report,
  }
  dispatchDeliveries({
    ...handlerContext,
    app,
    authorizer,
    nominateEmoji: options.nominateEmoji,
    nominators: createNominatorReader(communities, report),
    onUninstalled: (workspace, at) => recordUninstall({ platform: 'slack', workspace }, at, store),
  })

  welcomeInstaller = async (granted) => {
    const [user, team] = [textAt(granted, 'authed_user', 'id'), textAt(granted, 'team', 'id')]
    const token = textAt(granted, 'access_token')
    if (user === undefined || team === undefined || token === undefined) return
    const person = { platform: 'slack', workspace: team, user }
    const sender = { person, team, user, token, appId: textAt(granted, 'app_id') }
    const delivery = { id: `install/${team}/${user}/${now()}`, isRetry: false }
    try {
      const locale = await languageOf(sender, handlerContext)
      await welcomeInDirectMessage('installed', delivery, { sender, locale }, handlerContext)
    } catch (error) {
      report('the person who installed the app could not be greeted', { err: error })
    }
  }

  return {
    installed: {
      platform: 'slack',
      isInstalled: async (workspace) => (await authorizer.tokenFor(workspace)) !== undefined,
    },
    proposalsChannel(ladder) {
      const community = communities.find((each) => each.ladder === ladder)
      return community?.channel() && community.proposalsChannel
    },
    async start() {
      await app.start()
    },
    check: () =>
      Promise.resolve(receiver.openConnections?.() === 0 ? 'no connection to Slack is open; trying again' : undefined),
    async stop() {
      for (const community of communities) community.stop()
      await app.stop()
      await deliverer.whenIdle()
      await pictureQueue.stop()
      await openCards.idle()
      await outcomeLines.idle()
      await webApi.idle()
      await responseUrls.close()
    },
    platforms: () => ['slack'],
    reaches: ({ platform }) => platform === 'slack',
    tell,
  }
}

type Many = Extract<SlackConfig['workspaces'], { type: 'many' }>

/** Authorizes many workspaces, which install the app through the OAuth pages. */
function createManyWorkspacesAuthorizer(
  { secret, ...credentials }: Many,
  webApi: WebApi,
  report: (problem: string, details?: object) => void,
  { config, listener, store, now, onInstalled }: SlackOptions & Pick<OAuthDeps, 'onInstalled'>,
): Authorizer {
  const encryption = createEncryption(secret)
  const deps = { ...credentials, webApi, now, report }
  const installations = createInstallationStore({ ...deps, keyValues: store.keyValues, encryption })
  serveOAuth({ ...deps, listener, installations, claims: store.claims, apiUrl: config.apiUrl, onInstalled })
  return installations
}

/** Returns a SlackSetupError for an error of the first call with a bot token; any other error is returned unchanged. */
function explainTokenRefusal(error: unknown, apiUrl: string): unknown {
  if (error instanceof SlackUnreachableError) {
    const problem = `Slack does not answer at ${apiUrl} (${error.message}): is it reachable from here?`
    return new SlackSetupError(problem, { cause: error })
  }
  if (!(error instanceof SlackApiError)) return error
  return new SlackSetupError(
    `Slack refuses SLACK_BOT_TOKEN (${error.code}): copy it again from OAuth & Permissions > Bot User OAuth Token, and install the app in the workspace if it is not`,
    { cause: error },
  )
}

function explainAppTokenRefusal(error: string): string {
  return error === 'missing_scope' || error === 'not_allowed_token_type'
    ? `Slack refuses SLACK_APP_TOKEN (${error}): it must be an app-level token with the scope connections:write (Basic Information > App-Level Tokens)`
    : `Slack refuses SLACK_APP_TOKEN (${error}): make a new one under Basic Information > App-Level Tokens with the scope connections:write`
}

/** Errors of conversations.open and chat.postMessage that mean that a person cannot receive direct messages. */
const UNREACHABLE_USER: ReadonlySet<string> = new Set([
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'channel_not_found',
  'messages_tab_disabled',
  'is_archived',
])

/**
 * Creates a logger for Slack's libraries that writes to our log, with lower levels. The libraries also log whole deliveries, requests
 * and URLs, which contain texts of people and OAuth codes: each line is cut where such data begins.
 */
export function createBoltLogger(log: Log): Logger {
  const inner = log.child({ from: 'slack' })
  const words = (parts: readonly unknown[]): string =>
    parts
      .map((part) => withoutData(typeof part === 'string' ? part : part instanceof Error ? part.message : '{}'))
      .join(' ')
  return {
    debug: (...parts) => inner.trace(words(parts)),
    info: (...parts) => inner.debug(words(parts)),
    warn: (...parts) => inner.debug(words(parts)),
    error: (...parts) => inner.warn(words(parts)),
    setLevel: () => {},
    // The libraries build no lines below this level.
    getLevel: () => (inner.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => {},
  }
}

/** Cuts a line where data begins: an object or a list, the query of a URL, or a quotation. */
function withoutData(line: string): string {
  const at = line.search(/[{[?"\n]/u)
  return at < 0 ? line : `${line.slice(0, at)}…`
}
