import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import { countRows, countLines as countWidthLines, type Run, textWidth } from './text-width.ts'

// The height of a Discord message on a desktop, estimated from its components: lines of markdown by their wrapped length, and the paddings
// and rows of buttons around them.

/** Space above and below the message, and inside the container. */
const MARGIN = 74
/** The room inside the container. */
const WIDTH = 582
const TEXT = { size: 16, line: 22.1 } as const
const SMALL = { size: 13, line: 18.2 } as const
const HEADING = { size: 18, line: 24.5, margins: 8 } as const
const CODE = { line: 15.1, padding: 18 } as const
const BULLET = 24
const BLANK_LINE = 22
/** Space below a text, and a divider with the space around it. */
const BELOW = 8
const DIVIDER = 17
/** A button or a menu with the space below it, and what a button's label has around it. */
const BUTTON = { height: 39, padding: 28, gap: 8, size: 14, menu: 400, menuHeight: 48 } as const
/** The client shows a single picture in a box of this size at most, and keeps its proportions (seen in the desktop client). */
const PICTURE = { width: 550, height: 350 } as const

/** Noto Sans is wider than the average letter. */
const WIDER = 1.04

const countLines = (runs: readonly Run[], size: number, width: number) => countWidthLines(runs, size * WIDER, width)

/** A picture of a message: height by width. */
export type PictureRatios = ReadonlyMap<string, number>

/** Pixels from the top of a message with these components to the bottom; a picture below buttons is below the first screen. `ratios` has its pictures by the names of their files. */
export function discordHeight(components: readonly APIMessageTopLevelComponent[], ratios: PictureRatios): number {
  return components.reduce((sum, component) => {
    if (component.type !== ComponentType.Container) return sum + BUTTON.menuHeight
    const { components: all } = component
    const buttons = all.findIndex(({ type }) => type === ComponentType.ActionRow)
    const counted = all.filter(({ type }, at) => type !== ComponentType.MediaGallery || buttons < 0 || at < buttons)
    return sum + MARGIN + counted.reduce((inner, each) => inner + heightOf(each, ratios), 0)
  }, 0)
}

function heightOf(component: APIComponentInContainer, ratios: PictureRatios): number {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return BELOW + textHeight(component.content, WIDTH)
    case ComponentType.Separator:
      return DIVIDER
    case ComponentType.ActionRow: {
      const widths = component.components.map((item) => ('label' in item ? buttonWidth(item.label) : BUTTON.menu))
      if (component.components.some(({ type }) => type !== ComponentType.Button)) return BUTTON.menuHeight
      return BUTTON.height * countRows(widths, BUTTON.gap, WIDTH)
    }
    case ComponentType.Section: {
      const { accessory } = component
      const label = accessory.type === ComponentType.Button && 'label' in accessory ? accessory.label : ''
      const room = WIDTH - buttonWidth(label) - BUTTON.gap
      return Math.max(BUTTON.height, ...component.components.map(({ content }) => textHeight(content, room)))
    }
    case ComponentType.MediaGallery: {
      const name = component.items[0]?.media.url.replace(/^attachment:\/\//u, '') ?? ''
      const ratio = ratios.get(name)
      if (ratio === undefined) throw new Error(`the picture ${name} has no size`)
      return BELOW + Math.min(PICTURE.height, PICTURE.width * ratio)
    }
    default:
      throw new Error(`the height of a component of type ${component.type} is not known`)
  }
}

function buttonWidth(label: string | undefined): number {
  return BUTTON.padding + textWidth(label ?? '', BUTTON.size * WIDER)
}

function textHeight(content: string, width: number): number {
  let height = 0
  let isCode = false
  for (const line of content.split('\n')) {
    if (line.startsWith('```')) {
      isCode = !isCode
      height += isCode ? CODE.padding : 0
    } else height += isCode ? CODE.line : lineHeight(line, width)
  }
  return height
}

function lineHeight(line: string, width: number): number {
  if (line === '') return BLANK_LINE
  const [heading] = /^#{1,3} /u.exec(line) ?? []
  if (heading !== undefined) {
    const runs = [{ text: visibleText(line.slice(heading.length)), isBold: true }]
    return HEADING.margins + HEADING.line * countLines(runs, HEADING.size, width)
  }
  const [small, blank = ''] = /^(\s*)-# /u.exec(line) ?? []
  if (small !== undefined) {
    const room = blank === '' ? width : width - BULLET
    return SMALL.line * countLines([{ text: visibleText(line.slice(small.length)) }], SMALL.size, room)
  }
  const [mark] = /^(?:- |\d+\. )/u.exec(line) ?? []
  const room = mark === undefined ? width : width - BULLET
  return TEXT.line * countLines(runsOf(line.slice(mark?.length ?? 0)), TEXT.size, room)
}

/** A line of markdown as text in bold and in usual letters. */
function runsOf(line: string): readonly Run[] {
  return line.split(/(?<!\\)\*\*/u).map((part, at) => ({ text: visibleText(part), isBold: at % 2 === 1 }))
}

/** Markdown as a person sees it: labels of links, times and commands for their syntax, and no backslashes. */
function visibleText(markdown: string): string {
  return markdown
    .replaceAll(/\[((?:\\.|[^\]\\])*)\]\(<?[^)>]*>?\)/gu, '$1')
    .replaceAll(/<t:\d+(?::\w)?>/gu, 'in 10 days')
    .replaceAll(/<\/([^:>]+):\d+>/gu, '/$1')
    .replaceAll(/\\(?=[^\w\s])/gu, '')
    .replaceAll('`', '')
}
