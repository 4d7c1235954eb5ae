import { type Person, personKey } from '../store/person.ts'

/** Somebody who may decide: in one domain, or in all (null). */
export interface Expert {
  /** As in `personKey`. */
  readonly key: string
  readonly domain: string | null
}

/** Whether someone is a member at this moment: `none` also for guests and bots, `unknown` if the platform could not tell. */
export type Membership = 'member' | 'none' | 'unknown'

/** Who may take part in changing the ladder, and as what. Available at once; platforms keep it up to date. */
export interface Community {
  /** Those who may decide now. */
  readonly experts: readonly Expert[]
  /**
   * Those who count when it is fixed how many must approve: the experts of now, and those who were listed within the last week. A list
   * that is short for a while (a platform that is down, a role that is empty) must not make a decision easier.
   */
  readonly recentExperts: readonly Expert[]
  readonly admins: readonly string[]
  /** Whether there may be experts who are not in the list: a platform that does not tell who has a role. */
  readonly moreExperts: boolean
  /** Whether every platform has reported. Until then nobody knows how many members and experts there are. */
  readonly isComplete: boolean
  /** Whether somebody may decide who is in no list: at a terminal, where there is nobody else. */
  canDecide(person: Person): boolean
  /** Whether somebody belongs to the community that keeps this ladder. */
  includes(person: Person): boolean
  /** Whether it is not known yet who belongs: the person's platform has not reported. Nobody is known to belong then. */
  isPending(person: Person): boolean
  /** Asks the person's platform whether they are a member now. Never rejects. What `people` returns afterwards includes the answer. */
  checkMembership(person: Person): Promise<Membership>
}

/**
 * The people who may review something of a domain (null: of a role as a whole), one key a person. What is about a role as a whole is
 * for the experts of all domains, where there are any.
 */
export function expertsOf(
  experts: readonly Expert[],
  domain: string | null,
  personOf: (key: string) => string,
): Set<string> {
  const ofAll = experts.filter((expert) => expert.domain === null)
  const ofOne = experts.filter((expert) => expert.domain !== null && expert.domain === domain)
  const fitting = domain === null ? (ofAll.length > 0 ? ofAll : experts) : [...ofAll, ...ofOne]
  return new Set(fitting.map(({ key }) => personOf(key)))
}

/** Somebody from a key, or undefined where it is none. */
export function parsePersonKey(key: string): Person | undefined {
  const parts = key.split('/').map((part) => decodeURIComponent(part))
  const [platform, workspace, user] = parts
  if (parts.length !== 3 || platform === undefined || workspace === undefined || user === undefined) return undefined
  const person = { platform, workspace, user }
  return personKey(person) === key ? person : undefined
}
