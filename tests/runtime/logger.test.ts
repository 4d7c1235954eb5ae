import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLogger, withOrigin } from '../../src/runtime/logger.ts'
import { StoreUnavailable } from '../../src/store/store.ts'

/** Somewhere to write to, that remembers what was written. */
class Paper extends Writable {
  text = ''
  readonly isTTY: boolean

  constructor(isTTY: boolean) {
    super({ decodeStrings: false })
    this.isTTY = isTTY
  }

  override _write(piece: string, _encoding: BufferEncoding, done: () => void): void {
    this.text += piece
    done()
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Everything that comes out of a log for what is written to it. */
function logged(
  write: (log: ReturnType<typeof createLogger>) => void,
  {
    environment = {},
    level = 'trace',
    isTTY = false,
    readable = true,
  }: { environment?: Environment; level?: string; isTTY?: boolean; readable?: boolean } = {},
): string {
  const paper = new Paper(isTTY)
  write(createLogger({ level, environment, destination: paper, readable }))
  return paper.text
}

describe('a log line', () => {
  test('is JSON with the level as a word, the time and the message', () => {
    const text = logged((log) => log.info({ store: 'kept' }, 'ready'))
    expect(text.endsWith('\n')).toBe(true)
    expect(text.trim().split('\n')).toHaveLength(1)
    const line: unknown = JSON.parse(text)
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
      store: 'kept',
      msg: 'ready',
    })
  })

  test('has no token of a temporary address in any field', () => {
    const token = '88BK_n-88K7REXAhpRB4hK3gwXIo7fty'
    const text = logged((log) =>
      log.warn(
        {
          url: `http://127.0.0.1:40705/api/v10/webhooks/900000000000000001/${token}/messages/%40original`,
          err: Object.assign(new Error('limited'), { majorParameter: `900000000000000001/${token}` }),
        },
        'a picture could not be sent',
      ),
    )
    expect(text).not.toContain(token)
    expect(text).toContain('/webhooks/900000000000000001/[secret]/messages/%40original')
  })

  test('about a failure caused by a store outage has level debug: the store logs the outage itself', () => {
    const err = new StoreUnavailable('Redis at 127.0.0.1:6379: the connection was lost')
    expect(logged((log) => log.error({ err }, 'a request failed'), { level: 'info' })).toBe('')
    expect(logged((log) => log.error({ err }, 'a request failed'), { level: 'debug' })).toContain('"level":"debug"')
    expect(logged((log) => log.error({ err: new Error('lost') }, 'a request failed'), { level: 'info' })).not.toBe('')
  })

  test('is readable on a terminal', () => {
    const text = stripVTControlCharacters(logged((log) => log.warn({ store: 'kept' }, 'careful'), { isTTY: true }))
    expect(text).toMatch(/WARN.*careful/u)
    expect(text).toContain('store')
    expect(text).not.toContain('{"')
  })

  test('has color on a terminal, and none with NO_COLOR', () => {
    const warningText = (environment: Environment) => logged((log) => log.warn('careful'), { isTTY: true, environment })
    const color = String.fromCharCode(0x1b)
    expect(warningText({})).toContain(color)
    expect(warningText({ NO_COLOR: '' })).toContain(color)
    for (const value of ['1', 'false']) {
      expect(warningText({ NO_COLOR: value })).toMatch(/WARN.*careful/u)
      expect(warningText({ NO_COLOR: value })).not.toContain(color)
    }
  })

  test('is JSON on a terminal too if JSON is requested', () => {
    const text = logged((log) => log.warn({ store: 'kept' }, 'careful'), { isTTY: true, readable: false })
    expect(JSON.parse(text)).toMatchObject({ level: 'warn', store: 'kept', msg: 'careful' })
  })

  test('is left out below the level', () => {
    expect(logged((log) => log.info('quiet'), { level: 'warn' })).toBe('')
    expect(logged((log) => log.warn('heard'), { level: 'warn' })).toContain('heard')
    expect(logged((log) => log.fatal('nothing'), { level: 'silent' })).toBe('')
  })

  test('has an error’s message, kind and stack', () => {
    const text = logged((log) => log.error({ err: new TypeError('it fell over') }, 'a request failed'))
    expect(JSON.parse(text)).toMatchObject({
      level: 'error',
      err: { type: 'TypeError', message: 'it fell over', stack: expect.stringContaining('logger.test.ts') },
    })
  })

  test('cannot be forged by a line feed in a logged value', () => {
    const text = logged((log) => log.info({ typed: 'x\n{"level":"fatal"}' }, 'one\ntwo'))
    expect(text.trim().split('\n')).toHaveLength(1)
  })
})

const TOKENS = {
  SLACK_BOT_TOKEN: 'xoxb-1234567890-abcdefghij',
  SLACK_APP_TOKEN: 'xapp-1-A111-222-deadbeef',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  SLACK_CLIENT_SECRET: 'c11ent-secret-value',
  SLACK_STATE_SECRET: 'state-secret-value',
  RUNG_SECRET: 'the-bot-s-own-secret',
  DISCORD_TOKEN: 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs',
  REDIS_URL: 'rediss://rung:redispassw0rd@db.example:6380/0',
} as const

const SECRETS = [...Object.values(TOKENS), 'redispassw0rd']

/** Ways in which a secret might get into a line. */
const WAYS: readonly (readonly [string, (log: ReturnType<typeof createLogger>, secret: string) => void])[] = [
  ['what is said', (log, secret) => log.info(`connecting with ${secret} now`)],
  ['a value of any key', (log, secret) => log.info({ url: secret }, 'connecting')],
  ['a value deep inside', (log, secret) => log.info({ a: { b: { c: { d: [{ e: `Bearer ${secret}` }] } } } }, 'deep')],
  ['an error’s message', (log, secret) => log.error({ err: new Error(`401 for ${secret}`) }, 'failed')],
  [
    'an error’s cause',
    (log, secret) => log.error({ err: new Error('failed', { cause: new Error(secret) }) }, 'failed'),
  ],
  [
    'a property of an error',
    (log, secret) => log.error({ err: Object.assign(new Error('failed'), { config: { auth: secret } }) }, 'failed'),
  ],
  ['an error by itself', (log, secret) => log.error(new Error(`wrong: ${secret}`))],
  ['the name of a key', (log, secret) => log.info({ [secret]: true }, 'a key')],
  ['a child of the log', (log, secret) => log.child({ session: secret }).info('from a child')],
  ['every secret in one line', (log, secret) => log.info({ first: secret, all: SECRETS.join(' ') }, secret)],
]

describe('a secret of the environment is in no line', () => {
  describe.each([
    ['as JSON', false],
    ['on a terminal', true],
  ] as const)('%s', (_, isTTY) => {
    test.each(WAYS)('if it is %s', (_, write) => {
      for (const secret of SECRETS) {
        const text = logged((log) => write(log, secret), { environment: TOKENS, isTTY })
        expect(text).not.toBe('')
        for (const one of SECRETS) expect(stripVTControlCharacters(text)).not.toContain(one)
      }
    })
  })

  test('if it has characters that JSON escapes', () => {
    for (const secret of ['pass"word"1', 'back\\slash\\es', 'tab\tbed-secret', 'ünïcödé-sécret', 'line\nfeed-secret']) {
      const environment = { RUNG_SECRET: secret }
      const text = logged((log) => log.info({ value: secret }, `got ${secret}`), { environment })
      expect(text).not.toBe('')
      const line: unknown = JSON.parse(text)
      expect(JSON.stringify(line)).not.toContain(JSON.stringify(secret).slice(1, -1))
    }
  })

  test('if one secret is a prefix of another', () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxb-12345678', SLACK_APP_TOKEN: 'xoxb-12345678-the-rest' }
    expect(logged((log) => log.info('xoxb-12345678-the-rest'), { environment })).not.toContain('the-rest')
  })

  test('if it is the password of one of several Redis nodes', () => {
    const environment = { REDIS_URL: 'redis://:first-passw0rd@a.example:6379,redis://u:second-passw0rd@b.example:6379' }
    for (const password of ['first-passw0rd', 'second-passw0rd']) {
      expect(logged((log) => log.error(`WRONGPASS ${password}`), { environment })).not.toContain(password)
    }
  })

  test('if it is a password behind very many colons and slashes', () => {
    for (const noise of [':', '://', '://a:', 'a:']) {
      const environment = { REDIS_URL: `${noise.repeat(25_000)},redis://u:first-passw0rd@a.example:6379` }
      expect(logged((log) => log.error('WRONGPASS first-passw0rd'), { environment })).not.toContain('first-passw0rd')
    }
  })

  test.each(['redis://u:first-passw0rd@a', 'x://a/b://u:first-passw0rd@a', 'redis://a@b://u:first-passw0rd@c'])(
    'where it is a password in %s',
    (url) => {
      expect(logged((log) => log.error('first-passw0rd'), { environment: { REDIS_URL: url } })).not.toContain(
        'passw0rd',
      )
    },
  )

  test('if a password was percent-encoded and is logged decoded', () => {
    const environment = { REDIS_URL: 'redis://:p%40ss%2Fw0rd-long@a.example:6379' }
    expect(logged((log) => log.error('AUTH p@ss/w0rd-long failed'), { environment })).not.toContain('p@ss/w0rd-long')
    expect(logged((log) => log.error('AUTH p%40ss%2Fw0rd-long failed'), { environment })).not.toContain('w0rd-long')
  })

  test('whatever it is', () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 40 })
      .filter((text) => text.trim().length >= 6)
    fc.assert(
      fc.property(secret, secret, (bot, app) => {
        const environment = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }
        const text = logged((log) => log.info({ a: { b: bot } }, `before ${app} after`), { environment })
        fc.pre(!'{"level":"info","time":"","a":{"b":"[secret]"},"msg":"before [secret] after"}'.includes(bot))
        fc.pre(!'{"level":"info","time":"","a":{"b":"[secret]"},"msg":"before [secret] after"}'.includes(app))
        const line = JSON.parse(text) as { readonly a: { readonly b: string }; readonly msg: string }
        expect(line.a.b).not.toContain(bot)
        expect(line.msg).not.toContain(app)
      }),
    )
  })

  test('but other values stay', () => {
    const environment = {
      ...TOKENS,
      LANG: 'en_US.UTF-8',
      RUNG_DATA: 'a-data-folder',
      PUBLIC_URL: 'https://rung.example',
    }
    const text = logged(
      (log) => log.info({ data: 'a-data-folder', url: 'https://rung.example', lang: 'en_US.UTF-8' }),
      { environment },
    )
    expect(JSON.parse(text)).toMatchObject({ data: 'a-data-folder', url: 'https://rung.example', lang: 'en_US.UTF-8' })
    expect(logged((log) => log.info('empty'), { environment: { RUNG_SECRET: '', REDIS_URL: undefined } })).toContain(
      'empty',
    )
  })
})

describe('a value under a secret’s name is in no line', () => {
  const names = ['token', 'secret', 'password', 'authorization', 'cookie', 'signature']

  test.each(names)('%s, at any depth', (name) => {
    for (let depth = 0; depth <= 5; depth += 1) {
      let fields: Record<string, unknown> = { [name]: 'not-in-the-environment' }
      for (let level = 0; level < depth; level += 1) fields = { inside: fields }
      const text = logged((log) => log.info(fields, 'something'))
      expect({ depth, text }).not.toMatchObject({ text: expect.stringContaining('not-in-the-environment') })
    }
  })

  test.each([
    'Authorization',
    'AUTHORIZATION',
    'botToken',
    'bot_token',
    'access_token',
    'clientSecret',
    'X-Slack-Signature',
  ])('%s, as a header or a platform writes it', (name) => {
    const text = logged((log) => log.info({ headers: { [name]: 'not-in-the-environment' } }, 'a request'))
    expect(text).not.toContain('not-in-the-environment')
  })

  test('in an error that carries its request', () => {
    const error = Object.assign(new Error('401'), {
      request: { headers: { authorization: 'Bearer not-in-the-environment' } },
    })
    expect(logged((log) => log.error({ err: error }, 'failed'))).not.toContain('not-in-the-environment')
  })

  test('in a list', () => {
    const fields = { installations: [{ team: 'T1', token: 'not-in-the-environment' }] }
    expect(logged((log) => log.info(fields, 'installed'))).not.toContain('not-in-the-environment')
  })
})

describe('text of people is in no line', () => {
  test.each(['requestBody', 'text', 'blocks', 'components', 'content', 'payload', 'values', 'args'])(
    'under %s, at any depth, in an error too',
    (name) => {
      const error = Object.assign(new Error('400'), { inner: { [name]: { json: 'a private sentence' } } })
      const text = logged((log) => log.warn({ err: error, [name]: 'a private sentence' }, 'failed'))
      expect(text).toContain('[content]')
      expect(text).not.toContain('private')
    },
  )
})

describe('a line about a delivery', () => {
  const origin = { platform: 'slack', workspace: 'T1', user: 'U1', delivery: 'Ev1' }

  test('names its origin, also after asynchronous work', async () => {
    const paper = new Paper(false)
    const log = createLogger({ level: 'info', environment: {}, destination: paper })
    await withOrigin(origin, async () => {
      await new Promise(setImmediate)
      log.warn({ kind: 'text' }, 'a person could not be answered')
    })
    expect(JSON.parse(paper.text)).toMatchObject({ ...origin, kind: 'text', msg: 'a person could not be answered' })
  })

  test('may override the origin, and a line outside of a delivery names none', () => {
    const text = logged((log) => withOrigin(origin, () => log.warn({ platform: 'discord' }, 'elsewhere')))
    expect(JSON.parse(text)).toMatchObject({ platform: 'discord', user: 'U1' })
    expect(JSON.parse(logged((log) => log.warn('a connection was lost')))).not.toHaveProperty('platform')
  })
})
