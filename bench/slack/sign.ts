import { createHmac } from 'node:crypto'

export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef'

/** The headers of a delivery, signed as Slack signs. */
export function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-signature': `v0=${signature}`,
    'x-slack-request-timestamp': timestamp,
  }
}
