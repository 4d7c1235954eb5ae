import { randomBytes } from 'node:crypto'
import { type Fields, isFields } from '../../platforms/json.ts'

// The state of this Slack: workspaces, people, conversations, views, files, tokens. The Web API, response URLs and people change it;
// each change wakes the waiting tests.

export interface Person {
  readonly id: string
  readonly name: string
  locale: string
  readonly tz: string
  readonly isBot: boolean
  /** A guest of several channels (`multi`) or of one (`single`). */
  guest: 'multi' | 'single' | undefined
  deactivated: boolean
  /** Whether they are an admin or the owner of the workspace. */
  administers: 'admin' | 'owner' | undefined
  /** The workspace of another company, for a person in a shared channel. */
  readonly from: string | undefined
}

export interface Message {
  readonly team: string
  readonly channel: string
  readonly ts: string
  /** A user id; the bot's for its own posts. */
  readonly author: string
  readonly fromBot: boolean
  /** The only user who sees it. */
  readonly ephemeralTo: string | undefined
  readonly threadTs: string | undefined
  text: string
  blocks: readonly Fields[]
  metadata: Fields | undefined
  files: readonly Fields[]
  reactions: { readonly name: string; readonly users: string[] }[]
  /** What the person has chosen in it and not submitted: action by `block_id/action_id`. */
  readonly chosen: Map<string, Fields>
  edits: number
  /** Sequence number of its last change, across everything. */
  seq: number
}

export interface Channel {
  readonly id: string
  readonly name: string
  readonly kind: 'channel' | 'im'
  readonly members: Set<string>
  readonly messages: Message[]
}

export interface ShownView {
  readonly id: string
  readonly team: string
  readonly user: string
  readonly kind: 'modal' | 'home'
  readonly root: string
  readonly previous: string | undefined
  view: Fields
  hash: string
  open: boolean
  readonly chosen: Map<string, Fields>
  edits: number
  seq: number
}

export interface UploadedFile {
  readonly id: string
  readonly team: string
  readonly name: string
  readonly length: number
  title: string
  content: Buffer | undefined
  channel: string | undefined
  /** When the upload was completed, by this Slack's clock. */
  completedAt: number | undefined
}

export interface Team {
  readonly id: string
  readonly domain: string
  readonly name: string
  readonly botToken: string
  readonly botUser: string
  readonly botId: string
  readonly scopes: Set<string>
  readonly users: Map<string, Person>
  readonly channels: Map<string, Channel>
  readonly ephemerals: Message[]
  /** Users by user group. */
  readonly groups: Map<string, readonly string[]>
}

export interface Token {
  readonly team: string
  state: 'valid' | 'revoked' | 'expired'
  /** By this Slack's clock; undefined for one that does not expire. */
  readonly expires: number | undefined
}

export interface TeamOptions {
  readonly id: string
  readonly domain?: string
  readonly name?: string
  readonly botToken?: string
  readonly botUser?: string
  readonly scopes?: readonly string[]
  readonly users?: readonly (Partial<Person> & Pick<Person, 'id'>)[]
  /** `bot: false` if the bot is not a member. Without `members`, everyone is. */
  readonly channels?: readonly { id: string; name?: string; members?: readonly string[]; bot?: boolean }[]
}

const BOT_SCOPES = [
  'app_mentions:read',
  'commands',
  'channels:history',
  'chat:write',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'reactions:read',
  'usergroups:read',
  'users:read',
] as const

export interface Draft {
  readonly author: string
  readonly fromBot: boolean
  readonly text: string
  readonly blocks?: unknown
  readonly metadata?: Fields | undefined
  readonly files?: readonly Fields[]
  readonly threadTs?: string | undefined
  readonly ephemeralTo?: string | undefined
}

export type World = ReturnType<typeof createWorld>

export function createWorld() {
  const teams = new Map<string, Team>()
  const tokens = new Map<string, Token>()
  const views = new Map<string, ShownView>()
  const files = new Map<string, UploadedFile>()
  const triggers = new Map<
    string,
    { readonly team: string; readonly user: string; readonly at: number; used: boolean }
  >()
  const watchers = new Set<() => void>()
  let seq = 0
  let ahead = 0
  let lastTs = 0
  let ids = 0

  const now = (): number => Date.now() + ahead
  const changed = (): number => {
    seq += 1
    for (const watcher of watchers) watcher()
    return seq
  }
  const nextId = (prefix: string): string => {
    ids += 1
    return `${prefix}${ids.toString(36).toUpperCase().padStart(4, '0')}${randomBytes(2).toString('hex').toUpperCase()}`
  }
  const nextTs = (): string => {
    lastTs = Math.max(lastTs + 1, now() * 1000)
    return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, '0')}`
  }
  const team = (id: string): Team => {
    const match = teams.get(id)
    if (!match) throw new Error(`there is no workspace ${id} here; there are ${[...teams.keys()].join(', ')}`)
    return match
  }
  const channelOf = (teamId: string, id: string): Channel => {
    const match = team(teamId).channels.get(id)
    if (!match)
      throw new Error(`there is no conversation ${id} in ${teamId}: ${[...team(teamId).channels.keys()].join(', ')}`)
    return match
  }

  return {
    teams,
    tokens,
    views,
    files,
    triggers,
    now,
    changed,
    nextId,
    nextTs,
    team,
    channelOf,
    seq: () => seq,
    /** Moves this Slack's clock ahead, so that trigger ids, response URLs and tokens expire. */
    advance(ms: number): void {
      ahead += ms
    },

    addTeam(options: TeamOptions): Team {
      const { id } = options
      const botUser = options.botUser ?? `UBOT${id}`
      const people = options.users ?? [{ id: 'U1' }, { id: 'U2' }]
      const userIds = people.map((person) => person.id)
      const made: Team = {
        id,
        domain: options.domain ?? id.toLowerCase(),
        name: options.name ?? `Workspace ${id}`,
        botToken: options.botToken ?? `xoxb-${id}-${randomBytes(6).toString('hex')}`,
        botUser,
        botId: `B${id}`,
        scopes: new Set(options.scopes ?? BOT_SCOPES),
        users: new Map(),
        channels: new Map(),
        ephemerals: [],
        groups: new Map(),
      }
      for (const person of [...people, { id: botUser, name: 'rung', isBot: true }]) {
        made.users.set(person.id, {
          name: person.id.toLowerCase(),
          locale: 'en-US',
          tz: 'Europe/Madrid',
          isBot: false,
          guest: undefined,
          deactivated: false,
          administers: undefined,
          from: undefined,
          ...person,
        })
      }
      for (const { id: channel, name = channel.toLowerCase(), members = userIds, bot = true } of options.channels ?? [
        { id: 'C1', name: 'general' },
      ]) {
        const all = new Set([...members, ...(bot ? [botUser] : [])])
        made.channels.set(channel, { id: channel, name, kind: 'channel', members: all, messages: [] })
      }
      teams.set(id, made)
      tokens.set(made.botToken, { team: id, state: 'valid', expires: undefined })
      return made
    },

    /** The direct conversation of a person with the bot, created on first use. */
    direct(teamId: string, user: string): Channel {
      const { channels, botUser, users } = team(teamId)
      if (!users.has(user)) throw new Error(`there is no ${user} in ${teamId}: ${[...users.keys()].join(', ')}`)
      const id = `D${user}`
      const existing = channels.get(id)
      if (existing) return existing
      const made: Channel = { id, name: 'directmessage', kind: 'im', members: new Set([user, botUser]), messages: [] }
      channels.set(id, made)
      return made
    },

    put(teamId: string, channel: string, draft: Draft): Message {
      const message: Message = {
        team: teamId,
        channel,
        ts: nextTs(),
        author: draft.author,
        fromBot: draft.fromBot,
        ephemeralTo: draft.ephemeralTo,
        threadTs: draft.threadTs,
        text: draft.text,
        blocks: named(draft.blocks),
        metadata: draft.metadata,
        files: draft.files ?? [],
        reactions: [],
        chosen: new Map(),
        edits: 0,
        seq: seq + 1,
      }
      if (draft.ephemeralTo === undefined) channelOf(teamId, channel).messages.push(message)
      else team(teamId).ephemerals.push(message)
      changed()
      return message
    },

    edit(message: Message, text: string, blocks: unknown, metadata?: Fields): void {
      message.text = text
      message.blocks = named(blocks)
      if (metadata) message.metadata = metadata
      message.edits += 1
      message.chosen.clear()
      message.seq = seq + 1
      changed()
    },

    remove(message: Message): void {
      const list =
        message.ephemeralTo === undefined
          ? channelOf(message.team, message.channel).messages
          : team(message.team).ephemerals
      const index = list.indexOf(message)
      if (index >= 0) list.splice(index, 1)
      changed()
    },

    newTrigger(teamId: string, user: string): string {
      const id = `${Math.floor(now())}.${randomBytes(4).readUInt32BE()}.${randomBytes(12).toString('hex')}`
      triggers.set(id, { team: teamId, user, at: now(), used: false })
      return id
    },

    show(view: Fields, whose: { team: string; user: string; kind: 'modal' | 'home' }, under?: ShownView): ShownView {
      const id = nextId('V')
      const openView: ShownView = {
        id,
        ...whose,
        root: under?.root ?? id,
        previous: under?.id,
        view: { ...view, blocks: named(view['blocks']) },
        hash: newHash(now()),
        open: true,
        chosen: new Map(),
        edits: 0,
        seq: seq + 1,
      }
      views.set(id, openView)
      changed()
      return openView
    },

    redraw(openView: ShownView, view: Fields): void {
      openView.view = { ...view, blocks: named(view['blocks']) }
      openView.chosen.clear()
      openView.hash = newHash(now())
      openView.edits += 1
      openView.seq = seq + 1
      changed()
    },

    home: (teamId: string, user: string): ShownView | undefined =>
      [...views.values()].find((view) => view.kind === 'home' && view.team === teamId && view.user === user),

    /** The modals a person has open, the one on top last. */
    modals: (teamId: string, user: string): readonly ShownView[] =>
      [...views.values()].filter(
        (view) => view.kind === 'modal' && view.open && view.team === teamId && view.user === user,
      ),

    /** Waits until `find` returns a value, checking at every change. Rejects at the deadline with the last text. */
    until<T>(
      what: string,
      find: () => T | undefined,
      { ms = 5000, seen }: { ms?: number; seen?: () => string } = {},
    ): Promise<T> {
      return new Promise((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined
        const end = (): void => {
          clearTimeout(timer)
          watchers.delete(look)
        }
        const look = (): void => {
          try {
            const match = find()
            if (match === undefined) return
            end()
            resolve(match)
          } catch (error) {
            end()
            reject(error)
          }
        }
        timer = setTimeout(() => {
          end()
          reject(new Error(`waited ${ms} ms for ${what}; seen: ${seen?.() ?? 'nothing of it'}`))
        }, ms)
        watchers.add(look)
        look()
      })
    },
  }
}

function newHash(now: number): string {
  return `${Math.floor(now / 1000)}.${randomBytes(4).toString('hex')}`
}

/** Blocks as Slack keeps them: each with an id. */
function named(blocks: unknown): readonly Fields[] {
  if (!Array.isArray(blocks)) return []
  return blocks
    .filter(isFields)
    .map((block) => ({ ...block, block_id: block['block_id'] ?? randomBytes(3).toString('base64url') }))
}
