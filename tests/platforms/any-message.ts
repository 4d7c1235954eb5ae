import * as fc from 'fast-check'
import type { Block, Form, FormField, Inline, MatrixCell, Message, RichText } from '../../src/message/index.ts'
import { anyHeatMap, anyRadar } from '../pictures/any-picture.ts'

// Messages and forms of any shape and with any words, most of all those that a platform would choke on.

const HOSTILE = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<!subteam^S1>',
  '<https://evil.example|here>',
  '*bold* _i_ ~s~ `c`',
  '&amp; & < >',
  ':smile:',
  '👩‍👩‍👧‍👦👍🏽🇪🇸',
  'مرحبا שלום',
  '\u202egnorw\u202c',
  '\ud83d',
  '\ude00 tail',
  '\u0000\u0007',
  '漢字かな',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍',
  'a\nb\r\nc',
  ' ',
  '',
]

const words = fc
  .array(fc.constantFrom('model', 'PyTorch', 'a', 'review', 'ñandú', 'C++', '24/7', 'understands'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.join(' '))

const long = fc
  .tuple(
    fc.constantFrom('word ', 'x', '😀', 'é', '<', '&', '\u0300', '👩‍👩‍👧‍👦'),
    fc.integer({ min: 100, max: 20_000 }),
  )
  .map(([sign, length]) => sign.repeat(Math.ceil(length / sign.length)).slice(0, length))

const anyWords = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: long },
)

const briefWords = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) })

function inlineOf(content: fc.Arbitrary<string>): fc.Arbitrary<Inline> {
  return fc.oneof(
    fc.record({ type: fc.constantFrom('text', 'strong', 'emphasis', 'code'), text: content }),
    fc.record({
      type: fc.constant('link'),
      text: content,
      url: fc.oneof(fc.constantFrom('https://rung.example/a?b=c', 'javascript:alert(1)', ''), content),
    }),
    fc.record({
      type: fc.constant('time'),
      text: content,
      at: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(-1, Number.NaN, Number.POSITIVE_INFINITY, 1e18)),
      style: fc.constantFrom('relative', 'date'),
    }),
    fc.record({
      type: fc.constant('usage'),
      text: content,
      command: fc.constantFrom('skills', 'assess', 'gardener'),
      subcommand: fc.constantFrom(undefined, 'start'),
      options: fc.dictionary(fc.constantFrom('role', 'level'), content),
    }),
  )
}
const rich: fc.Arbitrary<RichText> = fc.array(inlineOf(anyWords), { maxLength: 4 })
const briefRich: fc.Arbitrary<RichText> = fc.array(inlineOf(briefWords), { maxLength: 2 })

/** A few of any length, and sometimes a great many short ones, alike so that they are quick to make. */
function many<T>(of: fc.Arbitrary<T>, brief: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc
    .tuple(
      fc.array(of, { maxLength: Math.min(4, most) }),
      fc.array(brief, { minLength: 1, maxLength: 3 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(most) }),
    )
    .map(([some, alike, count]) => [
      ...some,
      ...Array.from({ length: Math.max(0, count - some.length) }, (_, at) => alike.slice(at % alike.length)).flatMap(
        ([one]) => (one === undefined ? [] : [one]),
      ),
    ])
}

const cell = fc.record<MatrixCell>({
  proficiency: fc.constantFrom('awareness', 'working', 'advanced', 'expert', null),
  letter: fc.constantFrom('A', 'W', 'V', 'E', '—', ''),
  word: fc.constantFrom('Working', 'nothing expected', ''),
  mandatory: fc.constantFrom<MatrixCell['mandatory'][]>(true, false, 'unknown'),
  rises: fc.boolean(),
})

const cells = fc.array(cell, { minLength: 1, maxLength: 5 })

function rowOf(label: fc.Arbitrary<string>) {
  return fc.record({ label, cells: many(cell, cell, 60) })
}

function columnOf(content: fc.Arbitrary<string>) {
  return fc.record({ label: content, short: content })
}

const group = fc.record({ label: anyWords, rows: many(rowOf(anyWords), fc.record({ label: briefWords, cells }), 120) })

const matrix: fc.Arbitrary<Block> = fc.record({
  type: fc.constant('matrix'),
  columns: many(columnOf(anyWords), columnOf(briefWords), 60),
  groups: fc.array(group, { maxLength: 4 }),
  legend: fc.array(fc.record({ sign: fc.constantFrom('A', '●'), means: anyWords }), { maxLength: 6 }),
})

function buttonOf(label: fc.Arbitrary<string>) {
  return fc.record({ label, style: fc.constantFrom('primary' as const, 'danger' as const, undefined) })
}

const anyAddress = fc.oneof(fc.webUrl(), anyWords, fc.constant(`https://rung.example/${'a'.repeat(3000)}`))

const actions: fc.Arbitrary<Block> = fc
  .record({
    title: fc.option(anyWords, { nil: undefined }),
    buttons: many(buttonOf(anyWords), buttonOf(briefWords), 500),
    same: fc.boolean(),
    links: fc.option(fc.array(fc.record({ label: anyWords, url: anyAddress }), { maxLength: 12 }), { nil: undefined }),
  })
  .map(({ title, buttons, same, links }) => ({
    type: 'actions',
    ...(title !== undefined && { title }),
    ...(links !== undefined && { links }),
    actions: buttons.map(({ label, style }, at) => ({
      label,
      payload: same && at % 7 === 0 ? '1s:h' : `1s:r:${at}`,
      ...(style && { style }),
    })),
  }))

function fieldOf(label: fc.Arbitrary<string>, value: fc.Arbitrary<RichText>) {
  return fc.record({ label, value })
}

function itemOf(content: fc.Arbitrary<RichText>) {
  return fc.record({ text: content, detail: content })
}

const fewWords = fc.array(briefWords, { maxLength: 6 })

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading'), text: anyWords }),
  fc.record({ type: fc.constant('text'), text: rich }),
  fc.record({
    type: fc.constant('fields'),
    fields: many(fieldOf(anyWords, rich), fieldOf(briefWords, briefRich), 60),
  }),
  fc
    .record({
      numbered: fc.boolean(),
      first: fc.nat(5),
      title: fc.option(rich, { nil: undefined }),
      items: many(itemOf(rich), itemOf(briefRich), 400),
    })
    .map(({ title, ...list }): Block => ({ type: 'list', ...list, ...(title && { title }) })),
  fc.record({
    type: fc.constant('table'),
    columns: many(anyWords, briefWords, 60),
    rows: many(many(anyWords, briefWords, 60), fewWords, 150),
  }),
  matrix,
  fc.record({
    type: fc.constant('progress'),
    done: fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)),
    total: fc.integer({ min: -5, max: 50 }),
    label: briefWords,
  }),
  fc.record({ type: fc.constant('note'), tone: fc.constantFrom('info', 'success', 'warning', 'error'), text: rich }),
  actions,
  fc.record({ type: fc.constant('picture'), picture: fc.oneof(anyHeatMap, anyRadar) }),
  fc.constant<Block>({ type: 'divider' }),
)

const briefBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading'), text: briefWords }),
  fc.record({ type: fc.constant('text'), text: briefRich }),
  fc.constant<Block>({ type: 'divider' }),
)

/** Mostly a handful of blocks, sometimes more than a message takes. */
export const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    summary: anyWords,
    blocks: many(anyBlock, briefBlock, 90),
    accent: fc.constantFrom('info', 'success', 'warning', 'danger', 'neutral'),
  },
  { requiredKeys: ['summary', 'blocks'] },
)

const field: fc.Arbitrary<FormField> = fc
  .record({
    label: anyWords,
    hint: fc.option(anyWords, { nil: undefined }),
    optional: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 5000 }),
    initial: fc.option(anyWords, { nil: undefined }),
    options: fc.option(many(anyWords, briefWords, 130), { nil: undefined }),
    pick: fc.option(fc.nat(140), { nil: undefined }),
  })
  .map(({ label, hint, optional, maxLength, initial, options, pick }) => {
    const base = { name: '', label, optional, ...(hint !== undefined && { hint }) }
    if (!options) return { ...base, type: 'text', maxLength, ...(initial !== undefined && { initial }) }
    const choices = options.map((text, at) => ({ value: `v${at}`, label: text }))
    return { ...base, type: 'choice', options: choices, ...(pick !== undefined && { initial: `v${pick}` }) }
  })

export const anyForm: fc.Arbitrary<Form> = fc.record({
  title: anyWords,
  payload: fc.constant('1a:fill'),
  submit: anyWords,
  fields: many(field, field, 130).map((fields) => fields.map((each, at) => ({ ...each, name: `f${at}` }))),
})
