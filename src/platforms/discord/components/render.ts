import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js'
import type { Translator } from '../../../i18n/index.ts'
import { type Message, plainText } from '../../../message/index.ts'
import { maxFitting, paginate, withoutTrailingLeads } from '../../../message/paginate.ts'
import { isBlank, oneLine, truncate } from '../../../message/sanitize.ts'
import { button, chunk, layoutMessage } from './layout.ts'
import { LIMITS } from './limits.ts'
import { escapeMarkdown } from './markdown.ts'
import type { ActionRow, Piece } from './pieces.ts'

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
  /** A first line, as trusted markdown. */
  readonly header?: string
}

/** Renders a message, or one page of it, as components. */
export function renderMessage(message: Message, options: RenderOptions): readonly APIMessageTopLevelComponent[] {
  const above: readonly Piece[] = options.header === undefined ? [] : [{ kind: 'line', text: options.header, count: 0 }]
  const content = layoutMessage(message, options.t, options.server)
  const pieces = content.length > 0 || above.length > 0 ? [...above, ...content] : [summaryLine(message)]
  const extra = (options.buttons ?? []).map(({ label, id }) => button(label, id))
  const buttonRows = chunk(extra, LIMITS.buttonsInARow).map((row) => rowOf([...row]))
  const whole = [...buildComponents(pieces), ...buttonRows]
  const drawn = fits(whole)
    ? whole
    : options.pageId
      ? pageOf(pieces, { ...options, pageId: options.pageId }, buttonRows)
      : truncatePieces(pieces, options.t, buttonRows)
  const files = message.files?.map(({ name }) => ({
    type: ComponentType.File as const,
    file: { url: `attachment://${name}` },
  }))
  return [
    {
      type: ComponentType.Container,
      components: drawn.length > 0 ? [...drawn] : [...buildComponents([summaryLine(message)])],
    },
    ...(files ?? []),
  ]
}

/** The line for a message with no visible content. */
function summaryLine({ summary, blocks }: Message): Piece {
  const text = [summary, ...blocks.map((block) => (block.type === 'text' ? plainText(block.text) : ''))].find(
    (each) => !isBlank(each),
  )
  return { kind: 'line', text: escapeMarkdown(truncate(oneLine(text ?? '…'), LIMITS.line)), count: 1 }
}

function rowOf(components: ActionRow['components']): ActionRow {
  return { type: ComponentType.ActionRow, components }
}

/** Builds components: successive lines become one text, successive rows of a table one code block. */
function buildComponents(pieces: readonly Piece[]): readonly APIComponentInContainer[] {
  const drawn: APIComponentInContainer[] = []
  let lines: string[] = []
  let table: { readonly of: number; readonly rows: string[] } | undefined

  const endTable = (): void => {
    if (table) lines.push(`\`\`\`\n${table.rows.join('\n')}\n\`\`\``)
    table = undefined
  }
  const endText = (): void => {
    endTable()
    if (lines.length > 0) drawn.push({ type: ComponentType.TextDisplay, content: lines.join('\n') })
    lines = []
  }
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'code':
        if (table?.of !== piece.of) endTable()
        table ??= { of: piece.of, rows: [piece.head] }
        table.rows.push(piece.text)
        break
      case 'line':
        endTable()
        lines.push(piece.text)
        break
      case 'rule':
        endText()
        // No divider at the start or twice in a row.
        if (drawn.length > 0 && drawn.at(-1)?.type !== ComponentType.Separator) {
          drawn.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small })
        }
        break
      case 'choice':
        endText()
        drawn.push(piece.row)
        break
    }
  }
  endText()
  return drawn.at(-1)?.type === ComponentType.Separator ? drawn.slice(0, -1) : drawn
}

function fits(components: readonly APIComponentInContainer[]): boolean {
  let count = 1
  let text = 0
  for (const component of components) {
    count += component.type === ComponentType.ActionRow ? 1 + component.components.length : 1
    if (component.type === ComponentType.TextDisplay) text += component.content.length
  }
  return count <= LIMITS.components && text <= LIMITS.text
}

type Turning = RenderOptions & { readonly pageId: (page: number) => string }

/** Renders one page. The heading and, if they are few, the last actions are on every page. */
function pageOf(
  pieces: readonly Piece[],
  options: Turning,
  buttonRows: readonly ActionRow[],
): readonly APIComponentInContainer[] {
  const { t } = options
  const closing = closingOf(pieces)
  const body = pieces.slice(0, pieces.length - closing.length)
  const title = body.slice(0, 1).filter((piece) => piece.kind === 'line' && piece.leads === true)
  const footer = (page: number, pages: number): readonly APIComponentInContainer[] => [
    { type: ComponentType.TextDisplay, content: `-# ${escapeMarkdown(t('paging.page', { page: page + 1, pages }))}` },
    turning(page, pages, options),
    ...buttonRows,
  ]
  const pages = paginate(body, (some) =>
    fits([...buildComponents([...title, ...some, ...closing]), ...footer(999, 9999)]),
  )
  const page = Math.min(pages.length - 1, Math.max(0, Math.trunc(options.page ?? 0) || 0))
  const content = [...(page > 0 ? title : []), ...(pages[page] ?? []), ...closing]
  return [...buildComponents(content), ...(pages.length > 1 ? footer(page, pages.length) : buttonRows)]
}

function turning(page: number, pages: number, { t, pageId: turn }: Turning): ActionRow {
  return rowOf([
    ...(page > 0 ? [button(t('paging.previous'), turn(page - 1))] : []),
    ...(page + 1 < pages ? [button(t('paging.next'), turn(page + 1))] : []),
  ])
}

const MAX_CLOSING = { components: 14, text: 600 }

/** The actions at the end of a message, if they are few enough to repeat on every page. */
function closingOf(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findLastIndex((piece) => piece.kind !== 'choice' && piece.leads !== true) + 1
  const closing = pieces.slice(from)
  const cost = closing.reduce((sum, piece) => sum + (piece.kind === 'choice' ? 1 + piece.row.components.length : 1), 0)
  const text = closing.reduce((sum, piece) => sum + (piece.kind === 'line' ? piece.text.length : 0), 0)
  return from > 0 && cost <= MAX_CLOSING.components && text <= MAX_CLOSING.text ? closing : []
}

/** As much as fits on one page: actions first, then text from the start, and how much was left out. */
function truncatePieces(
  pieces: readonly Piece[],
  t: Translator,
  buttonRows: readonly ActionRow[],
): readonly APIComponentInContainer[] {
  const leftOut = (count: number): Piece => ({
    kind: 'line',
    text: `-# ${escapeMarkdown(t('paging.leftOut', { count }))}`,
    count: 0,
  })
  const choices = pieces.filter((piece) => piece.kind === 'choice')
  const room = (some: readonly Piece[]): boolean =>
    fits([...buildComponents([leftOut(999_999), ...some]), ...buttonRows])
  const keptChoices = new Set<Piece>(choices.slice(0, maxFitting(choices, room)))
  const body = pieces.filter((piece) => piece.kind !== 'choice')
  const withChoices = (some: readonly Piece[]): readonly Piece[] => {
    const shown = new Set(some)
    return pieces.filter((piece) => shown.has(piece) || keptChoices.has(piece))
  }
  const lines = body.slice(
    0,
    withoutTrailingLeads(
      body,
      maxFitting(body, (some) => room(withChoices(some))),
    ),
  )
  const shown = withChoices(lines)
  const isShown = new Set(shown)
  const count = pieces.reduce((sum, piece) => sum + (isShown.has(piece) ? 0 : piece.count), 0)
  const end = shown.findLastIndex((piece) => piece.kind !== 'choice') + 1
  const missing = count > 0 ? [leftOut(count)] : []
  return [...buildComponents([...shown.slice(0, end), ...missing, ...shown.slice(end)]), ...buttonRows]
}
