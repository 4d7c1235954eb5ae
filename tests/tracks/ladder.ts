import type { CatalogIndex } from '../../src/catalog/index.ts'
import { openCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'

// A made-up ladder that branches: from Senior to specialists and to managers. Designers share its levels L1 and L3.

const SKILLS = ['coding', 'docs', 'hiring', 'coaching']

export const ENGINEER = `slug: engineer
name: Engineer
family: Engineering
levels:
  - { slug: junior, name: Junior, short: Jun, sharedLevel: L1 }
  - { slug: senior, name: Senior, short: Sen, sharedLevel: L2, leadsTo: [staff, manager] }
  - { slug: staff, name: Staff, short: Stf, sharedLevel: L3, track: { en: Individual contributor, es: Especialista } }
  - { slug: principal, name: Principal, short: Pri, sharedLevel: L4, track: { en: Individual contributor, es: Especialista } }
  - { slug: manager, name: Manager, short: Mgr, sharedLevel: L3, track: { en: Leading people, es: Gestión } }
  - { slug: director, name: Director, short: Dir, sharedLevel: L4, track: { en: Leading people, es: Gestión } }
requirements:
  - skills:
      coding: [awareness, working, advanced, expert, working, working]
      docs: [absent, awareness, advanced, expert, working, working]
      hiring: [absent, absent, absent, absent, working, advanced]
      coaching: [absent, absent, absent, absent, working, advanced]
`

const BRANCHING: Readonly<Record<string, string>> = {
  'ladder.yaml': 'levelRule: { share: 0.8 }\n',
  ...Object.fromEntries(
    SKILLS.map((slug) => [
      `skills/${slug}.yaml`,
      `slug: ${slug}\nname: ${slug.charAt(0).toUpperCase()}${slug.slice(1)}\nstatements: { awareness: Starts ${slug}., working: Does ${slug}., advanced: Does hard ${slug}., expert: Sets ${slug}. }\n`,
    ]),
  ),
  'roles/engineer.yaml': ENGINEER,
  'roles/designer.yaml': `slug: designer
name: Designer
family: Design
levels:
  - { slug: d1, name: Designer I, short: D1, sharedLevel: L1 }
  - { slug: d3, name: Designer III, short: D3, sharedLevel: L3 }
requirements:
  - skills: { coding: [absent, awareness], docs: [awareness, working] }
`,
}

/** The files with some replaced. */
export const branching = (files: Readonly<Record<string, string>> = {}): Promise<string> =>
  writeCatalog({ ...BRANCHING, ...files })

export async function openBranching(files: Readonly<Record<string, string>> = {}): Promise<CatalogIndex> {
  return openCatalog(await branching(files))
}
