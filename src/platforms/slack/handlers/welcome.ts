import type { WelcomeEvent } from '../../../bot/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { type EventDelivery, type HandlerContext, queueKeyOf } from '../context.ts'
import { sendToDirectMessage } from '../reply.ts'
import type { Requester } from '../sender.ts'

/** Greets a person in the direct message, if there is a reason to. */
export async function welcomeInDirectMessage(
  occasion: WelcomeEvent['occasion'],
  { id, isRetry }: EventDelivery,
  requester: Requester,
  context: Pick<HandlerContext, 'bot' | 'deliverer' | 'replies' | 'openCards' | 'pictures' | 'webApi' | 'isPublic'>,
): Promise<DeliveryResult> {
  const { sender, locale } = requester
  const response = await context.deliverer.inOrder(queueKeyOf(sender), () =>
    context.bot.handleWelcome({ type: 'welcome', id, person: sender.person, locale, occasion }),
  )
  if (response?.type !== 'reply') return 'ignored'
  await sendToDirectMessage(response, requester, undefined, context, { once: { mark: id, repeated: isRetry } })
  return deliveryResultOf(response)
}
