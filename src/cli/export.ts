import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { formatProblems } from '../catalog/format-problems.ts'
import { EXPORT_KINDS, type ExportKind, exportLadder, writeExport } from '../import/index.ts'
import { parse, UsageError } from './arguments.ts'
import { countsOf } from './catalog-lines.ts'
import { exportChanges } from './changes.ts'
import { configuredLadder } from './configured.ts'

/** Stands for the standard output. */
const STDOUT = '-'

/** Writes a ladder into one file with --as or --into; without them, writes accepted changes into the files of the ladder. 0 or 1. */
export async function exportTo(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        into: { type: 'string' },
        replace: { type: 'boolean', default: false },
        ladder: { type: 'string' },
      },
    }),
  )
  const { as, into = STDOUT, replace } = values
  if (as === undefined && values.into === undefined) {
    if (replace) throw new UsageError('--replace is for an export with --as, into a file')
    return exportChanges(positionals, values.ladder)
  }
  if (positionals.length > 1) throw new UsageError('export takes one folder')
  const kind = kindOf(as, into)
  if (into === STDOUT && kind === 'xlsx' && process.stdout.isTTY) {
    throw new UsageError('a workbook cannot be printed in a terminal; name a file with --into')
  }
  const [named] = positionals
  if (named !== undefined && values.ladder !== undefined) throw new UsageError('export takes a folder or --ladder')
  const folder = named ?? (await configuredLadder({ id: values.ladder })).folder
  const exported = await exportLadder(folder, kind)
  if (!exported.ok) {
    process.stderr.write(`${formatProblems(folder, exported.problems).join('\n')}\n`)
    return 1
  }
  const { bytes, catalog, hasComments } = exported
  // If the data goes to stdout, messages go to stderr.
  const report = into === STDOUT ? process.stderr : process.stdout
  if (into === STDOUT) await written(bytes)
  else {
    const problem = await writeExport(into, bytes, replace)
    if (problem !== undefined) {
      process.stderr.write(`${into}: ${problem}\n`)
      return 1
    }
    report.write(`written: ${into}\n`)
  }
  report.write(`ok: ${countsOf(catalog)}\n`)
  if (hasComments) report.write('not included: comments in the files; importing it into the same folder keeps them\n')
  if (into !== STDOUT) report.write(`next: edit it, then npm run -s cli -- import ${into} --into ${folder}\n`)
  return 0
}

/** The kind that --as names, or that the ending of the file says. */
function kindOf(as: string | undefined, into: string): ExportKind {
  const ending = extname(into).slice(1).toLowerCase()
  const kind = EXPORT_KINDS.find((each) => each === (as ?? ending))
  const all = EXPORT_KINDS.join(', ')
  if (!kind) {
    throw new UsageError(
      as === undefined
        ? `"${into}" must end in ${all}, or --as must name one of them`
        : `--as takes ${all}, not "${as}"`,
    )
  }
  if (into !== STDOUT && ending !== kind && EXPORT_KINDS.some((each) => each === ending)) {
    throw new UsageError(`"${into}" ends in .${ending}, but --as is ${kind}`)
  }
  return kind
}

/** Writes bytes to the standard output, and waits until they are out. */
function written(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
