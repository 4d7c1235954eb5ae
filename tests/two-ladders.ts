import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { type App, createApp } from '../src/app/app.ts'
import { readConfig } from '../src/app/config.ts'
import type { BotEvent, BotResponse, Person } from '../src/bot/index.ts'
import type { Message } from '../src/message/index.ts'
import { fixtureCatalog } from './fixtures/catalog.ts'

// One deployment with two ladders that share every slug, so that nothing but the ladder tells their data apart.

export const ROLE = 'roles/backend-engineer.yaml'
/** Of a workspace that uses the first ladder, and of one that uses the second. */
export const ANA: Person = { platform: 'slack', workspace: 'T1', user: 'ANA' }
export const BO: Person = { platform: 'slack', workspace: 'T2', user: 'BO' }

export interface Place {
  readonly home: string
  readonly one: string
  readonly two: string
}

/** Two folders: the fixture catalog, and the same with another name of its role and of itself. */
export async function twoFolders(): Promise<Place> {
  const home = await mkdtemp(join(tmpdir(), 'rung-ladders-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const [one, two] = [join(home, 'one'), join(home, 'two')]
  for (const folder of [one, two]) await cp(fixtureCatalog, folder, { recursive: true })
  await edit(two, ROLE, (text) => text.replace('name: Backend Engineer', 'name: Server Engineer'))
  await writeFile(join(two, 'ladder.yaml'), 'name: { en: Servers, es: Servidores }\n')
  return { home, one, two }
}

export async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

/** The application over ladders, and what it has logged. */
export async function startApp({ home }: Place, environment: Readonly<Record<string, string>>) {
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

export const named = ({ one, two }: Place): Readonly<Record<string, string>> => ({
  RUNG_DATA: `backend=${one}, servers=${two}`,
  RUNG_WORKSPACE_LADDERS: 'slack/T2=servers',
})

let deliveries = 0
type Unsent =
  | Pick<BotEvent & { type: 'text' }, 'type' | 'text'>
  | Pick<BotEvent & { type: 'action' }, 'type' | 'payload'>

export async function answer({ bot }: Pick<App, 'bot'>, person: Person, unsent: Unsent): Promise<Message> {
  deliveries += 1
  const response: BotResponse = await bot.handle({ ...unsent, id: `delivery-${deliveries}`, person, locale: 'en' })
  if (response.type !== 'reply') throw new Error(`answered with ${response.type}`)
  return response.message
}

/** The words of the answer to a line. */
export async function say(app: Pick<App, 'bot'>, person: Person, text: string): Promise<string> {
  return JSON.stringify(await answer(app, person, { type: 'text', text }))
}

/** The payload of a button of a message, by its label. */
function payloadOf(message: Message, label: RegExp): string {
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))
  const button = buttons.find((each) => label.test(each.label))
  if (!button) throw new Error(`no button ${label} among ${buttons.map((each) => each.label).join(', ')}`)
  return button.payload
}

export async function press(app: Pick<App, 'bot'>, person: Person, message: Message, label: RegExp): Promise<Message> {
  return answer(app, person, { type: 'action', payload: payloadOf(message, label) })
}

/** Starts an assessment and answers a question. Returns the card of the next one. */
export async function assess(app: Pick<App, 'bot'>, person: Person): Promise<Message> {
  const intro = await answer(app, person, { type: 'text', text: '/assess backend-engineer' })
  const card = await press(app, person, intro, /Find my level/u)
  return press(app, person, card, /^2/u)
}

/** Everything that the files of an embedded store hold, as text. */
export async function stored({ home }: Place): Promise<string> {
  const folder = join(home, 'data', 'store')
  const files = await readdir(folder)
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))
  return texts.join('\n')
}
