import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

// The compiled files of a catalog as one file: what parsing and building them has cost once, keyed by their content.

/** A file as it was parsed, compressed. */
export interface CompiledFile {
  /** Of its bytes. */
  readonly hash: string
  readonly text: Uint8Array
  /** Its value as JSON. */
  readonly value: Uint8Array
  /** For a role, what was built from it as JSON. */
  readonly built?: Uint8Array
}

/** Compiled files by their names. */
export type CompiledFiles = ReadonlyMap<string, CompiledFile>

/** Changes when the layout of the bytes does. */
const MAGIC = 'rung compiled catalog 1\n'

/** Speed counts more than size. */
const COMPRESSION = { level: 1 }

export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

export function compress(text: string): Uint8Array {
  return deflateRawSync(text, COMPRESSION)
}

export function decompress(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString('utf8')
}

/** Serializes compiled files. `version` names the program that compiled them. */
export function serializeCompiled(files: CompiledFiles, version: string): Uint8Array {
  const entries = [...files].map(([file, { hash, text, value, built }]) => {
    return [file, hash, text.byteLength, value.byteLength, built?.byteLength ?? 0]
  })
  const blobs = [...files.values()].flatMap(({ text, value, built }) => (built ? [text, value, built] : [text, value]))
  const header = Buffer.from(`${JSON.stringify({ version, entries })}\n`)
  const body = Buffer.concat([header, ...blobs])
  return Buffer.concat([Buffer.from(`${MAGIC}${contentHash(body)}\n`), body])
}

/** Parses serialized files; undefined if they are damaged or another program has compiled them. */
export function parseCompiled(bytes: Buffer, version: string): CompiledFiles | undefined {
  const hashEnd = bytes.indexOf('\n', MAGIC.length)
  if (hashEnd < 0 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined
  const body = bytes.subarray(hashEnd + 1)
  if (contentHash(body) !== bytes.toString('latin1', MAGIC.length, hashEnd)) return undefined
  const headerEnd = body.indexOf('\n')
  const header: CompiledHeader = JSON.parse(body.toString('utf8', 0, headerEnd))
  if (header.version !== version) return undefined
  let at = headerEnd + 1
  const next = (length: number): Uint8Array => {
    at += length
    return body.subarray(at - length, at)
  }
  return new Map(
    header.entries.map(([file, hash, textLength, valueLength, builtLength]) => {
      const [text, value, built] = [next(textLength), next(valueLength), next(builtLength)]
      return [file, { hash, text, value, ...(builtLength > 0 && { built }) }] as const
    }),
  )
}

interface CompiledHeader {
  readonly version: string
  readonly entries: readonly (readonly [string, string, number, number, number])[]
}
