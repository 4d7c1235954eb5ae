import { changeToday, normalize, requestToday } from '../../../catalog/index.ts'
import type { MessageKey, WordList } from '../../../i18n/index.ts'
import { actions, type Form, heading, type Message, note, text } from '../../../message/index.ts'
import { canView, type Proposal, type ProposalState } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { askToConfirm, type BotResponse, replaceWith, reply } from '../../events.ts'
import { HELP_SUBCOMMAND, usageList } from '../../help.ts'
import { isHelpRequest, parseNumber } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { noticeMessage } from '../../views/notice.ts'
import {
  LISTS,
  type ListName,
  PROPOSALS_CODE,
  type ProposalsAction,
  proposalButton,
  proposalPayload,
  proposalsAction,
  type ReasonAction,
  voteReminderButton,
} from './actions.ts'
import { confirm } from './confirmation.ts'
import {
  execute,
  findProposal,
  proposalMessage,
  proposalServiceOf,
  refuse,
  requireMember,
  rulesText,
  viewContextOf,
  viewerOf,
} from './execute.ts'
import { changeFrom, draftOf, MAX_REASON_LENGTH, proposalForm, reasonFrom } from './forms.ts'
import { deleteIdeaText } from './idea-text.ts'
import { textField } from './kinds/kind.ts'
import { listButton, renderHome, replyWithList } from './lists.ts'
import { proposalOfMessage } from './nominate.ts'
import { suggestProposals } from './suggest.ts'
import { titleOf } from './views.ts'

/** Lists and shows proposals to change the ladder, and takes nominations, votes and reviews. */
export const proposalsCommand: Command = {
  name: 'proposals',
  code: PROPOSALS_CODE,
  summary: 'proposals.summary',
  isCommunity: true,
  options: [],
  subcommands: [
    { name: 'open', summary: 'proposals.open.summary', options: [] },
    { name: 'mine', summary: 'proposals.mine.summary', options: [] },
    { name: 'review', summary: 'proposals.review.summary', options: [] },
    { name: 'recent', summary: 'proposals.recent.summary', options: [] },
    {
      name: 'show',
      summary: 'proposals.show.summary',
      options: [
        {
          name: 'id',
          summary: 'proposals.option.id',
          completes: 'text',
          isRequired: true,
          suggest: suggestProposals,
        },
      ],
    },
    HELP_SUBCOMMAND,
  ],
  usages: [
    { subcommand: 'open', answer: 'proposals.open.summary' },
    { subcommand: 'mine', answer: 'proposals.mine.summary' },
    { subcommand: 'review', answer: 'proposals.review.summary' },
    { subcommand: 'recent', answer: 'proposals.recent.summary' },
    { subcommand: 'show', options: () => ({ id: '1' }), answer: 'proposals.show.summary' },
  ],
  run,
  handleAction: (args, context) => act(proposalsAction(args), context),
  handleForm: (args, values, context) => submit(proposalsAction(args), values, context),
  renderHome,
  ownsAction(args, { proposals }) {
    const action = proposalsAction(args)
    return 'id' in action ? proposals?.state().proposals.has(action.id) : undefined
  },
  ownsMessage: (ref, services) =>
    services.proposals !== undefined && proposalOfMessage(ref, { services }) !== undefined,
}

/** The words that name the lists. */
const LIST_WORDS: Readonly<Record<ListName, WordList>> = {
  open: 'proposalsOpen',
  mine: 'proposalsMine',
  review: 'proposalsReview',
  recent: 'proposalsRecent',
}

async function run(typed: string, context: CommandContext): Promise<BotResponse> {
  const word = normalize(typed)
  if (isHelpRequest(typed, context.vocabulary)) {
    const { t } = context
    return reply({
      summary: t('proposals.summary'),
      blocks: [heading(t('proposals.summary')), ...usageList(proposalsCommand, context), text(rulesText(context))],
    })
  }
  await requireMember('show', context)
  const which = word === '' ? 'open' : LISTS.find((list) => context.vocabulary.words(LIST_WORDS[list]).has(word))
  if (which) return replyWithList(which, 1, context)
  const [first = '', ...others] = typed.trim().split(/\s+/u)
  const isShow = context.vocabulary.words('proposalsShow').has(normalize(first))
  const named = isShow ? others.join(' ') : typed.trim()
  // A number as Rung writes it (#1), or as people write large ones (1,234, 1.234 or 1 234).
  const number =
    parseNumber(named) ??
    (/^#? ?\d{1,3} \d{3}$/u.test(normalize(named)) ? Number(named.replaceAll(/\D/gu, '')) : undefined)
  const service = proposalServiceOf(context)
  const find = (): Proposal | undefined =>
    number === undefined
      ? service.state().proposals.get(named)
      : [...service.state().proposals.values()].find((proposal) => proposal.number === number)
  if (!find()) await service.catchUp()
  const proposal = find()
  if (proposal) return reply(visibleProposal(proposal, context))
  if (number !== undefined) throw new UserError('error.proposals.unknown')
  const buttons = LISTS.map((name) => listButton(name, context))
  throw new UserError('error.proposals.which', { text: quoteInput(named) }, buttons)
}

/** A proposal as the person sees it. Throws a UserError if it is an idea of someone else. */
function visibleProposal(proposal: Proposal, context: CommandContext): Message {
  const service = proposalServiceOf(context)
  const key = personKey(context.person)
  if (!canView(proposal, service.state().personOf(key))) {
    service.logRefusal({ action: 'show', id: proposal.id, by: key, why: 'idea' })
    throw new UserError('error.proposals.idea')
  }
  return proposalMessage(proposal, context)
}

/** Errors after which the buttons of the message that was acted on are obsolete. */
const OBSOLETE: ReadonlySet<MessageKey> = new Set(['error.proposals.state', 'error.proposals.otherVote'])

/** Acts on a press. A refusal replaces a message whose buttons are obsolete: a direct message is not updated when a vote is closed. */
async function act(action: ProposalsAction, context: CommandContext): Promise<BotResponse> {
  try {
    return await perform(action, context)
  } catch (error) {
    if (!(error instanceof UserError) || !OBSOLETE.has(error.key)) throw error
    const message = noticeMessage(context.t, 'error', error.key, error.params, actions(error.actions))
    return { type: 'reply', message, failed: 'user', inPlace: true }
  }
}

async function perform(action: ProposalsAction, context: CommandContext): Promise<BotResponse> {
  // Anyone can turn reminders off and withdraw a nomination, even after leaving.
  const isWayOut = (action.type === 'voteReminders' || action.type === 'nominate') && !action.on
  if (!isWayOut) await requireMember(action.type, context)
  switch (action.type) {
    case 'list':
      return replyWithList(action.which, action.page, context)
    case 'show':
      return reply(visibleProposal(await findProposal(action.id, 'show', context), context))
    case 'reopen':
      return replaceWith(visibleProposal(await findProposal(action.id, 'show', context), context))
    case 'voteReminders':
      return setVoteReminders(action.on, context)
    case 'nominate': {
      const proposal = await execute({ type: 'nominate', id: action.id, on: action.on }, context)
      return confirm(action.on ? 'proposal.done.nominate' : 'proposal.done.nominateNot', proposal, context)
    }
    case 'vote': {
      const { id, round, choice } = action
      const proposal = await execute({ type: 'vote', id, round, choice }, context)
      return confirm(`proposal.done.vote.${choice ?? 'none'}`, proposal, context)
    }
    case 'approve':
    case 'abstain': {
      const proposal = await execute({ type: 'review', id: action.id, verdict: action.type, reason: '' }, context)
      return confirm(`proposal.done.${action.type}`, proposal, context)
    }
    case 'object':
    case 'askChanges':
    case 'appeal':
    case 'waive': {
      const proposal = await findProposal(action.id, action.type, context)
      requireAllowed(action.type, proposal, context)
      return { type: 'form', form: reasonForm({ type: action.type, id: action.id }, proposal, context) }
    }
    case 'edit':
      return { type: 'form', form: await editForm(action.id, context) }
    case 'askWithdraw': {
      const proposal = await findProposal(action.id, action.type, context)
      return askToConfirm(withdrawCard(proposal, context))
    }
    case 'withdraw': {
      const proposal = await execute({ type: 'withdraw', id: action.id }, context)
      if (proposal.request === null) await deleteIdeaText(proposal.id, context)
      return confirm('proposal.done.withdraw', proposal, context)
    }
  }
}

/** Turns the person's reminders of votes on or off. */
async function setVoteReminders(on: boolean, context: CommandContext): Promise<BotResponse> {
  const { t, person, services } = context
  await services.store.settings.change(person, { voteReminders: on })
  const key = on ? 'proposals.reminders.on' : 'proposals.reminders.off'
  const message = noticeMessage(
    t,
    'success',
    key,
    {},
    actions([voteReminderButton(!on, t), listButton('open', context)]),
  )
  return { type: 'reply', message, inPlace: true, isOnHome: true }
}

/** Refuses to open a form that the log would refuse, before the person fills it in. */
function requireAllowed(action: ReasonAction['type'] | 'edit', proposal: Proposal, context: CommandContext): void {
  const { person, isExpert } = viewerOf(proposal, context)
  const isAuthor = person === proposal.author
  if (action === 'appeal' || action === 'edit') {
    if (!isAuthor) refuse('notAuthor', action, proposal, context)
  } else if (isAuthor) refuse('own', action, proposal, context)
  else if (!isExpert) refuse('notExpert', action, proposal, context)
  if (proposal.state !== REQUIRED_STATE[action]) refuse('state', action, proposal, context)
}

/** The state in which each form can be submitted. */
const REQUIRED_STATE: Readonly<Record<ReasonAction['type'] | 'edit', ProposalState>> = {
  object: 'review',
  askChanges: 'review',
  appeal: 'rejected',
  waive: 'rejected',
  edit: 'changesAsked',
}

function reasonForm(action: ReasonAction, proposal: Proposal, context: CommandContext): Form {
  const { t } = context
  return {
    title: t(`proposal.action.${action.type}`),
    payload: proposalPayload(action),
    submit: t('propose.form.submit'),
    fields: [
      textField('reason', MAX_REASON_LENGTH, {
        label: t(`proposal.reason.${action.type}`),
        hint: t(`proposal.reason.${action.type}.hint`, { title: titleOf(proposal, viewContextOf(context)) }),
      }),
    ],
  }
}

async function editForm(id: string, context: CommandContext): Promise<Form> {
  const proposal = await findProposal(id, 'edit', context)
  requireAllowed('edit', proposal, context)
  if (!proposal.request) throw new UserError('error.action.unreadable')
  const request = requestToday(proposal.request, context.catalogIndex.catalog)
  const to = 'to' in request.change && typeof request.change.to !== 'object' ? request.change.to : undefined
  return proposalForm(draftOf(request.change), proposalPayload({ type: 'edit', id }), context, {
    reason: request.reason,
    ...(to === undefined ? {} : { to: typeof to === 'boolean' ? String(to) : to }),
  })
}

function withdrawCard(proposal: Proposal, context: CommandContext): Message {
  const { t } = context
  const params = { title: titleOf(proposal, viewContextOf(context)) }
  return {
    summary: t('proposal.withdraw.ask', params),
    blocks: [
      note('warning', t.rich('proposal.withdraw.ask', params)),
      ...actions([
        proposalButton(t('proposal.action.withdraw'), { type: 'withdraw', id: proposal.id }, 'danger'),
        proposalButton(t('proposal.action.keep'), { type: 'show', id: proposal.id }),
      ]),
    ],
  }
}

async function submit(
  action: ProposalsAction,
  values: Readonly<Record<string, string>>,
  context: CommandContext,
): Promise<BotResponse> {
  const reason = reasonFrom(values['reason'])
  switch (action.type) {
    case 'object': {
      const proposal = await execute({ type: 'review', id: action.id, verdict: 'object', reason }, context)
      return confirm('proposal.done.object', proposal, context)
    }
    case 'askChanges':
    case 'appeal':
    case 'waive': {
      const proposal = await execute({ type: action.type, id: action.id, reason }, context)
      return confirm(`proposal.done.${action.type}`, proposal, context)
    }
    case 'edit': {
      const { request } = await findProposal(action.id, action.type, context)
      if (!request) throw new UserError('error.action.unreadable')
      const target = changeToday(request.change, context.catalogIndex.catalog)
      const change = changeFrom(draftOf(target), values, context)
      const proposal = await execute({ type: 'edit', id: action.id, change, reason }, context)
      return confirm('proposal.done.edit', proposal, context)
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}
