import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Config, readConfig } from '../src/app/config.ts'
import { DISCORD_VARIABLES, readDiscordConfig } from '../src/platforms/discord/config.ts'
import { ConfigError } from '../src/runtime/env.ts'

/** What is wrong with an environment, a line a variable. */
function problemsOf(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

/** A configuration without the functions of its platforms, to be compared. */
const valuesOf = (config: Config): unknown => JSON.parse(JSON.stringify(config))

describe('with nothing set', () => {
  test('is the bot’s own catalog, a folder beside it, two weeks, English and color', () => {
    const { ladders, ...rest } = readConfig({})
    expect(ladders).toHaveLength(1)
    expect(existsSync(join(ladders[0].folder, 'roles', 'ml-engineer.yaml'))).toBe(true)
    expect(rest).toMatchObject({
      home: '.rung',
      redisUrl: undefined,
      sessionMs: 14 * 24 * 60 * 60 * 1000,
      assessmentCard: 'full',
      logLevel: undefined,
      locale: 'en',
      color: true,
    })
  })

  test('an empty or blank variable counts as not set', () => {
    const names = [
      'RUNG_DATA',
      'RUNG_HOME',
      'RUNG_PREFIX',
      'RUNG_SESSION_DAYS',
      'RUNG_ASSESSMENT_CARD',
      'REDIS_URL',
      'LOG_LEVEL',
      'LANG',
      'LC_ALL',
      'NO_COLOR',
    ]
    for (const blank of ['', ' ', '\t']) {
      expect(valuesOf(readConfig(Object.fromEntries(names.map((name) => [name, blank]))))).toEqual(
        valuesOf(readConfig({})),
      )
    }
  })

  test('variables of others change nothing', () => {
    const others = { PATH: '/bin', HOME: '/root', RUNG_GARDEN: 'roses', log_level: 'loud' }
    expect(valuesOf(readConfig(others))).toEqual(valuesOf(readConfig({})))
  })
})

describe('a variable that is set', () => {
  test.each([
    ['RUNG_DATA', '/srv/ladder', { ladders: [{ id: undefined, folder: '/srv/ladder' }] }],
    ['RUNG_DATA', '  ladder  ', { ladders: [{ id: undefined, folder: 'ladder' }] }],
    ['RUNG_HOME', '/var/lib/rung', { home: '/var/lib/rung' }],
    ['RUNG_PREFIX', 'team:', { prefix: 'team:' }],
    ['RUNG_SESSION_DAYS', '1', { sessionMs: 86_400_000 }],
    ['RUNG_SESSION_DAYS', '365', { sessionMs: 365 * 86_400_000 }],
    ['RUNG_RESULT_DAYS', '36500', { retention: { resultMs: 36_500 * 86_400_000 } }],
    ['RUNG_SETTING_DAYS', '7', { retention: { settingMs: 7 * 86_400_000 } }],
    ['RUNG_MEMBER_DAYS', '90', { retention: { memberMs: 90 * 86_400_000 } }],
    ['RUNG_REMOVED_DAYS', '1', { retention: { removedMs: 86_400_000 } }],
    ['RUNG_ASSESSMENT_CARD', 'short', { assessmentCard: 'short' }],
    ['REDIS_URL', 'redis://127.0.0.1:6379/0', { redisUrl: 'redis://127.0.0.1:6379/0' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['LOG_LEVEL', ' silent ', { logLevel: 'silent' }],
    ['NO_COLOR', '1', { color: false }],
    ['NO_COLOR', 'false', { color: false }],
    ['LANG', 'es_ES.UTF-8', { locale: 'es' }],
    ['LANG', 'C.UTF-8', { locale: 'en' }],
    ['LC_MESSAGES', 'es_MX.UTF-8', { locale: 'es' }],
    ['LC_ALL', 'es', { locale: 'es' }],
  ])('%s=%j is taken', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected)
  })

  test('operators are served apart where they have a port', () => {
    expect(readConfig({}).operations).toBeUndefined()
    expect(readConfig({ RUNG_OPS_PORT: '9090' }).operations).toEqual({ host: '127.0.0.1', port: 9090 })
    expect(readConfig({ RUNG_OPS_HOST: '0.0.0.0', RUNG_OPS_PORT: '0' }).operations).toEqual({
      host: '0.0.0.0',
      port: 0,
    })
    expect(problemsOf({ RUNG_OPS_HOST: '0.0.0.0' })).toEqual([
      'RUNG_OPS_PORT: is not set; RUNG_OPS_HOST needs it to serve /readyz and /metrics there',
    ])
    for (const port of ['65536', '-1', '80.5', '1e3', '0x50', 'http']) {
      expect(problemsOf({ RUNG_OPS_PORT: port })).toEqual([
        `RUNG_OPS_PORT="${port}": must be a port from 0 (any free port) to 65535`,
      ])
    }
  })

  test('members are not forgotten while they count', () => {
    expect(readConfig({ RUNG_POLICY: 'activeDays=30' }).retention.memberMs).toBe(30 * 86_400_000)
    expect(problemsOf({ RUNG_MEMBER_DAYS: '89' })).toEqual([expect.stringContaining('at least the activeDays')])
    expect(problemsOf({ RUNG_MEMBER_DAYS: '30', RUNG_POLICY: 'activeDays=30' })).toEqual([])
  })

  test('of the language’s, the more particular one wins', () => {
    expect(readConfig({ LC_ALL: 'es', LC_MESSAGES: 'en', LANG: 'en' }).locale).toBe('es')
    expect(readConfig({ LC_MESSAGES: 'es', LANG: 'en_US.UTF-8' }).locale).toBe('es')
    expect(readConfig({ LC_ALL: 'C', LANG: 'es_ES.UTF-8' }).locale).toBe('en')
    expect(readConfig({ LC_ALL: '', LC_MESSAGES: '', LANG: 'es_ES.UTF-8' }).locale).toBe('es')
  })
})

/** Variables that take only some values: what they take, as the error has to say it, and what they do not. */
const PARTICULAR = [
  [
    'LOG_LEVEL',
    'must be one of trace, debug, info, warn, error, fatal, silent',
    ['loud', 'INFO', 'information', '3', 'info,debug', 'true'],
  ],
  [
    'RUNG_SESSION_DAYS',
    'must be a whole number of days from 1 to 365',
    ['0', '-1', '366', '1.5', '14d', 'two weeks', '1e2', '0x10', 'Infinity', 'NaN', '99999999999999999999', '１４'],
  ],
  ['RUNG_ASSESSMENT_CARD', 'must be full or short', ['long', 'Short', 'on', '1']],
  ['RUNG_RESULT_DAYS', 'must be a whole number of days from 1 to 36500', ['0', '-1', '36501', '1.5', 'forever']],
  ['RUNG_SETTING_DAYS', 'must be a whole number of days from 1 to 36500', ['0', '36501']],
  ['RUNG_MEMBER_DAYS', 'must be a whole number of days from 1 to 36500', ['0', '36501']],
  ['RUNG_REMOVED_DAYS', 'must be a whole number of days from 1 to 36500', ['0', '36501']],
  ['RUNG_PREFIX', 'must be 1 to 40 letters, digits or any of : . _ -', ['a b', 'a{b}', 'a*', 'ñ', 'x'.repeat(41)]],
] as const

describe('a value that is wrong', () => {
  const cases = PARTICULAR.flatMap(([name, takes, values]) => values.map((value) => [name, value, takes] as const))

  test.each(cases)('%s=%j is refused with its name and what it takes', (name, value, takes) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name}="${value}": ${takes}`])
  })

  test('is told for every variable at once', () => {
    const wrong = Object.fromEntries(PARTICULAR.map(([name, , [value]]) => [name, value]))
    const problems = problemsOf(wrong)
    expect(problems.map((problem) => problem.split('=', 1).join()).toSorted()).toEqual(Object.keys(wrong).toSorted())
    expect(() => readConfig(wrong)).toThrow(problems.join('\n'))
  })

  test('is refused in one line that begins with its name, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nb', '\u001b[31mloud', 'x\r\ny', '"', '\\'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...PARTICULAR), anything, ([name, takes], value) => {
        for (const problem of problemsOf({ [name]: value })) {
          expect(problem.startsWith(`${name}=`)).toBe(true)
          expect(problem.endsWith(takes)).toBe(true)
          expect(Array.from(problem).filter((sign) => sign < ' ')).toEqual([])
        }
      }),
    )
  })
})

describe('a value that asks for more than there can be', () => {
  const DISCORD = { DISCORD_TOKEN: 'a.b.c' }
  /** The shards that an environment with Discord's token sets. */
  const shardsOf = (environment: Readonly<Record<string, string>>) =>
    readDiscordConfig(z.object(DISCORD_VARIABLES).parse({ ...DISCORD, ...environment }))?.shards

  test.each([
    [
      { DISCORD_SHARDS: '0-999999999', DISCORD_SHARD_COUNT: '4' },
      'DISCORD_SHARDS="0-999999999": must be shards such as',
    ],
    [{ DISCORD_SHARDS: '0-99999', DISCORD_SHARD_COUNT: '4' }, 'DISCORD_SHARDS="0-99999": must lie between 0 and 3'],
    [{ DISCORD_SHARDS: '3-1', DISCORD_SHARD_COUNT: '4' }, 'DISCORD_SHARDS="3-1": must lie between 0 and 3'],
    [{ DISCORD_SHARD_COUNT: '10001' }, 'DISCORD_SHARD_COUNT="10001": must be at most 10000'],
    [{ DISCORD_SHARDS: `${'0-9999,'.repeat(1000)}0`, DISCORD_SHARD_COUNT: '10000' }, 'each named once'],
  ])('is refused: %o', (environment, expected) => {
    const problems = problemsOf({ ...DISCORD, ...environment })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
    expect(problems[0]?.length).toBeLessThan(600)
  })

  test('but as many shards as there may be are taken', () => {
    expect(shardsOf({ DISCORD_SHARD_COUNT: '10000' })?.ids).toHaveLength(10_000)
    expect(shardsOf({ DISCORD_SHARD_COUNT: '4', DISCORD_SHARDS: '0,2-3' })).toEqual({
      ids: [0, 2, 3],
      count: 4,
    })
  })

  test.each(['SLACK_EXPERTS', 'SLACK_ADMINS', 'DISCORD_EXPERTS', 'RUNG_POLICY'])(
    'or a long list of wrong parts is answered with a few of them: %s',
    (name) => {
      const problems = problemsOf({ [name]: `wrong ${'x'.repeat(3000)},`.repeat(40) })
      expect(problems.length).toBeLessThan(7)
      expect(problems.join('\n').length).toBeLessThan(6000)
      expect(problems.join()).toContain('35 more')
    },
  )
})

describe('the emoji that nominates', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_PROPOSALS_CHANNEL: 'C1' }
  const discord = { DISCORD_TOKEN: 'a.b.c', DISCORD_PROPOSALS_CHANNEL: '800000000000000001' }

  test('is the ladder, and any that every platform in use can recognize', () => {
    expect(readConfig({}).nominateEmoji).toEqual({ text: '🪜', shortName: 'ladder', sign: '🪜' })
    for (const set of ['thumbsup', '👍', 'partyparrot 🎉', 'partyblob:900000000000000777']) {
      expect(problemsOf({ ...slack, ...discord, RUNG_NOMINATE_EMOJI: set })).toEqual([])
    }
    // Slack has names of a workspace's own, and Discord signs that are newer than the table.
    expect(problemsOf({ ...slack, RUNG_NOMINATE_EMOJI: 'partyparrot' })).toEqual([])
    expect(problemsOf({ ...discord, RUNG_NOMINATE_EMOJI: '🫷🏽' })).toEqual([])
  })

  test('is refused where a platform has no such emoji', () => {
    expect(problemsOf({ ...slack, ...discord, RUNG_NOMINATE_EMOJI: 'laddr' })).toEqual([
      'RUNG_NOMINATE_EMOJI="laddr": Discord has no standard emoji :laddr:; set its sign, such as 👍, or name:id for a server’s own (send \\:laddr: in a message to see it). Did you mean ladder?',
    ])
    // A sign from after the table was made.
    expect(problemsOf({ ...slack, RUNG_NOMINATE_EMOJI: '\u{1fadd}' })).toEqual([
      'RUNG_NOMINATE_EMOJI="\u{1fadd}": Rung does not know the name of \u{1fadd} in Slack; set both, such as "ladder 🪜"',
    ])
    expect(problemsOf({ RUNG_NOMINATE_EMOJI: 'ladder 👍' })).toEqual([
      'RUNG_NOMINATE_EMOJI="ladder 👍": the sign of ladder is 🪜, not 👍',
    ])
  })
})

describe('a secret', () => {
  const secret = 'redis://:hunter2secret@db.example:6379'

  test('is in no error about another variable', () => {
    const problems = problemsOf({ REDIS_URL: secret, SLACK_BOT_TOKEN: 'xoxb-hunter2secret', LOG_LEVEL: 'loud' })
    expect(problems).toHaveLength(1)
    expect(problems.join('\n')).not.toContain('hunter2secret')
  })

  test('is in no error about itself', () => {
    for (const url of [
      'hunter2secret',
      'http://:hunter2secret@db',
      'redis://:hunter2secret@[bad',
      'redis://hunter2secret:x@:notaport',
    ]) {
      expect(problemsOf({ REDIS_URL: url }).join('\n')).not.toContain('hunter2secret')
    }
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_STATE_SECRET',
      'RUNG_SECRET',
      'DISCORD_TOKEN',
    ]) {
      const [problem = '', ...more] = problemsOf({ [name]: 'hunter2secret' })
      expect([problem.startsWith(`${name}: `), problem.includes('hunter2secret'), more]).toEqual([true, false, []])
    }
  })
})
