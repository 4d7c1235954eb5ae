import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, translator } from '../../../../src/i18n/index.ts'
import { actions, list, type Message, plain } from '../../../../src/message/index.ts'
import { renderModal } from '../../../../src/platforms/slack/blocks/modal.ts'
import { renderBlocks, renderMessage } from '../../../../src/platforms/slack/blocks/render.ts'
import { anyForm, anyMessage } from '../../any-message.ts'
import { messageViolations, viewViolations } from '../limits-check.ts'
import { pagesOf, textOfPages, textsOf, wordsOf } from './pages.ts'

const extra = [{ label: 'Share', actionId: 'share', value: 'answer-1' }]
const t = fc.constantFrom(...LOCALES).map((locale) => translator(locale))

describe('any message', () => {
  test('is within Slack’s limits on every page, and the pages together omit nothing', () => {
    fc.assert(
      fc.property(anyMessage, t, (message, t) => {
        const pages = pagesOf(message, { t, extraButtons: extra })
        for (const page of pages) {
          expect(messageViolations(page)).toEqual([])
          expect(JSON.stringify(page.blocks)).not.toContain('"type":"mrkdwn"')
        }
        const rendered = textOfPages(pages)
        expect(wordsOf(message).filter((words) => !rendered.includes(words))).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  test('is within them if it has no pages', () => {
    fc.assert(
      fc.property(anyMessage, t, (message, t) => {
        expect(messageViolations(renderMessage(message, { t, extraButtons: extra }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('keeps all its buttons if it is cut', () => {
    const counts = fc.tuple(fc.nat(2000), fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(counts, t, ([items, first, last], t) => {
        const choices = Array.from({ length: first + last }, (_, at) => ({ label: `Do ${at}.`, payload: `1s:r:${at}` }))
        const listed = Array.from({ length: items }, (_, at) => ({ text: plain(`Item ${at} of the list.`) }))
        const blocks = [...actions(choices.slice(0, first)), ...list(listed), ...actions(choices.slice(first))]
        const rendered = textsOf(renderMessage({ summary: 'x', blocks }, { t }).blocks)
        expect(choices.filter(({ label }) => !rendered.includes(label))).toEqual([])
        const left = listed.filter((_, at) => !rendered.includes(`Item ${at} of the list.`)).length
        expect(rendered.includes(t('paging.leftOut', { count: left }))).toBe(left > 0)
      }),
    )
  })

  test('is within the limits of a Home tab', () => {
    fc.assert(
      fc.property(anyMessage, t, fc.boolean(), (message, t, turns) => {
        const turn = turns ? { pageToken: (page: number) => `home:${page}` } : {}
        const view = { type: 'home', blocks: renderBlocks(message, { t, most: 100, ...turn }) }
        expect(viewViolations(view)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('is rendered the same way each time', () => {
    fc.assert(
      fc.property(anyMessage, t, (message: Message, t) => {
        expect(renderMessage(message, { t })).toEqual(renderMessage(message, { t }))
      }),
      { numRuns: 30 },
    )
  })
})

describe('any form', () => {
  test('is within the limits of a modal', () => {
    fc.assert(
      fc.property(anyForm, t, (form, t) => {
        expect(viewViolations(renderModal(form, { t, privateMetadata: 'x'.repeat(3000) }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
