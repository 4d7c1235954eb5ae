import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startFakeSlack } from './fakes/slack/server.ts'
import { environmentFor } from './platforms/rung.ts'

// Rung installed from a clean clone as an operator does it, with no development packages.

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-installation-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** An environment without the settings of this machine or of npm; packages come from npm's cache if they are there. */
function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:SLACK|RUNG|REDIS|DISCORD|LOG|PORT|HOST|NODE_ENV|CI$|npm_(?!config_(?:cache|registry)))/u.test(name),
  )
  return {
    ...Object.fromEntries(inherited),
    // Whatever runs this test has put the commands of its own packages on the path: a missing compiler must not be found there.
    PATH: (process.env['PATH'] ?? '')
      .split(':')
      .filter((path) => !path.includes('node_modules'))
      .join(':'),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    LANG: 'en_US.UTF-8',
    RUNG_HOME: join(folder, 'home'),
    ...more,
  }
}

async function cleanClone(name: string): Promise<string> {
  const ignored = (await readFile(join(root, '.gitignore'), 'utf8')).split('\n').map((line) => line.replace(/\/$/u, ''))
  const clone = join(folder, name)
  await cp(root, clone, {
    recursive: true,
    filter: (path) => path === root || !['.git', ...ignored].includes(basename(path)),
  })
  return clone
}

test('a clean clone is installed and starts with NODE_ENV=production', async () => {
  const cwd = await cleanClone('clone')
  const env = environment({ NODE_ENV: 'production' })
  const command = 'npm ci && echo "/skills ml-engineer senior security" | npm start -s'
  const { stdout } = await run('sh', ['-c', command], { cwd, env })
  expect(stdout).toContain('ML Engineer · Senior · Security')
  await expect(readFile(join(cwd, 'node_modules/vitest/package.json'))).rejects.toThrow('ENOENT')
})

describe('the image', () => {
  test('is built by the commands of the Dockerfile, holds no compiler, draws pictures, and runs the bot in Slack', async () => {
    const clone = await cleanClone('context')
    const [build = '', image = ''] = (await readFile(join(clone, 'Dockerfile'), 'utf8')).split(/^FROM .*$/mu).slice(1)
    const copied = (stage: string): readonly (readonly string[])[] =>
      [...stage.matchAll(/^COPY (?!--from)(.*)$/gmu)].map((match) => (match[1] ?? '').split(' '))

    const app = join(folder, 'app')
    await mkdir(app)
    for (const step of build.matchAll(/^(COPY|RUN) (.*)$/gmu)) {
      const words = (step[2] ?? '').split(' ')
      if (step[1] === 'RUN') await run('sh', ['-c', step[2] ?? ''], { cwd: app, env: environment() })
      else for (const path of words.slice(0, -1)) await cp(join(clone, path), join(app, path), { recursive: true })
    }

    const final = join(folder, 'image')
    for (const path of ['node_modules', 'dist']) await cp(join(app, path), join(final, path), { recursive: true })
    for (const words of copied(image)) {
      for (const path of words.slice(0, -1)) await cp(join(clone, path), join(final, path), { recursive: true })
    }
    for (const absent of ['typescript', '@typescript', 'vitest']) {
      await expect(readFile(join(final, 'node_modules', absent, 'package.json'))).rejects.toThrow('ENOENT')
    }

    const question = '/skills ml-engineer'
    await run(process.execPath, ['dist/cli.js', 'ask', question, '--png', 'role.png'], {
      cwd: final,
      env: environment(),
    })
    expect((await readFile(join(final, 'role.png'))).toString('latin1', 1, 4)).toBe('PNG')

    const slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
      cwd: final,
      env: environment({ NODE_ENV: 'production', ...environmentFor(slack, 'http', botToken) }),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ended = once(child, 'exit')
    const lines: string[] = []
    for await (const line of createInterface({ input: child.stderr })) {
      lines.push(line)
      if (line.includes('ready in Slack')) break
    }
    expect(lines.join('\n')).toContain('ready in Slack')
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    await slack.close()
  })
})
