import { runEvery } from './run-every.ts'
import type { ProposalService } from './service.ts'

/** Milliseconds between two reads of the log: a decision is live in every process within twice that. */
const INTERVAL_MS = 1000

/**
 * Reads new events and appends the transitions that are due, until stopped. Reports the first of several failures in a row, and reports
 * without a problem when a round succeeds again.
 */
export function startFollower(
  proposals: Pick<ProposalService, 'catchUp' | 'advanceProposals'>,
  report: (problem: string | undefined, error: unknown) => void,
): { readonly first: Promise<void>; readonly stop: () => Promise<void> } {
  let failing = false
  const round = async (isStopped: () => boolean): Promise<void> => {
    try {
      await proposals.catchUp()
      await proposals.advanceProposals()
      if (failing) report(undefined, undefined)
      failing = false
    } catch (error) {
      if (!failing && !isStopped()) report('the decisions about the ladder cannot be read; trying again', error)
      failing = true
    }
  }
  const { run, stop } = runEvery(INTERVAL_MS, round, () => undefined)
  return { first: run(), stop }
}
