import * as zlib from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeIndexedPng } from '../../src/pictures/indexed-png.ts'
import { readPng } from './read-png.ts'

const size = { width: 16, height: 8 }

const anyByte = fc.integer({ min: 0, max: 255 })
const anyColor = fc.tuple(anyByte, anyByte, anyByte)

const pixelsOf = (colors: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from(Array.from({ length: 128 }, (_, at) => [...(colors[at % colors.length] ?? []), 255]).flat())

test('up to 256 colors that are apart keep their exact value', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyColor, { minLength: 1, maxLength: 100, selector: (color) => color.map((v) => v >> 3).join() }),
      (colors) => {
        const pixels = readPng(encodeIndexedPng(pixelsOf(colors), size, zlib))
        for (let at = 0; at < 128; at += 1) {
          expect(pixels.at(at % 16, Math.floor(at / 16))).toEqual(colors[at % colors.length])
        }
      },
    ),
  )
})

test('any other color becomes one that differs little', () => {
  const width = 64
  const height = 64
  // 4,096 colors, of which 256 remain.
  const raw = Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => [(at % 64) * 4, Math.floor(at / 64) * 4, 128, 255]).flat(),
  )
  const png = encodeIndexedPng(raw, { width, height }, zlib)
  const pixels = readPng(png)
  const distances = Array.from({ length: width * height }, (_, at) => {
    const [red, green, blue] = pixels.at(at % 64, Math.floor(at / 64))
    return Math.hypot(red - (at % 64) * 4, green - Math.floor(at / 64) * 4, blue - 128)
  })
  expect(Math.max(...distances)).toBeLessThan(200)
  expect(distances.reduce((sum, each) => sum + each, 0) / distances.length).toBeLessThan(80)
  expect(png.equals(encodeIndexedPng(raw, { width, height }, zlib))).toBe(true)
})

test('another decoder reads the same colors', () => {
  const png = encodeIndexedPng(
    pixelsOf([
      [12, 53, 80],
      [255, 255, 255],
    ]),
    size,
    zlib,
  )
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="8"><image width="16" height="8" href="${href}"/></svg>`
  const image = new Resvg(svg, { font: { loadSystemFonts: false }, imageRendering: 1 }).render()
  expect([...image.pixels.subarray(0, 8)]).toEqual([12, 53, 80, 255, 255, 255, 255, 255])
})
