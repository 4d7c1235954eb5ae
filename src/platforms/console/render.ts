import {
  type ActionButton,
  type Actions,
  type Block,
  type Fields,
  type List,
  linesBelow,
  type Message,
  type Note,
  type Progress,
} from '../../message/index.ts'
import { columnWidth } from '../../message/sanitize.ts'
import { drawMatrix, drawTable } from './grids.ts'
import { GAP, MAX_WIDTH, type Pen, pad, penFor, printable } from './pen.ts'

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

const MIN_WIDTH = 40

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
      if (action.key === 0 && used === 0) return 0
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

/** Whether a block stands right below what is before it: a text below a heading, one with a label below a text, and a bar below a bar. */
function isBelow(before: Block | undefined, block: Block): boolean {
  if (block.type === 'progress') return before?.type === 'progress'
  if (block.type !== 'text') return false
  return before?.type === 'heading' || (before?.type === 'text' && block.text[0]?.type === 'strong')
}

/** The numbers of the choices of a message. */
interface Numbering {
  readonly numberOf: (action: ActionButton) => number | undefined
  /** The payloads of the actions that are numbered at the items of lists. */
  readonly atItems: ReadonlySet<string>
}

/**
 * Actions in the order of their numbers: those with a key get that number, the others the numbers from 1 if all of them fit below the
 * keys, else the numbers above all keys. One with the key 0 is none of the choices: it is answered by what a typed 0 means.
 */
function orderByNumber(all: readonly ActionButton[]): readonly Choice[] {
  const buttons = all.filter(({ key }) => key !== 0)
  const keyed = new Map(buttons.flatMap((button) => (button.key === undefined ? [] : [[button.key, button] as const])))
  const others = buttons.filter((button) => button.key === undefined || keyed.get(button.key) !== button)
  const lowest = Math.min(...keyed.keys())
  const [below, above] = others.length < lowest ? [others, []] : [[], others]
  const highest = Math.max(below.length, ...keyed.keys())
  return [...Array.from({ length: highest }, (_, at) => keyed.get(at + 1) ?? below[at]), ...above]
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
  // A whole sentence needs no colon.
  const heads = title && (/[.?!:…]$/u.test(title) ? printable(title) : `${printable(title)}:`)
  return [...(heads ? [pen.style('dim', pen.wrap(heads))] : []), ...lines].join('\n')
}
