import type { ProposalService } from './service.ts'

/** How often what others have added is read: what is decided anywhere is live everywhere within twice that. */
const FOLLOW_MS = 1000

/** Follows the log and keeps the time of proposals until stopped. What fails is reported once, and when it is over. */
export function startFollower(
  ladder: Pick<ProposalService, 'catchUp' | 'advanceProposals'>,
  report: (problem: string | undefined, error: unknown) => void,
): { readonly first: Promise<void>; readonly stop: () => Promise<void> } {
  let stopped = false
  let failing = false
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => {}

  const round = async (): Promise<void> => {
    try {
      await ladder.catchUp()
      await ladder.advanceProposals()
      if (failing) report(undefined, undefined)
      failing = false
    } catch (error) {
      if (!failing && !stopped) report('what has been decided about the ladder cannot be followed', error)
      failing = true
    }
  }
  const first = round()
  const going = first.then(async () => {
    while (!stopped) {
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, FOLLOW_MS).unref()
      })
      if (!stopped) await round()
    }
  })
  return {
    first,
    stop() {
      stopped = true
      clearTimeout(timer)
      wake()
      return going
    },
  }
}
