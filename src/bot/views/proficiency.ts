import {
  type Cell,
  compareCells,
  type Domain,
  localized,
  PROFICIENCIES,
  type RoleDomain,
  type Row,
  type Scale,
  type Skill,
  type Step,
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

const ofDefault = (slug: string) => PROFICIENCIES.find((each) => each === slug)

/** The name of a step: the one of the ladder, or of the interface for a step of the default scale. */
export function proficiencyName({ slug, name }: Step, t: Translator): string {
  const own = ofDefault(slug)
  return localized(name, t.locale) ?? (own ? t(`proficiency.${own}`) : slug)
}

/** The letter of a step in a matrix. In one language, no two of a scale have the same. */
export function proficiencyLetter({ slug, rank, letter }: Step, t: Translator): string {
  const own = ofDefault(slug)
  return localized(letter, t.locale) ?? (own ? t(`letter.${own}`) : String(rank))
}

/** What a step means for any skill; undefined if the ladder does not say. */
export function proficiencyMeaning({ slug, name, description }: Step, t: Translator): string | undefined {
  const own = name === null ? ofDefault(slug) : undefined
  return localized(description, t.locale) ?? (own && t(`rubric.${own}`))
}

/** A step and what it means: `Working: you do it alone in everyday cases`. */
export function proficiencyLine(step: Step, t: Translator): string {
  const meaning = proficiencyMeaning(step, t)
  return meaning === undefined ? proficiencyName(step, t) : `${proficiencyName(step, t)}: ${meaning}`
}

/** The letter of a cell; a dash if nothing is expected. */
export function cellLetter(cell: Cell, t: Translator): string {
  return cell === null ? ABSENT_MARK : proficiencyLetter(cell.step, t)
}

/** Says what the letters in these cells mean, for letters outside a matrix. `scale` is that of the catalog. */
export function letterLegend(cells: readonly Cell[], scale: Scale, t: Translator): Note {
  return note(
    'info',
    plain(
      signsIn(
        scale,
        cells.map((cell) => matrixCell(cell, t)),
        t,
      )
        .map(({ sign, means }) => `${sign} ${means}`)
        .join(' · '),
    ),
  )
}

/** What each step of a scale means, in a line. */
export function stepsNote(scale: Scale, t: Translator): Note {
  const steps = scale.steps.map((step) => proficiencyLine(step, t))
  return note('info', plain(`${steps.join('; ')}.`))
}

/** The letters of a scale, then those of cells that are on other scales, then the dash if there is one. */
function signsIn(
  { steps }: Scale,
  cells: readonly MatrixCell[],
  t: Translator,
): { readonly sign: string; readonly means: string }[] {
  const letters = steps.map((step) => ({ sign: proficiencyLetter(step, t), means: proficiencyName(step, t) }))
  for (const { proficiency, letter: sign, word: means } of cells) {
    const isNew = proficiency !== null && !letters.some((each) => each.sign === sign && each.means === means)
    if (isNew) letters.push({ sign, means })
  }
  const hasAbsent = cells.some(({ proficiency }) => proficiency === null)
  return hasAbsent ? [...letters, { sign: ABSENT_MARK, means: t('proficiency.absent') }] : letters
}

/** Builds a matrix cell. With the cell of the level below, marks a rise. */
export function matrixCell(cell: Cell, t: Translator, below?: Cell): MatrixCell {
  const rises = below === undefined ? {} : { rises: isRise(below, cell) }
  if (cell === null)
    return { proficiency: null, letter: ABSENT_MARK, word: t('proficiency.absent'), mandatory: false, ...rises }
  const { proficiency, step, mandatory } = cell
  return {
    proficiency,
    letter: proficiencyLetter(step, t),
    word: proficiencyName(step, t),
    ...(ofDefault(proficiency) === undefined && { step: [step.rank, step.steps] as const }),
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

/** Builds a matrix with a legend of the letters and marks in it. `scale` is that of the catalog. */
export function matrix(
  columns: Matrix['columns'],
  groups: readonly MatrixGroup[],
  scale: Scale,
  t: Translator,
): Matrix {
  const cells = groups.flatMap((group) => group.rows.flatMap((row) => row.cells))
  const legend = signsIn(scale, cells, t)
  if (cells.some((cell) => cell.mandatory === true)) legend.push({ sign: MANDATORY_MARK, means: t('legend.mandatory') })
  if (cells.some((cell) => cell.rises)) legend.push({ sign: RISES_MARK, means: t('legend.rises') })
  return { type: 'matrix', columns, groups, legend }
}
