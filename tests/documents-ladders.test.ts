import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentWarnings } from '../src/assessment/index.ts'
import { formatProblems } from '../src/catalog/format-problems.ts'
import { loadCatalog } from '../src/catalog/index.ts'
import { DomainFile, LadderFile, MAX_LENGTHS, RoleFile, SkillFile } from '../src/catalog/schema.ts'
import { LadderDocument } from '../src/import/document/schema.ts'
import { TABLES } from '../src/import/document/tables.ts'

// docs/ladders.md: its example is a ladder, its errors are real, and its tables name every key of the files with its limit.

const page = await readFile(join(import.meta.dirname, '../docs/ladders.md'), 'utf8')
const files = [...page.matchAll(/^`my-ladder\/([^`]+)`[^\n]*\n\n```yaml\n([\s\S]*?)```/gmu)].map(
  ([, path = '', text = '']) => ({ path, text }),
)

let folder = ''

async function write(change: (text: string) => string = (text) => text): Promise<string> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), change(text))
  }
  return folder
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-ladder-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the example of docs/ladders.md', () => {
  test('is a ladder without problems or warnings, as the page says', async () => {
    expect(files.map(({ path }) => path)).toHaveLength(4)
    const loaded = await loadCatalog(await write())
    if (!loaded.ok) throw new Error(formatProblems(folder, loaded.problems).join('\n'))
    expect(assessmentWarnings(loaded.catalog)).toEqual([])
    const { roles, skills, domains, version } = loaded.catalog
    expect(page).toContain(
      `    ok: ${roles.size} role, ${skills.size} skills, ${domains.size} domains, version ${version}\n`,
    )
    expect(page).toContain(`/skills ${[...roles.keys()].join()} senior`)
  })

  test('has the problem that the page shows, once the example is broken in this way', async () => {
    const loaded = await loadCatalog(
      await write((text) => text.replace('[awareness, advanced]', '[awareness, Advanced]')),
    )
    if (loaded.ok) throw new Error('nothing is wrong')
    const lines = formatProblems('my-ladder', loaded.problems)
    expect(page).toContain(lines.map((line) => `    ${line}\n`).join(''))
  })

  test('takes the row with mandatory requirements', async () => {
    const row = /^user-interviews:\n(?: {2}.*\n)+/mu.exec(page)?.[0] ?? ''
    expect(row).toContain('mandatory')
    const indented = row.replaceAll(/^/gmu, '      ').trimEnd()
    const loaded = await loadCatalog(await write((text) => text.replace(/^ {6}user-interviews: .*$/mu, indented)))
    if (!loaded.ok) throw new Error(formatProblems(folder, loaded.problems).join('\n'))
    const cells = loaded.catalog.roles.get('product-designer')?.rows.get('user-interviews')?.cells
    expect(cells).toMatchObject([null, { proficiency: 'working', mandatory: true }])
  })
})

describe('the tables of docs/ladders.md', () => {
  /** The rows of the table whose section or head has this text: key and content. */
  function table(after: string): readonly (readonly [string, string])[] {
    const from = page.indexOf(after)
    expect(from).toBeGreaterThan(0)
    const lines = page.slice(from).split('\n')
    const first = lines.findIndex((line) => line.startsWith('|---'))
    const end = lines.findIndex((line, at) => at > first && !line.startsWith('|'))
    return lines.slice(first + 1, end).map((line) => {
      const [, key = '', content = ''] = /^\| `(\w+)` \| (.*) \|$/u.exec(line) ?? []
      return [key, content] as const
    })
  }
  const keys = (after: string) => table(after).map(([key]) => key)

  test('name every key of the files, and no other', () => {
    expect(keys('### ladder.yaml').toSorted()).toEqual(Object.keys(LadderFile.shape).toSorted())
    expect(keys('### domains.yaml')).toEqual([
      ...Object.keys(DomainFile.shape),
      ...Object.keys(DomainFile.shape.domains.element.shape),
    ])
    expect(keys('### skills/').toSorted()).toEqual(Object.keys(SkillFile.shape).toSorted())
    expect(keys('| key of `growth`')).toEqual(Object.keys(SkillFile.shape.growth.unwrap().valueType.shape))
    expect(keys('### roles/').toSorted()).toEqual(Object.keys(RoleFile.shape).toSorted())
    expect(keys('| key of `levels`')).toEqual(Object.keys(RoleFile.shape.levels.element.shape))
    expect(keys('| key of the file')).toEqual(Object.keys(LadderDocument.shape))
  })

  test('name every table of an exported workbook', () => {
    const section = page.slice(page.indexOf('### As a workbook or CSV'), page.indexOf('### As JSON'))
    expect(Object.keys(TABLES).filter((name) => !section.includes(`\`${name}\``))).toEqual([])
  })

  test('say how long texts may be', () => {
    const contentOf = (after: string, key: string) => table(after).find(([each]) => each === key)?.[1] ?? ''
    const limits = [
      ['### skills/', 'name', MAX_LENGTHS.name],
      ['### skills/', 'statements', MAX_LENGTHS.statement],
      ['### skills/', 'links', MAX_LENGTHS.linkTitle],
      ['### skills/', 'links', MAX_LENGTHS.linkUrl],
      ['| key of `growth`', 'exercise', MAX_LENGTHS.exercise],
      ['| key of `growth`', 'evidence', MAX_LENGTHS.evidence],
      ['### roles/', 'name', MAX_LENGTHS.name],
      ['### roles/', 'description', MAX_LENGTHS.description],
      ['| key of `levels`', 'focus', MAX_LENGTHS.focus],
      ['| key of `levels`', 'stack', MAX_LENGTHS.stack],
    ] as const
    for (const [after, key, limit] of limits) {
      expect([after, key, contentOf(after, key)]).toEqual([
        after,
        key,
        expect.stringMatching(new RegExp(`\\b${limit.toLocaleString('en')}\\b`, 'u')),
      ])
    }
  })
})
