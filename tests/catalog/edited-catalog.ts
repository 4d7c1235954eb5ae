import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { fixtureCatalog } from '../fixtures/catalog.ts'

/** Stands in an edit where the problem is expected to be reported; it is not written to the file. */
const HERE = '▸'

/** One change to a copy of the fixture catalog. `replace` must occur in the file exactly once. */
export type Edit =
  | { readonly file: string; readonly replace: string; readonly with: string }
  | { readonly file: string; readonly write: string | Uint8Array }
  | { readonly remove: string }

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface EditedCatalog {
  readonly folder: string
  /** Where the markers of the edits stood, in the order of the files' names and places. */
  readonly places: readonly Place[]
}

/** An empty folder that goes away with the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-catalog-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of the fixture catalog with edits, and where their markers stood. Bytes are expected to be reported at their start. */
export async function edited(...edits: readonly Edit[]): Promise<EditedCatalog> {
  const folder = await emptyFolder()
  await cp(fixtureCatalog, folder, { recursive: true })
  const texts = new Map<string, string>()
  const places: Place[] = []
  for (const edit of edits) {
    if ('remove' in edit) await rm(join(folder, edit.remove), { recursive: true })
    else if ('replace' in edit) {
      const text = texts.get(edit.file) ?? (await readFile(join(folder, edit.file), 'utf8'))
      texts.set(edit.file, replaceOnce(text, edit.replace, edit.with))
    } else if (typeof edit.write === 'string') texts.set(edit.file, edit.write)
    else {
      await writeFile(join(folder, edit.file), edit.write)
      places.push({ file: edit.file, line: 1, column: 1 })
    }
  }
  for (const [file, text] of texts) {
    places.push(...placesIn(file, text))
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text.replaceAll(HERE, ''))
  }
  return { folder, places: places.toSorted(byPlace) }
}

function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`"${from}" occurs ${parts.length - 1} times, not once`)
  return parts.join(to)
}

function placesIn(file: string, marked: string): readonly Place[] {
  return marked.split('\n').flatMap((line, index) =>
    line
      .split(HERE)
      .slice(0, -1)
      .map((_, at, before) => ({ file, line: index + 1, column: before.slice(0, at + 1).join('').length + 1 })),
  )
}

function byPlace(a: Place, b: Place): number {
  return a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column
}
