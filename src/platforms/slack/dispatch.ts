import type { App, Context, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { translator } from '../../i18n/index.ts'
import type { DeliveryResult } from '../../runtime/metrics.ts'
import type { Delivery } from '../delivery/deliver.ts'
import { type Authorizer, UNKNOWN_TOKEN } from './auth/authorize.ts'
import type { EventDelivery, HandlerContext, Requester } from './context.ts'
import { type ReplyTarget, renderSentence } from './reply.ts'
import { handleAction } from './handlers/action.ts'
import { publishAppHome } from './handlers/app-home.ts'
import { handleCommand } from './handlers/command.ts'
import { handleDirectMessage, readDirectMessage } from './handlers/direct-message.ts'
import {
  handleReaction,
  handleShortcut,
  isNominatingReaction,
  NOMINATE_SHORTCUT,
  type ReactionContext,
} from './handlers/reaction.ts'
import { handleViewSubmission } from './handlers/view-submission.ts'
import { at, textAt } from './json.ts'
import { replyWithError } from './placing.ts'
import type { ResponseUrlClient } from './response-url.ts'
import { type Authorization, authorizationProblem, readSender } from './sender.ts'
import { UndeliveredError } from './undelivered-error.ts'

export interface DispatchDeps extends ReactionContext {
  readonly app: App
  readonly authorizer: Authorizer
  readonly responseUrls: ResponseUrlClient
  /** Told that the app was removed from a workspace, and when (milliseconds since 1970). */
  readonly onUninstalled: (workspace: string, at: number) => Promise<void>
}

/** Presses remembered so that one delivered twice is answered once. */
const MOST_PRESSES = 10_000

/** Has every kind of delivery answered. */
export function dispatchDeliveries(parts: DispatchDeps): void {
  const { app, authorizer: authorities, responseUrls: responder, report, now } = parts
  const presses = new LRUCache<string, true>({ max: MOST_PRESSES })

  /** Throws an UndeliveredError if the delivery is not to be acknowledged: Slack repeats an event, and tells of a failed command. */
  const deliver = async (delivery: Delivery, work: () => Promise<Ended>): Promise<void> => {
    if ((await parts.deliverer.deliver(delivery, work)) === 'redeliver') throw new UndeliveredError()
  }

  // One middleware instead of a listener for each kind: Bolt would try every one of them with every delivery.
  app.use(async (args) => {
    const { context } = args
    const authorized = { token: context.botToken, team: context.teamId }
    if ('command' in args) {
      const { body, ack } = args
      await deliver({ kind: 'command' }, () => handleCommand(body, authorized, ack, parts))
    } else if ('action' in args) {
      const { body, action, ack } = args
      await deliver({ kind: 'action' }, () => pressOnce(body, action, authorized, () => ack()))
    } else if ('view' in args) {
      if (isSubmission(args))
        await deliver({ kind: 'form' }, () => handleViewSubmission(args.body, authorized, args.ack, parts))
      else await args.ack()
    } else if ('shortcut' in args) {
      const { body, ack } = args
      if (textAt(body, 'callback_id') === NOMINATE_SHORTCUT)
        await deliver({ kind: 'shortcut' }, () => shortcut(body, authorized, () => ack()))
    } else if ('event' in args) {
      await onEvent(args.event, args.body, context)
    }
  })

  const pressOnce = async (
    body: unknown,
    action: unknown,
    authorized: Authorization,
    ack: () => Promise<void>,
  ): Promise<Ended> => {
    const trigger = textAt(body, 'trigger_id')
    if (trigger !== undefined && presses.has(trigger)) return 'ignored'
    if (trigger !== undefined) presses.set(trigger, true)
    return handleAction(body, action, authorized, ack, parts, responder)
  }

  const onEvent = async (event: unknown, body: unknown, context: Context): Promise<void> => {
    const { botToken, botUserId, retryNum, teamId } = context
    const authorized = { token: botToken, team: teamId }
    const channel = textAt(event, 'channel') ?? textAt(event, 'item', 'channel')
    const once = (
      kind: string,
      spot: ReplyTarget,
      answer: (asker: Requester, event: EventDelivery) => Promise<Ended>,
    ): Promise<void> => {
      const team = readSender(body, authorized)?.team
      const id = textAt(body, 'event_id')
      // What nobody can answer is not claimed.
      const claimed = team !== undefined && id !== undefined && botToken ? { id: `slack/${team}/${id}` } : {}
      return deliver({ kind, ...claimed }, async () => {
        const asker = await askerOf(body, authorized, parts)
        if (!asker || id === undefined) return 'ignored'
        try {
          return await answer(asker, { id, isRetry: retryNum !== undefined })
        } catch (error) {
          report('an event could not be answered', { err: error })
          await replyWithError(error, asker, spot, parts)
          return 'failed'
        }
      })
    }
    switch (textAt(event, 'type')) {
      case 'message': {
        const written = readDirectMessage(event)
        if (written === undefined || channel === undefined || textAt(event, 'user') === botUserId) return
        await once('text', { ...NOWHERE, channel }, (asker, id) =>
          handleDirectMessage(written, id, asker, channel, parts),
        )
        return
      }
      case 'reaction_added':
      case 'reaction_removed':
        if (!isNominatingReaction(event, parts.nominateEmoji)) return
        await once('reaction', { ...NOWHERE, channel, ephemeral: true }, (asker, id) =>
          handleReaction(event, id, { ...asker, botUser: botUserId }, parts),
        )
        return
      case 'app_home_opened':
        if (textAt(event, 'tab') !== 'home') return
        await once('home', NOWHERE, (asker) => publishAppHome(asker, at(event, 'view'), parts))
        return
      case 'app_uninstalled':
      case 'tokens_revoked':
        await deliver({ kind: 'removed' }, async () => {
          // People's own tokens are none that Rung has.
          const bots = at(event, 'tokens', 'bot')
          if (textAt(event, 'type') === 'tokens_revoked' && !(Array.isArray(bots) && bots.length > 0)) return 'ignored'
          const teamId = textAt(body, 'team_id')
          const enterpriseId = textAt(body, 'enterprise_id')
          report('the app was removed from a workspace', { event: textAt(event, 'type'), teamId })
          const seconds = at(body, 'event_time')
          const when = typeof seconds === 'number' ? (seconds + 1) * 1000 : now()
          await authorities.revoke({ teamId, enterpriseId, isEnterpriseInstall: false }, when)
          if (teamId !== undefined) await parts.onUninstalled(teamId, when)
          return 'answered'
        })
        return
      default:
      // Others are not asked for in the app's manifest.
    }
  }

  const shortcut = async (body: unknown, authorized: Authorization, ack: () => Promise<void>): Promise<Ended> => {
    const sender = readSender(body, authorized)
    const why = sender && authorizationProblem(sender)
    const url = textAt(body, 'response_url')
    if (why !== undefined && url !== undefined) {
      await ack()
      await responder.post(url, { response_type: 'ephemeral', ...renderSentence(translator('en'), why) })
      return 'failed'
    }
    const asker = await askerOf(body, authorized, parts)
    if (!asker) return 'ignored'
    try {
      return await handleShortcut(body, asker, ack, parts)
    } catch (error) {
      report('a shortcut could not be answered', { err: error })
      const spot = { url, channel: textAt(body, 'channel', 'id'), ts: undefined, ephemeral: true }
      await replyWithError(error, asker, spot, parts)
      return 'failed'
    }
  }
}

/** A place of which nothing is known: answers go to the direct message. */
const NOWHERE: ReplyTarget = { url: undefined, channel: undefined, ts: undefined, ephemeral: false }

type Ended = DeliveryResult

function isSubmission(args: SlackViewMiddlewareArgs): args is SlackViewMiddlewareArgs<ViewSubmitAction> {
  return args.body.type === 'view_submission' && args.view.callback_id === 'form'
}

/**
 * Returns who an event comes from; undefined if the app is not installed there. Throws if that cannot be read now: Slack delivers the
 * event again.
 */
async function askerOf(
  body: unknown,
  authorized: Authorization,
  { userInfo: locales }: HandlerContext,
): Promise<Requester | undefined> {
  const sender = readSender(body, authorized)
  if (sender?.token === UNKNOWN_TOKEN) throw new Error('the installation of the workspace cannot be read now')
  if (!sender || sender.token === undefined) return undefined
  const known = { ...sender, token: sender.token }
  return { sender: known, locale: await locales.localeOf(known.token, known.team, known.user) }
}
