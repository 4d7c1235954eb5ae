import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Every Discord call that Rung makes, and the cells in which it meets a fault.

/** The names of the cells by file, method and route. All other calls are discord.js's own. */
export const CALLS: Readonly<Record<string, readonly string[]>> = {
  'interaction-reply.ts post interactionCallback': ['a command’s answer', 'an answer in place'],
  'interaction-reply.ts patch webhookMessage': ['an answer after a deferral'],
  'interaction-reply.ts post webhook': ['an answer below a message after a deferral'],
  'interaction-reply.ts interaction deferReply': ['a deferral of a command'],
  'interaction-reply.ts interaction deferUpdate': ['a deferral'],
  'interaction-reply.ts interaction showModal': ['a modal'],
  'administrators.ts get guild': ['the roles and the owner of the server'],
  'administrators.ts get guildMember': ['the roles of the person who changes settings'],
  'channel-check.ts get channel': ['the proposals channel'],
  'channel-check.ts get guildMember': ['the permissions of the bot'],
  'channel-check.ts get guildRoles': ['the roles of the server'],
  'register-commands.ts get route': ['the registered commands'],
  'register-commands.ts put route': ['the commands'],
  'members.ts get guildMember': ['an expert who is named', 'the membership of the person who acts'],
  'members.ts get guildMembers': ['the members with a role'],
  'members.ts get guildRoles': ['the roles of the server'],
  'handlers/autocomplete.ts interaction respond': ['choices while typing'],
  'conversations.ts get guild': ['the names of servers to choose from'],
  'index.ts client login': ['the address of the gateway'],
  'handlers/reaction.ts get channelMessage': ['the text of a message'],
  'reactions.ts get channelMessage': ['the emojis on a card'],
  'reactions.ts get route': ['the users of an emoji on a card'],
  'channel-messages.ts post channelMessages': [
    'a direct message',
    'the answer to an emoji',
    'the answer to an emoji, without direct messages',
    'a card',
    'a call to the experts',
  ],
  'direct-messages.ts post userChannels': ['a first direct message'],
  'handlers/mention.ts post threads': ['the thread of a mention'],
  'new-servers.ts get guildMember': ['when the bot joined a server'],
  'new-servers.ts get guild': ['the channel for messages of the system'],
  'new-servers.ts get guildAuditLog': ['who added the bot'],
  'picture-edits.ts get message': ['the message that a picture belongs to'],
  'picture-edits.ts patch route': ['a picture'],
  'servers.ts get userGuilds': ['the servers of the app'],
  'proposals-channel.ts get channelMessages': ['a card that may have been posted'],
  'proposals-channel.ts patch channelMessage': ['a card that changes'],
  'proposals-channel.ts post threads': ['the thread of a card'],
}

const SOURCE = fileURLToPath(new URL('../../../../src/platforms/discord/', import.meta.url))
/** A REST request, and a method call on a discord.js object; predicates such as `isCommand` make no request. */
const REQUEST =
  /\b(?:rest|restWithoutRetries)\.(get|post|put|patch|delete|request|raw|queueRequest)\(\s*(?:Routes\.)?(\w+)/gu
const METHOD = /\b(interaction|message|channel|user|guild|member|client|thread)\.(?!is[A-Z])(\w+)\(/gu
/** Methods that make no request. */
const SILENT = new Set(['on', 'once', 'removeAllListeners', 'destroy'])

/** The calls in the source, in the form of `CALLS`. */
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
