import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/index.ts'
import { fixtureCatalog } from '../fixtures/catalog.ts'
import { inTemporaryFolder, type Ran, start } from '../platforms/console/program.ts'

// `cli export --as` as a person runs it.

const cli = (home: string, ...args: readonly string[]): Promise<Ran> => start('cli', home, { args, input: '' }).ended

describe.concurrent('export', () => {
  test('writes one file, and says what is not in it and what to do with it', async () => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout, stderr } = await cli(home, 'export', fixtureCatalog, '--as', 'xlsx', '--into', 'a.xlsx')
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout.split('\n')).toEqual([
        'written: a.xlsx',
        expect.stringMatching(/^ok: 3 roles, 14 skills, 5 domains, version [0-9a-f]{12}$/u),
        expect.stringContaining('not included: comments in the files'),
        `next: edit it, then npm run -s cli -- import a.xlsx --into ${fixtureCatalog}`,
        '',
      ])
      const again = await cli(home, 'export', fixtureCatalog, '--into', 'a.xlsx')
      expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 1, stdout: '' })
      expect(again.stderr).toContain('a.xlsx: the file exists; name another, or overwrite it with --replace')
      expect((await cli(home, 'export', fixtureCatalog, '--into', 'a.xlsx', '--replace')).code).toBe(0)
      expect(await readdir(home)).toEqual(['a.xlsx'])
    })
  })

  test('writes to the standard output what import reads', async () => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout, stderr } = await cli(home, 'export', fixtureCatalog, '--as', 'json')
      expect(code).toBe(0)
      expect(stderr).toMatch(/^ok: 3 roles/u)
      await writeFile(join(home, 'a.json'), stdout)
      expect((await cli(home, 'import', 'a.json', '--into', 'b')).stdout).toContain('ok: 3 roles, 14 skills, 5 domains')
      const [before, after] = await Promise.all([loadCatalog(fixtureCatalog), loadCatalog(join(home, 'b'))])
      expect(after.ok && after.catalog).toEqual(before.ok && before.catalog)
      expect(await readFile(join(home, 'a.json'), 'utf8')).toBe(stdout)
    })
  })

  test.each([
    ['another kind', ['--as', 'pdf'], '--as takes csv, xlsx, json, not "pdf"'],
    ['a file of another kind', ['--as', 'csv', '--into', 'a.json'], '"a.json" ends in .json, but --as is csv'],
    [
      'a file without a kind',
      ['--into', 'ladder'],
      '"ladder" must end in csv, xlsx, json, or --as must name one of them',
    ],
    ['a second folder', ['more', '--as', 'csv'], 'export takes one folder'],
    ['a folder that is missing', ['--as', 'csv', '--into', 'no/a.csv'], 'there is no folder no'],
  ])('refuses %s and writes nothing', async (_, options, problem) => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout, stderr } = await cli(home, 'export', fixtureCatalog, ...options)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain(problem)
      expect(await readdir(home)).toEqual([])
    })
  })

  test('names every problem of a folder that is no ladder', async () => {
    await inTemporaryFolder(async (home) => {
      const { code, stdout, stderr } = await cli(home, 'export', home, '--as', 'csv', '--into', 'a.csv')
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain('the folder cannot be read: it does not exist')
      expect(await readdir(home)).toEqual([])
    })
  })
})
