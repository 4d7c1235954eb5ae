import { type Catalog, localized, type Role } from '../../../catalog/index.ts'
import { type ActionButton, actions, heading, type Message, note, plain, text } from '../../../message/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, reply } from '../../events.ts'
import { quoteInput } from '../../quote.ts'
import { proficiencyName } from '../../views/proficiency.ts'
import { cancelButton, missingField, proposePayload, stepButton } from './draft-change.ts'
import { rulesText } from './execute.ts'
import { proposalForm } from './forms.ts'
import { CHANGE_KINDS, changeForm } from './kinds/index.ts'
import { type DraftChange, type DraftField, scaleFor } from './kinds/kind.ts'

/** Offers the kinds of change. */
export function startView(context: CommandContext): Message {
  const { t } = context
  return {
    summary: t('propose.start'),
    blocks: [
      heading(t('propose.start')),
      text(rulesText(context)),
      ...actions(CHANGE_KINDS.map((kind) => stepButton(t(`propose.kind.${kind}`), { kind }))),
      ...actions([cancelButton(t('propose.action.cancel'))]),
    ],
  }
}

/** Asks for the next field of a draft; opens the form if only the new value is missing. */
export function nextStep(draft: DraftChange, context: CommandContext, unknown: readonly string[] = []): BotResponse {
  const { t, catalogIndex } = context
  const field = missingField(draft, catalogIndex.catalog)
  const words = quoteInput(unknown.join(', '))
  const warnings = unknown.length > 0 ? [note('warning', t.rich('propose.unknown', { words }))] : []
  if (field === undefined && unknown.length > 0) {
    // A form has no place for the warning.
    return reply({
      summary: t('propose.unknown', { words }),
      blocks: [...warnings, ...actions([stepButton(t('propose.idea.complete'), draft, 'primary')])],
    })
  }
  if (field === undefined) {
    return { type: 'form', form: proposalForm(draft, proposePayload({ type: 'step', draft }), context) }
  }
  const question = t(`propose.ask.${field}`)
  const buttons = choicesOf(field, draft, context)
  if (buttons.length === 0) throw new UserError('error.propose.nothing')
  return reply({
    summary: question,
    blocks: [
      ...warnings,
      heading(t(`propose.kind.${draft.kind}`)),
      text(plain(question)),
      ...actions(buttons),
      ...actions([cancelButton(t('propose.action.cancel'))]),
    ],
  })
}

function choicesOf(field: DraftField, draft: DraftChange, context: CommandContext): readonly ActionButton[] {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const role = draft.role === undefined ? undefined : catalog.roles.get(draft.role)
  switch (field) {
    case 'role':
      return roleChoices(draft, catalog)
    case 'level':
      return levelChoices(role, draft, context)
    case 'proficiency':
      return scaleFor(draft, catalog).steps.map((step) =>
        stepButton(proficiencyName(step, t), { ...draft, proficiency: step.slug }),
      )
    case 'skill':
      return skillChoices(role, draft, context)
  }
}

function roleChoices(draft: DraftChange, { roles }: Catalog): readonly ActionButton[] {
  return [...roles.values()].map((role) => stepButton(role.name, { ...draft, role: role.slug }))
}

/** Levels, each with its current value. */
function levelChoices(role: Role | undefined, draft: DraftChange, { t }: CommandContext): readonly ActionButton[] {
  const form = changeForm(draft.kind)
  const row = draft.skill === undefined ? undefined : role?.rows.get(draft.skill)
  return (role?.levels ?? []).flatMap((level, index) => {
    const step = { ...draft, level: level.slug }
    if (!form.levelValue) return [stepButton(level.name, step)]
    const value = form.levelValue(row?.cells[index] ?? null, t)
    return value === undefined ? [] : [stepButton(`${level.name}: ${value}`, step)]
  })
}

/** Skills of a domain; the domains first if there are several. */
function skillChoices(
  role: Role | undefined,
  draft: DraftChange,
  { t, catalogIndex }: CommandContext,
): readonly ActionButton[] {
  const { catalog } = catalogIndex
  const form = changeForm(draft.kind)
  const skills = [...catalog.skills.values()].filter((skill) =>
    form.offersSkill ? form.offersSkill(skill, role) : !role || role.rows.has(skill.slug),
  )
  const roles = form.acceptsRole && draft.domain === undefined ? roleChoices(draft, catalog) : []
  const domains = [...new Set(skills.map(({ domain }) => domain))]
  if (draft.domain === undefined && domains.length > 1) {
    return [
      ...roles,
      ...domains.map(({ name, slug }) => stepButton(`${localized(name, t.locale)} …`, { ...draft, domain: slug })),
    ]
  }
  return [
    ...roles,
    ...skills
      .filter(({ domain }) => draft.domain === undefined || domain.slug === draft.domain)
      .map((skill) => stepButton(skill.name, { ...draft, skill: skill.slug })),
  ]
}
