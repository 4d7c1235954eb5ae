import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bot, BotResponse } from '../../../src/bot/index.ts'
import type { Proposal } from '../../../src/proposals/domain/index.ts'
import type { ProposalService } from '../../../src/proposals/index.ts'
import type { Store } from '../../../src/store/index.ts'
import { fixtureCatalog } from '../../fixtures/catalog.ts'
import { labels } from '../read-message.ts'
import { DAY, key, type Opened, openLadder, person } from './open-ladder.ts'

// What becomes of an emoji on a message, and who sees what it says there.

const LINK = 'https://chat.example/C7/1'
const WORDS = 'Between us: Python'

let open: Opened
let store: Store
let ladder: ProposalService
let bot: Bot
let ids = 0

beforeEach(async () => {
  open = await openLadder({ catalog: fixtureCatalog, experts: [] })
  ;({ store, ladder, bot } = open)
})
afterEach(() => open?.close())

function react(user: string, how: { readonly isAdded?: boolean; readonly hasEmoji?: boolean } = {}) {
  return bot.handleReaction({
    type: 'reaction',
    id: `reaction${ids++}`,
    person: person(user),
    locale: 'en',
    isAdded: true,
    hasEmoji: true,
    ...how,
    message: {
      ref: 'slack/T1/C7/1',
      own: false,
      read: () => Promise.resolve({ text: WORDS, link: LINK }),
      hasReaction: () => Promise.resolve(true),
    },
  })
}

function idea(): Proposal {
  const [idea] = [...ladder.state().proposals.values()]
  if (!idea) throw new Error('no idea was kept')
  return idea
}

const press = (user: string, payload: string) =>
  bot.handle({ type: 'action', id: `press${ids++}`, person: person(user), locale: 'en', payload })
const says = (user: string, text: string) =>
  bot.handle({ type: 'text', id: `says${ids++}`, person: person(user), locale: 'en', text })

function messageOf(outcome: BotResponse) {
  if (outcome.type !== 'reply') throw new Error(`a ${outcome.type}, not a reply`)
  return outcome.message
}

const words = async (): Promise<string | undefined> =>
  (await store.keyValues.read(`proposals/idea/${idea().id}`))?.value

test('nobody sees the ideas of others, who may have written them to few', async () => {
  await react('ana')
  await react('bo')
  const { id, number } = idea()
  const sees = async (user: string) => JSON.stringify(await says(user, `/proposals ${number}`))
  // Those who have read the message are led to it; what it says is kept for no longer than it takes to complete the idea.
  expect(await sees('ana')).toContain(LINK)
  expect(await sees('bo')).toContain(LINK)
  expect((await store.eventLog.read('ladder', null)).entries.some(({ text }) => text.includes('Between us'))).toBe(
    false,
  )
  expect(await sees('carla')).toContain('That’s still someone’s private idea')
  expect(messageOf(await press('carla', `1v:s:${id}`)).summary).toContain('That’s still someone’s private idea')
  open.later(15 * DAY)
  await ladder.advanceProposals()
  expect(idea().state).toBe('expired')
  expect(JSON.stringify(await says('carla', '/proposals recent'))).not.toContain(`#${number} `)
  expect(await sees('carla')).not.toContain(LINK)
  expect(await sees('ana')).toContain('The proposal didn’t move forward')
})

test('what was nominated from a message’s menu is no emoji, and is taken back with a button', async () => {
  await react('ana')
  await react('bo', { hasEmoji: false })
  await react('carla')
  expect(idea().nominators).toEqual(
    new Map([
      [key('bo'), { at: open.now(), emoji: null }],
      [key('carla'), { at: open.now(), emoji: 'slack' }],
    ]),
  )
  await react('bo', { isAdded: false })
  await react('carla', { isAdded: false })
  expect([...idea().nominators.keys()]).toEqual([key('bo')])
  const back = await press('bo', `1v:n:${idea().id}:0`)
  expect(back).not.toHaveProperty('failed')
  expect(labels(messageOf(back))).toEqual([])
  expect(idea().nominators.size).toBe(0)
})

test('the words of an idea are forgotten when it is withdrawn, and when its keeper is', async () => {
  await react('ana')
  expect(await words()).toBe(WORDS)
  await press('ana', `1v:w:${idea().id}`)
  await press('ana', `1v:W:${idea().id}`)
  expect(idea().state).toBe('withdrawn')
  expect(await words()).toBeUndefined()
})

test('the words of an idea are erased with what else is kept of a person', async () => {
  await react('ana')
  const question = messageOf(await says('ana', '/profile delete'))
  expect(labels(question)).toHaveLength(2)
  const [yes] = question.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))
  await press('ana', yes?.payload ?? '')
  expect(await words()).toBeUndefined()
})
