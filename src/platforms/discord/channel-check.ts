import { type APIChannel, ChannelType, DiscordAPIError, PermissionsBitField, type REST, Routes } from 'discord.js'
import { z } from 'zod'

// Checks whether Rung can post cards in the proposals channel. Every problem says what to do.

const SETTING = 'DISCORD_PROPOSALS_CHANNEL'

/** The fields of a channel that decide whether cards can be posted there (resources/channel). */
const Channel = z.object({
  type: z.number(),
  guild_id: z.string().optional(),
  thread_metadata: z.object({ archived: z.boolean() }).optional(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: z.string(), deny: z.string() }))
    .optional()
    .default([]),
})

const USE_TEXT_CHANNEL = 'set it to the id of a text channel in a server'

/** Channels that accept messages (resources/channel, channel types). */
const MESSAGE_CHANNELS: ReadonlySet<number> = new Set<APIChannel['type']>([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [ChannelType.DM]: 'a direct message',
  [ChannelType.GroupDM]: 'a direct message',
  [ChannelType.GuildCategory]: 'a category',
  [ChannelType.GuildForum]: 'a forum, which takes no plain messages',
  [ChannelType.GuildMedia]: 'a media channel, which takes no plain messages',
}

/** Why no card can be posted in a channel of this type; undefined if it accepts messages. */
function typeProblem({ type, guild_id, thread_metadata }: z.infer<typeof Channel>): ChannelError | undefined {
  if (!MESSAGE_CHANNELS.has(type) || guild_id === undefined) {
    const problem = `${SETTING} is ${TYPE_NAMES[type] ?? 'not a text channel'}: ${USE_TEXT_CHANNEL}`
    return new ChannelError(problem, { kind: 'type' })
  }
  if (thread_metadata?.archived === true) {
    const problem = `${SETTING} is an archived thread: reopen it and keep it open, or ${USE_TEXT_CHANNEL}`
    return new ChannelError(problem, { kind: 'archived' })
  }
  return undefined
}

const { Flags } = PermissionsBitField

/** The permissions that cards need, with the names that Discord shows. */
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

/** In a thread, posting needs another permission, and cards have no threads. */
const NEEDED_IN_THREAD: ReadonlySet<bigint> = new Set([
  Flags.ViewChannel,
  Flags.ReadMessageHistory,
  Flags.SendMessagesInThreads,
])

const Roles = z.array(z.object({ id: z.string(), permissions: z.string() }))
const Member = z.object({ roles: z.array(z.string()) })

/**
 * Reads the server of the proposals channel, and the names of the permissions that Rung lacks there. Throws a ChannelError if Rung cannot
 * view the channel or its type accepts no messages.
 */
export async function checkChannel(
  rest: REST,
  channel: string,
  botId: string | undefined,
): Promise<{ readonly server: string; readonly missingPermissions: string | undefined }> {
  const response = await rest.get(Routes.channel(channel)).catch((error: unknown) => {
    throw toChannelError(error)
  })
  const fields = Channel.parse(response)
  const problem = typeProblem(fields)
  if (problem || fields.guild_id === undefined) throw problem ?? new ChannelError(`${SETTING} is not in a server`)
  const missingPermissions =
    botId === undefined ? undefined : await permissionProblem(rest, fields.guild_id, botId, fields)
  return { server: fields.guild_id, missingPermissions }
}

/**
 * Names the permissions that Rung lacks in the proposals channel; undefined if it has them all, or Discord does not list them. A
 * thread has the permissions of its parent channel, which is not read.
 */
async function permissionProblem(
  rest: REST,
  server: string,
  botId: string,
  channel: z.infer<typeof Channel>,
): Promise<string | undefined> {
  try {
    const roles = Roles.parse(await rest.get(Routes.guildRoles(server)))
    const member = Member.parse(await rest.get(Routes.guildMember(server, botId)))
    const heldRoles = new Set([server, ...member.roles])
    const granted = permissionsIn(server, botId, roles, heldRoles, channel.permission_overwrites)
    const isThread = THREADS.has(channel.type)
    const missing = NEEDED.filter(([flag]) => (!isThread || NEEDED_IN_THREAD.has(flag)) && (granted & flag) === 0n)
    if (missing.length === 0) return undefined
    const names = missing.map(([, name]) => name).join(', ')
    return names
  } catch {
    // A missing permission will show when a card is posted.
    return undefined
  }
}

/** Permissions that Rung lacks, as a problem for the operator. */
export function permissionsProblem(names: string): string {
  return `Rung lacks permissions in ${SETTING}: ${names}. Allow them for its role (Edit Channel > Permissions)`
}

/** The permissions of a member in a channel (topics/permissions, permission overwrites). */
function permissionsIn(
  server: string,
  user: string,
  roles: z.infer<typeof Roles>,
  heldRoles: ReadonlySet<string>,
  overwrites: z.infer<typeof Channel>['permission_overwrites'],
): bigint {
  const union = (masks: readonly string[]): bigint => masks.reduce((all, mask) => all | BigInt(mask), 0n)
  let granted = union(roles.filter(({ id }) => heldRoles.has(id)).map(({ permissions }) => permissions))
  if ((granted & Flags.Administrator) !== 0n) return PermissionsBitField.All
  const everyone = overwrites.filter(({ id }) => id === server)
  const ofRoles = overwrites.filter(({ id }) => id !== server && heldRoles.has(id))
  const ofMember = overwrites.filter(({ id }) => id === user)
  for (const layer of [everyone, ofRoles, ofMember]) {
    granted = (granted & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow))
  }
  return granted
}

const POST_PROBLEMS: Readonly<Record<number | string, string>> = {
  10003: `the channel is gone or not visible: ${USE_TEXT_CHANNEL}, and let Rung view it`,
  50001: 'Rung does not see the channel: invite it into the server and allow View Channel',
  50008: `the channel takes no plain messages, as a forum does not: ${USE_TEXT_CHANNEL}`,
  50013: 'allow View Channel, Send Messages, Read Message History, Create Public Threads and Send Messages in Threads',
  50024: `the channel takes no messages: ${USE_TEXT_CHANNEL}`,
  50083: `the thread is archived: reopen it and keep it open, or ${USE_TEXT_CHANNEL}`,
  160005: 'the thread is locked: unlock it',
}

/** Rung cannot post in the proposals channel. The message says what to do. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError'
  readonly kind: ChannelErrorKind

  constructor(message: string, { kind = 'other', cause }: { kind?: ChannelErrorKind; cause?: unknown } = {}) {
    super(message, { cause })
    this.kind = kind
  }
}

/** `invisible` if Rung does not see the channel, `type` if it accepts no messages. */
type ChannelErrorKind = 'invisible' | 'type' | 'archived' | 'other'

const INVISIBLE: ReadonlySet<number | string> = new Set([10_003, 50_001])

/** Turns a refusal that concerns the proposals channel into a ChannelError with the remedy; returns any other error unchanged. */
export function toChannelError(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError)) return error
  const remedy = POST_PROBLEMS[error.code]
  if (remedy === undefined) return error
  const kind = INVISIBLE.has(error.code) ? 'invisible' : 'other'
  return new ChannelError(`Rung cannot use ${SETTING} (${error.code}): ${remedy}`, { kind, cause: error })
}
