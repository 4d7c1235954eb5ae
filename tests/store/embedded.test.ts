import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Level } from 'level'
import { afterAll, describe, expect, test } from 'vitest'
import { openDisk } from '../../src/store/embedded/disk.ts'
import { openEmbeddedStore } from '../../src/store/embedded/index.ts'
import { repairStore } from '../../src/store/embedded/repair.ts'
import { type Store, StoreUnavailable } from '../../src/store/store.ts'
import { type Damage, describeStore, type RecordKind, type StoreHarness } from '../contract/store.ts'
import { ada, DAYS, scheduleEntry, session } from '../contract/store-fixtures.ts'
import { LATER } from '../contract/store-newer-schema.ts'

const folders: string[] = []

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-embedded-'))
  folders.push(folder)
  return folder
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describeStore('embedded', async (): Promise<StoreHarness> => {
  const folder = join(await newFolder(), 'made', 'if', 'missing')
  let open: Store | undefined

  async function raw<T>(work: (database: Level) => Promise<T>): Promise<T> {
    const database = new Level(folder)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }

  const harness: StoreHarness = {
    async open(options) {
      await open?.close()
      open = await openEmbeddedStore({ folder, ...options })
      return open
    },
    second: async (first) => first,
    async close() {
      await open?.close()
      open = undefined
    },
    contents: (prefix) =>
      raw(async (database) => new Map(await database.iterator({ gte: prefix, lt: `${prefix}\uFFFF` }).all())),
    corrupt: (prefix, kind, damage) =>
      raw(async (database) => {
        const entries = await database.iterator({ gte: prefix, lt: `${prefix}\uFFFF` }).all()
        const [key, text] = entries.find(([key]) => KEYS[kind].test(key)) ?? []
        if (key === undefined || text === undefined) throw new Error(`there is no ${kind}`)
        const corrupted = DAMAGES[damage](text)
        await database.put(key, corrupted)
        return corrupted
      }),
    remove: () => harness.close(),
  }
  return harness
})

const KEYS: Record<RecordKind, RegExp> = {
  session: /\}:session:/u,
  result: /\}:results:/u,
  settings: /\}:settings$/u,
  entry: /\{due\}/u,
  claim: /\{event:/u,
  value: /\{thing:/u,
}

const DAMAGES: Record<Damage, (text: string) => string> = {
  garbage: () => 'garbage',
  truncated: (text) => text.slice(0, text.length / 2),
  schema: (text) => text.replace('"schema":1', '"schema":99'),
  fields: (text) =>
    text.includes('"schema":1') ? text.replace('"schema":1', `"schema":1,${LATER}`) : text.replace('{', `{${LATER},`),
}

const quiet = { prefix: '', onQuarantine: () => undefined }

test('a folder that is closed while its keys are read says that it is unavailable', async () => {
  const disk = await openDisk(await newFolder(), { prefix: 'rung:', onQuarantine: () => undefined })
  await disk.write(Array.from({ length: 2500 }, (_, nth) => ({ type: 'put', key: `rung:${nth}`, value: '' })))
  const all = new Set<string>()
  for await (const key of disk.keys('rung:')) all.add(key)
  expect(all.size).toBe(2500)
  const read = async (): Promise<void> => {
    for await (const _ of disk.keys('rung:')) await disk.close()
  }
  await expect(read()).rejects.toThrow(StoreUnavailable)
  await expect(read()).rejects.toThrow(StoreUnavailable)
})

describe('the embedded store and its folder', () => {
  test('rejects a second process, and says what to do', async () => {
    const folder = await newFolder()
    const store = await openEmbeddedStore({ folder, ...quiet })
    await expect(openEmbeddedStore({ folder, ...quiet })).rejects.toThrow(
      expect.objectContaining({ name: 'StoreInUse', message: expect.stringMatching(/REDIS_URL.*RUNG_HOME/u) }),
    )
    await expect(openEmbeddedStore({ folder, ...quiet })).rejects.toThrow(folder)
    await store.close()
    await (await openEmbeddedStore({ folder, ...quiet })).close()
  })

  const NAMES = { manifest: /^MANIFEST/u, current: /^CURRENT$/u, table: /\.ldb$/u }
  test.each([
    ['manifest', 'garbage'],
    ['manifest', 'missing'],
    ['current', 'garbage'],
    ['current', 'missing'],
    ['table', 'missing'],
  ] as const)('says what to do if its %s is %s, and repairs what it can', async (file, how) => {
    const folder = await newFolder()
    for (let opening = 0; opening < 3; opening++) {
      const store = await openEmbeddedStore({ folder, ...quiet })
      await store.sessions.create({ ...ada, user: `U${opening}` }, session(), DAYS)
      await store.close()
    }
    const name = (await readdir(folder)).find((each) => NAMES[file].test(each)) ?? ''
    await (how === 'missing' ? rm(join(folder, name)) : writeFile(join(folder, name), 'garbage'))
    const before = await readdir(folder)
    const opening = openEmbeddedStore({ folder, ...quiet })
    await expect(opening).rejects.toThrow(
      expect.objectContaining({
        name: 'StoreDamaged',
        message: expect.stringMatching(/damaged.*store repair.*copy.*backup/u),
      }),
    )
    await expect(opening).rejects.toThrow(folder)
    // The attempt loses nothing.
    expect(await readdir(folder)).toEqual(expect.arrayContaining(before.filter((each) => each.endsWith('.ldb'))))
    const { copy, values } = await repairStore(folder, Date.UTC(2026, 0, 5))
    folders.push(copy)
    expect(copy).toBe(`${folder}.before-repair-2026-01-05T00-00-00-000Z`)
    expect(await readdir(copy)).toEqual(expect.arrayContaining(before.filter((each) => each.endsWith('.ldb'))))
    expect(values).toBeGreaterThanOrEqual(file === 'table' ? 2 : 3)
    const store = await openEmbeddedStore({ folder, ...quiet })
    const users = await Promise.all(['U0', 'U1', 'U2'].map((user) => store.sessions.list({ ...ada, user })))
    expect(users.flat().length).toBeGreaterThanOrEqual(file === 'table' ? 2 : 3)
    await expect(repairStore(folder, 0)).rejects.toThrow(expect.objectContaining({ name: 'StoreInUse' }))
    await store.close()
  })

  test('names a folder that cannot be used', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    for (const folder of [file, join(file, 'below')]) {
      await expect(openEmbeddedStore({ folder, ...quiet })).rejects.toThrow(
        expect.objectContaining({ name: 'StoreFolderUnusable', message: expect.stringContaining(folder) }),
      )
    }
  })

  test('is accessible to its owner only, even if it was created with other permissions', async () => {
    const made = join(await newFolder(), 'data', 'store')
    await (await openEmbeddedStore({ folder: made, ...quiet })).close()
    expect((await stat(made)).mode & 0o777).toBe(0o700)
    await chmod(made, 0o755)
    await (await openEmbeddedStore({ folder: made, ...quiet })).close()
    expect((await stat(made)).mode & 0o777).toBe(0o700)
  })

  test('has no erased data in any file once it is compacted', async () => {
    const folder = await newFolder()
    // Without repetitions: the files are compressed, and hold only the first copy of a text verbatim.
    const [mine, others] = ['q7ZxkP3vJ2dG', 'm4WbtR8sH6nL']
    const written = async (store: Store, user: string, note: string): Promise<void> => {
      await store.sessions.create({ ...ada, user }, session({ evidence: { redis: note } }), DAYS)
    }
    // Opened several times, so that there are files in several levels.
    for (let opening = 0; opening < 3; opening++) {
      const store = await openEmbeddedStore({ folder, ...quiet })
      await written(store, `ada${opening}`, mine)
      await written(store, `bo${opening}`, others)
      if (opening === 1) await store.compact()
      await store.close()
    }
    const store = await openEmbeddedStore({ folder, ...quiet })
    for (let opening = 0; opening < 3; opening++) await store.erase({ ...ada, user: `ada${opening}` })
    expect(await filesWith(folder, mine)).not.toEqual([])
    const writing = written(store, 'later', others)
    await store.compact()
    await writing
    expect(await filesWith(folder, mine)).toEqual([])
    expect(await filesWith(folder, others)).not.toEqual([])
    expect(await store.sessions.list({ ...ada, user: 'bo2' })).toHaveLength(1)
    expect(await store.sessions.list({ ...ada, user: 'later' })).toHaveLength(1)
    await store.close()
    expect((await keysIn(folder)).every((key) => key.includes('{'))).toBe(true)
  })

  test('has no data that was erased right after it was written once it is compacted', async () => {
    const folder = await newFolder()
    const store = await openEmbeddedStore({ folder, ...quiet })
    await store.sessions.create(ada, session({ evidence: { redis: 'q7ZxkP3vJ2dG' } }), DAYS)
    await store.erase(ada)
    await store.compact()
    expect(await filesWith(folder, 'q7ZxkP3vJ2dG')).toEqual([])
    await store.close()
  })

  test('starts the time limit of settings from an earlier version, which have no time', async () => {
    const folder = await newFolder()
    const first = await openEmbeddedStore({ folder, ...quiet })
    await first.settings.change(ada, { reminders: false })
    await first.close()
    const database = new Level(folder)
    for (const key of await database.keys().all()) if (key.endsWith(':changed')) await database.del(key)
    await database.close()
    const store = await openEmbeddedStore({ folder, ...quiet })
    const limits = { resultsBefore: 0, membersBefore: 0 }
    await store.expire({ ...limits, settingsMs: 0 })
    expect((await store.settings.read(ada)).reminders).toBe(false)
    await store.expire({ ...limits, settingsMs: 0 })
    expect((await store.settings.read(ada)).reminders).toBe(true)
    await store.close()
    expect(await keysIn(folder)).toEqual([])
  })

  test('removes idle sessions from the disk', async () => {
    const folder = await newFolder()
    const first = await openEmbeddedStore({ folder, ...quiet })
    await first.sessions.create(ada, session(), 1)
    await first.sessions.create(ada, session({ role: 'kept' }), DAYS)
    await first.claims.claim('Ev1', 1000, 1)
    await first.close()
    await expect
      .poll(async () => {
        const next = await openEmbeddedStore({ folder, ...quiet })
        await sleep(20)
        await next.close()
        return keysIn(folder)
      })
      .toEqual([expect.stringMatching(/session:kept$/u)])
  })

  test('reads what version 0.1 scheduled', async () => {
    const folder = await newFolder()
    const entry = scheduleEntry('slack/T1/U-ada/role', 1000)
    const database = new Level(folder)
    await database.put('{due}:entries:slack%2FT1%2FU-ada%2Frole', JSON.stringify({ score: 1000, token: 'a', entry }))
    await database.close()
    const store = await openEmbeddedStore({ folder, ...quiet })
    expect(await store.schedule.claim('slack', 1000, 1000, 10)).toMatchObject([entry])
    await store.close()
  })

  // Needs its own process, and Node 20 runs no TypeScript: `npm test` builds dist first.
  test('keeps what it acknowledged when its process is killed', async () => {
    const folder = await newFolder()
    const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    const acknowledged: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line)
      if (acknowledged.length === 200) child.kill('SIGKILL')
    }
    expect(await ended).toEqual([null, 'SIGKILL'])
    const store = await openEmbeddedStore({ folder, ...quiet })
    const stored = new Set((await store.sessions.list(ada)).map(({ role }) => role))
    expect(acknowledged.filter((role) => !stored.has(role))).toEqual([])
    await store.close()
  })
})

const WRITER = fileURLToPath(new URL('killed-writer.js', import.meta.url))

/** Returns the names of the files that contain a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const names = await readdir(folder)
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return names.filter((_, nth) => contents[nth]?.includes(text))
}

async function keysIn(folder: string): Promise<string[]> {
  const database = new Level(folder)
  const keys = await database.keys().all()
  await database.close()
  return keys
}
