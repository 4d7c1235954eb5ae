import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js'
import { type ChoiceField, type Form, type FormField, usableFields } from '../../../message/index.ts'
import { isBlank, prefixOfLength, sanitize, truncate } from '../../../message/sanitize.ts'
import { modalId } from './custom-id.ts'
import { LIMITS } from './limits.ts'
import { label } from './markdown.ts'

/** The number of modals that a form needs, five fields each. */
export function countParts(form: Form): number {
  return Math.max(1, Math.ceil(usableFields(form).length / LIMITS.modalFields))
}

/** The labels of the fields in one part of a form. */
export function labelsInPart(form: Form, part: number): readonly string[] {
  return fieldsOfPart(form, part).map((field) => field.label)
}

/** Renders the modal of one part of a form. Throws a RangeError if the payload leaves no room for the number of the part. */
export function renderModal(form: Form, part = 0, server?: string): APIModalInteractionResponseCallbackData {
  const parts = countParts(form)
  const at = Math.min(Math.max(0, part), parts - 1)
  const isLast = at === parts - 1
  const id = modalId(form.payload, at, isLast, server) ?? modalId(form.payload, at, isLast)
  if (id === undefined) throw new RangeError(`a form's payload is too long for Discord: ${form.payload}`)
  const number = parts > 1 ? ` (${at + 1}/${parts})` : ''
  return {
    title: `${truncate(label(form.title) || '…', LIMITS.modalTitle - number.length)}${number}`,
    custom_id: id,
    components: fieldsOfPart(form, at).map(labelOf),
  }
}

function fieldsOfPart(form: Form, part: number): readonly FormField[] {
  return usableFields(form).slice(part * LIMITS.modalFields, (part + 1) * LIMITS.modalFields)
}

function labelOf(field: FormField): APILabelComponent {
  const hint =
    field.hint === undefined || isBlank(field.hint) ? undefined : truncate(label(field.hint), LIMITS.modalDescription)
  return {
    type: ComponentType.Label,
    label: truncate(label(field.label) || '…', LIMITS.modalLabel),
    ...(hint !== undefined && { description: hint }),
    component: inputOf(field),
  }
}

function inputOf(field: FormField): APILabelComponent['component'] {
  switch (field.type) {
    case 'text': {
      const most = Math.min(LIMITS.inputText, Math.max(1, Math.trunc(field.maxLength)))
      const value = prefixOfLength(sanitize(field.initial ?? ''), most)
      return {
        type: ComponentType.TextInput,
        custom_id: field.name,
        style: TextInputStyle.Paragraph,
        max_length: most,
        required: !field.optional,
        ...(value !== '' && { value }),
      }
    }
    case 'choice':
      return {
        type: ComponentType.StringSelect,
        custom_id: field.name,
        ...selectFrom(field, 1),
        options: optionsOf(field),
      }
    case 'channel':
      return {
        type: ComponentType.ChannelSelect,
        custom_id: field.name,
        ...selectFrom(field, 1),
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        ...(field.initial !== undefined && {
          default_values: [{ id: field.initial, type: SelectMenuDefaultValueType.Channel }],
        }),
      }
    case 'people': {
      const chosen = field.chosen.slice(0, LIMITS.options).map(({ id, isGroup }) => ({
        id,
        type: isGroup ? (SelectMenuDefaultValueType.Role as const) : (SelectMenuDefaultValueType.User as const),
      }))
      return {
        type: ComponentType.MentionableSelect,
        custom_id: field.name,
        ...selectFrom(field, LIMITS.options),
        ...(chosen.length > 0 && { default_values: chosen }),
      }
    }
  }
}

/** How many can be selected. */
function selectFrom({ optional }: FormField, most: number) {
  return { required: !optional, ...(optional && { min_values: 0 }), max_values: most }
}

/** The options, each value once. A label that is too long continues in the description. */
function optionsOf({ options, initial }: ChoiceField) {
  const values = new Set<string>()
  return options
    .filter(({ value }) => {
      const isNew = !values.has(value) && value.length <= LIMITS.optionValue
      values.add(value)
      return isNew
    })
    .slice(0, LIMITS.options)
    .map(({ value, label: optionLabel }) => {
      const [name, rest] = splitLabel(label(optionLabel) || '…')
      return {
        label: name,
        value,
        ...(rest !== '' && { description: rest }),
        ...(value === initial && { default: true }),
      }
    })
}

function splitLabel(text: string): readonly [string, string] {
  if (text.length <= LIMITS.optionText) return [text, '']
  const blank = text.lastIndexOf(' ', LIMITS.optionText)
  const at = blank > LIMITS.optionText / 2 ? blank : prefixOfLength(text, LIMITS.optionText).length
  return [text.slice(0, at).trim(), truncate(text.slice(at).trim(), LIMITS.optionText)]
}
