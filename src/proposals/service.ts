import {
  applyChanges,
  type Catalog,
  type CatalogChange,
  type CatalogIndex,
  type CatalogSources,
} from '../catalog/index.ts'
import { type Emoji, LADDER_EMOJI } from '../message/index.ts'
import type { Person } from '../store/person.ts'
import type { PlatformInfos } from '../store/platform-info.ts'
import type { Store } from '../store/store.ts'
import type { Community } from './community.ts'
import {
  type Actor,
  advance,
  type DecisionContext,
  decide,
  isOpen,
  type LadderState,
  type Policy,
  type Proposal,
  type ProposalCommand,
  type ProposalEvent,
  type Refusal,
  requiredApprovals,
} from './domain/index.ts'
import type { CatalogBase } from './live-catalog.ts'
import { createLogClient, type LogStatus, type LostEvents } from './log-client.ts'
import { createParticipants } from './participants.ts'
import type { AppliedEvent } from './replica.ts'

/** The result of a command. */
export type ProposalResult =
  | { readonly status: 'done'; readonly proposal: Proposal }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly proposal: Proposal | undefined }

/**
 * Proposals to change the ladder, and the catalog with all accepted changes. All processes read the same log, so they have the same
 * state and the same catalog.
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
  /** The transitions that took effect, oldest first: the nth was decided after n others. */
  readonly transitions: () => readonly AppliedEvent[]
  /** The active members, one key a person. */
  listMembers(): Promise<readonly string[]>
  /** The listed people, as keys, who may decide about a proposal. */
  listReviewers(proposal: Proposal): readonly string[]
  /** The catalog as a change would make it; undefined if it does not fit. */
  readonly previewChange: (change: CatalogChange) => Catalog | undefined
  /** How many approvals the review of a proposal takes, with the experts there are now. */
  readonly requiredApprovals: (proposal: Proposal) => number
  /** Whether a person may decide about a proposal. */
  canReview(proposal: Proposal, person: string): boolean
  /** Calls a handler whenever the log has lost entries that this process had read; returns a function that stops it. */
  onEventsLost(handler: (lost: LostEvents) => void): () => void
  /** The state of the log, for operators. */
  readonly logStatus: () => LogStatus
  /** Executes a person's command: one round trip, unless others change the same proposal at that moment. */
  execute(command: ProposalCommand, actor: Actor): Promise<ProposalResult>
  /**
   * Appends a fact that needs no decision: accounts linked or unlinked, cards posted, emojis removed. Everything appended before it has
   * been read when this resolves.
   */
  record(event: Extract<ProposalEvent, { type: 'linked' | 'unlinked' | 'posted' | 'reactionRemoved' }>): Promise<void>
  /** Logs an attempt that was refused before any command was executed. */
  readonly logRefusal: (attempt: RefusedAttempt) => void
  /** Counts a person among the active members. Fire-and-forget. */
  recordActivity(person: Person): void
  /** Reads what other processes have appended. */
  catchUp(): Promise<void>
  /**
   * Replaces the files of the catalog; the accepted changes are applied to the new ones. Look-ups use the former catalog until the
   * indexes of the new one are built, with `pause` after each step.
   */
  replaceFiles(files: CatalogFiles, pause: () => Promise<unknown>): Promise<void>
  /** Appends the transitions that are due: votes that close, reviews that are overdue. */
  advanceProposals(): Promise<void>
}

/** An action that a person tried and is not allowed to take. */
export interface RefusedAttempt {
  readonly action: string
  readonly id: string
  /** As in `personKey`. */
  readonly by: string
  readonly why: string
}

/** The files of a catalog, as they were loaded. */
export interface CatalogFiles {
  readonly sources: CatalogSources
  /** The proposals whose changes the files already hold. */
  readonly recorded: readonly { readonly proposal: string }[]
  readonly catalog: Catalog
}

export interface ProposalServiceOptions extends CatalogFiles {
  readonly store: Pick<Store, 'eventLog' | 'members'>
  readonly policy: Policy
  /** The emoji that nominates; the ladder by default. */
  readonly nominateEmoji?: Emoji
  /** The platforms that people take part from; none by default. */
  readonly platforms?: PlatformInfos
  readonly community: () => Community
  /** Brings `community` up to date before a decision. */
  readonly syncCommunity?: () => Promise<void>
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Called for every attempt that was refused. */
  readonly logRefusal: (attempt: RefusedAttempt) => void
}

/** Attempts at a transition. Each one that fails is a transition of another process. */
const MAX_ATTEMPTS = 100

export function createProposalService(options: ProposalServiceOptions): ProposalService {
  const { store, now, policy, report, community } = options
  const log = createLogClient({ eventLog: store.eventLog, base: baseOf(options), now, report })
  const { replica } = log
  const { syncCommunity } = options
  const participants = createParticipants({
    members: store.members,
    replica,
    policy,
    community,
    ...(syncCommunity && { syncCommunity }),
    now,
    report,
  })
  const { reviewersOf } = participants

  const preview: DecisionContext['preview'] = (change) => {
    const changed = applyChanges(replica().sources(), [change])
    return changed.ok ? { catalog: changed.catalog } : { problems: changed.problems.map(({ message }) => message) }
  }

  const decisionContext = (): DecisionContext => ({
    now: now(),
    policy,
    catalog: replica().catalogIndex().catalog,
    isComplete: community().isComplete,
    preview,
    countMembersExcept: participants.countMembersExcept,
    reviewersOf,
  })

  /** Appends the transitions that follow for a proposal, until there are none. */
  const advanceProposal = async (id: string): Promise<void> => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const transitions = advance(replica().state, id, decisionContext())
      if (transitions.length === 0) return
      await log.append(transitions)
    }
  }

  return {
    catalogIndex: () => replica().catalogIndex(),
    state: () => replica().state,
    transitions: () => replica().transitions,
    onEventsLost: log.onEventsLost,
    logStatus: log.status,
    async listMembers() {
      await participants.refresh()
      return [...participants.memberKeys()]
    },
    listReviewers: (proposal) => reviewersOf(proposal).listed,
    policy,
    nominateEmoji: options.nominateEmoji ?? LADDER_EMOJI,
    platforms: options.platforms ?? new Map(),
    logRefusal: options.logRefusal,
    community,
    previewChange(change) {
      const changed = preview(change)
      return 'catalog' in changed ? changed.catalog : undefined
    },
    requiredApprovals: (proposal) => requiredApprovals(proposal, reviewersOf(proposal).size),
    canReview: (proposal, person) => reviewersOf(proposal).has(replica().state.personOf(person)),
    catchUp: log.catchUp,
    replaceFiles: (files, pause) => log.replaceBase(baseOf(files), pause),
    recordActivity: participants.recordActivity,

    async execute(command, actor) {
      if (command.type !== 'vote') await participants.refresh()
      const { id } = command
      let isCaughtUp = false
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const decision = decide(replica().state, command, actor, decisionContext())
        // What other processes have appended may turn a refusal, or a command without effect, into another decision.
        if (!isCaughtUp && (!decision.ok || decision.entries.length === 0)) {
          await log.catchUp()
          isCaughtUp = true
          continue
        }
        if (!decision.ok) {
          const { refusal } = decision
          options.logRefusal({ action: command.type, id, by: actor.person, why: refusal.why })
          return { status: 'refused', refusal, proposal: replica().state.proposals.get(id) }
        }
        if (decision.entries.length > 0 && (await log.append(decision.entries)) !== 'applied') {
          isCaughtUp = true
          continue
        }
        await advanceProposal(id)
        const proposal = replica().state.proposals.get(id)
        if (proposal) return { status: 'done', proposal }
      }
      throw new Error('a command was not executed: other processes changed the proposal at each attempt')
    },

    async record(event) {
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) if ((await log.append([event])) !== 'lost') return
      throw new Error('an event was not recorded: the log loses entries at each attempt')
    },

    async advanceProposals() {
      await options.syncCommunity?.()
      const open = [...replica().state.proposals.values()].filter(isOpen)
      if (open.length === 0) return
      await participants.refresh()
      // Any process may append a transition that is due: the first counts, and the log refuses the others.
      for (const { id } of open) await advanceProposal(id)
    },
  }
}

function baseOf({ sources, catalog, recorded }: CatalogFiles): CatalogBase {
  return { sources, catalog, recorded: new Set(recorded.map(({ proposal }) => proposal)) }
}
