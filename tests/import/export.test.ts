import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LoadedCatalog, loadCatalog } from '../../src/catalog/index.ts'
import {
  checkDocument,
  documentBytes,
  documentFiles,
  documentOf,
  EXPORT_KINDS,
  type ExportKind,
  openFiles,
  readDocument,
} from '../../src/import/document/index.ts'
import type { DocumentInFile } from '../../src/import/document/schema.ts'
import { createFindings, formatFinding } from '../../src/import/draft.ts'
import { exportLadder } from '../../src/import/index.ts'
import { ladderFiles } from '../../src/import/write.ts'
import { fixtureCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { scaleFiles } from '../scales/catalog.ts'
import { type ImportFolder, importFolder, problemLines } from './import-folder.ts'
import { AXES, BAKER, BAKERY, MATRIX } from './inputs.ts'
import { WHOLE_LADDER } from './whole-ladder.ts'

type Loaded = Extract<LoadedCatalog, { ok: true }>

async function load(folder: string): Promise<Loaded> {
  const loaded = await loadCatalog(folder)
  if (!loaded.ok) throw new Error(loaded.problems.map(formatFinding).join('\n'))
  return loaded
}

/** Exports a ladder and imports the file into another folder. */
async function roundTrip(folder: string, kind: ExportKind): Promise<{ after: Loaded; work: ImportFolder }> {
  const exported = await exportLadder(folder, kind)
  if (!exported.ok) throw new Error(exported.problems.map(formatFinding).join('\n'))
  const work = await importFolder({ [`a.${kind}`]: exported.bytes })
  const result = await work.run(`a.${kind}`)
  expect(problemLines(result, work)).toEqual([])
  expect(result.guesses).toEqual([])
  return { after: await load(work.into), work }
}

const filesIn = async (folder: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(await ladderFiles(folder))

async function fromInput(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await importFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])),
  )
  const result = await folder.run('in')
  expect(problemLines(result, folder)).toEqual([])
  return folder.into
}

const LADDERS: readonly (readonly [string, () => Promise<string>])[] = [
  ['the ladder that Rung comes with', () => Promise.resolve(shippedCatalog)],
  ['three small roles without `ladder.yaml`', () => Promise.resolve(fixtureCatalog)],
  ['every fact a ladder can have', () => writeCatalog(WHOLE_LADDER)],
  ...[2, 3, 5, 7].map(
    (steps) => [`a scale of ${steps} steps with rows that fall`, () => writeCatalog(scaleFiles(steps))] as const,
  ),
  ['an empty `ladder.yaml`', async () => writeCatalog({ ...(await filesIn(fixtureCatalog)), 'ladder.yaml': '{}' })],
  ['an imported table', () => fromInput({ 'bakery.csv': MATRIX })],
  ['imported topics with criteria', () => fromInput({ 'bakery.md': BAKERY })],
  ['imported axes', () => fromInput({ 'axes.md': AXES, 'baker.md': BAKER })],
]

describe.each(LADDERS)('%s', (_, open) => {
  test.each(EXPORT_KINDS)('comes back from %s as it was', async (kind) => {
    const folder = await open()
    const before = await load(folder)
    const { after } = await roundTrip(folder, kind)
    expect(after.catalog).toEqual(before.catalog)
    // The core of a ladder with a share as its rule, texts that became lines, and accepted changes are in no catalog.
    expect(documentOf(after)).toEqual(documentOf(before))
  })
})

test('a step of every text, name and list has a character that spreadsheets and tables give a meaning', async () => {
  const { catalog } = await load(await writeCatalog(WHOLE_LADDER))
  expect(catalog.facts.name).toEqual({ de: '=SUMME(A1)', 'pt-BR': "'=já" })
  expect(catalog.domains.get('craft')?.aliases).toEqual(['C, C++', '"quoted"', 'a;b|c'])
  expect(catalog.roles.get('baker')?.rows.get('baking')?.criteria?.[1]).toMatchObject({ text: { en: 'Leads.' } })
})

/** Texts with everything that a spreadsheet, CSV, JSON or YAML could read as something else. */
const piece = fc.oneof(
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ';',
    '|',
    '#',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '&',
    '<',
    '_x0041_',
    '%',
    '\\',
  ),
  fc.constantFrom(
    '1',
    '1.0',
    '007',
    '1e5',
    'true',
    'null',
    '~',
    '2026-01-05',
    'é',
    'ß',
    '🥖',
    '\u00a0',
    '\u200b',
    '\u2028',
    'a',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const oneLine = (max: number) =>
  fc
    .array(piece, { minLength: 1, maxLength: 8 })
    .map((pieces) =>
      pieces
        .join('')
        .replaceAll(/\p{Cc}|\p{Cs}/gu, '')
        .slice(0, max)
        .trim(),
    )
    .filter((text) => text !== '' && text.isWellFormed() && !/[\uFFFE\uFFFF\uFEFF]/u.test(text))
const several = (max: number) => fc.array(oneLine(max), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

const local = (text: fc.Arbitrary<string>) => fc.oneof(text, fc.record({ en: text, es: text }), fc.record({ es: text }))
const statement = fc.oneof(
  local(several(300)),
  fc.record({ must: fc.array(local(oneLine(100)), { minLength: 1, maxLength: 3 }) }),
  fc.record({
    must: fc.array(local(oneLine(100)), { minLength: 1, maxLength: 3 }),
    examples: fc.array(local(oneLine(100)), { minLength: 1, maxLength: 2 }),
  }),
)

const anyDocument: fc.Arbitrary<unknown> = fc
  .record({
    texts: fc.array(statement, { minLength: 3, maxLength: 3 }),
    name: oneLine(60),
    family: oneLine(60),
    focus: local(oneLine(100)),
    description: local(oneLine(100)),
    source: oneLine(100),
    version: oneLine(60),
    aliases: fc.uniqueArray(oneLine(60), { maxLength: 2 }),
    url: fc.constantFrom('https://example.org/a,b', 'https://example.org/=a'),
  })
  .map(({ texts: [first, second, third], name, family, focus, description, source, version, aliases, url }) => ({
    format: 'rung-ladder',
    formatVersion: 1,
    ladder: { version, source, author: family },
    skills: [
      { slug: 's1', name, aliases, statements: { awareness: first, expert: second }, links: [{ title: family, url }] },
    ],
    roles: [
      {
        ...{ slug: 'r1', name: family, family, description },
        levels: [{ slug: 'l1', name: 'Level 1', short: 'L1', focus, stack: focus }],
        requirements: [{ skills: { s1: { proficiency: ['working'], criteria: [third] } } }],
      },
    ],
  }))

test.each(EXPORT_KINDS)('any text comes back from %s', async (kind) => {
  let ladders = 0
  await fc.assert(
    fc.asyncProperty(anyDocument, async (value) => {
      const at = { file: 'a', line: 1, column: 1 }
      const wanted = checkDocument(
        { value, shape: '', problemAt: (_, message) => ({ ...at, message }) },
        createFindings(),
      )
      // Names that are too much alike are no ladder.
      fc.pre(wanted !== undefined)
      ladders += 1
      const findings = createFindings()
      const back = await readBack(await documentBytes(wanted, kind), kind, findings)
      expect(findings.problems.map(formatFinding)).toEqual([])
      expect(back).toEqual(wanted)
      const folder = openFiles(documentFiles(wanted, 'A comment.'))
      expect(folder && documentOf(folder)).toEqual(wanted)
    }),
    { numRuns: 40 },
  )
  expect(ladders).toBeGreaterThan(10)
})

test('characters that XML advises against come back from a workbook', async () => {
  const name = 'One\uFDD0\uFFFD\u{1FFFE}_x0041_'
  const value = {
    format: 'rung-ladder',
    formatVersion: 1,
    ladder: {},
    skills: [{ slug: 's1', name, aliases: [], statements: {} }],
    roles: [
      {
        ...{ slug: 'r1', name: 'Role', family: 'Family' },
        levels: [{ slug: 'l1', name: 'Level 1', short: 'L1' }],
        requirements: [{ skills: { s1: { proficiency: ['working'] } } }],
      },
    ],
  }
  const wanted = checkDocument(
    { value, shape: '', problemAt: (_, message) => ({ file: 'a', line: 1, column: 1, message }) },
    createFindings(),
  )
  const findings = createFindings()
  const back = wanted && (await readBack(await documentBytes(wanted, 'xlsx'), 'xlsx', findings))
  expect(back?.skills.map((skill) => skill.name)).toEqual([name])
})

async function readBack(
  bytes: Uint8Array,
  kind: ExportKind,
  findings: ReturnType<typeof createFindings>,
): Promise<DocumentInFile | undefined> {
  const source = {
    file: `a.${kind}`,
    ending: `.${kind}`,
    bytes,
    text: kind === 'xlsx' ? '' : new TextDecoder().decode(bytes),
  }
  const read = await readDocument(source, findings)
  return read && checkDocument(read, findings)
}
