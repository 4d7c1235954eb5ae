import { type BotResponse, optionNamed } from '../../bot/index.ts'
import type { Translator } from '../../i18n/index.ts'
import {
  type Block,
  type Form,
  type FormField,
  heading,
  type Message,
  note,
  plain,
  strong,
  usableFields,
} from '../../message/index.ts'

// A form in a terminal, which asks for one field after the other.

/** A form that is being filled in. */
export interface OpenForm {
  readonly form: Form
  /** By the names of the fields that are filled in. */
  readonly values: Readonly<Record<string, string>>
  /** The answer whose choice opened the form: it is shown again when the form is left. Undefined for a card of an assessment. */
  readonly opener: Message | undefined
}

/** The first field that is not filled in; undefined if the form is complete. */
export function openField({ form, values }: OpenForm): FormField | undefined {
  return usableFields(form).find(({ name }) => values[name] === undefined)
}

export function withValue(open: OpenForm, { name }: FormField, value: string): OpenForm {
  return { ...open, values: { ...open.values, [name]: value } }
}

/** Asks for the first empty field, below any message that comes first. */
export function fieldPrompt(open: OpenForm, t: Translator, before: readonly Block[] = []): Message | undefined {
  const fields = usableFields(open.form)
  const field = openField(open)
  if (!field) return undefined
  const { title } = open.form
  const step = { title, at: fields.indexOf(field) + 1, count: fields.length }
  const hint = field.hint ?? t(field.type === 'choice' ? 'form.choice' : 'form.text')
  const current =
    field.type === 'choice' ? field.options.find(({ value }) => value === field.initial)?.label : field.initial
  const options = field.type === 'choice' ? field.options.map(({ label }) => ({ text: plain(label) })) : []
  return {
    summary: field.label,
    blocks: [
      ...before,
      heading(fields.length > 1 ? t('console.formStep', step) : title),
      { type: 'text', text: strong(field.label) },
      ...(current === undefined ? [] : [note('info', t.rich('form.current', { value: current }))]),
      ...(options.length > 0 ? [{ type: 'list' as const, numbered: true, items: options }] : []),
      { type: 'text', text: plain(hint) },
      { type: 'text', text: t.rich('form.leave') },
    ],
  }
}

/** The form with one field less filled in, so that it is asked again; undefined if other values would not help. */
export function withoutRefused(
  open: OpenForm,
  { failed, field: name }: Extract<BotResponse, { type: 'reply' }>,
  last: FormField | undefined,
): OpenForm | undefined {
  if (failed === undefined || (failed === 'user' && name === undefined)) return undefined
  const fields = usableFields(open.form)
  const again = failed === 'internal' ? last : (fields.find((field) => field.name === name) ?? fields[0])
  if (!again) return undefined
  return { ...open, values: Object.fromEntries(Object.entries(open.values).filter(([each]) => each !== again.name)) }
}

/** The value of a field in a typed line; undefined if it is invalid. An empty line keeps what a choice or a required field has. */
export function parseFieldValue(field: FormField, line: string): string | undefined {
  if (line === '' && (field.type === 'choice' || !field.optional)) return field.initial ?? ''
  return field.type === 'choice' ? optionNamed(line, field)?.value : line
}
