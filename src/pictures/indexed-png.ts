/** What the encoder uses of node:zlib, so that it can run in a thread from its text. */
interface Compression {
  readonly deflateSync: (data: Uint8Array, options: { readonly level: number }) => Buffer
  readonly crc32: (data: Uint8Array) => number
}

/**
 * Encodes opaque pixels (red, green, blue and alpha, a byte each) as a PNG of at most 256 colors: a third of the size and of the time
 * of one with all colors. Flat areas keep their exact color; of the shades at the edges of letters, those that differ in less than 8 of
 * 256 steps become one, and the rarest become the nearest. Equal pixels give equal bytes. See www.w3.org/TR/png-3.
 *
 * The function uses nothing but its parameters: its text runs in another thread.
 */
export function encodeIndexedPng(
  pixels: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  { deflateSync, crc32 }: Compression,
): Buffer {
  // The colors in cells of a cube of 32 × 32 × 32, each represented by the color that has the majority in it, if one has.
  const colorOf = new Uint32Array(32 ** 3)
  const majorityOf = new Int32Array(32 ** 3)
  const countOf = new Uint32Array(32 ** 3)
  const count = width * height
  const cellOf = new Uint16Array(count)
  for (let at = 0; at < count; at += 1) {
    const red = pixels[4 * at] ?? 0
    const green = pixels[4 * at + 1] ?? 0
    const blue = pixels[4 * at + 2] ?? 0
    const cell = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)
    const color = (red << 16) | (green << 8) | blue
    cellOf[at] = cell
    countOf[cell] = (countOf[cell] ?? 0) + 1
    if (colorOf[cell] === color) majorityOf[cell] = (majorityOf[cell] ?? 0) + 1
    else if ((majorityOf[cell] ?? 0) > 0) majorityOf[cell] = (majorityOf[cell] ?? 0) - 1
    else {
      colorOf[cell] = color
      majorityOf[cell] = 1
    }
  }
  const cells = Array.from(countOf.keys())
    .filter((cell) => (countOf[cell] ?? 0) > 0)
    .sort((a, b) => (countOf[b] ?? 0) - (countOf[a] ?? 0) || a - b)
  const palette = cells.slice(0, 256).map((cell) => colorOf[cell] ?? 0)
  const indexOf = new Uint8Array(32 ** 3)
  for (const [rank, cell] of cells.entries()) {
    if (rank < palette.length) {
      indexOf[cell] = rank
      continue
    }
    const color = colorOf[cell] ?? 0
    let nearest = Number.POSITIVE_INFINITY
    for (const [index, other] of palette.entries()) {
      const red = (color >> 16) - (other >> 16)
      const green = ((color >> 8) & 255) - ((other >> 8) & 255)
      const blue = (color & 255) - (other & 255)
      const distance = red * red + green * green + blue * blue
      if (distance < nearest) {
        nearest = distance
        indexOf[cell] = index
      }
    }
  }
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf[cellOf[y * width + x] ?? 0] ?? 0
  }
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const framed = Buffer.alloc(data.length + 12)
    framed.writeUInt32BE(data.length, 0)
    framed.write(type, 4, 'latin1')
    framed.set(data, 8)
    framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8)
    return framed
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // A depth of 8 bits, colors from a palette.
  header.set([8, 3, 0, 0, 0], 8)
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
