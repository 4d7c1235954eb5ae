import type { Path } from '../../catalog/yaml-source.ts'
import { groupBy } from '../build-draft.ts'
import type { TableContext } from './table-context.ts'
import type { TableRow } from './table-reader.ts'
import { STATEMENT_KINDS } from './tables.ts'

/** A row about a step of a skill, or about a level. */
export interface StepRow {
  readonly row: TableRow
  readonly step: string
}

/** Reads the statements of a skill, or the criteria of a row, by step or level. */
export function statementsOf(
  rows: readonly StepRow[],
  path: Path,
  context: TableContext,
): Readonly<Record<string, unknown>> {
  const groups = groupBy(rows, ({ step }) => step).map((own) => [own[0]?.step ?? '', own] as const)
  return Object.fromEntries(
    groups.map(([step, own]) => [
      step,
      statementOf(
        own.map(({ row }) => row),
        [...path, step],
        context,
      ),
    ]),
  )
}

/** A statement of one row, or criteria of several. */
export function statementOf(rows: readonly TableRow[], path: Path, { findings, place }: TableContext): unknown {
  const [first] = rows
  if (first) place(path, first.cell('text'))
  const kindOf = (row: TableRow): string => row.text('kind').toLowerCase() || 'statement'
  for (const row of rows) {
    const kind = kindOf(row)
    if (!STATEMENT_KINDS.some((each) => each === kind)) {
      findings.problem(row.cell('kind'), `"${kind.slice(0, 60)}" must be one of: ${STATEMENT_KINDS.join(', ')}`)
    }
    if (row.local('text') === undefined) findings.problem(row.place, 'the row has no text')
  }
  const textsOf = (kind: string, key: 'must' | 'examples'): readonly unknown[] =>
    rows
      .filter((row) => kindOf(row) === kind)
      .map((row, index) => {
        place([...path, key, index], row.cell('text'))
        return row.local('text')
      })
  const whole = rows.filter((row) => kindOf(row) === 'statement')
  const [must, examples] = [textsOf('must', 'must'), textsOf('example', 'examples')]
  const second = whole[1] ?? (whole[0] && rows.find((row) => kindOf(row) !== 'statement'))
  if (second) {
    findings.problem(second.place, 'a step has either one statement, or rows of the kinds must and example')
  }
  if (whole[0]) return whole[0].local('text')
  return { must, ...(examples.length > 0 && { examples }) }
}
