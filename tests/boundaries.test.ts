import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

// Which folder may import which, and what no file may hold, read from the sources.

const TOP = fileURLToPath(new URL('..', import.meta.url))
const SRC = join(TOP, 'src')

interface SourceFile {
  /** From `src`, with slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
}

/** What a source imports or re-exports, types too. */
function importsOf(text: string): string[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gmu, '')
  const matches = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"]+)\1/gu)
  return [...matches].map((match) => match[2] ?? '')
}

const FILES: readonly SourceFile[] = filesUnder(SRC)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path: relative(SRC, path).split(sep).join('/'), text, imports: importsOf(text) }
  })

/** The file in `src` that a relative import names. */
function target(file: SourceFile, specifier: string): string {
  return relative(SRC, join(SRC, dirname(file.path), specifier))
    .split(sep)
    .join('/')
}

/** The folder of a source that has rules of its own: the first in its path, or the pure part of the proposals. */
function folderOf(path: string): string {
  if (!path.includes('/')) return 'top'
  return path.startsWith('proposals/domain/') ? 'proposals/domain' : (path.split('/', 1)[0] ?? '')
}

const inFolders = (...folders: readonly string[]) => FILES.filter((file) => folders.includes(folderOf(file.path)))

/** Imports that a rule forbids, as `file: import`. */
function forbidden(
  files: readonly SourceFile[],
  isForbidden: (file: SourceFile, specifier: string) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports.filter((specifier) => isForbidden(file, specifier)).map((specifier) => `${file.path}: ${specifier}`),
  )
}

const isRelative = (specifier: string): boolean => specifier.startsWith('.')

/** The folders a file of a folder may import from, besides its own. What a folder may not name, it does not know. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  catalog: [],
  message: [],
  i18n: ['message'],
  assessment: ['catalog'],
  'proposals/domain': ['catalog'],
  store: [],
  proposals: ['proposals/domain', 'catalog', 'i18n', 'message', 'store'],
  bot: ['proposals', 'proposals/domain', 'assessment', 'catalog', 'i18n', 'message', 'store'],
  platforms: ['bot', 'proposals', 'i18n', 'message', 'runtime', 'store'],
  app: [
    'platforms',
    'bot',
    'proposals',
    'proposals/domain',
    'assessment',
    'catalog',
    'i18n',
    'message',
    'runtime',
    'store',
  ],
}

test('every source is read, and every folder has a layer', () => {
  const counted = spawnSync('find', [SRC, '-type', 'f', '-name', '*.ts'], { encoding: 'utf8' })
  const count = counted.stdout.trim().split('\n').length
  expect(count).toBeGreaterThan(50)
  expect(FILES.length).toBeGreaterThanOrEqual(count)
  expect(FILES.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(count)
  const folders = new Set(FILES.map((file) => folderOf(file.path)).filter((folder) => folder !== 'top'))
  expect([...folders].toSorted()).toEqual(Object.keys(LAYERS).toSorted())
})

describe('imports between folders', () => {
  test('form no cycle', () => {
    const reachable = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const next of LAYERS[from] ?? []) {
        if (!seen.has(next)) reachable(next, seen.add(next))
      }
      return seen
    }
    expect(Object.keys(LAYERS).filter((folder) => reachable(folder).has(folder))).toEqual([])
  })

  test.each(Object.entries(LAYERS))('%s imports from its layers only', (folder, allowed) => {
    expect(
      forbidden(inFolders(folder), (file, specifier) => {
        if (!isRelative(specifier)) return false
        const to = folderOf(target(file, specifier))
        return to !== folder && !allowed.includes(to)
      }),
    ).toEqual([])
  })

  test('the top level is main.ts and cli.ts, which nothing imports', () => {
    expect(
      inFolders('top')
        .map((file) => file.path)
        .toSorted(),
    ).toEqual(['cli.ts', 'main.ts'])
    expect(
      forbidden(FILES, (file, specifier) => isRelative(specifier) && folderOf(target(file, specifier)) === 'top'),
    ).toEqual([])
  })
})

describe('the core', () => {
  const core = inFolders('catalog', 'assessment', 'proposals/domain', 'message', 'i18n')

  test('talks to no network, database or platform library', () => {
    const outside =
      /^(?:ioredis|level|classic-level|pino|@slack\/.*|discord\.js|@discordjs\/.*|ws|undici|node:(?:net|tls|http|https|http2|dgram|dns|child_process|worker_threads|cluster))$/u
    expect(forbidden(core, (_, specifier) => outside.test(specifier))).toEqual([])
  })

  test('reads no file, except in the loader of the catalog', () => {
    const others = core.filter((file) => file.path !== 'catalog/load.ts')
    expect(others).toHaveLength(core.length - 1)
    expect(forbidden(others, (_, specifier) => /^(?:node:)?fs(?:\/|$)/u.test(specifier))).toEqual([])
  })

  test('has no clock and no dice: time and chance are parameters', () => {
    const pure = inFolders('catalog', 'assessment', 'proposals/domain')
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\.|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b|\bprocess\.(?:env|hrtime)\b|\bset(?:Timeout|Interval|Immediate)\b/u
    expect(pure.filter((file) => impure.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('a platform', () => {
  test('imports no other platform', () => {
    expect(
      forbidden(inFolders('platforms'), (file, specifier) => {
        if (!isRelative(specifier) || file.path === 'platforms/registry.ts') return false
        const [folder, own, ...rest] = target(file, specifier).split('/')
        const isShared = rest.length === 0 || own === 'delivery'
        return folder === 'platforms' && !isShared && own !== file.path.split('/')[1]
      }),
    ).toEqual([])
  })

  test('is the only place for its library', () => {
    const others = FILES.filter((file) => folderOf(file.path) !== 'platforms')
    expect(forbidden(others, (_, specifier) => /^@?(?:slack|discord)/u.test(specifier))).toEqual([])
  })
})

describe('only a platform’s own folder, the registry and its sentences', () => {
  /** Sentences that one platform alone says, and the platforms themselves. `platform.ts` has ids as examples in its comments. */
  const own =
    /^(?:platforms\/(?:slack|discord)\/.*|platforms\/(?:registry|platform)\.ts|i18n\/\w+\/(?:slack|discord)\.ts)$/u
  /** Addresses of documentation, which are sources of facts. */
  const address = /(?:https?:\/\/)?(?:[\w-]+\.)+(?:dev|com|org|io)\/[\w./#-]*/gu
  /** How a language's index puts the sentences of the platforms among its own: an import and a spread, each a whole line. */
  const assembled = /^(?:import \{ (\w+) \} from '\.\/(?:slack|discord)\.ts'| {2}\.\.\.(?:slack|discord)[A-Z]\w,)$/gmu

  const naming = (files: readonly SourceFile[]): string[] =>
    files
      .filter(({ path }) => !own.test(path))
      .flatMap(({ path, text }) => {
        const code = /^i18n\/\w+\/index\.ts$/u.test(path) ? text.replaceAll(assembled, '') : text
        return code
          .replaceAll(address, '')
          .split('\n')
          .filter((line) => /slack|discord/iu.test(line))
          .map((line) => `${path}: ${line.trim()}`)
      })

  test('names a platform, in code, strings, comments or imports', () => {
    expect(FILES.filter(({ path }) => own.test(path)).length).toBeGreaterThan(20)
    expect(naming(FILES)).toEqual([])
  })

  test.each([
    ['bot/bot.ts', "import { slackPlatform } from '../platforms/slack/factory.ts'"],
    ['app/app.ts', "import { Client } from 'discord.js'"],
    ['cli.ts', "if (platform === 'slack') return"],
    ['proposals/erasure.ts', "const SAME_USER = new Set(['discord'])"],
    ['store/person.ts', 'const isOnDiscord = true'],
    ['message/sanitize.ts', '// as Slack does it'],
    ['platforms/console/console.ts', "t.rich('slack.failed')"],
    ['platforms/delivery/timeout.ts', "import { LIMITS } from '../discord/limits.ts'"],
    ['i18n/en/home.ts', "'home.title': 'Rung in Slack',"],
    ['i18n/es/index.ts', "'console.noInput': 'Define DISCORD_TOKEN',"],
  ])('would be noticed in %s: %s', (path, text) => {
    expect(naming([{ path, text, imports: [] }])).toEqual([`${path}: ${text}`])
  })

  test('may be cited with an address', () => {
    const text = '// docs.slack.dev/reference/events and https://discord.com/developers/docs'
    expect(naming([{ path: 'message/emoji-names.ts', text, imports: [] }])).toEqual([])
  })
})

test('every relative import names a file that is there, with its ending', () => {
  expect(
    forbidden(FILES, (file, specifier) => {
      if (!isRelative(specifier)) return false
      return !specifier.endsWith('.ts') || !existsSync(join(SRC, target(file, specifier)))
    }),
  ).toEqual([])
})

test('no file has more than 450 lines', () => {
  expect(FILES.filter((file) => file.text.split('\n').length > 450).map((file) => file.path)).toEqual([])
})

describe('no file', () => {
  const folders = ['src', 'tests', 'bench', 'data', 'docs']
    .map((name) => join(TOP, name))
    .filter((path) => existsSync(path))
  // In a linked worktree `.git` is a file that names another folder of this machine.
  const topLevel = readdirSync(TOP, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== '.git')
  const all = [...folders.flatMap(filesUnder), ...topLevel.map((entry) => join(TOP, entry.name))]

  // Put together here, so that this file does not have them itself.
  const needles = [
    ['the folder of the workshop', ['/work', '/'].join('')],
    ['a folder beside this one', ['..', 'shared'].join('/')],
    ['the registry it was installed from', ['registry', 'npmjs', 'org'].join('.')],
    ['another registry', ['registry', 'yarnpkg', 'com'].join('.')],
    ['a registry of one’s own', ['verdac', 'cio'].join('')],
    ['a registry of a company', ['arti', 'factory'].join('')],
    ['the place a package came from', ['"resol', 'ved":'].join('')],
  ] as const

  test('is left out of the search', () => {
    expect(folders.length).toBeGreaterThanOrEqual(4)
    expect(all.length).toBeGreaterThan(FILES.length + 50)
    expect(all).toContain(join(TOP, 'package-lock.json'))
    expect(all).toContain(fileURLToPath(import.meta.url))
  })

  test.each(needles)('mentions %s', (_, needle) => {
    expect(
      all.filter((path) => readFileSync(path, 'utf8').includes(needle)).map((path) => relative(TOP, path)),
    ).toEqual([])
  })
})
