import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf } from '../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts'
import { environmentFor, spawnRung, startRung } from '../platforms/rung.ts'
import { hasRedis, startRedis, waitUntil } from '../redis-server.ts'

// What an operator sees of Redis: a process of its own against a real server.

describe.skipIf(!hasRedis())('Rung with Redis', () => {
  let slack: FakeSlack
  let environment: Readonly<Record<string, string>>

  beforeAll(async () => {
    slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1', channels: [{ id: 'C1' }] })
    environment = environmentFor(slack, 'http', botToken)
  })
  afterAll(() => slack?.close())

  test('exits and names REDIS_URL if the password is wrong or missing', async () => {
    const server = await startRedis(['--requirepass', 'the right one'])
    for (const login of ['', ':hunter2hunter2@']) {
      const rung = await spawnRung({ ...environment, REDIS_URL: `redis://${login}127.0.0.1:${server.port}` })
      expect(await rung.ended).toBe(1)
      const text = rung.lines.join('\n')
      expect(text).toContain('cannot start: REDIS_URL has')
      expect(text).not.toMatch(/trying again|ready|hunter2/u)
      expect(rung.lines).toHaveLength(1)
    }
    await server.stop()
  })

  test('logs one line when Redis is lost and one when it is back, and is not ready in between', async () => {
    const server = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    const rung = await startRung({ ...environment, REDIS_URL: server.url })
    const status = async (): Promise<number> => (await fetch(`${rung.url}/readyz`)).status
    await waitUntil(async () => (await status()) === 200)
    const before = rung.lines.length
    await server.kill()
    await waitUntil(async () => (await status()) === 503)
    expect(await (await fetch(`${rung.url}/readyz`)).text()).toContain('store: Redis at')
    // What people do meanwhile fails, and is no news.
    slack.reach(rung.url)
    await personOf(slack, 'T1', 'U1').command('C1', '/assess ml-engineer')
    await rung.logs('Redis at')
    await server.restart()
    await rung.logs('works again')
    await waitUntil(async () => (await status()) === 200)
    const about = rung.lines.slice(before).filter((line) => !line.includes('reading the decision log again'))
    expect(about).toEqual([
      expect.stringMatching(/"level":"error".*"msg":"Redis at 127.0.0.1:\d+ [^"]+"\}$/u),
      expect.stringMatching(/"level":"info".*"msg":"Redis at 127.0.0.1:\d+ works again, after \d+ s"\}$/u),
    ])
    expect(rung.lines.join('\n')).not.toMatch(/stack|\bat .*\.js:\d/u)
    expect(await rung.stop()).toBe(0)
    await server.stop()
  })

  test('is not ready while Redis takes no writes', async () => {
    const server = await startRedis()
    const rung = await startRung({ ...environment, REDIS_URL: server.url })
    await server.client().call('REPLICAOF', '127.0.0.1', 1)
    const readiness = await fetch(`${rung.url}/readyz`)
    expect(readiness.status).toBe(503)
    expect(await readiness.text()).toMatch(/^store: .*READONLY/u)
    await rung.stop()
    await server.stop()
  })
})
