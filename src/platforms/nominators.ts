import type { ReadNominators } from '../bot/index.ts'
import type { ProposalsChannel } from '../proposals/index.ts'

/** The proposals channel of a ladder. */
interface LadderChannel {
  readonly proposalsChannel: Pick<ProposalsChannel, 'listNominators'>
  /** The workspace of the channel; undefined if there is no channel. */
  readonly workspace: () => string | undefined
}

/**
 * Creates the reader of a message's nominators, which asks the ladder whose channel is in the workspace of the message. A failure is
 * reported and counts as a deleted message: emojis and nominations are compared again within minutes.
 */
export function createNominatorReader(
  ladders: readonly LadderChannel[],
  report: (problem: string, details: object) => void,
): ReadNominators {
  return async (ref) => {
    const [, workspace] = ref.split('/')
    const ladder = ladders.find((each) => each.workspace() === workspace) ?? ladders[0]
    try {
      return await ladder?.proposalsChannel.listNominators(ref)
    } catch (error) {
      report('the reactions to a message could not be read', { err: error })
      return undefined
    }
  }
}
