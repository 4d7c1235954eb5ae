import type { CatalogIndex } from '../../src/catalog/index.ts'
import { openCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'

// A made-up ladder of milestones: five ratings from 0 to 4, points that grow, and levels that expect no step of any skill.

export const RULE = `levelRule:
  points:
    steps: [0, 1, 3, 6, 12]
    weights: { mentoring: 2 }
    skillSteps: { writing: [2, 4] }
    levels: { one: 0, two: 6, three: 15 }
`

export const SCALE = `scale:
  - { slug: m1, name: { en: Follows, es: Sigue }, letter: F }
  - { slug: m2, name: { en: Owns, es: Lleva }, letter: O }
  - { slug: m3, name: { en: Leads, es: Dirige }, letter: L }
  - { slug: m4, name: { en: Sets, es: Define }, letter: S }
`

const CRAFT = ['web', 'mobile', 'servers']

const skill = (slug: string, domain: string, more = ''): string =>
  `slug: ${slug}\nname: ${slug.charAt(0).toUpperCase()}${slug.slice(1)}\ndomain: ${domain}\n${more}`

const statements = (slug: string): string =>
  `statements:\n  m1: Follows in ${slug}.\n  m2: Owns ${slug}.\n  m3: Leads ${slug}.\n  m4: Sets ${slug}.\n`

export const MILESTONES: Readonly<Record<string, string>> = {
  'ladder.yaml': `name: { en: Milestones, es: Hitos }\n${SCALE}${RULE}`,
  'domains.yaml':
    'domains:\n  - { slug: craft, name: { en: Craft, es: Oficio } }\n  - { slug: people, name: { en: People, es: Personas } }\n',
  ...Object.fromEntries(CRAFT.map((slug) => [`skills/${slug}.yaml`, skill(slug, 'craft', statements(slug))])),
  'skills/mentoring.yaml': skill(
    'mentoring',
    'people',
    `${statements('mentoring')}growth:\n  m2: { effort: days, exercise: Mentor one person., evidence: Their plan. }\n`,
  ),
  'skills/writing.yaml': skill(
    'writing',
    'people',
    'scale:\n  - { slug: drafts, name: Drafts, letter: D }\n  - { slug: edits, name: Edits, letter: E }\n',
  ),
  'roles/engineer.yaml': `slug: engineer
name: Engineer
family: Engineering
levels:
  - { slug: one, name: Engineer I, short: E1 }
  - { slug: two, name: Engineer II, short: E2 }
  - { slug: three, name: Engineer III, short: E3 }
  - { slug: four, name: Staff, short: Stf, points: 40 }
requirements:
  - domain: craft
    skills: { web: [], mobile: [], servers: [] }
  - domain: people
    skills: { mentoring: [], writing: [] }
`,
}

/** The files with some replaced. */
export const milestones = (files: Readonly<Record<string, string>> = {}): Promise<string> =>
  writeCatalog({ ...MILESTONES, ...files })

/** The catalog with another level rule, which is YAML below `levelRule:`. */
export async function openMilestones(files: Readonly<Record<string, string>> = {}): Promise<CatalogIndex> {
  return openCatalog(await milestones(files))
}
