import { createHash } from 'node:crypto'
import type { View } from '@slack/types'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { LIMITS } from '../blocks/limits.ts'
import { renderBlocks } from '../blocks/render.ts'
import type { HandlerContext } from '../context.ts'
import { textAt } from '../json.ts'
import type { Requester } from '../sender.ts'
import { SlackApiError } from '../web-api.ts'

/**
 * Publishes a person's App Home, unless `current`, the view they see, shows the same: a view carries a digest of its blocks. If another
 * process publishes meanwhile, its view is the newer one and stays.
 */
export async function publishAppHome(
  { sender, locale }: Requester,
  current: unknown,
  { bot, webApi }: HandlerContext,
): Promise<DeliveryResult> {
  const id = `home/${sender.team}/${sender.user}`
  const response = await bot.handle({ type: 'home', id, person: sender.person, locale })
  if (response.type !== 'reply') return 'failed'
  const blocks = renderBlocks(response.message, { t: translator(locale), most: LIMITS.viewBlocks })
  const digest = createHash('sha256').update(JSON.stringify(blocks)).digest('base64url')
  if (textAt(current, 'private_metadata') === digest) return 'answered'
  const view: View = { type: 'home', private_metadata: digest, blocks: [...blocks] }
  const hash = textAt(current, 'hash')
  try {
    const args = { user_id: sender.user, view, ...(hash !== undefined && { hash }) }
    await webApi.call({ token: sender.token, method: 'views.publish', queueKey: id, args })
  } catch (error) {
    if (!(error instanceof SlackApiError) || error.code !== 'hash_conflict') throw error
  }
  return deliveryResultOf(response)
}
