import type { DecodeText } from '../decoder.ts'

// How Discord writes text (discord.com/developers/docs/reference#message-formatting): people, roles, channels, commands,
// emojis and dates in angle brackets, and addresses without a preview. Anything else is as it was typed.

const WRITTEN =
  /<(?:@[!&]?(?<id>\d{1,22})|#(?<channel>\d{1,22})|a?:(?<emoji>\w{1,32}):\d{1,22}|\/(?<command>[^<>:]{1,100}):\d{1,22}|t:(?<time>-?\d{1,11})(?::[a-zA-Z])?|(?<address>https?:\/\/[^\s<>]+))>/giu

/** Decodes a text that Discord sends. */
export const decodeText: DecodeText = (text) =>
  text.toWellFormed().replace(WRITTEN, (written: string, ...groups: unknown[]) => referenceOf(groups.at(-1)) ?? written)

function referenceOf(groups: unknown): string | undefined {
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
