import type { InputBlock, KnownBlock, ModalView, PlainTextOption, RichTextBlock } from '@slack/types'
import type { Translator } from '../../../i18n/index.ts'
import { type ChoiceField, type Form, type FormField, usableFields } from '../../../message/index.ts'
import { isBlank, oneLine, prefixOfLength, sanitize, truncate } from '../../../message/sanitize.ts'
import { at, isRecord, listAt, textAt } from '../json.ts'
import { LIMITS } from './limits.ts'
import { plainTextObject, richTextElements } from './pieces.ts'

const FIELD = 'field:'
const VALUE = 'value'

interface ModalOptions {
  readonly t: Translator
  /** Returned with the submitted values; at most 3,000 characters. */
  readonly privateMetadata: string
}

/**
 * Renders a form as a modal. Choices that are too long for a menu are listed in full above it, numbered like those in the menu, if there
 * is room for two blocks per field. A modal has the first 100 fields, a menu the first 100 choices. Throws a RangeError if the metadata
 * or a value exceeds Slack's limit.
 */
export function renderModal(form: Form, { t, privateMetadata }: ModalOptions): ModalView {
  checkLength(privateMetadata, LIMITS.privateMetadata, 'private_metadata')
  const fields = usableFields(form).slice(0, LIMITS.viewBlocks)
  const title = oneLine(form.title)
  const heading = title.length > LIMITS.modalTitle ? [headingOf(title)] : []
  const full = [...heading, ...fields.flatMap((field) => [...choiceListOf(field), inputOf(field)])]
  const short = [...heading, ...fields.map(inputOf)]
  const blocks = full.length <= LIMITS.viewBlocks ? full : short.slice(-LIMITS.viewBlocks)
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: privateMetadata,
    title: plainTextObject(form.title, LIMITS.modalTitle),
    submit: plainTextObject(form.submit, LIMITS.modalButton),
    close: plainTextObject(t('slack.cancel'), LIMITS.modalButton),
    blocks: blocks.length > 0 ? [...blocks] : [headingOf(title || '…')],
  }
}

function checkLength(value: string, maxLength: number, name: string): string {
  if (value.length > maxLength) throw new RangeError(`${name} is at most ${maxLength} characters: ${value.length}`)
  return value
}

function headingOf(text: string): RichTextBlock {
  const elements = richTextElements([{ type: 'strong', text: truncate(text, LIMITS.text) }])
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

function inputOf(field: FormField): InputBlock {
  return {
    type: 'input',
    block_id: checkLength(`${FIELD}${field.name}`, LIMITS.id, 'block_id'),
    label: plainTextObject(field.label, LIMITS.label),
    optional: field.optional,
    ...(field.hint !== undefined && !isBlank(field.hint) && { hint: plainTextObject(field.hint, LIMITS.hint) }),
    element: elementOf(field),
  }
}

function elementOf(field: FormField): InputBlock['element'] {
  switch (field.type) {
    case 'text': {
      const maxLength = Math.min(LIMITS.inputText, Math.max(1, Math.trunc(field.maxLength)))
      const initial = prefixOfLength(sanitize(field.initial ?? ''), maxLength)
      return {
        type: 'plain_text_input',
        action_id: VALUE,
        multiline: true,
        max_length: maxLength,
        ...(initial !== '' && { initial_value: initial }),
      }
    }
    case 'choice': {
      const options = menuOf(field)
      const initial = options.find((option) => option.value === field.initial)
      return {
        type: 'static_select',
        action_id: VALUE,
        options,
        ...(initial && { initial_option: initial }),
      }
    }
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: VALUE,
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
        ...(field.initial !== undefined && { initial_conversation: field.initial }),
      }
    case 'people': {
      // The menu has no user groups.
      const users = field.chosen.filter(({ isGroup }) => !isGroup).map(({ id }) => id)
      return {
        type: 'multi_users_select',
        action_id: VALUE,
        ...(users.length > 0 && { initial_users: users }),
      }
    }
  }
}

/** The choices, each value once. */
function choicesOf({ options }: ChoiceField): ChoiceField['options'] {
  const values = new Set<string>()
  return options
    .filter(({ value }) => {
      const isNew = !values.has(value)
      values.add(value)
      return isNew
    })
    .slice(0, LIMITS.options)
}

/** The options of a menu. If a choice is too long for it, all are numbered like those in the list above the menu. */
function menuOf(field: ChoiceField): PlainTextOption[] {
  const numbered = isLong(field)
  return choicesOf(field).map(({ value, label }, index) => ({
    text: plainTextObject(numbered ? `${index + 1} · ${oneLine(label)}` : label, LIMITS.optionText),
    value: checkLength(value, LIMITS.optionValue, 'the value of an option'),
  }))
}

function isLong(field: ChoiceField): boolean {
  return choicesOf(field).some(({ label }) => oneLine(label).length > LIMITS.optionText)
}

/** A list of the choices in full, under the label of the field. */
function choiceListOf(field: FormField): readonly KnownBlock[] {
  if (field.type !== 'choice' || !isLong(field)) return []
  const lines = choicesOf(field).map(({ label }) => oneLine(label) || '…')
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: richTextElements([{ type: 'strong', text: truncate(oneLine(field.label) || '…', LIMITS.text) }]),
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: lines.map((text) => ({
            type: 'rich_text_section',
            elements: richTextElements([{ type: 'text', text: truncate(text, LIMITS.text) }]),
          })),
        },
      ],
    },
  ]
}

/** Returns the values of a view_submission by field name. A field that was left empty has none. */
export function submittedValues(view: unknown): Readonly<Record<string, string>> {
  const blocks = at(view, 'state', 'values')
  if (!isRecord(blocks)) return {}
  return Object.fromEntries(
    Object.entries(blocks).flatMap(([id, block]) => {
      const element = at(block, VALUE)
      const value = chosenValue(element)
      return id.startsWith(FIELD) && value !== undefined ? [[id.slice(FIELD.length), value] as const] : []
    }),
  )
}

/** The names of all fields of a submitted view, in their order. */
export function fieldNames(view: unknown): readonly string[] {
  return listAt(view, 'blocks')
    .map((block) => textAt(block, 'block_id') ?? '')
    .filter((id) => id.startsWith(FIELD))
    .map((id) => id.slice(FIELD.length))
}

/** What was typed or chosen in an element; undefined for nothing. */
function chosenValue(element: unknown): string | undefined {
  if (textAt(element, 'type') === 'multi_users_select') return listAt(element, 'selected_users').join(' ')
  return (
    textAt(element, 'value') ?? textAt(element, 'selected_option', 'value') ?? textAt(element, 'selected_conversation')
  )
}

/** Returns the errors for `response_action: errors`, by block_id. */
export function fieldErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [`${FIELD}${name}`, oneLine(text) || '…']))
}
