import { type APIComponentInContainer, ComponentType } from 'discord.js'
import { linesOnScreen, rowsOnScreen } from '../../../message/screen.ts'

// How tall a message is, in pixels of a desktop client, as drawn there: the sizes and paddings of its fonts, buttons and pictures.

/** What a person sees of a message without scrolling is 1000; a line less, since words wrap a little differently in each font. */
const SCREEN = 970
/** The padding of a message and of its container, and the width inside. */
const MARGIN = 74
const WIDTH = 582
/** The client draws a single picture in at most 550 x 350 pixels. */
const PICTURE = 358
const BUTTON = { row: 39, padding: 36, size: 14, menu: 48 } as const

/** Whether a person sees components without scrolling; a picture below buttons does not count. `below` is what may be further down. */
export function fitsScreen(components: readonly APIComponentInContainer[], below = 0): boolean {
  const buttons = components.findIndex(({ type }) => type === ComponentType.ActionRow)
  const counted = components.filter(
    ({ type }, at) => type !== ComponentType.MediaGallery || buttons < 0 || at < buttons,
  )
  return MARGIN + counted.reduce((sum, component) => sum + heightOf(component), 0) <= SCREEN + below
}

function heightOf(component: APIComponentInContainer): number {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return 8 + textHeight(component.content)
    case ComponentType.Section:
      return Math.max(BUTTON.row, ...component.components.map(({ content }) => textHeight(content)))
    case ComponentType.ActionRow: {
      const labels = component.components.map((item) => ('label' in item ? (item.label ?? '') : ''))
      const isMenu = component.components.some(({ type }) => type !== ComponentType.Button)
      return isMenu ? BUTTON.menu : BUTTON.row * rowsOnScreen(labels, BUTTON.size, BUTTON.padding, WIDTH)
    }
    case ComponentType.MediaGallery:
      return PICTURE
    default:
      return 17
  }
}

function textHeight(content: string): number {
  return content.split('\n').reduce((sum, line) => sum + lineHeight(line.replaceAll(/\\(?=[^\w\s])/gu, '')), 0)
}

function lineHeight(line: string): number {
  if (line.startsWith('### ')) return 8 + 25 * linesOnScreen(line.slice(4), 18, WIDTH)
  if (/^\s*-# /u.test(line)) return 18 * linesOnScreen(line.trimStart().slice(3), 13, WIDTH - 24)
  return 22 * linesOnScreen(line, 16, WIDTH - 24)
}
