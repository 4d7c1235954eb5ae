import { z } from 'zod'
import type { Person } from '../store/person.ts'
import type { KeyValueStore } from '../store/store.ts'
import type { Community, Expert, Membership } from './people.ts'

/** What a platform knows of its part of the community. */
export interface CommunityReport {
  /** The workspace or server whose members take part; undefined for everybody on the platform. */
  readonly workspace: string | undefined
  readonly experts: readonly Expert[]
  readonly admins: readonly string[]
  readonly moreExperts?: boolean
  /** Everybody there may decide. */
  readonly allDecide?: boolean
  /**
   * Asks the platform whether someone of this workspace is a member now, before they read or do anything about proposals. An answer
   * may be cached for seconds. If it changes who the experts or admins are, `Community.set` is called before it resolves. If it is
   * left out, everyone in the workspace is a member.
   */
  readonly checkMembership?: (person: Person) => Promise<Membership>
  /** Who the experts are is still being found out: the platform reports again. */
  readonly pending?: boolean
}

/** The community as its platforms make it up. */
export interface CommunityTracker {
  readonly current: () => Community
  /** Reports what a platform knows, or that it has no part in the community. */
  report(platform: string, place: CommunityReport | undefined): void
  /** Reports that a platform is given up: what it reported last is what is known of it. */
  markUnavailable(platform: string): void
  /** The platforms that have not reported yet. */
  pendingPlatforms(): readonly string[]
  /**
   * Reads what platforms reported in other processes or before a restart, and stores what they report here. Called before anything is
   * decided; asks the store once in a while only. Rejects with StoreUnavailable.
   */
  sync(): Promise<void>
}

export interface CommunityTrackerOptions {
  /** The platforms of this process. Until each has reported, the community is not complete. */
  readonly platforms?: readonly string[]
  /** Where reports are stored; without it, nothing is known but what is reported here. */
  readonly keyValues?: KeyValueStore
  readonly now?: () => number
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Experts who are no longer listed count for so long when it is fixed how many must approve. */
const GONE_MS = 7 * DAY_MS
/** What a platform of another process reported is used for so long. It is stored again every day. */
const SILENT_MS = 30 * DAY_MS
/** Between two looks at the store. */
const SYNC_MS = 15_000
/** Experts of one platform that are stored: a stored value is limited. With more, the list is marked as incomplete. */
const MOST_STORED = 80

const NAME = 'community/reports'

/** A platform's last report. Times are milliseconds since 1970. */
const Report = z.looseObject({
  at: z.number(),
  workspace: z.string().optional(),
  experts: z.array(
    z.looseObject({
      key: z.string(),
      domain: z.string().nullable(),
      /** When they were first missing from a report; absent while they are listed. */
      gone: z.number().optional(),
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
  keyValues: things,
  now = Date.now,
}: CommunityTrackerOptions = {}): CommunityTracker {
  const places = new Map<string, CommunityReport>()
  const reported = new Set<string>()
  const awaited = new Set(platforms)
  const givenUp = new Set<string>()
  let stored: ReadonlyMap<string, Report> = new Map()
  let changed = false
  let syncedAt: number | undefined
  let people = peopleOf()

  function peopleOf(): Community {
    const time = now()
    const own = [...places]
    // A platform of this process speaks for itself. Of others, and of one that was given up, the last report counts.
    const others = [...stored].filter(
      ([name, { at }]) => !reported.has(name) && !awaited.has(name) && time - at < SILENT_MS,
    )
    const recent = [...stored]
      .filter(([name]) => places.has(name) || others.some(([other]) => other === name))
      .flatMap(([, { experts }]) => experts)
      .filter(({ gone }) => gone === undefined || time - gone < GONE_MS)
    const experts = [
      ...own.flatMap(([, place]) => place.experts),
      ...others.flatMap(([, report]) => report.experts.filter(({ gone }) => gone === undefined)),
    ]
    const all = [...own, ...others]
    const workspaces = new Map(all.map(([name, { workspace }]) => [name, workspace]))
    const belongs = ({ platform, workspace }: Person): boolean => {
      if (!workspaces.has(platform)) return false
      const only = workspaces.get(platform)
      return only === undefined || only === workspace
    }
    return {
      experts,
      recentExperts: [...experts, ...recent],
      admins: all.flatMap(([, { admins }]) => admins),
      moreExperts: all.some(([, place]) => place.moreExperts === true),
      isComplete: awaiting().length === 0 && (things === undefined || syncedAt !== undefined),
      canDecide: ({ platform }) => places.get(platform)?.allDecide === true,
      includes: belongs,
      isPending: ({ platform }) => awaited.has(platform) && !places.has(platform),
      async checkMembership(person) {
        if (!belongs(person)) return 'none'
        try {
          return (await places.get(person.platform)?.checkMembership?.(person)) ?? 'member'
        } catch {
          return 'unknown'
        }
      },
    }
  }

  /** A platform that was given up is known by its last report, if there is one. */
  function awaiting(): readonly string[] {
    return [...awaited, ...[...givenUp].filter((name) => !stored.has(name))]
  }

  /** Merges what is reported here with what is stored, and stores it if that changed anything. */
  const exchange = async (store: KeyValueStore): Promise<void> => {
    const thing = await store.read(NAME)
    const before = reportsOf(thing?.value)
    const next = new Map(before)
    for (const [name, place] of places) {
      if (place.allDecide === true || awaited.has(name)) continue
      const report = nextReport(place, before.get(name), now())
      if (report) next.set(name, report)
    }
    stored = next
    if ([...next].every(([name, report]) => before.get(name) === report)) return
    const value = JSON.stringify(Object.fromEntries(next))
    const written = await store.write(NAME, value, { ifVersion: thing?.version ?? null })
    // Another process stored a report at the same moment: this one is stored at the next call.
    changed = written.status === 'stale'
  }

  return {
    current: () => people,
    report(platform, place) {
      if (place) places.set(platform, place)
      else places.delete(platform)
      if (place?.pending !== true) {
        awaited.delete(platform)
        givenUp.delete(platform)
        reported.add(platform)
      }
      changed = true
      people = peopleOf()
    },
    markUnavailable(platform) {
      places.delete(platform)
      reported.delete(platform)
      awaited.delete(platform)
      givenUp.add(platform)
      people = peopleOf()
    },
    pendingPlatforms: awaiting,
    async sync() {
      const time = now()
      if (!things || (syncedAt !== undefined && !changed && time >= syncedAt && time - syncedAt < SYNC_MS)) return
      changed = false
      try {
        await exchange(things)
      } catch (error) {
        changed = true
        throw error
      }
      syncedAt = time
      people = peopleOf()
    },
  }
}

/** What is stored, by platform. A value that cannot be read counts as none: the platforms report again. */
function reportsOf(value: string | undefined): ReadonlyMap<string, Report> {
  try {
    return new Map(Object.entries(Reports.parse(JSON.parse(value ?? '{}'))))
  } catch {
    return new Map()
  }
}

/** The report to store for a place; the one before if nothing has changed and it is not a day old. */
function nextReport(place: CommunityReport, before: Report | undefined, at: number): Report | undefined {
  const { workspace } = place
  const identity = ({ key, domain }: Expert): string => `${domain ?? ''} ${key}`
  const listed = place.experts.slice(0, MOST_STORED).map(({ key, domain }) => ({ key, domain }))
  const now = new Set(place.experts.map(identity))
  const gone = (before?.experts ?? [])
    .filter((expert) => !now.has(identity(expert)))
    .map((expert) => ({ ...expert, gone: expert.gone ?? at }))
    .filter((expert) => at - expert.gone < GONE_MS)
    .slice(0, MOST_STORED - listed.length)
  const report: Report = {
    at,
    ...(workspace !== undefined && { workspace }),
    experts: [...listed, ...gone],
    admins: place.admins.slice(0, MOST_STORED),
    moreExperts: place.moreExperts === true || listed.length < place.experts.length,
  }
  const isSame = before && JSON.stringify({ ...before, at }) === JSON.stringify(report)
  return isSame && at >= before.at && at - before.at < DAY_MS ? before : report
}
