import type { ReadNominators } from '../bot/index.ts'
import type { ProposalsChannel } from '../proposals/index.ts'

/**
 * Reads who has the nominating emoji on a message. A message that cannot be read is reported and counts as gone: the emojis are
 * compared with the nominations again within minutes.
 */
export function createNominatorReader(
  proposalsChannel: Pick<ProposalsChannel, 'listNominators'>,
  report: (problem: string, details: object) => void,
): ReadNominators {
  return async (ref) => {
    try {
      return await proposalsChannel.listNominators(ref)
    } catch (error) {
      report('the emojis on a message could not be read', { err: error })
      return undefined
    }
  }
}
