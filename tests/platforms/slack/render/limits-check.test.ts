import { expect, test } from 'vitest'
import { messageViolations, viewViolations } from '../limits-check.ts'

// Shows that the checker finds violations.

const text = { type: 'plain_text', text: 'x' }
const cell = { type: 'raw_text', text: 'x' }
const table = { type: 'table', rows: [[cell]] }
const section = (...elements: readonly unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const button = (more: object = {}) => ({ type: 'button', text, action_id: 'a', value: 'v', ...more })
const row = (...elements: readonly unknown[]) => ({ type: 'actions', elements })
const select = (more: object) =>
  row({ type: 'static_select', action_id: 'a', options: [{ text, value: 'v' }], ...more })
const long = (length: number) => 'x'.repeat(length)
const plain = (length: number) => ({ type: 'plain_text', text: long(length) })

test.each<[string, readonly unknown[]]>([
  ['no blocks', []],
  ['too many blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
  ['too much text', Array.from({ length: 4 }, () => section({ type: 'text', text: long(2900) }))],
  [
    'too much text for its blocks',
    [
      ...Array.from({ length: 46 }, () => ({ type: 'divider' })),
      ...Array.from({ length: 3 }, () => section({ type: 'text', text: long(2900) })),
    ],
  ],
  ['an unknown block', [{ type: 'marquee' }]],
  ['an unknown field', [{ type: 'divider', colour: 'red' }]],
  ['a long header', [{ type: 'header', text: plain(151) }]],
  ['an empty header', [{ type: 'header', text: plain(0) }]],
  ['a header with markup', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
  ['an empty rich text', [{ type: 'rich_text', elements: [] }]],
  ['an empty section', [section()]],
  ['an empty text', [section({ type: 'text', text: '' })]],
  ['half a surrogate pair', [section({ type: 'text', text: '\ud83d' })]],
  ['a broadcast', [section({ type: 'broadcast', range: 'channel' })]],
  ['a link that is none', [section({ type: 'link', url: 'javascript:x' })]],
  ['a broadcast in markup', [{ type: 'section', text: { type: 'mrkdwn', text: '<!channel>' } }]],
  ['a context of nothing', [{ type: 'context', elements: [] }]],
  ['too many in a context', [{ type: 'context', elements: Array.from({ length: 11 }, () => text) }]],
  ['too many in a row', [row(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))]],
  ['an action_id twice', [row(button()), row(button())]],
  ['a long button', [row(button({ text: plain(76) }))]],
  ['a long value', [row(button({ value: long(2001) }))]],
  ['an unknown style', [row(button({ style: 'default' }))]],
  ['no options', [select({ options: [] })]],
  ['too many options', [select({ options: Array.from({ length: 101 }, (_, at) => ({ text, value: `${at}` })) })]],
  ['a long option', [select({ options: [{ text: plain(76), value: 'v' }] })]],
  ['a long option value', [select({ options: [{ text, value: long(151) }] })]],
  [
    'an option value twice',
    [
      select({
        options: [
          { text, value: 'v' },
          { text, value: 'v' },
        ],
      }),
    ],
  ],
  ['an initial option that is none', [select({ initial_option: { text, value: 'w' } })]],
  ['a long placeholder', [select({ placeholder: plain(151) })]],
  ['two tables', [table, table]],
  ['a table of too many rows', [{ ...table, rows: Array.from({ length: 101 }, () => [cell]) }]],
  ['a table of too many columns', [{ ...table, rows: [Array.from({ length: 21 }, () => cell)] }]],
  ['an empty cell', [{ ...table, rows: [[{ type: 'raw_text', text: '' }]] }]],
  ['a ragged table', [{ ...table, rows: [[cell], [cell, cell]] }]],
  ['a table of too much text', [{ ...table, rows: [[{ type: 'raw_text', text: long(10_001) }]] }]],
])('a message with %s is found', (_, blocks) => {
  expect(messageViolations({ text: 'x', blocks })).not.toEqual([])
})

test.each(['', ' ', long(4001), '<!here>', undefined])('a text of %j is found', (text) => {
  expect(messageViolations({ text, blocks: [{ type: 'divider' }] })).not.toEqual([])
})

const modal = { type: 'modal', title: text, submit: text, blocks: [{ type: 'divider' }] }
const input = (element: object, more: object = {}) => [{ type: 'input', label: text, element, ...more }]
const field = { type: 'plain_text_input', action_id: 'a', max_length: 10 }

test.each<[string, unknown]>([
  ['no type', { ...modal, type: 'x' }],
  ['a long title', { ...modal, title: plain(25) }],
  ['a long submit', { ...modal, submit: plain(25) }],
  ['inputs but no submit', { type: 'modal', title: text, blocks: input(field) }],
  ['too many blocks', { ...modal, blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }],
  ['long metadata', { ...modal, private_metadata: long(3001) }],
  ['a table', { ...modal, blocks: [table] }],
  ['a long label', { ...modal, blocks: input(field, { label: plain(2001) }) }],
  ['a long value', { ...modal, blocks: input({ ...field, initial_value: long(11) }) }],
  ['a longer input than there is', { ...modal, blocks: input({ ...field, max_length: 3001 }) }],
  ['a block_id twice', { ...modal, blocks: [...input(field, { block_id: 'b' }), ...input(field, { block_id: 'b' })] }],
  ['a title on a Home tab', { ...modal, type: 'home' }],
])('a view with %s is found', (_, view) => {
  expect(viewViolations(view)).not.toEqual([])
})

test('valid messages and views have no violations', () => {
  const blocks = [
    { type: 'header', text },
    section({ type: 'text', text: 'x' }),
    table,
    row(button()),
    select({ action_id: 'b' }),
  ]
  expect(messageViolations({ text: 'A &lt;b&gt;', blocks: blocks.slice(0, 4), response_type: 'ephemeral' })).toEqual([])
  expect(viewViolations({ ...modal, blocks: [...input(field), ...input(field)] })).toEqual([])
  expect(viewViolations({ type: 'home', blocks: blocks.slice(0, 2) })).toEqual([])
})
