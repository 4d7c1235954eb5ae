import { describe, expect, test } from 'vitest'
import { assessedRole, assessmentWarnings, gradeOf, type Rating } from '../../src/assessment/index.ts'
import { loadCatalog, nextLevels, type Role, roleOnTrack, tracksOf } from '../../src/catalog/index.ts'
import { EXPORT_KINDS } from '../../src/import/document/index.ts'
import { exportLadder } from '../../src/import/index.ts'
import { importFolder, problemLines } from '../import/import-folder.ts'
import { seededRandom } from '../seeded-random.ts'
import { branching, ENGINEER, openBranching } from './ladder.ts'

// Levels that branch, in the files of a ladder: the tracks they come to, and what is wrong with them, at its place.

async function engineer(from: string | RegExp = '', to = ''): Promise<Role> {
  const { catalog } = await openBranching({ 'roles/engineer.yaml': ENGINEER.replace(from, to) })
  const role = catalog.roles.get('engineer')
  if (!role) throw new Error('no role')
  return role
}

async function problems(from: string | RegExp, to: string): Promise<readonly string[]> {
  const loaded = await loadCatalog(await branching({ 'roles/engineer.yaml': ENGINEER.replace(from, to) }))
  return loaded.ok ? [] : loaded.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)
}

const waysIn = (role: Role) =>
  tracksOf(role).map(({ name, levels }) => [name?.['en'] ?? null, levels.map(({ slug }) => slug).join(' ')])

const LEAF_NAMES = /, track: \{[^}]*\}/gu

describe('the tracks of a role', () => {
  test('begin together and part where a level leads to several', async () => {
    const role = await engineer()
    expect(waysIn(role)).toEqual([
      ['Individual contributor', 'junior senior staff principal'],
      ['Leading people', 'junior senior manager director'],
    ])
    const [, senior] = role.levels
    expect(senior && nextLevels(role, senior).map(({ slug }) => slug)).toEqual(['staff', 'manager'])
  })

  test('need no names, and may begin anywhere', async () => {
    expect(waysIn(await engineer(LEAF_NAMES, ''))).toEqual([
      [null, 'junior senior staff principal'],
      [null, 'junior senior manager director'],
    ])
    expect(waysIn(await engineer(', leadsTo: [staff, manager]', ''))).toEqual([
      ['Individual contributor', 'junior senior staff principal'],
      ['Leading people', 'manager director'],
    ])
  })

  test('go through the first level that leads to one, if several do', async () => {
    const role = await engineer(
      'sharedLevel: L3, track: { en: Ind',
      'sharedLevel: L3, leadsTo: [principal, director], track: { en: Ind',
    )
    expect(waysIn(role)).toEqual([
      ['Individual contributor', 'junior senior staff principal'],
      ['Leading people', 'junior senior manager'],
      ['Leading people', 'junior senior staff director'],
    ])
  })

  test('are one, the role itself, if nothing is said of them', async () => {
    const { catalog } = await openBranching()
    const designer = catalog.roles.get('designer')
    if (!designer) throw new Error('no role')
    const [track, ...others] = tracksOf(designer)
    expect(others).toEqual([])
    expect(roleOnTrack(designer, track)).toBe(designer)
  })

  test('decide a level each: what the other track expects does not count', async () => {
    const role = await engineer()
    const [specialists, managers] = tracksOf(role).map((track) => assessedRole(roleOnTrack(role, track)))
    if (!specialists || !managers) throw new Error('no tracks')
    const leader = new Map<string, Rating>([
      ['coding', 2],
      ['docs', 2],
      ['hiring', 3],
      ['coaching', 3],
    ])
    expect([gradeOf(specialists, leader), gradeOf(managers, leader)]).toEqual([2, 4])
    const expert = new Map<string, Rating>([
      ['coding', 4],
      ['docs', 4],
      ['hiring', 0],
      ['coaching', 0],
    ])
    expect([gradeOf(specialists, expert), gradeOf(managers, expert)]).toEqual([4, 2])
    expect(specialists.skills.map(({ id }) => id)).toEqual(['coding', 'docs'])
  })

  test('agree with the definition for 500 random people, and a better answer never lowers the level', async () => {
    const role = await engineer()
    for (const track of tracksOf(role)) {
      const own = assessedRole(roleOnTrack(role, track))
      for (let seed = 0; seed < 250; seed += 1) {
        const random = seededRandom(seed)
        const pick = (): Rating => ([0, 1, 2, 3, 4] as const)[random.below(5)] ?? 0
        const ratings = new Map<string, Rating>([...role.rows.keys()].map((slug) => [slug, pick()]))
        let level = 0
        for (const each of track.levels) {
          const cells = [...role.rows.values()].flatMap(({ skill, cells: all }) => {
            const cell = all[role.levels.indexOf(each)]
            return cell ? [(ratings.get(skill.slug) ?? 0) >= cell.step.rank] : []
          })
          if (cells.filter(Boolean).length * 10 < cells.length * 8) break
          level += 1
        }
        expect([seed, gradeOf(own, ratings)]).toEqual([seed, level])
        const slug = random.pick([...role.rows.keys()])
        expect(gradeOf(own, new Map([...ratings, [slug, 4]]))).toBeGreaterThanOrEqual(level)
      }
    }
  })

  test('are checked one by one: a row may fall from one to the other', async () => {
    expect(assessmentWarnings((await openBranching()).catalog)).toEqual([])
  })
})

describe('what is wrong with a branch is reported at its place', () => {
  test.each([
    [
      'an unknown level',
      'leadsTo: [staff, manager]',
      'leadsTo: [staff, manger]',
      '6:81: there is no level "manger"; did you mean "manager"?',
    ],
    [
      'a way back',
      'track: { en: Leading people, es: Gestión } }\nreq',
      'track: { en: Leading people, es: Gestión }, leadsTo: [senior] }\nreq',
      '10:122: "senior" stands before "director"; levels are listed lowest first, and lead to later ones',
    ],
    [
      'a level that leads to itself',
      'leadsTo: [staff, manager]',
      'leadsTo: [senior, staff, manager]',
      '6:74: "senior" is this level itself; levels are listed lowest first, and lead to later ones',
    ],
    ['a level twice', 'leadsTo: [staff, manager]', 'leadsTo: [staff, staff, manager]', '6:81: "staff" appears twice'],
  ])('%s', async (_, from, to, expected) => {
    expect(await problems(from, to)).toEqual([expected])
  })

  test('a level that no other leads to', async () => {
    const bare = ENGINEER.replace(LEAF_NAMES, '')
      .replace('leadsTo: [staff, manager]', 'leadsTo: [staff]')
      .replace('L4 }', 'L4, leadsTo: [] }')
    const loaded = await loadCatalog(await branching({ 'roles/engineer.yaml': bare }))
    expect(loaded.ok ? [] : loaded.problems.map(({ message }) => message)).toEqual([
      'no level leads to "manager": name it in leadsTo of a level above it in this list, or give it a track to begin',
    ])
  })
})

test.each(EXPORT_KINDS)('a ladder that branches comes back from %s as it was', async (kind) => {
  const folder = await branching({
    'roles/engineer.yaml': ENGINEER.replace(
      'es: Especialista } }\n  - { slug: manager',
      'es: Especialista }, leadsTo: [] }\n  - { slug: manager',
    ),
  })
  const exported = await exportLadder(folder, kind)
  if (!exported.ok) throw new Error('the ladder has problems')
  const work = await importFolder({ [`a.${kind}`]: exported.bytes })
  const result = await work.run(`a.${kind}`)
  expect([...problemLines(result, work), ...result.guesses]).toEqual([])
  const [before, after] = await Promise.all([loadCatalog(folder), loadCatalog(work.into)])
  expect(after.ok && after.catalog).toEqual(before.ok && before.catalog)
})
