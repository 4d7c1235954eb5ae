import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BotEvent, BotResponse, Mention } from '../../../src/bot/index.ts'
import { type Block, plainText } from '../../../src/message/index.ts'
import type { CommunityConfig } from '../../../src/proposals/index.ts'
import { createCommunitySettings, eraseWorkspace } from '../../../src/proposals/index.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { type Opened, openLadder } from '../proposals/open-ladder.ts'
import { labels } from '../read-message.ts'
import { communityPlatform } from './community-platform.ts'

// Admins set in chat where proposals are posted and who decides; what the operator has set is the default.

let opened: Opened
let applied: CommunityConfig[] = []
let deliveries = 0

beforeEach(async () => {
  opened = await openLadder({ catalog: ownCatalog, experts: [] })
  applied = []
})
afterEach(() => opened.close())

function connect(options: Parameters<typeof communityPlatform>[0] = {}): void {
  opened.community.report('slack', undefined)
  opened.communitySettings.connect(
    'slack',
    communityPlatform({ admins: ['ADMIN'], apply: (config) => applied.push(config), ...options }),
  )
}

type Reply = Extract<BotResponse, { type: 'reply' }>

interface Sender {
  readonly user?: string
  readonly workspace?: string
  readonly locale?: string
}

type Delivered = 'id' | 'person' | 'locale'
type Unsent = { [T in BotEvent['type']]: Omit<Extract<BotEvent, { type: T }>, Delivered> }[BotEvent['type']]

async function handle(event: Unsent, sender: Sender = {}): Promise<BotResponse> {
  deliveries += 1
  const { user = 'ADMIN', workspace = 'T1', locale = 'en' } = sender
  const person = { platform: 'slack', workspace, user }
  return opened.bot.handle({ ...event, id: `d${deliveries}`, person, locale })
}

/** Types a line in which `<@U1>`, `<!S1>` and `<#C1>` are mentions. */
async function say(line: string, sender: Sender = {}): Promise<Reply> {
  const kinds = { '@': 'user', '!': 'group', '#': 'channel' } as const
  const mentions = [...line.matchAll(/<([@!#])(\w+)>/gu)].map(([, sign = '@', id = '']): Mention => {
    const kind = kinds[sign === '!' ? '!' : sign === '#' ? '#' : '@']
    return { kind, id, text: `${kind === 'channel' ? '#' : '@'}${id}` }
  })
  const text = line.replaceAll(/<([@!#])(\w+)>/gu, (_, sign: string, id: string) => `${sign === '#' ? '#' : '@'}${id}`)
  return replyOf(await handle({ type: 'text', text, mentions } as const, sender))
}

function replyOf(response: BotResponse): Reply {
  if (response.type !== 'reply') throw new Error(`got ${response.type}`)
  return response
}

function readOf({ message }: Reply): string {
  const lines = (block: Block): readonly string[] => {
    if (block.type === 'heading') return [block.text]
    if (block.type === 'text' || block.type === 'note') return [plainText(block.text)]
    return block.type === 'list' ? block.items.map(({ text }) => plainText(text)) : []
  }
  return message.blocks.flatMap(lines).join('\n')
}

const config = (): CommunityConfig | undefined => opened.communitySettings.of('slack')?.config

test('an admin of the platform sets everything in words, and sees where each value comes from', async () => {
  connect()
  const first = await say('/rung settings')
  expect(readOf(first)).toContain('Proposals channel: not set')
  expect(labels(first.message)).toContain('Change these settings')
  expect(readOf(await say('/rung channel <#C1>'))).toContain('Proposals channel: #C1 · set here')
  expect(readOf(await say('/rung experts <@U1> <!S2>'))).toContain('Experts: U1, group S2 · set here')
  expect(readOf(await say('/rung experts security <@U3>'))).toMatch(/Experts in .*Security.*: U3 · set here/u)
  expect(readOf(await say('/rung admins <@U4>'))).toContain('Admins: U4 · set here')
  expect(readOf(await say('/rung language es'))).toContain('Language of proposal cards: Español · set here')
  expect(config()).toEqual({
    channel: 'C1',
    workspace: 'T1',
    experts: [
      { id: 'U1', domain: null },
      { id: 'S2', domain: null },
      { id: 'U3', domain: 'security' },
    ],
    admins: [{ id: 'U4', domain: null }],
    locale: 'es',
  })
  expect(applied.at(-1)).toEqual(config())
  expect(opened.settingsLog[1]).toEqual({ by: 'slack/T1/ADMIN', what: 'experts', from: '', to: 'U1,S2' })
})

test('the same in Spanish', async () => {
  connect()
  const sender = { locale: 'es' }
  expect(readOf(await say('/rung canal <#C1>', sender))).toContain('Canal de propuestas: #C1 · valor definido aquí')
  await say('/rung especialistas <@U1>', sender)
  await say('/rung administradores <@U2>', sender)
  expect(readOf(await say('/rung idioma español', sender))).toContain('Idioma de las tarjetas de propuestas: Español')
  expect(readOf(await say('/rung canal ninguno', sender))).toContain('Canal de propuestas: sin definir')
  expect(config()?.channel).toBeUndefined()
})

test('what is reset is as the operator has set it, and domains and groups of the operator stay unless they are replaced', async () => {
  const experts = [
    { id: 'S1', domain: null },
    { id: 'U9', domain: 'security' },
  ]
  connect({ operator: { channel: 'COPS', experts }, workspace: 'T1' })
  expect(readOf(await say('/rung settings'))).toContain('Proposals channel: #COPS · set by whoever runs Rung')
  await say('/rung experts <@U1>')
  expect(config()?.experts).toEqual([experts[1], { id: 'U1', domain: null }])
  await say('/rung channel <#C1>')
  expect(config()?.channel).toBe('C1')
  await say('/rung experts reset')
  await say('/rung channel none')
  expect(config()).toMatchObject({ channel: 'COPS', experts })
  expect(await opened.store.keyValues.read('slack/community')).toBeNull()
})

test('the form has the present values, keeps groups that it cannot show, and saves what was changed', async () => {
  connect({
    operator: {
      channel: 'COPS',
      experts: [
        { id: 'S1', domain: null },
        { id: 'U1', domain: null },
      ],
    },
    workspace: 'T1',
  })
  const opening = await handle({ type: 'action', payload: '1r:community' } as const)
  if (opening.type !== 'form') throw new Error(`got ${opening.type}`)
  expect(opening.form.fields.map(({ name, initial }) => [name, initial])).toEqual([
    ['channel', 'COPS'],
    ['experts', undefined],
    ['admins', undefined],
    ['locale', 'default'],
  ])
  const submit = async (values: Record<string, string>) =>
    replyOf(await handle({ type: 'form', payload: '1r:community', values } as const))
  const same = { channel: 'COPS', experts: 'U1', admins: '', locale: 'default' }
  expect(readOf(await submit(same))).toContain('Nothing has changed.')
  await submit({ ...same, experts: 'U1 U2', locale: 'es' })
  expect(config()).toMatchObject({
    channel: 'COPS',
    experts: [{ id: 'U1' }, { id: 'U2' }, { id: 'S1' }],
    locale: 'es',
  })
  expect(readOf(await submit({ ...same, channel: '', experts: 'U1 U2', locale: 'es' }))).toContain(
    'You can replace it here, but you can’t remove it',
  )
  const domain = { type: 'form', payload: '1r:domainExperts', values: { domain: 'security', experts: 'U5' } } as const
  await handle(domain)
  expect(config()?.experts).toContainEqual({ id: 'U5', domain: 'security' })
})

test('a person who is no admin is refused in words, with a button and with a form', async () => {
  connect()
  const ana = { user: 'ana' }
  expect(readOf(await say('/rung settings', ana))).not.toContain('Proposals channel')
  for (const response of [
    await say('/rung channel <#C1>', ana),
    replyOf(await handle({ type: 'action', payload: '1r:community' } as const, ana)),
    replyOf(await handle({ type: 'form', payload: '1r:community', values: { channel: 'C1' } } as const, ana)),
    replyOf(await handle({ type: 'form', payload: '1r:domainExperts', values: { domain: 'security' } } as const, ana)),
  ]) {
    expect([response.failed, response.message.summary]).toEqual([
      'user',
      expect.stringContaining('Only admins can change this'),
    ])
  }
  expect(config()?.channel).toBeUndefined()
})

test('a person who is listed as an admin may change settings; the first workspace to set a channel owns the ladder', async () => {
  connect()
  await say('/rung channel <#C1>')
  expect((await say('/rung channel <#C2>', { workspace: 'T2' })).message.summary).toContain('another workspace')
  opened.community.report('slack', { workspace: 'T1', experts: [], admins: ['slack/T1/LISTED'] })
  expect((await say('/rung channel <#C3>', { user: 'LISTED' })).failed).toBeUndefined()
  expect(config()?.channel).toBe('C3')
  await eraseWorkspace('slack', 'T2', opened.store, 0)
  expect(await opened.store.keyValues.read('slack/community')).not.toBeNull()
  await eraseWorkspace('slack', 'T1', opened.store, 0)
  expect(await opened.store.keyValues.read('slack/community')).toBeNull()
})

test('problems of a channel are told: those to be solved are saved, others are not', async () => {
  connect({
    problems: {
      CNOT: { key: 'slack.channel.invite', isSolvable: true },
      COLD: { key: 'slack.channel.archived', isSolvable: false },
    },
  })
  expect((await say('/rung channel <#COLD>')).message.summary).toContain('archived')
  expect(config()?.channel).toBeUndefined()
  expect(readOf(await say('/rung channel <#CNOT>'))).toContain('/invite @Rung')
  expect(config()?.channel).toBe('CNOT')
})

test.each([
  ['/rung experts <@U1>', 'Choose the proposals channel first'],
  ['/rung channel proposals', 'which channel “proposals” is'],
  ['/rung experts @ana', 'who “@ana” is'],
  ['/rung experts cooking <@U1>', 'I don’t know the domain “cooking”'],
  ['/rung admins ana', 'who “ana” is'],
  ['/rung language klingon', 'I don’t speak “klingon”. I speak English and Español.'],
])('what cannot be read is explained: %s', async (line, answer) => {
  connect()
  const response = await say(line)
  expect([response.failed, response.message.summary]).toEqual(['user', expect.stringContaining(answer)])
})

test('another process takes a change into use when it reads the store, and leaves a newer record alone', async () => {
  connect()
  await opened.store.keyValues.write('slack/community', JSON.stringify({ schema: 1, workspace: 'T1', channel: 'C7' }))
  await opened.communitySettings.sync()
  expect(applied.map(({ channel }) => channel)).toEqual(['C7'])
  await opened.store.keyValues.write('slack/community', JSON.stringify({ schema: 2, workspace: 'T1' }))
  expect((await say('/rung channel <#C1>')).message.summary).toContain('A newer version of Rung')
})

test('until the store has been read, a platform gets no settings: its community is not reported with those of the operator alone', async () => {
  const settings = createCommunitySettings({
    keyValues: opened.store.keyValues,
    platforms: ['slack'],
    logChange: () => undefined,
    report: () => undefined,
  })
  const platform = communityPlatform({ operator: { channel: 'COPS' }, apply: (config) => applied.push(config) })
  expect(settings.connect('slack', platform)).toBeUndefined()
  await settings.sync()
  expect(applied).toEqual([platform.operator])
  expect(settings.connect('slack', platform)).toEqual(platform.operator)
})
