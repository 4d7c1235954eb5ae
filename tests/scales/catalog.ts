import type { CatalogIndex } from '../../src/catalog/index.ts'
import { openCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { seededRandom } from '../seeded-random.ts'

// Ladders on scales of their own: 2, 3, 5 and 7 steps, with rows that fall and blank cells.

const NAMES = ['Novice', 'Starter', 'Able', 'Fluent', 'Lead', 'Master', 'Pioneer']
const LETTERS = ['N', 'S', 'A', 'F', 'L', 'M', 'P']

export const STEP_COUNTS = [2, 3, 5, 7] as const

/** The steps of a scale as `ladder.yaml` has them. */
export function scaleLines(steps: number, indent = ''): string {
  return NAMES.slice(0, steps)
    .map(
      (name, at) =>
        `${indent}  - { slug: ${name.toLowerCase()}, name: { en: ${name}, es: ${name}es }, letter: ${LETTERS[at]}, description: What a ${name.toLowerCase()} does }\n`,
    )
    .join('')
}

const LEVELS = ['l1', 'l2', 'l3', 'l4']

/** A row that mostly rises; some fall at the end, and some have a blank. */
function row(steps: number, index: number): string {
  const random = seededRandom(100 * steps + index)
  const cells = LEVELS.map((_, level) => {
    const rank = Math.max(1, Math.min(steps, Math.round(((level + 1) / LEVELS.length) * steps + random.next() - 0.5)))
    return index % 3 === 0 ? NAMES[rank - 1]?.toLowerCase() : String(rank)
  })
  if (index % 7 === 1) cells[3] = '1'
  if (index % 5 === 2) cells[0] = index % 2 === 0 ? 'null' : 'absent'
  return `[${cells.join(', ')}]`
}

/** The files of a ladder on a scale of so many steps. */
export function scaleFiles(steps: number, skills = 30): Readonly<Record<string, string>> {
  const slugs = Array.from({ length: skills }, (_, at) => `skill-${at}`)
  const rows = (domain: number) =>
    slugs.flatMap((slug, at) => (at % 3 === domain ? [`      ${slug}: ${row(steps, at)}\n`] : [])).join('')
  return {
    'ladder.yaml': `scale:\n${scaleLines(steps)}`,
    'domains.yaml': `domains:\n${[0, 1, 2].map((at) => `  - { slug: area-${at}, name: Area ${at} }\n`).join('')}`,
    ...Object.fromEntries(
      slugs.map((slug, at) => [
        `skills/${slug}.yaml`,
        `slug: ${slug}\nname: Skill ${at}\ndomain: area-${at % 3}\n${at % 2 === 0 ? `statements:\n  ${NAMES[0]?.toLowerCase()}: Reads about ${at}.\n  ${NAMES[steps - 1]?.toLowerCase()}: Shapes ${at}.\n` : ''}`,
      ]),
    ),
    'roles/maker.yaml': `slug: maker\nname: Maker\nfamily: Makers\ncore: { domains: [area-0] }\nlevels:\n${LEVELS.map(
      (slug) => `  - { slug: ${slug}, name: Level ${slug.slice(1)}, short: L${slug.slice(1)} }\n`,
    ).join('')}requirements:\n${[0, 1, 2].map((at) => `  - domain: area-${at}\n    skills:\n${rows(at)}`).join('')}`,
  }
}

export async function openScale(steps: number, files: Readonly<Record<string, string>> = {}): Promise<CatalogIndex> {
  return openCatalog(await writeCatalog({ ...scaleFiles(steps), ...files }))
}
