import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { translator } from '../../../src/i18n/index.ts'
import { PLATFORMS } from '../../../src/platforms/registry.ts'
import { inTemporaryFolder, run, start } from './program.ts'
import { hasTerminal, openTerminal } from './terminal.ts'

// What an operator sees of a wrong environment, in processes as they run.

describe('a misspelled or empty token', () => {
  test('does not open the terminal and end well: Rung says what is wrong, with exit code 1', async () => {
    const misspelled = await run('main', { env: { SLACK_BOT_TOKN: 'xoxb-hunter2' } })
    expect(misspelled).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'configuration: SLACK_BOT_TOKN: is not a setting of Rung. Did you mean SLACK_BOT_TOKEN? Rename it or unset it\n',
    })
    const empty = await run('main', { env: { DISCORD_TOKEN: '' } })
    expect(empty).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'configuration: DISCORD_TOKEN: is set but empty, and there is no terminal to run in instead. Give it a value or unset it\n',
    })
  })

  test.skipIf(!hasTerminal())('is a warning at a terminal, if it is empty', async () => {
    await inTemporaryFolder(async (home) => {
      const terminal = openTerminal(home, { DISCORD_TOKEN: '' })
      await terminal.until('DISCORD_TOKEN: is set but empty, so it counts as not set')
      await terminal.until('rung> ')
      terminal.type('/quit\r')
      expect(await terminal.ended()).toBe(0)
    })
  })
})

test('a name that is no setting is a warning in the log', async () => {
  const { code, stdout, stderr } = await run('main', { input: 'pytorch\n', env: { RUNG_GARDEN: 'roses' } })
  expect(code).toBe(0)
  expect(stdout).toContain('PyTorch')
  expect(JSON.parse(stderr)).toMatchObject({
    level: 'warn',
    msg: 'configuration: RUNG_GARDEN: is not a setting of Rung and has no effect',
  })
})

test('with no token and nothing on the standard input, Rung says how it is run', async () => {
  const { code, stdout } = await run('main', { input: '' })
  expect(code).toBe(0)
  const tokens = [...PLATFORMS.values()].flatMap(({ credentials }) => credentials.slice(0, 1))
  expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
    `To run Rung on a chat platform, set ${translator('en').any(tokens)}.`,
  )
})

describe('a RUNG_DATA that is no catalog folder', () => {
  test.each([
    ['that is a file', 'file', 'is not a folder'],
    ['under a file', 'file/below', 'is not a folder'],
    ['that is not there', 'nowhere', 'there is no such folder'],
    ['that cannot be read', 'loop', 'the folder cannot be read (ELOOP)'],
  ])('%s is named by the program and by its commands', async (_, name, reason) => {
    await inTemporaryFolder(async (home) => {
      await writeFile(join(home, 'file'), '')
      await symlink('loop', join(home, 'loop'))
      const warning = `configuration: RUNG_DATA="${name}": ${reason}. It must be a folder`
      const env = { RUNG_DATA: name }
      const runs = [
        start('main', home, { input: 'mle\n', env }),
        ...['validate', 'ask', 'export'].map((command) =>
          start('cli', home, { args: command === 'ask' ? ['ask', 'mle'] : [command], input: '', env }),
        ),
      ]
      for (const { ended } of runs) {
        const { code, stdout, stderr } = await ended
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
        expect(stderr.startsWith(warning)).toBe(true)
        expect(stderr.trimEnd().split('\n')).toHaveLength(1)
      }
    })
  })
})
