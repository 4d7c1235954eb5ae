import { describe, expect, test } from 'vitest'
import { translator } from '../../../../src/i18n/index.ts'
import { actions, type Block, heading, plain, text } from '../../../../src/message/index.ts'
import { renderMessage } from '../../../../src/platforms/slack/blocks/render.ts'
import { pagesOf, textsOf } from './pages.ts'
import { buttonsOf, messageOf } from './shapes.ts'

const t = translator('en')
const pageToken = (page: number): string => `turn:${page}`

describe('content that does not fit', () => {
  const items = Array.from({ length: 600 }, (_, at) => ({ text: plain(`Item ${at} of a long list of things`) }))
  const long = messageOf(heading('Things'), { type: 'list', numbered: true, items }, ...actions(buttonsOf(3)))

  test('continues on the next page under the same heading and numbering', () => {
    const pages = pagesOf(long, { t })
    expect(pages.length).toBeGreaterThan(1)
    const rendered = pages.flatMap(({ blocks }) => textsOf(blocks).filter((words) => words.startsWith('Item ')))
    expect(rendered).toEqual(items.map(({ text: [words] }) => words?.text))
    const first = textsOf(pages[0]?.blocks).filter((words) => words.startsWith('Item ')).length
    expect(JSON.stringify(pages[1]?.blocks[1])).toContain(`"offset":${first}`)
    for (const page of pages) expect(textsOf(page.blocks)).toEqual(expect.arrayContaining(['Things', 'Choice 0']))
  })

  test('shows the last page for a page beyond it', () => {
    const pages = pagesOf(long, { t })
    expect(renderMessage(long, { t, pageToken, page: 99 })).toEqual(pages.at(-1))
    expect(renderMessage(long, { t, pageToken, page: -1 })).toEqual(pages[0])
  })

  test('is counted if there are no pages, and all buttons stay', () => {
    const { blocks } = renderMessage(long, { t })
    const count = textsOf(blocks).filter((words) => words.startsWith('Item ')).length
    expect(textsOf(blocks)).toContain(`${600 - count} more lines don’t fit here.`)
    expect(textsOf(blocks)).toEqual(expect.arrayContaining(['Choice 0', 'Choice 1', 'Choice 2']))
    expect(textsOf(renderMessage(long, { t: translator('es') }).blocks)).toContain(
      `Hay ${600 - count} líneas más que no caben aquí.`,
    )
  })

  test('never ends a page with a heading', () => {
    const filler = Array.from({ length: 34 }, () => text(plain('x')))
    const blocks = [...filler, heading('Last'), ...items.slice(0, 9).map((item) => text(item.text))]
    const [first, second] = pagesOf(messageOf(...blocks), { t })
    expect(textsOf(first?.blocks)).not.toContain('Last')
    expect(textsOf(second?.blocks)[0]).toBe('Last')
  })

  test.each([
    ['between words', 'word '.repeat(3000), /^(?:word )+$/u],
    ['between signs', '👩‍👩‍👧‍👦'.repeat(1200), /^(?:👩‍👩‍👧‍👦)+$/u],
    ['anywhere in what has neither', 'x'.repeat(9000), /^x+$/u],
  ])('of one text is broken %s', (_, words, whole) => {
    const parts = pagesOf(messageOf(text(plain(words))), { t }).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'rich_text' ? textsOf(block) : [])),
    )
    expect(parts.join('')).toBe(words)
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(3000)
      expect(part).toMatch(whole)
    }
  })

  test('is, for a second table, monospaced text if it is narrow, and a separate page if it is not', () => {
    const narrow: Block = { type: 'table', columns: ['A', 'B'], rows: [['one', 'two']] }
    const wide: Block = {
      type: 'table',
      columns: ['A', 'B'],
      rows: Array.from({ length: 3 }, () => ['y'.repeat(90), 'z']),
    }
    const types = (...blocks: readonly Block[]) =>
      pagesOf(messageOf(...blocks), { t }).map((page) => page.blocks.map((block) => block.type))
    expect(types(wide, narrow)).toEqual([['table', 'rich_text']])
    expect(types(wide, wide)).toEqual([
      ['table', 'context', 'actions'],
      ['table', 'context', 'actions'],
    ])
    const { blocks } = renderMessage(messageOf(wide, wide), { t })
    expect(blocks.map((block) => block.type)).toEqual(['table', 'rich_text'])
  })
})
