import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limitConnections } from '../../src/runtime/http-server.ts'

const LIMIT = 2

let server: Server
let port: number
/** Answers that wait until a test ends them, by path. */
let waiting: Map<string, ServerResponse>

beforeEach(async () => {
  waiting = new Map()
  server = createServer()
  limitConnections(server, LIMIT)
  server.on('request', ({ url = '' }, response) => {
    if (url === '/now') response.end('done')
    else waiting.set(url, response)
    server.emit('arrived')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

interface Client {
  readonly socket: Socket
  /** Resolves once the server or the client has closed the connection. */
  readonly closed: Promise<unknown>
}

/** Opens a connection and waits until the server has accepted it. */
async function dial(): Promise<Client> {
  const accepted = once(server, 'connection')
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.resume().once('close', resolve))
  await accepted
  return { socket, closed }
}

/** Sends a request; resolves once the server has its head. */
async function send({ socket }: Client, path: string): Promise<void> {
  const arrived = once(server, 'arrived')
  socket.write(`GET ${path} HTTP/1.1\r\nhost: rung\r\n\r\n`)
  await arrived
}

/** Sends a request; resolves with what the server sends next. */
async function answered(client: Client, path: string): Promise<string> {
  const [data] = await Promise.all([once(client.socket, 'data'), send(client, path)])
  return String(data)
}

describe('above the limit of connections, a new one', () => {
  test('replaces the one that has been idle for longest', async () => {
    const [first, second] = [await dial(), await dial()]
    await answered(first, '/now')
    await answered(second, '/now')
    await answered(first, '/now')
    const third = await dial()
    await second.closed
    expect(await answered(first, '/now')).toContain('done')
    expect(await answered(third, '/now')).toContain('done')
  })

  test('first replaces one that never carried an answer', async () => {
    const served = await dial()
    await answered(served, '/now')
    const silent = await dial()
    const third = await dial()
    await silent.closed
    expect(await answered(served, '/now')).toContain('done')
    expect(await answered(third, '/now')).toContain('done')
  })

  test('is closed if all others wait for an answer', async () => {
    const [first, second] = [await dial(), await dial()]
    await send(first, '/first')
    await send(second, '/second')
    const third = await dial()
    await third.closed
    waiting.get('/first')?.end('at last')
    expect(String(await once(first.socket, 'data'))).toContain('at last')
    // Its place can be taken now.
    const fourth = await dial()
    await first.closed
    expect(await answered(fourth, '/now')).toContain('done')
  })

  test('replaces only one, even if several arrive at once', async () => {
    const [first, second] = [await dial(), await dial()]
    await send(second, '/second')
    const [third, fourth] = await Promise.all([dial(), dial()])
    await Promise.all([first.closed, third.closed])
    waiting.get('/second')?.end('at last')
    expect(String(await once(second.socket, 'data'))).toContain('at last')
    expect(await answered(fourth, '/now')).toContain('done')
  })
})
