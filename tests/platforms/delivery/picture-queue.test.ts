import { beforeEach, expect, test } from 'vitest'
import { createPictureQueue, type PictureQueue } from '../../../src/platforms/delivery/picture-queue.ts'

let results: string[]
let reports: object[]
let queue: PictureQueue
let load: number

beforeEach(() => {
  results = []
  reports = []
  load = 0
  queue = createPictureQueue({
    platform: 'slack',
    metrics: { recordPicture: ({ result }) => void results.push(result) },
    report: (_, details) => void reports.push(details),
    load: () => load,
  })
})

/** Pictures that are sent when `end` is called. */
function pendingPictures(count: number): { readonly starts: () => number; readonly end: () => void } {
  let starts = 0
  let end = (): void => undefined
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  for (let n = 0; n < count; n += 1) {
    queue.add(async () => {
      starts += 1
      await until
      return 'sent'
    })
  }
  return { starts: () => starts, end: () => end() }
}

test('two pictures are sent at once, and those beyond twenty more are skipped', async () => {
  const pictures = pendingPictures(30)
  expect([pictures.starts(), results.length]).toEqual([2, 8])
  expect(new Set(results)).toEqual(new Set(['skipped']))
  pictures.end()
  await expect.poll(() => results.filter((result) => result === 'sent').length, { timeout: 5000 }).toBe(22)
})

test('while the event loop is busy, pictures start a second apart', async () => {
  load = 0.5
  const starts: number[] = []
  const send = async (): Promise<'sent'> => {
    starts.push(performance.now())
    return 'sent'
  }
  for (let n = 0; n < 3; n += 1) queue.add(send)
  await expect.poll(() => starts.length, { timeout: 10_000 }).toBe(3)
  const [first = 0, second = 0, third = 0] = starts
  // A timer may end a millisecond early.
  expect(Math.min(second - first, third - second)).toBeGreaterThan(990)
})

test('a stop ends the wait of a busy event loop', async () => {
  load = 1
  const pictures = pendingPictures(3)
  pictures.end()
  await queue.stop()
  expect([pictures.starts(), results]).toEqual([1, ['skipped', 'skipped', 'sent']])
})

test('a stop skips what waits, and waits for what runs', async () => {
  const pictures = pendingPictures(5)
  const stopped = queue.stop()
  expect(results).toEqual(['skipped', 'skipped', 'skipped'])
  pictures.end()
  await stopped
  pendingPictures(1)
  expect(results).toEqual(['skipped', 'skipped', 'skipped', 'sent', 'sent', 'skipped'])
})

test('a failure is counted each time and reported once per cause', async () => {
  const failWith = (error: Error): void => {
    const send = async (): Promise<'sent'> => {
      throw error
    }
    queue.add(send)
  }
  failWith(new Error('no'))
  failWith(new Error('no again'))
  failWith(new RangeError('something else'))
  failWith(Object.assign(new Error('refused'), { code: 50_013 }))
  failWith(Object.assign(new Error('refused again'), { code: 50_013 }))
  await expect.poll(() => results.length, { timeout: 5000 }).toBe(5)
  expect(new Set(results)).toEqual(new Set(['failed']))
  expect(reports).toMatchObject([{ cause: 'Error' }, { cause: 'RangeError' }, { cause: 'Error 50013' }])
})
