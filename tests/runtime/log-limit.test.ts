import { expect, test } from 'vitest'
import { createReportLimiter } from '../../src/runtime/log-limit.ts'

test('a flood of one kind becomes two lines, and hides no other kind', () => {
  const lines: string[] = []
  const limited = createReportLimiter((problem, details) => lines.push(`${problem} ${JSON.stringify(details)}`))
  for (let n = 1; n <= 800; n++) limited.write('unsigned', 'refused', { n })
  limited.write('mismatch', 'refused', { why: 'secret' })
  expect(lines).toEqual(['refused {"n":1}', 'refused {"why":"secret"}'])
  limited.flush()
  expect(lines.slice(2)).toEqual(['refused {"n":800,"notWritten":799}'])
  limited.write('unsigned', 'refused', { n: 801 })
  limited.flush()
  expect(lines.slice(3)).toEqual(['refused {"n":801}'])
})
