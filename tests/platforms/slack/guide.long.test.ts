import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { botScopes } from '../../../src/platforms/slack/scopes.ts'
import { personOf, readOf } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { at } from '../json.ts'
import { environmentFor, type RungProcess, spawnRung, startRung } from '../rung.ts'

// Follows docs/slack.md: its commands run as written, and each message that it explains appears as quoted.

const root = join(import.meta.dirname, '../../..')
const guide = await readFile(join(root, 'docs/slack.md'), 'utf8')
const run = promisify(execFile)

/** The messages in the first column of the tables under "When something is wrong". */
const explained = [...guide.slice(guide.indexOf('## When something is wrong')).matchAll(/^\| (`.+?) \|/gmu)].map(
  ([, cell = '']) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, text = '']) => text),
)
const seen = new Set<string>()

/** Records that a message of the guide has appeared in a text. */
function appears(text: string, ...parts: readonly string[]): void {
  expect(explained).toContainEqual(parts)
  for (const part of parts) expect(text).toContain(part)
  seen.add(parts.join(' … '))
}

let slack: FakeSlack
let botToken: string

beforeAll(async () => {
  slack = await startFakeSlack()
  botToken = slack.world.addTeam({ id: 'T1' }).botToken
})
afterAll(() => slack?.close())

/** The environment that a line of the guide sets, with the tokens of this Slack for the dots. */
function environmentOf(line: string): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, string>> = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
  }
  const names = [...line.matchAll(/([A-Z_]+)=\S*…/gu)].map(([, name = '']) => name)
  return {
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    ...Object.fromEntries(names.map((name) => [name, values[name] ?? ''])),
  }
}

describe('the guide to Slack', () => {
  const starts = [...guide.matchAll(/^ {4}(SLACK_\S+ .*npm start)$/gmu)].map(([, line = '']) => line)

  test('has a way to start for each transport', () => {
    expect(starts).toHaveLength(2)
  })

  test.each(starts)('%s starts it, and its log ends as the guide says', async (line) => {
    const rung = await startRung(environmentOf(line))
    const last = /"msg":"([^"]+)"/u.exec(rung.lines.at(-1) ?? '')?.[1] ?? ''
    expect(guide).toContain(`    ${last}\n`)
    slack.reach(line.includes('SIGNING') ? rung.url : undefined)
    const ana = personOf(slack, 'T1', 'U1')
    const first = /^ {4}(\/skills .*)$/mu.exec(guide)?.[1] ?? ''
    await ana.command('C1', first)
    expect(readOf(await ana.reads('C1', 'Senior'))).toContain('58 skills')
    await rung.stop()
  })

  test.each([...guide.matchAll(/^ {4}(npm run .*?)(?: {2,}#.*)?$/gmu)].map(([, line = '']) => line))(
    '%s prints a manifest with the permissions that the guide explains',
    async (line) => {
      const { stdout } = await run('sh', ['-c', line], { cwd: root })
      const requestedScopes = at(parse(stdout), 'oauth_config', 'scopes', 'bot')
      const documentedScopes = [...guide.matchAll(/^\| `([a-z_:]+)` \|/gmu)].map(([, scope]) => scope)
      expect(new Set(documentedScopes)).toEqual(new Set([...botScopes().required, ...botScopes().optional]))
      expect(new Set(Array.isArray(requestedScopes) ? requestedScopes : [])).toEqual(new Set(documentedScopes))
      const committedManifest = await readFile(join(root, 'slack-manifest.yaml'), 'utf8')
      // An option makes another manifest than the committed one.
      expect([/--(?:url|prefix)/u.test(line), stdout === committedManifest]).toContain(true)
    },
  )

  async function lastWords(environment: Readonly<Record<string, string>>): Promise<string> {
    const rung = await spawnRung(environment)
    expect(await rung.ended).toBe(1)
    return rung.lines.join('\n')
  }

  test('explains what is printed if a setting is wrong', async () => {
    const http = environmentFor(slack, 'http', botToken)
    const socket = environmentFor(slack, 'socket', botToken)
    appears(await lastWords({ ...http, SLACK_BOT_TOKEN: 'xoxb-no' }), 'Slack refuses SLACK_BOT_TOKEN (invalid_auth)')
    appears(await lastWords({ ...socket, SLACK_APP_TOKEN: 'xapp-no' }), 'Slack refuses SLACK_APP_TOKEN (invalid_auth)')
    appears(
      await lastWords({ SLACK_BOT_TOKEN: botToken }),
      'SLACK_SIGNING_SECRET: is not set; Slack over HTTP needs it',
    )
    appears(await lastWords({ ...http, SLACK_BOT_TOKEN: 'xoxp-1' }), 'SLACK_BOT_TOKEN: must begin with xoxb-')
    const otherServer = createServer()
    await new Promise<void>((resolve) => otherServer.listen(0, '127.0.0.1', resolve))
    const address = otherServer.address()
    const port = String(typeof address === 'object' && address ? address.port : 0)
    appears(await lastWords({ ...http, PORT: port }), 'is taken by another process: set PORT to a free one')
    await new Promise((resolve) => otherServer.close(resolve))
    appears(await lastWords({ ...http, SLACK_API_URL: `http://127.0.0.1:${port}/api/` }), 'Slack does not answer at')
    expect(seen.size).toBe(6)
  })

  test('explains what is logged while it runs, and the errors that people see', async () => {
    const rung = await startRung(environmentFor(slack, 'http', botToken))
    slack.reach(rung.url)
    const ana = personOf(slack, 'T1', 'U1')
    await slack.deliver('events_api', { type: 'event_callback' }, { secret: 'f'.repeat(32) })
    appears(
      await rung.logs('signature does not match'),
      'a delivery was refused',
      'the signature does not match: is SLACK_SIGNING_SECRET that of this app',
    )
    await slack.deliver('events_api', { type: 'event_callback' }, { skew: -400 })
    appears(await rung.logs('behind this'), 'a delivery was refused', "behind this machine's clock")

    const { scopes: granted } = slack.world.team('T1')
    granted.delete('im:write')
    await ana.command('C1', '/assess ml-engineer')
    await ana.press(await ana.reads('C1', 'Assessment: ML Engineer'), 'Find my level')
    appears(readOf(await ana.reads('C1', 'scope')), 'Rung lacks the scope')
    granted.add('im:write').delete('files:write')
    await ana.command('C1', '/profile export')
    appears(readOf(await ana.reads(ana.direct, 'upload')), 'I’m not allowed to upload files in this workspace')
    granted.add('files:write')

    await expectNotAuthorized(rung)
    slack.reach('http://127.0.0.1:9')
    await ana.command('C1', '/skills')
    expect(readOf(await ana.reads('C1', 'failed with'))).toContain('operation_timeout')
    appears(readOf(await ana.reads('C1', 'failed with')), 'failed with the error "operation_timeout"')
    await rung.stop()

    const other = await startRung({ ...environmentFor(slack, 'http', botToken), SLACK_SIGNING_SECRET: '0'.repeat(32) })
    slack.reach(other.url)
    await ana.command('C1', '/skills')
    appears(readOf(await ana.reads('C1', 'dispatch_failed')), 'failed with the error "dispatch_failed"')
    await other.stop()
  })

  async function expectNotAuthorized(rung: RungProcess): Promise<void> {
    const event = { type: 'app_uninstalled' }
    const body = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event }
    slack.reach(rung.url)
    await slack.deliver('events_api', { ...body, event_time: Math.floor(Date.now() / 1000) })
    const bo = personOf(slack, 'T1', 'U2')
    await bo.command('C1', '/skills')
    appears(readOf(await bo.reads('C1', 'authorized')), 'Rung is no longer authorized in this workspace')
  }

  test('explains a proposals channel that Rung is not in, and experts who do not count', async () => {
    const before = seen.size
    const own = slack.world.addTeam({ id: 'T9', channels: [{ id: 'C1' }, { id: 'C9', bot: false }] })
    const rung = await startRung({
      ...environmentFor(slack, 'http', own.botToken),
      SLACK_PROPOSALS_CHANNEL: 'C9',
      SLACK_EXPERTS: 'SNOBODY,UNOBODY',
    })
    slack.reach(rung.url)
    const ana = personOf(slack, 'T9', 'U1')
    await ana.command(
      'C1',
      '/propose ml-engineer middle pytorch advanced because we ship models from the first month on',
    )
    appears(await rung.logs('/invite'), 'a proposal’s card could not be shown', 'invite it with /invite @Rung')
    appears(
      await rung.logs('a user group'),
      'who belongs to a user group of SLACK_EXPERTS or SLACK_ADMINS is not known',
    )
    appears(await rung.logs('does not count'), 'SLACK_EXPERTS or SLACK_ADMINS names someone who does not count')
    await rung.stop()
    expect(seen.size).toBe(before + 3)
  })

  test('explains a connection that cannot be opened, and a token that cannot be read', async () => {
    slack.faults.add({ method: 'apps.connections.open', kind: '500', times: 2 })
    const rung = await startRung(environmentFor(slack, 'socket', botToken))
    appears(await rung.logs('a connection'), 'a connection to Slack could not be opened')
    await rung.stop()
    // tests/platforms/slack/workspaces.long.test.ts sees this one in the log of a process.
    const { DecryptionError, createEncryption } = await import('../../../src/platforms/slack/auth/encryption.ts')
    const sealed = createEncryption('x'.repeat(32)).encrypt('token', 'T1')
    const words = (() => {
      try {
        return createEncryption('y'.repeat(32)).decrypt(sealed, 'T1').text
      } catch (error) {
        return error instanceof DecryptionError ? error.message : ''
      }
    })()
    appears(words, 'was encrypted with a secret that is not in RUNG_SECRET')
    expect(seen.size).toBe(explained.length)
  })

  test('explains only messages that appear', () => {
    expect(explained.length).toBeGreaterThan(12)
    expect(new Set(explained.map((parts) => parts.join(' … ')))).toEqual(seen)
  })
})
