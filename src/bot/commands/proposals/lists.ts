import { type ActionButton, actions, heading, text } from '../../../message/index.ts'
import { isOpen, type Proposal, type ProposalState } from '../../../proposals/domain/index.ts'
import type { ProposalService } from '../../../proposals/service.ts'
import { personKey } from '../../../store/person.ts'
import { NewerSchemaError, StoreUnavailable } from '../../../store/store.ts'
import type { CommandContext, HomeBlocks } from '../../command.ts'
import { type BotResponse, reply } from '../../events.ts'
import { pageButtons, pageOf } from '../../views/page.ts'
import { LISTS, type ListName, proposalButton, voteReminderButton } from './actions.ts'
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
export async function replyWithList(which: ListName, page: number, context: CommandContext): Promise<BotResponse> {
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
    ...(which === 'open' ? await reminderButtons(context) : []),
  ]
  const options = { title: t(`proposals.list.${which}`), none: t.rich(`proposals.none.${which}`), buttons }
  return reply(listView(current, options, viewContextOf(context)))
}

/** The button for reminders of votes; none while the settings cannot be read, since the list does not depend on them. */
async function reminderButtons({ person, services, t }: CommandContext): Promise<readonly ActionButton[]> {
  try {
    const { voteReminders } = await services.store.settings.read(person)
    return [voteReminderButton(voteReminders !== true, t)]
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof NewerSchemaError) return []
    throw error
  }
}

export function listButton(which: ListName, { t }: Pick<CommandContext, 't'>) {
  return proposalButton(t(`proposals.list.${which}`), { type: 'list', which, page: 1 })
}

const MOST_AT_HOME = 5

/** What waits for the person among the proposals: reviews, votes, and their own that need a change. */
export function renderHome(context: CommandContext): HomeBlocks {
  const { t, services } = context
  const { proposals: service } = services
  if (!service?.community().includes(context.person)) return {}
  const person = service.state().personOf(personKey(context.person))
  const open = [...service.state().proposals.values()]
    .filter((proposal) => isOpen(proposal) && proposal.state !== 'draft')
    .toSorted((a, b) => b.since - a.since)
  const waiting = open.flatMap((proposal) => {
    const why = whyItWaits(proposal, person, service)
    return why ? [{ proposal, why }] : []
  })
  return {
    waiting: [
      heading(t(waiting.length > 0 ? 'home.waiting' : 'home.proposals')),
      ...actions(
        waiting.slice(0, MOST_AT_HOME).map(({ proposal, why }) => {
          const label = t(`home.waiting.${why}`, { title: titleOf(proposal, viewContextOf(context)) })
          return proposalButton(label, { type: 'show', id: proposal.id })
        }),
      ),
      text(t.rich('home.proposals.count', { count: open.length })),
      ...actions([...(open.length > 0 ? [listButton('open', context)] : []), startButton(t('propose.action.start'))]),
    ],
  }
}

type Waits = 'review' | 'vote' | 'change'

/** What a proposal needs of a person; undefined if nothing. */
function whyItWaits(proposal: Proposal, person: string, service: ProposalService): Waits | undefined {
  switch (proposal.state) {
    case 'review':
      return service.canReview(proposal, person) && !proposal.reviews.has(person) ? 'review' : undefined
    case 'voting':
      return proposal.author !== person && !proposal.votes.has(person) ? 'vote' : undefined
    case 'changesAsked':
      return proposal.author === person ? 'change' : undefined
    default:
      return undefined
  }
}
