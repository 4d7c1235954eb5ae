import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Picture } from '../../message/index.ts'
import { PictureError, type PictureRenderer } from '../../pictures/index.ts'
import { type HttpServer, sendResponse } from '../../runtime/http-server.ts'
import type { KeyValueStore } from '../../store/store.ts'

// Pictures at an address of this process, for platforms that fetch them. Only pictures that everyone may see are published: the address
// is a hash of what is shown, and any process that has it can draw it.

const HASH = /^[0-9a-f]{32}$/u
/** Milliseconds that the data of a picture is stored. Platforms cache what they have fetched. */
const STORED_MS = 30 * 24 * 60 * 60 * 1000
/** A picture is stored again after this, so that one in use does not expire. */
const FRESH_MS = 24 * 60 * 60 * 1000
const MAX_PUBLISHED = 500
/** Seconds. A version of Rung that draws differently has the same address. */
const CACHE_SECONDS = 24 * 60 * 60
const LOOK = { theme: 'light', scale: 2 } as const

export interface PublicPicturesDeps {
  /** Where the world reaches the server, without a slash at the end. */
  readonly publicUrl: string
  readonly listener: HttpServer
  readonly renderer: PictureRenderer
  readonly keyValues: KeyValueStore
}

export interface PublicPictures {
  /** Stores a picture, draws it, and resolves with its address. Rejects with a PictureError or a StoreUnavailable. */
  publish(picture: Picture): Promise<string>
}

/** Serves pictures at `/pictures/<hash>.png`. A hash that was not published is answered with 404, too many at once with 503. */
export function servePublicPictures({ publicUrl, listener, renderer, keyValues }: PublicPicturesDeps): PublicPictures {
  const published = new LRUCache<string, Picture>({ max: MAX_PUBLISHED, ttl: FRESH_MS })

  const find = async (hash: string): Promise<Picture | undefined> => {
    const recent = published.get(hash)
    if (recent || !HASH.test(hash)) return recent
    const stored = await keyValues.read(nameOf(hash))
    const value: unknown = stored ? JSON.parse(stored.value) : undefined
    return isPicture(value) ? value : undefined
  }

  listener.route('GET', '/pictures/*', async (request, response) => {
    const name = /([^/?]*)\.png(?:\?|$)/u.exec(request.url ?? '')?.[1] ?? ''
    const picture = await find(name)
    if (!picture) {
      sendResponse(response, 404, 'no such picture')
      return
    }
    try {
      const { png, hash } = await renderer.render(picture, LOOK)
      response.setHeader('cache-control', `public, max-age=${CACHE_SECONDS}`)
      response.setHeader('etag', `"${hash}"`)
      sendResponse(response, 200, png, 'image/png')
    } catch (error) {
      if (!(error instanceof PictureError)) throw error
      sendResponse(response, 503, 'this picture cannot be drawn right now')
    }
  })

  return {
    async publish(picture) {
      const data = JSON.stringify(picture)
      const hash = createHash('sha256').update(data).digest('hex').slice(0, 32)
      if (!published.has(hash)) {
        await keyValues.write(nameOf(hash), data, { ttlMs: STORED_MS })
        published.set(hash, picture)
      }
      await renderer.render(picture, LOOK)
      return `${publicUrl}/pictures/${hash}.png`
    },
  }
}

/** Whether a value was written by `publish`: only its type is checked. */
function isPicture(value: unknown): value is Picture {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  return value.type === 'heatMap' || value.type === 'radar'
}

const nameOf = (hash: string): string => `picture/${hash}`
