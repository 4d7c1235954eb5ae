import { type APIButtonComponent, type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js'
import type { Translator } from '../../../i18n/index.ts'
import {
  type ActionButton,
  type Actions,
  altText,
  type Block,
  type LinkButton,
  type List,
  linesBelow,
  type Message,
} from '../../../message/index.ts'
import { chunk, progressBar } from '../../../message/layout.ts'
import { httpUrl, isBlank, oneLine, splitRichText, truncate } from '../../../message/sanitize.ts'
import { withServer } from './custom-id.ts'
import { LIMITS } from './limits.ts'
import { escapeMarkdown, label, type ReadNativeForm, toMarkdown } from './markdown.ts'
import { type ActionRow, linesOf, type Piece, titleLine } from './pieces.ts'
import { matrixPieces, tablePieces } from './table.ts'

const TONES = { info: 'ℹ️', success: '✅', warning: '⚠️', error: '❌' } as const

export interface LayoutOptions {
  readonly t: Translator
  /** The server that custom ids name, if they do. */
  readonly server?: string | undefined
  /** How commands are named. */
  readonly nativeForm?: ReadNativeForm | undefined
}

/** Lays a message out as pieces with unique custom ids, in reading order. */
export function layoutMessage(message: Message, { t, server, nativeForm }: LayoutOptions): readonly Piece[] {
  const ids = createIdAllocator(server)
  return message.blocks.flatMap((block, of) => piecesOfBlock(block, of, { t, ids, nativeForm }))
}

interface Drawing extends Pick<LayoutOptions, 't' | 'nativeForm'> {
  readonly ids: IdAllocator
}

function piecesOfBlock(block: Block, of: number, { t, ids, nativeForm }: Drawing): readonly Piece[] {
  switch (block.type) {
    case 'heading': {
      if (isBlank(block.text)) return []
      const text = `### ${escapeMarkdown(truncate(oneLine(block.text), LIMITS.heading))}`
      return [{ kind: 'line', of, text, count: 0, keepWithNext: true, isHeading: true }]
    }
    case 'text':
      return linesOf(block.text, of, { nativeForm })
    case 'note':
      return linesOf(block.text, of, { before: `${TONES[block.tone]} `, nativeForm })
    case 'fields':
      return block.fields.flatMap(({ label: name, value }) =>
        linesOf([{ type: 'strong', text: `${name}:` }, { type: 'text', text: ' ' }, ...value], of, { nativeForm }),
      )
    case 'list':
      return listPieces(block, of, nativeForm)
    case 'matrix':
      return matrixPieces(block, of, t)
    case 'table':
      return tablePieces(block, of)
    case 'progress': {
      const label = escapeMarkdown(truncate(oneLine(block.label), LIMITS.heading))
      return [{ kind: 'line', of, text: `${progressBar(block.done, block.total)} ${label}`, count: 1 }]
    }
    case 'actions':
      return actionPieces(block, of, t, ids)
    case 'divider':
      return [{ kind: 'rule', of, count: 0, keepWithNext: true }]
    case 'picture': {
      const description =
        truncate(oneLine(altText(block.picture, LIMITS.pictureDescription)), LIMITS.pictureDescription) || '…'
      return [{ kind: 'picture', of, count: 0, name: `picture-${of}.png`, description, picture: block.picture }]
    }
  }
}

function listPieces(
  { items, title, numbered, first = 1 }: List,
  of: number,
  nativeForm: ReadNativeForm | undefined,
): readonly Piece[] {
  const lines = items.flatMap((item, at): Piece[] => {
    const mark = numbered ? `${first + at}. ` : '- '
    const own = splitRichText(item.text, LIMITS.line).map((part) => toMarkdown(part, nativeForm))
    const below = linesBelow(item)
      .flatMap((line) => splitRichText(line, LIMITS.line))
      .map((part) => `  -# ${toMarkdown(part, nativeForm)}`)
    // An item's first line stays with the lines below it.
    return [`${mark}${own[0] ?? '…'}`, ...own.slice(1), ...below].map((line, index, all) => ({
      kind: 'line',
      of,
      isListed: true,
      text: line,
      count: index === 0 ? 1 : 0,
      keepWithNext: index === 0 && all.length > 1,
    }))
  })
  const head = title && !isBlank(title.map(({ text }) => text).join('')) ? linesOf(title, of, { nativeForm }) : []
  return [...head.map((piece) => ({ ...piece, keepWithNext: true, isListed: true })), ...lines]
}

interface IdAllocator {
  /** A button id that this message does not have yet; undefined if it would be too long. */
  take(payload: string): string | undefined
  menu(): string
  /** The value of a menu option; undefined if it would be too long. */
  value(payload: string): string | undefined
}

/** The second button with the same payload gets a number before it. */
function createIdAllocator(server: string | undefined): IdAllocator {
  const taken = new Set<string>()
  let menus = 0
  return {
    take(payload) {
      for (let twins = 0; twins < 100; twins++) {
        const plain = twins === 0 ? payload : `${twins}~${payload}`
        const id = withServer(plain, server) ?? withServer(plain, undefined)
        if (id === undefined) return undefined
        if (taken.has(id)) continue
        taken.add(id)
        return id
      }
      return undefined
    },
    menu() {
      menus += 1
      return `pick~${menus}`
    },
    value: (payload) => withServer(payload, server) ?? withServer(payload, undefined),
  }
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

/** With more actions than this, they are options of a menu, where they are harder to find. */
const MAX_BUTTONS = 8

/** A longer label beside a text leaves the text a narrow column. */
const MAX_LABEL_BESIDE = 40

function actionPieces(
  { actions, title, links = [] }: Actions,
  of: number,
  t: Translator,
  ids: IdAllocator,
): readonly Piece[] {
  const rows = (buttons: readonly APIButtonComponent[]): readonly Piece[] =>
    chunk(buttons, LIMITS.buttonsInARow).map((row) => rowPiece([...row], of, row.length))
  if (actions.length <= MAX_BUTTONS) {
    const buttons = [...actions.flatMap((action) => buttonOf(action, ids)), ...links.flatMap(linkOf)]
    const [only, ...others] = buttons
    if (only === undefined) return []
    const longest = Math.max(...[...actions, ...links].map((each) => each.label.length))
    if (title && !isBlank(title) && others.length === 0 && longest <= MAX_LABEL_BESIDE) {
      const text = escapeMarkdown(truncate(oneLine(title), LIMITS.line))
      return [{ kind: 'section', of, count: 1, isChoice: true, text, button: only }]
    }
    return [...(title && !isBlank(title) ? [{ ...titleLine(title, of), isChoice: true }] : []), ...rows(buttons)]
  }
  const values = new Set<string>()
  const options = actions.flatMap((action) => {
    const value = ids.value(action.payload)
    if (value === undefined || values.has(value)) return []
    values.add(value)
    return [{ label: truncate(label(action.label), LIMITS.optionText) || '…', value }]
  })
  const placeholder = truncate(label(title ?? t('paging.choose')) || t('paging.choose'), LIMITS.placeholder)
  const menus = chunk(options, LIMITS.options).map((some): Piece => {
    const type = ComponentType.StringSelect
    return rowPiece([{ type, custom_id: ids.menu(), placeholder, options: [...some] }], of, some.length)
  })
  return [...menus, ...rows(links.flatMap(linkOf))]
}

function rowPiece(components: ActionRow['components'], of: number, count: number): Piece {
  return { kind: 'row', of, count, isChoice: true, row: actionRow(components) }
}

export function actionRow(components: ActionRow['components']): ActionRow {
  return { type: ComponentType.ActionRow, components }
}

function buttonOf(
  { label: caption, payload, style, emoji }: ActionButton,
  ids: IdAllocator,
): APIButtonComponentWithCustomId[] {
  const id = ids.take(payload)
  if (id === undefined) return []
  const buttonStyle = style === undefined ? ButtonStyle.Secondary : STYLES[style]
  if (emoji === undefined) return [button(caption, id, buttonStyle)]
  const [name, emojiId] = emoji.sign?.split(':') ?? []
  return name !== undefined && emojiId !== undefined
    ? [{ ...button(caption, id, buttonStyle), emoji: { name, id: emojiId } }]
    : [button(`${emoji.sign ?? emoji.text} ${caption}`, id, buttonStyle)]
}

function linkOf({ label: caption, url }: LinkButton): APIButtonComponent[] {
  const address = httpUrl(url, LIMITS.buttonUrl)
  if (address === undefined) return []
  const text = truncate(label(caption), LIMITS.buttonLabel) || '…'
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: address }]
}

export function button(
  caption: string,
  id: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    custom_id: id,
    label: truncate(label(caption), LIMITS.buttonLabel) || '…',
    style,
  }
}
