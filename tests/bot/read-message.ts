import {
  type ActionButton,
  type Block,
  type Inline,
  linesBelow,
  type Matrix,
  type Message,
  plainText,
  type RichText,
} from '../../src/message/index.ts'

// What a person sees of a message, as words to compare.

function blocksOf<T extends Block['type']>(message: Message, type: T): Extract<Block, { type: T }>[] {
  return message.blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type)
}

export function headings(message: Message): string[] {
  return blocksOf(message, 'heading').map((block) => block.text)
}

export function notes(message: Message): string[] {
  return blocksOf(message, 'note').map((block) => plainText(block.text))
}

/** The notes an answer begins with, with a blank for a hyphen that was typed: either may be shown. */
export function openingNotes(message: Message, count: number): string[] {
  return notes({ ...message, blocks: message.blocks.slice(0, count) }).map((line) => line.replaceAll('-', ' '))
}

export function paragraphs(message: Message): string[] {
  return blocksOf(message, 'text').map((block) => plainText(block.text))
}

/** Label and value of every field. */
export function fields(message: Message): Record<string, string> {
  const all = blocksOf(message, 'fields').flatMap((block) => block.fields)
  return Object.fromEntries(all.map(({ label, value }) => [label, plainText(value)]))
}

/** Items of the lists as what is said and what is said below it. */
export function items(message: Message): { text: string; detail: string }[] {
  return blocksOf(message, 'list').flatMap((block) =>
    block.items.map((item) => ({ text: plainText(item.text), detail: linesBelow(item).map(plainText).join('\n') })),
  )
}

export function listTitles(message: Message): string[] {
  return blocksOf(message, 'list').flatMap((block) => (block.title ? [plainText(block.title)] : []))
}

export function matrices(message: Message): Matrix[] {
  return blocksOf(message, 'matrix')
}

/** The letters of a matrix by the label of their row: `PyTorch: A W V E E`. */
export function lettersByRow({ groups }: Matrix): Record<string, string> {
  const rows = groups.flatMap((group) => group.rows)
  return Object.fromEntries(rows.map((row) => [row.label, row.cells.map((cell) => cell.letter).join(' ')]))
}

export function tableRows(message: Message): readonly (readonly string[])[] {
  return blocksOf(message, 'table').flatMap((block) => block.rows)
}

/** The lines to type that a message's help names, with what each answers. */
export function usages(message: Message): { typed: string; answer: string }[] {
  return blocksOf(message, 'list').flatMap(({ items: all }) =>
    all.flatMap(({ text: [first, ...rest] }) =>
      first?.type === 'usage' ? [{ typed: first.text, answer: plainText(rest).replace(/^ — /u, '') }] : [],
    ),
  )
}

/** The labels of the bars. */
export function barLabels(message: Message): string[] {
  return message.blocks.flatMap((block) => (block.type === 'progress' ? [block.label] : []))
}

export function buttons(message: Message): ActionButton[] {
  return blocksOf(message, 'actions').flatMap((block) => block.actions)
}

export function labels(message: Message): string[] {
  return buttons(message).map((button) => button.label)
}

export function payloads(message: Message): string[] {
  return buttons(message).map((button) => button.payload)
}

/** The payload of the button with a label. Throws if there is none. */
export function payloadOf(message: Message, label: string): string {
  const button = buttons(message).find((each) => each.label === label)
  if (!button) throw new Error(`no button reads ${label}: ${labels(message).join(' | ')}`)
  return button.payload
}

/** Every piece of inline text of a message. */
export function inlines(message: Message): Inline[] {
  return message.blocks.flatMap(inlinesOf)
}

function inlinesOf(block: Block): RichText {
  switch (block.type) {
    case 'text':
    case 'note':
      return block.text
    case 'fields':
      return block.fields.flatMap((field) => field.value)
    case 'list':
      return [...(block.title ?? []), ...block.items.flatMap((item) => [...item.text, ...linesBelow(item).flat()])]
    case 'heading':
    case 'matrix':
    case 'table':
    case 'progress':
    case 'actions':
    case 'divider':
    case 'picture':
      return []
  }
}

/** Every string anywhere in a message, whatever it is for. */
export function strings(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (typeof part !== 'object' || part === null) return []
  return Object.values(part).flatMap((value) => strings(value))
}
