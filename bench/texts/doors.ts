import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config.ts'
import {
  type Bot,
  type BotEvent,
  type BotResponse,
  COMMANDS,
  createBot,
  type Person,
  typedText,
} from '../../src/bot/index.ts'
import { type CatalogIndex, loadCatalog } from '../../src/catalog/index.ts'
import { closestNames } from '../../src/catalog/names/normalize.ts'
import { translator } from '../../src/i18n/index.ts'
import type { Message } from '../../src/message/index.ts'
import { renderMessage as drawInTerminal } from '../../src/platforms/console/render.ts'
import { renderMessage as drawInDiscord } from '../../src/platforms/discord/components/render.ts'
import { decodeText as decodeDiscord } from '../../src/platforms/discord/decode.ts'
import { renderMessage as drawInSlack } from '../../src/platforms/slack/blocks/render.ts'
import { decodeText as decodeSlack } from '../../src/platforms/slack/decode.ts'
import { DEFAULT_POLICY, readPolicy } from '../../src/proposals/domain/index.ts'
import { createCommunityTracker, createProposalService } from '../../src/proposals/index.ts'
import { ConfigError } from '../../src/runtime/env.ts'
import { openEmbeddedStore } from '../../src/store/index.ts'
import { CONNECTIVES } from '../../tests/fixtures/connectives.ts'

/** A place where a text of a person is read or written. */
export interface Door {
  readonly name: string
  /** Lets a text through. */
  pass(text: string): unknown
  /** Makes the door ready for the next text, which is not timed. */
  ready?(): Promise<unknown>
}

export interface Doors {
  /** Those of a process that answers many people. */
  readonly shared: readonly Door[]
  /** Those of the terminal, where only the person who wrote the text waits: measured without a bound. */
  readonly own: readonly Door[]
  /** Those that read names, for which the size of the catalog counts. */
  readonly lookUps: readonly Door[]
  close(): Promise<void>
}

/** The longest text that is kept and shown again, a proposal's reason. The terminal is one person's own. */
const MOST_STORED = 1000

type Unsent = BotEvent extends infer T ? (T extends BotEvent ? Omit<T, 'id' | 'person' | 'locale'> : never) : never

const ANA: Person = { platform: 'console', workspace: 'local', user: 'ana' }
const SITTING: Person = { platform: 'console', workspace: 'local', user: 'sitting' }

/** Every door of the real bot with all its commands over a catalog and an embedded store, and of what is around it. */
export async function openDoors(catalogIndex: CatalogIndex): Promise<Doors> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const store = await openEmbeddedStore({ folder, prefix: 'bench:', onQuarantine: () => undefined })
  const bot = await openBot(catalogIndex, store)
  let deliveries = 0
  const send = (unsent: Unsent, person = ANA): Promise<BotResponse> => {
    deliveries += 1
    return bot.handle({ ...unsent, id: `d${deliveries}`, person, locale: deliveries % 2 === 0 ? 'en' : 'es' })
  }
  const [role] = catalogIndex.catalog.roles.keys()
  const begin = (): Promise<BotResponse> => send({ type: 'action', payload: `1a:b:${role}:g` }, SITTING)
  await begin()
  const evidence = await send({ type: 'text', text: 'evidence' }, SITTING)
  const evidencePayload = evidence.type === 'form' ? evidence.form.payload : ''
  const [skill] = catalogIndex.catalog.skills.keys()

  const commands = COMMANDS.map(
    ({ name }): Door => ({
      name: `/${name}`,
      pass: (text) => send({ type: 'command', name, text }),
    }),
  )
  const reading: readonly Door[] = [
    { name: 'names, read', pass: (text) => catalogIndex.parse(text, CONNECTIVES) },
    { name: 'names, near', pass: (text) => catalogIndex.suggest(text, 4) },
    { name: 'names, completed', pass: (text) => catalogIndex.complete(text) },
    { name: 'search', pass: (text) => catalogIndex.search.find(text, 10) },
    { name: 'text of a message', pass: (text) => send({ type: 'text', text }) },
    {
      name: 'options of /skills',
      pass: (text) =>
        send({
          type: 'command',
          name: 'skills',
          text: typedText(
            COMMANDS,
            { command: 'skills', options: { role: text.slice(0, 2000), skill: text.slice(2000) } },
            translator('en'),
          ),
        }),
    },
    {
      name: 'completion within what was typed in other options',
      pass: (text) =>
        send({
          type: 'autocomplete',
          command: 'skills',
          option: 'skill',
          typed: '',
          options: { role: text, domain: text },
        }),
    },
    ...(['role', 'level', 'domain', 'skill', 'compare', 'search'] as const).map(
      (option): Door => ({
        name: `completion of a ${option}`,
        pass: (typed) => send({ type: 'autocomplete', command: 'skills', option, typed, options: {} }),
      }),
    ),
  ]
  const forms: readonly Door[] = [
    {
      name: 'answer to an assessment',
      pass: (text) => send({ type: 'text', text }, SITTING),
      ready: async () => {
        if (!(await store.sessions.read(SITTING, role ?? ''))) await begin()
      },
    },
    { name: 'evidence in words', pass: (text) => send({ type: 'text', text: `evidence: ${text}` }, SITTING) },
    {
      name: 'evidence form',
      pass: (text) => send({ type: 'form', payload: evidencePayload, values: { evidence: text } }, SITTING),
    },
    {
      name: 'proposal form',
      pass: (text) =>
        send({
          type: 'form',
          payload: `1o:s:::${skill}:W`,
          values: { to: text.slice(0, 4000), reason: text.slice(-1000), lane: 'vote' },
        }),
    },
    {
      name: 'new skill form',
      pass: (text) =>
        send({
          type: 'form',
          payload: '1o:n',
          values: { name: text, domain: text, statements: text.slice(0, 700), reason: text.slice(-1000) },
        }),
    },
    { name: 'payload of a button', pass: (payload) => send({ type: 'action', payload }) },
    {
      name: 'nominated message',
      pass: (text) => {
        deliveries += 1
        return bot.handleReaction({
          type: 'reaction',
          id: `d${deliveries}`,
          person: ANA,
          locale: 'en',
          isAdded: true,
          hasEmoji: true,
          message: {
            ref: `console/local/c/${deliveries}`,
            own: false,
            read: () => Promise.resolve({ text, link: null }),
            hasReaction: () => Promise.resolve(true),
          },
        })
      },
    },
  ]
  const t = translator('en')
  const turn = (page: number): string => `page${page}`
  const written: readonly Door[] = [
    { name: 'decoded from Slack', pass: decodeSlack },
    { name: 'decoded from Discord', pass: decodeDiscord },
    { name: 'drawn for Slack', pass: (text) => drawInSlack(messageOf(text), { t }) },
    { name: 'drawn for Slack, a page', pass: (text) => drawInSlack(messageOf(text), { t, pageToken: turn, page: 1 }) },
    { name: 'drawn for Discord', pass: (text) => drawInDiscord(messageOf(text), { t }) },
    { name: 'drawn for Discord, a page', pass: (text) => drawInDiscord(messageOf(text), { t, pageId: turn, page: 1 }) },
  ]
  const own: readonly Door[] = [
    {
      name: 'drawn for the terminal',
      pass: (text) => drawInTerminal(messageOf(text.slice(0, MOST_STORED)), { width: 80, color: true }),
    },
  ]
  const settings: readonly Door[] = [
    { name: 'RUNG_POLICY', pass: (text) => readPolicy(text) },
    {
      name: 'variables',
      pass: (text) =>
        [
          { PUBLIC_URL: text },
          { PUBLIC_URL: `https://a.example/${text}` },
          { REDIS_URL: text },
          { SLACK_EXPERTS: text },
        ].map(configured),
    },
    { name: 'names near a misspelled one', pass: (text) => closestNames(text, catalogIndex.catalog.skills.keys()) },
  ]
  return {
    shared: [...commands, ...reading, ...forms, ...written, ...settings],
    own,
    lookUps: [...commands.slice(0, 2), ...reading],
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openBot(catalogIndex: CatalogIndex, store: Awaited<ReturnType<typeof openEmbeddedStore>>): Promise<Bot> {
  const community = createCommunityTracker()
  community.report('console', { workspace: undefined, experts: [], admins: [], allDecide: true })
  const loaded = await loadCatalog('data')
  if (!loaded.ok) throw new Error('the catalog in data/ cannot be read')
  let ids = 0
  const ladder = createProposalService({
    ...loaded,
    store,
    policy: { ...DEFAULT_POLICY, startsPerDay: 1_000_000, openPerAuthor: 1_000_000 },
    community: community.current,
    now: Date.now,
    logRefusal: () => undefined,
    report: (problem) => {
      throw new Error(problem)
    },
  })
  return createBot({
    commands: COMMANDS,
    catalogIndex: () => catalogIndex,
    services: {
      store,
      proposals: ladder,
      now: Date.now,
      newId: () => {
        ids += 1
        return `bench${ids}`
      },
      sessionMs: 14 * 24 * 3600 * 1000,
    },
    report: ({ error }) => {
      throw error
    },
  })
}

function configured(environment: Readonly<Record<string, string>>): unknown {
  try {
    return readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
}

/** A statement, the longest text of the ladder that stands in a table (src/catalog/schema.ts). */
const MOST_CELL = 160

/** A text in every place of a message that a person's text may take; in tables, as long as a text of the ladder. */
function messageOf(text: string): Message {
  const cell = text.slice(0, MOST_CELL)
  const plain = [{ type: 'text', text } as const]
  const strong = [{ type: 'strong', text } as const, { type: 'code', text } as const]
  return {
    summary: text,
    blocks: [
      { type: 'heading', text },
      { type: 'text', text: plain },
      { type: 'text', text: strong },
      { type: 'fields', fields: [{ label: text, value: plain }] },
      { type: 'list', title: plain, items: [{ text: plain, detail: [{ type: 'emphasis', text }] }] },
      { type: 'table', columns: [cell, 'b'], rows: [[cell, cell]] },
      {
        type: 'matrix',
        columns: [{ label: cell, short: cell }],
        groups: [
          {
            label: cell,
            rows: [{ label: cell, cells: [{ proficiency: 'working', letter: 'W', word: cell, mandatory: true }] }],
          },
        ],
        legend: [{ sign: 'W', means: cell }],
      },
      { type: 'progress', done: 1, total: 2, label: text },
      { type: 'note', tone: 'warning', text: [{ type: 'link', text, url: `https://a.example/${text.slice(0, 500)}` }] },
      { type: 'actions', title: text, actions: [{ label: text, payload: '1s' }] },
    ],
  }
}
