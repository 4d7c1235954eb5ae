import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandViolations, mentionViolations } from '../../platforms/discord/commands-check.ts'
import { messageViolations, modalViolations } from '../../platforms/discord/limits-check.ts'
import { createFaults, type Faults } from '../../platforms/faults.ts'
import { at, brief, type Fields, isFields, listAt, textAt } from '../../platforms/json.ts'
import { attach, type PostedFile, withoutPictures } from './attachments.ts'
import { createGateway } from './gateway.ts'
import { type Answer, createPlaces, error } from './places.ts'
import {
  bodyOf,
  emojiFields,
  messageFields,
  type SentFile,
  sentFields,
  userFields,
  withoutLocalizations,
  write,
} from './wire.ts'

// A fake Discord on 127.0.0.1: the routes of REST v10 in use, and the Gateway with identify, heartbeat, resume, reconnect and
// invalid sessions (discord.com/developers/docs).

/** A request that the bot made. */
export interface Made {
  readonly route: string
  readonly body: Fields
}

export interface PostedMessage {
  readonly id: string
  readonly channel: string
  readonly server: string | undefined
  readonly fromBot: boolean
  /** The person who wrote it; undefined for the bot's messages. */
  readonly by?: string
  /** The message that it answers. */
  readonly replyTo?: string | undefined
  readonly ephemeralTo: string | undefined
  components: readonly unknown[]
  content: string
  files: readonly PostedFile[]
  edits: number
  seq: number
  /** Users by emoji. */
  readonly reactions: Map<string, Set<string>>
}

/** An interaction and the bot's response to it. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly user: string
  readonly channel: string
  readonly server: string | undefined
  readonly message: PostedMessage | undefined
  readonly at: number
  /** The interaction type: 2 a command, 3 a component, 4 an autocomplete, 5 a submitted modal. */
  kind: number | undefined
  acknowledged: boolean
  /** The type of the callback: 4 a message, 5 and 6 deferred, 7 an update, 8 choices, 9 a modal. */
  type: number | undefined
  original: PostedMessage | undefined
  choices: readonly Fields[] | undefined
  modal: Fields | undefined
}

export interface FakeDiscord {
  readonly origin: string
  readonly apiUrl: string
  readonly token: string
  readonly applicationId: string
  readonly made: readonly Made[]
  readonly violations: readonly string[]
  readonly unexpected: readonly string[]
  readonly faults: Faults
  readonly messages: readonly PostedMessage[]
  readonly interactions: ReadonlyMap<string, Interaction>
  /** Users who accept no direct messages. */
  readonly closed: Set<string>
  /** Members of the servers that the bot is in: their roles, by server and user. */
  readonly servers: Map<string, Map<string, readonly string[]>>
  /** Users who are bots. */
  readonly bots: Set<string>
  /** The owners of servers; another person by default. */
  readonly owners: Map<string, string>
  /** The permissions of roles, as decimal text; a server's id stands for everyone. */
  readonly permissions: Map<string, string>
  /** Removes a user from a server. They keep their direct messages. */
  kick(server: string, user: string): void
  /** Whether a user was removed from a server. */
  wasKicked(server: string, user: string): boolean
  /** The servers of channels. */
  readonly channels: Map<string, string>
  /** Fields of channels that are not plain text channels: type, permissions, whether archived. */
  readonly channelFields: Map<string, Fields>
  /** Whether the bot has the intent for members. */
  membersIntent: boolean
  /** Whether the bot has the intent for message content. */
  contentIntent: boolean
  /** Names of threads by the id of their message. */
  readonly threads: Map<string, string>
  /** Who added the bot to a server; the bot may read the log of these servers only. */
  readonly installers: Map<string, string>
  /** When the bot was added to a server, as ISO time; long ago by default. */
  readonly joinedAt: Map<string, string>
  /** The channels that servers use for messages of the system. */
  readonly systemChannels: Map<string, string>
  commands: readonly Fields[]
  seq(): number
  directOf(user: string): string
  put(
    message: Pick<PostedMessage, 'channel' | 'server' | 'fromBot' | 'ephemeralTo'> & Partial<PostedMessage>,
  ): PostedMessage
  newInteraction(of: Pick<Interaction, 'user' | 'channel' | 'server' | 'message'>): Interaction
  /** Drops an interaction and all messages, for long runs. */
  forget(interaction: Interaction): void
  /** Drops the nonces of messages, as Discord does after a few minutes. */
  forgetNonces(): void
  /** Removes one emoji from a message, or all, as a moderator does. */
  clear(message: PostedMessage, emoji?: string): void
  /** Sends an event to the sessions whose shard and intents match. Disconnected ones get it when they resume. */
  dispatch(type: string, data: Fields): void
  /** Sends the last event again. */
  repeat(): void
  /** Ends the connections. `resume`: the session may be resumed; `invalid`: it may not; `reset`: the socket is cut. */
  drop(how: 'resume' | 'invalid' | 'reset'): void
  /** The number of connected sessions. */
  sessions(): number
  resumed(): number
  until<T>(
    what: string,
    find: () => T | undefined,
    options?: { readonly ms?: number; readonly seen?: () => string },
  ): Promise<T>
  close(): Promise<void>
}

const ACK_MS = 3000

/** The interaction types that a callback type answers; 6 and 7 answer a modal only if a message opened it. */
const CALLBACKS: ReadonlyMap<number, readonly number[]> = new Map([
  [4, [2, 3, 5]],
  [5, [2, 3, 5]],
  [6, [3]],
  [7, [3]],
  [8, [4]],
  [9, [2, 3]],
])

const WEBHOOK_CALLS: Readonly<Record<string, string>> = { GET: 'readOriginal', PATCH: 'editOriginal' }

/** Interaction tokens expire after this. */
const TOKEN_MS = 15 * 60 * 1000

/** Starts a fake Discord. `checks: false` skips the checks of messages, for benchmarks. */
export async function startFakeDiscord({ checks = true }: { readonly checks?: boolean } = {}): Promise<FakeDiscord> {
  const faults = createFaults()
  const made: Made[] = []
  const violations: string[] = []
  const unexpected: string[] = []
  const messages: PostedMessage[] = []
  const interactions = new Map<string, Interaction>()
  const byToken = new Map<string, Interaction>()
  const closed = new Set<string>()
  const servers = new Map<string, Map<string, readonly string[]>>()
  const bots = new Set<string>()
  const permissions = new Map<string, string>()
  const owners = new Map<string, string>()
  const kicked = new Set<string>()
  /** Users by their direct message channel. */
  const directs = new Map<string, string>()
  const channels = new Map<string, string>()
  const channelFields = new Map<string, Fields>()
  const threads = new Map<string, string>()
  const installers = new Map<string, string>()
  const joinedAt = new Map<string, string>()
  const systemChannels = new Map<string, string>()
  let membersIntent = true
  let contentIntent = false
  const nonces = new Map<string, PostedMessage>()
  const watchers = new Set<() => void>()
  const hanging = new Set<Duplex>()
  const applicationId = '900000000000000001'
  const token = `${Buffer.from(applicationId).toString('base64url')}.abc.${randomBytes(12).toString('base64url')}`
  let commands: readonly Fields[] = []
  let origin = ''
  let seq = 0
  let ids = 910_000_000_000_000_000n

  const nextId = (): string => {
    ids += 1n
    return String(ids)
  }
  const look = (): void => {
    for (const watch of watchers) watch()
  }
  const changed = (): number => {
    seq += 1
    look()
    return seq
  }
  const directOf = (user: string): string => {
    const channel = `7${user.slice(1)}`
    directs.set(channel, user)
    return channel
  }
  /** Whether a user no longer shares a server with the bot: Discord then delivers no direct messages. */
  const sharesNone = (user: string): boolean =>
    [...kicked].some((each) => each.endsWith(` ${user}`)) && ![...servers.values()].some((members) => members.has(user))

  const put: FakeDiscord['put'] = (message) => {
    const whole: PostedMessage = {
      id: nextId(),
      components: [],
      content: '',
      files: [],
      edits: 0,
      seq: seq + 1,
      reactions: new Map(),
      ...message,
    }
    messages.push(whole)
    changed()
    // Apps receive events for their own messages too, also for ephemeral ones.
    if (whole.fromBot) gateway.dispatch('MESSAGE_CREATE', sentFields(whole, applicationId))
    return whole
  }

  const check = (route: string, body: Fields): void => {
    if (!checks || (body['components'] === undefined && body['content'] === undefined)) return
    // After the response, so that the check does not count in its time.
    setImmediate(() => {
      const problems = [...messageViolations(body), ...mentionViolations(body['components'], commands)]
      violations.push(...problems.map((problem) => `${route}: ${problem}`))
    })
  }

  const asMessage = (message: PostedMessage): Fields => messageFields(message, applicationId)

  /** The files of a message after a request, or Discord's refusal. */
  const attached = (
    before: PostedMessage | undefined,
    body: Fields,
    files: readonly SentFile[],
  ): { readonly files: PostedMessage['files'] } | { readonly refusal: Answer } => {
    const result = attach(before?.files ?? [], body, files, nextId)
    if ('files' in result) return result
    violations.push(`attachments: ${result.problem}`)
    return {
      refusal: result.isTooLarge
        ? error(413, 40_005, 'Request entity too large')
        : error(400, 50_035, 'Invalid Form Body'),
    }
  }

  const edit = (message: PostedMessage, body: Fields, files: PostedMessage['files']): void => {
    const components = listAt(body, 'components')
    // A picture alone is no news to a person who waits for a text.
    const isNews = JSON.stringify(withoutPictures(components)) !== JSON.stringify(withoutPictures(message.components))
    message.components = components
    message.files = files
    message.edits += 1
    if (isNews) message.seq = seq + 1
    changed()
  }

  const callback = (interaction: Interaction, body: Fields, sent: readonly SentFile[]): Answer => {
    if (Date.now() - interaction.at > ACK_MS) return error(404, 10_062, 'Unknown interaction')
    if (interaction.acknowledged) return error(400, 40_060, 'Interaction has already been acknowledged.')
    const type = Number(body['type'])
    // interactions/receiving-and-responding, interaction callback type
    const types = CALLBACKS.get(type)
    const onMessage = interaction.kind === 5 && interaction.message !== undefined
    if (!types?.includes(interaction.kind ?? 0) && !(onMessage && (type === 6 || type === 7))) {
      violations.push(`callback: type ${type} does not answer an interaction of type ${interaction.kind}`)
      return error(400, 50_035, 'Invalid Form Body')
    }
    const data = at(body, 'data')
    const fields = isFields(data) ? data : {}
    const result = attached(type === 7 ? interaction.message : undefined, fields, sent)
    if ('refusal' in result) return result.refusal
    const { files } = result
    interaction.acknowledged = true
    interaction.type = type
    const isEphemeral = (Number(fields['flags'] ?? 0) & 64) === 64
    const ephemeralTo = isEphemeral ? interaction.user : undefined
    const { channel, server } = interaction
    switch (type) {
      case 4:
        check('callback', fields)
        interaction.original = put({
          channel,
          server,
          fromBot: true,
          ephemeralTo,
          components: listAt(fields, 'components'),
          files,
        })
        break
      case 5:
        interaction.original = put({ channel, server, fromBot: true, ephemeralTo, content: '…' })
        break
      case 6:
        interaction.original = interaction.message
        changed()
        break
      case 7:
        check('callback', fields)
        interaction.original = interaction.message
        if (interaction.message) edit(interaction.message, fields, files)
        break
      case 8:
        interaction.choices = listAt(fields, 'choices').filter(isFields)
        if (interaction.choices.length > 25) violations.push(`callback: ${interaction.choices.length} choices`)
        changed()
        break
      case 9:
        violations.push(...modalViolations(fields).map((problem) => `modal: ${problem}`))
        interaction.modal = fields
        changed()
        break
      default:
        return error(400, 50_035, 'Invalid Form Body')
    }
    return { status: 204 }
  }

  const places = createPlaces({
    applicationId,
    channels,
    channelFields,
    servers,
    bots,
    permissions,
    owners,
    threads,
    installers,
    joinedAt,
    systemChannels,
    messages,
    directs,
    asMessage,
    attached,
    edit,
    changed,
    check,
    mayListMembers: () => membersIntent,
    mayReadContent: () => contentIntent,
  })

  const answer = (method: string, url: URL, body: Fields, sent: readonly SentFile[]): Answer => {
    const path = pathOf(url)
    const [, first, second, third, ...rest] = path.split('/')
    const route = `${method} ${path}`
    if (route === 'GET /gateway/bot') {
      const limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 }
      return { status: 200, body: { url: origin.replace('http', 'ws'), shards: 1, session_start_limit: limit } }
    }
    if (
      (first === 'applications' && rest.at(-1) === 'commands') ||
      (first === 'applications' && third === 'commands')
    ) {
      if (method === 'PUT') {
        const wanted = Array.isArray(body) ? body.filter(isFields) : listAt(body, 'list').filter(isFields)
        const problems = commandViolations(wanted)
        if (problems.length > 0) {
          violations.push(...problems.map((problem) => `commands: ${problem}`))
          return error(400, 50_035, 'Invalid Form Body')
        }
        // A command that had this name keeps its id.
        commands = wanted.map((command) => ({
          ...command,
          id:
            textAt(
              commands.find((before) => before['name'] === command['name']),
              'id',
            ) || nextId(),
        }))
        look()
      }
      // Without with_localizations, Discord lists one language (application-commands, Get Global Application Commands).
      const isWhole = method === 'PUT' || url.searchParams.get('with_localizations') === 'true'
      return { status: 200, body: isWhole ? commands : commands.map(withoutLocalizations) }
    }
    if (first === 'interactions' && rest[0] === 'callback') {
      const interaction = interactions.get(second ?? '')
      if (!interaction || interaction.token !== third) return error(404, 10_062, 'Unknown interaction')
      return callback(interaction, body, sent)
    }
    if (first === 'webhooks') {
      const interaction = byToken.get(third ?? '')
      if (!interaction?.acknowledged) return error(404, 10_015, 'Unknown Webhook')
      if (Date.now() - interaction.at > TOKEN_MS) return error(401, 50_027, 'Invalid Webhook Token')
      const edited = decodeURIComponent(rest[1] ?? '@original')
      const message = edited === '@original' ? interaction.original : messages.find(({ id }) => id === edited)
      if (method === 'GET')
        return message ? { status: 200, body: asMessage(message) } : error(404, 10_008, 'Unknown Message')
      check('webhook', body)
      const result = attached(method === 'POST' ? undefined : message, body, sent)
      if ('refusal' in result) return result.refusal
      const { files } = result
      if (method === 'POST') {
        const isEphemeral = (Number(body['flags'] ?? 0) & 64) === 64
        const { channel, server, user } = interaction
        const ephemeralTo = isEphemeral ? user : undefined
        const posted = put({
          channel,
          server,
          fromBot: true,
          ephemeralTo,
          components: listAt(body, 'components'),
          files,
        })
        return { status: 200, body: asMessage(posted) }
      }
      if (!message) return error(404, 10_008, 'Unknown Message')
      edit(message, body, files)
      message.content = ''
      return { status: 200, body: asMessage(message) }
    }
    if (route === 'GET /users/@me/guilds') {
      const after = BigInt(url.searchParams.get('after') ?? '0')
      const all = [...new Set([...servers.keys(), ...channels.values()])].map(BigInt).filter((id) => id > after)
      const page = all.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, Number(url.searchParams.get('limit') ?? '200'))
      return { status: 200, body: page.map((id) => ({ id: String(id), name: 'a server', owner: false })) }
    }
    if (route === 'POST /users/@me/channels') {
      const user = textAt(body, 'recipient_id')
      return {
        status: 200,
        body: {
          id: directOf(user),
          type: 1,
          recipients: [userFields(user)],
        },
      }
    }
    if (first === 'channels' && (method !== 'POST' || rest.at(-1) === 'threads')) {
      return places.inChannel(method, second ?? '', third, rest, body, sent, url.searchParams)
    }
    if (first === 'guilds') return places.ofServer(second ?? '', third, rest[0], url.searchParams)
    if (method === 'POST' && first === 'channels' && third === 'messages') {
      const channel = second ?? ''
      const user = directs.get(channel)
      const server = channels.get(channel) ?? threadServer(channel)
      if (user === undefined && server === undefined) return error(404, 10_003, 'Unknown Channel')
      if (user !== undefined && closed.has(user)) return error(403, 50_007, 'Cannot send messages to this user')
      if (user !== undefined && sharesNone(user)) {
        return error(403, 50_278, 'Cannot send messages to this user due to having no mutual guilds')
      }
      const result = attached(undefined, body, sent)
      if ('refusal' in result) return result.refusal
      const { files } = result
      const refusal = places.refusalIn(channel)
      if (refusal) return refusal
      check('createMessage', body)
      const nonce = textAt(body, 'nonce')
      if (nonce.length > 25) return error(400, 50_035, 'Invalid Form Body')
      // resources/message, create message: the same author and nonce return the earlier message, whatever its channel.
      const before = body['enforce_nonce'] === true ? nonces.get(nonce) : undefined
      if (before) return { status: 200, body: asMessage(before) }
      const posted = put({
        channel,
        server,
        fromBot: true,
        ephemeralTo: undefined,
        replyTo: textAt(body, 'message_reference', 'message_id') || undefined,
        components: listAt(body, 'components'),
        files,
      })
      if (nonce !== '') nonces.set(nonce, posted)
      return { status: 200, body: asMessage(posted) }
    }
    unexpected.push(route)
    return error(404, 0, '404: Not Found')
  }

  /** The server of a thread. A thread has the id of its message. */
  const threadServer = (thread: string): string | undefined =>
    threads.has(thread) ? messages.find(({ id }) => id === thread)?.server : undefined

  const pathOf = ({ pathname }: URL): string => pathname.replace(/^\/api\/v10/u, '')

  const nameOf = (method: string, path: string): string => {
    if (path.endsWith('/callback')) return 'callback'
    if (path.startsWith('/webhooks')) return WEBHOOK_CALLS[method] ?? 'followUp'
    if (path === '/users/@me/guilds') return 'servers'
    if (path === '/users/@me/channels') return 'createDM'
    if (path.endsWith('/threads')) return 'createThread'
    if (path.startsWith('/guilds')) {
      const [, , , what = 'guild', user] = path.split('/')
      return what === 'members' && user !== undefined ? 'member' : what
    }
    if (path.startsWith('/channels') && method === 'PATCH') return 'editMessage'
    if (path.startsWith('/channels') && method === 'GET') {
      const [, , , what, id, more] = path.split('/')
      if (what === undefined) return 'channel'
      return id === undefined ? 'messages' : more === undefined ? 'message' : 'reactions'
    }
    if (path.startsWith('/channels')) return 'createMessage'
    if (path.startsWith('/applications')) return method === 'PUT' ? 'register' : 'commands'
    return path.slice(1)
  }

  /** The target of a request, for faults: the user of an interaction or direct message, else a channel or server. */
  const targetOf = (path: string, body: Fields): string => {
    const [, first, second, third, ...rest] = path.split('/')
    if (first === 'interactions') return interactions.get(second ?? '')?.user ?? ''
    if (first === 'webhooks') return byToken.get(third ?? '')?.user ?? ''
    if (path === '/users/@me/channels') return textAt(body, 'recipient_id')
    if (first === 'guilds') return rest[0] ?? second ?? ''
    return first === 'channels' ? (second ?? '') : ''
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin)
    const path = pathOf(url)
    const method = request.method ?? 'GET'
    const { body, files: sent } = await bodyOf(request)
    const name = nameOf(method, path)
    made.push({ route: name, body })
    const isUnauthenticated = path.startsWith('/interactions') || path.startsWith('/webhooks')
    const fault = faults.meet(name, targetOf(path, body))
    look()
    if (!isUnauthenticated && request.headers.authorization !== `Bot ${token}`) {
      write(response, error(401, 0, '401: Unauthorized'))
      return
    }
    if (!fault) {
      write(response, answer(method, url, body, sent))
      return
    }
    switch (fault.kind) {
      case '429':
        response.setHeader('retry-after', String(fault.retryAfter ?? 1))
        write(response, {
          status: 429,
          body: { message: 'You are being rate limited.', retry_after: fault.retryAfter ?? 1, global: false },
        })
        return
      case '500':
        write(response, error(500, 0, '500: Internal Server Error'))
        return
      case 'hang':
        if (response.socket) hanging.add(response.socket)
        return
      case 'reset':
        response.socket?.destroy()
        return
      case 'lost':
        answer(method, url, body, sent)
        response.socket?.destroy()
        return
      case 'slow':
        await sleep(fault.ms ?? 1000)
        break
      case 'held':
        await fault.until
        break
      case 'late': {
        // Written down now: what changes meanwhile is not in it.
        const before = answer(method, url, body, sent)
        const text = JSON.stringify(before.body)
        await fault.until
        write(response, text === undefined ? before : { ...before, body: JSON.parse(text) })
        return
      }
      case 'garbage':
        answer(method, url, body, sent)
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end('{"id": "12')
        return
      default: {
        const code = Number(fault.kind.split(':')[1])
        write(response, error(code === 50_001 || code === 50_013 ? 403 : 404, code, 'refused'))
        return
      }
    }
    write(response, answer(method, url, body, sent))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((failure: unknown) => {
      violations.push(`the fake Discord failed: ${failure instanceof Error ? failure.stack : String(failure)}`)
      if (!response.headersSent) write(response, error(500, 0, 'the fake Discord failed'))
    })
  })

  const gateway = createGateway({
    server,
    token,
    applicationId,
    origin: () => origin,
    changed,
    guilds: () => servers.keys(),
    mayListMembers: () => membersIntent,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`

  return {
    origin,
    apiUrl: `${origin}/api`,
    token,
    applicationId,
    made,
    violations,
    unexpected,
    faults,
    messages,
    interactions,
    closed,
    servers,
    bots,
    permissions,
    owners,
    kick(from, user) {
      servers.get(from)?.delete(user)
      kicked.add(`${from} ${user}`)
    },
    wasKicked: (from, user) => kicked.has(`${from} ${user}`),
    channels,
    channelFields,
    threads,
    installers,
    joinedAt,
    systemChannels,
    get contentIntent() {
      return contentIntent
    },
    set contentIntent(may: boolean) {
      contentIntent = may
    },
    get membersIntent() {
      return membersIntent
    },
    set membersIntent(may: boolean) {
      membersIntent = may
    },
    get commands() {
      return commands
    },
    set commands(changed: readonly Fields[]) {
      commands = changed
    },
    seq: () => seq,
    directOf,
    put,
    newInteraction(of) {
      const interaction: Interaction = {
        id: nextId(),
        token: randomBytes(24).toString('base64url'),
        at: Date.now(),
        kind: undefined,
        acknowledged: false,
        type: undefined,
        original: undefined,
        choices: undefined,
        modal: undefined,
        ...of,
      }
      interactions.set(interaction.id, interaction)
      byToken.set(interaction.token, interaction)
      return interaction
    },
    forget(interaction) {
      interactions.delete(interaction.id)
      byToken.delete(interaction.token)
      messages.length = 0
      made.length = 0
    },
    forgetNonces: () => nonces.clear(),
    clear(message, emoji) {
      if (emoji === undefined) message.reactions.clear()
      else message.reactions.delete(emoji)
      const place = { channel_id: message.channel, message_id: message.id, guild_id: message.server }
      if (emoji === undefined) gateway.dispatch('MESSAGE_REACTION_REMOVE_ALL', place)
      else gateway.dispatch('MESSAGE_REACTION_REMOVE_EMOJI', { ...place, emoji: emojiFields(emoji) })
    },
    dispatch: gateway.dispatch,
    repeat: gateway.repeat,
    drop: gateway.drop,
    sessions: gateway.sessions,
    resumed: gateway.resumed,
    until(what, find, { ms = 5000, seen } = {}) {
      return new Promise((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined
        const end = (): void => {
          clearTimeout(timer)
          watchers.delete(watch)
        }
        const watch = (): void => {
          const result = find()
          if (result === undefined) return
          end()
          resolve(result)
        }
        timer = setTimeout(() => {
          end()
          reject(new Error(`waited ${ms} ms for ${what}; seen: ${brief(seen?.() ?? 'nothing', 1500)}`))
        }, ms)
        watchers.add(watch)
        watch()
      })
    },
    async close() {
      gateway.close()
      for (const socket of hanging) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
