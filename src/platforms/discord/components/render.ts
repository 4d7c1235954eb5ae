import { createHash } from 'node:crypto'
import {
  type APIComponentInContainer,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js'
import type { Translator } from '../../../i18n/index.ts'
import { type Accent, type Message, plainText } from '../../../message/index.ts'
import { chunk, layoutPage, type PageRenderer } from '../../../message/layout.ts'
import { isBlank, oneLine, truncate } from '../../../message/sanitize.ts'
import { actionRow, button, layoutMessage } from './layout.ts'
import { LIMITS } from './limits.ts'
import { escapeMarkdown, type ReadNativeForm } from './markdown.ts'
import { type ActionRow, type LinePiece, type PicturePiece, type Piece, smallLine } from './pieces.ts'
import { fitsScreen } from './screen.ts'

export interface RenderOptions {
  readonly t: Translator
  /** The page, from 0; a higher number than the last gives the last page. */
  readonly page?: number
  /** The id of a button for another page. Without it, what does not fit is left out, and the message says how much. */
  readonly pageId?: (page: number) => string
  /** Buttons at the end of every page. */
  readonly buttons?: readonly { readonly label: string; readonly id: string }[]
  /** The server that the message is about, if it is not posted in it. */
  readonly server?: string
  /** How commands are named where the message is shown; without it, as they are typed. */
  readonly nativeForm?: ReadNativeForm | undefined
  /** A first line, as trusted markdown. */
  readonly header?: string
}

/** A page of a message. */
export interface RenderedPage {
  /** The page without its pictures. */
  readonly components: readonly APIMessageTopLevelComponent[]
  /** The same page with them; undefined if it has none. */
  readonly pictures: PicturePage | undefined
}

/** A page that shows pictures, which are uploaded with it. */
export interface PicturePage {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** The id of its container, with pictures and without: other pages have other marks. */
  readonly mark: number
  readonly pictures: readonly Pick<PicturePiece, 'name' | 'description' | 'picture'>[]
}

/** Renders a message, or one page of it, as components without pictures. */
export function renderMessage(message: Message, options: RenderOptions): readonly APIMessageTopLevelComponent[] {
  return renderPage(message, options).components
}

/** Renders a message, or one page of it, without its pictures and with them. */
export function renderPage(message: Message, options: RenderOptions): RenderedPage {
  const { t, header, page, pageId } = options
  const above: readonly Piece[] = header === undefined ? [] : [{ kind: 'line', of: -1, text: header, count: 0 }]
  const content = onScreen(layoutMessage(message, options), options)
  const pieces = content.length > 0 || above.length > 0 ? [...above, ...content] : [summaryLine(message)]
  // What was asked for in full, as a table is, may be longer than a screen.
  const isPaged = pageId !== undefined && !message.blocks.some(({ type }) => type === 'matrix' || type === 'table')
  const buttons = (options.buttons ?? []).map(({ label, id }) => button(label, id))
  const below = (buttons.length > 0 ? ROW_BELOW : 0) + (header === undefined ? 0 : HEADER_BELOW)
  const renderer: PageRenderer<Piece, APIComponentInContainer> = {
    build: buildComponents,
    fits: (components) => isWithin(components, LIMITS) && (!isPaged || fitsScreen(components, below)),
    isShort: (components) => isWithin(components, MAX_CLOSING),
    leftOut: (count) => smallLine(t('paging.leftOut', { count }), -1),
    footer:
      pageId &&
      ((at, pages) => [
        { type: ComponentType.TextDisplay, content: `-# ${escapeMarkdown(t('paging.page', { page: at + 1, pages }))}` },
        pageButtons(at, pages, t, pageId),
      ]),
    extra: chunk(buttons, LIMITS.buttonsInARow).map((row) => actionRow([...row])),
  }
  const components = layoutPage(pieces, renderer, page)
  const files = message.files?.map(({ name }) => ({
    type: ComponentType.File as const,
    file: { url: `attachment://${name}` },
  }))
  const accent = accentOf(message)
  const pageWith = (some: readonly APIComponentInContainer[], mark?: number) => [
    {
      type: ComponentType.Container as const,
      ...(mark !== undefined && { id: mark }),
      ...(accent && { accent_color: ACCENTS[accent] }),
      components: [...(some.length > 0 ? some : buildComponents([summaryLine(message)]))],
    },
    ...(files ?? []),
  ]
  const names = new Set(components.flatMap(namesInGallery))
  if (names.size === 0) return { components: pageWith(components), pictures: undefined }
  const mark = markOf(components)
  return {
    components: pageWith(withoutGalleries(components), mark),
    pictures: {
      components: pageWith(components, mark),
      mark,
      pictures: content.flatMap((piece) => (piece.kind === 'picture' && names.has(piece.name) ? [piece] : [])),
    },
  }
}

/**
 * Puts the pictures below the buttons if the rest would not stay on the screen beside them, and each on a page of its own, under its
 * title, if the rest takes several pages.
 */
function onScreen(pieces: readonly Piece[], { pageId }: RenderOptions): readonly Piece[] {
  if (pageId === undefined || fitsScreen(buildComponents(pieces))) return pieces
  const pictures = pieces.filter(({ kind }) => kind === 'picture')
  const others = pieces.filter(({ kind }) => kind !== 'picture')
  if (pictures.length === 1 && fitsScreen(buildComponents(others))) return [...others, ...pictures]
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind !== 'picture') return [piece]
    return [smallLine(piece.picture.title, piece.of), piece].map((each) => ({ ...each, hasOwnPage: true }))
  })
}

/** The accent of a message. One that is nothing but notes, as an error is, has the color of the first. */
function accentOf({ accent, blocks }: Message): Accent | undefined {
  const [first] = blocks
  if (accent !== undefined || first?.type !== 'note') return accent
  const isNotice = blocks.every(({ type }) => type === 'note' || type === 'actions')
  return isNotice ? TONE_ACCENTS[first.tone] : undefined
}

const TONE_ACCENTS = { info: undefined, success: 'success', warning: 'warning', error: 'danger' } as const

/** The colors of Discord's own buttons and states, as numbers (components/reference, container). */
const ACCENTS: Readonly<Record<Accent, number>> = {
  info: 0x5865f2,
  success: 0x248046,
  warning: 0xf0b232,
  danger: 0xda373c,
  neutral: 0x80848e,
}

/** The row below an answer, such as the one that shares it, may be further down than the screen. */
const ROW_BELOW = 60

/** The line of who shared an answer must not take its picture away: it uses the line that is left for words that wrap differently. */
const HEADER_BELOW = 30

const ATTACHED = 'attachment://'

function galleryOf({ name, description }: PicturePiece): APIMediaGalleryComponent {
  return { type: ComponentType.MediaGallery, items: [{ media: { url: `${ATTACHED}${name}` }, description }] }
}

function namesInGallery(component: APIComponentInContainer): readonly string[] {
  if (component.type !== ComponentType.MediaGallery) return []
  return component.items.map(({ media }) => media.url.slice(ATTACHED.length))
}

/** Without the galleries, and without a separator that then is the second in a row or at an end. */
function withoutGalleries(components: readonly APIComponentInContainer[]): readonly APIComponentInContainer[] {
  const isRule = (component: APIComponentInContainer | undefined) => component?.type === ComponentType.Separator
  const rest = components.filter(({ type }) => type !== ComponentType.MediaGallery)
  const single = rest.filter((component, at) => !isRule(component) || (at > 0 && !isRule(rest[at - 1])))
  return isRule(single.at(-1)) ? single.slice(0, -1) : single
}

/**
 * A number that tells pages with pictures from each other: 30 bits of a hash, and above the numbers that Discord gives to components
 * without an id (components/reference, anatomy of a component).
 */
function markOf(components: readonly APIComponentInContainer[]): number {
  const hash = createHash('sha256').update(JSON.stringify(components)).digest()
  return 2 ** 30 + (hash.readUInt32BE(0) % 2 ** 30)
}

/** The line for a message with no visible content. */
function summaryLine({ summary, blocks }: Message): Piece {
  const text = [summary, ...blocks.map((block) => (block.type === 'text' ? plainText(block.text) : ''))].find(
    (each) => !isBlank(each),
  )
  return { kind: 'line', of: -1, text: escapeMarkdown(truncate(oneLine(text ?? '…'), LIMITS.line)), count: 1 }
}

/** Builds components: successive lines become one text, successive rows of a table one code block. */
function buildComponents(pieces: readonly Piece[]): readonly APIComponentInContainer[] {
  const components: APIComponentInContainer[] = []
  let lines: string[] = []
  let above: LinePiece | undefined
  let table: { readonly of: number; readonly rows: string[] } | undefined

  const endTable = (): void => {
    if (table) lines.push(`\`\`\`\n${table.rows.join('\n')}\n\`\`\``)
    table = undefined
  }
  const endText = (): void => {
    endTable()
    if (lines.length > 0) components.push({ type: ComponentType.TextDisplay, content: lines.join('\n') })
    lines = []
    above = undefined
  }
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'code':
        if (table?.of !== piece.of) endTable()
        table ??= { of: piece.of, rows: [piece.head] }
        table.rows.push(piece.text)
        above = undefined
        break
      case 'line':
        endTable()
        if (above && needsBlankLine(above, piece)) lines.push('')
        lines.push(piece.text)
        above = piece
        break
      case 'rule':
        endText()
        // No divider at the start or twice in a row.
        if (components.length > 0 && components.at(-1)?.type !== ComponentType.Separator) {
          components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small })
        }
        break
      case 'row':
        endText()
        components.push(piece.row)
        break
      case 'section':
        endText()
        components.push({
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: piece.text }],
          accessory: piece.button,
        })
        break
      case 'picture':
        endText()
        components.push(galleryOf(piece))
        break
    }
  }
  endText()
  return components.at(-1)?.type === ComponentType.Separator ? components.slice(0, -1) : components
}

/** Whether a blank line goes between two lines: where a list begins or ends, but not right under the heading. */
function needsBlankLine(above: LinePiece, below: LinePiece): boolean {
  return above.of !== below.of && above.isHeading !== true && (above.isListed === true || below.isListed === true)
}

/** The most that the actions at the end of a message take on every page. */
const MAX_CLOSING = { components: 15, text: 600 }

/** Whether components, in their container, are within limits: nested components and characters of text. */
function isWithin(
  components: readonly APIComponentInContainer[],
  limits: { readonly components: number; readonly text: number },
): boolean {
  let count = 1
  let text = 0
  for (const component of components) {
    count += 1
    if (component.type === ComponentType.ActionRow) count += component.components.length
    // Its items may count as components too: the documents do not say.
    if (component.type === ComponentType.MediaGallery) count += component.items.length
    if (component.type === ComponentType.TextDisplay) text += component.content.length
    if (component.type === ComponentType.Section) {
      // Its lines and its accessory.
      count += component.components.length + 1
      for (const { content } of component.components) text += content.length
    }
  }
  return count <= limits.components && text <= limits.text
}

function pageButtons(page: number, pages: number, t: Translator, pageId: (page: number) => string): ActionRow {
  return actionRow([
    ...(page > 0 ? [button(t('paging.previous'), pageId(page - 1))] : []),
    ...(page + 1 < pages ? [button(t('paging.next'), pageId(page + 1))] : []),
  ])
}
