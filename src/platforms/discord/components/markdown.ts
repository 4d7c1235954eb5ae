import type { Inline, RichText } from '../../../message/index.ts'
import { httpUrl, oneLine, sanitize, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'

// Words become Discord's markdown here and nowhere else (support.discord.com, Markdown Text 101).

/** What begins markup anywhere, a mention or an emoji: taken literally behind a backslash. */
const MARKUP = /[\\*_~`|<>[\]()#@:]/gu

/** What begins a list or a subtext at the start of a line. */
const AT_START = /^(\s*)([-+]|\d+[.)])(?=\s)/u

/** A text as it is, whatever it holds. */
export function escapeMarkdown(text: string): string {
  return sanitize(text)
    .replaceAll(MARKUP, '\\$&')
    .replace(AT_START, (_, blank: string, sign: string) => `${blank}${sign.slice(0, -1)}\\${sign.slice(-1)}`)
}

/** Rich text as markdown on one line. */
export function toMarkdown(text: RichText): string {
  return text.map(inlineMarkdown).join('')
}

function inlineMarkdown(inline: Inline): string {
  const said = unbroken(sanitize(inline.text))
  if (said.trim() === '') return said
  switch (inline.type) {
    case 'text':
      return escapeMarkdown(said)
    case 'strong':
      return around('**', said)
    case 'emphasis':
      return around('*', said)
    case 'code':
      return `\`\`${unticked(said)}\`\``
    case 'link':
      return linked(said, inline.url)
    case 'emoji': {
      const { sign } = inline.emoji
      if (sign === undefined) return escapeMarkdown(said)
      return sign.includes(':') ? `<:${sign}>` : sign
    }
    case 'person':
      return inline.platform === 'discord' && /^\d+$/u.test(inline.user) ? `<@${inline.user}>` : escapeMarkdown(said)
  }
}

/** Lines as one: a blank for each break and the blanks around it. A pattern for that takes quadratic time on long blanks. */
function unbroken(text: string): string {
  const lines = text.split('\n')
  const last = lines.length - 1
  if (last === 0) return text
  const inner = lines.slice(1, last).map((line) => line.trim())
  const edges = [lines[0]?.trimEnd() ?? '', ...inner.filter((line) => line !== ''), lines[last]?.trimStart() ?? '']
  return edges.join(' ')
}

/** Marks stand at the words themselves: beside a blank they would not count. */
function around(mark: string, text: string): string {
  const words = text.trim()
  const from = text.indexOf(words)
  const before = text.slice(0, from)
  const after = text.slice(from + words.length)
  return `${before}${mark}${escapeMarkdown(words)}${mark}${after}`
}

function linked(text: string, url: string): string {
  const href = httpUrl(url, 500)
  if (href === undefined) return escapeMarkdown(text)
  return `[${escapeMarkdown(text)}](<${href.replaceAll(/[<>()]/gu, encodeURIComponent)}>)`
}

/** Text inside code: nothing in it may end the code. */
function unticked(text: string): string {
  return sanitize(text).replaceAll('`', 'ˋ')
}

/** A line for letters of one width. */
export function codeLine(text: string): string {
  // Signs may be many in the width of a few.
  return truncate(unbroken(unticked(text)).trimEnd(), LIMITS.codeLine)
}

/** Words for where Discord reads no markup: labels and options. */
export function label(text: string): string {
  return oneLine(text)
}
