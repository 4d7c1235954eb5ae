import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import { COMMANDS, type Command, examplesOf } from '../../../src/bot/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import { slackManifest } from '../../../src/platforms/slack/manifest.ts'
import { botScopes, EVENT_SCOPES, METHOD_SCOPES } from '../../../src/platforms/slack/scopes.ts'
import { openCatalog, shippedCatalog } from '../../fixtures/catalog.ts'

const root = join(import.meta.dirname, '../../..')
const commands = COMMANDS
const { catalog } = await openCatalog(shippedCatalog)
const ladder = { commands, examplesOf: (command: Command) => examplesOf(command, catalog, translator('en')) }

/** The scope of each method in Slack's reference, independent of our own table. */
const PUBLISHED: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'chat.getPermalink': null,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'conversations.replies': 'channels:history',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'oauth.v2.access': null,
  'reactions.get': 'reactions:read',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.update': null,
}

async function sources(): Promise<string> {
  const folder = join(root, 'src/platforms/slack')
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && file !== 'scopes.ts',
  )
  expect(files.length).toBeGreaterThan(20)
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n')
}

describe('the manifest of the Slack app', () => {
  test('is the one in the repository', async () => {
    expect(await readFile(join(root, 'slack-manifest.yaml'), 'utf8')).toBe(
      slackManifest({ ...ladder, publicUrl: undefined }),
    )
  })

  test('requests exactly the scopes of the methods that are called', async () => {
    const called = new Set(
      [...(await sources()).matchAll(/method: '([a-z]+\.[a-z0-9.]+)'/giu)].map(([, method]) => method),
    )
    expect(called).toEqual(new Set(Object.keys(METHOD_SCOPES)))
    expect(METHOD_SCOPES).toEqual(PUBLISHED)
    expect(botScopes()).toEqual({
      required: [
        'app_mentions:read',
        'chat:write',
        'commands',
        'im:history',
        'im:write',
        'reactions:read',
        'users:read',
      ],
      optional: ['channels:history', 'files:write', 'groups:history', 'usergroups:read'],
    })
  })

  test('subscribes to exactly the events that are handled', async () => {
    const text = await sources()
    const types = Object.keys(EVENT_SCOPES).map((event) => event.split('.')[0] ?? '')
    const handledEvents = [...text.matchAll(/case '([a-z_]+)':/gu)]
      .map(([, type]) => type)
      .filter((type) => type && types.includes(type))
    expect(new Set(handledEvents)).toEqual(new Set(types))
  })

  test('has every command as it is declared', () => {
    const { features } = parse(slackManifest({ ...ladder, publicUrl: undefined }))
    expect(features.slash_commands[0]).toEqual({
      command: '/skills',
      description: 'Look up what’s expected for a role, level, or skill',
      usage_hint: 'ai-engineer · ai-engineer senior · ai-engineer senior programming-fundamentals',
      should_escape: false,
    })
    expect(features.slash_commands).toEqual(
      commands.map((command) => ({
        command: `/${command.name}`,
        description: translator('en')(command.summary),
        usage_hint: examplesOf(command, catalog, translator('en')).slice(0, 3).join(' · '),
        should_escape: command.name === 'rung',
      })),
    )
    const names = (type: string): readonly string[] =>
      features.shortcuts
        .filter((each: { type: string }) => each.type === type)
        .map(({ name }: { name: string }) => name)
    expect(names('message')).toEqual(['Propose a change'])
    expect(names('global')).toEqual(['Assess yourself', 'Look up what’s expected'])
  })

  test('has a prefix before each command if it is asked for', () => {
    const { features } = parse(slackManifest({ ...ladder, publicUrl: undefined, prefix: 'rung-' }))
    expect(features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(
      commands.map(({ name }) => (name === 'rung' ? '/rung' : `/rung-${name}`)),
    )
  })

  test('has one request URL over HTTP, and none in Socket Mode', () => {
    const http = parse(slackManifest({ ...ladder, publicUrl: 'https://rung.example.com' }))
    const events = 'https://rung.example.com/slack/events'
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: events },
      interactivity: { is_enabled: true, request_url: events },
    })
    expect(new Set(http.features.slash_commands.map(({ url }: { url: string }) => url))).toEqual(new Set([events]))
    expect(http.oauth_config.redirect_urls).toEqual(['https://rung.example.com/slack/oauth_redirect'])
    const socket = slackManifest({ ...ladder, publicUrl: undefined })
    expect(socket).not.toContain('url')
    expect(parse(socket).settings.socket_mode_enabled).toBe(true)
  })
})
