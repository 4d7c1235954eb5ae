import { basename } from 'node:path'
import type { z } from 'zod'
import type { CatalogSources } from './build.ts'
import { type BuiltEntries, noBuiltEntries } from './build-context.ts'
import { ChangesFile } from './changes/change.ts'
import {
  type CompiledFile,
  type CompiledFiles,
  type CompiledRole,
  compress,
  contentHash,
  decompress,
} from './compiled.ts'
import { compileRole, isCompiledWith, sharedDependencies } from './compiled-role.ts'
import type { Catalog } from './model.ts'
import { DomainFile, LadderFile, RoleFile, SkillFile } from './schema.ts'
import { createSource, type ParsedSource, parseSource, type Source } from './yaml-source.ts'

/** Parses the files of one kind. */
export interface FileParser<T> {
  /** Returns the source of a file, the same object while its bytes are the same, or every problem of the file. */
  parse(file: string, bytes: Uint8Array): ParsedSource<T>
  /** Returns the source of a file that has not changed since it was compiled; undefined if it was not. */
  compiled(file: string): Source<T> | undefined
  /** The source that a file was parsed to last. */
  current(file: string): Source<T> | undefined
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
  /**
   * Compiles the files of a loaded catalog, with `pause` between them; undefined if they were compiled already.
   */
  compile(
    loaded: CompilableCatalog,
    facts: Pick<CompiledFiles, 'folderState' | 'warnings'>,
    pause: () => Promise<unknown>,
  ): Promise<CompiledFiles | undefined>
}

/** A valid catalog with its files. */
export interface CompilableCatalog {
  readonly catalog: Catalog
  readonly sources: CatalogSources
}

/** Creates a parser that has parsed nothing but the files that were compiled before. */
export function createCatalogParser(compiled?: CompiledFiles): CatalogParser {
  let built = { ladder: undefined as Source<LadderFile> | undefined, entries: noBuiltEntries() }
  const files = new Map(compiled?.files)
  const saved = new Map(files)
  let compiledEntries = compiled?.entriesHash
  let savedState = compiled?.folderState
  const compiledRoles = new WeakMap<Source<RoleFile>, CompiledRole>()
  const parserOf = <T>(schema: z.ZodType<T>) => createFileParser(schema, files, true)
  const roles = createFileParser(RoleFile, files, false)
  const withCompiledRole = (source: Source<RoleFile>): void => {
    const role = files.get(source.file)?.built
    if (role) compiledRoles.set(source, role)
  }
  return {
    ladder: parserOf(LadderFile),
    domains: parserOf(DomainFile),
    skills: parserOf(SkillFile),
    roles: {
      parse(file, bytes) {
        const parsed = roles.parse(file, bytes)
        if ('source' in parsed) withCompiledRole(parsed.source)
        return parsed
      },
      compiled(file) {
        const source = roles.compiled(file)
        if (source) withCompiledRole(source)
        return source
      },
      current: (file) => roles.current(file),
    },
    changes: parserOf(ChangesFile),
    entriesFor(ladder) {
      if (built.ladder !== ladder) built = { ladder, entries: noBuiltEntries() }
      built = { ladder, entries: { ...built.entries, compiledRoles, compiledEntries } }
      return built.entries
    },
    async compile({ catalog, sources }, { folderState, warnings }, pause) {
      const shared = sharedDependencies({ ladder: catalog, ...catalog })
      const names = new Set(
        [sources.ladder, sources.domains, ...sources.skills, ...sources.roles].flatMap((each) => each?.file ?? []),
      )
      for (const file of files.keys()) if (!names.has(file)) files.delete(file)
      const isCompiled = (role: CompiledRole): boolean =>
        compiledEntries === shared.entriesHash || isCompiledWith(role, shared)
      for (const source of sources.roles) {
        const file = files.get(source.file)
        // A file that was loaded again meanwhile is compiled with what it says now.
        if (!file || roles.current(source.file) !== source) continue
        if (file.built && isCompiled(file.built)) continue
        // What was built from the source last may hold a change that was accepted, or tried.
        const role = catalog.roles.get(basename(source.file, '.yaml'))
        if (!role) continue
        files.set(source.file, { ...file, built: compileRole(role, shared) })
        await pause()
      }
      const isSaved = saved.size === files.size && [...files].every(([file, each]) => saved.get(file) === each)
      if (isSaved && compiledEntries === shared.entriesHash && savedState === folderState) return undefined
      compiledEntries = shared.entriesHash
      savedState = folderState
      saved.clear()
      for (const [file, each] of files) saved.set(file, each)
      return { files: new Map(saved), entriesHash: compiledEntries, folderState, warnings }
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
    compiled(file) {
      const compiled = files.get(file)
      if (!compiled) return undefined
      const source = sourceOf(file, compiled)
      sources.set(file, { hash: compiled.hash, source })
      return source
    },
    current: (file) => sources.get(file)?.source,
  }
}
