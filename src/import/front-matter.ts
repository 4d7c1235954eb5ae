import { isMap, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Findings, Place } from './draft.ts'
import { checkedCriteria } from './statement-text.ts'
import { cleanText, oneLine, titleOfFile } from './table.ts'
import type { TopicCell } from './topics.ts'

// Markdown pages whose YAML front matter has topics, each with criteria for its levels.

const Text = z.string({ error: 'must be text' }).transform((text) => oneLine(cleanText(text)))

const Level = z.object({
  level: z.union([z.number(), z.string()]),
  criteria: z.array(Text).nullish(),
  exampleCriteria: z.array(z.object({ criteria: Text, examples: z.array(Text).nullish() })).nullish(),
})

const Page = z.object({
  title: Text.nullish(),
  sidebarGroup: Text.nullish(),
  levels: z.number().int().positive().nullish(),
  topics: z.array(z.object({ name: Text, title: Text.nullish(), content: z.array(Level).nullish() })),
})

const FRONT_MATTER = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/u

/** Whether a page has topics in its front matter. */
export const hasTopics = (text: string): boolean => /^topics:/mu.test(FRONT_MATTER.exec(text)?.[1] ?? '')

/** The topics of a page as cells, a role a page. Reports what is wrong with its lines and columns. */
export function readTopics(file: string, text: string, findings: Findings): readonly TopicCell[] {
  const counter = new LineCounter()
  const document = parseDocument(FRONT_MATTER.exec(text)?.[1] ?? '', { lineCounter: counter, prettyErrors: false })
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    // The front matter begins on the second line.
    return { file, line: line + 1, column: col }
  }
  for (const { pos, message } of document.errors) findings.problem(placeOf(pos[0]), message)
  if (document.errors.length > 0) return []
  const at = (path: readonly PropertyKey[]): Place => placeOf(offsetOf(document, path))
  const parsed = Page.safeParse(document.toJS())
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) findings.problem(at(path), `${path.join('.')}: ${message}`)
    return []
  }
  const { title, sidebarGroup, levels = null, topics } = parsed.data
  const role = roleName(title ?? '') || titleOfFile(file)
  const family = sidebarGroup ? capital(withoutEmoji(sidebarGroup)) : null
  const all = levels ?? Math.max(...topics.flatMap(({ content }) => (content ?? []).map((each) => Number(each.level))))
  return topics.flatMap(({ name, title: heading, content }, index): TopicCell[] => {
    const topic = capital(withoutEmoji(heading ?? '') || name)
    const base = { role, family, topic, domain: null }
    // Every level of the page, in order, also those at which this topic has no text.
    const empty = Array.from({ length: all }, (_, each) => ({
      ...base,
      level: `Level ${each + 1}`,
      statement: '',
      place: at(['topics', index]),
    }))
    const filled = (content ?? []).flatMap((each, position): TopicCell[] => {
      const place = at(['topics', index, 'content', position])
      if (typeof each.level === 'number' && each.level > all) {
        findings.problem(place, `level ${each.level} is above the ${all} levels of the page`)
      }
      const examples = each.exampleCriteria ?? []
      const must = [...(each.criteria ?? []), ...examples.map(({ criteria }) => criteria)].filter((text) => text !== '')
      if (must.length === 0) return []
      const statement = {
        must,
        examples: examples.flatMap((example) => example.examples ?? []).filter((text) => text !== ''),
      }
      const level = typeof each.level === 'number' ? `Level ${each.level}` : each.level
      return [{ ...base, level, statement: checkedCriteria(statement, place, findings), place }]
    })
    return [...empty, ...filled]
  })
}

/** The offset of the deepest node on a path. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0])
    }
  }
  return isMap(document.contents) ? (document.contents.range?.[0] ?? 0) : 0
}

const withoutEmoji = (text: string): string =>
  oneLine(text.replaceAll(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, ''))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "🛠️ Backend Engineering Framework" is the role "Backend Engineering". */
const roleName = (title: string): string => withoutEmoji(title).replace(/\s+(?:progression\s+)?framework$/iu, '')
