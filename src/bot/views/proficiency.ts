import {
  type Cell,
  compareCells,
  type Domain,
  localized,
  PROFICIENCIES,
  type Proficiency,
  type RoleDomain,
  type Row,
  type Skill,
} from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import {
  type Matrix,
  type MatrixCell,
  type MatrixGroup,
  type MatrixRow,
  type Note,
  note,
  plain,
} from '../../message/index.ts'

export const ABSENT_MARK = '—'
export const MANDATORY_MARK = '●'
export const RISES_MARK = '↑'

export function proficiencyName(proficiency: Proficiency, t: Translator): string {
  return t(`proficiency.${proficiency}`)
}

/** The letter of a proficiency in a matrix. In one language, no two have the same. */
export function proficiencyLetter(proficiency: Proficiency, t: Translator): string {
  return t(`letter.${proficiency}`)
}

/** The letter of a cell; a dash if nothing is expected. */
export function cellLetter(cell: Cell, t: Translator): string {
  return cell === null ? ABSENT_MARK : proficiencyLetter(cell.proficiency, t)
}

/** Says what the letters in these cells mean, for letters outside a matrix. */
export function letterLegend(cells: readonly Cell[], t: Translator): Note {
  return note(
    'info',
    plain(
      signsIn(cells.includes(null), t)
        .map(({ sign, means }) => `${sign} ${means}`)
        .join(' · '),
    ),
  )
}

/** What each proficiency means, in a line. */
export function stepsNote(t: Translator): Note {
  const steps = PROFICIENCIES.map((proficiency) => `${proficiencyName(proficiency, t)}: ${t(`rubric.${proficiency}`)}`)
  return note('info', plain(`${steps.join('; ')}.`))
}

function signsIn(hasAbsent: boolean, t: Translator): { readonly sign: string; readonly means: string }[] {
  const letters = PROFICIENCIES.map((proficiency) => ({
    sign: proficiencyLetter(proficiency, t),
    means: proficiencyName(proficiency, t),
  }))
  return hasAbsent ? [...letters, { sign: ABSENT_MARK, means: t('proficiency.absent') }] : letters
}

/** Builds a matrix cell. With the cell of the level below, marks a rise. */
export function matrixCell(cell: Cell, t: Translator, below?: Cell): MatrixCell {
  const rises = below === undefined ? {} : { rises: isRise(below, cell) }
  if (cell === null)
    return { proficiency: null, letter: ABSENT_MARK, word: t('proficiency.absent'), mandatory: false, ...rises }
  const { proficiency, mandatory } = cell
  return {
    proficiency,
    letter: proficiencyLetter(proficiency, t),
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
  const hasAbsent = cells.some((cell) => cell.proficiency === null)
  const legend = signsIn(hasAbsent, t)
  if (cells.some((cell) => cell.mandatory === true)) legend.push({ sign: MANDATORY_MARK, means: t('legend.mandatory') })
  if (cells.some((cell) => cell.rises)) legend.push({ sign: RISES_MARK, means: t('legend.rises') })
  return { type: 'matrix', columns, groups, legend }
}
