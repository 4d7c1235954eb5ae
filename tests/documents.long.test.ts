import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// The commands of the README and the guides, each as a shell runs it. Commands of the guides to the chats, which need a Slack and a
// Discord, run in tests/platforms/{slack,discord}/guide.long.test.ts.

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
const readme = await read('README.md')
const ladders = await read('docs/ladders.md')

let home = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'rung-documents-'))
  // The ladder of docs/ladders.md, and a copy of the own one to write into.
  for (const [, path = '', text = ''] of ladders.matchAll(/^`(my-ladder\/[^`]+)`[^\n]*\n\n```yaml\n([\s\S]*?)```/gmu)) {
    await mkdir(dirname(join(home, path)), { recursive: true })
    await writeFile(join(home, path), text)
  }
  await cp(join(root, 'data'), join(home, 'data'), { recursive: true })
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Shell commands of a document: indented lines that begin with npm, echo or a variable, without what a # explains. */
function shellCommands(document: string): readonly string[] {
  return [...document.matchAll(/^ {4}((?:[A-Z_]+=\S+ )*(?:npm|echo) .*)$/gmu)].map((match) =>
    (match[1] ?? '').replace(/\s+#.*$/u, ''),
  )
}

/** Runs a command of a document, with what it writes in a temporary folder. */
async function shell(command: string, input?: string): Promise<string> {
  const own = command
    .replaceAll(/my-(?:own-ladder|ladder|import)/gu, (name) => join(home, name))
    .replaceAll('role.png', join(home, 'role.png'))
  const two = { RUNG_DATA: `engineering=${join(home, 'data')}, design=${join(home, 'my-ladder')}` }
  const exported = own.includes('cli -- export') && !own.includes('RUNG_DATA') ? { RUNG_DATA: join(home, 'data') } : {}
  const data = own.includes('--ladder design') ? two : exported
  const environment = { ...process.env, RUNG_HOME: join(home, 'shell'), LANG: 'en', LC_ALL: 'en', ...data }
  const { stdout } = await run('sh', ['-c', input === undefined ? own : `echo '${input}' | ${own}`], {
    cwd: root,
    env: environment,
  })
  return stdout
}

describe('the README', () => {
  test('shows an answer that the command really gives', async () => {
    const transcript = /^\$ (echo .*)\n([\s\S]*?)^…$/mu.exec(readme)
    const printed = await shell(transcript?.[1] ?? 'false')
    expect(printed).toContain((transcript?.[2] ?? '\0').trimEnd())
  })

  test('has the two commands, and the first of them opens the bot', async () => {
    const commands = shellCommands(readme)
    expect(commands.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
    expect(await shell('npm start -s', '/skills ml-engineer')).toContain('ML Engineer')
  })
})

/** Needs a running process, a network or half an hour, or writes the pages themselves. */
const NOT_RUN = /^npm (?:ci|test|start$)|cli -- (?:links|settings)|^(?:SLACK|DISCORD)_|^npm run (?!-s)/u

const commands = await Promise.all(
  ['docs/commands.md', 'docs/ladders.md', 'docs/operating.md', 'docs/proposals.md', 'docs/privacy.md'].map(
    async (path) => shellCommands(await read(path)).map((command) => ({ path, command })),
  ),
)

/** What a command prints if it did what it should. */
function expectedOf(command: string): RegExp {
  if (command.includes('forget')) return /^erased: /mu
  if (command.includes('cli --') && !command.includes('help')) return /^(?:ok|copied): /mu
  return /.{10}/u
}

test.each(commands.flat().filter(({ command }) => !NOT_RUN.test(command)))(
  '$path: $command runs',
  async ({ command }) => {
    const printed = await shell(command, command.includes('npm start') ? '/skills' : undefined)
    expect(printed).toMatch(expectedOf(command))
  },
)

test('the proposal of docs/proposals.md becomes live', async () => {
  const page = await read('docs/proposals.md')
  const [, transcript = ''] = /```\n(\$ RUNG_USER[\s\S]*?)```/u.exec(page) ?? []
  const sessions = [...transcript.matchAll(/^\$ (.*)\n((?:rung> .*\n)+)/gmu)]
  expect(sessions).toHaveLength(2)
  let printed = ''
  for (const [, command = '', lines = ''] of sessions) {
    printed = await shell(command, lines.replaceAll('rung> ', '').trim())
  }
  expect(printed).toContain('Middle: Advanced')
})
