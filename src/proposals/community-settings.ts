import type { MessageKey, Params } from '../i18n/index.ts'
import { type Person, personKey } from '../store/person.ts'
import type { KeyValueStore } from '../store/store.ts'
import {
  type CommunityChange,
  type CommunityConfig,
  type CommunityRecord,
  changedRecord,
  mergedConfig,
  parseRecord,
  usableRecord,
} from './community-config.ts'

/** Why cards cannot be posted in a channel. */
export interface ChannelProblem {
  readonly key: MessageKey
  readonly params?: Params
  /** Whether it can be solved without choosing the channel again: Rung posts once it is. */
  readonly isSolvable: boolean
}

/** What a platform tells about its workspaces, and how it takes settings into use. */
export interface CommunityPlatform {
  /** What the operator has set. */
  readonly operator: CommunityConfig
  /** Takes other settings into use. */
  apply(config: CommunityConfig): void
  /** The workspace of the channel in use; undefined without a channel, or if the platform has not read it yet. */
  workspace(): string | undefined
  /** Whether a person administers their workspace on the platform. Rejects if the platform does not answer. */
  isAdministrator(person: Person): Promise<boolean>
  /** Whether groups of people can be chosen in its forms. */
  readonly choosesGroups: boolean
  /** Whether an id is that of a group of people. */
  isGroup(id: string): boolean
  /**
   * Checks whether cards can be posted in a channel of a workspace; it may post a line there, once for each `mark`. Rejects if the
   * platform does not answer.
   */
  checkChannel(workspace: string, channel: string, mark: string): Promise<ChannelProblem | undefined>
}

/** The settings of one platform. */
export interface PlatformSettings extends Omit<CommunityPlatform, 'apply' | 'workspace'> {
  /** What admins have set in chat. */
  readonly record: CommunityRecord | undefined
  /** What is in force. */
  readonly config: CommunityConfig
  /** The workspace that owns the ladder; undefined if none does. `unread` if the operator has set a channel that is not read yet. */
  readonly owner: { readonly workspace: string | undefined } | 'unread'
}

/** `taken` if another workspace owns the ladder by now, `newer` if a later version of Rung has written the settings. */
export type CommunityChangeResult = 'done' | 'taken' | 'newer' | 'long'

/** Settings of the community that admins change in chat, the same in all processes. */
export interface CommunitySettings {
  /**
   * Connects a platform. Returns the settings in force, undefined until the store has been read: then nothing is decided, so the platform
   * does not report its community. `apply` gets the first and all later ones.
   */
  connect(id: string, platform: CommunityPlatform): CommunityConfig | undefined
  /** Undefined for a platform that is not connected. */
  of(id: string): PlatformSettings | undefined
  /** Changes settings for a person, who must be an admin. They are in use here when it resolves. Rejects with StoreUnavailable. */
  change(person: Person, change: CommunityChange): Promise<CommunityChangeResult>
  /** Reads what other processes have changed. Rejects with StoreUnavailable. */
  sync(): Promise<void>
  /** Calls a handler after each change that is in use here. */
  onChange(handler: () => void): void
}

export interface CommunitySettingsOptions {
  readonly keyValues: KeyValueStore
  /** The platforms of this process. */
  readonly platforms: readonly string[]
  /** Logs a change: who, what, and the values before and after. */
  readonly logChange: (change: object) => void
  readonly report: (problem: string, details: object) => void
}

/** Milliseconds between two reads of the store. */
export const SETTINGS_SYNC_MS = 10_000
const MAX_TRIES = 5
/** A stored value has at most 16,384 characters. */
const MAX_LENGTH = 16_000

export function communitySettingsName(platform: string): string {
  return `${platform}/community`
}

type Entry =
  | { readonly type: 'record'; readonly record: CommunityRecord | undefined; readonly version: string | null }
  | { readonly type: 'newer' }

export function createCommunitySettings({
  keyValues,
  platforms,
  logChange,
  report,
}: CommunitySettingsOptions): CommunitySettings {
  const connected = new Map<string, CommunityPlatform>()
  /** What is stored, of the platforms that have been read. */
  const records = new Map<string, CommunityRecord | undefined>()
  const handlers: (() => void)[] = []

  const readEntry = async (id: string): Promise<Entry> => {
    const stored = await keyValues.read(communitySettingsName(id))
    if (!stored) return { type: 'record', record: undefined, version: null }
    const record = parseRecord(stored.value)
    return record ? { type: 'record', record, version: stored.version } : { type: 'newer' }
  }

  /** Takes a record into use if it differs from the one before. */
  const take = (id: string, record: CommunityRecord | undefined): void => {
    if (records.has(id) && JSON.stringify(records.get(id)) === JSON.stringify(record)) return
    records.set(id, record)
    const platform = connected.get(id)
    platform?.apply(mergedConfig(platform.operator, record))
    for (const handler of handlers) handler()
  }

  const ownerOf = (platform: CommunityPlatform, record: CommunityRecord | undefined): PlatformSettings['owner'] => {
    const { operator } = platform
    const workspace = usableRecord(record, operator)?.workspace ?? operator.workspace ?? platform.workspace()
    return workspace === undefined && operator.channel !== undefined ? 'unread' : { workspace }
  }

  let isReported = false

  return {
    connect(id, platform) {
      connected.set(id, platform)
      return records.has(id) ? mergedConfig(platform.operator, records.get(id)) : undefined
    },
    of(id) {
      const platform = connected.get(id)
      if (!platform) return undefined
      const record = usableRecord(records.get(id), platform.operator)
      return {
        operator: platform.operator,
        record,
        config: mergedConfig(platform.operator, record),
        owner: ownerOf(platform, record),
        choosesGroups: platform.choosesGroups,
        isAdministrator: (person) => platform.isAdministrator(person),
        isGroup: (group) => platform.isGroup(group),
        checkChannel: (...place) => platform.checkChannel(...place),
      }
    },
    async change(person, change) {
      const { platform: id, workspace } = person
      const platform = connected.get(id)
      if (!platform) return 'taken'
      const name = communitySettingsName(id)
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const entry = await readEntry(id)
        if (entry.type === 'newer') return 'newer'
        const before = usableRecord(entry.record, platform.operator)
        if (before && before.workspace !== workspace) return 'taken'
        const next = changedRecord(before, workspace, change)
        const value = JSON.stringify(next)
        if (next && value.length > MAX_LENGTH) return 'long'
        const isWritten = next
          ? (await keyValues.write(name, value, { ifVersion: entry.version })).status === 'done'
          : entry.version === null || (await keyValues.remove(name, entry.version))
        if (!isWritten) continue
        logChanges(personKey(person), mergedConfig(platform.operator, before), mergedConfig(platform.operator, next))
        take(id, next)
        return 'done'
      }
      throw new Error(`${name} is changed by others all the time`)
    },
    async sync() {
      for (const id of platforms) {
        const entry = await readEntry(id)
        if (entry.type === 'record') take(id, entry.record)
        else if (!isReported) {
          isReported = true
          report('settings of the community cannot be read: a later version of Rung may have written them', { id })
        }
      }
    },
    onChange: (handler) => void handlers.push(handler),
  }

  function logChanges(by: string, before: CommunityConfig, after: CommunityConfig): void {
    for (const what of ['channel', 'experts', 'admins', 'locale'] as const) {
      const [from, to] = [describe(before[what]), describe(after[what])]
      if (from !== to) logChange({ by, what, from, to })
    }
  }
}

/** A setting in the form of its variable. */
function describe(value: CommunityConfig['channel' | 'experts' | 'admins']): string {
  if (value === undefined || typeof value === 'string') return value ?? ''
  return value.map(({ id, domain }) => (domain === null ? id : `${id}:${domain}`)).join(',')
}
