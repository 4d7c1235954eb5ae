import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Radar } from '../../../src/message/index.ts'
import { createPictureRenderer, type PictureRenderer } from '../../../src/pictures/index.ts'
import { type PublicPictures, servePublicPictures } from '../../../src/platforms/delivery/public-pictures.ts'
import { createHttpServer, type HttpServer } from '../../../src/runtime/http-server.ts'
import { openEmbeddedStore } from '../../../src/store/embedded/index.ts'
import type { Store } from '../../../src/store/store.ts'

// Two processes that serve pictures over one store.

const PICTURE: Radar = {
  type: 'radar',
  title: 'Domains',
  series: [{ label: 'Senior' }],
  axes: ['Data', 'Security', 'Testing'].map((label) => ({ label, values: [{ at: 2, text: '2.0' }] })),
  rings: ['Awareness', 'Working'],
  note: 'average',
  unavailable: 'not available',
}

interface Process {
  readonly pictures: PublicPictures
  readonly listener: HttpServer
  readonly renderer: PictureRenderer
  readonly origin: string
}

let folder: string
let store: Store
let processes: readonly Process[]

async function startProcess(): Promise<Process> {
  const report = (error: unknown): never => {
    throw error
  }
  const listener = createHttpServer({ host: '127.0.0.1', port: 0, portVariable: 'PORT', report })
  const renderer = createPictureRenderer()
  const pictures = servePublicPictures({
    publicUrl: 'https://rung.example',
    listener,
    renderer,
    keyValues: store.keyValues,
  })
  const { port } = await listener.start()
  return { pictures, listener, renderer, origin: `http://127.0.0.1:${port}` }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-pictures-'))
  store = await openEmbeddedStore({ folder, prefix: 'rung', onQuarantine: () => undefined })
  processes = [await startProcess(), await startProcess()]
})
afterEach(async () => {
  await Promise.all(processes.flatMap(({ listener, renderer }) => [listener.stop(0), renderer.close()]))
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

test('any process serves what one has published, with the same bytes', async () => {
  const url = await processes[0]?.pictures.publish(PICTURE)
  expect(url).toMatch(/^https:\/\/rung\.example\/pictures\/[0-9a-f]{32}\.png$/u)
  const answers = await Promise.all(
    processes.map(async ({ origin }) => {
      const response = await fetch(`${origin}${new URL(url ?? '').pathname}`)
      return {
        type: response.headers.get('content-type'),
        bytes: Buffer.from(await response.arrayBuffer()).toString('hex'),
      }
    }),
  )
  expect(answers[0]?.bytes.slice(0, 16)).toBe('89504e470d0a1a0a')
  expect(answers[0]?.type).toBe('image/png')
  expect(answers[1]).toEqual(answers[0])
})

test('a picture that cannot be drawn is not published', async () => {
  await expect(processes[0]?.pictures.publish({ ...PICTURE, axes: [] })).rejects.toThrow('not legible')
})
