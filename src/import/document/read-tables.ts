import type { Path } from '../../catalog/yaml-source.ts'
import type { Findings, Place } from '../draft.ts'
import type { Table } from '../table.ts'
import type { DocumentSource } from './check.ts'
import { levelEntries, readPointsRule } from './read-points.ts'
import { readRoles } from './read-roles.ts'
import { readDomains, readSkills, scaleOf, scaleRows } from './read-skills.ts'
import { createContext, type Draft, entryOf, type TableContext } from './table-context.ts'
import { languageIn, parseList } from './table-text.ts'
import { LADDER_KEYS, TABLES } from './tables.ts'

// Reads the tables that `tablesOf` writes. People edit them, so an entry may be named by its slug or its name, a new one needs no slug,
// and every value has its cell.

/** Whether these are the tables of an exported ladder. */
export const areDocumentTables = (tables: readonly Table[]): boolean =>
  tables.some(({ name, rows }) => name === 'Ladder' && rows.some(([key]) => key?.text === LADDER_KEYS.format))

/** Reads a document from tables. Reports what stands at a wrong place; `checkDocument` checks the values. */
export function readDocumentTables(
  file: string,
  tables: readonly Table[],
  shape: string,
  findings: Findings,
): DocumentSource {
  const places = new Map<string, Place>()
  const context = createContext(tables, (path, cell) => void places.set(keyOfPath(path), cell), findings)
  const value = documentIn(context)
  reportUnused(tables, context)
  return {
    value,
    shape,
    problemAt(path, message) {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(keyOfPath(path.slice(0, length)))
        if (place) return { file: place.file, line: place.line, column: place.column, message }
      }
      return { file, line: 1, column: 1, message }
    },
  }
}

/** A table that nothing names may be one that a person renamed. */
function reportUnused(tables: readonly Table[], { rows, findings }: TableContext): void {
  const used = new Set([...Object.keys(TABLES), ...rows('Roles').map((row) => row.text('table'))])
  for (const { name, rows: all } of tables) {
    const [cell] = all.flat()
    if (cell && !used.has(name)) findings.guess(cell, `the table "${name}" is left out: no role names it`)
  }
}

const keyOfPath = (path: Path): string => path.map(String).join('\n')

function documentIn(context: TableContext): Draft {
  const { pairs, place, rows, take } = context
  const ladder = ladderIn(context)
  const domains = readDomains(context)
  const scale = ladder?.['scale']
  const { skills, entries } = readSkills(context, {
    domains: domains.map(entryOf),
    scale: Array.isArray(scale) ? scale : undefined,
  })
  const changes = rows('Changes').map((row, index) =>
    take(['changes', index], row, [
      ['proposal', 'proposal'],
      ['number', 'number', 'number'],
      ['date', 'date'],
      ['reason', 'reason'],
      ['change', 'change', 'json'],
    ]),
  )
  const about = (['format', 'formatVersion', 'exportedFrom'] as const).flatMap((key) => {
    const cell = pairs.get(LADDER_KEYS[key])
    if (!cell) return []
    place([key], cell)
    return [[key, key === 'formatVersion' && /^\d+$/u.test(cell.text) ? Number(cell.text) : cell.text] as const]
  })
  const ofPoints = ladder?.['levelRule'] === 'points'
  const [stray] = ofPoints ? [] : rows('Points').filter((row) => row.text('role') === '')
  if (stray) context.findings.problem(stray.place, 'points count only if the level rule in the table Ladder is points')
  const levelRule = ofPoints && readPointsRule(context, { skills: entries, levels: levelEntries(context) })
  return {
    ...Object.fromEntries(about),
    ...(ladder && { ladder: { ...ladder, ...(levelRule !== false && { levelRule }) } }),
    ...(domains.length > 0 && { domains }),
    skills,
    roles: readRoles(context, { skills: entries, domains: domains.map(entryOf) }),
    // An empty reason has no cell.
    ...(context.tables.has('Changes') && { changes: changes.map((change) => ({ reason: '', ...change })) }),
  }
}

/** What `ladder.yaml` has; undefined if it has nothing. */
function ladderIn(context: TableContext): Draft | undefined {
  const { pairs, place, first } = context
  const at = (pair: string, key: string): string | undefined => {
    const cell = pairs.get(pair)
    if (cell) place(['ladder', key], cell)
    return cell?.text
  }
  const names = [...pairs].flatMap(([key, { text }]) => {
    const language = languageIn(key, 'name')
    if (language === undefined) return []
    at(key, 'name')
    return [[language ?? first, text] as const]
  })
  const [name] = names
  const languages = at(LADDER_KEYS.languages, 'languages')
  const rule = at(LADDER_KEYS.levelRule, 'levelRule')
  const share = Number(rule)
  const scale = scaleOf(
    scaleRows(context, (skill) => skill === ''),
    ['ladder', 'scale'],
    context,
  )
  const facts = (['version', 'author', 'source', 'license'] as const).flatMap((key) => {
    const text = at(LADDER_KEYS[key], key)
    return text === undefined ? [] : [[key, text] as const]
  })
  const ladder = {
    ...(name && { name: names.length === 1 && name[0] === first ? name[1] : Object.fromEntries(names) }),
    ...Object.fromEntries(facts),
    ...(languages !== undefined && { languages: parseList(languages) }),
    ...(scale && { scale }),
    ...(rule !== undefined && { levelRule: Number.isFinite(share) ? { share } : rule }),
  }
  return Object.keys(ladder).length > 0 ? ladder : undefined
}
