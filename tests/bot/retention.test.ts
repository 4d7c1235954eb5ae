import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REST } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forgetPerson, forgetWorkspace, NameError } from '../../src/app/forget.ts'
import {
  enforceRetention,
  type Installations,
  recordUninstall,
  type SweepResult,
  startRetention,
} from '../../src/bot/retention.ts'
import { listServers } from '../../src/platforms/discord/servers.ts'
import { openEmbeddedStore, type Store } from '../../src/store/index.ts'
import type { Person } from '../../src/store/person.ts'
import { ada, bo, DAYS, result, session, sessionRef } from '../contract/store-fixtures.ts'
import { startFakeDiscord } from '../fakes/discord/server.ts'

const RETENTION = { resultMs: 100 * DAYS, settingMs: 100 * DAYS, memberMs: 90 * DAYS, removedMs: 30 * DAYS }

let folder: string
let store: Store
let now: number
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-retention-'))
  store = await openEmbeddedStore({ folder, prefix: 'rung:', onQuarantine: () => undefined })
  now = Date.UTC(2026, 0, 5, 9)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const enforce = (...installed: readonly Installations[]) =>
  enforceRetention({ store, retention: RETENTION, installed: () => installed, now: () => now })

async function finish(person: Person, finishedAt: number): Promise<void> {
  const started = session()
  await store.sessions.create(person, started, DAYS)
  await store.sessions.end(person, sessionRef(started), result({ id: `r${finishedAt}`, finishedAt }))
}

async function namesOf(pattern: Partial<Person>): Promise<readonly string[]> {
  const names = new Set<string>()
  for await (const { workspace, user } of store.people(pattern)) names.add(`${workspace}/${user}`)
  return [...names].toSorted()
}

describe('what is too old', () => {
  test('goes once a day', async () => {
    await finish(ada, now - 99 * DAYS)
    await finish(bo, now - 101 * DAYS)
    await store.members.recordActivity(bo, now - 91 * DAYS)
    expect(await enforce()).toEqual({ results: 1, members: 1, quarantined: 0, workspaces: [] })
    expect(await store.results.list(ada)).toHaveLength(1)
    now += 2 * DAYS
    // Another day has begun for the first of these calls only.
    expect(await enforce()).toMatchObject({ results: 1 })
    expect(await enforce()).toBeUndefined()
    expect(await store.results.list(ada)).toEqual([])
    now += 10 * 60 * 60 * 1000
    expect(await enforce()).toBeUndefined()
  })

  test('goes at the next try if a platform could not say what it has', async () => {
    await store.settings.change(ada, { reminders: false })
    await recordUninstall({ platform: 'slack', workspace: 'T1' }, now - 30 * DAYS, store)
    const away: Installations = { platform: 'slack', isInstalled: () => Promise.reject(new Error('Slack is away')) }
    await expect(enforce(away)).rejects.toThrow('Slack is away')
    expect(await enforce({ ...away, isInstalled: () => Promise.resolve(false) })).toMatchObject({
      workspaces: ['slack/T1'],
    })
  })

  test('goes while the process runs, and a sweep in hand ends before it stops', async () => {
    await finish(ada, now - 101 * DAYS)
    const sweeps: SweepResult[] = []
    const start = () =>
      startRetention({
        ...{ store, retention: RETENTION, installed: () => [], now: () => now },
        swept: (removed) => sweeps.push(removed),
        report: (problem) => {
          throw new Error(problem)
        },
      })
    const stopped = start()
    await stopped.stop()
    void stopped.run()
    await stopped.stop()
    expect(sweeps).toEqual([])
    const running = start()
    void running.run()
    await running.stop()
    expect(sweeps).toMatchObject([{ results: 1 }])
  })
})

describe('a workspace that has removed the app', () => {
  const slack = (...present: readonly string[]): Installations => ({
    platform: 'slack',
    isInstalled: (workspace) => Promise.resolve(present.includes(workspace)),
  })

  test('is erased with everyone in it after a while, and no other', async () => {
    const other = { ...ada, workspace: 'T2' }
    for (const person of [ada, bo, other]) await store.settings.change(person, { reminders: false })
    await store.keyValues.write('slack/installation/T1', 'sealed')
    await recordUninstall({ platform: 'slack', workspace: 'T1' }, now, store)
    now += 29 * DAYS
    // Slack tells of one removal more than once.
    await recordUninstall({ platform: 'slack', workspace: 'T1' }, now, store)
    expect(await enforce(slack('T2'))).toMatchObject({ workspaces: [] })
    now += DAYS
    expect(await enforce(slack('T2'))).toMatchObject({ workspaces: ['slack/T1'] })
    expect(await namesOf({})).toEqual(['T2/U-ada'])
    expect(await store.keyValues.read('slack/installation/T1')).toBeNull()
  })

  test('is left alone if the app is back, and its time begins again if it goes again', async () => {
    await store.settings.change(ada, { reminders: false })
    await recordUninstall({ platform: 'slack', workspace: 'T1' }, now, store)
    now += 20 * DAYS
    expect(await enforce(slack('T1'))).toMatchObject({ workspaces: [] })
    await recordUninstall({ platform: 'slack', workspace: 'T1' }, now, store)
    now += 20 * DAYS
    expect(await enforce(slack())).toMatchObject({ workspaces: [] })
    now += 10 * DAYS
    expect(await enforce(slack())).toMatchObject({ workspaces: ['slack/T1'] })
  })

  test('is left alone by a process that does not serve its platform', async () => {
    await store.settings.change(ada, { reminders: false })
    await recordUninstall({ platform: 'slack', workspace: 'T1' }, now - 90 * DAYS, store)
    expect(await enforce()).toMatchObject({ workspaces: [] })
    expect(await namesOf({})).toEqual(['T1/U-ada'])
  })
})

describe('a server of Discord', () => {
  const OURS = '800000000000000001'
  const LEFT = '800000000000000002'
  /** Rung was never installed there: someone uses it by themselves. */
  const NEVER = '800000000000000003'

  test('that has removed the bot is missing in Discord’s list, and erased after a while', async () => {
    const discord = await startFakeDiscord()
    try {
      const rest = new REST({ api: discord.apiUrl, version: '10' }).setToken(discord.token)
      const installed: Installations = {
        platform: 'discord',
        isInstalled: async (server) => (await listServers(rest)).has(server),
        list: () => listServers(rest),
      }
      for (const server of [OURS, LEFT]) discord.servers.set(server, new Map())
      for (const workspace of [OURS, LEFT, NEVER, 'direct']) {
        await store.settings.change({ platform: 'discord', workspace, user: '1' }, { reminders: false })
      }
      expect(await enforce(installed)).toMatchObject({ workspaces: [] })
      discord.servers.delete(LEFT)
      now += DAYS
      expect(await enforce(installed)).toMatchObject({ workspaces: [] })
      now += 30 * DAYS
      expect(await enforce(installed)).toMatchObject({ workspaces: [`discord/${LEFT}`] })
      now += 300 * DAYS
      expect(await enforce(installed)).toMatchObject({ workspaces: [] })
      expect(discord.unexpected).toEqual([])
    } finally {
      await discord.close()
    }
  })

  test('is one of more than one page', async () => {
    const discord = await startFakeDiscord()
    try {
      const ids = Array.from({ length: 401 }, (_, n) => String(800_000_000_000_000_000n + BigInt(n)))
      for (const id of ids) discord.servers.set(id, new Map())
      const rest = new REST({ api: discord.apiUrl, version: '10' }).setToken(discord.token)
      expect([...(await listServers(rest))].filter((id) => ids.includes(id))).toEqual(ids)
    } finally {
      await discord.close()
    }
  })
})

describe('an operator erases', () => {
  test('a person, in Discord in every server, with what the platform remembers of them', async () => {
    const here = { platform: 'discord', workspace: '8000', user: '42' }
    const others = [{ ...here, user: '43' }, ada, { ...ada, workspace: 'T2' }]
    for (const person of [here, { ...here, workspace: '9000' }, ...others]) {
      await store.settings.change(person, { reminders: false })
    }
    await store.keyValues.write('discord/person/42', '{}')
    expect(await forgetPerson('discord/8000/42', store, now)).toEqual(['discord/8000/42', 'discord/9000/42'])
    expect(await namesOf({})).toEqual(['8000/43', 'T1/U-ada', 'T2/U-ada'])
    expect(await store.keyValues.read('discord/person/42')).toBeNull()
    // In Slack the same id elsewhere is someone else.
    expect(await forgetPerson('slack/T1/U-ada', store, now)).toEqual(['slack/T1/U-ada'])
    expect(await forgetPerson('slack/T1/U-ada', store, now)).toEqual(['slack/T1/U-ada'])
    expect(await namesOf({})).toEqual(['8000/43', 'T2/U-ada'])
    // They were not in the log: nobody has to read it again.
    expect(await store.eventLog.read('ladder', null)).toMatchObject({ entries: [] })
  })

  test.each([
    ['a person', () => forgetPerson('slack/T1/U-ada', store, now)],
    ['a workspace', () => forgetWorkspace('slack/T1', store, now)],
  ])('%s from the files, too', async (_, forget) => {
    const note = 'q7ZxkP3vJ2dG'
    await store.sessions.create(ada, session({ evidence: { redis: note } }), DAYS)
    const files = async (): Promise<string> => {
      const names = await readdir(folder)
      return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join()
    }
    expect(await files()).toContain(note)
    await forget()
    expect(await files()).not.toContain(note)
  })

  test('a workspace', async () => {
    for (const person of [ada, bo, { ...bo, workspace: 'T2' }]) await finish(person, now)
    expect(await forgetWorkspace('slack/T1', store, now)).toBe(2)
    expect(await namesOf({})).toEqual(['T2/U-bo'])
    expect(await forgetWorkspace('slack/T1', store, now)).toBe(0)
  })

  test.each(['', 'ada', 'slack/T1', 'slack/T1/U1/more', 'slack//', 'slack/T1/%zz'])(
    'nobody who is named %j',
    async (name) => {
      await expect(forgetPerson(name, store, now)).rejects.toThrow(NameError)
    },
  )
})
