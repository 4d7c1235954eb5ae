import type { MessageKey, Translator } from '../../../i18n/index.ts'
import { type Accent, plain, type RichText, strong, type TimeInline } from '../../../message/index.ts'
import {
  countVerdicts,
  isOpen,
  type Proposal,
  type ProposalState,
  type Tally,
} from '../../../proposals/domain/index.ts'
import type { ProposalViewContext, ProposalViewer } from '../../../proposals/views.ts'

// Where a proposal stands, in one line.

type StatusContext = Pick<ProposalViewContext, 't' | 'requiredApprovals'>

/**
 * The state, the time left and the progress of a proposal: "Open for voting · closes in 3 days · ▰▰▰▱▱ 3 of 5 votes". Until a vote is
 * closed, its tally is only for viewers who have voted.
 */
export function statusLine(proposal: Proposal, view: StatusContext, viewer?: Pick<ProposalViewer, 'person'>): RichText {
  const { t } = view
  const { state, lane } = proposal
  const parts: readonly RichText[] = [
    strong(capitalized(t(`proposal.state.${state}`), t.locale)),
    ...timePart(proposal, view),
    ...progressParts(proposal, view, viewer),
    ...(lane === 'wording' && isOpen(proposal) ? [plain(t('proposal.lane.wording'))] : []),
  ]
  return joined(parts)
}

/** Joins parts of a line with dots. */
export function joined(parts: readonly RichText[]): RichText {
  return parts.flatMap((part, nth) => (nth > 0 ? [...plain(' · '), ...part] : part))
}

const TIME_KEYS: Readonly<Partial<Record<ProposalState, MessageKey>>> = {
  draft: 'proposal.ends',
  nominated: 'proposal.ends',
  voting: 'proposal.closes',
  review: 'proposal.due',
  changesAsked: 'proposal.ends',
}

/** When the current period ends; for a decided proposal, the day of the decision. */
function timePart(proposal: Proposal, { t }: StatusContext): readonly RichText[] {
  const { state, since, until } = proposal
  if (!isOpen(proposal)) return [[{ type: 'time', at: since, style: 'date', text: t.date(since) }]]
  const key = TIME_KEYS[state]
  if (until === null || key === undefined) return []
  return [t.rich(key, { time: endTime(until, t) })]
}

/** The end of a period; a platform with dates of its own shows how far away it is. */
export function endTime(at: number, t: Translator): TimeInline {
  return { type: 'time', at, style: 'relative', text: t('proposal.on', { date: t.date(at) }) }
}

/** What a proposal has of what it needs, and the tally if the viewer may see it. */
export function progressParts(
  proposal: Proposal,
  view: StatusContext,
  viewer?: Pick<ProposalViewer, 'person'>,
): readonly RichText[] {
  const { t } = view
  const { state, votes, tally, closed } = proposal
  const seen = closed ?? (viewer && votes.has(viewer.person) ? tally : null)
  const result = seen === null ? [] : [tallyText(seen, t)]
  switch (state) {
    case 'draft':
    case 'nominated': {
      const { nominators, nominatorsNeeded: needed } = proposal
      const count = nominators.size
      return needed > 0 ? [plain(`${meter(count, needed)} ${t('proposal.nominations', { count, needed })}`)] : []
    }
    case 'voting': {
      const count = votes.size
      const { quorum } = proposal
      const key = count > quorum ? 'proposal.turnout.over' : 'proposal.turnout'
      return [plain(`${meter(count, quorum)} ${t(key, { count, quorum })}`), ...result]
    }
    case 'review': {
      const { approve: count, object: objections } = countVerdicts(proposal)
      // Each objection takes one more approval, except where one sends the proposal to a vote.
      const needed = view.requiredApprovals(proposal) + (proposal.lane === 'wording' ? 0 : objections)
      return [plain(`${meter(count, needed)} ${t('proposal.approvals', { count, needed, objections })}`), ...result]
    }
    default:
      return result
  }
}

function tallyText({ for: inFavor, against }: Tally, t: StatusContext['t']): RichText {
  return plain(t('proposal.tally', { for: inFavor, against }))
}

const MAX_METER = 10

/** A bar with a cell for each that is needed, or ten cells for more; it is full when nothing is missing. */
function meter(count: number, needed: number): string {
  const width = Math.min(MAX_METER, needed)
  const filled = count >= needed ? width : Math.min(width - 1, Math.ceil((count / needed) * width))
  return `${'▰'.repeat(filled)}${'▱'.repeat(width - filled)}`
}

function capitalized(text: string, locale: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/** The accent of each state. */
export const STATE_ACCENTS: Readonly<Record<ProposalState, Accent>> = {
  draft: 'neutral',
  nominated: 'neutral',
  voting: 'info',
  review: 'warning',
  changesAsked: 'warning',
  accepted: 'success',
  applied: 'success',
  rejected: 'danger',
  expired: 'neutral',
  withdrawn: 'neutral',
  superseded: 'neutral',
  reverted: 'neutral',
}
