import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeCatalog } from '../catalog/generate.ts'
import { median } from '../catalog/measure.ts'
import { drawTable, type Figure, isWithin } from '../catalog/table.ts'

// Starts of the bot in the terminal as a process of its own, with a very large ladder and with the one that it brings.

const SIZE = { roles: 1000, skillsPerRole: 300, skills: 1500 }
const SEED = 20261123

/** The ladder that comes with the bot; npm runs scripts in the package's folder. */
const SMALL_FOLDER = 'data'

/** Starts whose median counts. */
const STARTS = 5

/** The allowed milliseconds until the first answer, and of a first look-up, and the allowed megabytes. */
const BOUNDS = { start: 2000, lookUp: 50, memory: 300 }

/** Milliseconds after the first look-ups in which the process prepares what later questions need. */
const PREPARED_MS = 6000

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))

/** Milliseconds, and megabytes of memory at its peak. */
interface Start {
  readonly answered: number
  readonly role: number
  readonly skill: number
  readonly search: number
  readonly later: number
  readonly memory: number
}

/** Measures starts and prints the table. Resolves to whether every bound holds. */
export async function measureStart(): Promise<boolean> {
  const home = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  try {
    process.stderr.write(`writing ${SIZE.roles} roles of ${SIZE.skillsPerRole} skills\n`)
    const folder = await mkdtemp(join(home, 'ladder-'))
    await writeCatalog(folder, SIZE, SEED)
    const smallHome = join(home, 'small')
    const bigHome = join(home, 'big')
    await startOnce(SMALL_FOLDER, smallHome)
    const small = await startOften(SMALL_FOLDER, smallHome)
    const first = await startOnce(folder, bigHome)
    const big = await startOften(folder, bigHome)
    const figures: Figure[] = [
      { name: 'first answer', value: big.answered, unit: 'ms', bound: BOUNDS.start },
      { name: 'first look-up of a role', value: big.role, unit: 'ms', bound: BOUNDS.lookUp },
      { name: 'first look-up of a skill', value: big.skill, unit: 'ms' },
      { name: 'first search', value: big.search, unit: 'ms' },
      { name: 'peak of memory', value: big.memory, unit: 'MB', bound: BOUNDS.memory, detail: 'all prepared' },
      { name: 'search, all prepared', value: big.later, unit: 'ms' },
      { name: 'first answer, to the small one', value: big.answered / small.answered, unit: 'x' },
      { name: 'first answer, nothing compiled yet', value: first.answered, unit: 'ms', detail: 'one start' },
      { name: 'first answer, small', value: small.answered, unit: 'ms' },
      { name: 'first look-up of a role, small', value: small.role, unit: 'ms' },
      { name: 'peak of memory, small', value: small.memory, unit: 'MB' },
    ]
    const title = `start: ${SIZE.roles} generated roles of ${SIZE.skillsPerRole} skills, median of ${STARTS} starts`
    process.stdout.write(`\n${drawTable(title, figures)}`)
    return figures.every(isWithin)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** The medians of several starts. */
async function startOften(folder: string, home: string): Promise<Start> {
  const starts: Start[] = []
  for (let nth = 0; nth < STARTS; nth += 1) starts.push(await startOnce(folder, home))
  const of = (key: keyof Start): number => median(starts.map((start) => start[key]))
  return {
    answered: of('answered'),
    role: of('role'),
    skill: of('skill'),
    search: of('search'),
    later: of('later'),
    memory: of('memory'),
  }
}

/** Starts the bot, asks a question of each kind and stops it. */
async function startOnce(folder: string, home: string): Promise<Start> {
  const [role, skill] = await Promise.all([firstName(folder, 'roles'), firstName(folder, 'skills')])
  const startedAt = performance.now()
  const { PATH = '' } = process.env
  const env = { PATH, LANG: 'en', LOG_LEVEL: 'error', RUNG_DATA: folder, RUNG_HOME: home }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ask = (line: string): Promise<number> => answerTime(child, line)
  await ask('/skills')
  const answered = performance.now() - startedAt
  const times = { role: await ask(`/skills ${role}`), skill: await ask(`/skills ${skill}`) }
  const search = await ask('/skills search rollback checkpoints')
  await new Promise((resolve) => setTimeout(resolve, PREPARED_MS))
  const later = await ask('/skills search recovery exercises')
  const memory = await peakOf(child)
  child.stdin?.end()
  await once(child, 'exit')
  return { answered, ...times, search, later, memory }
}

/** Milliseconds until the answer to a line starts. */
async function answerTime({ stdin, stdout }: ChildProcess, line: string): Promise<number> {
  if (!stdin || !stdout) throw new Error('the process has no pipes')
  const startedAt = performance.now()
  stdin.write(`${line}\n`)
  await once(stdout, 'data')
  const time = performance.now() - startedAt
  // The rest of a long answer.
  await new Promise((resolve) => setTimeout(resolve, 20))
  return time
}

async function firstName(folder: string, kind: string): Promise<string> {
  const [file = ''] = (await readdir(join(folder, kind))).toSorted()
  return file.replace(/\.yaml$/u, '')
}

/** The most megabytes of memory that a process had; 0 where the system does not tell. */
async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024
}
