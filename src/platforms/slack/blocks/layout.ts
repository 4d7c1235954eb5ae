import type { ActionsBlock, Button, PlainTextOption } from '@slack/types'
import type { Translator } from '../../../i18n/index.ts'
import {
  type ActionButton,
  type Actions,
  type Block,
  type Fields,
  type Heading,
  type List,
  linesBelow,
  type Message,
  type Note,
  type RichText,
} from '../../../message/index.ts'
import { chunk, progressBar } from '../../../message/layout.ts'
import { httpUrl, isBlank, oneLine, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import {
  ACTION_PREFIX,
  button,
  contextBlock,
  itemPieces,
  linkButton,
  type Piece,
  plainTextObject,
  sectionPieces,
} from './pieces.ts'
import { fitsMonospace, gridPieces, toGrid } from './table.ts'

export interface Surface {
  readonly t: Translator
  /** Whether it takes table blocks: messages do, a Home tab does not. */
  readonly hasTables: boolean
  /** Whether there may be more than one page. */
  readonly hasPages: boolean
}

/** Lays a message out as pieces, in reading order. */
export function layoutMessage(message: Message, surface: Surface): readonly Piece[] {
  const grids = message.blocks.map((block) =>
    block.type === 'matrix' || block.type === 'table' ? toGrid(block, surface.t) : undefined,
  )
  const sizes = grids.map((grid) => (grid?.tabular ? grid.rows.length : -1))
  const native = surface.hasTables ? sizes.indexOf(Math.max(0, ...sizes)) : -1
  const ids = { press: 0, pick: 0, link: 0 }
  return message.blocks.flatMap((block, of) => {
    const grid = grids[of]
    if (grid) {
      const isNative = of === native || (surface.hasTables && surface.hasPages && !fitsMonospace(grid))
      return gridPieces(grid, of, isNative)
    }
    return piecesOfBlock(block, of, surface.t, ids)
  })
}

/** The next number of each kind of action id, which makes ids unique within a message. */
interface ActionCounters {
  press: number
  pick: number
  link: number
}

function piecesOfBlock(block: Block, of: number, t: Translator, ids: ActionCounters): Piece[] {
  switch (block.type) {
    case 'heading':
      return headingPieces(block, of)
    case 'text':
      return sectionPieces(block.text, of)
    case 'fields':
      return fieldPieces(block, of)
    case 'list':
      return listPieces(block, of)
    case 'progress':
      return [
        { kind: 'whole', of, count: 1, block: contextBlock(`${progressBar(block.done, block.total)} ${block.label}`) },
      ]
    case 'note':
      return notePieces(block, of)
    case 'actions':
      return actionPieces(block, of, t, ids)
    case 'divider':
      return [{ kind: 'whole', of, count: 0, block: { type: 'divider' } }]
    case 'matrix':
    case 'table':
    case 'picture':
      return []
  }
}

/** A header block, or bold text if it is too long for one. */
function headingPieces({ text }: Heading, of: number): Piece[] {
  const title = oneLine(text)
  if (title === '') return []
  if (title.length > LIMITS.header) return sectionPieces([{ type: 'strong', text: title }], of)
  return [
    {
      kind: 'whole',
      of,
      count: 1,
      keepWithNext: true,
      isHeading: true,
      block: { type: 'header', text: plainTextObject(title, LIMITS.header) },
    },
  ]
}

function fieldPieces({ fields }: Fields, of: number): Piece[] {
  return fields.flatMap(({ label, value }) => {
    const named = isBlank(label) ? value : [{ type: 'strong', text: `${label}:` } as const, ...after(value)]
    return sectionPieces(named, of)
  })
}

function after(value: RichText): RichText {
  return [{ type: 'text', text: ' ' }, ...value]
}

function listPieces({ title, items, numbered, first = 1 }: List, of: number): Piece[] {
  const titled = title ? sectionPieces(title, of).map((piece) => ({ ...piece, keepWithNext: true }) as const) : []
  const listed = items.flatMap((item, at) =>
    itemPieces(item.text, linesBelow(item), of, numbered ? first + at : undefined),
  )
  return [...titled, ...listed]
}

const TONES = { info: 'information_source', success: 'white_check_mark', warning: 'warning', error: 'x' } as const

function notePieces({ tone, text }: Note, of: number): Piece[] {
  return sectionPieces(text, of, LIMITS.text - 1).map((piece, at) =>
    at > 0
      ? piece
      : { ...piece, elements: [{ type: 'emoji', name: TONES[tone] }, { type: 'text', text: ' ' }, ...piece.elements] },
  )
}

/** With more actions than this, they are options of a menu. */
const MAX_BUTTONS = 8

function actionPieces(
  { title, actions, links = [] }: Actions,
  of: number,
  t: Translator,
  ids: ActionCounters,
): Piece[] {
  const titled = title !== undefined && !isBlank(title) ? title : undefined
  const leading = links.flatMap(({ label, url }): Button[] => {
    const address = httpUrl(url, LIMITS.url)
    return address === undefined ? [] : [linkButton(label, `${ACTION_PREFIX.link}:${ids.link++}`, address)]
  })
  if (actions.length > MAX_BUTTONS) {
    return [...selectPieces(titled ?? t('paging.choose'), actions, of, ids), ...buttonRows(leading, of)]
  }
  const pressed = actions.map((action) =>
    button(action.label, `${ACTION_PREFIX.press}:${ids.press++}`, action.payload, action),
  )
  const rows = buttonRows([...pressed, ...leading], of)
  if (rows.length === 0) return []
  const [only, ...others] = pressed
  if (titled !== undefined && only && others.length + leading.length === 0) {
    const text = plainTextObject(titled, LIMITS.text)
    return [{ kind: 'whole', of, count: 1, isChoice: true, block: { type: 'section', text, accessory: only } }]
  }
  if (titled === undefined) return rows
  return [{ kind: 'whole', of, count: 0, keepWithNext: true, isChoice: true, block: contextBlock(titled) }, ...rows]
}

function buttonRows(buttons: readonly Button[], of: number): Piece[] {
  return chunk(buttons, LIMITS.buttonsInARow).map((row) => {
    return { kind: 'whole', of, count: row.length, isChoice: true, block: { type: 'actions', elements: [...row] } }
  })
}

/** Menus with as many options as fit in one and no value twice. The placeholder of one of several names its first and last option. */
function selectPieces(title: string, actions: readonly ActionButton[], of: number, ids: { pick: number }): Piece[] {
  const menus: PlainTextOption[][] = []
  let values = new Set<string>()
  let length = 0
  for (const { label, payload } of actions) {
    const text = plainTextObject(label, LIMITS.optionText)
    const menu = menus.at(-1)
    const fits = length + text.text.length <= LIMITS.optionsText && values.size < LIMITS.options && !values.has(payload)
    if (menu && fits) {
      menu.push({ text, value: payload })
    } else {
      menus.push([{ text, value: payload }])
      values = new Set()
      length = 0
    }
    values.add(payload)
    length += text.text.length
  }
  return menus.map((options) => {
    const ends = [options[0], options.at(-1)].map((option) => truncate(option?.text.text ?? '', 40))
    const placeholder = menus.length === 1 ? title : `${truncate(oneLine(title), 60)}: ${ends.join(' – ')}`
    const block: ActionsBlock = {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: `${ACTION_PREFIX.pick}:${ids.pick++}`,
          placeholder: plainTextObject(placeholder, LIMITS.placeholder),
          options,
        },
      ],
    }
    return { kind: 'whole', of, count: options.length, isChoice: true, block }
  })
}
