import { setTimeout as sleep } from 'node:timers/promises'
import type { ImageBlock } from '@slack/types'
import { LRUCache } from 'lru-cache'
import { altText, type Message, type Picture } from '../../message/index.ts'
import { oneLine, truncate } from '../../message/sanitize.ts'
import type { PictureQueue } from '../delivery/picture-queue.ts'
import type { PublicPictures } from '../delivery/public-pictures.ts'
import { LIMITS } from './blocks/limits.ts'
import type { SlackMessage } from './blocks/render.ts'
import { hashOf, type PictureFiles } from './picture-files.ts'
import type { AuthorizedSender } from './sender.ts'
import { SlackApiError } from './web-api.ts'

// Slack refuses a whole message if it cannot show an image of it: if it cannot fetch it ("downloading image failed": slackapi/
// java-slack-sdk issue 1396, python-slack-sdk issue 1782), or while an uploaded file is not ready ("invalid slack file": bolt-python issue
// 1251). So a picture that is new in a workspace is a message of its own, below the text. Once Slack has taken it, it is part of the
// answers there; if Slack refuses it later, they are sent without it. The acknowledgement of a command never has one, because it does not
// tell whether Slack took it.

/** The pictures of an answer. */
export interface AnswerPictures {
  readonly pictures: readonly Picture[]
  /** Whether everyone gets the same answer. Other pictures have no address that could be passed on. */
  readonly isPublic: boolean
}

export interface SlackPictures {
  /** Sends pictures in messages of their own, soon. Returns at once. `post` rejects if Slack refuses a message. */
  sendBelow(answer: AnswerPictures, sender: AuthorizedSender, post: (message: SlackMessage) => Promise<unknown>): void
  /** Sends a message with its pictures: in it if Slack has taken them in this workspace before, else below it. */
  send<T>(message: SlackMessage, answer: AnswerPictures, sender: AuthorizedSender, how: SendOptions<T>): Promise<T>
}

export interface SendOptions<T> {
  /** Sends the message. Rejects with a SlackApiError if Slack refuses it. */
  readonly send: (message: SlackMessage) => Promise<T>
  /** Sends a picture below it. */
  readonly below: (message: SlackMessage, sent: T) => Promise<unknown>
}

export interface PicturesDeps {
  /** Undefined if Slack cannot fetch pictures from this process. */
  readonly publicPictures: PublicPictures | undefined
  readonly files: PictureFiles
  readonly queue: PictureQueue
  /** Milliseconds to wait before each attempt to show a file: Slack reads it after the upload, and says when it is ready only with a scope that lets an app read all files. */
  readonly waitsMs?: readonly number[]
}

const WAITS_MS = [0, 700, 1500, 3000] as const
const MAX_TAKEN = 5000

export function createPictures({ publicPictures, files, queue, waitsMs = WAITS_MS }: PicturesDeps): SlackPictures {
  /** What Slack has taken, by workspace and hash. */
  const taken = new LRUCache<string, ImageBlock>({ max: MAX_TAKEN })
  const keyOf = (picture: Picture, { team }: AuthorizedSender): string => `${team}/${hashOf(picture)}`

  const blockOf = async (picture: Picture, sender: AuthorizedSender, isPublic: boolean): Promise<ImageBlock> => {
    const alt = truncate(oneLine(altText(picture, LIMITS.imageAlt)), LIMITS.imageAlt) || '…'
    if (isPublic && publicPictures) {
      return { type: 'image', image_url: await publicPictures.publish(picture), alt_text: alt }
    }
    return { type: 'image', slack_file: { id: await files.fileOf(picture, sender, isPublic) }, alt_text: alt }
  }

  const postBelow = async (
    picture: Picture,
    sender: AuthorizedSender,
    isPublic: boolean,
    post: (message: SlackMessage) => Promise<unknown>,
  ): Promise<void> => {
    const block = await blockOf(picture, sender, isPublic)
    const message = { text: truncate(oneLine(picture.title), LIMITS.fallbackText) || '…', blocks: [block] }
    const waits = 'slack_file' in block ? waitsMs : [0]
    for (const [attempt, waitMs] of waits.entries()) {
      if (waitMs > 0) await sleep(waitMs)
      try {
        await post(message)
        taken.set(keyOf(picture, sender), block)
        return
      } catch (error) {
        if (attempt + 1 < waits.length && isRefusal(error)) continue
        if (isRefusal(error)) await files.forget(picture, sender.team)
        throw error
      }
    }
  }

  const sendBelow: SlackPictures['sendBelow'] = ({ pictures, isPublic }, sender, post) => {
    if (!(isPublic && publicPictures) && files.isRefused(sender.team)) return
    for (const picture of pictures) {
      queue.add(async () => {
        await postBelow(picture, sender, isPublic, post)
        return 'sent'
      })
    }
  }

  return {
    sendBelow,
    async send(message, answer, sender, { send, below }) {
      const { pictures } = answer
      if (pictures.length === 0) return send(message)
      const blocks = pictures.flatMap((picture) => taken.get(keyOf(picture, sender)) ?? [])
      const fits = message.blocks.length + blocks.length <= LIMITS.messageBlocks
      if (blocks.length === pictures.length && fits) {
        try {
          return await send({ ...message, blocks: [...message.blocks, ...blocks] })
        } catch (error) {
          if (!isRefusal(error)) throw error
          for (const picture of pictures) {
            taken.delete(keyOf(picture, sender))
            await files.forget(picture, sender.team)
          }
        }
      }
      const sent = await send(message)
      sendBelow(answer, sender, (picture) => below(picture, sent))
      return sent
    },
  }
}

/** A picture could not be sent to a response_url. */
export class SlackPictureError extends Error {
  override readonly name = 'SlackPictureError'
  readonly code: string

  constructor(code: string) {
    super(`Slack did not take a picture: ${code}`)
    this.code = code
  }
}

/** Whether Slack did not take the blocks of a message. */
function isRefusal(error: unknown): boolean {
  if (error instanceof SlackPictureError) return error.code === 'refused'
  return error instanceof SlackApiError && error.code.startsWith('invalid_')
}

export function picturesOf({ blocks }: Message): readonly Picture[] {
  return blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : []))
}

export function hasImage({ blocks }: Pick<SlackMessage, 'blocks'>): boolean {
  return blocks.some(({ type }) => type === 'image')
}
