import { type CatalogChange, localized, normalize, PROFICIENCIES, type Role } from '../../../catalog/index.ts'
import { type ActionButton, actions, heading, type Message, note, plain, text } from '../../../message/index.ts'
import type { Proposal } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Command, CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith, reply } from '../../events.ts'
import { usageTable } from '../../help.ts'
import { isHelpRequest } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import { proposalButton } from './actions.ts'
import {
  CHANGE_KINDS,
  type DraftChange,
  missingField,
  PROPOSE_CODE,
  type ProposeAction,
  proposeAction,
  proposePayload,
  stepButton,
  withOnlyRole,
} from './draft-change.ts'
import {
  execute,
  findProposal,
  proposalServiceOf,
  requireMember,
  rulesText,
  viewContextOf,
  viewerOf,
} from './execute.ts'
import { valueText } from './format.ts'
import { changeFrom, proposalForm } from './forms.ts'
import { deleteIdeaText, readIdeaText } from './idea-text.ts'
import { handleReaction, handleReactionsCleared } from './nominate.ts'
import { parseIdea } from './parse-idea.ts'
import { proposalView } from './views.ts'

/** Proposes a change to the ladder: step by step, or in words. */
export const proposeCommand: Command = {
  name: 'propose',
  code: PROPOSE_CODE,
  summary: 'propose.summary',
  isCommunity: true,
  options: [{ name: 'change', summary: 'propose.option.change', completes: 'text' }],
  usages: [
    { input: 'usage.propose.nothing', answer: 'usage.propose.nothing.answer', example: () => '' },
    {
      input: 'usage.propose.words',
      answer: 'usage.propose.words.answer',
      example: ({ roles }) => {
        const [role] = roles.values()
        const [row] = role?.rows.values() ?? []
        const level = role?.levels[1] ?? role?.levels[0]
        return role && row && level ? `${role.slug} ${level.slug} ${row.skill.slug} advanced` : undefined
      },
    },
  ],
  run,
  handleAction: (args, context) => act(proposeAction(args), context),
  handleForm: (args, values, context) => submit(proposeAction(args), values, context),
  handleReaction: handleReaction,
  handleEmojiRemoval: handleReactionsCleared,
}

async function run(typed: string, context: CommandContext): Promise<BotResponse> {
  const { t, catalogIndex } = context
  const word = normalize(typed)
  if (isHelpRequest(typed, context.vocabulary)) {
    return reply({
      summary: t('propose.summary'),
      blocks: [heading('/propose'), text(rulesText(context)), usageTable(proposeCommand, context)],
    })
  }
  await requireMember('propose', context)
  if (word === '') return reply(startView(context))
  const { draft, reason, unknown } = parseIdea(typed, context)
  if (draft.role === undefined && draft.skill === undefined && draft.level === undefined) {
    throw new UserError('error.propose.words', { text: quoteInput(typed) }, [
      { label: t('propose.action.start'), payload: proposePayload({ type: 'start' }) },
    ])
  }
  const whole = withOnlyRole(draft, catalogIndex.catalog)
  const complete =
    missingField(whole, catalogIndex.catalog) === undefined && whole.to !== undefined && unknown.length === 0
  if (complete && reason !== '') {
    const change = changeFrom(whole, { to: whole.to }, context)
    return proposed(change, reason, 'vote', undefined, context)
  }
  return next(whole, context, unknown)
}

async function act(action: ProposeAction, context: CommandContext): Promise<BotResponse> {
  await requireMember('propose', context)
  switch (action.type) {
    case 'start':
      return reply(startView(context))
    case 'step':
      return next(withOnlyRole(action.draft, context.catalogIndex.catalog), context)
    case 'idea': {
      const { proposal, draft, reason } = await ideaOf(action.id, context)
      return missingField(draft, context.catalogIndex.catalog) === undefined
        ? { type: 'form', form: proposalForm(draft, proposePayload(action), context, { reason }) }
        : { type: 'form', form: wholeForm(proposal, draft, reason, context) }
    }
    case 'leave': {
      const { t } = context
      await findProposal(action.id, action.type, context)
      return replaceWith({ summary: t('propose.idea.left'), blocks: [note('info', t.rich('propose.idea.left'))] })
    }
  }
}

function startView(context: CommandContext): Message {
  const { t } = context
  return {
    summary: t('propose.start'),
    blocks: [
      heading(t('propose.start')),
      text(rulesText(context)),
      ...actions(CHANGE_KINDS.map((kind) => stepButton(t(`propose.kind.${kind}`), { kind }))),
    ],
  }
}

/** Asks for what is not known yet; opens the form where only the new value is missing. */
function next(draft: DraftChange, context: CommandContext, unknown: readonly string[] = []): BotResponse {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const need = missingField(draft, catalog)
  if (need === undefined && unknown.length > 0) {
    // A form has no place to say it.
    const words = quoteInput(unknown.join(', '))
    return reply({
      summary: t('propose.unknown', { words }),
      blocks: [
        note('warning', t.rich('propose.unknown', { words })),
        ...actions([stepButton(t('propose.idea.complete'), draft, 'primary')]),
      ],
    })
  }
  if (need === undefined) {
    return { type: 'form', form: proposalForm(draft, proposePayload({ type: 'step', draft }), context) }
  }
  const warnings =
    unknown.length > 0 ? [note('warning', t.rich('propose.unknown', { words: quoteInput(unknown.join(', ')) }))] : []
  const asks = t(`propose.ask.${need}`)
  const buttons = choicesOf(need, draft, context)
  if (buttons.length === 0) throw new UserError('error.propose.nothing')
  return reply({
    summary: asks,
    blocks: [...warnings, heading(t(`propose.kind.${draft.kind}`)), text(plain(asks)), ...actions(buttons)],
  })
}

function choicesOf(
  need: NonNullable<ReturnType<typeof missingField>>,
  draft: DraftChange,
  context: CommandContext,
): readonly ActionButton[] {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const role = draft.role === undefined ? undefined : catalog.roles.get(draft.role)
  switch (need) {
    case 'role':
      return [...catalog.roles.values()].map((each) => stepButton(each.name, { ...draft, role: each.slug }))
    case 'level':
      return levelChoices(role, draft, context)
    case 'proficiency':
      return PROFICIENCIES.map((proficiency) => stepButton(proficiencyName(proficiency, t), { ...draft, proficiency }))
    case 'skill':
      return skillChoices(role, draft, context)
  }
}

/** Levels, each with what it expects today. */
function levelChoices(role: Role | undefined, draft: DraftChange, { t }: CommandContext): readonly ActionButton[] {
  const row = draft.skill === undefined ? undefined : role?.rows.get(draft.skill)
  return (role?.levels ?? []).flatMap((level, at) => {
    const cell = row?.cells[at] ?? null
    if (draft.kind === 'mandatory' && cell === null) return []
    const today =
      draft.kind === 'requirement'
        ? valueText(cell?.proficiency ?? 'absent', 'requirement', t)
        : draft.kind === 'mandatory'
          ? valueText(String(cell?.mandatory ?? 'unknown'), 'mandatory', t)
          : undefined
    const label = today === undefined ? level.name : `${level.name}: ${today}`
    return [stepButton(label, { ...draft, level: level.slug })]
  })
}

/** Skills of a domain, after the domain where there is more than one. An alias may be of a role, too. */
function skillChoices(
  role: Role | undefined,
  draft: DraftChange,
  { t, catalogIndex }: CommandContext,
): readonly ActionButton[] {
  const { catalog } = catalogIndex
  const wanted = [...catalog.skills.values()].filter((skill) => {
    if (draft.kind === 'addSkill') return role && !role.rows.has(skill.slug)
    return role ? role.rows.has(skill.slug) : true
  })
  const domains = [...new Set(wanted.map(({ domain }) => domain))]
  const roles =
    draft.kind === 'alias' && draft.domain === undefined
      ? [...catalog.roles.values()].map((each) => stepButton(each.name, { ...draft, role: each.slug }))
      : []
  if (draft.domain === undefined && domains.length > 1) {
    return [
      ...roles,
      ...domains.map((domain) =>
        stepButton(`${localized(domain.name, t.locale)} …`, { ...draft, domain: domain.slug }),
      ),
    ]
  }
  return [
    ...roles,
    ...wanted
      .filter(({ domain }) => draft.domain === undefined || domain.slug === draft.domain)
      .map((skill) => stepButton(skill.name, { ...draft, skill: skill.slug })),
  ]
}

async function submit(
  action: ProposeAction,
  values: Readonly<Record<string, string>>,
  context: CommandContext,
): Promise<BotResponse> {
  await requireMember('propose', context)
  const reason = values['reason'] ?? ''
  const lane = values['lane'] === 'wording' ? 'wording' : 'vote'
  switch (action.type) {
    case 'step':
      return proposed(changeFrom(action.draft, values, context), reason, lane, undefined, context)
    case 'idea': {
      const { draft } = await ideaOf(action.id, context)
      const about = values['about']
      const whole = about === undefined ? draft : aboutFrom(about, context)
      return proposed(changeFrom(whole, values, context), reason, lane, action.id, context)
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}

/** What a draft's idea reads as. Throws a UserError where it is not the person's, or no draft any more. */
async function ideaOf(id: string, context: CommandContext) {
  const action = 'complete'
  const proposal = await findProposal(id, action, context)
  const tried = (why: string): void =>
    proposalServiceOf(context).logRefusal({ action: action, id, by: personKey(context.person), why })
  if (viewerOf(proposal, context).person !== proposal.author) {
    tried('notAuthor')
    throw new UserError('error.proposals.notAuthor')
  }
  if (proposal.state !== 'draft') {
    tried('state')
    throw new UserError('error.proposals.state', { state: context.t(`proposal.state.${proposal.state}`) }, [
      proposalButton(context.t('proposal.action.show'), { type: 'show', id }),
    ])
  }
  const { draft, reason } = parseIdea(await readIdeaText(id, context), context)
  return { proposal, draft: withOnlyRole(draft, context.catalogIndex.catalog), reason }
}

const MOST_ABOUT = 150

/** The form for an idea of which it could not be read what it is about. */
function wholeForm(proposal: Proposal, draft: DraftChange, reason: string, context: CommandContext) {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const names = [
    draft.role === undefined ? undefined : catalog.roles.get(draft.role)?.name,
    draft.level,
    draft.skill === undefined ? undefined : catalog.skills.get(draft.skill)?.name,
  ].filter((name) => name !== undefined)
  return {
    title: t('propose.form.title'),
    payload: proposePayload({ type: 'idea', id: proposal.id }),
    submit: t('propose.form.submit'),
    fields: [
      {
        type: 'text' as const,
        name: 'about',
        label: t('propose.form.about'),
        hint: t('propose.form.about.hint'),
        optional: false,
        maxLength: MOST_ABOUT,
        ...(names.length > 0 ? { initial: names.join(' ') } : {}),
      },
      {
        type: 'choice' as const,
        name: 'to',
        label: t('propose.form.to'),
        optional: false,
        ...(draft.to === undefined ? {} : { initial: draft.to }),
        options: [...PROFICIENCIES, 'absent' as const].map((value) => ({
          value,
          label: value === 'absent' ? t('proficiency.absent') : proficiencyName(value, t),
        })),
      },
      {
        type: 'text' as const,
        name: 'reason',
        label: t('propose.form.reason'),
        hint: t('propose.form.reason.hint'),
        optional: false,
        maxLength: 1000,
        ...(reason === '' ? {} : { initial: reason }),
      },
    ],
  }
}

/** The role, level and skill that somebody has filled in. */
function aboutFrom(about: string, context: CommandContext): DraftChange {
  const { catalogIndex } = context
  const { draft, unknown } = parseIdea(about, context)
  const whole = withOnlyRole(draft, catalogIndex.catalog)
  if (missingField(whole, catalogIndex.catalog) === undefined && unknown.length === 0) return whole
  throw new UserError('error.propose.about', { text: quoteInput(about) }, [], 'about')
}

/** Takes a proposal and shows what has become of it. */
async function proposed(
  change: CatalogChange,
  reason: string,
  lane: 'vote' | 'wording',
  draft: string | undefined,
  context: CommandContext,
): Promise<BotResponse> {
  const { t, services } = context
  const id = draft ?? services.newId()
  const proposal = await execute({ type: 'submit', id, change, reason, lane }, context)
  if (draft !== undefined) await deleteIdeaText(draft, context)
  const message = proposalView(proposal, viewContextOf(context), viewerOf(proposal, context))
  const confirmation = t.rich('propose.done', { number: proposal.number, state: t(`proposal.state.${proposal.state}`) })
  return reply({ ...message, blocks: [note('success', confirmation), ...message.blocks] })
}
