import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CardKind } from '../../../src/assessment/index.ts'
import {
  type Bot,
  type BotEvent,
  type BotResponse,
  COMMANDS,
  createBot,
  type Person,
  processIdleSessions,
  type Services,
} from '../../../src/bot/index.ts'

import type { CatalogIndex } from '../../../src/catalog/index.ts'
import { type Languages, type Locale, translator } from '../../../src/i18n/index.ts'
import type { Form, Message } from '../../../src/message/index.ts'
import { openEmbeddedStore, type Store } from '../../../src/store/index.ts'
import type { AssessmentResult, Session } from '../../../src/store/records.ts'
import { openCatalog } from '../../fixtures/catalog.ts'
import { buttons, labels } from '../read-message.ts'

// The bot with all its commands and an embedded store in a temporary folder, with a clock that the test sets.

export const DAY = 24 * 60 * 60 * 1000

export interface Harness {
  readonly services: Services
  readonly bot: Bot
  /** The time, which tests may change. */
  readonly clock: { now: number }
  /** The current catalog, which tests may replace. */
  readonly catalogue: { catalogIndex: CatalogIndex }
  readonly reports: readonly { readonly error: unknown }[]
  /** Creates a new person. */
  newUser(locale?: Locale): TestUser
  /** Processes idle assessments as one process does, and returns the notices sent. */
  sendReminders(reaches?: boolean | ((person: Person) => boolean)): Promise<SentNotice[]>
  close(): Promise<void>
}

export interface SentNotice {
  readonly person: Person
  readonly message: Message
}

interface HarnessOptions {
  readonly catalogIndex: CatalogIndex
  readonly sessionMs?: number
  readonly assessmentCard?: CardKind
  readonly cardStatistics?: Services['cardStatistics']
  /** A folder that outlives the harness; default: a temporary one. */
  readonly folder?: string
  /** Default: those of Rung. */
  readonly languages?: Languages
  /** Wraps the store. */
  readonly between?: (store: Store) => Store
}

export async function openHarness({
  catalogIndex,
  sessionMs = 14 * DAY,
  assessmentCard,
  cardStatistics,
  folder: ownFolder,
  languages,
  between,
}: HarnessOptions): Promise<Harness> {
  const folder = ownFolder ?? (await mkdtemp(join(tmpdir(), 'rung-assess-')))
  const store = await openEmbeddedStore({
    folder,
    prefix: 'rung',
    onQuarantine: ({ reason }) => {
      throw new Error(`a value of the bot's own was set aside: ${reason}`)
    },
  })
  const clock = { now: Date.UTC(2026, 0, 5, 9) }
  const catalogue = { catalogIndex }
  const reports: { error: unknown }[] = []
  let ids = 0
  const services: Services = {
    store: between ? between(store) : store,
    now: () => clock.now,
    newId: () => {
      ids += 1
      return `id${String(ids).padStart(6, '0')}`
    },
    sessionMs,
    ...(assessmentCard && { assessmentCard }),
    ...(cardStatistics && { cardStatistics }),
    ...(languages && { languages }),
  }
  const bot = createBot({
    commands: COMMANDS,
    catalogIndex: () => catalogue.catalogIndex,
    services,
    report: (failure) => reports.push(failure),
  })
  let people = 0
  return {
    services: services,
    bot,
    clock,
    catalogue,
    reports,
    newUser(locale = 'en') {
      people += 1
      return new TestUser(bot, store, { platform: 'test', workspace: 'W1', user: `U${people}` }, locale)
    },
    async sendReminders(reaches = true) {
      const notices: SentNotice[] = []
      await processIdleSessions({
        services,
        catalogIndex: () => catalogue.catalogIndex,
        report: (_, error) => reports.push({ error }),
        notifier: {
          platforms: () => ['test'],
          reaches: (person) => (typeof reaches === 'boolean' ? reaches : reaches(person)),
          tell: (person, message) => {
            notices.push({ person, message: message(translator('en')) })
            return Promise.resolve('delivered')
          },
        },
      })
      return notices
    },
    async close() {
      await store.close()
      if (ownFolder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

let deliveries = 0

/** A simulated person: types, presses buttons of the last message and fills in forms. */
export class TestUser {
  readonly person: Person
  locale: Locale
  /** The last message received. */
  last: Message = { summary: '', blocks: [] }
  /** The person's name on the platform. */
  displayName: string | undefined
  /** The kind of error of the last answer, if it failed. */
  failed: 'user' | 'internal' | undefined
  readonly #bot: Bot
  readonly #store: Store

  constructor(bot: Bot, store: Store, person: Person, locale: Locale) {
    this.#bot = bot
    this.#store = store
    this.person = person
    this.locale = locale
  }

  /** Types a line, with or without a command. */
  async say(text: string, id = this.#delivery()): Promise<Message> {
    return this.#seen(await this.#handle({ type: 'text', text, id, person: this.person, locale: this.locale }))
  }

  /** Mentions the bot where others read the answer. */
  async mention(text: string): Promise<Message> {
    const { person, locale } = this
    return this.#seen(await this.#handle({ type: 'text', text, id: this.#delivery(), person, locale, isPublic: true }))
  }

  async ask(text: string): Promise<Form> {
    const respond = await this.#handle({
      type: 'text',
      text,
      id: this.#delivery(),
      person: this.person,
      locale: this.locale,
    })
    return asForm(respond)
  }

  /** Presses a button of any earlier message by its payload. */
  async send(payload: string): Promise<Message> {
    return this.#seen(await this.#act(payload))
  }

  /** Returns the response to a payload, and leaves `last` unchanged. */
  outcome(payload: string): Promise<BotResponse> {
    return this.#act(payload)
  }

  /** Presses the button of the last message whose label is or begins with this. */
  press(label: string): Promise<Message> {
    return this.send(this.payload(label))
  }

  /** Chooses a statement by its number, 1 to 5, with its button. */
  pick(key: number): Promise<Message> {
    return this.send(this.payloadOfKey(key))
  }

  payload(label: string): string {
    const all = buttons(this.last)
    const match = all.find((button) => button.label === label) ?? all.find((button) => button.label.startsWith(label))
    if (!match) throw new Error(`no button “${label}” among: ${labels(this.last).join(' | ')}`)
    return match.payload
  }

  payloadOfKey(key: number): string {
    const match = buttons(this.last).find((button) => button.key === key)
    if (!match) throw new Error(`no button with the key ${key} among: ${labels(this.last).join(' | ')}`)
    return match.payload
  }

  /** Presses a button that opens a form. */
  async open(label: string): Promise<Form> {
    return asForm(await this.#act(this.payload(label)))
  }

  async fill({ payload }: Pick<Form, 'payload'>, values: Readonly<Record<string, string>>): Promise<Message> {
    const delivery = { id: this.#delivery(), person: this.person, locale: this.locale }
    return this.#seen(await this.#handle({ type: 'form', payload, values, ...delivery }))
  }

  session(role = 'ml-engineer'): Promise<Session | null> {
    return this.#store.sessions.read(this.person, role)
  }

  /** The session of a role; throws if there is none. */
  async openSession(role = 'ml-engineer'): Promise<Session> {
    const session = await this.session(role)
    if (!session) throw new Error(`${this.person.user} has no assessment of ${role} in progress`)
    return session
  }

  results(): Promise<readonly AssessmentResult[]> {
    return this.#store.results.list(this.person)
  }

  /** Everything that the store has about the person. */
  async storedData() {
    const [results, sessions, settings] = await Promise.all([
      this.results(),
      this.#store.sessions.list(this.person),
      this.#store.settings.read(this.person),
    ])
    return { person: this.person, results, sessions, settings }
  }

  #delivery(): string {
    deliveries += 1
    return `delivery-${deliveries}`
  }

  #act(payload: string): Promise<BotResponse> {
    return this.#handle({ type: 'action', payload, id: this.#delivery(), person: this.person, locale: this.locale })
  }

  async #handle(incoming: BotEvent): Promise<BotResponse> {
    return this.#bot.handle({ ...incoming, ...(this.displayName !== undefined && { displayName: this.displayName }) })
  }

  #seen(outcome: BotResponse): Message {
    if (outcome.type !== 'reply') throw new Error(`expected a message, got ${outcome.type}`)
    this.last = outcome.message
    this.failed = outcome.failed
    return outcome.message
  }
}

function asForm(outcome: BotResponse): Form {
  if (outcome.type !== 'form') throw new Error(`expected a form, got ${outcome.type}`)
  return outcome.form
}

/** Opens a copy of a catalog folder with some of its files rewritten. */
export async function editedCatalog(
  folder: string,
  edits: Readonly<Record<string, string | ((text: string) => string)>>,
): Promise<CatalogIndex> {
  const copy = await mkdtemp(join(tmpdir(), 'rung-edited-'))
  try {
    await cp(folder, copy, { recursive: true })
    for (const [file, edit] of Object.entries(edits)) {
      const path = join(copy, file)
      const before = typeof edit === 'string' ? '' : await readFile(path, 'utf8')
      const after = typeof edit === 'string' ? edit : edit(before)
      if (after === before) throw new Error(`${file}: the edit changed nothing`)
      if (after === '') await rm(path)
      else await writeFile(path, after)
    }
    return await openCatalog(copy)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}
