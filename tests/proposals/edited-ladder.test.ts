import { describe, expect, test } from 'vitest'
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
  DEFAULT_POLICY,
  isOpen,
  type LadderState,
  type Proposal,
  type ProposalCommand,
} from '../../src/proposals/domain/index.ts'
import { createReplica } from '../../src/proposals/replica.ts'
import { EDIT_NAMES, edit, type LadderDraft, loadLadder, newLadder } from '../catalog/edited-ladder.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { type Community, community, DAY, HOUR, ID, submit } from './simulated-log.ts'

// The files of a ladder are edited while there are proposals to change it.

const MORE_SKILL: CatalogChange = {
  kind: 'requirement',
  role: 'maker',
  level: 'junior',
  skill: 'skill-0',
  to: 'advanced',
}

const without = (ladder: LadderDraft, id = 'skill-0'): LadderDraft => ({
  ...ladder,
  skills: ladder.skills.filter((skill) => skill.id !== id),
})

const begin = (ladder = newLadder()): Community => community(loadLadder(ladder), { members: 25 })

const votes = (all: Community, count: number): void => {
  const { round } = all.proposal()
  for (let n = 0; n < count; n += 1) all.act(`m-${n}`, { type: 'vote', id: ID, round, choice: 'for' })
}

const APPROVE = { type: 'review', id: ID, verdict: 'approve', reason: '' } as const
const MISSING = { why: 'targetGone', name: 'skill-0' }

function opened(): Community {
  const all = begin()
  expect(all.act('author', submit(MORE_SKILL))).toBeUndefined()
  for (let n = 0; all.proposal().state === 'nominated'; n += 1)
    all.act(`m-${n}`, { type: 'nominate', id: ID, on: true })
  return all
}

function inReview(): Community {
  const all = opened()
  votes(all, 6)
  all.later(3 * DAY)
  expect(all.proposal().state).toBe('review')
  return all
}

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

describe('a proposal whose skill was removed', () => {
  test('is not nominated, and is when the skill is back', () => {
    const all = begin()
    all.act('author', submit(MORE_SKILL))
    all.replaceFiles(loadLadder(without(newLadder())))
    const entries = all.log.length
    expect(all.act('m-1', { type: 'nominate', id: ID, on: true })).toEqual(MISSING)
    expect(all.log).toHaveLength(entries)
    all.replaceFiles(loadLadder(newLadder()))
    expect(all.act('m-1', { type: 'nominate', id: ID, on: true })).toBeUndefined()
    expect(all.proposal().nominators.size).toBe(1)
  })

  test('takes no vote, keeps those it has, and lets people withdraw theirs', () => {
    const all = opened()
    const { round } = all.proposal()
    all.act('m-1', { type: 'vote', id: ID, round, choice: 'for' })
    all.act('m-2', { type: 'vote', id: ID, round, choice: 'for' })
    all.replaceFiles(loadLadder(without(newLadder())))
    expect(all.act('m-3', { type: 'vote', id: ID, round, choice: 'for' })).toEqual(MISSING)
    expect(all.act('m-2', { type: 'vote', id: ID, round, choice: null })).toBeUndefined()
    all.replaceFiles(loadLadder(newLadder()))
    expect(all.act('m-3', { type: 'vote', id: ID, round, choice: 'against' })).toBeUndefined()
    expect(all.proposal().tally).toEqual({ for: 1, against: 1 })
  })

  test('is not approved, and is live once it is when the skill is back', () => {
    const all = inReview()
    all.act('expert-1', APPROVE)
    all.replaceFiles(loadLadder(without(newLadder())))
    const entries = all.log.length
    expect(all.act('expert-2', APPROVE)).toEqual(MISSING)
    expect(all.log).toHaveLength(entries)
    expect(all.proposal()).toMatchObject({ state: 'review', missing: null })
    all.replaceFiles(loadLadder(newLadder()))
    expect(all.act('expert-2', APPROVE)).toBeUndefined()
    expect(all.proposal().state).toBe('applied')
    expect(all.catalog().roles.get('maker')?.rows.get('skill-0')?.cells[0]?.proficiency).toBe('advanced')
  })

  test('can be rejected, withdrawn, and sent back to its author', () => {
    const reject = inReview()
    reject.replaceFiles(loadLadder(without(newLadder())))
    const object = { type: 'review', id: ID, verdict: 'object', reason: 'the skill is gone' } as const
    for (const expert of ['expert-1', 'expert-2']) expect(reject.act(expert, object)).toBeUndefined()
    expect(reject.proposal().state).toBe('rejected')
    const back = inReview()
    back.replaceFiles(loadLadder(without(newLadder())))
    expect(back.act('expert-1', { type: 'askChanges', id: ID, reason: 'the skill is gone' })).toBeUndefined()
    expect(back.act('author', { type: 'withdraw', id: ID })).toBeUndefined()
    expect(back.proposal().state).toBe('withdrawn')
  })

  test('ends with the reason when its vote is over', () => {
    const all = opened()
    votes(all, 6)
    all.replaceFiles(loadLadder(without(newLadder())))
    all.later(4 * DAY)
    expect(all.proposal().state).toBe('voting')
    all.later(DEFAULT_POLICY.voteDays * DAY)
    expect(all.proposal()).toMatchObject({ state: 'expired', missing: 'skill-0' })
  })

  test('goes back to its author with the reason when its review is over, then ends', () => {
    const all = inReview()
    all.replaceFiles(loadLadder(without(newLadder())))
    all.later(DEFAULT_POLICY.reviewDays * DAY)
    expect(all.proposal()).toMatchObject({ state: 'changesAsked', missing: 'skill-0', rival: null })
    all.later(DEFAULT_POLICY.changesDays * DAY)
    expect(all.proposal()).toMatchObject({ state: 'expired', missing: 'skill-0' })
  })
})

test('a proposal follows a skill, a level and a role that are renamed', () => {
  const all = inReview()
  const random = seededRandom(3)
  let ladder = newLadder()
  for (const name of ['renameRole', 'renameSkill', 'renameSkill', 'renameLevel', 'renameStep'] as const) {
    ladder = edit(ladder, name, random)
    all.replaceFiles(loadLadder(ladder))
  }
  all.act('expert-1', APPROVE)
  all.act('expert-2', APPROVE)
  expect(all.proposal().state).toBe('applied')
  const level =
    all
      .catalog()
      .roles.get('maker')
      ?.levels.findIndex(({ name }) => name === 'Level junior') ?? -1
  expect(all.catalog().roles.get('maker')?.rows.get('skill-0')?.cells[level]?.step.rank).toBe(3)
})

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
  if (open.length === 0 || random.happens(0.15)) {
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

describe('random edits of the ladder between what people do with proposals', () => {
  const ended = new Map<string, number>()

  test.each(Array.from({ length: 10 }, (_, batch) => batch))(
    'batch %i: nothing is said to be done that is not',
    (batch) => {
      for (let nth = 0; nth < 20; nth += 1) {
        const seed = 20 * batch + nth
        const random = seededRandom(seed)
        let ladder = newLadder(5)
        const policy = { startsPerDay: 99, openPerAuthor: 99 }
        const all = community(loadLadder(ladder), { members: 8, policy })
        const missingNow = (proposal: Proposal | undefined): string | null => {
          const fit = proposal?.request && readTarget(all.catalog(), proposal.request.change)
          return fit?.exists === false ? fit.missing : null
        }
        for (let step = 0; step < 30; step += 1) {
          if (random.happens(0.35)) {
            ladder = edit(ladder, random.pick(EDIT_NAMES), random)
            all.replaceFiles(loadLadder(ladder))
          }
          const before = [...all.board.proposals.values()].filter(isOpen)
          if (random.happens(0.2)) {
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
          if (state !== 'review') expect({ seed, id, isOpen: isOpen({ state }) }).toEqual({ seed, id, isOpen: false })
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
    },
  )

  test('they came to every end', () => {
    expect([...ended.keys()]).toEqual(
      expect.arrayContaining(['applied', 'expired', 'expired missing', 'rejected', 'withdrawn']),
    )
  })
})
