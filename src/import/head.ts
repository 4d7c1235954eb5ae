import { type ColumnKind, columnKind } from './columns.ts'
import type { Findings } from './draft.ts'
import { type Cell, isBlank, keyOf, oneLine, type Table } from './table.ts'

/** A column of a table. */
export interface Column {
  readonly index: number
  readonly kind: ColumnKind
  readonly name: string
  /** The name of the merged head above, usually a role; null if there is none. */
  readonly group: string | null
  readonly head: Cell
}

export interface TableHead {
  readonly columns: readonly Column[]
  /** The index of the first row below the head. */
  readonly first: number
}

/** How many rows may stand above the head: a title, remarks. */
const MAX_ROWS_ABOVE = 10

const filled = (row: readonly Cell[] = []): readonly Cell[] => row.filter(({ text }) => text !== '')

/** Finds the head of a table: the first row that names a column of skills, roles or levels. Undefined if the table has no head. */
export function findHead(table: Table, findings: Findings): TableHead | undefined {
  const { rows } = table
  const top = rows.slice(0, MAX_ROWS_ABOVE)
  const isNamed = (row: readonly Cell[]): boolean =>
    filled(row).length > 1 && row.some(({ text }) => ['skill', 'level', 'role'].includes(columnKind(text)))
  const named = top.findIndex(isNamed)
  const at = named >= 0 ? named : top.findIndex((row) => filled(row).length > 1)
  const row = rows[at]
  if (!row) return undefined
  const kinds = row.map(({ text }) => columnKind(text))
  if (named < 0) kinds[row.findIndex(({ text }) => text !== '')] = 'skill'
  const above = groupsAbove(rows[at - 1], kinds)
  const below = above ? undefined : namesBelow(row, rows[at + 1], kinds)
  const names = below ?? row
  const groups = above ?? (below ? carryRight(row, kinds) : [])
  const columns = names.flatMap((cell, index): Column[] => {
    const head = cell.text === '' ? (row[index] ?? cell) : cell
    const kind = kinds[index] ?? columnKind(head.text)
    if (head.text === '' && (kind !== 'skill' || named >= 0)) return []
    return [{ index, kind, name: oneLine(head.text), group: groups[index] ?? null, head }]
  })
  if (named < 0 && columns[0]) {
    findings.guess(columns[0].head, `no column is called "skill", so the skills are in "${columns[0].name}"`)
  }
  reportRepeated(columns, findings)
  return { columns, first: at + (below ? 2 : 1) }
}

/** Merged heads in the row above: names over the columns of levels, and nothing over the others. */
function groupsAbove(above: readonly Cell[] | undefined, kinds: readonly ColumnKind[]): string[] | undefined {
  if (!above || filled(above).length === 0) return undefined
  const isGroup = above.every(({ text }, index) => text === '' || kinds[index] === 'value')
  return isGroup ? carryRight(above, kinds) : undefined
}

/** The row of levels below merged heads, where columns of skills and domains span both rows. */
function namesBelow(
  row: readonly Cell[],
  below: readonly Cell[] | undefined,
  kinds: readonly ColumnKind[],
): readonly Cell[] | undefined {
  if (!below || !row.some(({ text }, index) => text === '' && (below[index]?.text ?? '') !== '')) return undefined
  const isLead = (index: number): boolean => (kinds[index] ?? 'value') !== 'value'
  const isHead = below.every(({ text }, index) => (isLead(index) ? text === '' : !isBlank(text) || text === ''))
  return isHead && kinds.some((kind) => kind !== 'value') ? below : undefined
}

function carryRight(row: readonly Cell[], kinds: readonly ColumnKind[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(row.length, kinds.length) }, (_, index) => {
    if ((kinds[index] ?? 'value') !== 'value') return ''
    group = oneLine(row[index]?.text ?? '') || group
    return group
  })
}

function reportRepeated(columns: readonly Column[], findings: Findings): void {
  const seen = new Set<string>()
  for (const { kind, name, group, head } of columns) {
    if (kind === 'ignored') continue
    const key = kind === 'value' ? `${group ?? ''}\n${keyOf(name)}` : kind
    if (seen.has(key)) {
      const message =
        kind === 'value'
          ? `the column "${name}" appears twice`
          : `a second column for the ${kind}; there can be only one`
      findings.problem(head, message)
    }
    seen.add(key)
  }
}
