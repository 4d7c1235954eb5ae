import { type Level, normalize, type Role, type Skill, tracksOf } from '../../catalog/index.ts'
import type { CommandContext } from '../command.ts'
import { stackWords } from './line-words.ts'
import type { Question } from './understand.ts'

// What a question names.

export function rolesOf({ named }: Question): readonly Role[] {
  return [
    ...new Set(named.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'role' ? [one.role] : [])))),
  ]
}

export function skillsOf({ named }: Question): readonly Skill[] {
  return named.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'skill' ? [one.skill] : [])))
}

/** Whether all of several roles have levels of the same names, in one line. */
export function haveSameLevels({ catalogIndex: { catalog } }: CommandContext): boolean {
  const ways = new Set([...catalog.roles.values()].map(({ levels }) => levels.map(({ name }) => name).join('\n')))
  const branches = [...catalog.roles.values()].some((role) => tracksOf(role).length > 1)
  return catalog.roles.size > 1 && ways.size === 1 && !branches
}

export function hasLevel({ named }: Question): boolean {
  return named.some(({ meanings }) => meanings.some(({ kind }) => kind === 'level'))
}

/** The levels of a role that a question names, lowest first. */
export function levelsOf({ named }: Question, role: Role): readonly Level[] {
  const slugs = new Set(
    named.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'level' ? [one.slug] : []))),
  )
  return role.levels.filter(({ slug }) => slugs.has(slug))
}

/** The levels that a question's items of focus or stack are of, or else those whose stack names all of its other words. */
export function levelsWithLines(role: Role, { lines, ignored }: Question): readonly Level[] {
  if (lines.length > 0) return role.levels.filter((level) => lines.some((line) => line.level === level))
  const words = ignored.flatMap((raw) => normalize(raw).split(' '))
  if (words.length === 0) return []
  return role.levels.filter((level) => words.every((word) => stackWords(level).has(word)))
}

export function onlyOf<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
