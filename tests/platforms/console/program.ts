import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownCatalog } from '../../fixtures/catalog.ts'

// The built programs as a person runs them: a process of its own, its streams and its exit code.

export type Program = 'main' | 'cli'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcessWithoutNullStreams
  readonly ended: Promise<Ran>
}

export interface How {
  readonly args?: readonly string[]
  /** What is on the standard input, which then ends; without it the input stays open. */
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

export function fileOf(program: Program): string {
  return fileURLToPath(new URL(`../../../dist/${program}.js`, import.meta.url))
}

/** An environment with nothing of the machine's own settings in it, a folder for what the program may keep, and one role. */
export function environment(home: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    RUNG_HOME: join(home, 'kept'),
    RUNG_DATA: ownCatalog,
    LANG: 'en_US.UTF-8',
    ...env,
  }
}

/** Makes a folder that is there until the work is done. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-test-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function start(program: Program, home: string, { args = [], input, env }: How = {}): Running {
  const child = spawn(process.execPath, [fileOf(program), ...args], { cwd: home, env: environment(home, env) })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => out.push(piece))
  child.stderr.on('data', (piece: Buffer) => err.push(piece))
  // A program that ends early leaves nobody to read the rest.
  child.stdin.on('error', () => undefined)
  if (input !== undefined) child.stdin.end(input)
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
  })
  return { child, ended }
}

/** Runs a program to its end. */
export function run(program: Program, how: How = {}): Promise<Ran> {
  return inTemporaryFolder((home) => start(program, home, { input: '', ...how }).ended)
}
