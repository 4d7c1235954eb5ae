import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, key, type Opened, openLadder, person } from '../../bot/proposals/open-ladder.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { submit } from '../../proposals/simulated-log.ts'
import { labelsIn, sitAt } from './seat.ts'

// A form at the terminal: one that is refused stays open, and the choices shown before it do nothing any more.

const ID = 'proposal-1'

let opened: Opened

beforeEach(async () => {
  opened = await openLadder({ catalog: ownCatalog, experts: ['joe'] })
  for (let n = 0; n < 9; n += 1) await opened.store.members.recordActivity(person(`M${n}`), opened.now())
})

afterEach(() => opened.close())

const at = (user: string, locale: 'en' | 'es' = 'en') => sitAt({ bot: opened.bot, person: person(user), locale })

/** A proposal that the experts review. */
async function openReview(): Promise<void> {
  const act = async (user: string, command: Parameters<Opened['ladder']['execute']>[0]): Promise<void> => {
    const { status } = await opened.ladder.execute(command, { person: key(user), bot: false })
    expect(status).toBe('done')
  }
  await act('M0', submit(undefined, ID))
  for (const user of ['M1', 'M2']) await act(user, { type: 'nominate', id: ID, on: true })
  for (const user of ['M1', 'M2', 'M3']) await act(user, { type: 'vote', id: ID, round: 1, choice: 'for' })
  opened.later(3 * DAY)
  await opened.ladder.advanceProposals()
}

test.each(['', '   '])('an empty reason (“%s”) is asked for again, and then taken', async (empty) => {
  await openReview()
  const joe = at('joe')
  await joe.type('/proposals 1')
  const form = await joe.pick('Object')
  expect(form).toContain('Why do you object?')
  const { screen } = await joe.type(empty)
  expect(screen).toContain('This needs an answer.')
  expect(screen).toContain('Why do you object?')
  expect((await joe.type('Too early')).screen).toContain('You objected to #1')
})

test('a form that is left shows the card that opened it, and nothing was done', async () => {
  await openReview()
  const joe = at('joe')
  const card = (await joe.type('/proposals 1')).screen
  await joe.pick('Object')
  const { screen } = await joe.type('cancel')
  expect(screen).toBe(`i Canceled. Nothing was sent.\n\n${card}`)
  expect(await joe.pick('Approve')).toContain('You approved #1')
})

test('the choices before a form do nothing once a command replaces it', async () => {
  await openReview()
  const joe = at('joe')
  await joe.type('/proposals 1')
  await joe.pick('Object')
  await joe.type('/karma')
  const before = joe.pressed.length
  await joe.type('4')
  expect(joe.pressed).toHaveLength(before)
})

test('a refused value is asked for again, and the reason is not', async () => {
  const ann = at('ann')
  await ann.typeAll('/propose mle middle pytorch')
  const { screen } = await ann.type('working')
  expect(screen).toContain('(2 of 2)')
  const refused = (await ann.type('because we do')).screen
  expect(refused).toContain('The ladder already says that.')
  expect(refused).toContain('(1 of 2)')
  expect(labelsIn(refused).size).toBe(0)
  const { screen: done } = await ann.type('advanced')
  expect(done).toContain('This is proposal #1')
  expect(done).toContain('Why: because we do')
})

test('a form that other values would not help is left', async () => {
  await at('ann').typeAll('/propose mle middle pytorch', 'advanced', 'because we do')
  const bob = at('bob')
  const screen = await bob.typeAll('/propose mle middle pytorch', 'advanced', 'again')
  expect(screen).toContain('already been proposed')
  expect([...labelsIn(screen).keys()]).toEqual(['1'])
  expect((await bob.type('1')).screen).toContain('Why: because we do')
})
