import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import {
  applyChanges,
  type Catalog,
  type CatalogChange,
  type CatalogIndex,
  type CatalogSources,
} from '../catalog/index.ts'
import { type Emoji, LADDER_EMOJI } from '../message/index.ts'
import { type Person, personKey } from '../store/person.ts'
import type { PlatformInfos } from '../store/platform-info.ts'
import type { Store } from '../store/store.ts'
import {
  type Actor,
  advance,
  DAY_MS,
  type DecisionContext,
  decide,
  isOpen,
  type LadderState,
  type Policy,
  type Proposal,
  type ProposalCommand,
  type ProposalEvent,
  parseEvent,
  type Refusal,
  type Reviewers,
  requiredApprovals,
  serializeEvent,
} from './domain/index.ts'
import { type Community, expertsOf, parsePersonKey } from './people.ts'
import { type AppliedEvent, createReplica, findLostEntries, isAfter, type Replica } from './replica.ts'

/** What came of something that somebody did. */
export type ProposalResult =
  | { readonly status: 'done'; readonly proposal: Proposal }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly proposal: Proposal | undefined }

/**
 * The ladder as it is now: the files it began with, and all that has been decided since. Every process follows the same log, and
 * so comes to the same board and the same catalogue.
 */
export interface ProposalService {
  readonly catalogIndex: () => CatalogIndex
  readonly state: () => LadderState
  readonly policy: Policy
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** The platforms that people take part from. */
  readonly platforms: PlatformInfos
  readonly community: () => Community
  /** The turns that have taken effect, oldest first: the nth of them was decided after n others. */
  readonly transitions: () => readonly AppliedEvent[]
  /** The people, as keys, who may decide about a proposal, as far as they are known. */
  listReviewers(proposal: Proposal): readonly string[]
  /** How many approvals the review of a proposal takes, with as many experts as there are. */
  readonly requiredApprovals: (proposal: Proposal) => number
  /** Whether somebody may decide about a proposal. */
  canReview(proposal: Proposal, person: string): boolean
  /** Calls a handler whenever the log has lost entries that this process had read; returns a function that stops it. */
  onEventsLost(handler: (loss: LostEvents) => void): () => void
  /** How well the log is followed, for operators. */
  readonly logStatus: () => LogStatus
  /** Does something for a person: one round trip, where nobody else changes the same thing at that moment. */
  execute(deed: ProposalCommand, actor: Actor): Promise<ProposalResult>
  /**
   * Adds what nobody has to be asked for: accounts that are linked or no longer, cards that are posted, emojis that are removed. What
   * was added before it has been read when this resolves.
   */
  record(entry: Extract<ProposalEvent, { type: 'linked' | 'unlinked' | 'posted' | 'reactionRemoved' }>): Promise<void>
  /** Logs what somebody tried and may not do, where that shows before anything is done. */
  readonly logRefusal: (attempt: RefusedAttempt) => void
  /** Notes that somebody is about: they count among the members. Nobody waits for it. */
  recordActivity(person: Person): void
  /** Reads what others have added. */
  catchUp(): Promise<void>
  /** Makes the turns that time has brought: votes that close, reviews that are overdue. */
  advanceProposals(): Promise<void>
}

export interface LogStatus {
  /** Entries of the log that this version of Rung could not read. */
  readonly unreadable: number
  /** How many times the log had lost entries that this process had read. */
  readonly losses: number
  /** When that was noticed last, in milliseconds since 1970. */
  readonly lostAt: number | undefined
}

/** What this process had read, and answered people about, that the log does not hold any more. */
export interface LostEvents {
  readonly events: readonly ProposalEvent[]
  /** The board before the loss. */
  readonly state: LadderState
  /** The catalog before the loss. */
  readonly catalog: Catalog
}

/** Something that somebody tried and may not do. */
export interface RefusedAttempt {
  readonly action: string
  readonly id: string
  /** As in `personKey`. */
  readonly by: string
  readonly why: string
}

export interface ProposalServiceOptions {
  readonly store: Pick<Store, 'eventLog' | 'members' | 'claims'>
  /** The files. */
  readonly sources: CatalogSources
  /** The proposals whose changes the files hold already. */
  readonly recorded: readonly { readonly proposal: string }[]
  readonly catalog: Catalog
  readonly policy: Policy
  /** The emoji that nominates; the ladder unless given. */
  readonly nominateEmoji?: Emoji
  /** The platforms that people take part from; none unless given. */
  readonly platforms?: PlatformInfos
  readonly community: () => Community
  /** Brings `people` up to date before something is decided. */
  readonly syncCommunity?: () => Promise<void>
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Told of everything that somebody tried and may not do. */
  readonly logRefusal: (attempt: RefusedAttempt) => void
}

const LOG = 'ladder'

/** Who was seen is counted anew after this. */
const MEMBERS_MS = 60_000

/** That somebody was seen is kept once in so long. */
const ABOUT_MS = DAY_MS
const MOST_ABOUT = 50_000

/** How far the clocks of two processes may be apart. */
const FORGOTTEN_MS = 5 * 60 * 1000

/** Tries at a turn that others were quicker with; each of them was somebody's turn. */
const MOST_TRIES = 100

export function createProposalService(options: ProposalServiceOptions): ProposalService {
  const { store, now, policy, report } = options
  const about = new LRUCache<string, number>({ max: MOST_ABOUT })
  const recorded = new Set(options.recorded.map(({ proposal }) => proposal))
  const fresh = (): Replica =>
    createReplica({ sources: options.sources, catalog: options.catalog, recorded, report: options.report })
  let replica = fresh()
  let rebuilding: Promise<void> | undefined
  const lossHandlers = new Set<(loss: LostEvents) => void>()
  const startedAt = now()
  let forgottenAt: string | undefined
  let losses = 0
  let lostAt: number | undefined
  let members: { readonly at: number; readonly keys: readonly string[] } | undefined
  let counted:
    | {
        readonly of: typeof members
        readonly people: Community
        readonly board: LadderState
        readonly links: number
        readonly all: ReadonlySet<string>
      }
    | undefined

  const readAll = async (): Promise<Replica> => {
    let next = fresh()
    for (;;) {
      const page = await store.eventLog.read(LOG, next.lastEntry())
      if (!page.isContinuous) next = fresh()
      next.applyPage(page)
      if (page.isContinuous && !page.hasMore) return next
    }
  }

  /** Reads the log from its beginning: it does not hold what this process has read, so nothing here can be built on. */
  const rebuild = async (): Promise<void> => {
    const before = replica
    const next = await readAll()
    const entries = findLostEntries(before, next)
    replica = next
    losses += 1
    lostAt = now()
    report('the log of decisions has lost entries; everything was read again from the store', { lost: entries.length })
    const readable = entries.map(parseEvent).filter((entry) => entry.type !== 'unreadable')
    const loss = { events: readable, state: before.state, catalog: before.catalogIndex().catalog }
    for (const handler of lossHandlers) handler(loss)
  }

  /**
   * Reads the log again if people have been removed from entries that this process may have read before: nothing of them stays in
   * memory. What was removed long before this process started has not been read by it.
   */
  const forget = async (): Promise<void> => {
    const latest = replica.lastErasure()
    if (!latest || latest.position === forgottenAt) return
    forgottenAt = latest.position
    if (latest.at < startedAt - FORGOTTEN_MS) return
    const at = replica
    const next = await readAll()
    // What is appended meanwhile is taken by the replica in use.
    for (;;) {
      const [last, own] = [at.lastEntry(), next.lastEntry()]
      if (at !== replica || !last || (own && !isAfter(last.position, own.position))) break
      next.applyPage(await store.eventLog.read(LOG, own))
    }
    if (at === replica) replica = next
  }

  const restart = (): Promise<void> => {
    rebuilding ??= rebuild().finally(() => {
      rebuilding = undefined
    })
    return rebuilding
  }

  const follow = async (): Promise<void> => {
    for (;;) {
      if (rebuilding) await rebuilding
      const at = replica
      const page = await store.eventLog.read(LOG, at.lastEntry())
      // Another caller has noticed that entries were lost.
      if (at !== replica) continue
      if (!page.isContinuous) return restart()
      at.applyPage(page)
      if (!page.hasMore) return forget()
    }
  }

  /**
   * Appends entries. `taken` if they took effect, `refused` if the board had moved on, `unknown` if that cannot be told, and `lost`
   * if nothing was appended because the log had lost entries.
   */
  const add = async (entries: readonly ProposalEvent[]): Promise<'taken' | 'refused' | 'unknown' | 'lost'> => {
    if (rebuilding) await rebuilding
    const at = replica
    const texts = inBatch(entries).map(serializeEvent)
    const page = await store.eventLog.append(LOG, texts, at.lastEntry())
    if (!page.isContinuous) {
      if (at === replica) await restart()
      return 'lost'
    }
    if (at !== replica) {
      await follow()
      return 'unknown'
    }
    at.applyPage(page)
    if (page.hasMore) {
      await follow()
      return 'unknown'
    }
    const own = page.entries.at(-entries.length)
    const took = own && at.hadEffect(own.position)
    return took === undefined ? 'unknown' : took ? 'taken' : 'refused'
  }

  const refreshMembers = async (): Promise<void> => {
    await options.syncCommunity?.()
    if (members && now() - members.at < MEMBERS_MS) return
    const at = now()
    members = { at, keys: await store.members.activeSince(Math.max(0, at - policy.activeDays * DAY_MS)) }
  }

  const reviewersOf = ({ author, request: asked, escalated }: Reviewed): Reviewers => {
    const people = options.community()
    const { personOf } = replica.state
    const domain = asked?.domain ?? null
    const experts = expertsOf(people.experts, domain, personOf)
    const counting = expertsOf(people.recentExperts, domain, personOf)
    for (const all of [experts, counting]) all.delete(author)
    const isAlone = people.isComplete && counting.size === 0 && !people.moreExperts
    if (escalated || isAlone) {
      for (const admin of people.admins) {
        experts.add(personOf(admin))
        counting.add(personOf(admin))
      }
    }
    for (const all of [experts, counting]) all.delete(author)
    const mayDecide = (person: string): boolean => {
      const account = parsePersonKey(person)
      return person !== author && account !== undefined && people.canDecide(account)
    }
    return {
      has: (person) => experts.has(person) || mayDecide(person),
      size: people.moreExperts ? Number.POSITIVE_INFINITY : counting.size,
      listed: [...experts],
    }
  }

  /** The members, one key a person: counted anew where they were read again, somebody has linked an account, or the community is another. */
  const everybody = (): ReadonlySet<string> => {
    const people = options.community()
    const { state: board, linkCount: links } = replica
    const isSame = counted && counted.of === members && counted.people === people && counted.board === board
    if (counted && isSame && counted.links === links()) return counted.all
    const all = new Set<string>()
    for (const key of members?.keys ?? []) {
      const member = parsePersonKey(key)
      if (member && people.includes(member)) all.add(board.personOf(key))
    }
    counted = { of: members, people, board, links: links(), all }
    return all
  }

  const facts = (): DecisionContext => {
    return {
      now: now(),
      policy,
      catalog: replica.catalogIndex().catalog,
      isComplete: options.community().isComplete,
      preview: (wanted: CatalogChange) => {
        const changed = applyChanges(replica.sources(), [wanted])
        return changed.ok ? { catalog: changed.catalog } : { problems: changed.problems.map(({ message }) => message) }
      },
      countMembersExcept: (person) => {
        const all = everybody()
        return all.size - (all.has(person) ? 1 : 0)
      },
      reviewersOf,
    }
  }

  /** Adds what follows for a proposal by itself, until nothing does. */
  const settle = async (id: string): Promise<void> => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const turns = advance(replica.state, id, facts())
      if (turns.length === 0) return
      await add(turns)
    }
  }

  return {
    catalogIndex: () => replica.catalogIndex(),
    state: () => replica.state,
    transitions: () => replica.transitions,
    onEventsLost(handler) {
      lossHandlers.add(handler)
      return () => void lossHandlers.delete(handler)
    },
    logStatus: () => ({ unreadable: replica.state.unreadable.size, losses, lostAt }),
    listReviewers: (proposal) => reviewersOf(proposal).listed,
    policy,
    nominateEmoji: options.nominateEmoji ?? LADDER_EMOJI,
    platforms: options.platforms ?? new Map(),
    logRefusal: options.logRefusal,
    community: options.community,
    requiredApprovals: (proposal) => requiredApprovals(proposal, reviewersOf(proposal).size),
    canReview: (proposal, person) => reviewersOf(proposal).has(replica.state.personOf(person)),
    catchUp: follow,

    async execute(deed, actor) {
      if (deed.type !== 'vote') await refreshMembers()
      let isFollowed = false
      for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
        const decision = decide(replica.state, deed, actor, facts())
        // A refusal, or that there is nothing to do, may be different once what others have done is read.
        if (!isFollowed && (!decision.ok || decision.entries.length === 0)) {
          await follow()
          isFollowed = true
          continue
        }
        const proposal = replica.state.proposals.get(deed.id)
        if (!decision.ok) {
          options.logRefusal({ action: deed.type, id: deed.id, by: actor.person, why: decision.refusal.why })
          return { status: 'refused', refusal: decision.refusal, proposal }
        }
        if (decision.entries.length > 0 && (await add(decision.entries)) !== 'taken') {
          isFollowed = true
          continue
        }
        await settle(deed.id)
        const after = replica.state.proposals.get(deed.id)
        if (after) return { status: 'done', proposal: after }
      }
      throw new Error('a turn could not be made: others were quicker each time')
    },

    recordActivity(person) {
      const key = personKey(person)
      const time = now()
      const last = about.get(key)
      if (last !== undefined && time - last < ABOUT_MS) return
      if (!options.community().includes(person)) return
      about.set(key, time)
      const record = async (): Promise<void> => {
        const membership = await options.community().checkMembership(person)
        if (membership === 'member') await store.members.recordActivity(person, time)
        else if (membership === 'unknown') about.delete(key)
      }
      record().catch((error: unknown) => {
        about.delete(key)
        report('it could not be recorded that a member was seen', { err: error })
      })
    },

    async record(entry) {
      for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) if ((await add([entry])) !== 'lost') return
      throw new Error('the log loses entries each time it is written to')
    },

    async advanceProposals() {
      await options.syncCommunity?.()
      const open = [...replica.state.proposals.values()].filter(isOpen)
      if (open.length === 0) return
      await refreshMembers()
      // Any process may make a turn that is due: the first counts, and the log refuses the others.
      for (const { id } of open) await settle(id)
    },
  }
}

/** Marks entries that follow from one another: the log takes all of them or none. */
function inBatch(entries: readonly ProposalEvent[]): readonly ProposalEvent[] {
  if (entries.length < 2) return entries
  const batch = randomBytes(9).toString('base64url')
  return entries.map((entry) => ('base' in entry || entry.type === 'nominated' ? { ...entry, batch } : entry))
}

type Reviewed = Pick<Proposal, 'author' | 'request' | 'escalated'>
