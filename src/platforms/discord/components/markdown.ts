import type { Inline, RichText, UsageInline } from '../../../message/index.ts'
import { httpUrl, isDate, oneLine, sanitize, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'

// The only place where text becomes Discord's markdown (support.discord.com, Markdown Text 101).

/** Characters that start markup, a mention or an emoji; a backslash makes them literal. */
const MARKUP = /[\\*_~`|<>[\]()#@:]/gu

/** What starts a list or subtext at the start of a line. */
const AT_START = /^(\s*)([-+]|\d+[.)])(?=\s)/u

/** Escapes a text so that Discord shows it literally. */
export function escapeMarkdown(text: string): string {
  return sanitize(text)
    .replaceAll(MARKUP, '\\$&')
    .replace(AT_START, (_, blank: string, sign: string) => `${blank}${sign.slice(0, -1)}\\${sign.slice(-1)}`)
}

/** Reference, message formatting: timestamp styles. */
const TIME_STYLES = { relative: 'R', date: 'D' } as const

/** A command with the names that a person sees, and its options as a line. */
export interface NativeForm {
  /** The command and its subcommand. */
  readonly name: string
  /** Undefined until the command is registered. */
  readonly id: string | undefined
  readonly options: string
}

/** The native forms of commands; undefined for a command to type. */
export type ReadNativeForm = (usage: UsageInline) => NativeForm | undefined

/** Renders rich text as markdown on one line. Without native forms, commands are shown as they are typed. */
export function toMarkdown(text: RichText, nativeForm?: ReadNativeForm): string {
  return text.map((inline) => inlineMarkdown(inline, nativeForm)).join('')
}

function inlineMarkdown(inline: Inline, nativeForm: ReadNativeForm | undefined): string {
  const content = unbroken(sanitize(inline.text))
  if (content.trim() === '') return content
  switch (inline.type) {
    case 'text':
      return escapeMarkdown(content)
    case 'strong':
      return around('**', content)
    case 'emphasis':
      return around('*', content)
    case 'code':
      return codeMarkdown(content)
    case 'usage':
      return usageMarkdown(content, nativeForm?.(inline))
    case 'link':
      return linked(content, inline.url)
    case 'emoji': {
      const { sign } = inline.emoji
      if (sign === undefined) return escapeMarkdown(content)
      return sign.includes(':') ? `<:${sign}>` : sign
    }
    case 'time': {
      const seconds = Math.floor(inline.at / 1000)
      return isDate(inline.at) ? `<t:${seconds}:${TIME_STYLES[inline.style]}>` : escapeMarkdown(content)
    }
    case 'person':
      return inline.platform === 'discord' && /^\d+$/u.test(inline.user) ? `<@${inline.user}>` : escapeMarkdown(content)
    case 'mention':
      if (inline.platform !== 'discord' || !/^\d+$/u.test(inline.id)) return escapeMarkdown(content)
      return inline.kind === 'channel' ? `<#${inline.id}>` : `<@&${inline.id}>`
  }
}

function codeMarkdown(text: string): string {
  return `\`\`${unticked(text)}\`\``
}

/** A mention of a command, which a click puts into the message box, with its options behind it (reference, message formatting). */
function usageMarkdown(text: string, native: NativeForm | undefined): string {
  if (!native) return codeMarkdown(text)
  const { name, id } = native
  const options = truncate(oneLine(native.options), LIMITS.heading)
  if (id === undefined) return codeMarkdown(`/${name} ${options}`.trim())
  return `</${name}:${id}>${options === '' ? '' : ` ${codeMarkdown(options)}`}`
}

/** Joins lines with one space. A regular expression for this takes quadratic time on long runs of spaces. */
function unbroken(text: string): string {
  const lines = text.split('\n')
  const last = lines.length - 1
  if (last === 0) return text
  const inner = lines.slice(1, last).map((line) => line.trim())
  const edges = [lines[0]?.trimEnd() ?? '', ...inner.filter((line) => line !== ''), lines[last]?.trimStart() ?? '']
  return edges.join(' ')
}

/** Puts the marks next to the words: beside a space Discord ignores them. */
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

/** Text inside code, without backticks that would end it. */
function unticked(text: string): string {
  return sanitize(text).replaceAll('`', 'ˋ')
}

/** A line inside a code block. */
export function codeLine(text: string): string {
  // Combining characters can make a narrow text long.
  return truncate(unbroken(unticked(text)).trimEnd(), LIMITS.codeLine)
}

/** Text for labels and options, in which Discord reads no markup. */
export function label(text: string): string {
  return oneLine(text)
}
