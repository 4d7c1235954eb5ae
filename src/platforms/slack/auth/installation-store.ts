import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type KeyValueStore, StoreUnavailable } from '../../../store/store.ts'
import { at, textAt } from '../json.ts'
import type { WebApi } from '../web-api.ts'
import { type Authorizer, type BotAuthorization, type InstallationQuery, UNKNOWN_TOKEN } from './authorize.ts'
import type { Encryption } from './encryption.ts'

/** The app's installation in a workspace, as it is stored, encrypted. */
const Installation = z.strictObject({
  schema: z.literal(1),
  teamId: z.string().optional(),
  enterpriseId: z.string().optional(),
  botToken: z.string(),
  botId: z.string().optional(),
  botUserId: z.string().optional(),
  /** With token rotation: gets the next token, when the current one expires (milliseconds since 1970). */
  refreshToken: z.string().optional(),
  expiresAt: z.number().optional(),
  installedAt: z.number(),
})
export type Installation = z.infer<typeof Installation>

export interface InstallationStoreDeps {
  readonly keyValues: KeyValueStore
  readonly encryption: Encryption
  readonly webApi: WebApi
  readonly clientId: string
  readonly clientSecret: string
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

export interface InstallationStore extends Authorizer {
  /** Stores Slack's response to an installation code; resolves with the workspace's name. */
  save(granted: unknown): Promise<string>
}

/** Age at which a cached installation is read again. One that Slack refuses is read at once. */
const MAX_AGE_MS = 60_000
/** Age at which a workspace without an installation is looked up again. */
const ABSENT_MS = 5000
const MAX_WORKSPACES = 10_000

/** A token is renewed when it has less than this left; Slack's live twelve hours (docs.slack.dev/authentication/using-token-rotation). */
const RENEW_MS = 30 * 60 * 1000
/** How long a process that dies while it renews a token delays the others. */
const LOCK_MS = 20_000
const LOCK_POLL_MS = 250

interface Read {
  readonly installation: Installation
  readonly version: string
}

interface Cached {
  readonly read: Read | null
  readonly until: number
}

/** Stores the app's installations in any number of workspaces, encrypted. */
export function createInstallationStore(parts: InstallationStoreDeps): InstallationStore {
  const { keyValues, encryption: vault, webApi: calls, now, report } = parts
  const cache = new LRUCache<string, Cached>({ max: MAX_WORKSPACES })
  const reading = new Map<string, Promise<Read | null>>()
  /** The organization whose installation serves a workspace. */
  const owners = new LRUCache<string, string>({ max: MAX_WORKSPACES })

  /** The installation that a token was read from. */
  const holders = new LRUCache<string, string>({ max: MAX_WORKSPACES })

  const remember = (name: string, read: Read | null): Read | null => {
    if (read) holders.set(read.installation.botToken, name)
    cache.set(name, { read, until: now() + (read ? MAX_AGE_MS : ABSENT_MS) })
    return read
  }

  const write = async (name: string, installation: Installation, over?: string): Promise<Read | undefined> => {
    const sealed = vault.encrypt(JSON.stringify(installation), name)
    const written = await keyValues.write(name, sealed, over === undefined ? {} : { ifVersion: over })
    return written.status === 'done' ? { installation, version: written.version } : undefined
  }

  const fetch = async (name: string): Promise<Read | null> => {
    const record = await keyValues.read(name)
    if (!record) return null
    const { text, former } = vault.decrypt(record.value, name)
    const read = { installation: Installation.parse(JSON.parse(text)), version: record.version }
    if (!former) return read
    // Encrypt it again with the current secret, so that the former one can be removed.
    return (await write(name, read.installation, read.version)) ?? read
  }

  /** Reads an installation; concurrent reads share one. */
  const load = (name: string): Promise<Read | null> => {
    const under = reading.get(name)
    if (under) return under
    const loading = fetch(name)
      .then((read) => remember(name, read))
      .finally(() => reading.delete(name))
    reading.set(name, loading)
    return loading
  }

  const current = async (name: string): Promise<Installation | undefined> => {
    const cached = cache.get(name)
    let read = cached?.read ?? null
    if (!cached || cached.until <= now()) {
      try {
        read = await load(name)
      } catch (error) {
        report('the installation of a workspace could not be read', { err: error, name })
        // An installation of a minute ago is most likely still valid.
        if (!read && error instanceof StoreUnavailable) throw error
      }
    }
    if (!read) return undefined
    const { expiresAt, refreshToken } = read.installation
    if (expiresAt === undefined || refreshToken === undefined || expiresAt - now() > RENEW_MS) return read.installation
    try {
      return (await renew(name, read))?.installation
    } catch (error) {
      report('the token of a workspace could not be renewed', { err: error, name })
      return read.installation
    }
  }

  /** Renews a token under a lock, or waits for the process that does. */
  const renew = async (name: string, read: Read): Promise<Read | null> => {
    const lock = `lock/${name}`
    const from = now()
    for (;;) {
      const acquired = await keyValues.write(lock, '', { ifVersion: null, ttlMs: LOCK_MS })
      if (acquired.status === 'done') {
        try {
          const latest = await fetch(name)
          // Another process was faster.
          if (!latest || latest.version !== read.version) return remember(name, latest)
          return remember(name, await exchanged(name, latest))
        } finally {
          await keyValues.remove(lock, acquired.version)
        }
      }
      // This token still works; the process that holds the lock will store the next one.
      if ((read.installation.expiresAt ?? 0) > now()) return read
      if (now() - from > LOCK_MS) throw new Error('another process has been renewing it for too long')
      await sleep(LOCK_POLL_MS)
      const latest = await fetch(name)
      if (!latest || latest.version !== read.version) return remember(name, latest)
    }
  }

  const exchanged = async (name: string, { installation, version }: Read): Promise<Read> => {
    const granted = await calls.call({
      token: '',
      method: 'oauth.v2.access',
      queueKey: name,
      args: {
        client_id: parts.clientId,
        client_secret: parts.clientSecret,
        grant_type: 'refresh_token',
        refresh_token: installation.refreshToken,
      },
      // A refresh token may be used again until the token it gave is (docs.slack.dev/authentication/using-token-rotation).
      retry: 'idempotent',
    })
    const next = { ...installation, ...tokensIn(granted, now()) }
    return (await write(name, next, version)) ?? { installation: next, version }
  }

  const find = async (source: InstallationQuery): Promise<Installation | undefined> => {
    const { teamId, enterpriseId, isEnterpriseInstall } = source
    if (teamId !== undefined && !isEnterpriseInstall) {
      const own = await current(nameOf(teamId))
      if (own) return own
    }
    if (enterpriseId === undefined) return undefined
    const whole = await current(nameOf(enterpriseId))
    if (whole && teamId !== undefined) owners.set(teamId, enterpriseId)
    return whole
  }

  return {
    async authorize(source) {
      try {
        const found = await find(source)
        return found && authorityOf(found, source)
      } catch {
        // Reported by `current`.
        return { botToken: UNKNOWN_TOKEN, botId: undefined, botUserId: undefined, teamId: source.teamId }
      }
    },

    async revoke(source, at) {
      const id = source.isEnterpriseInstall ? source.enterpriseId : (source.teamId ?? source.enterpriseId)
      if (id === undefined) return
      const name = nameOf(id)
      const read = await load(name)
      // The app may have been installed again before the removal event arrived.
      if (!read || read.installation.installedAt > at) return
      await keyValues.remove(name, read.version)
      remember(name, null)
    },

    async tokenFor(team) {
      const found = await find({ teamId: team, enterpriseId: owners.get(team), isEnterpriseInstall: false })
      return found?.botToken
    },

    async replacementFor(token) {
      const name = holders.get(token)
      if (name === undefined) return undefined
      const cached = cache.get(name)
      if (cached?.read?.installation.botToken === token) cache.set(name, { ...cached, until: 0 })
      // `current` reports a failure.
      const stored = await current(name).catch(() => undefined)
      return stored?.botToken === token ? undefined : stored?.botToken
    },

    async save(granted) {
      const teamId = textAt(granted, 'team', 'id')
      const enterpriseId = textAt(granted, 'enterprise', 'id')
      const whole = at(granted, 'is_enterprise_install') === true
      const id = whole ? enterpriseId : teamId
      if (id === undefined) throw new Error('Slack named no workspace')
      const botUserId = textAt(granted, 'bot_user_id')
      const installation: Installation = {
        schema: 1,
        ...(teamId !== undefined && { teamId }),
        ...(enterpriseId !== undefined && { enterpriseId }),
        ...(botUserId !== undefined && { botUserId }),
        ...tokensIn(granted, now()),
        installedAt: now(),
      }
      const name = nameOf(id)
      remember(name, (await write(name, installation)) ?? null)
      return textAt(granted, whole ? 'enterprise' : 'team', 'name') ?? id
    },
  }
}

function nameOf(id: string): string {
  return `slack/installation/${id}`
}

/** Throws if Slack's response has no bot token. */
function tokensIn(granted: unknown, now: number): Pick<Installation, 'botToken' | 'refreshToken' | 'expiresAt'> {
  const botToken = textAt(granted, 'access_token')
  if (botToken === undefined) throw new Error('Slack granted no bot token')
  const refreshToken = textAt(granted, 'refresh_token')
  const seconds = at(granted, 'expires_in')
  return {
    botToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(typeof seconds === 'number' && { expiresAt: now + seconds * 1000 }),
  }
}

function authorityOf(
  { botToken, botId, botUserId, teamId }: Installation,
  source: InstallationQuery,
): BotAuthorization {
  return { botToken, botId, botUserId, teamId: source.teamId ?? teamId }
}
