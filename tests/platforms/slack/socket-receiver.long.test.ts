import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBoltLogger } from '../../../src/platforms/slack/index.ts'
import { createSocketReceiver } from '../../../src/platforms/slack/socket-receiver.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'

let slack: FakeSlack

beforeEach(async () => {
  slack = await startFakeSlack()
})
afterEach(() => slack.close())

test('connections that Slack closes right after they open are opened again after longer and longer waits', async () => {
  const warnings: string[] = []
  const warn = ({ name }: Error): void => void warnings.push(name)
  process.on('warning', warn)
  let closed = 0
  const reports: object[] = []
  const receiver = createSocketReceiver({
    appToken: slack.appToken,
    apiUrl: slack.apiUrl,
    logger: createBoltLogger(pino({ level: 'silent' })),
    onConnectionsChange(connections) {
      if (connections === 0) return
      closed += 1
      slack.dropLinks({ warn: false })
    },
    report: (_, details = {}) => void reports.push(details),
    onRefused: (error) => reports.push({ error }),
  })
  await receiver.start()
  await sleep(4000)
  // Two connections, after 0, 0.5, 1 and 2 s at most.
  expect(closed).toBeGreaterThanOrEqual(4)
  expect(closed).toBeLessThanOrEqual(12)
  expect(reports).toContainEqual({ reason: 'closed right after it was open', againInMs: 2000 })
  await receiver.stop()
  process.off('warning', warn)
  expect(warnings).toEqual([])
})
