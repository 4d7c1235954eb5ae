import type { ReadNominators } from '../bot/index.ts'
import type { ProposalsChannel } from '../proposals/index.ts'

/**
 * Creates the reader of a message's nominators. A failure is reported and counts as a deleted message: emojis and nominations are
 * compared again within minutes.
 */
export function createNominatorReader(
  proposalsChannel: Pick<ProposalsChannel, 'listNominators'>,
  report: (problem: string, details: object) => void,
): ReadNominators {
  return async (ref) => {
    try {
      return await proposalsChannel.listNominators(ref)
    } catch (error) {
      report('the reactions to a message could not be read', { err: error })
      return undefined
    }
  }
}
