import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { PlatformFactory } from '../src/platforms/platform.ts'
import { PLATFORMS, TERMINAL } from '../src/platforms/registry.ts'
import { toyPlatform } from './fakes/toy.ts'
import { createToyRoom } from './fakes/toy-room.ts'

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
  import: ['catalog'],
  message: [],
  pictures: ['message'],
  i18n: ['message'],
  assessment: ['catalog'],
  'proposals/domain': ['catalog'],
  store: [],
  proposals: ['proposals/domain', 'catalog', 'i18n', 'message', 'store'],
  bot: ['proposals', 'proposals/domain', 'assessment', 'catalog', 'i18n', 'message', 'store'],
  platforms: ['bot', 'proposals', 'pictures', 'i18n', 'message', 'runtime', 'store'],
  app: [
    'platforms',
    'bot',
    'proposals',
    'proposals/domain',
    'assessment',
    'catalog',
    'pictures',
    'i18n',
    'message',
    'runtime',
    'store',
  ],
  cli: [
    'import',
    'app',
    'platforms',
    'bot',
    'proposals',
    'assessment',
    'catalog',
    'pictures',
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

  test('point down the tree of docs/architecture.md', () => {
    const tree = readFileSync(join(TOP, 'docs', 'architecture.md'), 'utf8').matchAll(/^ {4}src\/([\w/.-]+)/gmu)
    const listed = [...tree].map(([, path = '']) => folderOf(path))
    const placeOf = (folder: string): number => listed.indexOf(folder)
    expect(Object.keys(LAYERS).filter((folder) => folder !== 'cli' && placeOf(folder) < 0)).toEqual([])
    expect(
      Object.entries(LAYERS).flatMap(([folder, allowed]) =>
        allowed.filter((each) => placeOf(each) < placeOf(folder)).map((each) => `${folder} imports ${each}`),
      ),
    ).toEqual([])
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

  test('reads no file, except in the loader of the catalog and for the word lists of packages', () => {
    const loaders = new Set(['catalog/load.ts', 'i18n/ordinary-words.ts'])
    const others = core.filter((file) => !loaders.has(file.path))
    expect(others).toHaveLength(core.length - loaders.size)
    expect(forbidden(others, (_, specifier) => /^(?:node:)?fs(?:\/|$)/u.test(specifier))).toEqual([])
  })

  test('has no clock and no dice: time and chance are parameters', () => {
    const pure = inFolders('catalog', 'assessment', 'proposals/domain')
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\.|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b|\bprocess\.(?:env|hrtime)\b|\bset(?:Timeout|Interval|Immediate)\b/u
    expect(pure.filter((file) => impure.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

/** The packages that the code outside of platforms uses. Any other package is the library of one platform. */
const SHARED_PACKAGES: ReadonlySet<string> = new Set([
  ...[
    'fastest-levenshtein',
    'csv-parse',
    'intl-messageformat',
    'lru-cache',
    'read-excel-file',
    'string-width',
    'write-excel-file',
    'yaml',
    'zod',
  ],
  ...[
    '@orama/stemmers',
    '@orama/stopwords',
    '@resvg/resvg-js',
    'ioredis',
    'level',
    'pino',
    'pino-pretty',
    'prom-client',
    'undici',
  ],
])

/** The package that an import names; undefined for a file, a module of Node, and words that only look like an import. */
function packageOf(specifier: string): string | undefined {
  return /^(?!\.)(?:@[\w.-]+\/)?[\w.-]+(?=\/[\w./-]+$|$)/u.exec(specifier)?.[0]
}

/** The platforms in whose folders a package is imported. */
function platformsImporting(name: string): readonly string[] {
  return FILES.filter(({ imports }) => imports.some((specifier) => packageOf(specifier) === name)).flatMap(
    ({ path }) => platformFolder(path) ?? [],
  )
}

/** Imports of a platform's library outside of its folder, or in the folders of two platforms. */
function libraryImports(files: readonly SourceFile[]): string[] {
  return forbidden(files, ({ path }, specifier) => {
    const name = packageOf(specifier)
    if (name === undefined || SHARED_PACKAGES.has(name)) return false
    const own = platformFolder(path)
    return own === undefined || platformsImporting(name).some((id) => id !== own)
  })
}

/** The platform in whose folder a file is. */
function platformFolder(path: string): string | undefined {
  const id = /^platforms\/([^/]+)\//u.exec(path)?.[1]
  return id !== undefined && (PLATFORMS.has(id) || id === TERMINAL.id) ? id : undefined
}

describe('a platform', () => {
  test('has its id as the name of its folder', () => {
    const folders = new Set(FILES.map(({ path }) => platformFolder(path)).filter((id) => id !== undefined))
    expect([...folders].toSorted()).toEqual([...PLATFORMS.keys(), TERMINAL.id].toSorted())
  })

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
    expect(libraryImports(FILES)).toEqual([])
  })

  test.each([
    ['bot/bot.ts', 'discord.js'],
    ['app/app.ts', '@slack/web-api'],
    ['platforms/slack/index.ts', 'discord.js'],
    ['store/person.ts', 'a-chat-library/client'],
  ])('would be noticed if %s imported %s', (path, specifier) => {
    expect(libraryImports([{ path, text: '', imports: [specifier] }])).toEqual([`${path}: ${specifier}`])
  })
})

/** Finds the lines that name a platform where only its own folder, the registry and its sentences may. */
function findNaming(platforms: Iterable<Pick<PlatformFactory, 'id' | 'displayName'>>) {
  const all = [...platforms]
  const ids = all.map(({ id }) => id).join('|')
  const words = all.flatMap(({ id, displayName }) => [id, displayName])
  // Also within a name such as isOnDiscord or SLACK_TOKEN, but not within an ordinary word: "estoy" names no toy.
  const names = new RegExp(
    words
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`))
      .flatMap((word) => [
        String.raw`(?<!\p{Ll})${word.toLowerCase()}`,
        String.raw`(?<!\p{Lu})${word.toUpperCase()}`,
        ...(word === word.toLowerCase() ? [] : [word]),
      ])
      .join('|'),
    'u',
  )
  /** `platform.ts` has ids as examples in its comments. */
  const own = new RegExp(
    `^(?:platforms/(?:${ids})/.*|platforms/(?:registry|platform)\\.ts|i18n/\\w+/(?:${ids})\\.ts)$`,
    'u',
  )
  /** Addresses of documentation, which are sources of facts. */
  const address = /(?:https?:\/\/)?(?:[\w-]+\.)+(?:dev|com|org|io)\/[\w./#-]*/gu
  /** How a language's index puts the sentences of the platforms among its own: an import and a spread, each a whole line. */
  const assembled = new RegExp(
    `^(?:import \\{ (?:${ids})[A-Z]\\w* \\} from '\\./(?:${ids})\\.ts'| {2}\\.\\.\\.(?:${ids})[A-Z]\\w*,)$`,
    'gmu',
  )
  return {
    isOwn: (path: string): boolean => own.test(path),
    naming: (files: readonly SourceFile[]): string[] =>
      files
        .filter(({ path }) => !own.test(path))
        .flatMap(({ path, text }) => {
          const code = /^i18n\/\w+\/index\.ts$/u.test(path) ? text.replaceAll(assembled, '') : text
          return code
            .replaceAll(address, '')
            .split('\n')
            .filter((line) => names.test(line))
            .map((line) => `${path}: ${line.trim()}`)
        }),
  }
}

describe('only a platform’s own folder, the registry and its sentences', () => {
  const { isOwn, naming } = findNaming([...PLATFORMS.values(), TERMINAL])

  test('names a platform, in code, strings, comments or imports', () => {
    expect(FILES.filter(({ path }) => isOwn(path)).length).toBeGreaterThan(20)
    expect(naming(FILES)).toEqual([])
  })

  test.each([
    ['bot/bot.ts', "import { slackPlatform } from '../platforms/slack/factory.ts'"],
    ['app/app.ts', "import { Client } from 'discord.js'"],
    ['cli.ts', "if (platform === 'slack') return"],
    ['proposals/erasure.ts', "const SAME_USER = new Set(['discord'])"],
    ['store/person.ts', 'const isOnDiscord = true'],
    ['message/sanitize.ts', '// as Slack does it'],
    ['app/start.ts', "import { createConsole } from '../platforms/console/console.ts'"],
    ['app/app.ts', "community.report('console', members)"],
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

  describe('also for one that is added to the registry', () => {
    const added = findNaming([...PLATFORMS.values(), TERMINAL, toyPlatform(createToyRoom())])

    test.each([
      ['bot/bot.ts', "if (person.platform === 'toy') return"],
      ['app/app.ts', '// Toy repeats a delivery'],
      ['store/person.ts', 'const isOnToy = true'],
      ['i18n/en/home.ts', "'home.title': 'Rung in Toy',"],
      ['i18n/en/index.ts', "'console.noInput': 'Set TOY_TOKEN',"],
      ['message/sanitize.ts', '// as Slack does it'],
    ])('%s: %s', (path, text) => {
      expect(added.naming([{ path, text, imports: [] }])).toEqual([`${path}: ${text}`])
    })

    test.each([
      ['platforms/toy/index.ts', "const id = 'toy'"],
      ['i18n/en/toy.ts', "'toy.failed': 'Toy has failed',"],
      ['i18n/en/index.ts', "import { toyEn } from './toy.ts'"],
      ['i18n/en/index.ts', '  ...toyEn,'],
    ])('except in %s: %s', (path, text) => {
      expect(added.naming([{ path, text, imports: [] }])).toEqual([])
    })

    test('and no file of src names it now', () => {
      expect(added.naming(FILES)).toEqual([])
    })
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

/** Examples of questions, one a line: nobody reads them through. */
const EXAMPLES = /^i18n\/\w+\/examples\.ts$/u

test('no file has more than 450 lines', () => {
  const read = FILES.filter((file) => !EXAMPLES.test(file.path))
  expect(read.filter((file) => file.text.split('\n').length > 450).map((file) => file.path)).toEqual([])
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
