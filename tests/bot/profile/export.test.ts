import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFiles, type ProfileData } from '../../../src/bot/commands/profile/export.ts'
import type { Role } from '../../../src/catalog/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import type { Attachment, Message } from '../../../src/message/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { answerAll, profile, roleIn, start } from '../assess/drive.ts'
import { type Harness, openHarness, type TestUser } from '../assess/harness.ts'
import { paragraphs } from '../read-message.ts'

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

function file({ files }: Pick<Message, 'files'>, ending: string): string {
  const attachment: Attachment | undefined = files?.find(({ name }) => name.endsWith(ending))
  if (!attachment) throw new Error(`no ${ending} file`)
  return attachment.content
}

/** A person with one result and one assessment in progress, each with evidence. */
async function withHistory(evidence: string): Promise<TestUser> {
  const ana = harness.newUser()
  await start(ana)
  await ana.fill(await ana.open('Add a note or link'), { evidence })
  await answerAll(ana, role, profile(role, 2))
  await ana.press('Show my result')
  await start(ana)
  await ana.fill(await ana.open('Add a note or link'), { evidence })
  await ana.pick(3)
  return ana
}

/** What a program reads from a CSV file: RFC 4180, after the mark by which a spreadsheet knows that it is UTF-8. */
function parsed(file: string): string[][] {
  expect(file.startsWith('\uFEFF')).toBe(true)
  const csv = file.slice(1)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < csv.length) {
    let cell = ''
    if (csv[at] === '"') {
      at += 1
      while (csv[at] !== '"' || csv[at + 1] === '"') {
        if (at >= csv.length) throw new Error('a quote is never closed')
        cell += csv[at]
        at += csv[at] === '"' ? 2 : 1
      }
      at += 1
    } else {
      while (at < csv.length && csv[at] !== ',' && csv[at] !== '\r') {
        if (csv[at] === '"' || csv[at] === '\n') throw new Error('a bare quote or line feed')
        cell += csv[at]
        at += 1
      }
    }
    row.push(cell)
    if (csv[at] === ',') at += 1
    else {
      if (csv.slice(at, at + 2) !== '\r\n') throw new Error(`no line end at ${at}`)
      rows.push(row)
      row = []
      at += 2
    }
  }
  return rows
}

/** What Markdown makes of text with backslash escapes: any punctuation after one is itself. Throws at markup left bare. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|([\\`*_{}[\]<>|&])/gu, (_, escaped: string | undefined, bare: string) => {
    if (bare) throw new Error(`“${bare}” is left to be read as Markdown: ${markdown}`)
    return escaped ?? ''
  })
}

/** A cell of a Markdown table's row: split at bars that no backslash keeps. */
function cells(line: string): string[] {
  return line.split(/(?<!\\)(?:\\\\)*\|/u).map((cell) => cell.trim())
}

function profileData(evidence: string): ProfileData {
  return {
    person: { platform: 'test', workspace: 'W1', user: 'U1' },
    settings: { schema: 1, reminders: true, lastRole: 'ml-engineer', focus: null },
    sessions: [],
    newer: { results: 0, sessions: [], settings: false },
    proposals: [],
    results: [
      {
        schema: 1,
        id: 'id000001',
        role: 'ml-engineer',
        roleName: 'ML Engineer',
        roleVersion: 'r',
        catalogVersion: 'c',
        mode: 'guided',
        domain: null,
        startedAt: 0,
        finishedAt: 1,
        grade: 1,
        level: 'junior',
        target: null,
        confidence: 0.9,
        ratings: [{ skill: 'pytorch', name: 'PyTorch', rating: 2, evidence }],
        gaps: [{ skill: 'mlflow', name: 'MLflow', required: 2, estimated: true }],
      },
    ],
  }
}

describe('the export', () => {
  test.each([
    [
      'en',
      'export',
      'Here’s everything stored about you: your settings, any proposals you took part in, 1 result, and 1 assessment in progress.',
    ],
    [
      'es',
      'exportar',
      'Esto es todo lo que se guarda sobre ti: tus ajustes, las propuestas en las que has participado, 1 resultado y 1 evaluación en curso.',
    ],
  ] as const)('comes as three files, with what is in them (%s)', async (locale, word, expected) => {
    const ana = await withHistory('a note')
    ana.locale = locale
    const message = await ana.say(`/profile ${word}`)
    expect(paragraphs(message)).toEqual([expected])
    expect(message.files?.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['rung-profile-2026-01-05.json', 'application/json'],
      ['rung-profile-2026-01-05.md', 'text/markdown'],
      ['rung-profile-2026-01-05.csv', 'text/csv'],
    ])
  })

  test('of a person without stored data says so', async () => {
    const ana = harness.newUser()
    const message = await ana.say('/profile export')
    expect(paragraphs(message)).toEqual([
      'Here’s everything stored about you: your settings, any proposals you took part in, no results, and no assessment in progress.',
    ])
    expect(JSON.parse(file(message, '.json'))).toMatchObject({ results: [], sessions: [] })
  })

  test('as JSON is exactly what is stored', async () => {
    const ana = await withHistory('"quoted", \\ back\u2028 and 🙂')
    const message = await ana.say('/profile export')
    expect(JSON.parse(file(message, '.json'))).toEqual({
      ...(await ana.storedData()),
      newer: { results: 0, sessions: [], settings: false },
      proposals: [],
    })
  })

  test('holds nobody else’s data', async () => {
    await withHistory('the note of somebody else')
    const ana = await withHistory('my own note')
    const message = await ana.say('/profile export')
    for (const { content } of message.files ?? []) {
      expect(content).toContain('own note')
      expect(content).not.toContain('somebody else')
    }
  })

  test('as CSV has a row an answer, a gap and a note, all of one width', async () => {
    const ana = await withHistory('a, "b"')
    const message = await ana.say('/profile export')
    const rows = parsed(file(message, '.csv'))
    const [result] = await ana.results()
    expect(rows[0]).toEqual([
      'kind',
      'role',
      'finished',
      'level',
      'skill',
      'answer',
      'evidence',
      'expected',
      'estimated',
    ])
    expect(rows.every((row) => row.length === 9)).toBe(true)
    expect(rows.filter(([kind]) => kind === 'answer')).toHaveLength(result?.ratings.length ?? 0)
    expect(rows.filter(([kind]) => kind === 'gap')).toHaveLength(result?.gaps.length ?? 0)
    expect(rows.find(([kind]) => kind === 'evidence')?.[6]).toBe('a, "b"')
    expect(rows.find(([kind]) => kind === 'in progress')?.[5]).toBe('1 answers')
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://x","y")',
    '\t=1',
    '\r=1',
    '=cmd|"/c calc"!A1',
    ' =1',
    '\n=1',
    '＝1',
    '＠SUM(A1)',
  ])('as CSV keeps a spreadsheet from taking %j for a formula', (evidence) => {
    const csv = file({ files: exportFiles(profileData(evidence), 0, translator('en')) }, '.csv')
    const [, row] = parsed(csv)
    expect(row?.[6]).toBe(`'${evidence}`)
  })

  test('as CSV gives back any note whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (evidence) => {
        const [, row] = parsed(file({ files: exportFiles(profileData(evidence), 0, translator('en')) }, '.csv'))
        const read = row?.[6] ?? ''
        expect(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(evidence) ? read.slice(1) : read).toBe(evidence)
      }),
    )
  })

  test.each([
    '**bold** _it_ `code`',
    '[link](https://evil.example) ![image](x)',
    '<script>alert(1)</script> <https://x.example>',
    'a | b | c',
    'back\\slash \\| bar',
    '# heading',
    '~~struck~~',
    '&lt;b&gt; &copy; &#42;',
  ])('as Markdown leaves no markup of a note: %s', (evidence) => {
    const markdown = file({ files: exportFiles(profileData(evidence), 0, translator('en')) }, '.md')
    const line = markdown.split('\n').find((entry) => entry.startsWith('| PyTorch')) ?? ''
    const [, , answer, ...rest] = cells(line)
    expect(answer).toBe('Working')
    expect(rest).toHaveLength(2)
    const note = line
      .slice(line.indexOf('Working |') + 'Working |'.length)
      .replace(/\|$/u, '')
      .trim()
    expect(unescaped(note)).toBe(evidence)
  })

  test('as Markdown keeps a note of several lines in its row', () => {
    const markdown = file({ files: exportFiles(profileData('one\n# two\r\n| three'), 0, translator('en')) }, '.md')
    expect(markdown).not.toMatch(/^# two/mu)
    expect(markdown).not.toMatch(/^\| three/mu)
    expect(markdown.split('\n').filter((line) => line.startsWith('| PyTorch'))).toHaveLength(1)
  })

  test('as Markdown leaves no markup of any note whatever', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()#+-.!|<>~&;:a 1\n'.split('')), maxLength: 40 }),
        (evidence) => {
          const markdown = file({ files: exportFiles(profileData(evidence), 0, translator('en')) }, '.md')
          const line = markdown.split('\n').find((entry) => entry.startsWith('| PyTorch')) ?? ''
          const note = line.slice(line.indexOf('Working |') + 'Working |'.length).replace(/ \|$/u, '')
          expect(unescaped(note).trim()).toBe(evidence.replace(/\s+/gu, ' ').trim())
        },
      ),
    )
  })

  test('as Markdown says the level, the answers and the gaps in words', async () => {
    const ana = await withHistory('a note')
    const markdown = file(await ana.say('/profile export'), '.md')
    expect(markdown).toMatch(/^# Everything Rung stores about you\n/u)
    expect(markdown).toContain('## ML Engineer, 2026-01-05T09:00:00.000Z')
    expect(markdown).toContain('- Result: middle')
    expect(markdown).toContain('| To work on | Expected | Based on |')
    expect(markdown).toContain('## In progress: ml\\-engineer')
    expect(markdown).toContain('a note')
  })

  test('as Markdown is in the language of the person; names for programs are not', async () => {
    const ana = await withHistory('a note')
    ana.locale = 'es'
    const message = await ana.say('/profile export')
    const markdown = file(message, '.md')
    expect(markdown).toMatch(/^# Todo lo que Rung guarda sobre ti\n/u)
    for (const part of ['| Habilidad | Tu respuesta | Evidencia |', '| Pendiente | Se espera | Origen |', 'estimación'])
      expect(markdown).toContain(part)
    expect(markdown).not.toMatch(/Your answer|Known by|Result:|estimate/u)
    expect(file(message, '.csv')).toContain('kind,role,finished,level,skill,answer,evidence,expected,estimated')
    expect(Object.keys(JSON.parse(file(message, '.json')) as object)).toContain('results')
  })
})
