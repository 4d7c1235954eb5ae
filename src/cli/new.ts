import { parseArgs } from 'node:util'
import { createLadder, formatFinding } from '../import/index.ts'
import { parse, UsageError } from './arguments.ts'
import { countsOf, FOLDER, importFrom } from './import.ts'

/** Writes a small ladder to edit into a new folder, or imports one with --from; 0 or 1. */
export async function newLadder(args: readonly string[]): Promise<number> {
  if (args[0] === '--from') return importFrom(args.slice(args.length > 2 && args[1] === 'csv' ? 2 : 1))
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string', default: 'Engineer' } },
    }),
  )
  const [folder = FOLDER, ...more] = positionals
  if (more.length > 0) throw new UsageError('new takes one folder')
  const { catalog, problems } = await createLadder(folder, values)
  if (!catalog) {
    process.stderr.write(`${problems.map(formatFinding).join('\n')}\n`)
    return 1
  }
  process.stdout.write(`ok: ${countsOf(catalog)}\n`)
  process.stdout.write(`next: edit the files in ${folder}, and RUNG_DATA=${folder} npm start\n`)
  return 0
}
