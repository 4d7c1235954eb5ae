import type { Block, MatrixRow, Message, RichText } from '../../src/message/index.ts'
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
    case 'list': {
      const lines = block.items.flatMap(({ text, detail }, at) => {
        const mark = block.numbered ? `${at + 1}.` : '-'
        return [`${mark} ${lineOf(text)}`, ...(detail ? [`  ${lineOf(detail)}`] : [])]
      })
      return block.title ? [lineOf(block.title), ...lines] : lines
    }
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | '))
    case 'matrix': {
      const rows = block.groups.flatMap((group) => [group.label, ...group.rows.map(rowOf)])
      const legend = block.legend.map(({ sign, means }) => `${sign} ${means}`)
      return [block.columns.map(({ label }) => label).join(' | '), ...rows, ...legend]
    }
    case 'progress':
      return [block.label]
    case 'actions':
      return [block.title ?? '', ...(block.links ?? []).map(({ label, url }) => `${label}: ${url}`)].filter(Boolean)
    case 'divider':
      return ['---']
  }
}

function rowOf({ label, cells }: MatrixRow): string {
  const signs = cells.map((cell) => `${cell.letter}${cell.rises ? '↑' : ''}${cell.mandatory === true ? '●' : ''}`)
  return `${label}: ${signs.join(' | ')}`
}

function lineOf(text: RichText): string {
  return text.map((inline) => (inline.type === 'link' ? `${inline.text} <${inline.url}>` : inline.text)).join('')
}
