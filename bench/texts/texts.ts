import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AdversarialText, adversarialTexts, MAX_ADVERSARIAL_LENGTH } from '../../tests/adversarial-texts.ts'
import { openCatalog } from '../../tests/fixtures/open-catalog.ts'
import { writeCatalog } from '../catalog/generate.ts'
import { median, peakMemory } from '../catalog/measure.ts'
import { drawTable, type Figure, isWithin } from '../catalog/table.ts'
import { type Door, openDoors } from './doors.ts'

// What the worst text does to everyone else: the longest that one text keeps the process busy, for every place where a
// person's text is read or written. The event loop answers nobody meanwhile. Of the elapsed time and the processor time
// of the process the shorter counts: waiting for the disk and other processes are only in the first, a collector that
// marks a large heap on threads of its own only in the second, and neither keeps the event loop busy.

/** Milliseconds that any text may take anywhere. */
const MOST_MS = 50

/** Texts for every door; ten of every kind, a third of them 8,000 characters. */
const TEXTS = 210

/** A catalog in which reading names and searching take longest. */
const LARGE = { roles: 1000, skillsPerRole: 300, skills: 1500 }

const SEED = 20261128

/** A time above this is measured again, and the median counts: of the text, not of what the machine did meanwhile. */
const DOUBTFUL_MS = 10
const REPEATS = 5

/** Measures every door with adversarial texts and prints the worst of each; true if all are within the bound. */
export async function measureTexts(): Promise<boolean> {
  const texts = adversarialTexts(TEXTS, SEED)
  const figures: Figure[] = []
  const own = await openCatalog('data')
  const doors = await openDoors(own)
  const before = peakMemory()
  let grown: number
  try {
    for (const door of doors.shared) figures.push({ ...(await worstOf(door, texts)), bound: MOST_MS })
    grown = (peakMemory() - before) / 2 ** 20
    for (const door of doors.own) figures.push(await worstOf(door, texts))
  } finally {
    await doors.close()
  }
  const folder = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  try {
    await writeCatalog(folder, LARGE, SEED)
    const large = await openDoors(await openCatalog(folder))
    try {
      for (const door of large.lookUps) {
        const name = `${door.name}, ${LARGE.roles} roles`
        figures.push({ ...(await worstOf(door, texts)), name, bound: MOST_MS })
      }
    } finally {
      await large.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const title = `texts: ${TEXTS} adversarial texts of up to ${MAX_ADVERSARIAL_LENGTH} characters, the worst of each door`
  const sorted = figures.toSorted((a, b) => b.value - a.value)
  const memory: Figure = {
    name: 'peak memory grew by',
    value: grown,
    unit: 'MB',
    bound: 100,
    detail: 'own catalog, without the terminal',
  }
  process.stdout.write(`\n${drawTable(title, [...sorted, memory])}`)
  return [...figures, memory].every(isWithin)
}

async function worstOf(door: Door, texts: readonly AdversarialText[]): Promise<Figure> {
  let worst: Figure = { name: door.name, value: 0, unit: 'ms', detail: '' }
  // Once without a clock, so that no time holds the compiler's.
  for (const { text } of texts.slice(0, 40)) await door.pass(text)
  for (const { kind, text } of texts) {
    const times = [await timed(door, text)]
    while (times.length < REPEATS && Math.max(...times) > DOUBTFUL_MS) times.push(await timed(door, text))
    const ms = median(times)
    if (ms > worst.value) worst = { ...worst, value: ms, detail: `${kind}, ${text.length} characters` }
  }
  process.stderr.write(`${door.name}: ${worst.value.toFixed(1)} ms\n`)
  return worst
}

async function timed(door: Door, text: string): Promise<number> {
  await door.ready?.()
  const start = performance.now()
  const from = process.cpuUsage()
  await door.pass(text)
  const { user, system } = process.cpuUsage(from)
  return Math.min(performance.now() - start, (user + system) / 1000)
}
