import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { installationName } from '../../../store/platform-names.ts'
import { type KeyValueStore, StoreUnavailable } from '../../../store/store.ts'
import { at, textAt } from '../json.ts'
import type { WebApi } from '../web-api.ts'
import { type Authorizer, type InstallationQuery, UNKNOWN_TOKEN } from './authorize.ts'
import type { Encryption } from './encryption.ts'

/** The app's installation in a workspace, as it is stored, encrypted. */
const Installation = z.strictObject({
  schema: z.literal(1),
  teamId: z.string().optional(),
  enterpriseId: z.string().optional(),
  botToken: z.string(),
  botId: z.string().optional(),
  botUserId: z.string().optional(),
  /** With token rotation: the token that the next one is requested with, and when the current one expires (milliseconds since 1970). */
  refreshToken: z.string().optional(),
  expiresAt: z.number().optional(),
  installedAt: z.number(),
})
type Installation = z.infer<typeof Installation>

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
  save(response: unknown): Promise<string>
}

/** Age at which a cached installation is read again. One that Slack refuses is read at once. */
const MAX_AGE_MS = 60_000
/** Age at which a workspace without an installation is looked up again. */
const MAX_ABSENT_AGE_MS = 5000
const MAX_WORKSPACES = 10_000

/** A token is renewed when it has less than this left; Slack's live twelve hours (docs.slack.dev/authentication/using-token-rotation). */
const RENEW_MS = 30 * 60 * 1000
/** How long a process that dies while it renews a token delays the others. */
const LOCK_MS = 20_000
const LOCK_POLL_MS = 250

interface StoredInstallation {
  readonly installation: Installation
  readonly version: string
}

interface CacheEntry {
  /** Null if the workspace has no installation. */
  readonly stored: StoredInstallation | null
  readonly until: number
}

/** Stores the app's installations in any number of workspaces, encrypted. */
export function createInstallationStore({
  keyValues,
  encryption,
  webApi,
  clientId,
  clientSecret,
  now,
  report,
}: InstallationStoreDeps): InstallationStore {
  const cache = new LRUCache<string, CacheEntry>({ max: MAX_WORKSPACES })
  /** Concurrent reads of an installation share one read of the store. */
  const pending = new Map<string, Promise<StoredInstallation | null>>()
  /** The organization whose installation serves a workspace. */
  const organizations = new LRUCache<string, string>({ max: MAX_WORKSPACES })
  /** The name of the installation that a token was read from. */
  const namesByToken = new LRUCache<string, string>({ max: MAX_WORKSPACES })

  const remember = (name: string, stored: StoredInstallation | null): StoredInstallation | null => {
    if (stored) namesByToken.set(stored.installation.botToken, name)
    cache.set(name, { stored, until: now() + (stored ? MAX_AGE_MS : MAX_ABSENT_AGE_MS) })
    return stored
  }

  /** Writes an installation; undefined if the stored one no longer has the version `ifVersion`. */
  const write = async (
    name: string,
    installation: Installation,
    ifVersion?: string,
  ): Promise<StoredInstallation | undefined> => {
    const encrypted = encryption.encrypt(JSON.stringify(installation), name)
    const written = await keyValues.write(name, encrypted, ifVersion === undefined ? {} : { ifVersion })
    return written.status === 'done' ? { installation, version: written.version } : undefined
  }

  const fetch = async (name: string): Promise<StoredInstallation | null> => {
    const record = await keyValues.read(name)
    if (!record) return null
    const { text, former } = encryption.decrypt(record.value, name)
    const stored = { installation: Installation.parse(JSON.parse(text)), version: record.version }
    if (!former) return stored
    // Encrypt it again with the current secret, so that the former one can be removed.
    return (await write(name, stored.installation, stored.version)) ?? stored
  }

  const load = (name: string): Promise<StoredInstallation | null> => {
    const stored =
      pending.get(name) ??
      fetch(name)
        .then((fetched) => remember(name, fetched))
        .finally(() => pending.delete(name))
    pending.set(name, stored)
    return stored
  }

  /** Returns the installation with a name, its token renewed if it expires soon. Throws if the store is unavailable. */
  const current = async (name: string): Promise<Installation | undefined> => {
    const cached = cache.get(name)
    let stored = cached?.stored ?? null
    if (!cached || cached.until <= now()) {
      try {
        stored = await load(name)
      } catch (error) {
        report('the installation of a workspace could not be read', { err: error, name })
        // An installation of a minute ago is most likely still valid.
        if (!stored && error instanceof StoreUnavailable) throw error
      }
    }
    if (!stored) return undefined
    const { expiresAt, refreshToken } = stored.installation
    if (expiresAt === undefined || refreshToken === undefined || expiresAt - now() > RENEW_MS) {
      return stored.installation
    }
    try {
      return (await renew(name, stored))?.installation
    } catch (error) {
      report('the token of a workspace could not be renewed', { err: error, name })
      return stored.installation
    }
  }

  /** Renews a token under a lock, or waits for the process that does. */
  const renew = async (name: string, stored: StoredInstallation): Promise<StoredInstallation | null> => {
    const lock = `lock/${name}`
    const start = now()
    for (;;) {
      const acquired = await keyValues.write(lock, '', { ifVersion: null, ttlMs: LOCK_MS })
      if (acquired.status === 'done') {
        try {
          const latest = await fetch(name)
          // Another process was faster.
          if (!latest || latest.version !== stored.version) return remember(name, latest)
          return remember(name, await exchange(name, latest))
        } finally {
          await keyValues.remove(lock, acquired.version)
        }
      }
      // This token still works; the process that has the lock will store the next one.
      if ((stored.installation.expiresAt ?? 0) > now()) return stored
      if (now() - start > LOCK_MS) throw new Error('another process has been renewing it for too long')
      await sleep(LOCK_POLL_MS)
      const latest = await fetch(name)
      if (!latest || latest.version !== stored.version) return remember(name, latest)
    }
  }

  /** Exchanges the refresh token for a new token. */
  const exchange = async (name: string, { installation, version }: StoredInstallation): Promise<StoredInstallation> => {
    const { refreshToken } = installation
    const response = await webApi.call({
      token: '',
      method: 'oauth.v2.access',
      queueKey: name,
      args: {
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      },
      // A refresh token works until the token it returned is used (docs.slack.dev/authentication/using-token-rotation).
      retry: 'idempotent',
    })
    const next = { ...installation, ...tokensIn(response, now()) }
    return (await write(name, next, version)) ?? { installation: next, version }
  }

  const find = async (source: InstallationQuery): Promise<Installation | undefined> => {
    const { teamId, enterpriseId, isEnterpriseInstall } = source
    if (teamId !== undefined && !isEnterpriseInstall) {
      const own = await current(nameOf(teamId))
      if (own) return own
    }
    if (enterpriseId === undefined) return undefined
    const shared = await current(nameOf(enterpriseId))
    if (shared && teamId !== undefined) organizations.set(teamId, enterpriseId)
    return shared
  }

  return {
    async authorize(source) {
      try {
        const installation = await find(source)
        if (!installation) return undefined
        const { botToken, botId, botUserId, teamId } = installation
        return { botToken, botId, botUserId, teamId: source.teamId ?? teamId }
      } catch {
        // Reported by `current`.
        return { botToken: UNKNOWN_TOKEN, botId: undefined, botUserId: undefined, teamId: source.teamId }
      }
    },

    async revoke(source, at) {
      const id = source.isEnterpriseInstall ? source.enterpriseId : (source.teamId ?? source.enterpriseId)
      if (id === undefined) return
      const name = nameOf(id)
      const stored = await load(name)
      // The app may have been installed again before the removal event arrived.
      if (!stored || stored.installation.installedAt > at) return
      await keyValues.remove(name, stored.version)
      remember(name, null)
    },

    async tokenFor(team) {
      const source = { teamId: team, enterpriseId: organizations.get(team), isEnterpriseInstall: false }
      return (await find(source))?.botToken
    },

    async replacementFor(token) {
      const name = namesByToken.get(token)
      if (name === undefined) return undefined
      const cached = cache.get(name)
      if (cached?.stored?.installation.botToken === token) cache.set(name, { ...cached, until: 0 })
      // `current` reports a failure.
      const installation = await current(name).catch(() => undefined)
      return installation?.botToken === token ? undefined : installation?.botToken
    },

    async save(response) {
      const teamId = textAt(response, 'team', 'id')
      const enterpriseId = textAt(response, 'enterprise', 'id')
      const isEnterpriseInstall = at(response, 'is_enterprise_install') === true
      const id = isEnterpriseInstall ? enterpriseId : teamId
      if (id === undefined) throw new Error('Slack named no workspace')
      const botUserId = textAt(response, 'bot_user_id')
      const installation: Installation = {
        schema: 1,
        ...(teamId !== undefined && { teamId }),
        ...(enterpriseId !== undefined && { enterpriseId }),
        ...(botUserId !== undefined && { botUserId }),
        ...tokensIn(response, now()),
        installedAt: now(),
      }
      const name = nameOf(id)
      remember(name, (await write(name, installation)) ?? null)
      return textAt(response, isEnterpriseInstall ? 'enterprise' : 'team', 'name') ?? id
    },
  }
}

function nameOf(id: string): string {
  return installationName('slack', id)
}

/** Throws if Slack's response has no bot token. */
function tokensIn(response: unknown, now: number): Pick<Installation, 'botToken' | 'refreshToken' | 'expiresAt'> {
  const botToken = textAt(response, 'access_token')
  if (botToken === undefined) throw new Error('Slack granted no bot token')
  const refreshToken = textAt(response, 'refresh_token')
  const seconds = at(response, 'expires_in')
  return {
    botToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(typeof seconds === 'number' && { expiresAt: now + seconds * 1000 }),
  }
}
