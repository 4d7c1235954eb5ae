import { parseArgs } from 'node:util'
import { findBrokenLinks, linksOf } from '../app/check-links.ts'
import { formatProblems } from '../catalog/format-problems.ts'
import { type Catalog, loadCatalog } from '../catalog/index.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { countsOf, warningLines } from './catalog-lines.ts'
import { configuredLadders } from './configured.ts'

/** Checks a catalog folder, or those of all ladders. Prints counts, or every problem as `file:line:column: what`; 0 or 1. */
export async function validate(args: readonly string[]): Promise<number> {
  const catalogs = await readCatalogs('validate', args)
  for (const { prefix, catalog } of catalogs) {
    if (!catalog) continue
    for (const line of warningLines(catalog)) process.stdout.write(`${prefix}${line}\n`)
    process.stdout.write(`${prefix}ok: ${countsOf(catalog)}\n`)
  }
  return catalogs.every(({ catalog }) => catalog) ? 0 : 1
}

/** Follows the links of a catalog folder, or of all ladders, which takes a network. Prints those that lead nowhere; 0 or 1. */
export async function links(args: readonly string[]): Promise<number> {
  const catalogs = await readCatalogs('links', args)
  let code = catalogs.every(({ catalog }) => catalog) ? 0 : 1
  for (const { prefix, catalog } of catalogs) if (catalog && !(await checkLinks(catalog, prefix))) code = 1
  return code
}

/** Follows the links of a catalog. Resolves with whether all lead somewhere. */
async function checkLinks(catalog: Catalog, prefix: string): Promise<boolean> {
  const all = linksOf(catalog)
  const broken = await findBrokenLinks(all)
  if (broken.length === all.length && broken[0]) {
    process.stderr.write(
      `${prefix}no link could be reached, so the network may be down: ${broken[0].url}: ${broken[0].problem}\n`,
    )
    return false
  }
  for (const { url, skills, problem } of broken) {
    process.stderr.write(`${prefix}${url}: ${problem} (${skills.join(', ')})\n`)
  }
  if (broken.length === 0) process.stdout.write(`${prefix}ok: ${counted(all.length, 'link')}\n`)
  return broken.length === 0
}

interface ReadCatalog {
  /** Begins each line about it; empty if there is only one. */
  readonly prefix: string
  /** Undefined if it has problems, which were printed. */
  readonly catalog: Catalog | undefined
}

/** Loads the catalog of the folder that is named, or those of the configuration. Prints their problems. */
async function readCatalogs(command: string, args: readonly string[]): Promise<readonly ReadCatalog[]> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length > 1) throw new UsageError(`${command} takes one folder`)
  const [named] = positionals
  const ladders = named === undefined ? await configuredLadders() : [{ id: undefined, folder: named }]
  const catalogs: ReadCatalog[] = []
  for (const { id, folder } of ladders) {
    const prefix = id === undefined || ladders.length === 1 ? '' : `${id}: `
    const loaded = await loadCatalog(folder)
    if (!loaded.ok) process.stderr.write(`${formatProblems(folder, loaded.problems).join('\n')}\n`)
    catalogs.push({ prefix, catalog: loaded.ok ? loaded.catalog : undefined })
  }
  return catalogs
}
