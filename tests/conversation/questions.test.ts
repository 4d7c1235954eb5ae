import { describe, expect, test } from 'vitest'
import { openCatalog, ownCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { openQuestions, QUESTION_SETS, readQuestions, type Score, score } from './score.ts'

const factsFor = openQuestions(await openCatalog(ownCatalog))
const factsOfSeveral = openQuestions(await openCatalog(shippedCatalog))

/** The least share of right answers, over all questions of a set. */
const LEAST_RIGHT = 0.95

describe.each(QUESTION_SETS)('questions in plain words, set %s', async (set) => {
  const questions = await readQuestions(set)
  const ask = set < 'g' ? factsFor : factsOfSeveral
  const scores = await Promise.all(
    questions.map(async (question) => score(question, await ask(question.ask, question.lang))),
  )
  const textOf = ({ question, facts }: Score): string => `${question.ask} -> ${JSON.stringify(facts)}`

  test('nearly all get the right view of the right things', () => {
    const missed = scores.filter(({ outcome }) => outcome !== 'right').map(textOf)
    const most = Math.floor(scores.length * (1 - LEAST_RIGHT))
    expect(missed.length <= most ? [] : missed).toEqual([])
  })

  test('none gets a confident wrong answer', () => {
    expect(scores.filter(({ outcome }) => outcome === 'wrong').map(textOf)).toEqual([])
  })
})

test('a tool leads to the level whose stack names it', async () => {
  expect(await factsFor('onnx', 'en')).toMatchObject({ view: 'stack', role: 'ml-engineer', level: 'senior' })
  expect(await factsFor('which level uses airflow?', 'en')).toMatchObject({ view: 'stack', level: 'middle' })
})

test('a word with a typo is read as a name, an everyday word beside it is not', async () => {
  expect(await factsFor('do i need kuberntes as a senior', 'en')).toMatchObject({
    view: 'cell',
    skill: 'kubernetes-core',
  })
  expect(await factsFor('do i need a docket as a senior', 'en')).not.toHaveProperty('skill')
})

test.each([
  ["I'm a senior data engineer, what do I need to become an AI engineer?", 'en'],
  ['soy data engineer senior y quiero ser ai engineer, ¿qué me falta?', 'es'],
])('what someone is, is compared with the role that they ask about: %s', async (question, locale) => {
  expect(await factsOfSeveral(question, locale)).toMatchObject({
    view: 'compare-roles',
    roles: ['data-engineer', 'ai-engineer'],
    level: 'senior',
  })
})
