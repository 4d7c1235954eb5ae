import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLoadMeter } from '../../src/runtime/load-meter.ts'

test('tells a busy event loop from an idle one', async () => {
  const load = createLoadMeter()
  await sleep(300)
  const idle = load()
  const until = performance.now() + 300
  while (performance.now() < until);
  await sleep(0)
  const busy = load()
  expect(idle).toBeLessThan(busy)
  expect(busy).toBeGreaterThan(0.5)
  expect(load(), 'measured a moment ago').toBe(busy)
})
