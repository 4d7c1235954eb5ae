import { expect, test } from 'vitest'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { openQuestions, readQuestions, score } from './score.ts'

// How questions fare that nothing was fitted to. A phrase or an example that is written for one of them makes this test worthless.

/** The views that are about one role. Where a question names none, it is asked which. */
const OF_A_ROLE = new Set(['level', 'cell', 'domain', 'stack', 'focus', 'core', 'compare-levels', 'next-level'])

/** The least share of right answers, and the most confident wrong ones. 76 % and 9 % when they were first asked. */
const LEAST_RIGHT = 0.74
const MOST_WRONG = 0.13

test('most questions that nobody has seen get the right view of the right things', async () => {
  const questions = await readQuestions('l')
  const ask = openQuestions(await openCatalog(shippedCatalog))
  const scores = await Promise.all(
    questions.map(async (question) => {
      const facts = await ask(question.ask, question.lang)
      const isOfRole = [question.view].flat().some((view) => OF_A_ROLE.has(view))
      const isAskedBack = facts.view === 'choice' && isOfRole && question.role === undefined
      return isAskedBack ? 'right' : score(question, facts).outcome
    }),
  )
  const shareOf = (outcome: string): number => scores.filter((each) => each === outcome).length / scores.length
  expect(shareOf('right')).toBeGreaterThanOrEqual(LEAST_RIGHT)
  expect(shareOf('wrong')).toBeLessThanOrEqual(MOST_WRONG)
})
