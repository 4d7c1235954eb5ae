import { stripVTControlCharacters } from 'node:util'
import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { createCatalogIndex } from '../../../src/catalog/index.ts'
import { LOCALES } from '../../../src/i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  type Inline,
  linesBelow,
  list,
  type Matrix,
  type MatrixCell,
  type Message,
  note,
  plain,
  type RichText,
  strong,
  text,
} from '../../../src/message/index.ts'
import { renderMessage } from '../../../src/platforms/console/render.ts'
import { openConversation } from '../../bot/conversation.ts'
import { reachableMessages } from '../../bot/crawl.ts'
import { threeRoles } from '../../bot/two-roles.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../fixtures/catalog.ts'

/** Conversations, each with the widths at which its answers are drawn. */
const TALKS = [
  ['the catalog the bot comes with', openConversation(await openCatalog(ownCatalog)), [40, 80]],
  ['the fixture catalogue', openConversation(await openCatalog(fixtureCatalog)), [40, 50, 60, 120]],
  ['three small roles', openConversation(createCatalogIndex(threeRoles)), [40, 45, 80]],
] as const

const ESCAPE = String.fromCharCode(0x1b)

function renderText(message: Message, width = 80, color = false): string {
  return renderMessage(message, { width, color: color }).text
}

function messageOf(...blocks: readonly Block[]): Message {
  return { summary: 'A message.', blocks }
}

/** Lines that are too long although they could have been broken between two words. */
function tooLong(rendered: string, width: number): string[] {
  return rendered.split('\n').filter((line) => stringWidth(line) > width && /\S\s+\S/u.test(line.trim()))
}

const CELLS: Readonly<Record<string, MatrixCell>> = {
  A: { proficiency: 'awareness', letter: 'A', word: 'Awareness', mandatory: false },
  W: { proficiency: 'working', letter: 'W', word: 'Working', mandatory: true, rises: true },
  V: { proficiency: 'advanced', letter: 'V', word: 'Advanced', mandatory: 'unknown', rises: true },
  E: { proficiency: 'expert', letter: 'E', word: 'Expert', mandatory: true },
  '-': { proficiency: null, letter: '—', word: 'nothing expected', mandatory: false },
}

function matrixOf(columns: readonly string[], rows: Readonly<Record<string, string>>): Matrix {
  return {
    type: 'matrix',
    columns: columns.map((short) => ({ label: `The level ${short}`, short })),
    groups: [
      {
        label: 'A group',
        rows: Object.entries(rows).map(([label, letters]) => ({
          label,
          cells: Array.from(letters).flatMap((letter) => CELLS[letter] ?? []),
        })),
      },
    ],
    legend: [
      { sign: 'A', means: 'Awareness' },
      { sign: '—', means: 'nothing expected' },
    ],
  }
}

// Messages of every kind of block, whose words are short enough for the narrowest terminal.
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzñé')),
      minLength: 1,
      maxLength: 10,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('漢字かな', '데이터', '👍🏽', 'naïve', 'C++', '24/7') },
)
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '))
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constantFrom('text', 'strong', 'emphasis', 'code'), text: words(12) }),
  fc.record({ type: fc.constant('link'), text: words(3), url: fc.constant('https://rung.example/') }),
)
const rich: fc.Arbitrary<RichText> = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flatMap((part) => [part, ...plain(' ')]))
const button: fc.Arbitrary<ActionButton> = fc.record({ label: words(9), payload: fc.constant('1s:h') })
const block: fc.Arbitrary<Block> = fc.oneof(
  words(10).map(heading),
  rich.map(text),
  fc.record({
    type: fc.constant('fields'),
    fields: fc.array(fc.record({ label: words(2), value: rich }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('list'),
    title: rich,
    items: fc.array(fc.record({ text: rich, detail: rich, more: fc.array(rich, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    type: fc.constant('table'),
    columns: fc.tuple(words(2), words(2), words(2)),
    rows: fc.array(fc.tuple(words(9), words(9), words(9)), { maxLength: 4 }),
  }),
  fc
    .dictionary(words(6), fc.string({ unit: fc.constantFrom('A', 'W', 'V', 'E', '-'), minLength: 4, maxLength: 4 }), {
      minKeys: 1,
      maxKeys: 5,
    })
    .map((rows) => matrixOf(['Jun', 'Mid', 'Sen', 'Lead'], rows)),
  fc
    .dictionary(words(6), fc.constantFrom('A', 'W', 'V', 'E', '-'), { minKeys: 1, maxKeys: 5 })
    .map((rows) => matrixOf(['Senior'], rows)),
  fc.record({ type: fc.constant('progress'), done: fc.nat(9), total: fc.nat(9), label: words(8) }),
  fc.record({ type: fc.constant('note'), tone: fc.constantFrom('info', 'success', 'warning', 'error'), text: rich }),
  fc.record({
    type: fc.constant('actions'),
    title: words(8),
    actions: fc.array(button, { minLength: 1, maxLength: 8 }),
  }),
  fc.constant<Block>({ type: 'divider' }),
)
const anyMessage: fc.Arbitrary<Message> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => messageOf(...blocks))
const anyWidth = fc.integer({ min: 40, max: 120 })

describe('a line is never longer than the terminal is wide, where it can be broken', () => {
  describe.each(TALKS)('over %s', (_, conversation, widths) => {
    test.each(widths)('in every answer, at a width of %i', async (width) => {
      for (const locale of LOCALES) {
        for (const message of await reachableMessages(conversation, locale)) {
          expect({ of: message.summary, over: tooLong(renderText(message, width), width) }).toEqual({
            of: message.summary,
            over: [],
          })
        }
      }
    })
  })

  const kinds: readonly (readonly [string, (pick: Block) => boolean])[] = [
    ['a heading', (pick) => pick.type === 'heading'],
    ['text', (pick) => pick.type === 'text'],
    ['fields', (pick) => pick.type === 'fields'],
    ['a list', (pick) => pick.type === 'list'],
    ['a table', (pick) => pick.type === 'table'],
    ['a matrix of one column', (pick) => pick.type === 'matrix' && pick.columns.length === 1],
    ['a matrix of four columns', (pick) => pick.type === 'matrix' && pick.columns.length === 4],
    ['progress', (pick) => pick.type === 'progress'],
    ['a note', (pick) => pick.type === 'note'],
    ['actions', (pick) => pick.type === 'actions'],
  ]

  test.each(kinds)('in %s, at any width', (_, isKind) => {
    fc.assert(
      fc.property(block.filter(isKind), anyWidth, (block, width) => {
        expect(tooLong(renderText(messageOf(block), width), width)).toEqual([])
      }),
    )
  })

  test('and a narrower terminal is taken as 40 columns, a wider one as 120', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(39), fc.integer({ min: 121, max: 1000 }), (message, narrow, wide) => {
        expect(renderText(message, narrow)).toBe(renderText(message, 40))
        expect(renderText(message, wide)).toBe(renderText(message, 120))
      }),
    )
  })
})

describe('nothing that is said is lost', () => {
  const bare = (words: string): string => words.replaceAll(/\s+/gu, '')

  /** What a block says that is never shortened. */
  const textsOf = (block: Block): string[] => {
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
      case 'actions':
        return block.actions.map(({ label }) => label)
      case 'progress':
        return [block.label]
      case 'matrix':
      case 'table':
      case 'divider':
      case 'picture':
        return []
    }
  }

  test('in text, notes, lists, fields, headings, progress and choices', () => {
    fc.assert(
      fc.property(anyMessage, anyWidth, (message, width) => {
        const rendered = bare(renderText(message, width))
        const lost = message.blocks.flatMap(textsOf).filter((words) => !rendered.includes(bare(words)))
        expect(lost).toEqual([])
      }),
    )
  })

  test('but the end of a matrix label that has no room, which is marked', () => {
    const label = 'A very long name of a skill that nobody could fit into forty columns'
    const rendered = renderText(messageOf(matrixOf(['Jun', 'Mid', 'Sen'], { [label]: 'AWV', Short: 'AAA' })), 40)
    expect(rendered).toMatch(/^ {2}A very long .*… +░A +▒W↑●/mu)
    expect(rendered).toMatch(/^ {2}Short +░A +░A +░A$/mu)
  })

  test('and an address is shown beside its words', () => {
    const rendered = renderText(
      messageOf(text([{ type: 'link', text: 'the guide', url: 'https://rung.example/guide' }])),
    )
    expect(rendered).toBe('the guide <https://rung.example/guide>')
  })
})

describe('choices', () => {
  const labelled = (...labels: string[]): ActionButton[] => labels.map((label) => ({ label, payload: `1s:r:${label}` }))

  test('are numbered through all the blocks of a message', () => {
    const message = messageOf(
      ...actions(labelled('One', 'Two'), 'By level'),
      text(plain('Between them.')),
      ...actions(labelled('Three')),
    )
    const rendered = renderMessage(message, { width: 80, color: false })
    expect(rendered.text).toBe('By level:\n[1] One   [2] Two\n\nBetween them.\n\n[3] Three')
    expect(rendered.choices.map((choice) => choice?.label)).toEqual(['One', 'Two', 'Three'])
  })

  test('with a number of their own keep it, and all others come after the highest', () => {
    const keyed = [1, 4].map((key) => ({ label: `Key ${key}`, payload: `1s:k:${key}`, key }))
    const rendered = renderMessage(messageOf(...actions([...keyed, ...labelled('Other')])), { width: 80, color: false })
    expect(rendered.text).toBe('[1] Key 1   [4] Key 4   [5] Other')
    expect(rendered.choices.map((choice) => choice?.label)).toEqual(['Key 1', undefined, undefined, 'Key 4', 'Other'])
  })

  test('come first if all of them fit below those with a number of their own', () => {
    const keyed = { label: 'Key 3', payload: '1s:k:3', key: 3 }
    const render = (...others: readonly string[]) =>
      renderMessage(messageOf(...actions([keyed, ...labelled(...others)])), { width: 80, color: false })
    expect(render('One', 'Two').text).toBe('[3] Key 3   [1] One   [2] Two')
    expect(render('One').choices.map((choice) => choice?.label)).toEqual(['One', undefined, 'Key 3'])
    expect(render('One', 'Two', 'Three').text).toBe('[3] Key 3   [4] One   [5] Two   [6] Three')
  })

  test('stand for the buttons in the order in which they are numbered, in any message', () => {
    fc.assert(
      fc.property(anyMessage, anyWidth, (message, width) => {
        const rendered = renderMessage(message, { width, color: false })
        const all = message.blocks.flatMap((part) => (part.type === 'actions' ? part.actions : []))
        expect(rendered.choices).toEqual(all)
        const numbers = [...rendered.text.matchAll(/\[(\d+)\] /gu)].map((match) => Number(match[1]))
        expect(numbers).toEqual(all.map((_, at) => at + 1))
      }),
    )
  })
})

describe('color', () => {
  test('is not there where it is off', () => {
    fc.assert(
      fc.property(anyMessage, anyWidth, (message, width) => {
        expect(renderText(message, width)).not.toContain(ESCAPE)
      }),
    )
  })

  test('is there where it is on, whatever the output of this process is', () => {
    const message = messageOf(
      heading('A heading'),
      note('error', strong('Wrong')),
      ...actions([{ label: 'One', payload: '1s:h' }]),
    )
    expect(renderText(message, 80, true)).toContain(`${ESCAPE}[1m`)
    expect(renderText(message, 80, true)).toContain(`${ESCAPE}[31m`)
  })

  test('changes nothing of what is said or where it stands', () => {
    fc.assert(
      fc.property(anyMessage, anyWidth, (message, width) => {
        expect(stripVTControlCharacters(renderText(message, width, true))).toBe(renderText(message, width))
      }),
    )
  })
})

describe('what someone wrote cannot steer the terminal', () => {
  const escapes = [
    `${ESCAPE}[31mred${ESCAPE}[0m`,
    `${ESCAPE}]0;title${String.fromCharCode(7)}`,
    `${String.fromCharCode(0x9b)}2J`,
    `a${String.fromCharCode(0)}b`,
    'over\rwritten',
    'back\b\b\bspace',
    'one\nline\n\nmore',
    'tab\tbed',
    '\u202egnorw\u202c',
    '\u2066isolated\u2069',
    '\u2028\u2029',
    String.fromCharCode(0x7f),
  ]

  const cell: MatrixCell = { proficiency: 'working', letter: 'W', word: 'Working', mandatory: false }
  const everywhere = (bad: string): Message =>
    messageOf(
      heading(bad),
      text([
        { type: 'text', text: bad },
        { type: 'strong', text: bad },
        { type: 'emphasis', text: bad },
        { type: 'code', text: bad },
        { type: 'link', text: bad, url: `https://rung.example/${bad}` },
      ]),
      { type: 'fields', fields: [{ label: bad, value: plain(bad) }] },
      ...list([{ text: plain(bad), detail: strong(bad) }], plain(bad)),
      { type: 'table', columns: [bad, 'b'], rows: [[bad, bad]] },
      {
        type: 'matrix',
        columns: [
          { label: bad, short: bad },
          { label: 'b', short: 'b' },
        ],
        groups: [{ label: bad, rows: [{ label: bad, cells: [cell, cell] }] }],
        legend: [],
      },
      { type: 'progress', done: 1, total: 2, label: bad },
      note('warning', plain(bad)),
      ...actions([{ label: bad, payload: '1s:h' }], bad),
    )

  test.each(escapes.map((bad) => [encodeURI(bad), bad] as const))(
    '%s is made harmless in every kind of block',
    (_, bad) => {
      const rendered = renderText(everywhere(bad))
      const steering = Array.from(rendered).filter((letter) => {
        const code = letter.codePointAt(0) ?? 0
        return (
          (code < 0x20 && letter !== '\n') ||
          (code >= 0x7f && code < 0xa0) ||
          /[\u2028-\u202e\u2066-\u2069]/u.test(letter)
        )
      })
      expect(steering.map((letter) => letter.codePointAt(0)?.toString(16))).toEqual([])
    },
  )

  test('a line feed in a name adds no line, so nobody can write a line of ours', () => {
    const forged = 'harmless\n✗ Something went wrong'
    expect(
      renderText(everywhere(forged))
        .split('\n')
        .filter((line) => line.startsWith('✗')),
    ).toEqual([])
    expect(renderText(messageOf(text(plain(forged))))).toBe('harmless ✗ Something went wrong')
  })
})

describe('columns stand under one another', () => {
  /** How many columns of the terminal are before a sign in each line that has it. */
  const columnsBefore = (rendered: string, sign: string): number[] =>
    rendered
      .split('\n')
      .flatMap((line) => (line.includes(sign) ? [stringWidth(line.slice(0, line.indexOf(sign)))] : []))

  test('in a matrix, with wide, joined and combining letters in the labels', () => {
    const rendered = renderText(
      messageOf(
        matrixOf(['Jun', 'Mid', 'Sen'], {
          Plain: 'EVW',
          データ基盤: 'EVW',
          '데이터 품질': 'EVW',
          '👩‍👩‍👧‍👦 family': 'EVW',
          'cafe\u0301': 'EVW',
        }),
      ),
    )
    for (const sign of ['█E●', '▓V↑', '▒W↑●']) {
      const columns = columnsBefore(rendered, sign)
      expect(columns).toHaveLength(5)
      expect(new Set(columns).size).toBe(1)
    }
    const [header = ''] = rendered.split('\n')
    expect(stringWidth(header.slice(0, header.indexOf('Mid')))).toBe(columnsBefore(rendered, '▓V↑')[0])
  })

  test('in a matrix whose headings are wide', () => {
    const rendered = renderText(messageOf(matrixOf(['初級', '中級', '上級'], { One: 'EVW' })))
    const [header = ''] = rendered.split('\n')
    expect(stringWidth(header.slice(0, header.indexOf('中級')))).toBe(columnsBefore(rendered, '▓V↑')[0])
    expect(stringWidth(header.slice(0, header.indexOf('上級')))).toBe(columnsBefore(rendered, '▒W↑●')[0])
  })

  test('in a table, at any width, whatever the letters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words(6), words(6)), { minLength: 1, maxLength: 5 }), anyWidth, (rows, width) => {
        const marked = rows.map(([a, b]) => [a, b, '@'])
        const rendered = renderText(
          messageOf({ type: 'table', columns: ['First', 'Second', '@'], rows: marked }),
          width,
        )
        expect(new Set(columnsBefore(rendered, '@')).size).toBe(1)
      }),
    )
  })

  test('in fields', () => {
    const rendered = renderText(
      messageOf({
        type: 'fields',
        fields: [
          { label: 'A', value: plain('@') },
          { label: '言語', value: plain('@') },
          { label: 'Key domains', value: plain('@') },
        ],
      }),
    )
    expect(new Set(columnsBefore(rendered, '@')).size).toBe(1)
  })

  test('in the second line of a field, a list item and a note', () => {
    const long = 'word '.repeat(30).trim()
    const rendered = renderText(
      messageOf(
        { type: 'fields', fields: [{ label: 'Label', value: plain(long) }] },
        ...list([{ text: plain(long), detail: plain(long) }]),
        note('info', plain(long)),
      ),
      60,
    )
    const starts = rendered.split('\n').filter((line) => line !== '')
    expect(starts.filter((line) => /^\S/u.test(line)).map((line) => line.slice(0, 2).trim())).toEqual(['La', '•', 'i'])
  })
})

describe('a message of nothing', () => {
  test.each<[string, Block]>([
    ['an empty table', { type: 'table', columns: ['One', 'Two'], rows: [] }],
    ['an empty matrix', { type: 'matrix', columns: [], groups: [], legend: [] }],
    ['a matrix with no rows', { ...matrixOf(['Jun', 'Mid'], {}) }],
    ['no fields', { type: 'fields', fields: [] }],
    ['an empty list', { type: 'list', items: [] }],
    ['progress of nothing', { type: 'progress', done: 0, total: 0, label: 'Nothing to do' }],
    ['progress past its end', { type: 'progress', done: 9, total: 3, label: 'Done' }],
    ['an empty heading', heading('')],
    ['empty text', text([])],
  ])('(%s) is drawn', (_, block) => {
    expect(() => renderText(messageOf(block, text(plain('and then'))))).not.toThrow()
    expect(renderText(messageOf(block, text(plain('and then'))))).toContain('and then')
  })

  test('has no choices', () => {
    expect(renderMessage(messageOf(), { width: 80, color: true })).toEqual({ text: '', choices: [] })
  })
})

test('every answer has a gist of one line', async () => {
  for (const message of await reachableMessages(TALKS[0][1], 'en')) {
    expect(message.summary.trim()).not.toBe('')
    expect(message.summary).not.toMatch(/[\n\r]/u)
  }
})
