import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import {
  createHttpServer,
  type HttpServer,
  listenError,
  type RequestHandler,
  sendResponse,
  serveOperations,
} from '../../src/runtime/http-server.ts'
import { createMetrics } from '../../src/runtime/metrics.ts'

/** Longer than a test may take: what waits for it fails. */
const GRACE_MS = 3_600_000

const started: HttpServer[] = []
const agent = new Agent({ keepAlive: true })
afterEach(async () => {
  await Promise.all(started.splice(0).map((listener) => listener.stop(0)))
  agent.destroy()
})

async function start(routes: Readonly<Record<string, RequestHandler>> = {}, port = 0) {
  const listener = createHttpServer({ host: '127.0.0.1', port, portVariable: 'RUNG_OPS_PORT', report: () => undefined })
  for (const [path, handler] of Object.entries(routes)) listener.route('GET', path, handler)
  started.push(listener)
  const address = await listener.start()
  return { listener, port: address.port }
}

interface Answer {
  readonly status: number | undefined
  readonly connection: string | undefined
  readonly text: string
}

/** Asks over a connection that is kept open. */
async function ask(port: number, path: string): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ port, path, agent }).once('response', resolve).once('error', reject).end()
  })
  const text = (await response.toArray()).join('')
  return { status: response.statusCode, connection: response.headers.connection, text }
}

describe('a server that stops', () => {
  test('closes connections that are idle, and those that never carried a request', async () => {
    const { listener, port } = await start()
    expect(await ask(port, '/healthz')).toEqual({ status: 200, connection: 'keep-alive', text: 'ok' })
    const silent: Socket = connect(port, '127.0.0.1')
    await once(silent, 'connect')
    const halfHead: Socket = connect(port, '127.0.0.1')
    halfHead.write('GET /healthz HTTP/1.1\r\nhost:')
    // Asked over another connection, so the listener has taken those two.
    expect((await ask(port, '/healthz')).status).toBe(200)
    const closed = [silent, halfHead].map((socket) => {
      // A cut connection is as good as an ended one.
      socket.on('error', () => undefined)
      return new Promise((resolve) => socket.resume().once('close', resolve))
    })
    await listener.stop(GRACE_MS)
    await Promise.all(closed)
  })

  test('answers requests in progress with Connection: close', async () => {
    let finish: () => void = () => undefined
    let arrived: () => void = () => undefined
    const inHand = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { listener, port } = await start({
      '/slow': (_, response) => {
        finish = () => sendResponse(response, 200, 'done')
        arrived()
      },
    })
    const answer = ask(port, '/slow')
    await inHand
    const stopped = listener.stop(GRACE_MS)
    finish()
    expect(await answer).toEqual({ status: 200, connection: 'close', text: 'done' })
    await stopped
  })

  test('closes after an answer whose head was sent before', async () => {
    let finish: () => void = () => undefined
    const { listener, port } = await start({
      '/parts': (_, response) => {
        response.write('one ')
        finish = () => response.end('two')
      },
    })
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, path: '/parts', agent }).once('response', resolve).once('error', reject).end()
    })
    const stopped = listener.stop(GRACE_MS)
    finish()
    expect((await response.toArray()).join('')).toBe('one two')
    await stopped
  })

  test('announces it in the answer to the next request on a busy connection', async () => {
    let finish: () => void = () => undefined
    const { listener, port } = await start({
      '/parts': (_, response) => {
        response.write('one ')
        finish = () => response.end('two')
      },
      '/next': (_, response) => {
        sendResponse(response, 200, 'next')
        finish()
      },
    })
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /parts HTTP/1.1\r\nhost: rung\r\n\r\n')
    const [first] = await once(socket, 'data')
    const stopped = listener.stop(GRACE_MS)
    socket.write('GET /next HTTP/1.1\r\nhost: rung\r\n\r\n')
    const answers = `${first}${(await socket.toArray()).join('')}`
    expect(answers.match(/^connection: .*$/gimu)).toEqual([
      expect.stringMatching(/keep-alive/iu),
      expect.stringMatching(/close/iu),
    ])
    await stopped
  })

  test('aborts a request that is not answered in time', async () => {
    let arrived: () => void = () => undefined
    const inHand = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { listener, port } = await start({ '/never': () => arrived() })
    const answer = ask(port, '/never').catch(String)
    await inHand
    await listener.stop(1)
    expect(await answer).toContain('socket hang up')
  })
})

test('a connection stays open for longer than a load balancer keeps it', async () => {
  const { port } = await start()
  const response = await fetch(`http://127.0.0.1:${port}/healthz`)
  expect(response.headers.get('keep-alive')).toBe('timeout=75')
})

describe('the pages for operators', () => {
  test('are served at their paths only', async () => {
    const [deliveries, operations] = [await start(), await start()]
    let problem: string | undefined
    serveOperations(operations.listener, {
      metrics: createMetrics(),
      checks: { store: () => Promise.resolve(problem), log: () => Promise.reject(new Error('unreadable')) },
    })
    expect(await ask(operations.port, '/readyz')).toMatchObject({ status: 503, text: 'log: unreadable' })
    problem = 'refuses writes'
    expect(await ask(operations.port, '/readyz')).toMatchObject({
      status: 503,
      text: 'store: refuses writes\nlog: unreadable',
    })
    expect((await ask(operations.port, '/metrics')).text).toContain('process_resident_memory_bytes')
    for (const path of ['/readyz', '/metrics']) expect((await ask(deliveries.port, path)).status).toBe(404)
    for (const { port } of [deliveries, operations]) expect((await ask(port, '/healthz')).text).toBe('ok')
  })

  test('name their own setting if the port is in use', async () => {
    const { port } = await start()
    await expect(start({}, port)).rejects.toThrow(
      `127.0.0.1:${port} is taken by another process: set RUNG_OPS_PORT to a free one`,
    )
  })
})

describe('an address that cannot be listened on', () => {
  const listen = (host: string, portVariable: string): Promise<unknown> =>
    createHttpServer({ host, port: 0, portVariable, report: () => undefined }).start()

  test.each([
    // 192.0.2.0/24 is for documentation (RFC 5737), so no machine has it; `.invalid` never resolves (RFC 2606).
    ['192.0.2.1', 'HOST=192.0.2.1: this machine does not have that address. Set one of its own'],
    ['no-such-host.invalid', 'HOST=no-such-host.invalid: is neither an address nor a name that can be looked up'],
    ['0.0.0.0:3000', 'HOST=0.0.0.0:3000: is neither an address nor a name that can be looked up'],
  ])('names its variable: %s', async (host, message) => {
    await expect(listen(host, 'PORT')).rejects.toThrow(message)
    await expect(listen(host, 'RUNG_OPS_PORT')).rejects.toThrow(`RUNG_OPS_${message}`)
  })

  test('names the port if this user may not listen on it', () => {
    const refused = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })
    const { message } = listenError(refused, { host: '0.0.0.0', port: 80, portVariable: 'PORT' })
    expect(message).toBe('PORT=80: this user may not listen on that port. Set one of 1024 or higher')
  })
})
