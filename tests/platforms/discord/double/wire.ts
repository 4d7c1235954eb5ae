import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fields, isFields, parseJson } from '../../json.ts'
import type { Shown } from './server.ts'

// How requests and messages look on the wire.

/** A message of the bot as Discord shows it to apps. */
export function messageFields(shown: Shown, applicationId: string): Fields {
  return {
    id: shown.id,
    channel_id: shown.channel,
    author: { id: applicationId, username: 'rung', discriminator: '0', avatar: null, bot: true },
    content: shown.content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    flags: (1 << 15) | (shown.ephemeralTo === undefined ? 0 : 64),
    components: shown.components,
  }
}

export function write(
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body?: unknown },
): void {
  if (body === undefined) {
    response.writeHead(status)
    response.end()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** The JSON of a request, and the files that came with it. */
export async function bodyOf(
  request: IncomingMessage,
): Promise<{ readonly body: Fields; readonly files: Shown['files'] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const whole = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const value = parseJson(whole.toString('utf8'))
    return { body: isFields(value) ? value : { list: value }, files: [] }
  }
  const form = await new Response(whole, { headers: { 'content-type': type } }).formData()
  const files: { name: string; content: string }[] = []
  let body: Fields = {}
  for (const [name, value] of form) {
    if (name === 'payload_json') {
      const parsed = parseJson(typeof value === 'string' ? value : await value.text())
      body = isFields(parsed) ? parsed : {}
    } else if (typeof value !== 'string') files.push({ name: value.name, content: await value.text() })
  }
  return { body, files }
}
