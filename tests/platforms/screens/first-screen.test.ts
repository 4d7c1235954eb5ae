import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/index.ts'
import { LOCALES, translator } from '../../../src/i18n/index.ts'
import { renderMessage as renderText } from '../../../src/platforms/console/render.ts'
import { buttons } from '../../bot/read-message.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { seededRandom } from '../../seeded-random.ts'
import { anyLadder } from './any-ladder.ts'
import { messagesOf } from './messages.ts'
import { SAMPLES } from './samples.ts'
import { FIRST_SCREEN, firstPagesOf, foldOf, heightsOf, screenProblems } from './screen.ts'

describe.each(Object.entries(SAMPLES))('the estimate of %s', (_, { message, ...measured }) => {
  test.each(['slack', 'discord'] as const)('is near what was measured for %s', (screen) => {
    const estimate = heightsOf(message, 'en')[screen]
    expect(Math.abs(estimate / measured[screen] - 1)).toBeLessThan(0.1)
  })
})

describe.each(LOCALES)('in %s', (locale) => {
  test('each answer about the own ladder is on the first screen', async () => {
    const own = await loadCatalog(ownCatalog)
    if (!own.ok) throw new Error('the own ladder is broken')
    expect(screenProblems(await messagesOf(own, locale), locale)).toEqual([])
  })

  test('each answer about a ladder twice as large, with the longest names, is on the first screen', async () => {
    const size = { roles: 12, levels: 8, domains: 30, skills: 100, texts: 'longest' } as const
    const messages = await messagesOf(anyLadder(seededRandom(7), size), locale)
    expect(Object.keys(messages).length).toBeGreaterThan(25)
    expect(screenProblems(messages, locale)).toEqual([])
  })

  test('the first page of an answer has its main next steps, however many domains and levels there are', async () => {
    const size = { roles: 2, levels: 12, domains: 60, skills: 120, texts: 'longest' } as const
    const messages = await messagesOf(anyLadder(seededRandom(9), size), locale)
    for (const name of ['role', 'level', 'two levels', 'two roles', 'result', 'plan', 'gaps']) {
      const message = messages[name]
      const payload = message && buttons(message)[0]?.payload
      if (!message || payload === undefined) throw new Error(`${name} has no button`)
      for (const page of firstPagesOf(message, locale)) expect(page).toContain(JSON.stringify(payload).slice(1, -1))
    }
  })

  test('an answer that is shortened in a terminal has all its numbers, and its first lines and choices', async () => {
    const size = { roles: 2, levels: 12, domains: 40, skills: 80, texts: 'longest' } as const
    const { level } = await messagesOf(anyLadder(seededRandom(8), size), locale)
    if (!level) throw new Error('no answer about a level')
    const screen = { width: 100, color: false }
    const t = translator(locale)
    const whole = renderText(level, screen)
    const short = renderText(level, { ...screen, fold: foldOf(t) })
    expect(short.choices.slice(0, -1)).toEqual(whole.choices)
    const lines = whole.text.split('\n')
    const shortLines = short.text.split('\n')
    expect(lines.length).toBeGreaterThan(FIRST_SCREEN.console)
    expect(shortLines.slice(0, 5)).toEqual(lines.slice(0, 5))
    expect(short.text).toContain(`[${whole.choices.length + 1}] ${t('console.showAll')}`)
    expect(short.text).toContain('[1] ')
  })
})
