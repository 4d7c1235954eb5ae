import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type BuiltEntries, noBuiltEntries } from './build-context.ts'
import { ChangesFile } from './changes/change.ts'
import { DomainFile, LadderFile, RoleFile, SkillFile } from './schema.ts'
import { type ParsedSource, parseSource, type Source } from './yaml-source.ts'

/** Parses the files of one kind. */
export interface FileParser<T> {
  /** Returns the source of a file, the same object while its bytes are the same, or every problem of the file. */
  parse(file: string, bytes: Uint8Array): ParsedSource<T>
}

/** Parses the files of a catalog folder, each only once until it changes. */
export interface CatalogParser {
  readonly ladder: FileParser<LadderFile>
  readonly domains: FileParser<DomainFile>
  readonly skills: FileParser<SkillFile>
  readonly roles: FileParser<RoleFile>
  readonly changes: FileParser<z.infer<typeof ChangesFile>>
  /** What was built from the files before. Everything depends on `ladder.yaml`, so another one starts without entries. */
  entriesFor(ladder: Source<LadderFile> | undefined): BuiltEntries
}

/** Creates a parser that has parsed nothing. */
export function createCatalogParser(): CatalogParser {
  let built: { readonly ladder: Source<LadderFile> | undefined; readonly entries: BuiltEntries } | undefined
  return {
    ladder: createFileParser(LadderFile),
    domains: createFileParser(DomainFile),
    skills: createFileParser(SkillFile),
    roles: createFileParser(RoleFile),
    changes: createFileParser(ChangesFile),
    entriesFor(ladder) {
      if (!built || built.ladder !== ladder) built = { ladder, entries: noBuiltEntries() }
      return built.entries
    },
  }
}

/** Remembers the last valid content of each file. */
function createFileParser<T>(schema: z.ZodType<T>): FileParser<T> {
  const sources = new Map<string, { readonly hash: string; readonly source: Source<T> }>()
  return {
    parse(file, bytes) {
      const hash = contentHash(bytes)
      const before = sources.get(file)
      if (before?.hash === hash) return { source: before.source }
      const parsed = parseSource(file, bytes, schema)
      if ('source' in parsed) sources.set(file, { hash, source: parsed.source })
      return parsed
    },
  }
}

function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
