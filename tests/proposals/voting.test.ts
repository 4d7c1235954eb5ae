import { describe, expect, test } from 'vitest'
import type { CatalogChange } from '../../src/catalog/index.ts'
import { countVotes } from '../../src/proposals/domain/index.ts'
import { type Community, DAY, ID, MORE_PYTORCH, submit } from './simulated-log.ts'
import { approve, begin, reviewing, vote, voting } from './stages.ts'

describe('from an idea to the vote', () => {
  test('a proposal is nominated when it is complete and differs from the ladder', () => {
    const all = begin()
    expect(all.act('author', submit())).toBeUndefined()
    expect(all.proposal()).toMatchObject({
      number: 1,
      state: 'nominated',
      author: 'author',
      request: {
        from: 'working',
        domain: 'machine-learning-ai',
        version: all.catalog().roles.get('ml-engineer')?.version,
      },
      nominatorsNeeded: 3,
      members: 24,
    })
  })

  test('a draft stores an idea for two weeks, and its author may complete it', () => {
    const source = { message: 'slack/T/C/1', link: null }
    const all = begin()
    all.act('author', { type: 'draft', id: ID, source })
    all.later(13 * DAY)
    expect(all.proposal().state).toBe('draft')
    expect(all.act('somebody', submit())).toEqual({ why: 'notAuthor' })
    expect(all.act('author', submit())).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'nominated', source })
    expect(all.act('author', submit())).toEqual({ why: 'state', state: 'nominated' })
    const other = begin()
    other.act('author', { type: 'draft', id: ID, source })
    other.later(14 * DAY)
    expect(other.proposal().state).toBe('expired')
  })

  test('who likes the message an idea comes from nominates what becomes of it', () => {
    const all = begin()
    all.act('author', { type: 'draft', id: ID, source: { message: 'm', link: null } })
    for (const member of ['a', 'b', 'c']) all.act(member, { type: 'nominate', id: ID, on: true })
    all.act('author', submit())
    expect(all.proposal().state).toBe('voting')
  })

  test.each([
    [{ ...MORE_PYTORCH, to: 'working' }, { why: 'same' }],
    [
      { ...MORE_PYTORCH, role: 'astronaut' },
      { why: 'missing', name: 'astronaut' },
    ],
    [
      { ...MORE_PYTORCH, level: 'intern' },
      { why: 'missing', name: 'intern' },
    ],
    [
      { ...MORE_PYTORCH, skill: 'juggling' },
      { why: 'missing', name: 'juggling' },
    ],
    [
      { kind: 'alias', of: 'skill', slug: 'pytorch', to: 'Docker' },
      { why: 'broken', problems: [expect.stringContaining('already names docker')] },
    ],
    [
      {
        kind: 'addSkill',
        role: 'ml-engineer',
        skill: 'docker',
        to: ['absent', 'absent', 'working', 'working', 'expert'],
      },
      { why: 'same' },
    ],
  ] satisfies readonly [CatalogChange, object][])('%j is refused: %j', (change, refusal) => {
    const all = begin()
    expect(all.act('author', submit(change))).toEqual(refusal)
    expect(all.log).toEqual([])
  })

  test('it takes a reason', () => {
    expect(
      begin().act('author', { ...submit(), type: 'submit', id: ID, reason: '  ', change: MORE_PYTORCH, lane: 'vote' }),
    ).toEqual({
      why: 'noReason',
    })
  })

  test('nominations by the author do not count, and those taken back neither, until enough have been given', () => {
    const all = begin()
    all.act('author', submit())
    expect(all.act('author', { type: 'nominate', id: ID, on: true })).toEqual({ why: 'own' })
    for (const member of ['a', 'b', 'a', 'b']) all.act(member, { type: 'nominate', id: ID, on: true })
    all.act('b', { type: 'nominate', id: ID, on: false })
    all.act('c', { type: 'nominate', id: ID, on: true })
    expect(all.proposal()).toMatchObject({
      state: 'nominated',
      nominators: new Map([
        ['a', { at: all.now(), emoji: null }],
        ['c', { at: all.now(), emoji: null }],
      ]),
    })
    all.act('d', { type: 'nominate', id: ID, on: true })
    expect(all.proposal()).toMatchObject({ state: 'voting', round: 1, quorum: 5 })
    expect(all.act('d', { type: 'nominate', id: ID, on: false })).toEqual({ why: 'state', state: 'voting' })
    expect(all.proposal().state).toBe('voting')
  })

  test('not nominated in two weeks, it expires', () => {
    const all = begin()
    all.act('author', submit())
    all.later(14 * DAY - 1)
    expect(all.proposal().state).toBe('nominated')
    all.later(1)
    expect(all.proposal().state).toBe('expired')
  })

  test.each([
    [2, 'review', 0],
    [3, 'review', 0],
    [4, 'voting', 3],
    [101, 'voting', 10],
    [2501, 'voting', 50],
    [9000, 'voting', 50],
  ])('of %d members it goes to %s with a quorum of %d', (members, state, quorum) => {
    const all = begin({ members })
    all.act('author', submit())
    for (let n = 0; n < all.proposal().nominatorsNeeded && all.proposal().state === 'nominated'; n += 1) {
      all.act(`m-${n}`, { type: 'nominate', id: ID, on: true })
    }
    expect(all.proposal()).toMatchObject({ state, quorum })
    expect(all.proposal().nominatorsNeeded).toBe(
      Math.max(2, Math.ceil(Math.min(50, Math.max(3, Math.ceil(Math.sqrt(members - 1)))) / 2)),
    )
  })
})

describe('the vote', () => {
  test('passes with its quorum and two thirds, not before three days', () => {
    const all = voting()
    vote(all, 4, 2)
    all.later(3 * DAY - 1)
    expect(all.proposal().state).toBe('voting')
    all.later(1)
    expect(all.proposal()).toMatchObject({
      state: 'review',
      contested: false,
      approvalsNeeded: 2,
      closed: { for: 4, against: 2 },
    })
  })

  test('that may still turn goes on for seven days', () => {
    const all = voting()
    vote(all, 3, 2)
    all.later(6 * DAY)
    expect(all.proposal().state).toBe('voting')
    all.act('late', { type: 'vote', id: ID, round: 1, choice: 'for' })
    expect(all.proposal().state).toBe('review')
  })

  test('between a half and two thirds is contested: three experts must approve', () => {
    const all = voting()
    vote(all, 3, 2)
    all.later(7 * DAY)
    expect(all.proposal()).toMatchObject({ state: 'review', contested: true, approvalsNeeded: 3 })
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    expect(all.proposal().state).toBe('review')
    all.act('expert-3', approve())
    expect(all.proposal().state).toBe('applied')
  })

  test.each([
    [3, 3],
    [0, 5],
  ])('%d for and %d against is rejected', (inFavour, against) => {
    const all = voting()
    vote(all, inFavour, against)
    all.later(7 * DAY)
    expect(all.proposal()).toMatchObject({ state: 'rejected', rejectedFor: 'vote', closed: { for: inFavour, against } })
    expect(all.act('author', { type: 'appeal', id: ID, reason: 'but' })).toEqual({ why: 'state', state: 'rejected' })
  })

  test('short of its quorum gets seven days more, once, and then expires', () => {
    const all = voting()
    vote(all, 4, 0)
    all.later(7 * DAY)
    expect(all.proposal()).toMatchObject({ state: 'voting', extended: true })
    all.later(7 * DAY - 1)
    expect(all.proposal().state).toBe('voting')
    all.later(1)
    expect(all.proposal()).toMatchObject({ state: 'expired', closed: { for: 4, against: 0 } })
  })

  test('a person has one voice, the last one, and may take it back', () => {
    const all = voting()
    for (const choice of ['for', 'against', 'against', null, 'for', 'against'] as const) {
      all.act('a', { type: 'vote', id: ID, round: 1, choice })
    }
    expect(all.proposal().tally).toEqual({ for: 0, against: 1 })
    expect(countVotes(all.proposal())).toEqual({ for: 0, against: 1 })
  })

  test('counts no author, no bot, and nobody in a vote that is over', () => {
    const all = voting()
    expect(all.act('author', { type: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'own' })
    expect(all.act('robot', { type: 'vote', id: ID, round: 1, choice: 'for' }, { bot: true })).toEqual({ why: 'bot' })
    expect(all.act('a', { type: 'vote', id: ID, round: 2, choice: 'for' })).toEqual({ why: 'otherVote' })
    expect(all.proposal().tally).toEqual({ for: 0, against: 0 })
    const forged = { type: 'voted', id: ID, at: all.now(), by: 'author', round: 1, choice: 'for' } as const
    expect(all.board.apply(forged)).toBe(false)
    expect(all.board.apply({ ...forged, by: 'a', at: all.now() + 7 * DAY })).toBe(false)
  })

  test('counts two accounts of one person once, and neither where one is the author’s', () => {
    const all = voting()
    vote(all, 2, 0)
    all.act('a', { type: 'vote', id: ID, round: 1, choice: 'against' })
    all.board.apply({ type: 'linked', at: all.now(), by: 'a', to: 'member-0' })
    expect(all.proposal().tally).toEqual({ for: 1, against: 1 })
    all.act('a', { type: 'vote', id: ID, round: 1, choice: 'for' })
    expect(all.proposal().tally).toEqual({ for: 2, against: 0 })
    all.board.apply({ type: 'linked', at: all.now(), by: 'member-1', to: 'author' })
    expect(all.proposal().tally).toEqual({ for: 1, against: 0 })
    expect(all.act('member-1', { type: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'own' })
  })

  test('counts two accounts as before once their link is undone', () => {
    const all = voting()
    vote(all, 2, 0)
    all.act('a', { type: 'vote', id: ID, round: 1, choice: 'against' })
    const before = participation(all)
    all.board.apply({ type: 'linked', at: all.now(), by: 'a', to: 'member-0' })
    all.board.apply({ type: 'linked', at: all.now(), by: 'member-1', to: 'author' })
    expect(all.board.apply(undone(all, 'member-1', 'member-1', 'author'))).toBe(true)
    expect(all.board.apply(undone(all, 'member-0', 'a', 'member-0'))).toBe(true)
    expect(participation(all)).toEqual(before)
    expect(all.proposal().votes.get('a')?.choice).toBe('against')
  })

  test('gives an author their proposal back once the link is undone', () => {
    const all = voting()
    all.board.apply({ type: 'linked', at: all.now(), by: 'author', to: 'a' })
    expect(all.act('a', { type: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'own' })
    all.board.apply(undone(all, 'author', 'author', 'a'))
    expect(all.proposal().author).toBe('author')
    expect(all.act('a', { type: 'vote', id: ID, round: 1, choice: 'for' })).toBeUndefined()
    expect(all.act('author', { type: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'own' })
  })

  test('keeps a vote that was changed while accounts were linked, and counts it once', () => {
    const all = voting()
    vote(all, 1, 0)
    all.act('a', { type: 'vote', id: ID, round: 1, choice: 'for' })
    all.board.apply({ type: 'linked', at: all.now(), by: 'a', to: 'member-0' })
    all.later(1000)
    all.act('a', { type: 'vote', id: ID, round: 1, choice: 'against' })
    all.board.apply(undone(all, 'a', 'a', 'member-0'))
    expect(all.proposal().tally).toEqual({ for: 0, against: 1 })
    expect([...all.proposal().votes.keys()]).toEqual(['member-0'])
    all.act('a', { type: 'vote', id: ID, round: 1, choice: 'for' })
    expect(all.proposal().tally).toEqual({ for: 1, against: 1 })
  })

  test('leaves what has been decided while accounts were linked', () => {
    const all = reviewing()
    all.board.apply({ type: 'linked', at: all.now(), by: 'expert-2', to: 'expert-1' })
    all.act('expert-1', approve())
    all.act('expert-3', approve())
    expect(all.proposal().state).toBe('applied')
    const before = participation(all)
    all.board.apply(undone(all, 'expert-1', 'expert-2', 'expert-1'))
    expect(participation(all)).toEqual(before)
  })

  test('undoes no link but the last one of a person, and none that is older than a day', () => {
    const all = voting()
    all.board.apply({ type: 'linked', at: all.now(), by: 'a', to: 'b' })
    all.board.apply({ type: 'linked', at: all.now(), by: 'c', to: 'a' })
    expect(all.board.apply(undone(all, 'b', 'a', 'b'))).toBe(false)
    expect(all.board.apply(undone(all, 'somebody', 'c', 'a'))).toBe(false)
    const late = { ...undone(all, 'b', 'c', 'a'), at: all.now() + DAY + 1 }
    expect(all.board.apply(late)).toBe(false)
    expect(all.board.accountsOf('a')).toEqual(['b', 'a', 'c'])
    // A copy of a board undoes its own links alone.
    expect(all.board.withEvent(undone(all, 'b', 'c', 'a'))?.accountsOf('a')).toEqual(['b', 'a'])
    expect(all.board.accountsOf('c')).toHaveLength(3)
  })

  test('waits at its end while experts have the same thing before them, and then is based on what they decided', () => {
    const all = reviewing()
    all.act('other', submit({ ...MORE_PYTORCH, kind: 'mandatory', to: true }, 'proposal-2'))
    for (let n = 0; n < 3; n += 1) all.act(`member-${n}`, { type: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(4 * DAY)
    expect(all.proposal('proposal-2').state).toBe('voting')
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    expect(all.proposal().state).toBe('applied')
    expect(all.proposal('proposal-2').state).toBe('review')
  })
})

/** The event that undoes a link. */
function undone({ now }: Community, by: string, account: string, to: string) {
  return { type: 'unlinked', at: now(), by, account, to } as const
}

/** The author, votes, reviews and nominations of the proposal, in no order. */
function participation(all: Community) {
  const { author, state, tally, votes, reviews, nominators, notNominating } = all.proposal()
  const voices = [votes, reviews, nominators].map((each) => Object.fromEntries(each))
  return { author, state, tally, voices, notNominating: [...notNominating].toSorted() }
}
