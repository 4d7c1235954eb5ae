import { DAY_MS } from './policy.ts'

// Which accounts belong to one person. Linking makes two people one and can be undone for a day.

/** Milliseconds for which a link can be undone: later, too much has been decided with one vote. */
export const UNLINK_MS = DAY_MS

/** Two people who became one when an account was linked to another. */
export interface AccountLink {
  readonly at: number
  /** The account that was linked, and the one it was linked to. */
  readonly account: string
  readonly to: string
  /** The key of the person who owns both accounts since. */
  readonly person: string
  /** The key of the person who owned the account until then, and all accounts of theirs. */
  readonly joined: string
  readonly accounts: readonly string[]
}

/** The accounts of people. A person has one key: that of one of their accounts. */
export interface Accounts {
  /** The key of the person that an account belongs to. */
  personOf(account: string): string
  /** All accounts of the person that an account belongs to, the one of their key first. */
  accountsOf(account: string): readonly string[]
  /** The links that have not been undone, oldest first; links that can no longer be undone may be left out. */
  links(): readonly AccountLink[]
  /** Makes the people of two accounts one; undefined if they already are. */
  link(account: string, to: string, at: number): AccountLink | undefined
  /**
   * Undoes the last link of an account's person and returns it. Undefined if that is not the link of these two accounts, or was made
   * more than UNLINK_MS before.
   */
  unlink(by: string, account: string, to: string, at: number): AccountLink | undefined
  copy(): Accounts
}

export function createAccounts(
  people: Map<string, string> = new Map(),
  accounts: Map<string, readonly string[]> = new Map(),
  links: AccountLink[] = [],
): Accounts {
  const personOf = (account: string): string => people.get(account) ?? account
  const accountsOf = (account: string): readonly string[] => {
    const person = personOf(account)
    return accounts.get(person) ?? [person]
  }
  return {
    personOf,
    accountsOf,
    links: () => links,
    link(account, to, at) {
      const person = personOf(to)
      const joined = personOf(account)
      if (person === joined) return undefined
      const link: AccountLink = { at, account, to, person, joined, accounts: accountsOf(joined) }
      accounts.set(person, [...accountsOf(person), ...link.accounts])
      accounts.delete(joined)
      for (const each of link.accounts) people.set(each, person)
      // Two days are enough: the clocks of two processes differ by less than one.
      links.splice(0, links.length, ...links.filter((each) => at - each.at <= 2 * UNLINK_MS), link)
      return link
    },
    unlink(by, account, to, at) {
      const person = personOf(by)
      const index = links.findLastIndex((each) => each.person === person)
      const link = links[index]
      if (!link || link.account !== account || link.to !== to || at - link.at > UNLINK_MS) return undefined
      links.splice(index, 1)
      accounts.set(
        person,
        accountsOf(person).filter((each) => !link.accounts.includes(each)),
      )
      accounts.set(link.joined, link.accounts)
      for (const each of link.accounts) people.set(each, link.joined)
      return link
    },
    copy: () => createAccounts(new Map(people), new Map(accounts), [...links]),
  }
}
