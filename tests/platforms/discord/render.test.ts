import { ComponentType } from 'discord.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/bot/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import {
  actions,
  heading,
  list,
  type Message,
  note,
  pictureBlocks,
  plain,
  type Radar,
  text,
} from '../../../src/message/index.ts'
import { createCommandMentions } from '../../../src/platforms/discord/command-mentions.ts'
import { parseCustomId } from '../../../src/platforms/discord/components/custom-id.ts'
import { LIMITS } from '../../../src/platforms/discord/components/limits.ts'
import { toMarkdown } from '../../../src/platforms/discord/components/markdown.ts'
import { countParts, renderModal } from '../../../src/platforms/discord/components/modal.ts'
import { renderMessage, renderPage } from '../../../src/platforms/discord/components/render.ts'
import { anyForm } from '../any-message.ts'
import { fieldsAt } from '../json.ts'
import { messageViolations, modalViolations } from './limits-check.ts'
import { pagesOf, sent } from './rendered.ts'

const en = translator('en')

describe('any message', () => {
  test('any form is within Discord’s limits, in as many modals as it needs', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        fc.pre(form.payload.length <= 90)
        for (let part = 0; part < countParts(form); part++) {
          const modal = renderModal(form, part)
          expect(modal.components.length > 0 ? modalViolations(modal) : []).toEqual([])
          expect(parseCustomId(modal.custom_id)).toEqual({
            kind: 'form',
            payload: form.payload,
            part,
            isLast: part + 1 === countParts(form),
          })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('numbers a list from its first number on', () => {
    const items = [{ text: plain('Three') }, { text: plain('Four') }]
    const pages = pagesOf({ summary: 'x', blocks: [{ type: 'list', numbered: true, first: 3, items }] }, en)
    expect(JSON.stringify(pages)).toContain(String.raw`3. Three\n4. Four`)
  })

  test('keeps all buttons if it is cut, and says how much is left out', () => {
    const choices = Array.from({ length: 60 }, (_, at) => ({ label: `Do ${at}.`, payload: `1s:r:${at}` }))
    const items = Array.from({ length: 300 }, (_, at) => ({ text: plain(`Item ${at} of the list`) }))
    const message: Message = { summary: 'x', blocks: [...list(items), ...actions(choices)] }
    const rendered = JSON.stringify(renderMessage(message, { t: en }))
    expect(choices.filter(({ label }) => !rendered.includes(`"${label}"`))).toEqual([])
    const left = items.filter((_, at) => !rendered.includes(`Item ${at} of`)).length
    expect(left).toBeGreaterThan(0)
    expect(rendered).toContain(en('paging.leftOut', { count: left }))
  })

  test('shows everything on its pages', () => {
    const items = Array.from({ length: 300 }, (_, at) => ({ text: plain(`Item ${at} of the list`) }))
    const pages = pagesOf({ summary: 'x', blocks: [text(plain('Above')), ...list(items)] }, en)
    expect(pages.length).toBeGreaterThan(1)
    const rendered = JSON.stringify(pages)
    expect(items.filter((_, at) => !rendered.includes(`Item ${at} of`))).toEqual([])
  })
})

describe('the color of a message', () => {
  const accentOf = (message: Message) =>
    fieldsAt({ list: renderMessage(message, { t: en }) }, 'list')[0]?.['accent_color']
  const refusal = {
    summary: 'No',
    blocks: [note('error', plain('No')), ...actions([{ label: 'Again', payload: '1s:a:1' }])],
  }

  test('is that of its note if it is nothing else, and its own if it has one', () => {
    expect(accentOf(refusal)).toBe(0xda373c)
    expect(accentOf({ summary: 'Yes', blocks: [note('success', plain('Yes'))] })).toBe(0x248046)
    expect(accentOf({ ...refusal, accent: 'info' })).toBe(0x5865f2)
  })

  test('is none for a note above a card', () => {
    expect(accentOf({ summary: 'No', blocks: [...refusal.blocks, heading('A card')] })).toBeUndefined()
    expect(accentOf({ summary: 'So', blocks: [note('info', plain('So'))] })).toBeUndefined()
  })
})

describe('a command to use', () => {
  const t = translator('es')
  const usage = { type: 'usage', text: '/profile vincular AB12', command: 'profile', subcommand: 'link' } as const
  const linked = { ...usage, options: { code: 'AB12' } }
  const mentions = createCommandMentions(COMMANDS)

  test('is code with the names that a person sees until its id is known, then a mention', () => {
    expect(toMarkdown([linked], mentions.formsIn(undefined, t))).toBe('``/perfil vincular código: AB12``')
    mentions.setIds(new Map([['profile', '910000000000000001']]))
    expect(toMarkdown([linked], mentions.formsIn('800000000000000001', t))).toBe(
      '</profile link:910000000000000001> ``código: AB12``',
    )
  })

  test('by itself is its first subcommand, which does the same', () => {
    const bare = { type: 'usage', text: '/profile', command: 'profile', options: {} } as const
    expect(toMarkdown([bare], mentions.formsIn(undefined, t))).toBe('</profile show:910000000000000001>')
  })

  test('is shown as it is typed where it is not registered, and if it is unknown', () => {
    const inServer = createCommandMentions(COMMANDS, '800000000000000001')
    inServer.setIds(new Map([['profile', '910000000000000001']]))
    expect(toMarkdown([linked], inServer.formsIn('800000000000000001', t))).toContain('</profile link:')
    for (const place of [undefined, '800000000000000002']) {
      expect(toMarkdown([linked], inServer.formsIn(place, t))).toBe('``/profile vincular AB12``')
    }
    const unknown = { type: 'usage', text: '/karma', command: 'karma', options: {} } as const
    expect(toMarkdown([unknown], mentions.formsIn(undefined, t))).toBe('``/karma``')
  })

  test('has nothing of a value outside its code', () => {
    const hostile = { ...linked, options: { code: '``<@1>\n@everyone' } }
    expect(toMarkdown([hostile], mentions.formsIn(undefined, t))).toBe(
      '</profile link:910000000000000001> ``código: ˋˋ<@1> @everyone``',
    )
  })
})

describe('text', () => {
  test.each([
    ['@everyone <@1> <#2> :smile:', String.raw`\@everyone \<\@1\> \<\#2\> \:smile\:`],
    ['# no heading', String.raw`\# no heading`],
    ['- no item', String.raw`\- no item`],
    ['1. no number', String.raw`1\. no number`],
    ['*a* _b_ ~c~ `d` ||e|| [f](g)', String.raw`\*a\* \_b\_ \~c\~ \`d\` \|\|e\|\| \[f\]\(g\)`],
  ])('%s is shown literally', (input, expected) => {
    expect(toMarkdown(plain(input))).toBe(expected)
  })

  test('has its marks next to the words', () => {
    expect(toMarkdown([{ type: 'strong', text: ' bold ' }])).toBe(' **bold** ')
    expect(toMarkdown([{ type: 'code', text: 'a`b' }])).toBe('``aˋb``')
    expect(toMarkdown([{ type: 'link', text: 'here', url: 'javascript:alert(1)' }])).toBe('here')
  })
})

describe('actions', () => {
  const rowsOf = (count: number) =>
    fieldsAt(
      renderMessage(
        {
          summary: 'x',
          blocks: actions(Array.from({ length: count }, (_, at) => ({ label: `Do ${at}`, payload: `1s:r:${at}` }))),
        },
        { t: en },
      )[0],
      'components',
    ).map((row) => fieldsAt(row, 'components').map(({ type }) => type))

  test('are buttons, five in a row, as long as there are few of them', () => {
    expect(rowsOf(5)).toEqual([[2, 2, 2, 2, 2]])
    expect(rowsOf(8)).toEqual([
      [2, 2, 2, 2, 2],
      [2, 2, 2],
    ])
  })

  test('are a menu if there are many', () => {
    expect(rowsOf(9)).toEqual([[3]])
  })
})

test('a blank line is above and below a list, but not under the heading', () => {
  const message: Message = {
    summary: 'x',
    blocks: [
      heading('Heading'),
      ...list([{ text: plain('First'), detail: plain('In small'), more: [plain('And more')] }]),
      text(plain('Between')),
      text(plain('Next')),
      ...list([{ text: plain('Second') }, { text: plain('Third') }], plain('Title')),
      ...list([{ text: plain('Fourth') }], plain('Other')),
      note('info', plain('Below')),
    ],
  }
  const [container] = renderMessage(message, { t: en })
  expect(fieldsAt(container, 'components').map(({ content }) => content)).toEqual([
    [
      ...['### Heading', '- First', '  -# In small', '  -# And more', '', 'Between', 'Next', ''],
      ...['Title', '- Second', '- Third', '', 'Other', '- Fourth', '', 'ℹ️ Below'],
    ].join('\n'),
  ])
})

test('a moment is a timestamp of Discord, and words if it is none', () => {
  const at = Date.UTC(2026, 0, 8, 9, 0, 0, 999)
  const moment = { type: 'time', at, text: 'on January 8' } as const
  expect(toMarkdown([...plain('closes '), { ...moment, style: 'relative' }])).toBe('closes <t:1767862800:R>')
  expect(toMarkdown([{ ...moment, style: 'date' }])).toBe('<t:1767862800:D>')
  expect(toMarkdown([{ ...moment, style: 'date', at: Number.NaN, text: '*never*' }])).toBe('\\*never\\*')
})

test('a message with an accent has a colored edge, and one without has none', () => {
  const edgeOf = (accent?: Message['accent']) => {
    const message: Message = { summary: 'x', blocks: [text(plain('x'))], ...(accent && { accent }) }
    return renderMessage(message, { t: en }).map((component) => 'accent_color' in component && component.accent_color)
  }
  expect(edgeOf()).toEqual([false])
  const colors = (['info', 'success', 'warning', 'danger', 'neutral'] as const).flatMap(edgeOf)
  expect(new Set(colors).size).toBe(5)
})

test('custom ids are unique, also of repeated buttons', () => {
  const twice = { label: 'Again', payload: 'x'.repeat(98) }
  const message: Message = {
    summary: 'x',
    blocks: [note('info', plain('Twice')), ...actions([twice, twice]), ...actions([twice])],
  }
  expect(messageViolations(sent(renderMessage(message, { t: en })))).toEqual([])
})

test('a long option continues in its description', () => {
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
  const rendered = JSON.stringify(component)
  expect(rendered).toContain('"description":')
  expect(rendered).toContain('keeps secrets out of it.')
  expect(LIMITS.modalFields).toBe(5)
})

describe('a picture', () => {
  const picture: Radar = {
    ...{
      type: 'radar',
      title: 'Domains',
      note: 'Average',
      unavailable: 'not available',
      rings: ['A', 'W'],
      series: [{ label: 'Senior' }],
    },
    axes: ['Security', 'Data', 'Cloud'].map((label) => ({ label, values: [{ at: 1, text: '1' }] })),
  }
  const messageWith = (lines: number): Message => ({
    summary: 'Senior',
    blocks: [
      heading('Senior'),
      ...list(Array.from({ length: lines }, (_, at) => ({ text: plain(`Line ${at}`) }))),
      ...pictureBlocks(picture),
      ...actions([{ label: 'Assess', payload: '1a' }]),
    ],
  })
  const page = (lines: number, number: number) =>
    renderPage(messageWith(lines), { t: en, page: number, pageId: (to) => `p~${to}` })

  test('is in the answer if both fit the screen', () => {
    expect(page(10, 0).pictures?.pictures).toHaveLength(1)
  })

  test('stands below the buttons if the rest alone fits', () => {
    const { pictures } = page(25, 0)
    const [container] = pictures?.components ?? []
    const types = container?.type === ComponentType.Container ? container.components.map(({ type }) => type) : []
    expect(types.at(-1)).toBe(ComponentType.MediaGallery)
    expect(types.at(-2)).toBe(ComponentType.ActionRow)
    expect(JSON.stringify(pictures?.components)).toContain('Line 24')
  })

  test('has the last page, with the actions, if the rest takes several', () => {
    expect(page(60, 0).pictures).toBeUndefined()
    const last = page(60, 2)
    expect(last.pictures?.pictures).toHaveLength(1)
    expect(JSON.stringify(last.components)).toContain('Domains')
    expect(JSON.stringify(last.components)).toContain('Assess')
    expect(JSON.stringify(last.components)).not.toContain('Line 0')
  })
})

test('a button stands beside its text, but not one with a long label, which would leave the text a narrow column', () => {
  const typesWith = (label: string) => {
    const blocks = actions([{ label, payload: '1a:q' }], 'A sentence about it.')
    return JSON.stringify(renderMessage({ summary: 's', blocks }, { t: en }))
  }
  expect(typesWith('Note')).toContain('"accessory"')
  expect(typesWith(`Note or link for ${'a long name '.repeat(4)}`)).not.toContain('"accessory"')
})
