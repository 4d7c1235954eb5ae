import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createHttpClient, type HttpClient, NotSentError } from '../../../src/platforms/slack/response-url.ts'

let server: Server | undefined
let poster: HttpClient | undefined

afterEach(async () => {
  await poster?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})

/** Starts a server that answers slowly after the first request; resolves with its URL. */
async function serve(keepAlive: string, ms: number): Promise<{ url: string; connections: Set<unknown> }> {
  const connections = new Set<unknown>()
  let answered = 0
  const own = createServer((request, response) => {
    connections.add(request.socket)
    request.resume()
    request.on('end', () => {
      answered += 1
      void sleep(answered === 1 ? 0 : ms).then(() => {
        response.writeHead(200, { connection: 'keep-alive', 'keep-alive': keepAlive })
        response.end(`{"ok":true,"nth":${answered}}`)
      })
    })
  })
  server = own
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  const address = own.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, connections }
}

test('a response has the whole timeout, also on a connection with a shorter Keep-Alive', async () => {
  const { url, connections } = await serve('timeout=2', 2500)
  poster = createHttpClient()
  expect(await poster.postJson(url, '{}')).toMatchObject({ status: 200, text: '{"ok":true,"nth":1}' })
  expect(await poster.postJson(url, '{}')).toMatchObject({ status: 200, text: '{"ok":true,"nth":2}' })
  expect(connections.size).toBe(1)
})

test('nothing has been sent if no server listens', async () => {
  const { url } = await serve('timeout=5', 0)
  await new Promise((resolve) => server?.close(resolve))
  server = undefined
  poster = createHttpClient()
  await expect(poster.postJson(url, '{}')).rejects.toBeInstanceOf(NotSentError)
})

test('a request may have arrived if the connection breaks', async () => {
  const own = createServer((request) => void request.socket.destroy())
  server = own
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  const address = own.address()
  poster = createHttpClient()
  const posted = poster.postJson(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, '{}')
  await expect(posted).rejects.not.toBeInstanceOf(NotSentError)
})
