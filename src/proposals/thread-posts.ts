import type { Translator } from '../i18n/index.ts'
import { type Message, plainText, type RichText, text } from '../message/index.ts'
import { createChannelRounds } from './channel-rounds.ts'
import type { Proposal } from './domain/index.ts'
import { DAY_MS } from './domain/index.ts'
import { markOf } from './notifier.ts'
import type { PublisherContext } from './publisher.ts'

/** After this another process may post what this one has claimed. */
const CLAIM_LEASE_MS = 15_000
/** Changes of a proposal that are older are not announced: they happened before an upgrade, or while nothing could be posted. */
const RECENT_MS = DAY_MS
/** Longer than a change is recent, by a good margin. */
const REMEMBER_MS = 7 * DAY_MS

/** Announces in the thread of a card that a vote is open, that experts decide, and what they or the vote decided. */
export interface ThreadPublisher {
  /** Posts what is new, each once whichever process does it. Reports failures and tries again later. */
  post(): Promise<void>
  /** Forgets what was posted: another process may post now. */
  reset(): void
}

export function createThreadPublisher(context: PublisherContext): ThreadPublisher {
  const { proposals, keyValues, claims, proposalsChannel, now } = context
  const { platform } = proposalsChannel
  const posted = new Set<string>()
  const rounds = createChannelRounds(context, 'the thread of a card could not be posted in')

  const announce = async (proposal: Proposal): Promise<void> => {
    const { id, state, since } = proposal
    const name = `proposals/thread/${platform}/${id}/${state}/${since}`
    const ref = proposal.cards.get(platform)
    if (ref === undefined || posted.has(name) || now() - since > RECENT_MS) return
    const line = announcement(proposal, proposals.requiredApprovals(proposal), context.t())
    if (line === undefined) return
    const claimed = await claims.claim(name, now(), CLAIM_LEASE_MS)
    if (claimed === 'busy') return
    if (claimed === 'claimed') {
      // A process that died here may have posted it already.
      const mark = await keyValues.write(name, 'started', { ifVersion: null, ttlMs: REMEMBER_MS })
      const message: Message = { summary: plainText(line), blocks: [text(line)] }
      await proposalsChannel.postInThread?.(ref, message, markOf(name), mark.status === 'stale')
      await claims.complete(name, REMEMBER_MS)
    }
    posted.add(name)
  }

  return {
    async post() {
      if (proposalsChannel.postInThread) await rounds.run(announce)
    },
    reset() {
      posted.clear()
    },
  }
}

/** One line about the state that a proposal has entered; undefined for states that nobody waits for. */
function announcement(proposal: Proposal, approvals: number, t: Translator): RichText | undefined {
  const { state, until, history, rejectedFor, closed } = proposal
  switch (state) {
    case 'voting': {
      if (until === null) return undefined
      // A time that is told in days from now would be wrong later: the message stays as it is.
      return t.rich('thread.voting', { time: { type: 'time', at: until, style: 'date', text: t.date(until) } })
    }
    case 'review':
      return t.rich('thread.review', { approvals })
    case 'applied':
      return t.rich('thread.applied')
    case 'rejected': {
      if (rejectedFor === 'vote') {
        return t.rich('thread.rejected.vote', { for: closed?.for ?? 0, against: closed?.against ?? 0 })
      }
      const reason = history.findLast(({ what }) => what === 'rejected')?.reason ?? ''
      return t.rich('thread.rejected.objection', { reason })
    }
    default:
      return undefined
  }
}
