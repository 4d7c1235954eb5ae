import { styleText } from 'node:util'
import type { Inline, RichText } from '../../message/index.ts'
import { columnWidth, prefixOfWidth } from '../../message/sanitize.ts'
import { createTextWrapper } from './wrap.ts'

type Style = 'bold' | 'dim' | 'italic' | 'underline' | 'cyan' | 'red' | 'green' | 'yellow'

/** Control characters, terminal escapes and direction overrides: no text may control the reader's terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

/** The widest lines that are easy to read. */
export const MAX_WIDTH = 120

export const GAP = '  '

/** Draws text for a terminal. */
export interface Pen {
  readonly width: number
  style(style: Style, text: string): string
  rich(text: RichText): string
  wrap(text: string, indent?: string): string
}

/** `width` in columns. */
export function penFor({ width, color }: { readonly width: number; readonly color: boolean }): Pen {
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
export const PLAIN_PEN: Pen = penFor({ width: MAX_WIDTH, color: false })

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
    case 'mention':
    case 'time':
      return text
    case 'person':
      return inline.platform === 'console' ? printable(inline.user) : text
  }
}

export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ')
}

export function pad(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - columnWidth(text)))}`
}

export function clip(text: string, width: number): string {
  return columnWidth(text) <= width ? text : `${prefixOfWidth(text, width - 1)}…`
}
