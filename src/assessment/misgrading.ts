import { type Level, type Role, roleOnTrack, tracksOf } from '../catalog/index.ts'
import { assessedRole } from './assessed-role.ts'
import { gradeOf, misgradedLevels, profileOf } from './engine/index.ts'

/** A level whose own profile gets another grade. */
export interface Misgrading {
  readonly level: Level
  /** The level that a person gets who meets `level` exactly; null if they are below the first. */
  readonly grade: Level | null
}

/** The levels of a role that a change would misgrade, without those that are misgraded already. */
export function newMisgradings(before: Role, after: Role): readonly Misgrading[] {
  const already = new Set(misgradingsOf(before).map(({ level }) => level.slug))
  return misgradingsOf(after).filter(({ level }) => !already.has(level.slug))
}

/** By level: on two tracks, a level below their branch is misgraded in the same way. */
function misgradingsOf(role: Role): readonly Misgrading[] {
  const all = tracksOf(role).flatMap((track) => misgradingsOnTrack(roleOnTrack(role, track)))
  return all.filter(({ level }, index) => all.findIndex((each) => each.level === level) === index)
}

function misgradingsOnTrack(role: Role): readonly Misgrading[] {
  const assessed = assessedRole(role)
  return misgradedLevels(assessed).flatMap((number) => {
    const level = role.levels[number - 1]
    const grade = gradeOf(assessed, profileOf(assessed, number))
    return level ? [{ level, grade: role.levels[grade - 1] ?? null }] : []
  })
}
