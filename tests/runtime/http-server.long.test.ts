import { expect, test } from 'vitest'
import { createHttpServer, serveOperations } from '../../src/runtime/http-server.ts'
import { createMetrics } from '../../src/runtime/metrics.ts'

test('a check that never ends counts as failed after two seconds', async () => {
  const listener = createHttpServer({ host: '127.0.0.1', port: 0, portVariable: 'PORT', report: () => undefined })
  const checks = { store: () => new Promise<undefined>(() => undefined), log: () => Promise.resolve(undefined) }
  serveOperations(listener, { metrics: createMetrics(), checks })
  const { port } = await listener.start()
  const response = await fetch(`http://127.0.0.1:${port}/readyz`)
  expect(`${response.status} ${await response.text()}`).toBe('503 store: no answer within 2 s')
  await listener.stop(0)
})
