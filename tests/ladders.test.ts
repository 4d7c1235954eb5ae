import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type App, createApp } from '../src/app/app.ts'
import { readConfig } from '../src/app/config.ts'
import { forgetPerson, forgetWorkspace } from '../src/app/forget.ts'
import type { BotEvent, BotResponse, Person } from '../src/bot/index.ts'
import type { Message } from '../src/message/index.ts'
import { personKey } from '../src/store/person.ts'
import { fixtureCatalog } from './fixtures/catalog.ts'

// One deployment with two ladders that share every slug, so that nothing but the ladder tells their data apart.

const ROLE = 'roles/backend-engineer.yaml'
/** Of a workspace that uses the first ladder, and of one that uses the second. */
const ANA: Person = { platform: 'slack', workspace: 'T1', user: 'ANA' }
const BO: Person = { platform: 'slack', workspace: 'T2', user: 'BO' }

interface Place {
  readonly home: string
  readonly one: string
  readonly two: string
}

/** Two folders: the fixture catalog, and the same with another name of its role and of itself. */
async function twoFolders(): Promise<Place> {
  const home = await mkdtemp(join(tmpdir(), 'rung-ladders-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const [one, two] = [join(home, 'one'), join(home, 'two')]
  for (const folder of [one, two]) await cp(fixtureCatalog, folder, { recursive: true })
  await edit(two, ROLE, (text) => text.replace('name: Backend Engineer', 'name: Server Engineer'))
  await writeFile(join(two, 'ladder.yaml'), 'name: { en: Servers, es: Servidores }\n')
  return { home, one, two }
}

async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

/** The application over ladders, and what it has logged. */
async function startApp({ home }: Place, environment: Readonly<Record<string, string>>) {
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const config = readConfig({ RUNG_HOME: join(home, 'data'), LANG: 'en', ...environment })
  const app = await createApp(config, { log })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await app.close()
    isOpen = false
  }
  onTestFinished(close)
  return { app, logged, close }
}

const named = ({ one, two }: Place): Readonly<Record<string, string>> => ({
  RUNG_DATA: `backend=${one}, servers=${two}`,
  RUNG_WORKSPACE_LADDERS: 'slack/T2=servers',
})

let deliveries = 0
type Unsent =
  | Pick<BotEvent & { type: 'text' }, 'type' | 'text'>
  | Pick<BotEvent & { type: 'action' }, 'type' | 'payload'>

async function answer({ bot }: Pick<App, 'bot'>, person: Person, unsent: Unsent): Promise<Message> {
  deliveries += 1
  const response: BotResponse = await bot.handle({ ...unsent, id: `delivery-${deliveries}`, person, locale: 'en' })
  if (response.type !== 'reply') throw new Error(`answered with ${response.type}`)
  return response.message
}

/** The words of the answer to a line. */
async function say(app: Pick<App, 'bot'>, person: Person, text: string): Promise<string> {
  return JSON.stringify(await answer(app, person, { type: 'text', text }))
}

/** The payload of a button of a message, by its label. */
function payloadOf(message: Message, label: RegExp): string {
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))
  const button = buttons.find((each) => label.test(each.label))
  if (!button) throw new Error(`no button ${label} among ${buttons.map((each) => each.label).join(', ')}`)
  return button.payload
}

async function press(app: Pick<App, 'bot'>, person: Person, message: Message, label: RegExp): Promise<Message> {
  return answer(app, person, { type: 'action', payload: payloadOf(message, label) })
}

/** Starts an assessment and answers a question. Returns the card of the next one. */
async function assess(app: Pick<App, 'bot'>, person: Person): Promise<Message> {
  const intro = await answer(app, person, { type: 'text', text: '/assess backend-engineer' })
  const card = await press(app, person, intro, /Find my level/u)
  return press(app, person, card, /^2/u)
}

/** Everything that the files of an embedded store hold, as text. */
async function stored({ home }: Place): Promise<string> {
  const folder = join(home, 'data', 'store')
  const files = await readdir(folder)
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))
  return texts.join('\n')
}

describe('two ladders', () => {
  test('each workspace is answered from its own, and any other from the first one', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    expect(await say(app, ANA, '/skills')).toContain('Backend Engineer')
    expect(await say(app, BO, '/skills')).toContain('Server Engineer')
    expect(await say(app, { platform: 'discord', workspace: 'T2', user: 'BO' }, '/skills')).toContain(
      'Backend Engineer',
    )
    expect(app.ladders.map(({ id }) => id)).toEqual(['backend', 'servers'])
  })

  test('an assessment belongs to a ladder: the same person has one of the same role in each', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    const twin = { ...ANA, workspace: 'T2' }
    await assess(app, ANA)
    expect(await say(app, twin, '/assess status')).toContain('no assessment')
    await assess(app, twin)
    const [one, two] = app.ladders
    expect(await one.store.sessions.list(ANA)).toHaveLength(1)
    expect(await one.store.sessions.list(twin)).toEqual([])
    expect(await two?.store.sessions.list(twin)).toHaveLength(1)
  })

  test('a language that a person chooses counts in every ladder; the role last assessed does not', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    const [one, two] = app.ladders
    await two?.services.store.settings.change(BO, { locale: 'es', reminders: false, lastRole: 'backend-engineer' })
    expect(await one.services.store.settings.read(BO)).toMatchObject({ locale: 'es', reminders: false, lastRole: null })
    expect(await two?.services.store.settings.read(BO)).toMatchObject({ locale: 'es', lastRole: 'backend-engineer' })
  })

  test('what was stored before there were several is the first one’s, also if the order changes later', async () => {
    const place = await twoFolders()
    const before = await startApp(place, { RUNG_DATA: place.one })
    await assess(before.app, ANA)
    const session = await before.app.store.sessions.list(ANA)
    await before.close()

    const several = await startApp(place, named(place))
    expect(await several.app.ladders[0].store.sessions.list(ANA)).toEqual(session)
    await assess(several.app, BO)
    await several.close()

    const turned = await startApp(place, { ...named(place), RUNG_DATA: `servers=${place.two},backend=${place.one}` })
    const [servers, backend] = turned.app.ladders
    expect(await backend?.store.sessions.list(ANA)).toEqual(session)
    expect(await servers.store.sessions.list(ANA)).toEqual([])
    expect(await servers.store.sessions.list(BO)).toHaveLength(1)
    await turned.close()

    const alone = await startApp(place, { RUNG_DATA: place.one })
    expect(await alone.app.store.sessions.list(ANA)).toEqual(session)
    expect(alone.logged.join()).toContain('what is stored of the ladder \\"backend\\" is used for this folder')
    await alone.close()

    const named1 = await startApp(place, { RUNG_DATA: `servers=${place.two}` })
    expect(await named1.app.ladders[0].store.sessions.list(BO)).toHaveLength(1)
    expect(await named1.app.ladders[0].store.sessions.list(ANA)).toEqual([])
  })

  test('with one ladder nothing names a ladder in what is stored', async () => {
    const place = await twoFolders()
    const { app, close } = await startApp(place, { RUNG_DATA: place.one })
    await assess(app, ANA)
    await close()
    expect(await stored(place)).not.toMatch(/ladders\/|@backend|@servers/u)
  })

  test('a folder with problems is ignored and named; the other ladder takes its changes', async () => {
    const place = await twoFolders()
    const { app } = await startApp(place, named(place))
    const watchers = app.ladders.map(({ catalogReload }) => catalogReload.start())
    onTestFinished(async () => {
      await Promise.all(watchers.map((watcher) => watcher.stop()))
    })
    const [one, two] = app.ladders
    await edit(place.two, ROLE, (text) => text.replace('expert, absent]', 'expert]'))
    await edit(place.one, ROLE, (text) => text.replace('name: Backend Engineer', 'name: API Engineer'))
    const isDone = () =>
      two?.catalogReload.problemCount() === 1 &&
      one.catalogIndex().catalog.roles.get('backend-engineer')?.name === 'API Engineer'
    for (let tries = 0; tries < 400 && !isDone(); tries += 1) await sleep(50)
    expect(isDone()).toBe(true)
    expect(await say(app, BO, '/skills')).toContain('Server Engineer')
    expect(await app.checks['catalog']?.()).toEqual({
      note: expect.stringMatching(
        /^servers: the changed ladder has problems and is ignored, 1 in all: .*backend-engineer/u,
      ),
    })
  })

  test('invalid folders are all reported at the start', async () => {
    const place = await twoFolders()
    for (const folder of [place.one, place.two]) {
      await edit(folder, ROLE, (text) => text.replace('expert, absent]', 'expert]'))
    }
    const problems = await startApp(place, named(place)).catch((error: Error) => error.message)
    expect(problems).toContain(`${place.one}/${ROLE}`)
    expect(problems).toContain(`${place.two}/${ROLE}`)
  })
})

describe('a person’s data', () => {
  /** A person with an assessment and an idea in both ladders. */
  async function withData() {
    const place = await twoFolders()
    const started = await startApp(place, named(place))
    const { app } = started
    const twin = { ...ANA, workspace: 'T2' }
    for (const [nth, person] of [ANA, twin].entries()) {
      await assess(app, person)
      const ladder = app.ladders[nth]
      if (!ladder) throw new Error('there are two ladders')
      // As if the workspace had used the other ladder before.
      await ladder.store.settings.change(ANA, { lastRole: 'backend-engineer' })
      const actor = { person: personKey(ANA), bot: false }
      const source = { message: `slack/T1/C1/${nth}`, link: null }
      await ladder.proposals.execute({ type: 'draft', id: `idea-00${nth}`, source }, actor)
      await ladder.store.keyValues.write(`proposals/idea/idea-00${nth}`, 'what ANA has written')
    }
    return { place, twin, ...started }
  }

  test('is exported of every ladder', async () => {
    const { app, twin } = await withData()
    const [, servers] = app.ladders
    const [session] = (await servers?.store.sessions.list(twin)) ?? []
    if (!servers || !session) throw new Error('there is an assessment')
    await servers.store.sessions.create(ANA, { ...session, id: 'session-of-ana' }, 1_000_000)
    const message = await answer(app, ANA, { type: 'text', text: '/profile export' })
    const [json, markdown, csv] = message.files?.map(({ content }) => content) ?? []
    const data = JSON.parse(json ?? '')
    expect(data).toMatchObject({
      ladder: 'backend',
      sessions: [{ role: 'backend-engineer' }],
      otherLadders: [{ ladder: 'servers', sessions: [{ id: 'session-of-ana' }] }],
    })
    expect(markdown).toContain('# The ladder servers')
    expect(csv).toMatch(/,backend\r\n[\s\S]*,servers\r\n/u)
  })

  test('is erased in every ladder, by the person', async () => {
    const { app, place, close, twin } = await withData()
    const deletion = await answer(app, ANA, { type: 'text', text: '/profile delete' })
    await press(app, ANA, deletion, /delete/iu)
    for (const [nth, { store }] of app.ladders.entries()) {
      expect(await store.keyValues.read(`proposals/idea/idea-00${nth}`)).toBeNull()
      expect(await store.sessions.list(ANA)).toEqual([])
      expect((await store.settings.read(ANA)).lastRole).toBeNull()
    }
    expect(await app.ladders[1]?.store.sessions.list(twin)).toHaveLength(1)
    await close()
    expect(await stored(place)).not.toMatch(/slack\/T1\/ANA|what ANA/u)
  })

  test('is erased in every ladder by the operator, also in one that is not configured any more', async () => {
    const { app, place, close } = await withData()
    await close()
    expect(app.ladders).toHaveLength(2)
    const later = await startApp(place, { RUNG_DATA: place.one })
    expect(await forgetPerson('slack/T1/ANA', later.app.store, Date.now())).toContain('slack/T1/ANA')
    expect(await forgetWorkspace('slack/T2', later.app.store, Date.now())).toBe(1)
    await later.close()
    expect(await stored(place)).not.toMatch(/slack\/T[12]\/ANA|what ANA/u)
  })
})
