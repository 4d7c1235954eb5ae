import { CsvError, parse } from 'csv-parse/sync'
import type { Findings } from './draft.ts'
import { type Cell, cleanText, type Table, titleOfFile } from './table.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Reads CSV with commas, semicolons, tabs or pipes; `clean` reads the text of a cell. Reports a file that isn't CSV, and returns nothing then. */
export function readCsv(
  file: string,
  text: string,
  findings: Findings,
  clean: (text: string) => string = cleanText,
): Table | undefined {
  const { body, delimiter: declared, skippedLines } = withoutDeclaration(text)
  const delimiter = declared ?? guessDelimiter(body)
  try {
    const records: readonly unknown[] = parse(body, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: false,
    })
    return { file, name: titleOfFile(file), rows: rowsOf(file, records, { delimiter, skippedLines, clean }) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    findings.problem({ file, line: lineOf(error) + skippedLines, column: 1 }, messageOf(error))
    return undefined
  }
}

/** Excel declares a delimiter in a first line such as `sep=;`. */
function withoutDeclaration(text: string): { body: string; delimiter: string | undefined; skippedLines: number } {
  const declared = /^sep=(.)\r?\n/iu.exec(text)
  if (!declared) return { body: text, delimiter: undefined, skippedLines: 0 }
  return { body: text.slice(declared[0].length), delimiter: declared[1], skippedLines: 1 }
}

/** The delimiter that stands most often outside of quotes in the first lines. */
function guessDelimiter(text: string): string {
  const bare = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/gu, '')
  const lines = bare.split(/\r?\n/u).slice(0, 50)
  const counts = DELIMITERS.map((each) => lines.reduce((sum, line) => sum + line.split(each).length - 1, 0))
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

interface RecordWithRaw {
  readonly record: readonly string[]
  readonly raw: string
}

const isRecord = (value: unknown): value is RecordWithRaw =>
  typeof value === 'object' && value !== null && 'record' in value && 'raw' in value

/** The cells of all records, each with the line and column where it starts in the file. */
function rowsOf(
  file: string,
  records: readonly unknown[],
  {
    delimiter,
    skippedLines,
    clean,
  }: { readonly delimiter: string; readonly skippedLines: number; readonly clean: (text: string) => string },
): Cell[][] {
  let line = 1 + skippedLines
  return records.filter(isRecord).map(({ record, raw }) => {
    const starts = cellStarts(raw, delimiter, line)
    line += (raw.match(/\r\n|\r|\n/gu) ?? []).length
    return record.map((text, index) => ({ file, ...(starts[index] ?? { line, column: 1 }), text: clean(text) }))
  })
}

/** Where each cell of a record starts. */
function cellStarts(raw: string, delimiter: string, firstLine: number): { line: number; column: number }[] {
  let line = firstLine
  let column = 1
  let isQuoted = false
  const starts = [{ line, column }]
  for (const character of raw) {
    column += 1
    if (character === '"') isQuoted = !isQuoted
    else if (character === '\n') {
      line += 1
      column = 1
    } else if (character === delimiter && !isQuoted) starts.push({ line, column })
  }
  return starts
}

function lineOf(error: CsvError): number {
  const { lines } = error
  return typeof lines === 'number' && lines > 0 ? lines : 1
}

function messageOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark that opens a cell is never closed'
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'a quotation mark stands within a cell; write it twice, and the whole cell in quotation marks'
    default:
      return message
  }
}
