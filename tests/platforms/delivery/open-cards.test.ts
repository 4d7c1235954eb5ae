import { expect, test } from 'vitest'
import type { Message } from '../../../src/message/index.ts'
import { createOpenCards } from '../../../src/platforms/delivery/open-cards.ts'

const ANA = { platform: 'test', workspace: 'W', user: 'ana' }
const BEN = { ...ANA, user: 'ben' }
const line = (summary: string): Message => ({ summary, blocks: [] })
const open = (summary: string) => ({ isOpen: true, before: line(summary) })

function cards() {
  const edits: string[] = []
  const reports: string[] = []
  let fails = false
  let held: Promise<void> | undefined
  const openCards = createOpenCards<{ readonly id: string }>({
    idOf: ({ id }) => id,
    edit: async ({ id }, { summary }) => {
      await held
      if (fails) throw new Error('refused')
      edits.push(`${id}: ${summary}`)
    },
    report: (problem) => reports.push(problem),
  })
  return {
    openCards,
    edits,
    reports,
    fail: () => {
      fails = true
    },
    hold: () => {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
  }
}

test('a card is shortened when the next one is another message, and not when it is the same', async () => {
  const { openCards, edits } = cards()
  openCards.record(ANA, open('first'), { id: 'a' })
  openCards.record(ANA, open('in place'), { id: 'a' })
  openCards.record(BEN, open('of somebody else'), { id: 'b' })
  openCards.record(ANA, undefined, { id: 'c' })
  openCards.record(ANA, open('answered'), { id: 'd' })
  await openCards.idle()
  expect(edits).toEqual(['a: answered'])
})

test('what ends an assessment shortens its card, and is no card itself', async () => {
  const { openCards, edits } = cards()
  openCards.record(ANA, open('first'), { id: 'a' })
  openCards.record(ANA, { isOpen: false, before: line('ended') }, { id: 'b' })
  openCards.record(ANA, open('of a new one'), { id: 'c' })
  await openCards.idle()
  expect(edits).toEqual(['a: ended'])
})

test('an edit that fails is reported, and the next card is shortened', async () => {
  const { openCards, edits, reports, fail } = cards()
  fail()
  openCards.record(ANA, open('first'), { id: 'a' })
  openCards.record(ANA, open('second'), { id: 'b' })
  openCards.record(ANA, open('third'), { id: 'c' })
  await openCards.idle()
  expect(edits).toEqual([])
  expect(reports).toHaveLength(2)
})

test('a card that is pressed while it is shortened leaves the next one as it is', async () => {
  const { openCards, edits, hold } = cards()
  openCards.record(ANA, open('first'), { id: 'a' })
  const release = hold()
  openCards.record(ANA, open('typed'), { id: 'b' })
  openCards.record(ANA, open('pressed'), { id: 'a' })
  release()
  await openCards.idle()
  expect(edits).toEqual(['a: typed'])
  openCards.record(ANA, open('typed again'), { id: 'c' })
  await openCards.idle()
  expect(edits).toEqual(['a: typed', 'b: typed again'])
})
