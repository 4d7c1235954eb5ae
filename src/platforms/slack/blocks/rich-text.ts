import type { PlainTextElement, RichTextElement } from '@slack/types'
import type { Inline, RichText } from '../../../message/index.ts'
import { oneLine, sanitize, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'

// Words become Slack's text here and nowhere else. Elements of rich text and plain_text are literal: nobody's words can
// be markup, a mention or a broadcast in them. Only `text`, which notifications show, is read for markup.

const signs = new Intl.Segmenter()

/** Text with Slack's three control characters escaped (docs.slack.dev/messaging/formatting-message-text). */
function escapeText(text: string): string {
  return sanitize(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escaped text of at most `most` characters, cut between whole signs. */
export function truncateEscaped(text: string, most: number): string {
  const whole = escapeText(text)
  if (whole.length <= most) return whole
  let truncated = ''
  for (const { segment } of signs.segment(sanitize(text))) {
    const next = escapeText(segment)
    if (truncated.length + next.length > most - 1) break
    truncated += next
  }
  return `${truncated.trimEnd()}…`
}

/** A literal text object on one line, of at most `most` characters; never empty, which Slack refuses. */
export function plainTextObject(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: truncate(oneLine(text), most) || '…', emoji: false }
}

/** Rich text as Slack's elements; none of them is empty. `aside` says it less prominently. */
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

/** An address that Slack makes a link of; undefined for any other. */
function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(protocol) && href.length <= LIMITS.url ? href : undefined
}
