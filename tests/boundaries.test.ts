import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

// The walls of the house, read off the sources: who may know whom, and what must not be in any file.

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
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"]+)\1/gu)
  return [...found].map((match) => match[2] ?? '')
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

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/', 1)[0] ?? '') : 'top'
}

const inRooms = (...rooms: readonly string[]) => FILES.filter((file) => rooms.includes(roomOf(file.path)))

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

test('all the sources are seen', () => {
  const counted = spawnSync('find', [SRC, '-type', 'f', '-name', '*.ts'], { encoding: 'utf8' })
  const count = counted.stdout.trim().split('\n').length
  expect(count).toBeGreaterThan(50)
  expect(FILES.length).toBeGreaterThanOrEqual(count)
  expect(FILES.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(count)
  for (const room of ['catalog', 'assessment', 'message', 'i18n', 'bot', 'platforms', 'ops']) {
    expect(inRooms(room).length).toBeGreaterThan(0)
  }
})

describe('the core', () => {
  const core = inRooms('catalog', 'assessment', 'proposals', 'message', 'i18n')

  test('knows no platform and no store', () => {
    expect(
      forbidden(
        core,
        (file, specifier) => isRelative(specifier) && ['platforms', 'store'].includes(roomOf(target(file, specifier))),
      ),
    ).toEqual([])
  })

  test('knows nothing above it', () => {
    expect(
      forbidden(
        core,
        (file, specifier) =>
          isRelative(specifier) && ['bot', 'ops', 'pictures', 'top'].includes(roomOf(target(file, specifier))),
      ),
    ).toEqual([])
  })

  test('talks to no network, database or platform library', () => {
    const outside =
      /^(?:ioredis|level|classic-level|pino|@slack\/.*|discord\.js|@discordjs\/.*|ws|undici|node:(?:net|tls|http|https|http2|dgram|dns|child_process|worker_threads|cluster))$/u
    expect(forbidden(core, (_, specifier) => outside.test(specifier))).toEqual([])
  })

  test('reads no file, but for the loader of the catalogue', () => {
    const others = core.filter((file) => file.path !== 'catalog/load.ts')
    expect(others).toHaveLength(core.length - 1)
    expect(forbidden(others, (_, specifier) => /^(?:node:)?fs(?:\/|$)/u.test(specifier))).toEqual([])
  })

  test('has no clock and no dice: time and chance are parameters', () => {
    const pure = inRooms('catalog', 'assessment', 'proposals')
    const taken =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\.|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b|\bprocess\.(?:env|hrtime)\b|\bset(?:Timeout|Interval|Immediate)\b/u
    expect(pure.filter((file) => taken.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('the platforms', () => {
  test('are known to main.ts, service.ts and cli.ts alone', () => {
    const others = FILES.filter(
      (file) => roomOf(file.path) !== 'platforms' && !['main.ts', 'service.ts', 'cli.ts'].includes(file.path),
    )
    expect(
      forbidden(others, (file, specifier) => isRelative(specifier) && roomOf(target(file, specifier)) === 'platforms'),
    ).toEqual([])
  })

  test('know the bot, what it is kept in and how it is run, and of one another nothing', () => {
    const allowed = (file: SourceFile, specifier: string): boolean => {
      const to = target(file, specifier)
      if (roomOf(to) !== 'platforms')
        return to === 'config.ts' || ['bot', 'message', 'i18n', 'ops', 'store'].includes(roomOf(to))
      const own = file.path.split('/')[1]
      return to.split('/').length === 2 || to.split('/')[1] === own
    }
    const platforms = inRooms('platforms')
    expect(platforms.length).toBeGreaterThan(0)
    expect(forbidden(platforms, (file, specifier) => isRelative(specifier) && !allowed(file, specifier))).toEqual([])
  })
})

test('the bot knows no platform’s library', () => {
  expect(forbidden(inRooms('bot'), (_, specifier) => /slack|discord|ioredis/u.test(specifier))).toEqual([])
})

test('nothing imports main.ts or cli.ts', () => {
  expect(
    forbidden(
      FILES,
      (file, specifier) => isRelative(specifier) && ['main.ts', 'cli.ts'].includes(target(file, specifier)),
    ),
  ).toEqual([])
})

test('every relative import names a file that is there, with its ending', () => {
  expect(
    forbidden(FILES, (file, specifier) => {
      if (!isRelative(specifier)) return false
      return !specifier.endsWith('.ts') || !existsSync(join(SRC, target(file, specifier)))
    }),
  ).toEqual([])
})

test('every file is one room: none has much more than 400 lines', () => {
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
