import { afterEach, expect, test } from 'vitest'
import { composeBot } from '../../../src/app/app.ts'
import { createCommunityTracker } from '../../../src/proposals/community.ts'
import { DEFAULT_POLICY } from '../../../src/proposals/domain/index.ts'
import type { ProposalService } from '../../../src/proposals/index.ts'
import { type LadderDraft, loadLadder, newLadder } from '../../catalog/edited-ladder.ts'
import { key, type Opened, openLadder, person } from './open-ladder.ts'

// A file of the ladder is removed and put back while people decide about it.

const ID = 'proposal-x'
const CHANGE = { kind: 'requirement', role: 'maker', level: 'junior', skill: 'skill-0', to: 'advanced' } as const
const whole = newLadder()
const lacking: LadderDraft = { ...whole, skills: whole.skills.filter(({ id }) => id !== 'skill-0') }
const loaded = (ladder: LadderDraft) => ({ ok: true as const, recorded: [], ...loadLadder(ladder) })

let opened: Opened
afterEach(() => opened.close())

const act = (ladder: ProposalService, user: string, command: Parameters<ProposalService['execute']>[0]) =>
  ladder.execute(command, { person: key(user), bot: false })

/** A proposal that experts decide about, because there are too few members for a vote. */
async function inReview(): Promise<void> {
  opened = await openLadder({ catalog: loaded(whole), experts: ['E1', 'E2'] })
  await act(opened.ladder, 'U0', { type: 'submit', id: ID, change: CHANGE, reason: 'a reason', lane: 'vote' })
  expect(opened.ladder.state().proposals.get(ID)?.state).toBe('review')
}

const replace = (ladder: ProposalService, files: LadderDraft): Promise<void> =>
  ladder.replaceFiles(loaded(files), () => Promise.resolve())

let deliveries = 0
async function press(user: string, payload: string, locale: 'en' | 'es' = 'en'): Promise<string> {
  deliveries += 1
  const response = await opened.bot.handle({
    type: 'action',
    id: `d${deliveries}`,
    person: person(user),
    locale,
    payload,
  })
  return JSON.stringify(response)
}

test('who approves is told that the skill is gone, and the proposal says so too, without the button', async () => {
  await inReview()
  await press('E1', `1v:a:${ID}`)
  await replace(opened.ladder, lacking)
  const answer = await press('E2', `1v:a:${ID}`)
  expect(answer).toContain(
    'The ladder no longer has “skill-0”, so this proposal can’t be decided now, and nothing was recorded.',
  )
  expect(answer).toContain('"failed":"user"')
  expect(await press('E2', `1v:a:${ID}`, 'es')).toContain('El marco de carrera ya no tiene «skill-0»')
  const proposalPage = await press('E2', `1v:s:${ID}`)
  expect(proposalPage).toContain('The ladder no longer has “skill-0”, so this proposal is on hold.')
  expect(proposalPage).not.toContain('"label":"Approve"')
  expect(proposalPage).toContain('"label":"Object"')
  await replace(opened.ladder, whole)
  expect(await press('E2', `1v:s:${ID}`)).toContain('"label":"Approve"')
  expect(await press('E2', `1v:a:${ID}`)).toContain('live')
  const role = opened.ladder.catalogIndex().catalog.roles.get('maker')
  expect(role?.rows.get('skill-0')?.cells[0]?.proficiency).toBe('advanced')
})

test('two processes with different files agree about it, and later about the ladder', async () => {
  await inReview()
  const community = createCommunityTracker()
  community.report('slack', {
    workspace: 'T1',
    experts: ['E1', 'E2'].map((user) => ({ key: key(user), domain: null })),
    admins: [],
  })
  const { proposals: other } = composeBot({
    store: opened.store,
    loaded: loaded(lacking),
    community,
    policy: DEFAULT_POLICY,
    sessionMs: 1000,
    now: opened.now,
    newId: () => 'other',
    report: () => undefined,
    onFailure: ({ error }) => {
      throw error
    },
  })
  await other.catchUp()
  const approve = { type: 'review', id: ID, verdict: 'approve', reason: '' } as const
  expect(await act(other, 'E1', approve)).toMatchObject({ status: 'refused', refusal: { why: 'targetGone' } })
  await act(opened.ladder, 'E1', approve)
  expect(await act(other, 'E2', approve)).toMatchObject({ status: 'refused', refusal: { why: 'targetGone' } })
  expect(await act(opened.ladder, 'E2', approve)).toMatchObject({ status: 'done', proposal: { state: 'applied' } })
  await other.catchUp()
  expect(other.state().proposals.get(ID)).toEqual(opened.ladder.state().proposals.get(ID))
  await replace(other, whole)
  expect(other.catalogIndex().catalog.version).toBe(opened.ladder.catalogIndex().catalog.version)
})
