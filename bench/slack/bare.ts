import { App, LogLevel } from '@slack/bolt'
import { SIGNING_SECRET } from './sign.ts'

// The baseline: an app as Bolt's own guide begins one. It acknowledges every command with one line of text, and
// every press with nothing or, where RESPONDS is true, with one word after it.

const app = new App({
  token: 'xoxb-bench',
  signingSecret: SIGNING_SECRET,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
})
app.command('/skills', async ({ ack }) => {
  await ack('ok')
})
app.action(/^/u, async ({ ack, respond }) => {
  await ack()
  if (process.env['RESPONDS'] === 'true') await respond({ replace_original: true, text: 'ok' })
})
await app.start({ port: Number(process.env['PORT']), host: '127.0.0.1' })
process.stdout.write('ready\n')
