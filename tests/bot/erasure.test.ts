import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetPerson, forgetWorkspace } from '../../src/app/forget.ts'
import { openEmbeddedStore, type Store } from '../../src/store/index.ts'

// What an erasure changes in the log of proposals, entry by entry.

const NOW = Date.UTC(2026, 0, 5, 9)
const ERASED = 'slack/T1/U1'
const STAYS = 'slack/T1/U2'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-erasure-'))
  store = await openEmbeddedStore({ folder, prefix: 'rung:', onQuarantine: () => undefined })
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function texts(): Promise<readonly string[]> {
  return (await store.eventLog.read('ladder', null)).entries.map(({ text }) => text)
}

/** What the log holds after an erasure: the texts that were in it before, and what it has added. */
async function erased(before: readonly string[], erase: () => Promise<unknown>): Promise<readonly string[]> {
  await store.eventLog.append('ladder', before, null)
  await erase()
  return texts()
}

const vote = (by: string): string => JSON.stringify({ type: 'voted', id: 'proposal-1', at: 1, by, round: 1 })
const review = (id: string, by: string, reason: string): string =>
  JSON.stringify({ type: 'reviewed', id, at: 1, base: 1, by, verdict: 'object', reason })

test('a workspace leaves the log with its own people alone, once', async () => {
  const others = [vote('slack/T2/U1'), vote('discord/T1/U1'), vote('slack/T11/U1')]
  const erase = () => forgetWorkspace('slack/T1', store, NOW)
  const [one, two, ...rest] = await erased([vote(ERASED), vote(STAYS), ...others], erase)
  expect(one).toMatch(/"by":"forgotten\/person\/[\w-]+"/u)
  expect(two).toMatch(/"by":"forgotten\/person\/[\w-]+"/u)
  expect(two).not.toBe(one)
  expect(rest.slice(0, -1)).toEqual(others)
  expect(JSON.parse(rest.at(-1) ?? '')).toMatchObject({ type: 'forgotten', at: NOW })
  const after = await texts()
  await erase()
  await forgetWorkspace('forgotten/person', store, NOW)
  expect(await texts()).toEqual(after)
})

test('what the ladder says stays, and so does every entry of others, letter by letter', async () => {
  const change = { op: 'description', skill: 'docker', to: ERASED }
  const proposal = JSON.stringify({ type: 'submitted', id: 'proposal-1', at: 1, by: ERASED, change, from: ERASED })
  const strange = [`{ "type": "voted", "by": "${STAYS}" }`, 'no entry at all', '7', '{"type":"later","by":null}']
  const [mine = '', ...rest] = await erased([proposal, ...strange], () => forgetPerson(ERASED, store, NOW))
  expect(JSON.parse(mine)).toMatchObject({ by: expect.stringMatching(/^forgotten\//u), change, from: ERASED })
  expect(rest.slice(0, strange.length)).toEqual(strange)
})

test('a reason goes with the person who gave it, wherever it is quoted, and the same words of others stay', async () => {
  const rejection = JSON.stringify({ type: 'rejected', id: 'proposal-1', at: 2, why: 'objection', reason: 'No' })
  const others = [review('proposal-2', STAYS, 'No'), review('proposal-1', STAYS, 'Not yet')]
  const [objection = '', quote = '', ...rest] = await erased(
    [review('proposal-1', ERASED, 'No'), rejection, ...others],
    () => forgetPerson(ERASED, store, NOW),
  )
  expect(JSON.parse(objection)).toMatchObject({ verdict: 'object', reason: '' })
  expect(JSON.parse(quote)).toEqual({ ...JSON.parse(rejection), reason: '' })
  expect(rest.slice(0, 2)).toEqual(others)
})

test('the address of the message that an idea comes from goes, and the message is still known', async () => {
  const source = { message: 'slack/T1/C1/1.2', link: 'https://t1.example/archives/C1/p12' }
  const draft = (by: string): string => JSON.stringify({ type: 'drafted', id: 'proposal-1', at: 1, by, source })
  const [mine = '', other = ''] = await erased([draft(ERASED), draft(STAYS)], () => forgetPerson(ERASED, store, NOW))
  expect(JSON.parse(mine)).toMatchObject({ source: { message: source.message, link: null } })
  expect(other).toBe(draft(STAYS))
})
