import { execFile } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownCatalog } from './fixtures/catalog.ts'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command of Rung as a maintainer does, with lines for its terminal. */
function runs(file: 'main.js' | 'cli.js', args: readonly string[], env: NodeJS.ProcessEnv, lines = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(dist, file), ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
    child.stdin?.end(lines)
  })
}

describe('what was decided', () => {
  let home: string
  let data: string
  let approved: string
  const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    ...process.env,
    LANG: 'en',
    RUNG_HOME: home,
    RUNG_DATA: data,
    LOG_LEVEL: 'info',
    ...more,
  })
  const says = async (user: string, ...lines: readonly string[]): Promise<string> =>
    (await runs('main.js', [], env({ RUNG_USER: user }), `${lines.join('\n')}\n`)).out
  const liveVersion = async (): Promise<string | undefined> =>
    /version ([0-9a-f]{12})/u.exec((await runs('cli.js', ['validate'], env())).out)?.[1]

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rung-decided-'))
    data = join(home, 'data')
    await cp(ownCatalog, data, { recursive: true })
    await says('maria', '/propose ml-engineer middle pytorch advanced because we ship models from the first month on')
    await says('ana', '/propose ml-engineer senior docker working because we only use it')
    approved = await says('bo', '/proposals 1', '1', '/proposals 2', '1')
  }, 60_000)
  afterAll(() => rm(home, { recursive: true, force: true }))

  test('is written into the files with their comments, and recorded', async () => {
    expect(approved.match(/You approved #\d · live/gu)).toHaveLength(2)
    const before = await readFile(join(data, 'roles/ml-engineer.yaml'), 'utf8')
    const { code, out } = await runs('cli.js', ['export'], env())
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/#1 requirement[\s\S]*#2 requirement[\s\S]*ok: 2 files changed/u),
    ])
    const after = await readFile(join(data, 'roles/ml-engineer.yaml'), 'utf8')
    const changed = after.split('\n').filter((line) => !before.split('\n').includes(line))
    expect(changed.map((line) => line.trim())).toEqual([
      'docker: [awareness, working, working, advanced, expert]',
      'proficiency: [awareness, advanced, advanced, expert, expert]',
    ])
    expect(after.match(/#.*$/gmu)).toEqual(before.match(/#.*$/gmu))
    expect(await readFile(join(data, 'changes.yaml'), 'utf8')).toContain('we ship models from the first month on')
    expect(out).toContain(`version ${await liveVersion()}`)
    expect(await says('bo', '/skills ml-engineer middle pytorch')).toContain('Middle: Advanced')
  })

  test('is not written twice, and what is edited in the files later stays', async () => {
    expect((await runs('cli.js', ['export'], env())).out).toContain('ok: 0 files changed')
    const file = join(data, 'roles/ml-engineer.yaml')
    const text = await readFile(file, 'utf8')
    await writeFile(
      file,
      text.replace('docker: [awareness, working, working,', 'docker: [awareness, awareness, working,'),
    )
    expect(await says('bo', '/skills ml-engineer middle docker')).toContain('Middle: Awareness')
    await writeFile(file, text)
  })

  test('is not applied again over a later edit of the very lines it changed, neither live nor by export', async () => {
    const file = join(data, 'roles/ml-engineer.yaml')
    const text = await readFile(file, 'utf8')
    const decided = 'proficiency: [awareness, advanced, advanced, expert, expert]'
    const edited = text.replace(decided, 'proficiency: [awareness, working, advanced, expert, expert]')
    expect(edited).not.toBe(text)
    await writeFile(file, edited)
    expect(await says('bo', '/skills ml-engineer middle pytorch')).toContain('Middle: Working')
    expect((await runs('cli.js', ['export'], env())).out).toContain('ok: 0 files changed')
    expect(await readFile(file, 'utf8')).toBe(edited)
    await writeFile(file, text)
  })

  test('gives the same catalog when it is replayed over another copy', async () => {
    const other = join(home, 'other')
    await cp(ownCatalog, other, { recursive: true })
    const { code, out } = await runs('cli.js', ['import-changes', join(data, 'changes.yaml'), other], env())
    expect([code, out]).toEqual([0, expect.stringContaining(`version ${await liveVersion()}`)])
    const second = await runs('cli.js', ['import-changes', join(data, 'changes.yaml'), other], env())
    expect(second.out).toMatch(/already there[\s\S]*ok: 0 files changed/u)
  })

  test('is the same live, from the log over the files as they were', async () => {
    const { err } = await runs('main.js', [], env({ RUNG_DATA: ownCatalog }), '/skills ml-engineer\n')
    expect(err).not.toContain('left out')
    const { out } = await runs('main.js', [], env({ RUNG_DATA: ownCatalog }), '/skills ml-engineer middle pytorch\n')
    expect(out).toContain('Middle: Advanced')
  })

  test('that does not fit is refused, and nothing is written', async () => {
    const other = join(home, 'third')
    await cp(ownCatalog, other, { recursive: true })
    const bad = join(home, 'bad.yaml')
    await writeFile(bad, (await readFile(join(data, 'changes.yaml'), 'utf8')).replaceAll('to: advanced', 'to: master'))
    const before = await readFile(join(other, 'roles/ml-engineer.yaml'), 'utf8')
    const refused = await runs('cli.js', ['import-changes', bad, other], env())
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('must be one of')])
    expect(await readFile(join(other, 'roles/ml-engineer.yaml'), 'utf8')).toBe(before)
    await appendFile(bad, 'nonsense: 1\n')
    expect((await runs('cli.js', ['import-changes', bad, other], env())).code).toBe(1)
    expect((await runs('cli.js', ['import-changes', join(home, 'nowhere.yaml')], env())).err).toContain(
      'cannot be read',
    )
    expect((await runs('cli.js', ['import-changes'], env())).err).toContain('import-changes takes a file')
  })
})
