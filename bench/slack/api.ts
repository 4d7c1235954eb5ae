import { createServer } from 'node:http'

// As much of Slack as a load needs: it says who the app is and takes every answer. A process of its own, so that its work
// is not the bot's.

const ANSWERS: Readonly<Record<string, object>> = {
  '/api/auth.test': { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'B1', team: 'Bench', user: 'rung' },
  '/api/users.info': { ok: true, user: { id: 'U1', locale: 'en-US' } },
  '/api/conversations.open': { ok: true, channel: { id: 'D1' } },
  '/api/chat.postMessage': { ok: true, channel: 'D1', ts: '1.1' },
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const path = request.url ?? ''
    const answer = JSON.stringify(ANSWERS[path] ?? { ok: true })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
    response.end(answer)
    // What was answered to a press goes back to the load generator, which waits for it.
    if (path.startsWith('/respond/'))
      process.send?.({ id: path.slice('/respond/'.length), body: Buffer.concat(chunks).toString() })
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.send?.({ port: address.port })
})
