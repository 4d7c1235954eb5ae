import readXlsxFile from 'read-excel-file/universal'
import type { Findings } from './draft.ts'
import { type Cell, cleanText, type Table } from './table.ts'

/** Reads every sheet of an Excel workbook that has cells; `clean` reads a text. Reports a file that is no workbook. */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  findings: Findings,
  clean: (text: string) => string = cleanText,
): Promise<readonly Table[]> {
  try {
    const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]))
    const isSingle = sheets.length === 1
    return sheets.flatMap(({ sheet, data }) => {
      const place = isSingle ? file : `${file} [${sheet}]`
      const rows = data.map((row, line) =>
        row.map(
          (value, column): Cell => ({
            file: place,
            line: line + 1,
            column: column + 1,
            text: cellText(value, clean),
          }),
        ),
      )
      return rows.length === 0 ? [] : [{ file: place, name: sheet.trim(), rows }]
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    findings.problem({ file, line: 1, column: 1 }, `the workbook cannot be read: ${reason}`)
    return []
  }
}

function cellText(value: unknown, clean: (text: string) => string): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? clean(`${value}`) : ''
}
