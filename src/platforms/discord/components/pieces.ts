import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js'
import type { RichText } from '../../../message/index.ts'
import { splitRichText } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import { toMarkdown } from './markdown.ts'

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>

/**
 * The smallest parts of a message, which no page break divides. `count` is what a piece adds to the number of lines left out; `leads` keeps
 * it on the page of the piece that follows.
 */
export type Piece =
  | {
      readonly kind: 'line'
      readonly text: string
      readonly count: number
      readonly leads?: boolean
      readonly gap?: boolean
    }
  /** A row of the code block that draws table `of`, under its head. */
  | {
      readonly kind: 'code'
      readonly text: string
      readonly head: string
      readonly count: number
      readonly of: number
      readonly leads?: boolean
    }
  | { readonly kind: 'rule'; readonly count: 0; readonly leads?: boolean }
  | { readonly kind: 'choice'; readonly row: ActionRow; readonly count: number; readonly leads?: boolean }

/** Rich text as lines of markdown. */
export function linesOf(text: RichText, before = '', after = ''): readonly Piece[] {
  return splitRichText(text, LIMITS.line).map((part, at) => ({
    kind: 'line',
    text: `${at === 0 ? before : ''}${toMarkdown(part)}${after}`,
    count: 1,
  }))
}
