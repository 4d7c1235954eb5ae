import { altText, type Message, type Picture } from '../../message/index.ts'
import { oneLine, truncate } from '../../message/sanitize.ts'
import type { PictureQueue } from '../delivery/picture-queue.ts'
import type { PublicPictures } from '../delivery/public-pictures.ts'
import { LIMITS } from './blocks/limits.ts'
import type { ResponseUrlClient } from './response-url.ts'

// Slack refuses a whole message if it cannot fetch an image of it ("downloading image failed": slackapi/java-slack-sdk issue 1396,
// python-slack-sdk issue 1782), and the acknowledgement of a command does not tell. So the picture of an answer is a message of its own,
// below the text: if Slack refuses it, the text is there.

/** Sends the pictures of an answer after it, to the response_url of its command. Returns at once. */
export type SendPictures = (responseUrl: string, pictures: readonly Picture[]) => void

/** Slack did not take a picture. */
class SlackPictureError extends Error {
  override readonly name = 'SlackPictureError'
  readonly code: string

  constructor(code: string) {
    super(`Slack did not take a picture: ${code}`)
    this.code = code
  }
}

export function createSendPictures(
  publicPictures: PublicPictures,
  queue: PictureQueue,
  responseUrls: ResponseUrlClient,
): SendPictures {
  return (responseUrl, pictures) => {
    for (const picture of pictures) {
      queue.add(async () => {
        const url = await publicPictures.publish(picture)
        const result = await responseUrls.post(responseUrl, {
          response_type: 'ephemeral',
          replace_original: false,
          text: truncate(oneLine(picture.title), LIMITS.fallbackText) || '…',
          blocks: [imageBlock(picture, url)],
        })
        if (result !== 'done') throw new SlackPictureError(result)
        return 'sent'
      })
    }
  }
}

function imageBlock(picture: Picture, url: string) {
  const alt = truncate(oneLine(altText(picture, LIMITS.imageAlt)), LIMITS.imageAlt)
  return { type: 'image', image_url: url, alt_text: alt || '…' }
}

export function picturesOf({ blocks }: Message): readonly Picture[] {
  return blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : []))
}
