import { expect, test } from 'vitest'
import { createReportLimiter } from '../../src/runtime/log-limit.ts'

test('the number of lines not written is logged at the end of the period', async () => {
  const lines: string[] = []
  const counted = new Promise<void>((resolve) => {
    const limited = createReportLimiter((problem, details) => {
      lines.push(`${problem} ${JSON.stringify(details)}`)
      if (lines.length === 2) resolve()
    })
    for (let n = 1; n <= 3; n++) limited.write('unsigned', 'refused', { n })
  })
  // The period keeps no process from ending, and here nothing else does.
  const awake = setInterval(() => undefined, 60_000)
  await counted
  clearInterval(awake)
  expect(lines).toEqual(['refused {"n":1}', 'refused {"n":3,"notWritten":2}'])
})
