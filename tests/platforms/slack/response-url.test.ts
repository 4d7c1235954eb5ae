import { expect, test } from 'vitest'
import { isSlackUrl } from '../../../src/platforms/slack/response-url.ts'

const PUBLIC = 'https://slack.com/api/'
const OWN = 'http://127.0.0.1:4000/api/'

test.each([
  ['https://hooks.slack.com/actions/T1/1/abc', PUBLIC],
  ['https://hooks.slack.com/commands/T1/1/abc', OWN],
  ['https://hooks.slack-gov.com/actions/T1/1/abc', PUBLIC],
  ['http://127.0.0.1:4000/respond/abc', OWN],
])('%s is accepted, with the API at %s', (url, apiUrl) => {
  expect(isSlackUrl(url, apiUrl)).toBe(true)
})

test.each([
  ['http://hooks.slack.com/actions/T1/1/abc', PUBLIC],
  ['https://hooks.slack.com:8443/actions', PUBLIC],
  ['https://hooks.slack.com.example/actions', PUBLIC],
  ['https://notslack.com/actions', PUBLIC],
  ['https://hooks.slack.com@example.org/actions', PUBLIC],
  ['http://169.254.169.254/latest/meta-data', PUBLIC],
  ['http://127.0.0.1:4000/respond/abc', PUBLIC],
  ['http://127.0.0.1:4001/respond/abc', OWN],
  ['https://127.0.0.1:4000/respond/abc', OWN],
  ['file:///etc/passwd', OWN],
  ['nothing', OWN],
  ['', OWN],
])('%s is refused, with the API at %s', (url, apiUrl) => {
  expect(isSlackUrl(url, apiUrl)).toBe(false)
})
