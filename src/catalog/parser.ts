import type { z } from 'zod'
import type { CatalogSources } from './build.ts'
import { type BuiltEntries, noBuiltEntries } from './build-context.ts'
import { ChangesFile } from './changes/change.ts'
import { type CompiledFile, type CompiledFiles, compress, contentHash, decompress } from './compiled.ts'
import { compileRole, isCompiledWith, sharedDependencies } from './compiled-role.ts'
import type { Catalog } from './model.ts'
import { DomainFile, LadderFile, RoleFile, SkillFile } from './schema.ts'
import { createSource, type ParsedSource, parseSource, type Source } from './yaml-source.ts'

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
  /** Compiles the files of a loaded catalog, with `pause` between them; undefined if they were compiled already. */
  compile(loaded: CompilableCatalog, pause: () => Promise<unknown>): Promise<CompiledFiles | undefined>
}

/** A valid catalog with its files. */
export interface CompilableCatalog {
  readonly catalog: Catalog
  readonly sources: CatalogSources
}

/** Creates a parser that has parsed nothing but the files that were compiled before. */
export function createCatalogParser(compiled: CompiledFiles = new Map()): CatalogParser {
  let built = { ladder: undefined as Source<LadderFile> | undefined, entries: noBuiltEntries() }
  const files = new Map(compiled)
  const saved = new Map(compiled)
  const compiledRoles = new WeakMap<Source<RoleFile>, Uint8Array>()
  const parserOf = <T>(schema: z.ZodType<T>) => createFileParser(schema, files, true)
  const roles = createFileParser(RoleFile, files, false)
  return {
    ladder: parserOf(LadderFile),
    domains: parserOf(DomainFile),
    skills: parserOf(SkillFile),
    roles: {
      parse(file, bytes) {
        const parsed = roles.parse(file, bytes)
        const compiledRole = files.get(file)?.built
        if ('source' in parsed && compiledRole) compiledRoles.set(parsed.source, compiledRole)
        return parsed
      },
    },
    changes: parserOf(ChangesFile),
    entriesFor(ladder) {
      if (built.ladder !== ladder) built = { ladder, entries: noBuiltEntries() }
      built = { ladder, entries: { ...built.entries, compiledRoles } }
      return built.entries
    },
    async compile({ catalog, sources }, pause) {
      const shared = sharedDependencies({ ladder: catalog, ...catalog })
      const names = new Set(
        [sources.ladder, sources.domains, ...sources.skills, ...sources.roles].flatMap((each) => each?.file ?? []),
      )
      for (const file of files.keys()) if (!names.has(file)) files.delete(file)
      for (const source of sources.roles) {
        const role = built.entries.roles.get(source)
        const file = files.get(source.file)
        if (!role || !file) continue
        if (file.built && isCompiledWith(file.built, shared)) continue
        files.set(source.file, { ...file, built: compileRole(role, shared) })
        await pause()
      }
      if (saved.size === files.size && [...files].every(([file, each]) => saved.get(file) === each)) return undefined
      saved.clear()
      for (const [file, each] of files) saved.set(file, each)
      return saved
    },
  }
}

/** Parses files of a kind and puts them among the compiled ones. Values that are not retained are decompressed when they are needed. */
function createFileParser<T>(
  schema: z.ZodType<T>,
  files: Map<string, CompiledFile>,
  isRetained: boolean,
): FileParser<T> {
  const sources = new Map<string, { readonly hash: string; readonly source: Source<T> }>()
  const sourceOf = (file: string, { text, value: compressed }: CompiledFile): Source<T> => {
    const read = (): T => JSON.parse(decompress(compressed))
    const value = isRetained ? read() : undefined
    return createSource(file, () => decompress(text), value === undefined ? read : () => value)
  }
  return {
    parse(file, bytes) {
      const hash = contentHash(bytes)
      const before = sources.get(file)
      if (before?.hash === hash) return { source: before.source }
      let compiled = files.get(file)
      if (compiled?.hash !== hash) {
        const parsed = parseSource(file, bytes, schema)
        if ('problems' in parsed) return parsed
        compiled = { hash, text: compress(parsed.text), value: compress(JSON.stringify(parsed.value)) }
        files.set(file, compiled)
      }
      const source = sourceOf(file, compiled)
      sources.set(file, { hash, source })
      return { source }
    },
  }
}
