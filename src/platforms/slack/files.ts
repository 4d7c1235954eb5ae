// WebClient's filesUploadV2 is not used: it repeats no step whose response was lost, or, with its retry policy, repeats the last one too
// and shares the files twice. Here the upload is repeated, and the last step only after a look into the channel.

import { request } from 'undici'
import type { Attachment } from '../../message/index.ts'
import { listAt, textAt } from './json.ts'
import { SlackUnreachableError, type WebApi } from './web-api.ts'

const UPLOAD_TIMEOUT_MS = 15_000
const MAX_ATTEMPTS = 3

/**
 * Shares files in one message of a conversation, in three steps (docs.slack.dev/messaging/working-with-files). Rejects with a
 * SlackApiError if the app may not, and with a SlackUnreachableError if an upload failed.
 */
export async function shareFiles(
  webApi: WebApi,
  token: string,
  channel: string,
  files: readonly Attachment[],
): Promise<void> {
  const uploaded = await Promise.all(
    files.map(async (file) => ({ id: await uploadFile(webApi, token, file), title: file.name })),
  )
  const [first] = uploaded
  if (!first) return
  await webApi.call({
    token,
    method: 'files.completeUploadExternal',
    queueKey: `channel/${channel}`,
    args: { files: uploaded, channel_id: channel },
    retry: () => findSharedFile(webApi, token, channel, first.id),
  })
}

/** Creates a file that belongs to the app and is in no conversation; resolves with its id. Slack may take a moment to read it. */
export async function createUploadedFile(
  webApi: WebApi,
  token: string,
  { name, bytes, title }: { readonly name: string; readonly bytes: Buffer; readonly title: string },
): Promise<string> {
  const id = await uploadBytes(webApi, token, { name, bytes, mediaType: 'image/png' })
  await webApi.call({
    token,
    method: 'files.completeUploadExternal',
    queueKey: 'files',
    args: { files: [{ id, title }] },
  })
  return id
}

/** Uploads a file without sharing it; resolves with its id. */
function uploadFile(webApi: WebApi, token: string, { name, content, mediaType }: Attachment): Promise<string> {
  return uploadBytes(webApi, token, { name, bytes: Buffer.from(content), mediaType })
}

interface FileBytes {
  readonly name: string
  readonly bytes: Buffer
  readonly mediaType: string
}

async function uploadBytes(webApi: WebApi, token: string, { name, bytes, mediaType }: FileBytes): Promise<string> {
  const args = { filename: name, length: bytes.length }
  const response = await webApi.call({ token, method: 'files.getUploadURLExternal', queueKey: 'files', args })
  const url = textAt(response, 'upload_url')
  const id = textAt(response, 'file_id')
  if (url === undefined || id === undefined) {
    throw new SlackUnreachableError('files.getUploadURLExternal: the response has no address')
  }
  await send(url, bytes, mediaType)
  return id
}

async function send(url: string, bytes: Buffer, mediaType: string): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    let problem: string
    try {
      const { statusCode, body } = await request(url, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': mediaType },
        headersTimeout: UPLOAD_TIMEOUT_MS,
        bodyTimeout: UPLOAD_TIMEOUT_MS,
      })
      await body.dump()
      if (statusCode < 300) return
      problem = `HTTP ${statusCode}`
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
    }
    if (attempts >= MAX_ATTEMPTS) throw new SlackUnreachableError(`the upload of a file: ${problem}`)
  }
}

/** Finds the message with a file among the latest of a channel; undefined if none has it. */
async function findSharedFile(webApi: WebApi, token: string, channel: string, file: string): Promise<unknown> {
  const args = { channel, limit: 30 }
  const history = await webApi.call({ token, method: 'conversations.history', queueKey: `look/${channel}`, args })
  return listAt(history, 'messages').find((message) =>
    listAt(message, 'files').some((entry) => textAt(entry, 'id') === file),
  )
}
