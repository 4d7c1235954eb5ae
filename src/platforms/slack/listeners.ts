import type { App, Context, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { translator } from '../../i18n/index.ts'
import type { Metrics } from '../../ops/metrics.ts'
import type { Authorities } from './authority.ts'
import { onCommand } from './on-command.ts'
import { showHome } from './on-home.ts'
import { onPress } from './on-press.ts'
import { isNomination, NOMINATE, onReaction, onShortcut, type ReactionParts } from './on-reaction.ts'
import { onSubmit } from './on-submit.ts'
import { onText, wordsOf } from './on-text.ts'
import type { Asker, Parts } from './parts.ts'
import { at, textAt } from './reading.ts'
import type { Responder } from './respond.ts'
import { troubleMessage } from './trouble.ts'
import { senderOf, whyUnanswered } from './who.ts'

export interface ListenerParts extends ReactionParts {
  readonly app: App
  readonly authorities: Authorities
  readonly responder: Responder
  readonly metrics: Metrics
}

/** Presses remembered so that one delivered twice is answered once. */
const MOST_PRESSES = 10_000

/** Has every kind of delivery answered. */
export function listen(parts: ListenerParts): void {
  const { app, authorities, responder, report, now } = parts
  const presses = new LRUCache<string, true>({ max: MOST_PRESSES })

  // One middleware instead of a listener for each kind: Bolt would try every one of them with every delivery.
  app.use(async (args) => {
    const { context } = args
    if ('command' in args) {
      const { body, ack } = args
      await counted('command', parts, () => onCommand(body, context.botToken, ack, parts))
    } else if ('action' in args) {
      const { body, action, ack } = args
      await counted('action', parts, () => pressOnce(body, action, context.botToken, () => ack()))
    } else if ('view' in args) {
      if (isSubmission(args)) await counted('form', parts, () => onSubmit(args.body, context.botToken, args.ack, parts))
      else await args.ack()
    } else if ('shortcut' in args) {
      const { body, ack } = args
      if (textAt(body, 'callback_id') === NOMINATE)
        await counted('shortcut', parts, () => shortcut(body, context.botToken, () => ack()))
    } else if ('event' in args) {
      await onEvent(args.event, args.body, context)
    }
  })

  const pressOnce = async (
    body: unknown,
    action: unknown,
    token: string | undefined,
    ack: () => Promise<void>,
  ): Promise<Ended> => {
    const trigger = textAt(body, 'trigger_id')
    if (trigger !== undefined && presses.has(trigger)) return 'ignored'
    if (trigger !== undefined) presses.set(trigger, true)
    return onPress(body, action, token, ack, parts, responder)
  }

  const onEvent = async (event: unknown, body: unknown, { botToken, botUserId, retryNum }: Context): Promise<void> => {
    switch (textAt(event, 'type')) {
      case 'message': {
        const words = wordsOf(event)
        if (words === undefined || textAt(event, 'user') === botUserId) return
        await counted('text', parts, () => typed(words, event, body, botToken, retryNum !== undefined))
        return
      }
      case 'reaction_added':
      case 'reaction_removed':
        if (!isNomination(event, parts.nominateEmoji) || textAt(event, 'user') === botUserId) return
        await counted('reaction', parts, async () => {
          const asker = await askerOf(body, botToken, parts)
          return asker ? onReaction(event, body, { ...asker, botUser: botUserId }, parts) : 'ignored'
        })
        return
      case 'app_home_opened':
        if (textAt(event, 'tab') !== 'home') return
        await counted('home', parts, async () => {
          const asker = await askerOf(body, botToken, parts)
          return asker ? showHome(asker, at(event, 'view'), parts) : 'ignored'
        })
        return
      case 'app_uninstalled':
      case 'tokens_revoked':
        await counted('removed', parts, async () => {
          // People's own tokens are none that Rung has.
          const bots = at(event, 'tokens', 'bot')
          if (textAt(event, 'type') === 'tokens_revoked' && !(Array.isArray(bots) && bots.length > 0)) return 'ignored'
          const teamId = textAt(body, 'team_id')
          const enterpriseId = textAt(body, 'enterprise_id')
          report('the app was removed from a workspace', { event: textAt(event, 'type'), teamId })
          const seconds = at(body, 'event_time')
          const when = typeof seconds === 'number' ? (seconds + 1) * 1000 : now()
          await authorities.removed({ teamId, enterpriseId, isEnterpriseInstall: false }, when)
          return 'answered'
        })
        return
      default:
      // Others are not asked for in the app's manifest.
    }
  }

  const shortcut = async (body: unknown, botToken: string | undefined, ack: () => Promise<void>): Promise<Ended> => {
    const asker = await askerOf(body, botToken, parts)
    const channel = textAt(body, 'channel', 'id')
    if (!asker) return 'ignored'
    try {
      return await onShortcut(body, asker, ack, parts)
    } catch (error) {
      report('a shortcut could not be answered', { err: error })
      const spot = { url: textAt(body, 'response_url'), channel, ts: undefined, ephemeral: true }
      await parts.delivering.beside(asker.sender, spot, troubleMessage(error, translator(asker.locale)), {
        shared: false,
      })
      return 'failed'
    }
  }

  const typed = async (
    words: string,
    event: unknown,
    body: unknown,
    botToken: string | undefined,
    repeated: boolean,
  ): Promise<Ended> => {
    const asker = await askerOf(body, botToken, parts)
    const channel = textAt(event, 'channel')
    const id = textAt(body, 'event_id')
    if (!asker || channel === undefined || id === undefined) return 'ignored'
    try {
      return await onText(words, id, repeated, asker, channel, parts)
    } catch (error) {
      report('what was typed could not be answered', { err: error })
      const told = troubleMessage(error, translator(asker.locale))
      await parts.calls.post(asker.sender.token, channel, { ...told })
      return 'failed'
    }
  }
}

type Ended = 'answered' | 'failed' | 'ignored'

function isSubmission(args: SlackViewMiddlewareArgs): args is SlackViewMiddlewareArgs<ViewSubmitAction> {
  return args.body.type === 'view_submission' && args.view.callback_id === 'form'
}

async function askerOf(body: unknown, token: string | undefined, { locales }: Parts): Promise<Asker | undefined> {
  const sender = senderOf(body, token)
  if (!sender || sender.token === undefined || whyUnanswered(sender) !== undefined) return undefined
  const known = { ...sender, token: sender.token }
  return { sender: known, locale: await locales.of(known.token, known.team, known.user) }
}

/** Counts a delivery and how it ended; one that nobody could be told about is reported. */
async function counted(
  kind: string,
  { metrics, now, report }: ListenerParts,
  answer: () => Promise<Ended>,
): Promise<void> {
  const from = now()
  const ended = (result: Ended): void =>
    metrics.delivered({ platform: 'slack', kind, result, seconds: (now() - from) / 1000 })
  try {
    ended(await answer())
  } catch (error) {
    ended('failed')
    report('a person could not be answered', { kind, err: error })
  }
}
