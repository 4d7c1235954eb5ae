import { parseDocument } from 'yaml'
import { createSource, type Path } from '../../catalog/yaml-source.ts'
import type { Findings } from '../draft.ts'
import type { DocumentSource } from './check.ts'
import type { DocumentInFile } from './schema.ts'

/** Writes a document as JSON, with two blanks for each depth. */
export function jsonText(document: DocumentInFile): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Reads JSON. Reports a text that is none, with its position if the parser says it, and returns nothing then. */
export function readJson(file: string, text: string, findings: Findings): DocumentSource | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    findings.problem({ file, ...positionIn(text, message) }, `this is not valid JSON: ${message}`)
    return undefined
  }
  // JSON is YAML, so the tree of the same text has the positions.
  const source = createSource(
    file,
    () => text,
    () => value,
  )
  return {
    value,
    problemAt: (path, message) => source.problemAt(path, `${pathText(path, value)}${message}`),
    shape: 'a ladder that was exported as JSON',
  }
}

/** The line and column that an error of `JSON.parse` names; the end for a text that ends too early, or else where YAML ends. */
function positionIn(text: string, message: string): { readonly line: number; readonly column: number } {
  const position = /at position (\d+)/u.exec(message)?.[1]
  const asYaml = (): number => parseDocument(text, { prettyErrors: false }).errors[0]?.pos[0] ?? 0
  const offset = position === undefined ? (message.includes('end of JSON') ? text.length : asYaml()) : Number(position)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** `skills[3] (python) statements.working: `; empty for the whole document. */
function pathText(path: Path, value: unknown): string {
  let node: unknown = value
  let text = ''
  for (const step of path) {
    const isName = typeof step !== 'number'
    text += isName ? `${text === '' || text.endsWith(' ') ? '' : '.'}${String(step)}` : `[${step}]`
    node = childOf(node, step)
    const slug = childOf(node, 'slug')
    if (!isName && typeof slug === 'string') text += ` (${slug}) `
  }
  return text === '' ? '' : `${text.trimEnd()}: `
}

function childOf(node: unknown, step: PropertyKey): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined
}
