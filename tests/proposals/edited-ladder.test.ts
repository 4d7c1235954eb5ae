import { describe, expect, test } from 'vitest'
import type { CatalogChange } from '../../src/catalog/index.ts'
import { DEFAULT_POLICY } from '../../src/proposals/domain/index.ts'
import { edit, type LadderDraft, loadLadder, newLadder } from '../catalog/edited-ladder.ts'
import { seededRandom } from '../seeded-random.ts'
import { decideUnderEdits, ENDS } from './random-edits.ts'
import { type Community, community, DAY, ID, submit } from './simulated-log.ts'

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

test('random edits between what people do: nothing is said to be done that is not', () => {
  const ended = new Map<string, number>()
  for (let seed = 0; seed < 25; seed += 1) decideUnderEdits(seed, ended)
  expect([...ended.keys()]).toEqual(expect.arrayContaining(ENDS))
})
