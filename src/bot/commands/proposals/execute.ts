import { type Block, emojiInline, LADDER_EMOJI, type Message, type RichText } from '../../../message/index.ts'
import {
  HOUR_MS,
  limitRefusal,
  type Proposal,
  type ProposalCommand,
  type Refusal,
} from '../../../proposals/domain/index.ts'
import type { ProposalResult, ProposalService } from '../../../proposals/service.ts'
import { type ProposalViewContext, type ProposalViewer, viewContextFrom } from '../../../proposals/views.ts'
import { parsePersonKey, personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { proposalButton } from './actions.ts'
import { proposalView, titleOf } from './views.ts'

/** The proposal service. Throws a UserError if proposals are turned off. */
export function proposalServiceOf({ services }: Pick<CommandContext, 'services'>): ProposalService {
  if (!services.proposals) throw new UserError('error.proposals.off')
  return services.proposals
}

/** The rules of proposals in a few words. */
export function rulesText({ t, services }: Pick<CommandContext, 't' | 'services'>): RichText {
  return t.rich('proposals.rule', { emoji: emojiInline(services.proposals?.nominateEmoji ?? LADDER_EMOJI) })
}

export function viewContextOf(context: CommandContext): ProposalViewContext {
  return viewContextFrom(proposalServiceOf(context), {
    catalog: context.catalogIndex.catalog,
    now: context.services.now(),
    t: context.t,
    platform: context.person.platform,
  })
}

/** A proposal as the person sees it, below notes about what they have just done. */
export function proposalMessage(proposal: Proposal, context: CommandContext, notes: readonly Block[] = []): Message {
  const message = proposalView(proposal, viewContextOf(context), viewerOf(proposal, context))
  return { ...message, blocks: [...notes, ...message.blocks] }
}

export function viewerOf(proposal: Proposal, context: CommandContext): ProposalViewer {
  const service = proposalServiceOf(context)
  const person = service.state().personOf(personKey(context.person))
  return { person, isExpert: service.canReview(proposal, person) }
}

/** Finds a proposal by its id for an action. Throws a UserError if there is none. */
export async function findProposal(id: string, action: string, context: CommandContext): Promise<Proposal> {
  const service = proposalServiceOf(context)
  const current = service.state().proposals.get(id)
  if (current && action === 'show') return current
  // Another process may have just recorded or decided it, and a form for a decided proposal is useless.
  await service.catchUp()
  const proposal = service.state().proposals.get(id)
  if (proposal) return proposal
  service.logRefusal({ action, id, by: personKey(context.person), why: 'unknown' })
  throw new UserError('error.proposals.unknown')
}

/** Actions that change nothing. They are allowed while membership cannot be checked. */
const READ_ACTIONS: ReadonlySet<string> = new Set(['show', 'reopen', 'list'])

/**
 * Throws a UserError unless the person is a member of this ladder's community now. If their platform cannot tell, they may only read.
 */
export async function requireMember(action: string, context: CommandContext): Promise<void> {
  const service = proposalServiceOf(context)
  const { person } = context
  const refuse = (why: 'starting' | 'elsewhere' | 'noMember' | 'unchecked'): never => {
    service.logRefusal({ action, id: '', by: personKey(person), why })
    throw new UserError(`error.proposals.${why}`)
  }
  const community = service.community()
  if (!community.includes(person)) {
    if (community.isPending(person)) refuse('starting')
    const setting = service.platforms.get(person.platform)?.proposalsSetting
    if (community.hasWorkspace || setting === undefined) refuse('elsewhere')
    else throw new UserError('error.proposals.notSetUp', { setting })
  }
  const membership = await service.community().checkMembership(person)
  if (membership === 'none') refuse('noMember')
  if (membership === 'unknown' && !READ_ACTIONS.has(action)) refuse('unchecked')
}

/** Commands of experts and admins. */
const REVIEW_COMMANDS: ReadonlySet<ProposalCommand['type']> = new Set(['review', 'askChanges', 'waive'])

/** Checks the linked accounts that make a person an expert or admin. Throws a UserError if a platform cannot tell. */
async function checkLinkedAccounts(command: ProposalCommand, context: CommandContext): Promise<void> {
  const service = proposalServiceOf(context)
  const people = service.community()
  const own = personKey(context.person)
  const { personOf } = service.state()
  const linked = new Set([...people.experts.map(({ key }) => key), ...people.admins])
  for (const key of linked) {
    const account = key !== own && personOf(key) === personOf(own) ? parsePersonKey(key) : undefined
    if (!account || (await people.checkMembership(account)) !== 'unknown') continue
    service.logRefusal({ action: command.type, id: command.id, by: own, why: 'unchecked' })
    throw new UserError('error.proposals.unchecked')
  }
}

/** Executes a command for the person. Throws a UserError that says why it is refused. */
export async function execute(command: ProposalCommand, context: CommandContext): Promise<Proposal> {
  const result = await tryExecute(command, context)
  if (result.status === 'done') return result.proposal
  throw refusalError(result.refusal, result.proposal, context)
}

/** Executes a command, for callers that can act on a refusal. Throws a UserError if the person may not take part. */
export async function tryExecute(command: ProposalCommand, context: CommandContext): Promise<ProposalResult> {
  const service = proposalServiceOf(context)
  // Anyone can withdraw a nomination, even after leaving.
  if (command.type !== 'nominate' || command.on) await requireMember(command.type, context)
  if (REVIEW_COMMANDS.has(command.type)) await checkLinkedAccounts(command, context)
  return service.execute(command, { person: personKey(context.person), bot: false })
}

/** Throws a UserError if the person may start no proposal now, so that nobody fills in a form in vain. */
export async function requireRoom(action: string, context: CommandContext): Promise<void> {
  const service = proposalServiceOf(context)
  const person = service.state().personOf(personKey(context.person))
  const find = () => limitRefusal(service.state(), person, { now: context.services.now(), policy: service.policy })
  if (!find()) return
  // Another process may have just decided one.
  await service.catchUp()
  const refusal = find()
  if (!refusal) return
  service.logRefusal({ action, id: '', by: personKey(context.person), why: refusal.why })
  throw refusalError(refusal, undefined, context)
}

/** Refuses an action before any command is executed: logs the attempt and throws a UserError. */
export function refuse(
  why: 'own' | 'notAuthor' | 'notExpert' | 'state',
  action: string,
  proposal: Proposal,
  context: CommandContext,
): never {
  proposalServiceOf(context).logRefusal({ action, id: proposal.id, by: personKey(context.person), why })
  if (why === 'state') throw refusalError({ why, state: proposal.state }, proposal, context)
  throw new UserError(`error.proposals.${why}`)
}

/** The error that tells a person why a command is refused. */
export function refusalError(refusal: Refusal, proposal: Proposal | undefined, context: CommandContext): UserError {
  const { t } = context
  const look = proposal ? [proposalButton(t('proposal.action.show'), { type: 'show', id: proposal.id })] : []
  switch (refusal.why) {
    case 'unknown':
      return new UserError('error.proposals.unknown')
    case 'reactionRemoved':
      throw new Error('a nomination by emoji was not confirmed with its platform')
    case 'own':
    case 'bot':
    case 'notAuthor':
    case 'notWording':
    case 'busy':
    case 'newer':
    case 'notReady':
    case 'otherMatter':
    case 'otherVote':
      return new UserError(`error.proposals.${refusal.why}`, {}, look)
    case 'appealOver':
      return new UserError('error.proposals.appealOver', { days: proposalServiceOf(context).policy.appealDays }, look)
    case 'same':
      return new UserError('error.proposals.same', {}, look, 'to')
    case 'noReason':
      return new UserError('error.proposals.noReason', {}, look, 'reason')
    case 'notExpert':
      return new UserError('error.proposals.notExpert', {}, look)
    case 'state':
      return new UserError('error.proposals.state', { state: t(`proposal.state.${refusal.state}`) }, look)
    case 'targetGone':
      return new UserError('error.proposals.targetGone', { name: refusal.name }, look)
    case 'missing':
      return new UserError('error.action.gone', { name: refusal.name })
    case 'broken':
      return new UserError('error.proposals.broken', { problems: refusal.problems.slice(0, 3).join('; ') }, [], 'to')
    case 'tooManyOpen':
      return new UserError('error.proposals.tooManyOpen', { most: refusal.most }, [
        proposalButton(t('proposals.list.mine'), { type: 'list', which: 'mine', page: 1 }),
      ])
    case 'tooManyToday':
      return new UserError('error.proposals.tooManyToday', {
        most: refusal.most,
        again: t('proposal.left.hours', {
          count: Math.max(1, Math.ceil((refusal.again - context.services.now()) / HOUR_MS)),
        }),
      })
    case 'waits':
    case 'there': {
      const { proposal: other } = refusal
      const params = refusal.why === 'waits' ? { date: t.date(refusal.until) } : {}
      return new UserError(`error.proposals.${refusal.why}`, params, [
        proposalButton(titleOf(other, viewContextOf(context)), { type: 'show', id: other.id }),
      ])
    }
  }
}
