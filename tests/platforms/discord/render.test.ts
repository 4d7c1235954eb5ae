import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translator } from '../../../src/i18n/index.ts'
import { actions, list, type Message, note, plain, text } from '../../../src/message/index.ts'
import { parseCustomId } from '../../../src/platforms/discord/components/custom-id.ts'
import { LIMITS } from '../../../src/platforms/discord/components/limits.ts'
import { toMarkdown } from '../../../src/platforms/discord/components/markdown.ts'
import { countParts, renderModal } from '../../../src/platforms/discord/components/modal.ts'
import { renderMessage } from '../../../src/platforms/discord/components/render.ts'
import { anyForm } from '../any-message.ts'
import { messageViolations, modalViolations } from './limits-check.ts'
import { pagesOf, sent } from './rendered.ts'

const en = translator('en')

describe('any message at all', () => {
  test('any form is within Discord’s limits, in as many dialogs as it takes', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        fc.pre(form.payload.length <= 90)
        for (let part = 0; part < countParts(form); part++) {
          const modal = renderModal(form, part)
          expect(modal.components.length > 0 ? modalViolations(modal) : []).toEqual([])
          expect(parseCustomId(modal.custom_id)).toEqual({ kind: 'form', payload: form.payload, part })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('keeps all there is to press where it has to be cut, and says how much is missing', () => {
    const choices = Array.from({ length: 60 }, (_, at) => ({ label: `Do ${at}.`, payload: `1s:r:${at}` }))
    const items = Array.from({ length: 300 }, (_, at) => ({ text: plain(`Item ${at} of the list`) }))
    const message: Message = { summary: 'x', blocks: [...list(items), ...actions(choices)] }
    const drawn = JSON.stringify(renderMessage(message, { t: en }))
    expect(choices.filter(({ label }) => !drawn.includes(`"${label}"`))).toEqual([])
    const left = items.filter((_, at) => !drawn.includes(`Item ${at} of`)).length
    expect(left).toBeGreaterThan(0)
    expect(drawn).toContain(en('paging.leftOut', { count: left }))
  })

  test('says everything over its pages', () => {
    const items = Array.from({ length: 300 }, (_, at) => ({ text: plain(`Item ${at} of the list`) }))
    const pages = pagesOf({ summary: 'x', blocks: [text(plain('Above')), ...list(items)] }, en)
    expect(pages.length).toBeGreaterThan(1)
    const drawn = JSON.stringify(pages)
    expect(items.filter((_, at) => !drawn.includes(`Item ${at} of`))).toEqual([])
  })
})

describe('words', () => {
  test.each([
    ['@everyone <@1> <#2> :smile:', String.raw`\@everyone \<\@1\> \<\#2\> \:smile\:`],
    ['# no heading', String.raw`\# no heading`],
    ['- no item', String.raw`\- no item`],
    ['1. no number', String.raw`1\. no number`],
    ['*a* _b_ ~c~ `d` ||e|| [f](g)', String.raw`\*a\* \_b\_ \~c\~ \`d\` \|\|e\|\| \[f\]\(g\)`],
  ])('%s are taken literally', (said, expected) => {
    expect(toMarkdown(plain(said))).toBe(expected)
  })

  test('carry their emphasis at the words themselves', () => {
    expect(toMarkdown([{ type: 'strong', text: ' bold ' }])).toBe(' **bold** ')
    expect(toMarkdown([{ type: 'code', text: 'a`b' }])).toBe('``aˋb``')
    expect(toMarkdown([{ type: 'link', text: 'here', url: 'javascript:alert(1)' }])).toBe('here')
  })
})

test('the id of a button is there once, whatever is offered twice', () => {
  const twice = { label: 'Again', payload: 'x'.repeat(98) }
  const message: Message = {
    summary: 'x',
    blocks: [note('info', plain('Twice')), ...actions([twice, twice]), ...actions([twice])],
  }
  expect(messageViolations(sent(renderMessage(message, { t: en })))).toEqual([])
})

test('what an option’s name cannot hold goes on in its description', () => {
  const statement =
    'Configures a JSON logger such as structlog for a service, binds request fields, picks log levels and keeps secrets out of it.'
  const modal = renderModal({
    title: 'Card',
    payload: '1a:f',
    submit: 'Send',
    fields: [
      { type: 'choice', name: 'a', label: 'Skill', optional: true, options: [{ value: '1', label: statement }] },
    ],
  })
  expect(modalViolations(modal)).toEqual([])
  const [component] = modal.components
  const said = JSON.stringify(component)
  expect(said).toContain('"description":')
  expect(said).toContain('keeps secrets out of it.')
  expect(LIMITS.modalFields).toBe(5)
})
