import { isSeq } from 'yaml'
import { z } from 'zod'
import type { CatalogSources } from '../../build.ts'
import { hasSlug } from '../../former-slugs.ts'
import type { Catalog, Cell, Role } from '../../model.ts'
import { ABSENT, CellWord, LevelSlug, type RoleFile, RoleSlug, SkillSlug } from '../../schema.ts'
import { findCell, flowList } from '../edit-yaml.ts'
import { type ChangeTarget, type ChangeValue, defineKind, editRole, missing, roleTarget, updateRole } from './kind.ts'

// Changes of one cell of a role: what a level expects of a skill, and whether it is mandatory.

const cell = { role: RoleSlug, level: LevelSlug, skill: SkillSlug }

interface CellChange {
  readonly role: string
  readonly level: string
  readonly skill: string
}

type RowShape = RoleFile['requirements'][number]['skills'][string]

/** A requirement that was absent becomes an optional one. */
const requirement = defineKind(z.strictObject({ kind: z.literal('requirement'), ...cell, to: CellWord }), {
  path: cellPath,
  affects: affectsRoleOf,
  read: (change, catalog) => readCell(change, catalog, cellWord),
  proposed: ({ to }) => to,
  apply: (change, sources) => updateRow(change, sources, (row, level) => withProficiency(row, level, change.to)),
  write: (change, files) =>
    editRole(files, change.role, (document) => {
      const { row, level } = findCell(document, change)
      const isBare = isSeq(document.getIn(row))
      const proficiencies = isBare ? row : [...row, 'proficiency']
      const before = document.getIn([...proficiencies, level])
      document.setIn([...proficiencies, level], change.to)
      const flags = [...row, 'mandatory']
      if (!isBare && document.hasIn(flags) && (change.to === ABSENT || isAbsent(before))) {
        document.setIn([...flags, level], false)
      }
    }),
})

const mandatory = defineKind(z.strictObject({ kind: z.literal('mandatory'), ...cell, to: z.boolean() }), {
  path: cellPath,
  affects: affectsRoleOf,
  read: (change, catalog) => readCell(change, catalog, (current) => current && String(current.mandatory)),
  proposed: ({ to }) => String(to),
  apply: (change, sources) => updateRow(change, sources, (row, level) => withMandatory(row, level, change.to)),
  write: (change, files) =>
    editRole(files, change.role, (document) => {
      const { row, level, levels } = findCell(document, change)
      const proficiencies: unknown = document.getIn(row)
      if (isSeq(proficiencies)) document.setIn(row, document.createNode({ proficiency: proficiencies }))
      const flags = [...row, 'mandatory']
      if (!document.hasIn(flags)) {
        document.setIn(flags, flowList(document, new Array<string>(levels).fill('unknown')))
      }
      document.setIn([...flags, level], change.to)
    }),
})

/** Whether a word of a file stands for a level that expects nothing. */
function isAbsent(word: unknown): boolean {
  return [ABSENT, null, '', '-'].some((each) => each === word)
}

/** A cell's proficiency as files write it. */
export function cellWord(current: Cell): string {
  return current?.proficiency ?? ABSENT
}

function cellPath({ role, level, skill }: CellChange): string {
  return `role/${role}/skills/${skill}/${level}`
}

export function affectsRoleOf(change: { readonly role: string }, role: Role): boolean {
  return hasSlug(role, change.role)
}

/** Reads a cell; `valueIn` returns null for a cell that such a change cannot replace. */
function readCell(change: CellChange, catalog: Catalog, valueIn: (current: Cell) => ChangeValue): ChangeTarget {
  const role = catalog.roles.get(change.role)
  if (!role) return missing(change.role)
  const level = role.levels.findIndex(({ slug }) => slug === change.level)
  if (level < 0) return missing(change.level)
  const row = role.rows.get(change.skill)
  if (!row) return missing(change.skill)
  const value = valueIn(row.cells[level] ?? null)
  return value === null ? missing(change.level) : roleTarget(role, value, row.skill.domain.slug)
}

function updateRow(
  { role, level, skill }: CellChange,
  sources: CatalogSources,
  update: (row: RowShape, level: number) => RowShape,
): CatalogSources {
  return updateRole(sources, role, (file) => {
    const index = file.levels.findIndex(({ slug }) => slug === level)
    if (index < 0) return file
    return {
      ...file,
      requirements: file.requirements.map((group) => {
        const row = group.skills[skill]
        return row ? { ...group, skills: { ...group.skills, [skill]: update(row, index) } } : group
      }),
    }
  })
}

function withProficiency(row: RowShape, level: number, to: string): RowShape {
  if (Array.isArray(row)) return row.with(level, to)
  const flags = row.mandatory
  // An absent cell is not mandatory, and neither is one that was absent until now.
  const isReset = to === ABSENT || isAbsent(row.proficiency[level])
  return {
    ...row,
    proficiency: row.proficiency.with(level, to),
    ...(flags && { mandatory: isReset ? flags.with(level, false) : flags }),
  }
}

function withMandatory(row: RowShape, level: number, to: boolean): RowShape {
  const proficiency = Array.isArray(row) ? row : row.proficiency
  if (proficiency[level] === undefined || isAbsent(proficiency[level])) return row
  const flags = (Array.isArray(row) ? undefined : row.mandatory) ?? proficiency.map(() => 'unknown' as const)
  return { ...(Array.isArray(row) ? {} : row), proficiency, mandatory: flags.with(level, to) }
}

export const CELL_KINDS = { requirement, mandatory }
