import { type Block, linesBelow, type Message, type RichText } from '../../src/message/index.ts'
import type { ToyMessage } from './toy-room.ts'

/** A message as plain lines and buttons; a file is a line with its name, and its content. */
export function renderMessage({ blocks, files = [] }: Message): Pick<ToyMessage, 'text' | 'buttons'> {
  const attached = files.map(({ name, content }) => `${name}:\n${content}`)
  return {
    text: [...blocks.flatMap(linesOf), ...attached].join('\n'),
    buttons: blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])),
  }
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'text':
    case 'note':
      return [lineOf(block.text)]
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${lineOf(value)}`)
    case 'list':
      return [block.title ?? [], ...block.items.flatMap((item) => [item.text, ...linesBelow(item)])].map(lineOf)
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | '))
    case 'matrix':
      return block.groups.flatMap(({ label, rows }) => [
        label,
        ...rows.map((row) => `${row.label}: ${row.cells.map(({ letter }) => letter).join(' | ')}`),
      ])
    case 'progress':
      return [block.label]
    case 'actions':
      return [block.title ?? '', ...(block.links ?? []).map(({ label, url }) => `${label}: ${url}`)]
    case 'divider':
      return ['---']
    case 'picture':
      return []
  }
}

function lineOf(text: RichText): string {
  return text.map((inline) => (inline.type === 'link' ? `${inline.text} <${inline.url}>` : inline.text)).join('')
}
