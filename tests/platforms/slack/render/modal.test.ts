import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translator } from '../../../../src/i18n/index.ts'
import type { ChoiceField, Form, TextField } from '../../../../src/message/index.ts'
import { fieldErrors, renderModal, submittedValues } from '../../../../src/platforms/slack/blocks/modal.ts'
import { type Harness, openHarness } from '../../../bot/assess/harness.ts'
import { openCatalog, ownCatalog } from '../../../fixtures/catalog.ts'
import { viewViolations } from '../limits-check.ts'
import { textsOf } from './pages.ts'
import { plainObject } from './shapes.ts'

const t = translator('en')

const why: TextField = { type: 'text', name: 'why', label: 'Why', hint: 'One line', optional: true, maxLength: 200 }
const step: ChoiceField = {
  type: 'choice',
  name: 'step',
  label: 'Step',
  optional: false,
  options: [
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
  ],
}

function formOf(...fields: Form['fields']): Form {
  return { title: 'A form', payload: '1a:fill', submit: 'Save', fields }
}

function renderForm(form: Form): ReturnType<typeof renderModal> {
  const view = renderModal(form, { t, privateMetadata: 'meta' })
  expect(viewViolations(view)).toEqual([])
  return view
}

describe('a modal', () => {
  test('has an input for each field, with its current value', () => {
    expect(renderForm(formOf({ ...why, initial: 'Because' }, { ...step, initial: '2' }))).toEqual({
      type: 'modal',
      callback_id: 'form',
      private_metadata: 'meta',
      title: plainObject('A form'),
      submit: plainObject('Save'),
      close: plainObject('Cancel'),
      blocks: [
        {
          type: 'input',
          block_id: 'field:why',
          label: plainObject('Why'),
          hint: plainObject('One line'),
          optional: true,
          element: {
            type: 'plain_text_input',
            action_id: 'value',
            multiline: true,
            max_length: 200,
            initial_value: 'Because',
          },
        },
        {
          type: 'input',
          block_id: 'field:step',
          label: plainObject('Step'),
          optional: false,
          element: {
            type: 'static_select',
            action_id: 'value',
            options: [
              { text: plainObject('One'), value: '1' },
              { text: plainObject('Two'), value: '2' },
            ],
            initial_option: { text: plainObject('Two'), value: '2' },
          },
        },
      ],
    })
  })

  test('lists a choice that is too long for a menu in full above it, with its number in the menu', () => {
    const long = `${'Explains it '.repeat(12)}well`
    const { blocks } = renderForm(formOf({ ...step, options: [...step.options, { value: '3', label: long }] }))
    expect(blocks.map((block) => block.type)).toEqual(['rich_text', 'input'])
    expect(textsOf(blocks[0])).toEqual(['Step', 'One', 'Two', long])
    const options = textsOf(blocks[1]).slice(1)
    expect(options.slice(0, 2)).toEqual(['1 · One', '2 · Two'])
    expect(options[2]).toMatch(/^3 · Explains it Explains .*…$/u)
  })

  test('has only the menus, at most a hundred, if there is no room for the lists', () => {
    const label = 'x'.repeat(100)
    const many = Array.from({ length: 130 }, (_, at) => ({ ...step, name: `f${at}`, options: [{ value: '1', label }] }))
    expect(renderForm(formOf(...many.slice(0, 50))).blocks).toHaveLength(100)
    expect(renderForm(formOf(...many.slice(0, 51))).blocks).toHaveLength(51)
    const { blocks } = renderForm({ ...formOf(...many), title: 'A title that is longer than a modal takes' })
    expect(blocks).toHaveLength(100)
    expect(blocks.at(-1)?.block_id).toBe('field:f99')
  })

  test('shows a title that it has to cut in full below it', () => {
    const view = renderForm({ ...formOf(why), title: 'Performance & Reliability Engineering' })
    expect(view.title).toEqual(plainObject('Performance & Reliabili…'))
    expect(textsOf(view.blocks[0])).toEqual(['Performance & Reliability Engineering'])
  })

  test('refuses metadata that is longer than Slack’s limit', () => {
    expect(() => renderModal(formOf(why), { t, privateMetadata: 'x'.repeat(3001) })).toThrow(RangeError)
  })

  test('without fields is still a modal', () => {
    expect(renderForm(formOf()).blocks).toHaveLength(1)
    expect(renderForm(formOf({ ...step, options: [] })).blocks).toHaveLength(1)
  })
})

describe('the values of a submitted modal', () => {
  test('are returned by field name, without empty fields', () => {
    const values = {
      'field:why': { value: { type: 'plain_text_input', value: 'Because <of> it' } },
      'field:step': { value: { type: 'static_select', selected_option: { text: plainObject('Two'), value: '2' } } },
      'field:none': { value: { type: 'static_select', selected_option: null } },
      'field:empty': { value: { type: 'plain_text_input', value: null } },
      other: { value: { type: 'plain_text_input', value: 'not ours' } },
    }
    expect(submittedValues({ state: { values } })).toEqual({ why: 'Because <of> it', step: '2' })
  })

  test.each([
    undefined,
    null,
    'x',
    {},
    { state: null },
    { state: { values: [] } },
    { state: { values: { 'field:a': 1 } } },
  ])('are empty for %j', (view) => {
    expect(submittedValues(view)).toEqual({})
  })

  test('have their errors at their blocks', () => {
    expect(fieldErrors({ why: 'Too long', step: '' })).toEqual({ 'field:why': 'Too long', 'field:step': '…' })
  })
})

describe('the sheet of an assessment', () => {
  let harness: Harness

  beforeAll(async () => {
    harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  })

  afterAll(() => harness.close())

  test('opens as a modal, and its choices are returned', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer')
    await ana.press('Fill in a sheet')
    const form = await ana.open('Fill in this card')
    const { blocks } = renderForm(form)
    expect(blocks.filter((block) => block.type === 'input')).toHaveLength(form.fields.length)
    for (const field of form.fields) {
      const labels = field.type === 'choice' ? field.options.map(({ label }) => label) : []
      expect(textsOf(blocks)).toEqual(expect.arrayContaining(labels))
    }
    const picked = form.fields.map(({ name }) => [`field:${name}`, { value: { selected_option: { value: '3' } } }])
    const values = submittedValues({ state: { values: Object.fromEntries(picked) } })
    expect(values).toEqual(Object.fromEntries(form.fields.map(({ name }) => [name, '3'])))
    await ana.fill(form, values)
    expect(ana.failed).toBeUndefined()
  })
})
