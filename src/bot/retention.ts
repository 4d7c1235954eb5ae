import { eraseWorkspace } from '../proposals/erasure.ts'
import { type BackgroundLoop, runEvery } from '../proposals/run-every.ts'
import { allLadderStores } from '../store/ladders.ts'
import type { Store } from '../store/store.ts'

/** Retention periods, in milliseconds. */
export interface Retention {
  /** Results, after the assessment. */
  readonly resultMs: number
  /** Settings, after their last change. */
  readonly settingMs: number
  /** Members, after their last activity. */
  readonly memberMs: number
  /** Data of a workspace, after the app was removed from it. */
  readonly removedMs: number
}

/** The workspaces of a platform that have the app installed. */
export interface Installations {
  readonly platform: string
  isInstalled(workspace: string): Promise<boolean>
  /** All workspaces, if the platform lists them. One that was in an earlier list and is missing now has removed the app. */
  list?(): Promise<ReadonlySet<string>>
}

export interface RetentionOptions {
  readonly store: Store
  readonly retention: Retention
  /** The platforms that run here. */
  readonly installed: () => readonly Installations[]
  readonly now: () => number
}

/** What a sweep removed. */
export interface SweepResult {
  readonly results: number
  readonly members: number
  readonly quarantined: number
  readonly workspaces: readonly string[]
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Time after which the sweep of another process counts as failed, in milliseconds. */
const LEASE_MS = 60 * 60 * 1000

/**
 * Deletes data past its retention, once a day in one of the processes. Resolves with what it removed, or undefined if another process
 * has done it today. Rejects if the store fails; the next call continues.
 */
export async function enforceRetention(options: RetentionOptions): Promise<SweepResult | undefined> {
  const { store, retention, now } = options
  const claim = `retention/${new Date(now()).toISOString().slice(0, 10)}`
  if ((await store.claims.claim(claim, now(), LEASE_MS)) !== 'claimed') return undefined
  try {
    const expired = { results: 0, members: 0, quarantined: 0 }
    for (const ladder of await allLadderStores(store)) {
      const { results, members, quarantined } = await ladder.store.expire({
        resultsBefore: now() - retention.resultMs,
        membersBefore: now() - retention.memberMs,
        settingsMs: retention.settingMs,
      })
      expired.results += results
      expired.members += members
      expired.quarantined += quarantined
    }
    for (const platform of options.installed()) await recordMissing(platform, options)
    const workspaces = await eraseRemoved(options)
    await store.claims.complete(claim, 2 * DAY_MS)
    return { ...expired, workspaces }
  } catch (error) {
    await store.claims.release(claim).catch(() => undefined)
    throw error
  }
}

/** Time between two checks whether the sweep of the day is done, in milliseconds. */
const CHECK_MS = 60 * 60 * 1000

/** Enforces the retention every hour until stopped; `run` does it at once. */
export function startRetention(
  options: RetentionOptions & {
    readonly swept: (removed: SweepResult) => void
    readonly report: (problem: string, error: unknown) => void
  },
): BackgroundLoop {
  return runEvery(
    CHECK_MS,
    async () => {
      const removed = await enforceRetention(options)
      if (removed) options.swept(removed)
    },
    (error) => options.report('old data could not be removed; trying again in an hour', error),
  )
}

/** Records that a workspace removed the app. Its data is erased after `removedMs`, unless the app is installed again. */
export async function recordUninstall(
  { platform, workspace }: { readonly platform: string; readonly workspace: string },
  at: number,
  { keyValues }: Pick<Store, 'keyValues'>,
): Promise<void> {
  await keyValues.write(`${REMOVED}${platform}/${workspace}`, String(at), { ifVersion: null })
}

const REMOVED = 'removed/'
const PRESENT = 'installed/'

/** Records the workspaces that are no longer in the list of a platform. */
async function recordMissing(installed: Installations, { store, now }: RetentionOptions): Promise<void> {
  const { platform } = installed
  const present = await installed.list?.()
  if (!present) return
  const stored = new Set<string>()
  for (const ladder of await allLadderStores(store)) {
    for await (const { workspace } of ladder.store.people({ platform })) stored.add(workspace)
  }
  for (const workspace of stored) {
    const mark = `${PRESENT}${platform}/${workspace}`
    if (present.has(workspace)) await store.keyValues.write(mark, '', { ifVersion: null })
    // Without the mark the app was never installed there: people can use it in workspaces that have not installed it.
    else if (await store.keyValues.remove(mark)) await recordUninstall({ platform, workspace }, now(), store)
  }
}

async function eraseRemoved({ store, retention, installed, now }: RetentionOptions): Promise<readonly string[]> {
  const erased: string[] = []
  for await (const name of store.keyValues.list(REMOVED)) {
    const [, platform = '', workspace = ''] = /^removed\/([^/]+)\/(.+)$/u.exec(name) ?? []
    const mark = await store.keyValues.read(name)
    const platformHere = installed().find((each) => each.platform === platform)
    if (!mark || !platformHere) continue
    if (await platformHere.isInstalled(workspace)) {
      await store.keyValues.remove(name, mark.version)
    } else if (Number(mark.value) + retention.removedMs <= now()) {
      await eraseWorkspace(platform, workspace, store, now())
      await store.keyValues.remove(name, mark.version)
      erased.push(`${platform}/${workspace}`)
    }
  }
  return erased
}
