import { buildCatalog } from '../../catalog/build.ts'
import type { Problem } from '../../catalog/index.ts'
import { describeIssue, type Path, type Source } from '../../catalog/yaml-source.ts'
import type { Findings } from '../draft.ts'
import { documentOf } from './canonical.ts'
import { type DocumentInFile, LadderDocument } from './schema.ts'

/** A document that was read from a file, with the position of each of its values. */
export interface DocumentSource {
  readonly value: unknown
  /** A problem of the value at a path, or of the nearest one around it, with its position in the file. */
  readonly problemAt: (path: Path, message: string) => Problem
  /** How the file was read, in words. */
  readonly shape: string
}

/** The most problems of one file that are reported. */
const MAX_PROBLEMS = 50

/**
 * Checks the shape of a document and everything that a catalog folder is checked for. Returns it in the spelling of `documentOf`, with
 * the version it was exported from; undefined if it has problems.
 */
export function checkDocument({ value, problemAt }: DocumentSource, findings: Findings): DocumentInFile | undefined {
  const report = (problems: readonly Problem[]): undefined => {
    for (const problem of problems.slice(0, MAX_PROBLEMS)) findings.problem(problem, problem.message)
    if (problems.length > MAX_PROBLEMS && problems[0]) {
      findings.problem({ ...problems[0], line: 1, column: 1 }, `${problems.length - MAX_PROBLEMS} more problems`)
    }
  }
  const parsed = LadderDocument.safeParse(value, { reportInput: true })
  if (!parsed.success) {
    const described = parsed.error.issues.flatMap((issue) => describeIssue(issue, []))
    return report(described.map(({ path, message }) => problemAt(path, message)))
  }
  const { ladder, domains, skills, roles, changes = [], exportedFrom } = parsed.data
  const source = <T>(file: string, at: Path, content: T): Source<T> => ({
    file,
    value: content,
    problemAt: (path, message) => problemAt([...at, ...path], message),
  })
  const sources = {
    ladder: ladder && source('ladder.yaml', ['ladder'], ladder),
    domains: domains && source('domains.yaml', [], { domains }),
    skills: skills.map((skill, index) => source(`skills/${skill.slug}.yaml`, ['skills', index], skill)),
    roles: roles.map((role, index) => source(`roles/${role.slug}.yaml`, ['roles', index], role)),
  }
  const { catalog, problems } = buildCatalog(sources)
  if (!catalog) return report(problems)
  const document = documentOf({ catalog, sources, recorded: changes })
  return { ...document, ...(exportedFrom !== undefined && { exportedFrom }) }
}
