import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import {
  type ActionButton,
  type Actions,
  type Block,
  type Fields,
  type Inline,
  type List,
  linesBelow,
  type Matrix,
  type MatrixCell,
  type Message,
  type Note,
  type Progress,
  type RichText,
  type Table,
} from '../../message/index.ts'
import { columnWidth, prefixOfWidth } from '../../message/sanitize.ts'
import { createTextWrapper } from './wrap.ts'

export interface Screen {
  /** Columns of the terminal. */
  readonly width: number
  readonly color: boolean
  /** How many numbers are in use already: the first choice gets the next one. None by default. */
  readonly usedNumbers?: number
  /** How an answer that is longer than a screen is shortened; without it, none is. */
  readonly fold?: Fold
}

/** A screen for long answers. */
export interface Fold {
  /** The most lines of an answer. */
  readonly lines: number
  readonly leftOut: (count: number) => string
  readonly showAll: string
}

/** The payload of the choice that shows a shortened answer in full: no command has it. */
export const SHOW_ALL = ''

export interface RenderedText {
  readonly text: string
  /** The actions behind the numbers in the text, from the first free one. Undefined for a number below a key that nothing has. */
  readonly choices: readonly Choice[]
}

type Choice = ActionButton | undefined

type Style = 'bold' | 'dim' | 'italic' | 'underline' | 'cyan' | 'red' | 'green' | 'yellow'

/** Control characters, terminal escapes and direction overrides: no text may control the reader's terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

const MIN_WIDTH = 40
const MAX_WIDTH = 120
const GAP = '  '

/** Renders a message as text. Lines have at most `width` columns unless a word is longer; actions are numbered from 1. */
export function renderMessage(message: Message, page: Screen): RenderedText {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, page.width))
  const pen = penFor({ ...page, width })
  const used = page.usedNumbers ?? 0
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))
  const choices = used === 0 ? orderByNumber(buttons) : buttons
  const inLists = message.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  const numbering: Numbering = {
    numberOf: (action) => {
      const own = choices.indexOf(action)
      const at = own < 0 ? choices.findIndex((choice) => choice?.payload === action.payload) : own
      return at < 0 ? undefined : used + at + 1
    },
    atItems: new Set(inLists.flatMap(({ action }) => action?.payload ?? [])),
  }
  let text = ''
  let closing = 0
  let before: Block | undefined
  for (const block of message.blocks) {
    const drawn = drawBlock(block, pen, numbering)
    if (drawn === '') continue
    if (block.type !== 'actions' || before?.type !== 'actions') closing = text.length
    text += text === '' ? drawn : `${isBelow(before, block) ? '\n' : '\n\n'}${drawn}`
    before = block
  }
  if (before?.type !== 'actions') closing = text.length
  const { fold } = page
  // What was asked for in full, as a table is, may be longer than a screen.
  const isWhole = message.blocks.some(({ type }) => type === 'matrix' || type === 'table')
  if (!fold || isWhole || linesIn(text) <= fold.lines) return { text, choices }
  const showAll = { label: fold.showAll, payload: SHOW_ALL }
  const number = pen.style('cyan', `[${used + choices.length + 1}]`)
  const end = (count: number): string => `${pen.style('dim', fold.leftOut(count))}   ${number} ${fold.showAll}`
  return {
    text: foldAnswer(text.slice(0, closing), text.slice(closing), fold.lines, end),
    choices: [...choices, showAll],
  }
}

const linesIn = (text: string): number => text.split('\n').length

/** The most lines of the choices at the end of a shortened answer. */
const MAX_CLOSING = 10

/** The first lines of an answer and of its last choices, with a line between them that says how many are left out. */
function foldAnswer(body: string, closing: string, most: number, end: (count: number) => string): string {
  const last = closing.trim().split('\n').slice(0, MAX_CLOSING).join('\n').trimEnd()
  const room = most - 2 - (last === '' ? 0 : linesIn(last) + 1)
  const first = body.split('\n').slice(0, room).join('\n').trimEnd()
  const left = (all: string, part: string): number => linesIn(all.trim()) - linesIn(part)
  const count = left(body, first) + left(closing, last)
  return [first, end(count), ...(last === '' ? [] : [last])].join('\n\n')
}

/** Whether a text stands right below what is before it: the first one below a heading, and one that begins with a label below a text. */
function isBelow(before: Block | undefined, block: Block): boolean {
  if (block.type !== 'text') return false
  return before?.type === 'heading' || (before?.type === 'text' && block.text[0]?.type === 'strong')
}

/** The numbers of the choices of a message. */
interface Numbering {
  readonly numberOf: (action: ActionButton) => number | undefined
  /** The payloads of the actions that are numbered at the items of lists. */
  readonly atItems: ReadonlySet<string>
}

/** Actions in the order of their numbers: those with a key get that number, the others the numbers above all keys. */
function orderByNumber(buttons: readonly ActionButton[]): readonly Choice[] {
  const keyed = new Map(buttons.flatMap((button) => (button.key === undefined ? [] : [[button.key, button] as const])))
  const others = buttons.filter((button) => button.key === undefined || keyed.get(button.key) !== button)
  return [...Array.from({ length: Math.max(0, ...keyed.keys()) }, (_, at) => keyed.get(at + 1)), ...others]
}

interface Pen {
  readonly width: number
  style(style: Style, text: string): string
  rich(text: RichText): string
  wrap(text: string, indent?: string): string
}

function penFor({ width, color }: Screen): Pen {
  const style = (name: Style, text: string): string =>
    color && text !== '' ? styleText(name, text, { validateStream: false }) : text
  const wrap = createTextWrapper()
  return {
    width,
    style,
    rich: (text) => text.map((inline) => drawInline(inline, style)).join(''),
    wrap: (text, indent = '') =>
      wrap(text, width - indent.length)
        .split('\n')
        .map((line) => `${indent}${line}`)
        .join('\n'),
  }
}

/** Renders without colors, to measure text. */
const PLAIN_PEN: Pen = penFor({ width: MAX_WIDTH, color: false })

function drawInline(inline: Inline, style: Pen['style']): string {
  const text = printable(inline.text)
  switch (inline.type) {
    case 'text':
      return text
    case 'strong':
      return style('bold', text)
    case 'emphasis':
      return style('italic', text)
    case 'code':
    case 'usage':
      return style('cyan', text)
    case 'link':
      return `${style('underline', text)} <${printable(inline.url)}>`
    case 'emoji':
    case 'time':
      return text
    case 'person':
      return inline.platform === 'console' ? printable(inline.user) : text
  }
}

function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ')
}

function drawBlock(block: Block, pen: Pen, numbering: Numbering): string {
  switch (block.type) {
    case 'heading':
      return pen.style('bold', pen.style('underline', pen.wrap(printable(block.text))))
    case 'text':
      return pen.wrap(pen.rich(block.text))
    case 'fields':
      return drawFields(block, pen)
    case 'list':
      return drawList(block, pen, numbering)
    case 'matrix':
      return drawMatrix(block, pen)
    case 'table':
      return drawTable(block, pen)
    case 'progress':
      return drawProgress(block, pen)
    case 'note':
      return drawNote(block, pen)
    case 'actions':
      return drawActions(block, pen, numbering)
    case 'divider':
      return pen.style('dim', '─'.repeat(Math.min(40, pen.width)))
    case 'picture':
      return ''
  }
}

function drawFields({ fields }: Fields, pen: Pen): string {
  if (fields.length === 0) return ''
  const widest = Math.max(...fields.map(({ label }) => columnWidth(label)))
  const indent = ' '.repeat(widest + GAP.length)
  return fields
    .map(({ label, value }) => {
      const body = pen.wrap(pen.rich(value), indent).slice(indent.length)
      return `${pen.style('dim', pad(printable(label), widest))}${GAP}${body}`
    })
    .join('\n')
}

function drawList({ title, items, numbered, first = 1 }: List, pen: Pen, { numberOf }: Numbering): string {
  const numbers = items.map(({ action }) => (action === undefined ? undefined : numberOf(action)))
  const width = Math.max(0, ...numbers.map((number) => (number === undefined ? 0 : `[${number}] `.length)))
  const lines = items.map((item, at) => {
    const number = numbers[at]
    const mark = number === undefined ? (numbered ? `${first + at}. ` : '• ') : `[${number}] `.padStart(width)
    const indent = ' '.repeat(mark.length)
    const body = `${number === undefined ? mark : pen.style('cyan', mark)}${pen.wrap(pen.rich(item.text), indent).slice(indent.length)}`
    return [body, ...linesBelow(item).map((line) => pen.style('dim', pen.wrap(pen.rich(line), GAP.repeat(2))))].join(
      '\n',
    )
  })
  return [...(title ? [pen.wrap(pen.rich(title))] : []), ...lines].join('\n')
}

function drawNote({ tone, text }: Note, pen: Pen): string {
  const marks = {
    info: pen.style('cyan', 'i'),
    success: pen.style('green', '✓'),
    warning: pen.style('yellow', '!'),
    error: pen.style('red', '✗'),
  } as const
  return `${marks[tone]} ${pen.wrap(pen.rich(text), GAP).slice(GAP.length)}`
}

const BAR_WIDTH = 20

function drawProgress({ done, total, label }: Progress, pen: Pen): string {
  const filled = total <= 0 ? BAR_WIDTH : Math.round((BAR_WIDTH * Math.min(done, total)) / total)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`
  const room = pen.width - BAR_WIDTH - 1
  const caption = printable(label)
  return `${pen.style('cyan', bar)}${columnWidth(caption) <= room ? ` ${caption}` : `\n${pen.wrap(caption)}`}`
}

/** The narrowest label column. */
const MIN_LABEL = 12

/** A single column shows words beside the letter; several show letters only, under short headings. */
function drawMatrix({ columns, groups, legend }: Matrix, pen: Pen): string {
  const rows = groups.flatMap((group) => group.rows)
  const wordy = columns.length === 1
  const widestOf = (each: typeof drawCell): number =>
    Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => columnWidth(each(cell, PLAIN_PEN)))))
  const hasShades = fitsNaturally(widestOf(drawShadedCell), columns.length, pen.width)
  const draw = wordy ? drawWordyCell : hasShades ? drawShadedCell : drawCell
  const widest = widestOf(draw)
  const heads = wordy ? [] : columns.map((column) => printable(column.short))
  const { cellWidth, gap } = fitColumns(
    Math.max(widest, ...heads.map((head) => columnWidth(head))),
    columns.length,
    pen.width,
  )
  const room = pen.width - GAP.length - columns.length * (cellWidth + gap.length)
  const labelWidth = Math.max(1, Math.min(Math.max(0, ...rows.map((row) => columnWidth(printable(row.label)))), room))
  const lines: string[] = []
  if (!wordy) {
    const header = heads.map((head) => pad(clip(head, cellWidth), cellWidth)).join(gap)
    lines.push(pen.style('dim', `${' '.repeat(GAP.length + labelWidth)}${gap}${header}`.trimEnd()))
  }
  for (const group of groups) {
    lines.push(pen.style('bold', pen.wrap(printable(group.label))))
    for (const row of group.rows) {
      const label = pad(clip(printable(row.label), labelWidth), labelWidth)
      const cells = row.cells.map((cell) => pad(draw(cell, pen), cellWidth)).join(gap)
      lines.push(`${GAP}${label}${gap}${cells}`.trimEnd())
    }
  }
  const key = legend.map(({ sign, means }) => `${sign} ${means}`).join(' · ')
  return [...lines, '', pen.style('dim', pen.wrap(key))].join('\n')
}

/** The room for the cells of a row. */
const roomOf = (width: number): number => width - GAP.length - MIN_LABEL

/** Whether columns of a width leave room for labels. */
function fitsNaturally(wanted: number, count: number, width: number): boolean {
  return count * (Math.max(3, wanted) + GAP.length) <= roomOf(width)
}

/** As wide as the widest cell if that leaves room for labels, else as wide as the terminal allows. */
function fitColumns(wanted: number, count: number, width: number): { cellWidth: number; gap: string } {
  const room = roomOf(width)
  if (fitsNaturally(wanted, count, width)) return { cellWidth: Math.max(3, wanted), gap: GAP }
  return { cellWidth: Math.max(1, Math.min(wanted, Math.floor(room / Math.max(1, count)) - 1)), gap: ' ' }
}

/** The heat of a proficiency, so that a grid reads as a map even without colors. */
const CELL_SHADE = { awareness: '░', working: '▒', advanced: '▓', expert: '█' } as const
const CELL_STYLE = { awareness: 'dim', working: 'cyan', advanced: 'green', expert: 'yellow' } as const

function drawCell(cell: MatrixCell, pen: Pen): string {
  return `${drawSign(cell, cell.letter, pen)}${cell.rises ? '↑' : ''}${cell.mandatory === true ? '●' : ''}`
}

function drawShadedCell(cell: MatrixCell, pen: Pen): string {
  const shade = cell.proficiency === null ? ' ' : CELL_SHADE[cell.proficiency]
  return `${drawSign(cell, shade, pen)}${drawCell(cell, pen)}`
}

function drawSign({ proficiency }: MatrixCell, sign: string, pen: Pen): string {
  return pen.style(proficiency === null ? 'dim' : CELL_STYLE[proficiency], sign)
}

function drawWordyCell(cell: MatrixCell, pen: Pen): string {
  if (cell.proficiency === null) return pen.style('dim', `${cell.letter} ${cell.word}`)
  const marks = `${cell.rises ? ' ↑' : ''}${cell.mandatory === true ? ' ●' : ''}`
  return `${pen.style(CELL_STYLE[cell.proficiency], `${cell.letter} ${cell.word}`)}${marks}`
}

/** The narrowest text column of a table. */
const MIN_COLUMN = 12

function drawTable({ columns, rows }: Table, pen: Pen): string {
  const all = [columns, ...rows].map((row) => columns.map((_, at) => printable(row[at] ?? '')))
  const widths = columns.map((_, at) => Math.max(...all.map((row) => columnWidth(row[at] ?? ''))))
  const room = pen.width - GAP.length * (columns.length - 1)
  while (sum(widths) > room && Math.max(...widths) > MIN_COLUMN) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  const lines = all.map((row) => drawTableRow(row, widths))
  const [header = '', ...body] = lines
  return [
    pen.style('bold', header),
    pen.style('dim', widths.map((width) => '─'.repeat(width)).join(GAP)),
    ...body,
  ].join('\n')
}

function drawTableRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, at) => wrapAnsi(cell, widths[at] ?? MIN_COLUMN, { hard: true }).split('\n'))
  const height = Math.max(...cells.map((lines) => lines.length))
  const lines: string[] = []
  for (let at = 0; at < height; at += 1) {
    lines.push(
      cells
        .map((cell, column) => pad(cell[at] ?? '', widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
  }
  return lines.join('\n')
}

function drawActions({ title, actions, links = [] }: Actions, pen: Pen, { numberOf, atItems }: Numbering): string {
  const listed = actions.filter(({ payload }) => !atItems.has(payload))
  if (listed.length + links.length === 0) return ''
  const items = listed.map((action) => {
    const number = numberOf(action) ?? 0
    const label = action.emoji ? `${action.emoji.text} ${action.label}` : action.label
    // A label that begins with its number has it already.
    const words = label.startsWith(`${number} · `) ? label.slice(`${number} · `.length) : label
    return `${pen.style('cyan', `[${number}]`)} ${printable(words)}`
  })
  const lines: string[] = []
  let line = ''
  for (const item of items.map((each) => pen.wrap(each))) {
    const longer = line === '' ? item : `${line}   ${item}`
    if (line !== '' && columnWidth(longer) > pen.width) {
      lines.push(line)
      line = item
    } else line = longer
  }
  if (line !== '') lines.push(line)
  // One action stands beside its title if there is room: a number stays with its label.
  if (title && lines.length === 1 && items.length === 1 && links.length === 0) {
    const only = `${pen.style('dim', printable(title))}   ${lines[0]}`
    if (columnWidth(only) <= pen.width) return only
  }
  for (const { label, url } of links) lines.push(pen.rich([{ type: 'link', text: label, url }]))
  return [...(title ? [pen.style('dim', pen.wrap(`${printable(title)}:`))] : []), ...lines].join('\n')
}

function pad(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - columnWidth(text)))}`
}

function clip(text: string, width: number): string {
  return columnWidth(text) <= width ? text : `${prefixOfWidth(text, width - 1)}…`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
