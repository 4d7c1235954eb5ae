import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSingleWorkspaceAuthorizer } from '../../../src/platforms/slack/auth/authorize.ts'
import { createBoltLogger } from '../../../src/platforms/slack/index.ts'
import { createUserInfo } from '../../../src/platforms/slack/sender.ts'
import { startCommunitySync } from '../../../src/platforms/slack/user-groups.ts'
import { createWebApi } from '../../../src/platforms/slack/web-api.ts'
import { createCommunityTracker } from '../../../src/proposals/index.ts'
import { createMetrics } from '../../../src/runtime/metrics.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'

// Which of the people in SLACK_EXPERTS and SLACK_ADMINS count, and what is still unknown.

let slack: FakeSlack
let time: number
let stop: () => void
beforeEach(async () => {
  slack = await startFakeSlack()
  time = Date.now()
  stop = () => undefined
})
afterEach(async () => {
  stop()
  await slack.close()
})

async function join(experts: readonly string[], admins: readonly string[] = []) {
  const logger = createBoltLogger(pino({ level: 'silent' }))
  const { botToken } = slack.world.team('T1')
  const now = (): number => time
  const reports: string[] = []
  const report = (problem: string): void => void reports.push(problem)
  const replacementFor = () => Promise.resolve(undefined)
  const calls = createWebApi({ apiUrl: slack.apiUrl, logger, metrics: createMetrics(), now, replacementFor })
  const authorities = await createSingleWorkspaceAuthorizer(botToken, calls)
  const locales = createUserInfo({ webApi: calls, now, report })
  const community = createCommunityTracker({ platforms: ['slack'] })
  const appointed = (ids: readonly string[]) => ids.map((id) => ({ id, domain: null }))
  const config = { channel: 'C1', workspace: undefined, experts: appointed(experts), admins: appointed(admins) }
  const joined = startCommunitySync({
    config,
    team: 'T1',
    authorizer: authorities,
    webApi: calls,
    userInfo: locales,
    community,
    report,
  })
  stop = () => joined.stop()
  const usersOf = (keys: readonly string[]): readonly string[] => keys.map((key) => key.split('/')[2] ?? '')
  return {
    reports,
    community,
    experts: () => usersOf(community.current().experts.map(({ key }) => key)),
    admins: () => usersOf(community.current().admins),
    membership: (user: string) => community.current().checkMembership({ platform: 'slack', workspace: 'T1', user }),
  }
}

function addTeam(): void {
  slack.world.addTeam({
    id: 'T1',
    users: [
      { id: 'U1' },
      { id: 'U2' },
      { id: 'UGUEST', guest: 'multi' },
      { id: 'USTRANGER', from: 'TOTHER' },
      { id: 'ULEFT', deactivated: true },
      { id: 'UROBOT', isBot: true },
    ],
    channels: [{ id: 'C1' }],
  })
}

test('only members of the workspace count, by name or in a group', async () => {
  addTeam()
  slack.world.team('T1').groups.set('SGROUP', ['U2', 'UGUEST', 'USTRANGER', 'ULEFT', 'UROBOT'])
  const { community, experts, admins } = await join(['U1', 'UNOBODY', 'ULEFT', 'SGROUP'], ['UGUEST', 'U2'])
  await expect.poll(() => community.pendingPlatforms(), { timeout: 30_000 }).toEqual([])
  expect(experts()).toEqual(['U1', 'U2'])
  expect(admins()).toEqual(['U2'])
  expect(community.current().moreExperts).toBe(false)
})

test('nothing is decided until the membership of everyone named has been read', async () => {
  addTeam()
  slack.world.team('T1').groups.set('SGROUP', ['U2'])
  slack.faults.add({ method: 'usergroups.users.list', kind: '500', times: 100 })
  const unread = await join(['U1', 'SGROUP'])
  await expect.poll(() => unread.reports.length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(unread.community.pendingPlatforms()).toEqual(['slack'])
  expect(unread.community.current().moreExperts).toBe(true)
  stop()
  slack.faults.clear()
  slack.faults.add({ method: 'users.info', kind: '500', times: 100 })
  const unnamed = await join(['U1'])
  await expect.poll(() => unnamed.reports.length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(unnamed.community.pendingPlatforms()).toEqual(['slack'])
})

test('a group that Slack refuses to list may contain experts, and delays nothing', async () => {
  addTeam()
  const { community, experts } = await join(['U1', 'SNONE'])
  await expect.poll(() => community.pendingPlatforms(), { timeout: 30_000 }).toEqual([])
  expect(experts()).toEqual(['U1'])
  expect(community.current().moreExperts).toBe(true)
})

test('the current membership counts, and is unknown while Slack does not answer', async () => {
  addTeam()
  const { community, experts, membership, reports } = await join(['U1', 'U2'])
  await expect.poll(() => community.pendingPlatforms(), { timeout: 30_000 }).toEqual([])
  expect(await membership('U1')).toBe('member')
  expect(await membership('UGUEST')).toBe('none')
  const member = slack.world.team('T1').users.get('U1')
  if (member) member.deactivated = true
  time += 60_000
  expect(await membership('U1')).toBe('none')
  expect(experts()).toEqual(['U2'])
  expect(reports).toHaveLength(1)
  time += 60_000
  expect(await membership('U1')).toBe('none')
  expect(reports).toHaveLength(1)
  slack.faults.add({ method: 'users.info', kind: '500', times: 100 })
  time += 60_000
  expect(await membership('U2')).toBe('unknown')
})
