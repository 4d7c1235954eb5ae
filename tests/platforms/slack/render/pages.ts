import { type Block, linesBelow, type Message } from '../../../../src/message/index.ts'
import { type RenderOptions, renderMessage, type SlackMessage } from '../../../../src/platforms/slack/blocks/render.ts'

// All pages of a message, and their text.

const MOST_PAGES = 2000

/** Renders every page, by following the buttons to the next page. */
export function pagesOf(message: Message, options: Omit<RenderOptions, 'page' | 'pageToken'>): readonly SlackMessage[] {
  const pages: SlackMessage[] = []
  let page: number | undefined = 0
  while (page !== undefined) {
    if (pages.length > MOST_PAGES) throw new Error('the pages have no end')
    const rendered = renderMessage(message, { ...options, page, pageToken: (to) => `turn:${to}` })
    pages.push(rendered)
    page = nextOf(rendered, page)
  }
  return pages
}

function nextOf({ blocks }: SlackMessage, page: number): number | undefined {
  const turns = blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'button' ? [element.value] : []))
  return turns.includes(`turn:${page + 1}`) ? page + 1 : undefined
}

/** A text for comparison, without invisible characters. */
function bare(words: string): string {
  return words.toWellFormed().replaceAll(/[\p{C}\s]+/gu, '')
}

/** All text of the pages. */
export function textOfPages(pages: readonly SlackMessage[]): string {
  return pages.map(({ blocks }) => bare(textsOf(blocks).join(''))).join('\n')
}

export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => textsOf(each))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    (name === 'text' || name === 'fallback') && typeof each === 'string' ? [each] : textsOf(each),
  )
}

/** Length of the beginning of a label that is never cut. */
const SURE = 30

/** The texts that must be on some page of a message: every item, row and choice, the long ones by their beginning. */
export function wordsOf({ blocks }: Message): readonly string[] {
  const all = blocks.flatMap(textsOfBlock)
  return [...new Set(all.map((words) => startOf(bare(words))))]
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'text':
    case 'note':
      return block.text.map((inline) => inline.text)
    case 'fields':
      return block.fields.flatMap(({ label, value }) => [label, ...value.map((inline) => inline.text)])
    case 'list':
      return block.items.flatMap((item) => [...item.text, ...linesBelow(item).flat()].map((inline) => inline.text))
    case 'matrix':
      return block.columns.length === 0
        ? []
        : block.groups.flatMap(({ label, rows }) => [label, ...rows.map((row) => row.label)])
    case 'table':
      return block.rows.flatMap((row) => block.columns.map((_, at) => row[at] ?? ''))
    case 'actions':
      return block.actions.map(({ label }) => label)
    case 'progress':
      return [block.label]
    case 'divider':
    case 'picture':
      return []
  }
}

function startOf(words: string): string {
  let start = ''
  for (const { segment } of new Intl.Segmenter().segment(words.slice(0, SURE * 4))) {
    if (start.length + segment.length > SURE) break
    start += segment
  }
  return start
}
