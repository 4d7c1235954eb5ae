import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordPerson, labelsOf, personOf, picturesOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, type PostedMessage, startFakeDiscord } from '../../fakes/discord/server.ts'
import { readPng } from '../../pictures/read-png.ts'
import { type RungProcess, startRung } from '../rung.ts'

// Pictures of answers in Discord: the text comes at once, the picture is put into it later.

const HERE = { server: '800000000000000001', channel: '810000000000000001' }

/** The picture of the level below Senior. */
const MIDDLE = / Middle, Junior\./u

let discord: FakeDiscord
let rung: RungProcess
let people = 0

beforeAll(async () => {
  discord = await startFakeDiscord()
  discord.servers.set(HERE.server, new Map())
  rung = await startRung({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0' })
})
afterAll(async () => {
  await rung?.stop()
  await discord?.close()
})

function someone(): DiscordPerson {
  people += 1
  return personOf(discord, { id: `10000000000000${5000 + people}`, where: HERE })
}

const picture = (message: PostedMessage) =>
  discord.until('a picture', () => picturesOf(message)[0], { ms: 10_000, seen: () => readOf(message) })

/** How many pictures ended in a way, from the metrics. */
async function counted(result: string): Promise<number> {
  const metrics = await (await fetch(`${rung.url}/metrics`)).text()
  return Number(
    new RegExp(`rung_pictures_total\\{platform="discord",result="${result}"\\} (\\d+)`, 'u').exec(metrics)?.[1] ?? 0,
  )
}

/** Waits until more pictures have ended in a way. */
async function more(result: string, before: number, count = 1): Promise<void> {
  for (let n = 0; (await counted(result)) < before + count; n += 1) {
    if (n > 100) throw new Error(`no other picture is ${result}`)
    await sleep(50)
  }
}

describe('an answer with a picture', () => {
  test('is there without it at once, and with it a moment later', async () => {
    const ana = someone()
    discord.faults.add({ method: 'readOriginal', channel: ana.id, kind: 'slow', ms: 300 })
    const interaction = await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, '58 skills')
    const [text, labels] = [readOf(answer), labelsOf(answer)]
    expect([interaction.type, answer.files, picturesOf(answer)]).toEqual([4, [], []])
    const drawn = await picture(answer)
    expect(readPng(drawn.data)).toMatchObject({ width: 1440 })
    expect(drawn.alt).toMatch(/^ML Engineer by domain.* Senior, Middle\./u)
    expect(drawn.description).toBe(drawn.alt)
    expect([readOf(answer), labelsOf(answer), answer.edits]).toEqual([text, labels, 1])
    expect(answer.ephemeralTo).toBe(ana.id)
  })

  test('comes in a direct message, on a typed question', async () => {
    const ana = someone()
    ana.say('/skills ml-engineer')
    const answer = await ana.reads('direct', 'ML Engineer')
    expect((await picture(answer)).alt).toMatch(/^ML Engineer/u)
  })

  test('is shared with its picture', async () => {
    const [ana, bo] = [someone(), someone()]
    await ana.command('skills', { role: 'ml-engineer', level: 'middle' })
    await ana.press(await ana.reads(HERE, 'ML Engineer · Middle'), /share/iu)
    const shared = await bo.reads(HERE, 'ML Engineer · Middle')
    expect((await picture(shared)).alt).toMatch(/ Middle, Junior\./u)
  })

  test('loses it with the next page, if that has none', async () => {
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, '58 skills')
    await picture(answer)
    await ana.press(answer, /^All 58/u)
    await ana.reads(HERE, /Senior: All skills/iu)
    expect([picturesOf(answer), answer.files]).toEqual([[], []])
    expect(readOf(answer)).toMatch(/Senior: All skills/iu)
  })

  test('shows the picture of the page that was turned to', async () => {
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, 'ML Engineer · Senior')
    await picture(answer)
    await ana.press(answer, /^Previous/u)
    await ana.reads(HERE, 'ML Engineer · Middle')
    expect((await picture(answer)).alt).toMatch(MIDDLE)
    expect(answer.files).toHaveLength(1)
  })
})

describe('a page that is turned while its picture is on its way', () => {
  /** What a fault waits for. */
  function held(): { readonly until: Promise<void>; readonly release: () => void } {
    let release: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    return { until, release: () => release() }
  }

  /** Turns the page while a call of the picture is held, and resolves with the message after the picture has ended. */
  async function turnDuring(method: 'readOriginal' | 'editOriginal', kind: 'held' | 'late'): Promise<PostedMessage> {
    const ana = someone()
    const { until, release } = held()
    const [sent, superseded] = [await counted('sent'), await counted('superseded')]
    const fault = discord.faults.add({ method, channel: ana.id, kind, until })
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, 'ML Engineer · Senior')
    await discord.until('the call', () => (fault.hits() > 0 ? true : undefined))
    await ana.press(answer, /^Previous/u)
    await ana.reads(HERE, 'ML Engineer · Middle')
    release()
    await (method === 'readOriginal' ? more('superseded', superseded) : more('sent', sent, 2))
    await picture(answer)
    return answer
  }

  test.each([
    ['readOriginal', 'held'],
    ['readOriginal', 'late'],
    ['editOriginal', 'held'],
    ['editOriginal', 'late'],
  ] as const)('stays, if it is turned during %s, %s', async (method, kind) => {
    const answer = await turnDuring(method, kind)
    expect(readOf(answer)).toContain('ML Engineer · Middle')
    expect(readOf(answer)).not.toContain('ML Engineer · Senior\n')
    expect(picturesOf(answer).map(({ alt }) => alt)).toEqual([expect.stringMatching(MIDDLE)])
  })

  test('stays, if it is on its way when the picture is drawn', async () => {
    // Two pictures are sent at once; the next one waits.
    const waiting = held()
    for (const other of [someone(), someone()]) {
      const fault = discord.faults.add({
        method: 'readOriginal',
        channel: other.id,
        kind: 'held',
        until: waiting.until,
      })
      await other.command('skills', { role: 'ml-engineer', level: 'senior' })
      await discord.until('the call', () => (fault.hits() > 0 ? true : undefined))
    }
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, 'ML Engineer · Senior')
    const turning = held()
    const turn = discord.faults.add({ method: 'callback', channel: ana.id, kind: 'held', until: turning.until })
    const pressed = ana.press(answer, /^Previous/u)
    await discord.until('the next page', () => (turn.hits() > 0 ? true : undefined))
    const reading = held()
    const read = discord.faults.add({ method: 'readOriginal', channel: ana.id, kind: 'late', until: reading.until })
    const superseded = await counted('superseded')
    waiting.release()
    await discord.until('the message to be read', () => (read.hits() > 0 ? true : undefined))
    turning.release()
    await pressed
    reading.release()
    await more('superseded', superseded)
    await picture(answer)
    expect(readOf(answer)).toContain('ML Engineer · Middle')
    expect(picturesOf(answer).map(({ alt }) => alt)).toEqual([expect.stringMatching(MIDDLE)])
  })

  test('stays without a picture, if the new page has none', async () => {
    const ana = someone()
    const { until, release } = held()
    const fault = discord.faults.add({ method: 'editOriginal', channel: ana.id, kind: 'held', until })
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, 'ML Engineer · Senior')
    await discord.until('the edit', () => (fault.hits() > 0 ? true : undefined))
    await ana.press(answer, /^All 58/u)
    await ana.reads(HERE, /Senior: All skills/iu)
    const { edits } = answer
    release()
    await discord.until('the answer again', () => (answer.edits === edits + 2 ? true : undefined))
    expect(readOf(answer)).toMatch(/Senior: All skills/iu)
    expect(picturesOf(answer)).toEqual([])
  })

  test('stays, if another process has turned it', async () => {
    const ana = someone()
    const before = await counted('superseded')
    discord.faults.add({ method: 'readOriginal', channel: ana.id, kind: 'slow', ms: 300 })
    await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    const answer = await ana.reads(HERE, 'ML Engineer · Senior')
    answer.components = [{ type: 17, id: 1, components: [{ type: 10, content: 'another page' }] }]
    await more('superseded', before)
    expect([readOf(answer), answer.edits, picturesOf(answer)]).toEqual(['another page', 0, []])
  })
})

describe('a picture that fails', () => {
  test.each([
    ['readOriginal', '500'],
    ['editOriginal', 'error:50013'],
    ['editOriginal', '429'],
    ['editOriginal', 'reset'],
  ] as const)('costs nobody the text, and is reported once: %s meets %s', async (method, kind) => {
    const lines = () => rung.complaints().filter((line) => line.includes('a picture could not be sent'))
    const reported = lines().length
    for (let n = 0; n < 2; n += 1) {
      const ana = someone()
      const before = await counted('failed')
      discord.faults.add({ method, channel: ana.id, kind })
      await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
      const answer = await ana.reads(HERE, '58 skills')
      await more('failed', before)
      expect([readOf(answer).includes('58 skills'), answer.edits, ana.sees('direct')]).toEqual([true, 0, []])
    }
    expect(lines()).toHaveLength(reported + 1)
  })
})

test.each([
  ['readOriginal', 'error:10015'],
  ['readOriginal', 'error:10008'],
  ['editOriginal', 'error:10008'],
  ['editOriginal', 'error:10003'],
  ['editOriginal', 'error:50027'],
] as const)('an answer that is gone before its picture is nothing to report: %s meets %s', async (method, kind) => {
  const lines = rung.complaints().length
  const ana = someone()
  const before = [await counted('superseded'), await counted('failed')] as const
  discord.faults.add({ method, channel: ana.id, kind })
  await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
  await more('superseded', before[0])
  expect([await counted('failed'), rung.complaints().slice(lines)]).toEqual([before[1], []])
})

test('Discord has refused nothing but what it was told to', () => {
  expect(discord.violations).toEqual([])
  expect(discord.unexpected).toEqual([])
})
