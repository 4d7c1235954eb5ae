import type { App, Context, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { translator } from '../../i18n/index.ts'
import type { DeliveryResult } from '../../runtime/metrics.ts'
import type { Delivery } from '../delivery/deliver.ts'
import type { Authorizer } from './auth/authorize.ts'
import type { EventDelivery } from './context.ts'
import { handleAction } from './handlers/action.ts'
import { publishAppHome } from './handlers/app-home.ts'
import { handleCommand } from './handlers/command.ts'
import { handleDirectMessage, readDirectMessage } from './handlers/direct-message.ts'
import { handleMention, readMention } from './handlers/mention.ts'
import {
  handleReaction,
  handleShortcut,
  isNominatingReaction,
  NOMINATE_SHORTCUT,
  type ReactionContext,
} from './handlers/reaction.ts'
import { globalShortcut, LOOK_UP_VIEW } from './handlers/shortcut.ts'
import { handleViewSubmission } from './handlers/view-submission.ts'
import { welcomeInDirectMessage } from './handlers/welcome.ts'
import { at, listAt, textAt } from './json.ts'
import { UndeliveredError } from './process-delivery.ts'
import { type ReplyTarget, renderSentence, withErrorReply } from './reply.ts'
import { type Authorization, identifyRequester, type Requester, readSender } from './sender.ts'

export interface DispatchDeps extends ReactionContext {
  readonly app: App
  readonly authorizer: Authorizer
  /** Called when the app was removed from a workspace, with the time (milliseconds since 1970). */
  readonly onUninstalled: (workspace: string, at: number) => Promise<void>
}

/** Number of presses that are remembered, so that one that Slack delivers twice is answered once. */
const MAX_PRESSES = 10_000

/** Registers the handlers of all kinds of deliveries. */
export function dispatchDeliveries(deps: DispatchDeps): void {
  const { app, authorizer, report, now } = deps
  const presses = new LRUCache<string, true>({ max: MAX_PRESSES })

  /** Throws an UndeliveredError if the delivery must not be acknowledged: Slack repeats an event, and shows that a command failed. */
  const deliver = async (delivery: Delivery, work: () => Promise<DeliveryResult>): Promise<void> => {
    if ((await deps.deliverer.deliver(delivery, work)) === 'redeliver') throw new UndeliveredError()
  }

  const isRepeatedPress = (body: unknown): boolean => {
    const trigger = textAt(body, 'trigger_id')
    if (trigger === undefined) return false
    const isRepeated = presses.has(trigger)
    presses.set(trigger, true)
    return isRepeated
  }

  // One middleware instead of a listener for each kind: Bolt would try each of them with each delivery.
  app.use(async (args) => {
    const { context } = args
    const authorization = { token: context.botToken, team: context.teamId }
    if ('command' in args) {
      const { body, ack } = args
      await deliver({ kind: 'command' }, () => handleCommand(body, authorization, ack, deps))
    } else if ('action' in args) {
      const { body, action, ack } = args
      await deliver({ kind: 'action' }, async () =>
        isRepeatedPress(body) ? 'ignored' : handleAction(body, action, authorization, () => ack(), deps),
      )
    } else if ('view' in args) {
      if (isSubmission(args))
        await deliver({ kind: 'form' }, () => handleViewSubmission(args.body, authorization, args.ack, deps))
      else await args.ack()
    } else if ('shortcut' in args) {
      const { body, ack } = args
      const callback = textAt(body, 'callback_id')
      const handle = callback === NOMINATE_SHORTCUT ? handleShortcut : globalShortcut(callback)
      if (handle) await deliver({ kind: 'shortcut' }, () => dispatchShortcut(body, authorization, () => ack(), handle))
    } else if ('event' in args) {
      await dispatchEvent(args.event, args.body, context)
    }
  })

  const dispatchEvent = async (event: unknown, body: unknown, context: Context): Promise<void> => {
    const { botToken, botUserId, retryNum, teamId } = context
    const authorization = { token: botToken, team: teamId }
    const channel = textAt(event, 'channel') ?? textAt(event, 'item', 'channel')
    /** Handles the event once, and sends the person an error message if that fails. */
    const once = (
      kind: string,
      target: ReplyTarget,
      work: (requester: Requester, delivery: EventDelivery) => Promise<DeliveryResult>,
    ): Promise<void> => {
      const team = readSender(body, authorization)?.team
      const id = textAt(body, 'event_id')
      // Without a token there is no answer, so there is nothing to claim.
      const isClaimed = team !== undefined && id !== undefined && botToken
      return deliver({ kind, id: isClaimed ? `slack/${team}/${id}` : undefined }, async () => {
        const requester = await identifyRequester(body, authorization, deps)
        if (requester === 'slack.storeAway') throw new Error('the installation of the workspace cannot be read now')
        if (requester === undefined || typeof requester === 'string' || id === undefined) return 'ignored'
        return withErrorReply('an event could not be answered', requester, target, deps, () =>
          work(requester, { id, isRetry: retryNum !== undefined }),
        )
      })
    }
    switch (textAt(event, 'type')) {
      case 'message': {
        const message = readDirectMessage(event)
        if (message === undefined || channel === undefined || textAt(event, 'user') === botUserId) return
        await once('text', { channel }, (requester, delivery) =>
          handleDirectMessage(message, delivery, requester, channel, deps),
        )
        return
      }
      case 'reaction_added':
      case 'reaction_removed':
        if (!isNominatingReaction(event, deps.nominateEmoji)) return
        await once('reaction', { channel, isEphemeral: true }, (requester, delivery) =>
          handleReaction(event, delivery, { ...requester, botUser: botUserId }, deps),
        )
        return
      case 'app_mention': {
        const mention = readMention(event, botUserId)
        if (mention === undefined) return
        const target = { channel: mention.channel, thread: mention.thread, isEphemeral: true }
        await once('mention', target, (requester, delivery) => handleMention(mention, delivery, requester, deps))
        return
      }
      case 'app_home_opened':
        await once('home', {}, (requester, delivery) =>
          textAt(event, 'tab') === 'messages'
            ? welcomeInDirectMessage('opened', delivery, requester, deps)
            : publishAppHome(requester, at(event, 'view'), deps),
        )
        return
      case 'app_uninstalled':
      case 'tokens_revoked':
        await deliver({ kind: 'removed' }, () => handleUninstall(event, body))
        return
      default:
      // The app's manifest subscribes to no other events.
    }
  }

  const handleUninstall = async (event: unknown, body: unknown): Promise<DeliveryResult> => {
    // Rung has bot tokens only, no tokens of users.
    if (textAt(event, 'type') === 'tokens_revoked' && listAt(event, 'tokens', 'bot').length === 0) return 'ignored'
    const teamId = textAt(body, 'team_id')
    const enterpriseId = textAt(body, 'enterprise_id')
    report('the app was removed from a workspace', { event: textAt(event, 'type'), teamId })
    const seconds = at(body, 'event_time')
    const time = typeof seconds === 'number' ? (seconds + 1) * 1000 : now()
    await authorizer.revoke({ teamId, enterpriseId, isEnterpriseInstall: false }, time)
    if (teamId !== undefined) await deps.onUninstalled(teamId, time)
    return 'answered'
  }

  const dispatchShortcut = async (
    body: unknown,
    authorization: Authorization,
    ack: () => Promise<void>,
    handle: typeof handleShortcut,
  ): Promise<DeliveryResult> => {
    const requester = await identifyRequester(body, authorization, deps)
    const responseUrl = textAt(body, 'response_url')
    if (requester === undefined) return 'ignored'
    if (typeof requester === 'string') {
      await ack()
      const sentence = renderSentence(translator('en'), requester)
      if (responseUrl !== undefined)
        await deps.responseUrls.post(responseUrl, { response_type: 'ephemeral', ...sentence })
      return 'failed'
    }
    const target = { responseUrl, channel: textAt(body, 'channel', 'id'), isEphemeral: true }
    return withErrorReply('a shortcut could not be answered', requester, target, deps, () =>
      handle(body, requester, ack, deps),
    )
  }
}

function isSubmission(args: SlackViewMiddlewareArgs): args is SlackViewMiddlewareArgs<ViewSubmitAction> {
  return args.body.type === 'view_submission' && ['form', LOOK_UP_VIEW].includes(args.view.callback_id)
}
