import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { readPng } from '../../pictures/read-png.ts'
import { at, textAt } from '../json.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Pictures of answers in Slack: a message below the text, with an image that Slack fetches from Rung.

let slack: FakeSlack
let rung: RungProcess | undefined

beforeEach(async () => {
  slack = await startFakeSlack()
  slack.world.addTeam({ id: 'T1' })
})
afterEach(async () => {
  await rung?.stop()
  await slack.close()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function start(publicPort?: number): Promise<RungProcess> {
  const port = await freePort()
  const { botToken } = slack.world.team('T1')
  const publicUrl = `http://127.0.0.1:${publicPort ?? port}`
  const started = await startRung({
    ...environmentFor(slack, 'http', botToken),
    PORT: String(port),
    PUBLIC_URL: publicUrl,
  })
  slack.reach(started.url)
  rung = started
  return started
}

const raise = (): never => {
  throw new Error('there is no such message')
}

const imageOf = (blocks: unknown): unknown => (Array.isArray(blocks) ? blocks[0] : undefined)

describe('a picture', () => {
  test('follows the text of a command, from an address of Rung', async () => {
    const { url } = await start()
    const ana = personOf(slack, 'T1', 'U1')
    for (let round = 1; round <= 2; round += 1) {
      await ana.command('C1', '/skills ml-engineer senior')
      await expect.poll(() => ana.sees('C1').length, { timeout: 10_000 }).toBe(2 * round)
    }
    const [text, picture] = ana.sees('C1')
    expect(text && readOf(text)).toContain('58 skills')
    const image = imageOf(picture?.blocks)
    expect(picture?.ephemeralTo).toBe('U1')
    expect(textAt(image, 'alt_text')).toMatch(/^ML Engineer by domain.* Senior, Middle\./u)
    expect(at(image, 'image_url')).toMatch(new RegExp(`^${url}/pictures/[0-9a-f]{32}\\.png$`, 'u'))
    const fetched = await fetch(textAt(image, 'image_url'))
    expect(fetched.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(readPng(Buffer.from(await fetched.arrayBuffer()))).toMatchObject({ width: 1440 })
    expect(slack.violations).toEqual([])
  })

  test('is not drawn for an address that was not published', async () => {
    const { url } = await start()
    const statuses = async (names: readonly string[], method: string): Promise<readonly number[]> =>
      Promise.all(names.map(async (name) => (await fetch(`${url}/pictures/${name}`, { method })).status))
    expect(await statuses([`${'0'.repeat(32)}.png`, 'x.png', '..%2f.png', 'x', ''], 'GET')).toEqual([
      404, 404, 404, 404, 404,
    ])
    expect(await statuses([`${'0'.repeat(32)}.png`], 'POST')).toEqual([405])
  })

  test('that Slack cannot fetch costs nobody the text, and is reported once', async () => {
    const started = await start(9)
    const [ana, bo] = [personOf(slack, 'T1', 'U1'), personOf(slack, 'T1', 'U2')]
    await ana.command('C1', '/skills ml-engineer senior')
    await bo.command('C1', '/skills ml-engineer senior')
    const failed = /rung_pictures_total\{platform="slack",result="failed"\} 2\n/u
    await expect.poll(async () => (await fetch(`${started.url}/metrics`)).text(), { timeout: 10_000 }).toMatch(failed)
    expect(
      [ana.sees('C1'), bo.sees('C1')].map((seen) => seen.map((each) => readOf(each).includes('58 skills'))),
    ).toEqual([[true], [true]])
    expect(started.complaints().filter((line) => line.includes('a picture could not be sent'))).toHaveLength(1)
  })
})

describe('a picture without a public address', () => {
  async function startLocally(): Promise<RungProcess> {
    const started = await startRung(environmentFor(slack, 'http', slack.world.team('T1').botToken))
    slack.reach(started.url)
    rung = started
    return started
  }
  const uploads = (): number => slack.made.filter(({ method }) => method === 'upload').length
  const fileOf = (blocks: unknown): string => textAt(at(Array.isArray(blocks) ? blocks.at(-1) : {}, 'slack_file'), 'id')
  const seen = async (person: SlackPerson, channel: string, count: number): Promise<void> => {
    await expect.poll(() => person.sees(channel).length, { timeout: 15_000 }).toBe(count)
  }

  test('is uploaded once a workspace, follows the answer to a command, and is part of the next answers to presses', async () => {
    await startLocally()
    const [ana, bo] = [personOf(slack, 'T1', 'U1'), personOf(slack, 'T1', 'U2')]
    await ana.command('C1', '/skills ml-engineer senior')
    await seen(ana, 'C1', 2)
    const [text, picture] = ana.sees('C1')
    expect(text && readOf(text)).toContain('58 skills')
    expect(picture?.ephemeralTo).toBe('U1')
    const id = fileOf(picture?.blocks)
    expect(slack.world.files.get(id)?.channel).toBeUndefined()
    await bo.command('C1', '/skills ml-engineer senior')
    await seen(bo, 'C1', 2)
    expect(fileOf(bo.sees('C1')[1]?.blocks)).toBe(id)
    expect(uploads()).toBe(1)
    // A press that comes back to the level has its picture in place.
    await ana.press(ana.sees('C1')[0] ?? raise(), /^Next: /u)
    await expect.poll(() => readOf(ana.sees('C1')[0] ?? raise())).toContain('Lead')
    await seen(ana, 'C1', 3)
    await ana.press(ana.sees('C1')[0] ?? raise(), /^Previous: Senior/u)
    await expect.poll(() => fileOf(ana.sees('C1')[0]?.blocks)).toBe(id)
    expect(ana.sees('C1')).toHaveLength(3)
    expect(slack.violations).toEqual([])
  })

  test('follows an answer in the direct message, and a share', async () => {
    await startLocally()
    const ana = personOf(slack, 'T1', 'U1')
    await ana.say('ml-engineer senior')
    await expect.poll(() => fileOf(ana.sees(ana.direct).at(-1)?.blocks), { timeout: 15_000 }).not.toBe('')
    const before = ana.sees(ana.direct).length
    await ana.say('ml-engineer senior')
    await seen(ana, ana.direct, before + 2)
    const id = fileOf(ana.sees(ana.direct).at(-1)?.blocks)
    expect(readOf(ana.sees(ana.direct).at(-1) ?? raise())).toContain('58 skills')
    await ana.command('C1', '/skills ml-engineer senior')
    await seen(ana, 'C1', 2)
    await ana.press(ana.sees('C1')[0] ?? raise(), 'Share to channel')
    const bo = personOf(slack, 'T1', 'U2')
    await bo.reads('C1', '58 skills')
    expect(fileOf(bo.sees('C1').at(-1)?.blocks)).toBe(id)
    expect(slack.violations).toEqual([])
  })

  test('that Slack no longer has costs nobody the text, and is uploaded again', async () => {
    await startLocally()
    const ana = personOf(slack, 'T1', 'U1')
    await ana.say('ml-engineer senior')
    await seen(ana, ana.direct, 3)
    const id = fileOf(ana.sees(ana.direct).at(-1)?.blocks)
    slack.world.files.delete(id)
    await ana.say('ml-engineer senior')
    await seen(ana, ana.direct, 6)
    const [, answer, picture] = ana.sees(ana.direct).slice(-3)
    expect(answer && readOf(answer)).toContain('58 skills')
    expect(fileOf(picture?.blocks)).not.toBe(id)
    expect(uploads()).toBe(2)
  })

  test('costs nobody the text where the app may not upload, which is tried once', async () => {
    slack.world.team('T1').scopes.delete('files:write')
    const started = await startLocally()
    const ana = personOf(slack, 'T1', 'U1')
    await ana.command('C1', '/skills ml-engineer senior')
    const failed = /rung_pictures_total\{platform="slack",result="failed"\} 1\n/u
    await expect.poll(async () => (await fetch(`${started.url}/metrics`)).text(), { timeout: 15_000 }).toMatch(failed)
    await ana.command('C1', '/skills ml-engineer middle')
    await ana.reads('C1', 'Middle')
    expect(ana.sees('C1')).toHaveLength(2)
    expect(slack.made.filter(({ method }) => method === 'files.getUploadURLExternal')).toHaveLength(1)
  })
})
