import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inTemporaryFolder, type Ran, run, start } from '../platforms/console/program.ts'
import { hasTerminal, KEYS, openTerminal, type Terminal } from '../platforms/console/terminal.ts'

// `cli new` as a person runs it: with options, and asked at a real pseudo-terminal.

const cli = (home: string, ...args: readonly string[]): Promise<Ran> => start('cli', home, { args, input: '' }).ended

const OPTIONS = [
  ...['--name', 'Bakery', '--languages', 'de, en', '--role', 'Baker', '--levels', 'L1, L2'],
  ...['--scale', 'Learning, Doing, Leading', '--skills', 'Craft: Baking, Icing; Selling'],
]

describe.concurrent('new without a terminal', () => {
  test('asks nothing, writes the ladder of the options, and shows its first answer and the next command', async () => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout, stderr } = await cli(home, 'new', 'b', ...OPTIONS)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^ok: 1 role, 3 skills, 2 domains, version [0-9a-f]{12}$/mu)
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('next: edit the files in b, then RUNG_DATA=b npm start')
      expect(await readdir(home)).toEqual(['b'])
      const answer = await run('cli', { args: ['ask', '/skills baker'], env: { RUNG_DATA: join(home, 'b') } })
      expect(stdout).toContain(`\n\n${answer.stdout.trimEnd()}\n\n`)
      expect(await readFile(join(home, 'b/ladder.yaml'), 'utf8')).toContain('languages: [de, en]')
      expect(await readFile(join(home, 'b/roles/baker.yaml'), 'utf8')).toMatch(/^# [\s\S]*^# What each level expects/mu)
      expect((await cli(home, 'validate', 'b')).code).toBe(0)
    })
  })

  test('writes the template without options', async () => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout } = await cli(home, 'new')
      expect({ code, list: await readdir(home) }).toEqual({ code: 0, list: ['my-ladder'] })
      expect(stdout).toContain('/skills engineer')
    })
  })

  test.each([
    [['--levels', ''], '--levels: there must be 1 to 40 levels, separated by commas, not 0'],
    [['--levels', 'A, B, a'], '--levels: "a" appears twice'],
    [['--scale', 'Only'], '--scale: there must be 2 to 7 steps, separated by commas, not 1'],
    [['--languages', 'English'], '--languages: "English" must be a language tag such as en, de or pt-BR'],
    [['--name', 'x'.repeat(61)], '--name: the ladder has at most 60 characters, not 61'],
    [['--skills', 'Craft:'], '--skills: there must be 1 to 200 skills'],
    [['--rule', '120%'], '--rule: "120%" must be a share from 1% to 100%, core-and-breadth, all-core or points'],
    [['more'], 'new takes one folder'],
  ])('refuses %j and writes nothing', async (options, problem) => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout, stderr } = await cli(home, 'new', 'b', ...options)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain(problem)
      expect(await readdir(home)).toEqual([])
    })
  })
})

/** Opens `cli new b` at a terminal; the exit code, the screen, and what is in the folder afterwards. */
async function atTerminal(
  work: (terminal: Terminal) => Promise<void>,
  { env = {}, args = [] }: { readonly env?: Readonly<Record<string, string>>; readonly args?: readonly string[] } = {},
): Promise<{ code: number | null; screen: string; list: readonly string[]; ladder: string }> {
  return inTemporaryFolder(async (home) => {
    const terminal = openTerminal(home, env, 200, 'cli', ['new', 'b', ...args])
    await work(terminal)
    const code = await terminal.ended()
    const ladder = await readFile(join(home, 'b/ladder.yaml'), 'utf8').catch(() => '')
    return { code, screen: terminal.screen(), list: await readdir(home), ladder }
  })
}

test('a pseudo-terminal can be had', () => {
  expect(hasTerminal(), '`script` of util-linux is missing (Debian: bsdutils)').toBe(true)
})

describe.concurrent('new at a terminal', () => {
  test('asks each part with a suggestion, and again after an answer that cannot be', async () => {
    const { code, screen, ladder } = await atTerminal(async (terminal) => {
      await terminal.until('What’s the ladder called? [Our ladder]')
      terminal.type(`Bakery${KEYS.enter}`)
      await terminal.until('languages')
      terminal.type(`English${KEYS.enter}`)
      await terminal.until('"English" must be a language tag such as en, de or pt-BR')
      await terminal.until('[en]')
      terminal.type(KEYS.enter)
      await terminal.until('first role? [Engineer]')
      terminal.type(`Baker${KEYS.enter}`)
      await terminal.until('[Junior, Middle, Senior]')
      terminal.type(KEYS.enter)
      await terminal.until('[Awareness, Working, Advanced, Expert]')
      terminal.type(`Learning, Doing${KEYS.enter}`)
      await terminal.until('[Craft: Delivery, Feedback]')
      terminal.type(KEYS.enter)
      await terminal.until('[80%]')
      terminal.type(`half${KEYS.enter}`)
      await terminal.until('"half" must be a share')
      terminal.type(`All core${KEYS.enter}`)
    })
    expect(code).toBe(0)
    expect(ladder).toContain('name: Bakery\nlanguages: [en]\nscale:\n  - { slug: learning,')
    expect(ladder).toContain('levelRule: all-core')
    expect(screen).toContain('ok: 1 role, 2 skills, 1 domain')
    expect(screen).toContain('/skills baker')
    expect(screen.trimEnd().split('\n').at(-1)).toBe('next: edit the files in b, then RUNG_DATA=b npm start')
  })

  test.each([
    ['Ctrl-C', KEYS.ctrlC, 130],
    ['the end of the input', KEYS.ctrlD, 1],
  ])('%s leaves nothing behind', async (_, key, expected) => {
    const { code, screen, list } = await atTerminal(async (terminal) => {
      await terminal.until('[Our ladder]')
      terminal.type(`Bakery${KEYS.enter}`)
      await terminal.until('[en]')
      terminal.type(key)
    })
    expect({ code, list }).toEqual({ code: expected, list: [] })
    expect(screen).toContain('Nothing was written.')
  })

  test('asks in the language of the terminal', async () => {
    const { code, ladder } = await atTerminal(
      async (terminal) => {
        for (const suggestion of [
          'Nuestro marco de carrera',
          'es',
          'Ingeniería',
          'Júnior,',
          'Awareness',
          'Oficio',
          '80%',
        ]) {
          await terminal.until(`[${suggestion}`)
          terminal.type(KEYS.enter)
        }
      },
      { env: { LANG: 'es_ES.UTF-8' } },
    )
    expect(code).toBe(0)
    expect(ladder).toContain('name: Nuestro marco de carrera\nlanguages: [es]')
  })

  test('asks nothing if there are options', async () => {
    const { code, screen } = await atTerminal(() => Promise.resolve(), { args: ['--role', 'Baker'] })
    expect(code).toBe(0)
    expect(screen).not.toContain('[Our ladder]')
  })
})
