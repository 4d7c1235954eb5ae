import { LRUCache } from 'lru-cache'
import {
  type Catalog,
  type CatalogChange,
  type CatalogSources,
  changeCatalog,
  type Library,
  openLibrary,
} from '../catalog/index.ts'
import {
  type Actor,
  advance,
  approvalsFor,
  type Board,
  createBoard,
  DAY_MS,
  type Deed,
  decide,
  type Entry,
  entryText,
  type Facts,
  isOpen,
  type Policy,
  type Proposal,
  type Refusal,
  readEntry,
} from '../proposals/index.ts'
import { type Person, personKey } from '../store/person.ts'
import type { LogPage, Store } from '../store/store.ts'
import { expertsOf, type People, personOfKey } from './people.ts'

/** What came of something that somebody did. */
export type Done =
  | { readonly status: 'done'; readonly proposal: Proposal }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly proposal: Proposal | undefined }

/** An entry that took effect, in its place in the log. */
export interface Taken {
  readonly entry: Entry
  readonly position: string
}

/**
 * The ladder as it is now: the files it began with, and all that has been decided since. Every process follows the same log, and
 * so comes to the same board and the same catalogue.
 */
export interface Ladder {
  readonly library: () => Library
  readonly board: () => Board
  readonly policy: Policy
  readonly people: () => People
  /** The turns that have taken effect, oldest first: the nth of them was decided after n others. */
  readonly turns: () => readonly Taken[]
  /** The people, as keys, who may decide about a proposal, as far as they are known. */
  reviewers(proposal: Proposal): readonly string[]
  /** How many approvals the review of a proposal takes, with as many experts as there are. */
  readonly approvalsFor: (proposal: Proposal) => number
  /** Whether somebody may decide about a proposal. */
  mayReview(proposal: Proposal, person: string): boolean
  /** Does something for a person: one round trip, where nobody else changes the same thing at that moment. */
  act(deed: Deed, actor: Actor): Promise<Done>
  /** Adds what nobody has to be asked for: accounts that are linked, cards that are posted. */
  note(entry: Extract<Entry, { type: 'linked' | 'posted' }>): Promise<void>
  /** Logs what somebody tried and may not do, where that shows before anything is done. */
  readonly refused: (attempt: Attempt) => void
  /** Notes that somebody is about: they count among the members. Nobody waits for it. */
  seen(person: Person): void
  /** Reads what others have added. */
  follow(): Promise<void>
  /** Makes the turns that time has brought: votes that close, reviews that are overdue. */
  keepTime(): Promise<void>
}

/** Something that somebody tried and may not do. */
export interface Attempt {
  readonly deed: string
  readonly id: string
  /** As in `personKey`. */
  readonly by: string
  readonly why: string
}

export interface LadderParts {
  readonly store: Pick<Store, 'logs' | 'members' | 'events'>
  /** The files. */
  readonly sources: CatalogSources
  /** The proposals whose changes the files hold already. */
  readonly recorded: readonly { readonly proposal: string }[]
  readonly catalog: Catalog
  readonly policy: Policy
  readonly people: () => People
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Told of everything that somebody tried and may not do. */
  readonly refused: (attempt: Attempt) => void
}

const LOG = 'ladder'

/** Who was seen is counted anew after this. */
const MEMBERS_MS = 60_000

/** That somebody was seen is kept once in so long. */
const ABOUT_MS = DAY_MS
const MOST_ABOUT = 50_000

/** How long a process that makes a turn in time's place has for it. */
const LEASE_MS = 10_000
const KEPT_MS = 60 * 60 * 1000

/** Tries at a turn that others were quicker with; each of them was somebody's turn. */
const MOST_TRIES = 100

/** Positions of which it is remembered whether their entries took effect, for whoever added them. */
const MOST_OUTCOMES = 20_000

export function createLadder(parts: LadderParts): Ladder {
  const { store, now, policy, report } = parts
  const board = createBoard()
  const outcomes = new LRUCache<string, boolean>({ max: MOST_OUTCOMES })
  const about = new LRUCache<string, number>({ max: MOST_ABOUT })
  const turns: Taken[] = []
  const recorded = new Set(parts.recorded.map(({ proposal }) => proposal))
  let position: string | null = null
  let { sources } = parts
  let library = openLibrary(parts.catalog)
  let made = 0
  let members: { readonly at: number; readonly keys: readonly string[] } | undefined
  let links = 0
  let counted:
    | {
        readonly of: typeof members
        readonly people: People
        readonly links: number
        readonly all: ReadonlySet<string>
      }
    | undefined
  let broken: Error | undefined

  /** Makes the changes that have been accepted since, one at a time: one that breaks these files is left out. */
  const change = (): void => {
    for (const { proposal, change: accepted } of board.applied.slice(made)) {
      made += 1
      // What has been written into the files may have been edited there since.
      if (recorded.has(proposal)) continue
      const changed = changeCatalog(sources, [accepted])
      if (changed.ok) {
        sources = changed.sources
        library = openLibrary(changed.catalog)
      } else {
        const problems = changed.problems.map(({ file, message }) => `${file}: ${message}`)
        report('an accepted change does not fit the catalogue and is left out', { proposal, problems })
      }
    }
  }

  const take = (page: LogPage): void => {
    for (const { position: at, text } of page.entries) {
      if (position !== null && !isAfter(at, position)) continue
      let entry: Entry
      try {
        entry = readEntry(text)
      } catch (error) {
        // To go on without it would be to tell people something else than those who can read it.
        broken = new Error('the log of the ladder holds an entry that this version of Rung cannot read', {
          cause: error,
        })
        throw broken
      }
      position = at
      const took = board.take(entry)
      outcomes.set(at, took)
      if (!took) continue
      if (entry.type === 'applied') change()
      if (entry.type === 'linked') links += 1
      if ('base' in entry) turns.push({ entry, position: at })
    }
  }

  const follow = async (): Promise<void> => {
    if (broken) throw broken
    for (;;) {
      const page = await store.logs.read(LOG, position)
      take(page)
      if (!page.more) return
    }
  }

  /** Adds entries. True where they took effect, false where the board had moved on, undefined where that is not known. */
  const add = async (entries: readonly Entry[]): Promise<boolean | undefined> => {
    if (broken) throw broken
    const page = await store.logs.append(LOG, entries.map(entryText), position)
    take(page)
    if (page.more) {
      await follow()
      return undefined
    }
    const own = page.entries.at(-entries.length)
    return own && outcomes.get(own.position)
  }

  const refreshMembers = async (): Promise<void> => {
    if (members && now() - members.at < MEMBERS_MS) return
    const at = now()
    members = { at, keys: await store.members.since(Math.max(0, at - policy.activeDays * DAY_MS)) }
  }

  const reviewersOf = ({ author, asked, escalated }: Reviewed): Reviewers => {
    const people = parts.people()
    const experts = expertsOf(people, asked?.domain ?? null, board.personOf)
    experts.delete(author)
    const alone = experts.size === 0 && !people.moreExperts
    if (escalated || alone) for (const admin of people.admins) experts.add(board.personOf(admin))
    experts.delete(author)
    const size = people.moreExperts ? Number.POSITIVE_INFINITY : experts.size
    const mayDecide = (person: string): boolean => {
      const account = personOfKey(person)
      return person !== author && account !== undefined && people.decides(account)
    }
    return { has: (person) => experts.has(person) || mayDecide(person), size, known: [...experts] }
  }

  /** The members, one key a person: counted anew where they were read again, somebody has linked an account, or the community is another. */
  const everybody = (): ReadonlySet<string> => {
    const people = parts.people()
    if (counted && counted.of === members && counted.people === people && counted.links === links) return counted.all
    const all = new Set<string>()
    for (const key of members?.keys ?? []) {
      const member = personOfKey(key)
      if (member && people.belongs(member)) all.add(board.personOf(key))
    }
    counted = { of: members, people, links, all }
    return all
  }

  const facts = (): Facts => {
    return {
      now: now(),
      policy,
      catalog: library.catalog,
      after: (wanted: CatalogChange) => {
        const changed = changeCatalog(sources, [wanted])
        return changed.ok ? { catalog: changed.catalog } : { problems: changed.problems.map(({ message }) => message) }
      },
      membersBut: (person) => {
        const all = everybody()
        return all.size - (all.has(person) ? 1 : 0)
      },
      reviewersOf,
    }
  }

  /** Adds what follows for a proposal by itself, until nothing does. */
  const settle = async (id: string): Promise<void> => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const turns = advance(board, id, facts())
      if (turns.length === 0) return
      await add(turns)
    }
  }

  return {
    library: () => library,
    board: () => board,
    turns: () => turns,
    reviewers: (proposal) => reviewersOf(proposal).known,
    policy,
    refused: parts.refused,
    people: parts.people,
    approvalsFor: (proposal) => approvalsFor(proposal, reviewersOf(proposal).size),
    mayReview: (proposal, person) => reviewersOf(proposal).has(board.personOf(person)),
    follow,

    async act(deed, actor) {
      if (deed.do !== 'vote') await refreshMembers()
      let fresh = false
      for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
        const decision = decide(board, deed, actor, facts())
        if (!decision.ok) {
          // It may have become possible, or be another reason, by what others have done.
          if (fresh) {
            parts.refused({ deed: deed.do, id: deed.id, by: actor.person, why: decision.refusal.why })
            return { status: 'refused', refusal: decision.refusal, proposal: board.proposals.get(deed.id) }
          }
          await follow()
          fresh = true
          continue
        }
        const took = decision.entries.length === 0 || (await add(decision.entries))
        const proposal = board.proposals.get(deed.id)
        if (took && proposal) {
          await settle(deed.id)
          return { status: 'done', proposal: board.proposals.get(deed.id) ?? proposal }
        }
        fresh = true
      }
      throw new Error('a turn could not be made: others were quicker each time')
    },

    seen(person) {
      const key = personKey(person)
      const time = now()
      const last = about.get(key)
      if (last !== undefined && time - last < ABOUT_MS) return
      if (!parts.people().belongs(person)) return
      about.set(key, time)
      store.members.seen(person, time).catch((error: unknown) => {
        about.delete(key)
        report('it could not be kept that a member was seen', { err: error })
      })
    },

    async note(entry) {
      await add([entry])
    },

    async keepTime() {
      const open = [...board.proposals.values()].filter(isOpen)
      if (open.some(({ state }) => state === 'nominated' || state === 'review')) await refreshMembers()
      for (const { id } of open) {
        if (advance(board, id, facts()).length === 0) continue
        const claim = `ladder/${id}/${board.turns}`
        if ((await store.events.claim(claim, now(), LEASE_MS)) !== 'claimed') continue
        await settle(id)
        await store.events.done(claim, KEPT_MS)
      }
    },
  }
}

type Reviewed = Pick<Proposal, 'author' | 'asked' | 'escalated'>
interface Reviewers {
  readonly has: (person: string) => boolean
  readonly size: number
  readonly known: readonly string[]
}

/** Whether a position of a log comes after another one: both are numbers, or pairs of them. */
function isAfter(one: string, other: string): boolean {
  const [a = 0, b = 0] = one.split('-').map(Number)
  const [c = 0, d = 0] = other.split('-').map(Number)
  return a === c ? b > d : a > c
}
