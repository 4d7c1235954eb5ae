import { z } from 'zod'
import type { PageRequest } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import type { Message } from '../../message/index.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import { parseJson } from './json.ts'

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

/** Slack's limit on a button's value (docs.slack.dev/reference/block-kit/block-elements/button-element). */
const MAX_VALUE_LENGTH = 2000

const Stored = z.union([
  z.strictObject({ p: z.int().min(0).max(1000), c: z.string().max(40), x: z.string() }),
  z.strictObject({ p: z.int().min(0).max(1000), a: z.string().max(100) }),
])

/** The value of a button that shows a page of an answer; undefined if it is longer than a button's value may be. */
export function encodePageToken(request: PageRequest, page: number): string | undefined {
  const stored =
    'payload' in request ? { p: page, a: request.payload } : { p: page, c: request.command, x: request.text }
  const value = JSON.stringify(stored)
  return value.length <= MAX_VALUE_LENGTH ? value : undefined
}

/** Reads the value that `encodePageToken` returned; undefined for any other text. */
export function decodePageToken(value: string): { readonly request: PageRequest; readonly page: number } | undefined {
  const { data } = Stored.safeParse(parseJson(value))
  if (!data) return undefined
  return { page: data.p, request: 'a' in data ? { payload: data.a } : { command: data.c, text: data.x } }
}
