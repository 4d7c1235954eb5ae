import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Picture } from '../../message/index.ts'
import type { PictureRenderer } from '../../pictures/index.ts'
import { uploadedPicturesName } from '../../store/platform-names.ts'
import type { KeyValueStore } from '../../store/store.ts'
import { createUploadedFile } from './files.ts'
import { parseJson } from './json.ts'
import type { AuthorizedSender } from './sender.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

// Pictures as files of the app, for a process that Slack cannot fetch them from, and for pictures that are nobody else's. A file belongs
// to the app and is in no conversation; a message shows it by its id. Pictures that everyone may see are uploaded once a workspace.

/** Milliseconds that the ids of files are stored, and after which a workspace without the scope is tried again. */
const STORED_MS = 30 * 24 * 60 * 60 * 1000
const REFUSED_MS = 60 * 60 * 1000
const MAX_WORKSPACES = 10_000
/** The ids that are stored for a workspace; older ones are uploaded again. */
const MAX_STORED = 200
const MAX_FILES = 5000
const LOOK = { theme: 'light', scale: 2 } as const

const Stored = z.record(z.string(), z.string())

export interface PictureFilesDeps {
  readonly webApi: WebApi
  readonly renderer: PictureRenderer
  readonly keyValues: KeyValueStore
}

export interface PictureFiles {
  /** Whether uploads have been refused lately, because the app lacks the scope there. */
  isRefused(team: string): boolean
  /**
   * Resolves with the id of a picture's file, uploading it if it is new. The id of a picture that everyone may see is stored. Rejects with
   * a PictureError, a SlackApiError or a SlackUnreachableError.
   */
  fileOf(picture: Picture, sender: AuthorizedSender, isPublic: boolean): Promise<string>
  /** Forgets a file that Slack refuses to show. */
  forget(picture: Picture, team: string): Promise<void>
}

/** A hash of what a picture shows. */
export function hashOf(picture: Picture): string {
  return createHash('sha256').update(JSON.stringify(picture)).digest('hex').slice(0, 32)
}

export function createPictureFiles({ webApi, renderer, keyValues }: PictureFilesDeps): PictureFiles {
  const files = new LRUCache<string, string>({ max: MAX_FILES, ttl: STORED_MS })
  const refused = new LRUCache<string, true>({ max: MAX_WORKSPACES, ttl: REFUSED_MS })
  /** Concurrent uploads of one picture are one. */
  const pending = new Map<string, Promise<string>>()

  const readStored = async (team: string): Promise<Readonly<Record<string, string>>> => {
    const stored = await keyValues.read(nameOf(team)).catch(() => null)
    return Stored.safeParse(stored && parseJson(stored.value)).data ?? {}
  }
  /** Two processes may lose an id of each other: that costs one more upload. */
  const writeStored = async (team: string, ids: Readonly<Record<string, string>>): Promise<void> => {
    const latest = Object.fromEntries(Object.entries(ids).slice(-MAX_STORED))
    await keyValues.write(nameOf(team), JSON.stringify(latest), { ttlMs: STORED_MS }).catch(() => undefined)
  }

  const upload = async (picture: Picture, { token, team }: AuthorizedSender): Promise<string> => {
    const { png } = await renderer.render(picture, LOOK)
    try {
      return await createUploadedFile(webApi, token, { name: 'ladder.png', bytes: png, title: picture.title })
    } catch (error) {
      if (error instanceof SlackApiError && error.code === 'missing_scope') refused.set(team, true)
      throw error
    }
  }

  return {
    isRefused: (team) => refused.has(team),
    async fileOf(picture, sender, isPublic) {
      const { team } = sender
      const hash = hashOf(picture)
      const key = `${team}/${hash}`
      const cached = files.get(key) ?? (isPublic ? (await readStored(team))[hash] : undefined)
      if (cached !== undefined) {
        files.set(key, cached)
        return cached
      }
      const uploading = pending.get(key) ?? upload(picture, sender).finally(() => pending.delete(key))
      pending.set(key, uploading)
      const id = await uploading
      files.set(key, id)
      if (isPublic) await writeStored(team, { ...(await readStored(team)), [hash]: id })
      return id
    },
    async forget(picture, team) {
      const hash = hashOf(picture)
      files.delete(`${team}/${hash}`)
      const { [hash]: lost, ...others } = await readStored(team)
      if (lost !== undefined) await writeStored(team, others)
    },
  }
}

const nameOf = (team: string): string => uploadedPicturesName('slack', team)
