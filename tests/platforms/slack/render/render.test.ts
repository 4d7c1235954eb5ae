import { describe, expect, test } from 'vitest'
import { translator } from '../../../../src/i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  type Inline,
  list,
  type Matrix,
  type MatrixCell,
  note,
  plain,
  strong,
  text,
} from '../../../../src/message/index.ts'
import { readBlockAction, renderBlocks, renderMessage } from '../../../../src/platforms/slack/blocks/render.ts'
import { messageViolations } from '../limits-check.ts'
import { pagesOf, textsOf } from './pages.ts'
import { buttonsOf, messageOf, paragraph, plainObject, raw, richText, textElement } from './shapes.ts'

const t = translator('en')

/** Renders a message of these blocks, and checks it against Slack's limits. */
function blocksOf(...blocks: readonly Block[]): unknown {
  const rendered = renderMessage(messageOf(...blocks), { t })
  expect(messageViolations(rendered)).toEqual([])
  return rendered.blocks
}

describe('the text for notifications', () => {
  test.each([
    ['A & B < C > D', 'A &amp; B &lt; C &gt; D'],
    ['<!channel> <@U1>', '&lt;!channel&gt; &lt;@U1&gt;'],
    ['&lt;', '&amp;lt;'],
    ['one\nline', 'one line'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
  ])('shows “%s” with its markup escaped', (summary, expected) => {
    expect(renderMessage({ summary, blocks: [text(plain('x'))] }, { t }).text).toBe(expected)
  })

  test('is cut at 3,000 characters, never inside an escape or a grapheme', () => {
    const escapes = renderMessage({ summary: '&'.repeat(5000), blocks: [] }, { t }).text
    expect(escapes).toBe(`${'&amp;'.repeat(599)}…`)
    const signs = renderMessage({ summary: `x${'👍🏽'.repeat(2000)}`, blocks: [] }, { t }).text
    expect(signs).toBe(`x${'👍🏽'.repeat(749)}…`)
  })

  test('is the first text of the message if there is no summary', () => {
    expect(renderMessage({ summary: ' ', blocks: [heading(''), note('info', strong('So <it> is'))] }, { t }).text).toBe(
      'So &lt;it&gt; is',
    )
    expect(renderMessage({ summary: '', blocks: [] }, { t })).toEqual({
      text: '…',
      blocks: [{ type: 'context', elements: [plainObject('…')] }],
    })
  })
})

describe('each kind of block', () => {
  test('a heading, and one that is longer than Slack’s', () => {
    expect(blocksOf(heading('PyTorch *x*'))).toEqual([{ type: 'header', text: plainObject('PyTorch *x*') }])
    const long = 'word '.repeat(40).trim()
    expect(blocksOf(heading(long))).toEqual([richText(paragraph(textElement(long, { bold: true })))])
  })

  test('text of every kind, literally', () => {
    expect(
      blocksOf(
        text([
          { type: 'text', text: '<!channel> *a* ' },
          { type: 'strong', text: 'b' },
          { type: 'emphasis', text: 'c' },
          { type: 'code', text: '/skills' },
          { type: 'link', text: 'd', url: 'https://rung.example/a?b=1&c=2' },
          { type: 'link', text: 'e', url: 'javascript:alert(1)' },
        ]),
      ),
    ).toEqual([
      richText(
        paragraph(
          textElement('<!channel> *a* '),
          textElement('b', { bold: true }),
          textElement('c', { italic: true }),
          textElement('/skills', { code: true }),
          { type: 'link', url: 'https://rung.example/a?b=1&c=2', text: 'd' },
          textElement('e'),
        ),
      ),
    ])
  })

  test('fields, with their labels in bold', () => {
    expect(blocksOf({ type: 'fields', fields: [{ label: 'Family', value: plain('Data') }] })).toEqual([
      richText(paragraph(textElement('Family:', { bold: true }), textElement(' '), textElement('Data'))),
    ])
  })

  test('an item with several lines below it, as long as they fit', () => {
    const long = 'x'.repeat(1499)
    expect(
      blocksOf(...list([{ text: plain('One'), detail: plain('first'), more: [plain('second'), plain(long)] }])),
    ).toEqual([
      richText(
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [
            paragraph(
              textElement('One'),
              textElement('\n'),
              textElement('first', { italic: true }),
              textElement('\n'),
              textElement('second', { italic: true }),
            ),
          ],
        },
        paragraph(textElement(long, { italic: true })),
      ),
    ])
  })

  test('a list with a title and details below an item', () => {
    expect(
      blocksOf(...list([{ text: strong('One'), detail: plain('more') }, { text: plain('Two') }], strong('All'))),
    ).toEqual([
      richText(paragraph(textElement('All', { bold: true })), {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          paragraph(textElement('One', { bold: true }), textElement('\n'), textElement('more', { italic: true })),
          paragraph(textElement('Two')),
        ],
      }),
    ])
  })

  test('a list with numbers', () => {
    expect(blocksOf({ type: 'list', numbered: true, items: [{ text: plain('One') }, { text: plain('Two') }] })).toEqual(
      [
        richText({
          type: 'rich_text_list',
          style: 'ordered',
          elements: [paragraph(textElement('One')), paragraph(textElement('Two'))],
        }),
      ],
    )
  })

  test('a list with numbers from three on', () => {
    expect(blocksOf({ type: 'list', numbered: true, first: 3, items: [{ text: plain('Three') }] })).toEqual([
      richText({
        type: 'rich_text_list',
        style: 'ordered',
        offset: 2,
        elements: [paragraph(textElement('Three'))],
      }),
    ])
  })

  test.each([
    ['info', 'information_source'],
    ['success', 'white_check_mark'],
    ['warning', 'warning'],
    ['error', 'x'],
  ] as const)('a note of the tone %s', (tone, name) => {
    expect(blocksOf(note(tone, plain('Careful')))).toEqual([
      richText(paragraph({ type: 'emoji', name }, textElement(' '), textElement('Careful'))),
    ])
  })

  test('a moment, and words if it is none', () => {
    const moment = { type: 'time', at: Date.UTC(2026, 0, 8, 9, 0, 0, 999), text: 'on January 8' } as const
    const blocksFor = (inline: Inline) => blocksOf({ type: 'text', text: [inline] })
    const date = { type: 'date', timestamp: 1767862800, fallback: 'on January 8' }
    expect(blocksFor({ ...moment, style: 'relative' })).toEqual([
      richText(paragraph({ ...date, format: '\u200b{date_short_pretty}, {time}' })),
    ])
    expect(blocksFor({ ...moment, style: 'date' })).toEqual([
      richText(paragraph({ ...date, format: '\u200b{date_long_full}' })),
    ])
    expect(blocksFor({ ...moment, style: 'date', at: 1e18 })).toEqual([
      richText(paragraph(textElement('on January 8'))),
    ])
  })

  test('progress, from zero to beyond its end', () => {
    const bar = (done: number, total: number) => blocksOf({ type: 'progress', done, total, label: 'so far' })
    const contextOf = (words: string) => [{ type: 'context', elements: [plainObject(words)] }]
    expect(bar(3, 10)).toEqual(contextOf('▰▰▰▱▱▱▱▱▱▱ so far'))
    expect(bar(0, 10)).toEqual(contextOf('▱▱▱▱▱▱▱▱▱▱ so far'))
    expect(bar(12, 10)).toEqual(contextOf('▰▰▰▰▰▰▰▰▰▰ so far'))
    expect(bar(0, 0)).toEqual(contextOf('▰▰▰▰▰▰▰▰▰▰ so far'))
  })

  test('a divider', () => {
    expect(blocksOf({ type: 'divider' })).toEqual([{ type: 'divider' }])
  })

  test('a table', () => {
    expect(blocksOf({ type: 'table', columns: ['Name', 'What'], rows: [['<b>', '']] })).toEqual([
      {
        type: 'table',
        column_settings: [
          { align: 'left', is_wrapped: true },
          { align: 'left', is_wrapped: true },
        ],
        rows: [
          [raw('Name'), raw('What')],
          [raw('<b>'), raw(' ')],
        ],
      },
    ])
  })
})

const CELLS: Readonly<Record<string, MatrixCell>> = {
  A: { proficiency: 'awareness', letter: 'A', word: 'Awareness', mandatory: false },
  W: { proficiency: 'working', letter: 'W', word: 'Working', mandatory: true, rises: true },
  '-': { proficiency: null, letter: '—', word: 'nothing expected', mandatory: false },
}

function matrixOf(
  columns: readonly string[],
  groups: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Matrix {
  return {
    type: 'matrix',
    columns: columns.map((short) => ({ label: `Level ${short}`, short })),
    groups: Object.entries(groups).map(([label, rows]) => ({
      label,
      rows: Object.entries(rows).map(([name, letters]) => ({
        label: name,
        cells: Array.from(letters).flatMap((letter) => CELLS[letter] ?? []),
      })),
    })),
    legend: [
      { sign: 'A', means: 'Awareness' },
      { sign: '●', means: 'mandatory' },
    ],
  }
}

describe('a matrix', () => {
  const legend = { type: 'context', elements: [plainObject('A Awareness · ● mandatory')] }

  test('is a table of letters with a row for each group, and a legend below', () => {
    const wrapped = { align: 'left', is_wrapped: true }
    const letter = { align: 'center', is_wrapped: false }
    expect(blocksOf(matrixOf(['Jun', 'Mid', 'Sen', 'Lead'], { 'ML & AI': { PyTorch: 'AWW-' } }))).toEqual([
      {
        type: 'table',
        column_settings: [wrapped, letter, letter, letter, letter],
        rows: [
          [raw('Skill'), raw('Jun'), raw('Mid'), raw('Sen'), raw('Lead')],
          [richText(paragraph(textElement('ML & AI', { bold: true }))), raw(' '), raw(' '), raw(' '), raw(' ')],
          [raw('PyTorch'), raw('A'), raw('W↑●'), raw('W↑●'), raw('—')],
        ],
      },
      legend,
    ])
  })

  test('of one column shows the proficiencies as words', () => {
    const cells = blocksOf(matrixOf(['Sen'], { G: { One: 'W', Two: '-' } }))
    expect(textsOf(cells)).toEqual([
      ...['Skill', 'Level Sen', 'G', ' ', 'One', 'W Working ↑ ●', 'Two', '— nothing expected'],
      'A Awareness · ● mandatory',
    ])
  })

  test('of more columns than a table has is a list', () => {
    const columns = Array.from({ length: 24 }, (_, at) => `L${at}`)
    const blocks = blocksOf(matrixOf(columns, { G: { One: 'A'.repeat(24) } }))
    expect(textsOf(blocks)).toEqual([
      'G',
      'One',
      '\n',
      columns.map((name) => `${name} A`).join(' · '),
      'A Awareness · ● mandatory',
    ])
  })

  test('of more rows than a page has continues on the next one, with its header and its group', () => {
    const rows = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`Skill ${at}`, 'AW']))
    const pages = pagesOf(messageOf(matrixOf(['Jun', 'Sen'], { G: rows }), ...actions(buttonsOf(2))), { t })
    const tables = pages.map(({ blocks }) => blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])))
    expect(tables).toHaveLength(2)
    for (const [header, group] of tables)
      expect(textsOf([header, group])).toEqual(['Skill', 'Level Jun', 'Level Sen', 'G', ' ', ' '])
    expect(tables.flatMap((table) => table.slice(2).map((row) => textsOf(row)[0]))).toEqual(Object.keys(rows))
    expect(pages.map(({ blocks }) => blocks.map((block) => block.type))).toEqual(
      pages.map(() => ['table', 'context', 'actions', 'context', 'actions']),
    )
    expect(textsOf(pages.map(({ blocks }) => blocks.at(-2)))).toEqual(['Page 1 of 2', 'Page 2 of 2'])
    expect(textsOf(pages.map(({ blocks }) => blocks.at(-1)))).toEqual(['Next page', 'Previous page'])
  })

  test('is not a table on a Home tab, which allows none', () => {
    const blocks = renderBlocks(messageOf(matrixOf(['Jun', 'Sen'], { G: { PyTorch: 'AW', C: '-W' } })), {
      t,
      most: 100,
    })
    expect(blocks[0]).toEqual(
      richText({
        type: 'rich_text_preformatted',
        elements: [
          textElement('Skill    Level Jun  Level Sen\n───────  ─────────  ─────────\nG'),
          textElement('\nPyTorch  A          W↑●'),
          textElement('\nC        —          W↑●'),
        ],
      }),
    )
  })
})

describe('actions', () => {
  const button = (at: number, more: object = {}) => ({
    type: 'button',
    text: plainObject(`Choice ${at}`),
    action_id: `press:${at}`,
    value: `1s:r:${at}`,
    ...more,
  })

  test('are buttons in rows of five, under their title', () => {
    const [first, ...others] = buttonsOf(6)
    const styled: ActionButton[] = [...(first ? [{ ...first, style: 'primary' as const }] : []), ...others]
    expect(blocksOf(...actions(styled, 'By level'))).toEqual([
      { type: 'context', elements: [plainObject('By level')] },
      { type: 'actions', elements: [button(0, { style: 'primary' }), button(1), button(2), button(3), button(4)] },
      { type: 'actions', elements: [button(5)] },
    ])
  })

  test('with long labels are cut with an ellipsis', () => {
    const [row] = renderMessage(messageOf(...actions([{ label: 'x'.repeat(80), payload: '1s:h' }])), { t }).blocks
    expect(textsOf(row)).toEqual([`${'x'.repeat(74)}…`])
  })

  test('of more than eight are a menu', () => {
    const option = ({ label, payload }: ActionButton) => ({ text: plainObject(label), value: payload })
    expect(blocksOf(...actions(buttonsOf(9)))).toEqual([
      {
        type: 'actions',
        elements: [
          {
            type: 'static_select',
            action_id: 'pick:0',
            placeholder: plainObject('Choose one'),
            options: buttonsOf(9).map(option),
          },
        ],
      },
    ])
  })

  test('of more than a hundred are several menus, named by their first and last option', () => {
    const { blocks } = renderMessage(messageOf(...actions(buttonsOf(250), 'Roles')), { t })
    const menus = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    expect(menus.map((menu) => (menu.type === 'static_select' ? menu.options?.length : 0))).toEqual([100, 100, 50])
    expect(menus.map((menu) => ('placeholder' in menu ? menu.placeholder?.text : ''))).toEqual([
      'Roles: Choice 0 – Choice 99',
      'Roles: Choice 100 – Choice 199',
      'Roles: Choice 200 – Choice 249',
    ])
  })

  test('that were pressed return their payload', () => {
    expect(readBlockAction({ action_id: 'press:3', value: '1s:h' })).toEqual({ kind: 'press', payload: '1s:h' })
    const selected_option = { text: plainObject('x'), value: '1s:r:ml' }
    expect(readBlockAction({ action_id: 'pick:0', selected_option })).toEqual({ kind: 'press', payload: '1s:r:ml' })
    expect(readBlockAction({ action_id: 'page:2', value: 'turn:2' })).toEqual({ kind: 'page', value: 'turn:2' })
    expect(readBlockAction({ action_id: 'share', value: 'x' })).toEqual({
      kind: 'extra',
      actionId: 'share',
      value: 'x',
    })
    for (const other of [undefined, null, 'press:1', {}, { action_id: 'press:1' }, { action_id: 4, value: 'x' }]) {
      expect(readBlockAction(other)).toBeUndefined()
    }
  })
})

test('extra buttons are at the end of every page', () => {
  const extra = [{ label: 'Share to channel', actionId: 'share', value: 'answer' }]
  expect(renderMessage(messageOf(text(plain('x'))), { t, extraButtons: extra }).blocks.at(-1)).toEqual({
    type: 'actions',
    elements: [{ type: 'button', text: plainObject('Share to channel'), action_id: 'share', value: 'answer' }],
  })
})
