import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { readCsv } from './csv.ts'
import type { Findings } from './draft.ts'
import { markdownTables } from './markdown.ts'
import type { Table } from './table.ts'
import { readWorkbook } from './workbook.ts'

/** A file to import. Text files have their text. */
export interface SourceFile {
  /** As the user would name it: with the folder, if a folder is imported. */
  readonly file: string
  readonly ending: string
  readonly text: string
  readonly bytes: Uint8Array
}

const TEXT_ENDINGS = new Set(['.csv', '.tsv', '.txt', '.md', '.markdown'])
const ENDINGS = new Set([...TEXT_ENDINGS, '.xlsx'])

/** JSON is a whole ladder, so it is not read with other files of a folder, most of which would be settings of tools. */
const JSON_ENDING = '.json'

/** The largest file that is read, in bytes. */
const MAX_BYTES = 20 * 1024 * 1024

/** Reads the file, or the files of the folder that can hold a ladder. Reports what cannot be read. */
export async function readSources(path: string, findings: Findings): Promise<readonly SourceFile[]> {
  const kind = await stat(path).catch(() => undefined)
  if (!kind) {
    findings.problem({ file: path, line: 1, column: 1 }, 'there is no such file or folder')
    return []
  }
  if (!kind.isDirectory()) return readSource(path, findings)
  const names = (await readdir(path)).filter((name) => ENDINGS.has(extname(name).toLowerCase())).toSorted()
  if (names.length === 0) {
    findings.problem(
      { file: path, line: 1, column: 1 },
      `the folder has no file that ends in ${[...ENDINGS].join(', ')}`,
    )
  }
  const sources = await Promise.all(names.map((name) => readSource(join(path, name), findings)))
  return sources.flat()
}

async function readSource(file: string, findings: Findings): Promise<SourceFile[]> {
  const start = { file, line: 1, column: 1 }
  const ending = extname(file).toLowerCase()
  const bytes = await readFile(file).catch(() => undefined)
  const problem = bytes ? problemOf(bytes, ending) : 'the file cannot be read'
  if (!bytes || problem !== undefined) {
    findings.problem(start, problem ?? 'the file cannot be read')
    return []
  }
  const isWorkbook = ending === '.xlsx'
  return [{ file, ending, bytes, text: isWorkbook ? '' : decode(bytes, () => findings.guess(start, NOT_UTF8)) }]
}

/** How many bytes are looked at to tell text from other files. */
const SAMPLE = 4096

const NOT_UTF8 = 'the file is not UTF-8 and is read as Windows-1252; check letters with accents'

function problemOf(bytes: Uint8Array, ending: string): string | undefined {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOldOffice = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (bytes.length === 0) return 'the file is empty'
  if (bytes.length > MAX_BYTES) return `the file is larger than ${MAX_BYTES / 1024 / 1024} MiB`
  if (isOldOffice || ending === '.xls') return 'this is an old Excel format; save it as .xlsx or .csv'
  if (ending === '.xlsx') return isZip ? undefined : 'this is not an Excel workbook, though its name ends in .xlsx'
  if (isZip) return 'this is a ZIP file; if it is an Excel workbook, its name must end in .xlsx'
  if (ending !== '' && ending !== JSON_ENDING && !ENDINGS.has(ending))
    return `files that end in ${ending} cannot be imported`
  if (bytes.subarray(0, SAMPLE).includes(0) && !isUtf16(bytes)) {
    return 'this is not text, or UTF-16 without a byte order mark; save it as UTF-8'
  }
  return undefined
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** Decodes UTF-8 or UTF-16 with a byte order mark; anything else as Windows-1252. */
function decode(bytes: Uint8Array, onGuess: () => void): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    onGuess()
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The tables of a file. */
export async function tablesOf(source: SourceFile, findings: Findings): Promise<readonly Table[]> {
  if (source.ending === '.xlsx') return readWorkbook(source.file, source.bytes, findings)
  if (isMarkdown(source)) return markdownTables(source.file, source.text)
  const table = readCsv(source.file, source.text, findings)
  return table ? [table] : []
}

/** Whether a file is a page of Markdown. */
export const isMarkdown = ({ ending }: SourceFile): boolean => ending === '.md' || ending === '.markdown'
