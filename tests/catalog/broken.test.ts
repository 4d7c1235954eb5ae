import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadCatalog, type Problem } from '../../src/catalog/index.ts'
import { fixtureCatalog } from '../fixtures/catalog.ts'
import { type Edit, edited, emptyFolder, type Place } from './edited-catalog.ts'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

const BACKEND = 'roles/backend-engineer.yaml'
const DATA = 'roles/data-engineer.yaml'

interface Case {
  readonly title: string
  readonly edits: readonly Edit[]
  /** What the one problem must say: what is wrong and what would be right. */
  readonly says: readonly RegExp[]
  /** Whether to ask the built command too, as a maintainer would. */
  readonly runsCommand?: boolean
}

/** The fixture's file as another encoding or with other bytes. */
async function rewritten(file: string, change: (text: string) => Uint8Array): Promise<Edit> {
  return { file, write: change(await readFile(join(fixtureCatalog, file), 'utf8')) }
}

const LONG = `Reads ${'a very long query, '.repeat(9)}and says which rows come back.`

/** Ten lists, each of nine times the one before. */
function unfolding(): string {
  const lists = Array.from(
    { length: 9 },
    (_, at) => `level${at + 1}: &list${at + 1} [${Array(9).fill(`*list${at}`).join(', ')}]`,
  )
  return ['level0: &list0 [x, x, x, x, x, x, x, x, x]', ...lists, ''].join('\n')
}

const CASES: readonly Case[] = [
  // Slugs and the names of files
  {
    title: 'two skill files with one slug',
    edits: [
      {
        file: 'skills/pythonic.yaml',
        write: `slug: ▸python
name: Pythonic
domain: programming
statements: { awareness: One., working: Two., advanced: Three., expert: Four. }
`,
      },
    ],
    says: [/"python" appears twice/u, /has this slug too/u],
    runsCommand: true,
  },
  {
    title: 'a slug that is not the name of its file',
    edits: [{ file: BACKEND, replace: 'slug: backend-engineer', with: 'slug: ▸backend-dev' }],
    says: [/"backend-dev"/u, /call the file backend-dev\.yaml/u],
  },
  {
    title: 'a slug with a capital letter and an underscore',
    edits: [{ file: BACKEND, replace: 'slug: backend-engineer', with: 'slug: ▸Backend_Engineer' }],
    says: [/"slug" must be lowercase letters a to z, digits and single hyphens/u],
  },

  // References between files
  {
    title: 'a misspelled skill in a role',
    edits: [{ file: DATA, replace: 'python: [', with: '▸pythn: [' }],
    says: [/there is no skill "pythn"; did you mean "python"\?/u],
    runsCommand: true,
  },
  {
    title: 'a misspelled domain in a role',
    edits: [{ file: DATA, replace: 'domain: collaboration', with: 'domain: ▸colaboration' }],
    says: [/there is no domain "colaboration"; did you mean "collaboration"\?/u],
  },
  {
    title: 'a misspelled domain in a skill that roles use',
    edits: [{ file: 'skills/sql.yaml', replace: 'domain: data-platforms', with: 'domain: ▸data-platform' }],
    says: [/there is no domain "data-platform"; did you mean "data-platforms"\?/u],
  },
  {
    title: 'a skill under a domain that is not its own',
    edits: [{ file: DATA, replace: 'technical-writing: [', with: '▸code-review: [' }],
    says: [/"code-review" belongs to the domain "programming", not to "collaboration"/u],
  },
  {
    title: 'a key domain that the role does not have',
    edits: [{ file: DATA, replace: '[data-platforms]', with: '[data-platforms, ▸research-methods]' }],
    says: [/"research-methods" is not a domain of this role/u, /data-platforms, programming, delivery, collaboration/u],
  },
  {
    title: 'a key domain named twice',
    edits: [{ file: DATA, replace: '[data-platforms]', with: '[data-platforms, ▸data-platforms]' }],
    says: [/"data-platforms"/u, /twice/u],
  },
  {
    title: 'a core domain that the role does not have',
    edits: [
      { file: DATA, replace: '[data-platforms]', with: '[data-platforms]\ncore: { domains: [▸research-methods] }' },
    ],
    says: [/"research-methods" is not a domain of this role/u],
    runsCommand: true,
  },
  {
    title: 'a core skill that the role does not have',
    edits: [{ file: DATA, replace: '[data-platforms]', with: '[data-platforms]\ncore: { skills: [▸monitring] }' }],
    says: [/there is no skill of this role "monitring"; did you mean "monitoring"\?/u],
  },
  {
    title: 'a core skill whose domain is in the core',
    edits: [
      {
        file: DATA,
        replace: '[data-platforms]',
        with: '[data-platforms]\ncore:\n  domains: [data-platforms]\n  skills: [▸sql]',
      },
    ],
    says: [/"sql" is already in the core with its domain "data-platforms"/u],
  },
  {
    title: 'a core skill named twice',
    edits: [{ file: DATA, replace: '[data-platforms]', with: '[data-platforms]\ncore: { skills: [python, ▸python] }' }],
    says: [/"python" appears twice/u],
  },
  {
    title: 'a domain that stands twice in a role',
    edits: [
      {
        file: DATA,
        replace: '  - domain: collaboration\n    skills:\n      technical-writing',
        with: '  - domain: ▸delivery\n    skills:\n      mentoring',
      },
      // So that the repeated domain is all that is wrong.
      { file: 'skills/mentoring.yaml', replace: 'domain: collaboration', with: 'domain: delivery' },
      { file: BACKEND, replace: '      mentoring: [absent, absent, absent, working, expert]\n', with: '' },
      {
        file: 'roles/ml-researcher.yaml',
        replace: `      mentoring:
        proficiency: [absent, absent, absent, absent, working, advanced, expert]
        mandatory: [unknown, unknown, unknown, unknown, false, true, true]
`,
        with: '',
      },
    ],
    says: [/the domain "delivery" appears twice/u, /put its skills together/u],
  },
  {
    title: 'a domain that stands twice in domains.yaml',
    edits: [
      {
        file: 'domains.yaml',
        replace: '  - slug: research-methods',
        with: '  - slug: ▸delivery\n    name: Shipping\n  - slug: research-methods',
      },
    ],
    says: [/the domain "delivery" appears twice/u],
  },

  // Rows
  {
    title: 'a row with a proficiency too few',
    edits: [
      {
        file: BACKEND,
        replace: 'sql: [awareness, working, working, advanced, advanced]',
        with: '▸sql: [awareness, working, working, advanced]',
      },
    ],
    says: [/has 4 proficiencies; the role has 5 levels \(junior, middle, senior, lead, principal\)/u],
    runsCommand: true,
  },
  {
    title: 'a row with a proficiency too many',
    edits: [
      {
        file: DATA,
        replace: 'containers: [working, working, advanced]',
        with: '▸containers: [working, working, advanced, advanced]',
      },
    ],
    says: [/has 4 proficiencies; the role has 3 levels \(junior, middle, senior\)/u],
  },
  {
    title: 'a row that is absent at every level',
    edits: [
      { file: DATA, replace: 'monitoring: [absent, absent, working]', with: '▸monitoring: [absent, absent, absent]' },
    ],
    says: [/is absent at every level; leave the skill out instead/u],
  },
  {
    title: 'a list of mandatory marks that is too short',
    edits: [
      {
        file: DATA,
        replace: `expert]\n        mandatory: [true, true, true]`,
        with: `expert]\n        ▸mandatory: [true, true]`,
      },
    ],
    says: [/has 2 values; there must be one per level \(junior, middle, senior\)/u],
  },
  {
    title: 'a mandatory mark where the level expects nothing',
    edits: [
      {
        file: BACKEND,
        replace: 'mandatory: [false, false, true, true, true]',
        with: 'mandatory: [▸true, false, true, true, true]',
      },
    ],
    says: [/cannot be mandatory: the level expects nothing here/u],
  },
  {
    title: 'a word that is no proficiency',
    edits: [
      {
        file: DATA,
        replace: 'data-warehousing: [awareness, working, advanced]',
        with: 'data-warehousing: [awareness, ▸intermediate, advanced]',
      },
    ],
    says: [/must be one of: awareness, working, advanced, expert, absent/u],
    runsCommand: true,
  },
  {
    title: 'a word that is no mandatory mark',
    edits: [
      {
        file: BACKEND,
        replace: 'mandatory: [true, true, true, false, false]',
        with: 'mandatory: [true, ▸maybe, true, false, false]',
      },
    ],
    says: [/true/u, /false/u, /unknown/u],
  },
  {
    title: 'a row that is only a word',
    edits: [{ file: DATA, replace: 'monitoring: [absent, absent, working]', with: 'monitoring: ▸working' }],
    says: [/must be a list with a proficiency for each level, or a mapping with proficiency, mandatory and criteria/u],
  },
  {
    title: 'a domain of a role without skills',
    edits: [
      {
        file: DATA,
        replace: '    skills:\n      technical-writing: [awareness, working, advanced]',
        with: '    ▸skills: {}',
      },
    ],
    says: [/needs at least one skill/u],
  },

  {
    title: 'a row with nothing in it',
    edits: [{ file: DATA, replace: 'python: [awareness, working, advanced]', with: 'python: ▸null' }],
    says: [/^"python" must be a list with a proficiency for each level/u],
  },
  {
    title: 'a skill that stands twice in a role, the second time under another domain',
    edits: [
      {
        file: DATA,
        replace: '      unit-testing: [awareness',
        with: '      ▸sql: [working, working, working]\n      unit-testing: [awareness',
      },
    ],
    says: [/the skill "sql" appears twice in this role/u, /belongs to the domain "data-platforms"/u],
  },
  {
    title: 'a row under a name that JavaScript keeps for itself',
    edits: [
      {
        file: DATA,
        replace: '      unit-testing: [awareness',
        with: '      ▸__proto__: [working, working, working]\n      unit-testing: [awareness',
      },
    ],
    says: [/"__proto__"/u],
  },

  // Statements
  {
    title: 'a statement longer than 4,000 characters',
    edits: [
      {
        file: 'skills/sql.yaml',
        replace: '"Reads a query with one join and says which rows come back."',
        with: `▸"${LONG.repeat(25)}"`,
      },
    ],
    says: [/"en" is too long: at most 4000 characters/u],
    runsCommand: true,
  },
  {
    title: 'an empty statement',
    edits: [
      {
        file: 'skills/sql.yaml',
        replace: '"Reads a query with one join and says which rows come back."',
        with: '▸""',
      },
    ],
    says: [/"en" must be text without leading or trailing spaces/u],
  },
  {
    title: 'a statement in an unknown language',
    edits: [{ file: 'skills/sql.yaml', replace: '  expert:\n    en: "Settles', with: '  expert:\n    de: ▸"Settles' }],
    says: [/"de" is not a language of this ladder; they are: en, es/u],
  },
  {
    title: 'two steps of a skill with one statement',
    edits: [
      {
        file: 'skills/containers.yaml',
        replace: '  working:\n    en: "Writes a small image for a service alone and keeps secrets out of it."',
        with: '  ▸working:\n    en: "Starts a service from a given image, and reads its output!"',
      },
    ],
    says: [/says the same as "awareness"; each step must differ/u],
  },

  // Growth and links
  {
    title: 'an effort that is no length of time',
    edits: [{ file: 'skills/python.yaml', replace: 'effort: weeks', with: 'effort: ▸months' }],
    says: [/"effort" must be one of: days, weeks, quarter/u],
    runsCommand: true,
  },
  {
    title: 'an exercise without its evidence',
    edits: [
      { file: 'skills/python.yaml', replace: '  advanced:\n    effort', with: '  advanced:\n    ▸effort' },
      {
        file: 'skills/python.yaml',
        replace: '    evidence: "Two flame graphs of the same input, before and after."\n',
        with: '',
      },
    ],
    says: [/"evidence" is missing; it must be text/u],
  },
  {
    title: 'an exercise longer than 200 characters',
    edits: [{ file: 'skills/python.yaml', replace: '"Move one script', with: `▸"${LONG} Move one script` }],
    says: [/"en" is too long: at most 200 characters/u],
  },
  {
    title: 'an evidence longer than 200 characters in the only language',
    edits: [{ file: 'skills/python.yaml', replace: '"Two flame graphs', with: `▸"${LONG}${LONG} Two flame graphs` }],
    says: [/"evidence" is too long: at most 200 characters/u],
  },
  {
    title: 'growth to a step that does not exist',
    edits: [{ file: 'skills/python.yaml', replace: '  advanced:\n    effort', with: '  ▸principal:\n    effort' }],
    says: [/"principal" is not a step of the scale; the steps are: awareness, working, advanced, expert/u],
  },
  {
    title: 'a link that is not encrypted',
    edits: [{ file: 'skills/python.yaml', replace: '"https://docs.python.org', with: '▸"http://docs.python.org' }],
    says: [/"url" must be an address such as https:/u],
    runsCommand: true,
  },
  {
    title: 'a link that would end within a message',
    edits: [
      {
        file: 'skills/python.yaml',
        replace: '"https://docs.python.org/3/tutorial/"',
        with: '▸"https://docs.python.org/3/(tutorial)"',
      },
    ],
    says: [/with brackets and spaces percent-encoded/u],
  },
  {
    title: 'a sixth link',
    edits: [
      {
        file: 'skills/python.yaml',
        replace: 'links:\n',
        with: `▸links:\n${'  - { title: "A page", url: "https://docs.python.org/3/" }\n'.repeat(4)}`,
      },
    ],
    says: [/"links" is too long: at most 5 entries/u],
  },

  // Keys and types
  {
    title: 'a key that nobody knows',
    edits: [{ file: 'skills/sql.yaml', replace: 'aliases: [', with: '▸alias: [' }],
    says: [/"alias" is not a known key here/u, /\baliases\b/u],
    runsCommand: true,
  },
  {
    title: 'a key that nobody knows with a plain value',
    edits: [{ file: 'skills/sql.yaml', replace: 'name: SQL\n', with: 'name: SQL\n▸colour: red\n' }],
    says: [/"colour" is not a known key here/u],
  },
  {
    title: 'a key that stands twice',
    edits: [
      { file: 'skills/sql.yaml', replace: 'domain: data-platforms\n', with: 'domain: data-platforms\n▸name: Sequel\n' },
    ],
    says: [/[Mm]ap keys must be unique/u],
  },
  {
    title: 'a number where a text must be',
    edits: [{ file: 'skills/sql.yaml', replace: 'name: SQL', with: 'name: ▸42' }],
    says: [/^"name" must be text$/u],
    runsCommand: true,
  },
  {
    title: 'a text where a list must be',
    edits: [
      { file: 'skills/containers.yaml', replace: 'aliases: [docker, podman, contenedores]', with: 'aliases: ▸docker' },
    ],
    says: [/^"aliases" must be a list$/u],
  },
  {
    title: 'a missing key at the top of a file',
    edits: [{ file: 'skills/sql.yaml', replace: 'slug: sql\nname: SQL\n', with: '▸slug: sql\n' }],
    says: [/"name" is missing; it must be text/u],
  },
  {
    title: 'a negative total',
    edits: [{ file: DATA, replace: '  skills: 8\n', with: '  skills: ▸-8\n' }],
    says: [/"skills" must be at least 0|"skills" is too (?:small|low): at least 0/u],
  },
  {
    title: 'a total that is no whole number',
    edits: [{ file: DATA, replace: '  skills: 8\n', with: '  skills: ▸8.5\n' }],
    says: [/^"skills" must be a whole number$/u],
  },

  // Names
  {
    title: 'a level that stands twice',
    edits: [{ file: DATA, replace: '- slug: middle', with: '- slug: ▸junior' }],
    says: [/the level "junior" appears twice/u],
  },
  {
    title: 'an alias that another skill has',
    edits: [{ file: 'skills/unit-testing.yaml', replace: 'pytest', with: '▸Python-3' }],
    says: [/"Python-3" already names python; a name or alias must lead to one thing only/u],
    runsCommand: true,
  },
  {
    title: 'an alias that is another role’s name',
    edits: [{ file: DATA, replace: '[data eng,', with: '[▸Backend Éngineer,' }],
    says: [/"Backend Éngineer" already names backend-engineer/u],
  },
  {
    title: 'an alias with no letter or digit',
    edits: [{ file: 'skills/unit-testing.yaml', replace: 'pytest', with: '▸"?!"' }],
    says: [/"\?!" has no letter or digit in it/u],
  },
  {
    title: 'a name with a blank at its end',
    edits: [{ file: 'skills/sql.yaml', replace: 'name: SQL', with: 'name: ▸"SQL "' }],
    says: [/"name" must be one line without leading or trailing spaces/u],
  },
  {
    title: 'a column heading that is too wide',
    edits: [{ file: DATA, replace: 'short: Mid', with: 'short: ▸Middle level' }],
    says: [/"short" is too long: at most 8 characters/u],
  },

  // Bytes and files
  {
    title: 'a list that is not closed',
    edits: [{ file: 'skills/sql.yaml', replace: 'consultas]\nstatements', with: 'consultas\n▸statements' }],
    says: [/^not valid YAML: /u],
    runsCommand: true,
  },
  {
    title: 'a tab for indentation',
    edits: [{ file: DATA, replace: '      technical-writing: [', with: '▸\ttechnical-writing: [' }],
    says: [/[Tt]abs are not allowed/u],
    runsCommand: true,
  },
  {
    title: 'a file that would unfold to billions of words',
    edits: [{ file: 'skills/paper-reading.yaml', write: `▸${unfolding()}` }],
    says: [/more than 100 aliases/u, /write the values out/u],
  },
  {
    title: 'an empty file',
    edits: [{ file: 'skills/paper-reading.yaml', write: '▸' }],
    says: [/the file is empty/u],
  },
  {
    title: 'a file of comments only',
    edits: [{ file: 'skills/paper-reading.yaml', write: '▸# Nothing yet.\n' }],
    says: [/the file is empty/u],
  },
  {
    title: 'a file that is one list',
    edits: [{ file: 'skills/paper-reading.yaml', write: '▸- paper-reading\n' }],
    says: [/^the file must be a mapping$/u],
  },
  {
    title: 'a NUL character',
    edits: [{ file: 'skills/sql.yaml', replace: 'name: SQL', with: 'name: S▸\0QL' }],
    says: [/NUL character/u, /save the file as UTF-8/u],
  },
  {
    title: 'a file whose name ends in .yml',
    edits: [{ file: 'skills/go.yml', write: '▸slug: go\n' }],
    says: [/the name must end in \.yaml/u],
    runsCommand: true,
  },
  {
    title: 'a file whose name ends in .YAML',
    edits: [{ file: 'skills/go.YAML', write: '▸slug: go\n' }],
    says: [/the name must end in \.yaml/u],
  },
]

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array, RegExp])[] = [
  ['a byte-order mark', (text) => Buffer.from(`\uFEFF${text}`), /byte-order mark; save it as UTF-8 without one/u],
  ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), /UTF-16; save it as UTF-8/u],
  ['UTF-16, big end first', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), /UTF-16; save it as UTF-8/u],
  ['Latin-1 at its start', (text) => Buffer.from(`á${text}`, 'latin1'), /not UTF-8; save the file as UTF-8/u],
  ['five megabytes', (text) => Buffer.from(`${text}${'# padding\n'.repeat(524_288)}`), /at most 1048576 are read/u],
]

function titled(cases: readonly Case[]): readonly (readonly [string, Case])[] {
  return cases.map((one) => [one.title, one])
}

function where({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

async function problemsOf(folder: string): Promise<readonly Problem[]> {
  const loaded = await loadCatalog(folder)
  return loaded.ok ? [] : loaded.problems
}

function expectToSay(problems: readonly Problem[], says: readonly RegExp[]): void {
  const messages = problems.map(({ message }) => message).join('\n')
  for (const words of says) expect(messages).toMatch(words)
}

interface Run {
  readonly code: number
  readonly output: string
  readonly errors: string
}

function validate(folder: string): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'validate', folder], (error, output, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors })
    })
  })
}

describe('a broken catalog is refused with the position and the remedy', () => {
  test.each(titled(CASES))('%s', async (_, { edits, says }) => {
    const { folder, places } = await edited(...edits)
    const problems = await problemsOf(folder)
    expect([...new Set(problems.map(where))]).toEqual(places.map(where))
    expectToSay(problems, says)
  })

  test.each(ENCODINGS)('a file in %s', async (_, change, says) => {
    const { folder, places } = await edited(await rewritten('skills/paper-reading.yaml', change))
    const problems = await problemsOf(folder)
    expect(problems.map(where)).toEqual(places.map(where))
    expectToSay(problems, [says])
  })

  test('a byte that is not UTF-8 is reported at its position', async () => {
    const { folder } = await edited(
      await rewritten('skills/sql.yaml', (text) => Buffer.from(text.replace('name: SQL', 'name: SQÉ'), 'latin1')),
    )
    const problems = await problemsOf(folder)
    expect(problems.map(where)).toEqual(['skills/sql.yaml:2:9'])
    expectToSay(problems, [/a byte that is not UTF-8/u])
  })

  test('a replacement character that was saved as UTF-8 is not reported as an invalid byte', async () => {
    const { folder } = await edited({ file: 'skills/sql.yaml', replace: 'name: SQL', with: 'name: SQL \uFFFD' })
    const messages = (await problemsOf(folder)).map(({ message }) => message).join('\n')
    expect(messages).not.toContain('not UTF-8')
  })
})

describe('an unreadable file is reported once, and references to it are not', () => {
  test('a skill file that is not YAML causes no problems in its roles', async () => {
    const { folder, places } = await edited({
      file: 'skills/python.yaml',
      replace: 'slug: python',
      with: 'slug: ▸"python',
    })
    const problems = await problemsOf(folder)
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(places.map(({ file }) => file)))
  })

  test('a domains.yaml with a wrong line causes no problems in skills and roles', async () => {
    const { folder, places } = await edited({
      file: 'domains.yaml',
      replace: 'name: Research Methods',
      with: 'name: ▸" Research Methods"',
    })
    expect((await problemsOf(folder)).map(where)).toEqual(places.map(where))
  })

  test('a missing domains.yaml is the one problem', async () => {
    const { folder } = await edited({ remove: 'domains.yaml' })
    const problems = await problemsOf(folder)
    expect(problems.map(where)).toEqual(['domains.yaml:1:1'])
    expectToSay(problems, [/it does not exist/u])
  })

  test('a missing skills folder is the one problem', async () => {
    const { folder } = await edited({ remove: 'skills' })
    const problems = await problemsOf(folder)
    expect(problems.map(where)).toEqual(['skills:1:1'])
    expectToSay(problems, [/the folder cannot be read: it does not exist/u])
  })

  test('a roles folder with no role in it is the one problem', async () => {
    const { folder } = await edited({ remove: 'roles' }, { file: 'roles/README.md', write: 'Roles go here.\n' })
    const problems = await problemsOf(folder)
    expect(problems.map(where)).toEqual(['roles:1:1'])
    expectToSay(problems, [/has no \.yaml file; at least one is needed/u])
  })
})

describe('folders', () => {
  test('a missing folder is reported part by part', async () => {
    const problems = await problemsOf(join(await emptyFolder(), 'nowhere'))
    expect(problems.map(where)).toEqual(['domains.yaml:1:1', 'roles:1:1', 'skills:1:1'])
    expectToSay(problems, [/it does not exist/u])
  })

  test('an empty folder is reported part by part', async () => {
    const problems = await problemsOf(await emptyFolder())
    expect(problems.map(where)).toEqual(['domains.yaml:1:1', 'roles:1:1', 'skills:1:1'])
  })

  test('a file instead of the folder is reported as such', async () => {
    const problems = await problemsOf(join(fixtureCatalog, 'domains.yaml'))
    expect(problems.map(where)).toEqual(['domains.yaml:1:1', 'roles:1:1', 'skills:1:1'])
    expectToSay(problems, [/it is not a folder/u])
  })

  test('a folder instead of a skill file is reported as such', async () => {
    const { folder } = await edited(
      { remove: 'skills/paper-reading.yaml' },
      { file: 'skills/paper-reading.yaml/notes.txt', write: 'Notes.\n' },
    )
    const problems = await problemsOf(folder)
    expect(problems.map(where)).toEqual(['skills/paper-reading.yaml:1:1'])
    expectToSay(problems, [/it is a folder/u])
  })

  test('hidden files of an editor are ignored', async () => {
    const { folder } = await edited(
      { file: 'skills/.settings.json', write: '{}\n' },
      { file: 'roles/.backend-engineer.yaml', write: 'half: written\n' },
    )
    expect(await problemsOf(folder)).toEqual([])
  })
})

describe('the validate command', () => {
  test.each(titled(CASES.filter(({ runsCommand }) => runsCommand)))(
    'prints the position and the remedy: %s',
    async (_, { edits, says }) => {
      const { folder, places } = await edited(...edits)
      const { code, output, errors } = await validate(folder)
      const lines = errors.trimEnd().split('\n')
      expect(code).toBe(1)
      expect(output).toBe('')
      expect(new Set(lines.slice(0, -1).map((line) => line.split(': ', 1)[0]))).toEqual(
        new Set(places.map((place) => join(folder, where(place)))),
      )
      for (const words of says) {
        expect(lines.map((line) => line.slice(line.indexOf(': ') + 2)).join('\n')).toMatch(
          new RegExp(words.source, 'mu'),
        )
      }
      expect(lines.at(-1)).toBe('1 problem')
      expect(errors).not.toContain('    at ')
    },
  )

  test('reports every broken place of every file in one run, in the order of files and lines', async () => {
    const { folder, places } = await edited(
      { file: 'domains.yaml', replace: 'aliases: [research]', with: 'aliases: [▸teamwork]' },
      { file: BACKEND, replace: 'sql: [awareness, working', with: 'sql: [awareness, ▸worked' },
      { file: DATA, replace: 'python: [', with: '▸pythn: [' },
      { file: DATA, replace: 'containers: [working, working, advanced]', with: '▸containers: [working]' },
      { file: 'skills/paper-reading.yaml', replace: '"Summarises', with: `▸"${LONG.repeat(25)} Summarises` },
      { file: 'skills/technical-writing.yaml', replace: '[documentation,', with: '[▸coaching,' },
      { file: 'skills/unit-testing.yaml', replace: 'name: Unit Testing', with: '▸name: [Unit, Testing]' },
    )
    const { code, errors } = await validate(folder)
    expect(code).toBe(1)
    expect(
      errors
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ', 1)[0]),
    ).toEqual([...places.map((place) => join(folder, where(place))), `${places.length} problems`])
    expect(errors).not.toContain('    at ')
  })

  test('counts the problems that it does not list', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `      skill-${index}: [awareness, awareness, awareness]\n`)
    const { folder } = await edited({ file: DATA, replace: '      python: [', with: `${rows.join('')}      python: [` })
    const { code, errors } = await validate(folder)
    expect(code).toBe(1)
    expect(errors.trimEnd().split('\n').at(-1)).toMatch(/\b1,?200\b/u)
  })

  test.each(['a missing folder', 'an empty folder'])('refuses %s', async (what) => {
    const empty = await emptyFolder()
    const { code, output, errors } = await validate(what === 'an empty folder' ? empty : join(empty, 'nowhere'))
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors).toContain('domains.yaml:1:1: the file cannot be read: it does not exist')
    expect(errors).not.toContain('    at ')
  })

  test('prints what a valid catalog contains', async () => {
    const { code, output, errors } = await validate(fixtureCatalog)
    expect(errors).toBe('')
    const lines = output.trimEnd().split('\n')
    expect(lines.pop()).toMatch(/^ok: 3 roles, 14 skills, 5 domains, version [0-9a-f]{12}$/u)
    // The roles of the fixture are too small to have a core.
    expect(lines.filter((line) => !line.startsWith('warning: '))).toEqual([])
    expect(code).toBe(0)
  })
})
