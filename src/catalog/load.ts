import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
 * the same parser costs what has changed in it.
 */
export async function loadCatalog(
  folder: string,
  parser: CatalogParser = createCatalogParser(),
): Promise<LoadedCatalog> {
  const problems: Problem[] = []

  const ladder = await readOptional(folder, LADDER_FILE, parser.ladder, problems)
  const ladderProblems = problems.length
  const domains = await readOptional(folder, DOMAINS_FILE, parser.domains, problems)
  const isBroken = domains === undefined && problems.length > ladderProblems
  const skills = await readFolder(folder, SKILLS_FOLDER, parser.skills, problems)
  const roles = await readFolder(folder, ROLES_FOLDER, parser.roles, problems)
  const needsDomains = skills.sources.every(({ value }) => value.domain !== undefined)
  const isMissing = domains === undefined && !isBroken && needsDomains
  if (isMissing) problems.push(await missingFile(folder, DOMAINS_FILE))

  const recorded = (await readOptional(folder, CHANGES_FILE, parser.changes, problems))?.value.changes ?? []

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

async function readOptional<T>(
  folder: string,
  file: string,
  parser: FileParser<T>,
  problems: Problem[],
): Promise<Source<T> | undefined> {
  const exists = (await readdir(folder).catch((): string[] => [])).includes(file)
  return exists ? readFileSource(folder, file, parser, problems) : undefined
}

/** The most skills, and the most roles, of a ladder. */
const MAX_FILES = 2000

async function readFolder<T>(
  folder: string,
  name: string,
  parser: FileParser<T>,
  problems: Problem[],
): Promise<{ sources: Source<T>[]; broken: ReadonlySet<string> | undefined }> {
  const sources: Source<T>[] = []
  const broken = new Set<string>()
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
  for (const entry of entries) {
    const file = `${name}/${entry}`
    if (entry.startsWith('.')) continue
    if (!entry.endsWith('.yaml')) {
      if (/\.(?:ya?ml|json)$/iu.test(entry)) {
        problems.push({ file, line: 1, column: 1, message: 'is not read: the name must end in .yaml' })
      }
      continue
    }
    const source = await readFileSource(folder, file, parser, problems)
    if (source) sources.push(source)
    else broken.add(entry.slice(0, -'.yaml'.length))
  }
  if (entries.length === 0 || (sources.length === 0 && broken.size === 0)) {
    problems.push({ file: name, line: 1, column: 1, message: 'the folder has no .yaml file; at least one is needed' })
  }
  return { sources, broken }
}

async function readFileSource<T>(
  folder: string,
  file: string,
  parser: FileParser<T>,
  problems: Problem[],
): Promise<Source<T> | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(join(folder, file))
  } catch (error) {
    problems.push({ file, line: 1, column: 1, message: `the file cannot be read: ${reason(error)}` })
    return undefined
  }
  const parsed = parser.parse(file, bytes)
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
