import type { Findings } from '../draft.ts'
import type { SourceFile } from '../sources.ts'
import { readWorkbook } from '../workbook.ts'
import type { DocumentSource } from './check.ts'
import { csvText, isDocumentCsv, readDocumentCsv } from './csv.ts'
import { jsonText, readJson } from './json.ts'
import { areDocumentTables, readDocumentTables } from './read-tables.ts'
import type { DocumentInFile } from './schema.ts'
import { tablesOf } from './tables.ts'
import { workbookBytes } from './workbook.ts'

export { documentOf, type LadderSources } from './canonical.ts'
export { checkDocument } from './check.ts'
export { documentFiles } from './document-files.ts'
export { openFiles } from './open-files.ts'

/** The kinds of files that hold a whole ladder. */
export const EXPORT_KINDS = ['csv', 'xlsx', 'json'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** The content of a file of a kind. */
export async function documentBytes(document: DocumentInFile, kind: ExportKind): Promise<Uint8Array> {
  switch (kind) {
    case 'json':
      return new TextEncoder().encode(jsonText(document))
    case 'csv':
      return new TextEncoder().encode(csvText(tablesOf(document)))
    case 'xlsx':
      return workbookBytes(tablesOf(document))
  }
}

/** Reads a file that holds a whole ladder. Undefined for any other file, and for one that cannot be read at all, which is reported. */
export async function readDocument(source: SourceFile, findings: Findings): Promise<DocumentSource | undefined> {
  const { file, ending, text, bytes } = source
  if (ending === '.json') return readJson(file, text, findings)
  if (ending === '.xlsx') {
    const exact = (cell: string): string => cell.replaceAll(/\r\n?/gu, '\n').trim()
    // A file that is no workbook is reported by the reader of other workbooks.
    const tables = await readWorkbook(file, bytes, { ...findings, problem: () => undefined }, exact)
    return areDocumentTables(tables)
      ? readDocumentTables(file, tables, 'a ladder that was exported as a workbook', findings)
      : undefined
  }
  return isDocumentCsv(text) ? readDocumentCsv(file, text, findings) : undefined
}
