import { createServer } from 'node:http'

// As much of Slack as a load needs: it says who the app is and takes every answer. A process of its own, so that its work
// is not the bot's.

const ANSWERS: Readonly<Record<string, object>> = {
  '/api/auth.test': { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'B1', team: 'Bench', user: 'rung' },
  '/api/users.info': { ok: true, user: { id: 'U1', locale: 'en-US' } },
}

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const path = request.url ?? ''
    const answer = JSON.stringify(ANSWERS[path] ?? { ok: true })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
    response.end(answer)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.send?.({ port: address.port })
})
