import { join } from 'node:path'
import type { Problem } from './index.ts'

/** Problems beyond this many are counted, not listed. */
const MAX_LISTED = 1000

/** Formats the problems of a catalog folder, one per line as `file:line:column: message`, and their count. */
export function formatProblems(folder: string, problems: readonly Problem[]): readonly string[] {
  const lines = problems
    .slice(0, MAX_LISTED)
    .map(({ file, line, column, message }) => `${join(folder, file)}:${line}:${column}: ${message}`)
  return [...lines, problems.length === 1 ? '1 problem' : `${problems.length} problems`]
}
