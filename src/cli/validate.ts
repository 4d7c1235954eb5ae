import { parseArgs } from 'node:util'
import { findBrokenLinks, linksOf } from '../app/check-links.ts'
import { formatProblems } from '../catalog/format-problems.ts'
import { type Catalog, loadCatalog } from '../catalog/index.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { dataFolder } from './configured.ts'
import { countsOf, warningLines } from './import.ts'

/** Checks a catalog folder. Prints its counts, or every problem as `file:line:column: what`; 0 or 1. */
export async function validate(args: readonly string[]): Promise<number> {
  const catalog = await readCatalog('validate', args)
  if (!catalog) return 1
  for (const line of warningLines(catalog)) process.stdout.write(`${line}\n`)
  process.stdout.write(`ok: ${countsOf(catalog)}\n`)
  return 0
}

/** Follows the links of a catalog folder, which takes a network. Prints those that lead nowhere; 0 or 1. */
export async function links(args: readonly string[]): Promise<number> {
  const catalog = await readCatalog('links', args)
  if (!catalog) return 1
  const all = linksOf(catalog)
  const broken = await findBrokenLinks(all)
  if (broken.length === all.length && broken[0]) {
    process.stderr.write(
      `no link could be reached, so the network may be down: ${broken[0].url}: ${broken[0].problem}\n`,
    )
    return 1
  }
  for (const { url, skills, problem } of broken) {
    process.stderr.write(`${url}: ${problem} (${skills.join(', ')})\n`)
  }
  if (broken.length === 0) process.stdout.write(`ok: ${counted(all.length, 'link')}\n`)
  return broken.length === 0 ? 0 : 1
}

/** Loads the catalog of the folder that is named, or of the configuration. Prints its problems and returns nothing if it has any. */
async function readCatalog(command: string, args: readonly string[]): Promise<Catalog | undefined> {
  const { positionals } = parse(() => parseArgs({ args: [...args], allowPositionals: true, options: {} }))
  if (positionals.length > 1) throw new UsageError(`${command} takes one folder`)
  const folder = positionals[0] ?? (await dataFolder())
  const loaded = await loadCatalog(folder)
  if (loaded.ok) return loaded.catalog
  process.stderr.write(`${formatProblems(folder, loaded.problems).join('\n')}\n`)
  return undefined
}
