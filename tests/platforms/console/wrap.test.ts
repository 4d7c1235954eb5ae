import { styleText } from 'node:util'
import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import wrapAnsi from 'wrap-ansi'
import { columnWidth } from '../../../src/message/sanitize.ts'
import { createTextWrapper } from '../../../src/platforms/console/wrap.ts'

const word = fc
  .array(fc.constantFrom('a', 'b', 'é', '漢', '字', 'ﷺ', '👩‍👩‍👧‍👦', '🇪🇸', 'e\u0301', '-', 'xx'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((signs) => signs.join(''))
const styled = fc
  .tuple(word, fc.constantFrom('bold', 'cyan', 'dim', 'none'))
  .map(([text, style]) => (style === 'none' ? text : styleText(style, text, { validateStream: false })))

test('text is wrapped as wrapAnsi wraps it', () => {
  fc.assert(
    fc.property(fc.array(styled, { maxLength: 15 }), fc.integer({ min: 10, max: 60 }), (words, columns) => {
      const text = words.join(' ')
      expect(createTextWrapper()(text, columns)).toBe(wrapAnsi(text, columns))
    }),
  )
})

test('each different sign is measured once, however long the texts', () => {
  let measured = 0
  const wrap = createTextWrapper((sign) => {
    measured += 1
    return stringWidth(sign)
  })
  for (let text = 0; text < 20; text += 1) wrap('漢字 \ufdfa\ud83d é'.repeat(500), 80)
  wrap('\ud83d'.repeat(1000), 80)
  wrap(' \u200b'.repeat(500), 80)
  expect(measured).toBeLessThan(10)
})

test('signs that are not measured have one column', () => {
  const isMeasured = (text: string): boolean => {
    let measured = false
    createTextWrapper((sign) => {
      measured = true
      return stringWidth(sign)
    })(text, 80)
    return measured
  }
  const signs = Array.from({ length: 0x2600 - 0xa1 }, (_, index) => String.fromCodePoint(0xa1 + index))
  const unmeasured = signs.filter((sign) => !isMeasured(sign))
  expect(unmeasured.filter((sign) => stringWidth(sign.normalize()) !== 1)).toEqual([])
  expect(unmeasured.length).toBeLessThan(1000)
  expect(['¿Más “café”?', '→ ██░ ──', '漢', '👩'].map(isMeasured)).toEqual([false, false, true, true])
})

test('no sign is lost, whatever has no width', () => {
  for (const text of ['\u0301漢\u200d', ' \u0301', '漢 \u0301字', '\u200b\u200b', '漢\ud83d字']) {
    expect(createTextWrapper()(text, 40).replaceAll(' ', '')).toBe(text.normalize().replaceAll(' ', ''))
  }
})

test('a text too long for a line counts its length, without a look at its signs', () => {
  expect(columnWidth('漢字')).toBe(4)
  expect(columnWidth('漢'.repeat(8000))).toBe(8000)
})
