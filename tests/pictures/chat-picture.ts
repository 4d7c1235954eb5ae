import { type Block, linesBelow, type Message, type RichText } from '../../src/message/index.ts'
import type { Color } from '../../src/message/picture.ts'
import { type Shape, toSvg } from '../../src/pictures/drawing.ts'
import { PALETTES, type ShadeColors } from '../../src/pictures/palette.ts'
import { drawPicture } from '../../src/pictures/renderer.ts'
import { drawableText, textWidth, type Weight } from '../../src/pictures/typeface.ts'

// Draws messages of the bot as a chat shows them, for the README: the real words and buttons, in a neutral look of no platform.

/** A turn of a conversation: what a person typed, or what the bot answered. */
export type ChatTurn = { readonly typed: string } | { readonly answer: Message; readonly mostButtons?: number }

export interface ChatPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** The unit is half a pixel of a picture that is shown 420 pixels wide. */
const WIDTH = 840
const LEFT = 88
const RIGHT = 28
const TEXT = 24
const LEADING = 32
const GAP = 14

const COLORS = PALETTES.light
const BUTTON: ShadeColors = { fill: '#ffffff', ink: '#24313d' }
const PRIMARY: ShadeColors = { fill: '#0f5c80', ink: '#ffffff' }
const QUIET: Color = '#5c6772'

/** A piece of a line with one weight. */
interface Run {
  readonly text: string
  readonly weight: Weight
}

/** Characters of the second font. They are runs of their own, because a text with one of them is drawn in that font as a whole. */
const SECOND_FONT = /([→✓])/u

const splitByFont = (text: string, weight: Weight): readonly Run[] =>
  text
    .split(SECOND_FONT)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, weight }))

const runsOf = (text: RichText): readonly Run[] =>
  text.flatMap((inline) => splitByFont(inline.text, inline.type === 'strong' ? 'bold' : 'regular'))

/** Breaks runs into lines that are at most `most` wide. */
function wrap(runs: readonly Run[], most: number, size: number): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  let used = 0
  for (const { text, weight } of runs) {
    for (const word of text.split(/(?<=\s)/u)) {
      const drawable = drawableText(word.trimEnd()).text
      const space = /\s$/u.test(word) ? ' ' : ''
      const width = textWidth(drawable, size, weight)
      if (used > 0 && used + width > most) {
        lines.push([])
        used = 0
      }
      lines.at(-1)?.push({ text: drawable + space, weight })
      used += textWidth(drawable + space, size, weight)
    }
  }
  return lines
}

/** Draws a conversation. `height` pads it, so that two pictures are equally high. */
export function drawChat(turns: readonly ChatTurn[], height?: number): ChatPicture {
  const shapes: Shape[] = []
  const nested: string[] = []
  let y = 24
  const label = (text: string, x: number, size: number, weight: Weight, ink: Color): void => {
    const on = COLORS.background
    shapes.push({ type: 'label', x, y, text: drawableText(text).text, size, weight, anchor: 'start', ink, on })
  }
  /** Draws runs beside each other. A blank at the start of a text is not drawn in SVG, so it moves the text. */
  const lineOf = (runs: readonly Run[], x: number, size: number, ink: Color): void => {
    let at = x
    for (const { text, weight } of runs) {
      const indent = text.length - text.trimStart().length
      label(text.trim(), at + textWidth(' '.repeat(indent), size, weight), size, weight, ink)
      at += textWidth(text, size, weight)
    }
  }
  const paragraph = (runs: readonly Run[], x: number, ink: Color = COLORS.text, size = TEXT): void => {
    for (const line of wrap(runs, WIDTH - RIGHT - x, size)) {
      y += LEADING
      lineOf(joined(line), x, size, ink)
    }
  }
  const avatar = (sign: string, fill: Color): void => {
    shapes.push({ type: 'rectangle', x: 24, y: y + 4, width: 46, height: 46, fill, radius: 10 })
    shapes.push({
      type: 'label',
      x: 47,
      y: y + 37,
      text: sign,
      size: 28,
      weight: 'bold',
      anchor: 'middle',
      ink: '#ffffff',
      on: fill,
    })
  }
  const buttons = ({ actions }: Extract<Block, { type: 'actions' }>, most: number): void => {
    let x = LEFT
    y += GAP
    for (const { label: text, style } of actions.slice(0, most)) {
      const width = textWidth(drawableText(text).text, 22, 'bold') + 32
      if (x + width > WIDTH - RIGHT) {
        x = LEFT
        y += 54
      }
      const { fill, ink } = style === 'primary' ? PRIMARY : BUTTON
      shapes.push({ type: 'rectangle', x, y, width, height: 44, fill, stroke: '#aab6c0', radius: 8 })
      shapes.push({
        type: 'label',
        x: x + width / 2,
        y: y + 30,
        text: drawableText(text).text,
        size: 22,
        weight: 'bold',
        anchor: 'middle',
        ink,
        on: fill,
      })
      x += width + 10
    }
    y += 44
  }
  const block = (each: Block, mostButtons: number): void => {
    switch (each.type) {
      case 'heading':
        y += 6
        paragraph([{ text: each.text, weight: 'bold' }], LEFT, COLORS.title, 28)
        y += 4
        return
      case 'text':
        paragraph(runsOf(each.text), LEFT)
        y += GAP
        return
      case 'note':
        paragraph(runsOf(each.text), LEFT, QUIET, 21)
        y += GAP
        return
      case 'list':
        if (each.title) paragraph(runsOf(each.title), LEFT)
        for (const [index, item] of each.items.entries()) {
          const sign = each.numbered ? `${(each.first ?? 1) + index}.` : '•'
          const before = y
          paragraph(runsOf(item.text), LEFT + 30)
          const after = y
          y = before + LEADING
          label(sign, LEFT, TEXT, 'regular', COLORS.text)
          y = after
          for (const line of linesBelow(item)) paragraph(runsOf(line), LEFT + 30, QUIET)
        }
        y += GAP
        return
      case 'progress': {
        y += 10
        const share = each.total > 0 ? each.done / each.total : 0
        shapes.push({ type: 'rectangle', x: LEFT, y: y + 6, width: 220, height: 16, fill: '#e1e7ec', radius: 8 })
        if (share > 0) {
          shapes.push({
            type: 'rectangle',
            x: LEFT,
            y: y + 6,
            width: 220 * share,
            height: 16,
            fill: '#1c7699',
            radius: 8,
          })
        }
        y += 22
        lineOf(splitByFont(each.label, 'regular'), LEFT + 236, 22, COLORS.text)
        y += 4
        return
      }
      case 'picture': {
        const drawing = drawPicture(each.picture, 'light')
        const width = 700
        const scale = width / drawing.width
        y += GAP
        nested.push(
          toSvg(drawing)
            .replace(/^<svg /u, `<svg x="${LEFT}" y="${y}" viewBox="0 0 ${drawing.width} ${drawing.height}" `)
            .replace(
              / width="[\d.]+" height="[\d.]+"/u,
              ` width="${width}" height="${Math.round(drawing.height * scale)}"`,
            ),
        )
        y += drawing.height * scale + GAP
        return
      }
      case 'actions':
        buttons(each, mostButtons)
        y += GAP
        return
      // What a chat draws in a way of its own is left out.
      case 'fields':
      case 'matrix':
      case 'table':
      case 'divider':
    }
  }
  for (const turn of turns) {
    if ('typed' in turn) {
      avatar('A', '#b4500b')
      y += 26
      label('Ana', LEFT, 22, 'bold', COLORS.title)
      paragraph([{ text: turn.typed, weight: 'regular' }], LEFT)
      y += 28
    } else {
      avatar('R', '#0f5c80')
      y += 26
      label('Rung', LEFT, 22, 'bold', COLORS.title)
      for (const each of turn.answer.blocks) block(each, turn.mostButtons ?? 5)
      y += 22
    }
  }
  const tall = Math.max(Math.ceil(y), height ?? 0)
  const svg = toSvg({ width: WIDTH, height: tall, background: COLORS.background, shapes, needsFallback: true })
  return { svg: svg.replace(/<\/svg>$/u, `${nested.join('\n')}\n</svg>`), width: WIDTH, height: tall }
}

/** Neighboring runs of one weight as one, so that words are spaced by the font. */
function joined(line: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  for (const run of line) {
    const last = result.at(-1)
    const isSeparate = SECOND_FONT.test(run.text) || SECOND_FONT.test(last?.text ?? '')
    if (last?.weight === run.weight && !isSeparate) result[result.length - 1] = { ...run, text: last.text + run.text }
    else result.push(run)
  }
  return result
}
