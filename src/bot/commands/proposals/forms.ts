import { CatalogChange, type ChangeValue, isWording, readTarget } from '../../../catalog/index.ts'
import type { Form, FormField } from '../../../message/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { quoteInput } from '../../quote.ts'
import { viewContextOf } from './execute.ts'
import { subjectOf, valueText } from './format.ts'
import { changeForm } from './kinds/index.ts'
import { type DraftChange, type FormValues, lineFrom, textField } from './kinds/kind.ts'
import { misgradings, misgradingTexts } from './misgrading.ts'

/** Characters of a reason, as the log limits it. */
export const MAX_REASON_LENGTH = 1000

/** The form of a complete draft: the new value, the reason, and the lane. Throws a UserError if the catalog has no such target. */
export function proposalForm(
  draft: DraftChange,
  payload: string,
  context: CommandContext,
  initial: { readonly reason?: string; readonly to?: ChangeValue } = {},
): Form {
  const { t, catalogIndex } = context
  const { catalog } = catalogIndex
  const form = changeForm(draft.kind)
  const sample = form.sample(draft, context)
  const target = readTarget(catalog, sample)
  if (!target.exists) throw new UserError('error.action.gone', { name: target.missing })
  const change =
    draft.kind !== 'requirement' || draft.to === undefined ? undefined : changeFrom(draft, { to: draft.to }, context)
  const warnings = change ? misgradingTexts(change, viewContextOf(context)) : []
  const options = {
    draft,
    label: subjectOf(sample, catalog, t),
    hint: [...warnings, t('propose.form.today', { value: valueText(target.value, draft, catalog, t) })].join(' '),
    current: target.value,
    initial: initial.to,
  }
  return {
    title: t('propose.form.title'),
    payload,
    submit: t('propose.form.submit'),
    fields: [
      ...form.fields(options, context).map((field) => withMisgradings(field, draft, context)),
      reasonField(initial.reason, context),
      ...(isWording(sample)
        ? [
            {
              type: 'choice' as const,
              name: 'lane',
              label: t('propose.form.lane'),
              hint: wordingHint(context),
              optional: false,
              initial: 'vote',
              options: (['vote', 'wording'] as const).map((value) => ({
                value,
                label: t(`propose.form.lane.${value}`),
              })),
            },
          ]
        : []),
    ],
  }
}

/** Marks the proficiencies with which the role would misgrade its own levels. */
function withMisgradings(field: FormField, draft: DraftChange, context: CommandContext): FormField {
  if (draft.kind !== 'requirement' || field.type !== 'choice') return field
  const view = viewContextOf(context)
  return {
    ...field,
    options: field.options.map(({ value, label }) => {
      const levels = misgradings(changeFrom(draft, { to: value }, context), view).map(({ level }) => level.name)
      return {
        value,
        label:
          levels.length === 0 ? label : context.t('propose.form.misgrades', { label, levels: context.t.all(levels) }),
      }
    }),
  }
}

export function reasonField(initial: string | undefined, { t }: Pick<CommandContext, 't'>) {
  return textField('reason', MAX_REASON_LENGTH, {
    label: t('propose.form.reason'),
    hint: t('propose.form.reason.hint'),
    ...(initial && { initial }),
  })
}

/** The change that a filled-in form asks for. Throws a UserError that names the field and what it takes. */
export function changeFrom(draft: DraftChange, values: FormValues, context: CommandContext): CatalogChange {
  const form = changeForm(draft.kind)
  const sample = form.sample(draft, context)
  const to = lineFrom(values['to'])
  const parsed = CatalogChange.safeParse(form.withValues?.(sample, values, context) ?? { ...sample, to })
  if (parsed.success) return parsed.data
  // The value of a change is one field, or has a part for each field.
  const path = parsed.error.issues[0]?.path ?? []
  const field = path.map(String).findLast((part) => part in values) ?? 'to'
  throw new UserError('error.propose.value', { text: quoteInput(lineFrom(values[field])) || '…' }, [], field)
}

/** The reason that a person typed. Throws a UserError for one that the log does not take. */
export function reasonFrom(typed = ''): string {
  if (typed.length <= MAX_REASON_LENGTH) return typed
  throw new UserError('error.proposals.reasonLong', { length: typed.length, most: MAX_REASON_LENGTH }, [], 'reason')
}

/** The draft of a change, for the form in which its author edits it. */
export function draftOf(change: CatalogChange): DraftChange {
  return { kind: change.kind, ...changeForm(change.kind).target(change) }
}

/** Says what a wording fix takes, in whole days if the policy's hours are. */
function wordingHint(context: CommandContext): string {
  const { wordingHours: hours } = viewContextOf(context).policy
  return context.t('propose.form.lane.hint', { hours, days: hours % 24 === 0 ? hours / 24 : 0 })
}
