import { type Person, personKey } from '../store/person.ts'

/** Somebody who may decide: in one domain, or in all (null). */
export interface Expert {
  /** As in `personKey`. */
  readonly key: string
  readonly domain: string | null
}

/** Whether someone is a member at this moment: `none` also for guests and bots, `unknown` if the platform could not tell. */
export type Membership = 'member' | 'none' | 'unknown'

/** Who may take part in changing the ladder, and as what. Known at once; platforms keep it up to date. */
export interface People {
  readonly experts: readonly Expert[]
  readonly admins: readonly string[]
  /** Whether there may be experts who are not in the list: a platform that does not tell who has a role. */
  readonly moreExperts: boolean
  /** Whether somebody may decide who is in no list: at a terminal, where there is nobody else. */
  decides(person: Person): boolean
  /** Whether somebody belongs to the community that keeps this ladder. */
  belongs(person: Person): boolean
  /** Asks the person's platform whether they are a member now. Never rejects. What `people` returns afterwards includes the answer. */
  membership(person: Person): Promise<Membership>
}

/** What a platform knows of its part of the community. */
export interface Place {
  /** The workspace or server whose members take part; undefined for everybody on the platform. */
  readonly workspace: string | undefined
  readonly experts: readonly Expert[]
  readonly admins: readonly string[]
  readonly moreExperts?: boolean
  /** Everybody there may decide. */
  readonly allDecide?: boolean
  /**
   * Asks the platform whether someone of this workspace is a member now, before they read or do anything about proposals. An answer
   * may be cached for seconds. If it changes who the experts or admins are, `Community.set` is called before it resolves. If it is
   * left out, everyone in the workspace is a member.
   */
  readonly membership?: (person: Person) => Promise<Membership>
}

/** The community as its platforms make it up. */
export interface Community {
  readonly people: () => People
  /** Tells what a platform knows, or that it has no part in it. */
  set(platform: string, place: Place | undefined): void
}

export function createCommunity(): Community {
  const places = new Map<string, Place>()
  let people = peopleOf(places)
  return {
    people: () => people,
    set(platform, place) {
      if (place) places.set(platform, place)
      else places.delete(platform)
      people = peopleOf(places)
    },
  }
}

function peopleOf(places: ReadonlyMap<string, Place>): People {
  const all = [...places.values()]
  const belongs = ({ platform, workspace }: Person): boolean => {
    const place = places.get(platform)
    return place !== undefined && (place.workspace === undefined || place.workspace === workspace)
  }
  return {
    experts: all.flatMap(({ experts }) => experts),
    admins: all.flatMap(({ admins }) => admins),
    moreExperts: all.some(({ moreExperts }) => moreExperts === true),
    decides: (person) => places.get(person.platform)?.allDecide === true,
    belongs,
    async membership(person) {
      if (!belongs(person)) return 'none'
      try {
        return (await places.get(person.platform)?.membership?.(person)) ?? 'member'
      } catch {
        return 'unknown'
      }
    },
  }
}

/**
 * The people who may review something of a domain (null: of a role as a whole), one key a person. What is about a role as a whole is
 * for the experts of all domains, where there are any.
 */
export function expertsOf(people: People, domain: string | null, personOf: (key: string) => string): Set<string> {
  const ofAll = people.experts.filter((expert) => expert.domain === null)
  const ofOne = people.experts.filter((expert) => expert.domain !== null && expert.domain === domain)
  const fitting = domain === null ? (ofAll.length > 0 ? ofAll : people.experts) : [...ofAll, ...ofOne]
  return new Set(fitting.map(({ key }) => personOf(key)))
}

/** Somebody from a key, or undefined where it is none. */
export function personOfKey(key: string): Person | undefined {
  const parts = key.split('/').map((part) => decodeURIComponent(part))
  const [platform, workspace, user] = parts
  if (parts.length !== 3 || platform === undefined || workspace === undefined || user === undefined) return undefined
  const person = { platform, workspace, user }
  return personKey(person) === key ? person : undefined
}
