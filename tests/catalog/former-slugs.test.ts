import { describe, expect, test } from 'vitest'
import { applyChanges, type CatalogChange, conflicts, createCatalogIndex, readTarget } from '../../src/catalog/index.ts'
import { seededRandom } from '../seeded-random.ts'
import { type EditName, edit, type LadderDraft, loadLadder, newLadder } from './edited-ladder.ts'

const after = (...names: readonly EditName[]): LadderDraft => {
  const random = seededRandom(7)
  return names.reduce((ladder, name) => edit(ladder, name, random), newLadder())
}

describe('an entry that was renamed', () => {
  const ladder = after('renameSkill', 'renameRole', 'renameLevel', 'renameDomain', 'renameStep', 'renameRole')
  const { catalog, sources } = loadLadder(ladder)
  const skill = ladder.skills.find(({ formerly }) => formerly.length > 0)
  const level = ladder.levels.find(({ formerly }) => formerly.length > 0)
  if (!skill || !level) throw new Error('nothing was renamed')

  test('is found by its former slugs, and listed once', () => {
    expect(catalog.roles.get('maker')?.slug).toBe(ladder.role.slug)
    expect(catalog.skills.get(skill.id)?.slug).toBe(skill.slug)
    expect(catalog.roles.get('maker')?.rows.get(skill.id)?.skill.slug).toBe(skill.slug)
    expect([...catalog.skills.keys()]).not.toContain(skill.id)
    expect(catalog.skills.size).toBe(10)
  })

  test('can be typed by its former slug', () => {
    const index = createCatalogIndex(catalog)
    const [part] = index.parse(skill.id, new Set())
    expect(part?.meanings).toEqual([{ kind: 'skill', skill: catalog.skills.get(skill.slug) }])
  })

  test('is what a change from before it was renamed changes', () => {
    const change = { kind: 'requirement', role: 'maker', level: level.id, skill: skill.id, to: 'awareness' } as const
    const target = readTarget(catalog, change)
    expect(target.exists).toBe(true)
    const changed = applyChanges(sources, [change])
    const role = changed.ok ? changed.catalog.roles.get('maker') : undefined
    const at = role?.levels.findIndex(({ slug }) => slug === level.slug) ?? -1
    expect(role?.rows.get(skill.slug)?.cells[at]?.step.rank).toBe(1)
    const now: CatalogChange = { ...change, role: ladder.role.slug, skill: skill.slug, level: level.slug }
    expect(conflicts(change, now, catalog)).toBe(true)
  })

  test('changes nothing of the version of a ladder without renamed entries', () => {
    expect(loadLadder(newLadder()).catalog.roles.get('maker')).not.toHaveProperty('formerly')
  })
})
