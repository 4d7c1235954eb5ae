import { beforeAll, describe, expect, test } from 'vitest'
import { assessmentWarnings } from '../../src/assessment/index.ts'
import { type Catalog, isCore, localized, type Role } from '../../src/catalog/index.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'

// The roles that the bot comes with. The ML Engineer is its source's (seed.test.ts); the others are Rung's own and meet its rules.

const OWN_ROLES = ['ai-engineer', 'data-engineer', 'mlops-engineer']
const BEHAVIORAL = ['mentoring', 'technical-writing-speaking', 'ownership', 'technical-strategy']

let catalog: Catalog
beforeAll(async () => {
  ;({ catalog } = await openCatalog(shippedCatalog))
})

function roleOf(slug: string): Role {
  const role = catalog.roles.get(slug)
  if (!role) throw new Error(`there is no role ${slug}`)
  return role
}

describe('the roles that the bot comes with', () => {
  test('are the ML Engineer and three more, with the same levels', () => {
    expect([...catalog.roles.keys()].toSorted()).toEqual([...OWN_ROLES, 'ml-engineer'].toSorted())
    const levels = [...catalog.roles.values()].map((role) => role.levels.map(({ slug, name }) => [slug, name]))
    expect(new Set(levels.map((each) => JSON.stringify(each))).size).toBe(1)
  })

  test('require every skill and every domain', () => {
    const required = new Set([...catalog.roles.values()].flatMap((role) => [...role.rows.keys()]))
    expect([...catalog.skills.keys()].filter((skill) => !required.has(skill))).toEqual([])
    const used = new Set([...catalog.skills.values()].map(({ domain }) => domain.slug))
    expect([...catalog.domains.keys()].filter((domain) => !used.has(domain))).toEqual([])
  })

  test('have levels that an assessment tells apart', () => {
    expect(assessmentWarnings(catalog)).toEqual([])
  })
})

describe.each(OWN_ROLES)('the role %s, which is Rung’s own', (slug) => {
  test('expects Expert rarely, and not below Lead / Staff', () => {
    const role = roleOf(slug)
    const experts = role.levels.map(
      (_, level) => [...role.rows.values()].filter(({ cells }) => cells[level]?.proficiency === 'expert').length,
    )
    expect(experts.slice(0, 3)).toEqual([0, 0, 0])
    expect(experts.at(-1)).toBeLessThanOrEqual(6)
  })

  test('requires the behavioral skills, which the ML Engineer’s source does not name', () => {
    expect(BEHAVIORAL.filter((skill) => !roleOf(slug).rows.has(skill))).toEqual([])
    expect(BEHAVIORAL.filter((skill) => roleOf('ml-engineer').rows.has(skill))).toEqual([])
  })

  test('marks three skills of its core as mandatory at every level that expects them', () => {
    const role = roleOf(slug)
    const mandatory = [...role.rows.values()].filter(({ cells }) =>
      cells.every((cell) => cell === null || cell.mandatory === true),
    )
    expect(mandatory).toHaveLength(3)
    expect(mandatory.filter(({ skill }) => !isCore(role, skill))).toEqual([])
  })

  test('has its description, focus and stack lines in Spanish too', () => {
    const role = roleOf(slug)
    const texts = [role.description, ...role.levels.map(({ focus }) => focus)]
    expect(texts.filter((text) => text === null || localized(text, 'es') === text['en'])).toEqual([])
    expect(role.levels.filter(({ stack }) => stack?.['es'] === undefined)).toEqual([])
  })
})
