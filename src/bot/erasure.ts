import { type Person, personKey } from '../store/person.ts'
import type { Store } from '../store/store.ts'

// Erasure goes through here, whoever asks for it: the person, an operator, or the time since a workspace removed the app.

/** Platforms on which a user has the same id in every workspace: what they have in any of them is theirs. */
const SAME_USER_EVERYWHERE: ReadonlySet<string> = new Set(['discord'])

/** The accounts of one human being: those given, and on a platform that knows users by one id, theirs in other workspaces. */
export async function accountsEverywhere(accounts: readonly Person[], store: Store): Promise<readonly Person[]> {
  const all = new Map(accounts.map((account) => [personKey(account), account]))
  for (const { platform, user } of accounts) {
    if (!SAME_USER_EVERYWHERE.has(platform)) continue
    for await (const other of store.people({ platform, user })) all.set(personKey(other), other)
  }
  return [...all.values()]
}

/**
 * Erases people: what is stored of their accounts, and what platforms remember of them. Nothing of it can be read from the store's
 * files afterwards. May be repeated.
 */
export async function erasePeople(accounts: readonly Person[], store: Store): Promise<void> {
  for (const account of accounts) {
    await store.erase(account)
    await store.things.remove(`${account.platform}/person/${account.user}`)
  }
  await store.compact()
}

/** Erases everyone of a workspace; resolves with how many they were. May be repeated. */
export async function eraseWorkspace(platform: string, workspace: string, store: Store): Promise<number> {
  const people = new Map<string, Person>()
  for await (const person of store.people({ platform, workspace })) people.set(personKey(person), person)
  await store.things.remove(`${platform}/installation/${workspace}`)
  await erasePeople([...people.values()], store)
  return people.size
}
