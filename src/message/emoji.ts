import { type StandardEmoji, standardEmojis } from './emoji-names.ts'

/** One emoji. Platforms identify an emoji either by its name, or by its character or id. */
export interface Emoji {
  /** The emoji in text: its character, or its name between colons. */
  readonly text: string
  /** The canonical short name, without colons; undefined if it is not known. */
  readonly shortName: string | undefined
  /** The character of a standard emoji, or `name:id` of a custom one; undefined if it is not known. */
  readonly sign: string | undefined
}

/** A name as written, with or without colons and a skin tone. Custom names may have letters of any script. */
const NAME = /^:?([\p{L}\p{N}_+'-]{1,100})(?:::?skin-tone-\d)?:?$/u

/** A custom emoji: `name:id`, or as it is written in a message, `<:name:id>`. */
const CUSTOM = /^(?:<a?)?:?(\w{2,32}):(\d{15,22})>?$/u

/** Matches an emoji character, in the table or newer than it. */
const SIGN = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/** Variation selectors, which platforms add and drop, and skin tones. */
const VARIANTS = /[\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/gu

const STANDARD = standardEmojis()
const BY_NAME: ReadonlyMap<string, StandardEmoji> = new Map(
  STANDARD.flatMap((emoji) => emoji.names.map((name) => [name, emoji] as const)),
)
const BY_SIGN: ReadonlyMap<string, StandardEmoji> = new Map(
  STANDARD.map((emoji) => [withoutVariants(emoji.sign), emoji]),
)

/** An emoji character without variation selectors and skin tones, for comparison. */
function withoutVariants(sign: string): string {
  return sign.replaceAll(VARIANTS, '')
}

/** The canonical short name for a name in a reaction: aliases resolved, skin tone removed. */
export function canonicalEmojiName(name: string): string {
  const [plain = ''] = name.split('::')
  return BY_NAME.get(plain)?.names[0] ?? plain
}

/** Whether two characters are the same emoji, in any skin tone. */
export function isSameEmoji(one: string, other: string): boolean {
  return withoutVariants(one) === withoutVariants(other)
}

/** Every name of a standard emoji, aliases too. */
export const STANDARD_EMOJI_NAMES: readonly string[] = [...BY_NAME.keys()]

const MOST_WORDS = 2

/**
 * Parses an emoji from its name, its character, the `name:id` of a custom one, or a name with one of the latter. Returns the
 * problem as text if it is no emoji.
 */
export function parseEmoji(text: string): Emoji | { readonly problem: string } {
  const words = text.split(/[\s,]+/u).filter((word) => word !== '')
  let name: string | undefined
  let custom: string | undefined
  let sign: string | undefined
  for (const word of words) {
    const [, customName, id] = CUSTOM.exec(word) ?? []
    const [, plainName] = NAME.exec(word) ?? []
    const isSign = SIGN.test(word) || BY_SIGN.has(withoutVariants(word))
    if (customName !== undefined && id !== undefined && custom === undefined) custom = `${customName}:${id}`
    else if (isSign && sign === undefined) sign = word
    else if (plainName !== undefined && !isSign && name === undefined)
      name = canonicalEmojiName(plainName.toLowerCase())
    else return { problem: `${EXPECTED_FORMAT}; ${JSON.stringify(word)} is neither, or one too many` }
  }
  if (words.length === 0 || words.length > MOST_WORDS || (sign !== undefined && custom !== undefined)) {
    return { problem: EXPECTED_FORMAT }
  }
  const byName = name === undefined ? undefined : BY_NAME.get(name)
  const bySign = sign === undefined ? undefined : BY_SIGN.get(withoutVariants(sign))
  if (byName !== undefined && sign !== undefined && byName !== bySign) {
    return { problem: `the sign of ${name} is ${byName.sign}, not ${sign}` }
  }
  const standard = bySign ?? byName
  const customName = custom?.split(':')[0]
  const shortName = name ?? standard?.names[0] ?? customName
  const platformSign = custom ?? standard?.sign ?? sign
  return { text: standard?.sign ?? sign ?? `:${shortName}:`, shortName, sign: platformSign }
}

const EXPECTED_FORMAT =
  'must be the name or the sign of an emoji, or both: ladder, 🪜 or ladder 🪜; or name:id for a custom one'

/** The emoji that nominates unless another one is configured. */
export const LADDER_EMOJI: Emoji = { text: '🪜', shortName: 'ladder', sign: '🪜' }
