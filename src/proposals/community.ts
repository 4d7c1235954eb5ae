import { z } from 'zod'
import type { Person } from '../store/person.ts'
import type { KeyValueStore } from '../store/store.ts'
import { DAY_MS } from './domain/index.ts'

/** A person who may decide in one domain, or in all (null). */
export interface Expert {
  /** As in `personKey`. */
  readonly key: string
  readonly domain: string | null
}

/** Whether a person is a member now: `none` also for guests and bots, `unknown` if the platform could not tell. */
export type Membership = 'member' | 'none' | 'unknown'

/** The people who may take part in changing the ladder, and their roles. */
export interface Community {
  /** Those who may decide now. */
  readonly experts: readonly Expert[]
  /**
   * The experts who count when the number of approvals is fixed: the current ones, and those who were listed within the last week. A
   * list that is short for a while (a platform that is down, an empty role) must not make a decision easier.
   */
  readonly recentExperts: readonly Expert[]
  readonly admins: readonly string[]
  /** Whether there may be experts who are not in the list: a platform that does not list the holders of a role. */
  readonly moreExperts: boolean
  /** Whether every platform has reported. Until then the number of members and experts is unknown. */
  readonly isComplete: boolean
  /** Whether a person who is in no list may decide: at a terminal, which has one user. */
  canDecide(person: Person): boolean
  /** Whether a person's workspace is part of the community. */
  includes(person: Person): boolean
  /** Whether a workspace or server takes proposals. Without one, nobody has set where they are discussed. */
  readonly hasWorkspace: boolean
  /** Whether the person's platform has not reported yet, so that `includes` cannot tell. */
  isPending(person: Person): boolean
  /** Asks the person's platform whether they are a member now. Never rejects. `current` then includes the answer. */
  checkMembership(person: Person): Promise<Membership>
}

/**
 * The people who may review a change in a domain (null: of a whole role), one key per person. A change of a whole role is reviewed by
 * the experts without a domain, or by all experts if there are none.
 */
export function expertsOf(
  experts: readonly Expert[],
  domain: string | null,
  personOf: (key: string) => string,
): Set<string> {
  const ofAll = experts.filter((expert) => expert.domain === null)
  const ofOne = experts.filter((expert) => expert.domain !== null && expert.domain === domain)
  const fitting = domain === null ? (ofAll.length > 0 ? ofAll : experts) : [...ofAll, ...ofOne]
  return new Set(fitting.map(({ key }) => personOf(key)))
}

/** What a platform knows about its part of the community. */
export interface CommunityReport {
  /** The workspace or server whose members take part; undefined for everyone on the platform. */
  readonly workspace: string | undefined
  readonly experts: readonly Expert[]
  readonly admins: readonly string[]
  readonly moreExperts?: boolean
  /** Whether everyone may decide. */
  readonly allDecide?: boolean
  /**
   * Asks the platform whether a person of this workspace is a member now, before they read or change proposals. The answer may be
   * cached for seconds. If it changes the experts or admins, `report` is called before it resolves. Without it, everyone in the
   * workspace is a member.
   */
  readonly checkMembership?: (person: Person) => Promise<Membership>
  /** Whether the platform is still looking for the experts: it reports again. */
  readonly pending?: boolean
}

/** Collects the reports of platforms into one community. */
export interface CommunityTracker {
  readonly current: () => Community
  /** Takes a platform's report, or that it has no part in the community. */
  report(platform: string, report: CommunityReport | undefined): void
  /** Marks a platform that has stopped: its last stored report is used instead. */
  markUnavailable(platform: string): void
  /** The platforms that have not reported yet. */
  pendingPlatforms(): readonly string[]
  /**
   * Reads the reports of platforms in other processes or before a restart, and stores the reports of this process. Called before each
   * decision, but reads the store only every few seconds. Rejects with StoreUnavailable.
   */
  sync(): Promise<void>
}

export interface CommunityTrackerOptions {
  /** The platforms of this process. Until each has reported, the community is not complete. */
  readonly platforms?: readonly string[]
  /** Where reports are stored; without it, only the reports of this process count. */
  readonly keyValues?: KeyValueStore
  readonly now?: () => number
}

/** Milliseconds for which experts who are no longer listed count as recent. */
const RECENT_MS = 7 * DAY_MS
/** Milliseconds for which a report of another process is used. It is stored again every day. */
const SILENT_MS = 30 * DAY_MS
/** Milliseconds between two reads of the store. */
const SYNC_MS = 15_000
/** Most experts of one platform that are stored, since a stored value is limited. With more, the list is marked as incomplete. */
const MAX_STORED = 80

const NAME = 'community/reports'

/** The stored name of the time at which an expert was first missing from a report; absent while they are listed. */
const UNLISTED_SINCE = 'gone'

/** A platform's last report. Times are milliseconds since 1970. */
const Report = z.looseObject({
  at: z.number(),
  workspace: z.string().optional(),
  experts: z.array(
    z.looseObject({
      key: z.string(),
      domain: z.string().nullable(),
      [UNLISTED_SINCE]: z.number().optional(),
    }),
  ),
  admins: z.array(z.string()),
  moreExperts: z.boolean(),
})
type Report = Readonly<z.infer<typeof Report>>
const Reports = z.record(z.string(), Report)

/** Creates a community in which no platform has reported yet. */
export function createCommunityTracker({
  platforms = [],
  keyValues,
  now = Date.now,
}: CommunityTrackerOptions = {}): CommunityTracker {
  const reports = new Map<string, CommunityReport>()
  const reported = new Set<string>()
  const pending = new Set(platforms)
  const unavailable = new Set<string>()
  let stored: ReadonlyMap<string, Report> = new Map()
  let changed = false
  let syncedAt: number | undefined
  let community = buildCommunity()

  function buildCommunity(): Community {
    const time = now()
    const own = [...reports]
    // A platform of this process speaks for itself. For others, and for one that is unavailable, the stored report counts.
    const others = [...stored].filter(
      ([name, { at }]) => !reported.has(name) && !pending.has(name) && time - at < SILENT_MS,
    )
    const recent = [...stored]
      .filter(([name]) => reports.has(name) || others.some(([other]) => other === name))
      .flatMap(([, { experts }]) => experts)
      .filter(({ [UNLISTED_SINCE]: unlistedSince }) => unlistedSince === undefined || time - unlistedSince < RECENT_MS)
    const experts = [
      ...own.flatMap(([, report]) => report.experts),
      ...others.flatMap(([, report]) =>
        report.experts.filter(({ [UNLISTED_SINCE]: unlistedSince }) => unlistedSince === undefined),
      ),
    ]
    const all = [...own, ...others]
    const workspaces = new Map(all.map(([name, { workspace }]) => [name, workspace]))
    const includes = ({ platform, workspace }: Person): boolean => {
      if (!workspaces.has(platform)) return false
      const only = workspaces.get(platform)
      return only === undefined || only === workspace
    }
    return {
      experts,
      recentExperts: [...experts, ...recent],
      admins: all.flatMap(([, { admins }]) => admins),
      moreExperts: all.some(([, report]) => report.moreExperts === true),
      isComplete: pendingPlatforms().length === 0 && (keyValues === undefined || syncedAt !== undefined),
      canDecide: ({ platform }) => reports.get(platform)?.allDecide === true,
      includes,
      hasWorkspace: all.some(([, { workspace }]) => workspace !== undefined),
      isPending: ({ platform }) => pending.has(platform) && !reports.has(platform),
      async checkMembership(person) {
        if (!includes(person)) return 'none'
        try {
          return (await reports.get(person.platform)?.checkMembership?.(person)) ?? 'member'
        } catch {
          return 'unknown'
        }
      },
    }
  }

  /** The platforms without a report: an unavailable one is known by its stored report, if there is one. */
  function pendingPlatforms(): readonly string[] {
    return [...pending, ...[...unavailable].filter((name) => !stored.has(name))]
  }

  /** Merges the reports of this process into the stored ones, and writes them if anything changed. */
  const exchange = async (store: KeyValueStore): Promise<void> => {
    const entry = await store.read(NAME)
    const before = reportsOf(entry?.value)
    const next = new Map(before)
    for (const [name, report] of reports) {
      if (report.allDecide === true || pending.has(name)) continue
      const storedReport = nextReport(report, before.get(name), now())
      if (storedReport) next.set(name, storedReport)
    }
    stored = next
    if ([...next].every(([name, report]) => before.get(name) === report)) return
    const value = JSON.stringify(Object.fromEntries(next))
    const written = await store.write(NAME, value, { ifVersion: entry?.version ?? null })
    // Another process stored a report at the same moment: the next call stores this one.
    changed = written.status === 'stale'
  }

  return {
    current: () => community,
    report(platform, report) {
      if (report) reports.set(platform, report)
      else reports.delete(platform)
      if (report?.pending !== true) {
        pending.delete(platform)
        unavailable.delete(platform)
        reported.add(platform)
      }
      changed = true
      community = buildCommunity()
    },
    markUnavailable(platform) {
      reports.delete(platform)
      reported.delete(platform)
      pending.delete(platform)
      unavailable.add(platform)
      community = buildCommunity()
    },
    pendingPlatforms,
    async sync() {
      const time = now()
      if (!keyValues || (syncedAt !== undefined && !changed && time >= syncedAt && time - syncedAt < SYNC_MS)) return
      changed = false
      try {
        await exchange(keyValues)
      } catch (error) {
        changed = true
        throw error
      }
      syncedAt = time
      community = buildCommunity()
    },
  }
}

/** Parses the stored reports, by platform. An unreadable value counts as none: the platforms report again. */
function reportsOf(value: string | undefined): ReadonlyMap<string, Report> {
  try {
    return new Map(Object.entries(Reports.parse(JSON.parse(value ?? '{}'))))
  } catch {
    return new Map()
  }
}

/** The report to store; the one before if nothing has changed and it is less than a day old. */
function nextReport(current: CommunityReport, before: Report | undefined, at: number): Report | undefined {
  const { workspace } = current
  const identity = ({ key, domain }: Expert): string => `${domain ?? ''} ${key}`
  const listed = current.experts.slice(0, MAX_STORED).map(({ key, domain }) => ({ key, domain }))
  const now = new Set(current.experts.map(identity))
  const unlisted = (before?.experts ?? [])
    .filter((expert) => !now.has(identity(expert)))
    .map((expert) => ({ ...expert, [UNLISTED_SINCE]: expert[UNLISTED_SINCE] ?? at }))
    .filter((expert) => at - expert[UNLISTED_SINCE] < RECENT_MS)
    .slice(0, MAX_STORED - listed.length)
  const report: Report = {
    at,
    ...(workspace !== undefined && { workspace }),
    experts: [...listed, ...unlisted],
    admins: current.admins.slice(0, MAX_STORED),
    moreExperts: current.moreExperts === true || listed.length < current.experts.length,
  }
  const isSame = before && JSON.stringify({ ...before, at }) === JSON.stringify(report)
  return isSame && at >= before.at && at - before.at < DAY_MS ? before : report
}
