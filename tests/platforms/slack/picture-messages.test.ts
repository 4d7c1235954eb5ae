import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/message/index.ts'
import { createPictureQueue } from '../../../src/platforms/delivery/picture-queue.ts'
import type { SlackMessage } from '../../../src/platforms/slack/blocks/render.ts'
import { createPictures } from '../../../src/platforms/slack/pictures.ts'
import { SlackApiError } from '../../../src/platforms/slack/web-api.ts'
import { createMetrics } from '../../../src/runtime/metrics.ts'

// How pictures get into messages, against a Slack that refuses what a test says. The journeys are in pictures.test.ts.

const PICTURE: Picture = {
  type: 'radar',
  title: 'ML Engineer by domain',
  series: [{ label: 'Senior' }],
  axes: [],
  rings: [],
  note: '',
  unavailable: '',
}
const SENDER = {
  person: { platform: 'slack', workspace: 'T1', user: 'U1' },
  team: 'T1',
  user: 'U1',
  token: 'xoxb-1',
  appId: undefined,
}
const TEXT: SlackMessage = { text: 'Senior', blocks: [{ type: 'divider' }] }

function open(refusals = 0) {
  const log = { published: 0, uploaded: 0, sent: [] as SlackMessage[], below: [] as SlackMessage[], refusals }
  const queue = createPictureQueue({ platform: 'slack', metrics: createMetrics(), report: () => undefined })
  const pictures = createPictures({
    publicPictures: {
      publish: () => {
        log.published += 1
        return Promise.resolve('https://rung.example.com/pictures/1.png')
      },
    },
    files: {
      isRefused: () => false,
      fileOf: () => {
        log.uploaded += 1
        return Promise.resolve('F1')
      },
      forget: () => Promise.resolve(),
    },
    queue,
    waitsMs: [0, 1, 1],
  })
  const take = (list: SlackMessage[]) => (message: SlackMessage) => {
    const hasImage = message.blocks.some(({ type }) => type === 'image')
    if (hasImage && log.refusals > 0) {
      log.refusals -= 1
      return Promise.reject(new SlackApiError('chat.postMessage', 'invalid_blocks', undefined))
    }
    list.push(message)
    return Promise.resolve()
  }
  const send = (isPublic: boolean) =>
    pictures.send(TEXT, { pictures: [PICTURE], isPublic }, SENDER, { send: take(log.sent), below: take(log.below) })
  return { log, send }
}

const kinds = ({ blocks }: SlackMessage): readonly string[] => blocks.map(({ type }) => type)

describe('a picture in Slack', () => {
  test('of one person is uploaded, never published', async () => {
    const { log, send } = open()
    await send(false)
    await expect.poll(() => log.below.length).toBe(1)
    expect(log).toMatchObject({ published: 0, uploaded: 1 })
  })

  test('for everyone is published where Slack can fetch it', async () => {
    const { log, send } = open()
    await send(true)
    await expect.poll(() => log.below.length).toBe(1)
    expect(log).toMatchObject({ published: 1, uploaded: 0 })
  })

  test('follows the first time, and is part of the message from then on', async () => {
    const { log, send } = open()
    await send(false)
    await expect.poll(() => log.below.length).toBe(1)
    await send(false)
    expect(log.sent.map(kinds)).toEqual([['divider'], ['divider', 'image']])
    expect(log.below).toHaveLength(1)
  })

  test('whose file is not ready is tried again, below a text that is there already', async () => {
    const { log, send } = open(2)
    await send(false)
    expect(log.sent.map(kinds)).toEqual([['divider']])
    await expect.poll(() => log.below.length).toBe(1)
    expect(log.refusals).toBe(0)
  })

  test('that Slack refuses in a message is left out of it', async () => {
    const { log, send } = open()
    await send(true)
    await expect.poll(() => log.below.length).toBe(1)
    log.refusals = 2
    await send(true)
    expect(log.sent.map(kinds)).toEqual([['divider'], ['divider']])
  })
})
