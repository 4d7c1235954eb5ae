import type { KnownBlock } from '@slack/types'
import { linesOnScreen, rowsOnScreen } from '../../../message/screen.ts'
import { listAt, textAt } from '../json.ts'

// How tall a message is, in pixels of a desktop client, as drawn there: the sizes and paddings of its fonts and buttons.

/** What a person sees of a message without scrolling. */
const SCREEN = 1200
const MARGIN = 56
const WIDTH = 672
const BUTTON = { row: 37, padding: 34, size: 13, menu: 'a menu, as wide as this' } as const

/** Whether a person sees blocks without scrolling. */
export function fitsScreen(blocks: readonly KnownBlock[]): boolean {
  return MARGIN + blocks.reduce((sum, block) => sum + heightOf(block), 0) <= SCREEN
}

function heightOf(block: KnownBlock): number {
  switch (block.type) {
    case 'header':
      return 12 + 22 * linesOnScreen(block.text.text, 18, WIDTH)
    case 'context':
      return 8 + 16 * linesOnScreen(block.elements.map((element) => textAt(element, 'text') ?? '').join(' '), 13, WIDTH)
    case 'section':
      return 8 + Math.max(37, 22 * linesOnScreen(block.text?.text ?? '', 15, WIDTH - 150))
    case 'actions': {
      const labels = block.elements.map((element) => textAt(element, 'text', 'text') ?? BUTTON.menu)
      return 8 + BUTTON.row * rowsOnScreen(labels, BUTTON.size, BUTTON.padding, WIDTH)
    }
    case 'rich_text':
      return 8 + block.elements.reduce((sum, element) => sum + richHeight(element), 0)
    default:
      return 17
  }
}

function richHeight(element: unknown): number {
  const inside = listAt(element, 'elements')
  if (textAt(element, 'type') !== 'rich_text_list') return 22 * linesOnScreen(wordsOf(inside), 15, WIDTH)
  return inside.reduce<number>(
    (sum, item) => sum + 22 * linesOnScreen(wordsOf(listAt(item, 'elements')), 15, WIDTH - 28),
    0,
  )
}

const wordsOf = (elements: readonly unknown[]): string =>
  elements.map((element) => textAt(element, 'text') ?? textAt(element, 'fallback') ?? 'mm').join('')
