import { type StandardEmoji, standardEmojis } from './emoji-names.ts'

/** One emoji, as each platform names it. */
export interface Emoji {
  /** Where no picture can be shown: its sign, or its name between colons. */
  readonly text: string
  /** The canonical name in Slack, without colons; undefined if it is not known. */
  readonly slack: string | undefined
  /** The sign of a standard emoji in Discord, or `name:id` for a server's own; undefined if it is not known. */
  readonly discord: string | undefined
}

/** A name as written, with or without colons and a skin tone. Slack allows letters of any script in a workspace's own names. */
const NAME = /^:?([\p{L}\p{N}_+'-]{1,100})(?:::?skin-tone-\d)?:?$/u

/** A server's own emoji: `name:id`, or as Discord writes it in a message, `<:name:id>` (reference, message formatting). */
const CUSTOM = /^(?:<a?)?:?(\w{2,32}):(\d{15,22})>?$/u

/** What looks like the sign of an emoji, in the table or newer than it. */
const SIGN = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/** Variation selectors, which platforms add and drop, and skin tones. */
const VARIANTS = /[\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/gu

const STANDARD = standardEmojis()
const BY_NAME: ReadonlyMap<string, StandardEmoji> = new Map(
  STANDARD.flatMap((emoji) => emoji.names.map((name) => [name, emoji] as const)),
)
const BY_SIGN: ReadonlyMap<string, StandardEmoji> = new Map(STANDARD.map((emoji) => [plainSign(emoji.sign), emoji]))

/** A sign without variation selectors and skin tones, for comparison. */
function plainSign(sign: string): string {
  return sign.replaceAll(VARIANTS, '')
}

/** Slack's canonical name for a name in a reaction: aliases resolved, skin tone removed. */
export function canonicalName(name: string): string {
  const [plain = ''] = name.split('::')
  return BY_NAME.get(plain)?.names[0] ?? plain
}

/** An emoji in a Discord reaction: a standard one has a sign for its name and no id (resources/emoji). */
export interface DiscordEmoji {
  readonly id?: string | null | undefined
  readonly name: string | null
}

/** Whether a reaction in Discord shows this emoji, in any skin tone. */
export function isInDiscord({ discord }: Emoji, { id, name }: DiscordEmoji): boolean {
  if (discord === undefined) return false
  if (typeof id === 'string') return discord.split(':')[1] === id
  return name !== null && plainSign(name) === plainSign(discord)
}

/** Every name of a standard emoji, aliases too. */
export const STANDARD_NAMES: readonly string[] = [...BY_NAME.keys()]

const MOST_WORDS = 2

/**
 * Reads an emoji from its name, its sign, a Discord server's own `name:id`, or a name for Slack with a sign or `name:id` for
 * Discord. Returns what is wrong as text if the words are no emoji.
 */
export function readEmoji(text: string): Emoji | { readonly problem: string } {
  const words = text.split(/[\s,]+/u).filter((word) => word !== '')
  let name: string | undefined
  let custom: string | undefined
  let sign: string | undefined
  for (const word of words) {
    const [, customName, id] = CUSTOM.exec(word) ?? []
    const [, plainName] = NAME.exec(word) ?? []
    const isSign = SIGN.test(word) || BY_SIGN.has(plainSign(word))
    if (customName !== undefined && id !== undefined && custom === undefined) custom = `${customName}:${id}`
    else if (isSign && sign === undefined) sign = word
    else if (plainName !== undefined && !isSign && name === undefined) name = canonicalName(plainName.toLowerCase())
    else return { problem: `${TAKES}; ${JSON.stringify(word)} is neither, or one too many` }
  }
  if (words.length === 0 || words.length > MOST_WORDS || (sign !== undefined && custom !== undefined)) {
    return { problem: TAKES }
  }
  const byName = name === undefined ? undefined : BY_NAME.get(name)
  const bySign = sign === undefined ? undefined : BY_SIGN.get(plainSign(sign))
  if (byName !== undefined && sign !== undefined && byName !== bySign) {
    return { problem: `the sign of ${name} is ${byName.sign}, not ${sign}` }
  }
  const standard = bySign ?? byName
  const customName = custom?.split(':')[0]
  const slack = name ?? standard?.names[0] ?? customName
  const discord = custom ?? standard?.sign ?? sign
  return { text: standard?.sign ?? sign ?? `:${slack}:`, slack, discord }
}

const TAKES =
  'must be the name or the sign of an emoji, or both: ladder, 🪜 or ladder 🪜; or name:id for a Discord server’s own'

/** The emoji that nominates unless another one is configured. */
export const LADDER: Emoji = { text: '🪜', slack: 'ladder', discord: '🪜' }
