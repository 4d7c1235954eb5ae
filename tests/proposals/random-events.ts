import type { LoadedCatalog } from '../../src/catalog/index.ts'
import { applyChanges, type CatalogChange } from '../../src/catalog/index.ts'
import type { Community } from '../../src/proposals/community.ts'
import {
  countVotes,
  createLadderState,
  DEFAULT_POLICY,
  isOpen,
  type LadderState,
  type Proposal,
  type ProposalCommand,
  type ProposalEvent,
  type ProposalState,
  parseEvent,
  type UnreadableEvent,
} from '../../src/proposals/domain/index.ts'
import { createProposalService, type ProposalService } from '../../src/proposals/service.ts'
import type { LogEntry } from '../../src/store/event-log.ts'
import { personKey } from '../../src/store/person.ts'
import { type Store, StoreUnavailable } from '../../src/store/store.ts'
import { DAY, HOUR, START } from './simulated-log.ts'

// A community that does everything at random, on several processes over one store that fails now and then.

const MEMBERS = 30
const EXPERTS = 4
const BOTS = 2

const keyOf = (user: string): string => personKey({ platform: 'test', workspace: 'W', user })
const ALL_PEOPLE = [
  ...Array.from({ length: MEMBERS }, (_, n) => `m${n}`),
  ...Array.from({ length: EXPERTS }, (_, n) => `expert${n}`),
]

export interface Run {
  readonly events: number
  readonly refused: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<ProposalState, number>
  readonly crashes: number
  readonly entries: number
  /** Entries of the log without effect: repeated, late, or decided on a board that had moved on. */
  readonly without: number
}

/** Numbers from a seed, the same each time (mulberry32, a public-domain generator of 32 bits). */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Does so many things at random on two processes, and checks after every so many that nothing is broken. */
export async function runCommunity(options: {
  readonly loaded: Extract<LoadedCatalog, { ok: true }>
  readonly stores: readonly [Store, Store]
  readonly events: number
  readonly seed: number
  readonly checkEvery: number
}): Promise<Run> {
  const { loaded, stores, events, seed, checkEvery } = options
  const roll = dice(seed)
  const pick = <T>(all: readonly T[]): T => {
    const item = all[roll(all.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  let time = START
  let crashes = 0
  let failing = false
  const people: Community = {
    experts: Array.from({ length: EXPERTS }, (_, n) => ({ key: keyOf(`expert${n}`), domain: null })),
    admins: [keyOf('m0')],
    get recentExperts() {
      return this.experts
    },
    moreExperts: false,
    isComplete: true,
    canDecide: () => false,
    includes: ({ user }) => !user.startsWith('bot'),
    hasWorkspace: true,
    isPending: () => false,
    checkMembership: () => Promise.resolve('member'),
  }
  for (const user of ALL_PEOPLE)
    await stores[0].members.recordActivity({ platform: 'test', workspace: 'W', user }, time)

  /** A store that is cut off now and then, before or after it has taken what it was given. */
  const shaky = (store: Store): Store => ({
    ...store,
    eventLog: {
      ...store.eventLog,
      async append(name, entries, after) {
        const fate = failing ? roll(25) : 24
        if (fate === 0) throw new StoreUnavailable('cut off before')
        const page = await store.eventLog.append(name, entries, after)
        if (fate === 1) throw new StoreUnavailable('cut off after')
        return page
      },
    },
  })
  const open = async (store: Store): Promise<ProposalService> => {
    const ladder = createProposalService({
      store: shaky(store),
      sources: loaded.sources,
      recorded: [],
      catalog: loaded.catalog,
      policy: { ...DEFAULT_POLICY, startsPerDay: 2 },
      community: () => people,
      now: () => time,
      logRefusal: () => undefined,
      report: (problem, details) => {
        throw new Error(`${problem}: ${JSON.stringify(details)}`)
      },
    })
    await ladder.catchUp()
    return ladder
  }
  const ladders: [ProposalService, ProposalService] = [await open(stores[0]), await open(stores[1])]
  const refused = new Map<string, number>()
  const written: LogEntry[] = []
  let made = 0
  failing = true

  const changes = (): CatalogChange => randomChange(roll, loaded)
  const openOnes = (board: LadderState): readonly Proposal[] => [...board.proposals.values()].filter(isOpen)
  const recent = (board: LadderState): readonly Proposal[] => [...board.proposals.values()].slice(-40)

  const randomCommand = (board: LadderState): ProposalCommand => {
    const kind = roll(100)
    const all = openOnes(board)
    if (kind < 7 || all.length === 0) {
      made += 1
      const id = `proposal-${made}`
      if (roll(5) === 0) return { type: 'draft', id, source: { message: `m/${id}`, link: null } }
      return { type: 'submit', id, change: changes(), reason: 'a reason', lane: roll(8) === 0 ? 'wording' : 'vote' }
    }
    const { id, round, state, request } = roll(12) === 0 ? pick(recent(board)) : pick(all)
    if (state === 'draft' && roll(3) === 0) return { type: 'submit', id, change: changes(), reason: 'r', lane: 'vote' }
    // As a rule what its state calls for; now and then something else.
    const fits: Partial<Record<ProposalState, number>> = {
      draft: 20,
      nominated: 20,
      voting: 50,
      review: 80,
      changesAsked: 93,
      rejected: 97,
    }
    const what = roll(4) === 0 ? kind : (fits[state] ?? kind)
    if (what < 30)
      return { type: 'nominate', id, on: roll(5) > 0, ...(roll(2) === 0 && { emoji: pick(['slack', 'discord']) }) }
    if (what < 75) {
      return {
        type: 'vote',
        id,
        round: roll(20) === 0 ? round + 1 : round,
        choice: pick(['for', 'for', 'for', 'against', null]),
      }
    }
    if (what < 90)
      return { type: 'review', id, verdict: pick(['approve', 'approve', 'object', 'abstain']), reason: 'because' }
    if (what < 92) return { type: 'askChanges', id, reason: 'otherwise' }
    if (what < 95) return { type: 'edit', id, change: request?.change ?? changes(), reason: 'r' }
    if (what < 96) return roll(6) === 0 ? { type: 'withdraw', id } : { type: 'vote', id, round, choice: 'against' }
    if (what < 98) return { type: 'appeal', id, reason: 'but' }
    return { type: 'waive', id, reason: 'new facts' }
  }

  const actor = (of: ProposalCommand, board: LadderState): string => {
    const proposal = board.proposals.get(of.id)
    if (of.type === 'edit' || of.type === 'withdraw' || of.type === 'appeal' || (of.type === 'submit' && proposal)) {
      if (proposal && roll(4) > 0) return proposal.author
    }
    if (of.type === 'review' || of.type === 'askChanges' || of.type === 'waive') {
      if (roll(4) > 0) return keyOf(`expert${roll(EXPERTS)}`)
    }
    return keyOf(pick(ALL_PEOPLE))
  }

  for (let event = 0; event < events; event += 1) {
    const which = roll(2)
    const at = ladders[which] ?? ladders[0]
    const what = randomCommand(at.state())
    const bot = roll(40) === 0
    const by = bot ? keyOf(`bot${roll(BOTS)}`) : actor(what, at.state())
    // The same delivery may come to either process, at once or again.
    const targets = roll(10) === 0 ? [at, ladders[1 - which] ?? at] : roll(15) === 0 ? [at, at] : [at]
    const outcomes = await Promise.allSettled(targets.map((ladder) => ladder.execute(what, { person: by, bot })))
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        if (!(outcome.reason instanceof StoreUnavailable)) throw outcome.reason
        // The process dies with what it knew, and the delivery comes again to the other one.
        crashes += 1
        if (roll(4) === 0) ladders[which] = await open(stores[which] ?? stores[0])
        const again = await Promise.allSettled([(ladders[1 - which] ?? at).execute(what, { person: by, bot })])
        if (again[0].status === 'fulfilled') continue
      } else if (outcome.value.status === 'refused') {
        const { why } = outcome.value.refusal
        refused.set(why, (refused.get(why) ?? 0) + 1)
      }
    }
    const chance = roll(1000)
    if (chance < 15 && written.length > 0) {
      // An entry that was sent before arrives once more, much too late.
      await stores[0].eventLog.append('ladder', [pick(written).text], null)
    } else if (chance < 18) {
      await quietly(() =>
        at.record({ type: 'linked', at: time, by: keyOf(`m${roll(6)}`), to: keyOf(`m${6 + roll(6)}`) }),
      )
    } else if (chance < 120) {
      time += roll(12) * HOUR + roll(HOUR)
      await quietly(() => (ladders[roll(2)] ?? at).advanceProposals())
      if (roll(3) === 0) await Promise.all(ladders.map((ladder) => quietly(() => ladder.advanceProposals())))
    }
    if (event % checkEvery === checkEvery - 1 || event === events - 1) {
      failing = false
      const log = await wholeLog(stores[0])
      written.length = 0
      written.push(...log.slice(-500))
      for (const ladder of ladders) await ladder.catchUp()
      check(ladders, log, loaded)
      failing = true
    }
    if (time > START + 30 * DAY && roll(2000) === 0) {
      for (const user of ALL_PEOPLE)
        await stores[1].members.recordActivity({ platform: 'test', workspace: 'W', user }, time)
    }
  }
  const log = await wholeLog(stores[0])
  const board = createLadderState()
  const without = log.filter((entry) => !board.apply(parseEvent(entry))).length
  const states = new Map<ProposalState, number>()
  for (const { state } of board.proposals.values()) states.set(state, (states.get(state) ?? 0) + 1)
  return { events, refused, states, crashes, entries: log.length, without }
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
  }
}

async function wholeLog(store: Store): Promise<readonly LogEntry[]> {
  const all: LogEntry[] = []
  for (;;) {
    const page = await store.eventLog.read('ladder', all.at(-1) ?? null)
    all.push(...page.entries)
    if (!page.hasMore) return all
  }
}

function randomChange(
  roll: (below: number) => number,
  { catalog }: Extract<LoadedCatalog, { ok: true }>,
): CatalogChange {
  const role = [...catalog.roles.values()][0]
  const rows = [...(role?.rows.values() ?? [])].slice(0, 8)
  const row = rows[roll(rows.length)]
  const level = role?.levels[roll(role.levels.length)]
  if (!role || !row || !level) throw new Error('the catalog is empty')
  const cell = { role: role.slug, level: level.slug, skill: row.skill.slug }
  switch (roll(8)) {
    case 0:
      return { kind: 'mandatory', ...cell, to: roll(2) === 0 }
    case 1:
      return { kind: 'removeSkill', role: role.slug, skill: row.skill.slug }
    case 2: {
      const to = role.levels.map(
        (_, at) => (['awareness', 'working', 'advanced', 'expert', 'expert'] as const)[Math.min(4, at)] ?? 'expert',
      )
      return { kind: 'addSkill', role: role.slug, skill: row.skill.slug, to }
    }
    case 3:
      return {
        kind: 'statement',
        skill: row.skill.slug,
        proficiency: 'working',
        locale: 'en',
        to: `Does ${roll(9)} things.`,
      }
    default:
      return {
        kind: 'requirement',
        ...cell,
        to: (['absent', 'awareness', 'working', 'advanced', 'expert'] as const)[roll(5)] ?? 'absent',
      }
  }
}

/** From which state to which a proposal may come. */
const LEGAL: Readonly<Record<ProposalState | 'none', readonly ProposalState[]>> = {
  none: ['draft', 'nominated'],
  draft: ['nominated', 'expired', 'withdrawn'],
  nominated: ['voting', 'review', 'expired', 'withdrawn', 'superseded', 'changesAsked'],
  voting: ['review', 'rejected', 'expired', 'withdrawn', 'superseded', 'changesAsked'],
  review: ['accepted', 'rejected', 'changesAsked', 'nominated', 'withdrawn', 'superseded'],
  changesAsked: ['nominated', 'expired', 'withdrawn', 'superseded'],
  accepted: ['applied'],
  applied: ['reverted'],
  rejected: ['review'],
  expired: [],
  withdrawn: [],
  superseded: [],
  reverted: [],
}
const STATES: ReadonlySet<string> = new Set(Object.keys(LEGAL))

function isState(what: string): what is ProposalState {
  return STATES.has(what)
}

/** Throws where anything is not as it must be, whatever happened. */
function check(
  ladders: readonly ProposalService[],
  log: readonly LogEntry[],
  loaded: Extract<LoadedCatalog, { ok: true }>,
): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`broken: ${what}`)
  }
  const board = createLadderState()
  const voices = recount(log, board)
  for (const ladder of ladders) {
    must(JSON.stringify(plain(ladder.state())) === JSON.stringify(plain(board)), 'the log makes another board')
  }
  const changed = applyChanges(
    loaded.sources,
    board.appliedChanges.map(({ change }) => change),
  )
  must(changed.ok, 'the accepted changes break the catalog')
  for (const ladder of ladders) {
    must(changed.ok && ladder.catalogIndex().catalog.version === changed.catalog.version, 'another catalog')
  }
  const targets = new Set<string>()
  for (const proposal of board.proposals.values()) {
    const { id, author, votes, nominators, reviews, tally, state, history, request } = proposal
    let before: ProposalState | 'none' = 'none'
    for (const { what } of history) {
      if (!isState(what)) continue
      must(LEGAL[before].includes(what), `${id} came from ${before} to ${what}`)
      before = what
    }
    must(before === state, `${id} is ${state}, and last came to ${before}`)
    const counted = countVotes(proposal)
    must(counted.for === tally.for && counted.against === tally.against, `${id}: the tally is no recount`)
    const choices = [...votes].map(([by, { choice }]) => `${by} ${choice}`).toSorted()
    must(
      choices.join() === (voices.get(id) ?? []).toSorted().join(),
      `${id}: ${choices.join()} is not ${voices.get(id)?.join()}`,
    )
    if (isOpen(proposal)) {
      for (const by of [...(state === 'voting' ? votes.keys() : []), ...nominators.keys(), ...reviews.keys()]) {
        must(board.personOf(by) === by, `${id}: a person has two voices`)
        must(by !== author, `${id}: its author has a voice`)
      }
    }
    for (const by of proposal.notNominating) must(!nominators.has(by), `${id}: a nomination that was taken back counts`)
    for (const by of [...votes.keys(), ...nominators.keys(), ...reviews.keys()])
      must(!by.includes('bot'), `${id}: a bot has a voice`)
    if (
      state === 'review' &&
      request &&
      (request.change.kind === 'requirement' || request.change.kind === 'mandatory')
    ) {
      const target = `${request.change.role} ${request.change.level} ${request.change.skill}`
      must(!targets.has(target), `two proposals for ${target} are in review`)
      targets.add(target)
    }
    if (state === 'applied' && proposal.closed)
      must(proposal.closed.for * 2 > proposal.closed.against * 2, `${id} was applied against a vote`)
  }
}

/**
 * The voices that stand, counted apart from the board: from the entries in their order, with nothing known but in which vote a
 * proposal is and until when, who its author is and who has linked which accounts.
 */
function recount(log: readonly LogEntry[], board: LadderState): ReadonlyMap<string, readonly string[]> {
  const voices = new Map<string, Map<string, { readonly choice: 'for' | 'against'; readonly at: number }>>()
  for (const each of log) {
    const entry: ProposalEvent | UnreadableEvent = parseEvent(each)
    const took = board.apply(entry)
    if (entry.type === 'linked' && took) merge(voices, board)
    if ('base' in entry && took && (entry.type === 'opened' || entry.type === 'edited')) voices.set(entry.id, new Map())
    if (entry.type !== 'voted') continue
    const proposal = board.proposals.get(entry.id)
    if (proposal?.state !== 'voting' || proposal.round !== entry.round || entry.at >= (proposal.until ?? 0)) continue
    const by = board.personOf(entry.by)
    if (by === proposal.author) continue
    const own = voices.get(entry.id)
    if (entry.choice === null) own?.delete(by)
    else if (own?.get(by)?.choice !== entry.choice) own?.set(by, { choice: entry.choice, at: entry.at })
  }
  return new Map([...voices].map(([id, own]) => [id, [...own].map(([by, { choice }]) => `${by} ${choice}`)]))
}

function merge(
  voices: ReadonlyMap<string, Map<string, { readonly choice: 'for' | 'against'; readonly at: number }>>,
  board: LadderState,
): void {
  for (const [id, own] of voices) {
    const proposal = board.proposals.get(id)
    if (proposal?.state !== 'voting') continue
    for (const [by, vote] of [...own]) {
      const person = board.personOf(by)
      if (person === by) continue
      own.delete(by)
      const other = own.get(person)
      if (!other || vote.at >= other.at) own.set(person, vote)
    }
    own.delete(proposal.author)
  }
}

/** A board as data. */
function plain(board: LadderState): unknown {
  return {
    turns: board.revision,
    applied: board.appliedChanges,
    proposals: [...board.proposals.values()].map((proposal) => ({
      ...proposal,
      votes: [...proposal.votes],
      nominators: [...proposal.nominators],
      notNominating: [...proposal.notNominating],
      reviews: [...proposal.reviews],
      cards: [...proposal.cards],
    })),
  }
}
