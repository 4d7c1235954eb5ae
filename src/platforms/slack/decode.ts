import type { DecodeText } from '../decoder.ts'

// How Slack writes text (docs.slack.dev/messaging/formatting-message-text): &, < and > as entities; links, people,
// channels and broadcasts in angle brackets; emojis by name. Slash commands and form fields arrive escaped or as typed,
// so that angle brackets with anything else in them are text.

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Keycap emojis by their names in Slack. */
const KEYCAPS: ReadonlyMap<string, string> = new Map([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (name, digit) => [name, `${digit}\ufe0f\u20e3`] as const,
  ),
  ['keycap_ten', '🔟'],
  ['hash', '#\ufe0f\u20e3'],
])

/** An escaped character, what stands in angle brackets, or an emoji's name. None of them is read twice. */
const WRITTEN = /&(?:lt|gt|amp);|<([^<>]*)>|:([a-z_]{1,10}):/gu

/** Decodes a text that Slack sends. */
export const decodeText: DecodeText = (text) =>
  text.toWellFormed().replace(WRITTEN, (written: string, bracketed: string | undefined, emoji: string | undefined) => {
    if (bracketed !== undefined) return reference(bracketed) ?? `<${unescaped(bracketed)}>`
    if (emoji !== undefined) return KEYCAPS.get(emoji) ?? written
    return ENTITIES[written] ?? written
  })

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
}

/** A link, a mention or a date, without its brackets; undefined for any other text. */
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

/** The address, after its label where that says something else: Slack labels "example.com" with itself. */
function link(address: string, label: string): string {
  if (label === '') return address.replace(/^(?:mailto|tel):/iu, '')
  return bare(label) === bare(address) ? label : `${label} (${address})`
}

/** An address as people compare them: without scheme and closing slash. */
function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/u, '')
    .replace(/\/$/u, '')
}
