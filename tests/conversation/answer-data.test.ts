import { expect, test } from 'vitest'
import { type Bot, COMMANDS, createBot } from '../../src/bot/index.ts'
import { AnswerData, answerData, answerSchema } from '../../src/cli/answer-data.ts'
import { createNullStore } from '../../src/store/null-store.ts'
import { openCatalog, ownCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { readQuestions } from './score.ts'

async function openBot(
  folder: string,
  times: { readonly sessionMs: number; readonly resultMs?: number } = { sessionMs: 1 },
): Promise<Bot> {
  const catalogIndex = await openCatalog(folder)
  return createBot({
    commands: COMMANDS,
    catalogIndex: () => catalogIndex,
    services: { store: createNullStore(), now: () => 0, newId: () => 'id', ...times },
    report({ error }) {
      throw error
    },
  })
}

const bot = await openBot(ownCatalog)
const severalRoles = await openBot(shippedCatalog)
const person = { platform: 'test', workspace: 'W1', user: 'U1' }

test('the answer to every question is data of the schema', async () => {
  const questions = [...(await readQuestions('a')), ...(await readQuestions('b'))]
  const views = new Set<unknown>()
  const problems: string[] = []
  for (const { ask, lang } of questions) {
    const response = await bot.handle({ type: 'text', id: ask, person, locale: lang, text: ask })
    if (response.type !== 'reply') throw new Error(`“${ask}” is answered with no message`)
    const data: unknown = JSON.parse(JSON.stringify(answerData(response.facts, response.message)))
    const problem = AnswerData.safeParse(data).error?.message
    if (problem !== undefined) problems.push(`${ask}: ${problem}`)
    views.add(response.facts?.view)
  }
  expect(problems).toEqual([])
  expect(views.size).toBeGreaterThan(20)
})

test('the schema refuses a view and a key that do not exist', () => {
  const message = { summary: 'x', blocks: [] }
  expect(AnswerData.safeParse({ view: 'level', message }).success).toBe(true)
  expect(AnswerData.safeParse({ view: 'levels', message }).success).toBe(false)
  expect(AnswerData.safeParse({ view: 'level', rank: 3, message }).success).toBe(false)
  expect(JSON.stringify(answerSchema())).toContain('"next-level"')
})

test.each([
  ['pyhton', { view: 'unknown', ignored: ['pyhton'] }],
  ['mle flurble', { view: 'unknown', role: 'ml-engineer', ignored: ['flurble'] }],
  ['mle llm engineering', { view: 'domain', role: 'ml-engineer', domain: 'llm-engineering', ignored: [] }],
])('a question without an answer is data too: %s', async (text, facts) => {
  const response = await severalRoles.handle({ type: 'text', id: text, person, locale: 'en', text })
  expect(response).toMatchObject({ type: 'reply', failed: 'user', facts })
})

test.each([
  [1095, 'a result 3 years after'],
  [365, 'a result 1 year after'],
  [30, 'a result 30 days after'],
])('a result that is stored for %d days is told in years if they are whole', async (days, expected) => {
  const keeper = await openBot(ownCatalog, { resultMs: days * 86_400_000, sessionMs: 86_400_000 })
  const response = await keeper.handle({ type: 'text', id: 'privacy', person, locale: 'en', text: 'is this private?' })
  expect(JSON.stringify(response)).toContain(expected)
})
