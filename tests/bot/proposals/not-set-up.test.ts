import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BotResponse } from '../../../src/bot/index.ts'
import { fixtureCatalog } from '../../fixtures/catalog.ts'
import { type Opened, openLadder } from './open-ladder.ts'

// What people are told who cannot take part: because nobody has set where proposals are discussed, or because others have.

let open: Opened
let ids = 0

beforeAll(async () => {
  open = await openLadder({ catalog: fixtureCatalog, experts: ['E1'] })
})
afterAll(() => open?.close())

/** A community in which no platform takes proposals, or only those with a workspace. */
function report(workspaces: { readonly slack?: string; readonly discord?: string }): void {
  for (const platform of ['slack', 'discord'] as const) {
    const workspace = workspaces[platform]
    open.community.report(platform, workspace === undefined ? undefined : { workspace, experts: [], admins: [] })
  }
}

const summaryOf = (outcome: BotResponse | undefined): string =>
  outcome?.type === 'reply' ? outcome.message.summary : (outcome?.type ?? 'nothing')

async function asks(platform: string, text: string, locale = 'en'): Promise<string> {
  ids += 1
  const person = { platform, workspace: 'W1', user: 'ana' }
  return summaryOf(await open.bot.handle({ type: 'text', id: `setup${ids}`, person, locale, text }))
}

async function nominates(platform: string, hasEmoji: boolean): Promise<string> {
  ids += 1
  const response = await open.bot.handleReaction({
    type: 'reaction',
    id: `setup${ids}`,
    person: { platform, workspace: 'W1', user: 'ana' },
    locale: 'en',
    isAdded: true,
    hasEmoji,
    message: {
      ref: `${platform}/W1/C1/1`,
      own: false,
      read: () => Promise.resolve({ text: 'PyTorch, Middle: Advanced', link: null }),
      hasReaction: () => Promise.resolve(true),
    },
  })
  return summaryOf(response)
}

test.each([
  ['slack', 'SLACK_PROPOSALS_CHANNEL'],
  ['discord', 'DISCORD_PROPOSALS_CHANNEL'],
])(
  'without a channel for proposals, people in %s are told that %s is missing and who sets it',
  async (platform, name) => {
    report({})
    const en = `Proposals aren’t set up here yet. An admin can choose a channel for them with /rung settings, or whoever runs Rung can set ${name}. Until then, you can look everything up.`
    for (const text of ['/propose', '/propose backend senior python expert', '/proposals', '/proposals recent']) {
      expect(await asks(platform, text)).toBe(en)
    }
    expect(await asks(platform, '/propose', 'es')).toBe(
      `Las propuestas aún no están configuradas aquí. Un administrador puede elegir un canal para ellas con /rung ajustes, o quien administra Rung puede definir ${name}. Mientras tanto, puedes consultarlo todo.`,
    )
    // The command in a message's menu answers; an emoji, which is not only Rung's, does not.
    expect(await nominates(platform, false)).toBe(en)
    expect(await nominates(platform, true)).toBe('nothing')
  },
)

test.each([
  ['another workspace of the same platform', { slack: 'W2' }],
  ['another platform', { discord: 'D1' }],
])('if proposals are taken in %s, people are told that others keep the ladder', async (_, workspaces) => {
  report(workspaces)
  expect(await asks('slack', '/propose')).toBe(
    'Another community maintains this ladder: its members propose and vote there. You can look everything up here.',
  )
})

test('a terminal beside a platform is no place where others propose', async () => {
  report({})
  open.community.report('console', { workspace: undefined, experts: [], admins: ['console/local/me'] })
  expect(await asks('slack', '/propose')).toContain('whoever runs Rung can set SLACK_PROPOSALS_CHANNEL')
})
