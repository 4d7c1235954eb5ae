import type { PlainTextElement, RichTextElement } from '@slack/types'
import type { Inline, RichText } from '../../../message/index.ts'
import { oneLine, sanitize, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'

// All text becomes Slack's text here. Elements of rich text and plain_text are literal: a person's text cannot contain markup, a mention
// or a broadcast there. Slack parses markup only in `text`, which notifications show.

const graphemes = new Intl.Segmenter()

/** Escapes Slack's three control characters (docs.slack.dev/messaging/formatting-message-text). */
function escapeText(text: string): string {
  return sanitize(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escapes a text and cuts it between graphemes to at most `maxLength` characters. */
export function truncateEscaped(text: string, maxLength: number): string {
  const whole = escapeText(text)
  if (whole.length <= maxLength) return whole
  let truncated = ''
  for (const { segment } of graphemes.segment(sanitize(text))) {
    const next = escapeText(segment)
    if (truncated.length + next.length > maxLength - 1) break
    truncated += next
  }
  return `${truncated.trimEnd()}…`
}

/** A literal text object on one line, of at most `maxLength` characters. Never empty: Slack refuses that. */
export function plainTextObject(text: string, maxLength: number): PlainTextElement {
  return { type: 'plain_text', text: truncate(oneLine(text), maxLength) || '…', emoji: false }
}

/** Converts rich text to Slack's elements, none of them empty. A detail is less prominent: in italics. */
export function richTextElements(text: RichText, isDetail = false): RichTextElement[] {
  return text.flatMap((inline) => {
    const literal = sanitize(inline.text)
    return literal === '' && inline.type !== 'link' ? [] : [elementOf(inline, literal, isDetail)]
  })
}

function elementOf(inline: Inline, text: string, isDetail: boolean): RichTextElement {
  const italic = isDetail ? { italic: true } : {}
  switch (inline.type) {
    case 'text':
      return isDetail ? { type: 'text', text, style: { italic: true } } : { type: 'text', text }
    case 'strong':
      return { type: 'text', text, style: { bold: true, ...italic } }
    case 'emphasis':
      return { type: 'text', text, style: { italic: true } }
    case 'code':
      return { type: 'text', text, style: { code: true, ...italic } }
    case 'link': {
      const url = safeUrl(inline.url)
      if (url === undefined) return { type: 'text', text: text || '…' }
      return text === '' ? { type: 'link', url } : { type: 'link', url, text }
    }
    case 'emoji': {
      const { shortName } = inline.emoji
      return shortName === undefined ? { type: 'text', text } : { type: 'emoji', name: shortName }
    }
    case 'person':
      return inline.platform === 'slack' ? { type: 'user', user_id: inline.user } : { type: 'text', text }
  }
}

/** Normalizes a URL that Slack can link to; undefined for any other. */
function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(protocol) && href.length <= LIMITS.url ? href : undefined
}
