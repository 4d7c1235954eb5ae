import { type APIButtonComponent, type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js'
import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton, Actions, Block, LinkButton, List, Message } from '../../../message/index.ts'
import { httpUrl, isBlank, oneLine, splitRichText, truncate } from '../../../message/sanitize.ts'
import { withServer } from './custom-id.ts'
import { LIMITS } from './limits.ts'
import { escapeMarkdown, label, toMarkdown } from './markdown.ts'
import { linesOf, type Piece } from './pieces.ts'
import { matrixPieces, tablePieces } from './table.ts'

const TONES = { info: 'ℹ️', success: '✅', warning: '⚠️', error: '❌' } as const

/** Splits a message into pieces with unique custom ids. */
export function layoutMessage(message: Message, t: Translator, server?: string): readonly Piece[] {
  const ids = createIdAllocator(server)
  return message.blocks.flatMap((block, of) => piecesOfBlock(block, of, t, ids))
}

function piecesOfBlock(block: Block, of: number, t: Translator, ids: IdAllocator): readonly Piece[] {
  switch (block.type) {
    case 'heading':
      return isBlank(block.text)
        ? []
        : [
            {
              kind: 'line',
              text: `### ${escapeMarkdown(truncate(oneLine(block.text), LIMITS.heading))}`,
              count: 0,
              leads: true,
            },
          ]
    case 'text':
      return linesOf(block.text)
    case 'note':
      return linesOf(block.text, `${TONES[block.tone]} `)
    case 'fields':
      return block.fields.flatMap(({ label: name, value }) =>
        linesOf([{ type: 'strong', text: `${name}:` }, { type: 'text', text: ' ' }, ...value]),
      )
    case 'list':
      return listPieces(block)
    case 'matrix':
      return matrixPieces(block, of, t)
    case 'table':
      return tablePieces(block, of)
    case 'progress':
      return [
        {
          kind: 'line',
          text: `${bar(block.done, block.total)} ${escapeMarkdown(truncate(oneLine(block.label), LIMITS.heading))}`,
          count: 1,
        },
      ]
    case 'actions':
      return actionPieces(block, t, ids)
    case 'divider':
      return [{ kind: 'rule', count: 0, leads: true }]
  }
}

function listPieces({ items, title, numbered }: List): readonly Piece[] {
  const lines = items.flatMap(({ text, detail }, at): Piece[] => {
    const mark = numbered ? `${at + 1}. ` : '- '
    const own = splitRichText(text, LIMITS.line).map(toMarkdown)
    const below = (detail ? splitRichText(detail, LIMITS.line) : []).map((part) => `  -# ${toMarkdown(part)}`)
    // An item's first line stays with the lines below it.
    return [`${mark}${own[0] ?? '…'}`, ...own.slice(1), ...below].map((line, index, all) => ({
      kind: 'line',
      text: line,
      count: index === 0 ? 1 : 0,
      leads: index === 0 && all.length > 1,
    }))
  })
  const head = title && !isBlank(title.map(({ text }) => text).join('')) ? linesOf(title) : []
  return [...head.map((piece): Piece => ({ ...piece, leads: true })), ...lines]
}

const CELLS = 10

function bar(done: number, total: number): string {
  const share = total > 0 && done > 0 ? Math.min(1, done / total) : 0
  const full = Math.round(share * CELLS)
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full)
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

/** Up to five actions are buttons, more are menus. */
function actionPieces({ actions, title, links = [] }: Actions, t: Translator, ids: IdAllocator): readonly Piece[] {
  const head: Piece[] =
    title === undefined || isBlank(title)
      ? []
      : [
          {
            kind: 'line',
            text: `**${escapeMarkdown(truncate(oneLine(title), LIMITS.heading))}**`,
            count: 0,
            leads: true,
          },
        ]
  if (actions.length <= LIMITS.buttonsInARow) {
    const buttons = [...actions.flatMap((action) => buttonOf(action, ids)), ...links.flatMap(linkOf)]
    return buttons.length === 0 ? [] : [...head, ...chunk(buttons, LIMITS.buttonsInARow).map(choice)]
  }
  const values = new Set<string>()
  const options = actions.flatMap((action) => {
    const value = ids.value(action.payload)
    if (value === undefined || values.has(value)) return []
    values.add(value)
    return [{ label: truncate(label(action.label), LIMITS.optionText) || '…', value }]
  })
  const placeholder = truncate(label(title ?? t('paging.choose')) || t('paging.choose'), LIMITS.placeholder)
  const menus = chunk(options, LIMITS.options).map((part): Piece => {
    const menu = {
      type: ComponentType.StringSelect,
      custom_id: ids.menu(),
      placeholder,
      options: part,
    } as const
    return {
      kind: 'choice',
      count: part.length,
      row: { type: ComponentType.ActionRow, components: [{ ...menu, options: [...menu.options] }] },
    }
  })
  return [...menus, ...chunk(links.flatMap(linkOf), LIMITS.buttonsInARow).map(choice)]
}

function buttonOf(
  { label: caption, payload, style, emoji }: ActionButton,
  ids: IdAllocator,
): APIButtonComponentWithCustomId[] {
  const id = ids.take(payload)
  if (id === undefined) return []
  const drawn = style === undefined ? ButtonStyle.Secondary : STYLES[style]
  if (emoji === undefined) return [button(caption, id, drawn)]
  const [name, emojiId] = emoji.sign?.split(':') ?? []
  return name !== undefined && emojiId !== undefined
    ? [{ ...button(caption, id, drawn), emoji: { name, id: emojiId } }]
    : [button(`${emoji.sign ?? emoji.text} ${caption}`, id, drawn)]
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

function choice(buttons: readonly APIButtonComponent[]): Piece {
  return { kind: 'choice', count: buttons.length, row: { type: ComponentType.ActionRow, components: [...buttons] } }
}

export function chunk<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
}
