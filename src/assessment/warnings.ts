import type { Catalog } from '../catalog/index.ts'
import { answerCodes } from './answer-code.ts'
import { assessedRole } from './assessed-role.ts'
import { misgradedLevels } from './engine/index.ts'

/**
 * What whoever keeps a valid catalogue should know before people are assessed by it, a line each: levels that a person
 * exactly at their profile would not be graded at (two levels of a small role that ask almost the same), and skills whose
 * answers could not be told apart.
 */
export function assessmentWarnings({ roles }: Catalog): readonly string[] {
  const warnings: string[] = []
  for (const role of roles.values()) {
    for (const level of misgradedLevels(assessedRole(role))) {
      const name = role.levels[level - 1]?.name ?? String(level)
      warnings.push(
        `${role.slug}: somebody who meets ${name} exactly is graded otherwise; its levels ask too much alike`,
      )
    }
    try {
      answerCodes(role)
    } catch (error) {
      warnings.push(error instanceof Error ? error.message : String(error))
    }
  }
  return warnings
}
