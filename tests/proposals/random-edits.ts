import { expect } from 'vitest'
import {
  type CatalogChange,
  changeToday,
  isSameValue,
  proposedValue,
  readTarget,
  requestToday,
} from '../../src/catalog/index.ts'
import {
  createLadderState,
  isOpen,
  type LadderState,
  type Proposal,
  type ProposalCommand,
} from '../../src/proposals/domain/index.ts'
import { createReplica } from '../../src/proposals/replica.ts'
import { EDIT_NAMES, edit, type LadderDraft, loadLadder, newLadder } from '../catalog/edited-ladder.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { type Community, community, DAY, HOUR } from './simulated-log.ts'

// A ladder that is edited between what people do with proposals to change it.

/** What two readers of a log must agree about. */
function projection(state: LadderState): unknown {
  return [...state.proposals.values()].map(({ nominators, votes, reviews, history, ...proposal }) => ({
    ...proposal,
    nominators: [...nominators],
    votes: [...votes],
    reviews: [...reviews],
    history,
    cards: [...proposal.cards],
  }))
}

/** The ends that some proposals come to in a few dozen communities. */
export const ENDS = ['applied', 'expired', 'expired missing', 'rejected']

const PEOPLE = ['author', 'm-1', 'm-2', 'm-3', 'm-4', 'm-5', 'm-6']
const EXPERTS = ['expert-1', 'expert-2', 'expert-3']

function randomChange(ladder: LadderDraft, random: SeededRandom): CatalogChange {
  const skill = random.pick([...ladder.skills, ...ladder.removed]).slug
  const level = random.pick(ladder.levels).slug
  const role = ladder.role.slug
  const step = random.pick(ladder.steps).slug
  switch (random.below(5)) {
    case 0:
      return { kind: 'mandatory', role, level, skill, to: random.happens(0.5) }
    case 1:
      return { kind: 'removeSkill', role, skill }
    case 2:
      return { kind: 'statement', skill, proficiency: step, locale: 'en', to: `Does ${random.below(99)} things` }
    case 3:
      return { kind: 'alias', of: 'skill', slug: skill, to: `alias ${random.below(99)}` }
    default:
      return { kind: 'requirement', role, level, skill, to: step }
  }
}

function randomCommand(all: Community, ladder: LadderDraft, random: SeededRandom): [string, ProposalCommand] {
  const open = [...all.board.proposals.values()].filter(isOpen)
  if (open.length === 0 || random.happens(0.06)) {
    const id = `proposal-${all.board.proposals.size}`
    const lane = random.happens(0.2) ? 'wording' : 'vote'
    const change = randomChange(ladder, random)
    return [random.pick(PEOPLE), { type: 'submit', id, change, reason: 'a reason', lane }]
  }
  const { id, round, state, author, request } = random.pick(open)
  switch (state) {
    case 'nominated':
      return [random.pick(PEOPLE), { type: 'nominate', id, on: random.happens(0.9) }]
    case 'voting':
      return [
        random.pick(PEOPLE),
        { type: 'vote', id, round, choice: random.pick(['for', 'for', 'for', 'against', null]) },
      ]
    case 'review': {
      const verdict = random.pick(['approve', 'approve', 'approve', 'object'] as const)
      return [random.pick(EXPERTS), { type: 'review', id, verdict, reason: 'because' }]
    }
    default: {
      if (!request || random.happens(0.3)) return [author, { type: 'withdraw', id }]
      return [author, { type: 'edit', id, change: changeToday(request.change, all.catalog()), reason: 'again' }]
    }
  }
}

/** Whether a command decides something in favor of the change, or against it by vote. */
const needsTarget = (command: ProposalCommand): boolean =>
  (command.type === 'nominate' && command.on) ||
  (command.type === 'vote' && command.choice !== null) ||
  (command.type === 'review' && command.verdict === 'approve')

/** Lives one community under random edits, and counts how its proposals ended. Throws if something is said to be done that is not. */
export function decideUnderEdits(seed: number, ended: Map<string, number>): void {
  const random = seededRandom(seed)
  let ladder = newLadder(5)
  const policy = { startsPerDay: 99, openPerAuthor: 99 }
  const all = community(loadLadder(ladder), { members: 8, policy })
  const missingNow = (proposal: Proposal | undefined): string | null => {
    const fit = proposal?.request && readTarget(all.catalog(), proposal.request.change)
    return fit?.exists === false ? fit.missing : null
  }
  for (let step = 0; step < 70; step += 1) {
    if (random.happens(0.25)) {
      ladder = edit(ladder, random.pick(EDIT_NAMES), random)
      all.replaceFiles(loadLadder(ladder))
    }
    const before = [...all.board.proposals.values()].filter(isOpen)
    if (random.happens(0.12)) {
      all.later(random.pick([HOUR, DAY, 3 * DAY, 8 * DAY]))
      for (const { id } of before) {
        const proposal = all.proposal(id)
        if (proposal.state === 'expired')
          expect({ seed, missing: proposal.missing }).toEqual({ seed, missing: missingNow(proposal) })
      }
    }
    const [person, command] = randomCommand(all, ladder, random)
    const proposal = all.board.proposals.get(command.id)
    const missing = missingNow(proposal)
    const wasOpen = new Set([...all.board.proposals.values()].filter(isOpen).map(({ id }) => id))
    const refusal = all.act(person, command)
    if (missing !== null && needsTarget(command))
      expect({ seed, step, refusal: refusal?.why }).not.toEqual({ seed, step, refusal: undefined })
    // What went live just now is what the ladder says.
    for (const each of all.board.proposals.values()) {
      if (each.state !== 'applied' || !wasOpen.has(each.id) || !each.request) continue
      const { change } = requestToday(each.request, all.catalog())
      const fit = readTarget(all.catalog(), change)
      const isLive =
        change.kind === 'removeSkill' ? !fit.exists : fit.exists && isSameValue(fit.value, proposedValue(change))
      expect({ seed, step, change, isLive }).toMatchObject({ isLive: true })
    }
  }
  // Time ends whatever is open, whether its target is back or not.
  for (let days = 0; days < 120; days += 5) all.later(5 * DAY)
  for (const { id, state, missing } of all.board.proposals.values()) {
    ended.set(
      `${state}${missing === null ? '' : ' missing'}`,
      (ended.get(`${state}${missing === null ? '' : ' missing'}`) ?? 0) + 1,
    )
    // Nobody reviews any more, and of two proposals for the same value the second one waits for the review of the first.
    const waits = state === 'voting' && [...all.board.proposals.values()].some((other) => other.state === 'review')
    if (state !== 'review' && !waits)
      expect({ seed, id, isOpen: isOpen({ state }) }).toEqual({ seed, id, isOpen: false })
  }
  const replayed = createLadderState()
  for (const entry of all.log) replayed.apply(entry)
  expect(projection(replayed)).toEqual(projection(all.board))
  // Two processes, one with the first files and one with the last ones, agree about the proposals; the last one about the ladder.
  const replicas = [newLadder(5), ladder].map((files) => {
    const { catalog, sources } = loadLadder(files)
    const replica = createReplica({ base: { catalog, sources, recorded: new Set() }, report: () => undefined })
    const entries = all.log.map((entry, at) => ({
      position: String(at + 1),
      text: JSON.stringify({ v: 1, ...entry }),
      mark: '',
    }))
    replica.applyPage({ entries, isContinuous: true, hasMore: false })
    return replica
  })
  for (const { state } of replicas) expect(projection(state)).toEqual(projection(all.board))
  expect(replicas[1]?.catalogIndex().catalog.version).toBe(all.catalog().version)
}
