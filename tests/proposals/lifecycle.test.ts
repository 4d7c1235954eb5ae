import { beforeAll, describe, expect, test } from 'vitest'
import { type CatalogChange, type Loaded, loadCatalog } from '../../src/catalog/index.ts'
import { createBoard, tallyOf } from '../../src/proposals/index.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { type Community, type CommunityOptions, community, DAY, HOUR, ID, MORE_PYTORCH, submit } from './community.ts'

let loaded: Extract<Loaded, { ok: true }>

beforeAll(async () => {
  const read = await loadCatalog(ownCatalog)
  if (!read.ok) throw new Error('the catalogue is broken')
  loaded = read
})

const begin = (options?: CommunityOptions): Community => community(loaded, options)

/** One that has been proposed and nominated: people vote on it. */
function voting(options?: CommunityOptions, change?: CatalogChange): Community {
  const all = begin(options)
  expect(all.act('author', submit(change))).toBeUndefined()
  const { nominatorsNeeded } = all.proposal()
  for (let n = 0; n < nominatorsNeeded; n += 1) {
    expect(all.act(`member-${n}`, { do: 'nominate', id: ID, on: true })).toBeUndefined()
  }
  expect(all.proposal().state).toBe('voting')
  return all
}

function vote(all: Community, inFavour: number, against: number, id = ID): void {
  const { round } = all.proposal(id)
  for (let n = 0; n < inFavour + against; n += 1) {
    const choice = n < inFavour ? 'for' : 'against'
    expect(all.act(`member-${n}`, { do: 'vote', id, round, choice })).toBeUndefined()
  }
}

/** One that experts decide on. */
function reviewing(options?: CommunityOptions, change?: CatalogChange): Community {
  const all = voting(options, change)
  vote(all, 5, 0)
  all.later(3 * DAY)
  expect(all.proposal().state).toBe('review')
  return all
}

const approve = (id = ID) => ({ do: 'review', id, verdict: 'approve', reason: '' }) as const
const object = (reason: string, id = ID) => ({ do: 'review', id, verdict: 'object', reason }) as const

function cell(all: Community, { role, level, skill } = { role: 'ml-engineer', level: 'middle', skill: 'pytorch' }) {
  const found = all.catalog().roles.get(role)
  const at = found?.levels.findIndex(({ slug }) => slug === level) ?? -1
  return found?.rows.get(skill)?.cells[at]
}

describe('from an idea to the vote', () => {
  test('a proposal is nominated when it is complete and differs from the ladder', () => {
    const all = begin()
    expect(all.act('author', submit())).toBeUndefined()
    expect(all.proposal()).toMatchObject({
      number: 1,
      state: 'nominated',
      author: 'author',
      asked: {
        from: 'working',
        domain: 'machine-learning-ai',
        version: all.catalog().roles.get('ml-engineer')?.version,
      },
      nominatorsNeeded: 3,
      members: 24,
    })
  })

  test('a draft keeps an idea for two weeks, and whoever had it may complete it', () => {
    const source = { message: 'slack/T/C/1', link: null, text: 'PyTorch, Middle: Working → Advanced?' }
    const all = begin()
    all.act('author', { do: 'draft', id: ID, source })
    all.later(13 * DAY)
    expect(all.proposal().state).toBe('draft')
    expect(all.act('somebody', submit())).toEqual({ why: 'notAuthor' })
    expect(all.act('author', submit())).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'nominated', source })
    expect(all.act('author', submit())).toEqual({ why: 'state', state: 'nominated' })
    const other = begin()
    other.act('author', { do: 'draft', id: ID, source })
    other.later(14 * DAY)
    expect(other.proposal().state).toBe('expired')
  })

  test('who likes the message an idea comes from nominates what becomes of it', () => {
    const all = begin()
    all.act('author', { do: 'draft', id: ID, source: { message: 'm', link: null } })
    for (const member of ['a', 'b', 'c']) all.act(member, { do: 'nominate', id: ID, on: true })
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
      { ...MORE_PYTORCH, to: 'expert' },
      { why: 'decreasing', level: 'Senior', expects: 'advanced' },
    ],
    [
      { ...MORE_PYTORCH, level: 'senior', to: 'awareness' },
      { why: 'decreasing', level: 'Middle', expects: 'working' },
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
      begin().act('author', { ...submit(), do: 'submit', id: ID, reason: '  ', change: MORE_PYTORCH, lane: 'vote' }),
    ).toEqual({
      why: 'noReason',
    })
  })

  test('nominations by the author do not count, and those taken back neither, until enough have been given', () => {
    const all = begin()
    all.act('author', submit())
    expect(all.act('author', { do: 'nominate', id: ID, on: true })).toEqual({ why: 'own' })
    for (const member of ['a', 'b', 'a', 'b']) all.act(member, { do: 'nominate', id: ID, on: true })
    all.act('b', { do: 'nominate', id: ID, on: false })
    all.act('c', { do: 'nominate', id: ID, on: true })
    expect(all.proposal()).toMatchObject({
      state: 'nominated',
      nominators: new Map([
        ['a', { at: all.now(), emoji: null }],
        ['c', { at: all.now(), emoji: null }],
      ]),
    })
    all.act('d', { do: 'nominate', id: ID, on: true })
    expect(all.proposal()).toMatchObject({ state: 'voting', round: 1, quorum: 5 })
    expect(all.act('d', { do: 'nominate', id: ID, on: false })).toEqual({ why: 'state', state: 'voting' })
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
      all.act(`m-${n}`, { do: 'nominate', id: ID, on: true })
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
    all.act('late', { do: 'vote', id: ID, round: 1, choice: 'for' })
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
    expect(all.act('author', { do: 'appeal', id: ID, reason: 'but' })).toEqual({ why: 'state', state: 'rejected' })
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
      all.act('a', { do: 'vote', id: ID, round: 1, choice })
    }
    expect(all.proposal().tally).toEqual({ for: 0, against: 1 })
    expect(tallyOf(all.proposal())).toEqual({ for: 0, against: 1 })
  })

  test('counts no author, no bot, and nobody in a vote that is over', () => {
    const all = voting()
    expect(all.act('author', { do: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'own' })
    expect(all.act('robot', { do: 'vote', id: ID, round: 1, choice: 'for' }, { bot: true })).toEqual({ why: 'bot' })
    expect(all.act('a', { do: 'vote', id: ID, round: 2, choice: 'for' })).toEqual({ why: 'otherVote' })
    expect(all.proposal().tally).toEqual({ for: 0, against: 0 })
    const forged = { type: 'voted', id: ID, at: all.now(), by: 'author', round: 1, choice: 'for' } as const
    expect(all.board.take(forged)).toBe(false)
    expect(all.board.take({ ...forged, by: 'a', at: all.now() + 7 * DAY })).toBe(false)
  })

  test('counts two accounts of one person once, and neither where one is the author’s', () => {
    const all = voting()
    vote(all, 2, 0)
    all.act('a', { do: 'vote', id: ID, round: 1, choice: 'against' })
    all.board.take({ type: 'linked', at: all.now(), by: 'a', to: 'member-0' })
    expect(all.proposal().tally).toEqual({ for: 1, against: 1 })
    all.act('a', { do: 'vote', id: ID, round: 1, choice: 'for' })
    expect(all.proposal().tally).toEqual({ for: 2, against: 0 })
    all.board.take({ type: 'linked', at: all.now(), by: 'member-1', to: 'author' })
    expect(all.proposal().tally).toEqual({ for: 1, against: 0 })
    expect(all.act('member-1', { do: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'own' })
  })

  test('waits at its end while experts have the same thing before them, and then is based on what they decided', () => {
    const all = reviewing()
    all.act('other', submit({ ...MORE_PYTORCH, kind: 'mandatory', to: true }, 'proposal-2'))
    for (let n = 0; n < 3; n += 1) all.act(`member-${n}`, { do: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(4 * DAY)
    expect(all.proposal('proposal-2').state).toBe('voting')
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    expect(all.proposal().state).toBe('applied')
    expect(all.proposal('proposal-2').state).toBe('review')
  })
})

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
    expect(cell(all)).toEqual({ proficiency: 'advanced', mandatory: 'unknown' })
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
    expect(all.act('member-1', { do: 'askChanges', id: ID, reason: 'r' })).toEqual({ why: 'notExpert' })
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
    expect(all.act('expert-3', { do: 'appeal', id: ID, reason: 'r' })).toEqual({ why: 'notAuthor' })
    expect(all.act('author', { do: 'appeal', id: ID, reason: 'The team has changed' })).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'review', approvalsNeeded: 3, reviews: new Map() })
    for (const n of [1, 2, 3]) all.act(`expert-${n}`, object('Still'))
    expect(all.proposal().state).toBe('rejected')
    expect(all.act('author', { do: 'appeal', id: ID, reason: 'Again' })).toEqual({ why: 'appealOver' })
  })

  test('an appeal waits while the experts have another proposal for the same thing', () => {
    const all = reviewing()
    // Proposed before the first one was rejected: only one at a time is reviewed.
    all.act('other', submit({ ...MORE_PYTORCH, to: 'awareness' }, 'proposal-2'))
    for (let n = 0; n < 3; n += 1) all.act(`member-${n}`, { do: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(3 * DAY)
    expect(all.proposal('proposal-2').state).toBe('voting')
    for (const n of [1, 2]) all.act(`expert-${n}`, object('No'))
    all.later(1)
    expect([all.proposal().state, all.proposal('proposal-2').state]).toEqual(['rejected', 'review'])
    expect(all.act('author', { do: 'appeal', id: ID, reason: 'But' })).toEqual({ why: 'busy' })
    for (const n of [1, 2]) all.act(`expert-${n}`, object('Neither', 'proposal-2'))
    expect(all.act('author', { do: 'appeal', id: ID, reason: 'But' })).toBeUndefined()
  })

  test('an appeal comes within two weeks', () => {
    const all = reviewing({ experts: ['expert-1'] })
    all.act('expert-1', object('No'))
    expect(all.proposal().state).toBe('rejected')
    all.later(14 * DAY)
    expect(all.act('author', { do: 'appeal', id: ID, reason: 'r' })).toEqual({ why: 'appealOver' })
  })

  test('changes that are asked for start the vote anew; without them it expires', () => {
    const all = reviewing()
    all.act('expert-1', { do: 'askChanges', id: ID, reason: 'At Senior rather' })
    expect(all.proposal().state).toBe('changesAsked')
    expect(
      all.act('author', { do: 'edit', id: ID, change: { ...MORE_PYTORCH, skill: 'docker' }, reason: 'r' }),
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
    expect(all.act('author', { do: 'edit', id: ID, change, reason: 'Less, then' })).toBeUndefined()
    expect(all.proposal()).toMatchObject({
      state: 'voting',
      round: 2,
      tally: { for: 0, against: 0 },
      asked: { change },
    })
    expect(all.act('member-1', { do: 'vote', id: ID, round: 1, choice: 'for' })).toEqual({ why: 'otherVote' })
    const other = reviewing()
    other.act('expert-1', { do: 'askChanges', id: ID, reason: 'r' })
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
    const all = reviewing(undefined, { ...MORE_PYTORCH, level: 'senior', to: 'working' })
    const lower: CatalogChange = { ...MORE_PYTORCH, level: 'middle', to: 'advanced' }
    all.act('other', submit(lower, 'proposal-2'))
    for (let n = 0; n < 3; n += 1) all.act(`member-${n}`, { do: 'nominate', id: 'proposal-2', on: true })
    vote(all, 5, 0, 'proposal-2')
    all.later(3 * DAY)
    all.act('expert-1', approve('proposal-2'))
    all.act('expert-2', approve('proposal-2'))
    expect(all.proposal('proposal-2').state).toBe('applied')
    all.act('expert-1', approve())
    all.act('expert-2', approve())
    expect(all.proposal()).toMatchObject({ state: 'changesAsked', rival: null })
    expect(all.proposal().history.at(-1)?.reason).toContain('never decreases')
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
  const quick = { do: 'submit', id: ID, change: wording, reason: 'Shorter', lane: 'wording' } as const

  test('takes one expert, and three days without an objection', () => {
    const all = begin()
    expect(all.act('author', quick)).toBeUndefined()
    expect(all.proposal()).toMatchObject({ state: 'review', approvalsNeeded: 1 })
    all.act('expert-1', approve())
    all.later(72 * HOUR - 1)
    expect(all.proposal().state).toBe('review')
    all.later(1)
    expect(all.proposal().state).toBe('applied')
    expect(all.catalog().skills.get('docker')?.statements.working.en).toBe(wording.to)
    expect(all.catalog().skills.get('docker')?.statements.working.es).toMatch(/^Escribe/u)
  })

  test('that somebody objects to takes the ordinary way', () => {
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
        submit({ ...MORE_PYTORCH, level, skill: 'network-fundamentals', to: 'working' }, 'again'),
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
    all.act('author', { do: 'withdraw', id: 'proposal-0' })
    expect(
      all.act('author', submit({ ...MORE_PYTORCH, level: 'senior', skill: 'postgresql', to: 'working' }, 'again')),
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
    expect(all.act('member-1', { do: 'waive', id: ID, reason: '' })).toEqual({ why: 'notExpert' })
    expect(all.act('expert-1', { do: 'waive', id: ID, reason: 'New facts' })).toBeUndefined()
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
      all.act('b', { do: 'edit', id: 'proposal-2', change: { ...MORE_PYTORCH, to: 'working' }, reason: 'Back' }),
    ).toBeUndefined()
    expect(all.proposal('proposal-2')).toMatchObject({ state: 'nominated', asked: { from: 'advanced' } })
    all.act('c', {
      do: 'edit',
      id: 'proposal-3',
      change: { kind: 'removeSkill', role: 'ml-engineer', skill: 'pytorch' },
      reason: 'Still',
    })
    for (const n of [0, 1, 2]) all.act(`member-${n}`, { do: 'nominate', id: 'proposal-3', on: true })
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
    for (const n of [0, 1, 2]) all.act(`member-${n}`, { do: 'nominate', id: 'proposal-2', on: true })
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
      expect(all.act('other', { do: 'withdraw', id: ID })).toEqual({ why: 'notAuthor' })
      expect(all.act('author', { do: 'withdraw', id: ID })).toBeUndefined()
      expect(all.proposal().state).toBe('withdrawn')
      expect(all.act('author', { do: 'withdraw', id: ID })).toEqual({ why: 'state', state: 'withdrawn' })
    }
  })
})

test('the log makes the same board again, and what was decided on another one counts nothing', () => {
  const all = reviewing()
  all.act('expert-1', approve())
  all.act('expert-2', approve())
  const again = createBoard()
  for (const entry of all.log) {
    expect(again.take(entry)).toBe(true)
    expect(again.take(entry)).toBe(false)
  }
  expect(again.proposals).toEqual(all.board.proposals)
  expect(again.applied).toEqual(all.board.applied)
  expect(again.turns).toBe(all.board.turns)
})
