import { expect, test } from 'vitest'
import { DEFAULT_POLICY, readPolicy } from '../../src/proposals/domain/index.ts'

test('without a word, the numbers are Rung’s own', () => {
  expect(readPolicy('')).toEqual({ policy: DEFAULT_POLICY })
  expect(DEFAULT_POLICY).toMatchObject({ voteDays: 7, minVoteHours: 72, pass: { of: 2, in: 3 }, approvals: 2 })
})

test('an operator sets some of them and keeps the others', () => {
  expect(readPolicy('voteDays=5, pass=3/5;\nmaxQuorum = 20')).toEqual({
    policy: { ...DEFAULT_POLICY, voteDays: 5, pass: { of: 3, in: 5 }, maxQuorum: 20 },
  })
})

test('what is wrong is named, all of it at once', () => {
  expect(readPolicy('voteDays=0, quorum=4, pass=3/2, nonsense, minVoteHours=x')).toEqual({
    problems: [
      expect.stringContaining('there is no "quorum"; the names are draftDays, nominateDays'),
      expect.stringContaining('"nonsense" must be a name and a number'),
      expect.stringContaining('voteDays: '),
      expect.stringContaining('minVoteHours: '),
      'pass: must be a fraction from 0 to 1',
    ],
  })
})
