import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { ada, DAYS, session } from '../contract/store-fixtures.ts'

const quiet = { prefix: 'rung:', onQuarantine: () => undefined }

test('without REDIS_URL the data is in RUNG_HOME', async () => {
  const home = await mkdtemp(join(tmpdir(), 'rung-home-'))
  const store = await openStore({ redisUrl: undefined, home, ...quiet })
  await store.sessions.create(ada, session(), DAYS)
  expect((await store.describe()).summary).toContain(join(home, 'store'))
  await store.close()
  await access(join(home, 'store', 'CURRENT'))
  await rm(home, { recursive: true })
})

test('with REDIS_URL nothing is written to RUNG_HOME', async () => {
  const home = join(tmpdir(), 'rung-home-that-is-not-made')
  const store = await openStore({ redisUrl: 'redis://127.0.0.1:1', home, ...quiet })
  expect((await store.describe()).summary).toMatch(/^Redis at 127\.0\.0\.1:1 /u)
  await store.close()
  await expect(access(home)).rejects.toThrow('ENOENT')
})

test('a REDIS_URL that cannot be used stops the start and says what is accepted', async () => {
  const opening = Promise.resolve().then(() => openStore({ redisUrl: 'localhost', home: 'unused', ...quiet }))
  await expect(opening).rejects.toThrow(/^REDIS_URL cannot be used/u)
})
