import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SOURCE_QUESTIONS } from '../../contract/source-questions.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { inTemporaryFolder, run, start } from './program.ts'

describe.concurrent('with something piped in', () => {
  test('one line is one question', async () => {
    const { code, stdout, stderr } = await run('main', { input: '/skills ml-engineer senior\n' })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')[0]).toBe('ML Engineer · Senior')
    expect(stdout).toContain('58 skills: 1 Expert · 48 Advanced · 9 Working.')
    expect(stdout).not.toContain('rung>')
  })

  test.each(['en', 'es'] as const)('the questions of the source are answered (%s)', async (locale) => {
    const own = SOURCE_QUESTIONS.filter(([language]) => language === locale)
    const input = own.map(([, question]) => `${question}\n`).join('')
    const { stdout } = await run('main', { input, env: { LANG: locale === 'es' ? 'es_ES.UTF-8' : 'en_US.UTF-8' } })
    for (const [, , answer] of own) expect(stdout).toMatch(answer)
  })

  test('a command may be typed by its name in Spanish', async () => {
    const [spanish, english] = await Promise.all([
      run('main', { input: '/habilidades ml-engineer senior\n' }),
      run('main', { input: '/skills ml-engineer senior\n' }),
    ])
    expect(spanish.stdout).toBe(english.stdout)
  })

  test('the answer is the one that `ask` gives', async () => {
    const [piped, answer] = await Promise.all([
      run('main', { input: '/skills ml-engineer senior\n' }),
      run('cli', { args: ['ask', '/skills ml-engineer senior'] }),
    ])
    expect(piped.stdout.trimEnd()).toBe(answer.stdout.trimEnd())
  })

  test.each([
    ['several lines', 'pytorch\ndocker\nredis\n'],
    ['lines that end as on Windows', 'pytorch\r\ndocker\r\nredis\r\n'],
    ['no line feed at the end', 'pytorch\ndocker\nredis'],
    ['blank lines between', '\n\npytorch\n   \n\ndocker\n\t\nredis\n\n'],
  ])('%s are answered in their order', async (_, input) => {
    const { code, stdout, stderr } = await run('main', { input })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const places = ['PyTorch\n', 'Docker\n', 'Redis\n'].map((name) => `\n${stdout}`.indexOf(`\n${name}`))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('a number picks a choice of the answer before it', async () => {
    const first = await run('main', { input: '/skills\n1\n' })
    const number = /\[(\d+)\] Senior/u.exec(first.stdout)?.[1] ?? 'no number'
    const { code, stdout } = await run('main', { input: `/skills\n1\n${number}\n` })
    expect(code).toBe(0)
    expect(stdout.startsWith(first.stdout)).toBe(true)
    expect(stdout.slice(first.stdout.length).trimStart().split('\n')[0]).toBe('ML Engineer · Senior')
  })

  test('a number that is no choice is told, and the choices stay', async () => {
    const { code, stdout } = await run('main', { input: '7\n/skills\n0\n99\n2\n' })
    expect(code).toBe(0)
    expect(stdout).toContain('There’s no option 7 here. There’s nothing to choose right now.')
    expect(stdout).toContain('There’s no option 0 here. Choose 1 or 2.')
    expect(stdout).toContain('There’s no option 99 here. Choose 1 or 2.')
    expect(stdout).toContain('What you can ask')
  })

  test('a statement that a short card leaves out is still picked by its number', async () => {
    const { code, stdout } = await run('main', {
      input: '/assess mle guided\n3\n3\n12\n/assess resume\n5\n',
      env: { RUNG_ASSESSMENT_CARD: 'short' },
    })
    expect(code).toBe(0)
    const short = '[1] None yet   [3] Working   [4] Advanced   [12] More than this   [13] Less than this\n\n[6] Skip'
    const [, afterTwo = '', again = ''] = stdout.split(short)
    expect(afterTwo).toContain('Question 3')
    expect(afterTwo).toContain('[1] None yet   [2] Awareness   [3] Working   [4] Advanced   [5] Expert')
    expect(again).toContain('Question 4')
  })

  test('what cannot be answered is told, and the next line is answered', async () => {
    const { code, stdout } = await run('main', { input: '/karma\nflurble\npytorch\n' })
    expect(code).toBe(0)
    expect(stdout).toContain('/karma isn’t a command.')
    expect(stdout).toContain('called “flurble”')
    expect(stdout).toContain('\nPyTorch\n')
  })

  test('/quit ends it: nothing after it is asked', async () => {
    const { code, stdout } = await run('main', { input: 'pytorch\n/quit\ndocker\n' })
    expect(code).toBe(0)
    expect(stdout).toContain('PyTorch')
    expect(stdout).not.toContain('Docker')
  })

  test.each([
    ['nothing', ''],
    ['blank lines', '\n \n\r\n'],
  ])('%s says how to ask, with exit code 0', async (_, input) => {
    const { code, stdout, stderr } = await run('main', { input })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('No question given.')
    expect(stdout).toContain('echo "/skills ml-engineer senior" |')
  })

  test('hundreds of lines are all answered', async () => {
    const { code, stdout } = await run('main', { input: 'pytorch\n'.repeat(300) })
    expect(code).toBe(0)
    expect(stdout.match(/^PyTorch$/gmu)).toHaveLength(300)
  })

  test('a reader that stops after the first line, as `head -1` does, is no failure', async () => {
    await inTemporaryFolder(async (home) => {
      const { child, ended } = start('main', home, { input: 'ml-engineer\n'.repeat(200) })
      child.stdout.once('data', () => child.stdout.destroy())
      const { code, stderr } = await ended
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    })
  })

  test('a question typed bit by bit is answered when its line ends, not before and not at the end only', async () => {
    await inTemporaryFolder(async (home) => {
      const { child, ended } = start('main', home)
      child.stdin.write('pyt')
      child.stdin.write('orch')
      const answered = new Promise<string>((resolve) =>
        child.stdout.once('data', (piece: Buffer) => resolve(String(piece))),
      )
      child.stdin.write('\n')
      expect(await answered).toContain('PyTorch')
      child.stdin.end()
      expect((await ended).code).toBe(0)
    })
  })

  test('answers have no color, even where color is asked for', async () => {
    const { stdout } = await run('main', { input: 'mle\n', env: { FORCE_COLOR: '3', TERM: 'xterm-256color' } })
    expect(stdout).toContain('ML Engineer')
    expect(stdout).not.toContain(String.fromCharCode(0x1b))
  })

  test('LANG chooses the language', async () => {
    const { code, stdout } = await run('main', {
      input: 'ingeniero de ml sénior seguridad\n',
      env: { LANG: 'es_ES.UTF-8' },
    })
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('ML Engineer · Senior · Seguridad')
    const nothing = await run('main', { input: '', env: { LANG: 'es_ES.UTF-8' } })
    expect(nothing.stdout).toContain('No hay ninguna pregunta.')
  })

  test('only answers are on the standard output; what is logged is beside it, a JSON object a line', async () => {
    const plainly = await run('main', { input: 'pytorch\n' })
    const { code, stdout, stderr } = await run('main', { input: 'pytorch\n', env: { LOG_LEVEL: 'debug' } })
    expect(code).toBe(0)
    expect(stdout).toBe(plainly.stdout)
    const lines = stderr
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ level: 'info', msg: expect.stringContaining('ready') }))
  })
})

describe.concurrent('what is wrong before the first question', () => {
  test('a wrong LOG_LEVEL is named with what it takes, with exit code 1', async () => {
    const { code, stdout, stderr } = await run('main', { input: 'mle\n', env: { LOG_LEVEL: 'loud' } })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(
      'configuration: LOG_LEVEL="loud": must be one of trace, debug, info, warn, error, fatal, silent\n',
    )
  })

  test('a broken catalog is told by file, line and column, with exit code 1', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'data')
      await cp(ownCatalog, data, { recursive: true })
      const file = join(data, 'skills', 'pytorch.yaml')
      const lines = (await readFile(file, 'utf8')).split('\n')
      const at = lines.findIndex((line) => line.startsWith('domain: '))
      lines[at] = 'domain: machine-lerning-ai'
      await writeFile(file, lines.join('\n'))

      const { code, stdout, stderr } = await run('main', { input: 'mle\n', env: { RUNG_DATA: data } })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      const place = `${file}:${at + 1}:${'domain: '.length + 1}: `
      expect(stderr).toContain(`${place}there is no domain "machine-lerning-ai"; did you mean "machine-learning-ai"?\n`)
      expect(stderr).not.toMatch(/\n\s+at /u)
    })
  })

  test('each problem of a catalog is one line, and the last says how many', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'data')
      await cp(ownCatalog, data, { recursive: true })
      for (const name of ['docker', 'redis', 'aws']) {
        await writeFile(join(data, 'skills', `${name}.yaml`), `slug: ${name}\nname: [not, a, text]\n`)
      }
      const { stderr } = await run('main', { env: { RUNG_DATA: data } })
      const lines = stderr.trimEnd().split('\n')
      expect(lines.at(-1)).toBe(`${lines.length - 1} problems`)
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/\.yaml:\d+:\d+: /u)
    })
  })

  test('a folder that is not there is told, with exit code 1', async () => {
    const { code, stderr } = await run('main', { input: 'mle\n', env: { RUNG_DATA: 'no-such-folder' } })
    expect(code).toBe(1)
    expect(stderr).toBe(
      'configuration: RUNG_DATA="no-such-folder": there is no such folder. It must be a folder with domains.yaml, roles/ and skills/. If RUNG_DATA is not set, Rung uses its own ladder\n',
    )
  })

  test('a folder for what is kept that cannot be one is told in a line, with exit code 1', async () => {
    const { code, stdout, stderr } = await run('main', { input: 'mle\n', env: { RUNG_HOME: '/dev/null/kept' } })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('/dev/null/kept')
    expect(stderr).not.toMatch(/\n\s+at /u)
  })
})
