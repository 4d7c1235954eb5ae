import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeBot } from '../src/app/app.ts'
import { documentedSettings } from '../src/app/settings-reference.ts'
import { type Bot, COMMANDS } from '../src/bot/index.ts'
import { loadCatalog } from '../src/catalog/index.ts'
import { PLATFORMS } from '../src/platforms/registry.ts'
import { DEFAULT_POLICY } from '../src/proposals/domain/index.ts'
import { createCommunityTracker } from '../src/proposals/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { claimKey, logKey, membersKey, personKeys, QUARANTINE_MARK, scheduleKeys } from '../src/store/keys.ts'
import { openCatalog, ownCatalog, shippedCatalog } from './fixtures/catalog.ts'

const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const commandsPage = await readFile(join(root, 'docs/commands.md'), 'utf8')
const privacy = await readFile(join(root, 'docs/privacy.md'), 'utf8')

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
  const section = document.slice(document.indexOf(`# ${heading}`))
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
  test('is in the table of docs/commands.md', () => {
    const cells = tableUnder('Commands', commandsPage).map(([cell = '']) => cell)
    expect(cells.filter((cell) => new RegExp(`^\`/${name}[ \`]`, 'u').test(cell))).not.toEqual([])
  })

  test.each(['docs/slack.md', 'docs/discord.md'])('is named in %s', async (path) => {
    expect(await readFile(join(root, path), 'utf8')).toContain(`\`/${name}\``)
  })
})

describe('docs/commands.md', () => {
  const commands = tableUnder('Commands', commandsPage).flatMap(([cell = '']) => {
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

  test('has every command of the command line, and no other', async () => {
    const cli = await readFile(join(root, 'src/cli.ts'), 'utf8')
    const block = /const COMMANDS[^{]*\{([^}]*)\}/u.exec(cli)?.[1] ?? ''
    const real = [...block.matchAll(/^ {2}'?([a-z-]+)'?[,:]/gmu)].map(([, name = '']) => name)
    expect(real.length).toBeGreaterThan(8)
    const named = tableUnder('On the command line', commandsPage).flatMap(([cell = '']) =>
      [...cell.matchAll(/`([a-z-]+)`/gu)].map(([, name = '']) => name),
    )
    expect(new Set([...named, 'ask'])).toEqual(new Set(real))
  })

  test('lists the views that answers have as data', async () => {
    const facts = await readFile(join(root, 'src/bot/conversation/facts.ts'), 'utf8')
    const named = [...commandsPage.slice(commandsPage.indexOf('| `view` | answers')).matchAll(/^\| (`[^|]+) \|/gmu)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z-]+)`/gu)].map(([, view = '']) => view))
      .filter((view) => view !== 'view')
    expect(named.length).toBeGreaterThan(20)
    for (const view of named) expect(facts).toContain(`'${view}'`)
  })
})

describe('the README', () => {
  test('says on its first screen what it is, how to start it and whether one can use an own ladder', () => {
    const screen = readme.split('\n').slice(0, 14).join('\n')
    for (const text of [
      'npm ci && npm start',
      'npm ci && npm test',
      'use my own ladder',
      'docs/ladders.md',
      'RUNG_DATA',
    ]) {
      expect(screen).toContain(text)
    }
  })

  test('says how large the ladder is that comes with it', async () => {
    const { catalog } = await openCatalog(shippedCatalog)
    const text = readme.replaceAll('\n', ' ')
    for (const { name, levels } of catalog.roles.values()) {
      expect(text).toContain(name)
      expect(text).toContain(`${catalog.skills.size} skills and ${levels.length} levels each`)
    }
  })

  test('names the version of the package', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(readme).toContain(`version ${version}`)
  })
})

/** All pages that people read, by path. */
const pages = new Map(
  await Promise.all(
    [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      ...(await readdir(join(root, 'docs'), { recursive: true }))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ].map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const),
  ),
)

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/[`*\\]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-')

describe.each([...pages])('%s', (path, page) => {
  test('has links and pictures that lead somewhere', async () => {
    const prose = page.replaceAll(/^```[\s\S]*?^```/gmu, '')
    const targets = [
      ...[...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target),
      ...[...prose.matchAll(/<img src="([^"]+)"/gu)].map(([, target = '']) => target),
    ].filter((target) => !/^https?:/u.test(target))
    for (const target of targets) {
      const [file = '', anchor] = target.split('#')
      const to = file === '' ? path : relative(root, join(root, dirname(path), file))
      await access(join(root, to))
      if (anchor === undefined) continue
      const headings = [...(pages.get(to) ?? '').matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) => anchorOf(heading))
      expect({ target, headings }).toEqual({ target, headings: expect.arrayContaining([anchor]) })
    }
  })

  test('names no path of one machine', () => {
    expect(page).not.toMatch(/\/(?:root|Users|work)\//u)
  })

  test('names commands of the command line that exist', async () => {
    const cli = await readFile(join(root, 'src/cli.ts'), 'utf8')
    const named = [...page.matchAll(/npm run -s cli -- ([a-z-]+)/gu), ...page.matchAll(/dist\/cli\.js ([a-z-]+)/gu)]
    for (const [, name = ''] of named) expect(cli).toMatch(new RegExp(`^ +'?${name}'?[,:]|'${name}'`, 'mu'))
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
  const stored = privacy.slice(privacy.indexOf('## What is stored'), privacy.indexOf('## Where it is stored'))
  const keys = stored.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split('|').at(-2) ?? ''] : []))

  test('names the key of everything that is stored', () => {
    const person = personKeys('', { platform: 'slack', workspace: 'T1', user: 'U1' })
    const { prefix: _, person: __, session, quarantine, ...own } = person
    const due = scheduleKeys('').entries.replace(/entries$/u, '')
    const all = [
      ...Object.values(own).filter((key) => key !== person.sessions),
      session(''),
      membersKey(''),
      logKey('', 'ladder'),
      `${due}…`,
      claimKey('', '…').replace('%E2%80%A6', '…'),
    ]
    for (const key of all) expect(keys.join(' ')).toContain(`\`${key}`)
    expect(keys.join(' ')).toContain(QUARANTINE_MARK)
    expect(quarantine).toContain('asides')
  })

  test('names the things that the code writes, and no other', async () => {
    const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.ts'))
    const code = (await Promise.all(files.map((file) => readFile(join(root, 'src', file), 'utf8')))).join('\n')
    const named = [...keys.join(' ').matchAll(/\{thing:([^…}]+)/gu)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(3)
    const written = [...PLATFORMS.keys()].map((platform) => code.replaceAll(/\$\{platform\}/gu, platform)).join('\n')
    for (const name of named) expect(written).toMatch(new RegExp(`[\`']${name}`, 'u'))
  })

  test('names settings that are there, with their defaults', () => {
    const named = [...privacy.matchAll(/`(RUNG_[A-Z]+_DAYS)`[^|(]*\((\d+) days\)/gu)]
    expect(named.length).toBeGreaterThan(4)
    for (const [, name = '', days = ''] of named) {
      const setting = documentedSettings().find((each) => each.name === name)
      const usual = name === 'RUNG_MEMBER_DAYS' ? String(DEFAULT_POLICY.activeDays) : setting?.default
      expect([name, days]).toEqual([name, usual])
    }
  })

  test('knows every file that stores something under a name of its own', async () => {
    // A file that is new here stores something new: add it to the page, then here.
    const files = (await readdir(join(root, 'src'), { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !file.startsWith('store/'),
    )
    const writes = await Promise.all(
      files.map(async (file) => {
        const code = await readFile(join(root, 'src', file), 'utf8')
        return /\bkeyValues\??\s*\.write\(|\bstore\.write\(/u.test(code) ? [file] : []
      }),
    )
    expect(writes.flat().toSorted()).toEqual([
      'bot/card-statistics.ts',
      'bot/commands/profile/link.ts',
      'bot/commands/proposals/idea-text.ts',
      'bot/ladder-choices.ts',
      'bot/retention.ts',
      'platforms/delivery/public-pictures.ts',
      'platforms/discord/new-servers.ts',
      'platforms/discord/user-profiles.ts',
      'platforms/slack/auth/installation-store.ts',
      'platforms/slack/picture-files.ts',
      'proposals/cards.ts',
      'proposals/community-settings.ts',
      'proposals/community.ts',
      'proposals/notifications.ts',
      'proposals/outcome-lines.ts',
      'proposals/publisher.ts',
      'proposals/thread-posts.ts',
      'proposals/vote-reminders.ts',
    ])
  })
})

describe('the papers for people who run or work on it', () => {
  test('have a compose file without a terminal, which would turn the JSON lines of the log into colored text', async () => {
    expect(await readFile(join(root, 'compose.yaml'), 'utf8')).not.toMatch(/^\s*tty:/mu)
  })

  test('name scripts that are there', async () => {
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const text = [...pages.values()].join('\n')
    const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/gu)].map((match) => match[1])
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
