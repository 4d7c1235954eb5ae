import { type Locale, translator } from '../../i18n/index.ts'
import type { Message } from '../../message/index.ts'
import type { PageRequest } from '../delivery/page-request.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import { encodePageToken } from './page-token.ts'

/** The action id of the button that shares an answer. */
export const SHARE_ACTION = 'share'

export interface RenderReplyOptions {
  readonly locale: Locale
  /** How the answer is requested again, for its other pages. Without it, text that does not fit one page is cut. */
  readonly request?: PageRequest
  readonly page?: number
  /** Whether a button offers to show the answer to the channel. */
  readonly canShare?: boolean
}

/** Renders an answer of the bot, with buttons for its other pages and for sharing it. */
export function renderReply(
  message: Message,
  { locale, request, page = 0, canShare = false }: RenderReplyOptions,
): SlackMessage {
  const t = translator(locale)
  const hasToken = request !== undefined && encodePageToken(request, 0) !== undefined
  const share = canShare && request ? encodePageToken(request, page) : undefined
  return renderMessage(message, {
    t,
    page,
    ...(hasToken && { pageToken: (target: number) => encodePageToken(request, target) ?? '' }),
    ...(share !== undefined && {
      extraButtons: [{ label: t('share.button'), actionId: SHARE_ACTION, value: share }],
    }),
  })
}
