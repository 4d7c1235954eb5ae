import { inflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green and blue, from 0 to 255. */
  at(x: number, y: number): readonly [number, number, number]
}

const SIGNATURE = '89504e470d0a1a0a'

/** Decodes a PNG of 8 bits with a palette, or with red, green, blue and, maybe, alpha (www.w3.org/TR/png-3). */
export function readPng(file: Buffer): Pixels {
  if (file.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('no PNG')
  const data: Buffer[] = []
  let header: Buffer | undefined
  let palette: Buffer | undefined
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, at + 8 + file.readUInt32BE(at))
    if (type === 'IHDR') header = content
    if (type === 'PLTE') palette = content
    if (type === 'IDAT') data.push(content)
  }
  if (!header) throw new Error('a PNG without a header')
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  const depth = { 2: 3, 3: 1, 6: 4 }[header[9] ?? 0] ?? 0
  if (depth === 1 && !palette) throw new Error('a PNG without its palette')
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * depth, height, depth)
  return {
    width,
    height,
    at(x, y) {
      const start = (Math.round(y) * width + Math.round(x)) * depth
      const [from, first] = palette ? [palette, 3 * (rows[start] ?? 0)] : [rows, start]
      return [from[first] ?? 0, from[first + 1] ?? 0, from[first + 2] ?? 0]
    },
  }
}

function unfilter(raw: Buffer, length: number, height: number, depth: number): Buffer {
  const out = Buffer.alloc(length * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (length + 1)] ?? 0
    for (let x = 0; x < length; x += 1) {
      const value = raw[y * (length + 1) + 1 + x] ?? 0
      const left = x < depth ? 0 : (out[y * length + x - depth] ?? 0)
      const above = y === 0 ? 0 : (out[(y - 1) * length + x] ?? 0)
      const corner = y === 0 || x < depth ? 0 : (out[(y - 1) * length + x - depth] ?? 0)
      out[y * length + x] = (value + predicted(filter, left, above, corner)) & 255
    }
  }
  return out
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4: {
      const guess = left + above - corner
      const distances = [left, above, corner].map((each) => Math.abs(guess - each))
      const nearest = Math.min(...distances)
      return distances[0] === nearest ? left : distances[1] === nearest ? above : corner
    }
    default:
      return 0
  }
}
