import type { MessageKey } from '../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  plainText,
  type RichText,
  strong,
  text,
} from '../../../message/index.ts'
import { DAY_MS, isOpen, missingTarget, type Proposal } from '../../../proposals/domain/index.ts'
import type { ProposalViewContext, ProposalViewer, ProposalViews } from '../../../proposals/views.ts'
import type { Page } from '../../views/page.ts'
import { proposalButton, voteReminderButton } from './actions.ts'
import { outcomeView } from './done-line.ts'
import { diffItems, diffText, peopleInline, personInline, subjectOf } from './format.ts'
import { misgradingNotes } from './misgrading.ts'
import { endTime, joined, STATE_ACCENTS, statusLine } from './status.ts'

/** The number and subject of a proposal: "#12 · PyTorch · ML Engineer · Middle". */
export function titleOf(proposal: Proposal, { catalog, t }: Pick<ProposalViewContext, 'catalog' | 't'>): string {
  const subject = proposal.request ? subjectOf(proposal.request.change, catalog, t) : t('proposal.idea')
  return `#${proposal.number} · ${subject}`
}

/** The title of a proposal and what it changes, in one line. */
function gistOf(proposal: Proposal, { catalog, t }: Pick<ProposalViewContext, 'catalog' | 't'>): string {
  const title = titleOf(proposal, { catalog, t })
  return proposal.request ? `${title}: ${diffText(proposal.request, catalog, t)}` : title
}

/**
 * A proposal with the actions on it. Without a viewer it is the card in the channel. Until a vote is closed, its tally
 * is visible only to people who have voted.
 */
export function proposalView(proposal: Proposal, view: ProposalViewContext, viewer?: ProposalViewer): Message {
  const { t } = view
  const { request, state, threads } = proposal
  const thread = threads.get(view.platform)
  const comments = thread === undefined ? [] : [{ label: t('proposal.action.comments'), url: thread }]
  const summary = `${gistOf(proposal, view)} (${t(`proposal.state.${state}`)})`
  return {
    summary,
    accent: STATE_ACCENTS[state],
    blocks: [
      heading(titleOf(proposal, view)),
      text(statusLine(proposal, view, viewer)),
      ...(request
        ? [
            ...list(diffItems(request, !isOpen(proposal), view)),
            ...(isOpen(proposal) ? misgradingNotes(request.change, view) : []),
            text([...strong(`${t('proposal.why')} `), ...plain(request.reason)]),
          ]
        : []),
      text(originOf(proposal, view, viewer)),
      ...missingNotes(proposal, view),
      ...decisionNotes(proposal, view),
      ...(viewer ? historyOf(proposal, view) : []),
      ...actions(viewer ? ownActions(proposal, view, viewer) : cardActions(proposal, view), undefined, comments),
    ],
  }
}

/** Who proposed it, the message it comes from and, for one person, who nominated it. */
function originOf(proposal: Proposal, view: ProposalViewContext, viewer: ProposalViewer | undefined): RichText {
  const { t } = view
  const { author, source, nominators } = proposal
  return joined([
    t.rich('proposal.by', { author: personInline(author, view) }),
    ...(source?.link ? [[{ type: 'link', text: t('proposal.source'), url: source.link } as const]] : []),
    ...(viewer && nominators.size > 0
      ? [[...plain(t('proposal.nominators')), ...plain(' '), ...peopleInline([...nominators.keys()], view)]]
      : []),
  ])
}

/** What an open proposal changes and the ladder does not have now. */
function missingNow(proposal: Proposal, { catalog }: Pick<ProposalViewContext, 'catalog'>): string | undefined {
  return isOpen(proposal) ? missingTarget(proposal, { catalog }) : undefined
}

/** Says that nothing can be decided while the ladder lacks what an open proposal changes. */
function missingNotes(proposal: Proposal, view: ProposalViewContext): readonly Block[] {
  const name = missingNow(proposal, view)
  return name === undefined ? [] : [note('warning', view.t.rich('proposal.note.gone', { name }))]
}

/** Why a proposal expired: what it lacked in its last state. */
function whyExpired({ history, missing }: Pick<Proposal, 'history' | 'missing'>): MessageKey {
  if (missing !== null) return 'proposal.note.expiredGone'
  const before = history.findLast(({ what }) => what === 'voting' || what === 'changesAsked' || what === 'nominated')
  if (before?.what === 'voting') return 'proposal.note.noQuorum'
  return before?.what === 'changesAsked' ? 'proposal.note.notChanged' : 'proposal.note.expired'
}

/** The reason for the current state. */
function decisionNotes(proposal: Proposal, view: ProposalViewContext): readonly Block[] {
  const { t, state } = view
  const last = proposal.history.findLast(({ what }) => what === proposal.state)
  const rival = proposal.rival === null ? undefined : state.proposals.get(proposal.rival)
  const other = rival ? titleOf(rival, view) : ''
  switch (proposal.state) {
    case 'changesAsked':
      if (rival) return [note('warning', t.rich('proposal.note.rebase', { other }))]
      return [note('warning', t.rich('proposal.note.changes', { reason: last?.reason || movedReason(proposal, t) }))]
    case 'rejected':
      return proposal.rejectedFor === 'objection'
        ? [note('error', t.rich('proposal.note.objection', { reason: last?.reason ?? '' }))]
        : [note('error', t.rich('proposal.note.vote'))]
    case 'expired':
      return [note('info', t.rich(whyExpired(proposal), { name: proposal.missing ?? '' }))]
    case 'superseded':
      return [note('info', t.rich('proposal.note.superseded', { other }))]
    case 'reverted':
      return [note('info', t.rich('proposal.note.reverted', { other }))]
    case 'review':
      return proposal.contested
        ? [note('warning', t.rich('proposal.note.contested', { needed: view.requiredApprovals(proposal) }))]
        : []
    case 'draft':
    case 'nominated':
    case 'voting':
    case 'accepted':
    case 'applied':
    case 'withdrawn':
      return []
  }
}

/** Why a proposal was returned to its author automatically. */
function movedReason({ missing }: Pick<Proposal, 'missing'>, t: ProposalViewContext['t']): string {
  return missing === null ? t('proposal.note.moved') : t('proposal.note.missing', { name: missing })
}

const MOST_HISTORY = 20

function historyOf(proposal: Proposal, view: ProposalViewContext): readonly Block[] {
  const { t } = view
  const items = proposal.history.slice(-MOST_HISTORY).map(({ at, what, by, reason }): ListItem => {
    const line = [
      ...plain(`${t.date(at)}: ${t(`proposal.event.${what}`)}`),
      ...(by === null ? [] : [...plain(' · '), personInline(by, view)]),
    ]
    // The reason for the change itself is above.
    const isAbove = reason === '' || (what === 'nominated' && reason === proposal.request?.reason)
    return isAbove ? { text: line } : { text: line, detail: plain(reason) }
  })
  return list(items, strong(t('proposal.history')))
}

/** The actions on a card in the channel; none once it is decided. */
function cardActions(proposal: Proposal, view: ProposalViewContext): readonly ActionButton[] {
  const { t, nominateEmoji: emoji } = view
  const { id, round, state } = proposal
  if (!isOpen(proposal)) return []
  const details = proposalButton(t('proposal.action.show'), { type: 'show', id })
  if (missingNow(proposal, view) !== undefined) return [details]
  if (state === 'nominated') {
    return [
      { ...proposalButton(t('proposal.action.nominate'), { type: 'nominate', id, on: true }, 'primary'), emoji },
      details,
    ]
  }
  if (state === 'voting') {
    return [
      proposalButton(t('proposal.action.for'), { type: 'vote', id, round, choice: 'for' }, 'primary'),
      proposalButton(t('proposal.action.against'), { type: 'vote', id, round, choice: 'against' }),
      details,
    ]
  }
  return [details]
}

/** The actions that one person may take. */
function ownActions(proposal: Proposal, view: ProposalViewContext, viewer: ProposalViewer): readonly ActionButton[] {
  const { t, policy, nominateEmoji: emoji, now } = view
  const { id, state, round, author } = proposal
  const isMissing = missingNow(proposal, view) !== undefined
  if (author === viewer.person) {
    const appealable =
      state === 'rejected' &&
      proposal.rejectedFor === 'objection' &&
      !proposal.appealed &&
      now < proposal.since + policy.appealDays * DAY_MS
    return [
      ...(state === 'changesAsked' ? [proposalButton(t('proposal.action.edit'), { type: 'edit', id }, 'primary')] : []),
      ...(appealable ? [proposalButton(t('proposal.action.appeal'), { type: 'appeal', id })] : []),
      ...(isOpen(proposal)
        ? [proposalButton(t('proposal.action.withdraw'), { type: 'askWithdraw', id }, 'danger')]
        : []),
    ]
  }
  switch (state) {
    case 'draft':
    case 'nominated': {
      const on = !proposal.nominators.has(viewer.person)
      if (on && isMissing) return []
      return on
        ? [{ ...proposalButton(t('proposal.action.nominate'), { type: 'nominate', id, on }, 'primary'), emoji }]
        : [proposalButton(t('proposal.action.nominateNot'), { type: 'nominate', id, on })]
    }
    case 'voting': {
      const own = proposal.votes.get(viewer.person)?.choice
      return [
        ...(own === 'for' || isMissing
          ? []
          : [proposalButton(t('proposal.action.for'), { type: 'vote', id, round, choice: 'for' }, 'primary')]),
        ...(own === 'against' || isMissing
          ? []
          : [proposalButton(t('proposal.action.against'), { type: 'vote', id, round, choice: 'against' })]),
        ...(own ? [proposalButton(t('proposal.action.voteNot'), { type: 'vote', id, round, choice: null })] : []),
      ]
    }
    case 'review':
      return viewer.isExpert
        ? [
            ...(isMissing ? [] : [proposalButton(t('proposal.action.approve'), { type: 'approve', id }, 'primary')]),
            proposalButton(t('proposal.action.object'), { type: 'object', id }, 'danger'),
            proposalButton(t('proposal.action.askChanges'), { type: 'askChanges', id }),
            proposalButton(t('proposal.action.abstain'), { type: 'abstain', id }),
          ]
        : []
    case 'rejected':
      return viewer.isExpert && proposal.waivedAt === null
        ? [proposalButton(t('proposal.action.waive'), { type: 'waive', id })]
        : []
    default:
      return []
  }
}

/** A page of proposals, each with a button. */
export function listView(
  { items: proposals, page, pages }: Page<Proposal>,
  {
    title,
    none,
    buttons,
  }: { readonly title: string; readonly none: RichText; readonly buttons: readonly ActionButton[] },
  view: ProposalViewContext,
): Message {
  const { t } = view
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(proposals.length === 0 ? [text(none)] : []),
      ...list(
        proposals.map((proposal) => ({
          text: plain(gistOf(proposal, view)),
          detail: statusLine(proposal, view),
        })),
      ),
      ...(pages > 1 ? [note('info', t.rich('proposal.page', { page, pages }))] : []),
      ...actions(
        proposals.map((proposal) => proposalButton(titleOf(proposal, view), { type: 'show', id: proposal.id })),
      ),
      ...actions(buttons),
    ],
  }
}

function noticeView({ id, state }: Proposal, line: RichText, { t }: ProposalViewContext): Message {
  const show = proposalButton(t('proposal.action.show'), { type: 'show', id })
  return { summary: plainText(line), accent: STATE_ACCENTS[state], blocks: [note('info', line), ...actions([show])] }
}

function voteReminderView(proposal: Proposal, view: ProposalViewContext, viewer: ProposalViewer): Message {
  const { t } = view
  const time = endTime(proposal.until ?? view.now, t)
  const line = t.rich('news.closing', { number: proposal.number, time })
  const message = proposalView(proposal, view, viewer)
  const off = voteReminderButton(false, t)
  return { ...message, summary: plainText(line), blocks: [note('info', line), ...message.blocks, ...actions([off])] }
}

/** The messages that the publisher posts and sends. */
export const proposalViews: ProposalViews = {
  proposal: proposalView,
  notice: noticeView,
  voteReminder: voteReminderView,
  outcome: outcomeView,
  subject: subjectOf,
}
