import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { type Catalog, loadCatalog } from '../../src/catalog/index.ts'
import { EXPORT_KINDS, exportLadder, writeExport } from '../../src/import/index.ts'
import { fixtureCatalog } from '../fixtures/catalog.ts'
import { type ImportFolder, imported, importFolder, problemLines, ranksOf } from './import-folder.ts'
import { MATRIX } from './inputs.ts'

// What a person does with an exported file: edits it, and imports it again.

type Sheets = Record<string, (string | null)[][]>

async function bytesOf(folder: ImportFolder, kind: (typeof EXPORT_KINDS)[number]): Promise<Uint8Array> {
  const exported = await exportLadder(folder.into, kind)
  if (!exported.ok) throw new Error('the ladder has problems')
  return exported.bytes
}

/** A workbook after an edit in a spreadsheet. */
async function editedWorkbook(bytes: Uint8Array, edit: (sheets: Sheets) => void): Promise<Uint8Array> {
  const sheets: Sheets = Object.fromEntries(
    (await readXlsxFile(new Blob([new Uint8Array(bytes)]))).map(({ sheet, data }) => [
      sheet,
      data.map((row) => row.map((value) => (value === null ? null : String(value)))),
    ]),
  )
  edit(sheets)
  const file = writeXlsxFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })))
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}

/** A ladder that a person wrote, with comments and another spelling than that of an export. */
async function written(): Promise<ImportFolder> {
  const folder = await importFolder()
  await cp(fixtureCatalog, folder.into, { recursive: true })
  const role = await folder.read('roles/backend-engineer.yaml')
  await folder.write('my-ladder/roles/backend-engineer.yaml', `# Our own words.\n${role}`)
  return folder
}

const catalogOf = async ({ into }: ImportFolder): Promise<Catalog> => {
  const loaded = await loadCatalog(into)
  if (!loaded.ok) throw new Error('the ladder has problems')
  return loaded.catalog
}

describe('a workbook that was edited', () => {
  test('changes what was edited in the ladder it is from, and nothing else, comments and other spellings included', async () => {
    const folder = await written()
    const files = await readdir(folder.into, { recursive: true })
    const before = new Map<string, string>()
    for (const file of files.filter((each) => each.endsWith('.yaml'))) before.set(file, await folder.read(file))
    const bytes = await editedWorkbook(await bytesOf(folder, 'xlsx'), ({ Skills = [], ...sheets }) => {
      Skills.push([null, 'Pair Programming', 'Programming', 'pairing, mob'])
      const role = sheets['Backend Engineer'] ?? []
      role.push(['programming', 'Pair Programming', ...(role[0] ?? []).slice(2).map(() => '2')])
      const row = role.find(([, skill]) => skill === 'code-review')
      if (row) row[row.length - 1] = 'Expert, mandatory'
    })
    await folder.write('a.xlsx', bytes)
    const result = await folder.run('a.xlsx')
    expect(problemLines(result, folder)).toEqual([])
    expect(result.changes.map(({ file, outcome }) => `${outcome}: ${file}`)).toEqual(
      expect.arrayContaining(['added: skills/pair-programming.yaml', 'changed: roles/backend-engineer.yaml']),
    )
    const role = result.catalog?.roles.get('backend-engineer')
    expect(role?.rows.get('code-review')?.cells.at(-1)).toMatchObject({ proficiency: 'expert', mandatory: true })
    expect(role?.rows.get('pair-programming')?.cells.map((cell) => cell?.proficiency)).toContain('working')
    const lines = (await folder.read('roles/backend-engineer.yaml')).split('\n')
    expect(lines[0]).toBe('# Our own words.')
    const others = [...before].filter(([file]) => file !== 'roles/backend-engineer.yaml')
    for (const [file, text] of others) expect(await folder.read(file)).toBe(text)
    const former = before.get('roles/backend-engineer.yaml')?.split('\n') ?? []
    expect(former.filter((line) => !lines.includes(line)).map((line) => line.trim())).toEqual([
      'mandatory: [false, false, true, true, unknown]',
    ])
  })

  test('of an imported table goes back into its folder, with what was changed there since', async () => {
    const folder = await importFolder({ 'a.csv': MATRIX })
    await imported(folder, 'a.csv')
    const bytes = await editedWorkbook(await bytesOf(folder, 'xlsx'), (sheets) => {
      const row = sheets['Baker']?.find(([, skill]) => skill === 'baking')
      if (row) row[4] = '1'
    })
    await folder.write('a.xlsx', bytes)
    const role = await folder.read('roles/baker.yaml')
    await folder.write('my-ladder/roles/baker.yaml', role.replace('training: [1, 1,', 'training: [1, 3,'))
    const result = await folder.run('a.xlsx')
    expect(problemLines(result, folder)).toEqual([])
    expect(result.changes).toMatchObject([{ outcome: 'changed', from: 'step-3', to: 'step-1' }])
    expect(ranksOf(await catalogOf(folder), 'baker')).toMatchObject({ baking: [1, 2, 1], training: [1, 3, 0] })
  })

  test('puts a new level and a new row where they stand', async () => {
    const folder = await importFolder({ 'a.csv': MATRIX })
    await imported(folder, 'a.csv')
    const bytes = await editedWorkbook(await bytesOf(folder, 'xlsx'), (sheets) => {
      const levels = sheets['Levels'] ?? []
      const first = levels.findIndex(([role, slug]) => role === 'baker' && slug === 'p1')
      levels.splice(first + 1, 0, ['baker', null, 'Between', 'B'])
      const rows = (sheets['Baker'] ?? []).map((row, index) => [
        ...row.slice(0, 3),
        index === 0 ? 'Between' : (row[2] ?? null),
        ...row.slice(3),
      ])
      sheets['Baker'] = rows
      const [moved] = rows.splice(1, 1)
      if (moved) rows.splice(2, 0, moved)
    })
    await folder.write('a.xlsx', bytes)
    const catalog = await imported(folder, 'a.xlsx')
    expect(catalog.roles.get('baker')?.levels.map(({ slug }) => slug)).toEqual(['p1', 'between', 'p2', 'p3'])
    expect(Object.entries(ranksOf(catalog, 'baker')).slice(0, 2)).toEqual([
      ['icing-and-piping', [0, 0, 1, 2]],
      ['baking', [1, 1, 2, 3]],
    ])
  })

  test('is refused by a ladder that has changed since and was not imported', async () => {
    const folder = await written()
    await folder.write('a.json', await bytesOf(folder, 'json'))
    const skill = await folder.read('skills/python.yaml')
    await folder.write('my-ladder/skills/python.yaml', skill.replace('name: Python', 'name: Python 3'))
    expect(problemLines(await folder.run('a.json'), folder)).toEqual([
      expect.stringContaining('nor the unchanged ladder that this file was exported from'),
    ])
    expect((await catalogOf(folder)).skills.get('python')?.name).toBe('Python 3')
    expect((await imported(folder, 'a.json', { replace: true })).skills.get('python')?.name).toBe('Python')
  })

  test.each(EXPORT_KINDS)('that was not edited changes nothing, as %s', async (kind) => {
    const folder = await written()
    await folder.write(`a.${kind}`, await bytesOf(folder, kind))
    const result = await folder.run(`a.${kind}`)
    expect(problemLines(result, folder)).toEqual([])
    expect(result.changes).toEqual([])
    expect((await folder.list()).filter((file) => file.startsWith('my-ladder/.'))).toEqual(['my-ladder/.import.json'])
  })
})

test('no text of a CSV file begins a formula, and no cell of a workbook is one', async () => {
  const folder = await importFolder()
  await cp(fixtureCatalog, folder.into, { recursive: true })
  const skill = await folder.read('skills/python.yaml')
  await folder.write(
    'my-ladder/skills/python.yaml',
    skill
      .replace('name: Python', 'name: "=HYPERLINK(A1)"')
      .replace('aliases:', 'aliases: ["@py", "+1", -x]\nX:')
      .replace(/^X:.*\n(?: .*\n)*/mu, ''),
  )
  const csv = new TextDecoder().decode(await bytesOf(folder, 'csv'))
  expect(csv).toContain(`"'@py, +1, -x"`)
  expect(csv.replaceAll(/"(?:[^"]|"")*"/gu, (text) => (/^"[=+\-@]/u.test(text) ? 'FORMULA' : '""'))).not.toContain(
    'FORMULA',
  )
  expect(csv.split(/[,\r\n]/u).filter((cell) => /^[=+\-@]/u.test(cell) && !cell.includes('"'))).toEqual([])
  await folder.write('a.csv', csv)
  expect((await imported(folder, 'a.csv')).skills.get('python')?.name).toBe('=HYPERLINK(A1)')
})

test('a file that exists is not written over, and a folder that does not exist is named', async () => {
  const folder = await importFolder({ 'a.csv': 'Ours.' })
  const bytes = new TextEncoder().encode('x')
  expect(await writeExport(join(folder.path, 'a.csv'), bytes, false)).toContain('the file exists')
  expect(await writeExport(join(folder.path, 'b/a.csv'), bytes, false)).toContain('there is no folder')
  expect(await writeExport(folder.path, bytes, true)).toContain('this is a folder')
  expect(await folder.list()).toEqual(['a.csv'])
  expect(await writeExport(join(folder.path, 'a.csv'), bytes, true)).toBeUndefined()
  expect(await folder.list()).toEqual(['a.csv'])
})
