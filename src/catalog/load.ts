import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buildCatalog, type CatalogSources } from './build.ts'
import type { RecordedChange } from './changes/change.ts'
import type { Catalog } from './model.ts'
import { type CatalogParser, createCatalogParser, type FileParser } from './parser.ts'
import type { Problem, Source } from './yaml-source.ts'

/** A valid catalog and its parsed files, or every problem of the folder, ordered by file and position. */
export type LoadedCatalog =
  | {
      readonly ok: true
      readonly catalog: Catalog
      readonly sources: CatalogSources
      readonly recorded: readonly RecordedChange[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a catalog folder: `skills/*.yaml`, `roles/*.yaml`, and the optional `ladder.yaml`, `domains.yaml` and `changes.yaml`.
 * Does not throw because of the folder's content: an unreadable file is a problem like any other. A folder that is loaded again with
 * the same parser costs what has changed in it. If `isUnchanged`, what the parser has compiled of it before is not even read.
 */
export async function loadCatalog(
  folder: string,
  parser: CatalogParser = createCatalogParser(),
  isUnchanged = false,
): Promise<LoadedCatalog> {
  const problems: Problem[] = []
  const reader: FileReader = { folder, isUnchanged, problems }

  const ladder = await readOptional(reader, LADDER_FILE, parser.ladder)
  const ladderProblems = problems.length
  const domains = await readOptional(reader, DOMAINS_FILE, parser.domains)
  const isBroken = domains === undefined && problems.length > ladderProblems
  const skills = await readFolder(reader, SKILLS_FOLDER, parser.skills)
  const roles = await readFolder(reader, ROLES_FOLDER, parser.roles)
  const needsDomains = (): boolean => skills.sources.every(({ value }) => value.domain !== undefined)
  const isMissing = domains === undefined && !isBroken && needsDomains()
  if (isMissing) problems.push(await missingFile(folder, DOMAINS_FILE))

  const recorded = (await readOptional(reader, CHANGES_FILE, parser.changes))?.value.changes ?? []

  const sources: CatalogSources = {
    ladder,
    domains,
    skills: skills.sources,
    roles: roles.sources,
    built: parser.entriesFor(ladder),
  }
  // Without the scale and the languages of the ladder, every skill would be wrong.
  const built =
    ladderProblems > 0
      ? undefined
      : buildCatalog(sources, {
          domainsLoaded: !isBroken && !isMissing,
          brokenSkills: skills.broken,
          rolesLoaded: roles.broken?.size === 0,
        })
  problems.push(...(built?.problems ?? []))

  if (problems.length > 0 || !built?.catalog) return { ok: false, problems: sorted(problems) }
  return { ok: true, catalog: built.catalog, sources, recorded }
}

const LADDER_FILE = 'ladder.yaml'
const DOMAINS_FILE = 'domains.yaml'
const SKILLS_FOLDER = 'skills'
const ROLES_FOLDER = 'roles'

/** The folders of a catalog folder that have files. */
export const CATALOG_FOLDERS: readonly string[] = [SKILLS_FOLDER, ROLES_FOLDER]

/** The file that records changes that were decided and written into the other files. */
export const CHANGES_FILE = 'changes.yaml'

/** How the files of a folder are read. */
interface FileReader {
  readonly folder: string
  /** Whether the files are as they were when they were compiled. */
  readonly isUnchanged: boolean
  /** Gets the problems of the files. */
  readonly problems: Problem[]
}

async function readOptional<T>(
  reader: FileReader,
  file: string,
  parser: FileParser<T>,
): Promise<Source<T> | undefined> {
  const exists = (await readdir(reader.folder).catch((): string[] => [])).includes(file)
  const [source] = exists ? await readSources(reader, [file], parser) : []
  return source
}

/** Files that are read at the same time. */
const BATCH = 64

/** The most skills, and the most roles, of a ladder. */
const MAX_FILES = 2000

async function readFolder<T>(
  reader: FileReader,
  name: string,
  parser: FileParser<T>,
): Promise<{ sources: Source<T>[]; broken: ReadonlySet<string> | undefined }> {
  const sources: Source<T>[] = []
  const broken = new Set<string>()
  const { folder, problems } = reader
  let entries: string[]
  try {
    entries = (await readdir(join(folder, name))).toSorted()
  } catch (error) {
    problems.push({ file: name, line: 1, column: 1, message: `the folder cannot be read: ${reason(error)}` })
    return { sources, broken: undefined }
  }
  if (entries.length > MAX_FILES) {
    const message = `the folder has ${entries.length} files; a ladder has at most ${MAX_FILES} ${name}`
    problems.push({ file: name, line: 1, column: 1, message })
    return { sources, broken: undefined }
  }
  const files: string[] = []
  for (const entry of entries) {
    const file = `${name}/${entry}`
    if (entry.startsWith('.')) continue
    if (!entry.endsWith('.yaml')) {
      if (/\.(?:ya?ml|json)$/iu.test(entry)) {
        problems.push({ file, line: 1, column: 1, message: 'is not read: the name must end in .yaml' })
      }
      continue
    }
    files.push(file)
  }
  for (const [at, source] of (await readSources(reader, files, parser)).entries()) {
    if (source) sources.push(source)
    else broken.add(basename(files[at] ?? '', '.yaml'))
  }
  if (entries.length === 0 || (sources.length === 0 && broken.size === 0)) {
    problems.push({ file: name, line: 1, column: 1, message: 'the folder has no .yaml file; at least one is needed' })
  }
  return { sources, broken }
}

/** The sources of files, in their order; undefined for one with problems. */
async function readSources<T>(
  { folder, isUnchanged, problems }: FileReader,
  files: readonly string[],
  parser: FileParser<T>,
): Promise<readonly (Source<T> | undefined)[]> {
  const sources: (Source<T> | undefined)[] = []
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH).map((file) => {
      const compiled = isUnchanged ? parser.compiled(file) : undefined
      return { file, compiled, content: compiled ? undefined : readBytes(join(folder, file)) }
    })
    for (const { file, compiled, content } of batch) {
      sources.push(compiled ?? sourceOf(file, await content, parser, problems))
    }
  }
  return sources
}

/** The bytes of a file, or why it cannot be read. */
type FileContent = { readonly bytes: Uint8Array } | { readonly error: unknown }

async function readBytes(path: string): Promise<FileContent> {
  try {
    return { bytes: await readFile(path) }
  } catch (error) {
    return { error }
  }
}

function sourceOf<T>(
  file: string,
  content: FileContent | undefined,
  parser: FileParser<T>,
  problems: Problem[],
): Source<T> | undefined {
  if (!content || 'error' in content) {
    problems.push({ file, line: 1, column: 1, message: `the file cannot be read: ${reason(content?.error)}` })
    return undefined
  }
  const parsed = parser.parse(file, content.bytes)
  if ('source' in parsed) return parsed.source
  problems.push(...parsed.problems)
  return undefined
}

async function missingFile(folder: string, file: string): Promise<Problem> {
  const error: unknown = await readFile(join(folder, file)).then(
    () => undefined,
    (cause: unknown) => cause,
  )
  return { file, line: 1, column: 1, message: `the file cannot be read: ${reason(error)}` }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return 'it does not exist'
    case 'EACCES':
      return 'no permission'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOTDIR':
      return 'it is not a folder'
    default:
      return code || String(error)
  }
}

function sorted(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column)
}
