import type { KnownBlock } from '@slack/types'
import type { Translator } from '../../../i18n/index.ts'
import { type Message, plainText } from '../../../message/index.ts'
import { chunk, layoutPage, type PageRenderer } from '../../../message/layout.ts'
import { isBlank, oneLine } from '../../../message/sanitize.ts'
import { at, textAt } from '../json.ts'
import { buildBlocks, fitsPage, type PageLimits, textLength } from './build.ts'
import { layoutMessage } from './layout.ts'
import { LIMITS } from './limits.ts'
import { ACTION_PREFIX, button, contextBlock, type Piece, truncateEscaped } from './pieces.ts'
import { fitsScreen } from './screen.ts'

export interface SlackMessage {
  /** For notifications and screen readers; escaped. */
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

export interface RenderOptions {
  readonly t: Translator
  /** The page, from 0; a higher number than the last gives the last page. */
  readonly page?: number
  /**
   * The value of a button that shows another page, at most 2,000 characters. Without it, what does not fit is left out, and the message
   * says how much.
   */
  readonly pageToken?: (page: number) => string
  /** Buttons at the end of every page. */
  readonly extraButtons?: readonly { readonly label: string; readonly actionId: string; readonly value: string }[]
}

/** Renders a message, or one page of it, within the limits of Slack's messages. */
export function renderMessage(message: Message, options: RenderOptions): SlackMessage {
  const limits = { blocks: LIMITS.messageBlocks, blockWeight: LIMITS.blockWeight }
  return { text: fallbackOf(message), blocks: render(message, options, { limits, hasTables: true }) }
}

/**
 * Renders a message as at most `most` blocks of a Home tab (100 for views.publish). Slack takes tables in messages only, so here they
 * are monospace text or lists.
 */
export function renderBlocks(message: Message, options: RenderOptions & { most: number }): readonly KnownBlock[] {
  return render(message, options, { limits: { blocks: options.most, blockWeight: 0 }, hasTables: false })
}

/** The gist of a message, for notifications. Never empty, which Slack refuses. */
function fallbackOf({ summary, blocks }: Message): string {
  const texts = blocks.map((block) => {
    if (block.type === 'heading') return block.text
    return block.type === 'text' || block.type === 'note' ? plainText(block.text) : ''
  })
  const gist = [summary, ...texts].find((text) => !isBlank(text))
  return truncateEscaped(oneLine(gist ?? '…'), LIMITS.fallbackText)
}

/** Where a message is rendered, and what fits there. */
interface RenderTarget {
  readonly limits: PageLimits
  readonly hasTables: boolean
}

function render(message: Message, options: RenderOptions, { limits, hasTables }: RenderTarget): readonly KnownBlock[] {
  const { t, page, pageToken } = options
  const pieces = layoutMessage(message, { t, hasTables, hasPages: pageToken !== undefined })
  // What was asked for in full, as a table is, may be longer than a screen.
  const isPaged = pageToken !== undefined && !message.blocks.some(({ type }) => type === 'matrix' || type === 'table')
  const renderer: PageRenderer<Piece, KnownBlock> = {
    build: buildBlocks,
    fits: (blocks) => fitsPage(blocks, limits) && (!isPaged || fitsScreen(blocks)),
    isShort: (blocks) => blocks.length <= MAX_CLOSING.blocks && textLength(blocks) <= MAX_CLOSING.text,
    leftOut: (count) => ({ kind: 'whole', of: -1, count: 0, block: contextBlock(t('paging.leftOut', { count })) }),
    footer:
      pageToken &&
      ((at, pages) => [contextBlock(t('paging.page', { page: at + 1, pages })), pageButtons(at, pages, t, pageToken)]),
    extra: extraButtons(options),
  }
  const blocks = layoutPage(pieces, renderer, page)
  return blocks.length > 0 ? blocks : [contextBlock(isBlank(message.summary) ? '…' : message.summary)]
}

/** The most that the actions at the end of a message take on every page. */
const MAX_CLOSING = { blocks: 4, text: 800 }

function extraButtons({ extraButtons: extra = [] }: RenderOptions): readonly KnownBlock[] {
  return chunk(extra, LIMITS.buttonsInARow).map((row) => ({
    type: 'actions',
    elements: row.map(({ label, actionId, value }) => button(label, actionId, value)),
  }))
}

function pageButtons(page: number, pages: number, t: Translator, pageToken: (page: number) => string): KnownBlock {
  const to = (target: number, label: string) => button(label, `${ACTION_PREFIX.page}:${target}`, pageToken(target))
  return {
    type: 'actions',
    elements: [
      ...(page > 0 ? [to(page - 1, t('paging.previous'))] : []),
      ...(page + 1 < pages ? [to(page + 1, t('paging.next'))] : []),
    ],
  }
}

/** What a button or menu that was used carries. */
export type BlockAction =
  | { readonly kind: 'press'; readonly payload: string }
  | { readonly kind: 'page'; readonly value: string }
  | { readonly kind: 'extra'; readonly actionId: string; readonly value: string }

/** Parses an action of a block_actions payload; undefined for one that carries nothing, as a link does. */
export function readBlockAction(action: unknown): BlockAction | undefined {
  const id = textAt(action, 'action_id')
  const value = textAt(action, 'value') ?? textAt(at(action, 'selected_option'), 'value')
  if (id === undefined || value === undefined) return undefined
  const [prefix] = id.split(':', 1)
  if (prefix === ACTION_PREFIX.page) return { kind: 'page', value }
  if (prefix === ACTION_PREFIX.press || prefix === ACTION_PREFIX.pick) return { kind: 'press', payload: value }
  return { kind: 'extra', actionId: id, value }
}
