import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { acceptedIn, ChangesError, recordedIn, writeChanges } from '../app/export-changes.ts'
import type { RecordedChange } from '../catalog/index.ts'
import { counted, parse, UsageError } from './arguments.ts'
import { configuredLadder, openConfigured, storeOf } from './configured.ts'

/** Writes accepted changes of a ladder into its files, or those of one folder, preserving comments; 0 or 1. */
export async function exportChanges(positionals: readonly string[], id: string | undefined): Promise<number> {
  if (positionals.length > 1) throw new UsageError('export takes one folder')
  const ladder = await configuredLadder({ id, folder: positionals[0] })
  const store = await openConfigured()
  try {
    return await written(ladder.folder, await acceptedIn(await storeOf(store, ladder)))
  } finally {
    await store.close()
  }
}

/** Applies the changes that a file records to a catalog without them; 0 or 1. */
export async function importChanges(args: readonly string[]): Promise<number> {
  const { positionals, values } = parse(() =>
    parseArgs({ args: [...args], allowPositionals: true, options: { ladder: { type: 'string' } } }),
  )
  const [file, folder] = positionals
  if (file === undefined || positionals.length > 2)
    throw new UsageError('import-changes takes a file and, optionally, a folder')
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  try {
    const target = folder ?? (await configuredLadder({ id: values.ladder })).folder
    return await written(target, recordedIn(text, parseYaml))
  } catch (error) {
    if (!(error instanceof ChangesError)) throw error
    process.stderr.write(`${error.lines.map((line) => `${file}: ${line}`).join('\n')}\n`)
    return 1
  }
}

async function written(folder: string, changes: readonly RecordedChange[]): Promise<number> {
  try {
    const { changes: outcomes, files, version } = await writeChanges(folder, changes)
    for (const { change, done } of outcomes) {
      const result = done === 'there' ? 'already there' : 'written'
      process.stdout.write(`#${change.number} ${change.change.kind} (${change.date}): ${result}\n`)
    }
    for (const file of files) process.stdout.write(`changed: ${file}\n`)
    process.stdout.write(`ok: ${counted(files.length, 'file')} changed, version ${version}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ChangesError)) throw error
    process.stderr.write(`${error.lines.join('\n')}\n`)
    return 1
  }
}
