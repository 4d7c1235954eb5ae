import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createUserProfiles,
  type UserProfile,
  type UserProfiles,
} from '../../../src/platforms/discord/user-profiles.ts'
import { openEmbeddedStore, type Store } from '../../../src/store/index.ts'

// Servers and direct messages can be on the shards of different processes, which share only the store.

let folder: string
let store: Store

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-profiles-'))
  store = await openEmbeddedStore({ folder, prefix: 'rung:', onQuarantine: () => undefined })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

function openProcess(): UserProfiles {
  const report = (problem: string): void => {
    throw new Error(problem)
  }
  return createUserProfiles({ store: store.keyValues, now: Date.now, report })
}

/** The stored profile once the changes of a process have been written. */
const settled = (profiles: UserProfiles, user: string): Promise<UserProfile> => profiles.getLatest(user)

test('changes of two processes at the same time are all saved', async () => {
  const [one, other] = [openProcess(), openProcess()]
  expect(await one.get('u1')).toMatchObject({ server: undefined, servers: [] })
  for (const server of ['1', '2', '3']) one.recordInteraction('u1', { locale: 'es', server })
  for (const server of ['4', '5']) other.recordInteraction('u1', { locale: 'es', server })
  await Promise.all([settled(one, 'u1'), settled(other, 'u1')])
  const seen = await one.getLatest('u1')
  expect(seen).toEqual(await other.getLatest('u1'))
  expect(seen.servers.toSorted()).toEqual(['1', '2', '3', '4', '5'])
  expect(seen).toMatchObject({ locale: 'es', server: seen.servers[0] })
})

test('the focus stays until a card of another server arrives', async () => {
  const [direct, server] = [openProcess(), openProcess()]
  for (const id of ['1', '2']) server.recordInteraction('u2', { locale: 'en', server: id })
  await settled(server, 'u2')
  direct.focusOn('u2', '1')
  expect((await settled(direct, 'u2')).focus).toBe('1')
  expect((await server.getLatest('u2')).focus).toBe('1')
  server.clearFocusUnless('u2', '1')
  expect((await settled(server, 'u2')).focus).toBe('1')
  server.clearFocusUnless('u2', '2')
  await settled(server, 'u2')
  expect((await direct.getLatest('u2')).focus).toBeUndefined()
})

test('a profile of an earlier version is read', async () => {
  await store.keyValues.write('discord/person/u3', JSON.stringify({ locale: 'es', server: '7' }))
  expect(await openProcess().get('u3')).toEqual({ locale: 'es', server: '7', servers: ['7'], focus: undefined })
})
