import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasRedis, startRedis } from '../redis-server.ts'
import { printLine, type SeededRandom, seededRandom, seedOf } from '../seeded-random.ts'
import { type BotProcess, type Complaints, startBot } from './bot.ts'
import type { Listener } from './load-driver.ts'
import {
  asReply,
  commandBy,
  exported,
  gist,
  isError,
  type Press,
  personNamed,
  pressBy,
  pressesIn,
  type Reply,
  ROLE,
  ratingsIn,
  ratingsOf,
  says,
  skillIn,
  stateIn,
} from './reply.ts'

const PRESSES = 10_000
const PEOPLE = 6
/** Concurrent presses of one person. */
const HANDS = 6

/** Presses to repeat: those that name the state they were made from, and those that change no assessment. */
const PRESSED = new Set(['aa', 'ak', 'aw', 'af', 'ai', 'ar'])

/** What the answers to one person's presses said. */
interface PressRecord {
  /** Ids of started sessions. */
  readonly started: string[]
  /** Presses that were saved according to their answers, by the session and version they were made from. */
  readonly accepted: Map<string, Press[]>
  /** Ids of sessions that ended with a result. */
  readonly finished: Set<string>
  readonly wrong: string[]
  tooLate: number
}

function isPressed({ verb, payload }: Press): boolean {
  return PRESSED.has(verb) || payload === `1a:b:${ROLE}:g`
}

function hear(record: PressRecord, press: Press, reply: Reply): void {
  const state = stateIn(reply)
  if (says(reply, 'assess.note.stale') || isError(reply, 'error.assess.none')) {
    record.tooLate++
    return
  }
  if (reply.failed !== undefined) {
    record.wrong.push(`${press.payload}: ${gist(reply)}`)
    return
  }
  const take = () => {
    const made = `${press.id} ${press.version}`
    record.accepted.set(made, [...(record.accepted.get(made) ?? []), press])
  }
  switch (press.verb) {
    case 'aa':
      if (state?.id !== press.id || state.version !== press.version + 1) {
        record.wrong.push(`${press.payload} was taken into ${state?.id} ${state?.version}`)
      }
      take()
      break
    case 'ak':
      if (says(reply, 'assess.note.back')) take()
      break
    case 'af':
      // A second finish shows the result again.
      record.finished.add(press.id)
      break
    case 'ab':
      if (state) record.started.push(state.id)
      break
    default:
      break
  }
}

/** Presses any button seen so far, several at once. */
async function play(
  user: string,
  presses: number,
  bots: readonly Listener[],
  chance: SeededRandom,
): Promise<{ readonly record: PressRecord; readonly sent: number }> {
  const person = personNamed(user)
  const record: PressRecord = { started: [], accepted: new Map(), finished: new Set(), wrong: [], tooLate: 0 }
  const pool: Press[] = []
  const payloads = new Set<string>()
  let current: readonly Press[] = []
  let sent = 0

  const learn = (reply: Reply) => {
    const newPresses = pressesIn(reply).filter(isPressed)
    if (newPresses.length > 0) current = newPresses
    for (const press of newPresses) {
      if (payloads.has(press.payload)) continue
      payloads.add(press.payload)
      pool.push(press)
    }
  }
  learn(asReply(await chance.pick(bots).handle(commandBy(person, 'assess', ROLE))))

  async function hand(): Promise<void> {
    while (sent < presses) {
      sent++
      const late = chance.happens(0.6)
      // Finishing and going back are rare, so that assessments make progress.
      const steps = current.filter(({ verb }) => verb === 'aa' || verb === 'ab' || chance.happens(0.1))
      const press = chance.pick(late || steps.length === 0 ? pool : steps)
      const times = chance.happens(0.2) ? 2 : 1
      const replies = await Promise.all(
        Array.from({ length: times }, () => chance.pick(bots).handle(pressBy(person, press.payload))),
      )
      sent += times - 1
      for (const reply of replies.map(asReply)) {
        learn(reply)
        hear(record, press, reply)
      }
    }
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  return { record, sent }
}

/** Answers of a session after the saved presses, in the order of their versions. */
function replayed(record: PressRecord, id: string): { readonly answers: readonly string[]; readonly version: number } {
  let answers: readonly string[] = []
  let version = 1
  for (;;) {
    const presses = record.accepted.get(`${id} ${version}`)
    if (!presses) return { answers, version }
    const [press] = presses
    if (presses.length > 1) record.wrong.push(`${presses.map(({ payload }) => payload).join(' and ')} were both taken`)
    answers = press?.verb === 'aa' ? [...answers, press.code] : answers.slice(0, -1)
    version++
  }
}

async function compare(user: string, record: PressRecord, bot: Listener): Promise<void> {
  const data = exported(asReply(await bot.handle(commandBy(personNamed(user), 'profile', 'export'))))
  expect(new Set(record.started).size).toBe(record.started.length)
  const results = [...record.finished].map((id) => `${id} ${ratingsOf(replayed(record, id).answers)}`)
  expect(data?.results.map((result) => `${result.id} ${ratingsIn(result)}`).sort()).toEqual(results.sort())
  const open = record.started.filter((id) => !record.finished.has(id))
  const sessions = open.map((id) => ({ id, ...replayed(record, id) }))
  expect(data?.sessions.map(({ id, answers, version }) => ({ id, answers, version }))).toEqual(sessions)
  for (const { answers } of sessions) expect(new Set(answers.map(skillIn)).size).toBe(answers.length)
  const ids = new Set(record.started)
  expect([...record.accepted.keys()].filter((made) => !ids.has(made.split(' ')[0] ?? ''))).toEqual([])
  expect(record.wrong).toEqual([])
}

async function replayAtRandom(where: string, seed: number, bots: readonly BotProcess[]): Promise<void> {
  const chance = seededRandom(seed)
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const user = `U-${i}`
      return {
        user,
        ...(await play(user, Math.ceil(PRESSES / PEOPLE), bots, seededRandom(chance.between(1, 2 ** 31)))),
      }
    }),
  )
  const total = (count: (record: PressRecord) => number) => people.reduce((sum, { record }) => sum + count(record), 0)
  const sent = people.reduce((sum, person) => sum + person.sent, 0)
  printLine(
    `${where}: ${sent} presses, ${total((record) => record.accepted.size)} taken, ${total((record) => record.tooLate)} too late, ` +
      `${total((record) => record.started.length)} begun, ${total((record) => record.finished.size)} finished`,
  )
  for (const { user, record } of people) await compare(user, record, bots[0] as BotProcess)
  expect(sent).toBeGreaterThanOrEqual(PRESSES)
  expect(total((record) => record.accepted.size)).toBeGreaterThan(PRESSES / 50)
  expect(total((record) => record.finished.size)).toBeGreaterThan(0)
}

describe('random old and double presses leave the answers of the presses that were saved', () => {
  test('on disk', async () => {
    const home = await mkdtemp(join(tmpdir(), 'rung-faults-'))
    const complaints: Complaints = []
    const bot = await startBot({ RUNG_HOME: home }, complaints)
    try {
      await replayAtRandom('replays on disk', seedOf('replays on disk', 20_265), [bot])
    } finally {
      await bot.kill()
      await rm(home, { recursive: true, force: true })
    }
    expect(complaints).toEqual([])
  })

  describe.skipIf(!hasRedis())('with a Redis server', () => {
    test('on Redis, from two processes', async () => {
      const server = await startRedis()
      const complaints: Complaints = []
      const start = () => startBot({ REDIS_URL: server.url }, complaints)
      const bots = await Promise.all([start(), start()])
      try {
        await replayAtRandom('replays on Redis', seedOf('replays on Redis', 20_266), bots)
      } finally {
        await Promise.all(bots.map((bot) => bot.kill()))
        await server.stop()
      }
      expect(complaints).toEqual([])
    })
  })
})
