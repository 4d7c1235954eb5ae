import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../../src/message/index.ts'
import { type Delivery, type NoticeMark, notifyOnce } from '../../../src/proposals/index.ts'
import { openEmbeddedStore, type Store } from '../../../src/store/index.ts'

const START = Date.UTC(2026, 0, 5)
const person = { platform: 'slack', workspace: 'T1', user: 'U1' }
const message = (): Message => ({ summary: 'a notice', blocks: [] })

let folder: string
let store: Store
let now = START
let answers: Delivery[] = []
let attempts: NoticeMark[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-notifier-'))
  store = await openEmbeddedStore({ folder, prefix: 'rung', onQuarantine: () => undefined })
  now = START
  answers = []
  attempts = []
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const notifier = {
  tell(_: unknown, __: unknown, notice: NoticeMark): Promise<Delivery> {
    attempts.push(notice)
    return Promise.resolve(answers.shift() ?? 'delivered')
  },
}

const send = (claims = store.claims, repeated = false) =>
  notifyOnce(
    { claims, notifier, now: () => now },
    { claim: 'test/notice', person, message, repeated, rememberMs: 60_000 },
  )

test('a notice is sent once, from any number of processes', async () => {
  const results = await Promise.all([send(), send(), send()])
  expect(attempts).toHaveLength(1)
  expect(results.toSorted()).toEqual(['busy', 'busy', 'delivered'])
  expect(await send()).toBe('done')
})

test('a notice that did not arrive can be sent again at once, one that was refused cannot', async () => {
  answers = ['later', 'refused']
  expect([await send(), await send(), await send()]).toEqual(['later', 'refused', 'done'])
  expect(attempts).toHaveLength(2)
})

test('after an attempt whose end is unknown, the next one carries the same mark once the lease is over', async () => {
  const failing = { ...store.claims, complete: () => Promise.reject(new Error('the process died here')) }
  await expect(send(failing)).rejects.toThrow('died')
  expect(await send()).toBe('busy')
  now += 16_000
  expect(await send(store.claims, true)).toBe('delivered')
  expect(attempts.map(({ repeated }) => repeated)).toEqual([false, true])
  expect(new Set(attempts.map(({ mark }) => mark)).size).toBe(1)
})
