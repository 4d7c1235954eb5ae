import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandCodeOf, decodeAction, defineActions } from '../../src/bot/action-id.ts'
import { actionFrom, payloadOf } from '../../src/bot/commands/assess/actions.ts'
import { profileAction, profileButton } from '../../src/bot/commands/profile/actions.ts'
import { proposalPayload, proposalsAction } from '../../src/bot/commands/proposals/actions.ts'
import { proposeAction, proposePayload } from '../../src/bot/commands/proposals/draft-change.ts'
import { CHANGE_KINDS, changeForm } from '../../src/bot/commands/proposals/kinds/index.ts'
import { rungAction, rungButton } from '../../src/bot/commands/rung/actions.ts'
import { parseQuery, queryPayload } from '../../src/bot/commands/skills/query.ts'
import { UserError } from '../../src/bot/errors.ts'
import { COMMANDS } from '../../src/bot/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'

const { catalog } = await openCatalog(ownCatalog)

// Buttons stay on old messages, so what a payload of each command looks like must never change.

/** Reads and writes the actions of each command, by its code. */
const CODECS = {
  s: (args: readonly string[]) => queryPayload(parseQuery(args, catalog)),
  a: (args: readonly string[]) => payloadOf(actionFrom(args)),
  p: (args: readonly string[]) => profileButton('', profileAction(args)).payload,
  v: (args: readonly string[]) => proposalPayload(proposalsAction(args)),
  o: (args: readonly string[]) => proposePayload(proposeAction(args, catalog)),
  r: (args: readonly string[]) => rungButton('', rungAction(args)).payload,
} as const

/** The codes of commands without buttons. */
const WITHOUT_BUTTONS: readonly string[] = []

function isCode(code: string): code is keyof typeof CODECS {
  return code in CODECS
}

/** Reads a payload into an action and writes the action again. */
function roundTrip(payload: string): string {
  const { code, args } = decodeAction(payload)
  if (!isCode(code)) throw new Error(`no command has the code ${code}`)
  return CODECS[code](args)
}

/** The payload written again; undefined if it is unreadable. Throws if reading fails in any other way. */
function writtenAgain(payload: string): string | undefined {
  try {
    return roundTrip(payload)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** Whether the letter of a payload names an action; its arguments may still be wrong. */
function isAction(letter: string): boolean {
  const samples = ['x:id:2:abcdefghij4', 'x:id:2:0', 'x:id:2', '1', 'x:summary', 'x:y', '']
  return samples.some((args) => writtenAgain(`1a:${letter}:${args}`) !== undefined)
}

const GOLDEN_SKILLS = [
  ...['h', 'a:2', 'r:ml-engineer', 'l:ml-engineer:senior', 'm:ml-engineer:security', 'd:ml-engineer:senior:security'],
  '2:ml-engineer:middle:senior:version-control-collaboratio',
  ...['c:ml-engineer:middle:senior', 'w:ml-engineer:pytorch', 'e:ml-engineer:senior:pytorch', 's:pytorch:3'],
  ...['o:security', 'v:ml-engineer:1', 't:ml-engineer:ml-engineer', 't:ml-engineer:ml-engineer:senior'],
  ...['x:ml-engineer', 'i:ml-engineer', 'k:ml-engineer:senior', 'g:ml-engineer:middle:senior'],
  ...['u:ml-engineer:ml-engineer', 'u:ml-engineer:ml-engineer:senior'],
  ...[
    '5:ml-engineer:senior:expert',
    '6:ml-engineer:ml-engineer:security',
    '6:ml-engineer:ml-engineer:machine-lear:senior',
  ],
  ...[
    '7:ml-engineer:ml-engineer:both',
    '7:ml-engineer:ml-engineer:first',
    '8:pytorch',
    '9',
    '1:ml-engineer',
    '3',
    '4',
    '0',
  ],
  ...['v::1', 'o:security:expert', 'S:pytorch:expert', 'j:::docker:pytorch', 'j:ml-engineer:senior:docker:pytorch'],
].map((rest) => `1s:${rest}`)
const GOLDEN_ASSESS = [
  ...['q', 's', 'i:ml-engineer', 'd:ml-engineer', 'r:ml-engineer', 'b:ml-engineer:g', 'b:ml-engineer:s:security'],
  ...['b:ml-engineer:g:::director', 'o:ml-engineer:abc_-123:7:s:::director', 'T:ml-engineer:director'],
  ...['o:ml-engineer:abc_-123:7:s', 'o:ml-engineer:abc_-123:7:g:security', 'a:ml-engineer:id:1:abcdefghij4'],
  ...[
    'a:ml-engineer:id:1:abcdefghij-',
    'k:r:id:2',
    'w:r:id:2',
    'J:id',
    'S:r:id:2',
    'p:r:id:2',
    'f:r:id:2',
    'g:r:id:2',
    'x:r:id:2',
  ],
  ...['y:r:id:2', 'c:r:id:2:0', 'l:r:id:2:13', 'e:r:id:2:abcdefghij', 'm:1', 'm:0', 't:ml-engineer'],
  ...[
    'h:ml-engineer:senior',
    'b:ml-engineer:g::senior',
    'b:ml-engineer:s::senior',
    'o:ml-engineer:abc_-123:7:g::senior',
  ],
  ...['n:r:id:2', 'v:id000001:summary', 'v:id000001:gaps', 'v:id000001:domains', 'z:id000001:abcdefghij'],
  ...['u:id000001:abcdefghij', 'j:id000001'],
].map((rest) => `1a:${rest}`)
const GOLDEN_PROFILE = [
  ...['show', 'export', 'askDelete', 'delete', 'keep', 'result:id000001', 'link:q1', 'linkNot:q1'],
  'unlink:1767603600000',
  'gaps:id000001:senior',
].map((rest) => `1p:${rest}`)
const GOLDEN_PROPOSALS = [
  ...['l:open:1', 'l:mine:2', 'l:review:3', 'l:recent:12345', 's:abcdef', 'w:abcdef', 'W:abcdef', 'a:abcdef'],
  ...['b:abcdef', 'o:abcdef', 'c:abcdef', 'e:abcdef', 'p:abcdef', 'x:abcdef', 'n:abcdef:1', 'n:abcdef:0'],
  ...['v:abcdef:1:for', 'v:abcdef:2:against', 'v:abcdef:3:none'],
].map((rest) => `1v:${rest}`)
const GOLDEN_PROPOSE = [
  ...['', ':i:abcdef', ':v:abcdef', ':r', ':r:ml-engineer', ':r:ml-engineer:senior:pytorch:V', ':r::senior::-'],
  ...[':m:ml-engineer:senior:pytorch', ':a:ml-engineer::@security', ':d:ml-engineer::pytorch', ':s:::pytorch:E'],
  ...[':f:ml-engineer:senior', ':k:ml-engineer', ':x:ml-engineer', ':l:::pytorch', ':n'],
].map((rest) => `1o${rest}`)

/** Letters of `/propose` for ideas. */
const IDEA_LETTERS = ['i', 'v']

/** Letters of kinds of change that were removed. Their buttons are still on old messages, so no other kind may have them. */
const RETIRED_LETTERS: readonly string[] = []

const GOLDEN_RUNG = [
  'help',
  'about',
  'privacy',
  'settings',
  'status',
  'community',
  'domainExperts',
  'ladder',
  'resetLadder',
].map((rest) => `1r:${rest}`)

const GOLDEN = [
  ...GOLDEN_RUNG,
  ...GOLDEN_SKILLS,
  ...GOLDEN_ASSESS,
  ...GOLDEN_PROFILE,
  ...GOLDEN_PROPOSALS,
  ...GOLDEN_PROPOSE,
]

test('every command has a code that no other has, and golden payloads if it has buttons', () => {
  const codes = COMMANDS.map(({ code }) => code).toSorted()
  expect([...Object.keys(CODECS), ...WITHOUT_BUTTONS].toSorted()).toEqual(codes)
  expect([...new Set(GOLDEN.map(commandCodeOf))].toSorted()).toEqual(Object.keys(CODECS).toSorted())
})

test('every kind of change has a letter that nothing else has or had, and a golden payload', () => {
  const letters = [...CHANGE_KINDS.map((kind) => changeForm(kind).letter), ...IDEA_LETTERS]
  const reserved = [...letters, ...RETIRED_LETTERS]
  expect(reserved).toEqual([...new Set(reserved)])
  const golden = GOLDEN_PROPOSE.map((payload) => payload.split(':')[1] ?? '')
  expect([...new Set(golden)].toSorted()).toEqual(['', ...letters].toSorted())
})

test('two actions of a command with the same key are refused when it is defined', () => {
  const define = (second: string) =>
    defineActions<{ open: { type: 'open' }; close: { type: 'close' } }>('s', ({ type }) => type, {
      open: ['o', () => [], () => ({ type: 'open' })],
      close: [second, () => [], () => ({ type: 'close' })],
    })
  expect(define('c').button('Close', { type: 'close' }).payload).toBe('1s:c')
  expect(() => define('o')).toThrow('two actions of the command s have the key "o"')
})

test('every action of an assessment has a golden payload', () => {
  const written = new Set(GOLDEN_ASSESS.map((payload) => payload.split(':')[1]))
  const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ').filter(isAction)
  expect(written).toEqual(new Set(letters))
})

describe('the payload of a button', () => {
  test.each(GOLDEN)('%s is read and written the same', (payload) => {
    expect(roundTrip(payload)).toBe(payload)
  })

  test('is unreadable, or is written so that it reads the same again', () => {
    const slug = fc.constantFrom('ml-engineer', 'senior', 'pytorch', 'security', 'abcdef', 'abcdefghij4', '@security')
    const short = fc.constantFrom('', '0', '1', '7', 'g', 's', 'for', 'none', 'open', '-', 'v', '__proto__', 'id')
    const name = fc.oneof(
      fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzW')),
      fc.constantFrom('show', 'keep', 'result', 'unlink', 'constructor'),
    )
    const code = fc.constantFrom(...Object.keys(CODECS))
    fc.assert(
      fc.property(code, name, fc.array(fc.oneof(slug, short), { maxLength: 5 }), (code, name, args) => {
        const payload = [`1${code}`, name, ...args].join(':')
        const written = writtenAgain(payload)
        expect(written === undefined ? undefined : roundTrip(written)).toBe(written)
      }),
      { numRuns: 2000 },
    )
  })
})
