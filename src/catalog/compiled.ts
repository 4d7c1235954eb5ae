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
  /** For a role, what was built from it. */
  readonly built?: CompiledRole
}

/** A built role as JSON, compressed; its rows apart, because they are most of it and many roles are never asked for. */
export interface CompiledRole {
  readonly head: Uint8Array
  readonly rows: Uint8Array
}

/** The compiled files of a catalog. */
export interface CompiledFiles {
  /** By their names. */
  readonly files: ReadonlyMap<string, CompiledFile>
  /** What all the roles were compiled with, as in `SharedDependencies`. */
  readonly entriesHash: string
  /** The state of the folder that they were read from: none of its files has changed if it is still the same. */
  readonly folderState: string
  /** What its maintainer should know of the catalog, a line each. */
  readonly warnings: readonly string[]
}

/** Changes when the layout of the bytes does. */
const MAGIC = 'rung compiled catalog 2\n'

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
export function serializeCompiled({ files, ...shared }: CompiledFiles, version: string): Uint8Array {
  const blobs = [...files].map(([file, { hash, text, value, built }]) => {
    return { file, hash, bytes: [text, value, ...(built ? [built.head, built.rows] : [])] }
  })
  const entries = blobs.map(({ file, hash, bytes }) => [file, hash, ...bytes.map((each) => each.byteLength)])
  const header = Buffer.from(`${JSON.stringify({ ...shared, version, entries })}\n`)
  const body = Buffer.concat([header, ...blobs.flatMap(({ bytes }) => bytes)])
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
  const files = new Map(
    header.entries.map(([file, hash, textLength, valueLength, headLength, rowsLength]) => {
      const [text, value] = [next(textLength), next(valueLength)]
      const isRole = headLength !== undefined && rowsLength !== undefined
      const built = isRole && { head: next(headLength), rows: next(rowsLength) }
      return [file, { hash, text, value, ...(built && { built }) }] as const
    }),
  )
  const { entriesHash, folderState, warnings } = header
  return { files, entriesHash, folderState, warnings }
}

interface CompiledHeader extends Omit<CompiledFiles, 'files'> {
  readonly version: string
  /** A file, its hash, and the lengths of its text, its value and, of a role, its head and its rows. */
  readonly entries: readonly (readonly [string, string, number, number, number?, number?])[]
}
