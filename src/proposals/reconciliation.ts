import { personKey } from '../store/person.ts'
import { countRemovals, nominatingMessages, type Proposal } from './domain/index.ts'
import type { PublisherContext } from './publisher.ts'

/** Milliseconds between two comparisons. */
const RECONCILE_MS = 10 * 60 * 1000
/** Milliseconds after which a platform's list is sure to show a new nomination. */
const SETTLED_MS = 60 * 1000

/** Compares nominations with the emojis on messages, since emojis change while no process runs. */
export interface Reconciler {
  /** Compares all proposals that can be nominated, at most once every ten minutes. Reports failures. */
  run(): Promise<void>
  /** Makes the next run compare at once. */
  reset(): void
}

export function createReconciler({
  proposals,
  proposalsChannel,
  now,
  report,
  isStopped,
}: Pick<PublisherContext, 'proposals' | 'proposalsChannel' | 'now' | 'report' | 'isStopped'>): Reconciler {
  const { platform } = proposalsChannel
  let lastRunAt: number | undefined

  /** Adds nominations for emojis that no process saw, and withdraws nominations whose emoji was removed. */
  const reconcile = async (proposal: Proposal): Promise<void> => {
    const { id, author, nominators } = proposal
    const counted = new Set(nominators.keys())
    const refs = nominatingMessages(proposal, platform)
    const removals = new Map(proposals.state().removals)
    const lists = await Promise.all(refs.map((ref) => proposalsChannel.listNominators(ref)))
    // People may have acted while the lists were read, in any process: their actions count.
    await proposals.catchUp()
    const state = proposals.state()
    const current = state.proposals.get(id)
    if (!current) return
    const emojis = lists.flatMap((people, nth) =>
      (people ?? []).map((account) => ({ account, message: refs[nth] ?? '' })),
    )
    const present = new Map(emojis.map((each) => [state.personOf(personKey(each.account)), each]))
    // A deleted message withdraws nothing. Withdrawals come first, so that a withdrawn nomination cannot open a vote.
    const withdrawn = lists.includes(undefined)
      ? []
      : [...nominators].filter(
          ([key, { at, emoji }]) =>
            emoji === platform &&
            !present.has(key) &&
            now() - at >= SETTLED_MS &&
            current.nominators.get(key)?.at === at,
        )
    for (const [person, { at }] of withdrawn) {
      const command = { type: 'nominate', id, on: false, emoji: platform, compared: at } as const
      await proposals.execute(command, { person, bot: false })
    }
    for (const [person, { account, message }] of present) {
      // Authors cannot nominate their own proposals, and a withdrawal by button wins over an emoji. People who counted before the lists
      // were read may have removed their emoji since.
      if (person === author || current.notNominating.has(person) || counted.has(person)) continue
      // An emoji stays on a message after the person has left, and anyone may put one on it in a shared channel.
      if ((await proposals.community().checkMembership(account)) !== 'member') continue
      const reaction = { message, removals: countRemovals(removals, message, person) }
      const command = { type: 'nominate', id, on: true, emoji: platform, compared: null, reaction } as const
      await proposals.execute(command, { person, bot: false })
    }
  }

  return {
    async run() {
      if (lastRunAt !== undefined && now() >= lastRunAt && now() - lastRunAt < RECONCILE_MS) return
      lastRunAt = now()
      let isReported = false
      for (const proposal of [...proposals.state().proposals.values()]) {
        if (isStopped()) return
        if (proposal.state !== 'draft' && proposal.state !== 'nominated') continue
        try {
          await reconcile(proposal)
        } catch (error) {
          if (!isReported) {
            report('nominations could not be compared with the emojis on their messages', { err: error })
          }
          isReported = true
        }
      }
    },
    reset() {
      lastRunAt = undefined
    },
  }
}
