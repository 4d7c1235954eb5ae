import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { resultHeatMap, roleHeatMap } from '../../src/bot/views/heat-maps.ts'
import { levelsRadar } from '../../src/bot/views/radars.ts'
import { translator } from '../../src/i18n/index.ts'
import type { Color, Picture } from '../../src/message/index.ts'
import { createRasterizer } from '../../src/pictures/rasterizer.ts'
import { createPictureRenderer, drawPicture } from '../../src/pictures/renderer.ts'
import { textWidth } from '../../src/pictures/typeface.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { readPng } from './read-png.ts'

const { catalog } = await openCatalog(ownCatalog)
const role = catalog.roles.get('ml-engineer')
if (!role) throw new Error('no ML Engineer')
const t = translator('es')
const skills = [...role.rows.keys()]
const ratingOf = (skill: string) => ([0, 1, 2, 3, 4, null, undefined] as const)[skills.indexOf(skill) % 7]

const PICTURES: Readonly<Record<string, Picture>> = {
  matrix: roleHeatMap(role, t),
  result: resultHeatMap(role, 2, ratingOf, new Set(skills.slice(0, 20)), t),
  radar: levelsRadar(role, role.levels.slice(1, 4), t),
}

const renderer = createPictureRenderer()
afterAll(() => renderer.close())

const rgb = (color: Color): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

describe.each(Object.entries(PICTURES))('the picture of a %s', (_, picture) => {
  test.each(['light', 'dark'] as const)('has all its texts on the %s theme', async (theme) => {
    const drawing = drawPicture(picture, theme)
    const pixels = readPng((await renderer.render(picture, { theme, scale: 2 })).png)
    expect([pixels.width, pixels.height]).toEqual([1440, drawing.height * 2])
    const labels = drawing.shapes.filter((shape) => shape.type === 'label')
    expect(labels.length).toBeGreaterThan(30)
    // Each text has pixels of its own color, over at least half of its width.
    const missing = labels.filter((label) => {
      const ink = rgb(label.ink)
      const width = textWidth(label.text, label.size, label.weight)
      const isTurned = label.angle === -90
      const start = label.anchor === 'start' ? 0 : label.anchor === 'middle' ? -width / 2 : -width
      let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
      for (let along = Math.ceil(start * 2); along <= (start + width) * 2; along += 1) {
        for (let up = -8; up <= label.size * 1.5; up += 1) {
          const [x, y] = isTurned ? [label.x * 2 - up, label.y * 2 - along] : [label.x * 2 + along, label.y * 2 - up]
          const isInk = pixels.at(x, y).every((value, channel) => Math.abs(value - (ink[channel] ?? 0)) <= 24)
          if (isInk) [first, last] = [Math.min(first, along), Math.max(last, along)]
        }
      }
      const isShort = /^[—−=/?~·✓]$/u.test(label.text)
      return last - first < (isShort ? 1 : width)
    })
    expect(missing.map(({ text }) => text)).toEqual([])
  })

  test('is small enough for a chat, and the same bytes on every run', async () => {
    const other = createPictureRenderer()
    try {
      for (const [scale, most] of [
        [1, 300],
        [2, 600],
      ] as const) {
        const look = { theme: 'light', scale } as const
        const [one, again] = [await renderer.render(picture, look), await other.render(picture, look)]
        expect(one.png.equals(again.png)).toBe(true)
        expect(one.hash).toBe(again.hash)
        expect(one.png.length).toBeLessThanOrEqual(most * 1024)
      }
    } finally {
      await other.close()
    }
  })
})

test('other facts, another theme and another size have another hash', async () => {
  const { matrix, radar } = PICTURES
  if (!matrix || !radar) throw new Error('no pictures')
  const hashes = [
    await renderer.render(matrix),
    await renderer.render({ ...matrix, title: 'Another' }),
    await renderer.render(matrix, { theme: 'dark', scale: 2 }),
    await renderer.render(matrix, { theme: 'light', scale: 1 }),
    await renderer.render(radar),
  ].map(({ hash }) => hash)
  expect(new Set(hashes).size).toBe(hashes.length)
  for (const hash of hashes) expect(hash).toMatch(/^[\da-f]{32}$/u)
})

test('characters that only the second font has are drawn, each as itself', async () => {
  const { radar } = PICTURES
  if (!radar) throw new Error('no radar')
  const drawn = await Promise.all(['✓ Հայ', '✗ Գեղ', '✗ Գեղ'].map((title) => renderer.render({ ...radar, title })))
  const [one, other, same] = drawn.map(({ png }) => png)
  expect(one && other && same).toBeDefined()
  expect(other && same?.equals(other)).toBe(true)
  // Without the font, all of them would be the same empty boxes.
  expect(other && one?.equals(other)).toBe(false)
})

test('the event loop runs while a picture is drawn', async () => {
  const { radar } = PICTURES
  if (!radar) throw new Error('no radar')
  let turns = 0
  const count = (): void => {
    turns += 1
    timer = setImmediate(count)
  }
  let timer = setImmediate(count)
  await renderer.render({ ...radar, title: 'Drawn once' })
  clearImmediate(timer)
  expect(turns).toBeGreaterThan(100)
})

describe('pictures that were drawn', () => {
  const jobs: string[] = []
  const counting = () => {
    const rasterize = async ({ svg }: { svg: string }): Promise<Buffer> => {
      jobs.push(svg)
      return Buffer.alloc(1000)
    }
    return createPictureRenderer({ rasterizer: { rasterize, close: async () => {} }, cacheBytes: 2500 })
  }

  test('are drawn once, also for two who ask at once, and the cache has a bound', async () => {
    const { radar } = PICTURES
    if (!radar) throw new Error('no radar')
    jobs.length = 0
    const own = counting()
    await Promise.all([own.render(radar), own.render(radar)])
    await own.render(radar)
    expect(jobs).toHaveLength(1)
    for (const title of ['1', '2', '3']) await own.render({ ...radar, title })
    await own.render(radar)
    expect(jobs).toHaveLength(5)
  })
})

test.runIf(process.platform === 'linux')(
  'the thread that draws gives way to the others, whose priority stays',
  async () => {
    /** The priority of each thread of this process, by its id: the 19th field of proc_pid_stat(5). */
    const priorities = async (): Promise<ReadonlyMap<string, number>> => {
      const threads = await readdir('/proc/self/task')
      const entries = threads.map(async (id) => {
        const fields = (await readFile(`/proc/self/task/${id}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? []
        return [id, Number(fields[16])] as const
      })
      return new Map(await Promise.all(entries))
    }
    const before = await priorities()
    const own = createRasterizer()
    await own.rasterize({
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
      width: 10,
      fontFiles: [],
    })
    const after = await priorities()
    await own.close()
    const normal = before.get(String(process.pid))
    expect(after.get(String(process.pid))).toBe(normal)
    const added = [...after].filter(([id, priority]) => !before.has(id) && priority !== normal)
    expect(added.map(([, priority]) => priority)).toContain(5)
  },
)

describe('a picture that cannot be drawn is an error with a code', () => {
  const { radar } = PICTURES
  if (!radar) throw new Error('no radar')

  test('if the library is missing, and every later one too', async () => {
    const own = createPictureRenderer({ rasterizer: createRasterizer({ library: '/no/such/library' }) })
    await expect(own.render(radar)).rejects.toMatchObject({ name: 'PictureError', code: 'thread' })
    await expect(own.render(radar)).rejects.toMatchObject({ name: 'PictureError', code: 'thread' })
    await own.close()
  })

  test('if the library refuses the drawing, and the next one is drawn', async () => {
    const own = createRasterizer()
    const job = { width: 10, fontFiles: [] }
    await expect(own.rasterize({ ...job, svg: '<svg' })).rejects.toMatchObject({ code: 'library' })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    expect(readPng(await own.rasterize({ ...job, svg })).width).toBe(10)
    await own.close()
  })

  test('if it takes too long, and the next one gets a new thread', async () => {
    const path = join(tmpdir(), `rung-slow-${process.pid}.cjs`)
    const real = createRequire(import.meta.url).resolve('@resvg/resvg-js')
    await writeFile(
      path,
      `const { Resvg } = require(${JSON.stringify(real)})
       exports.Resvg = class extends Resvg { constructor(svg, o) { super(svg, o); while (svg.includes('forever')); } }`,
    )
    const own = createRasterizer({ library: path, timeoutMs: 1500 })
    const job = { width: 10, fontFiles: [] }
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    await own.rasterize({ ...job, svg })
    const stuck = [own.rasterize({ ...job, svg: `${svg}<!-- forever -->` }), own.rasterize({ ...job, svg })]
    const outcomes = await Promise.allSettled(stuck)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(readPng(await own.rasterize({ ...job, svg })).width).toBe(10)
    await own.close()
  })

  test('if too many wait already', async () => {
    const own = createRasterizer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    const jobs = Array.from({ length: 40 }, () => own.rasterize({ svg, width: 10, fontFiles: [] }))
    const outcomes = await Promise.allSettled(jobs)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(32)
    await expect(jobs.at(-1)).rejects.toMatchObject({ code: 'busy' })
    await own.close()
  })
})
