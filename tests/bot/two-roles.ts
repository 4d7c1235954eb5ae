import { type Catalog, PROFICIENCIES } from '../../src/catalog/index.ts'
import { buildSmallCatalog } from './catalog-builder.ts'

/**
 * Three roles whose differences can be counted on the fingers. Data and backend engineers share Junior and Senior, where
 * they stand to each other in each possible way once:
 *
 * | skill      | data: junior, senior | backend: junior, senior |            |
 * |------------|----------------------|-------------------------|------------|
 * | postgresql | A V                  | A V                     | same       |
 * | python     | A V                  | A W                     | higher     |
 * | redis      | A W                  | W V                     | lower      |
 * | docker     | — W                  | A —                     | mixed      |
 * | spark      | A E                  |                         | onlyFirst  |
 * | golang     |                      | A W                     | onlySecond |
 *
 * The fellow shares no level with them.
 */
export const threeRoles: Catalog = buildSmallCatalog(
  {
    slug: 'data-engineer',
    family: 'Data',
    aliases: ['ingeniero de datos', 'de'],
    levels: ['junior', 'middle', 'senior'],
    rows: {
      storage: { postgresql: 'awv', redis: 'aaw' },
      languages: { python: 'awv' },
      platform: { docker: '-aw', spark: 'awe' },
    },
  },
  {
    slug: 'backend-engineer',
    family: 'Backend',
    aliases: ['ingeniero backend', 'be'],
    levels: ['junior', 'senior', 'principal'],
    rows: {
      storage: { postgresql: 'ave', redis: 'wve' },
      languages: { python: 'awv', golang: 'awv' },
      platform: { docker: 'a--' },
    },
  },
  {
    slug: 'research-fellow',
    family: 'Research',
    levels: ['visiting', 'tenured'],
    rows: { science: { statistics: 'we' } },
  },
)

const LETTERS = 'awve'

/** Many roles over a few shared skills: enough for a second page of roles and of a skill's roles. */
export function manyRoles(count: number): Catalog {
  return buildSmallCatalog(
    ...Array.from({ length: count }, (_, at) => ({
      slug: `role-${letters(at)}`,
      family: `Family ${at % 3}`,
      levels: ['junior', 'senior'],
      rows: {
        shared: { everywhere: `${LETTERS[at % PROFICIENCIES.length]}e` },
        own: { [`skill-${letters(at)}`]: 'ae' },
      },
    })),
  )
}

/** A number as letters, so that no two are near in spelling: 0 is `aaaa`, 1 is `bbbb`, 26 is `aaaabbbb`. */
function letters(at: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (at % 26)).repeat(4)
  return at < 26 ? letter : `${letter}${letters(Math.floor(at / 26))}`
}
