import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { isLegible, type Picture } from '../message/picture.ts'
import { type Drawing, toSvg } from './drawing.ts'
import { PictureError } from './errors.ts'
import { drawHeatMap } from './heat-map.ts'
import { PALETTES, type Theme } from './palette.ts'
import { WIDTH } from './pen.ts'
import { drawRadar } from './radar.ts'
import { createRasterizer, type Rasterizer } from './rasterizer.ts'
import { FALLBACK_FONT_FILES, MAIN_FONT_FILES } from './typeface.ts'

/** Pixels for each unit: 1 makes pictures 720 pixels wide, 2 makes them sharp on dense screens. */
export const SCALES = [1, 2] as const

/** How a picture looks. */
export interface PictureLook {
  readonly theme: Theme
  readonly scale: (typeof SCALES)[number]
}

const DEFAULT_LOOK: PictureLook = { theme: 'light', scale: 2 }

/** A picture that was drawn. Equal pictures have equal bytes. */
export interface RenderedPicture {
  readonly hash: string
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

/** Draws pictures and caches them by their content. */
export interface PictureRenderer {
  /**
   * Draws a picture, or takes it from the cache. Only the layout, a few milliseconds, runs on the event loop. Rejects with a
   * PictureError; the caller then sends its text without a picture. Callers acknowledge their delivery before they wait for this.
   */
  render(picture: Picture, look?: PictureLook): Promise<RenderedPicture>
  close(): Promise<void>
}

export interface PictureRendererOptions {
  readonly rasterizer?: Rasterizer
  /** The most bytes of pictures in the cache. */
  readonly cacheBytes?: number
}

const CACHE_BYTES = 32 * 1024 * 1024

/** Draws a picture as shapes. Throws a PictureError for one that would not be legible. */
export function drawPicture(picture: Picture, theme: Theme): Drawing {
  if (!isLegible(picture)) throw new PictureError('data', `a ${picture.type} of this size is not legible`)
  const palette = PALETTES[theme]
  return picture.type === 'heatMap' ? drawHeatMap(picture, palette) : drawRadar(picture, palette)
}

/**
 * The name of a picture: a hash of what is drawn, and of the size. A change of the layout, a color or a text gives another name, so
 * that nothing that is cached by it is ever stale.
 */
function pictureHash(svg: string, scale: PictureLook['scale']): string {
  return createHash('sha256').update(`${scale}\n${svg}`).digest('hex').slice(0, 32)
}

export function createPictureRenderer(options: PictureRendererOptions = {}): PictureRenderer {
  const rasterizer = options.rasterizer ?? createRasterizer()
  const cache = new LRUCache<string, RenderedPicture>({
    maxSize: options.cacheBytes ?? CACHE_BYTES,
    sizeCalculation: ({ png }) => png.length,
  })
  /** The hashes of pictures that were laid out before, a map for each look: an answer from a cache is not laid out again. */
  const hashes = new WeakMap<Picture, Map<string, string>>()
  /** Pictures that are being drawn, so that none is drawn twice at once. */
  const pending = new Map<string, Promise<RenderedPicture>>()

  const rasterize = async (drawing: Drawing, svg: string, hash: string, scale: number): Promise<RenderedPicture> => {
    const fontFiles = [...MAIN_FONT_FILES, ...(drawing.needsFallback ? FALLBACK_FONT_FILES : [])]
    const width = WIDTH * scale
    const png = await rasterizer.rasterize({ svg, width, fontFiles })
    const rendered = { hash, png, width, height: drawing.height * scale }
    cache.set(hash, rendered)
    return rendered
  }
  return {
    async render(picture, { theme, scale } = DEFAULT_LOOK) {
      const look = `${theme}/${scale}`
      const before = cache.get(hashes.get(picture)?.get(look) ?? '')
      if (before) return before
      const drawing = drawPicture(picture, theme)
      const svg = toSvg(drawing)
      const hash = pictureHash(svg, scale)
      hashes.set(picture, (hashes.get(picture) ?? new Map<string, string>()).set(look, hash))
      const cached = cache.get(hash)
      if (cached) return cached
      const drawn = pending.get(hash) ?? rasterize(drawing, svg, hash, scale).finally(() => pending.delete(hash))
      pending.set(hash, drawn)
      return await drawn
    },
    close: () => rasterizer.close(),
  }
}
