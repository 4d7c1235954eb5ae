import { LRUCache } from 'lru-cache'
import { type Person, parsePersonKey, personKey } from '../store/person.ts'
import type { Store } from '../store/store.ts'
import { type Community, expertsOf } from './community.ts'
import { DAY_MS, type LadderState, type Policy, type Proposal, type Reviewers } from './domain/index.ts'
import type { Replica } from './replica.ts'

/** Who takes part in the decisions: active members and reviewers, one key a person. */
export interface Participants {
  /** Brings the community and the active members up to date, from the store if they are not recent. */
  refresh(): Promise<void>
  /** The active members, one key a person. */
  readonly memberKeys: () => ReadonlySet<string>
  readonly countMembersExcept: (person: string) => number
  readonly reviewersOf: (proposal: Pick<Proposal, 'author' | 'request' | 'escalated'>) => Reviewers
  /** Counts a person among the active members. Fire-and-forget. */
  readonly recordActivity: (person: Person) => void
}

export interface ParticipantsOptions {
  readonly members: Store['members']
  readonly replica: () => Replica
  readonly policy: Pick<Policy, 'activeDays'>
  readonly community: () => Community
  readonly syncCommunity?: () => Promise<void>
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

/** Milliseconds for which the list of active members is used. */
const MEMBERS_TTL_MS = 60_000

/** Milliseconds between two records of the same person's activity. */
const ACTIVITY_INTERVAL_MS = DAY_MS
const MAX_ACTIVE = 50_000

export function createParticipants(options: ParticipantsOptions): Participants {
  const { members: memberStore, replica, policy, community: currentCommunity, now, report } = options
  /** When each person's activity was recorded, by key. */
  const recordedAt = new LRUCache<string, number>({ max: MAX_ACTIVE })
  let members: { readonly at: number; readonly keys: readonly string[] } | undefined
  let counted:
    | {
        readonly members: typeof members
        readonly community: Community
        readonly state: LadderState
        readonly links: number
        readonly keys: ReadonlySet<string>
      }
    | undefined

  /** The slug that a domain has now. */
  const catalogDomain = (slug: string | null): string | null =>
    slug === null ? null : (replica().catalogIndex().catalog.domains.get(slug)?.slug ?? slug)

  /** The active members. Counted again if they were read again, an account was linked, or the community or the state changed. */
  const memberKeys = (): ReadonlySet<string> => {
    const community = currentCommunity()
    const { state, linkCount } = replica()
    const links = linkCount()
    const isSame = counted?.members === members && counted?.community === community && counted.state === state
    if (counted && isSame && counted.links === links) return counted.keys
    const keys = new Set<string>()
    for (const key of members?.keys ?? []) {
      const member = parsePersonKey(key)
      if (member && community.includes(member)) keys.add(state.personOf(key))
    }
    counted = { members, community, state, links, keys }
    return keys
  }

  return {
    async refresh() {
      await options.syncCommunity?.()
      if (members && now() - members.at < MEMBERS_TTL_MS) return
      const at = now()
      members = { at, keys: await memberStore.activeSince(Math.max(0, at - policy.activeDays * DAY_MS)) }
    },

    memberKeys,

    countMembersExcept(person) {
      const keys = memberKeys()
      return keys.size - (keys.has(person) ? 1 : 0)
    },

    reviewersOf({ author, request, escalated }) {
      const community = currentCommunity()
      const { personOf } = replica().state
      const domain = request?.domain ?? null
      // Settings may name the domain as it was called when it was proposed, or as it is called now.
      const domains = new Set([domain, catalogDomain(domain)])
      const expertsIn = (all: Community['experts']): Set<string> =>
        new Set([...domains].flatMap((each) => [...expertsOf(all, each, personOf)]))
      const experts = expertsIn(community.experts)
      const recent = expertsIn(community.recentExperts)
      recent.delete(author)
      const hasNoExpert = community.isComplete && recent.size === 0 && !community.moreExperts
      if (escalated || hasNoExpert) {
        for (const admin of community.admins) {
          experts.add(personOf(admin))
          recent.add(personOf(admin))
        }
      }
      for (const keys of [experts, recent]) keys.delete(author)
      const canDecide = (person: string): boolean => {
        const account = parsePersonKey(person)
        return person !== author && account !== undefined && community.canDecide(account)
      }
      return {
        has: (person) => experts.has(person) || canDecide(person),
        size: community.moreExperts ? Number.POSITIVE_INFINITY : recent.size,
        listed: [...experts],
      }
    },

    recordActivity(person) {
      const key = personKey(person)
      const time = now()
      const last = recordedAt.get(key)
      if (last !== undefined && time - last < ACTIVITY_INTERVAL_MS) return
      if (!currentCommunity().includes(person)) return
      recordedAt.set(key, time)
      const record = async (): Promise<void> => {
        const membership = await currentCommunity().checkMembership(person)
        if (membership === 'member') await memberStore.recordActivity(person, time)
        else if (membership === 'unknown') recordedAt.delete(key)
      }
      record().catch((error: unknown) => {
        recordedAt.delete(key)
        report('the activity of a member could not be recorded', { err: error })
      })
    },
  }
}
