import { at, type Fields, fieldsAt, isFields, listAt, parseJson, textAt, truthAt } from '../../platforms/json.ts'
import { messageViolations, viewViolations } from '../../platforms/slack/limits-check.ts'
import type { Channel, Message, ShownView, Team, World } from './state.ts'
import { asWritten } from './written.ts'

// The methods of the Web API, as docs.slack.dev/reference/methods describes their arguments, responses and errors.

export type Answer = Fields & { readonly ok: boolean }

export interface ApiOptions {
  readonly world: World
  /** Where this Slack listens: `http://127.0.0.1:<port>`. */
  readonly origin: () => string
  /** Called with what Slack would have refused about a message or view. */
  readonly violated: (what: string, problems: readonly string[]) => void
  /** Called with methods that this Slack does not have. */
  readonly unexpected: (method: string) => void
  readonly appToken: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Returns a new URL for a Socket Mode connection. */
  readonly newLink: () => string
  /** The installation that each code stands for. A code works once. */
  readonly codes: Map<string, { readonly team: string; readonly rotate: boolean }>
  readonly refreshTokens: Map<string, string>
  /** Lifetime of a rotated token, in seconds. */
  readonly lifeOfTokens: () => number
}

/** The scope each method needs. */
const SCOPES: Readonly<Record<string, string>> = {
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'reactions.get': 'reactions:read',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
}

/** A trigger opens one modal, within three seconds (docs.slack.dev/interactivity/handling-user-interaction). */
const TRIGGER_MS = 3000

type Method = (args: Fields, team: Team) => Answer

export function createApi(parts: ApiOptions): (method: string, args: Fields, token: string) => Answer {
  const { world } = parts

  const checked = (what: string, problems: readonly string[]): Answer | undefined => {
    if (problems.length === 0) return undefined
    parts.violated(what, problems)
    return refused('invalid_blocks', { response_metadata: { messages: problems } })
  }

  const methods: Readonly<Record<string, Method>> = {
    'auth.test': (_, team) => ({
      ok: true,
      url: `https://${team.domain}.slack.example/`,
      team: team.name,
      user: 'rung',
      team_id: team.id,
      user_id: team.botUser,
      bot_id: team.botId,
      is_enterprise_install: false,
    }),

    'users.info': (args, team) => {
      const person = team.users.get(textAt(args, 'user'))
      if (!person) return refused('user_not_found')
      const { id, name, tz, locale, isBot, guest, deactivated, administers, from } = person
      const identity = { id, team_id: from ?? team.id, name, is_bot: isBot, deleted: deactivated }
      // Slack omits most fields of a deactivated person, and marks people of other companies only in some cases.
      if (deactivated) return { ok: true, user: identity }
      return {
        ok: true,
        user: {
          ...identity,
          tz,
          // An owner is an admin too (docs.slack.dev/reference/objects/user-object).
          is_admin: administers !== undefined,
          is_owner: administers === 'owner',
          is_primary_owner: administers === 'owner',
          is_restricted: guest !== undefined,
          is_ultra_restricted: guest === 'single',
          ...(from !== undefined && !inSharedChannel(team, id) && { is_stranger: true }),
          ...(truthAt(args, 'include_locale') && { locale }),
        },
      }
    },

    'chat.getPermalink': (args, team) => {
      const channel = team.channels.get(textAt(args, 'channel'))
      const message = channel?.messages.find(({ ts }) => ts === textAt(args, 'message_ts'))
      if (!channel || !message) return refused('message_not_found')
      const permalink = `https://${team.domain}.slack.example/archives/${channel.id}/p${message.ts.replace('.', '')}`
      return { ok: true, channel: channel.id, permalink }
    },

    'reactions.get': (args, team) => {
      const channel = team.channels.get(textAt(args, 'channel'))
      const message = channel?.messages.find(({ ts }) => ts === textAt(args, 'timestamp'))
      if (!channel || !message) return refused('message_not_found')
      const reactions = message.reactions.map(({ name, users }) => ({ name, users, count: users.length }))
      return { ok: true, type: 'message', channel: channel.id, message: { ...asSent(message, team), reactions } }
    },

    'usergroups.users.list': (args, team) => {
      const users = team.groups.get(textAt(args, 'usergroup'))
      return users ? { ok: true, users } : refused('no_such_subteam')
    },

    'conversations.open': (args, team) => {
      const user = textAt(args, 'users')
      const person = team.users.get(user)
      if (!person) return refused('user_not_found')
      if (person.deactivated) return refused('user_disabled')
      return { ok: true, channel: { id: world.direct(team.id, user).id } }
    },

    'conversations.history': (args, team) => {
      const channel = team.channels.get(textAt(args, 'channel'))
      if (!channel) return refused('channel_not_found')
      // Each kind of conversation has its own scope.
      const scope = channel.kind === 'im' ? 'im:history' : 'channels:history'
      if (!team.scopes.has(scope)) return refused('missing_scope', { needed: scope })
      if (!channel.members.has(team.botUser)) return refused('not_in_channel')
      const latest = Number(textAt(args, 'latest') || '9999999999')
      const inclusive = truthAt(args, 'inclusive')
      const oldest = Number(textAt(args, 'oldest') || '0')
      const limit = Number(textAt(args, 'limit') || '100')
      // Replies in a thread are not part of it (docs.slack.dev/reference/methods/conversations.history).
      const matches = channel.messages
        .filter(({ threadTs }) => threadTs === undefined)
        .filter(({ ts }) => Number(ts) > oldest && (Number(ts) < latest || (inclusive && Number(ts) === latest)))
        .toReversed()
      const withMetadata = truthAt(args, 'include_all_metadata')
      return {
        ok: true,
        messages: matches.slice(0, limit).map((message) => asSent(message, team, withMetadata)),
        has_more: matches.length > limit,
      }
    },

    'conversations.replies': (args, team) => {
      const channel = team.channels.get(textAt(args, 'channel'))
      if (!channel) return refused('channel_not_found')
      const scope = channel.kind === 'im' ? 'im:history' : 'channels:history'
      if (!team.scopes.has(scope)) return refused('missing_scope', { needed: scope })
      if (!channel.members.has(team.botUser)) return refused('not_in_channel')
      const ts = textAt(args, 'ts')
      if (!channel.messages.some((message) => message.ts === ts)) return refused('thread_not_found')
      const limit = Number(textAt(args, 'limit') || '1000')
      // The timestamp of the first message returns the whole thread, that of a reply only the reply.
      const oldest = Number(textAt(args, 'oldest') || '0')
      const matches = channel.messages.filter(
        (message) => message.ts === ts || (message.threadTs === ts && Number(message.ts) > oldest),
      )
      const withMetadata = truthAt(args, 'include_all_metadata')
      const messages = matches.slice(0, limit).map((message) => asSent(message, team, withMetadata))
      return { ok: true, messages, has_more: matches.length > limit }
    },

    'chat.postMessage': (args, team) => {
      const channel = channelFor(world, team, textAt(args, 'channel'))
      if (!channel) return refused('channel_not_found')
      if (!channel.members.has(team.botUser)) return refused('not_in_channel')
      const wrong = checked('chat.postMessage', messageViolations(args))
      if (wrong) return wrong
      const metadata = at(args, 'metadata')
      const thread = textAt(args, 'thread_ts')
      if (thread !== '' && !channel.messages.some(({ ts }) => ts === thread)) return refused('thread_not_found')
      const message = world.put(team.id, channel.id, {
        author: team.botUser,
        fromBot: true,
        ...(thread !== '' && { threadTs: thread }),
        text: textAt(args, 'text'),
        blocks: at(args, 'blocks'),
        metadata: isFields(metadata) ? metadata : undefined,
      })
      return { ok: true, channel: channel.id, ts: message.ts, message: asSent(message, team, true) }
    },

    'chat.postEphemeral': (args, team) => {
      const channel = team.channels.get(textAt(args, 'channel'))
      const user = textAt(args, 'user')
      if (!channel) return refused('channel_not_found')
      if (!channel.members.has(team.botUser)) return refused('not_in_channel')
      if (!channel.members.has(user)) return refused('user_not_in_channel')
      const wrong = checked('chat.postEphemeral', messageViolations(args))
      if (wrong) return wrong
      const message = world.put(team.id, channel.id, {
        author: team.botUser,
        fromBot: true,
        ephemeralTo: user,
        text: textAt(args, 'text'),
        blocks: at(args, 'blocks'),
      })
      return { ok: true, message_ts: message.ts }
    },

    'chat.update': (args, team) => {
      const channel = team.channels.get(textAt(args, 'channel'))
      if (!channel) return refused('channel_not_found')
      const message = channel.messages.find(({ ts }) => ts === textAt(args, 'ts'))
      if (!message) return refused('message_not_found')
      if (message.author !== team.botUser) return refused('cant_update_message')
      const wrong = checked('chat.update', messageViolations(args))
      if (wrong) return wrong
      world.edit(message, textAt(args, 'text'), at(args, 'blocks'))
      return { ok: true, channel: channel.id, ts: message.ts, text: message.text }
    },

    'views.open': (args, team) => {
      const trigger = world.triggers.get(textAt(args, 'trigger_id'))
      if (!trigger || trigger.team !== team.id) return refused('invalid_trigger_id')
      if (trigger.used) return refused('exchanged_trigger_id')
      if (world.now() - trigger.at > TRIGGER_MS) return refused('expired_trigger_id')
      const view = at(args, 'view')
      const wrong = checked('views.open', [...viewViolations(view), ...unknownInitials(view, team)])
      if (wrong || !isFields(view)) return wrong ?? refused('invalid_arguments')
      trigger.used = true
      const openView = world.show(view, { team: team.id, user: trigger.user, kind: 'modal' })
      return { ok: true, view: viewAsSent(openView, team) }
    },

    'views.publish': (args, team) => {
      const user = textAt(args, 'user_id')
      if (!team.users.has(user)) return refused('user_not_found')
      const view = at(args, 'view')
      const wrong = checked('views.publish', viewViolations(view))
      if (wrong || !isFields(view)) return wrong ?? refused('invalid_arguments')
      const existing = world.home(team.id, user)
      const hash = textAt(args, 'hash')
      if (existing && hash !== '' && hash !== existing.hash) return refused('hash_conflict')
      if (existing) world.redraw(existing, view)
      const openView = existing ?? world.show(view, { team: team.id, user, kind: 'home' })
      return { ok: true, view: viewAsSent(openView, team) }
    },

    'views.update': (args, team) => {
      const existing = world.views.get(textAt(args, 'view_id'))
      if (!existing?.open || existing.team !== team.id) return refused('not_found')
      const view = at(args, 'view')
      const wrong = checked('views.update', viewViolations(view))
      if (wrong || !isFields(view)) return wrong ?? refused('invalid_arguments')
      world.redraw(existing, view)
      return { ok: true, view: viewAsSent(existing, team) }
    },

    'files.getUploadURLExternal': (args, team) => {
      const name = textAt(args, 'filename')
      const length = Number(textAt(args, 'length'))
      if (name === '' || !(length > 0)) return refused('invalid_arguments')
      const id = world.nextId('F')
      const file = {
        id,
        team: team.id,
        name,
        length,
        title: name,
        content: undefined,
        channel: undefined,
        completedAt: undefined,
      }
      world.files.set(id, file)
      return { ok: true, upload_url: `${parts.origin()}/upload/${id}`, file_id: id }
    },

    'files.completeUploadExternal': (args, team) => {
      const uploads = fieldsAt(args, 'files').map((each) => ({
        file: world.files.get(textAt(each, 'id')),
        title: textAt(each, 'title'),
      }))
      const channelId = textAt(args, 'channel_id')
      const channel = team.channels.get(channelId)
      if (uploads.length === 0) return refused('invalid_arguments')
      if (channelId !== '' && !channel) return refused('channel_not_found')
      for (const { file } of uploads) {
        if (!file || file.team !== team.id) return refused('file_not_found')
        if (file.content?.length !== file.length) return refused('file_upload_size_mismatch')
        if (file.completedAt !== undefined) return refused('already_completed')
      }
      // All files are in one message.
      const files = uploads.flatMap(({ file, title }) => {
        if (!file) return []
        file.channel = channel?.id
        file.completedAt = world.now()
        file.title = title
        return [{ id: file.id, name: file.name, title }]
      })
      // Without a channel, the files belong to the app alone.
      if (channel) world.put(team.id, channel.id, { author: team.botUser, fromBot: true, text: '', files })
      return { ok: true, files }
    },
  }

  const granted = (args: Fields): Answer => {
    if (textAt(args, 'client_id') !== parts.client.id) return refused('invalid_client_id')
    if (textAt(args, 'client_secret') !== parts.client.secret) return refused('bad_client_secret')
    if (textAt(args, 'grant_type') === 'refresh_token') {
      const id = parts.refreshTokens.get(textAt(args, 'refresh_token'))
      return id === undefined ? refused('invalid_refresh_token') : grant(parts, world.team(id), true)
    }
    const code = textAt(args, 'code')
    const good = parts.codes.get(code)
    parts.codes.delete(code)
    return good ? grant(parts, world.team(good.team), good.rotate) : refused('invalid_code')
  }

  return (method, args, token) => {
    if (method === 'oauth.v2.access') return granted(args)
    if (method === 'apps.connections.open') {
      return token === parts.appToken ? { ok: true, url: parts.newLink() } : refused('invalid_auth')
    }
    const run = methods[method]
    if (!run) {
      parts.unexpected(method)
      return refused('unknown_method')
    }
    if (token === '') return refused('not_authed')
    const existing = world.tokens.get(token)
    if (!existing) return refused('invalid_auth')
    if (existing.state === 'revoked') return refused('token_revoked')
    if (existing.state === 'expired' || (existing.expires !== undefined && existing.expires < world.now())) {
      return refused('token_expired')
    }
    const team = world.team(existing.team)
    const scope = SCOPES[method]
    if (scope !== undefined && !team.scopes.has(scope)) {
      return refused('missing_scope', { needed: scope, provided: [...team.scopes].join(',') })
    }
    return run(args, team)
  }
}

function grant({ world, refreshTokens, lifeOfTokens }: ApiOptions, team: Team, rotate: boolean): Answer {
  const token = rotate ? `xoxe.xoxb-${world.nextId('')}` : team.botToken
  const refresh = `xoxe-${world.nextId('')}`
  const expires = rotate ? world.now() + lifeOfTokens() * 1000 : undefined
  world.tokens.set(token, { team: team.id, state: 'valid', expires })
  if (rotate) refreshTokens.set(refresh, team.id)
  return {
    ok: true,
    app_id: 'A0RUNG',
    token_type: 'bot',
    access_token: token,
    bot_user_id: team.botUser,
    scope: [...team.scopes].join(','),
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
    ...(rotate && { refresh_token: refresh, expires_in: lifeOfTokens() }),
  }
}

/** Finds a channel by its id, or a direct conversation by the id of the person. */
function channelFor(world: World, team: Team, id: string): Channel | undefined {
  return team.channels.get(id) ?? (team.users.has(id) ? world.direct(team.id, id) : undefined)
}

/** Whether someone of another company is in a channel together with the app. */
function inSharedChannel(team: Team, user: string): boolean {
  return [...team.channels.values()].some(
    ({ kind, members }) => kind === 'channel' && members.has(user) && members.has(team.botUser),
  )
}

/** Menus of people and conversations begin with what is in the workspace. */
function unknownInitials(view: unknown, team: Team): string[] {
  return fieldsAt(view, 'blocks').flatMap((block) => {
    const element = at(block, 'element')
    const conversation = textAt(element, 'initial_conversation')
    const users = listAt(element, 'initial_users').filter((user) => !team.users.has(String(user)))
    return [
      ...(conversation === '' || team.channels.has(conversation) ? [] : [`there is no conversation ${conversation}`]),
      ...users.map((user) => `there is no user ${String(user)}`),
    ]
  })
}

function refused(error: string, more: Fields = {}): Answer {
  return { ok: false, error, ...more }
}

/** A message as Slack shows it to apps. */
export function asSent(message: Message, team: Team, withMetadata = false): Fields {
  const { ts, author, text, blocks, files, metadata, threadTs } = message
  return {
    type: 'message',
    ts,
    user: author,
    text: message.fromBot ? text : asWritten(text),
    blocks,
    team: team.users.get(author)?.from ?? team.id,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(message.fromBot && { bot_id: team.botId, app_id: 'A0RUNG' }),
    ...(files.length > 0 && { files }),
    ...(withMetadata && metadata && { metadata }),
  }
}

/** A view as Slack shows it to apps. */
export function viewAsSent(openView: ShownView, team: Team): Fields {
  return {
    ...openView.view,
    id: openView.id,
    team_id: team.id,
    app_id: 'A0RUNG',
    bot_id: team.botId,
    hash: openView.hash,
    root_view_id: openView.root,
    previous_view_id: null,
    private_metadata: textAt(openView.view, 'private_metadata'),
    state: { values: valuesOf(openView) },
  }
}

/** The values of a view, by block and action. */
export function valuesOf({ chosen }: Pick<ShownView, 'chosen'>): Fields {
  const values: Record<string, Record<string, Fields>> = {}
  for (const [place, value] of chosen) {
    const [block = '', action = ''] = place.split('/')
    values[block] = { ...values[block], [action]: value }
  }
  return values
}

/** Parses the arguments of a call, from JSON or from a form whose structured values are JSON. */
export function argsOf(body: string, contentType: string): Fields {
  if (contentType.startsWith('application/json')) {
    const value = parseJson(body)
    return isFields(value) ? value : {}
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => {
      const structured = /^[[{]/u.test(value) ? parseJson(value) : undefined
      return [name, structured ?? value]
    }),
  )
}
