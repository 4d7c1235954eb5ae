import { join } from 'node:path'
import type { Problem } from './index.ts'

/** Problems beyond this many are counted, not listed. */
const MOST_LISTED = 1000

/** Problems of a catalogue folder, one a line as `file:line:column: what`, and how many there are. */
export function formatProblems(folder: string, problems: readonly Problem[]): readonly string[] {
  const lines = problems
    .slice(0, MOST_LISTED)
    .map(({ file, line, column, message }) => `${join(folder, file)}:${line}:${column}: ${message}`)
  return [...lines, problems.length === 1 ? '1 problem' : `${problems.length} problems`]
}
