import { readFileSync } from 'node:fs'
import type { Proficiency } from '../../src/catalog/index.ts'

/** One row of the page's table, decoded: null where the page has a dash. */
interface PageRow {
  readonly skill: string
  readonly cells: readonly (Proficiency | null)[]
}

interface PageDomain {
  readonly name: string
  readonly rows: readonly PageRow[]
}

export interface RolePage {
  readonly focus: readonly string[]
  readonly stack: readonly string[]
  readonly columns: readonly string[]
  readonly domains: readonly PageDomain[]
}

/** Reads the copy of the role page that stands in the fixtures. */
export function readRolePage(): RolePage {
  const text = readFileSync(new URL('../fixtures/role-page.txt', import.meta.url), 'utf8')
  const [, focus = '', stack = '', table = ''] = text.trimEnd().split(/\n\n(?:Focus|Stack|Table)\n/u)
  const domains: { name: string; rows: PageRow[] }[] = []
  let columns: readonly string[] = []
  for (const line of table.split('\n')) {
    if (!line.startsWith('|')) domains.push({ name: line, rows: [] })
    else if (line.startsWith('| Habilidades |')) columns = columnsOf(line).slice(1)
    else if (!line.startsWith('|---')) {
      const [skill = '', ...letters] = columnsOf(line)
      domains.at(-1)?.rows.push({ skill, cells: decoded(letters) })
    }
  }
  return { focus: focus.split('\n'), stack: stack.split('\n'), columns, domains }
}

function columnsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/**
 * The page writes A for two steps. A row never decreases, so an A before the row's first W is awareness and an A after
 * it is advanced.
 */
function decoded(letters: readonly string[]): readonly (Proficiency | null)[] {
  const firstWorking = letters.indexOf('W')
  return letters.map((letter, at) => {
    switch (letter) {
      case 'A':
        return at < firstWorking ? 'awareness' : 'advanced'
      case 'W':
        return 'working'
      case 'E':
        return 'expert'
      case '—':
        return null
      default:
        throw new Error(`the page has no "${letter}"`)
    }
  })
}
