import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createHttpClient, type HttpClient, NotSentError } from '../../../src/platforms/slack/http-client.ts'

let server: Server | undefined
let poster: HttpClient | undefined

afterEach(async () => {
  await poster?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})

/** A server that takes its time for every answer but the first; its address. */
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

test('an answer has its whole time, also on a connection that the other side keeps for less', async () => {
  const { url, connections } = await serve('timeout=2', 2500)
  poster = createHttpClient()
  expect(await poster.postJson(url, '{}')).toMatchObject({ status: 200, text: '{"ok":true,"nth":1}' })
  expect(await poster.postJson(url, '{}')).toMatchObject({ status: 200, text: '{"ok":true,"nth":2}' })
  expect(connections.size).toBe(1)
})

test('where nobody listens, nothing has been sent', async () => {
  const { url } = await serve('timeout=5', 0)
  await new Promise((resolve) => server?.close(resolve))
  server = undefined
  poster = createHttpClient()
  await expect(poster.postJson(url, '{}')).rejects.toBeInstanceOf(NotSentError)
})

test('where the connection breaks, it is not known whether it has arrived', async () => {
  const own = createServer((request) => void request.socket.destroy())
  server = own
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  const address = own.address()
  poster = createHttpClient()
  const posted = poster.postJson(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, '{}')
  await expect(posted).rejects.not.toBeInstanceOf(NotSentError)
})
