import { parseArgs } from 'node:util'
import { loadCatalog } from '../catalog/index.ts'
import {
  createLadder,
  findInFolder,
  formatFinding,
  NEW_LADDER,
  NEW_LADDER_PARSERS,
  type NewLadder,
  type ParsedAnswer,
} from '../import/index.ts'
import { parse, UsageError } from './arguments.ts'
import { askNewLadder } from './ask-new-ladder.ts'
import { countsOf, warningLines } from './catalog-lines.ts'
import { firstAnswer } from './first-answer.ts'
import { FOLDER, importFrom } from './import.ts'

/** The exit code of a process that Ctrl-C ended. */
const INTERRUPTED = 130

/**
 * Writes a small ladder to edit into a new folder, or imports one with --from; 0 or 1. At a terminal, without options, it asks what the
 * ladder begins with.
 */
export async function newLadder(args: readonly string[]): Promise<number> {
  if (args[0] === '--from') return importFrom(args.slice(args.length > 2 && args[1] === 'csv' ? 2 : 1))
  const { positionals, values } = parse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        languages: { type: 'string' },
        role: { type: 'string' },
        levels: { type: 'string' },
        scale: { type: 'string' },
        skills: { type: 'string' },
        rule: { type: 'string' },
      },
    }),
  )
  const [folder = FOLDER, ...more] = positionals
  if (more.length > 0) throw new UsageError('new takes one folder')
  const problem = await findInFolder(folder)
  if (problem) {
    process.stderr.write(`${formatFinding(problem)}\n`)
    return 1
  }
  const isInteractive = process.stdin.isTTY && Object.keys(values).length === 0
  const answers = isInteractive ? await askNewLadder(folder) : { ladder: given(values) }
  if ('left' in answers) {
    process.stderr.write(`${answers.message}\n`)
    return answers.left === 'interrupt' ? INTERRUPTED : 1
  }
  return write(folder, answers.ladder)
}

/** The ladder that options give; what they leave out is that of the template. */
function given(values: Readonly<Partial<Record<keyof NewLadder, string>>>): NewLadder {
  const read = <T>(part: keyof NewLadder, parser: (text: string) => ParsedAnswer<T>): T | undefined => {
    const text = values[part]
    if (text === undefined) return undefined
    const parsed = parser(text)
    if ('problem' in parsed) throw new UsageError(`--${part}: ${parsed.problem}`)
    return parsed.value
  }
  const { name, languages, role, levels, scale, skills, rule } = NEW_LADDER_PARSERS
  return {
    name: read('name', name) ?? NEW_LADDER.name,
    languages: read('languages', languages) ?? NEW_LADDER.languages,
    role: read('role', role) ?? NEW_LADDER.role,
    levels: read('levels', levels) ?? NEW_LADDER.levels,
    scale: read('scale', scale) ?? NEW_LADDER.scale,
    skills: read('skills', skills) ?? NEW_LADDER.skills,
    rule: read('rule', rule) ?? NEW_LADDER.rule,
  }
}

async function write(folder: string, ladder: NewLadder): Promise<number> {
  const { catalog, problems } = await createLadder(folder, ladder)
  const loaded = catalog && (await loadCatalog(folder))
  if (!loaded?.ok) {
    process.stderr.write(`${problems.map(formatFinding).join('\n')}\n`)
    return 1
  }
  for (const line of warningLines(loaded.catalog)) process.stdout.write(`${line}\n`)
  process.stdout.write(`ok: ${countsOf(loaded.catalog)}\n`)
  const [role] = loaded.catalog.roles.keys()
  const answer = await firstAnswer(loaded, `/skills ${role}`)
  if (answer !== undefined) process.stdout.write(`\n/skills ${role}\n\n${answer}\n\n`)
  process.stdout.write(`next: edit the files in ${folder}, then RUNG_DATA=${folder} npm start\n`)
  return 0
}
