import { expect, test } from 'vitest'
import { fullCounts, runSeed } from '../full-counts.ts'
import { decideUnderEdits, ENDS } from './random-edits.ts'

const COMMUNITIES = fullCounts ? 2000 : 300

test(`${COMMUNITIES} communities under random edits of the ladder are told of nothing that is not done`, () => {
  const seed = runSeed('edited ladders of proposals')
  const ended = new Map<string, number>()
  for (let nth = 0; nth < COMMUNITIES; nth += 1) decideUnderEdits((seed + nth) % 2 ** 32, ended)
  console.info(JSON.stringify(Object.fromEntries(ended)))
  expect([...ended.keys()]).toEqual(expect.arrayContaining(ENDS))
})
