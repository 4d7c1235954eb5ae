import { createHash } from 'node:crypto'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { CompiledRole } from './compiled-role.ts'
import type { CompiledSkill } from './compiled-skill.ts'

// The compiled files of a catalog as one file: what parsing and building them has cost once, keyed by their content.

/** A file as it was parsed, compressed. */
export interface CompiledFile {
  /** Of its bytes. */
  readonly hash: string
  readonly text: Uint8Array
  /** Its value as JSON. */
  readonly value: Uint8Array
  /** What was built from it. */
  readonly skill?: CompiledSkill
  readonly role?: CompiledRole
}

/** A built role or skill: what every start reads, and the rest as JSON, compressed. Most of them are never asked for. */
export interface CompiledEntry<Head> {
  readonly head: Head
  readonly body: Uint8Array
}

/** What entries were compiled with: skills depend on the ladder and its domains, roles on the skills too. */
export interface CompiledDependencies {
  /** Of the ladder and the domains. */
  readonly ladderHash: string
  /** Of all of it, the skills too. */
  readonly entriesHash: string
}

/** The compiled files of a catalog. */
export interface CompiledFiles {
  /** By their names. */
  readonly files: ReadonlyMap<string, CompiledFile>
  /** What they were compiled with. */
  readonly dependencies: CompiledDependencies
  /** What the search is opened from, for the catalog of this version. */
  readonly search: { readonly version: string; readonly bytes: Uint8Array }
  /** The state of the folder that they were read from: none of its files has changed if it is still the same. */
  readonly folderState: string
  /** What its maintainer should know of the catalog, a line each. */
  readonly warnings: readonly string[]
}

/** Changes when the layout of the bytes does. */
const MAGIC = 'rung compiled catalog 4\n'

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
export function serializeCompiled({ files, search, ...shared }: CompiledFiles, version: string): Uint8Array {
  const blobs = [...files].map(([file, { hash, text, value, skill, role }]) => {
    const heads: CompiledHeads = { ...(skill && { skill: skill.head }), ...(role && { role: role.head }) }
    const built = [...(skill ? [skill.body] : []), ...(role ? [role.body, role.skills] : [])]
    return { names: [file, hash, heads] as const, bytes: [text, value, ...built] }
  })
  const entries = blobs.map(({ names, bytes }) => [...names, bytes.map((each) => each.byteLength)] as const)
  const header: CompiledHeader = { ...shared, version, entries, search: [search.version, search.bytes.byteLength] }
  const headerBytes = Buffer.from(JSON.stringify(header))
  const parts = [Buffer.from(`${headerBytes.byteLength}\n`), headerBytes, ...blobs.flatMap(({ bytes }) => bytes)]
  const body = Buffer.concat([...parts, search.bytes])
  return Buffer.concat([Buffer.from(`${MAGIC}${crc32(body)}\n`), body])
}

/** Parses serialized files; undefined if they are damaged or another program has compiled them. */
export function parseCompiled(bytes: Buffer, version: string): CompiledFiles | undefined {
  const hashEnd = bytes.indexOf('\n', MAGIC.length)
  if (hashEnd < 0 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined
  const body = bytes.subarray(hashEnd + 1)
  // Tells damage, in half the time of a hash.
  if (String(crc32(body)) !== bytes.toString('latin1', MAGIC.length, hashEnd)) return undefined
  const headerStart = body.indexOf('\n') + 1
  let at = headerStart + Number(body.toString('latin1', 0, headerStart))
  const header: CompiledHeader = JSON.parse(body.toString('utf8', headerStart, at))
  if (header.version !== version) return undefined
  const next = (length: number): Uint8Array => {
    at += length
    return body.subarray(at - length, at)
  }
  const files = new Map(
    header.entries.map(([file, hash, { skill, role }, lengths]) => {
      const [text = NONE, value = NONE, body = NONE, skills = NONE] = lengths.map(next)
      const ofRole = role && { role: { head: role, body, skills } }
      const built = { ...(skill && { skill: { head: skill, body } }), ...ofRole }
      return [file, { hash, text, value, ...built }] as const
    }),
  )
  const { dependencies, folderState, warnings, search } = header
  const [searchVersion, searchLength] = search
  return { files, dependencies, folderState, warnings, search: { version: searchVersion, bytes: next(searchLength) } }
}

const NONE = new Uint8Array()

interface CompiledHeader extends Omit<CompiledFiles, 'files' | 'search'> {
  readonly version: string
  /** A file, its hash, what was built from it, and the lengths of its text, its value, the body of what was built, and a role's skills. */
  readonly entries: readonly (readonly [string, string, CompiledHeads, readonly number[]])[]
  /** The version of the catalog of the search, and its length. */
  readonly search: readonly [string, number]
}

interface CompiledHeads {
  readonly skill?: CompiledSkill['head']
  readonly role?: CompiledRole['head']
}
