import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalEmojiName, parseEmoji } from '../../src/message/index.ts'
import { isReactionOf } from '../../src/platforms/discord/reactions.ts'

const OWN = 'partyblob:900000000000000777'

describe('an emoji is read', () => {
  test.each([
    ['ladder', '🪜', 'ladder', '🪜'],
    [':ladder:', '🪜', 'ladder', '🪜'],
    ['🪜', '🪜', 'ladder', '🪜'],
    ['ladder 🪜', '🪜', 'ladder', '🪜'],
    ['🪜, ladder', '🪜', 'ladder', '🪜'],
    ['+1', '👍', '+1', '👍'],
    ['thumbsup', '👍', '+1', '👍'],
    ['👍', '👍', '+1', '👍'],
    ['👍🏽', '👍', '+1', '👍'],
    [':thumbsup::skin-tone-3:', '👍', '+1', '👍'],
    ['❤', '❤️', 'heart', '❤️'],
    ['partyparrot', ':partyparrot:', 'partyparrot', undefined],
    ['partyparrot 🎉', '🎉', 'partyparrot', '🎉'],
    [OWN, ':partyblob:', 'partyblob', OWN],
    [`<a:${OWN}>`, ':partyblob:', 'partyblob', OWN],
    [`tada ${OWN}`, ':tada:', 'tada', OWN],
  ])('from %s', (text, expectedText, shortName, sign) => {
    expect(parseEmoji(text)).toEqual({ text: expectedText === ':tada:' ? '🎉' : expectedText, shortName, sign })
  })

  test.each(['', 'a b', 'a b c', '🪜 👍', 'ladder 👍', `👍 ${OWN}`, '!', 'name:12', 'a/b', '<b>'])(
    'but not from %j',
    (text) => {
      expect(parseEmoji(text)).toEqual({
        problem: expect.stringMatching(/^must be the name|^the sign of ladder is 🪜/u),
      })
    },
  )

  test('or refused, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const emoji = parseEmoji(text)
        expect('problem' in emoji || emoji.shortName !== undefined || emoji.sign !== undefined).toBe(true)
      }),
    )
  })
})

test('a name in Slack has one form', () => {
  expect(['+1', 'thumbsup', '+1::skin-tone-6', 'partyparrot', 'poop'].map(canonicalEmojiName)).toEqual([
    '+1',
    '+1',
    '+1',
    'partyparrot',
    'hankey',
  ])
})

test('a reaction in Discord is this emoji in any skin tone and spelling, and no other one', () => {
  const thumb = { text: '👍', shortName: '+1', sign: '👍' }
  const own = { text: ':partyblob:', shortName: 'partyblob', sign: OWN }
  expect(isReactionOf(thumb, { id: null, name: '👍🏿' })).toBe(true)
  expect(isReactionOf(thumb, { id: null, name: '👎' })).toBe(false)
  expect(isReactionOf({ text: '❤️', shortName: 'heart', sign: '❤️' }, { id: null, name: '❤' })).toBe(true)
  // A server's own emoji is its id: it can be renamed, and others can have its name.
  expect(isReactionOf(own, { id: '900000000000000777', name: 'renamed' })).toBe(true)
  expect(isReactionOf(own, { id: '900000000000000778', name: 'partyblob' })).toBe(false)
  expect(isReactionOf(own, { id: null, name: 'partyblob' })).toBe(false)
  expect(isReactionOf({ text: ':a:', shortName: 'a', sign: undefined }, { id: null, name: 'a' })).toBe(false)
})
