import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Every call of Rung to Discord, and the cells in which it meets a fault.

/** By file, method and route; the names of the cells. The rest is what discord.js calls by itself. */
export const CALLS: Readonly<Record<string, readonly string[]>> = {
  'interaction-reply.ts post interactionCallback': ['a command’s answer', 'an answer in place'],
  'interaction-reply.ts patch webhookMessage': ['an answer after a deferral'],
  'interaction-reply.ts post webhook': ['an answer below a message after a deferral'],
  'interaction-reply.ts interaction deferReply': ['a deferral of a command'],
  'interaction-reply.ts interaction deferUpdate': ['a deferral'],
  'interaction-reply.ts interaction showModal': ['a dialog'],
  'channel-check.ts get channel': ['the channel of proposals'],
  'channel-check.ts get guildMember': ['the permissions of the bot'],
  'channel-check.ts get guildRoles': ['the roles of the server'],
  'register-commands.ts get route': ['which commands there are'],
  'register-commands.ts put route': ['the commands'],
  'members.ts get guildMember': ['an expert who is named', 'the membership of whoever acts'],
  'members.ts get guildMembers': ['who holds a role'],
  'members.ts get guildRoles': ['the roles of the server'],
  'handlers/autocomplete.ts interaction respond': ['choices while typing'],
  'conversations.ts get guild': ['the names of servers to choose from'],
  'index.ts client login': ['where the gateway is'],
  'handlers/reaction.ts get channelMessage': ['the words of a message'],
  'handlers/reaction.ts post channelMessages': ['the answer to an emoji, without direct messages'],
  'reactions.ts get channelMessage': ['which emojis are on a card'],
  'reactions.ts get route': ['who has put an emoji on a card'],
  'direct-messages.ts post channelMessages': ['a direct message', 'the answer to an emoji'],
  'direct-messages.ts post userChannels': ['a first direct message'],
  'servers.ts get userGuilds': ['where the app is installed'],
  'proposals-channel.ts get channelMessages': ['a card that may have been posted'],
  'proposals-channel.ts patch channelMessage': ['a card that changes'],
  'proposals-channel.ts post channelMessages': ['a card', 'a call to the experts'],
  'proposals-channel.ts post threads': ['the thread of a card'],
}

const SOURCE = fileURLToPath(new URL('../../../../src/platforms/discord/', import.meta.url))
/** A request, and a method of an object of discord.js that makes one; those that ask (`isCommand`) make none. */
const REQUEST =
  /\b(?:rest|restWithoutRetries)\.(get|post|put|patch|delete|request|raw|queueRequest)\(\s*(?:Routes\.)?(\w+)/gu
const METHOD = /\b(interaction|message|channel|user|guild|member|client|thread)\.(?!is[A-Z])(\w+)\(/gu
/** Methods that make no request. */
const SILENT = new Set(['on', 'once', 'removeAllListeners', 'destroy'])

/** The calls that the source makes, in the form above. */
export function callsInSource(): ReadonlySet<string> {
  const calls = new Set<string>()
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const text = readFileSync(`${SOURCE}${file}`, 'utf8')
    for (const [, method = '', what = ''] of text.matchAll(REQUEST)) calls.add(`${file} ${method} ${what}`)
    for (const [, object = '', method = ''] of text.matchAll(METHOD)) {
      if (!SILENT.has(method)) calls.add(`${file} ${object} ${method}`)
    }
  }
  return calls
}
