import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../src/app/app.ts'
import { readConfig } from '../src/app/config.ts'
import type { BotEvent } from '../src/bot/index.ts'
import { personKey } from '../src/store/person.ts'
import { fixtureCatalog } from './fixtures/catalog.ts'
import { start } from './platforms/console/program.ts'

// A catalog folder that changes while Rung runs.

const ROLE = 'roles/backend-engineer.yaml'
const SKILL = 'skills/rest-apis.yaml'

/** A folder with a copy of the fixture catalog in `ladder`. */
async function copiedCatalog(): Promise<{ readonly home: string; readonly folder: string }> {
  const home = await mkdtemp(join(tmpdir(), 'rung-reload-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const folder = join(home, 'ladder')
  await cp(fixtureCatalog, folder, { recursive: true })
  return { home, folder }
}

async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`nothing changes in ${file}`)
  await writeFile(path, after)
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries += 1) await sleep(50)
  if (!holds()) throw new Error(`waited for ${what}`)
}

/** The application over a folder, watching it, and what it has logged. */
async function startApp(home: string, folder: string) {
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const app = await createApp(readConfig({ RUNG_HOME: join(home, 'data'), RUNG_DATA: folder, LANG: 'en' }), { log })
  const watcher = app.catalogReload.start()
  onTestFinished(async () => {
    await watcher.stop()
    await app.close()
  })
  return { app, logged, role: () => app.catalogIndex().catalog.roles.get('backend-engineer') }
}

const ANA = { platform: 'console', workspace: 'local', user: 'ana' }
let deliveries = 0

/** What the bot answers to typed words. */
async function answer({ bot }: App, text: string): Promise<string> {
  deliveries += 1
  const base = { id: `delivery-${deliveries}`, person: ANA, locale: 'en' }
  const [name, rest] = /^\/(\w+) (.*)$/u.exec(text)?.slice(1) ?? []
  const event: BotEvent =
    name === undefined ? { ...base, type: 'text', text } : { ...base, type: 'command', name, text: rest ?? '' }
  const response = await bot.handle(event)
  if (response.type !== 'reply') throw new Error(`answered with ${response.type}`)
  return JSON.stringify(response.message)
}

describe('a process in the terminal', () => {
  test('answers from a changed file, reports a broken one with its place, and takes it when it is repaired', async () => {
    const { home, folder } = await copiedCatalog()
    const { child, ended } = start('main', home, { env: { RUNG_DATA: folder } })
    let [out, err] = ['', '']
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()))
    const answers = async (text: string, question: string): Promise<void> => {
      const from = out.length
      for (let tries = 0; tries < 40 && !out.slice(from).includes(text); tries += 1) {
        child.stdin.write(`${question}\n`)
        await sleep(250)
      }
      expect(out.slice(from)).toContain(text)
    }
    await answers('REST APIs', '/skills rest-apis')

    await edit(folder, SKILL, (text) => text.replace('name: REST APIs', 'name: Web Interfaces'))
    await answers('Web Interfaces', '/skills rest-apis')

    await edit(folder, SKILL, (text) => text.replace('domain: programming', 'domain: nowhere'))
    await until('the report', () => err.includes('rest-apis.yaml:3:9: there is no domain'))
    await answers('Web Interfaces', '/skills rest-apis')

    await edit(folder, SKILL, (text) =>
      text.replace('nowhere', 'programming').replace('Web Interfaces', 'Interfaces of Services'),
    )
    await answers('Interfaces of Services', '/skills rest-apis')
    child.stdin.end()
    expect((await ended).code).toBe(0)
  })
})

describe('the application', () => {
  test('tells operators of problems until the folder is valid again', async () => {
    const { home, folder } = await copiedCatalog()
    const { app, logged } = await startApp(home, folder)
    const { version } = app.catalogIndex().catalog
    await edit(folder, ROLE, (text) => text.replace('expert, absent]', 'expert]'))
    await until('the problem', () => app.catalogReload.problemCount() > 0)
    expect(app.catalogIndex().catalog.version).toBe(version)
    expect((await app.checks['catalog']?.()) ?? {}).toEqual({
      note: expect.stringMatching(/is ignored, 1 in all: .*backend-engineer\.yaml:\d+:\d+: has 4 proficiencies/u),
    })
    expect(logged.filter((line) => line.includes('"level":50'))).toHaveLength(1)
    await edit(folder, ROLE, (text) => text.replace('expert]\n  - domain: data', 'expert, absent]\n  - domain: data'))
    await until('a valid folder', () => app.catalogReload.problemCount() === 0)
    expect(await app.checks['catalog']?.()).toBeUndefined()
    expect(app.catalogIndex().catalog.version).toBe(version)
  })

  test('takes a folder that replaces the former one as a whole, and files that editors replace', async () => {
    const { home, folder } = await copiedCatalog()
    const { role } = await startApp(home, folder)
    const next = join(home, 'next')
    await cp(folder, next, { recursive: true })
    await edit(next, ROLE, (text) => text.replace('name: Backend Engineer', 'name: Server Engineer'))
    await rename(folder, join(home, 'former'))
    await rename(next, folder)
    await until('the other folder', () => role()?.name === 'Server Engineer')

    await mkdir(join(folder, 'skills', '.swap'))
    const saved = join(folder, 'roles', '.backend-engineer.yaml.tmp')
    await writeFile(saved, (await readFile(join(folder, ROLE), 'utf8')).replace('Server Engineer', 'API Engineer'))
    await rename(saved, join(folder, ROLE))
    await until('the other file', () => role()?.name === 'API Engineer')
    expect(role()?.name).toBe('API Engineer')
  })

  test('a removed skill leaves answers and proposals as they are, and accepted changes stay', async () => {
    const { home, folder } = await copiedCatalog()
    const { app, role } = await startApp(home, folder)
    const actor = (user: string) => ({ person: personKey({ ...ANA, user }), bot: false })
    const proposal = (id: string) => app.proposals.state().proposals.get(id)
    const submit = async (id: string, skill: string, to: 'expert' | 'advanced', user: string) => {
      const change = { kind: 'requirement', role: 'backend-engineer', level: 'middle', skill, to } as const
      await app.proposals.execute({ type: 'submit', id, change, reason: 'a reason', lane: 'vote' }, actor(user))
      expect(proposal(id)?.state).toBe('review')
    }
    const approve = (id: string, user: string) =>
      app.proposals.execute({ type: 'review', id, verdict: 'approve', reason: '' }, actor(user))
    const atMiddle = (skill: string) => role()?.rows.get(skill)?.cells[1]?.proficiency
    await submit('open-one', 'unit-testing', 'expert', 'ana')
    await submit('accepted-one', 'python', 'advanced', 'bo')
    await approve('accepted-one', 'ana')
    expect(atMiddle('python')).toBe('advanced')

    await answer(app, '/assess backend-engineer')
    expect(await answer(app, 'Find my level')).toContain('Unit Testing · Programming')
    expect(await answer(app, '3')).toContain('Unit Testing: Working')
    expect(await answer(app, '3')).toContain('Python: Working')
    const open = proposal('open-one')

    const former = join(home, 'former')
    await cp(folder, former, { recursive: true })
    for (const slug of ['backend-engineer', 'data-engineer']) {
      await edit(folder, `roles/${slug}.yaml`, (text) => text.replace(/ {6}unit-testing: .+\n/u, ''))
    }
    await rm(join(folder, 'skills/unit-testing.yaml'))
    await until('a role without the skill', () => role()?.rows.has('unit-testing') === false)
    expect(atMiddle('python')).toBe('advanced')
    expect(proposal('open-one')).toBe(open)
    expect(await answer(app, '3')).toContain('1 skill you rated is no longer part of the role')

    await cp(former, folder, { recursive: true })
    await until('a role with the skill', () => role()?.rows.has('unit-testing') === true)
    await approve('open-one', 'bo')
    expect([atMiddle('python'), atMiddle('unit-testing')]).toEqual(['advanced', 'expert'])
    expect(await answer(app, '/assess backend-engineer')).toContain('have answered 3 questions')
  })
})
