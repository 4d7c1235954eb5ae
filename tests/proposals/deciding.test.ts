import { describe, expect, test } from 'vitest'
import type { CatalogChange } from '../../src/catalog/index.ts'
import { createLadderState } from '../../src/proposals/domain/index.ts'
import { DAY, HOUR, ID, MORE_PYTORCH, submit } from './simulated-log.ts'
import { approve, begin, cell, loaded, object, reviewing, vote, voting } from './stages.ts'

describe('the review', () => {
  test('applies what two experts approve', () => {
    const all = reviewing()
    const before = all.catalog()
    all.act('expert-1', approve())
    expect(all.proposal().state).toBe('review')
    all.act('expert-1', approve())
    expect(all.proposal().state).toBe('review')
    all.act('expert-2', approve())
    expect(all.proposal().state).toBe('applied')
    expect(all.proposal().history.map(({ what }) => what)).toEqual([
      'nominated',
      'voting',
      'review',
      'approve',
      'approve',
      'accepted',
      'applied',
    ])
    expect(cell(all)).toMatchObject({ proficiency: 'advanced', mandatory: 'unknown' })
    expect(all.catalog().version).not.toBe(before.version)
    expect(all.catalog().roles.get('ml-engineer')?.version).not.toBe(before.roles.get('ml-engineer')?.version)
  })

  test('takes one expert where there is no other', () => {
    const all = reviewing({ experts: ['author', 'expert-1'] })
    expect(all.act('author', approve())).toEqual({ why: 'own' })
    all.act('expert-1', approve())
    expect(all.proposal().state).toBe('applied')
  })

  test('is for experts alone', () => {
    const all = reviewing()
    expect(all.act('member-1', approve())).toEqual({ why: 'notExpert' })
    expect(all.act('admin', approve())).toEqual({ why: 'notExpert' })
    expect(all.act('member-1', { type: 'askChanges', id: ID, reason: 'r' })).toEqual({ why: 'notExpert' })
    expect(all.proposal().reviews.size).toBe(0)
  })

  test('an objection takes a reason, and one approval more to overrule', () => {
    const all = reviewing({ experts: ['expert-1', 'expert-2', 'expert-3', 'expert-4'] })
    expect(all.act('expert-1', object(' '))).toEqual({ why: 'noReason' })
    all.act('expert-1', object('Nobody trains models at Middle'))
    all.act('expert-2', approve())
    all.act('expert-3', approve())
    expect(all.proposal().state).toBe('review')
    all.act('expert-4', approve())
    expect(all.proposal().state).toBe('applied')
  })

  test('an objection that is taken back stands in nobody’s way', () => {
    const all = reviewing()
    all.act('expert-1', object('Why?'))
    all.act('expert-2', approve())
    all.act('expert-1', approve())
    expect(all.proposal().state).toBe('applied')
  })

  test('an objection that others uphold rejects it, and the author may appeal once', () => {
    const all = reviewing()
    all.act('expert-1', object('Too much'))
    expect(all.proposal().state).toBe('review')
    all.act('expert-2', object('Indeed'))
    expect(all.proposal()).toMatchObject({ state: 'rejected', rejectedFor: 'objection' })
    expect(all.proposal().history.at(-1)?.reason).toBe('Too much; Indeed')
    all.later(13 * DAY)
    expect(all.act('expert-3', { type: 'appeal', id: ID, reason: 'r' })).toEqual({ why: 'notAuthor' })
    expect(all.act('author', { type: 'appeal', id: ID, reason: 'The team has changed' })).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'review', approvalsNeeded: 3, reviews: new Map() })
    for (const n of [1, 2, 3]) all.act(`expert-${n}`, object('Still'))
    expect(all.proposal().state).toBe('rejected')
    expect(all.act('author', { type: 'appeal', id: ID, reason: 'Again' })).toEqual({ why: 'appealOver' })
  })

  test('an appeal waits while the experts have another proposal for the same thing', () => {
    const all = reviewing()
    // Proposed before the first one was rejected: only one at a time is reviewed.
    all.act('other', submit({ ...MORE_PYTORCH, to: 'awareness' }, 'proposal-2'))
    for (let n = 0; n < 3; n += 1) all.act(`member-${n}`, { type: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(3 * DAY)
    expect(all.proposal('proposal-2').state).toBe('voting')
    for (const n of [1, 2]) all.act(`expert-${n}`, object('No'))
    all.later(1)
    expect([all.proposal().state, all.proposal('proposal-2').state]).toEqual(['rejected', 'review'])
    expect(all.act('author', { type: 'appeal', id: ID, reason: 'But' })).toEqual({ why: 'busy' })
    for (const n of [1, 2]) all.act(`expert-${n}`, object('Neither', 'proposal-2'))
    expect(all.act('author', { type: 'appeal', id: ID, reason: 'But' })).toBeUndefined()
  })

  test('an appeal comes within two weeks', () => {
    const all = reviewing({ experts: ['expert-1'] })
    all.act('expert-1', object('No'))
    expect(all.proposal().state).toBe('rejected')
    all.later(14 * DAY)
    expect(all.act('author', { type: 'appeal', id: ID, reason: 'r' })).toEqual({ why: 'appealOver' })
  })

  test('requested changes of an alias are another alias of the same thing, unless that one is decided already', () => {
    const alias = { kind: 'alias', of: 'skill', slug: 'pytorch', to: 'torch2' } as const
    const all = reviewing({}, alias)
    all.act('expert-1', { type: 'askChanges', id: ID, reason: 'Another word' })
    const edit = (change: CatalogChange) => all.act('author', { type: 'edit', id: ID, change, reason: 'r' })
    expect(edit({ ...alias, slug: 'docker' })).toEqual({ why: 'otherMatter' })
    expect(all.act('member-7', submit({ ...alias, to: 'pt' }, 'proposal-2'))).toBeUndefined()
    expect(edit({ ...alias, to: 'pt' })).toMatchObject({ why: 'there' })
    expect(edit({ ...alias, to: 'torch3' })).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'voting', request: { change: { ...alias, to: 'torch3' } } })
  })

  test('requested changes start a new vote; without them the proposal expires', () => {
    const all = reviewing()
    all.act('expert-1', { type: 'askChanges', id: ID, reason: 'At Senior rather' })
    expect(all.proposal().state).toBe('changesAsked')
    expect(
      all.act('author', { type: 'edit', id: ID, change: { ...MORE_PYTORCH, skill: 'docker' }, reason: 'r' }),
    ).toEqual({
      why: 'otherMatter',
    })
    const change: CatalogChange = {
      kind: 'requirement',
      role: 'ml-engineer',
      level: 'middle',
      skill: 'pytorch',
      to: 'awareness',
    }
    expect(all.act('author', { type: 'edit', id: ID, change, reason: 'Less, then' })).toBeUndefined()
    expect(all.proposal()).toMatchObject({
      state: 'voting',
      round: 2,
      tally: { for: 0, against: 0 },
      request: { change },
    })
    expect(all.act('member-1', { type: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'otherVote' })
    const other = reviewing()
    other.act('expert-1', { type: 'askChanges', id: ID, reason: 'r' })
    other.later(14 * DAY)
    expect(other.proposal().state).toBe('expired')
  })

  test('reminds on days 5 and 9, asks the admins after 10, and decides nothing by itself', () => {
    const all = reviewing()
    all.later(5 * DAY - 1)
    expect(all.proposal().nudges).toBe(0)
    all.later(1)
    expect(all.proposal().nudges).toBe(1)
    all.later(4 * DAY)
    expect(all.proposal()).toMatchObject({ nudges: 2, escalated: false })
    all.later(DAY)
    expect(all.proposal()).toMatchObject({ state: 'review', escalated: true })
    all.later(300 * DAY)
    expect(all.proposal().state).toBe('review')
    all.act('admin', approve())
    all.act('expert-1', approve())
    expect(all.proposal().state).toBe('applied')
  })

  test('sends it back where the ladder has moved on', () => {
    const all = reviewing(undefined, { kind: 'alias', of: 'skill', slug: 'pytorch', to: 'Kiwi' })
    const taken: CatalogChange = { kind: 'alias', of: 'skill', slug: 'docker', to: 'Kiwi' }
    all.act('other', submit(taken, 'proposal-2'))
    for (let n = 0; n < 3; n += 1) all.act(`member-${n}`, { type: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(3 * DAY)
    all.act('expert-1', approve('proposal-2'))
    all.act('expert-2', approve('proposal-2'))
    expect(all.proposal('proposal-2').state).toBe('applied')
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    expect(all.proposal()).toMatchObject({ state: 'changesAsked', rival: null })
    expect(all.proposal().history.at(-1)?.reason).toContain('already names')
  })
})

describe('a fix of wording', () => {
  const wording: CatalogChange = {
    kind: 'statement',
    skill: 'docker',
    proficiency: 'working',
    locale: 'en',
    to: 'Writes the Dockerfile and the Compose file of a service.',
  }
  const quick = { type: 'submit', id: ID, change: wording, reason: 'Shorter', lane: 'wording' } as const

  test('takes one expert, and three days without an objection', () => {
    const all = begin()
    expect(all.act('author', quick)).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'review', approvalsNeeded: 1 })
    all.act('expert-1', approve())
    all.later(72 * HOUR - 1)
    expect(all.proposal().state).toBe('review')
    all.later(1)
    expect(all.proposal().state).toBe('applied')
    expect(all.catalog().skills.get('docker')?.statements['working']?.['en']).toBe(wording.to)
    expect(all.catalog().skills.get('docker')?.statements['working']?.['es']).toMatch(/^Escribe/u)
  })

  test('with an objection goes to a vote', () => {
    const all = begin()
    all.act('author', quick)
    all.act('expert-1', object('It says something else now'))
    expect(all.proposal()).toMatchObject({ state: 'nominated', lane: 'vote', nominatorsNeeded: 3 })
  })

  test('is never what is required', () => {
    const all = begin()
    for (const change of [
      MORE_PYTORCH,
      { ...MORE_PYTORCH, kind: 'mandatory', to: true },
      { kind: 'removeSkill', role: 'ml-engineer', skill: 'docker' },
      { kind: 'addSkill', role: 'ml-engineer', skill: 'docker', to: ['working'] },
    ] satisfies CatalogChange[]) {
      expect(all.act('author', { ...quick, change })).toEqual({ why: 'notWording' })
    }
  })
})

describe('several proposals', () => {
  test('an author has three open at most, and begins one a day', () => {
    const all = begin()
    const skills = ['docker', 'aws', 'terraform', 'postgresql']
    const outcomes = skills.map((skill, n) => {
      const level = 'senior'
      const outcome = all.act('author', submit({ ...MORE_PYTORCH, level, skill, to: 'working' }, `proposal-${n}`))
      const again = all.act(
        'author',
        submit({ ...MORE_PYTORCH, level, skill: 'network-fundamentals', to: 'working' }, 'once-more'),
      )
      all.later(DAY)
      return [outcome, again?.why]
    })
    expect(outcomes).toEqual([
      [undefined, 'tooManyToday'],
      [undefined, 'tooManyToday'],
      [undefined, 'tooManyOpen'],
      [{ why: 'tooManyOpen', most: 3 }, 'tooManyOpen'],
    ])
    all.act('author', { type: 'withdraw', id: 'proposal-0' })
    expect(
      all.act('author', submit({ ...MORE_PYTORCH, level: 'senior', skill: 'postgresql', to: 'working' }, 'once-more')),
    ).toBeUndefined()
  })

  test('what is proposed already is not proposed twice', () => {
    const all = begin()
    all.act('author', submit())
    expect(all.act('other', submit(MORE_PYTORCH, 'proposal-2'))).toMatchObject({ why: 'there', proposal: { id: ID } })
    expect(all.act('other', submit({ ...MORE_PYTORCH, to: 'awareness' }, 'proposal-2'))).toBeUndefined()
  })

  test('what was rejected waits thirty days, unless an expert waives that', () => {
    const all = voting()
    vote(all, 0, 5)
    all.later(7 * DAY)
    all.later(29 * DAY)
    expect(all.act('other', submit({ ...MORE_PYTORCH, to: 'awareness' }, 'proposal-2'))).toMatchObject({ why: 'waits' })
    expect(all.act('member-1', { type: 'waive', id: ID, reason: '' })).toEqual({ why: 'notExpert' })
    expect(all.act('expert-1', { type: 'waive', id: ID, reason: 'New facts' })).toBeUndefined()
    expect(all.act('other', submit({ ...MORE_PYTORCH, to: 'awareness' }, 'proposal-2'))).toBeUndefined()
    const later = voting()
    vote(later, 0, 5)
    later.later(7 * DAY)
    later.later(30 * DAY)
    expect(later.act('other', submit(MORE_PYTORCH, 'proposal-2'))).toBeUndefined()
  })

  test('one that is applied sends its rivals back, and ends those that no longer fit', () => {
    const all = voting()
    vote(all, 5, 0)
    all.act('b', submit({ ...MORE_PYTORCH, to: 'awareness' }, 'proposal-2'))
    all.act('c', submit({ kind: 'removeSkill', role: 'ml-engineer', skill: 'pytorch' }, 'proposal-3'))
    all.act('d', submit({ ...MORE_PYTORCH, kind: 'mandatory', to: true }, 'proposal-4'))
    all.later(3 * DAY)
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    expect(all.proposal().state).toBe('applied')
    expect(all.proposal('proposal-2')).toMatchObject({ state: 'changesAsked', rival: ID })
    expect(all.proposal('proposal-3')).toMatchObject({ state: 'changesAsked', rival: ID })
    expect(all.proposal('proposal-4').state).toBe('nominated')
    expect(
      all.act('b', { type: 'edit', id: 'proposal-2', change: { ...MORE_PYTORCH, to: 'working' }, reason: 'Back' }),
    ).toBeUndefined()
    expect(all.proposal('proposal-2')).toMatchObject({ state: 'nominated', request: { from: 'advanced' } })
    all.act('c', {
      type: 'edit',
      id: 'proposal-3',
      change: { kind: 'removeSkill', role: 'ml-engineer', skill: 'pytorch' },
      reason: 'Still',
    })
    for (const n of [0, 1, 2]) all.act(`member-${n}`, { type: 'nominate', id: 'proposal-3', on: true })
    vote(all, 5, 0, 'proposal-3')
    all.later(3 * DAY)
    all.act('expert-1', approve('proposal-3'))
    all.act('expert-2', approve('proposal-3'))
    expect(all.proposal('proposal-3').state).toBe('applied')
    expect(all.proposal('proposal-2')).toMatchObject({ state: 'superseded', rival: 'proposal-3' })
    expect(all.proposal('proposal-4')).toMatchObject({ state: 'superseded', rival: 'proposal-3' })
  })

  test('what takes a change back reverts it', () => {
    const all = reviewing()
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    all.act('other', submit({ ...MORE_PYTORCH, to: 'working' }, 'proposal-2'))
    for (const n of [0, 1, 2]) all.act(`member-${n}`, { type: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(3 * DAY)
    all.act('expert-1', approve('proposal-2'))
    all.act('expert-2', approve('proposal-2'))
    expect(all.proposal('proposal-2').state).toBe('applied')
    expect(all.proposal()).toMatchObject({ state: 'reverted', rival: 'proposal-2' })
    expect(cell(all)?.proficiency).toBe('working')
    expect(all.catalog().version).toBe(loaded.catalog.version)
  })

  test('the author may withdraw what is open, and nobody else', () => {
    for (const at of [begin, voting, reviewing]) {
      const all = at()
      if (at === begin) all.act('author', submit())
      expect(all.act('other', { type: 'withdraw', id: ID })).toEqual({ why: 'notAuthor' })
      expect(all.act('author', { type: 'withdraw', id: ID })).toBeUndefined()
      expect(all.proposal().state).toBe('withdrawn')
      expect(all.act('author', { type: 'withdraw', id: ID })).toEqual({ why: 'state', state: 'withdrawn' })
    }
  })
})

test('the log makes the same board again, and what was decided on another one counts nothing', () => {
  const all = reviewing()
  all.act('expert-1', approve())
  all.act('expert-2', approve())
  const again = createLadderState()
  for (const entry of all.log) {
    expect(again.apply(entry)).toBe(true)
    expect(again.apply(entry)).toBe(false)
  }
  expect(again.proposals).toEqual(all.board.proposals)
  expect(again.appliedChanges).toEqual(all.board.appliedChanges)
  expect(again.revision).toBe(all.board.revision)
})
