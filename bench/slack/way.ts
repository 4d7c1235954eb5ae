import { createServer, Agent as HttpAgent, request } from 'node:http'
import { Redis } from 'ioredis'

// The minimal path of an answer, for orientation: Node's own server acknowledges a press, makes one write to Redis, and posts a constant
// card. It has no Bolt, no session, no choice of a question and no rendering.

const redis = new Redis(process.env['REDIS_URL'] ?? '')
const agent = new HttpAgent({ keepAlive: true, maxSockets: 64 })

/** As large as a card of the assessment, about 3.5 kB. */
const CARD = JSON.stringify({
  replace_original: true,
  text: 'Docker: Which best describes what you do today?',
  blocks: Array.from({ length: 4 }, (_, row) => ({
    type: 'actions',
    elements: Array.from({ length: 5 }, (__, nth) => ({
      type: 'button',
      text: { type: 'plain_text', text: 'Awareness', emoji: false },
      action_id: `press:${row}${nth}`,
      value: '1a:a:ml-engineer:abcdefgh:12:abcdefghij3',
    })),
  })),
})

function post(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(CARD) }
    const made = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', resolve)
    })
    made.on('error', reject)
    made.end(CARD)
  })
}

function addressIn(body: string): string | undefined {
  const payload: unknown = JSON.parse(new URLSearchParams(body).get('payload') ?? 'null')
  if (typeof payload !== 'object' || payload === null || !('response_url' in payload)) return undefined
  return String(payload.response_url)
}

const server = createServer((incoming, response) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => {
    response.end()
    const address = chunks.length > 0 ? addressIn(Buffer.concat(chunks).toString()) : undefined
    if (address === undefined) return
    void redis.hincrby(address, 'version', 1).then(() => post(address))
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
