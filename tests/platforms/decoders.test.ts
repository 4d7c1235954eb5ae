import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecodeText } from '../../src/platforms/decoder.ts'
import { decodeText as fromDiscord } from '../../src/platforms/discord/decode.ts'
import { decodeText as fromSlack } from '../../src/platforms/slack/decode.ts'

const DECODERS: readonly (readonly [string, DecodeText])[] = [
  ['Slack', fromSlack],
  ['Discord', fromDiscord],
]

describe.each(DECODERS)('text from %s', (_, decode) => {
  test('stays as it is if it has none of the platform’s own characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll(/[<>&:]/gu, '')
        expect(decode(plain)).toBe(plain)
      }),
    )
  })

  test('is well-formed: halves of surrogate pairs are replaced', () => {
    expect(decode('a\ud83d b\ude00 😀')).toBe('a\ufffd b\ufffd 😀')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decode(text).isWellFormed()))
  })

  test('keeps the address of a link', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        fc.pre(!/[<>|&]/u.test(url))
        expect(decode(`see <${url}> there`)).toBe(`see ${url} there`)
      }),
    )
  })

  test.each([
    'a < b > c',
    '<b>bold</b>',
    '<>',
    '<<<',
    '< @U1 >',
    'List<String>',
    'x <- y',
    '1 & 2',
    ':)',
    '::',
    '10:30:15',
  ])('leaves “%s” alone', (text) => {
    expect(decode(text)).toBe(text)
  })
})

/** As Slack escapes what a person types. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

describe('text from Slack', () => {
  test('is unescaped exactly once', () => {
    expect(fromSlack('Tom &amp;amp; &lt;b&gt; &amp;lt;')).toBe('Tom &amp; <b> &lt;')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', 'amp;', 'lt;', 'a', '|', '@U1', ' ') }), (typed) => {
        expect(fromSlack(escaped(typed))).toBe(typed)
      }),
    )
  })

  test.each([
    ['<https://git.example/pr/128|my pull request>', 'my pull request (https://git.example/pr/128)'],
    ['<https://git.example/pr/128>', 'https://git.example/pr/128'],
    ['<https://a.example/?b=1&amp;c=2|R&amp;D>', 'R&D (https://a.example/?b=1&c=2)'],
    ['<http://asp.net|asp.net>', 'asp.net'],
    ['<https://a.example/|https://a.example>', 'https://a.example'],
    ['<mailto:ana@a.example|ana@a.example>', 'ana@a.example'],
    ['<https://A.example/Docs|a.example/docs>', 'a.example/docs'],
    ['<mailto:ana@a.example> <tel:+34600>', 'ana@a.example +34600'],
    ['<tel:+34600|+34600>', '+34600'],
    ['ask <@U1> or <@W2|ana> or <@U3|@bo> or <@B4>', 'ask @U1 or @ana or @bo or @B4'],
    ['in <#C1|general> and <#C2>, <#C3|>', 'in #general and #C2, #C3'],
    ['in <#C1|#general>, <#G2|ops> and <#D3>', 'in #general, #ops and #D3'],
    ['<!channel> <!here|here> <!subteam^S1|@experts> <!subteam^S1>', '@channel @here @experts @S1'],
    ['<!everyone> <!group>', '@everyone @group'],
    ['<!date^1392734382^{date}|18 February>', '18 February'],
    ['<a &amp; b>', '<a & b>'],
    [':three: :zero: :keycap_ten: :smile:', '3️⃣ 0️⃣ 🔟 :smile:'],
    [':hash::one:', '#️⃣1️⃣'],
  ])('%s is “%s”', (written, typed) => {
    expect(fromSlack(written)).toBe(typed)
  })
})

describe('text from Discord', () => {
  test.each([
    ['ask <@123456789012345678> or <@!123456789012345678>', 'ask @123456789012345678 or @123456789012345678'],
    ['<@&123456789012345678> in <#123456789012345678>', '@123456789012345678 in #123456789012345678'],
    ['<:python:123456789012345678> <a:party:123456789012345678>', ':python: :party:'],
    ['</skills:123456789012345678> mle', '/skills mle'],
    ['<https://git.example/pr/128>', 'https://git.example/pr/128'],
    ['[pull request](https://git.example/pr/128)', '[pull request](https://git.example/pr/128)'],
    ['<t:1764288000:R>', '2025-11-28 00:00 UTC'],
    ['<t:-60>', '1969-12-31 23:59 UTC'],
    ['&lt;b&gt; &amp;', '&lt;b&gt; &amp;'],
    ['3️⃣', '3️⃣'],
  ])('%s is “%s”', (written, typed) => {
    expect(fromDiscord(written)).toBe(typed)
  })
})
