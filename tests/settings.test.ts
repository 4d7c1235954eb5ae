import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig, SETTINGS } from '../src/app/config.ts'
import { checkTokens, configurationWarnings } from '../src/app/config-warnings.ts'
import { ConfigError } from '../src/runtime/env.ts'

type Environment = Readonly<Record<string, string>>

/** What Rung refuses to start with, a line a variable. */
function refusals(environment: Environment): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

const warnings = (environment: Environment): readonly string[] =>
  configurationWarnings(environment, readConfig(environment))

describe('a misspelled setting', () => {
  test.each([
    ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
    ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
    ['SLACK_SIGNIN_SECRET', 'SLACK_SIGNING_SECRET'],
    ['slack_bot_token', 'SLACK_BOT_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_TOKEN_', 'DISCORD_TOKEN'],
    ['DISCORD_SHARDCOUNT', 'DISCORD_SHARD_COUNT'],
    ['RUNG_SESSIONS_DAY', 'RUNG_SESSION_DAYS'],
    ['RUNG_HOEM', 'RUNG_HOME'],
    ['RUNG_REDIS_URL', 'REDIS_URL'],
    ['RUNG_HOST', 'HOST'],
    ['RUNG_PORT', 'PORT'],
    ['RUNG_LOG_LEVEL', 'LOG_LEVEL'],
    ['REDIS_URI', 'REDIS_URL'],
  ])('%s is refused with %s beside it', (name, setting) => {
    expect(refusals({ [name]: 'hunter2' })).toEqual([
      `${name}: is not a setting of Rung. Did you mean ${setting}? Rename it or unset it`,
    ])
  })

  test('is refused when it is empty too, and with everything else that is wrong', () => {
    expect(refusals({ SLACK_BOT_TOKN: '', LOG_LEVEL: 'loud' })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKN: /u),
      expect.stringMatching(/^LOG_LEVEL="loud": /u),
    ])
  })

  test('stops nothing if the setting it looks like is there: then it is another one', () => {
    const environment = { DISCORD_TOKEN: 'a.b.c', DISCORD_TOKEN_OLD: 'a.b.d', REDIS_URL: 'redis://a', REDIS_URI: 'x' }
    expect(refusals(environment)).toEqual([])
    expect(warnings(environment)).toEqual(['DISCORD_TOKEN_OLD: is not a setting of Rung and has no effect'])
  })

  test('of any setting with a prefix of Rung, by one letter, is refused, and no setting is', () => {
    const own = SETTINGS.filter((name) => /^(?:SLACK|DISCORD|RUNG)_/u.test(name))
    expect(own.length).toBeGreaterThan(20)
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.nat(), (name, position) => {
        const at = 8 + (position % (name.length - 8))
        const misspelled = `${name.slice(0, at)}${name.slice(at + 1)}`
        fc.pre(!SETTINGS.includes(misspelled))
        expect(refusals({ [misspelled]: 'x' })[0]).toContain('is not a setting of Rung. Did you mean')
        expect(refusals({ [name]: 'x' }).join()).not.toContain('is not a setting of Rung')
      }),
    )
  })
})

describe('a name that looks like no setting', () => {
  test.each(['SLACK_WEBHOOK_URL', 'DISCORD_OAUTH_REDIRECT', 'RUNG_GARDEN'])('%s is a warning', (name) => {
    expect(refusals({ [name]: 'x' })).toEqual([])
    expect(warnings({ [name]: 'x' })).toEqual([`${name}: is not a setting of Rung and has no effect`])
  })

  test.each([
    ['REDIS_HOST', '10.0.0.1'],
    ['REDIS_URL_REPLICA', 'redis://10.0.0.1'],
    ['RUNGS', '3'],
    ['PATH', '/bin'],
    // A service named `rung` in Kubernetes.
    ['RUNG_PORT', 'tcp://10.0.0.1:3000'],
    ['RUNG_SERVICE_HOST', '10.0.0.1'],
    ['RUNG_SERVICE_PORT_HTTP', '3000'],
    ['RUNG_PORT_3000_TCP_ADDR', '10.0.0.1'],
  ])('%s=%s is none of our business', (name, value) => {
    expect(refusals({ [name]: value })).toEqual([])
    expect(warnings({ [name]: value })).toEqual([])
  })
})

describe('a setting that is set to nothing', () => {
  test('is named', () => {
    expect(warnings({ SLACK_BOT_TOKEN: '', RUNG_HOME: ' ' })).toEqual([
      'SLACK_BOT_TOKEN: is set but empty, so it counts as not set',
      'RUNG_HOME: is set but empty, so it counts as not set',
    ])
  })

  test('is not named if it is one of the machine’s', () => {
    expect(warnings({ LANG: '', LC_ALL: '', NO_COLOR: '' })).toEqual([])
  })

  test('is refused without a terminal if it is the token of a platform', () => {
    expect(() => checkTokens({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: ' ', RUNG_HOME: '' })).toThrow(
      [
        'SLACK_BOT_TOKEN: is set but empty, and there is no terminal to run in instead. Give it a value or unset it',
        'DISCORD_TOKEN: is set but empty, and there is no terminal to run in instead. Give it a value or unset it',
      ].join('\n'),
    )
    expect(() => checkTokens({ RUNG_HOME: '' })).not.toThrow()
  })
})

test('a setting of a platform that has no token is named', () => {
  expect(warnings({ DISCORD_GUILD_ID: '123456789012345678', SLACK_EXPERTS: 'U1' })).toEqual([
    'SLACK_EXPERTS: has no effect: Rung doesn’t run in Slack without SLACK_BOT_TOKEN',
    'DISCORD_GUILD_ID: has no effect: Rung doesn’t run in Discord without DISCORD_TOKEN',
  ])
})

describe('a wrong number of the policy', () => {
  test.each([
    ['voteDays=soon', 'voteDays: must be a whole number of days from 1 to 365'],
    ['voteDays=0', 'voteDays: must be a whole number of days from 1 to 365'],
    ['minVoteHours=9000', 'minVoteHours: must be a whole number of hours from 0 to 8760'],
    ['minQuorum=1.5', 'minQuorum: must be a whole number from 1 to 10000'],
    ['pass=3', 'pass: must be a fraction such as 2/3'],
    ['pass=5/3', 'pass: must be a fraction from 0 to 1'],
    ['voteDays', '"voteDays" must be a name and a number, such as voteDays=5'],
  ])('%s is told with the variable, the number and what it takes', (value, problem) => {
    expect(refusals({ RUNG_POLICY: value })).toEqual([`RUNG_POLICY=${JSON.stringify(value)}: ${problem}`])
  })

  test('is told beside all others', () => {
    expect(refusals({ RUNG_POLICY: 'voteDays=0, pass=3' })).toEqual([
      expect.stringContaining('voteDays: must be'),
      expect.stringContaining('pass: must be'),
    ])
  })
})
