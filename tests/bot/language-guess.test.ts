import { expect, test } from 'vitest'
import { createLanguageGuess } from '../../src/bot/language-guess.ts'
import { languages } from '../../src/i18n/index.ts'
import { QUESTION_SETS, readQuestions } from '../conversation/score.ts'

const guess = createLanguageGuess(languages)

test.each([
  ['hi', 'en'],
  ['hola', 'es'],
  ['¿qué se espera de un senior?', 'es'],
  ['what is expected of a senior?', 'en'],
  ['evaluarme', 'es'],
  // Names belong to no language.
  ['docker', undefined],
  ['ml-engineer senior', undefined],
  ['', undefined],
])('the language of “%s” is %s', (text, locale) => {
  expect(guess(text)).toBe(locale)
})

test('of all questions that the tests have, hardly any is taken for the other language', async () => {
  const questions = (await Promise.all(QUESTION_SETS.map(readQuestions))).flat()
  const wrong = questions.filter(({ ask, lang }) => ![undefined, lang].some((each) => each === guess(ask)))
  const right = questions.filter(({ ask, lang }) => guess(ask) === lang)
  expect(wrong.length / questions.length).toBeLessThan(0.01)
  expect(right.length / questions.length).toBeGreaterThan(0.9)
})
