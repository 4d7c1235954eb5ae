import { once } from 'node:events'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../src/i18n/index.ts'
import type { Message } from '../src/message/index.ts'
import { openEmbeddedStore } from '../src/store/index.ts'
import { openConversation } from './bot/conversation.ts'
import { headings } from './bot/read-message.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from './fixtures/catalog.ts'
import { inTemporaryFolder, type Ran, run, start } from './platforms/console/program.ts'

function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return run('cli', { args, env })
}

describe.concurrent('ask', () => {
  test('prints one answer on the standard output, with exit code 0', async () => {
    const { code, stdout, stderr } = await cli(['ask', '/skills ml-engineer senior'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')[0]).toBe('ML Engineer · Senior')
    expect(stdout.endsWith('\n')).toBe(true)
    expect(stdout.endsWith('\n\n')).toBe(false)
    expect(stdout).not.toContain(String.fromCharCode(0x1b))
  })

  test('takes the words in one argument or in several, with the command or without', async () => {
    const [one, several, bare] = await Promise.all([
      cli(['ask', '/skills mle senior security']),
      cli(['ask', '/skills', 'mle', 'senior', 'security']),
      cli(['ask', 'mle senior security']),
    ])
    expect(several).toEqual(one)
    expect(bare).toEqual(one)
  })

  test('an empty question is the roles', async () => {
    const { code, stdout } = await cli(['ask', ''])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('Roles')
  })

  test('a question that looks like an option is asked after `--`', async () => {
    const { code, stdout } = await cli(['ask', '--', '--help'])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('What Rung can do')
  })

  test.each([
    ['a word nobody knows', '/skills flurble', 'called “flurble”', 'unknown'],
    ['what does not go together', '/skills pytorch docker', 'I can’t show all of that at once', 'choice'],
  ])('tells %s on the standard error, as JSON on the output, with exit code 1', async (_, question, problem, view) => {
    const plain = await cli(['ask', question])
    expect({ code: plain.code, stdout: plain.stdout }).toEqual({ code: 1, stdout: '' })
    expect(plain.stderr).toContain(problem)
    const json = await cli(['ask', question, '--json'])
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(json.stdout)).toMatchObject({ view })
  })

  test.each([['a command nobody has', '/karma', '/karma isn’t a command']])(
    'tells %s on the standard error, with exit code 1',
    async (_, question, problem) => {
      const plain = await cli(['ask', question])
      expect({ code: plain.code, stdout: plain.stdout }).toEqual({ code: 1, stdout: '' })
      expect(plain.stderr).toContain(problem)
      // JSON output has no answer to another question than the one that was asked.
      const json = await cli(['ask', question, '--json'])
      expect({ code: json.code, stdout: json.stdout }).toEqual({ code: 1, stdout: '' })
      expect(json.stderr).toContain(problem)
    },
  )

  test('--json prints what the answer is about, and the message that the bot answers with', async () => {
    const { code, stdout, stderr } = await cli(['ask', '/skills ml-engineer senior security', '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { message, ...facts } = JSON.parse(stdout) as { message: Message }
    expect(facts).toEqual({ view: 'domain', role: 'ml-engineer', level: 'senior', domain: 'security', ignored: [] })
    expect(headings(message)).toEqual(['ML Engineer · Senior · Security'])
    const conversation = openConversation(await openCatalog(ownCatalog))
    expect(message).toEqual((await conversation.ask('ml-engineer senior security')).message)
  })

  test('--png writes the picture of the answer, --dark on a dark background', async () => {
    await inTemporaryFolder(async (folder) => {
      const [light, dark] = [join(folder, 'light.png'), join(folder, 'dark.png')]
      const written = await cli(['ask', '/skills ml-engineer senior', '--png', light, '--scale', '1'])
      expect({ code: written.code, stderr: written.stderr }).toEqual({ code: 0, stderr: '' })
      expect(written.stdout.split('\n')[0]).toBe('ML Engineer · Senior')
      await cli(['ask', '/skills ml-engineer senior', '--png', dark, '--dark'])
      const [first, second] = [await readFile(light), await readFile(dark)]
      expect(first.readUInt32BE(16)).toBe(720)
      expect(second.readUInt32BE(16)).toBe(1440)
      const none = await cli(['ask', '/skills ml-engineer senior security', '--png', light])
      expect(none.code).toBe(1)
      expect(none.stderr).toContain('that answer has no picture')
      const wrong = await cli(['ask', 'mle', '--png', light, '--scale', '9'])
      expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 1, stdout: '' })
    })
  })

  test.each([
    [['--locale', 'es'], {}, 'Seguridad'],
    [['--locale=es'], { LANG: 'en_US.UTF-8' }, 'Seguridad'],
    [['--locale', 'en'], { LANG: 'es_ES.UTF-8' }, 'Security'],
    [[], { LANG: 'es_ES.UTF-8' }, 'Seguridad'],
    [[], { LC_ALL: 'es', LANG: 'en_US.UTF-8' }, 'Seguridad'],
    [[], {}, 'Security'],
  ])('answers %j with %j in its language', async (options, env, domain) => {
    const { code, stdout } = await cli(['ask', 'mle security', ...options], env)
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe(`ML Engineer · ${domain}`)
  })

  test('tells what is wrong in its language too', async () => {
    const { code, stderr } = await cli(['ask', 'flurble', '--locale', 'es'])
    expect(code).toBe(1)
    expect(stderr).toContain('No conozco ningún rol')
  })

  test('answers from the catalog of RUNG_DATA', async () => {
    const { code, stdout } = await cli(['ask', '/skills data-engineer senior'], { RUNG_DATA: fixtureCatalog })
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('Data Engineer · Senior')
  })

  test('a reader that stops early, as `head -1` does, is no failure and shows no stack', async () => {
    await inTemporaryFolder(async (home) => {
      const { child, ended } = start('cli', home, { args: ['ask', '/skills ml-engineer', '--json'], input: '' })
      child.stdout.destroy()
      const { code, stderr } = await ended
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    })
  })
})

describe.concurrent('validate', () => {
  test('says what a valid catalog holds, with exit code 0', async () => {
    const { code, stdout, stderr } = await cli(['validate'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { catalog } = await openCatalog(ownCatalog)
    expect(stdout).toBe(`ok: 1 role, 58 skills, 14 domains, version ${catalog.version}\n`)
  })

  test('checks the folder it is given, or the one of RUNG_DATA', async () => {
    const validated = await cli(['validate', fixtureCatalog])
    expect(validated.code).toBe(0)
    expect(validated.stdout).toMatch(
      /^(?:warning: (?:data-engineer|ml-researcher): has no core skills, .+\n){2}ok: 3 roles, 14 skills, 5 domains, version [0-9a-f]{12}\n$/u,
    )
    expect(await cli(['validate'], { RUNG_DATA: fixtureCatalog })).toEqual(validated)
    expect((await cli(['validate', fixtureCatalog], { RUNG_DATA: 'no-such-folder' })).code).toBe(0)
  })

  test('tells every problem by file, line and column on the standard error, with exit code 1', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'broken')
      await cp(fixtureCatalog, data, { recursive: true })
      await writeFile(join(data, 'skills', 'sql.yaml'), 'slug: sql\nname: SQL\ndomain: data-platforms\nstatement: {}\n')
      await writeFile(join(data, 'skills', 'python.yaml'), 'slug: python\n  name: [\n')
      const { code, stdout, stderr } = await cli(['validate', data])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      const lines = stderr.trimEnd().split('\n')
      expect(lines.length).toBeGreaterThanOrEqual(3)
      expect(stderr).toContain(`${join(data, 'skills', 'sql.yaml')}:4:1: "statement" is not a known key here`)
      expect(stderr).toContain(`${join(data, 'skills', 'python.yaml')}:1:7: not valid YAML: `)
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/\.yaml:\d+:\d+: \S/u)
      expect(lines.at(-1)).toBe(`${lines.length - 1} problems`)
    })
  })

  test('tells one problem as one', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'broken')
      await cp(fixtureCatalog, data, { recursive: true })
      await writeFile(join(data, 'skills', 'notes.yml'), 'nothing: here\n')
      const { code, stderr } = await cli(['validate', data])
      expect(code).toBe(1)
      expect(stderr).toMatch(/\n1 problem\n$/u)
    })
  })

  test.each([
    ['a folder that is not there', 'no-such-folder'],
    ['a file', import.meta.filename],
    ['an empty folder', ''],
  ])('tells that %s is no catalog', async (_, name) => {
    await inTemporaryFolder(async (folder) => {
      const { code, stdout, stderr } = await cli(['validate', name === '' ? folder : name])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/domains\.yaml:1:1: the file cannot be read: it /u)
      expect(stderr).not.toMatch(/\n\s+at /u)
    })
  })

  test('and ask refuse one broken catalog with the same words', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'broken')
      await cp(fixtureCatalog, data, { recursive: true })
      await rm(join(data, 'domains.yaml'))
      const validated = await cli(['validate', data])
      const answer = await cli(['ask', 'mle'], { RUNG_DATA: data })
      expect(validated.code).toBe(1)
      expect(answer).toEqual(validated)
    })
  })
})

describe.concurrent('a command line that is wrong', () => {
  test.each([
    ['no command', [], 'a command is missing'],
    ['a command nobody has', ['karma'], '"karma" isn’t a command'],
    ['ask with no question', ['ask'], 'ask takes a command, such as "/skills ml-engineer senior"'],
    ['ask with options alone', ['ask', '--json'], 'ask takes a command, such as "/skills ml-engineer senior"'],
    ['an unknown option of ask', ['ask', 'mle', '--pretty'], "Unknown option '--pretty'"],
    ['an unknown option of validate', ['validate', '--strict'], "Unknown option '--strict'"],
    [
      'a language nobody speaks',
      ['ask', 'mle', '--locale', 'tlh'],
      `--locale takes ${LOCALES.join(' or ')}, not "tlh"`,
    ],
    ['an empty language', ['ask', 'mle', '--locale='], `--locale takes ${LOCALES.join(' or ')}, not ""`],
    ['a language that is missing', ['ask', 'mle', '--locale'], '--locale'],
    ['a value for a switch', ['ask', 'mle', '--json=yes'], '--json'],
    ['two folders', ['validate', 'one', 'two'], 'validate takes one folder'],
  ])('(%s) is told with how it is right, with exit code 1', async (_, args, advice) => {
    const { code, stdout, stderr } = await cli(args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(advice)
    // The one problem, how this command is typed, and where the others are.
    const lines = stderr.trimEnd().split('\n')
    expect(lines.at(-1)).toBe('All commands: npm run -s cli -- --help')
    const [name = ''] = args
    const usages = lines.filter((line) => /npm run -s (?:cli|ask) -- (?!--help)/u.test(line))
    expect(usages.filter((line) => !line.includes(name === 'ask' ? 'run -s ask --' : `-- ${name}`))).toEqual([])
    expect(lines.length).toBeLessThanOrEqual(5)
    expect(stderr).not.toMatch(/\n\s+at /u)
  })

  test.each(['help', '--help', '-h'])(
    '%s prints how it is right on the standard output, with exit code 0',
    async (word) => {
      const { code, stdout, stderr } = await cli([word])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^usage: /u)
      for (const named of ['validate [folder]', 'ask', '--json', `--locale ${LOCALES.join('|')}`])
        expect(stdout).toContain(named)
    },
  )
})

test('an environment that is wrong is told variable by variable, with exit code 1', async () => {
  const { code, stdout, stderr } = await cli(['ask', 'mle'], { LOG_LEVEL: 'loud', RUNG_SESSION_DAYS: 'two weeks' })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  const lines = stderr.trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toMatch(/^configuration: (?:LOG_LEVEL|RUNG_SESSION_DAYS)=".+": must be /u)
})

test('log shows what cannot be read of the log of decisions, and skips it', async () => {
  await inTemporaryFolder(async (home) => {
    const store = await openEmbeddedStore({
      folder: join(home, 'kept', 'store'),
      prefix: 'rung:',
      onQuarantine: () => undefined,
    })
    const entry = { v: 1, type: 'endorsed', id: 'proposal-1', at: 0, base: 0, by: 'console/local/ana' }
    await store.eventLog.append('ladder', [JSON.stringify(entry), '{"v":'], null)
    await store.close()
    const log = (...args: readonly string[]): Promise<Ran> => start('cli', home, { args: ['log', ...args] }).ended
    const check = await log('check')
    expect(check.code).toBe(1)
    const [first, second, total] = check.stdout.split('\n')
    expect(first).toMatch(/^0+1: endorsed of proposal proposal-1 cannot be read: its type is not one/u)
    expect(second).toMatch(/^0+2: an entry of proposal \(unknown\) cannot be read: it is not JSON$/u)
    expect(total).toBe('2 entries, 0 proposals; 2 entries cannot be read')
    const wrong = await log('repair', '7')
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no unreadable entry at 7') })
    expect(await log('repair')).toMatchObject({ code: 0, stdout: expect.stringContaining('ok: 2 entries skipped') })
    expect(await log('check')).toMatchObject({ code: 0, stdout: 'ok: 4 entries, 0 proposals\n' })
    expect(await log('mend')).toMatchObject({ code: 1, stderr: expect.stringContaining('log takes check or repair') })
  })
})

describe('health', () => {
  test('asks the process that runs here, and says that there is none', async () => {
    const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const PORT = String(typeof address === 'object' && address ? address.port : 0)
    const env = { PORT, HOST: '0.0.0.0', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
    expect(await cli(['health'], env)).toMatchObject({ code: 0, stdout: `ok: http://127.0.0.1:${PORT}/healthz\n` })
    server.close()
    await once(server, 'close')
    const stopped = await cli(['health'], env)
    expect(stopped.code).toBe(1)
    expect(stopped.stderr).toContain(`http://127.0.0.1:${PORT}/healthz does not answer: connect ECONNREFUSED`)
  })

  test('checks the catalog where Rung runs in the terminal', async () => {
    expect(await cli(['health'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok: 1 role/u) })
  })
})

describe('store repair', () => {
  test('copies a damaged store, repairs it and says so', () =>
    inTemporaryFolder(async (home) => {
      const folder = join(home, 'store')
      const store = await openEmbeddedStore({ folder, prefix: 'rung:', onQuarantine: () => undefined })
      await store.keyValues.write('team/T1', 'value')
      await store.close()
      await rm(join(folder, 'CURRENT'))
      const { code, stdout } = await cli(['store', 'repair'], { RUNG_HOME: home })
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^copied: .*before-repair-.*\nok: .*store opens; 1 value can be read\n$/u),
      })
    }))

  test('is for the embedded store, and says so of others and where there is none', () =>
    inTemporaryFolder(async (home) => {
      const [redis, none, unknown] = await Promise.all([
        cli(['store', 'repair'], { RUNG_HOME: home, REDIS_URL: 'redis://127.0.0.1:1' }),
        cli(['store', 'repair'], { RUNG_HOME: home }),
        cli(['store', 'empty'], { RUNG_HOME: home }),
      ])
      expect(redis.stderr).toMatch(/embedded store, but REDIS_URL is set/u)
      expect(none.stderr).toMatch(/ENOENT/u)
      expect(unknown.stderr).toMatch(/store takes one action: repair/u)
      expect([redis.code, none.code, unknown.code]).toEqual([1, 1, 1])
    }))
})
