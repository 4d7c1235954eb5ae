import { createRequire } from 'node:module'
import { type MessagePort, Worker } from 'node:worker_threads'
import { PictureError } from './errors.ts'
import { encodeIndexedPng } from './indexed-png.ts'

// SVG to PNG. The library is synchronous native code and takes tens of milliseconds for a picture, so it runs in a thread of its own:
// the event loop keeps acknowledging deliveries meanwhile.

export interface RasterizeJob {
  readonly svg: string
  /** The width of the picture in pixels. */
  readonly width: number
  readonly fontFiles: readonly string[]
}

/** A thread that draws one picture after the other. */
export interface Rasterizer {
  /**
   * Resolves to the bytes of a PNG. Rejects with a PictureError if the library is missing or fails, if drawing times out, or if too
   * many pictures wait; the next job gets a new thread.
   */
  rasterize(job: RasterizeJob): Promise<Buffer>
  /** Ends the thread. Pictures that wait are rejected. */
  close(): Promise<void>
}

interface Answer {
  readonly id: number
  readonly png?: Uint8Array
  readonly error?: string
}

interface Waiting {
  readonly resolve: (png: Buffer) => void
  readonly reject: (error: PictureError) => void
  readonly timer: NodeJS.Timeout
}

/** More pictures than this are not made to wait. */
const MAX_WAITING = 32
/** Milliseconds after which a picture, with those before it, is given up. */
const TIMEOUT_MS = 10_000

const library = createRequire(import.meta.url).resolve('@resvg/resvg-js')

/**
 * The priority of the thread, from -20, the highest, to 19: a picture comes after the answers, so it gives way to them. On Linux,
 * priorities belong to threads (setpriority(2), "C library/kernel differences"); elsewhere they belong to the process, so none is set.
 */
const PRIORITY = 5

/** What the thread's program gets: its port, the library, zlib and the encoder. */
interface Tools {
  readonly port: MessagePort
  readonly resvg: typeof import('@resvg/resvg-js')
  readonly zlib: typeof import('node:zlib')
  readonly encode: typeof encodeIndexedPng
}

/**
 * The thread's program. It is started from this function's text, so that it is the same whether this file runs compiled or in a test; it
 * may use nothing but its parameters.
 */
function answerJobs({ port, resvg, zlib, encode }: Tools): void {
  port.on('message', ({ id, svg, width, fontFiles }: RasterizeJob & { id: number }) => {
    try {
      const font = { loadSystemFonts: false, fontFiles: [...fontFiles] }
      const image = new resvg.Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render()
      port.postMessage({ id, png: encode(image.pixels, image, zlib) })
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}

const programOf = (path: string): string =>
  `const os = require('node:os')
  if (process.platform === 'linux' && os.getPriority(0) < ${PRIORITY}) os.setPriority(0, ${PRIORITY})
  ;(${answerJobs.toString()})({
    port: require('node:worker_threads').parentPort,
    resvg: require(${JSON.stringify(path)}),
    zlib: require('node:zlib'),
    encode: ${encodeIndexedPng.toString()},
  })`

export interface RasterizerOptions {
  /** The path of the library; another one in tests. */
  readonly library?: string
  readonly timeoutMs?: number
}

/** Creates a rasterizer. Its thread starts with the first picture and does not keep the process alive. */
export function createRasterizer(options: RasterizerOptions = {}): Rasterizer {
  const waiting = new Map<number, Waiting>()
  let current: Worker | undefined
  let lastId = 0

  const settle = (id: number, act: (entry: Waiting) => void): void => {
    const entry = waiting.get(id)
    if (!entry) return
    clearTimeout(entry.timer)
    waiting.delete(id)
    act(entry)
  }
  const giveUp = (worker: Worker | undefined, message: string, cause?: unknown): void => {
    if (worker !== current) return
    current = undefined
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new PictureError('thread', message, cause)))
  }
  const start = (): Worker => {
    const worker = new Worker(programOf(options.library ?? library), { eval: true })
    worker.on('message', ({ id, png, error }: Answer) =>
      settle(id, ({ resolve, reject }) =>
        png
          ? resolve(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
          : reject(new PictureError('library', error ?? '')),
      ),
    )
    worker.on('error', (error) => giveUp(worker, 'the thread that draws pictures failed', error))
    worker.on('exit', () => giveUp(worker, 'the thread that draws pictures ended'))
    worker.unref()
    return worker
  }
  return {
    rasterize(job) {
      if (waiting.size >= MAX_WAITING)
        return Promise.reject(new PictureError('busy', 'too many pictures wait to be drawn'))
      const worker = current ?? start()
      current = worker
      const id = ++lastId
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          giveUp(worker, 'a picture took too long to draw')
          void worker.terminate()
        }, options.timeoutMs ?? TIMEOUT_MS)
        waiting.set(id, { resolve, reject, timer })
        worker.postMessage({ id, ...job })
      })
    },
    async close() {
      const worker = current
      giveUp(worker, 'the process ends')
      await worker?.terminate()
    },
  }
}
