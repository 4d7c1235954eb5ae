import { actions, type Block, heading, text } from '../../../message/index.ts'
import { isOpen, type Proposal, type ProposalState } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import { type BotResponse, reply } from '../../events.ts'
import { pageButtons, pageOf } from '../../views/page.ts'
import { LISTS, type ListName, proposalButton } from './actions.ts'
import { startButton } from './draft-change.ts'
import { proposalServiceOf, viewContextOf } from './execute.ts'
import { listView, titleOf } from './views.ts'

const PROPOSALS_A_PAGE = 10

/** States that a proposal in a list may have. */
const LISTED_STATES: Readonly<Record<'open' | 'review' | 'recent', ReadonlySet<ProposalState>>> = {
  open: new Set(['nominated', 'voting', 'review', 'changesAsked', 'accepted']),
  review: new Set(['review']),
  recent: new Set(['applied', 'rejected', 'expired', 'withdrawn', 'superseded', 'reverted']),
}

/** A page of a list of proposals, the one that changed last first. */
export function replyWithList(which: ListName, page: number, context: CommandContext): BotResponse {
  const { t } = context
  const service = proposalServiceOf(context)
  const person = service.state().personOf(personKey(context.person))
  const all = [...service.state().proposals.values()]
    .filter((proposal) => {
      if (which === 'mine') return proposal.author === person
      if (!LISTED_STATES[which].has(proposal.state) || proposal.request === null) return false
      return which !== 'review' || service.canReview(proposal, person)
    })
    .toSorted((a, b) => b.since - a.since || b.number - a.number)
  const current = pageOf(all, page, PROPOSALS_A_PAGE)
  const buttons = [
    ...pageButtons(current, (label, to) => proposalButton(label, { type: 'list', which, page: to }), t),
    ...LISTS.filter((name) => name !== which).map((name) => listButton(name, context)),
    startButton(t('propose.action.start'), 'primary'),
  ]
  const options = { title: t(`proposals.list.${which}`), none: t.rich(`proposals.none.${which}`), buttons }
  return reply(listView(current, options, viewContextOf(context)))
}

export function listButton(which: ListName, { t }: Pick<CommandContext, 't'>) {
  return proposalButton(t(`proposals.list.${which}`), { type: 'list', which, page: 1 })
}

const MOST_AT_HOME = 5

/** The reviews that wait for the person, and the proposals that are open. */
export function renderHome(context: CommandContext): readonly Block[] {
  const { t, services } = context
  const { proposals: service } = services
  if (!service?.community().includes(context.person)) return []
  const person = service.state().personOf(personKey(context.person))
  const open = [...service.state().proposals.values()]
    .filter((proposal) => isOpen(proposal) && proposal.state !== 'draft')
    .toSorted((a, b) => b.since - a.since)
  const toReview = open.filter(
    (proposal) => proposal.state === 'review' && service.canReview(proposal, person) && !proposal.reviews.has(person),
  )
  const button = (proposal: Proposal) =>
    proposalButton(titleOf(proposal, viewContextOf(context)), { type: 'show', id: proposal.id })
  return [
    ...(toReview.length > 0
      ? [
          heading(t('home.review')),
          text(t.rich('home.review.count', { count: toReview.length })),
          ...actions(toReview.slice(0, MOST_AT_HOME).map(button)),
        ]
      : []),
    heading(t('home.proposals')),
    text(t.rich('home.proposals.count', { count: open.length })),
    ...actions([...open.slice(0, MOST_AT_HOME).map(button), startButton(t('propose.action.start'))]),
  ]
}
