import { beforeAll, describe, expect, test } from 'vitest'
import {
  type CatalogIndex,
  isCore,
  localized,
  type Mandatory,
  PROFICIENCIES,
  PROFICIENCY_LETTER,
  type Role,
  totalsOf,
} from '../../src/catalog/index.ts'
import type { Matrix, Message } from '../../src/message/index.ts'
import { openConversation, type TestConversation } from '../bot/conversation.ts'
import { labels, payloadOf } from '../bot/read-message.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { readRolePage } from './role-page.ts'

const page = readRolePage()
const LEVELS = ['junior', 'middle', 'senior', 'lead-staff', 'principal']

let catalogIndex: CatalogIndex
let role: Role
let conversation: TestConversation

beforeAll(async () => {
  catalogIndex = await openCatalog(ownCatalog)
  conversation = openConversation(catalogIndex)
  const mlEngineer = catalogIndex.catalog.roles.get('ml-engineer')
  if (!mlEngineer) throw new Error('the ML Engineer is not in the catalog')
  role = mlEngineer
})

function occurrences(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const SCALE: readonly string[] = PROFICIENCIES
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries(PROFICIENCY_LETTER))

/** The letters of a row in lower case, as in `a w v e e`. */
function shapeOf(cells: readonly (string | null)[]): string {
  return cells.map((cell) => (cell === null ? '—' : (LETTERS.get(cell) ?? '').toLowerCase())).join(' ')
}

function wordsAt(row: Role['domains'][number]['rows'][number]) {
  return row.cells.map((cell) => cell?.proficiency ?? null)
}

describe('the copy of the page', () => {
  test('has 14 domains, 58 rows and 290 cells', () => {
    const rows = page.domains.flatMap((domain) => domain.rows)
    expect([page.domains.length, rows.length, rows.flatMap((row) => row.cells).length]).toEqual([14, 58, 290])
    expect(page.columns).toEqual(['Jun', 'Mid', 'Sen', 'Lead', 'Princ'])
  })

  test('never decreases in a row once decoded', () => {
    const rows = page.domains.flatMap((domain) => domain.rows)
    const decreasing = rows.filter(({ cells }) => {
      const ranks = cells.flatMap((cell) => (cell === null ? [] : [SCALE.indexOf(cell)]))
      return ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0))
    })
    expect(decreasing).toEqual([])
  })
})

describe('the ML Engineer is the page’s', () => {
  test('domain by domain and skill by skill, in the page’s order', () => {
    const ours = role.domains.map(({ domain, rows }) => ({
      name: domain.name['en'],
      rows: rows.map((row) => ({ skill: row.skill.name, cells: wordsAt(row) })),
    }))
    expect(ours).toEqual(page.domains)
  })

  test('level by level', () => {
    expect(role.levels.map((level) => level.slug)).toEqual(LEVELS)
    expect(role.levels.map((level) => level.name)).toEqual(['Junior', 'Middle', 'Senior', 'Lead / Staff', 'Principal'])
    expect(role.levels.map((level) => level.short)).toEqual(page.columns)
  })

  test('with 285 requirements in 290 cells', () => {
    expect(totalsOf(role)).toMatchObject({ skills: 58, requirements: 285, absent: 5 })
  })

  test('with 59 requirements of Awareness, 65 of Working, 86 of Advanced and 75 of Expert', () => {
    const words = [...role.rows.values()].flatMap(wordsAt).map((word) => word ?? 'absent')
    expect(occurrences(words)).toEqual({ awareness: 59, working: 65, advanced: 86, expert: 75, absent: 5 })
  })

  test('with the page’s shapes of rows', () => {
    expect(occurrences([...role.rows.values()].map((row) => shapeOf(wordsAt(row))))).toEqual({
      'a w v e e': 28,
      'a w v v e': 11,
      'a a w v v': 9,
      'w w v v e': 7,
      'a w v v —': 1,
      'w v e — —': 1,
      'a w v — —': 1,
    })
  })

  test('with its focus and stack lines word for word', () => {
    expect(page.focus).toHaveLength(5)
    expect(page.stack).toHaveLength(5)
    expect(role.levels.map((level) => level.focus?.['en'])).toEqual(page.focus)
    expect(role.levels.map((level) => level.stack?.['en'])).toEqual(page.stack)
  })

  test('with its description, focus and stack lines in Spanish too', () => {
    const texts = [role.description, ...role.levels.flatMap(({ focus, stack }) => [focus, stack])]
    expect(texts.filter((text) => text?.['es'] === undefined || text['es'] === text['en'])).toEqual([])
  })

  test('with its family, its key domains and its stated totals', () => {
    expect(role.name).toBe('ML Engineer')
    expect(role.family).toBe('ML & AI Engineering')
    expect(role.keyDomains.map((domain) => domain.name['en'])).toEqual([
      'Programming Fundamentals',
      'Backend Development',
      'Database Management',
    ])
    expect(role.stated).toEqual({ skills: 58, requirements: 285, mandatory: 125 })
  })

  test('with a core of Rung’s own choice: the nine skills of Machine Learning & AI', () => {
    const core = [...role.rows.values()].filter(({ skill }) => isCore(role, skill))
    expect(core).toHaveLength(9)
    expect(new Set(core.map(({ skill }) => skill.domain.slug))).toEqual(new Set(['machine-learning-ai']))
  })

  test('with the 22 mandatory cells that are certain: three skills throughout, seven at Junior', () => {
    const knownMarks: Record<string, readonly Mandatory[]> = {}
    for (const row of role.rows.values()) {
      const marks = row.cells.map((cell) => cell?.mandatory ?? 'unknown')
      if (marks.some((mark) => mark !== 'unknown')) knownMarks[row.skill.name] = marks
    }
    const atJunior = [true, 'unknown', 'unknown', 'unknown', 'unknown']
    const throughout = [true, true, true, true, true]
    expect(knownMarks).toEqual({
      'Gradient Boosting': throughout,
      'Feature Stores': throughout,
      'Apache Spark': throughout,
      'Classical ML (scikit-learn)': atJunior,
      PyTorch: atJunior,
      MLflow: atJunior,
      'Model Serving': atJunior,
      'Experiment Tracking': atJunior,
      'ML Pipelines': atJunior,
      'SQL-based ETL': atJunior,
    })
    expect(totalsOf(role)).toMatchObject({ mandatory: 22, mandatoryUnknown: 263 })
  })
})

describe('the bot shows the page’s cells', () => {
  /** Asks, and presses the button that leads to every skill. */
  async function askForAll(text: string, locale: 'en' | 'es' = 'en'): Promise<Message> {
    const { message } = await conversation.ask(text, locale)
    const all = labels(message).find((label) => /^(?:All|Las) \d+ (?:skills|habilidades)$/u.test(label)) ?? ''
    return (await conversation.press(payloadOf(message, all), locale)).message
  }

  function matrixOf(message: Message): Matrix {
    const matrices = message.blocks.filter((block) => block.type === 'matrix')
    expect(matrices).toHaveLength(1)
    const [only] = matrices
    if (!only) throw new Error('the answer has no matrix')
    return only
  }

  function rowsByGroup(matrix: Matrix) {
    return matrix.groups.map((group) => ({
      name: group.label,
      rows: group.rows.map((row) => ({ skill: row.label, cells: row.cells.map((cell) => cell.proficiency) })),
    }))
  }

  const SHOWN_AS = {
    awareness: ['A', 'Awareness'],
    working: ['W', 'Working'],
    advanced: ['V', 'Advanced'],
    expert: ['E', 'Expert'],
    absent: ['—', 'nothing expected'],
  } as const

  test.each(LEVELS.map((level, at) => [level, at] as const))('at %s', async (level, at) => {
    const matrix = matrixOf(await askForAll(`ml-engineer ${level}`))
    expect(matrix.columns.map((column) => column.short)).toEqual([page.columns[at]])
    expect(rowsByGroup(matrix)).toEqual(
      page.domains.map(({ name, rows }) => ({
        name,
        rows: rows.map(({ skill, cells }) => ({ skill, cells: [cells[at] ?? null] })),
      })),
    )
    for (const cell of matrix.groups.flatMap((group) => group.rows.flatMap((row) => row.cells))) {
      expect([cell.letter, cell.word]).toEqual(
        new Map<string, readonly string[]>(Object.entries(SHOWN_AS)).get(cell.proficiency ?? 'absent'),
      )
    }
  })

  test('at every level at once', async () => {
    expect(rowsByGroup(matrixOf(await askForAll('ml-engineer')))).toEqual(page.domains)
  })

  test('with the domains’ Spanish names for a Spanish reader', async () => {
    const matrix = matrixOf(await askForAll('ml-engineer principal', 'es'))
    expect(matrix.groups.map((group) => group.label)).toEqual(
      role.domains.map(({ domain }) => localized(domain.name, 'es')),
    )
    expect(matrix.groups.flatMap((group) => group.rows.map((row) => row.cells[0]?.proficiency))).toEqual(
      page.domains.flatMap(({ rows }) => rows.map(({ cells }) => cells[4] ?? null)),
    )
  })
})
