import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Claim, createDeliverer, type Deliverer } from '../../../src/platforms/delivery/deliver.ts'
import type { DeliveryResult } from '../../../src/runtime/metrics.ts'
import { openEmbeddedStore } from '../../../src/store/embedded/index.ts'
import type { ClaimStore, Store } from '../../../src/store/store.ts'

// The contract of the delivery wrapper, over a real store. Two deliverers on one store stand for two processes.

const EVENT = { kind: 'text', id: 'slack/T1/Ev1' }

let folder: string
let store: Store
let time: number
let counts: string[]
let reports: string[]

function deliverer(claims: ClaimStore = store.claims): Deliverer {
  return createDeliverer({
    platform: 'slack',
    claims,
    metrics: { recordDelivery: ({ kind, result, seconds }) => void counts.push(`${kind} ${result} ${seconds} s`) },
    now: () => time,
    report: (problem) => void reports.push(problem),
  })
}

const answered = (): Promise<DeliveryResult> => Promise.resolve('answered')
const failing = (): Promise<DeliveryResult> => Promise.reject(new Error('no answer'))

/** Work that lasts until `end` is called. */
function pendingWork(): { work: () => Promise<DeliveryResult>; end: () => void } {
  let end = (): void => {}
  const result = new Promise<DeliveryResult>((resolve) => {
    end = () => resolve('answered')
  })
  return { work: () => result, end: () => end() }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-deliver-'))
  store = await openEmbeddedStore({ folder, prefix: 'rung:', onQuarantine: () => undefined })
  time = 1000
  counts = []
  reports = []
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a delivery', () => {
  test('is handled once, in whichever process it arrives again', async () => {
    expect(await deliverer().deliver(EVENT, answered)).toBe('handled')
    expect(await deliverer().deliver(EVENT, failing)).toBe('handled')
    expect(counts).toEqual(['text answered 0 s', 'text ignored 0 s'])
    expect(reports).toEqual([])
  })

  test('is counted with its result and duration', async () => {
    await deliverer().deliver({ kind: 'command' }, () => {
      time += 1500
      return Promise.resolve('user_error')
    })
    expect(counts).toEqual(['command user_error 1.5 s'])
  })

  test('is to be repeated while the first is being handled, and ignored once the first is done', async () => {
    const { work, end } = pendingWork()
    const first = deliverer().deliver(EVENT, work)
    expect(await deliverer().deliver(EVENT, answered)).toBe('redeliver')
    end()
    expect(await first).toBe('handled')
    expect(await deliverer().deliver(EVENT, failing)).toBe('handled')
    expect(counts).toEqual(['text ignored 0 s', 'text answered 0 s', 'text ignored 0 s'])
  })

  test('that fails is reported and handled when it arrives again', async () => {
    expect(await deliverer().deliver(EVENT, failing)).toBe('redeliver')
    expect(await deliverer().deliver(EVENT, answered)).toBe('handled')
    expect(counts).toEqual(['text failed 0 s', 'text answered 0 s'])
    expect(reports).toEqual(['a person could not be answered'])
  })

  test('of a process that died is handled by another one after 30 seconds', async () => {
    void deliverer().deliver(EVENT, pendingWork().work)
    expect(await deliverer().deliver(EVENT, answered)).toBe('redeliver')
    time += 30_000
    expect(await deliverer().deliver(EVENT, answered)).toBe('handled')
  })

  test('without an id is handled each time', async () => {
    const own = deliverer()
    expect(await own.deliver({ kind: 'action' }, answered)).toBe('handled')
    expect(await own.deliver({ kind: 'action' }, answered)).toBe('handled')
    expect(await own.deliver({ kind: 'action' }, failing)).toBe('redeliver')
    expect(counts).toEqual(['action answered 0 s', 'action answered 0 s', 'action failed 0 s'])
  })

  test('is answered even if the store is unavailable', async () => {
    const unavailable = (): Promise<never> => Promise.reject(new Error('the store is unavailable'))
    const own = deliverer({ claim: unavailable, complete: unavailable, release: unavailable })
    expect(await own.deliver(EVENT, answered)).toBe('handled')
    expect(await own.deliver(EVENT, failing)).toBe('redeliver')
    expect(counts).toEqual(['text answered 0 s', 'text failed 0 s'])
    expect(reports).toContain('a delivery could not be claimed')
  })

  test('stays handled if the store fails afterwards', async () => {
    const failed = (): Promise<never> => Promise.reject(new Error('the store is unavailable'))
    const own = deliverer({ ...store.claims, claim: () => Promise.resolve('claimed'), complete: failed })
    expect(await own.deliver(EVENT, answered)).toBe('handled')
    expect(reports).toEqual([])
  })
})

describe('a claim that another delivery holds', () => {
  const claim = (waitMs?: number): Promise<Claim> => deliverer().claim('form', waitMs)

  test('is waited for, and succeeds if the other one fails', async () => {
    const first = await claim()
    const second = claim(1000)
    await first.release()
    expect((await second).status).toBe('claimed')
  })

  test('is done if the other one succeeds', async () => {
    const first = await claim()
    const second = claim(1000)
    await first.complete()
    expect((await second).status).toBe('done')
  })

  test('is busy after the wait', async () => {
    await claim()
    const second = claim(1000)
    time += 1000
    expect((await second).status).toBe('busy')
  })
})

test('runs the tasks of one user in order, and those of two users in parallel', async () => {
  const own = deliverer()
  const steps: string[] = []
  const { work, end } = pendingWork()
  const first = own.inOrder('U1', async () => {
    await work()
    steps.push('first')
  })
  const second = own.inOrder('U1', () => Promise.resolve(void steps.push('second')))
  await own.inOrder('U2', () => Promise.resolve(void steps.push('other user')))
  end()
  await own.whenIdle()
  await Promise.all([first, second])
  expect(steps).toEqual(['other user', 'first', 'second'])
})
