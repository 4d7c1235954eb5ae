import { at, listAt, textAt } from '../../../src/platforms/slack/json.ts'
import { countLines, countRows, type Run, textWidth } from './text-width.ts'

// The height of a Slack message on a desktop, estimated from its blocks: lines of text by their wrapped length, and the paddings and
// rows of buttons around them.

/** The width of a message in a window of usual size. */
const WIDTH = 672
/** Space above and below the message. */
const MARGIN = 56
const TEXT = { size: 15, line: 21.9 } as const
const SMALL = { size: 13, line: 15.6 } as const
const HEADER = { size: 18, line: 21.6, margins: 12 } as const
/** A button or a menu with the space below it, and what a button's label has around it. */
const BUTTON = { height: 37, padding: 26, gap: 8, size: 13, menu: 240 } as const
const CODE = { line: 14, padding: 18 } as const
const INDENT = 28
/** Space above and below a block. */
const BLOCK = 8
const CELL_PADDING = 9

/** Pixels from the top to the bottom of a message with these blocks. */
export function slackHeight(blocks: readonly unknown[]): number {
  return MARGIN + blocks.reduce<number>((sum, block) => sum + heightOf(block), 0)
}

function heightOf(block: unknown): number {
  switch (textAt(block, 'type')) {
    case 'header':
      return HEADER.margins + HEADER.line * countLines([{ text: labelOf(block), isBold: true }], HEADER.size, WIDTH)
    case 'divider':
      return 17
    case 'context':
      return (
        BLOCK + SMALL.line * countLines([{ text: listAt(block, 'elements').map(words).join(' ') }], SMALL.size, WIDTH)
      )
    case 'section': {
      const accessory = at(block, 'accessory')
      const button = accessory === undefined ? 0 : buttonWidth(accessory) + BUTTON.gap
      const text = TEXT.line * countLines([{ text: labelOf(block) }], TEXT.size, WIDTH - button)
      return BLOCK + Math.max(text, accessory === undefined ? 0 : BUTTON.height)
    }
    case 'actions':
      return BLOCK + BUTTON.height * countRows(listAt(block, 'elements').map(buttonWidth), BUTTON.gap, WIDTH)
    case 'rich_text':
      return BLOCK + listAt(block, 'elements').reduce<number>((sum, element) => sum + richHeight(element), 0)
    case 'table':
      return tableHeight(listAt(block, 'rows'))
    default:
      throw new Error(`the height of a block of type ${String(textAt(block, 'type'))} is not known`)
  }
}

const labelOf = (block: unknown): string => textAt(block, 'text', 'text') ?? ''

function buttonWidth(element: unknown): number {
  const label = textAt(element, 'text', 'text')
  return label === undefined ? BUTTON.menu : BUTTON.padding + textWidth(label, BUTTON.size, true)
}

function richHeight(element: unknown): number {
  const elements = listAt(element, 'elements')
  switch (textAt(element, 'type')) {
    case 'rich_text_section':
    case 'rich_text_quote':
      return TEXT.line * countLines(runsOf(elements), TEXT.size, WIDTH)
    case 'rich_text_preformatted':
      return CODE.padding + CODE.line * elements.map(words).join('').split('\n').length
    case 'rich_text_list':
      return elements.reduce<number>(
        (sum, item) => sum + TEXT.line * countLines(runsOf(listAt(item, 'elements')), TEXT.size, WIDTH - INDENT),
        0,
      )
    default:
      throw new Error(`the height of an element of type ${String(textAt(element, 'type'))} is not known`)
  }
}

function runsOf(elements: readonly unknown[]): readonly Run[] {
  return elements.map((element) => ({ text: words(element), isBold: at(element, 'style', 'bold') === true }))
}

/** The text of an element. An emoji has the width of two letters. */
function words(element: unknown): string {
  if (textAt(element, 'type') === 'emoji') return 'mm'
  return textAt(element, 'text') ?? textAt(element, 'fallback') ?? textAt(element, 'user_id') ?? ''
}

function tableHeight(rows: readonly unknown[]): number {
  return rows.reduce<number>((sum, row) => {
    const cells = Array.isArray(row) ? row : []
    const room = WIDTH / Math.max(1, cells.length) - 8
    const lines = cells.map((cell) => countLines([{ text: cellText(cell) }], SMALL.size, room))
    return sum + CELL_PADDING + SMALL.line * Math.max(1, ...lines)
  }, 2)
}

function cellText(cell: unknown): string {
  if (textAt(cell, 'type') === 'raw_text') return words(cell)
  return listAt(cell, 'elements')
    .flatMap((section) => listAt(section, 'elements'))
    .map(words)
    .join('')
}
