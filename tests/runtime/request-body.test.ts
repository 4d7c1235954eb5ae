import { once } from 'node:events'
import { type ClientRequest, createServer, request, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type BodyReaderOptions, createBodyReader, type UnreadReason } from '../../src/runtime/request-body.ts'

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
})

interface Upload {
  readonly made: ClientRequest
  /** What became of the body. */
  readonly read: Promise<Buffer | UnreadReason>
  /** Sends a piece; resolves once the reader has it. */
  send(piece: string): Promise<void>
}

/** A server with a body reader, and how uploads to it begin. */
async function open(
  options: BodyReaderOptions,
): Promise<(headers?: Readonly<Record<string, string>>) => Promise<Upload>> {
  const bodies = createBodyReader(options)
  const uploadsByPath = new Map<
    string,
    { readonly read: Promise<Buffer | UnreadReason>; readonly pieces: AsyncIterator<unknown> }
  >()
  let arrived: () => void = () => undefined
  server = createServer((incoming) => {
    const read = bodies.read(incoming)
    const pieces = pieceEvents(incoming)
    uploadsByPath.set(incoming.url ?? '', { read, pieces })
    arrived()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  let uploads = 0
  return async (headers = {}) => {
    uploads += 1
    const path = `/${uploads}`
    const here = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const made = request({ port, path, method: 'POST', headers, agent: false })
    made.on('error', () => undefined)
    made.flushHeaders()
    await here
    const upload = uploadsByPath.get(path)
    if (!upload) throw new Error('the upload has not started')
    return {
      made,
      read: upload.read,
      async send(piece) {
        made.write(piece)
        await upload.pieces.next()
      },
    }
  }
}

/** Yields once for every piece that has arrived. */
async function* pieceEvents(incoming: NodeJS.EventEmitter): AsyncGenerator<number> {
  let count = 0
  let notify: () => void = () => undefined
  incoming.on('data', () => {
    count += 1
    notify()
  })
  for (let seen = 0; ; seen++) {
    while (count <= seen) {
      await new Promise<void>((resolve) => {
        notify = resolve
      })
    }
    yield seen
  }
}

test('a body is read whole, in one piece or in many', async () => {
  const begin = await open({ maxBytes: 100, maxTotalBytes: 100_000 })
  const upload = await begin()
  await upload.send('one ')
  await upload.send('two ')
  upload.made.end('three')
  expect(String(await upload.read)).toBe('one two three')
})

test('a body is too large by its announced length, and by its actual length', async () => {
  const begin = await open({ maxBytes: 10, maxTotalBytes: 100_000 })
  expect(await (await begin({ 'content-length': '11' })).read).toBe('too-large')
  const upload = await begin()
  await upload.send('1234567890')
  upload.made.write('1')
  expect(await upload.read).toBe('too-large')
})

test('the oldest body is dropped when the total is exceeded', async () => {
  const begin = await open({ maxBytes: 10_000, maxTotalBytes: 10_000 })
  const [slow, quick] = [await begin(), await begin()]
  await slow.send('a'.repeat(6000))
  await quick.send('b'.repeat(6000))
  expect(await slow.read).toBe('no-room')
  // What it sends all the same takes no room from anyone.
  await slow.send('a'.repeat(3900))
  quick.made.end()
  expect(String(await quick.read)).toBe('b'.repeat(6000))
  // Its room is free again.
  const next = await begin()
  await next.send('c'.repeat(6000))
  next.made.end()
  expect(String(await next.read)).toBe('c'.repeat(6000))
})

test('many small chunks count for more than their bytes', async () => {
  const begin = await open({ maxBytes: 10_000, maxTotalBytes: 10_000 })
  const upload = await begin()
  let ended = false
  void upload.read.then(() => {
    ended = true
  })
  for (let piece = 0; piece < 100 && !ended; piece++) await upload.send('a')
  expect(await Promise.race([upload.read, Promise.resolve('still being read')])).toBe('no-room')
})

test('a client that disconnects aborts its body', async () => {
  const begin = await open({ maxBytes: 100, maxTotalBytes: 100_000 })
  const upload = await begin()
  await upload.send('one')
  upload.made.destroy()
  expect(await upload.read).toBe('aborted')
})
