import { join } from 'node:path'
import type { Problem } from '../catalog/index.ts'

/** Problems of a catalogue folder, one a line as `file:line:column: what`, and how many there are. */
export function problemLines(folder: string, problems: readonly Problem[]): readonly string[] {
  const lines = problems.map(({ file, line, column, message }) => `${join(folder, file)}:${line}:${column}: ${message}`)
  return [...lines, problems.length === 1 ? '1 problem' : `${problems.length} problems`]
}
