import { describe, expect, test } from 'vitest'
import { createCatalogIndex, loadCatalog } from '../../src/catalog/index.ts'
import { readQuestions, type Score, score } from './score.ts'

const loaded = await loadCatalog('data')
if (!loaded.ok) throw new Error('the catalog has problems')
const catalogIndex = createCatalogIndex(loaded.catalog)

/** The least share of right answers, over all questions of a half. */
const LEAST_RIGHT = 0.95

describe.each(['a', 'b'] as const)('questions in plain words, half %s', async (half) => {
  const scores = (await readQuestions(half)).map((question) => score(question, catalogIndex))
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
