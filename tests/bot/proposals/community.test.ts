import { expect, test } from 'vitest'
import { createCommunityTracker, expertsOf } from '../../../src/proposals/community.ts'
import { parsePersonKey, personKey } from '../../../src/store/person.ts'

const key = (user: string): string => personKey({ platform: 'slack', workspace: 'T1', user })
const same = (of: string): string => of

test('an expert of one domain reviews changes in that domain; changes of a whole role are for the experts of all domains', () => {
  const community = createCommunityTracker()
  const experts = [
    { key: key('all'), domain: null },
    { key: key('guard'), domain: 'security' },
  ]
  community.report('slack', { workspace: 'T1', experts, admins: [] })
  const listExperts = (domain: string | null): readonly string[] => [
    ...expertsOf(community.current().experts, domain, same),
  ]
  expect(listExperts('security')).toEqual([key('all'), key('guard')])
  expect(listExperts('testing')).toEqual([key('all')])
  expect(listExperts(null)).toEqual([key('all')])
  community.report('slack', { workspace: 'T1', experts: experts.slice(1), admins: [] })
  expect(listExperts(null)).toEqual([key('guard')])
  expect(listExperts('testing')).toEqual([])
})

test('those belong who are in the workspace of a place, and nobody else', () => {
  const community = createCommunityTracker()
  const ana = { platform: 'slack', workspace: 'T1', user: 'ana' }
  expect(community.current().includes(ana)).toBe(false)
  community.report('slack', { workspace: 'T1', experts: [], admins: [] })
  expect(community.current().includes(ana)).toBe(true)
  expect(community.current().includes({ ...ana, workspace: 'T2' })).toBe(false)
  expect(community.current().includes({ ...ana, platform: 'discord' })).toBe(false)
  community.report('slack', undefined)
  expect(community.current().includes(ana)).toBe(false)
})

test('a key is parsed into a person, and other text into none', () => {
  const odd = { platform: 'slack', workspace: 'T/1', user: 'a b%ü' }
  expect(parsePersonKey(personKey(odd))).toEqual(odd)
  expect(parsePersonKey('a/b')).toBeUndefined()
  expect(parsePersonKey('a/b/c/d')).toBeUndefined()
})
