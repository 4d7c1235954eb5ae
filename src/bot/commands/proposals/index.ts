import { normalize } from '../../../catalog/index.ts'
import type { WordList } from '../../../i18n/index.ts'
import { actions, type Block, type Form, heading, type Message, note, text } from '../../../message/index.ts'
import { canView, isOpen, type Proposal, type ProposalState } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith, reply } from '../../events.ts'
import { usageTable } from '../../help.ts'
import { isHelpRequest, parseNumber, truncateInput } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import {
  LISTS,
  type ListName,
  PROPOSALS_CODE,
  type ProposalsAction,
  proposalButton,
  proposalPayload,
  proposalsAction,
  type ReasonAction,
} from './actions.ts'
import { proposePayload } from './draft-change.ts'
import {
  execute,
  findProposal,
  proposalServiceOf,
  requireMember,
  rulesText,
  viewContextOf,
  viewerOf,
} from './execute.ts'
import { changeFrom, draftOf, proposalForm } from './forms.ts'
import { deleteIdeaText } from './idea-text.ts'
import { listView, proposalView, titleOf } from './views.ts'

/** The proposals to change the ladder: what is open, how it stands, and what one can do. */
export const proposalsCommand: Command = {
  name: 'proposals',
  code: PROPOSALS_CODE,
  summary: 'proposals.summary',
  isCommunity: true,
  options: [{ name: 'which', summary: 'proposals.option.which', completes: 'text' }],
  usages: [
    { input: 'usage.proposals.open', answer: 'usage.proposals.open.answer', example: () => 'open' },
    { input: 'usage.proposals.mine', answer: 'usage.proposals.mine.answer', example: () => 'mine' },
    { input: 'usage.proposals.review', answer: 'usage.proposals.review.answer', example: () => 'review' },
    { input: 'usage.proposals.recent', answer: 'usage.proposals.recent.answer', example: () => 'recent' },
    { input: 'usage.proposals.number', answer: 'usage.proposals.number.answer', example: () => '1' },
  ],
  run,
  handleAction: (args, context) => act(proposalsAction(args), context),
  handleForm: (args, values, context) => submit(proposalsAction(args), values, context),
  renderHome: home,
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
      blocks: [heading('/proposals'), text(rulesText(context)), usageTable(proposalsCommand, context)],
    })
  }
  await requireMember('show', context)
  const which = word === '' ? 'open' : LISTS.find((list) => context.vocabulary.words(LIST_WORDS[list]).has(word))
  if (which) return listed(which, 1, context)
  // As Rung writes a proposal's number, #1, and as people write large ones: 1,234 or 1.234.
  const number =
    parseNumber(typed) ?? (/^#? ?\d{1,3} \d{3}$/u.test(word) ? Number(word.replaceAll(/\D/gu, '')) : undefined)
  const service = proposalServiceOf(context)
  const find = (): Proposal | undefined =>
    number === undefined
      ? service.state().proposals.get(typed.trim())
      : [...service.state().proposals.values()].find((proposal) => proposal.number === number)
  if (!find()) await service.catchUp()
  const proposal = find()
  if (proposal) return shownTo(proposal, context)
  if (number !== undefined) throw new UserError('error.proposals.unknown')
  throw new UserError('error.proposals.which', { text: quoteInput(typed) }, [
    ...LISTS.map((name) => proposalButton(context.t(`proposals.list.${name}`), { type: 'list', which: name, page: 1 })),
  ])
}

const A_PAGE = 10

/** States that a proposal in a list may have. */
const IN_LIST: Readonly<Record<'open' | 'review' | 'recent', ReadonlySet<ProposalState>>> = {
  open: new Set(['nominated', 'voting', 'review', 'changesAsked', 'accepted']),
  review: new Set(['review']),
  recent: new Set(['applied', 'rejected', 'expired', 'withdrawn', 'superseded', 'reverted']),
}

function listed(which: ListName, page: number, context: CommandContext): BotResponse {
  const { t } = context
  const service = proposalServiceOf(context)
  const person = service.state().personOf(personKey(context.person))
  const all = [...service.state().proposals.values()]
    .filter((proposal) => {
      if (which === 'mine') return proposal.author === person
      if (!IN_LIST[which].has(proposal.state) || proposal.request === null) return false
      return which !== 'review' || service.canReview(proposal, person)
    })
    .toSorted((a, b) => b.since - a.since || b.number - a.number)
  const pages = Math.max(1, Math.ceil(all.length / A_PAGE))
  const at = Math.min(page, pages)
  const turn = (to: number, key: 'action.nextPage' | 'action.previousPage') =>
    proposalButton(t(key), { type: 'list', which, page: to })
  return reply(
    listView(
      all.slice((at - 1) * A_PAGE, at * A_PAGE),
      {
        title: t(`proposals.list.${which}`),
        none: t.rich(`proposals.none.${which}`),
        page: at,
        pages,
        turn: [
          ...(at > 1 ? [turn(at - 1, 'action.previousPage')] : []),
          ...(at < pages ? [turn(at + 1, 'action.nextPage')] : []),
        ],
      },
      viewContextOf(context),
      [
        ...LISTS.filter((name) => name !== which).map((name) =>
          proposalButton(t(`proposals.list.${name}`), { type: 'list', which: name, page: 1 }),
        ),
        { label: t('propose.action.start'), payload: proposePayload({ type: 'start' }), style: 'primary' as const },
      ],
    ),
  )
}

function shownTo(proposal: Proposal, context: CommandContext, notes: readonly Block[] = []): BotResponse {
  const service = proposalServiceOf(context)
  const key = personKey(context.person)
  if (!canView(proposal, service.state().personOf(key))) {
    service.logRefusal({ action: 'show', id: proposal.id, by: key, why: 'idea' })
    throw new UserError('error.proposals.idea')
  }
  const message = proposalView(proposal, viewContextOf(context), viewerOf(proposal, context))
  return reply({ ...message, blocks: [...notes, ...message.blocks] })
}

async function act(action: ProposalsAction, context: CommandContext): Promise<BotResponse> {
  const { t } = context
  await requireMember(action.type, context)
  switch (action.type) {
    case 'list':
      return listed(action.which, action.page, context)
    case 'show':
      return shownTo(await findProposal(action.id, action.type, context), context)
    case 'nominate': {
      const proposal = await execute({ type: 'nominate', id: action.id, on: action.on }, context)
      const key = action.on ? 'proposal.done.nominate' : 'proposal.done.nominateNot'
      const confirmation = note('success', t.rich(key))
      // Who no longer nominates an idea has no part in it.
      const sees = canView(proposal, viewerOf(proposal, context).person)
      return sees
        ? shownTo(proposal, context, [confirmation])
        : replaceWith({ summary: t(key), blocks: [confirmation] })
    }
    case 'vote': {
      const { id, round, choice } = action
      const proposal = await execute({ type: 'vote', id, round, choice }, context)
      return shownTo(proposal, context, [note('success', t.rich(`proposal.done.vote.${choice ?? 'none'}`))])
    }
    case 'approve':
    case 'abstain': {
      const proposal = await execute({ type: 'review', id: action.id, verdict: action.type, reason: '' }, context)
      return shownTo(proposal, context, [note('success', t.rich(`proposal.done.${action.type}`))])
    }
    case 'object':
    case 'askChanges':
    case 'appeal':
    case 'waive': {
      const proposal = await findProposal(action.id, action.type, context)
      mayStill(action.type, proposal, context)
      return { type: 'form', form: reasonForm({ type: action.type, id: action.id }, proposal, context) }
    }
    case 'edit':
      return { type: 'form', form: await editForm(action.id, context) }
    case 'askWithdraw': {
      const proposal = await findProposal(action.id, action.type, context)
      return reply(withdrawCard(proposal, context))
    }
    case 'withdraw': {
      const proposal = await execute({ type: 'withdraw', id: action.id }, context)
      if (proposal.request === null) await deleteIdeaText(proposal.id, context)
      const message = proposalView(proposal, viewContextOf(context), viewerOf(proposal, context))
      return replaceWith({ ...message, blocks: [note('success', t.rich('proposal.done.withdraw')), ...message.blocks] })
    }
  }
}

/** Who may not do something is told before filling in a form for it; the ladder decides in any case. */
function mayStill(what: ReasonAction['type'] | 'edit', proposal: Proposal, context: CommandContext): void {
  const { person, isExpert } = viewerOf(proposal, context)
  const own = person === proposal.author
  const why =
    what === 'appeal' || what === 'edit'
      ? own
        ? undefined
        : 'notAuthor'
      : own
        ? 'own'
        : isExpert
          ? undefined
          : 'notExpert'
  const tried = (reason: string): void =>
    proposalServiceOf(context).logRefusal({ action: what, id: proposal.id, by: personKey(context.person), why: reason })
  if (why !== undefined) {
    tried(why)
    throw new UserError(`error.proposals.${why}`)
  }
  if (proposal.state === POSSIBLE_IN[what]) return
  tried('state')
  throw new UserError('error.proposals.state', { state: context.t(`proposal.state.${proposal.state}`) }, [
    proposalButton(context.t('proposal.action.show'), { type: 'show', id: proposal.id }),
  ])
}

/** The state in which a form is of use. */
const POSSIBLE_IN: Readonly<Record<ReasonAction['type'] | 'edit', ProposalState>> = {
  object: 'review',
  askChanges: 'review',
  appeal: 'rejected',
  waive: 'rejected',
  edit: 'changesAsked',
}

const MOST_REASON = 1000

function reasonForm(action: ReasonAction, proposal: Proposal, context: CommandContext): Form {
  const { t } = context
  return {
    title: t(`proposal.action.${action.type}`),
    payload: proposalPayload(action),
    submit: t('propose.form.submit'),
    fields: [
      {
        type: 'text',
        name: 'reason',
        label: titleOf(proposal, viewContextOf(context)),
        hint: t(`proposal.reason.${action.type}`),
        optional: false,
        maxLength: MOST_REASON,
      },
    ],
  }
}

async function editForm(id: string, context: CommandContext): Promise<Form> {
  const proposal = await findProposal(id, 'edit', context)
  const { request } = proposal
  mayStill('edit', proposal, context)
  if (!request) throw new UserError('error.action.unreadable')
  const to = 'to' in request.change && typeof request.change.to !== 'object' ? request.change.to : undefined
  return proposalForm(draftOf(request.change), proposalPayload({ type: 'edit', id }), context, {
    reason: request.reason,
    ...(to === undefined ? {} : { to: typeof to === 'boolean' ? String(to) : to }),
  })
}

function withdrawCard(proposal: Proposal, context: CommandContext): Message {
  const { t } = context
  const question = t.rich('proposal.withdraw.ask', { title: titleOf(proposal, viewContextOf(context)) })
  return {
    summary: t('proposal.withdraw.ask', { title: titleOf(proposal, viewContextOf(context)) }),
    blocks: [
      note('warning', question),
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
  const { t } = context
  const reason = truncateInput(values['reason'] ?? '', MOST_REASON).text
  switch (action.type) {
    case 'object': {
      const proposal = await execute({ type: 'review', id: action.id, verdict: 'object', reason }, context)
      return shownTo(proposal, context, [note('success', t.rich('proposal.done.object'))])
    }
    case 'askChanges':
    case 'appeal':
    case 'waive': {
      const proposal = await execute({ type: action.type, id: action.id, reason }, context)
      return shownTo(proposal, context, [note('success', t.rich(`proposal.done.${action.type}`))])
    }
    case 'edit': {
      const { request } = await findProposal(action.id, action.type, context)
      if (!request) throw new UserError('error.action.unreadable')
      const change = changeFrom(draftOf(request.change), values, context)
      const proposal = await execute({ type: 'edit', id: action.id, change, reason }, context)
      return shownTo(proposal, context, [note('success', t.rich('proposal.done.edit'))])
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}

const MOST_AT_HOME = 5

/** What waits for the person, and what is open. */
function home(context: CommandContext): readonly Block[] {
  const { t, services } = context
  if (!services.proposals?.community().includes(context.person)) return []
  const { proposals: service } = services
  const person = service.state().personOf(personKey(context.person))
  const open = [...service.state().proposals.values()]
    .filter((proposal) => isOpen(proposal) && proposal.state !== 'draft')
    .toSorted((a, b) => b.since - a.since)
  const toReview = open.filter(
    (each) => each.state === 'review' && service.canReview(each, person) && !each.reviews.has(person),
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
    ...actions([
      ...open.slice(0, MOST_AT_HOME).map(button),
      { label: t('propose.action.start'), payload: proposePayload({ type: 'start' }) },
    ]),
  ]
}
