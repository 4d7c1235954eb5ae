import { basename } from 'node:path'
import type { z } from 'zod'
import type { CatalogSources } from './build.ts'
import { type BuiltEntries, noBuiltEntries } from './build-context.ts'
import { ChangesFile } from './changes/change.ts'
import { type CompiledFile, type CompiledFiles, compress, contentHash, decompress } from './compiled.ts'
import { type CompiledRole, compileRole, isCompiledWith, sharedDependencies } from './compiled-role.ts'
import { parseSearch, serializeSearch } from './compiled-search.ts'
import { type CompiledSkill, compileSkill } from './compiled-skill.ts'
import { type Catalog, stepwise } from './model.ts'
import { indexTexts, type SearchData } from './names/search.ts'
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
  let compiledWith = compiled?.dependencies
  let savedState = compiled?.folderState
  let savedSearch = compiled?.search
  const search = (version: string): SearchData | undefined =>
    savedSearch?.version === version ? parseSearch(savedSearch.bytes) : undefined
  const compiledSkills = new WeakMap<Source<SkillFile>, CompiledSkill>()
  const compiledRoles = new WeakMap<Source<RoleFile>, CompiledRole>()
  const parserOf = <T>(schema: z.ZodType<T>) => createFileParser(schema, files, true)
  const skills = withBuilt(parserOf(SkillFile), compiledSkills, (file) => files.get(file)?.skill)
  const ofRoles = createFileParser(RoleFile, files, false)
  const roles = withBuilt(ofRoles, compiledRoles, (file) => files.get(file)?.role)
  return {
    ladder: parserOf(LadderFile),
    domains: parserOf(DomainFile),
    skills,
    roles,
    changes: parserOf(ChangesFile),
    entriesFor(ladder) {
      if (built.ladder !== ladder) built = { ladder, entries: noBuiltEntries() }
      built = { ladder, entries: { ...built.entries, compiledSkills, compiledRoles, compiledWith, search } }
      return built.entries
    },
    async compile({ catalog, sources }, { folderState, warnings }, pause) {
      const shared = sharedDependencies({ ladder: catalog, ...catalog })
      const names = new Set(
        [sources.ladder, sources.domains, ...sources.skills, ...sources.roles].flatMap((each) => each?.file ?? []),
      )
      for (const file of files.keys()) if (!names.has(file)) files.delete(file)
      const { ladderHash, entriesHash } = shared
      const isSameLadder = compiledWith?.ladderHash === ladderHash
      const isSame = compiledWith?.entriesHash === entriesHash
      // What was built from a source last may hold a change that was accepted, or tried, so the catalog's own entry is compiled.
      const entryOf = <T>(entries: ReadonlyMap<string, T>, { file }: Source<unknown>): T | undefined =>
        entries.get(basename(file, '.yaml'))
      for (const source of sources.skills) {
        const file = files.get(source.file)
        const skill = entryOf(catalog.skills, source)
        // A file that was loaded again meanwhile is compiled with what it says now.
        if (!file || !skill || skills.current(source.file) !== source || (file.skill && isSameLadder)) continue
        files.set(source.file, { ...file, skill: compileSkill(skill, shared) })
        await pause()
      }
      for (const source of sources.roles) {
        const file = files.get(source.file)
        const role = entryOf(catalog.roles, source)
        if (!file || !role || roles.current(source.file) !== source) continue
        if (file.role && (isSame || isCompiledWith(file.role, shared))) continue
        files.set(source.file, { ...file, role: compileRole(role, shared) })
        await pause()
      }
      if (savedSearch?.version !== catalog.version) {
        const texts = stepwise(() => indexTexts(catalog))
        await texts.prepare(pause)
        savedSearch = { version: catalog.version, bytes: serializeSearch(texts.result()) }
      }
      const isSaved = saved.size === files.size && [...files].every(([file, each]) => saved.get(file) === each)
      if (isSaved && isSame && savedState === folderState) return undefined
      compiledWith = { ladderHash, entriesHash }
      savedState = folderState
      saved.clear()
      for (const [file, each] of files) saved.set(file, each)
      return { files: new Map(saved), dependencies: compiledWith, search: savedSearch, folderState, warnings }
    },
  }
}

/** A parser of files that records what was built from them before. */
function withBuilt<T, Built>(
  parser: FileParser<T>,
  built: WeakMap<Source<T>, Built>,
  builtFrom: (file: string) => Built | undefined,
): FileParser<T> {
  const record = (source: Source<T>): void => {
    const entry = builtFrom(source.file)
    if (entry) built.set(source, entry)
    else built.delete(source)
  }
  return {
    parse(file, bytes) {
      const parsed = parser.parse(file, bytes)
      if ('source' in parsed) record(parsed.source)
      return parsed
    },
    compiled(file) {
      const source = parser.compiled(file)
      if (source) record(source)
      return source
    },
    current: (file) => parser.current(file),
  }
}

/** Parses files of a kind and puts them among the compiled ones. Values are decompressed when they are needed, and retained if `isRetained`. */
function createFileParser<T>(
  schema: z.ZodType<T>,
  files: Map<string, CompiledFile>,
  isRetained: boolean,
): FileParser<T> {
  const sources = new Map<string, { readonly hash: string; readonly source: Source<T> }>()
  const sourceOf = (file: string, { text, value: compressed }: CompiledFile): Source<T> => {
    let retained: T | undefined
    const read = (): T => retained ?? JSON.parse(decompress(compressed))
    const readOnce = (): T => {
      retained = read()
      return retained
    }
    return createSource(file, () => decompress(text), isRetained ? readOnce : read)
  }
  return {
    parse(file, bytes) {
      const hash = contentHash(bytes)
      const before = sources.get(file)
      // A file that was removed meanwhile is no longer among the files.
      if (before?.hash === hash && files.has(file)) return { source: before.source }
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
