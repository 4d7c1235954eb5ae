import { resultHeatMap, roleHeatMap } from '../../src/bot/views/heat-maps.ts'
import { levelsRadar } from '../../src/bot/views/radars.ts'
import { translator } from '../../src/i18n/index.ts'
import type { Picture } from '../../src/message/index.ts'
import { createPictureRenderer, SCALES } from '../../src/pictures/index.ts'
import { openCatalog } from '../../tests/fixtures/open-catalog.ts'
import { median } from '../catalog/measure.ts'
import { drawTable, type Figure, isWithin } from '../catalog/table.ts'

// The time to draw pictures of the ladder's own role, with a warm thread and no cache, and their sizes.

const ROUNDS = 40
const MOST_MS = 150
const MOST_KB = { 1: 300, 2: 600 } as const

/** Draws each picture a number of times and prints the medians; true if time and size are within their bounds. */
export async function measurePictures(): Promise<boolean> {
  const { catalog } = await openCatalog('data')
  const role = catalog.roles.get('ml-engineer')
  if (!role) throw new Error('the catalog has no ML Engineer')
  const t = translator('en')
  const skills = [...role.rows.keys()]
  const ratingOf = (skill: string) => ([0, 1, 2, 3, 4, null, undefined] as const)[skills.indexOf(skill) % 7]
  const pictures: readonly (readonly [string, Picture])[] = [
    [`matrix of ${role.rows.size} × ${role.levels.length}`, roleHeatMap(role, t)],
    ['result against a level', resultHeatMap(role, 2, ratingOf, new Set(), t)],
    ['radar of two levels', levelsRadar(role, role.levels.slice(1, 3), t)],
  ]
  const renderer = createPictureRenderer({ cacheBytes: 1 })
  const figures: Figure[] = []
  let turns: number[] = []
  let before = performance.now()
  const watch = setInterval(() => {
    turns.push(performance.now() - before)
    before = performance.now()
  }, 1)
  try {
    for (const [name, picture] of pictures) {
      for (const scale of SCALES) {
        const look = { theme: 'light', scale } as const
        for (let round = 0; round < 5; round += 1) await renderer.render(picture, look)
        const times: number[] = []
        turns = []
        let size = 0
        for (let round = 0; round < ROUNDS; round += 1) {
          const start = performance.now()
          size = (await renderer.render(picture, look)).png.length / 1024
          times.push(performance.now() - start)
        }
        const detail = `longest turn of the event loop ${Math.max(...turns).toFixed(1)} ms`
        figures.push(
          { name: `${name}, ${scale}×`, value: median(times), unit: 'ms', bound: MOST_MS, detail },
          { name: `${name}, ${scale}×`, value: size, unit: 'KB', bound: MOST_KB[scale], detail: '' },
        )
      }
    }
  } finally {
    clearInterval(watch)
    await renderer.close()
  }
  process.stdout.write(`\n${drawTable(`pictures: median of ${ROUNDS}, warm`, figures)}`)
  return figures.every(isWithin)
}
