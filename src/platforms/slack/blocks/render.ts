import type { KnownBlock } from '@slack/types'
import type { Translator } from '../../../i18n/index.ts'
import { type Message, plainText } from '../../../message/index.ts'
import { maxFitting, paginate, withoutTrailingLeads } from '../../../message/paginate.ts'
import { isBlank, oneLine } from '../../../message/sanitize.ts'
import { at, textAt } from '../json.ts'
import { buildBlocks, fitsPage, type PageLimits, textLength } from './build.ts'
import { layoutMessage } from './layout.ts'
import { LIMITS } from './limits.ts'
import { ACTION_PREFIX, button, chunk, contextBlock, type Piece } from './pieces.ts'
import { truncateEscaped } from './rich-text.ts'

export interface SlackMessage {
  /** What notifications and screen readers say; escaped. */
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

export interface RenderOptions {
  readonly t: Translator
  /** Which page, from 0; beyond the last one the last is given. */
  readonly page?: number
  /**
   * The value of a button that shows another page, at most 2,000 characters. Left out where the answer cannot be asked
   * for again: then what does not fit is cut, and the message says how much.
   */
  readonly pageToken?: (page: number) => string
  /** Buttons at the end of every page. */
  readonly extraButtons?: readonly { readonly label: string; readonly actionId: string; readonly value: string }[]
}

/** Draws a message, or one page of it, within the limits of Slack's messages. */
export function renderMessage(message: Message, options: RenderOptions): SlackMessage {
  const room = { blocks: LIMITS.messageBlocks, blockWeight: LIMITS.blockWeight }
  return { text: fallbackOf(message), blocks: draw(message, options, { limits: room, hasTables: true }) }
}

/**
 * Draws a message as blocks for a Home tab, `most` of them at most (100 for views.publish). Tables, which only messages
 * take, are drawn in letters of one width or as lists.
 */
export function renderBlocks(message: Message, options: RenderOptions & { most: number }): readonly KnownBlock[] {
  return draw(message, options, { limits: { blocks: options.most, blockWeight: 0 }, hasTables: false })
}

/** The gist of a message for where no blocks are shown; never empty, which Slack refuses. */
function fallbackOf({ summary, blocks }: Message): string {
  const said = blocks.map((block) => {
    if (block.type === 'heading') return block.text
    return block.type === 'text' || block.type === 'note' ? plainText(block.text) : ''
  })
  const gist = [summary, ...said].find((text) => !isBlank(text))
  return truncateEscaped(oneLine(gist ?? '…'), LIMITS.fallbackText)
}

interface RenderTarget {
  readonly limits: PageLimits
  readonly hasTables: boolean
}

function draw(
  message: Message,
  options: RenderOptions,
  { limits: room, hasTables: tables }: RenderTarget,
): readonly KnownBlock[] {
  const { t, pageToken } = options
  const pieces = layoutMessage(message, { t, hasTables: tables, hasPages: pageToken !== undefined })
  const extra = extraButtons(options)
  const whole = [...buildBlocks(pieces), ...extra]
  const blocks = fitsPage(whole, room)
    ? whole
    : pageToken
      ? pageOf(pieces, { ...options, pageToken }, extra, room)
      : [...cutDown(pieces, t, extra, room), ...extra]
  return blocks.length > 0 ? blocks : [contextBlock(isBlank(message.summary) ? '…' : message.summary)]
}

function extraButtons({ extraButtons: extra = [] }: RenderOptions): readonly KnownBlock[] {
  return chunk(extra, LIMITS.buttonsInARow).map((row) => ({
    type: 'actions',
    elements: row.map(({ label, actionId, value }) => button(label, actionId, value)),
  }))
}

type Turning = RenderOptions & { readonly pageToken: (page: number) => string }

/** One page of pieces that are too many for one. The heading and, where it is short, what one can do next are on every page. */
function pageOf(
  pieces: readonly Piece[],
  options: Turning,
  extra: readonly KnownBlock[],
  room: PageLimits,
): readonly KnownBlock[] {
  const closing = closingOf(pieces)
  const body = pieces.slice(0, pieces.length - closing.length)
  const next = buildBlocks(closing)
  const title = buildBlocks(body.slice(0, 1)).filter((block) => block.type === 'header')
  const widest = [contextBlock(options.t('paging.page', { page: 9999, pages: 9999 })), turningButtons(1, 3, options)]
  const pages = paginate(body, (some) => fitsPage([...title, ...buildBlocks(some), ...next, ...widest, ...extra], room))
  const page = Math.min(pages.length - 1, Math.max(0, Math.trunc(options.page ?? 0) || 0))
  const foot = [
    contextBlock(options.t('paging.page', { page: page + 1, pages: pages.length })),
    turningButtons(page, pages.length, options),
  ]
  const said = buildBlocks(pages[page] ?? [])
  return [...(page > 0 ? title : []), ...said, ...next, ...(pages.length > 1 ? foot : []), ...extra]
}

function turningButtons(page: number, pages: number, { t, pageToken }: Turning): KnownBlock {
  const to = (target: number, label: string) => button(label, `${ACTION_PREFIX.page}:${target}`, pageToken(target))
  return {
    type: 'actions',
    elements: [
      ...(page > 0 ? [to(page - 1, t('paging.previous'))] : []),
      ...(page + 1 < pages ? [to(page + 1, t('paging.next'))] : []),
    ],
  }
}

const MOST_CLOSING = { blocks: 4, text: 800 }

/** The actions a message ends with, as many of its last blocks as are cheap enough to be on every page. */
function closingOf(pieces: readonly Piece[]): readonly Piece[] {
  let closing: readonly Piece[] = []
  for (;;) {
    const before = pieces.slice(0, pieces.length - closing.length)
    const last = before.at(-1)
    if (!last?.choice) return closing
    const longer = pieces.slice(before.findIndex((piece) => piece.of === last.of))
    const blocks = buildBlocks(longer)
    if (blocks.length > MOST_CLOSING.blocks || textLength(blocks) > MOST_CLOSING.text) return closing
    closing = longer
  }
}

/** As much as fits: first all there is to press, then what is said from the start on, and how much is left out. */
function cutDown(
  pieces: readonly Piece[],
  t: Translator,
  extra: readonly KnownBlock[],
  room: PageLimits,
): KnownBlock[] {
  const leftOut = (count: number) => contextBlock(t('paging.leftOut', { count }))
  const around = [leftOut(999_999), ...extra]
  const choices = pieces.filter((piece) => piece.choice)
  const kept = new Set(
    choices.slice(
      0,
      maxFitting(choices, (some) => fitsPage([...buildBlocks(some), ...around], room)),
    ),
  )
  const body = pieces.filter((piece) => !piece.choice)
  const withChoices = (some: readonly Piece[]): readonly Piece[] => {
    const said = new Set(some)
    return pieces.filter((piece) => said.has(piece) || kept.has(piece))
  }
  const most = maxFitting(body, (some) => fitsPage([...buildBlocks(withChoices(some)), ...around], room))
  const said = body.slice(0, withoutTrailingLeads(body, most))
  const shown = withChoices(said)
  const isShown = new Set(shown)
  const count = pieces.reduce((total, piece) => total + (isShown.has(piece) ? 0 : piece.count), 0)
  const end = shown.findLastIndex((piece) => !piece.choice) + 1
  const missing = count > 0 ? [leftOut(count)] : []
  return [...buildBlocks(shown.slice(0, end)), ...missing, ...buildBlocks(shown.slice(end))]
}

/** What a pressed element of ours carries. */
export type BlockAction =
  | { readonly kind: 'press'; readonly payload: string }
  | { readonly kind: 'page'; readonly value: string }
  | { readonly kind: 'extra'; readonly actionId: string; readonly value: string }

/** Reads an action of a block_actions delivery; undefined for what carries nothing. */
export function readBlockAction(action: unknown): BlockAction | undefined {
  const id = textAt(action, 'action_id')
  const value = textAt(action, 'value') ?? textAt(at(action, 'selected_option'), 'value')
  if (id === undefined || value === undefined) return undefined
  const [prefix] = id.split(':', 1)
  if (prefix === ACTION_PREFIX.page) return { kind: 'page', value }
  if (prefix === ACTION_PREFIX.press || prefix === ACTION_PREFIX.pick) return { kind: 'press', payload: value }
  return { kind: 'extra', actionId: id, value }
}
