import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts'
import { runSeed, sample } from '../../full-counts.ts'
import { CALLS, callsInSource } from './matrix/calls.ts'
import { cardsHarness } from './matrix/cards.ts'
import { type Cell, type Check, type Ending, FAULTS, type Harness } from './matrix/cells.ts'
import { newServerCells } from './matrix/new-servers.ts'
import { peopleHarness } from './matrix/people.ts'
import { startCells } from './matrix/start.ts'

// Every route of Discord that Rung uses, with each fault once: the person who waits is answered or notified, or the failed call is
// repeated until it succeeds; and nothing arrives twice. Runs a sample of the cells unless the full counts are set.

/** Cells in a sample. */
const SAMPLE = { people: 30, cards: 5, start: 7, newServers: 4 }
/** Cells that run at the same time. */
const LANES = { people: 4, start: 2 }

interface Result {
  readonly cell: Cell
  readonly check: Check
}

/** Runs cells one after the other. One that throws counts as silent. */
async function lane(next: () => Cell | undefined, results: Result[]): Promise<void> {
  for (let cell = next(); cell; cell = next()) {
    const check = await cell.run().catch((error: unknown): Check => {
      const details = error instanceof Error ? error.message : String(error)
      return () => ({ ending: 'silent', details })
    })
    results.push({ cell, check })
  }
}

function lanes(cells: readonly Cell[], count: number, results: Result[]): readonly Promise<void>[] {
  const queue = cells.filter(({ alone }) => alone === undefined)
  const keys = new Set(cells.flatMap(({ alone }) => alone ?? []))
  return [
    ...Array.from({ length: count }, () => lane(() => queue.shift(), results)),
    ...[...keys].map((key) => {
      const inTurn = cells.filter(({ alone }) => alone === key)
      return lane(() => inTurn.shift(), results)
    }),
  ]
}

describe('under a Discord fault', () => {
  const seed = runSeed('Discord matrix')
  let people: Harness
  let cards: Harness
  let fakes: readonly FakeDiscord[] = []
  const allCells = (): readonly Cell[] => [...people.cells, ...cards.cells, ...startCells, ...newServerCells]

  beforeAll(async () => {
    fakes = await Promise.all([startFakeDiscord(), startFakeDiscord()])
    const [first, second] = fakes
    if (!first || !second) throw new Error('no Discord')
    people = peopleHarness(first)
    cards = cardsHarness(second)
    await Promise.all([people.open(), cards.open()])
  })
  afterAll(async () => {
    await Promise.all([people?.close(), cards?.close()])
  })

  test('every call that Rung makes to Discord has a cell for every fault', () => {
    expect([...callsInSource()].toSorted()).toEqual(Object.keys(CALLS).toSorted())
    const cells = allCells()
    const kinds = (name: string) => cells.filter((cell) => cell.name === name).map(({ kind }) => kind)
    for (const name of new Set(Object.values(CALLS).flat())) expect([name, kinds(name)]).toEqual([name, [...FAULTS]])
  })

  test('the person who waits is answered once, or notified', { timeout: 1_800_000 }, async () => {
    const all = allCells()
    const results: Result[] = []
    const picked = [
      ...lanes(sample(people.cells, SAMPLE.people, seed), LANES.people, results),
      ...lanes(sample(cards.cells, SAMPLE.cards, seed + 1), 1, results),
      ...lanes(sample(startCells, SAMPLE.start, seed + 2), LANES.start, results),
      ...lanes(sample(newServerCells, SAMPLE.newServers, seed + 3), 1, results),
    ]
    await Promise.all(picked)
    const ends = results.map(({ cell: { name, route, kind }, check }) => {
      const { ending, details } = check()
      return { ending, name: `${name} (${route}) × ${kind}`, details }
    })
    const having = (...endings: Ending[]) => ends.filter(({ ending }) => endings.includes(ending))
    const counts = (['answered', 'told', 'unreachable', 'silent', 'doubled'] as const)
      .map((ending) => `${having(ending).length} ${ending}`)
      .join(', ')
    const lines = ends.map(({ ending, name }) => `${ending}: ${name}`).toSorted()
    console.info(`${ends.length} cells of ${all.length}: ${counts}\n${lines.join('\n')}`)
    expect(having('silent', 'doubled')).toEqual([])
  })

  test('all requests are covered by the matrix, and Discord refuses none', () => {
    const routes = new Set(allCells().map(({ route }) => route))
    for (const { made, violations, unexpected } of fakes) {
      expect([...new Set(made.map(({ route }) => route))].filter((route) => !routes.has(route))).toEqual([])
      expect([violations, unexpected]).toEqual([[], []])
    }
  })
})
