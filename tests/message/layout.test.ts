import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutPage, type PageRenderer, type Piece, progressBar } from '../../src/message/layout.ts'

// The pages of any renderer, with pieces that are one block each and a message that takes a number of blocks.

interface TestPiece extends Piece {
  readonly name: string
}

const rendererFor = (most: number, hasPages: boolean): PageRenderer<TestPiece, string> => ({
  build: (pieces) => pieces.map(({ name }) => name),
  fits: (blocks) => blocks.length <= most,
  isShort: (blocks) => blocks.length <= 2,
  leftOut: (count) => ({ name: `left out ${count}`, count: 0, of: -1 }),
  footer: hasPages ? (page, pages) => [`page ${page + 1} of ${pages}`] : undefined,
  extra: ['extra'],
})

/** Any pieces of up to ten blocks; a block is text, which may introduce the next piece, or choices. */
const anyPieces = fc
  .array(fc.record({ isChoice: fc.boolean(), pieces: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((blocks) =>
    blocks.flatMap(({ isChoice, pieces }, of) =>
      pieces.map((keepWithNext, at): TestPiece => ({ name: `${of}.${at}`, of, count: 1, isChoice, keepWithNext })),
    ),
  )

const footerOf = (page: readonly string[]) => page.find((block) => /^page /u.test(block))
const pagesOf = (pieces: readonly TestPiece[], most: number): readonly (readonly string[])[] => {
  const renderer = rendererFor(most, true)
  const count = Number(/ of (\d+)/u.exec(footerOf(layoutPage(pieces, renderer)) ?? '')?.[1] ?? 1)
  return Array.from({ length: count }, (_, page) => layoutPage(pieces, renderer, page))
}

test('every piece is on a page, in order, and every page fits', () => {
  fc.assert(
    fc.property(anyPieces, fc.integer({ min: 6, max: 20 }), (pieces, most) => {
      const pages = pagesOf(pieces, most)
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(most)
      expect([...new Set(pages.flat())].filter((block) => /^\d/u.test(block)).toSorted()).toEqual(
        pieces.map(({ name }) => name).toSorted(),
      )
      for (const page of pages) {
        const order = page.flatMap((name) => pieces.findIndex((piece) => piece.name === name)).filter((at) => at >= 0)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }
    }),
  )
})

test('no page ends with a piece that introduces the next one, unless it is alone', () => {
  const title = { name: 'title', of: 1, count: 0, keepWithNext: true }
  const line = (at: number): TestPiece => ({ name: `line ${at}`, of: at, count: 1 })
  const pages = pagesOf([line(0), line(1), title, line(3), line(4), line(5), line(6)], 5)
  expect(pages.map((page) => page.filter((block) => !/^page|^extra/u.test(block)))).toEqual([
    ['line 0', 'line 1'],
    ['title', 'line 3', 'line 4'],
    ['line 5', 'line 6'],
  ])
})

test('the heading and short actions at the end are on every page', () => {
  const heading = { name: 'heading', of: 0, count: 0, keepWithNext: true, isHeading: true }
  const actions = { name: 'actions', of: 99, count: 1, isChoice: true }
  const lines = Array.from({ length: 9 }, (_, at): TestPiece => ({ name: `line ${at}`, of: at + 1, count: 1 }))
  const pages = pagesOf([heading, ...lines, actions], 7)
  expect(pages.length).toBe(3)
  for (const page of pages) expect([page[0], page.at(-3)]).toEqual(['heading', 'actions'])
})

test('without pages, choices stay, and the lines that are left out are counted', () => {
  fc.assert(
    fc.property(anyPieces, fc.integer({ min: 6, max: 20 }), (pieces, most) => {
      const blocks = layoutPage(pieces, rendererFor(most, false))
      expect(blocks.length).toBeLessThanOrEqual(most)
      const missing = pieces.filter(({ name }) => !blocks.includes(name))
      expect(blocks.filter((block) => /^left out/u.test(block))).toEqual(
        missing.length > 0 ? [`left out ${missing.length}`] : [],
      )
      const choices = pieces.filter(({ isChoice }) => isChoice).map(({ name }) => name)
      const isEveryChoiceVisible = choices.every((name) => blocks.includes(name))
      expect(isEveryChoiceVisible || choices.length + 2 > most).toBe(true)
    }),
  )
})

test.each([
  [0, 0, '▰▰▰▰▰▰▰▰▰▰'],
  [1, 4, '▰▰▰▱▱▱▱▱▱▱'],
  [-5, 10, '▱▱▱▱▱▱▱▱▱▱'],
  [99, 10, '▰▰▰▰▰▰▰▰▰▰'],
  [Number.NaN, 10, '▱▱▱▱▱▱▱▱▱▱'],
])('%d of %d is %s', (done, total, bar) => {
  expect(progressBar(done, total)).toBe(bar)
})
