import { parseArgs } from 'node:util'
import { type Finding, formatChange, formatFinding, type ImportResult, importLadder, KINDS } from '../import/index.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { countsOf, warningLines } from './catalog-lines.ts'

/** Where an imported ladder goes if the user does not say. */
export const FOLDER = 'my-ladder'

/** The most guesses, changes and warnings that are printed, each. */
const MAX_LISTED = 20

/** Imports a ladder from a file or a folder of another kind; 0, or 1 if there is a problem and nothing is written. */
export async function importFrom(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        into: { type: 'string', default: FOLDER },
        name: { type: 'string' },
        role: { type: 'string' },
        scale: { type: 'string' },
        replace: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    }),
  )
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('import takes one file or folder')
  const { into, name, role, replace, 'dry-run': dryRun } = values
  const kind = KINDS.find((each) => each === values.as)
  if (values.as !== undefined && !kind) throw new UsageError(`--as takes ${KINDS.join(', ')}, not "${values.as}"`)
  const scale = values.scale?.split(',').map((step) => step.trim())
  const result = await importLadder(path, { kind, into, name, role, scale, replace, dryRun })
  return printImport(result, into, dryRun)
}

/** Prints what an import understood, guessed, changed and did; the exit code. */
function printImport(result: ImportResult, into: string, dryRun = false): number {
  const { shapes, guesses, choices, problems, changes, files, catalog } = result
  for (const shape of shapes) process.stdout.write(`read: ${shape}\n`)
  printList(guesses.map((guess) => `guessed: ${formatFinding(guess)}`))
  if (catalog) printList(choices.map((choice) => `chosen: ${choice}`))
  printList(changes.map(formatChange))
  if (!catalog) {
    process.stderr.write(`${problems.map((problem: Finding) => formatFinding(problem)).join('\n')}\n`)
    process.stderr.write(`${counted(problems.length, 'problem')}; nothing was written\n`)
    return 1
  }
  const ownCount = changes.filter(({ outcome }) => outcome === 'unchanged').length
  if (ownCount > 0)
    process.stdout.write(
      `${counted(ownCount, 'change')} of yours ${ownCount === 1 ? 'was' : 'were'} kept; --replace takes the import’s instead\n`,
    )
  printList(warningLines(catalog))
  if (dryRun) process.stdout.write('nothing was written, because of --dry-run\n')
  else process.stdout.write(`written: ${counted(files, 'file')} in ${into}\n`)
  process.stdout.write(`ok: ${countsOf(catalog)}\n`)
  if (!dryRun) process.stdout.write(`next: RUNG_DATA=${into} npm start\n`)
  return 0
}

function printList(lines: readonly string[]): void {
  for (const line of lines.slice(0, MAX_LISTED)) process.stdout.write(`${line}\n`)
  if (lines.length > MAX_LISTED) process.stdout.write(`… ${lines.length - MAX_LISTED} more\n`)
}
