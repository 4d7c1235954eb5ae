import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// The shell commands of the README, each as npm runs it.

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const privacy = await readFile(join(root, 'docs/privacy.md'), 'utf8')

let home = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'rung-documents-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Shell commands of a document: indented lines that begin with npm or echo, without what a # explains. */
function shellCommands(document: string): readonly string[] {
  return [...document.matchAll(/^ {4}((?:npm|echo) .*)$/gmu)].map((match) => (match[1] ?? '').replace(/\s+#.*$/u, ''))
}

async function shell(command: string): Promise<string> {
  const environment = { ...process.env, RUNG_HOME: join(home, 'shell'), LANG: 'en', LC_ALL: 'en' }
  const { stdout } = await run('sh', ['-c', command], { cwd: root, env: environment })
  return stdout
}

describe('the README', () => {
  test('shows an answer that the command really gives', async () => {
    const transcript = /^\$ (echo .*)\n([\s\S]*?)^…$/mu.exec(readme)
    const printed = await shell(transcript?.[1] ?? 'false')
    expect(printed).toContain((transcript?.[2] ?? '\0').trimEnd())
  })

  test.each(shellCommands(readme).filter((command) => command.startsWith('npm run')))('%s runs', async (command) => {
    expect((await shell(command)).length).toBeGreaterThan(10)
  })
})

test.each(shellCommands(privacy))('%s runs, as the page on privacy says', async (command) => {
  expect(await shell(command)).toContain('erased: ')
})
