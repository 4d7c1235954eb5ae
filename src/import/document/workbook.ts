import writeXlsxFile from 'write-excel-file/universal'
import type { DocumentTable } from './tables.ts'

// All tables of a document in one workbook, a sheet for each. Every cell is a text and has the format of texts, so that none is a formula,
// not even after it was edited.

/** The width of columns whose head is not listed, and of those with sentences, in characters. */
const WIDTHS: Readonly<Record<string, number>> = {
  text: 90,
  exercise: 60,
  evidence: 60,
  description: 60,
  focus: 60,
  stack: 40,
}
const WIDTH = 18

/**
 * In a workbook `_x0041_` stands for a character, so its first sign is written in this way itself. So are the characters that XML
 * advises against (www.w3.org/TR/xml, 2.2) and U+FFFD, which the library would leave out.
 */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll(/[\u007F-\u0084\u0086-\u009F\uFFFD]|\p{Noncharacter_Code_Point}/gu, (sign) =>
      sign
        .split('')
        .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
        .join(''),
    )

export async function workbookBytes(tables: readonly DocumentTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((head) => ({ width: WIDTHS[head.replace(/ \(.*$/u, '')] ?? WIDTH })),
    data: rows.map((row, index) =>
      row.map((text) =>
        text === ''
          ? null
          : {
              value: escaped(text),
              type: String,
              format: '@',
              alignVertical: 'top' as const,
              ...(index === 0 ? { fontWeight: 'bold' as const } : { wrap: true }),
            },
      ),
    ),
  }))
  const blob = await writeXlsxFile(sheets).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
