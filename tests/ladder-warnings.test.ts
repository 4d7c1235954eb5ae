import { pino } from 'pino'
import { expect, test } from 'vitest'
import { findWarnings, logWarnings } from '../src/app/ladder-warnings.ts'
import { assessmentWarnings } from '../src/assessment/index.ts'
import { fixtureCatalog, openCatalog } from './fixtures/catalog.ts'

/** A log, and the lines that were written to it. */
function recordedLog() {
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) })
  return { log, lines }
}

test('the warnings of a ladder are logged, those of its other roles after the start', async () => {
  const { catalog } = await openCatalog(fixtureCatalog)
  const [role] = catalog.roles.values()
  if (!role) throw new Error('no role')
  // So many that a start does not look at all of them.
  const roles = new Map(Array.from({ length: 3000 }, (_, at) => [`r${at}`, { ...role, slug: `r${at}`, core: NO_CORE }]))
  const { log, lines } = recordedLog()
  const warnings = findWarnings({ ...catalog, roles }, log)
  expect(lines).toEqual([])
  expect(await warnings.all(pause)).toEqual(assessmentWarnings({ ...catalog, roles }))
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toBe('2980 more warnings about this ladder: `cli validate` lists them all')
})

test('those of a small ladder are logged at once, and those of an unchanged one again', async () => {
  const { catalog } = await openCatalog(fixtureCatalog)
  const { log, lines } = recordedLog()
  const all = await findWarnings(catalog, log).all(pause)
  expect(lines).toEqual(assessmentWarnings(catalog))
  expect(all).toEqual(lines)
  expect(await logWarnings(all, log).all(pause)).toBe(all)
  expect(lines).toEqual([...all, ...all])
})

const pause = () => Promise.resolve()

const NO_CORE = { domains: [], skills: [] }
