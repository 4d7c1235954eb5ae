import type { Mention } from '../../bot/index.ts'
import type { DecodeText } from '../decoder.ts'

// Slack's text format (docs.slack.dev/messaging/formatting-message-text): &, < and > are entities; links, users, channels and broadcasts
// are in angle brackets; emojis are names. Slash commands and form fields arrive escaped or unescaped, so other text in angle brackets
// stays.

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Keycap emojis by their names in Slack. */
const KEYCAPS: ReadonlyMap<string, string> = new Map([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (name, digit) => [name, `${digit}\ufe0f\u20e3`] as const,
  ),
  ['keycap_ten', '🔟'],
  ['hash', '#\ufe0f\u20e3'],
])

/** An escaped character, angle brackets, or the name of an emoji. */
const ENCODED = /&(?:lt|gt|amp);|<([^<>]*)>|:([a-z_]{1,10}):/gu

/** Decodes a text that Slack sends. */
export const decodeText: DecodeText = (text) =>
  text.toWellFormed().replace(ENCODED, (encoded: string, bracketed: string | undefined, emoji: string | undefined) => {
    if (bracketed !== undefined) return reference(bracketed) ?? `<${unescaped(bracketed)}>`
    if (emoji !== undefined) return KEYCAPS.get(emoji) ?? encoded
    return ENTITIES[encoded] ?? encoded
  })

/** A user, a user group or a channel in angle brackets. */
const MENTION = /<(?:@(?<user>[UW][A-Z0-9]+)|!subteam\^(?<group>S[A-Z0-9]+)|#(?<channel>[CG][A-Z0-9]+))(?:\|[^<>]*)?>/gu

/** The people, groups and channels that a text mentions, as `decodeText` writes them. */
export function mentionsIn(text: string): readonly Mention[] {
  return [...text.matchAll(MENTION)].flatMap(({ 0: encoded, groups = {} }) =>
    (['user', 'group', 'channel'] as const).flatMap((kind) => {
      const id = groups[kind]
      return id === undefined ? [] : [{ kind, id, text: decodeText(encoded) }]
    }),
  )
}

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
}

/** Decodes a link, a mention or a date in angle brackets; undefined for any other text. */
function reference(bracketed: string): string | undefined {
  const bar = bracketed.indexOf('|')
  const target = unescaped(bar < 0 ? bracketed : bracketed.slice(0, bar))
  const label = bar < 0 ? '' : unescaped(bracketed.slice(bar + 1))
  if (/^(?:https?:\/\/|mailto:|tel:)\S+$/iu.test(target)) return link(target, label)
  if (/^@[UWB][A-Z0-9]+$/u.test(target)) return `@${label.replace(/^@/u, '') || target.slice(1)}`
  if (/^#[CGD][A-Z0-9]+$/u.test(target)) return `#${label.replace(/^#/u, '') || target.slice(1)}`
  if (/^!date\^/u.test(target)) return label || undefined
  if (/^!(?:subteam\^[A-Z0-9]+|here|channel|everyone|group)$/u.test(target)) {
    return `@${label.replace(/^@/u, '') || target.replace(/^!(?:subteam\^)?/u, '')}`
  }
  return undefined
}

/** A URL, after its label if that is different: Slack labels "example.com" with itself. */
function link(address: string, label: string): string {
  if (label === '') return address.replace(/^(?:mailto|tel):/iu, '')
  return bare(label) === bare(address) ? label : `${label} (${address})`
}

/** A URL without its scheme and final slash, for comparison. */
function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/u, '')
    .replace(/\/$/u, '')
}
