import { type APIChannel, ChannelType, DiscordAPIError, PermissionsBitField, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import { withRetries } from './retry.ts'

// What keeps Rung from posting cards in the channel of proposals, in words that say what to do.

const SETTING = 'DISCORD_PROPOSALS_CHANNEL'

/** resources/channel: what is needed of a channel to know whether cards can be posted there. */
const ProposalsChannel = z.object({
  type: z.number(),
  guild_id: z.string().optional(),
  thread_metadata: z.object({ archived: z.boolean() }).optional(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: z.string(), deny: z.string() }))
    .optional()
    .default([]),
})

const TEXT_CHANNEL = 'set it to the id of a text channel of a server'

/** Channels that take messages (resources/channel, channel types). */
const TAKES_MESSAGES: ReadonlySet<number> = new Set<APIChannel['type']>([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])

const NAMES: Readonly<Record<number, string>> = {
  [ChannelType.DM]: 'a direct message',
  [ChannelType.GroupDM]: 'a direct message',
  [ChannelType.GuildCategory]: 'a category',
  [ChannelType.GuildForum]: 'a forum, which takes no plain messages',
  [ChannelType.GuildMedia]: 'a media channel, which takes no plain messages',
}

/** Why no card can be posted in a channel of this kind; undefined if it takes messages. */
function kindProblem({ type, guild_id, thread_metadata }: z.infer<typeof ProposalsChannel>): string | undefined {
  if (!TAKES_MESSAGES.has(type) || guild_id === undefined) {
    return `${SETTING} is ${NAMES[type] ?? 'no text channel'}: ${TEXT_CHANNEL}`
  }
  if (thread_metadata?.archived === true) {
    return `${SETTING} is an archived thread: reopen it and keep it open, or ${TEXT_CHANNEL}`
  }
  return undefined
}

const { Flags } = PermissionsBitField

/** What cards take, by the names that Discord shows. */
const NEEDED = [
  [Flags.ViewChannel, 'View Channel'],
  [Flags.SendMessages, 'Send Messages'],
  [Flags.ReadMessageHistory, 'Read Message History'],
  [Flags.CreatePublicThreads, 'Create Public Threads'],
  [Flags.SendMessagesInThreads, 'Send Messages in Threads'],
] as const

const THREADS: ReadonlySet<number> = new Set<APIChannel['type']>([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])

/** In a thread, messages take a permission of their own, and cards have no threads. */
const NEEDED_IN_THREAD: ReadonlySet<bigint> = new Set([
  Flags.ViewChannel,
  Flags.ReadMessageHistory,
  Flags.SendMessagesInThreads,
])

const Roles = z.array(z.object({ id: z.string(), permissions: z.string() }))
const Member = z.object({ roles: z.array(z.string()) })

/**
 * Reads the channel of proposals: its server, and the permissions that Rung lacks there, as text. Throws a ChannelError if
 * Rung does not see the channel or its kind takes no messages.
 */
export async function checkChannel(
  rest: REST,
  channel: string,
  botId: string | undefined,
): Promise<{ readonly server: string; readonly lacks: string | undefined }> {
  const answer = await withRetries(() => rest.get(Routes.channel(channel))).catch((error: unknown) => {
    throw toChannelError(error)
  })
  const found = ProposalsChannel.parse(answer)
  const problem = kindProblem(found)
  if (problem !== undefined || found.guild_id === undefined) throw new ChannelError(problem)
  const lacks = botId === undefined ? undefined : await permissionProblem(rest, found.guild_id, botId, found)
  return { server: found.guild_id, lacks }
}

/**
 * Names the permissions that Rung lacks in the channel of proposals; undefined if it has them, or if Discord does not tell. A
 * thread has those of its parent channel, which are not looked up.
 */
async function permissionProblem(
  rest: REST,
  server: string,
  botId: string,
  channel: z.infer<typeof ProposalsChannel>,
): Promise<string | undefined> {
  try {
    const roles = Roles.parse(await withRetries(() => rest.get(Routes.guildRoles(server))))
    const member = Member.parse(await withRetries(() => rest.get(Routes.guildMember(server, botId))))
    const own = new Set([server, ...member.roles])
    const granted = permissionsIn(server, botId, roles, own, channel.permission_overwrites)
    const isThread = THREADS.has(channel.type)
    const missing = NEEDED.filter(([flag]) => (!isThread || NEEDED_IN_THREAD.has(flag)) && (granted & flag) === 0n)
    if (missing.length === 0) return undefined
    const names = missing.map(([, name]) => name).join(', ')
    return `Rung lacks permissions in ${SETTING}: ${names}. Allow them for its role (Edit Channel > Permissions)`
  } catch {
    // Where it shows, a post says so.
    return undefined
  }
}

/** What a member may do in a channel (topics/permissions, permission overwrites). */
function permissionsIn(
  server: string,
  user: string,
  roles: z.infer<typeof Roles>,
  own: ReadonlySet<string>,
  overwrites: z.infer<typeof ProposalsChannel>['permission_overwrites'],
): bigint {
  const union = (masks: readonly string[]): bigint => masks.reduce((all, mask) => all | BigInt(mask), 0n)
  let granted = union(roles.filter(({ id }) => own.has(id)).map(({ permissions }) => permissions))
  if ((granted & Flags.Administrator) !== 0n) return PermissionsBitField.All
  const everyone = overwrites.filter(({ id }) => id === server)
  const ofRoles = overwrites.filter(({ id }) => id !== server && own.has(id))
  const ofMember = overwrites.filter(({ id }) => id === user)
  for (const layer of [everyone, ofRoles, ofMember]) {
    granted = (granted & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow))
  }
  return granted
}

const POST_PROBLEMS: Readonly<Record<number | string, string>> = {
  10003: `the channel is gone or not visible: ${TEXT_CHANNEL}, and let Rung view it`,
  50001: 'Rung does not see the channel: invite it into the server and allow View Channel',
  50008: `the channel takes no plain messages, as a forum does not: ${TEXT_CHANNEL}`,
  50013: 'allow View Channel, Send Messages, Read Message History, Create Public Threads and Send Messages in Threads',
  50024: `the channel takes no messages: ${TEXT_CHANNEL}`,
  50083: `the thread is archived: reopen it and keep it open, or ${TEXT_CHANNEL}`,
  160005: 'the thread is locked: unlock it',
}

/** The channel of proposals is not one that Rung can post in; the message says what to do. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError'
}

/** A refusal that has to do with the channel of proposals, with the remedy; any other error as it is. */
export function toChannelError(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError)) return error
  const remedy = POST_PROBLEMS[error.code]
  if (remedy === undefined) return error
  return new ChannelError(`Rung cannot use ${SETTING} (${error.code}): ${remedy}`, { cause: error })
}
