import { expect, test } from 'vitest'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { run } from '../platforms/console/program.ts'
import { STEP_COUNTS, scaleFiles } from './catalog.ts'

// An assessment on a scale of its own as a person types it into the terminal.

test.each(STEP_COUNTS)('a scale of %i steps is assessed to the end in the terminal', async (steps) => {
  const data = await writeCatalog(scaleFiles(steps))
  const answers = Array.from({ length: 30 }, () => String(steps + 1))
  const input = ['/skills maker', '/assess maker', 'Find my level', ...answers, 'Show my result', ''].join('\n')
  const { code, stdout, stderr } = await run('main', { env: { RUNG_DATA: data, RUNG_USER: 'ana' }, input })
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) })
  expect(stdout).toContain('Maker: Level 4')
  expect(stdout).not.toMatch(/\b(?:Awareness|Working|Advanced|Expert)\b/u)
})
