import type { ProposalService } from './service.ts'

/** Milliseconds between two reads of the log: a decision is live in every process within twice that. */
const INTERVAL_MS = 1000

/**
 * Reads new events and adds the transitions that are due, until stopped. A failure is reported once, and again (without a problem) when
 * it is over.
 */
export function startFollower(
  proposals: Pick<ProposalService, 'catchUp' | 'advanceProposals'>,
  report: (problem: string | undefined, error: unknown) => void,
): { readonly first: Promise<void>; readonly stop: () => Promise<void> } {
  let stopped = false
  let failing = false
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => {}

  const runRound = async (): Promise<void> => {
    try {
      await proposals.catchUp()
      await proposals.advanceProposals()
      if (failing) report(undefined, undefined)
      failing = false
    } catch (error) {
      if (!failing && !stopped) report('the decisions about the ladder cannot be read; trying again', error)
      failing = true
    }
  }
  const first = runRound()
  const finished = first.then(async () => {
    while (!stopped) {
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, INTERVAL_MS).unref()
      })
      if (!stopped) await runRound()
    }
  })
  return {
    first,
    stop() {
      stopped = true
      clearTimeout(timer)
      wake()
      return finished
    },
  }
}
