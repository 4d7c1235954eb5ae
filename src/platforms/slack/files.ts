// WebClient's filesUploadV2 is not used: it repeats no step whose response was lost, or, with its retry policy, repeats the last one too
// and shares the files twice. Here the upload is repeated, and the last step only after a look into the channel.

import { request } from 'undici'
import type { Attachment } from '../../message/index.ts'
import { at, textAt } from './json.ts'
import { SlackUnreachableError, type WebApi } from './web-api.ts'

/** Uploads files to conversations. */
export interface FileUploader {
  /** Shares files in one message. Rejects with a SlackRefusal if the app may not, and a SlackUnreachable if it could not. */
  upload(token: string, channel: string, files: readonly Attachment[]): Promise<void>
}

const UPLOAD_MS = 15_000
const MAX_TRIES = 3

export function createFileUploader(calls: WebApi): FileUploader {
  /** Uploads a file that is not shared yet; resolves with its id. */
  const place = async (token: string, { name, content, mediaType }: Attachment): Promise<string> => {
    const bytes = Buffer.from(content)
    const answer = await calls.call({
      token,
      method: 'files.getUploadURLExternal',
      queueKey: 'files',
      args: { filename: name, length: bytes.length },
      retry: 'idempotent',
    })
    const url = textAt(answer, 'upload_url')
    const id = textAt(answer, 'file_id')
    if (url === undefined || id === undefined) {
      throw new SlackUnreachableError('files.getUploadURLExternal: the answer names no address')
    }
    await send(url, bytes, mediaType)
    return id
  }

  return {
    // Three steps (docs.slack.dev/messaging/working-with-files): the last one shares all files at once.
    async upload(token, channel, files) {
      const placed = await Promise.all(files.map(async (file) => ({ id: await place(token, file), title: file.name })))
      const [first] = placed
      if (!first) return
      await calls.call({
        token,
        method: 'files.completeUploadExternal',
        queueKey: `channel/${channel}`,
        args: { files: placed, channel_id: channel },
        retry: () => sharedFile(calls, token, channel, first.id),
      })
    },
  }
}

async function send(url: string, bytes: Buffer, mediaType: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    let problem: string
    try {
      const { statusCode, body } = await request(url, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': mediaType },
        headersTimeout: UPLOAD_MS,
        bodyTimeout: UPLOAD_MS,
      })
      await body.dump()
      if (statusCode < 300) return
      problem = `HTTP ${statusCode}`
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
    }
    if (tries >= MAX_TRIES) throw new SlackUnreachableError(`the upload of a file: ${problem}`)
  }
}

/** The message among a channel's latest that has the file; undefined if none has. */
async function sharedFile(calls: WebApi, token: string, channel: string, file: string): Promise<unknown> {
  const args = { channel, limit: 30 }
  const history = await calls.call({
    token,
    method: 'conversations.history',
    queueKey: `look/${channel}`,
    args,
    retry: 'idempotent',
  })
  const messages = at(history, 'messages')
  if (!Array.isArray(messages)) return undefined
  return messages.find((message: unknown) => {
    const files = at(message, 'files')
    return Array.isArray(files) && files.some((entry: unknown) => textAt(entry, 'id') === file)
  })
}
