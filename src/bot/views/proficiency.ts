import {
  type Cell,
  compareCells,
  type Domain,
  localized,
  PROFICIENCIES,
  PROFICIENCY_LETTER,
  type Proficiency,
  type RoleDomain,
  type Row,
  type Skill,
} from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import type { Matrix, MatrixCell, MatrixGroup, MatrixRow } from '../../message/index.ts'

export const ABSENT_MARK = '—'
export const MANDATORY_MARK = '●'
export const RISES_MARK = '↑'

export function proficiencyName(proficiency: Proficiency, t: Translator): string {
  return t(`proficiency.${proficiency}`)
}

/** Builds a matrix cell. With the cell of the level below, marks a rise. */
export function matrixCell(cell: Cell, t: Translator, below?: Cell): MatrixCell {
  const rises = below === undefined ? {} : { rises: isRise(below, cell) }
  if (cell === null)
    return { proficiency: null, letter: ABSENT_MARK, word: t('proficiency.absent'), mandatory: false, ...rises }
  const { proficiency, mandatory } = cell
  return {
    proficiency,
    letter: PROFICIENCY_LETTER[proficiency],
    word: proficiencyName(proficiency, t),
    mandatory,
    ...rises,
  }
}

/** Whether a level expects a skill that the level below does not, or a higher proficiency. */
export function isRise(below: Cell, cell: Cell): boolean {
  const change = compareCells(below, cell)
  return change === 'gained' || change === 'raised'
}

export function matrixGroups(
  domains: readonly RoleDomain[],
  t: Translator,
  cellsOf: (row: Row) => readonly MatrixCell[],
): readonly MatrixGroup[] {
  return domains.map((group) => ({
    label: localized(group.domain.name, t.locale),
    rows: group.rows.map((row) => ({ label: row.skill.name, cells: cellsOf(row) })),
  }))
}

/** Groups entries by the domain of their skill, in the order of each domain's first entry. */
export function groupedByDomain<T>(
  entries: readonly T[],
  t: Translator,
  skillOf: (entry: T) => Skill,
  cellsOf: (entry: T) => readonly MatrixCell[],
): readonly MatrixGroup[] {
  const groups = new Map<Domain, MatrixGroup & { rows: MatrixRow[] }>()
  for (const entry of entries) {
    const { domain, name } = skillOf(entry)
    const group = groups.get(domain) ?? { label: localized(domain.name, t.locale), rows: [] }
    group.rows.push({ label: name, cells: cellsOf(entry) })
    groups.set(domain, group)
  }
  return [...groups.values()]
}

/** Builds a matrix with a legend of the letters and marks in it. */
export function matrix(columns: Matrix['columns'], groups: readonly MatrixGroup[], t: Translator): Matrix {
  const cells = groups.flatMap((group) => group.rows.flatMap((row) => row.cells))
  const legend = PROFICIENCIES.map((proficiency) => ({
    sign: PROFICIENCY_LETTER[proficiency] as string,
    means: proficiencyName(proficiency, t),
  }))
  if (cells.some((cell) => cell.proficiency === null))
    legend.push({ sign: ABSENT_MARK, means: t('proficiency.absent') })
  if (cells.some((cell) => cell.mandatory === true)) legend.push({ sign: MANDATORY_MARK, means: t('legend.mandatory') })
  if (cells.some((cell) => cell.rises)) legend.push({ sign: RISES_MARK, means: t('legend.rises') })
  return { type: 'matrix', columns, groups, legend }
}
