import type { App, ViewSubmitAction } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { translator } from '../../i18n/index.ts'
import type { Metrics } from '../../ops/metrics.ts'
import type { Authorities } from './authority.ts'
import { onCommand } from './on-command.ts'
import { showHome } from './on-home.ts'
import { onPress } from './on-press.ts'
import { onSubmit } from './on-submit.ts'
import { onText, wordsOf } from './on-text.ts'
import type { Asker, Parts } from './parts.ts'
import { textAt } from './reading.ts'
import type { Responder } from './respond.ts'
import { troubleMessage } from './trouble.ts'
import { senderOf } from './who.ts'

export interface ListenerParts extends Parts {
  readonly app: App
  readonly commands: readonly string[]
  readonly authorities: Authorities
  readonly responder: Responder
  readonly metrics: Metrics
}

/** Presses remembered so that one delivered twice is answered once. */
const MOST_PRESSES = 10_000

/** Has every kind of delivery answered. */
export function listen(parts: ListenerParts): void {
  const { app, commands, authorities, responder, report } = parts
  const presses = new LRUCache<string, true>({ max: MOST_PRESSES })

  for (const command of commands) {
    app.command(`/${command}`, ({ body, ack, context }) =>
      counted('command', parts, () => onCommand(body, context.botToken, ack, parts)),
    )
  }

  app.action(/^/u, async ({ body, action, ack, context }) => {
    // One round trip earlier the person sees that it was pressed.
    await ack()
    await counted('action', parts, () => {
      const trigger = textAt(body, 'trigger_id')
      if (trigger !== undefined && presses.has(trigger)) return Promise.resolve('ignored')
      if (trigger !== undefined) presses.set(trigger, true)
      return onPress(body, action, context.botToken, parts, responder)
    })
  })

  app.view<ViewSubmitAction>({ callback_id: 'form', type: 'view_submission' }, ({ body, ack, context }) =>
    counted('form', parts, () => onSubmit(body, context.botToken, ack, parts)),
  )

  app.event('message', async ({ event, body, context }) => {
    const words = wordsOf(event)
    if (words === undefined || textAt(event, 'user') === context.botUserId) return
    await counted('text', parts, async () => {
      const asker = await askerOf(body, context.botToken, parts)
      const channel = textAt(event, 'channel')
      const id = textAt(body, 'event_id')
      if (!asker || channel === undefined || id === undefined) return 'ignored'
      try {
        return await onText(words, id, context.retryNum !== undefined, asker, channel, parts)
      } catch (error) {
        report('what was typed could not be answered', { err: error })
        const told = troubleMessage(error, translator(asker.locale))
        await parts.calls.post(asker.sender.token, channel, { ...told })
        return 'failed'
      }
    })
  })

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return
    await counted('home', parts, async () => {
      const asker = await askerOf(body, context.botToken, parts)
      return asker ? showHome(asker, event.view, parts) : 'ignored'
    })
  })

  for (const gone of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(gone, async ({ body }) => {
      const teamId = textAt(body, 'team_id')
      const enterpriseId = textAt(body, 'enterprise_id')
      report('the app was removed from a workspace', { event: gone, teamId })
      await authorities.removed({ teamId, enterpriseId, isEnterpriseInstall: false })
    })
  }
}

async function askerOf(body: unknown, token: string | undefined, { locales }: Parts): Promise<Asker | undefined> {
  const sender = senderOf(body, token)
  if (!sender || sender.token === undefined) return undefined
  const known = { ...sender, token: sender.token }
  return { sender: known, locale: await locales.of(known.token, known.team, known.user) }
}

/** Counts a delivery and how it ended; one that nobody could be told about is reported. */
async function counted(
  kind: string,
  { metrics, now, report }: ListenerParts,
  answer: () => Promise<'answered' | 'failed' | 'ignored'>,
): Promise<void> {
  const from = now()
  const ended = (result: 'answered' | 'failed' | 'ignored'): void =>
    metrics.delivered({ platform: 'slack', kind, result, seconds: (now() - from) / 1000 })
  try {
    ended(await answer())
  } catch (error) {
    ended('failed')
    report('a person could not be answered', { kind, err: error })
  }
}
