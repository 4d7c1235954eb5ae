import type { IncomingMessage } from 'node:http'

/** Why a body was not read: it is too large, others needed its memory, or the client disconnected. */
export type UnreadReason = 'too-large' | 'no-room' | 'aborted'

export interface BodyReader {
  /** Reads the whole body of a request. Never rejects. */
  read(request: IncomingMessage): Promise<Buffer | UnreadReason>
}

export interface BodyReaderOptions {
  /** The largest body, in bytes. */
  readonly maxBytes: number
  /** The most bytes that all bodies in transit may take together. */
  readonly maxTotalBytes: number
}

/** The overhead of a chunk, so that many small chunks count as well. */
const CHUNK_BYTES = 512

/**
 * Reads request bodies in bounded memory. When the bodies in transit exceed their total, the oldest is dropped: a platform sends a
 * delivery within milliseconds, so only a slow client is ever the oldest.
 */
export function createBodyReader({ maxBytes, maxTotalBytes }: BodyReaderOptions): BodyReader {
  /** The bodies in transit, the oldest first. */
  const receiving = new Set<{ heldBytes: number; readonly giveUp: (why: UnreadReason) => void }>()
  let total = 0

  return {
    read(request) {
      // Events, because nearly every body is a single chunk and an async iterator costs more than reading it.
      return new Promise((resolve) => {
        let chunks: Buffer[] = []
        let size = 0
        const end = (result: Buffer | UnreadReason): void => {
          if (!receiving.delete(body)) return
          total -= body.heldBytes
          chunks = []
          resolve(result)
        }
        const body = { heldBytes: 0, giveUp: end }
        receiving.add(body)
        request.on('data', (chunk: Buffer) => {
          // Data after the end is read and dropped.
          if (!receiving.has(body)) return
          size += chunk.length
          if (size > maxBytes) {
            end('too-large')
            return
          }
          chunks.push(chunk)
          body.heldBytes += chunk.length + CHUNK_BYTES
          total += chunk.length + CHUNK_BYTES
          for (const oldest of receiving) {
            if (total <= maxTotalBytes) break
            oldest.giveUp('no-room')
          }
        })
        request.on('end', () => {
          const [only] = chunks
          end(chunks.length === 1 && only ? only : Buffer.concat(chunks))
        })
        // Emitted after an error as well.
        request.on('close', () => end('aborted'))
        if (Number(request.headers['content-length'] ?? 0) > maxBytes) end('too-large')
      })
    },
  }
}
