import { type CatalogChange, normalize, PROFICIENCIES } from '../../../catalog/index.ts'
import { type Form, heading, note, text } from '../../../message/index.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, type ReactionEvent, replaceWith, reply } from '../../events.ts'
import { usageList } from '../../help.ts'
import { isHelpRequest } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { noticeMessage } from '../../views/notice.ts'
import {
  missingField,
  PROPOSE_CODE,
  type ProposeAction,
  proposeAction,
  proposePayload,
  startButton,
  withOnlyRole,
} from './draft-change.ts'
import {
  execute,
  findProposal,
  proposalMessage,
  proposalServiceOf,
  refuse,
  requireMember,
  requireRoom,
  rulesText,
  viewContextOf,
  viewerOf,
} from './execute.ts'
import { changeFrom, proposalForm, reasonField, reasonFrom } from './forms.ts'
import { deleteIdeaText, readIdeaText } from './idea-text.ts'
import { type DraftChange, requirementOptions, textField } from './kinds/kind.ts'
import { misgradings } from './misgrading.ts'
import { nextStep, startView } from './next-step.ts'
import { draftOfMessage, handleReaction, handleReactionsCleared } from './nominate.ts'
import { parseIdea } from './parse-idea.ts'

/** Proposes a change to the ladder, step by step or from a sentence. */
export const proposeCommand: Command = {
  name: 'propose',
  code: PROPOSE_CODE,
  summary: 'propose.summary',
  isCommunity: true,
  options: [
    { name: 'role', summary: 'option.role', completes: 'role' },
    { name: 'level', summary: 'option.level', completes: 'level' },
    { name: 'skill', summary: 'option.skill', completes: 'skill' },
    {
      name: 'to',
      summary: 'propose.option.to',
      completes: 'text',
      choices: [
        ...PROFICIENCIES.map((proficiency) => ({ value: proficiency, label: `proficiency.${proficiency}` as const })),
        { value: 'absent', label: 'proficiency.absent' },
      ],
    },
    { name: 'reason', summary: 'propose.option.reason', completes: 'text', before: 'propose.because' },
  ],
  usages: [
    { answer: 'usage.propose.nothing.answer' },
    {
      options: ({ roles }) => {
        const [role] = roles.values()
        const [row] = role?.rows.values() ?? []
        const level = role?.levels[1] ?? role?.levels[0]
        if (!role || !row || !level) return undefined
        return { role: role.slug, level: level.slug, skill: row.skill.slug, to: 'advanced', reason: '…' }
      },
      answer: 'usage.propose.words.answer',
    },
  ],
  run,
  handleAction: (args, context) => act(proposeAction(args, context.catalogIndex.catalog), context),
  handleForm: (args, values, context) => submit(proposeAction(args, context.catalogIndex.catalog), values, context),
  handleReaction: handleNomination,
  handleEmojiRemoval: handleReactionsCleared,
}

async function run(typed: string, context: CommandContext): Promise<BotResponse> {
  const { t, catalogIndex } = context
  const word = normalize(typed)
  if (isHelpRequest(typed, context.vocabulary)) {
    return reply({
      summary: t('propose.summary'),
      blocks: [heading(t('propose.summary')), ...usageList(proposeCommand, context), text(rulesText(context))],
    })
  }
  await requireMember('propose', context)
  await requireRoom('propose', context)
  if (word === '') return reply(startView(context))
  const { draft, reason: typedReason, unknown } = parseIdea(typed, context)
  if (draft.role === undefined && draft.skill === undefined && draft.level === undefined) {
    throw new UserError('error.propose.words', { text: quoteInput(typed) }, [startButton(t('propose.action.start'))])
  }
  const whole = withOnlyRole(draft, catalogIndex.catalog)
  const complete =
    missingField(whole, catalogIndex.catalog) === undefined && whole.to !== undefined && unknown.length === 0
  if (complete && typedReason !== '') {
    const reason = reasonFrom(typedReason)
    const change = changeFrom(whole, { to: whole.to }, context)
    // The form says what the change would do to levels, before it is submitted.
    if (misgradings(change, viewContextOf(context)).length > 0) {
      const payload = proposePayload({ type: 'step', draft: whole })
      return { type: 'form', form: proposalForm(whole, payload, context, { reason }) }
    }
    return propose({ change, reason, lane: 'vote' }, context)
  }
  return nextStep(whole, context, unknown)
}

/** Handles a nomination. An idea is completed at once where the platform opens forms; else its card offers to. */
async function handleNomination(
  reaction: Parameters<typeof handleReaction>[0] & Pick<ReactionEvent, 'opensForm'>,
  context: CommandContext,
): Promise<BotResponse | undefined> {
  const response = await handleReaction(reaction, context)
  if (!reaction.opensForm || response?.type !== 'reply' || response.failed !== undefined) return response
  const draft = draftOfMessage(reaction.message.ref, context)
  return draft ? act({ type: 'idea', id: draft.id }, context) : response
}

async function act(action: ProposeAction, context: CommandContext): Promise<BotResponse> {
  // Anyone can leave a proposal at any step, even after leaving the community.
  if (action.type !== 'cancel') await requireMember('propose', context)
  if (action.type === 'start' || action.type === 'step' || action.type === 'idea') {
    await requireRoom('propose', context)
  }
  switch (action.type) {
    case 'cancel':
      return replaceWith(noticeMessage(context.t, 'info', 'propose.canceled'))
    case 'start':
      return reply(startView(context))
    case 'step':
      return nextStep(withOnlyRole(action.draft, context.catalogIndex.catalog), context)
    case 'idea': {
      const { draft, reason, words } = await parseDraft(action.id, context)
      const isComplete = missingField(draft, context.catalogIndex.catalog) === undefined
      const payload = proposePayload(action)
      const form = isComplete
        ? proposalForm(draft, payload, context, { reason: reason || words })
        : wholeForm(payload, draft, reason || words, context)
      return { type: 'form', form }
    }
    case 'leave': {
      const { t } = context
      await findProposal(action.id, action.type, context)
      const days = proposalServiceOf(context).policy.draftDays
      return replaceWith(noticeMessage(t, 'info', 'propose.idea.left', { days }))
    }
  }
}

async function submit(
  action: ProposeAction,
  values: Readonly<Record<string, string>>,
  context: CommandContext,
): Promise<BotResponse> {
  await requireMember('propose', context)
  const reason = reasonFrom(values['reason'])
  const lane = values['lane'] === 'wording' ? 'wording' : 'vote'
  switch (action.type) {
    case 'step':
      return propose({ change: changeFrom(action.draft, values, context), reason, lane }, context)
    case 'idea': {
      const { draft } = await parseDraft(action.id, context)
      const subject = values['about']
      const change = changeFrom(subject === undefined ? draft : draftFrom(subject, context), values, context)
      return propose({ change, reason, lane, draftId: action.id }, context)
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}

/** Parses the idea of a draft. Throws a UserError if it is another person's, or was already submitted. */
async function parseDraft(id: string, context: CommandContext) {
  const action = 'complete'
  const proposal = await findProposal(id, action, context)
  if (viewerOf(proposal, context).person !== proposal.author) refuse('notAuthor', action, proposal, context)
  if (proposal.state !== 'draft') refuse('state', action, proposal, context)
  const words = await readIdeaText(id, context)
  const { draft, reason } = parseIdea(words, context)
  return { draft: withOnlyRole(draft, context.catalogIndex.catalog), reason, words }
}

const MAX_SUBJECT_LENGTH = 150

/** The fallback form for an idea whose subject could not be parsed. */
function wholeForm(payload: string, draft: DraftChange, reason: string, context: CommandContext): Form {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const names = [
    draft.role === undefined ? undefined : catalog.roles.get(draft.role)?.name,
    draft.level,
    draft.skill === undefined ? undefined : catalog.skills.get(draft.skill)?.name,
  ].filter((name) => name !== undefined)
  return {
    title: t('propose.form.title'),
    payload,
    submit: t('propose.form.submit'),
    fields: [
      textField('about', MAX_SUBJECT_LENGTH, {
        label: t('propose.form.about'),
        hint: t('propose.form.about.hint'),
        ...(names.length > 0 && { initial: names.join(' ') }),
      }),
      {
        type: 'choice',
        name: 'to',
        label: t('propose.form.to'),
        optional: false,
        ...(draft.to !== undefined && { initial: draft.to }),
        options: requirementOptions(catalogIndex.catalog.scale, t),
      },
      reasonField(reason, context),
    ],
  }
}

/** Parses the role, level and skill that a person filled in. */
function draftFrom(subject: string, context: CommandContext): DraftChange {
  const { catalog } = context.catalogIndex
  const { draft, unknown } = parseIdea(subject, context)
  const whole = withOnlyRole(draft, catalog)
  if (missingField(whole, catalog) === undefined && unknown.length === 0) return whole
  throw new UserError('error.propose.about', { text: quoteInput(subject) }, [], 'about')
}

interface Submission {
  readonly change: CatalogChange
  readonly reason: string
  readonly lane: 'vote' | 'wording'
  /** The draft that the proposal completes. */
  readonly draftId?: string
}

/** Submits a proposal and shows it. */
async function propose({ draftId, ...request }: Submission, context: CommandContext): Promise<BotResponse> {
  const { t, services } = context
  const proposal = await execute({ type: 'submit', id: draftId ?? services.newId(), ...request }, context)
  if (draftId !== undefined) await deleteIdeaText(draftId, context)
  const params = { number: proposal.number, state: t(`proposal.state.${proposal.state}`) }
  return reply(proposalMessage(proposal, context, [note('success', t.rich('propose.done', params))]))
}
