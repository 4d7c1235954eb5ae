import type { Translator } from '../i18n/index.ts'
import { type Message, text } from '../message/index.ts'
import { createChannelRounds } from './channel-rounds.ts'
import { isOpen, type Proposal } from './domain/index.ts'
import type { PublisherContext } from './publisher.ts'

const CLAIM_LEASE_MS = 15_000
const POST_MARK_MS = 7 * 24 * 60 * 60 * 1000
/** Longer than any review. */
const MENTION_MARK_MS = 60 * 24 * 60 * 60 * 1000
/** Cards of proposals that were decided longer ago are not updated. */
const DECIDED_MS = 24 * 60 * 60 * 1000

/** Posts and updates the cards of proposals in a platform's channel. */
export interface CardPublisher {
  /** Posts missing cards and updates changed ones. Reports failures and tries again later. */
  update(): Promise<void>
  /** Mentions reviewers whom only the platform can list, once when a review begins and once for each reminder. */
  mentionReviewers(): Promise<void>
  /** Forgets what was published: another process may publish now. */
  reset(): void
}

export function createCardPublisher(context: PublisherContext): CardPublisher {
  const { proposals, keyValues, claims, proposalsChannel, views, now, report, isStopped } = context
  const { platform } = proposalsChannel
  /** The last content of each card, by proposal. */
  const published = new Map<string, string>()
  const mentioned = new Set<string>()
  const rounds = createChannelRounds(context, 'a proposal’s card could not be shown')

  const updateCard = async (proposal: Proposal): Promise<void> => {
    const { id, state, since } = proposal
    if (state === 'draft') return
    if (!isOpen(proposal) && (published.get(id)?.startsWith(state) || now() - since > DECIDED_MS)) return
    const message = views.proposal(proposal, context.viewContext(context.t()))
    const content = `${state} ${JSON.stringify(message)}`
    if (published.get(id) === content) return
    const ref = proposal.cards.get(platform)
    if (ref !== undefined) await proposalsChannel.update(ref, message)
    else if (isOpen(proposal)) await postCard(id, message)
    else return
    published.set(id, content)
  }

  const postCard = async (id: string, card: Message): Promise<void> => {
    const mark = await keyValues.write(`proposals/card/${platform}/${id}`, 'begun', {
      ifVersion: null,
      ttlMs: POST_MARK_MS,
    })
    const message = await proposalsChannel.post(card, `card-${id}`, mark.status === 'stale')
    const thread = await proposalsChannel.openThread?.(message, card)
    const at = now()
    await proposals.record({
      type: 'posted',
      id,
      at,
      place: platform,
      message,
      ...(thread !== undefined && { thread }),
    })
  }

  const mentionReviewersOf = async (proposal: Proposal): Promise<void> => {
    const { id, number, state, since, nudges, escalated, request } = proposal
    const ref = proposal.cards.get(platform)
    const hasUnlistedReviewers = state === 'review' && !escalated && proposals.community().moreExperts
    if (!proposalsChannel.mentionReviewers || ref === undefined || !hasUnlistedReviewers) return
    const mention = `${id}/${since}/${nudges}`
    if (mentioned.has(mention)) return
    const claim = `proposals/call/${platform}/${mention}`
    const claimed = await claims.claim(claim, now(), CLAIM_LEASE_MS)
    if (claimed === 'busy') return
    if (claimed === 'claimed') {
      const appeal = proposal.history.findLast(({ what, at }) => what === 'appealed' && at === since)
      const key = nudges > 0 ? 'news.nudge' : appeal ? 'news.appeal' : 'news.toReview'
      const params = { number, reason: appeal?.reason ?? '' }
      const message = (t: Translator): Message => ({
        summary: t(key, params),
        blocks: [text(t.rich(key, params))],
      })
      try {
        await proposalsChannel.mentionReviewers(ref, request?.domain ?? null, message, `${since}/${nudges}`)
      } catch (error) {
        report('the reviewers that only the platform can list could not be mentioned', { proposal: id, err: error })
      }
      await claims.complete(claim, MENTION_MARK_MS)
    }
    mentioned.add(mention)
  }

  return {
    update: () => rounds.run(updateCard),
    // Mentions do not wait for cards that cannot be updated.
    async mentionReviewers() {
      for (const proposal of [...proposals.state().proposals.values()]) {
        if (isStopped()) return
        await mentionReviewersOf(proposal)
      }
    },
    reset() {
      published.clear()
      mentioned.clear()
    },
  }
}
