import type { Mention } from '../../bot/index.ts'
import type { DecodeText } from '../decoder.ts'

// Discord's message formatting (discord.com/developers/docs/reference#message-formatting): mentions of users, roles, channels and
// commands, custom emojis, timestamps and links without a preview are in angle brackets. All other text is as typed.

const MARKUP =
  /<(?:@[!&]?(?<id>\d{1,22})|#(?<channel>\d{1,22})|a?:(?<emoji>\w{1,32}):\d{1,22}|\/(?<command>[^<>:]{1,100}):\d{1,22}|t:(?<time>-?\d{1,11})(?::[a-zA-Z])?|(?<url>https?:\/\/[^\s<>]+))>/giu

/** Decodes the text of a message or an option. */
export const decodeText: DecodeText = (text) =>
  text.toWellFormed().replace(MARKUP, (match: string, ...groups: unknown[]) => plainTextOf(groups.at(-1)) ?? match)

/** A user, a role or a channel in angle brackets. */
const MENTION = /<(?:@!?(?<user>\d{1,22})|@&(?<group>\d{1,22})|#(?<channel>\d{1,22}))>/gu

/** The people, roles and channels that a text mentions, as `decodeText` writes them. */
export function mentionsIn(text: string): readonly Mention[] {
  return [...text.matchAll(MENTION)].flatMap(({ 0: encoded, groups = {} }) =>
    (['user', 'group', 'channel'] as const).flatMap((kind) => {
      const id = groups[kind]
      return id === undefined ? [] : [{ kind, id, text: decodeText(encoded) }]
    }),
  )
}

function plainTextOf(groups: unknown): string | undefined {
  const [name, value] = Object.entries(isGroups(groups) ? groups : {}).find(([, text]) => text !== undefined) ?? []
  switch (name) {
    case 'id':
      return `@${value}`
    case 'channel':
      return `#${value}`
    case 'emoji':
      return `:${value}:`
    case 'command':
      return `/${value}`
    case 'time':
      return `${new Date(Number(value) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    default:
      return value
  }
}

function isGroups(groups: unknown): groups is Readonly<Record<string, string | undefined>> {
  return typeof groups === 'object' && groups !== null
}
