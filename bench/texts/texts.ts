import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AdversarialText, adversarialTexts, MAX_ADVERSARIAL_LENGTH } from '../../tests/adversarial-texts.ts'
import { openCatalog } from '../../tests/fixtures/catalog.ts'
import { writeCatalog } from '../catalog/generate.ts'
import { peakMemory } from '../catalog/measure.ts'
import { drawTable, type Figure, isWithin } from '../catalog/table.ts'
import { type Door, openDoors } from './doors.ts'

// What the worst text does to everyone else: the longest that one text keeps the process busy, for every place where a
// person's text is read or written. The event loop answers nobody meanwhile. Processor time is counted, so that neither
// the disk nor other processes count.

/** Milliseconds that any text may take anywhere. */
const MOST_MS = 50

/** Texts for every door; ten of every kind, a third of them 8,000 characters. */
const TEXTS = 210

/** A catalogue in which reading names and searching take longest. */
const LARGE = { roles: 1000, skillsARole: 300, skills: 1500 }

const SEED = 20261128

/** A time above this is measured again: what counts is the text, not what the machine did meanwhile. */
const DOUBTFUL_MS = 10
const REPEATS = 3

interface Worst {
  readonly ms: number
  readonly kind: string
  readonly length: number
}

/** Measures every door with adversarial texts and prints the worst of each; true if all are within the bound. */
export async function measureTexts(): Promise<boolean> {
  const texts = adversarialTexts(TEXTS, SEED)
  const figures: Figure[] = []
  const own = await openCatalog('data')
  const doors = await openDoors(own)
  const before = peakMemory()
  try {
    for (const door of doors.all) figures.push(await figureOf(door, texts))
  } finally {
    await doors.close()
  }
  const grown = (peakMemory() - before) / 2 ** 20
  const folder = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  try {
    await writeCatalog(folder, LARGE, SEED)
    const large = await openDoors(await openCatalog(folder))
    try {
      for (const door of large.lookUps) {
        figures.push(await figureOf({ ...door, name: `${door.name}, ${LARGE.roles} roles` }, texts))
      }
    } finally {
      await large.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const title = `texts: ${TEXTS} adversarial texts of up to ${MAX_ADVERSARIAL_LENGTH} characters, the worst of each door`
  const sorted = figures.toSorted((a, b) => b.value - a.value)
  const memory: Figure = { name: 'peak memory grew by', value: grown, unit: 'MB', bound: 100, detail: 'own catalogue' }
  process.stdout.write(`\n${drawTable(title, [...sorted, memory])}`)
  return [...figures, memory].every(isWithin)
}

async function figureOf(door: Door, texts: readonly AdversarialText[]): Promise<Figure> {
  const { ms, kind, length } = await worstOf(door, texts)
  process.stderr.write(`${door.name}: ${ms.toFixed(1)} ms\n`)
  const bound = door.isOwn ? {} : { bound: MOST_MS }
  return { name: door.name, value: ms, unit: 'ms', ...bound, detail: `${kind}, ${length} characters` }
}

async function worstOf(door: Door, texts: readonly AdversarialText[]): Promise<Worst> {
  let worst: Worst = { ms: 0, kind: '', length: 0 }
  // Once without a clock, so that no time holds the compiler's.
  for (const { text } of texts.slice(0, 40)) await door.pass(text)
  for (const { kind, text } of texts) {
    let ms = await timed(door, text)
    for (let again = 1; again < REPEATS && ms > DOUBTFUL_MS; again += 1) ms = Math.min(ms, await timed(door, text))
    if (ms > worst.ms) worst = { ms, kind, length: text.length }
  }
  return worst
}

async function timed(door: Door, text: string): Promise<number> {
  await door.ready?.()
  const from = process.cpuUsage()
  await door.pass(text)
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}
