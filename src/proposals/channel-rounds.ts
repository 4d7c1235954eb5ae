import type { Proposal } from './domain/index.ts'
import type { PublisherContext } from './publisher.ts'

/** Milliseconds to wait after a message could not be posted or updated. */
const PAUSE_MS = 15_000
/** After this many failures in one round the channel is the problem, not a proposal. */
const MAX_FAILURES = 3

/** Rounds over all proposals in a channel that may refuse what is posted there. */
export interface ChannelRounds {
  /**
   * Calls `work` for each proposal, and continues after a failure. Reports failures, and pauses after a round that had one; the same
   * error is reported once until a round has none. Proposals that failed come last in the next round, so that they delay no other.
   */
  run(work: (proposal: Proposal) => Promise<void>): Promise<void>
}

/** Creates the rounds of one kind of message; `problem` is what is reported if one fails. */
export function createChannelRounds(
  { proposals, now, report, isStopped }: Pick<PublisherContext, 'proposals' | 'now' | 'report' | 'isStopped'>,
  problem: string,
): ChannelRounds {
  const failed = new Set<string>()
  let lastFailure: { readonly at: number; readonly why: string } | undefined

  return {
    async run(work) {
      if (lastFailure && now() >= lastFailure.at && now() - lastFailure.at < PAUSE_MS) return
      let failure: typeof lastFailure
      let failures = 0
      const all = [...proposals.state().proposals.values()]
      const untroubled = all.filter(({ id }) => !failed.has(id))
      for (const proposal of [...untroubled, ...all.filter(({ id }) => failed.has(id))]) {
        if (isStopped()) return
        try {
          await work(proposal)
          failed.delete(proposal.id)
        } catch (error) {
          // Most likely the channel is the cause, not this proposal: the same error is reported once.
          const why = error instanceof Error ? error.message : String(error)
          if (lastFailure?.why !== why && failure?.why !== why) report(problem, { proposal: proposal.id, err: error })
          failure = { at: now(), why }
          failed.add(proposal.id)
          failures += 1
          if (failures >= MAX_FAILURES) break
        }
      }
      lastFailure = failure
    },
  }
}
