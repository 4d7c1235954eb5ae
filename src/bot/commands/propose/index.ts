import { type CatalogChange, localized, normalize, PROFICIENCIES, type Role } from '../../../catalog/index.ts'
import { type ActionButton, actions, heading, type Message, note, plain, text } from '../../../message/index.ts'
import type { Proposal } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { Asking, Command } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type Outcome, replaceWith, reply } from '../../events.ts'
import { usageTable } from '../../help.ts'
import { asksForHelp } from '../../input.ts'
import { shown } from '../../quote.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import { proposalButton } from '../proposals/actions.ts'
import { does, ladderOf, proposalOf, rulesText, showingOf, takesPart, viewerOf } from '../proposals/doing.ts'
import { valueText } from '../proposals/format.ts'
import { proposalView } from '../proposals/views.ts'
import {
  KINDS,
  missingIn,
  PROPOSE_CODE,
  type ProposeAction,
  proposeAction,
  proposePayload,
  type Subject,
  stepButton,
  withOnlyRole,
} from './draft-change.ts'
import { changeFrom, proposalForm } from './forms.ts'
import { forgetWords, wordsOf } from './idea.ts'
import { clear, react } from './nominate.ts'
import { readIdea } from './parse-idea.ts'

/** Proposes a change to the ladder: step by step, or in words. */
export const proposeCommand: Command = {
  name: 'propose',
  code: PROPOSE_CODE,
  summary: 'propose.summary',
  communal: true,
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
  act: (args, asking) => act(proposeAction(args), asking),
  submit: (args, values, asking) => submit(proposeAction(args), values, asking),
  react,
  clear,
}

async function run(typed: string, asking: Asking): Promise<Outcome> {
  const { t, catalogIndex } = asking
  const word = normalize(typed)
  if (asksForHelp(typed)) {
    return reply({
      summary: t('propose.summary'),
      blocks: [heading('/propose'), text(rulesText(asking)), usageTable(proposeCommand, catalogIndex.catalog, t)],
    })
  }
  await takesPart('propose', asking)
  if (word === '') return reply(startView(asking))
  const { subject, reason, unknown } = readIdea(typed, catalogIndex)
  if (subject.role === undefined && subject.skill === undefined && subject.level === undefined) {
    throw new UserError('error.propose.words', { text: shown(typed) }, [
      { label: t('propose.action.start'), payload: proposePayload({ do: 'start' }) },
    ])
  }
  const whole = withOnlyRole(subject, catalogIndex.catalog)
  const complete =
    missingIn(whole, catalogIndex.catalog) === undefined && whole.to !== undefined && unknown.length === 0
  if (complete && reason !== '') {
    const change = changeFrom(whole, { to: whole.to }, asking)
    return proposed(change, reason, 'vote', undefined, asking)
  }
  return next(whole, asking, unknown)
}

async function act(action: ProposeAction, asking: Asking): Promise<Outcome> {
  await takesPart('propose', asking)
  switch (action.do) {
    case 'start':
      return reply(startView(asking))
    case 'step':
      return next(withOnlyRole(action.subject, asking.catalogIndex.catalog), asking)
    case 'idea': {
      const { proposal, subject, reason } = await ideaOf(action.id, asking)
      return missingIn(subject, asking.catalogIndex.catalog) === undefined
        ? { type: 'form', form: proposalForm(subject, proposePayload(action), asking, { reason }) }
        : { type: 'form', form: wholeForm(proposal, subject, reason, asking) }
    }
    case 'leave': {
      const { t } = asking
      await proposalOf(action.id, action.do, asking)
      return replaceWith({ summary: t('propose.idea.left'), blocks: [note('info', t.rich('propose.idea.left'))] })
    }
  }
}

function startView(asking: Asking): Message {
  const { t } = asking
  return {
    summary: t('propose.start'),
    blocks: [
      heading(t('propose.start')),
      text(rulesText(asking)),
      ...actions(KINDS.map((kind) => stepButton(t(`propose.kind.${kind}`), { kind }))),
    ],
  }
}

/** Asks for what is not known yet; opens the form where only the new value is missing. */
function next(subject: Subject, asking: Asking, unknown: readonly string[] = []): Outcome {
  const { t, catalogIndex } = asking
  const { catalog } = catalogIndex
  const need = missingIn(subject, catalog)
  if (need === undefined && unknown.length > 0) {
    // A form has no place to say it.
    const words = shown(unknown.join(', '))
    return reply({
      summary: t('propose.unknown', { words }),
      blocks: [
        note('warning', t.rich('propose.unknown', { words })),
        ...actions([stepButton(t('propose.idea.complete'), subject, 'primary')]),
      ],
    })
  }
  if (need === undefined) {
    return { type: 'form', form: proposalForm(subject, proposePayload({ do: 'step', subject }), asking) }
  }
  const said =
    unknown.length > 0 ? [note('warning', t.rich('propose.unknown', { words: shown(unknown.join(', ')) }))] : []
  const asks = t(`propose.ask.${need}`)
  const buttons = choicesOf(need, subject, asking)
  if (buttons.length === 0) throw new UserError('error.propose.nothing')
  return reply({
    summary: asks,
    blocks: [...said, heading(t(`propose.kind.${subject.kind}`)), text(plain(asks)), ...actions(buttons)],
  })
}

function choicesOf(
  need: NonNullable<ReturnType<typeof missingIn>>,
  subject: Subject,
  asking: Asking,
): readonly ActionButton[] {
  const { t, catalogIndex } = asking
  const { catalog } = catalogIndex
  const role = subject.role === undefined ? undefined : catalog.roles.get(subject.role)
  switch (need) {
    case 'role':
      return [...catalog.roles.values()].map((each) => stepButton(each.name, { ...subject, role: each.slug }))
    case 'level':
      return levelChoices(role, subject, asking)
    case 'proficiency':
      return PROFICIENCIES.map((proficiency) =>
        stepButton(proficiencyName(proficiency, t), { ...subject, proficiency }),
      )
    case 'skill':
      return skillChoices(role, subject, asking)
  }
}

/** Levels, each with what it expects today. */
function levelChoices(role: Role | undefined, subject: Subject, { t }: Asking): readonly ActionButton[] {
  const row = subject.skill === undefined ? undefined : role?.rows.get(subject.skill)
  return (role?.levels ?? []).flatMap((level, at) => {
    const cell = row?.cells[at] ?? null
    if (subject.kind === 'mandatory' && cell === null) return []
    const today =
      subject.kind === 'requirement'
        ? valueText(cell?.proficiency ?? 'absent', 'requirement', t)
        : subject.kind === 'mandatory'
          ? valueText(String(cell?.mandatory ?? 'unknown'), 'mandatory', t)
          : undefined
    const label = today === undefined ? level.name : `${level.name}: ${today}`
    return [stepButton(label, { ...subject, level: level.slug })]
  })
}

/** Skills of a domain, after the domain where there is more than one. An alias may be of a role, too. */
function skillChoices(role: Role | undefined, subject: Subject, { t, catalogIndex }: Asking): readonly ActionButton[] {
  const { catalog } = catalogIndex
  const wanted = [...catalog.skills.values()].filter((skill) => {
    if (subject.kind === 'addSkill') return role && !role.rows.has(skill.slug)
    return role ? role.rows.has(skill.slug) : true
  })
  const domains = [...new Set(wanted.map(({ domain }) => domain))]
  const roles =
    subject.kind === 'alias' && subject.domain === undefined
      ? [...catalog.roles.values()].map((each) => stepButton(each.name, { ...subject, role: each.slug }))
      : []
  if (subject.domain === undefined && domains.length > 1) {
    return [
      ...roles,
      ...domains.map((domain) =>
        stepButton(`${localized(domain.name, t.locale)} …`, { ...subject, domain: domain.slug }),
      ),
    ]
  }
  return [
    ...roles,
    ...wanted
      .filter(({ domain }) => subject.domain === undefined || domain.slug === subject.domain)
      .map((skill) => stepButton(skill.name, { ...subject, skill: skill.slug })),
  ]
}

async function submit(
  action: ProposeAction,
  values: Readonly<Record<string, string>>,
  asking: Asking,
): Promise<Outcome> {
  await takesPart('propose', asking)
  const reason = values['reason'] ?? ''
  const lane = values['lane'] === 'wording' ? 'wording' : 'vote'
  switch (action.do) {
    case 'step':
      return proposed(changeFrom(action.subject, values, asking), reason, lane, undefined, asking)
    case 'idea': {
      const { subject } = await ideaOf(action.id, asking)
      const about = values['about']
      const meant = about === undefined ? subject : aboutFrom(about, asking)
      return proposed(changeFrom(meant, values, asking), reason, lane, action.id, asking)
    }
    default:
      throw new UserError('error.action.unreadable')
  }
}

/** What a draft's idea reads as. Throws a UserError where it is not the person's, or no draft any more. */
async function ideaOf(id: string, asking: Asking) {
  const deed = 'complete'
  const proposal = await proposalOf(id, deed, asking)
  const tried = (why: string): void => ladderOf(asking).refused({ deed, id, by: personKey(asking.person), why })
  if (viewerOf(proposal, asking).person !== proposal.author) {
    tried('notAuthor')
    throw new UserError('error.proposals.notAuthor')
  }
  if (proposal.state !== 'draft') {
    tried('state')
    throw new UserError('error.proposals.state', { state: asking.t(`proposal.state.${proposal.state}`) }, [
      proposalButton(asking.t('proposal.action.show'), { do: 'show', id }),
    ])
  }
  const { subject, reason } = readIdea(await wordsOf(id, asking), asking.catalogIndex)
  return { proposal, subject: withOnlyRole(subject, asking.catalogIndex.catalog), reason }
}

const MOST_ABOUT = 150

/** The form for an idea of which it could not be read what it is about. */
function wholeForm(proposal: Proposal, subject: Subject, reason: string, asking: Asking) {
  const { t, catalogIndex } = asking
  const { catalog } = catalogIndex
  const known = [
    subject.role === undefined ? undefined : catalog.roles.get(subject.role)?.name,
    subject.level,
    subject.skill === undefined ? undefined : catalog.skills.get(subject.skill)?.name,
  ].filter((name) => name !== undefined)
  return {
    title: t('propose.form.title'),
    payload: proposePayload({ do: 'idea', id: proposal.id }),
    submit: t('propose.form.submit'),
    fields: [
      {
        type: 'text' as const,
        name: 'about',
        label: t('propose.form.about'),
        hint: t('propose.form.about.hint'),
        optional: false,
        maxLength: MOST_ABOUT,
        ...(known.length > 0 ? { initial: known.join(' ') } : {}),
      },
      {
        type: 'choice' as const,
        name: 'to',
        label: t('propose.form.to'),
        optional: false,
        ...(subject.to === undefined ? {} : { initial: subject.to }),
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
function aboutFrom(about: string, { catalogIndex }: Asking): Subject {
  const { subject, unknown } = readIdea(about, catalogIndex)
  const whole = withOnlyRole(subject, catalogIndex.catalog)
  if (missingIn(whole, catalogIndex.catalog) === undefined && unknown.length === 0) return whole
  throw new UserError('error.propose.about', { text: shown(about) }, [], 'about')
}

/** Takes a proposal and shows what has become of it. */
async function proposed(
  change: CatalogChange,
  reason: string,
  lane: 'vote' | 'wording',
  draft: string | undefined,
  asking: Asking,
): Promise<Outcome> {
  const { t, keep } = asking
  const id = draft ?? keep.newId()
  const proposal = await does({ do: 'submit', id, change, reason, lane }, asking)
  if (draft !== undefined) await forgetWords(draft, asking)
  const message = proposalView(proposal, showingOf(asking), viewerOf(proposal, asking))
  const said = t.rich('propose.done', { number: proposal.number, state: t(`proposal.state.${proposal.state}`) })
  return reply({ ...message, blocks: [note('success', said), ...message.blocks] })
}
