import type { IncomingMessage } from 'node:http'

/** Why a body was not read: it is too large, others needed its room, or the client broke off. */
export type UnreadReason = 'too-large' | 'no-room' | 'aborted'

export interface BodyReader {
  /** Reads the whole body of a request. Never rejects. */
  read(request: IncomingMessage): Promise<Buffer | UnreadReason>
}

export interface BodyReaderOptions {
  /** The largest body, in bytes. */
  readonly maxBytes: number
  /** How many bytes all bodies that are still being received may take together. */
  readonly maxTotalBytes: number
}

/** What a piece of a body takes beside its bytes, so that many small pieces count as well. */
const PIECE_BYTES = 512

/**
 * Reads request bodies in bounded memory. When the bodies in transit exceed their total, the one that began first is given
 * up: a platform sends a delivery within milliseconds, so only a slow client is ever the oldest.
 */
export function createBodyReader({ maxBytes, maxTotalBytes }: BodyReaderOptions): BodyReader {
  /** The bodies being received, the one that began first in front. */
  const receiving = new Set<{ held: number; readonly giveUp: (why: UnreadReason) => void }>()
  let total = 0

  return {
    read(request) {
      // Listened to rather than iterated over: nearly every body is a single piece, and an iterator costs more than reading it.
      return new Promise((resolve) => {
        let pieces: Buffer[] = []
        let size = 0
        const end = (outcome: Buffer | UnreadReason): void => {
          if (!receiving.delete(body)) return
          total -= body.held
          pieces = []
          resolve(outcome)
        }
        const body = { held: 0, giveUp: end }
        receiving.add(body)
        request.on('data', (piece: Buffer) => {
          // What comes after the end is read and dropped.
          if (!receiving.has(body)) return
          size += piece.length
          if (size > maxBytes) {
            end('too-large')
            return
          }
          pieces.push(piece)
          body.held += piece.length + PIECE_BYTES
          total += piece.length + PIECE_BYTES
          for (const oldest of receiving) {
            if (total <= maxTotalBytes) break
            oldest.giveUp('no-room')
          }
        })
        request.on('end', () => {
          const [only] = pieces
          end(pieces.length === 1 && only ? only : Buffer.concat(pieces))
        })
        // Also after an error: Node.js emits one only if something listens for it.
        request.on('close', () => end('aborted'))
        if (Number(request.headers['content-length'] ?? 0) > maxBytes) end('too-large')
      })
    },
  }
}
