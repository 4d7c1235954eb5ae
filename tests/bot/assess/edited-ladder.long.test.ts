import { expect, test } from 'vitest'
import { createCatalogIndex } from '../../../src/catalog/index.ts'
import { loadLadder, newLadder } from '../../catalog/edited-ladder.ts'
import { fullCounts, runSeed } from '../../full-counts.ts'
import { openHarness } from './harness.ts'
import { liveUnderEdits } from './random-edits.ts'

const ASSESSMENTS = fullCounts ? 2000 : 300

test(`${ASSESSMENTS} assessments under random edits of the ladder lose no answer and claim none`, async () => {
  const harness = await openHarness({ catalogIndex: createCatalogIndex(loadLadder(newLadder()).catalog) })
  try {
    const seed = runSeed('edited ladders')
    const counts = { answers: 0, refused: 0, results: 0, dormant: 0 }
    for (let nth = 0; nth < ASSESSMENTS; nth += 1) await liveUnderEdits(harness, (seed + nth) % 2 ** 32, counts)
    console.info(JSON.stringify(counts))
    expect(harness.reports).toEqual([])
    for (const [what, count] of Object.entries(counts))
      expect({ what, isThere: count > 20 }).toEqual({ what, isThere: true })
  } finally {
    await harness.close()
  }
})
