import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MAX_HISTORY, openHistory } from '../../../src/platforms/console/history.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-history-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const linesOf = async (path: string): Promise<readonly string[]> =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')

test('gives back what was added, the latest first, and only its owner may read it', async () => {
  const path = join(folder, 'home', 'history')
  const history = await openHistory(path)
  expect(history.lines).toEqual([])
  await history.add('pytorch')
  await history.add('/skills mle\nsenior')
  expect((await openHistory(path)).lines).toEqual(['/skills mle senior', 'pytorch'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('keeps the last lines of a file that has grown', async () => {
  const path = join(folder, 'history')
  const all = Array.from({ length: 2 * MAX_HISTORY }, (_, at) => `line ${at}`)
  await writeFile(path, `${all.join('\n')}\n`)
  const { lines } = await openHistory(path)
  expect(lines).toHaveLength(MAX_HISTORY)
  expect(lines[0]).toBe(`line ${2 * MAX_HISTORY - 1}`)
  expect(await linesOf(path)).toEqual(lines.toReversed())
})

test('is empty where there is none to read, and loses a line rather than the prompt', async () => {
  await writeFile(join(folder, 'file'), '')
  const history = await openHistory(join(folder, 'file', 'history'))
  expect(history.lines).toEqual([])
  await expect(history.add('pytorch')).resolves.toBeUndefined()
})
