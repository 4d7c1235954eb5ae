import { randomBytes } from 'node:crypto'
import { allLadderStores, ladderChoiceName } from '../store/ladders.ts'
import { type Person, parsePersonKey, personKey } from '../store/person.ts'
import type { PlatformInfos } from '../store/platform-info.ts'
import { installationName, uploadedPicturesName, userDataName } from '../store/platform-names.ts'
import type { Store } from '../store/store.ts'
import { workspaceOf } from './community-config.ts'
import { communitySettingsName } from './community-settings.ts'
import { createLogEraser, ERASED_PLATFORM, LADDER_LOG, serializeEvent } from './domain/index.ts'
import { ideaTextName } from './idea-text-name.ts'
import { checkLog } from './log-check.ts'
import { outcomeLinesName } from './outcome-lines.ts'

// Every erasure uses these functions: by the person, by an operator, or after a workspace has removed the app.

/** Finds all accounts of one person: on a platform with global user ids, also those in other workspaces. */
async function accountsEverywhere(
  accounts: readonly Person[],
  store: Store,
  platforms: PlatformInfos,
): Promise<readonly Person[]> {
  const all = new Map(accounts.map((account) => [personKey(account), account]))
  const ladders = await allLadderStores(store)
  for (const { platform, user } of accounts) {
    if (!platforms.get(platform)?.hasGlobalUserIds) continue
    for (const ladder of ladders) {
      for await (const other of ladder.store.people({ platform, user })) all.set(personKey(other), other)
    }
  }
  return [...all.values()]
}

/**
 * Erases one person of all ladders: with the accounts that are linked to the given ones in any of them, and with the texts of their
 * ideas. Resolves with all the accounts. May be repeated.
 */
export async function erasePerson(
  accounts: readonly Person[],
  store: Store,
  now: number,
  platforms: PlatformInfos,
): Promise<readonly Person[]> {
  const ladders = await Promise.all(
    (await allLadderStores(store)).map(async (ladder) => ({ ...ladder, state: (await checkLog(ladder.store)).state })),
  )
  const all = new Map(accounts.map((account) => [personKey(account), account]))
  for (let before = 0; before < all.size; ) {
    before = all.size
    for (const account of await accountsEverywhere([...all.values()], store, platforms)) {
      all.set(personKey(account), account)
      for (const { state } of ladders) {
        for (const key of state.accountsOf(personKey(account))) {
          const linked = parsePersonKey(key)
          if (linked) all.set(key, linked)
        }
      }
    }
  }
  for (const { state, store: own } of ladders) {
    const authors = new Set([...all.keys()].map((key) => state.personOf(key)))
    for (const { id, state: stage, author } of state.proposals.values()) {
      if (stage === 'draft' && authors.has(author)) await own.keyValues.remove(ideaTextName(id))
    }
  }
  await erasePeople([...all.values()], store, now, platforms)
  return [...all.values()]
}

/** Identifies a user: on a platform with global user ids, the same key in every workspace. */
function userKey(person: Person, platforms: PlatformInfos): string {
  return platforms.get(person.platform)?.hasGlobalUserIds ? `${person.platform}/${person.user}` : personKey(person)
}

/**
 * Erases people: the records of their accounts, the data that platforms cache about them, and their part in the log of proposals.
 * Nothing of it can be read from the store's files afterwards. May be repeated if the process dies meanwhile: the log, which says which
 * accounts are linked, comes last.
 */
export async function erasePeople(
  accounts: readonly Person[],
  store: Store,
  now: number,
  platforms: PlatformInfos,
): Promise<void> {
  const ladders = await allLadderStores(store)
  for (const ladder of ladders) await eraseAccounts(accounts, ladder.store)
  // After an interrupted erasure, the log alone may hold a person's accounts in other workspaces.
  const keys = new Set(accounts.map((account) => userKey(account, platforms)))
  const isTheirs = (key: string): boolean => {
    const person = parsePersonKey(key)
    return person !== undefined && keys.has(userKey(person, platforms))
  }
  for (const ladder of ladders) await removeFromLog(isTheirs, ladder.store, now)
  await store.compact()
}

async function eraseAccounts(accounts: readonly Person[], store: Store): Promise<void> {
  for (const account of accounts) {
    await store.erase(account)
    await store.keyValues.remove(userDataName(account))
    await store.keyValues.remove(outcomeLinesName(account))
  }
}

/** Removes people from the log. Every process that has read it reads it again. */
async function removeFromLog(isErased: (key: string) => boolean, store: Store, now: number): Promise<void> {
  const newId = (): string => randomBytes(6).toString('base64url')
  await store.eventLog.rewrite(LADDER_LOG, createLogEraser(isErased, newId), [
    serializeEvent({ type: 'forgotten', at: now }),
  ])
}

/** Removes what admins of the workspace have set in chat. */
async function removeCommunitySettings(platform: string, workspace: string, store: Store): Promise<void> {
  const name = communitySettingsName(platform)
  const stored = await store.keyValues.read(name)
  if (stored && workspaceOf(stored.value) === workspace) await store.keyValues.remove(name, stored.version)
}

/** Erases everyone in a workspace, of all ladders; resolves with their number. May be repeated. */
export async function eraseWorkspace(platform: string, workspace: string, store: Store, now: number): Promise<number> {
  const people = new Set<string>()
  await store.keyValues.remove(installationName(platform, workspace))
  await store.keyValues.remove(uploadedPicturesName(platform, workspace))
  await store.keyValues.remove(ladderChoiceName(platform, workspace))
  // The log may hold people of whom nothing else is stored.
  const isTheirs = (key: string): boolean => {
    const person = parsePersonKey(key)
    return person !== undefined && person.platform === platform && person.workspace === workspace
  }
  for (const ladder of await allLadderStores(store)) {
    const own = new Map<string, Person>()
    for await (const person of ladder.store.people({ platform, workspace })) own.set(personKey(person), person)
    for (const key of own.keys()) people.add(key)
    await removeCommunitySettings(platform, workspace, ladder.store)
    await eraseAccounts([...own.values()], ladder.store)
    if (platform !== ERASED_PLATFORM) await removeFromLog(isTheirs, ladder.store, now)
  }
  await store.compact()
  return people.size
}
