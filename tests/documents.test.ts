import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeBot } from '../src/app/app.ts'
import { SETTINGS } from '../src/app/config.ts'
import { type Bot, COMMANDS } from '../src/bot/index.ts'
import { loadCatalog } from '../src/catalog/index.ts'
import { DEFAULT_POLICY } from '../src/proposals/domain/index.ts'
import { createCommunityTracker } from '../src/proposals/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { claimKey, logKey, membersKey, personKeys, QUARANTINE_MARK, scheduleKeys } from '../src/store/keys.ts'
import { ownCatalog } from './fixtures/catalog.ts'

const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const privacy = await readFile(join(root, 'docs/privacy.md'), 'utf8')
const contributing = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')

let home = ''
let store: Store
let bot: Bot

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'rung-documents-'))
  store = await openStore({ redisUrl: undefined, home, prefix: 'rung:', onQuarantine: () => {} })
  const loaded = await loadCatalog(ownCatalog)
  if (!loaded.ok) throw new Error('the catalog is broken')
  let ids = 0
  const newId = (): string => {
    ids += 1
    return `documents${ids}`
  }
  const community = createCommunityTracker()
  community.report('console', { workspace: undefined, experts: [], admins: [], allDecide: true })
  bot = composeBot({
    store,
    loaded,
    community,
    policy: DEFAULT_POLICY,
    sessionMs: 14 * 24 * 3600 * 1000,
    now: () => 0,
    newId,
    report: (problem) => {
      throw new Error(problem)
    },
    onFailure: ({ error }) => {
      throw error
    },
  }).bot
})

afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

/** The rows of the first table under a heading, cell by cell, without its head. */
function tableUnder(heading: string, document: string): readonly (readonly string[])[] {
  const section = document.slice(document.indexOf(`## ${heading}`))
  const lines = section.split('\n')
  const first = lines.findIndex((line) => line.startsWith('|'))
  const after = lines.findIndex((line, at) => at > first && !line.startsWith('|'))
  return lines.slice(first + 2, after).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe.each(COMMANDS)('/$name', ({ name }) => {
  test('is in the table of commands of the README', () => {
    const cells = tableUnder('Commands', readme).map(([cell = '']) => cell)
    expect(cells.filter((cell) => new RegExp(`^\`/${name}[ \`]`, 'u').test(cell))).not.toEqual([])
  })

  test.each(['docs/slack.md', 'docs/discord.md'])('is named in %s', async (path) => {
    expect(await readFile(join(root, path), 'utf8')).toContain(`\`/${name}\``)
  })
})

describe('the README', () => {
  const commands = tableUnder('Commands', readme).flatMap(([cell = '']) => {
    const whole = /^`(\/[^`]+)`$/u.exec(cell)?.[1]
    return whole === undefined ? [] : [whole]
  })

  test('has a table of commands', () => {
    expect(commands.length).toBeGreaterThan(15)
  })

  test.each(commands)('%s answers as it says', async (command) => {
    const person = { platform: 'console', workspace: 'local', user: 'reader' }
    const outcome = await bot.handle({ type: 'text', id: 'documents', person, locale: 'en', text: command })
    expect(outcome).toMatchObject({ type: 'reply' })
    expect(outcome).not.toHaveProperty('failed')
  })

  test('names every variable that the configuration reads, and no other', () => {
    const named = tableUnder('Configuration', readme).flatMap(([cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/gu)])
    expect(new Set(named.map((match) => match[1]))).toEqual(new Set(SETTINGS))
  })

  test('shows questions and results that are in the answers of an assessment', async () => {
    const script = [
      '/assess mle guided',
      '3',
      'competente',
      'back',
      'evidence: https://git.example/pr/128',
      '2',
      'skip',
      'pause',
    ]
    const person = { platform: 'console', workspace: 'local', user: 'transcript' }
    let seen = ''
    for (const [at, typed] of script.entries()) {
      seen += JSON.stringify(
        await bot.handle({ type: 'text', id: `transcript${at}`, person, locale: 'en', text: typed }),
      )
    }
    for (const text of [
      'Classical ML (scikit-learn)',
      'Undone.',
      'Evidence saved for Gradient Boosting.',
      '3 answers saved',
    ]) {
      expect(readme).toContain(text)
      expect(seen).toContain(text)
    }
  })

  test('lays out folders that are there', async () => {
    const section = readme.slice(readme.indexOf('## Layout'))
    const paths = [...section.matchAll(/^ {4}([a-z][\w./-]*)/gmu)].map((match) => match[1] ?? '')
    expect(paths.length).toBeGreaterThan(8)
    for (const path of paths) await access(join(root, path))
  })
})

test.each([
  ['docs/architecture.md', 40],
  ['docs/contributing/command.md', 6],
  ['docs/contributing/ladder-change.md', 6],
  ['docs/contributing/language.md', 5],
  ['docs/contributing/platform.md', 9],
  ['docs/contributing/store.md', 5],
  ['SECURITY.md', 2],
])('%s names files and folders that are there', async (file, least) => {
  const page = await readFile(join(root, file), 'utf8')
  const paths = [...page.matchAll(/\b(?:src|tests)\/[\w./-]*\w(?![\w./-]*[<{])/gu)].map(([path]) => path)
  expect(paths.length).toBeGreaterThan(least)
  for (const path of new Set(paths)) await access(join(root, path))
})

describe('the page on privacy', () => {
  const keys = tableUnder('What is stored, why and for how long', privacy).map((row) => row.at(-1) ?? '')

  test('names the key of everything that is stored', () => {
    const person = personKeys('', { platform: 'slack', workspace: 'T1', user: 'U1' })
    const { prefix: _, person: __, session, quarantine, ...own } = person
    const due = scheduleKeys('').entries.replace(/entries$/u, '')
    const stored = [
      ...Object.values(own).filter((key) => key !== person.sessions),
      session(''),
      membersKey(''),
      logKey('', 'ladder'),
      `${due}…`,
      claimKey('', '…').replace('%E2%80%A6', '…'),
    ]
    for (const key of stored) expect(keys.join(' ')).toContain(`\`${key}`)
    expect(keys.join(' ')).toContain(QUARANTINE_MARK)
    expect(quarantine).toContain('asides')
  })

  test('names the things that the code writes, and no other', async () => {
    const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.ts'))
    const code = (await Promise.all(files.map((file) => readFile(join(root, 'src', file), 'utf8')))).join('\n')
    const named = [...keys.join(' ').matchAll(/\{thing:([^…}]+)/gu)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(3)
    for (const name of named)
      expect(code.replaceAll(/\$\{(?:account\.)?platform\}/gu, 'discord')).toMatch(new RegExp(`[\`']${name}`, 'u'))
  })

  test('names settings that are there, with their defaults', () => {
    const rows = tableUnder('Configuration', readme)
    for (const [, name = '', days = ''] of privacy.matchAll(/`(RUNG_[A-Z]+_DAYS)`[^|(]*\((\d+) days\)/gu)) {
      const [, , usual = ''] = rows.find(([variable]) => variable === `\`${name}\``) ?? []
      expect([name, usual]).toEqual([name, name === 'RUNG_MEMBER_DAYS' ? '`activeDays`' : `\`${days}\``])
    }
  })
})

describe('the papers for people who run or work on it', () => {
  test('name no setting that the configuration does not read', async () => {
    const paths = [
      'README.md',
      'compose.yaml',
      'Dockerfile',
      ...(await readdir(join(root, 'docs'), { recursive: true }))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ]
    for (const path of paths) {
      const document = await readFile(join(root, path), 'utf8')
      const named = [...document.matchAll(/\b(?:SLACK|DISCORD|RUNG|REDIS)_[A-Z_]*[A-Z]\b/gu)].map(([name]) => name)
      expect({ path, unknown: named.filter((name) => !SETTINGS.includes(name)) }).toEqual({ path, unknown: [] })
    }
  })

  test('have a compose file without a terminal, which would turn the JSON lines of the log into colored text', async () => {
    expect(await readFile(join(root, 'compose.yaml'), 'utf8')).not.toMatch(/^\s*tty:/mu)
  })

  test('name scripts that are there', async () => {
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const named = [...`${readme}\n${contributing}`.matchAll(/npm run (?:-s )?([a-z:]+)/gu)].map((match) => match[1])
    expect(named.length).toBeGreaterThan(5)
    for (const name of named) expect(manifest).toHaveProperty(['scripts', name ?? ''])
  })

  test('have a container whose files are there', async () => {
    const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8')
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gmu)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    )
    expect(copied).toContain('data')
    for (const path of copied) await access(join(root, path))
  })
})
