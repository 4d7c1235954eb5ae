import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Translator } from '../../../i18n/index.ts'
import type {
  ActionButton,
  Actions,
  Block,
  LinkButton,
  List,
  Matrix,
  MatrixCell,
  Message,
  RichText,
  Table,
} from '../../../message/index.ts'
import {
  columnWidth,
  httpUrl,
  isBlank,
  oneLine,
  prefixOfWidth,
  splitRichText,
  truncate,
} from '../../../message/sanitize.ts'
import { withServer } from './custom-id.ts'
import { LIMITS } from './limits.ts'
import { codeLine, escapeMarkdown, label, toMarkdown } from './markdown.ts'

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>

/** The smallest parts of a message that are kept whole, in their order. */
export type Piece =
  | {
      readonly kind: 'line'
      readonly text: string
      readonly count: number
      readonly leads?: boolean
      readonly gap?: boolean
    }
  /** A line of letters of one width, under its head. */
  | {
      readonly kind: 'code'
      readonly text: string
      readonly head: string
      readonly count: number
      readonly of: number
      readonly leads?: boolean
    }
  | { readonly kind: 'rule'; readonly count: 0; readonly leads?: boolean }
  | { readonly kind: 'choice'; readonly row: ActionRow; readonly count: number; readonly leads?: boolean }

const TONES = { info: 'ℹ️', success: '✅', warning: '⚠️', error: '❌' } as const

/** The pieces of a message. Every id in them is there once. */
export function layoutMessage(message: Message, t: Translator, server?: string): readonly Piece[] {
  const ids = createIdAllocator(server)
  return message.blocks.flatMap((block, of) => piecesOfBlock(block, of, t, ids))
}

function piecesOfBlock(block: Block, of: number, t: Translator, ids: IdAllocator): readonly Piece[] {
  switch (block.type) {
    case 'heading':
      return isBlank(block.text)
        ? []
        : [
            {
              kind: 'line',
              text: `### ${escapeMarkdown(truncate(oneLine(block.text), LIMITS.heading))}`,
              count: 0,
              leads: true,
            },
          ]
    case 'text':
      return linesOf(block.text)
    case 'note':
      return linesOf(block.text, `${TONES[block.tone]} `)
    case 'fields':
      return block.fields.flatMap(({ label: name, value }) =>
        linesOf([{ type: 'strong', text: `${name}:` }, { type: 'text', text: ' ' }, ...value]),
      )
    case 'list':
      return listPieces(block)
    case 'matrix':
      return matrixPieces(block, of, t)
    case 'table':
      return tablePieces(block, of)
    case 'progress':
      return [
        {
          kind: 'line',
          text: `${bar(block.done, block.total)} ${escapeMarkdown(truncate(oneLine(block.label), LIMITS.heading))}`,
          count: 1,
        },
      ]
    case 'actions':
      return actionPieces(block, t, ids)
    case 'divider':
      return [{ kind: 'rule', count: 0, leads: true }]
  }
}

function linesOf(text: RichText, before = '', after = ''): readonly Piece[] {
  return splitRichText(text, LIMITS.line).map((part, at) => ({
    kind: 'line',
    text: `${at === 0 ? before : ''}${toMarkdown(part)}${after}`,
    count: 1,
  }))
}

function listPieces({ items, title, numbered }: List): readonly Piece[] {
  const said = items.flatMap(({ text, detail }, at): Piece[] => {
    const mark = numbered ? `${at + 1}. ` : '- '
    const lines = splitRichText(text, LIMITS.line).map(toMarkdown)
    const below = (detail ? splitRichText(detail, LIMITS.line) : []).map((part) => `  -# ${toMarkdown(part)}`)
    // The name of an item is not left behind by what is said below it.
    return [`${mark}${lines[0] ?? '…'}`, ...lines.slice(1), ...below].map((line, index, all) => ({
      kind: 'line',
      text: line,
      count: index === 0 ? 1 : 0,
      leads: index === 0 && all.length > 1,
    }))
  })
  const head = title && !isBlank(title.map(({ text }) => text).join('')) ? linesOf(title) : []
  return [...head.map((piece): Piece => ({ ...piece, leads: true })), ...said]
}

const CELLS = 10

function bar(done: number, total: number): string {
  const share = total > 0 && done > 0 ? Math.min(1, done / total) : 0
  const full = Math.round(share * CELLS)
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full)
}

/** One proficiency a skill is said in words, several are drawn as letters under their heads. */
function matrixPieces(block: Matrix, of: number, t: Translator): readonly Piece[] {
  const legend = block.legend.map(({ sign, means }) => `${sign} ${means}`).join(' · ')
  const below: Piece[] =
    legend === ''
      ? []
      : [{ kind: 'line', text: `-# ${escapeMarkdown(truncate(oneLine(legend), LIMITS.line))}`, count: 0 }]
  if (block.columns.length === 1) {
    const lines = block.groups.flatMap((group): Piece[] => [
      ...(isBlank(group.label)
        ? []
        : [
            {
              kind: 'line' as const,
              text: `**${escapeMarkdown(truncate(oneLine(group.label), LIMITS.heading))}**`,
              count: 0,
              leads: true,
            },
          ]),
      ...group.rows.map(
        (row): Piece => ({
          kind: 'line',
          text: `- ${escapeMarkdown(truncate(oneLine(row.label), LIMITS.heading))}: ${worded(row.cells[0])}`,
          count: 1,
        }),
      ),
    ])
    return lines
  }
  const heads = block.columns.map(({ short }) => short)
  const rows = block.groups.flatMap((group) => [
    ...(isBlank(group.label) ? [] : [{ cells: [oneLine(group.label).toUpperCase()], leads: true }]),
    ...group.rows.map((row) => ({
      cells: [oneLine(row.label), ...block.columns.map((_, at) => lettered(row.cells[at]))],
      leads: false,
    })),
  ])
  return [...grid([t('field.skill'), ...heads], rows, of), ...below]
}

function worded(cell: MatrixCell | undefined): string {
  if (!cell || cell.proficiency === null) return '–'
  return `**${escapeMarkdown(truncate(oneLine(cell.word), LIMITS.heading) || '…')}**${cell.rises ? ' ↑' : ''}${cell.mandatory === true ? ' ●' : ''}`
}

function lettered(cell: MatrixCell | undefined): string {
  if (!cell) return ''
  return `${cell.letter}${cell.rises ? '↑' : ''}${cell.mandatory === true ? '●' : ''}`
}

function tablePieces({ columns, rows }: Table, of: number): readonly Piece[] {
  const lines = rows.map((row) => ({ cells: columns.map((_, at) => oneLine(row[at] ?? '')), leads: false }))
  return grid(columns, lines, of)
}

const GAP = 2
/** The first column gives way where the others need the room, but keeps this much. */
const LEAST_FIRST = 14

interface GridRow {
  readonly cells: readonly string[]
  readonly leads: boolean
}

/** Aligned text; where even that is too wide, a row becomes a line of its own. */
function grid(columns: readonly string[], rows: readonly GridRow[], of: number): readonly Piece[] {
  const whole = [columns, ...rows.filter(({ leads }) => !leads).map(({ cells }) => cells)]
  const widths = columns.map((_, at) => Math.max(...whole.map((cells) => columnWidth(cells[at] ?? ''))))
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP, 0)
  if (others + LEAST_FIRST > LIMITS.drawnWidth) {
    return rows.flatMap(({ cells, leads }) =>
      leads
        ? [
            {
              kind: 'line',
              text: `**${escapeMarkdown(truncate(cells[0] ?? '', LIMITS.heading))}**`,
              count: 0,
              leads: true,
            },
          ]
        : linesOf(
            [
              { type: 'strong', text: cells[0] ?? '' },
              {
                type: 'text',
                text: ` ${cells
                  .slice(1)
                  .map((cell, at) => `${columns[at + 1] ?? ''}: ${cell}`)
                  .join(' · ')}`,
              },
            ],
            '- ',
          ),
    )
  }
  const first = Math.min(widths[0] ?? 0, LIMITS.drawnWidth - others)
  const line = (cells: readonly string[]): string =>
    codeLine(
      cells
        .map((cell, at) => (at === 0 ? padded(narrowed(cell, first), first) : padded(cell, widths[at] ?? 0)))
        .join(' '.repeat(GAP)),
    )
  const head = line(columns)
  return rows.map(({ cells, leads }) => ({
    kind: 'code',
    text: leads ? codeLine(truncate(cells[0] ?? '', LIMITS.drawnWidth)) : line(cells),
    head,
    count: leads ? 0 : 1,
    of,
    leads,
  }))
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnWidth(text)))
}

function narrowed(text: string, width: number): string {
  return columnWidth(text) <= width ? text : `${prefixOfWidth(text, width - 1).trimEnd()}…`
}

interface IdAllocator {
  /** An id that this message does not have yet; undefined where none is short enough. */
  take(payload: string): string | undefined
  menu(): string
  /** What an option of a menu carries; undefined where it is too long. */
  value(payload: string): string | undefined
}

/** A button whose payload another one has already gets a number before it. */
function createIdAllocator(server: string | undefined): IdAllocator {
  const taken = new Set<string>()
  let menus = 0
  return {
    take(payload) {
      for (let twins = 0; twins < 100; twins++) {
        const plain = twins === 0 ? payload : `${twins}~${payload}`
        const id = withServer(plain, server) ?? withServer(plain, undefined)
        if (id === undefined) return undefined
        if (taken.has(id)) continue
        taken.add(id)
        return id
      }
      return undefined
    },
    menu() {
      menus += 1
      return `pick~${menus}`
    },
    value: (payload) => withServer(payload, server) ?? withServer(payload, undefined),
  }
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

/** A few actions are buttons, many are menus. */
function actionPieces({ actions, title, links = [] }: Actions, t: Translator, ids: IdAllocator): readonly Piece[] {
  const head: Piece[] =
    title === undefined || isBlank(title)
      ? []
      : [
          {
            kind: 'line',
            text: `**${escapeMarkdown(truncate(oneLine(title), LIMITS.heading))}**`,
            count: 0,
            leads: true,
          },
        ]
  if (actions.length <= LIMITS.buttonsInARow) {
    const buttons = [...actions.flatMap((action) => buttonOf(action, ids)), ...links.flatMap(linkOf)]
    return buttons.length === 0 ? [] : [...head, ...chunk(buttons, LIMITS.buttonsInARow).map(choice)]
  }
  const values = new Set<string>()
  const options = actions.flatMap((action) => {
    const value = ids.value(action.payload)
    if (value === undefined || values.has(value)) return []
    values.add(value)
    return [{ label: truncate(label(action.label), LIMITS.optionText) || '…', value }]
  })
  const placeholder = truncate(label(title ?? t('paging.choose')) || t('paging.choose'), LIMITS.placeholder)
  const menus = chunk(options, LIMITS.options).map((part): Piece => {
    const menu = {
      type: ComponentType.StringSelect,
      custom_id: ids.menu(),
      placeholder,
      options: part,
    } as const
    return {
      kind: 'choice',
      count: part.length,
      row: { type: ComponentType.ActionRow, components: [{ ...menu, options: [...menu.options] }] },
    }
  })
  return [...menus, ...chunk(links.flatMap(linkOf), LIMITS.buttonsInARow).map(choice)]
}

function buttonOf(
  { label: said, payload, style, emoji }: ActionButton,
  ids: IdAllocator,
): APIButtonComponentWithCustomId[] {
  const id = ids.take(payload)
  if (id === undefined) return []
  const drawn = style === undefined ? ButtonStyle.Secondary : STYLES[style]
  if (emoji === undefined) return [button(said, id, drawn)]
  const [name, emojiId] = emoji.sign?.split(':') ?? []
  return name !== undefined && emojiId !== undefined
    ? [{ ...button(said, id, drawn), emoji: { name, id: emojiId } }]
    : [button(`${emoji.sign ?? emoji.text} ${said}`, id, drawn)]
}

function linkOf({ label: said, url }: LinkButton): APIButtonComponent[] {
  const address = httpUrl(url, LIMITS.buttonUrl)
  if (address === undefined) return []
  const text = truncate(label(said), LIMITS.buttonLabel) || '…'
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: address }]
}

export function button(
  said: string,
  id: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, custom_id: id, label: truncate(label(said), LIMITS.buttonLabel) || '…', style }
}

function choice(buttons: readonly APIButtonComponent[]): Piece {
  return { kind: 'choice', count: buttons.length, row: { type: ComponentType.ActionRow, components: [...buttons] } }
}

export function chunk<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
}
