import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeChanges } from '../../src/app/export-changes.ts'
import type { RecordedChange } from '../../src/catalog/index.ts'
import { fixtureCatalog } from '../fixtures/catalog.ts'

const ROLE = 'roles/backend-engineer.yaml'

const change = (number: number, what: RecordedChange['change']): RecordedChange => ({
  proposal: `proposal${number}`,
  number,
  date: '2026-01-05',
  reason: 'because we do',
  change: what,
})
const FIRST = change(1, {
  kind: 'requirement',
  role: 'backend-engineer',
  level: 'senior',
  skill: 'code-review',
  to: 'advanced',
})
const SECOND = change(2, {
  kind: 'requirement',
  role: 'backend-engineer',
  level: 'middle',
  skill: 'unit-testing',
  to: 'expert',
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-files-'))
  await cp(fixtureCatalog, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function rewrite(file: string, how: (text: string) => string): Promise<void> {
  await writeFile(join(folder, file), how(await readFile(join(folder, file), 'utf8')))
}

async function rewriteAll(how: (text: string) => string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.yaml'))) await rewrite(file, how)
}

/** The lines of a file, each with its end, that another text of it does not have at the same place. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split(/(?<=\n)/u), after.split(/(?<=\n)/u)]
  expect(now).toHaveLength(old.length)
  return now.filter((line, at) => line !== old[at])
}

describe('a file that changes are written into', () => {
  test.each([
    ['CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n'), '\r\n'],
    ['no end of the last line', (text: string) => text.trimEnd(), '\n'],
    ['empty lines at its end', (text: string) => `${text}\n\n`, '\n'],
    ['one CRLF among its line ends', (text: string) => text.replace('\n', '\r\n'), '\n'],
  ])('with %s keeps them: one line differs', async (_, how, end) => {
    await rewriteAll(how)
    const before = await readFile(join(folder, ROLE), 'utf8')
    await writeChanges(folder, [FIRST])
    const changed = changedLines(before, await readFile(join(folder, ROLE), 'utf8'))
    expect(changed).toEqual([expect.stringContaining('[awareness, working, advanced, advanced, expert]')])
    expect(changed.join('').replace(/[^\r\n]/gu, '')).toBe(end)
  })

  test('is beside a new file with the line ends of the others', async () => {
    await rewriteAll((text) => text.replaceAll('\n', '\r\n'))
    await writeChanges(folder, [FIRST])
    const text = await readFile(join(folder, 'changes.yaml'), 'utf8')
    expect(text.match(/(?<!\r)\n/gu)).toBeNull()
    expect(text).toContain('\r\n')
  })

  test('keeps the comments of changes.yaml when a change is added', async () => {
    await writeChanges(folder, [FIRST])
    await rewrite('changes.yaml', (text) => `# Reviewed by the guild.\n${text}`.replaceAll('\n', '\r\n'))
    const before = await readFile(join(folder, 'changes.yaml'), 'utf8')
    await writeChanges(folder, [FIRST, SECOND])
    const after = await readFile(join(folder, 'changes.yaml'), 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(after).toContain('proposal2')
    expect(after.match(/(?<!\r)\n/gu)).toBeNull()
  })

  test('keeps its permissions, and a link to it stays a link', async () => {
    await chmod(join(folder, ROLE), 0o600)
    await rename(join(folder, ROLE), join(folder, 'elsewhere.txt'))
    await symlink('../elsewhere.txt', join(folder, ROLE))
    await writeChanges(folder, [FIRST])
    expect((await lstat(join(folder, ROLE))).isSymbolicLink()).toBe(true)
    expect((await stat(join(folder, 'elsewhere.txt'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'elsewhere.txt'), 'utf8')).toContain('advanced')
  })
})
