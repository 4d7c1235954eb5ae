import type { Emoji } from './emoji.ts'

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
