import { assessmentWarnings } from '../assessment/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { counted } from './arguments.ts'

/** What a valid catalog warns of, a line each. */
export function warningLines(catalog: Catalog): readonly string[] {
  return assessmentWarnings(catalog).map((warning) => `warning: ${warning}`)
}

/** What a catalog has, as `validate` prints it. */
export function countsOf({ roles, skills, domains, version }: Catalog): string {
  const counts = [counted(roles.size, 'role'), counted(skills.size, 'skill'), counted(domains.size, 'domain')]
  return `${counts.join(', ')}, version ${version}`
}
