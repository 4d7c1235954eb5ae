import { buildCatalog } from '../../catalog/build.ts'
import { CHANGES_FILE, createCatalogParser } from '../../catalog/index.ts'
import type { FileParser } from '../../catalog/parser.ts'
import type { Source } from '../../catalog/yaml-source.ts'
import type { LadderSources } from './canonical.ts'

/** The ladder that files hold, by path; undefined if they are no valid ladder. */
export function openFiles(files: ReadonlyMap<string, string>): LadderSources | undefined {
  const parser = createCatalogParser()
  let isBroken = false
  const read = <T>(file: string, parse: FileParser<T>): Source<T> | undefined => {
    const text = files.get(file)
    if (text === undefined) return undefined
    const parsed = parse.parse(file, new TextEncoder().encode(text))
    if ('source' in parsed) return parsed.source
    isBroken = true
    return undefined
  }
  const readAll = <T>(folder: string, parse: FileParser<T>): readonly Source<T>[] =>
    [...files.keys()].filter((file) => file.startsWith(folder)).flatMap((file) => read(file, parse) ?? [])
  const sources = {
    ladder: read('ladder.yaml', parser.ladder),
    domains: read('domains.yaml', parser.domains),
    skills: readAll('skills/', parser.skills),
    roles: readAll('roles/', parser.roles),
  }
  const recorded = read(CHANGES_FILE, parser.changes)?.value.changes ?? []
  const { catalog } = isBroken ? {} : buildCatalog(sources)
  return catalog && { catalog, sources, recorded }
}
