import { expect, test } from 'vitest'
import { membershipStatusFrom } from '../../../src/platforms/slack/membership.ts'

// Users as `users.info` returns them (docs.slack.dev/reference/objects/user-object), for the workspace T1.

const member = { id: 'U1', team_id: 'T1', deleted: false, is_bot: false, is_restricted: false }
const others = { ...member, team_id: 'T2' }
const inOrganization = (...teams: readonly string[]) => ({ ...others, enterprise_user: { id: 'W1', teams } })

test.each([
  ['member', 'of the workspace', member],
  ['member', 'whose workspace is not told', { id: 'U1' }],
  ['member', 'of another workspace of the organization, who is in this one too', inOrganization('T2', 'T1')],
  ['guest', 'of several channels', { ...member, is_restricted: true }],
  ['guest', 'of one channel', { ...member, is_ultra_restricted: true }],
  ['stranger', 'of another company', { ...member, is_stranger: true }],
  ['stranger', 'of another company, in a channel that the app is in', others],
  ['stranger', 'who is a guest of another company', { ...others, is_restricted: true }],
  ['stranger', 'of another workspace of the organization alone', inOrganization('T2')],
  ['deactivated', 'who is deactivated', { ...member, deleted: true }],
  ['deactivated', 'who is deactivated and was a guest', { ...member, is_restricted: true, deleted: true }],
  ['bot', 'that is an app', { ...member, is_bot: true }],
  ['bot', 'that is an app that was removed', { ...member, is_bot: true, deleted: true }],
  ['bot', 'that is Slack’s own, which is no bot in its data', { ...member, id: 'USLACKBOT' }],
  ['nobody', 'that Slack does not describe', undefined],
])('a %s is someone %s', (status, _, user) => {
  expect(membershipStatusFrom(user, 'T1')).toBe(status)
})
