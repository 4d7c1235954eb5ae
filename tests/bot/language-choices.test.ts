import { describe, expect, test } from 'vitest'
import { createLanguageChoices } from '../../src/bot/language-choices.ts'
import { createNullStore } from '../../src/store/null-store.ts'
import { DEFAULT_SETTINGS } from '../../src/store/records.ts'
import type { Store } from '../../src/store/store.ts'

// The store counts its reads and can be slow: a real one is in tests/bot/home.test.ts and the journeys.

const ANA = { platform: 'slack', workspace: 'T1', user: 'U1' }

function open({ locale = 'es', failing = false, slow = false } = {}) {
  const state = { locale, failing, reads: 0, now: 1_000_000 }
  const store: Store = {
    ...createNullStore(),
    settings: {
      async read() {
        state.reads += 1
        if (slow) await new Promise(() => undefined)
        if (state.failing) throw new Error('away')
        return { ...DEFAULT_SETTINGS, locale: state.locale }
      },
      change: (_, change) => Promise.resolve({ ...DEFAULT_SETTINGS, ...change }),
    },
  }
  return { state, choices: createLanguageChoices(store, () => state.now) }
}

describe('the language that a person has chosen', () => {
  test('is read once, and returned at once from then on', async () => {
    const { state, choices } = open()
    expect(await Promise.all([choices.choiceOf(ANA), choices.choiceOf(ANA)])).toEqual(['es', 'es'])
    expect(choices.choiceOf(ANA)).toBe('es')
    expect(state.reads).toBe(1)
  })

  test('that another process has stored is noticed, without a delivery that waits', async () => {
    const { state, choices } = open()
    await choices.choiceOf(ANA)
    state.locale = 'en'
    state.now += 31_000
    expect(choices.choiceOf(ANA)).toBe('es')
    await expect.poll(() => choices.choiceOf(ANA)).toBe('en')
    expect(state.reads).toBe(2)
  })

  test('takes effect in the process that stores it', async () => {
    const { choices } = open({ locale: 'en' })
    await choices.choiceOf(ANA)
    await choices.store.settings.change(ANA, { locale: 'es' })
    expect(choices.choiceOf(ANA)).toBe('es')
  })

  test('holds nobody up while the store is away: it is asked again after five seconds', async () => {
    const { state, choices } = open({ failing: true })
    expect(await choices.choiceOf(ANA)).toBeUndefined()
    state.failing = false
    expect(choices.choiceOf(ANA)).toBeUndefined()
    expect(state.reads).toBe(1)
    state.now += 5000
    await expect.poll(() => choices.choiceOf(ANA)).toBe('es')
  })

  test('is not waited for longer than half a second', async () => {
    const { choices } = open({ slow: true })
    expect(await choices.choiceOf(ANA)).toBeUndefined()
  })
})
