import { createHash } from 'node:crypto'
import type { View } from '@slack/types'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { renderBlocks } from '../blocks/render.ts'
import type { HandlerContext, Requester } from '../context.ts'
import { textAt } from '../json.ts'
import { SlackApiError } from '../web-api.ts'

/** What views.publish takes (docs.slack.dev/reference/block-kit/blocks). */
const MOST_BLOCKS = 100

/**
 * Shows the person's own page on the Home tab, where it is not what they see already: the page carries a digest of itself.
 * A page published by another process meanwhile is the newer one and stays.
 */
export async function publishAppHome(asker: Requester, shown: unknown, parts: HandlerContext): Promise<DeliveryResult> {
  const { sender, locale } = asker
  const id = `home/${sender.team}/${sender.user}`
  const outcome = await parts.desk.handle({ type: 'home', id, person: sender.person, locale })
  if (outcome.type !== 'reply') return 'failed'
  const blocks = renderBlocks(outcome.message, { t: translator(locale), most: MOST_BLOCKS })
  const digest = createHash('sha256').update(JSON.stringify(blocks)).digest('base64url')
  if (textAt(shown, 'private_metadata') === digest) return 'answered'
  const view: View = { type: 'home', private_metadata: digest, blocks: [...blocks] }
  const hash = textAt(shown, 'hash')
  try {
    await parts.webApi.call({
      token: sender.token,
      method: 'views.publish',
      queueKey: id,
      args: { user_id: sender.user, view, ...(hash !== undefined && { hash }) },
      retry: 'harmless',
    })
  } catch (error) {
    if (!(error instanceof SlackApiError) || error.code !== 'hash_conflict') throw error
  }
  return deliveryResultOf(outcome)
}
