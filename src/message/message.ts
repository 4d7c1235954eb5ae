import type { Emoji } from './emoji.ts'
import { isLegible, type Picture } from './picture.ts'

/**
 * A message as data, independent of any platform. Each platform renders it within its own limits: it escapes, truncates and
 * paginates.
 */
export interface Message {
  /** The gist in one line, for notifications and screen readers. */
  readonly summary: string
  readonly blocks: readonly Block[]
  readonly files?: readonly Attachment[]
  /** What the message is about at a glance: a platform that has colored edges shows it, the others ignore it. */
  readonly accent?: Accent
}

export type Accent = 'info' | 'success' | 'warning' | 'danger' | 'neutral'

export type Block = Heading | Text | Fields | List | Matrix | Table | Progress | Note | Actions | Divider | PictureBlock

/** A file that goes with a message. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

export interface Heading {
  readonly type: 'heading'
  readonly text: string
}

export interface Text {
  readonly type: 'text'
  readonly text: RichText
}

/** Short facts, each with its label. */
export interface Fields {
  readonly type: 'fields'
  readonly fields: readonly { readonly label: string; readonly value: RichText }[]
}

/** Items under an optional title. */
export interface List {
  readonly type: 'list'
  /** Whether the items are numbered, to be picked by number. */
  readonly numbered?: boolean
  /** The number of the first item; 1 by default. */
  readonly first?: number
  readonly title?: RichText
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly text: RichText
  /** Said below the item, less prominently. */
  readonly detail?: RichText
  /** Further details, each on a line of its own. */
  readonly more?: readonly RichText[]
  /** The action of the message that leads to the item. A platform that can offer it at the item need not list it again. */
  readonly action?: ActionButton
}

/** Rows and columns of text. */
export interface Table {
  readonly type: 'table'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Skills by level (or by role): one proficiency a cell. */
export interface Matrix {
  readonly type: 'matrix'
  readonly columns: readonly { readonly label: string; readonly short: string }[]
  readonly groups: readonly MatrixGroup[]
  /** What each letter and mark that occurs in the cells means, in the reader's language. */
  readonly legend: readonly { readonly sign: string; readonly means: string }[]
}

export interface MatrixGroup {
  readonly label: string
  readonly rows: readonly MatrixRow[]
}

export interface MatrixRow {
  readonly label: string
  readonly cells: readonly MatrixCell[]
}

export interface MatrixCell {
  /** The slug of a step; null if nothing is expected. */
  readonly proficiency: string | null
  /** The rank of the step and the number of steps of its scale, for one that is not of the default scale. */
  readonly step?: readonly [rank: number, steps: number]
  /** The letter of the proficiency, or a dash if nothing is expected. */
  readonly letter: string
  /** The proficiency in words, for readers and platforms that do not show a grid. */
  readonly word: string
  readonly mandatory: boolean | 'unknown'
  /** Whether more is expected here than at the level below; absent if levels are not compared. */
  readonly rises?: boolean
}

export interface Progress {
  readonly type: 'progress'
  readonly done: number
  readonly total: number
  readonly label: string
}

export interface Note {
  readonly type: 'note'
  readonly tone: 'info' | 'success' | 'warning' | 'error'
  readonly text: RichText
}

/** What a person can do next. The payload is what comes back when they do it: at most 100 characters, made by the action codec. */
export interface Actions {
  readonly type: 'actions'
  readonly title?: string
  readonly actions: readonly ActionButton[]
  /** Links to open, beside the actions. */
  readonly links?: readonly LinkButton[]
}

/** A button with which a person's platform opens an address; one that is no web address is left out. */
export interface LinkButton {
  readonly label: string
  readonly url: string
}

export interface ActionButton {
  readonly label: string
  /** Shown before the label. */
  readonly emoji?: Emoji
  readonly payload: string
  readonly style?: 'primary' | 'danger'
  /** The number that picks it in a terminal; actions without one get the numbers from 1 if those are below all keys of the message, else the numbers above all. */
  readonly key?: number
}

export interface Divider {
  readonly type: 'divider'
}

/** A picture of what the message says in words too: it may be missing where a platform cannot show it, or drawing it fails. */
export interface PictureBlock {
  readonly type: 'picture'
  readonly picture: Picture
}

export function heading(text: string): Heading {
  return { type: 'heading', text }
}

/** A picture, or nothing if it would not be legible. */
export function pictureBlocks(picture: Picture): readonly PictureBlock[] {
  return isLegible(picture) ? [{ type: 'picture', picture }] : []
}

export function text(content: RichText): Text {
  return { type: 'text', text: content }
}

export function note(tone: Note['tone'], content: RichText): Note {
  return { type: 'note', tone, text: content }
}

/** A list, or nothing if there are no items. */
export function list(items: readonly ListItem[], title?: RichText): readonly List[] {
  if (items.length === 0) return []
  return [title ? { type: 'list', title, items } : { type: 'list', items }]
}

/** What stands below an item, line by line. */
export function linesBelow({ detail, more = [] }: ListItem): readonly RichText[] {
  return [...(detail ? [detail] : []), ...more]
}

/** A row of actions, or nothing if there are none. */
export function actions(
  buttons: readonly ActionButton[],
  title?: string,
  links: readonly LinkButton[] = [],
): readonly Actions[] {
  if (buttons.length + links.length === 0) return []
  return [{ type: 'actions', ...(title && { title }), actions: buttons, ...(links.length > 0 && { links }) }]
}

// Inline text is data. What a person typed is always a plain `text` value in it, so no renderer can take it for markup,
// a mention or a link: escaping is the renderer's work and happens in one place.

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'emphasis'; readonly text: string }
  /** Text to type, such as a command or a slug. */
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string }
  /** An emoji. A platform that does not know it shows `text`. */
  | { readonly type: 'emoji'; readonly text: string; readonly emoji: Emoji }
  /** A person. Their own platform shows their name, other platforms show `text`. */
  | { readonly type: 'person'; readonly text: string; readonly platform: string; readonly user: string }
  /** A channel, or a group of people. Their own platform shows the name, other platforms show `text`. */
  | {
      readonly type: 'mention'
      readonly kind: 'channel' | 'group'
      readonly text: string
      readonly platform: string
      readonly id: string
    }
  | TimeInline
  | UsageInline

/**
 * A moment, in milliseconds since 1970. A platform with dates of its own shows it in the reader's time zone and language: how far away
 * it is (`relative`), or the day. Others show `text`.
 */
export interface TimeInline {
  readonly type: 'time'
  readonly text: string
  readonly at: number
  readonly style: 'relative' | 'date'
}

/**
 * A command to use. Platforms with native commands show it as one of these, with a subcommand and options by name. Where commands are
 * typed, `text` is the line to type.
 */
export interface UsageInline {
  readonly type: 'usage'
  readonly text: string
  readonly command: string
  readonly subcommand?: string | undefined
  readonly options: Readonly<Record<string, string>>
}

export type RichText = readonly Inline[]

export function plain(text: string): RichText {
  return [{ type: 'text', text }]
}

export function emojiInline(emoji: Emoji): Inline {
  return { type: 'emoji', text: emoji.text, emoji }
}

export function strong(text: string): RichText {
  return [{ type: 'strong', text }]
}

/** The words alone, for a notification, a log or a screen reader. */
export function plainText(text: RichText): string {
  return text.map((inline) => inline.text).join('')
}
