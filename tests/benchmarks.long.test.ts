import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

// The benchmarks run compiled, from another folder than the sources: what they import must not look for files beside itself.

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

test('every part of the benchmarks can be loaded', { timeout: 120_000 }, async () => {
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.bench.json'], { cwd: root })
  const main = await readFile(fileURLToPath(new URL('../bench/main.ts', import.meta.url)), 'utf8')
  const parts = [...main.matchAll(/import\('(?<path>[^']+)\.ts'\)/gu)].map(({ groups }) => groups?.['path'])
  expect(parts.length).toBeGreaterThan(7)
  for (const part of parts) {
    const program = `await import(${JSON.stringify(`./.bench/bench/${part}.js`)})`
    const { stderr } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: root })
    expect([part, stderr]).toEqual([part, ''])
  }
})
