import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf, type SlackPerson } from '../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts'
import type { Message } from '../fakes/slack/state.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { environmentFor, type RungProcess, startRung } from './rung.ts'

// Two versions of Rung on one Redis, as during a rolling deploy: this one, and a later one that is made from it by changing a copy.
// The later one adds a field to every entry of the log, writes nominations as entries of a type of its own, and writes sessions that
// an earlier version cannot read.

const CHANNEL = 'C1'
const CARDS = 'C2'
const USERS = [...Array.from({ length: 14 }, (_, n) => `U${n + 1}`), 'UE1', 'UE2']
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Changes of the copy: file, what is there once, what takes its place. */
const CHANGES = [
  [
    'proposals/domain/parse-event.js',
    'return JSON.stringify({ v: 1, ...ProposalEvent.parse(event) });',
    'const text = JSON.stringify({ v: 1, ...ProposalEvent.parse(event), mood: \'later\' }); return text.replace(\'"type":"nominated"\', \'"type":"endorsed"\');',
  ],
  [
    'proposals/domain/parse-event.js',
    'json = JSON.parse(text);',
    'json = JSON.parse(text.replace(\'"type":"endorsed"\', \'"type":"nominated"\'));',
  ],
  ['store/records.js', 'export const SESSION_SCHEMA = 2;', 'export const SESSION_SCHEMA = 3;'],
  ['store/records.js', 'ownScales === undefined ? 1 : SESSION_SCHEMA', 'ownScales === undefined ? 3 : 3'],
] as const

async function makeLaterVersion(folder: string): Promise<string> {
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
  for (const name of ['node_modules', 'data', 'package.json']) await symlink(join(ROOT, name), join(folder, name))
  for (const [name, from, to] of CHANGES) {
    const file = join(folder, 'dist', name)
    const source = await readFile(file, 'utf8')
    if (source.split(from).length !== 2) throw new Error(`${name} does not hold “${from}” once`)
    await writeFile(
      file,
      source.replace(from, () => to),
    )
  }
  return join(folder, 'dist/main.js')
}

describe.skipIf(!hasRedis())('a version of Rung beside a later one', () => {
  let folder: string
  let laterMain: string
  let redis: RedisServer
  let slack: FakeSlack
  let earlier: RungProcess
  let later: RungProcess
  let environment: Readonly<Record<string, string>>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rung-later-'))
    laterMain = await makeLaterVersion(folder)
    redis = await startRedis()
    slack = await startFakeSlack()
    const users = USERS.map((id) => ({ id }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: CHANNEL }, { id: CARDS }] })
    environment = {
      ...environmentFor(slack, 'http', botToken),
      REDIS_URL: redis.url,
      SLACK_PROPOSALS_CHANNEL: CARDS,
      SLACK_EXPERTS: 'UE1,UE2',
    }
    ;[earlier, later] = await Promise.all([startRung(environment), startRung(environment, laterMain)])
    // Who was never seen is no member.
    serve(earlier)
    for (const id of USERS) await person(id).command(CHANNEL, '/skills docker')
  })
  afterAll(async () => {
    await Promise.all([earlier?.stop(), later?.stop()])
    await Promise.all([slack?.close(), redis?.stop()])
    await rm(folder, { recursive: true, force: true })
  })

  const person = (id: string): SlackPerson => personOf(slack, 'T1', id)
  /** Has a process take what comes, as a load balancer would. */
  const serve = (rung: RungProcess): void => slack.reach(rung.url)
  const readiness = async (rung: RungProcess): Promise<string> => (await fetch(`${rung.url}/readyz`)).text()

  const propose = async (by: string, words: string): Promise<Message> => {
    const since = slack.world.seq()
    await person(by).command(CHANNEL, `/propose ${words}`)
    const done = readOf(await person(by).reads(CHANNEL, /This is proposal #\d+/u, { since, ms: 20_000 }))
    const [, number = ''] = /proposal #(\d+)/u.exec(done) ?? []
    return person(by).reads(CARDS, new RegExp(`^#${number} · `, 'u'), { ms: 20_000 })
  }
  const nominate = async (by: string, card: Message): Promise<string> => {
    const since = slack.world.seq()
    await person(by).press(card, /Nominate$/u)
    return readOf(await person(by).reads(CARDS, /You nominated|newer version/u, { since, ms: 20_000 }))
  }

  test('reads its entries without the field that it does not know, and writes entries that it reads', async () => {
    serve(later)
    const card = await propose('U1', 'ml-engineer middle pytorch advanced because teams train models themselves')
    serve(earlier)
    expect(await nominate('U2', card)).toContain('You nominated')
    // It follows the log to answer this.
    await readiness(later)
    const since = slack.world.seq()
    serve(later)
    await person('U1').command(CHANNEL, '/proposals 1')
    expect(readOf(await person('U1').reads(CHANNEL, /#1/u, { since, ms: 20_000 }))).toContain('1 of 2 nominations')
    expect(await readiness(earlier)).not.toContain('cannot be read')
  })

  test('acts on no proposal of which it cannot read an entry, says so, and goes on with all others', async () => {
    serve(earlier)
    const card = await propose('U3', 'ml-engineer middle docker advanced because images are built by everyone')
    serve(later)
    expect(await nominate('U4', card)).toContain('You nominated')
    expect(await readiness(earlier)).toContain('1 log entry cannot be read: run `cli log check`')
    serve(earlier)
    expect(await nominate('U5', card)).toContain('newer version')
    expect(await (await fetch(`${earlier.url}/metrics`)).text()).toMatch(/^rung_log_unreadable_entries 1$/mu)
    expect(await readiness(later)).not.toContain('cannot be read')
    const other = await propose('U5', 'ml-engineer junior pytorch working because juniors train models too')
    expect(await nominate('U1', other)).toContain('You nominated')
    serve(later)
    expect(await nominate('U5', card)).toContain('You nominated')
  })

  test('hides no session of the later version from its owner, and does not touch it', async () => {
    const ana = person('U2')
    serve(later)
    await ana.command(CHANNEL, '/assess ml-engineer guided')
    await ana.reads(ana.direct, /Question 1/u, { ms: 20_000 })
    serve(earlier)
    for (const words of ['resume', 'status', 'ml-engineer guided']) {
      const since = slack.world.seq()
      await ana.command(CHANNEL, `/assess ${words}`)
      const answer = await ana.reads(CHANNEL, /newer version of Rung/u, { since, ms: 20_000 })
      expect(readOf(answer)).toContain('ML Engineer')
    }
    serve(later)
    const since = slack.world.seq()
    await ana.command(CHANNEL, '/assess resume')
    await ana.reads(ana.direct, /Question 1/u, { since, ms: 20_000 })
  })

  test('is replaced by the later one, which reads everything', async () => {
    expect(await earlier.stop()).toBe(0)
    earlier = await startRung(environment, laterMain)
    serve(earlier)
    expect(await readiness(earlier)).not.toContain('cannot be read')
    const since = slack.world.seq()
    await person('U1').command(CHANNEL, '/proposals 2')
    expect(readOf(await person('U1').reads(CHANNEL, /#2/u, { since, ms: 20_000 }))).toContain('Open for voting')
    expect([...slack.violations]).toEqual([])
  })
})
