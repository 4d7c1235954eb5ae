import type { Entry, Findings, StepText } from './draft.ts'
import { type Column, findHead, type TableHead } from './head.ts'
import { type Legend, readLegend } from './legend.ts'
import { isCommonStep } from './public-scales.ts'
import { type Cell, isBlank, oneLine, type Table } from './table.ts'

/** What a table says, and how it was read. */
export interface TableContent {
  readonly entries: readonly Entry[]
  readonly texts: readonly StepText[]
  /** The steps that are columns, in their order. */
  readonly steps?: readonly string[]
  /** Set if the table can explain others instead of being a ladder. */
  readonly legend?: Legend
  /** A sentence for people, without a period. */
  readonly shape: string
}

export interface TableOptions {
  /** The role of a table that names none. */
  readonly role: string
  /** Whether there are other tables, which this one can explain. */
  readonly isOneOfSeveral: boolean
  /** Normalized names of steps that other tables use: columns with these names are steps, not levels. */
  readonly steps: ReadonlySet<string>
}

/** A row under its head; merged cells of roles, families and domains are repeated. */
interface Line {
  readonly at: Cell
  readonly skill: string
  readonly skillCell: Cell
  readonly domain: string | null
  readonly role: string
  readonly family: string | null
  readonly level: string
  readonly cell: (column: Column | undefined) => Cell
}

/** Reads a table of any shape into entries and texts of steps. Undefined if it has no head or no row. */
export function readTable(table: Table, options: TableOptions, findings: Findings): TableContent | undefined {
  const head = findHead(table, findings)
  if (!head) return undefined
  const legend = options.isOneOfSeveral ? readLegend(table, head) : undefined
  if (legend) {
    const shape = legend.kind === 'steps' ? 'what each step means' : `the points of each ${legend.of}`
    return { entries: [], texts: [], legend, shape }
  }
  const find = (kind: Column['kind']): Column | undefined => head.columns.find((column) => column.kind === kind)
  const values = head.columns.filter(({ kind }) => kind === 'value')
  const skill = find('skill')
  const level = find('level')
  const proficiency = find('proficiency')
  const statement = find('statement')
  const isTurned = !skill && level !== undefined && values.length > 0
  if (!skill && !isTurned) {
    const place = head.columns[0]?.head ?? { file: table.file, line: 1, column: 1 }
    findings.problem(place, 'no column has the skills; name one "skill"')
    return undefined
  }
  reportUnused(head, values, findings)
  const lines = linesOf(table, head, values, options, findings)
  if (lines.length === 0) return undefined
  if (!skill) return turnedTable(lines, values)
  if (level && proficiency) return longTable(lines, proficiency, statement ?? null)
  if (level && statement && values.length === 0) return longTexts(lines, statement)
  if (level && values.length > 1) return markedTable(lines, values, findings)
  if (proficiency && statement && values.length === 0) return statementTable(lines, proficiency, statement)
  if (values.length === 0) {
    findings.problem(skill.head, 'besides the skills, no column has levels or proficiencies')
    return undefined
  }
  const areSteps = values.every(({ name }) => options.steps.has(name.toLowerCase()) || isCommonStep(name))
  return areSteps && hasTexts(lines, values) ? stepTable(lines, values) : matrix(lines, values)
}

/** Says which columns are not read. A statement beside columns of values belongs to no step. */
function reportUnused({ columns }: TableHead, values: readonly Column[], findings: Findings): void {
  const hasPair = columns.some(({ kind }) => kind === 'proficiency')
  for (const { kind, name, head } of columns) {
    const isUnused = kind === 'ignored' || (kind === 'statement' && values.length > 0 && !hasPair)
    if (isUnused) findings.guess(head, `the column "${name}" is left out`)
  }
}

/** Longer marks of a step are its statement. */
const SHORT = 30

/** Whether most cells of these columns are texts, not proficiencies: no numbers, letters or names of steps. */
function hasTexts(lines: readonly Line[], values: readonly Column[]): boolean {
  const cells = lines.flatMap((line) => values.map((value) => line.cell(value).text)).filter((text) => text !== '')
  const isText = (text: string): boolean => text.length > 2 && !/^[\d.,]+$/u.test(text) && !isCommonStep(text)
  return cells.filter(isText).length * 2 > cells.length
}

function entryOf(line: Line, level: string, cell: Cell, role: string | null = null): Entry {
  const { skill, domain, family } = line
  return { role: role || line.role, family, level, skill, domain, value: cell.text, place: cell }
}

/** A row for each skill, a column for each level. */
function matrix(lines: readonly Line[], values: readonly Column[]): TableContent {
  const entries = lines.flatMap((line) =>
    values.map((value) => entryOf(line, value.name, line.cell(value), value.group)),
  )
  return { entries, texts: [], shape: 'a row for each skill and a column for each level' }
}

/** A row for each level, a column for each skill. */
function turnedTable(lines: readonly Line[], values: readonly Column[]): TableContent {
  const entries = values.flatMap((value) =>
    lines.map((line) => {
      const cell = line.cell(value)
      return { ...entryOf(line, line.level, cell), skill: value.name, domain: value.group }
    }),
  )
  return { entries, texts: [], shape: 'a row for each level and a column for each skill' }
}

/** A row for each requirement. */
function longTable(lines: readonly Line[], proficiency: Column, statement: Column | null): TableContent {
  const entries = lines.map((line) => entryOf(line, line.level, line.cell(proficiency)))
  const texts = statement ? statementTable(lines, proficiency, statement).texts : []
  return { entries, texts, shape: 'a row for each skill at each level' }
}

/** A row for each skill at each level, with a text instead of a proficiency. */
function longTexts(lines: readonly Line[], statement: Column): TableContent {
  const entries = lines.map((line) => entryOf(line, line.level, line.cell(statement)))
  return { entries, texts: [], shape: 'a row for each skill at each level, with a text' }
}

/** A row for each requirement, with a mark or a text in the column of its step. */
function markedTable(lines: readonly Line[], values: readonly Column[], findings: Findings): TableContent {
  const texts: StepText[] = []
  const entries = lines.flatMap((line): Entry[] => {
    const marked = values.filter((value) => !isBlank(line.cell(value).text))
    const [step] = marked
    if (!step) return []
    const cell = line.cell(step)
    if (marked.length > 1) {
      findings.problem(cell, `several steps of "${line.skill}" are marked at "${line.level}"; only one can be expected`)
    }
    if (cell.text.length > SHORT) texts.push({ ...textPlace(line, cell), step: step.name, text: cell.text })
    return [{ ...entryOf(line, line.level, cell), value: step.name }]
  })
  const steps = values.map(({ name }) => name)
  return { entries, texts, steps, shape: 'a row for each skill at each level, marked in the column of its step' }
}

const textPlace = ({ skill, domain }: Line, place: Cell) => ({ skill, domain, place })

/** A row for each step of each skill, with its statement. */
function statementTable(lines: readonly Line[], step: Column, statement: Column): TableContent {
  const texts = lines.flatMap((line): StepText[] => {
    const cell = line.cell(statement)
    const name = oneLine(line.cell(step).text)
    return cell.text === '' || isBlank(name) ? [] : [{ ...textPlace(line, cell), step: name, text: cell.text }]
  })
  return { entries: [], texts, shape: 'a statement for each step of each skill' }
}

/** A row for each skill, a column with the statement of each step. */
function stepTable(lines: readonly Line[], values: readonly Column[]): TableContent {
  const texts = lines.flatMap((line) =>
    values.flatMap((value): StepText[] => {
      const cell = line.cell(value)
      return cell.text === '' ? [] : [{ ...textPlace(line, cell), step: value.name, text: cell.text }]
    }),
  )
  const steps = values.map(({ name }) => name)
  return { entries: [], texts, steps, shape: 'a row for each skill and a column with the statement of each step' }
}

/** The rows under the head that hold something. Headings between rows become the domain of the rows below. */
function linesOf(
  table: Table,
  { columns, first }: TableHead,
  values: readonly Column[],
  options: TableOptions,
  findings: Findings,
): Line[] {
  const indexOf = (kind: Column['kind']): number => columns.find((column) => column.kind === kind)?.index ?? -1
  const at = {
    skill: indexOf('skill'),
    domain: indexOf('domain'),
    role: indexOf('role'),
    family: indexOf('family'),
    level: indexOf('level'),
  }
  const contents = new Set(columns.filter(({ kind }) => ['value', 'proficiency', 'statement'].includes(kind)))
  const merged = { domain: '', role: '', family: '', level: '' }
  let section: string | null = null
  const lines: Line[] = []
  for (const row of table.rows.slice(first)) {
    const start = row.find(({ text }) => text !== '')
    if (!start) continue
    const cellAt = (index: number): Cell => row[index] ?? { ...start, text: '' }
    const cell = (column: Column | undefined): Cell => cellAt(column?.index ?? -1)
    reportLoose(row, columns, findings)
    const nameOf = (key: keyof typeof merged): string => {
      const own = oneLine(cellAt(at[key]).text)
      if (own !== '') merged[key] = own
      else if (at[key] >= 0 && merged[key] !== '') {
        findings.guess(start, `an empty ${key} is read as "${merged[key]}", from above`)
      }
      return merged[key]
    }
    const isEmpty = [...contents].every((column) => cell(column).text === '')
    const skill = oneLine(cellAt(at.skill).text)
    if (isEmpty && at.skill >= 0 && at.domain < 0 && (lines.length === 0 || section !== null) && contents.size > 0) {
      if (skill !== '') section = skill
      continue
    }
    if (skill === '' && isEmpty) {
      nameOf('domain')
      nameOf('role')
      continue
    }
    if (skill === '' && at.skill >= 0) findings.problem(start, 'a row has values but no skill')
    const [domain, role, family, level] = [nameOf('domain'), nameOf('role'), nameOf('family'), nameOf('level')]
    if (at.level >= 0 && level === '') findings.problem(start, 'a row has no level')
    lines.push({
      at: start,
      skill,
      skillCell: cellAt(at.skill),
      domain: domain || section,
      role: role || options.role,
      family: family || null,
      level,
      cell,
    })
  }
  if (lines.length > 0 && values.length > 0 && section !== null) {
    findings.guess(lines[0]?.at ?? { file: table.file, line: 1, column: 1 }, 'rows without values are read as domains')
  }
  return lines
}

/** Reports values right of the last head. */
function reportLoose(row: readonly Cell[], columns: readonly Column[], findings: Findings): void {
  const last = Math.max(...columns.map(({ index }) => index))
  const loose = row.find(({ text }, index) => index > last && text !== '')
  if (loose) findings.problem(loose, `"${loose.text.slice(0, 40)}" is in a column without a heading`)
}
