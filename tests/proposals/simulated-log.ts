import { applyChanges, type Catalog, type CatalogChange, type CatalogSources } from '../../src/catalog/index.ts'
import {
  advance,
  createLadderState,
  DEFAULT_POLICY,
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
  serializeEvent,
} from '../../src/proposals/domain/index.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** The first day of a community. */
export const START = Date.UTC(2026, 0, 5, 9)

/** People, a catalog and a clock. Commands are decided, logged and applied as by one process. */
export interface Community {
  readonly board: LadderState
  readonly log: readonly ProposalEvent[]
  readonly now: () => number
  readonly catalog: () => Catalog
  /** Replaces the files of the ladder, as when they are edited. Accepted changes that still fit are applied to them. */
  replaceFiles(files: { readonly catalog: Catalog; readonly sources: CatalogSources }): void
  /** Does something; gives the refusal, or undefined where it was done. */
  act(person: string, command: ProposalCommand, options?: { readonly bot?: boolean }): Refusal | undefined
  /** Lets time pass, and what it brings. */
  later(ms: number): void
  proposal(id?: string): Proposal
}

export interface CommunityOptions {
  /** Members who have been seen, authors among them. */
  readonly members?: number
  readonly experts?: readonly string[]
  readonly admins?: readonly string[]
  readonly policy?: Partial<Policy>
}

export const ID = 'proposal-1'

export function community(
  loaded: { readonly catalog: Catalog; readonly sources: CatalogSources },
  { members = 25, experts = ['expert-1', 'expert-2', 'expert-3'], admins = ['admin'], policy }: CommunityOptions = {},
): Community {
  const board = createLadderState()
  const log: ProposalEvent[] = []
  let time = START
  let { catalog, sources } = loaded
  let made = 0

  const facts = (): DecisionContext => ({
    now: time,
    policy: { ...DEFAULT_POLICY, ...policy },
    catalog,
    preview(change) {
      const changed = applyChanges(sources, [change])
      return changed.ok ? { catalog: changed.catalog } : { problems: changed.problems.map(({ message }) => message) }
    },
    isComplete: true,
    countMembersExcept: () => members - 1,
    reviewersOf({ author, escalated }) {
      const all = new Set(escalated ? [...experts, ...admins] : experts)
      all.delete(author)
      return { has: (person) => all.has(person), size: all.size, listed: [...all] }
    },
  })

  const take = (decided: ProposalEvent): void => {
    // As the log would give it back.
    const entry = parseEvent({ position: String(log.length), text: serializeEvent(decided) })
    if (entry.type === 'unreadable') throw new Error(`an entry cannot be read again: ${entry.reason}`)
    log.push(entry)
    if (!board.apply(entry)) throw new Error(`an entry was decided that has no effect: ${JSON.stringify(entry)}`)
    for (const { change } of board.appliedChanges.slice(made)) {
      made += 1
      const changed = applyChanges(sources, [change])
      if (!changed.ok) throw new Error(changed.problems.map(({ message }) => message).join())
      catalog = changed.catalog
      sources = changed.sources
    }
  }

  const settle = (): void => {
    for (const { id } of [...board.proposals.values()].filter(isOpen)) {
      for (const turn of advance(board, id, facts())) take(turn)
    }
  }

  return {
    board,
    log,
    now: () => time,
    catalog: () => catalog,
    act(person, command, { bot = false } = {}) {
      const decision = decide(board, command, { person, bot }, facts())
      if (!decision.ok) return decision.refusal
      for (const entry of decision.entries) take(entry)
      settle()
      return undefined
    },
    replaceFiles(files) {
      catalog = files.catalog
      sources = files.sources
      for (const { change } of board.appliedChanges) {
        const changed = applyChanges(sources, [change])
        if (!changed.ok) continue
        catalog = changed.catalog
        sources = changed.sources
      }
      settle()
    },
    later(ms) {
      time += ms
      settle()
    },
    proposal(id = ID) {
      const proposal = board.proposals.get(id)
      if (!proposal) throw new Error(`there is no ${id}`)
      return proposal
    },
  }
}

/** What most proposals of the tests ask for: more PyTorch of a middle ML engineer. */
export const MORE_PYTORCH = {
  kind: 'requirement',
  role: 'ml-engineer',
  level: 'middle',
  skill: 'pytorch',
  to: 'advanced',
} as const satisfies CatalogChange

export function submit(change: CatalogChange = MORE_PYTORCH, id = ID): ProposalCommand {
  return { type: 'submit', id, change, reason: 'We ship models from the first month on', lane: 'vote' }
}
