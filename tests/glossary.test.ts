import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

// The words that the repository does not use: in names, because they do not say what a thing is to someone who knows Slack, Discord,
// Redis and Node; in comments, test titles, log lines, errors and documents, because they are not plain American English. Sentences that
// people read in chat are not checked: they are in `src/i18n/en` and `src/i18n/es`.

const TOP = fileURLToPath(new URL('..', import.meta.url))

/** Ordinary words of a text, but participles, gerunds and household words as the whole name of something. */
const NOT_A_NAME = new Set(
  `said known kept found told asked heard meant shown came gone begun began asking keeping doing hearing telling going standing
  talk talking answering sending thing things aside asides apart deed desk upkeep somebody nobody everybody anew who ground
  utils helpers common manager`.split(/\s+/u),
)

/** Not even a part of a name, between its capitals. */
const NOT_IN_A_NAME = new Set(
  `said told kept asking keeping doing hearing telling standing talk thing things aside asides apart deed desk upkeep somebody nobody
  anew begun utils helpers`.split(/\s+/u),
)

/** A bag of dependencies is `XxxOptions` or `XxxDeps`. `ApiParts` and the like of libraries are properties, not types. */
const BAG = /^[A-Z]\w*Parts$/u

/** What is not written in prose, with what is written instead. */
const PROSE: readonly (readonly [RegExp, string])[] = [
  [/\banew\b/iu, 'again'],
  [/\bso often\b/iu, 'a number of times'],
  [/\bof no use any ?more\b/iu, 'obsolete, or expired'],
  [/\bwhat (?:it )?is about\b/iu, 'its subject'],
  [/\b(?:someone|somebody|who) is about\b/iu, 'active'],
  [/\bin the place of\b/iu, 'replaces'],
  [/\bmay take so long\b/iu, 'times out after'],
  [/\bsomebody\b/iu, 'a person, a user, another process; someone, sparingly'],
  [/\bwhoever\b/iu, 'the person who'],
  [/\basides?\b/iu, 'quarantine'],
  [/\bupkeep\b/iu, 'what the loop does'],
  [/\bdesk\b/iu, 'answer cache'],
  [/\bdeeds?\b/iu, 'command, action'],
  [/\b(?:mis)?spelt\b/iu, 'spelled'],
  [/\b(?:learnt|burnt|whilst|grey|artefacts?|judgement)\b/iu, 'American spelling'],
  [/\bcatalogues?\b/iu, 'catalog'],
  [/\b\w*(?:[bc]olour|behaviour|favour|neighbour|honour|flavour)\w*\b/iu, 'American spelling: -or'],
  [
    /\b(?:\w*organ|recogn|summar|\w*author|normal|serial|\w*initial|final|local|optim|synchron|penal|prior|memor|categor|minim|maxim|util|central|general|special|character|standard|token|capital|real|equal|stabil|visual|custom|canonical|symbol|random|sanit|emphas|apolog)is(?:e|es|ed|ing|ation|ations)\b/iu,
    'American spelling: -ize',
  ],
  [
    /\b(?:centre|metre|licence|defence|cancelled|cancelling|labelled|labelling|travell(?:ed|ing)|modelling|programme)s?\b/iu,
    'American spelling',
  ],
]

interface Finding {
  readonly line: number
  readonly text: string
}

interface Text {
  readonly start: number
  readonly value: string
}

/** The words of a name: `lastSeenAt` and `last-seen-at` are last, seen, at. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/u)

function isBannedName(name: string): boolean {
  return BAG.test(name) || NOT_A_NAME.has(name.toLowerCase()) || wordsOf(name).some((word) => NOT_IN_A_NAME.has(word))
}

const bannedProse = (text: string): string[] =>
  PROSE.flatMap(([pattern, instead]) => {
    const match = pattern.exec(text)
    return match ? [`"${match[0]}" (${instead})`] : []
  })

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every node of a syntax tree, parents first. */
function* nodesOf(node: unknown): Generator<Node> {
  if (!isNode(node)) return
  yield node
  for (const value of Object.values(node)) yield* nodesOf(value)
}

const isTitled = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && [...nodesOf(callee)].some(({ name }) => name === 'test' || name === 'describe')

/** The names and the prose of a source: comments, test titles and, where strings are log lines and errors, strings. */
function read(file: string, source: string, withStrings: boolean): { names: Text[]; prose: Text[] } {
  const { program, comments, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const names: Text[] = []
  const prose: Text[] = comments.map(({ start, value }) => ({ start, value }))
  for (const node of nodesOf(program)) {
    const start = Number(node['start'])
    if ((node['type'] === 'Identifier' || node['type'] === 'PrivateIdentifier') && typeof node['name'] === 'string') {
      names.push({ start, value: node['name'] })
    }
    const strings = withStrings ? [node] : isTitled(node) ? [...nodesOf(node['arguments'])].slice(1, 2) : []
    for (const text of strings) {
      if (text['type'] === 'Literal' && typeof text['value'] === 'string') prose.push({ start, value: text['value'] })
      if (text['type'] === 'TemplateElement' && isNode(text['value'])) {
        prose.push({ start, value: String(text['value']['cooked']) })
      }
    }
  }
  return { names, prose }
}

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

function findingsIn(file: string, source: string): Finding[] {
  if (file.endsWith('.md')) {
    return source.split('\n').flatMap((text, at) => bannedProse(text).map((found) => ({ line: at + 1, text: found })))
  }
  const { names, prose } = read(file, source, file.startsWith('src/'))
  const fileNames = wordsOf(file.replace(/\.\w+$/u, '').replace(/^.*\//u, '')).filter(isBannedName)
  return [
    ...fileNames.map((word) => ({ line: 0, text: `file name "${word}"` })),
    ...names
      .filter(({ value }) => isBannedName(value))
      .map(({ start, value }) => ({ line: lineAt(source, start), text: `name "${value}"` })),
    ...prose.flatMap(({ start, value }) => bannedProse(value).map((text) => ({ line: lineAt(source, start), text }))),
  ]
}

/** Files of folders and single files, from the top of the repository, with slashes. */
function filesIn(...paths: readonly string[]): string[] {
  return paths
    .flatMap((path) => {
      const whole = join(TOP, path)
      if (statSync(whole).isFile()) return [path]
      return readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
    })
    .map((path) => relative(TOP, join(TOP, path)).split(sep).join('/'))
    .filter((path) => /\.(?:ts|js|md)$/u.test(path))
    .toSorted()
}

/** The messages of the chat, and this list. */
const NOT_CHECKED = /^src\/i18n\/[a-z]{2}\/|^tests\/glossary\.test\.ts$/u

/** Words that are part of a stored format, a log field, an export or the exported assessment, which a rename would break. */
const STORED: readonly (readonly [path: string, word: string])[] = [
  ['src/assessment/engine/points-assessment.ts', 'asked'],
  ['src/assessment/engine/progress.ts', 'asked'],
  ['src/bot/commands/profile/export.ts', 'asked'],
  ['src/bot/commands/profile/link.ts', 'asked'],
  ['src/bot/commands/profile/proposal-history.ts', 'asked'],
  ['src/platforms/slack/user-groups.ts', 'standing'],
  ['src/store/keys.ts', 'asides'],
  ['src/store/keys.ts', 'aside'],
  ['docs/privacy.md', 'aside'],
]

const FILES = filesIn('src', 'tests', 'bench', 'docs', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md').filter(
  (path) => !NOT_CHECKED.test(path),
)

test('names and prose hold no banned word', { timeout: 120_000 }, () => {
  expect(FILES.length).toBeGreaterThan(500)
  const findings = FILES.flatMap((file) => {
    const exceptions = STORED.flatMap(([path, word]) => (path === file ? [`"${word}"`] : []))
    return findingsIn(file, readFileSync(join(TOP, file), 'utf8'))
      .filter(({ text }) => !exceptions.some((word) => text.includes(word)))
      .map(({ line, text }) => `${file}:${line}: ${text}`)
  })
  expect(findings).toEqual([])
})

describe('a banned word is found', () => {
  test.each([
    ['a variable', 'const said = 1'],
    ['a property', 'export interface A { readonly asides: number }'],
    ['a part of a name', 'function hearAnew() {}'],
    ['a bag of dependencies', 'interface BotParts { readonly a: 1 }'],
    ['a comment', '/** Begins anew. */\nconst a = 1'],
    ['British spelling', '// The organisation of the catalogue.\nconst a = 1'],
    ['a log line', "log.info('somebody is about')"],
    ['a template', 'log.info(`the behaviour`)'],
  ])('%s', (_, source) => {
    expect(findingsIn('src/a.ts', source)).not.toEqual([])
  })

  test('a file name, a test title and a document', () => {
    expect(findingsIn('src/a/date-utils.ts', 'const a = 1')).not.toEqual([])
    expect(findingsIn('tests/a.test.ts', "test('somebody asks', () => {})")).not.toEqual([])
    expect(findingsIn('docs/a.md', 'The colour of a button')).not.toEqual([])
  })

  test('but not in an ordinary sentence', () => {
    expect(findingsIn('src/a.ts', '// What was found is kept if it is known.\nconst isKnown = true')).toEqual([])
  })
})
