import { type APIMessageTopLevelComponent, MessageFlags, REST, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { PictureRenderer } from '../../pictures/index.ts'
import type { PictureQueue } from '../delivery/picture-queue.ts'
import { isMessageGone } from './api-error.ts'
import type { PicturePage } from './components/render.ts'
import type { DiscordConfig } from './config.ts'

// A picture is added to its answer by an edit after the answer was sent. The person may have turned the page in the meantime, so two
// guards keep an edit from overwriting something newer:
//  - An answer with a picture carries a mark, the id of its container. Before the edit the message is read, and one with another mark is
//    left alone, whichever process changed it.
//  - In this process, `send` records which message an answer replaces. An edit for an earlier answer that has not started is then
//    dropped; after one in flight, the newer answer is sent again.

/** A message of the bot, as a route of Discord's API. */
export interface SentMessage {
  readonly route: `/${string}`
  /** Whether the route holds the token of an interaction, so that it needs no other. */
  readonly hasToken: boolean
}

interface SendOptions {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** The page with its pictures, if it has any. */
  readonly pictures: PicturePage | undefined
  /** The id of the message that the answer replaces. */
  readonly replaces?: string | undefined
}

export interface PictureEdits {
  /**
   * Sends an answer and resolves as `send` does; its pictures follow later. `send` resolves with undefined if the answer became no
   * message that can be edited.
   */
  send(options: SendOptions, send: () => Promise<SentMessage | undefined>): Promise<SentMessage | undefined>
}

export interface PictureEditsDeps {
  readonly rest: REST
  readonly renderer: PictureRenderer
  readonly queue: PictureQueue
  readonly report: (problem: string, details: object) => void
}

/** Most messages are dark in Discord; the picture is legible in light ones too. */
const LOOK = { theme: 'dark', scale: 2 } as const

/** Messages whose replacements are remembered. */
const MAX_REPLACED = 10_000
const CALL_MS = 8000
/** How often discord.js drops its queues of finished calls. */
const SWEEP_MS = 1000

const Edited = z.object({ id: z.string(), components: z.array(z.object({ id: z.number().optional() })) })

/** The REST client of edits: a slow or limited call holds up no answer, and a call that Discord limits is given up. */
export function createPictureRest({ apiUrl, token }: DiscordConfig): REST {
  const limits = { rejectOnRateLimit: () => true, handlerSweepInterval: SWEEP_MS }
  return new REST({ api: apiUrl, timeout: CALL_MS, retries: 0, ...limits }).setToken(token)
}

export function createPictureEdits({ rest, renderer, queue, report }: PictureEditsDeps): PictureEdits {
  let clock = 0
  /** When a message was replaced last, by its id. */
  const replacedAt = new LRUCache<string, number>({ max: MAX_REPLACED })
  /** Edits on their way, by the id of their message. */
  const inFlight = new Map<string, Promise<unknown>>()

  const edit = async (
    { route, hasToken }: SentMessage,
    components: readonly APIMessageTopLevelComponent[],
    files: readonly UploadedPicture[] = [],
  ): Promise<void> => {
    await rest.patch(route, {
      auth: !hasToken,
      body: {
        flags: MessageFlags.IsComponentsV2,
        components,
        allowed_mentions: { parse: [] },
        attachments: files.map(({ name, description }, id) => ({ id, filename: name, description })),
      },
      files: files.map(({ name, png }) => ({ name, data: png, contentType: 'image/png' })),
    })
  }

  /** Waits for an edit, and has it in `inFlight` meanwhile. */
  const waitFor = async (id: string, ownEdit: Promise<void>): Promise<void> => {
    inFlight.set(id, ownEdit)
    try {
      await ownEdit
    } finally {
      if (inFlight.get(id) === ownEdit) inFlight.delete(id)
    }
  }

  /** `at` is when the page was sent: any later answer, also one still on its way, supersedes its picture. */
  const addPicturesToPage = async (
    message: SentMessage,
    page: PicturePage,
    at: number,
  ): Promise<'sent' | 'superseded'> => {
    const files = await Promise.all(
      page.pictures.map(async ({ name, description, picture }) => {
        const { png } = await renderer.render(picture, LOOK)
        return { name, description, png }
      }),
    )
    const { id, components } = Edited.parse(await rest.get(message.route, { auth: !message.hasToken }))
    const isReplaced = (replacedAt.get(id) ?? 0) > at
    if (isReplaced || !components.some((component) => component.id === page.mark)) return 'superseded'
    await waitFor(id, edit(message, page.components, files))
    return 'sent'
  }

  /** The same, for a message that may be gone: its owner deleted or dismissed it, or the token of its interaction has expired. */
  const addPictures: typeof addPicturesToPage = async (...options) => {
    try {
      return await addPicturesToPage(...options)
    } catch (error) {
      if (isMessageGone(error)) return 'superseded'
      throw error
    }
  }

  /** Sends an answer again after an edit that may have overwritten it. */
  const repair = async (
    message: SentMessage,
    replaced: { readonly id: string; readonly at: number },
    components: readonly APIMessageTopLevelComponent[],
    overlapping: Promise<unknown>,
  ): Promise<void> => {
    await overlapping.catch(() => undefined)
    if (replacedAt.get(replaced.id) !== replaced.at) return
    await waitFor(replaced.id, edit(message, components))
  }

  return {
    async send({ components, pictures, replaces }, send) {
      const overlapping = replaces === undefined ? undefined : inFlight.get(replaces)
      const at = ++clock
      if (replaces !== undefined) replacedAt.set(replaces, at)
      const message = await send()
      if (message === undefined) return undefined
      const repaired =
        overlapping && replaces !== undefined
          ? repair(message, { id: replaces, at }, components, overlapping).catch((error: unknown) => {
              if (isMessageGone(error)) return
              report('an answer could not be sent again after the picture of an earlier one', { err: error })
            })
          : undefined
      if (pictures) {
        queue.add(async () => {
          await repaired
          return await addPictures(message, pictures, at)
        })
      }
      return message
    },
  }
}

interface UploadedPicture {
  readonly name: string
  readonly description: string
  readonly png: Buffer
}

/** The answer to an interaction. */
export function answerOf(
  { applicationId, token }: { readonly applicationId: string; readonly token: string },
  id = '@original',
): SentMessage {
  return { route: Routes.webhookMessage(applicationId, token, id), hasToken: true }
}

/** A message in a channel. */
export function channelMessage(channel: string, id: string): SentMessage {
  return { route: Routes.channelMessage(channel, id), hasToken: false }
}
